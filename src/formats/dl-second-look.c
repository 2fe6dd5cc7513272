/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-second-look.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-suggestion.h"
#include "formats/dl-date-mend.h"
#include "formats/dl-json-element.h"
#include "formats/dl-json-text.h"

/* Ids that are compared with what leads nowhere, in all: a large file in which nothing
 * fits is not held up by it. */
#define MAX_COMPARED 4000000

/* So many other events on a first of January, and hardly anybody knew the day. */
#define MANY_OTHERS 30

typedef struct
{
  const char         *text;
  gsize               length;
  const DlJsonMember *events;
  DlTimeline         *timeline;
  DlProblemList      *problems;
  guint               n_compared;
  GHashTable         *found;      /* what was meant, or NULL, by kind and id */
  DlInstant          *source_end; /* by source: when it was published at the latest; NULL: none is dated */
} Look;

/* Offers an id, and is content where the name or the title that goes with it is what was written. */
static gboolean
offer (Look *self, DlNearest *nearest, const char *written, const char *id, const char *name)
{
  self->n_compared++;
  if (id == NULL)
    return FALSE;
  if (name != NULL && dl_nearest_find_same (written, (const char *const[]){ name, NULL }) == 0)
    {
      nearest->name = id;
      return TRUE;
    }
  dl_nearest_offer (nearest, id);
  return FALSE;
}

/* transfer none; nullable */
static const char *
find_id (Look *self, DlMeant meant, const char *written)
{
  DlTimeline *timeline = self->timeline;
  DlNearest   nearest;
  gboolean    is_named = FALSE;

  dl_nearest_init (&nearest, written);
  switch (meant)
    {
    case DL_MEANT_PERSON:
      for (guint i = 0; i < dl_timeline_get_n_people (timeline) && !is_named; i++)
        {
          const DlPerson *person = dl_timeline_get_person (timeline, i);

          is_named = offer (self, &nearest, written, person->id, person->name);
        }
      break;
    case DL_MEANT_PLACE:
      for (guint i = 0; i < dl_timeline_get_n_places (timeline) && !is_named; i++)
        {
          const DlPlace *place = dl_timeline_get_place (timeline, i);

          is_named = offer (self, &nearest, written, place->id, place->name);
        }
      break;
    case DL_MEANT_TOPIC:
      for (guint i = 0; i < dl_timeline_get_n_topics (timeline) && !is_named; i++)
        {
          const DlTopic *topic = dl_timeline_get_topic (timeline, i);

          is_named = offer (self, &nearest, written, topic->id, topic->name);
        }
      break;
    case DL_MEANT_SOURCE:
      for (guint i = 0; i < dl_timeline_get_n_sources (timeline) && !is_named; i++)
        {
          const DlSource *source = dl_timeline_get_source (timeline, i);

          is_named = offer (self, &nearest, written, source->id, source->title);
        }
      break;
    case DL_MEANT_FILE:
      for (guint i = 0; i < dl_timeline_get_n_files (timeline) && !is_named; i++)
        {
          const DlTimelineFile *file = dl_timeline_get_file (timeline, i);

          is_named = offer (self, &nearest, written, file->id, file->name);
        }
      break;
    case DL_MEANT_EVENT:
      for (guint i = 0; i < dl_timeline_get_n_events (timeline) && !is_named; i++)
        {
          const DlEventRecord *record = dl_timeline_get_record (timeline, i);

          is_named = offer (self, &nearest, written, record->id, record->title);
        }
      break;
    case DL_MEANT_NOTHING:
    case DL_MEANT_DATE:
    default:
      break;
    }
  return nearest.name;
}

/* A DlFindMeantFunc. */
static char *
find_meant (DlMeant meant, gsize offset, gpointer data)
{
  Look            *self = data;
  g_autofree char *written = NULL;
  g_autofree char *key = NULL;
  gpointer         id;
  gsize            length;

  if (self->text[offset] != '"')
    return NULL;
  written = dl_json_string_dup (self->text, offset, self->length, &length);
  if (meant == DL_MEANT_DATE)
    return dl_date_mend (written);
  key = g_strdup_printf ("%d %s", meant, written);
  if (!g_hash_table_lookup_extended (self->found, key, NULL, &id))
    {
      id = self->n_compared < MAX_COMPARED ? (gpointer) find_id (self, meant, written) : NULL;
      g_hash_table_insert (self->found, g_steal_pointer (&key), id);
    }
  return g_strdup (id);
}

/* The event at @position as an element of the file. */
static void
get_element (Look *self, guint position, DlJsonElement *element)
{
  guint64 key = dl_timeline_get_key (self->timeline, position);
  guint   low = 0;
  guint   high = self->events->elements->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->events->elements, DlJsonSpan, middle).start < key)
        low = middle + 1;
      else
        high = middle;
    }
  g_assert (low < self->events->elements->len);
  *element = (DlJsonElement){
    self->text, g_array_index (self->events->elements, DlJsonSpan, low), "events", low, self->problems, 0,
    0,          dl_timeline_get_record (self->timeline, position)->title
  };
}

