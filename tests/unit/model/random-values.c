/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-values.h"

#include "model/dl-timeline-builder.h"

#define N_TOPICS 6
#define N_OTHERS 5
#define MAX_VALUES 3

static guint
random_below (guint n)
{
  return (guint) g_test_rand_int_range (0, (int) n);
}

static guint16
add_values (guint n, guint32 *refs, guint *n_refs)
{
  guint16 n_values = (guint16) random_below (MAX_VALUES + 1);

  for (guint i = 0; i < n_values; i++)
    refs[(*n_refs)++] = random_below (n);
  return n_values;
}

static char *
random_date (void)
{
  static const char *const forms[] = { "",    "-01",   "-01-01", "-06-15T22:00+09:00", "-06-15T22:00", "/",
                                       "/..", "/2040", "~" };
  guint                    year = 2000 + random_below (30);

  if (random_below (8) == 0)
    return g_strdup_printf ("%s%u", random_below (2) == 0 ? "/" : "../", year);
  return g_strdup_printf ("%u%s", year, forms[random_below (G_N_ELEMENTS (forms))]);
}

static void
add_event (DlTimelineBuilder *builder, guint index, guint n_events)
{
  g_autofree char *id = g_strdup_printf ("event-%u", index);
  g_autofree char *date = random_date ();
  g_autofree char *other = g_strdup_printf ("event-%u", random_below (n_events));
  DlRelation       relation = { other, (DlRelationType) random_below (DL_N_RELATION_TYPES) };
  guint32          refs[4 * MAX_VALUES];
  guint            n_refs = 0;
  DlEventRecord    record = { .id = id, .title = id, .date_text = date, .place = DL_NONE };

  record.n_topics = add_values (N_TOPICS, refs, &n_refs);
  record.n_people = add_values (N_OTHERS, refs, &n_refs);
  record.n_sources = add_values (N_OTHERS, refs, &n_refs);
  record.n_speakers = add_values (N_OTHERS, refs, &n_refs);
  if (random_below (3) > 0)
    record.place = random_below (N_OTHERS);
  record.status = (guint8) random_below (DL_N_STATUSES);
  record.n_quotes = (guint16) (random_below (2) == 0 ? 0 : random_below (4));
  g_assert_true (dl_timeline_builder_add_event (builder, &record, refs, &relation, random_below (2)));
}

DlTimeline *
random_values_timeline (guint n_events)
{
  static const DlTopic topics[N_TOPICS] = {
    { .id = "first", .name = "The first", .color = "red" },
    { .name = "Without an id" },
    { .id = "none", .name = "Called none" },
    { .id = "#0", .name = "Called #0" },
    { .id = "law", .name = "Law, order" },
    { .id = "unnamed" },
  };
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();

  for (guint i = 0; i < N_TOPICS; i++)
    g_assert_cmpuint (dl_timeline_builder_add_topic (builder, &topics[i]), ==, i);
  for (guint i = 0; i < N_OTHERS; i++)
    {
      g_autofree char *id = g_strdup_printf ("id-%u", i);

      dl_timeline_builder_add_person (builder, &(DlPerson){ .id = id, .name = id });
      dl_timeline_builder_add_place (builder, &(DlPlace){ .id = id, .name = id });
      dl_timeline_builder_add_source (builder, &(DlSource){ .id = id, .title = id });
    }
  for (guint i = 0; i < n_events; i++)
    add_event (builder, i, n_events);
  return dl_timeline_builder_end (builder);
}

static const char *const topic_keys[N_TOPICS] = { "first", "#1", "#2", "#3", "law", "unnamed" };
static const char *const other_keys[N_OTHERS] = { "id-0", "id-1", "id-2", "id-3", "id-4" };
static const char *const status_keys[] = { "happened", "ongoing", "planned", "postponed", "cancelled", "disputed" };
static const char *const has_keys[] = { "quotes", "sources" };

