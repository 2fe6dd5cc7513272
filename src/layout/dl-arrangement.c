/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-arrangement-private.h"

#include <math.h>

#include "base/dl-parallel.h"
#include "layout/dl-home-view.h"
#include "layout/dl-rank.h"

/* A window of this width shows the home view at the level from which rows are
 * filled. */
#define FIRST_LEVEL_WIDTH 640.0

/* All is about this wide where one has zoomed out as far as can be. */
#define FARTHEST_WIDTH 320.0

/* Rows that intervals cannot take from single dates, and the other way round. */
#define RESERVED_ROWS 60u

/* Beside other lanes a lane has no more rows than this until it is expanded,
 * unless there are only a few more; of these so many are kept for single dates. */
#define USUAL_ROWS 12u
#define FEW_MORE_ROWS 4u
#define USUAL_SINGLE_ROWS 6u

static void
set_row_heights (DlArrangement *self, DlLaneRows *rows)
{
  const DlMetrics   *metrics = &self->metrics;
  const DlGroup     *singles = &rows->groups[DL_GROUP_SINGLES];
  g_autofree double *heights = g_new0 (double, rows->n_rows + 1);
  double             y = metrics->lane_header;

  for (guint row = 0; row < rows->n_rows; row++)
    if (row >= rows->groups[DL_GROUP_INTERVALS].first_row)
      heights[row] = metrics->bar_row;
    else if (rows->cards)
      heights[row] = metrics->when + dl_arrangement_card_height (metrics, FALSE) + metrics->row_gap;
    else
      heights[row] = metrics->line_row;
  for (guint i = 0; rows->cards && i < singles->events->len; i++)
    if (rows->texts[i].quote != NULL && dl_levels_get_level (singles->levels, i) != DL_LEVEL_NEVER)
      heights[dl_levels_get_row (singles->levels, i)] =
        metrics->when + dl_arrangement_card_height (metrics, TRUE) + metrics->row_gap;

  rows->row_y = g_new (double, rows->n_rows + 1);
  for (guint row = 0; row < rows->n_rows; row++)
    {
      rows->row_y[row] = y;
      y += heights[row];
    }
  rows->row_y[rows->n_rows] = y;
  rows->strip_y = y;
  rows->height = ceil (y + metrics->strip + metrics->lane_gap);
}

/* How many rows of either kind a lane gets. */
static void
settle_rows (DlArrangement *self, guint lane_index, guint n_singles, guint n_intervals)
{
  DlLaneState state = g_array_index (self->lanes, DlLane, lane_index).state;
  DlLaneRows *rows = &self->rows[lane_index];
  DlGroup    *singles = &rows->groups[DL_GROUP_SINGLES];
  DlGroup    *intervals = &rows->groups[DL_GROUP_INTERVALS];
  guint       n_wanted;

  if (state == DL_LANE_COLLAPSED)
    n_singles = n_intervals = 0;
  n_singles = MIN (n_singles, DL_MAX_ROWS - MIN (n_intervals, RESERVED_ROWS));
  n_intervals = MIN (n_intervals, DL_MAX_ROWS - n_singles);
  n_wanted = n_singles + n_intervals;
  if (state != DL_LANE_EXPANDED && self->lanes->len > 1 && n_wanted > USUAL_ROWS + FEW_MORE_ROWS)
    {
      n_singles = MIN (n_singles, USUAL_ROWS - MIN (n_intervals, USUAL_ROWS - USUAL_SINGLE_ROWS));
      n_intervals = MIN (n_intervals, USUAL_ROWS - n_singles);
    }
  singles->n_rows = n_singles;
  intervals->first_row = n_singles;
  intervals->n_rows = n_intervals;
  rows->n_rows = n_singles + n_intervals;
  rows->n_more_rows = n_wanted - rows->n_rows;
}

/* What is done for all groups at once: by lane, then by kind. */
typedef struct
{
  DlArrangement *arrangement;
  DlTextMeasure *measure;
  DlGroupDraft  *drafts;
} Filling;

