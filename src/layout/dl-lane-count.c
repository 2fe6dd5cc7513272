/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-lane-count.h"

#include <math.h>

#include <glib/gi18n.h>

#include "base/dl-isolate.h"
#include "time/dl-words.h"

/* A lane's name takes no more than this share of the canvas, nor a note on what
 * lies outside. */
#define NAME_SHARE 0.45
#define NOTE_SHARE 0.3
#define LEAST_NAME 40.0

void
dl_lane_count_init (DlLaneCount       *count,
                    const DlLaneIndex *index,
                    const GArray      *labels,
                    guint              selected,
                    DlInstant          from,
                    DlInstant          to)
{
  count->first = dl_lane_index_first_from (index, 0, from);
  count->end = dl_lane_index_first_from (index, count->first, to);
  count->ended = dl_lane_index_count_ended (index, from);
  count->n_meeting = count->end - count->ended;
  count->n_running = count->first - count->ended;
  count->n_starting = count->end - count->first;
  count->n_shown =
    dl_lane_index_count_shown (index, 0, count->end) - dl_lane_index_count_shown_ended (index, count->ended);
  count->selected = DL_NONE;
  for (guint i = 0; labels != NULL && i < labels->len; i++)
    {
      guint item = g_array_index (labels, DlLabel, i).item;

      if (!dl_extent_meets (dl_lane_index_get_extent (index, item), from, to))
        continue;
      if (item < count->first)
        count->n_running--;
      else
        count->n_starting--;
    }
  if (selected == DL_NONE || dl_labels_find (labels, selected) != NULL ||
      !dl_extent_meets (dl_lane_index_get_extent (index, selected), from, to))
    return;
  count->selected = selected;
  if (selected < count->first)
    count->n_running--;
  else
    count->n_starting--;
}

/* The nearest of the lane's events that end before the window, and that begin after it. */
static void
find_nearest (DlLaneHeader *header, DlArrangement *arrangement, guint lane, const DlLaneCount *count)
{
  const DlLaneIndex *index = dl_arrangement_get_index (arrangement, lane);

  header->nearest_earlier = header->nearest_later = DL_NONE;
  if (count->ended > 0)
    header->nearest_earlier =
      dl_arrangement_get_event (arrangement, lane, dl_lane_index_item_by_end (index, count->ended - 1));
  if (count->end < dl_lane_index_get_n_items (index))
    header->nearest_later = dl_arrangement_get_event (arrangement, lane, count->end);
}

/* "412 events", or how many of these a filter lets through. */
static char *
dup_total (DlArrangement *arrangement, guint lane, const DlLaneCount *count, guint n, gboolean notes)
{
  guint n_shown =
    notes ? dl_lane_index_count_shown (dl_arrangement_get_index (arrangement, lane), 0, n) : count->n_shown;

  if (dl_arrangement_get_shown (arrangement) == NULL)
    return g_strdup_printf (ngettext ("%'u event", "%'u events", n), n);
  /* Translators: how many events a filter lets through, and how many there are: "83 of 412 events". */
  return g_strdup_printf (ngettext ("%'u of %'u event", "%'u of %'u events", n), n_shown, n);
}

