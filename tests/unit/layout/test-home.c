/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown first, and what is labelled first. */
#include "formats/dl-loader.h"
#include "layout/dl-home-view.h"
#include "layout/dl-rank.h"
#include "layout/dl-viewport.h"

#include "sample-timeline.h"

/* Whether the home view begins between the first two, and ends between the others. */
static void
assert_home (const SampleEvent *events,
             guint              n_events,
             const char        *after,
             const char        *before,
             const char        *ends_after,
             const char        *ends_before)
{
  g_autoptr (DlTimeline) timeline = sample_timeline_new (events, n_events);
  DlInstant              from, to;

  dl_home_view (timeline, NULL, NULL, &from, &to);
  g_assert_cmpint (dl_instant_compare (from, sample_instant (after)), >, 0);
  g_assert_cmpint (dl_instant_compare (from, sample_instant (before)), <=, 0);
  g_assert_cmpint (dl_instant_compare (to, sample_instant (ends_after)), >=, 0);
  g_assert_cmpint (dl_instant_compare (to, sample_instant (ends_before)), <, 0);
}

/* Where most of it is: at the end, at the beginning, or in the middle. */
static void
test_densest (void)
{
  static const SampleEvent at_end[] = {
    { "1900" },    { "1910" },    { "2020-01" }, { "2020-02" }, { "2020-03" },
    { "2020-04" }, { "2020-05" }, { "2020-06" }, { "2020-07" }, { "2020-08" },
  };
  static const SampleEvent at_start[] = {
    { "1900-01" }, { "1900-02" }, { "1900-03" }, { "1900-04" }, { "1900-05" },
    { "1900-06" }, { "1900-07" }, { "1900-08" }, { "1980" },    { "2020" },
  };
  static const SampleEvent in_middle[] = {
    { "1900" },    { "1960-01" }, { "1960-02" }, { "1960-03" }, { "1960-04" },
    { "1960-05" }, { "1960-06" }, { "1960-07" }, { "1960-08" }, { "2020" },
  };
  static const SampleEvent even[] = {
    { "1900" }, { "1910" }, { "1920" }, { "1930" }, { "1940" },
    { "1950" }, { "1960" }, { "1970" }, { "1980" }, { "1990" },
  };

  assert_home (at_end, G_N_ELEMENTS (at_end), "2019-10", "2020-01", "2020-09", "2021-06");
  assert_home (at_start, G_N_ELEMENTS (at_start), "1899-10", "1900-01", "1900-09", "1901-06");
  assert_home (in_middle, G_N_ELEMENTS (in_middle), "1959-10", "1960-01", "1960-09", "1961-06");
  assert_home (even, G_N_ELEMENTS (even), "1880", "1900", "1991", "2030");
}

/* A moment is seen with its hour around it; what takes some seconds fills the window. */
static void
test_moments (void)
{
  static const SampleEvent one[] = { { "2025-10-25T10:00:00" } };
  static const SampleEvent two[] = { { "2025-10-25T10:00:00" }, { "2025-10-25T10:00:10" } };

  assert_home (one, 1, "2025-10-25T09:20", "2025-10-25T09:40", "2025-10-25T10:20", "2025-10-25T12:00");
  assert_home (two, 2, "2025-10-25T09:59:50", "2025-10-25T10:00:00", "2025-10-25T10:00:11", "2025-10-25T10:00:40");
}

/* What goes on is seen up to today, where today is known. */
static void
test_open_end (void)
{
  static const SampleEvent events[] = { { "2020-01-01/.." }, { "2020-06" } };
  g_autoptr (DlTimeline)   timeline = sample_timeline_new (events, G_N_ELEMENTS (events));
  DlInstant                today = sample_instant ("2025-10-25");
  DlInstant                from, to;

  dl_full_view (timeline, NULL, &today, &from, &to);
  g_assert_cmpint (dl_instant_compare (to, today), >, 0);
  dl_home_view (timeline, NULL, &today, &from, &to);
  g_assert_cmpint (dl_instant_compare (to, today), >, 0);
  dl_full_view (timeline, NULL, NULL, &from, &to);
  g_assert_cmpint (dl_instant_compare (to, sample_instant ("2021-01")), <, 0);
}