static DlGroup *
group_at (DlArrangement *self, guint index)
{
  return &self->rows[index / DL_N_GROUPS].groups[index % DL_N_GROUPS];
}

static void
split_lane (guint index, gpointer data)
{
  dl_arrangement_split_lane (((Filling *) data)->arrangement, index);
}

static void
draft_group (guint index, gpointer data)
{
  Filling       *filling = data;
  DlArrangement *self = filling->arrangement;
  DlGroup       *group = group_at (self, index);
  DlGroupDraft  *draft = &filling->drafts[index];

  if (draft->items == NULL)
    draft->items = dl_arrangement_make_items (self, group, filling->measure, NULL);
  dl_rank_items (self->timeline, (const guint32 *) (gpointer) group->events->data, draft->items, group->events->len);
  dl_arrangement_draft_rows (self, draft, group->events->len);
}

/* With the rows that it was given, which may be fewer than it wants. */
static void
fill_group (guint index, gpointer data)
{
  Filling       *filling = data;
  DlArrangement *self = filling->arrangement;
  DlGroup       *group = group_at (self, index);
  DlGroupDraft  *draft = &filling->drafts[index];
  guint          first_level = dl_arrangement_first_level (self, draft->items, group->events->len, group->n_rows);

  if (draft->levels != NULL && dl_levels_get_n_rows (draft->levels) == group->n_rows)
    {
      group->levels = g_steal_pointer (&draft->levels);
      g_clear_pointer (&draft->items, g_free);
      return;
    }
  g_clear_pointer (&draft->levels, dl_levels_free);
  group->levels = dl_levels_begin (g_steal_pointer (&draft->items), group->events->len, group->n_rows, first_level);
  while (group->events->len <= DL_COMPLETE_AT_ONCE && dl_levels_step (group->levels))
    continue;
}

/* How many begin in each bin that has any, for ever larger ones: those of one
 * size come in pairs to make those of the next. */
static void
find_busiest (guint index, gpointer data)
{
  Filling           *filling = data;
  DlLaneRows        *rows = &filling->arrangement->rows[index];
  const DlLevels    *levels[DL_N_GROUPS] = { rows->groups[0].levels, rows->groups[1].levels };
  guint              at[DL_N_GROUPS] = { 0, 0 };
  guint              n_bins = 0;
  g_autofree gint64 *numbers = g_new (gint64, MAX (rows->groups[0].events->len + rows->groups[1].events->len, 1));
  g_autofree guint  *counts = g_new (guint, MAX (rows->groups[0].events->len + rows->groups[1].events->len, 1));

  while (at[0] < dl_levels_get_n_items (levels[0]) || at[1] < dl_levels_get_n_items (levels[1]))
    {
      guint  from = at[0] == dl_levels_get_n_items (levels[0]);
      gint64 start;

      if (from == 0 && at[1] < dl_levels_get_n_items (levels[1]))
        from =
          dl_levels_get_item (levels[1], at[1])->start.seconds < dl_levels_get_item (levels[0], at[0])->start.seconds;
      start = dl_levels_get_item (levels[from], at[from]++)->start.seconds;
      if (start == G_MININT64)
        continue;
      if (n_bins > 0 && numbers[n_bins - 1] == start)
        counts[n_bins - 1]++;
      else
        {
          numbers[n_bins] = start;
          counts[n_bins++] = 1;
        }
    }
  for (guint i = 0; i < DL_N_BIN_SIZES; i++)
    {
      guint n = 0;

      for (guint j = 0; j < n_bins; j++)
        {
          /* Rounding down, before 1970 as well. */
          gint64 number = i == 0 ? numbers[j] : (numbers[j] - (numbers[j] < 0 && numbers[j] % 2 != 0)) / 2;

          if (n > 0 && numbers[n - 1] == number)
            counts[n - 1] += counts[j];
          else
            {
              numbers[n] = number;
              counts[n++] = counts[j];
            }
          rows->busiest[i] = MAX (rows->busiest[i], counts[n - 1]);
        }
      n_bins = n;
    }
}

