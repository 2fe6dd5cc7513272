/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-arrangement.h"

#include <math.h>
#include <stdlib.h>

#include <glib/gi18n.h>

#include "time/dl-words.h"

/* Free pixels between the labels of a row. */
#define LABEL_GAP 12.0

/* Of labels; widths are capped for text of this size. */
#define USUAL_LINE_HEIGHT 16.0

/* Lanes with more rows of single dates than this show lines. */
#define MAX_CARD_ROWS 5
#define MAX_CARD_EVENTS 500

/* A lane gets rows for what its labels need where the timeline is first seen,
 * in a window of this width, but no more than that for the labels' sake. */
#define HOME_WIDTH 640.0
#define HOME_ROWS 8

/* Rows that intervals cannot take from single dates, and the other way round. */
#define RESERVED_ROWS 60

struct _DlArrangement
{
  gatomicrefcount ref_count;
  DlTimeline     *timeline;
  DlMetrics       metrics;
  GArray         *lanes; /* DlLane */
  DlLaneRows     *rows;
  guint16        *lane_of;
  guint32        *index_of; /* within the group; the top bit is the group */
  DlInstant       home_from;
  DlInstant       home_to;
  guint           home_level; /* at which a narrow window shows the home view */
  double          head_height;
  double          lanes_height;
};

#define INTERVAL_BIT (1u << 31)

static void
measure_metrics (DlMetrics *metrics, DlTextMeasure *measure)
{
  metrics->title = dl_text_measure_line_height (measure, DL_TEXT_TITLE);
  metrics->date = dl_text_measure_line_height (measure, DL_TEXT_DATE);
  metrics->quote = dl_text_measure_line_height (measure, DL_TEXT_QUOTE);
  metrics->label = dl_text_measure_line_height (measure, DL_TEXT_LABEL);
  metrics->pill = dl_text_measure_line_height (measure, DL_TEXT_PILL);
  metrics->tick_height = dl_text_measure_line_height (measure, DL_TEXT_TICK) + 8;
  metrics->context_height = dl_text_measure_line_height (measure, DL_TEXT_CONTEXT) + 8;
  metrics->lane_header = dl_text_measure_line_height (measure, DL_TEXT_LANE) + 10;
  metrics->card_padding = 5;
  metrics->when = 7;
  metrics->bar = metrics->label + 6;
  metrics->bar_row = metrics->bar + 5;
  metrics->line_row = metrics->label + 7;
  metrics->row_gap = 6;
  metrics->strip = 12;
  metrics->lane_gap = 3;
}

/* Priorities: importance within the file, then what an event brings with it.
 * Unique, so that equals are settled the same way every time. */
typedef struct
{
  guint32 weight;
  guint32 index;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *left = a;
  const Ranked *right = b;

  if (left->weight != right->weight)
    return left->weight < right->weight ? -1 : 1;
  /* Of equals the earlier is better. */
  return left->index > right->index ? -1 : left->index < right->index;
}

static guint32
weigh (const DlEventRecord *record)
{
  guint importance = record->importance == DL_IMPORTANCE_UNSET ? 50 : record->importance;

  return importance * 8 + MIN (record->n_quotes, 6) * 10 + MIN (record->n_sources, 6) * 4;
}

static void
rank_items (DlTimeline *timeline, GArray *events, DlLevelItem *items)
{
  g_autofree Ranked *ranked = g_new (Ranked, MAX (events->len, 1));

  for (guint i = 0; i < events->len; i++)
    ranked[i] = (Ranked){ weigh (dl_timeline_get_record (timeline, g_array_index (events, guint32, i))), i };
  qsort (ranked, events->len, sizeof *ranked, compare_ranked);
  for (guint i = 0; i < events->len; i++)
    items[ranked[i].index].priority = i;
}

static void
place_item (DlLevelItem *item, const DlEventRecord *record, DlInstant stated_start, double width)
{
  item->start = record->start;
  item->end = record->end;
  item->width = (float) (width + LABEL_GAP);
  /* What has no start runs along the window's left edge, so its label may be
   * anywhere: it hangs from the farthest past. */
  item->anchor = dl_instant_is_finite (stated_start) ? dl_instant_max (stated_start, item->start) : DL_INSTANT (G_MININT64 + 1);
}

/* The first words of the first quote, in the reader's quotation marks. */
static char *
first_quote (DlTimeline *timeline, guint position)
{
  g_autoptr (DlEventDetails) details = NULL;

  if (dl_timeline_get_record (timeline, position)->n_quotes == 0)
    return NULL;
  details = dl_timeline_dup_details (timeline, position);
  if (details->quotes->len == 0)
    return NULL;
  /* Translators: quotation marks around somebody's words. */
  return g_strdup_printf (C_ ("quote", "“%s”"), ((const DlQuote *) details->quotes->pdata[0])->text);
}

