/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-digest.h"

#include <string.h>

#include <glib/gi18n.h>

#include "time/dl-words.h"

static void
find_ends (DlDigest *self, DlTimeline *timeline)
{
  const DlEventRecord *records = dl_timeline_get_records (timeline);
  guint                n = dl_timeline_get_n_events (timeline);

  self->first = self->last = DL_NONE;
  for (guint i = 0; i < n; i++)
    {
      if (self->first == DL_NONE && dl_instant_is_finite (records[i].start))
        self->first = i;
      if (dl_instant_is_finite (records[i].end) &&
          (self->last == DL_NONE || dl_instant_compare (records[i].end, records[self->last].end) > 0))
        self->last = i;
    }
}

static void
find_people (DlDigest *self, DlTimeline *timeline)
{
  guint             n_people = dl_timeline_get_n_people (timeline);
  guint             n = dl_timeline_get_n_events (timeline);
  g_autofree guint *counts = g_new0 (guint, MAX (n_people, 1));

  for (guint i = 0; i < n; i++)
    {
      const guint32 *people = dl_timeline_get_event_people (timeline, i);
      guint          n_named = dl_timeline_get_record (timeline, i)->n_people;

      for (guint j = 0; j < n_named; j++)
        counts[people[j]]++;
    }
  self->n_people = 0;
  for (guint32 person = 0; person < n_people; person++)
    {
      guint at = self->n_people;

      while (at > 0 && counts[person] > counts[self->people[at - 1]])
        at--;
      if (counts[person] == 0 || at == DL_DIGEST_PEOPLE)
        continue;
      self->n_people = MIN (self->n_people + 1, DL_DIGEST_PEOPLE);
      memmove (self->people + at + 1, self->people + at, (self->n_people - at - 1) * sizeof (guint32));
      self->people[at] = person;
    }
}

void
dl_digest_init (DlDigest *self, DlTimeline *timeline)
{
  g_return_if_fail (DL_IS_TIMELINE (timeline));
  find_ends (self, timeline);
  find_people (self, timeline);
}

/* As finely as its date is known. */
static char *
dup_words (DlInstant instant, DlPrecision precision, const DlZone *zone)
{
  DlUnit  unit = precision <= DL_PRECISION_DAY        ? DL_UNIT_DAY
                 : precision <= DL_PRECISION_SEMESTER ? DL_UNIT_MONTH
                                                      : DL_UNIT_YEAR;
  DlCivil civil = dl_zone_to_civil (zone, instant);

  civil = dl_calendar_floor (&civil, unit, 1, 0);
  return dl_words_tick (&civil, unit, 1, DL_TICK_FULL);
}

char *
dl_digest_dup_span (const DlDigest *self, DlTimeline *timeline)
{
  const DlZone    *zone = dl_timeline_get_zone (timeline);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  DlDate           date;

  if (self->first == DL_NONE || self->last == DL_NONE)
    return NULL;
  /* What "around" adds is no day that anybody speaks of. */
  dl_timeline_get_date (timeline, self->first, &date);
  from = dup_words (date.stated_start, (DlPrecision) date.start_precision, zone);
  dl_timeline_get_date (timeline, self->last, &date);
  to = dup_words (dl_instant_add (date.stated_end, -1), (DlPrecision) date.end_precision, zone);
  if (g_str_equal (from, to))
    return g_steal_pointer (&from);
  /* Translators: the first and the last day or year of what was asked for. */
  return g_strdup_printf (C_ ("span", "%s – %s"), from, to);
}
