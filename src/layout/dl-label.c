/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-label.h"

#include "layout/dl-metrics.h"

DlLabelPlace
dl_label_place (const DlLabel *self, const DlExtent *extent, const DlViewport *viewport)
{
  double       from = dl_viewport_axis_x (viewport, extent->start);
  double       to = dl_viewport_axis_x (viewport, extent->end);
  double       stated_from = CLAMP (dl_viewport_axis_x (viewport, self->stated_from), from, MAX (from, to));
  double       stated_to = CLAMP (dl_viewport_axis_x (viewport, self->stated_to), from, MAX (from, to));
  double       last = viewport->width - DL_LABEL_EDGE;
  DlLabelPlace place;

  /* How long a moment is shows when one is near enough. */
  if (self->point && to - from < DL_POINT_SIZE)
    {
      stated_from = from -= DL_POINT_SIZE / 2;
      stated_to = to = from + DL_POINT_SIZE;
    }
  to = MAX (to, from + DL_LEAST_MARK);
  stated_to = MAX (stated_to, stated_from + DL_LEAST_MARK);
  if (self->side == DL_SIDE_AFTER)
    {
      place.x = stated_from;
      /* Along in its extent, while that reaches in from the left. */
      if (place.x < DL_LABEL_EDGE)
        place.x = MAX (place.x, MIN (DL_LABEL_EDGE, to + (double) (self->shift - self->width)));
    }
  else
    {
      if (stated_to > last)
        stated_to = MIN (stated_to, MAX (last, from + (double) (self->width + self->shift)));
      place.x = stated_to - self->width;
    }
  place.date_from = from;
  place.date_to = to;
  place.from = MIN (from, place.x);
  place.to = MAX (to, place.x + self->width);
  return place;
}

const DlLabel *
dl_labels_find (const GArray *labels, guint item)
{
  guint low = 0;
  guint high = labels == NULL ? 0 : labels->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint other = g_array_index (labels, DlLabel, middle).item;

      if (other == item)
        return &g_array_index (labels, DlLabel, middle);
      if (other < item)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const DlLabel *left = a;
  const DlLabel *right = b;

  return left->item < right->item ? -1 : left->item > right->item;
}

void
dl_labels_sort (GArray *labels)
{
  g_array_sort (labels, compare_items);
}
