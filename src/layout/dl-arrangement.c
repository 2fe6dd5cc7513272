/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-arrangement.h"

#include "base/dl-parallel.h"
#include "layout/dl-home-view.h"

#define UNPLACED G_MAXUINT16

struct _DlArrangement
{
  gatomicrefcount ref_count;
  DlTimeline     *timeline;
  DlFolds        *folds; /* nullable */
  DlEventSet     *shown; /* nullable */
  DlMetrics       metrics;
  GArray         *lanes;       /* DlLane */
  DlLaneIndex   **indexes;     /* per lane */
  guint16        *lane_of;     /* per event */
  DlInstant       home_from;   /* what dl_home_view() says */
  DlInstant       home_to;     /* */
  DlEraPlace     *eras;        /* per era */
  double          eras_height; /* of their rows over the ruler */
  double          head_height;
};

void
dl_arrange_options_copy (const DlArrangeOptions *from, DlArrangeOptions *to)
{
  *to = (DlArrangeOptions){ 0 };
  if (from == NULL)
    return;
  *to = *from;
  dl_lane_options_copy (&from->lanes, &to->lanes);
  if (from->shown != NULL)
    dl_event_set_ref (from->shown);
}

void
dl_arrange_options_clear (DlArrangeOptions *options)
{
  dl_lane_options_clear (&options->lanes);
  g_clear_pointer (&options->shown, dl_event_set_unref);
}

/* What is done in two halves that need nothing of each other. */
typedef struct
{
  DlArrangement          *arrangement;
  DlTextMeasure          *measure;
  const DlArrangeOptions *options;
} Beginning;

static const DlLane *
lane_at (DlArrangement *self, guint lane)
{
  return &g_array_index (self->lanes, DlLane, lane);
}

/* An event that is in several lanes is known by the first that shows its rows. */
static void
settle_lanes (Beginning *self)
{
  DlArrangement *arrangement = self->arrangement;
  guint          n_events = dl_timeline_get_n_events (arrangement->timeline);

  arrangement->lanes = dl_lanes_new (arrangement->timeline, self->options != NULL ? &self->options->lanes : NULL);
  arrangement->lane_of = g_new (guint16, MAX (n_events, 1));
  for (guint i = 0; i < n_events; i++)
    arrangement->lane_of[i] = UNPLACED;
  for (guint lane = 0; lane < arrangement->lanes->len; lane++)
    {
      const GArray *events = lane_at (arrangement, lane)->events;
      gboolean      shown = lane_at (arrangement, lane)->state != DL_LANE_COLLAPSED;

      for (guint i = 0; i < events->len; i++)
        {
          guint16 *lane_of = &arrangement->lane_of[g_array_index (events, guint32, i)];

          if (*lane_of == UNPLACED || (shown && lane_at (arrangement, *lane_of)->state == DL_LANE_COLLAPSED))
            *lane_of = (guint16) lane;
        }
    }
}

static void
settle_axis (Beginning *self)
{
  DlArrangement   *arrangement = self->arrangement;
  const DlInstant *today = self->options != NULL && self->options->has_today ? &self->options->today : NULL;
  guint            n_era_rows;

  dl_metrics_init (&arrangement->metrics, self->measure);
  arrangement->eras = dl_era_rows_new (arrangement->timeline, &n_era_rows);
  arrangement->eras_height = n_era_rows > 1 ? n_era_rows * arrangement->metrics.era_row : 0;
  arrangement->head_height =
    arrangement->eras_height + arrangement->metrics.context_height + arrangement->metrics.tick_height;
  if (self->options != NULL && self->options->fold)
    arrangement->folds = dl_folds_new_for_timeline (arrangement->timeline, &self->options->opened);
  dl_home_view (arrangement->timeline, arrangement->folds, today, &arrangement->home_from, &arrangement->home_to);
}

static void
settle_half (guint index, gpointer data)
{
  if (index == 0)
    settle_lanes (data);
  else
    settle_axis (data);
}

static void
index_lane (guint lane, gpointer data)
{
  DlArrangement *self = data;

  self->indexes[lane] = dl_lane_index_new (self->timeline, self->folds, lane_at (self, lane)->events, self->shown);
}

DlArrangement *
dl_arrangement_new (DlTimeline *timeline, DlTextMeasure *measure, const DlArrangeOptions *options)
{
  DlArrangement *self;
  Beginning      beginning;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  self = g_new0 (DlArrangement, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->timeline = g_object_ref (timeline);
  if (options != NULL && options->shown != NULL)
    self->shown = dl_event_set_ref (options->shown);
  beginning = (Beginning){ self, measure, options };
  dl_parallel_for (2, settle_half, &beginning);
  self->indexes = g_new0 (DlLaneIndex *, MAX (self->lanes->len, 1));
  dl_parallel_for (self->lanes->len, index_lane, self);
  g_debug ("arrangement of %u events in %u lanes, %u folds", dl_timeline_get_n_events (timeline), self->lanes->len,
           dl_folds_get_n (self->folds));
  return self;
}

DlArrangement *
dl_arrangement_ref (DlArrangement *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dl_arrangement_unref (DlArrangement *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->lanes->len; i++)
    dl_lane_index_free (self->indexes[i]);
  g_free (self->indexes);
  g_free (self->lane_of);
  g_free (self->eras);
  g_array_unref (self->lanes);
  g_clear_pointer (&self->folds, dl_folds_unref);
  g_clear_pointer (&self->shown, dl_event_set_unref);
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
  return lane_at (self, lane);
}

const DlLaneIndex *
dl_arrangement_get_index (DlArrangement *self, guint lane)
{
  g_return_val_if_fail (lane < self->lanes->len, NULL);
  return self->indexes[lane];
}

DlEventSet *
dl_arrangement_get_shown (DlArrangement *self)
{
  return self->shown;
}

const DlFolds *
dl_arrangement_get_folds (DlArrangement *self)
{
  return self->folds;
}

guint32
dl_arrangement_get_event (DlArrangement *self, guint lane, guint item)
{
  g_return_val_if_fail (lane < self->lanes->len, DL_NONE);
  g_return_val_if_fail (item < lane_at (self, lane)->events->len, DL_NONE);
  return g_array_index (lane_at (self, lane)->events, guint32, item);
}

void
dl_arrangement_locate (DlArrangement *self, guint position, guint *lane, guint *item)
{
  g_return_if_fail (position < dl_timeline_get_n_events (self->timeline));
  *lane = self->lane_of[position];
  *item = dl_positions_find (lane_at (self, *lane)->events, position);
}

guint
dl_arrangement_locate_in (DlArrangement *self, guint position, guint lane)
{
  g_return_val_if_fail (position < dl_timeline_get_n_events (self->timeline), DL_NONE);
  g_return_val_if_fail (lane < self->lanes->len, DL_NONE);
  return dl_positions_find (lane_at (self, lane)->events, position);
}

guint
dl_arrangement_find_lane (DlArrangement *self, const char *key)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (g_str_equal (lane_at (self, i)->key, key))
      return i;
  return DL_NONE;
}

void
dl_arrangement_get_home_view (DlArrangement *self, DlInstant *from, DlInstant *to)
{
  *from = self->home_from;
  *to = self->home_to;
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
