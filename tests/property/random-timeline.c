/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-timeline.h"

#include <math.h>

#include "model/dl-timeline-builder.h"

#define N_PEOPLE 40
#define N_PLACES 3
#define N_SOURCES 6

static const char *const kind_names[RANDOM_N_KINDS] = { "mixed", "clump",  "one instant", "one event",
                                                        "deep",  "cosmic", "many lanes",  "gaps" };

/* Letters of both widths, so that labels differ in length. */
static const char *const words[] = {
  "a", "treaty", "言葉", "the", "conference", "of", "Washington", "x", "会談", "and"
};

const char *
random_kind_to_string (RandomKind kind)
{
  return kind_names[kind];
}

double
random_log_uniform (double low, double high)
{
  return low * pow (high / low, g_test_rand_double ());
}

static gboolean
one_in (int n)
{
  return g_test_rand_int_range (0, n) == 0;
}

static char *
random_day (int first_year, int last_year)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_test_rand_int_range (first_year, last_year + 1),
                          g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));
}

/* One date of any precision, without an end. */
static char *
random_single (int first_year, int last_year)
{
  static const char *const qualifiers[] = { "", "", "", "~", "?", "%" };
  g_autofree char         *day = random_day (first_year, last_year);
  const char              *qualifier = qualifiers[g_test_rand_int_range (0, G_N_ELEMENTS (qualifiers))];

  switch (g_test_rand_int_range (0, 7))
    {
    case 0:
      return g_strdup_printf ("%.4s%s", day, qualifier);
    case 1:
      return g_strdup_printf ("%.7s%s", day, qualifier);
    case 2:
      return g_strdup_printf ("%sT%02d:%02d:%02dZ", day, g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60),
                              g_test_rand_int_range (0, 60));
    case 3:
      return g_strdup_printf ("%sT%02d:%02d", day, g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60));
    case 4:
      return g_strdup_printf ("%.3sX", day);
    default:
      return g_strdup_printf ("%s%s", day, qualifier);
    }
}

static char *
random_interval (int first_year, int last_year)
{
  g_autofree char *start = random_day (first_year, last_year);
  g_autofree char *end = random_day (last_year + 1, last_year + 2);
  int              length = one_in (2) ? 10 : 7;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return g_strdup_printf ("%.*s/..", length, start);
    case 1:
      return g_strdup_printf ("../%.*s", length, end);
    case 2:
      return g_strdup_printf ("%.*s/", length, start);
    case 3:
      return g_strdup_printf ("/%.*s", length, end);
    case 4:
      return g_strdup_printf ("%.*s~/%.*s~", length, start, length, end);
    case 5:
      /* Within one month: the end is not certain to come after the start. */
      return g_strdup_printf ("%.7s/%.7s", start, start);
    default:
      return g_strdup_printf ("%.*s/%.*s", length, start, length, end);
    }
}

static char *
random_cosmic (void)
{
  gint64 year = (gint64) ((one_in (2) ? -1 : 1) * random_log_uniform (10000, 6.3e9));
  gint64 length = (gint64) random_log_uniform (1, 1e9);

  if (one_in (3))
    return g_strdup_printf ("Y%" G_GINT64_FORMAT "/Y%" G_GINT64_FORMAT, year, MAX (year, 0) + length + 10000);
  if (one_in (6))
    return random_single (1000, 2999);
  return g_strdup_printf ("Y%" G_GINT64_FORMAT "%s", year, one_in (3) ? "~" : "");
}

/* Few clusters, far apart, and now and then what spans from one to another. */
static char *
random_after_gap (void)
{
  static const int years[] = { 1142, 1600, 1722, 1750, 1953, 1968, 1999, 2025 };
  int              cluster = g_test_rand_int_range (0, G_N_ELEMENTS (years));
  g_autofree char *start = random_day (years[cluster], years[cluster]);

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return g_strdup_printf ("%s/%d", start, years[g_test_rand_int_range (cluster, G_N_ELEMENTS (years))] + 1);
    case 1:
      return random_interval (years[cluster], years[cluster]);
    case 2:
      return g_strdup_printf ("%sT%02d:%02d:%02dZ", start, g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60),
                              g_test_rand_int_range (0, 60));
    default:
      return random_single (years[cluster], years[cluster]);
    }
}

static char *
random_date (RandomKind kind)
{
  switch (kind)
    {
    case RANDOM_CLUMP:
      if (one_in (200))
        return random_single (1900, 2100);
      if (one_in (20))
        return g_strdup_printf ("2025-10-25T22:%02d:00Z/2025-10-25T22:%02d:59Z", g_test_rand_int_range (0, 30),
                                g_test_rand_int_range (30, 60));
      return g_strdup_printf ("2025-10-25T22:%02d:%02dZ", g_test_rand_int_range (0, 60), g_test_rand_int_range (0, 60));
    case RANDOM_ONE_INSTANT:
      return g_strdup ("2025-10-25T22:00:00Z");
    case RANDOM_DEEP:
      return one_in (10) ? random_single (1990, 2020) : random_interval (1990, 2020);
    case RANDOM_COSMIC:
      return random_cosmic ();
    case RANDOM_GAPS:
      return random_after_gap ();
    case RANDOM_MIXED:
    case RANDOM_ONE_EVENT:
    case RANDOM_MANY_LANES:
    default:
      return one_in (4) ? random_interval (2015, 2030) : random_single (2015, 2030);
    }
}

