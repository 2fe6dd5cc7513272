/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an event's label would be: what it says, and how wide that is. */
#include <math.h>
#include <string.h>

#include "layout/dl-placement-private.h"
#include "layout/dl-rank.h"
#include "time/dl-words.h"

/* No longer title is asked to stand in one line, for text of the usual size; in a
 * lane that cannot name all none keeps others from a label by more than the
 * crowded width; less than the least says little. */
#define TITLE_WIDTH 340.0
#define CROWDED_WIDTH 180.0
#define LEAST_TITLE (90.0 - DL_LABEL_EDGE)

/* Summed advances are not an exact bound. */
#define ADVANCE_SLACK 2.0

static double
text_width (DlLanePlacer *placer, DlTextStyle style, const char *text)
{
  return ceil (dl_text_measure_width (placer->input->measure, style, text)) + ADVANCE_SLACK;
}

/* Large text may be as long in words as text of the usual size. */
static double
text_factor (DlLanePlacer *placer)
{
  return MAX (dl_arrangement_get_metrics (placer->input->arrangement)->text / DL_USUAL_TEXT, 1);
}

/* The finest unit of the ruler that tells a date of that precision. */
static gboolean
ruler_tells (DlLanePlacer *placer, const DlDate *date)
{
  static const DlUnit units[] = {
    [DL_PRECISION_SECOND] = DL_UNIT_SECOND,  [DL_PRECISION_MINUTE] = DL_UNIT_MINUTE,
    [DL_PRECISION_HOUR] = DL_UNIT_HOUR,      [DL_PRECISION_DAY] = DL_UNIT_DAY,
    [DL_PRECISION_MONTH] = DL_UNIT_MONTH,    [DL_PRECISION_SEASON] = DL_UNIT_MONTH,
    [DL_PRECISION_QUARTER] = DL_UNIT_MONTH,  [DL_PRECISION_QUADRIMESTER] = DL_UNIT_MONTH,
    [DL_PRECISION_SEMESTER] = DL_UNIT_MONTH, [DL_PRECISION_YEAR] = DL_UNIT_YEAR,
  };
  guint32 loose = DL_DATE_APPROXIMATE_START | DL_DATE_APPROXIMATE_END | DL_DATE_UNCERTAIN | DL_DATE_SET_ONE |
                  DL_DATE_SET_ALL | DL_DATE_INTERVAL;

  if (placer->ruler_count != 1 || (date->flags & loose) != 0 || date->start_precision < DL_PRECISION_SECOND ||
      date->start_precision > DL_PRECISION_YEAR)
    return FALSE;
  return placer->ruler_unit <= units[date->start_precision];
}

static void
keep_date (DlCandidate *self, DlLanePlacer *placer, DlTimeline *timeline, const DlEventRecord *record)
{
  /* Beside the pill with the status, "planned for" would be said twice. */
  g_autofree char *words = dl_timeline_dup_words (timeline, record->date_text, DL_WORDS_SHORT);

  self->label.date.text = g_string_chunk_insert (placer->placement->strings, words);
  self->label.date.length = strlen (words);
  self->label.date.width = (float) text_width (placer, DL_TEXT_DATE, words);
  self->date = self->label.date.width + DL_PILL_GAP;
}

/* Where the extent lies on the canvas, and where a label may begin and end. */
static void
place_extent (DlCandidate *self, DlLanePlacer *placer, const DlDate *date)
{
  const DlViewport *viewport = &placer->input->viewport;
  const DlExtent   *extent = dl_lane_index_get_extent (placer->index, self->label.item);
  DlLabelPlace      place;

  self->label.stated_from = dl_folds_to_axis (viewport->folds, date->stated_start);
  self->label.stated_to = dl_folds_to_axis (viewport->folds, date->stated_end);
  self->label.point = (date->flags & DL_DATE_INTERVAL) == 0 && date->start_precision < DL_PRECISION_DAY;
  self->label.width = 0;
  self->label.side = DL_SIDE_AFTER;
  place = dl_label_place (&self->label, extent, viewport);
  self->from = place.from;
  self->to = place.to;
  self->label_from = MAX (place.x, DL_LABEL_EDGE);
  self->label.side = DL_SIDE_BEFORE;
  place = dl_label_place (&self->label, extent, viewport);
  self->label_to = MIN (place.x, viewport->width - DL_LABEL_EDGE);
}