void
dl_arrange_options_copy (const DlArrangeOptions *from, DlArrangeOptions *to)
{
  *to = (DlArrangeOptions){ 0 };
  if (from == NULL)
    return;
  *to = *from;
  dl_lane_options_copy (&from->lanes, &to->lanes);
}

void
dl_arrange_options_clear (DlArrangeOptions *options)
{
  dl_lane_options_clear (&options->lanes);
}

/* What comes first, in two halves that need nothing of each other. */
typedef struct
{
  DlArrangement          *arrangement;
  DlTextMeasure          *measure;
  const DlArrangeOptions *options;
} Beginning;

static void
settle_lanes (Beginning *self)
{
  DlArrangement *arrangement = self->arrangement;
  guint          n_events = dl_timeline_get_n_events (arrangement->timeline);

  arrangement->lanes = dl_lanes_new (arrangement->timeline, self->options != NULL ? &self->options->lanes : NULL);
  arrangement->rows = g_new0 (DlLaneRows, MAX (arrangement->lanes->len, 1));
  arrangement->lane_of = g_new (guint16, MAX (n_events, 1));
  arrangement->index_of = g_new0 (guint32, MAX (n_events, 1));
  for (guint i = 0; i < n_events; i++)
    arrangement->lane_of[i] = DL_UNPLACED;
}

static void
settle_axis (Beginning *self)
{
  DlArrangement   *arrangement = self->arrangement;
  const DlInstant *today = self->options != NULL && self->options->has_today ? &self->options->today : NULL;
  DlInstant        from, to;
  guint            n_era_rows;

  dl_arrangement_measure_metrics (&arrangement->metrics, self->measure);
  arrangement->eras = dl_era_rows_new (arrangement->timeline, &n_era_rows);
  arrangement->eras_height = n_era_rows > 1 ? n_era_rows * arrangement->metrics.era_row : 0;
  arrangement->head_height =
    arrangement->eras_height + arrangement->metrics.context_height + arrangement->metrics.tick_height;
  if (self->options != NULL && self->options->fold)
    arrangement->folds = dl_folds_new_for_timeline (arrangement->timeline, &self->options->opened);
  dl_home_view (arrangement->timeline, arrangement->folds, today, &arrangement->real_home_from,
                &arrangement->real_home_to);
  arrangement->home_from = dl_folds_to_axis (arrangement->folds, arrangement->real_home_from);
  arrangement->home_to = dl_folds_to_axis (arrangement->folds, arrangement->real_home_to);
  arrangement->home_level = dl_level_at_scale (
    FIRST_LEVEL_WIDTH / MAX (dl_instant_distance (arrangement->home_from, arrangement->home_to), 1e-6));
  dl_full_view (arrangement->timeline, arrangement->folds, today, &from, &to);
  from = dl_folds_to_axis (arrangement->folds, from);
  to = dl_folds_to_axis (arrangement->folds, to);
  arrangement->farthest_level =
    MIN (dl_level_at_scale (FARTHEST_WIDTH / MAX (dl_instant_distance (from, to), 1.0)), arrangement->home_level);
}

static void
settle_half (guint index, gpointer data)
{
  if (index == 0)
    settle_lanes (data);
  else
    settle_axis (data);
}

/* Drafts and fills the rows of all lanes. @every: events may be in several. */
static void
fill_lanes (DlArrangement *self, DlTextMeasure *measure, gboolean every)
{
  guint                    n_groups = self->lanes->len * DL_N_GROUPS;
  g_autofree DlGroupDraft *drafts = g_new0 (DlGroupDraft, MAX (n_groups, 1));
  Filling                  filling = { self, measure, drafts };

  if (every)
    for (guint i = 0; i < self->lanes->len; i++)
      split_lane (i, &filling);
  else
    dl_parallel_for (self->lanes->len, split_lane, &filling);
  for (guint i = 0; i < self->lanes->len; i++)
    dl_arrangement_draft_lane (self, i, measure, &drafts[i * DL_N_GROUPS + DL_GROUP_SINGLES]);
  dl_parallel_for (n_groups, draft_group, &filling);
  for (guint i = 0; i < self->lanes->len; i++)
    settle_rows (self, i, drafts[i * DL_N_GROUPS + DL_GROUP_SINGLES].wanted,
                 drafts[i * DL_N_GROUPS + DL_GROUP_INTERVALS].wanted);
  dl_parallel_for (n_groups, fill_group, &filling);
  dl_parallel_for (self->lanes->len, find_busiest, &filling);
}

