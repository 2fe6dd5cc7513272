/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture's title, and the line below it. */
#include "layout/dl-layout-private.h"

#include <math.h>

#include "layout/dl-text-wrap.h"

#define HEADING_MARGIN 14.0

/* The lines of a picture's title. Returns: how many */
static guint
wrap_heading (const DlLayoutInput *input, DlTextLine *lines, gboolean *whole)
{
  return dl_text_wrap (input->measure, DL_TEXT_HEADING, input->heading, input->viewport.width - 2 * HEADING_MARGIN,
                       lines, DL_TITLE_LINES, whole);
}

double
dl_layout_heading_height (const DlLayoutInput *input)
{
  DlTextLine lines[DL_TITLE_LINES];
  gboolean   whole;
  double     height;

  if (input->heading == NULL)
    return 0;
  height = 2 * HEADING_MARGIN +
           wrap_heading (input, lines, &whole) * dl_text_measure_line_height (input->measure, DL_TEXT_HEADING);
  if (input->caption != NULL)
    height += dl_text_measure_line_height (input->measure, DL_TEXT_NOTE) + 2;
  return ceil (height);
}

void
dl_layout_heading (DlLayoutContext *self)
{
  const DlLayoutInput *input = self->input;
  double               width = input->viewport.width - 2 * HEADING_MARGIN;
  double               y = HEADING_MARGIN;
  DlTextLine           lines[DL_TITLE_LINES];
  gboolean             whole;
  guint                n;
  DlOp                *op;

  if (input->heading == NULL)
    return;
  n = wrap_heading (input, lines, &whole);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = g_strndup (input->heading + lines[i].from, lines[i].length);

      op = dl_layout_text (self, DL_ROLE_HEADING, DL_TEXT_HEADING, DL_PAINT_INK, HEADING_MARGIN, y, width, line);
      op->flags |= DL_OP_FIXED | (!whole && i + 1 == n ? DL_OP_CUT : 0);
      y += op->h;
    }
  if (input->caption == NULL)
    return;
  op = dl_layout_text (self, DL_ROLE_HEADING, DL_TEXT_NOTE, DL_PAINT_DIM, HEADING_MARGIN, y + 2, width, input->caption);
  op->flags |= DL_OP_FIXED;
  if (dl_text_measure_width (input->measure, DL_TEXT_NOTE, input->caption) > width)
    op->flags |= DL_OP_CUT;
}
