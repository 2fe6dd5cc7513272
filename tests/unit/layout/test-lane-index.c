/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index of a lane and the numbers that come from it, against looking at
 * every event. A failure prints the seed; `--seed` brings it back. */
#include "layout/dl-lane-count.h"
#include "layout/dl-lane-index.h"
#include "model/dl-timeline-builder.h"

#include <stdlib.h>

#ifdef __SANITIZE_ADDRESS__
#define N_ROUNDS 12
#define N_MANY 6000
#else
#define N_ROUNDS 40
#define N_MANY 20000
#endif

#define MAX_BYTES 60

typedef struct
{
  DlTimeline  *timeline;
  GArray      *events;
  DlLaneIndex *index;
  DlEventSet  *shown; /* by a filter; NULL: all */
  guint        n;
} Fixture;

static void
fixture_clear (Fixture *self)
{
  g_clear_pointer (&self->index, dl_lane_index_free);
  g_clear_pointer (&self->shown, dl_event_set_unref);
  g_clear_pointer (&self->events, g_array_unref);
  g_clear_object (&self->timeline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static char *
random_moment (int n_days)
{
  int day = g_test_rand_int_range (0, n_days);

  /* Many at one instant, some a part of a second later, on either side of 1970. */
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%sZ", 1969 + day / 336, 1 + day / 28 % 12, 1 + day % 28,
                          g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 3) * 20,
                          g_test_rand_int_range (0, 60), g_test_rand_int_range (0, 5) == 0 ? ".25" : "");
}

static char *
random_date (int n_days)
{
  g_autofree char *first = random_moment (n_days);
  g_autofree char *second = random_moment (n_days);

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      return g_strdup_printf ("%s/..", first);
    case 1:
      return g_strdup_printf ("../%s", first);
    case 2:
    case 3:
      return g_strcmp0 (first, second) <= 0 ? g_strdup_printf ("%s/%s", first, second)
                                            : g_strdup_printf ("%s/%s", second, first);
    case 4:
      return g_strndup (first, 10);
    default:
      return g_steal_pointer (&first);
    }
}

static Fixture
start (guint n, int n_days)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  Fixture                       self = { .n = n };

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      g_autofree char *date = random_date (n_days);
      DlEventRecord    record = { .id = id,
                                  .title = id,
                                  .date_text = date,
                                  .place = DL_NONE,
                                  .importance = (guint8) g_test_rand_int_range (0, 101) };

      g_assert_true (dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0));
    }
  self.timeline = dl_timeline_builder_end (builder);
  self.events = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < n; i++)
    g_array_append_val (self.events, i);
  if (g_test_rand_bit ())
    {
      self.shown = dl_event_set_new (n);
      for (guint i = 0; i < n; i++)
        if (g_test_rand_int_range (0, 3) == 0)
          dl_event_set_add (self.shown, i);
    }
  self.index = dl_lane_index_new (self.timeline, NULL, self.events, self.shown);
  g_assert_cmpuint (dl_lane_index_get_n_items (self.index), ==, n);
  return self;
}

/* The sizes and spans to try; of some thousands the ends are sorted by digits. */
static Fixture
start_round (guint round)
{
  static const int spans[] = { 1, 3, 60, 5000 };

  return start (round < 4 ? N_MANY : (guint) g_test_rand_int_range (0, round % 2 == 0 ? 30 : 900),
                spans[round % G_N_ELEMENTS (spans)]);
}

static const DlExtent *
extent_of (const Fixture *self, guint item)
{
  const DlEventRecord *record = dl_timeline_get_record (self->timeline, item);
  const DlExtent      *extent = dl_lane_index_get_extent (self->index, item);

  g_assert_cmpint (dl_instant_compare (record->start, extent->start), ==, 0);
  g_assert_cmpint (dl_instant_compare (record->end, extent->end), ==, 0);
  return extent;
}

