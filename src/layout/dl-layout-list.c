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

/* The items from @low to before @high that have no label. */
static void
add_without_label (const DlLaneCount *count, const DlGroup *group, guint g, guint low, guint high, GArray *positions)
{
  for (guint i = low; i < high; i++)
    if (!dl_levels_view_shows (&count->views[g], i) && i != count->selected[g])
      g_array_append_val (positions, g_array_index (group->events, guint32, i));
}

/* Those of them that began before the window and still go on. */
static void
add_running (const DlLaneCount *count, const DlGroup *group, guint g, DlInstant from, GArray *positions)
{
  for (guint i = 0; i < count->first[g]; i++)
    if (dl_instant_compare (dl_levels_get_item (group->levels, i)->end, from) > 0)
      add_without_label (count, group, g, i, i + 1, positions);
}

static void
add_lane (DlLayoutContext *self, guint lane, DlRole role, double x, GArray *positions)
{
  const DlLaneRows *rows = dl_arrangement_get_rows (self->input->arrangement, lane);
  DlLaneCount       count;

  dl_layout_count_lane (self, lane, &count);
  for (guint g = 0; g < DL_N_GROUPS; g++)
    {
      const DlGroup *group = &rows->groups[g];
      guint          low = count.first[g];
      guint          high = count.end[g];

      if (role == DL_ROLE_DENSITY)
        {
          DlInstant from, to;

          dl_layout_get_bin (&self->input->viewport, x, &from, &to);
          low = MAX (low, dl_levels_first_from (group->levels, 0, from));
          high = MIN (high, dl_levels_first_from (group->levels, 0, to));
        }
      if (role == DL_ROLE_COUNT)
        add_running (&count, group, g, self->from, positions);
      else
        add_without_label (&count, group, g, low, high, positions);
    }
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
  const DlLaneRows *rows = dl_arrangement_get_rows (self->input->arrangement, lane);
  DlLaneCount       count;

  dl_layout_count_lane (self, lane, &count);
  for (guint g = 0; g < DL_N_GROUPS; g++)
    {
      const DlGroup *group = &rows->groups[g];

      for (guint i = 0; i < count.end[g]; i++)
        if (i >= count.first[g] || dl_instant_compare (dl_levels_get_item (group->levels, i)->end, self->from) > 0)
          found[g_array_index (group->events, guint32, i)] |=
            dl_levels_view_shows (&count.views[g], i) ? WITH_LABEL : WITHOUT_LABEL;
    }
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
  DlLayoutContext self = { .input = input, .timeline = dl_arrangement_get_timeline (input->arrangement) };
  GArray         *positions = g_array_new (FALSE, FALSE, sizeof (guint32));

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
