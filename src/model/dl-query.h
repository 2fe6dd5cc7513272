/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlQuery:
 *
 * What somebody searches for: words that must all occur, as parts of words too, and
 * phrases in quotation marks ("…", “…”, 「…」). Case, accents and width make no
 * difference: "strasse" finds Straße, "ａ" finds a. Immutable, atomically reference
 * counted, may be used on any thread.
 */
typedef struct _DlQuery DlQuery;

/* @text: as it is typed; valid UTF-8. Returns: (transfer full) */
DlQuery *dl_query_new (const char *text);
DlQuery *dl_query_ref (DlQuery *self);
void     dl_query_unref (DlQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlQuery, dl_query_unref)

/* Whether it asks for nothing. */
gboolean dl_query_is_empty (DlQuery *self);
/* As it was typed. */
const char *dl_query_get_text (DlQuery *self);

/* Bytes of a text, of whole characters. */
typedef struct
{
  guint start;
  guint end; /* exclusive */
} DlQueryRange;

/**
 * dl_query_find:
 * @self: (nullable)
 * @text: (nullable): valid UTF-8
 *
 * Where any of the words and phrases stand in @text, to mark them.
 *
 * Returns: (transfer full) (nullable): array of #DlQueryRange in order, none of which
 *   touches the next; %NULL where there is none
 */
GArray *dl_query_find (DlQuery *self, const char *text);

G_END_DECLS
