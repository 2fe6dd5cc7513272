/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-viewport.h"

#include <math.h>

/* Now, the Big Bang, and the end of what an instant can hold. */
static const gint64 origins[] = { 0, 1761401109, -G_GINT64_CONSTANT (435485937600000000),
                                  G_GINT64_CONSTANT (9000000000000000000) };
static const double scales[] = { 1e-12, 1e-6, 0.003, 1, 20, 250 };

static gboolean
equal (const DlViewport *a, const DlViewport *b)
{
  return dl_instant_compare (a->origin, b->origin) == 0 && a->scale == b->scale && a->width == b->width &&
         dl_folds_equal (a->folds, b->folds);
}

static void
test_pixels (void)
{
  const DlViewport viewport = { DL_INSTANT (1000), 2.0, 800, NULL };

  g_assert_cmpfloat (dl_viewport_x (&viewport, DL_INSTANT (1000)), ==, 0);
  g_assert_cmpfloat (dl_viewport_x (&viewport, DL_INSTANT (1001)), ==, 2);
  g_assert_cmpfloat (dl_viewport_x (&viewport, DL_INSTANT (990)), ==, -20);
  g_assert_cmpint (dl_viewport_from (&viewport).seconds, ==, 1000);
  g_assert_cmpint (dl_viewport_to (&viewport).seconds, ==, 1400);
  g_assert_cmpint (dl_viewport_instant (&viewport, 1).nanos, ==, 500000000);

  /* What is far away, and what has no bound, is cut. */
  g_assert_cmpfloat (dl_viewport_x (&viewport, DL_INSTANT_MIN), ==, -DL_X_LIMIT);
  g_assert_cmpfloat (dl_viewport_x (&viewport, DL_INSTANT_MAX), ==, 800 + DL_X_LIMIT);
  g_assert_cmpfloat (dl_viewport_x (&viewport, DL_INSTANT (G_GINT64_CONSTANT (1) << 60)), ==, 800 + DL_X_LIMIT);
  g_assert_cmpfloat (dl_viewport_x (&viewport, DL_INSTANT (-(G_GINT64_CONSTANT (1) << 60))), ==, -DL_X_LIMIT);
}

/* Zooming by any factor leaves what is under the pointer there, to a millionth
 * of a pixel, or to the nanosecond where that is more. */
static void
test_zoom_keeps_the_instant (void)
{
  static const double factors[] = { 0.01, 0.5, 0.999, 1.1, 7, 1000 };
  static const double places[] = { 0, 1, 333.25, 799 };

  for (guint o = 0; o < G_N_ELEMENTS (origins); o++)
    for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
      for (guint f = 0; f < G_N_ELEMENTS (factors); f++)
        for (guint p = 0; p < G_N_ELEMENTS (places); p++)
          {
            DlViewport viewport = { DL_INSTANT (origins[o]), scales[s], 800, NULL };
            DlInstant  under = dl_viewport_instant (&viewport, places[p]);
            double     x = dl_viewport_x (&viewport, under);
            double     before = viewport.scale;

            /* Where the axis ends there is nothing under the pointer. */
            if (origins[o] > G_GINT64_CONSTANT (1) << 62 && scales[s] * factors[f] < 1e-13)
              continue;
            dl_viewport_zoom_at (&viewport, places[p], factors[f]);
            g_assert_cmpfloat_with_epsilon (viewport.scale, CLAMP (before * factors[f], DL_SCALE_MIN, DL_SCALE_MAX),
                                            viewport.scale * 1e-12);
            g_assert_cmpfloat_with_epsilon (dl_viewport_x (&viewport, under), x, MAX (1e-6, 3e-9 * viewport.scale));
          }
}

static void
test_zoom_there_and_back (void)
{
  DlViewport       viewport = { { 1761401109, 123456789 }, 0.004, 1000, NULL };
  const DlViewport start = viewport;

  for (guint i = 0; i < 100; i++)
    dl_viewport_zoom_at (&viewport, 421, 1.1);
  for (guint i = 0; i < 100; i++)
    dl_viewport_zoom_at (&viewport, 421, 1 / 1.1);
  g_assert_cmpfloat_with_epsilon (viewport.scale, start.scale, start.scale * 1e-9);
  g_assert_cmpfloat_with_epsilon (dl_instant_distance (start.origin, viewport.origin) * start.scale, 0, 1e-3);
}

static void
test_zoom_stops (void)
{
  DlViewport viewport = { DL_INSTANT (0), 1, 800, NULL };

  dl_viewport_zoom_at (&viewport, 0, 1e9);
  g_assert_cmpfloat (viewport.scale, ==, DL_SCALE_MAX);
  dl_viewport_zoom_at (&viewport, 0, 1e-40);
  g_assert_cmpfloat (viewport.scale, ==, DL_SCALE_MIN);
}

