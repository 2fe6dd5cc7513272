/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is told of a timeline as a whole. */
#include "model/dl-digest.h"

#include "model/dl-timeline-builder.h"

static void
add_event (DlTimelineBuilder *builder, const char *id, const char *date, const guint32 *people, guint n_people)
{
  DlEventRecord record = { .id = id, .title = id, .date_text = date, .place = DL_NONE, .n_people = (guint16) n_people };

  g_assert_true (dl_timeline_builder_add_event (builder, &record, people, NULL, 0));
}

static DlTimeline *
make (const char *const *dates, guint n_dates)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();

  for (guint i = 0; i < n_dates; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      add_event (builder, id, dates[i], NULL, 0);
    }
  return dl_timeline_builder_end (builder);
}

/* As finely as the two ends are known, whatever lies between. */
static void
test_span (void)
{
  static const struct
  {
    const char *dates[3];
    const char *span;
  } rows[] = {
    { { "2025-10-25", "2012-12-26", "2025-10-24/2025-10-30" }, "26 December 2012 – 30 October 2025" },
    { { "2025-10-25", "2025-10-25T14:00", "2025-10-25T15" }, "25 October 2025" },
    { { "2012", "2025-10", "2020-05-05" }, "2012 – October 2025" },
    { { "2012", "2013-05-05", "2020-01/2025-10-30" }, "2012 – 30 October 2025" },
    { { "-0043", "-0100/-0044", "-0099" }, "101 BC – 44 BC" },
    /* What is said, not how widely it is meant. */
    { { "2012-12-26~", "2013", "2025-10-25~" }, "26 December 2012 – 25 October 2025" },
    /* What has no end ends nothing; an interval may end last that begins first. */
    { { "2012-12-26/2030-01-01", "2025-10-25/..", "2013" }, "26 December 2012 – 1 January 2030" },
    { { "../2012-12-26", "2020-01-01", "2021-01-02/.." }, "1 January 2020" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlTimeline) timeline = make (rows[i].dates, G_N_ELEMENTS (rows[i].dates));
      g_autofree char       *span = NULL;
      DlDigest               digest;

      dl_digest_init (&digest, timeline);
      span = dl_digest_dup_span (&digest, timeline);
      g_assert_cmpstr (span, ==, rows[i].span);
    }
}

static void
test_without_bounds (void)
{
  static const char *const dates[] = { "2025-10-25/.." };
  g_autoptr (DlTimeline)   open = make (dates, 1);
  g_autoptr (DlTimeline)   empty = make (NULL, 0);
  DlDigest                 digest;

  dl_digest_init (&digest, open);
  g_assert_cmpuint (digest.first, ==, 0);
  g_assert_cmpuint (digest.last, ==, DL_NONE);
  g_assert_null (dl_digest_dup_span (&digest, open));
  dl_digest_init (&digest, empty);
  g_assert_cmpuint (digest.first, ==, DL_NONE);
  g_assert_cmpuint (digest.n_people, ==, 0);
  g_assert_null (dl_digest_dup_span (&digest, empty));
}

/* Who is only in the list of people is not named. */
static void
test_few_people (void)
{
  static const guint32          second = 1;
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  DlDigest                      digest;

  for (guint i = 0; i < 3; i++)
    {
      char id[2] = { (char) ('a' + i), 0 };

      dl_timeline_builder_add_person (builder, &(DlPerson){ .id = id });
    }
  add_event (builder, "e", "2025-10-25", &second, 1);
  timeline = dl_timeline_builder_end (builder);
  dl_digest_init (&digest, timeline);
  g_assert_cmpmem (digest.people, digest.n_people * sizeof (guint32), &second, sizeof second);
}

/* Those whom most events name, those with the most first. */
static void
test_people (void)
{
  /* How often each of eight is named. */
  static const guint            counts[] = { 1, 3, 0, 2, 3, 5, 1, 1 };
  static const guint32          expected[] = { 5, 1, 4, 3, 0 };
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  DlDigest                      digest;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      char id[2] = { (char) ('a' + i), 0 };

      dl_timeline_builder_add_person (builder, &(DlPerson){ .id = id });
    }
  for (guint round = 0; round < 5; round++)
    {
      char    id[2] = { (char) ('0' + round), 0 };
      guint32 people[G_N_ELEMENTS (counts)];
      guint   n = 0;

      for (guint32 i = 0; i < G_N_ELEMENTS (counts); i++)
        if (counts[i] > round)
          people[n++] = i;
      add_event (builder, id, "2025-10-25", people, n);
    }
  timeline = dl_timeline_builder_end (builder);
  dl_digest_init (&digest, timeline);
  g_assert_cmpmem (digest.people, digest.n_people * sizeof (guint32), expected, sizeof expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/digest/span", test_span);
  g_test_add_func ("/model/digest/without-bounds", test_without_bounds);
  g_test_add_func ("/model/digest/people", test_people);
  g_test_add_func ("/model/digest/few-people", test_few_people);
  return g_test_run ();
}
