/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-levels-private.h"

#include <math.h>

/* How far before the first item a label may begin, in pixels. */
#define FRONT_MARGIN 12.0

double
dl_level_gap_needed_left (const DlLevels *levels, guint item, const DlLevelGap *gap, double scale)
{
  const DlLevelItem *items = levels->items;
  double             room;

  if (gap->right == DL_NO_ITEM)
    return 0;
  room = dl_instant_distance (items[item].anchor, items[gap->right].start) * scale;
  if (levels->left[gap->right] > 0)
    room =
      MIN (room, dl_instant_distance (items[item].anchor, items[gap->right].anchor) * scale - levels->left[gap->right]);
  /* Rounded up, so that it is no less once it is kept. */
  return room >= items[item].width ? 0 : ceil ((items[item].width - room) * 16) / 16;
}

gboolean
dl_level_gap_fits (const DlLevels *levels, guint item, const DlLevelGap *gap, double scale)
{
  const DlLevelItem *items = levels->items;
  double             left = dl_level_gap_needed_left (levels, item, gap, scale);

  /* A label does not reach back before everything else, out of the view that
   * shows all, but for its margin. */
  if (left > 0 && gap->left == DL_NO_ITEM &&
      dl_instant_distance (items[0].anchor, items[item].anchor) * scale + FRONT_MARGIN < left)
    return FALSE;
  return left <= items[item].max_left &&
         (gap->left == DL_NO_ITEM ||
          dl_level_may_follow (&items[gap->left], levels->left[gap->left], &items[item], left, scale)) &&
         (gap->right == DL_NO_ITEM ||
          dl_level_may_follow (&items[item], left, &items[gap->right], levels->left[gap->right], scale));
}

double
dl_level_gap_room (const DlLevels *levels, const DlLevelGap *gap, double scale)
{
  const DlLevelItem *left, *right;
  double             before, after, room;

  if (gap->left == DL_NO_ITEM || gap->right == DL_NO_ITEM)
    return G_MAXDOUBLE;
  left = &levels->items[gap->left];
  right = &levels->items[gap->right];
  before = left->width - levels->left[gap->left];
  after = levels->left[gap->right];
  room = MIN (dl_instant_distance (left->anchor, right->start) * scale - before,
              dl_instant_distance (left->end, right->start) * scale);
  if (after > 0)
    room = MIN (room, MIN (dl_instant_distance (left->anchor, right->anchor) * scale - before - after,
                           dl_instant_distance (left->end, right->anchor) * scale - after));
  return room;
}

/* The scale from which @distance seconds are @pixels wide. */
static double
scale_for (double distance, double pixels)
{
  if (pixels <= 0)
    return distance >= 0 ? 0 : G_MAXDOUBLE;
  return distance > 0 ? pixels / distance : G_MAXDOUBLE;
}

double
dl_level_gap_scale_for_width (const DlLevels *levels, const DlLevelGap *gap, double width)
{
  const DlLevelItem *left = &levels->items[gap->left];
  const DlLevelItem *right = &levels->items[gap->right];
  double             before = left->width - levels->left[gap->left];
  double             after = levels->left[gap->right];
  double             scale = scale_for (dl_instant_distance (left->anchor, right->start), before + width);

  scale = MAX (scale, scale_for (dl_instant_distance (left->end, right->start), width));
  if (after > 0)
    {
      scale = MAX (scale, scale_for (dl_instant_distance (left->anchor, right->anchor), before + width + after));
      scale = MAX (scale, scale_for (dl_instant_distance (left->end, right->anchor), width + after));
    }
  return scale;
}

double
dl_level_gap_reaching_scale (const DlLevels *levels, guint item, const DlLevelGap *gap)
{
  const DlLevelItem *items = levels->items;
  double             scale = 0;

  if (gap->left != DL_NO_ITEM)
    scale = scale_for (dl_instant_distance (items[gap->left].anchor, items[item].start),
                       items[gap->left].width - levels->left[gap->left]);
  if (gap->right != DL_NO_ITEM)
    scale = MAX (scale, scale_for (dl_instant_distance (items[item].anchor, items[gap->right].start),
                                   items[item].width - items[item].max_left));
  return scale;
}
