/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The map between instants and the folded axis, for random fold sets from
 * minutes to the age of the universe and beyond: exact outside folds, its own
 * inverse inside them but for rounding, monotone, saturating. And what is found
 * to fold has no date in it. A failure prints the seed; `--seed` brings it back. */
#include "layout/dl-viewport.h"

#include <math.h>
#include <stdlib.h>

#include "model/dl-timeline-builder.h"
#include "random-timeline.h"

#define N_SETS 3000
#define N_POINTS 60

/* Of what the two sides of a fold may differ by: a double's 53 bits, twice,
 * and a nanosecond or two. */
#define ROUNDING(span) ((span) *4.5e-16 + 3e-9)

static int
compare_longs (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static DlFolds *
random_folds (void)
{
  gint64    ends[2 * DL_MAX_FOLDS];
  DlStretch stretches[DL_MAX_FOLDS];
  guint     n_ends = 2 * (guint) g_test_rand_int_range (1, DL_MAX_FOLDS + 1);
  double    reach = random_log_uniform (1e5, 9e18);
  double    shortest = G_MAXDOUBLE;
  guint     n = 0;

  for (guint i = 0; i < n_ends; i++)
    ends[i] = (gint64) (reach * g_test_rand_double_range (-1, 1));
  qsort (ends, n_ends, sizeof (gint64), compare_longs);
  for (guint i = 0; i < n_ends; i += 2)
    if (ends[i + 1] > ends[i] / 2 + 1000 + ends[i] / 2 && (n == 0 || ends[i] > stretches[n - 1].to.seconds))
      {
        stretches[n].last = stretches[n].from = DL_INSTANT (ends[i]);
        stretches[n].next = stretches[n].to = DL_INSTANT (ends[i + 1]);
        shortest = MIN (shortest, dl_instant_distance (stretches[n].from, stretches[n].to));
        n++;
      }
  if (n == 0)
    return NULL;
  for (guint i = 0; i < n; i++)
    stretches[i].width = (gint64) random_log_uniform (1, MAX (shortest / 2, 2));
  return dl_folds_new (stretches, n);
}

/* Anywhere, or next to a fold's edge, or among what cannot be mapped. */
static DlInstant
random_instant (const DlFolds *folds)
{
  const DlFold *fold = dl_folds_get (folds, (guint) g_test_rand_int_range (0, (int) dl_folds_get_n (folds)));
  DlInstant     instant;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      instant = DL_INSTANT ((gint64) (random_log_uniform (1, 9.2e18) * (g_test_rand_bit () ? 1 : -1)));
      break;
    case 1:
      instant = dl_instant_add (g_test_rand_bit () ? fold->from : fold->to, g_test_rand_int_range (-2, 3));
      break;
    case 2:
      return g_test_rand_bit () ? DL_INSTANT_MIN : DL_INSTANT_MAX;
    case 3:
      instant = DL_INSTANT (g_test_rand_bit () ? G_MININT64 + 1 : G_MAXINT64 - 1);
      break;
    default:
      instant = dl_instant_add_double (fold->from, dl_fold_get_seconds (fold) * g_test_rand_double_range (-0.3, 1.3));
      break;
    }
  if (g_test_rand_bit ())
    instant.nanos = g_test_rand_int_range (0, 1000000000);
  return instant;
}

static guint
fold_with (const DlFolds *folds, DlInstant instant)
{
  for (guint i = 0; i < dl_folds_get_n (folds); i++)
    if (dl_instant_compare (dl_folds_get (folds, i)->from, instant) <= 0 &&
        dl_instant_compare (instant, dl_folds_get (folds, i)->to) < 0)
      return i;
  return DL_NO_FOLD;
}

static void
check_back (const DlFolds *folds, DlInstant instant)
{
  DlInstant axis = dl_folds_to_axis (folds, instant);
  DlInstant back = dl_folds_from_axis (folds, axis);
  guint     index = fold_with (folds, instant);

  g_assert_cmpint (dl_instant_is_finite (axis), ==, dl_instant_is_finite (instant));
  if (!dl_instant_is_finite (instant))
    {
      g_assert_cmpint (dl_instant_compare (axis, instant), ==, 0);
      return;
    }
  if (index == DL_NO_FOLD)
    {
      g_assert_cmpint (back.seconds, ==, instant.seconds);
      g_assert_cmpint (back.nanos, ==, instant.nanos);
      g_assert_cmpint (axis.nanos, ==, instant.nanos);
    }
  else
    {
      const DlFold *fold = dl_folds_get (folds, index);
      double        width = dl_instant_distance (fold->axis_from, fold->axis_to);
      double        length = dl_fold_get_seconds (fold);

      g_assert_cmpint (dl_instant_compare (fold->axis_from, axis), <=, 0);
      g_assert_cmpint (dl_instant_compare (axis, fold->axis_to), <=, 0);
      /* A nanosecond of the axis is this much of the fold. */
      g_assert_cmpfloat (fabs (dl_instant_distance (instant, back)), <=, ROUNDING (length) + 2e-9 * length / width);
    }
}

