/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ruler of random viewports and zones: its labels never touch, its ticks
 * stand in order, where their instants are, and reach from edge to edge. */
#include "layout/dl-ruler.h"

#include <libintl.h>
#include <locale.h>
#include <math.h>

#include "random-timeline.h"

#ifdef __SANITIZE_ADDRESS__
#define N_RULERS 1500
#else
#define N_RULERS 8000
#endif

static const char *const zones[] = { "UTC", "Asia/Tokyo", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "-03:30" };

static DlViewport
random_viewport (void)
{
  DlViewport viewport = { .width = floor (random_log_uniform (60, 8000)), .scale = random_log_uniform (DL_SCALE_MIN, DL_SCALE_MAX) };

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      viewport.origin = DL_INSTANT (g_test_rand_int_range (-2000000000, 2000000000));
      break;
    case 1:
      viewport.origin = DL_INSTANT ((gint64) (random_log_uniform (1, 9.2e18) * (g_test_rand_bit () ? 1 : -1)));
      break;
    default:
      /* Near the years 1 BC and AD 1, where there is no year 0. */
      viewport.origin = dl_instant_add_double (DL_INSTANT (G_GINT64_CONSTANT (-62135596800)), -viewport.width / viewport.scale * g_test_rand_double ());
      break;
    }
  viewport.origin.nanos = g_test_rand_int_range (0, 1000000000);
  return viewport;
}

static void
check_tier (GArray *ticks, const DlViewport *viewport, const char *zone)
{
  double free_from = -G_MAXDOUBLE;

  for (guint i = 0; i < ticks->len; i++)
    {
      const DlTick *tick = &g_array_index (ticks, DlTick, i);

      g_assert_cmpfloat_with_epsilon (tick->x, dl_viewport_x (viewport, tick->at), 1e-9);
      if (i > 0)
        g_assert_cmpint (dl_instant_compare (g_array_index (ticks, DlTick, i - 1).at, tick->at), <, 0);
      if (tick->text == NULL)
        continue;
      g_assert_cmpstr (tick->text, !=, "");
      if (tick->text_x < free_from)
        g_error ("“%s” begins at %g, the label before it ends at %g: origin %" G_GINT64_FORMAT ".%09d, %.17g pixels a second, %g wide, %s", tick->text, tick->text_x, free_from, viewport->origin.seconds, viewport->origin.nanos, viewport->scale, viewport->width, zone);
      free_from = tick->text_x + tick->text_width;
    }
}

static void
test_rulers (void)
{
  for (guint i = 0; i < N_RULERS * (g_test_slow () ? 20 : 1); i++)
    {
      const char         *name = zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))];
      g_autoptr (DlZone)  zone = dl_zone_new (name, NULL);
      DlViewport          viewport = random_viewport ();
      g_autoptr (DlRuler) ruler = dl_ruler_new (&viewport, zone, dl_text_measure_fixed ());

      g_assert_nonnull (zone);
      check_tier (ruler->ticks, &viewport, name);
      check_tier (ruler->contexts, &viewport, name);
      /* Farther out no step of the calendar is wide enough for its label. */
      if (viewport.scale > 1e-16)
        g_assert_cmpuint (ruler->ticks->len, >, 0);
      for (guint t = 0; t < ruler->ticks->len; t++)
        g_assert_nonnull (g_array_index (ruler->ticks, DlTick, t).text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Also run in other languages, whose labels are wider or of other forms. */
  if (g_getenv ("DATELINE_LOCALEDIR") != NULL)
    {
      if (setlocale (LC_ALL, "") == NULL)
        {
          g_print ("1..0 # SKIP no locale %s here\n", g_getenv ("LC_ALL"));
          return 0;
        }
      bindtextdomain ("dateline", g_getenv ("DATELINE_LOCALEDIR"));
      bind_textdomain_codeset ("dateline", "UTF-8");
      textdomain ("dateline");
      g_assert_cmpstr (gettext ("Timeline"), !=, "Timeline");
    }
  g_test_add_func ("/property/ruler", test_rulers);
  return g_test_run ();
}
