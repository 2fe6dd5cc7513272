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
 * difference: "strasse" finds Straße, "ａ" finds a; all that makes none is told of
 * dl_text_fold(). Of hundreds of words only the first DL_QUERY_MAX_TERMS count.
 * Immutable, atomically reference counted, may be used on any thread.
 */
typedef struct _DlQuery DlQuery;

#define DL_QUERY_MAX_TERMS 31

/* @text: as it is typed; valid UTF-8. Returns: (transfer full) */
DlQuery *dl_query_new (const char *text);
DlQuery *dl_query_ref (DlQuery *self);
void     dl_query_unref (DlQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlQuery, dl_query_unref)

/* Whether it asks for nothing. */
gboolean dl_query_is_empty (DlQuery *self);
/* As it was typed. */
const char *dl_query_get_text (DlQuery *self);

/* A bit for each of the words and phrases; never the highest. */
guint32 dl_query_get_terms (DlQuery *self);

/**
 * dl_query_match:
 * @text: valid UTF-8, need not end in NUL
 * @length: its bytes
 * @scratch: for use again and again, by one thread at a time
 *
 * Returns: the bits of the words and phrases that occur in @text
 */
guint32 dl_query_match (DlQuery *self, const char *text, gsize length, GString *scratch);

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