static void
check_axis_back (const DlFolds *folds, DlInstant axis)
{
  DlInstant instant = dl_folds_from_axis (folds, axis);
  DlInstant back = dl_folds_to_axis (folds, instant);
  guint     index = dl_folds_find (folds, axis);
  double    width;

  if (!dl_instant_is_finite (axis) || instant.seconds == G_MAXINT64 - 1)
    return;
  if (index == DL_NO_FOLD)
    {
      g_assert_cmpint (dl_instant_compare (axis, back), ==, 0);
      return;
    }
  width = dl_instant_distance (dl_folds_get (folds, index)->axis_from, dl_folds_get (folds, index)->axis_to);
  g_assert_cmpfloat (fabs (dl_instant_distance (axis, back)), <=, ROUNDING (width));
}

static int
compare_instants (gconstpointer a, gconstpointer b)
{
  return dl_instant_compare (*(const DlInstant *) a, *(const DlInstant *) b);
}

static void
test_map (void)
{
  for (guint i = 0; i < N_SETS * (g_test_slow () ? 20 : 1); i++)
    {
      g_autoptr (DlFolds) folds = random_folds ();
      DlInstant           instants[N_POINTS];

      if (folds == NULL)
        continue;
      for (guint p = 0; p < N_POINTS; p++)
        {
          instants[p] = random_instant (folds);
          check_back (folds, instants[p]);
          check_axis_back (folds, instants[p]);
          check_axis_back (folds, dl_folds_to_axis (folds, instants[p]));
        }
      qsort (instants, N_POINTS, sizeof (DlInstant), compare_instants);
      for (guint p = 1; p < N_POINTS; p++)
        {
          g_assert_cmpint (
            dl_instant_compare (dl_folds_to_axis (folds, instants[p - 1]), dl_folds_to_axis (folds, instants[p])), <=,
            0);
          g_assert_cmpint (
            dl_instant_compare (dl_folds_from_axis (folds, instants[p - 1]), dl_folds_from_axis (folds, instants[p])),
            <=, 0);
        }
    }
}

/* Between two folds a distance is the same on both sides, to the nanosecond. */
static void
test_distances (void)
{
  for (guint i = 0; i < N_SETS; i++)
    {
      g_autoptr (DlFolds) folds = random_folds ();
      guint               n;

      if (folds == NULL)
        continue;
      n = dl_folds_get_n (folds);
      for (guint f = 0; f + 1 < n; f++)
        {
          DlInstant from = dl_folds_get (folds, f)->to;
          DlInstant to = dl_folds_get (folds, f + 1)->from;

          g_assert_cmpfloat (dl_instant_distance (from, to), ==,
                             dl_instant_distance (dl_folds_to_axis (folds, from), dl_folds_to_axis (folds, to)));
        }
    }
}

/* What is seen between the folds lies side by side, in order, and is as wide as
 * it is long. */
static void
test_sections (void)
{
  for (guint i = 0; i < N_SETS; i++)
    {
      g_autoptr (DlFolds) folds = random_folds ();
      DlViewport          viewport = { .width = floor (random_log_uniform (60, 6000)) };
      DlSection           sections[DL_MAX_FOLDS + 1];
      double              span;
      guint               n;

      if (folds == NULL)
        continue;
      viewport.folds = folds;
      span = dl_instant_distance (dl_folds_get (folds, 0)->axis_from,
                                  dl_folds_get (folds, dl_folds_get_n (folds) - 1)->axis_to);
      viewport.scale = viewport.width / (span * random_log_uniform (1e-3, 3));
      viewport.origin =
        dl_instant_add_double (dl_folds_get (folds, 0)->axis_from, span * g_test_rand_double_range (-0.5, 1.1));
      n = dl_viewport_get_sections (&viewport, sections);
      /* Where time ends, a window is wider than what is left of it. */
      if (dl_viewport_to (&viewport).seconds >= G_MAXINT64 - 1 ||
          dl_viewport_axis_to (&viewport).seconds >= G_MAXINT64 - 1 || viewport.origin.seconds <= G_MININT64 + 1)
        continue;
      g_assert_cmpint (n == 0, ==, dl_viewport_inside_fold (&viewport) != DL_NO_FOLD);
      for (guint s = 0; s < n; s++)
        {
          const DlSection *section = &sections[s];
          /* A nanosecond where it stands for many pixels. */
          double slack = 1e-3 + 3e-9 * viewport.scale;

          g_assert_cmpint (dl_instant_compare (section->from, section->to), <, 0);
          g_assert_cmpfloat (section->left, <=, section->right);
          g_assert_cmpfloat (section->left, >=, -slack);
          g_assert_cmpfloat (section->right, <=, viewport.width + slack);
          g_assert_cmpfloat_with_epsilon (dl_instant_distance (section->from, section->to) * viewport.scale,
                                          section->right - section->left, slack);
          g_assert_cmpint (fold_with (folds, section->from), ==, DL_NO_FOLD);
          if (s > 0)
            {
              g_assert_cmpint (section->after_fold, ==, sections[s - 1].before_fold);
              g_assert_cmpfloat (sections[s - 1].right, <=, section->left);
            }
        }
    }
}