static void
test_range (void)
{
  DlViewport viewport = { .folds = NULL };

  dl_viewport_set_range (&viewport, DL_INSTANT (500), DL_INSTANT (1500), 250);
  g_assert_cmpfloat (viewport.scale, ==, 0.25);
  g_assert_cmpfloat (viewport.width, ==, 250);
  g_assert_cmpint (viewport.origin.seconds, ==, 500);
  g_assert_cmpint (dl_viewport_to (&viewport).seconds, ==, 1500);

  /* Closer than one can look: the range stays in the middle. */
  dl_viewport_set_range (&viewport, DL_INSTANT (100), (DlInstant){ 100, 1000 }, 1000);
  g_assert_cmpfloat (viewport.scale, ==, DL_SCALE_MAX);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (&viewport, (DlInstant){ 100, 500 }), 500, 0.005);

  /* A second is a second, and a millisecond one. */
  dl_viewport_set_range (&viewport, DL_INSTANT (100), DL_INSTANT (101), 1000);
  g_assert_cmpfloat_with_epsilon (viewport.scale, 1000, 1e-6);
  g_assert_cmpint (dl_instant_compare (dl_viewport_from (&viewport), DL_INSTANT (100)), ==, 0);
  dl_viewport_set_range (&viewport, (DlInstant){ 100, 7000000 }, (DlInstant){ 100, 8000000 }, 1000);
  g_assert_cmpfloat_with_epsilon (viewport.scale, 1e6, 1);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (&viewport, (DlInstant){ 100, 7500000 }), 500, 1e-3);
}

static void
test_pan_and_width (void)
{
  DlViewport viewport = { DL_INSTANT (1000), 0.5, 400, NULL };

  dl_viewport_pan (&viewport, 100);
  g_assert_cmpint (viewport.origin.seconds, ==, 1200);
  dl_viewport_pan (&viewport, -100);
  g_assert_cmpint (viewport.origin.seconds, ==, 1000);
  dl_viewport_set_width (&viewport, 600);
  g_assert_cmpint (viewport.origin.seconds, ==, 1000);
  g_assert_cmpfloat (viewport.scale, ==, 0.5);
  g_assert_cmpfloat (viewport.width, ==, 600);
}

/* So much is seen at most; what is at a place stays there. */
static void
test_limit_scale (void)
{
  DlViewport viewport = { .folds = NULL };
  DlViewport same;

  dl_viewport_set_range (&viewport, DL_INSTANT (9000), DL_INSTANT (21000), 600);
  same = viewport;
  dl_viewport_limit_scale (&viewport, 300, 12000);
  g_assert_true (equal (&viewport, &same));
  for (double x = 0; x <= 600; x += 150)
    {
      DlInstant there = dl_viewport_instant (&viewport, x);

      viewport = same;
      dl_viewport_limit_scale (&viewport, x, 3000);
      g_assert_cmpfloat_with_epsilon (viewport.scale * 3000, 600, 1e-9);
      g_assert_cmpfloat_with_epsilon (dl_viewport_x (&viewport, there), x, 1e-3);
      viewport = same;
    }

  /* Less than anybody can look at. */
  dl_viewport_limit_scale (&viewport, 300, 1e-12);
  g_assert_cmpfloat (viewport.scale, ==, DL_SCALE_MAX);
  viewport = same;
  viewport.scale = DL_SCALE_MAX * 8;
  dl_viewport_limit_scale (&viewport, 300, 12000);
  g_assert_cmpfloat_with_epsilon (viewport.scale / DL_SCALE_MAX, 1, 1e-12);
}

