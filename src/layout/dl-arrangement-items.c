/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-arrangement-private.h"

#include <math.h>

#include <glib/gi18n.h>

#include "time/dl-words.h"

/* Free pixels between the labels of a row. */
#define LABEL_GAP 12.0

/* Of a label that reaches back before its mark, so much stays to the right. */
#define LEAST_RIGHT 16.0

#define PILL_PADDING 7.0

/* Of labels; widths are capped for text of this size. */
#define USUAL_LINE_HEIGHT 16.0

/* Lanes with more rows of single dates than this show lines. */
#define MAX_CARD_ROWS 5
#define MAX_CARD_EVENTS 500

/* A lane gets rows for what its labels need where the timeline is first seen,
 * but no more than that for the labels' sake. */
#define HOME_ROWS 8

/* How many titles ahead memory is asked for. */
#define AHEAD 12

void
dl_arrangement_measure_metrics (DlMetrics *metrics, DlTextMeasure *measure)
{
  metrics->title = dl_text_measure_line_height (measure, DL_TEXT_TITLE);
  metrics->date = dl_text_measure_line_height (measure, DL_TEXT_DATE);
  metrics->quote = dl_text_measure_line_height (measure, DL_TEXT_QUOTE);
  metrics->label = dl_text_measure_line_height (measure, DL_TEXT_LABEL);
  metrics->pill = dl_text_measure_line_height (measure, DL_TEXT_PILL);
  metrics->tick_height = dl_text_measure_line_height (measure, DL_TEXT_TICK) + 8;
  metrics->context_height = dl_text_measure_line_height (measure, DL_TEXT_CONTEXT) + 8;
  metrics->era_row = dl_text_measure_line_height (measure, DL_TEXT_NOTE) + 6;
  metrics->lane_header = dl_text_measure_line_height (measure, DL_TEXT_LANE) + 10;
  metrics->card_padding = 5;
  metrics->when = 7;
  metrics->bar = metrics->label + 6;
  metrics->bar_row = metrics->bar + 5;
  metrics->line_row = metrics->label + 7;
  metrics->row_gap = 6;
  metrics->strip = 12;
  metrics->lane_gap = 3;
  for (guint status = 0; status < DL_N_STATUSES; status++)
    metrics->status_width[status] =
      ceil (dl_text_measure_width (measure, DL_TEXT_PILL, dl_status_get_label ((DlStatus) status))) + 2 * PILL_PADDING;
}

/* On the folded axis, where the labels are. */
static void
place_item (DlLevelItem *item, const DlFolds *folds, const DlEventRecord *record, DlInstant stated_start, double width)
{
  item->start = dl_folds_to_axis (folds, record->start);
  item->end = dl_folds_to_axis (folds, record->end);
  item->width = (float) (width + LABEL_GAP);
  /* The mark of a single date stands under or over its label; a bar's title
   * begins in the bar. */
  item->max_left = record->date_flags & DL_DATE_INTERVAL ? 0 : (float) MAX (width - LEAST_RIGHT, 0);
  /* What has no start runs along the window's left edge, so its label may be
   * anywhere: it hangs from the farthest past. */
  item->anchor = dl_instant_is_finite (stated_start)
                   ? dl_instant_max (dl_folds_to_axis (folds, stated_start), item->start)
                   : DL_INSTANT (G_MININT64 + 1);
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
  /* Beside the pill with the status, "planned for" would be said twice. */
  g_autofree char *date = dl_timeline_dup_words (timeline, record->date_text, DL_WORDS_SHORT);
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
pill_width (const DlMetrics *metrics, const DlEventRecord *record)
{
  return record->status == DL_STATUS_HAPPENED ? 0 : metrics->status_width[record->status] + DL_PILL_GAP;
}

/* @title: its width uncut */
static double
label_width (const DlMetrics *metrics, double factor, const DlEventRecord *record, double title)
{
  return ceil (MIN (title, DL_LABEL_WIDTH_MAX * factor) + pill_width (metrics, record) + 12);
}

static double
card_width (DlTextMeasure       *measure,
            const DlMetrics     *metrics,
            double               factor,
            const DlEventRecord *record,
            const DlCardText    *text)
{
  double title = dl_text_measure_width (measure, DL_TEXT_TITLE, record->title);
  double date = dl_text_measure_width (measure, DL_TEXT_DATE, text->date) + pill_width (metrics, record);
  double quote = text->quote == NULL ? 0 : dl_text_measure_width (measure, DL_TEXT_QUOTE, text->quote);

  return ceil (CLAMP (MAX (MAX (title, date), quote) + 24, DL_CARD_WIDTH_MIN, DL_CARD_WIDTH_MAX * factor));
}

double
dl_arrangement_card_height (const DlMetrics *metrics, gboolean quote)
{
  return metrics->card_padding * 2 + metrics->title + metrics->date + (quote ? metrics->quote : 0);
}

static gboolean
is_collapsed (DlArrangement *self, guint lane_index)
{
  return g_array_index (self->lanes, DlLane, lane_index).state == DL_LANE_COLLAPSED;
}

void
dl_arrangement_split_lane (DlArrangement *self, guint lane_index)
{
  const DlLane        *lane = &g_array_index (self->lanes, DlLane, lane_index);
  DlLaneRows          *rows = &self->rows[lane_index];
  const DlEventRecord *records = dl_timeline_get_records (self->timeline);
  guint                n_intervals = 0;

  for (guint i = 0; i < lane->events->len; i++)
    n_intervals += (records[g_array_index (lane->events, guint32, i)].date_flags & DL_DATE_INTERVAL) != 0;
  rows->groups[DL_GROUP_SINGLES].events =
    g_array_sized_new (FALSE, FALSE, sizeof (guint32), lane->events->len - n_intervals);
  rows->groups[DL_GROUP_INTERVALS].events = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_intervals);
  for (guint i = 0; i < lane->events->len; i++)
    {
      guint32  position = g_array_index (lane->events, guint32, i);
      gboolean interval = (records[position].date_flags & DL_DATE_INTERVAL) != 0;
      DlGroup *group = &rows->groups[interval ? DL_GROUP_INTERVALS : DL_GROUP_SINGLES];

      /* An event that is in several lanes is known by the first that shows its rows. */
      if (self->lane_of[position] == DL_UNPLACED ||
          (is_collapsed (self, self->lane_of[position]) && !is_collapsed (self, lane_index)))
        {
          self->lane_of[position] = (guint16) lane_index;
          self->index_of[position] = group->events->len | (interval ? DL_INTERVAL_BIT : 0);
        }
      g_array_append_val (group->events, position);
    }
}

