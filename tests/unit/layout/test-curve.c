/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-curve.h"

#include <math.h>

/* Down, and to the right. */
static const DlCurve bent = { { 0, 0, 100, 100 }, { 0, 80, 20, 100 } };

static void
assert_at (const DlCurve *curve, double t, double x, double y)
{
  double found_x, found_y;

  dl_curve_at (curve, t, &found_x, &found_y);
  g_assert_cmpfloat_with_epsilon (found_x, x, 0.01);
  g_assert_cmpfloat_with_epsilon (found_y, y, 0.01);
}

static void
test_at (void)
{
  static const DlCurve line = { { 10, 20, 30, 40 }, { 0, 0, 0, 0 } };

  assert_at (&bent, 0, 0, 0);
  assert_at (&bent, 1, 100, 100);
  /* As far from its beginning as from its end. */
  assert_at (&bent, 0.5, 50, 50);
  assert_at (&bent, 0.25, 15.625, 0.421875 * 0 + 0.421875 * 80 + 0.140625 * 20 + 0.015625 * 100);
  assert_at (&line, 0.3, 19, 0);
  g_assert_cmpfloat_with_epsilon (dl_curve_length (&line), 30, 0.01);
  g_assert_cmpfloat (dl_curve_length (&bent), >, hypot (100, 100));
}

/* A part goes the same way as the whole, from one place of it to another. */
static void
test_part (void)
{
  for (double from = 0; from < 1; from += 0.1)
    for (double to = from + 0.1; to <= 1.001; to += 0.1)
      {
        DlCurve part = dl_curve_part (&bent, from, MIN (to, 1));

        for (double t = 0; t <= 1; t += 0.125)
          {
            double x, y;

            dl_curve_at (&bent, from + t * (MIN (to, 1) - from), &x, &y);
            assert_at (&part, t, x, y);
          }
      }
}

static void
test_reversed (void)
{
  DlCurve reversed = dl_curve_reversed (&bent);

  for (double t = 0; t <= 1; t += 0.125)
    {
      double x, y;

      dl_curve_at (&bent, t, &x, &y);
      assert_at (&reversed, 1 - t, x, y);
    }
}

static void
test_bounds (void)
{
  DlCurve bounds = dl_curve_get_bounds (&bent);

  for (double t = 0; t <= 1; t += 0.01)
    {
      double x, y;

      dl_curve_at (&bent, t, &x, &y);
      g_assert_true (x >= bounds.x[0] && x <= bounds.x[3] && y >= bounds.y[0] && y <= bounds.y[3]);
    }
}

static void
test_distance (void)
{
  double x, y;

  for (double t = 0; t <= 1; t += 0.07)
    {
      dl_curve_at (&bent, t, &x, &y);
      g_assert_cmpfloat (dl_curve_distance (&bent, x, y), <, 0.5);
    }
  g_assert_cmpfloat_with_epsilon (dl_curve_distance (&bent, -30, 0), 30, 0.01);
  g_assert_cmpfloat_with_epsilon (dl_curve_distance (&bent, 100, 140), 40, 0.01);
  g_assert_cmpfloat (dl_curve_distance (&bent, 100, 0), >, 30);
}

/* An arrowhead is as long as was asked for, also of a curve that comes near to its end before. */
static void
test_before_end (void)
{
  static const DlCurve loop = { { 0, 300, -200, 0 }, { 0, 100, 100, 1 } };
  const DlCurve       *curves[] = { &bent, &loop };

  for (guint i = 0; i < G_N_ELEMENTS (curves); i++)
    {
      double t = dl_curve_before_end (curves[i], 8);
      double x, y;

      g_assert_cmpfloat (t, >, 0.8);
      dl_curve_at (curves[i], t, &x, &y);
      g_assert_cmpfloat_with_epsilon (hypot (x - (double) curves[i]->x[3], y - (double) curves[i]->y[3]), 8, 0.01);
    }
  /* Shorter than that: all of it. */
  g_assert_cmpfloat (dl_curve_before_end (&bent, 500), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/curve/at", test_at);
  g_test_add_func ("/curve/part", test_part);
  g_test_add_func ("/curve/reversed", test_reversed);
  g_test_add_func ("/curve/bounds", test_bounds);
  g_test_add_func ("/curve/distance", test_distance);
  g_test_add_func ("/curve/before-end", test_before_end);
  return g_test_run ();
}