gboolean
dl_candidate_loosen (DlCandidate *self, DlLanePlacer *placer)
{
  const DlExtent *extent = dl_lane_index_get_extent (placer->index, self->label.item);
  double          from = MAX (self->from, DL_LABEL_EDGE);
  double          to = MIN (self->to, placer->input->viewport.width - DL_LABEL_EDGE);

  if (from >= self->label_from && to <= self->label_to)
    return FALSE;
  self->label.stated_from = extent->start;
  self->label.stated_to = extent->end;
  self->label_from = from;
  self->label_to = to;
  return TRUE;
}

void
dl_candidate_set_want (DlCandidate *self, DlLanePlacer *placer)
{
  self->want = MIN (self->title, (placer->crowded ? CROWDED_WIDTH : TITLE_WIDTH) * text_factor (placer)) +
               self->status + (self->told ? 0 : self->date);
}

void
dl_candidate_measure (DlCandidate *self, DlLanePlacer *placer, guint item)
{
  DlTimeline          *timeline = dl_arrangement_get_timeline (placer->input->arrangement);
  guint32              event = dl_arrangement_get_event (placer->input->arrangement, placer->lane, item);
  const DlEventRecord *record = dl_timeline_get_record (timeline, event);
  DlDate               date;

  *self = (DlCandidate){ .row = -1 };
  self->label.item = item;
  self->label.event = event;
  self->label.priority = dl_lane_index_get_priority (placer->index, item);
  self->label.style = dl_rank_is_high (record) ? DL_TEXT_TITLE : DL_TEXT_LABEL;
  self->weight = dl_lane_index_get_weight (placer->index, item);
  dl_timeline_get_date (timeline, event, &date);
  place_extent (self, placer, &date);
  self->title = text_width (placer, self->label.style, record->title);
  if (record->status != DL_STATUS_HAPPENED)
    self->status = dl_arrangement_get_metrics (placer->input->arrangement)->status_width[record->status] + DL_PILL_GAP;
  self->told = ruler_tells (placer, &date);
  dl_candidate_set_want (self, placer);
  self->least = MIN (self->title, LEAST_TITLE);
}

void
dl_candidate_init (DlCandidate *self, DlLanePlacer *placer, guint item)
{
  DlTimeline *timeline = dl_arrangement_get_timeline (placer->input->arrangement);

  dl_candidate_measure (self, placer, item);
  keep_date (self, placer, timeline, dl_timeline_get_record (timeline, self->label.event));
  dl_candidate_set_want (self, placer);
}

typedef struct
{
  DlLanePlacer *placer;
  guint         max;
  guint         first; /* item; DL_NONE */
} Gathering;

static gboolean
gather (guint item, gpointer data)
{
  Gathering   *self = data;
  DlCandidate *candidate;
  guint        n = self->placer->candidates->len;

  if (n > 0 && item == self->first)
    return TRUE;
  if (n == self->max)
    {
      self->placer->all = FALSE;
      return FALSE;
    }
  g_array_set_size (self->placer->candidates, n + 1);
  candidate = &g_array_index (self->placer->candidates, DlCandidate, n);
  dl_candidate_init (candidate, self->placer, item);
  return TRUE;
}

static int
compare_time (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *candidates = data;
  guint         left = g_array_index (candidates, DlCandidate, *(const guint *) a).label.item;
  guint         right = g_array_index (candidates, DlCandidate, *(const guint *) b).label.item;

  return left < right ? -1 : left > right;
}

