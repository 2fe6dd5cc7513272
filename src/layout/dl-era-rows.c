/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-era-rows.h"

/* Earlier ones first, of equals the longer one. */
static int
compare_eras (gconstpointer a, gconstpointer b, gpointer data)
{
  DlTimeline *timeline = data;
  guint       left = *(const guint *) a;
  guint       right = *(const guint *) b;
  int         order =
    dl_date_compare (&dl_timeline_get_era (timeline, left)->date, &dl_timeline_get_era (timeline, right)->date);

  return order != 0 ? order : left < right ? -1 : left > right;
}

/* Whether @date, which begins no earlier, may follow @before in a row. */
static gboolean
may_follow (const DlDate *before, const DlDate *date)
{
  if (dl_instant_compare (before->latest_end, date->earliest_start) <= 0)
    return TRUE;
  /* They share no more than the unit in which the one ends. */
  return (before->flags & DL_DATE_INTERVAL) != 0 &&
         dl_instant_compare (before->earliest_end, date->earliest_start) <= 0 &&
         dl_instant_compare (before->earliest_start, date->earliest_start) < 0 &&
         dl_instant_compare (before->latest_end, date->latest_end) < 0;
}

DlEraPlace *
dl_era_rows_new (DlTimeline *timeline, guint *n_rows)
{
  guint             n = dl_timeline_get_n_eras (timeline);
  DlEraPlace       *places = g_new0 (DlEraPlace, MAX (n, 1));
  g_autofree guint *order = g_new (guint, MAX (n, 1));
  guint             last[DL_MAX_ERA_ROWS];

  *n_rows = 0;
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_eras, timeline);
  for (guint i = 0; i < n; i++)
    {
      const DlDate *date = &dl_timeline_get_era (timeline, order[i])->date;
      DlEraPlace   *place = &places[order[i]];
      guint         row = 0;

      while (row < *n_rows && !may_follow (&dl_timeline_get_era (timeline, last[row])->date, date))
        row++;
      row = MIN (row, DL_MAX_ERA_ROWS - 1);
      *place = (DlEraPlace){ date->earliest_start, date->latest_end, row, DL_NONE };
      if (row < *n_rows)
        {
          DlEraPlace *before = &places[last[row]];

          before->next = order[i];
          if (row < DL_MAX_ERA_ROWS - 1 && dl_instant_compare (before->to, place->from) > 0)
            before->to = place->from =
              dl_instant_add_double (place->from, dl_instant_distance (place->from, before->to) / 2);
        }
      last[row] = order[i];
      *n_rows = MAX (*n_rows, row + 1);
    }
  return places;
}