static void
tell_lane (const DlArrangement *self, guint index)
{
  const DlLaneRows *rows = &self->rows[index];

  g_debug ("lane %u: %u single dates as %s, %u intervals, %u rows and %u more", index,
           rows->groups[DL_GROUP_SINGLES].events->len, rows->cards ? "cards" : "lines",
           rows->groups[DL_GROUP_INTERVALS].events->len, rows->n_rows, rows->n_more_rows);
}

DlArrangement *
dl_arrangement_begin (DlTimeline *timeline, DlTextMeasure *measure, const DlArrangeOptions *options)
{
  DlArrangement *self;
  Beginning      beginning;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  self = g_new0 (DlArrangement, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->timeline = g_object_ref (timeline);
  beginning = (Beginning){ self, measure, options };
  dl_parallel_for (2, settle_half, &beginning);
  fill_lanes (self, measure, options != NULL && options->lanes.every);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      set_row_heights (self, &self->rows[i]);
      self->lanes_height += self->rows[i].height;
      tell_lane (self, i);
    }
  g_debug ("arrangement of %u events in %u lanes, %u folds, rows filled from level %u on",
           dl_timeline_get_n_events (timeline), self->lanes->len, dl_folds_get_n (self->folds), self->home_level);
  return self;
}

/* Several threads take the coarsest level that is left, of any group. */
typedef struct
{
  DlArrangement    *arrangement;
  GCancellable     *cancellable;
  DlArrangementFunc func;
  gpointer          data;
  GMutex            mutex;
  gboolean         *busy; /* per group */
} Refining;

/* Returns: a group that nobody else builds, or the number of groups */
static guint
take_coarsest (Refining *self)
{
  guint n_groups = self->arrangement->lanes->len * DL_N_GROUPS;
  guint coarsest = n_groups;
  guint level = DL_LEVEL_NEVER;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < n_groups; i++)
    {
      guint next = self->busy[i] ? DL_LEVEL_NEVER : dl_levels_next_level (group_at (self->arrangement, i)->levels);

      if (next < level)
        {
          level = next;
          coarsest = i;
        }
    }
  if (coarsest < n_groups)
    self->busy[coarsest] = TRUE;
  g_mutex_unlock (&self->mutex);
  return coarsest;
}

static void
refine_thread (gpointer data)
{
  Refining *self = data;
  guint     n_groups = self->arrangement->lanes->len * DL_N_GROUPS;
  guint     group;

  while (!g_cancellable_is_cancelled (self->cancellable) && (group = take_coarsest (self)) < n_groups)
    {
      dl_levels_step (group_at (self->arrangement, group)->levels);
      g_mutex_lock (&self->mutex);
      self->busy[group] = FALSE;
      g_mutex_unlock (&self->mutex);
      if (self->func != NULL)
        self->func (self->data);
    }
}

gboolean
dl_arrangement_refine (DlArrangement *self, GCancellable *cancellable, DlArrangementFunc func, gpointer data)
{
  Refining refining = { .arrangement = self, .cancellable = cancellable, .func = func, .data = data };

  if (!dl_arrangement_is_complete (self))
    {
      refining.busy = g_new0 (gboolean, MAX (self->lanes->len * DL_N_GROUPS, 1));
      g_mutex_init (&refining.mutex);
      dl_parallel_run (refine_thread, &refining);
      g_mutex_clear (&refining.mutex);
      g_free (refining.busy);
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      g_atomic_int_set (&self->complete, TRUE);
    }
  return TRUE;
}

gboolean
dl_arrangement_is_complete (DlArrangement *self)
{
  return g_atomic_int_get (&self->complete);
}

DlArrangement *
dl_arrangement_new (DlTimeline *timeline, DlTextMeasure *measure, const DlArrangeOptions *options)
{
  DlArrangement *self = dl_arrangement_begin (timeline, measure, options);

  if (self != NULL)
    dl_arrangement_refine (self, NULL, NULL, NULL);
  return self;
}