/* "2025-10-01": a first day, and nothing else. */
static gboolean
is_first_day (const char *date)
{
  gsize n = strlen (date);

  if (n < 10 || !g_str_has_suffix (date, "-01") || date[n - 6] != '-')
    return FALSE;
  for (gsize i = 1; i < n; i++)
    if (i != n - 3 && i != n - 6 && !g_ascii_isdigit (date[i]))
      return FALSE;
  return TRUE;
}

/* Of the events from @from to @end, which begin at the same time, those on a first day. */
static void
look_at_days (Look *self, guint from, guint end)
{
  guint            n = 0;
  guint            first = from;
  DlJsonElement    element;
  const char      *date;
  g_autofree char *meant = NULL;
  gsize            length;

  for (guint i = from; i < end; i++)
    if (is_first_day (dl_timeline_get_record (self->timeline, i)->date_text))
      {
        if (n == 0 || dl_timeline_get_key (self->timeline, i) < dl_timeline_get_key (self->timeline, first))
          first = i;
        n++;
      }
  if (n <= MANY_OTHERS)
    return;
  get_element (self, first, &element);
  date = dl_timeline_get_record (self->timeline, first)->date_text;
  length = strlen (date);
  meant = g_strndup (date, g_str_has_suffix (date, "-01-01") ? length - 6 : length - 3);
  dl_json_element_note (
    &element, "/date",
    g_strdup_printf (ngettext ("%u event has the date %s. Where the day is not known, leave it out.",
                               "%u events have the date %s. Where the day is not known, leave it out.", n),
                     n, date),
    g_steal_pointer (&meant));
}

/* Returns: whether there is anything to compare with */
static gboolean
read_sources (Look *self)
{
  guint n = dl_timeline_get_n_sources (self->timeline);

  for (guint i = 0; i < n; i++)
    {
      const char *text = dl_timeline_get_source (self->timeline, i)->date;
      DlDate      date;

      if (text == NULL || !dl_date_parse (text, -1, &date, NULL))
        continue;
      if (self->source_end == NULL)
        {
          self->source_end = g_new (DlInstant, n);
          for (guint k = 0; k < n; k++)
            self->source_end[k] = DL_INSTANT_MAX;
        }
      dl_date_resolve (&date, dl_timeline_get_zone (self->timeline));
      /* Where it was published the day may have been another one. */
      if (dl_instant_is_finite (date.latest_end))
        self->source_end[i] = dl_instant_add (date.latest_end, DL_DAY_SECONDS);
    }
  return self->source_end != NULL;
}

static void
look_at_sources (Look *self, guint position, const DlEventRecord *record)
{
  const guint32 *sources = dl_timeline_get_event_sources (self->timeline, position);

  for (guint i = 0; i < record->n_sources; i++)
    {
      const DlSource  *source;
      DlJsonElement    element;
      g_autofree char *path = NULL;
      g_autofree char *shown = NULL;
      gsize            at;

      if (dl_instant_compare (self->source_end[sources[i]], record->start) > 0)
        continue;
      source = dl_timeline_get_source (self->timeline, sources[i]);
      get_element (self, position, &element);
      path = g_strdup_printf ("/sources/%u", i);
      /* Where some of the list are left out it is another one. */
      if (!dl_json_find (self->text, element.span.start, element.span.end, path, &at) ||
          !dl_json_string_is (self->text, at, element.span.end, source->id))
        {
          g_free (path);
          path = g_strdup ("/sources");
        }
      shown = dl_json_quotable (source->title);
      /* Translators: the title of a source, then its date. */
      dl_json_element_note (
        &element, path, g_strdup_printf (_ ("The source “%s” is dated %s, before this event."), shown, source->date),
        NULL);
    }
}

/* Whether what is told of it can only have been written afterwards. */
static gboolean
has_been (const DlEventRecord *record)
{
  return record->status == DL_STATUS_HAPPENED || record->status == DL_STATUS_ONGOING ||
         record->status == DL_STATUS_DISPUTED;
}

void
dl_second_look (const char         *text,
                gsize               length,
                const DlJsonMember *events,
                DlTimeline         *timeline,
                DlProblemList      *problems)
{
  Look     self = { text, length, events, timeline, problems, 0, NULL, NULL };
  guint    n = dl_timeline_get_n_events (timeline);
  guint    begun = 0; /* of the events that begin when this one does */
  gboolean is_dated = read_sources (&self);

  self.found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    {
      const DlEventRecord *record = dl_timeline_get_record (timeline, i);

      if (is_dated && record->n_sources > 0 && has_been (record))
        look_at_sources (&self, i, record);
      if (dl_instant_compare (record->start, dl_timeline_get_record (timeline, begun)->start) != 0)
        {
          if (i - begun > MANY_OTHERS)
            look_at_days (&self, begun, i);
          begun = i;
        }
    }
  if (n - begun > MANY_OTHERS)
    look_at_days (&self, begun, n);
  dl_problem_list_find_meant (problems, find_meant, &self);
  g_hash_table_unref (self.found);
  g_free (self.source_end);
}
