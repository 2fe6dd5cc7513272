/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is searched for: marks under the words of labels. */
#include <math.h>

#include "layout/dl-layout-private.h"

/* Of a mark without words. */
#define END_WIDTH 5.0
#define END_RADIUS 2.0f
/* On either side of the words. */
#define WORD_PADDING 1.0
/* Narrower ones are not seen. */
#define LEAST_MARKED 3.0

gboolean
dl_layout_is_hit (DlLayoutContext *self, guint32 event)
{
  return self->input->hits != NULL && dl_event_set_contains (self->input->hits, event);
}

static DlOp *
add_mark (DlHitMarks *self, double x, double y, double width, double height)
{
  DlOp *op = dl_layout_rect (self->layout, DL_ROLE_HIT, DL_PAINT_HIT, x, y, width, height);

  op->border = DL_PAINT_HIT_LINE;
  op->event = self->own.event;
  op->lane = self->own.lane;
  op->row = self->own.row;
  op->hue = self->own.hue;
  op->flags |= DL_OP_HIT;
  return op;
}

static gboolean
runs_left (gunichar c)
{
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Which way the letters of a line run: either may be. */
static void
find_directions (const char *text, gsize length, gboolean *left, gboolean *right)
{
  *left = *right = FALSE;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (runs_left (c))
        *left = TRUE;
      else if (g_unichar_isalnum (c))
        *right = TRUE;
    }
}

static double
measure (DlHitMarks *self, DlTextStyle style, const char *text, gsize length)
{
  g_autofree char *run = g_strndup (text, length);

  return dl_text_measure_width (self->layout->input->measure, style, run);
}

/* Bytes [@start, @end) of @line. */
static void
mark_words (DlHitMarks        *self,
            const DlLabelLine *line,
            gsize              start,
            gsize              end,
            DlTextStyle        style,
            double             x,
            double             y,
            gboolean           cut)
{
  double   height = dl_text_measure_line_height (self->layout->input->measure, style);
  double   full = measure (self, style, line->text, line->length);
  double   width = MIN ((double) line->width, full);
  double   room = width - (cut ? measure (self, style, "…", sizeof "…" - 1) : 0);
  double   from = measure (self, style, line->text, start);
  double   to = measure (self, style, line->text, end);
  gboolean left, right;

  find_directions (line->text, line->length, &left, &right);
  if (left && right)
    {
      /* Where its pieces come to stand is for who shapes it. */
      from = 0;
      to = width;
    }
  else if (from >= room)
    return;
  to = MIN (to, width);
  if (left && !right)
    {
      double mirrored = width - to;

      to = width - from;
      from = mirrored;
    }
  if (to - from < LEAST_MARKED)
    return;
  add_mark (self, x + from - WORD_PADDING, y, to - from + 2 * WORD_PADDING, height);
  self->n++;
}

void
dl_hit_marks_add (DlHitMarks        *self,
                  const DlLabelLine *lines,
                  guint              n_lines,
                  gsize              skip,
                  DlTextStyle        style,
                  double             x,
                  double             y,
                  double             step,
                  gboolean           cut)
{
  const char        *text = n_lines == 0 ? NULL : lines[0].text + skip;
  g_autofree char   *whole = NULL;
  g_autoptr (GArray) ranges = NULL;
  const DlLabelLine *last = n_lines == 0 ? NULL : &lines[n_lines - 1];

  if (n_lines == 0 || last->text + last->length <= text)
    return;
  /* The lines are parts of one text, so a phrase may run over two of them. */
  whole = g_strndup (text, (gsize) (last->text + last->length - text));
  ranges = dl_query_find (self->layout->input->query, whole);
  if (ranges == NULL)
    return;
  for (guint i = 0; i < n_lines; i++, y += step)
    for (guint j = 0; j < ranges->len; j++)
      {
        const DlQueryRange *range = &g_array_index (ranges, DlQueryRange, j);
        const char         *start = MAX (text + range->start, lines[i].text);
        const char         *end = MIN (text + range->end, lines[i].text + lines[i].length);

        if (start < end)
          mark_words (self, &lines[i], (gsize) (start - lines[i].text), (gsize) (end - lines[i].text), style, x, y,
                      cut && i + 1 == n_lines);
      }
}

void
dl_hit_marks_add_end (DlHitMarks *self, double x, double y, double height)
{
  add_mark (self, x, y, END_WIDTH, height)->radius = END_RADIUS;
}