DlLevelItem *
dl_arrangement_make_items (DlArrangement *self, DlGroup *group, DlTextMeasure *measure, const DlCardText *texts)
{
  DlLevelItem         *items = g_new0 (DlLevelItem, MAX (group->events->len, 1));
  double               factor = text_factor (measure);
  const DlEventRecord *records = dl_timeline_get_records (self->timeline);

  group->widths = g_renew (float, group->widths, MAX (group->events->len, 1));
  group->titles = g_renew (float, group->titles, MAX (group->events->len, 1));
  for (guint i = 0; i < group->events->len; i++)
    {
      guint32              position = g_array_index (group->events, guint32, i);
      const DlEventRecord *record = &records[position];
      double               title;
      double               width;

      /* Titles lie in the order of the file, which is not that of time; to
       * wait for each of a million is most of the time that this takes. */
      if (i + AHEAD < group->events->len)
        __builtin_prefetch (records[g_array_index (group->events, guint32, i + AHEAD)].title);
      title = ceil (dl_text_measure_width (measure, DL_TEXT_LABEL, record->title)) + 2;
      width = texts != NULL ? card_width (measure, &self->metrics, factor, record, &texts[i])
                            : label_width (&self->metrics, factor, record, title);

      group->titles[i] = (float) title;
      group->widths[i] = (float) width;
      place_item (&items[i], self->folds, record, dl_timeline_get_stated_start (self->timeline, position), width);
    }
  return items;
}

guint
dl_arrangement_wanted_rows (const DlArrangement *self, const DlLevelItem *items, guint n_items)
{
  guint needed;

  if (n_items == 0)
    return 0;
  needed = dl_levels_rows_needed (items, n_items, dl_level_scale (self->home_level), self->home_from, self->home_to,
                                  HOME_ROWS);
  return MAX (MAX (dl_levels_depth (items, n_items, DL_MAX_ROWS), needed), 1);
}

static gboolean
is_crowded (const DlArrangement *self, const DlLevelItem *items, guint n_items, guint n_rows)
{
  return dl_levels_rows_needed (items, n_items, dl_level_scale (self->home_level), self->home_from, self->home_to,
                                n_rows + 1) > n_rows;
}

guint
dl_arrangement_first_level (const DlArrangement *self, const DlLevelItem *items, guint n_items, guint n_rows)
{
  return is_crowded (self, items, n_items, n_rows) ? self->farthest_level : self->home_level;
}

void
dl_arrangement_draft_rows (const DlArrangement *self, DlGroupDraft *draft, guint n_items)
{
  gboolean crowded;

  draft->wanted = dl_arrangement_wanted_rows (self, draft->items, n_items);
  if (n_items == 0 || n_items > DL_COMPLETE_AT_ONCE)
    return;
  crowded = is_crowded (self, draft->items, n_items, draft->wanted);
  draft->levels = dl_levels_new_with_room (draft->items, n_items, draft->wanted, DL_MAX_ROWS,
                                           crowded ? self->farthest_level : self->home_level, self->home_from,
                                           crowded ? self->home_from : self->home_to);
  draft->wanted = dl_levels_get_n_rows (draft->levels);
}

static DlCardText *
make_card_texts (DlArrangement *self, const DlGroup *group)
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

void
dl_arrangement_draft_lane (DlArrangement *self, guint lane, DlTextMeasure *measure, DlGroupDraft *singles_draft)
{
  DlLaneRows *rows = &self->rows[lane];
  DlGroup    *singles = &rows->groups[DL_GROUP_SINGLES];

  if (singles->events->len > MAX_CARD_EVENTS)
    return;
  rows->texts = make_card_texts (self, singles);
  singles_draft->items = dl_arrangement_make_items (self, singles, measure, rows->texts);
  rows->cards = dl_arrangement_wanted_rows (self, singles_draft->items, singles->events->len) <= MAX_CARD_ROWS;
  if (!rows->cards)
    g_clear_pointer (&singles_draft->items, g_free);
}