static void
test_limit_place (void)
{
  const DlInstant from = DL_INSTANT (10000);
  const DlInstant first = DL_INSTANT (10500);
  const DlInstant last = DL_INSTANT (19500);
  const DlInstant to = DL_INSTANT (20000);
  DlViewport      viewport = { .folds = NULL };
  DlViewport      same;

  /* All in sight, or a part of it: nothing to do. */
  dl_viewport_set_range (&viewport, DL_INSTANT (9000), DL_INSTANT (21000), 600);
  same = viewport;
  dl_viewport_limit_place (&viewport, from, to, first, last);
  g_assert_true (equal (&viewport, &same));
  dl_viewport_set_range (&viewport, DL_INSTANT (12000), DL_INSTANT (12010), 600);
  same = viewport;
  dl_viewport_limit_place (&viewport, from, to, first, last);
  g_assert_true (equal (&viewport, &same));

  /* Moved away to either side: it reaches the middle. */
  dl_viewport_set_range (&viewport, DL_INSTANT (50000), DL_INSTANT (60000), 600);
  dl_viewport_limit_place (&viewport, from, to, first, last);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (&viewport, to), 300, 1e-3);
  dl_viewport_set_range (&viewport, DL_INSTANT (-50000), DL_INSTANT (-40000), 600);
  dl_viewport_limit_place (&viewport, from, to, first, last);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (&viewport, from), 300, 1e-3);

  /* Near by, where what is around all there is fills the window: the last thing
   * stays in sight, and the first one. */
  dl_viewport_set_range (&viewport, DL_INSTANT (19700), DL_INSTANT (19800), 600);
  dl_viewport_limit_place (&viewport, from, to, first, last);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (&viewport, last), 60, 1e-3);
  dl_viewport_set_range (&viewport, DL_INSTANT (10100), DL_INSTANT (10200), 600);
  dl_viewport_limit_place (&viewport, from, to, first, last);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (&viewport, first), 540, 1e-3);

  /* Around a single moment one can move. */
  dl_viewport_set_range (&viewport, DL_INSTANT (0), DL_INSTANT (100), 600);
  dl_viewport_limit_place (&viewport, DL_INSTANT (0), DL_INSTANT (100), DL_INSTANT (80), DL_INSTANT (80));
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (&viewport, DL_INSTANT (80)), 480, 1e-3);
  dl_viewport_limit_place (&viewport, DL_INSTANT (50), DL_INSTANT (50), DL_INSTANT (50), DL_INSTANT (50));
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (&viewport, DL_INSTANT (50)), 300, 1e-3);
}

static void
test_interpolate (void)
{
  const DlViewport a = { DL_INSTANT (1000000), 0.01, 900, NULL };
  DlViewport       b = a;
  DlViewport       step;

  dl_viewport_zoom_at (&b, 700, 16);
  step = dl_viewport_interpolate (&a, &b, 0);
  g_assert_true (equal (&step, &a));
  step = dl_viewport_interpolate (&a, &b, 1);
  g_assert_true (equal (&step, &b));
  /* Half of the way of sixteen times is four times. */
  step = dl_viewport_interpolate (&a, &b, 0.5);
  g_assert_cmpfloat_with_epsilon (step.scale, 0.04, 1e-12);

  /* What the two have in one place stays there all the way, far away too. */
  for (guint o = 0; o < G_N_ELEMENTS (origins) - 1; o++)
    {
      DlViewport from = { DL_INSTANT (origins[o]), 1e-5, 900, NULL };
      DlViewport to = from;
      DlInstant  fixed = dl_viewport_instant (&from, 300);

      dl_viewport_zoom_at (&to, 300, 3000);
      for (double t = 0; t <= 1; t += 0.05)
        {
          step = dl_viewport_interpolate (&from, &to, t);
          g_assert_cmpfloat_with_epsilon (dl_viewport_x (&step, fixed), 300, 1e-4);
        }
    }

  /* Without a change of scale it moves evenly. */
  b = a;
  dl_viewport_pan (&b, 400);
  step = dl_viewport_interpolate (&a, &b, 0.25);
  g_assert_cmpfloat (step.scale, ==, a.scale);
  g_assert_cmpfloat_with_epsilon (dl_viewport_x (&step, a.origin), -100, 1e-6);
}

/* Where a window holds all there is, it is twice as long as an integer counts. */
static void
test_all_of_time (void)
{
  const DlViewport viewport = { DL_INSTANT (G_MININT64 + 1), 5e-17, 1000, NULL };

  for (double x = 0; x < 922; x += 23)
    g_assert_cmpfloat_with_epsilon (dl_viewport_x (&viewport, dl_viewport_instant (&viewport, x)), x, 1e-6);
  g_assert_cmpint (dl_viewport_to (&viewport).seconds, ==, G_MAXINT64 - 1);
  g_assert_cmpint (dl_instant_add_double (DL_INSTANT (G_MAXINT64 - 1), -1e19).seconds, <, 0);
  g_assert_cmpint (dl_instant_add_double (DL_INSTANT (G_MAXINT64 - 1), -2e19).seconds, ==, G_MININT64 + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/viewport/pixels", test_pixels);
  g_test_add_func ("/layout/viewport/zoom-keeps-the-instant", test_zoom_keeps_the_instant);
  g_test_add_func ("/layout/viewport/zoom-there-and-back", test_zoom_there_and_back);
  g_test_add_func ("/layout/viewport/zoom-stops", test_zoom_stops);
  g_test_add_func ("/layout/viewport/range", test_range);
  g_test_add_func ("/layout/viewport/pan-and-width", test_pan_and_width);
  g_test_add_func ("/layout/viewport/limit-scale", test_limit_scale);
  g_test_add_func ("/layout/viewport/limit-place", test_limit_place);
  g_test_add_func ("/layout/viewport/interpolate", test_interpolate);
  g_test_add_func ("/layout/viewport/all-of-time", test_all_of_time);
  return g_test_run ();
}