guint
dl_placement_input_find (const DlPlacementInput *input, guint lane, guint event)
{
  const DlLaneIndex *index = dl_arrangement_get_index (input->arrangement, lane);
  guint              item = dl_arrangement_locate_in (input->arrangement, event, lane);

  if (item == DL_NONE || !dl_lane_index_is_shown (index, item) ||
      dl_arrangement_get_lane (input->arrangement, lane)->state == DL_LANE_COLLAPSED)
    return DL_NONE;
  return dl_extent_meets (dl_lane_index_get_extent (index, item), dl_viewport_axis_from (&input->viewport),
                          dl_viewport_axis_to (&input->viewport))
           ? item
           : DL_NONE;
}

void
dl_lane_placer_gather (DlLanePlacer *placer, guint max)
{
  const DlPlacementInput *input = placer->input;
  Gathering               gathering = { placer, max, DL_NONE };

  if (placer->candidates == NULL)
    placer->candidates = g_array_new (FALSE, TRUE, sizeof (DlCandidate));
  g_array_set_size (placer->candidates, 0);
  placer->all = TRUE;
  if (input->has_first)
    gathering.first = dl_placement_input_find (input, placer->lane, input->first);
  if (gathering.first != DL_NONE && max > 0)
    gather (gathering.first, &gathering);
  dl_lane_index_foreach_best (placer->index, dl_viewport_axis_from (&input->viewport),
                              dl_viewport_axis_to (&input->viewport), gather, &gathering);
  dl_lane_placer_order (placer);
}

void
dl_lane_placer_order (DlLanePlacer *placer)
{
  g_free (placer->in_time);
  placer->n_in_time = placer->candidates->len;
  placer->in_time = g_new (guint, MAX (placer->candidates->len, 1));
  for (guint i = 0; i < placer->candidates->len; i++)
    placer->in_time[i] = i;
  g_qsort_with_data (placer->in_time, (int) placer->candidates->len, sizeof (guint), compare_time, placer->candidates);
}

double
dl_candidate_get_step (const DlCandidate *self, double room)
{
  double full = self->title + self->status + self->date;

  if (room >= full)
    return full;
  return room >= self->title + self->status ? self->title + self->status : MIN (room, self->title);
}

void
dl_candidate_set_words (DlCandidate *self, DlLanePlacer *placer)
{
  DlTimeline          *timeline = dl_arrangement_get_timeline (placer->input->arrangement);
  const DlEventRecord *record = dl_timeline_get_record (timeline, self->label.event);
  double               left = self->width;
  gboolean             status = FALSE;
  gboolean             date = FALSE;

  self->label.cut = self->title > left;
  left -= MIN (self->title, left);
  if (!self->label.cut && self->status > 0 && self->status <= left)
    {
      status = TRUE;
      left -= self->status;
    }
  if (!self->label.cut && (status || self->status == 0) && self->date <= left)
    date = TRUE;
  self->label.title[0] = (DlLabelLine){ record->title, strlen (record->title), (float) MIN (self->title, self->width) };
  self->label.n_title = 1;
  self->label.status = status ? (float) (self->status - DL_PILL_GAP) : 0;
  self->label.width = self->label.title[0].width + (float) ((status ? self->status : 0) + (date ? self->date : 0));
  if (!date)
    self->label.date.width = 0;
  else
    self->label.date.width = (float) (self->date - DL_PILL_GAP);
}

void
dl_candidate_set_shift (DlCandidate *self, DlLanePlacer *placer)
{
  const DlExtent *extent = dl_lane_index_get_extent (placer->index, self->label.item);
  double          width = (double) self->label.width;
  double          x;

  self->label.shift = 0;
  x = dl_label_place (&self->label, extent, &placer->input->viewport).x;
  if (self->label.side == DL_SIDE_AFTER && self->label_from > x)
    self->label.shift = (float) MAX (self->label_from + width - self->to, 0);
  else if (self->label.side == DL_SIDE_BEFORE && self->label_to - width < x)
    self->label.shift = (float) MIN (self->label_to - width - self->from, 0);
}