void
dl_lane_header_init (DlLaneHeader      *header,
                     DlArrangement     *arrangement,
                     guint              lane,
                     const DlLaneCount *count,
                     gboolean           more_rows,
                     gboolean           notes)
{
  DlTimeline *timeline = dl_arrangement_get_timeline (arrangement);
  guint       n_all = dl_lane_index_get_n_items (dl_arrangement_get_index (arrangement, lane));
  /* A picture tells of what is in it. */
  guint n = notes ? n_all : count->n_meeting;

  *header = (DlLaneHeader){ 0 };
  header->n_earlier = count->ended;
  header->n_later = n_all - count->end;
  find_nearest (header, arrangement, lane, count);
  header->n_total = n;
  header->total = dup_total (arrangement, lane, count, n, notes);
  if (count->n_running > 0)
    /* Translators: events that began before the left edge of the window, still
     * go on there, and have no room for a label. */
    header->running = g_strdup_printf (ngettext ("+%'u running", "+%'u running", count->n_running), count->n_running);
  /* A picture tells it at its foot. */
  if (count->n_starting > 0 && notes)
    /* Translators: events in the window that are only marks, for want of room. */
    header->unlabelled =
      g_strdup_printf (ngettext ("%'u without a label", "%'u without a label", count->n_starting), count->n_starting);
  if (header->n_earlier > 0 && (count->n_meeting > 0 || !notes))
    /* Translators: events of a lane that lie left of the window, or of a picture. */
    header->earlier =
      g_strdup_printf (ngettext ("‹ %'u earlier", "‹ %'u earlier", header->n_earlier), header->n_earlier);
  if (header->n_later > 0 && (count->n_meeting > 0 || !notes))
    /* Translators: events of a lane that lie right of the window, or of a picture. */
    header->later = g_strdup_printf (ngettext ("%'u later ›", "%'u later ›", header->n_later), header->n_later);
  if (!notes)
    return;
  if (more_rows)
    /* Translators: in a lane of which rows are kept back, to keep it short; a click shows them. Small. */
    header->more_rows = g_strdup (_ ("show all rows"));
  /* A lane with nothing in the window says where its nearest events are. */
  if (header->nearest_earlier != DL_NONE && count->n_meeting == 0)
    {
      g_autofree char *date = dl_timeline_dup_date_words (timeline, header->nearest_earlier, DL_WORDS_SHORT);
      g_autofree char *title = dl_isolate (dl_timeline_get_record (timeline, header->nearest_earlier)->title);

      /* Translators: the nearest event left of the window: its date, its title. */
      header->earlier = g_strdup_printf (C_ ("nearest event", "‹ %s: %s"), date, title);
    }
  if (header->nearest_later != DL_NONE && count->n_meeting == 0)
    {
      g_autofree char *date = dl_timeline_dup_date_words (timeline, header->nearest_later, DL_WORDS_SHORT);
      g_autofree char *title = dl_isolate (dl_timeline_get_record (timeline, header->nearest_later)->title);

      /* Translators: the nearest event right of the window: its date, its title. */
      header->later = g_strdup_printf (C_ ("nearest event", "%s: %s ›"), date, title);
    }
}

void
dl_lane_header_clear (DlLaneHeader *header)
{
  g_free (header->total);
  g_free (header->earlier);
  g_free (header->running);
  g_free (header->unlabelled);
  g_free (header->more_rows);
  g_free (header->later);
  *header = (DlLaneHeader){ 0 };
}

static double
text_width (DlTextMeasure *measure, DlTextStyle style, const char *text)
{
  return ceil (dl_text_measure_width (measure, style, text)) + 2;
}

double
dl_lane_header_name_width (DlTextMeasure *measure, const char *name, double available)
{
  double most = MIN (MAX (available * NAME_SHARE, LEAST_NAME), MAX (available - DL_HEADER_NAME, 1));
  double width = text_width (measure, DL_TEXT_LANE, name);

  return MIN (width, most);
}

double
dl_lane_header_note_width (DlTextMeasure *measure, const char *note, double available)
{
  double width;

  if (note == NULL)
    return 0;
  width = text_width (measure, DL_TEXT_NOTE, note);
  return MIN (width, available * NOTE_SHARE) + DL_HEADER_GAP;
}

double
dl_lane_header_left (const DlLaneHeader *header, DlTextMeasure *measure, const char *name, double width)
{
  return DL_HEADER_NAME + dl_lane_header_name_width (measure, name, width) + DL_HEADER_GAP +
         dl_lane_header_note_width (measure, header->total, width) +
         dl_lane_header_note_width (measure, header->earlier, width) +
         dl_lane_header_note_width (measure, header->running, width) +
         dl_lane_header_note_width (measure, header->unlabelled, width) +
         dl_lane_header_note_width (measure, header->more_rows, width) - DL_HEADER_GAP;
}

double
dl_lane_header_right (const DlLaneHeader *header, DlTextMeasure *measure, double width)
{
  double note = dl_lane_header_note_width (measure, header->later, width);

  return note > 0 ? note - DL_HEADER_GAP + DL_HEADER_INDENT : 0;
}