static char *
date_and_place (DlTimeline *timeline, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (timeline, position);
  const DlZone        *zone = record->place == DL_NONE ? NULL : dl_timeline_get_place (timeline, record->place)->timezone;
  /* Beside the pill with the status, "planned for" would be said twice. */
  g_autofree char *date = dl_words_from_edtf (record->date_text, DL_WORDS_SHORT | DL_WORDS_ZONE, zone);
  const char      *place = record->place == DL_NONE ? NULL : dl_timeline_get_place (timeline, record->place)->name;

  if (place == NULL)
    return g_steal_pointer (&date);
  /* Translators: a date and a place on a card: "25 Oct 2025, Kuala Lumpur". */
  return g_strdup_printf (C_ ("date and place", "%s, %s"), date, place);
}

/* Large text may be as long in words as text of the usual size. */
static double
text_factor (DlTextMeasure *measure)
{
  return MAX (dl_text_measure_line_height (measure, DL_TEXT_LABEL) / USUAL_LINE_HEIGHT, 1);
}

static double
pill_width (DlTextMeasure *measure, const DlEventRecord *record)
{
  if (record->status == DL_STATUS_HAPPENED)
    return 0;
  return dl_text_measure_width (measure, DL_TEXT_PILL, dl_status_get_label ((DlStatus) record->status)) + 14 + 6;
}

static double
label_width (DlTextMeasure *measure, const DlEventRecord *record)
{
  double title = MIN (dl_text_measure_width (measure, DL_TEXT_LABEL, record->title) + 2, DL_LABEL_WIDTH_MAX * text_factor (measure));

  return ceil (title + pill_width (measure, record) + 12);
}

static double
card_width (DlTextMeasure *measure, const DlEventRecord *record, const DlCardText *text)
{
  double title = dl_text_measure_width (measure, DL_TEXT_TITLE, record->title);
  double date = dl_text_measure_width (measure, DL_TEXT_DATE, text->date) + pill_width (measure, record);
  double quote = text->quote == NULL ? 0 : dl_text_measure_width (measure, DL_TEXT_QUOTE, text->quote);

  return ceil (CLAMP (MAX (MAX (title, date), quote) + 24, DL_CARD_WIDTH_MIN, DL_CARD_WIDTH_MAX * text_factor (measure)));
}

static double
card_height (const DlMetrics *metrics, gboolean quote)
{
  return metrics->card_padding * 2 + metrics->title + metrics->date + (quote ? metrics->quote : 0);
}

/* Splits a lane's events into its two groups. */
static void
split_groups (DlArrangement *self, guint lane_index)
{
  const DlLane *lane = &g_array_index (self->lanes, DlLane, lane_index);
  DlLaneRows   *rows = &self->rows[lane_index];

  for (guint g = 0; g < DL_N_GROUPS; g++)
    rows->groups[g].events = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < lane->events->len; i++)
    {
      guint32  position = g_array_index (lane->events, guint32, i);
      gboolean interval = (dl_timeline_get_record (self->timeline, position)->date_flags & DL_DATE_INTERVAL) != 0;
      DlGroup *group = &rows->groups[interval ? DL_GROUP_INTERVALS : DL_GROUP_SINGLES];

      self->lane_of[position] = (guint16) lane_index;
      self->index_of[position] = group->events->len | (interval ? INTERVAL_BIT : 0);
      g_array_append_val (group->events, position);
    }
}

static DlLevelItem *
make_items (DlArrangement *self, DlGroup *group, DlTextMeasure *measure, const DlCardText *texts)
{
  DlLevelItem *items = g_new0 (DlLevelItem, MAX (group->events->len, 1));

  group->widths = g_renew (float, group->widths, MAX (group->events->len, 1));
  for (guint i = 0; i < group->events->len; i++)
    {
      guint32              position = g_array_index (group->events, guint32, i);
      const DlEventRecord *record = dl_timeline_get_record (self->timeline, position);
      double               width = texts != NULL ? card_width (measure, record, &texts[i]) : label_width (measure, record);

      group->widths[i] = (float) width;
      place_item (&items[i], record, dl_timeline_get_stated_start (self->timeline, position), width);
    }
  rank_items (self->timeline, group->events, items);
  return items;
}

/* Rows that a group wants: as deep as its overlap, and enough for its labels
 * where the timeline is first seen. */
static guint
wanted_rows (DlArrangement *self, const DlLevelItem *items, guint n_items)
{
  guint needed;

  if (n_items == 0)
    return 0;
  needed = dl_levels_rows_needed (items, n_items, dl_level_scale (self->home_level), self->home_from, self->home_to, HOME_ROWS);
  return MAX (MAX (dl_levels_depth (items, n_items), needed), 1);
}