/* But not where nothing is known of the centuries before today, and most of what there is has ended. */
static void
test_open_long_ago (void)
{
  static const struct
  {
    SampleEvent events[4];
    const char *as_of;
    gboolean    seen; /* as far as today */
  } rows[] = {
    { { { "1450/1470" }, { "1480/1502" }, { "1490/.." }, { "1500" } }, NULL, FALSE },
    { { { "1450/1470" }, { "1480/1502" }, { "1490/.." }, { "1500" } }, "2025-01-01", TRUE },
    /* What it is about still goes on, */
    { { { "1450/1470" }, { "1480/.." }, { "1490/.." }, { "1500" } }, NULL, TRUE },
    { { { "1490" }, { "1495" }, { "1490/.." }, { "1500" } }, NULL, TRUE },
    /* it is not so long ago, */
    { { { "1900/1910" }, { "1905/1907" }, { "1907/.." }, { "1930" } }, NULL, TRUE },
    { { { "1900/1910" }, { "1905/1907" }, { "1907/.." }, { "1915" } }, NULL, FALSE },
    /* or no more than a little of all that there is. */
    { { { "0450/1470" }, { "1480/1782" }, { "1490/.." }, { "1500" } }, NULL, TRUE },
    { { { "1050/1470" }, { "1480/1782" }, { "1490/.." }, { "1500" } }, NULL, FALSE },
  };
  DlInstant today = sample_instant ("2025-10-25");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
      g_autoptr (DlTimeline)        timeline = NULL;
      DlInstant                     from, to, first, last;

      if (rows[i].as_of != NULL)
        dl_timeline_builder_set_as_of (builder, rows[i].as_of);
      sample_add_events (builder, rows[i].events, G_N_ELEMENTS (rows[i].events));
      timeline = dl_timeline_builder_end (builder);
      g_test_message ("row %u", i);
      dl_full_view (timeline, NULL, &today, &from, &to);
      g_assert_true (dl_full_extent (timeline, &today, &first, &last));
      g_assert_cmpint (dl_instant_compare (last, sample_instant ("2025-01-01")) >= 0, ==, rows[i].seen);
      g_assert_cmpint (dl_instant_compare (to, sample_instant ("2025-01-01")) >= 0, ==, rows[i].seen);
    }
}

/* Of the width, what lies beyond the date. */
static double
share_beyond (const DlFolds *folds, DlInstant from, DlInstant to, DlInstant date)
{
  DlViewport viewport = { .folds = folds };

  dl_viewport_set_range (&viewport, from, to, 1000);
  return 1 - dl_viewport_x (&viewport, date) / 1000;
}

/* Each file that comes with the program, or with its tests: all of it is shown
 * from the first date to the last one, whether folded or not; and first what its
 * author asks for, to the second. */
static void
test_files (void)
{
  static const char *const names[] = {
    "fixtures/small.dateline.json",
    "fixtures/dates.dateline.json",
    "fixtures/problems.dateline.json",
    "../data/timelines/takaichi-trump-call.dateline.json",
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError)   error = NULL;
      g_autofree char     *path = g_test_build_filename (G_TEST_DIST, names[i / 2], NULL);
      g_autoptr (GFile)    file = g_file_new_for_path (path);
      g_autoptr (DlLoaded) loaded = dl_load_file (file, NULL, &error);
      g_autoptr (DlFolds)  folds = NULL;
      DlInstant            from, to, first, last, asked_from, asked_to;
      double               before, beyond;

      g_assert_no_error (error);
      if (i % 2 == 1)
        folds = dl_folds_new_for_timeline (loaded->timeline, NULL);
      g_assert_true (dl_full_extent (loaded->timeline, NULL, &first, &last));
      dl_full_view (loaded->timeline, folds, NULL, &from, &to);
      before = 1 - share_beyond (folds, from, to, first);
      beyond = share_beyond (folds, from, to, last);
      g_test_message ("%-52s %s %5.1f %% before, %5.1f %% beyond", names[i / 2], folds == NULL ? "      " : "folded",
                      before * 100, beyond * 100);
      g_assert_cmpfloat (before, >, 12.0 / 870);
      g_assert_cmpfloat (before, <, 0.03);
      g_assert_cmpfloat (beyond, >, 12.0 / 870);
      g_assert_cmpfloat (beyond, <, 0.03);
      if (!dl_timeline_get_view (loaded->timeline, &asked_from, &asked_to))
        continue;
      dl_home_view (loaded->timeline, folds, NULL, &from, &to);
      g_assert_cmpint (dl_instant_compare (from, asked_from), ==, 0);
      g_assert_cmpint (dl_instant_compare (to, asked_to), ==, 0);
    }
}

