/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-records.h"

G_BEGIN_DECLS

/* What stands on the pages of a presented event, below its title and its date. */
typedef enum
{
  DL_PIECE_SUMMARY,
  DL_PIECE_QUOTE,
  DL_PIECE_SOURCES,
} DlPieceKind;

/**
 * DlPiece:
 * @index: of the quote
 * @start: first byte of the text that stands here; 0 where it begins
 * @end: the byte after the last one of it
 * @last: whether the text ends here
 */
typedef struct
{
  DlPieceKind kind;
  guint       index;
  guint       start;
  guint       end;
  gboolean    last;
} DlPiece;

/**
 * DlPage:
 * @number: which page of the event, from 0
 * @size: which of the sizes it is set in, 0 for the largest
 * @pieces: of #DlPiece, in their order; may be empty
 */
typedef struct
{
  guint   number;
  guint   size;
  GArray *pieces;
} DlPage;

/* Whether a page has room for its pieces in its size. */
typedef gboolean (*DlPageFitsFunc) (const DlPage *page, gpointer data);

/**
 * dl_pages_new:
 * @details: of the event
 * @with_sources: whether it has any
 * @n_sizes: from the largest to the smallest that can be read from afar; at least 1
 * @fits: tells for any page; what is smaller or shorter fits too
 *
 * Sets an event as large as it has room on one page, or where it has none in any
 * size, on several in the same one: whole quotations together as far as they go,
 * and what is too long for a page goes on on the next, from the end of a sentence
 * where that is near. Nothing is left out.
 *
 * Returns: (transfer full): of #DlPage, at least one
 */
GPtrArray *
dl_pages_new (const DlEventDetails *details, gboolean with_sources, guint n_sizes, DlPageFitsFunc fits, gpointer data);

G_END_DECLS
