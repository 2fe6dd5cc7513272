/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlDraftIds:
 *
 * Which ids have been written to a text. They stand in that text and are not
 * copied: a million of them are a million copies in a table of strings.
 */
typedef struct _DlDraftIds DlDraftIds;

DlDraftIds *dl_draft_ids_new (void);
void        dl_draft_ids_free (DlDraftIds *self);

/**
 * dl_draft_ids_add:
 * @text: the same at each call; it may have grown
 * @at: where the id begins in it, above 0
 * @length: in bytes, of which the last ends the id: none begins with another whole one
 *
 * Returns: FALSE when the same bytes have been added before
 */
gboolean dl_draft_ids_add (DlDraftIds *self, const char *text, gsize at, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlDraftIds, dl_draft_ids_free)

G_END_DECLS