DlArrangement *
dl_arrangement_ref (DlArrangement *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
clear_rows (DlLaneRows *rows)
{
  guint n_singles = rows->groups[DL_GROUP_SINGLES].events->len;

  for (guint i = 0; rows->texts != NULL && i < n_singles; i++)
    {
      g_free (rows->texts[i].date);
      g_free (rows->texts[i].quote);
    }
  g_free (rows->texts);
  for (guint g = 0; g < DL_N_GROUPS; g++)
    {
      g_array_unref (rows->groups[g].events);
      dl_levels_free (rows->groups[g].levels);
      g_free (rows->groups[g].widths);
      g_free (rows->groups[g].titles);
    }
  g_free (rows->row_y);
}

void
dl_arrangement_unref (DlArrangement *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->lanes->len; i++)
    clear_rows (&self->rows[i]);
  g_free (self->rows);
  g_free (self->lane_of);
  g_free (self->index_of);
  g_free (self->eras);
  g_array_unref (self->lanes);
  g_clear_pointer (&self->folds, dl_folds_unref);
  g_object_unref (self->timeline);
  g_free (self);
}

DlTimeline *
dl_arrangement_get_timeline (DlArrangement *self)
{
  return self->timeline;
}

const DlMetrics *
dl_arrangement_get_metrics (DlArrangement *self)
{
  return &self->metrics;
}

guint
dl_arrangement_get_n_lanes (DlArrangement *self)
{
  return self->lanes->len;
}

const DlLane *
dl_arrangement_get_lane (DlArrangement *self, guint lane)
{
  g_return_val_if_fail (lane < self->lanes->len, NULL);
  return &g_array_index (self->lanes, DlLane, lane);
}

const DlLaneRows *
dl_arrangement_get_rows (DlArrangement *self, guint lane)
{
  g_return_val_if_fail (lane < self->lanes->len, NULL);
  return &self->rows[lane];
}

const DlFolds *
dl_arrangement_get_folds (DlArrangement *self)
{
  return self->folds;
}

void
dl_arrangement_locate (DlArrangement *self, guint position, guint *lane, guint *group, guint *index)
{
  g_return_if_fail (position < dl_timeline_get_n_events (self->timeline));
  *lane = self->lane_of[position];
  *group = self->index_of[position] & DL_INTERVAL_BIT ? DL_GROUP_INTERVALS : DL_GROUP_SINGLES;
  *index = self->index_of[position] & ~DL_INTERVAL_BIT;
}

gboolean
dl_arrangement_locate_in (DlArrangement *self, guint position, guint lane, guint *group, guint *index)
{
  gboolean interval;

  g_return_val_if_fail (position < dl_timeline_get_n_events (self->timeline), FALSE);
  g_return_val_if_fail (lane < self->lanes->len, FALSE);
  interval = (dl_timeline_get_record (self->timeline, position)->date_flags & DL_DATE_INTERVAL) != 0;
  *group = interval ? DL_GROUP_INTERVALS : DL_GROUP_SINGLES;
  *index = dl_positions_find (self->rows[lane].groups[*group].events, position);
  return *index != DL_NONE;
}

guint
dl_arrangement_find_lane (DlArrangement *self, const char *key)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (g_str_equal (g_array_index (self->lanes, DlLane, i).key, key))
      return i;
  return DL_NONE;
}

void
dl_arrangement_get_home_view (DlArrangement *self, DlInstant *from, DlInstant *to)
{
  *from = self->real_home_from;
  *to = self->real_home_to;
}

const DlEraPlace *
dl_arrangement_get_era_places (DlArrangement *self)
{
  return self->eras;
}

double
dl_arrangement_get_eras_height (DlArrangement *self)
{
  return self->eras_height;
}

double
dl_arrangement_get_head_height (DlArrangement *self)
{
  return self->head_height;
}

double
dl_arrangement_get_lanes_height (DlArrangement *self)
{
  return self->lanes_height;
}