/* Where something begins or ends, or beside it. */
static DlInstant
random_instant (const Fixture *self)
{
  DlInstant instant = DL_INSTANT (g_test_rand_int_range (-100000, 100000));

  if (self->n > 0 && g_test_rand_int_range (0, 6) > 0)
    {
      const DlExtent *extent = extent_of (self, (guint) g_test_rand_int_range (0, (int) self->n));

      instant = g_test_rand_bit () ? extent->start : extent->end;
    }
  if (dl_instant_is_finite (instant) && g_test_rand_int_range (0, 3) == 0)
    instant = dl_instant_add (instant, g_test_rand_int_range (-2, 3));
  if (dl_instant_is_finite (instant) && g_test_rand_int_range (0, 4) == 0)
    instant.nanos = g_test_rand_int_range (0, 1000000000);
  return instant;
}

static guint
first_from (const Fixture *self, guint low, DlInstant instant)
{
  while (low < self->n && dl_instant_compare (extent_of (self, low)->start, instant) < 0)
    low++;
  return low;
}

static void
test_first_from (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_auto (Fixture) self = start_round (round);

      for (guint i = 0; i < 60; i++)
        {
          DlInstant  instant = random_instant (&self);
          guint      low = (guint) g_test_rand_int_range (0, (int) self.n + 1);
          DlStripBin bin = { (guint) g_test_rand_int_range (0, DL_N_BIN_SIZES), 0 };
          DlInstant  end = dl_strip_bin_end (bin, instant);

          g_assert_cmpuint (dl_lane_index_first_from (self.index, low, instant), ==, first_from (&self, low, instant));
          if (g_test_rand_int_range (0, 4) == 0)
            bin = (DlStripBin){ 0, 200000000 };
          g_assert_cmpuint (dl_lane_index_first_from_bin (self.index, low, bin, end), ==, first_from (&self, low, end));
        }
    }
}

static void
test_ends (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_auto (Fixture)     self = start_round (round);
      g_autofree gboolean *found = g_new0 (gboolean, self.n + 1);

      for (guint rank = 0; rank < self.n; rank++)
        {
          guint item = dl_lane_index_item_by_end (self.index, rank);

          g_assert_false (found[item]);
          found[item] = TRUE;
          if (rank > 0)
            g_assert_cmpint (
              dl_instant_compare (extent_of (&self, dl_lane_index_item_by_end (self.index, rank - 1))->end,
                                  extent_of (&self, item)->end),
              <=, 0);
        }
      for (guint i = 0; i < 20; i++)
        {
          DlInstant instant = random_instant (&self);
          guint     n = 0;

          for (guint item = 0; item < self.n; item++)
            n += dl_instant_compare (extent_of (&self, item)->end, instant) <= 0;
          g_assert_cmpuint (dl_lane_index_count_ended (self.index, instant), ==, n);
        }
    }
}

typedef struct
{
  const Fixture *fixture;
  gboolean      *found;
  guint          n;
  guint          most;
  guint          last; /* priority */
} Visit;

static gboolean
visit (guint item, gpointer data)
{
  Visit *self = data;
  guint  priority = dl_lane_index_get_priority (self->fixture->index, item);

  g_assert_cmpuint (self->n, <, self->most);
  if (self->n > 0)
    g_assert_cmpuint (priority, <, self->last);
  g_assert_false (self->found[item]);
  self->found[item] = TRUE;
  self->last = priority;
  return ++self->n < self->most;
}

static gboolean
meets (const Fixture *self, guint item, DlInstant from, DlInstant to)
{
  const DlExtent *extent = extent_of (self, item);

  return dl_instant_compare (extent->start, to) < 0 && dl_instant_compare (extent->end, from) > 0;
}