/* Of any form that has a part without a bound, or many years to be in, and of others. */
static char *
random_date (void)
{
  static const int years[] = { 1142, 1380, 1600, 1722, 1953, 1999 };
  int              year = years[g_test_rand_int_range (0, G_N_ELEMENTS (years))] + g_test_rand_int_range (0, 6);
  int              later = year + (int) random_log_uniform (1, 300);

  switch (g_test_rand_int_range (0, 16))
    {
    case 0:
      return g_strdup_printf ("[..%d]", year);
    case 1:
      return g_strdup_printf ("[%d..]", year);
    case 2:
      return g_strdup_printf ("%d/..", year);
    case 3:
      return g_strdup_printf ("../%d", year);
    case 4:
      return g_strdup_printf ("%d/", year);
    case 5:
      return g_strdup_printf ("[%d~..%d]", year, year + 2);
    case 6:
      return g_strdup_printf ("%dX", year / 10);
    case 7:
      return g_strdup_printf ("%d~", year);
    case 8:
      return g_strdup_printf ("%d/%d~", year, later);
    case 9:
      return g_strdup_printf ("%d/%dX", year, later / 10 + 1);
    default:
      return g_strdup_printf ("%d-%02d", year, g_test_rand_int_range (1, 13));
    }
}

/* Whether something that is somewhere in @from..@to, of which one may have no
 * bound, may be where it is folded, as far as it has bounds. */
static gboolean
reaches_into (const DlFold *fold, DlInstant from, DlInstant to)
{
  if (!dl_instant_is_finite (from))
    from = to;
  if (!dl_instant_is_finite (to))
    to = from;
  return dl_instant_is_finite (from) && dl_instant_compare (from, fold->to) < 0 &&
         dl_instant_compare (to, fold->from) > 0;
}

/* Nothing begins or ends in what is folded, says the break. */
static void
test_empty (void)
{
  guint n_folds = 0;

  for (guint i = 0; i < N_SETS / 3; i++)
    {
      g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
      g_autoptr (DlTimeline)        timeline = NULL;
      g_autoptr (DlFolds)           folds = NULL;
      guint                         n_events = (guint) g_test_rand_int_range (2, 40);

      for (guint e = 0; e < n_events; e++)
        {
          g_autofree char *id = g_strdup_printf ("event-%u", e);
          g_autofree char *date = random_date ();
          DlEventRecord    record = {
               .id = id, .title = id, .date_text = date, .place = DL_NONE, .importance = DL_IMPORTANCE_UNSET
          };

          g_assert_true (dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0));
        }
      timeline = dl_timeline_builder_end (builder);
      folds = dl_folds_new_for_timeline (timeline, NULL);
      for (guint f = 0; folds != NULL && f < dl_folds_get_n (folds); f++, n_folds++)
        for (guint e = 0; e < n_events; e++)
          {
            const DlFold *fold = dl_folds_get (folds, f);
            DlDate        date;

            dl_timeline_get_date (timeline, e, &date);
            if (date.flags & DL_DATE_INTERVAL)
              {
                g_assert_false (reaches_into (fold, date.earliest_start, date.latest_start));
                g_assert_false (reaches_into (fold, date.earliest_end, date.latest_end));
              }
            else
              g_assert_false (reaches_into (fold, date.earliest_start, date.latest_end));
          }
    }
  g_test_message ("%u folds", n_folds);
  g_assert_cmpuint (n_folds, >, N_SETS / 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/property/folds/map", test_map);
  g_test_add_func ("/property/folds/distances", test_distances);
  g_test_add_func ("/property/folds/sections", test_sections);
  g_test_add_func ("/property/folds/empty", test_empty);
  return g_test_run ();
}
