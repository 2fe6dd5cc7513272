/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-layout-private.h"

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

typedef struct
{
  DlArrangement *arrangement;
  guint          lane;
  GArray        *labels;
  guint          selected; /* its mark stands for itself */
  GArray        *positions;
} Lane;

/* The items from @low to before @high that have no label. */
static void
add_without_label (const Lane *self, guint low, guint high)
{
  for (guint i = low; i < high; i++)
    if (i != self->selected && dl_labels_find (self->labels, i) == NULL)
      {
        guint32 event = dl_arrangement_get_event (self->arrangement, self->lane, i);

        g_array_append_val (self->positions, event);
      }
}

static void
add_lane (DlLayoutContext *self, guint lane_index, DlRole role, double x, GArray *positions)
{
  const DlLaneIndex *index = dl_arrangement_get_index (self->input->arrangement, lane_index);
  Lane lane = { self->input->arrangement, lane_index, dl_placement_get_lane (self->placement, lane_index)->labels,
                DL_NONE, positions };
  DlLaneCount count;
  guint       low, high;

  dl_layout_count_lane (self, lane_index, &count);
  lane.selected = count.selected;
  low = count.first;
  high = count.end;
  if (role == DL_ROLE_DENSITY)
    {
      DlInstant from, to;

      dl_layout_get_bin (&self->input->viewport, x, &from, &to);
      low = MAX (low, dl_lane_index_first_from (index, 0, from));
      high = MIN (high, dl_lane_index_first_from (index, 0, to));
    }
  if (role != DL_ROLE_COUNT)
    {
      add_without_label (&lane, low, high);
      return;
    }
  /* Those that began before the window and still go on. */
  for (guint i = 0; i < count.first; i++)
    if (dl_instant_compare (dl_lane_index_get_extent (index, i)->end, self->from) > 0)
      add_without_label (&lane, i, i + 1);
}

/* What is known of an event that meets the window. */
enum
{
  WITHOUT_LABEL = 1 << 0, /* in some lane */
  WITH_LABEL = 1 << 1,
};

static void
look_at_lane (DlLayoutContext *self, guint lane, guint8 *found)
{
  const DlLaneIndex *index = dl_arrangement_get_index (self->input->arrangement, lane);
  const GArray      *labels = dl_placement_get_lane (self->placement, lane)->labels;
  DlLaneCount        count;

  dl_layout_count_lane (self, lane, &count);
  for (guint i = 0; i < count.end; i++)
    if (i >= count.first || dl_instant_compare (dl_lane_index_get_extent (index, i)->end, self->from) > 0)
      found[dl_arrangement_get_event (self->input->arrangement, lane, i)] |=
        dl_labels_find (labels, i) != NULL ? WITH_LABEL : WITHOUT_LABEL;
}

/* An event that is in several lanes is listed once, and not where one of them
 * has room for its label. */
static void
add_all_lanes (DlLayoutContext *self, GArray *positions)
{
  guint              n_events = dl_timeline_get_n_events (self->timeline);
  g_autofree guint8 *found = g_new0 (guint8, MAX (n_events, 1));

  for (guint i = 0; i < dl_arrangement_get_n_lanes (self->input->arrangement); i++)
    look_at_lane (self, i, found);
  for (guint32 i = 0; i < n_events; i++)
    if (found[i] == WITHOUT_LABEL)
      g_array_append_val (positions, i);
}

GArray *
dl_layout_list_events (const DlLayoutInput *input, guint lane, DlRole role, double x)
{
  DlLayoutContext         self = { .input = input, .timeline = dl_arrangement_get_timeline (input->arrangement) };
  GArray                 *positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (DlPlacement) placement =
    input->placement != NULL ? dl_placement_ref (input->placement) : dl_layout_place (input);

  self.placement = placement;
  self.from = dl_viewport_axis_from (&input->viewport);
  self.to = dl_viewport_axis_to (&input->viewport);
  if (lane == DL_NO_LANE)
    add_all_lanes (&self, positions);
  else
    {
      add_lane (&self, lane, role, x, positions);
      g_array_sort (positions, compare_positions);
    }
  return positions;
}