/* All of them, the best first, and none after one has enough. */
static void
test_best (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_auto (Fixture) self = start_round (round);

      for (guint i = 0; i < 20; i++)
        {
          g_autofree gboolean *found = g_new0 (gboolean, self.n + 1);
          DlInstant            from = random_instant (&self);
          DlInstant            to = random_instant (&self);
          Visit                all = { &self, found, 0, G_MAXUINT, 0 };
          Visit                some = { &self, found, 0, 1 + (guint) g_test_rand_int_range (0, 20), 0 };
          guint                n = 0;

          if (dl_instant_compare (from, to) > 0)
            {
              DlInstant swap = from;

              from = to;
              to = swap;
            }
          dl_lane_index_foreach_best (self.index, from, to, visit, &all);
          for (guint item = 0; item < self.n; item++)
            {
              g_assert_cmpint (found[item], ==, meets (&self, item, from, to));
              n += found[item];
              found[item] = FALSE;
            }
          dl_lane_index_foreach_best (self.index, from, to, visit, &some);
          g_assert_cmpuint (some.n, ==, MIN (n, some.most));
        }
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static void
test_busiest (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_auto (Fixture)   self = start_round (round);
      g_autofree gint64 *ends = g_new (gint64, self.n + 1);

      for (guint size = 0; size < 40; size += 3)
        {
          guint n = 0, most = 0, run = 0;

          for (guint i = 0; i < self.n; i++)
            if (dl_instant_is_finite (extent_of (&self, i)->start))
              ends[n++] = dl_strip_bin_end ((DlStripBin){ size, 0 }, extent_of (&self, i)->start).seconds;
          qsort (ends, n, sizeof *ends, compare_numbers);
          for (guint i = 0; i < n; i++)
            {
              run = i > 0 && ends[i] == ends[i - 1] ? run + 1 : 1;
              most = MAX (most, run);
            }
          g_assert_cmpuint (dl_lane_index_get_busiest (self.index, size), ==, most);
        }
    }
}

/* Each rank once, and never against the weights. */
static void
test_priorities (void)
{
  g_auto (Fixture)    self = start (N_MANY, 5000);
  g_autofree guint32 *items = g_new (guint32, self.n);

  for (guint i = 0; i < self.n; i++)
    items[i] = DL_NONE;
  for (guint i = 0; i < self.n; i++)
    {
      guint priority = dl_lane_index_get_priority (self.index, i);

      g_assert_cmpuint (priority, <, self.n);
      g_assert_cmpuint (items[priority], ==, DL_NONE);
      items[priority] = i;
    }
  for (guint priority = 1; priority < self.n; priority++)
    {
      guint worse = dl_lane_index_get_weight (self.index, items[priority - 1]);
      guint better = dl_lane_index_get_weight (self.index, items[priority]);

      g_assert_cmpuint (worse, <=, better);
      if (worse == better)
        g_assert_cmpuint (items[priority - 1], >, items[priority]);
    }
}

static void
test_size (void)
{
  static const int spans[] = { 1, 60, 5000, 20000 };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_auto (Fixture) self = start (N_MANY, spans[i]);
      double           bytes = (double) dl_lane_index_get_size (self.index) / self.n;

      g_test_message ("%d days: %.1f bytes an event", spans[i], bytes);
      g_assert_cmpfloat (bytes, <=, MAX_BYTES);
      /* At least what is asked of it above: two instants, two ranks, an order. */
      g_assert_cmpfloat (bytes, >=, 2 * sizeof (DlInstant) + 10);
    }
}

/* The numbers of a lane */

static void
check_count (const Fixture *self, const GArray *labels, guint selected, DlInstant from, DlInstant to)
{
  DlLaneCount count;
  guint       n_labelled = 0, n_running = 0, n_starting = 0, n_ended = 0, n_shown = 0;
  guint       found = DL_NONE;

  dl_lane_count_init (&count, self->index, labels, selected, from, to);
  for (guint i = 0; i < self->n; i++)
    {
      gboolean begun = dl_instant_compare (extent_of (self, i)->start, from) < 0;

      n_ended += dl_instant_compare (extent_of (self, i)->end, from) <= 0;
      if (!meets (self, i, from, to))
        continue;
      n_shown += self->shown == NULL || dl_event_set_contains (self->shown, i);
      if (dl_labels_find (labels, i) != NULL)
        n_labelled++;
      else if (i == selected)
        found = i;
      else if (begun)
        n_running++;
      else
        n_starting++;
    }
  g_assert_cmpuint (count.first, ==, first_from (self, 0, from));
  g_assert_cmpuint (count.end, ==, first_from (self, 0, to));
  g_assert_cmpuint (count.ended, ==, n_ended);
  g_assert_cmpuint (count.selected, ==, found);
  g_assert_cmpuint (count.n_running, ==, n_running);
  g_assert_cmpuint (count.n_starting, ==, n_starting);
  g_assert_cmpuint (count.n_shown, ==, n_shown);
  g_assert_cmpuint (count.n_meeting, ==, n_labelled + n_running + n_starting + (found != DL_NONE));
}