static char *
random_title (void)
{
  g_autoptr (GString) title = g_string_new (NULL);
  int                 n = g_test_rand_int_range (1, 9);

  for (int i = 0; i < n; i++)
    g_string_append_printf (title, "%s%s", i > 0 ? " " : "", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (g_steal_pointer (&title), FALSE);
}

#define MAX_VALUES 4

/* Appends up to MAX_VALUES out of @n, perhaps one of them twice. Returns: how many */
static guint16
random_values (guint n, guint32 *refs, guint *n_refs)
{
  guint16 n_values = n == 0 || one_in (5) ? 0 : (guint16) g_test_rand_int_range (1, MAX_VALUES + 1);

  for (guint i = 0; i < n_values; i++)
    refs[(*n_refs)++] = (guint32) g_test_rand_int_range (0, (int) n);
  return n_values;
}

#define MAX_RELATED 4

/* Up to MAX_RELATED of @n_events, which may come later; of a few that is many. Returns: how many */
static guint
random_relations (guint index, guint n_events, DlRelation *related)
{
  guint n = one_in (4) ? (guint) g_test_rand_int_range (1, MAX_RELATED + 1) : 0;
  guint n_related = 0;

  for (guint i = 0; i < n; i++)
    {
      /* The first one is what many are related to. */
      guint other = one_in (4) ? 0 : (guint) g_test_rand_int_range (0, (int) n_events);

      if (other != index)
        related[n_related++] = (DlRelation){ .event = g_strdup_printf ("event-%u", other),
                                             .type = (DlRelationType) g_test_rand_int_range (0, DL_N_RELATION_TYPES) };
    }
  return n_related;
}

static void
add_event (DlTimelineBuilder *builder, RandomKind kind, guint index, guint n_events, guint n_topics)
{
  g_autofree char *id = g_strdup_printf ("event-%u", index);
  g_autofree char *title = random_title ();
  g_autofree char *date = random_date (kind);
  guint32          refs[4 * MAX_VALUES];
  guint            n_refs = 0;
  DlRelation       related[MAX_RELATED];
  guint            n_related;
  DlEventRecord    record = {
       .id = id, .title = title, .date_text = date, .place = DL_NONE, .importance = DL_IMPORTANCE_UNSET
  };

  record.n_topics = random_values (n_topics, refs, &n_refs);
  record.n_people = random_values (N_PEOPLE, refs, &n_refs);
  record.n_sources = random_values (N_SOURCES, refs, &n_refs);
  record.n_speakers = random_values (N_PEOPLE, refs, &n_refs);
  if (!one_in (3))
    record.place = (guint32) g_test_rand_int_range (0, N_PLACES);
  record.status = (guint8) (one_in (2) ? DL_STATUS_HAPPENED : g_test_rand_int_range (0, DL_N_STATUSES));
  if (one_in (2))
    record.importance = (guint8) g_test_rand_int_range (0, 101);
  n_related = random_relations (index, n_events, related);
  g_assert_true (dl_timeline_builder_add_event (builder, &record, refs, related, n_related));
  for (guint i = 0; i < n_related; i++)
    g_free (related[i].event);
}

DlTimeline *
random_timeline_new_with (RandomKind kind, guint n_events)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  guint                         n_topics = (guint) g_test_rand_int_range (0, 6);

  dl_timeline_builder_set_title (builder, "Random");
  if (one_in (2))
    dl_timeline_builder_set_as_of (builder, "2025-10-26");
  if (kind == RANDOM_MANY_LANES)
    n_topics = (guint) g_test_rand_int_range (10, 30);
  for (guint i = 0; i < n_topics; i++)
    {
      g_autofree char *id = g_strdup_printf ("topic-%u", i);

      dl_timeline_builder_add_topic (builder, &(DlTopic){ .id = id, .name = id });
    }
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *id = g_strdup_printf ("person-%u", i);

      dl_timeline_builder_add_person (builder, &(DlPerson){ .id = id, .name = id });
    }
  for (guint i = 0; i < N_PLACES; i++)
    {
      g_autofree char *id = g_strdup_printf ("place-%u", i);

      dl_timeline_builder_add_place (builder, &(DlPlace){ .id = id, .name = id });
    }
  for (guint i = 0; i < N_SOURCES; i++)
    {
      g_autofree char *id = g_strdup_printf ("source-%u", i);

      dl_timeline_builder_add_source (builder, &(DlSource){ .id = id, .title = id });
    }
  for (guint i = 0; i < n_events; i++)
    /* The last topic stays without events. */
    add_event (builder, kind, i, n_events, n_topics > 1 ? n_topics - 1 : n_topics);
  return dl_timeline_builder_end (builder);
}

DlTimeline *
random_timeline_new (RandomKind kind, double size)
{
  if (kind == RANDOM_ONE_EVENT)
    return random_timeline_new_with (kind, 1);
  if (kind == RANDOM_CLUMP)
    return random_timeline_new_with (kind, (guint) (random_log_uniform (1000, 4000) * size));
  return random_timeline_new_with (kind, 1 + (guint) (random_log_uniform (2, 300) * size));
}