static DlCardText *
make_card_texts (DlArrangement *self, DlGroup *group)
{
  DlCardText *texts = g_new0 (DlCardText, MAX (group->events->len, 1));

  for (guint i = 0; i < group->events->len; i++)
    {
      guint position = g_array_index (group->events, guint32, i);

      texts[i].date = date_and_place (self->timeline, position);
      texts[i].quote = first_quote (self->timeline, position);
    }
  return texts;
}

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
      heights[row] = metrics->when + card_height (metrics, FALSE) + metrics->row_gap;
    else
      heights[row] = metrics->line_row;
  for (guint i = 0; rows->cards && i < singles->events->len; i++)
    if (rows->texts[i].quote != NULL && dl_levels_get_level (singles->levels, i) != DL_LEVEL_NEVER)
      heights[dl_levels_get_row (singles->levels, i)] = metrics->when + card_height (metrics, TRUE) + metrics->row_gap;

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

static int
compare_instants (gconstpointer a, gconstpointer b)
{
  return dl_instant_compare (*(const DlInstant *) a, *(const DlInstant *) b);
}

static void
arrange_lane (DlArrangement *self, guint lane_index, DlTextMeasure *measure)
{
  const DlLane           *lane = &g_array_index (self->lanes, DlLane, lane_index);
  DlLaneRows             *rows = &self->rows[lane_index];
  DlGroup                *singles = &rows->groups[DL_GROUP_SINGLES];
  DlGroup                *intervals = &rows->groups[DL_GROUP_INTERVALS];
  g_autofree DlLevelItem *single_items = NULL;
  g_autofree DlLevelItem *interval_items = NULL;
  guint                   n_singles = 0;
  guint                   n_intervals;

  split_groups (self, lane_index);
  interval_items = make_items (self, intervals, measure, NULL);
  n_intervals = wanted_rows (self, interval_items, intervals->events->len);

  if (singles->events->len <= MAX_CARD_EVENTS)
    {
      rows->texts = make_card_texts (self, singles);
      single_items = make_items (self, singles, measure, rows->texts);
      n_singles = wanted_rows (self, single_items, singles->events->len);
      rows->cards = n_singles <= MAX_CARD_ROWS;
    }
  if (!rows->cards)
    {
      g_free (single_items);
      single_items = make_items (self, singles, measure, NULL);
      n_singles = wanted_rows (self, single_items, singles->events->len);
    }

  n_singles = MIN (n_singles, DL_MAX_ROWS - MIN (n_intervals, RESERVED_ROWS));
  n_intervals = MIN (n_intervals, DL_MAX_ROWS - n_singles);
  singles->n_rows = n_singles;
  intervals->first_row = n_singles;
  intervals->n_rows = n_intervals;
  rows->n_rows = n_singles + n_intervals;
  singles->levels = dl_levels_new (single_items, singles->events->len, n_singles, self->home_level);
  intervals->levels = dl_levels_new (interval_items, intervals->events->len, n_intervals, self->home_level);
  set_row_heights (self, rows);

  rows->ends = g_new (DlInstant, MAX (lane->events->len, 1));
  for (guint i = 0; i < lane->events->len; i++)
    rows->ends[i] = dl_timeline_get_record (self->timeline, g_array_index (lane->events, guint32, i))->end;
  qsort (rows->ends, lane->events->len, sizeof (DlInstant), compare_instants);
}

DlArrangement *
dl_arrangement_new (DlTimeline *timeline, DlTextMeasure *measure, const DlArrangeOptions *options)
{
  DlArrangement *self;
  guint          n_events;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  self = g_new0 (DlArrangement, 1);
  n_events = dl_timeline_get_n_events (timeline);
  g_atomic_ref_count_init (&self->ref_count);
  self->timeline = g_object_ref (timeline);
  self->lanes = dl_lanes_new (timeline, options != NULL ? &options->lanes : NULL);
  self->rows = g_new0 (DlLaneRows, MAX (self->lanes->len, 1));
  self->lane_of = g_new0 (guint16, MAX (n_events, 1));
  self->index_of = g_new0 (guint32, MAX (n_events, 1));
  measure_metrics (&self->metrics, measure);
  dl_home_view (timeline, &self->home_from, &self->home_to);
  self->home_level = dl_level_at_scale (HOME_WIDTH / MAX (dl_instant_distance (self->home_from, self->home_to), 1.0));

  for (guint i = 0; i < self->lanes->len; i++)
    {
      arrange_lane (self, i, measure);
      self->lanes_height += self->rows[i].height;
    }
  self->head_height = self->metrics.context_height + self->metrics.tick_height;
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
    }
  g_free (rows->row_y);
  g_free (rows->ends);
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
  g_array_unref (self->lanes);
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

void
dl_arrangement_locate (DlArrangement *self, guint position, guint *lane, guint *group, guint *index)
{
  g_return_if_fail (position < dl_timeline_get_n_events (self->timeline));
  *lane = self->lane_of[position];
  *group = self->index_of[position] & INTERVAL_BIT ? DL_GROUP_INTERVALS : DL_GROUP_SINGLES;
  *index = self->index_of[position] & ~INTERVAL_BIT;
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