static const char *
random_key (DlFilterField field)
{
  switch (random_below (12))
    {
    case 0:
      return "gone";
    case 1:
      return "none";
    default:
      if (field == DL_FILTER_TOPIC)
        return topic_keys[random_below (N_TOPICS)];
      if (field == DL_FILTER_STATUS)
        return status_keys[random_below (DL_N_STATUSES)];
      return field == DL_FILTER_HAS ? has_keys[random_below (2)] : other_keys[random_below (N_OTHERS)];
    }
}

DlFilter *
random_values_filter (DlTimeline *timeline)
{
  DlFilter *filter = dl_filter_new ();
  guint     n = random_below (7);
  DlInstant from, to;

  for (guint i = 0; i < n; i++)
    {
      DlFilterField field = (DlFilterField) random_below (DL_N_FILTER_FIELDS);

      dl_filter_set (filter, field, random_key (field), (DlFilterChoice) random_below (3));
    }
  if (random_below (3) == 0 && dl_timeline_get_extent (timeline, &from, &to))
    {
      from.seconds += g_test_rand_int_range (0, 1000) * (to.seconds - from.seconds) / 1000;
      dl_filter_set_span (filter, from, dl_instant_add (from, g_test_rand_int_range (1, 100000000)));
    }
  return filter;
}

char **
random_values_dup_keys (DlTimeline *timeline, DlFilterField field, guint position)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  const DlEventRecord     *record = dl_timeline_get_record (timeline, position);
  char                   **made;

  for (guint i = 0; field == DL_FILTER_TOPIC && i < record->n_topics; i++)
    g_strv_builder_add (keys, topic_keys[dl_timeline_get_event_topics (timeline, position)[i]]);
  for (guint i = 0; field == DL_FILTER_PERSON && i < record->n_people; i++)
    g_strv_builder_add (keys, other_keys[dl_timeline_get_event_people (timeline, position)[i]]);
  for (guint i = 0; field == DL_FILTER_SOURCE && i < record->n_sources; i++)
    g_strv_builder_add (keys, other_keys[dl_timeline_get_event_sources (timeline, position)[i]]);
  for (guint i = 0; field == DL_FILTER_SPEAKER && i < record->n_speakers; i++)
    g_strv_builder_add (keys, other_keys[dl_timeline_get_event_speakers (timeline, position)[i]]);
  if (field == DL_FILTER_PLACE && record->place != DL_NONE)
    g_strv_builder_add (keys, other_keys[record->place]);
  if (field == DL_FILTER_STATUS)
    g_strv_builder_add (keys, status_keys[record->status]);
  if (field == DL_FILTER_HAS && record->n_quotes > 0)
    g_strv_builder_add (keys, "quotes");
  if (field == DL_FILTER_HAS && record->n_sources > 0)
    g_strv_builder_add (keys, "sources");
  made = g_strv_builder_end (keys);
  if (*made != NULL)
    return made;
  g_strfreev (made);
  return g_strdupv ((char *[]){ (char *) "none", NULL });
}

gboolean
random_values_passes (const DlFilter *filter, DlTimeline *timeline, guint position, guint but)
{
  const DlEventRecord *record = dl_timeline_get_record (timeline, position);
  DlInstant            from, to;

  for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
    {
      g_auto (GStrv) keys = random_values_dup_keys (timeline, (DlFilterField) field, position);
      g_auto (GStrv) wanted = dl_filter_dup_keys (filter, (DlFilterField) field, DL_FILTER_WITH);
      g_auto (GStrv) excluded = dl_filter_dup_keys (filter, (DlFilterField) field, DL_FILTER_NOT);
      gboolean       any = *wanted == NULL;

      for (guint i = 0; keys[i] != NULL && field != but; i++)
        {
          if (g_strv_contains ((const char *const *) excluded, keys[i]))
            return FALSE;
          any |= g_strv_contains ((const char *const *) wanted, keys[i]);
        }
      if (!any && field != but)
        return FALSE;
    }
  return !dl_filter_get_span (filter, &from, &to) ||
         (dl_instant_compare (record->start, to) < 0 && dl_instant_compare (record->end, from) > 0);
}
