/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/dl-pages.h"

#include <string.h>

/* A page that ends with a sentence may be so much shorter, as a share. */
#define LEAST_OF_PAGE 0.5

typedef struct
{
  const DlEventDetails *details;
  DlPageFitsFunc        fits;
  gpointer              data;
  guint                 smallest;
  GPtrArray            *pages;
} Setter;

static DlPage *
page_new (guint number, guint size)
{
  DlPage *page = g_new0 (DlPage, 1);

  page->number = number;
  page->size = size;
  page->pieces = g_array_new (FALSE, FALSE, sizeof (DlPiece));
  return page;
}

static void
page_free (gpointer data)
{
  DlPage *page = data;

  g_array_unref (page->pieces);
  g_free (page);
}

static const char *
text_of (Setter *self, const DlPiece *piece)
{
  if (piece->kind == DL_PIECE_QUOTE)
    return ((const DlQuote *) self->details->quotes->pdata[piece->index])->text;
  return piece->kind == DL_PIECE_SUMMARY ? self->details->summary : "";
}

/* Where a text may be parted */

/* Also of scripts that have no spaces between words. */
static gboolean
may_part (gunichar before, gunichar after)
{
  GUnicodeBreakType left = g_unichar_break_type (before);
  GUnicodeBreakType right = g_unichar_break_type (after);

  if (g_unichar_isspace (after))
    return FALSE;
  if (g_unichar_isspace (before))
    return TRUE;
  if (right != G_UNICODE_BREAK_IDEOGRAPHIC)
    return FALSE;
  return left == G_UNICODE_BREAK_IDEOGRAPHIC || left == G_UNICODE_BREAK_CLOSE_PUNCTUATION ||
         left == G_UNICODE_BREAK_NON_STARTER;
}

static gboolean
closes (gunichar c)
{
  return strchr ("\"')]", (int) MIN (c, 0x7f)) != NULL || c == 0x201d || c == 0x2019 || c == 0x300d || c == 0x300f ||
         c == 0xbb;
}

/* Whether a sentence is over before @end, which is a place to part. */
static gboolean
ends_sentence (const char *start, const char *end)
{
  static const gunichar stops[] = { '.', '!', '?', 0x2026, 0x3002, 0xff01, 0xff1f };
  const char           *p = end;
  gunichar              c = 0;

  while (p > start)
    {
      p = g_utf8_find_prev_char (start, p);
      c = g_utf8_get_char (p);
      if (!g_unichar_isspace (c) && !closes (c))
        break;
    }
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if (stops[i] == c)
      return TRUE;
  return FALSE;
}

/* The bytes of @text in (start, end) before which it may be parted. */
static GArray *
find_parts (const char *text, guint start, guint end, gboolean anywhere)
{
  GArray  *parts = g_array_new (FALSE, FALSE, sizeof (guint));
  gunichar before = 0;

  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint    at = (guint) (p - text);

      if (at > start && (anywhere ? !g_unichar_ismark (c) : may_part (before, c)))
        g_array_append_val (parts, at);
      before = c;
    }
  return parts;
}

