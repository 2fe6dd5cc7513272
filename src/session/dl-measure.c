/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/dl-measure.h"

#include <math.h>

#include <glib/gi18n.h>

#include "base/dl-isolate.h"
#include "time/dl-edtf.h"
#include "time/dl-span.h"
#include "time/dl-words.h"

void
dl_measure_free (DlMeasure *measure)
{
  if (measure == NULL)
    return;
  g_free (measure->extent);
  g_free (measure->distance);
  g_free (measure);
}

/* Counts what lies between the measure's start and @to. */
static void
count_inside (DlMeasure *measure, DlTimeline *timeline, DlInstant to)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);
  guint                  n = dl_timeline_get_n_events (timeline);

  for (guint i = 0; i < n; i++)
    {
      const DlEventRecord *record = dl_timeline_get_record (timeline, i);
      const guint32       *refs;

      /* Sorted by start, so nothing after this one can meet it. */
      if (dl_instant_compare (record->start, to) >= 0)
        break;
      if (!dl_event_record_meets (record, measure->from, to))
        continue;
      measure->n_events++;
      refs = dl_timeline_get_event_sources (timeline, i);
      for (guint j = 0; j < record->n_sources; j++)
        g_hash_table_add (sources, GUINT_TO_POINTER (refs[j] + 1));
    }
  measure->n_sources = g_hash_table_size (sources);
}

static char *
distance_between (const DlDate *a, const DlDate *b, const DlZone *zone)
{
  DlSpan span;

  return dl_span_between (a, b, zone, &span) ? dl_span_to_words (&span) : g_strdup ("");
}

/* The boundary of the calendar next to @instant. */
static DlCivil
round_to_unit (DlInstant instant, DlUnit unit, const DlZone *zone)
{
  DlCivil   civil = dl_zone_to_civil (zone, instant);
  DlCivil   before = dl_calendar_floor (&civil, unit, 1, 0);
  DlCivil   after = dl_calendar_add (&before, unit, 1);
  DlInstant start = dl_zone_to_instant (zone, dl_calendar_to_instant (&before));
  DlInstant end = dl_zone_to_instant (zone, dl_calendar_to_instant (&after));

  return dl_instant_distance (start, instant) <= dl_instant_distance (instant, end) ? before : after;
}

/* @instant as EDTF with so many @digits of a second; what is finer is cut off it. */
static char *
cut_to_digits (DlInstant *instant, int digits, const DlZone *zone)
{
  DlCivil          civil = dl_zone_to_civil (zone, *instant);
  g_autofree char *text = dl_edtf_from_civil (&civil, DL_UNIT_SECOND);
  char             fraction[16];

  gint32 unit = 1;

  for (int i = digits; i < 9; i++)
    unit *= 10;
  instant->nanos -= instant->nanos % unit;
  g_snprintf (fraction, sizeof fraction, "%09d", instant->nanos);
  fraction[digits] = '\0';
  return g_strconcat (text, ".", fraction, NULL);
}

/* Within a second there is no boundary of the calendar: three digits of what is measured. */
static DlMeasure *
measure_part (DlTimeline *timeline, DlInstant from, DlInstant to)
{
  DlMeasure       *measure;
  DlZone          *zone = dl_timeline_get_zone (timeline);
  int              digits = CLAMP (2 - (int) floor (log10 (dl_instant_distance (from, to))), 1, 9);
  g_autofree char *first = cut_to_digits (&from, digits, zone);
  g_autofree char *last = cut_to_digits (&to, digits, zone);
  g_autofree char *text = g_strdup_printf ("%s/%s", first, last);
  DlDate           date;

  measure = g_new0 (DlMeasure, 1);
  measure->from = from;
  measure->to = to;
  count_inside (measure, timeline, to);
  measure->extent =
    dl_date_parse (text, -1, &date, NULL) ? dl_words_from_edtf (text, DL_WORDS_NONE, NULL) : g_strdup ("");
  measure->distance = dl_words_duration (dl_instant_distance (from, to));
  return measure;
}

DlMeasure *
dl_measure_range (DlTimeline *timeline, DlInstant from, DlInstant to, DlUnit unit)
{
  DlMeasure       *measure;
  DlZone          *zone = dl_timeline_get_zone (timeline);
  DlCivil          first = round_to_unit (dl_instant_min (from, to), unit, zone);
  DlCivil          last = round_to_unit (dl_instant_max (from, to), unit, zone);
  g_autofree char *first_text = dl_edtf_from_civil (&first, unit);
  g_autofree char *last_text = dl_edtf_from_civil (&last, unit);
  g_autofree char *text = NULL;
  double           seconds = fabs (dl_instant_distance (from, to));
  DlDate           first_date, last_date;

  if (unit == DL_UNIT_SECOND && seconds >= 1e-8 && seconds < 1)
    return measure_part (timeline, dl_instant_min (from, to), dl_instant_max (from, to));
  if (g_str_equal (first_text, last_text))
    return NULL;
  measure = g_new0 (DlMeasure, 1);
  measure->from = dl_zone_to_instant (zone, dl_calendar_to_instant (&first));
  measure->to = dl_zone_to_instant (zone, dl_calendar_to_instant (&last));
  count_inside (measure, timeline, measure->to);
  text = g_strdup_printf ("%s/%s", first_text, last_text);
  measure->extent =
    dl_date_parse (text, -1, &first_date, NULL) ? dl_words_from_edtf (text, DL_WORDS_ON_AXIS, zone) : g_strdup ("");
  if (!dl_date_parse (first_text, -1, &first_date, NULL) || !dl_date_parse (last_text, -1, &last_date, NULL))
    {
      /* Beyond what a date can say: only the axis knows it. */
      measure->distance = dl_words_duration (dl_instant_distance (measure->from, to));
      return measure;
    }
  dl_date_resolve (&first_date, zone);
  dl_date_resolve (&last_date, zone);
  /* Both ends are lines that the reader drew, not days that something fell on. */
  first_date.latest_start = first_date.earliest_start;
  first_date.latest_end = first_date.earliest_end;
  last_date.latest_start = last_date.earliest_start;
  last_date.latest_end = last_date.earliest_end;
  measure->distance = distance_between (&first_date, &last_date, zone);
  return measure;
}

DlMeasure *
dl_measure_events (DlTimeline *timeline, guint a, guint b)
{
  DlMeasure           *measure = g_new0 (DlMeasure, 1);
  const DlEventRecord *first = dl_timeline_get_record (timeline, MIN (a, b));
  const DlEventRecord *last = dl_timeline_get_record (timeline, MAX (a, b));
  g_autofree char     *first_title = dl_isolate (first->title);
  g_autofree char     *last_title = dl_isolate (last->title);
  DlDate               first_date, last_date;

  /* Translators: measuring from one event's title to another's. */
  measure->extent = g_strdup_printf (C_ ("measure", "“%s” – “%s”"), first_title, last_title);
  dl_timeline_get_date (timeline, MIN (a, b), &first_date);
  dl_timeline_get_date (timeline, MAX (a, b), &last_date);
  measure->distance = distance_between (&first_date, &last_date, dl_timeline_get_zone (timeline));
  measure->from = dl_instant_min (first->start, last->start);
  measure->to = dl_instant_max (first->start, last->start);
  count_inside (measure, timeline, dl_instant_max (first_date.latest_start, last_date.latest_start));
  return measure;
}
