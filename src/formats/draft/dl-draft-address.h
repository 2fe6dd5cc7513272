/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/draft/dl-draft-literal.h"

G_BEGIN_DECLS

/**
 * dl_draft_put_address:
 * @offset: where it stands, and
 * @pointer: (transfer full): the way to it
 * @address: (nullable): where a link leads to; empty is as good as none
 * @site: (nullable): the address of the site within which it may be a path
 * @title: (nullable): what is there
 *
 * Puts a link as a source of the event that is begun. What may not be followed is told.
 */
void dl_draft_put_address (DlDraft    *self,
                           gsize       offset,
                           char       *pointer,
                           const char *address,
                           const char *site,
                           const char *title);

/* The same of a link that stands in @value, or is made of it. */
void dl_draft_literal_put_address (DlDraftLiteral  *self,
                                   const DlLiteral *value,
                                   const char      *address,
                                   const char      *site,
                                   const char      *title);

/* What is told of an address that is none: the beginning, where it is long. Returns: (transfer full) */
char *dl_draft_dup_shown (const char *address);

/* Takes off the quotation marks that stand around an address within a text, if @text is such: '"https://…"' */
void dl_draft_unquote_address (char *text);

/* Keeps a link that is no more than a path within a web site as words of the event, as nobody knows here what the
 * site is; that is told once of a file.
 * @pointer: (transfer full): as of dl_draft_tell()
 * @path: "/items/1.html" */
void dl_draft_tell_path (DlDraft *self, gsize offset, char *pointer, const char *path);

G_END_DECLS