static void
test_count (void)
{
  for (guint round = 4; round < N_ROUNDS; round++)
    {
      g_auto (Fixture) self = start_round (round);

      for (guint i = 0; i < 30; i++)
        {
          g_autoptr (GArray) labels = g_array_new (FALSE, TRUE, sizeof (DlLabel));
          DlInstant          from = random_instant (&self);
          DlInstant          to = random_instant (&self);
          guint              selected =
            self.n == 0 || g_test_rand_bit () ? DL_NONE : (guint) g_test_rand_int_range (0, (int) self.n);

          if (dl_instant_compare (from, to) >= 0)
            continue;
          for (guint item = 0; item < self.n; item++)
            if (g_test_rand_int_range (0, 4) == 0)
              {
                DlLabel label = { .item = item };

                g_array_append_val (labels, label);
              }
          check_count (&self, labels, selected, from, to);
          check_count (&self, NULL, selected, from, to);
        }
    }
}

/* What a filter lets through, between any two items, and of those that end first. */
static void
test_shown (void)
{
  for (guint round = 4; round < N_ROUNDS; round++)
    {
      g_auto (Fixture) self = start_round (round);
      guint            low = self.n == 0 ? 0 : (guint) g_test_rand_int_range (0, (int) self.n + 1);
      guint            high = (guint) g_test_rand_int_range ((int) low, (int) self.n + 1);
      guint            n = 0, n_ended = 0;

      for (guint i = 0; i < self.n; i++)
        {
          gboolean shown = self.shown == NULL || dl_event_set_contains (self.shown, i);

          g_assert_true (dl_lane_index_is_shown (self.index, i) == shown);
          n += shown && i >= low && i < high;
          if (self.shown != NULL && !shown)
            for (guint k = 0; k < 5; k++)
              {
                guint other = (guint) g_test_rand_int_range (0, (int) self.n);

                g_assert_true (!dl_event_set_contains (self.shown, other) ||
                               dl_lane_index_get_priority (self.index, other) >
                                 dl_lane_index_get_priority (self.index, i));
              }
        }
      for (guint rank = 0; rank < high; rank++)
        {
          guint item = dl_lane_index_item_by_end (self.index, rank);

          n_ended += self.shown == NULL || dl_event_set_contains (self.shown, item);
        }
      g_assert_cmpuint (dl_lane_index_count_shown (self.index, low, high), ==, n);
      g_assert_cmpuint (dl_lane_index_count_shown_ended (self.index, high), ==, n_ended);
    }
}

static void
test_find (void)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, TRUE, sizeof (DlLabel));

  g_assert_null (dl_labels_find (NULL, 0));
  for (guint item = 1; item < 40; item += 3)
    {
      DlLabel label = { .item = item };

      g_array_append_val (labels, label);
      for (guint i = 0; i < 45; i++)
        {
          const DlLabel *found = dl_labels_find (labels, i);

          g_assert_cmpint (found != NULL, ==, i % 3 == 1 && i <= item);
          if (found != NULL)
            g_assert_cmpuint (found->item, ==, i);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/lane-index/first-from", test_first_from);
  g_test_add_func ("/layout/lane-index/ends", test_ends);
  g_test_add_func ("/layout/lane-index/best", test_best);
  g_test_add_func ("/layout/lane-index/busiest", test_busiest);
  g_test_add_func ("/layout/lane-index/priorities", test_priorities);
  g_test_add_func ("/layout/lane-index/size", test_size);
  g_test_add_func ("/layout/lane-count/numbers", test_count);
  g_test_add_func ("/layout/lane-count/shown", test_shown);
  g_test_add_func ("/layout/lane-count/find", test_find);
  return g_test_run ();
}