/* How many of @parts make a page that fits, with @piece up to there as its last. */
static guint
count_fitting (Setter *self, DlPage *page, DlPiece *piece, GArray *parts)
{
  guint low = 0;
  guint high = parts->len;

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      piece->end = g_array_index (parts, guint, middle - 1);
      if (self->fits (page, self->data))
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

/* Parts the only piece of @page so that it fits. */
static void
part (Setter *self, DlPage *page)
{
  DlPiece           *piece = &g_array_index (page->pieces, DlPiece, 0);
  const char        *text = text_of (self, piece);
  guint              end = piece->end;
  g_autoptr (GArray) parts = find_parts (text, piece->start, end, FALSE);
  guint              n;

  piece->last = FALSE;
  n = count_fitting (self, page, piece, parts);
  if (n == 0)
    {
      /* A word that is longer than a page. */
      g_array_unref (parts);
      parts = find_parts (text, piece->start, end, TRUE);
      n = count_fitting (self, page, piece, parts);
    }
  if (parts->len == 0)
    {
      piece->end = end;
      piece->last = TRUE;
      return;
    }
  n = MAX (n, 1); /* or there would be no end of pages */
  piece->end = g_array_index (parts, guint, n - 1);
  for (guint i = n; i-- > 0;)
    {
      guint at = g_array_index (parts, guint, i);

      if (at - piece->start < (piece->end - piece->start) * LEAST_OF_PAGE)
        break;
      if (ends_sentence (text + piece->start, text + at))
        {
          piece->end = at;
          break;
        }
    }
}

static DlPage *
add_page (Setter *self)
{
  DlPage *page = page_new (self->pages->len, self->smallest);

  g_ptr_array_add (self->pages, page);
  return page;
}

static void
add_piece (Setter *self, DlPiece piece)
{
  DlPage *page = self->pages->pdata[self->pages->len - 1];

  for (;;)
    {
      DlPiece *set;

      g_array_append_val (page->pieces, piece);
      if (self->fits (page, self->data))
        return;
      if (page->pieces->len > 1)
        {
          g_array_set_size (page->pieces, page->pieces->len - 1);
          page = add_page (self);
          continue;
        }
      part (self, page);
      set = &g_array_index (page->pieces, DlPiece, 0);
      if (set->last)
        return;
      piece.start = set->end;
      page = add_page (self);
    }
}

/* Sources by themselves are no page to look at: where they would be, what stands
 * before them goes with them. */
static void
keep_sources_company (Setter *self)
{
  DlPage *last = self->pages->pdata[self->pages->len - 1];
  DlPage *before = self->pages->len < 2 ? NULL : self->pages->pdata[self->pages->len - 2];
  DlPiece piece;

  if (before == NULL || before->pieces->len < 2 || last->pieces->len != 1 ||
      g_array_index (last->pieces, DlPiece, 0).kind != DL_PIECE_SOURCES)
    return;
  piece = g_array_index (before->pieces, DlPiece, before->pieces->len - 1);
  g_array_prepend_val (last->pieces, piece);
  if (self->fits (last, self->data))
    g_array_set_size (before->pieces, before->pieces->len - 1);
  else
    g_array_remove_index (last->pieces, 0);
}

/* All that is to be set, whole. */
static GArray *
list_pieces (const DlEventDetails *details, gboolean with_sources)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (DlPiece));
  DlPiece piece = { .kind = DL_PIECE_SUMMARY, .last = TRUE };

  if (details->summary != NULL)
    {
      piece.end = (guint) strlen (details->summary);
      g_array_append_val (pieces, piece);
    }
  piece.kind = DL_PIECE_QUOTE;
  for (guint i = 0; i < details->quotes->len; i++)
    {
      piece.index = i;
      piece.end = (guint) strlen (((const DlQuote *) details->quotes->pdata[i])->text);
      g_array_append_val (pieces, piece);
    }
  if (with_sources)
    {
      piece = (DlPiece){ .kind = DL_PIECE_SOURCES, .last = TRUE };
      g_array_append_val (pieces, piece);
    }
  return pieces;
}

static gboolean
all_fit (Setter *self, guint size)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      DlPage *page = self->pages->pdata[i];

      page->size = size;
      if (!self->fits (page, self->data))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
dl_pages_new (const DlEventDetails *details, gboolean with_sources, guint n_sizes, DlPageFitsFunc fits, gpointer data)
{
  Setter             self = { .details = details, .fits = fits, .data = data };
  g_autoptr (GArray) pieces = NULL;
  DlPage            *page;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (n_sizes > 0, NULL);
  g_return_val_if_fail (fits != NULL, NULL);
  self.smallest = n_sizes - 1;
  self.pages = g_ptr_array_new_with_free_func (page_free);
  pieces = list_pieces (details, with_sources);
  page = add_page (&self);
  g_array_append_vals (page->pieces, pieces->data, pieces->len);
  for (page->size = 0; page->size < n_sizes; page->size++)
    if (fits (page, data))
      return self.pages;

  g_ptr_array_set_size (self.pages, 0);
  add_page (&self);
  for (guint i = 0; i < pieces->len; i++)
    add_piece (&self, g_array_index (pieces, DlPiece, i));
  keep_sources_company (&self);
  /* All in one size, the largest that all of them have room for. */
  for (guint size = 0; size < self.smallest; size++)
    if (all_fit (&self, size))
      return self.pages;
  for (guint i = 0; i < self.pages->len; i++)
    ((DlPage *) self.pages->pdata[i])->size = self.smallest;
  return self.pages;
}
