/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/draft/dl-draft-literal.h"

G_BEGIN_DECLS

/* Whether a member of this name is nothing that anybody reads: an id, a colour, a width, a style. */
gboolean dl_draft_is_technical (const char *name);

/* Whether it is one of these, in any case of letters. @names: NULL-terminated */
gboolean dl_draft_is_one_of (const char *name, const char *const *names);

/* A name without the vocabulary before it: "schema:name", "http://schema.org/name". A "/" or "#" that stands in a plain
 * name, and a ":" with words around it, are parts of it. Returns: a part of @name */
const char *dl_draft_get_word (const char *name);

/* Appends "name: text" to @lines, a line each, for the summary of an event. */
void dl_draft_add_line (GString *lines, const char *name, const char *text);

/* Puts one such line into the summary of the event that is begun. */
void dl_draft_put_line (DlDraft *self, const char *name, const char *text);

/* The lines that dl_draft_literal_put_rest() puts. Returns: (transfer full) */
char *dl_draft_literal_dup_rest (DlDraftLiteral           *self,
                                 const DlLiteral          *object,
                                 const char               *prefix,
                                 const char *const *const *known);

/**
 * dl_draft_literal_put_rest:
 * @object: the event that is begun, or what is within it; or a list of such
 * @prefix: (nullable): stands before names, with a dot
 * @known: lists of names, NULL behind the last: what is read elsewhere or means nothing here; each ends
 *   with NULL
 *
 * Keeps what nobody has a place for as lines of the event's summary, "name: value", so that nothing
 * of a file is lost in silence. What is technical is not kept.
 */
void dl_draft_literal_put_rest (DlDraftLiteral           *self,
                                const DlLiteral          *object,
                                const char               *prefix,
                                const char *const *const *known);

/* The same of what is of no event: names are told, once for the whole file. */
void dl_draft_literal_leave_rest (DlDraftLiteral           *self,
                                  const DlLiteral          *object,
                                  const char               *prefix,
                                  const char *const *const *known);

G_END_DECLS