/* What was found as the densest part begins with its first event, and ends with its last one. */
static void
test_densest_edges (void)
{
  static const SampleEvent events[] = {
    { "1900" },    { "1960-01-01" }, { "1960-02" }, { "1960-03" },    { "1960-04" },    { "1960-05" },
    { "1960-06" }, { "1960-07" },    { "1960-08" }, { "1960-09-30" }, { "2020-01-01" },
  };
  g_autoptr (DlTimeline) timeline = sample_timeline_new (events, G_N_ELEMENTS (events));
  DlInstant              from, to;

  dl_home_view (timeline, NULL, NULL, &from, &to);
  g_assert_cmpfloat_with_epsilon (share_beyond (NULL, from, to, sample_instant ("1960-01-01")), 0.975, 1e-6);
  /* Eight of the eleven are four fifths of them. */
  g_assert_cmpfloat_with_epsilon (share_beyond (NULL, from, to, sample_instant ("1960-09-01")), 0.025, 1e-6);
}

/* Whether the second of two events is ranked before the first one; of equals it is not. */
static gboolean
outranks (const DlEventRecord *first, const DlEventRecord *second)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = NULL;
  const DlEventRecord          *given[] = { first, second };
  const guint32                 positions[] = { 0, 1 };
  const guint32 source = dl_timeline_builder_add_source (builder, &(DlSource){ .id = "s", .title = "S" });
  DlExtent      extents[2];
  guint16       weights[2];
  guint32       priorities[2];

  for (guint i = 0; i < 2; i++)
    {
      DlEventRecord record = *given[i];

      record.id = i == 0 ? "first" : "second";
      record.title = record.id;
      record.place = DL_NONE;
      if (record.importance == 0)
        record.importance = DL_IMPORTANCE_UNSET;
      g_assert_true (dl_timeline_builder_add_event (builder, &record, record.n_sources > 0 ? &source : NULL, NULL, 0));
    }
  timeline = dl_timeline_builder_end (builder);
  for (guint i = 0; i < 2; i++)
    {
      const DlEventRecord *record = dl_timeline_get_record (timeline, i);

      g_assert_cmpstr (record->id, ==, i == 0 ? "first" : "second");
      extents[i] = (DlExtent){ record->start, record->end };
    }
  dl_rank_items (timeline, positions, extents, 2, NULL, weights, priorities);
  g_assert_cmpuint (priorities[0] + priorities[1], ==, 1);
  return priorities[1] > priorities[0];
}

/* Each thing that counts, by itself: with it the later event is ahead of the earlier one. */
static void
test_rank (void)
{
  const DlEventRecord plain = { .date_text = "2025-01-01" };
  const DlEventRecord same = { .date_text = "2025-02-01" };
  const DlEventRecord important = { .date_text = "2025-02-01", .importance = 51 };
  const DlEventRecord quoted = { .date_text = "2025-02-01", .n_quotes = 1 };
  const DlEventRecord sourced = { .date_text = "2025-02-01", .n_sources = 1 };
  const DlEventRecord longer = { .date_text = "2025-02" };

  g_assert_false (outranks (&plain, &same));
  g_assert_true (outranks (&plain, &important));
  g_assert_true (outranks (&plain, &quoted));
  g_assert_true (outranks (&plain, &sourced));
  g_assert_true (outranks (&plain, &longer));
  /* A quote is more than a source. */
  g_assert_true (outranks (&(DlEventRecord){ .date_text = "2025-01-01", .n_sources = 1 }, &quoted));
  g_assert_false (outranks (&(DlEventRecord){ .date_text = "2025-01-01", .n_quotes = 1 }, &sourced));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/home/densest", test_densest);
  g_test_add_func ("/layout/home/densest-edges", test_densest_edges);
  g_test_add_func ("/layout/home/files", test_files);
  g_test_add_func ("/layout/home/moments", test_moments);
  g_test_add_func ("/layout/home/open-end", test_open_end);
  g_test_add_func ("/layout/home/open-long-ago", test_open_long_ago);
  g_test_add_func ("/layout/home/rank", test_rank);
  return g_test_run ();
}
