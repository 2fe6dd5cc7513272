/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file that was saved again has added or changed: a badge at what shows it. */
#include "layout/dl-layout-private.h"

#define CARD_INSET 5.0 /* of a badge's middle from the corner of a card */
#define LINE_GAP 1.0   /* between words and a badge behind them, which fills the gap to the next */

guint32
dl_layout_get_news (DlLayoutContext *self, guint32 event)
{
  if (self->input->added != NULL && dl_event_set_contains (self->input->added, event))
    return DL_OP_ADDED;
  if (self->input->changed != NULL && dl_event_set_contains (self->input->changed, event))
    return DL_OP_CHANGED;
  return 0;
}

guint32
dl_layout_find_news (DlLayoutContext *self, guint lane, guint low, guint high)
{
  const GArray *labels = dl_placement_get_lane (self->placement, lane)->labels;
  guint32       found = 0;

  if (self->input->added == NULL && self->input->changed == NULL)
    return 0;
  for (guint i = low; i < high; i++)
    {
      guint32 news = dl_layout_get_news (self, dl_arrangement_get_event (self->input->arrangement, lane, i));

      if (news != 0 && dl_labels_find (labels, i) == NULL)
        found |= news;
      if (found & DL_OP_ADDED)
        return DL_OP_ADDED;
    }
  return found;
}

/* @x, @y: its middle */
static void
add_badge (DlLayoutContext *self, const DlOp *own, guint32 news, double x, double y)
{
  DlOp *op = dl_scene_add (self->scene, DL_OP_RECT, DL_ROLE_NEWS);

  dl_news_badge (op, news, x, y);
  op->event = own->event;
  op->lane = own->lane;
  op->row = own->row;
}

void
dl_layout_add_news (DlLayoutContext *self, const DlOp *own, const DlLabel *label, double x, double y)
{
  guint32 news = own->event == DL_NONE ? 0 : dl_layout_get_news (self, own->event);
  double  width = label->width;

  if (news == 0)
    return;
  if (label->card)
    add_badge (self, own, news, label->side == DL_SIDE_BEFORE ? x + CARD_INSET : x + width - CARD_INSET,
               y + self->metrics->when);
  else
    add_badge (self, own, news, x + width + LINE_GAP + DL_NEWS_SIZE / 2, y + self->metrics->when + DL_NEWS_SIZE / 2);
}

void
dl_layout_add_strip_news (DlLayoutContext *self, const DlOp *op, guint32 news)
{
  DlOp   own = *op;
  double y = MAX ((double) op->y, (double) (op->y + op->h) - self->metrics->strip + DL_NEWS_SIZE / 2);

  if (news != 0)
    add_badge (self, &own, news, (double) (op->x + op->w / 2), y);
}
