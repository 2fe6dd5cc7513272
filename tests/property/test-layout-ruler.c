/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ruler of random viewports and zones: its labels never touch, its ticks
 * stand in order, where their instants are, and reach from edge to edge. */
#include "layout/dl-ruler.h"

#include <libintl.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "random-timeline.h"

#ifdef __SANITIZE_ADDRESS__
#define N_RULERS 1500
#else
#define N_RULERS 8000
#endif

/* As wide as a year of many digits, and what stands around it; twice as wide in
 * the other languages. */
#define WIDE_ENOUGH (g_getenv ("DATELINE_LOCALEDIR") == NULL ? 160.0 : 320.0)

static const char *const zones[] = { "UTC",
                                     "Asia/Tokyo",
                                     "America/New_York",
                                     "Asia/Kathmandu",
                                     "Australia/Lord_Howe",
                                     "Pacific/Apia",
                                     "Africa/Casablanca",
                                     "-03:30" };

static DlViewport
random_viewport (void)
{
  DlViewport viewport = { .width = floor (random_log_uniform (60, 8000)),
                          .scale = random_log_uniform (DL_SCALE_MIN, DL_SCALE_MAX) };

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
      viewport.origin = dl_instant_add_double (DL_INSTANT (G_GINT64_CONSTANT (-62135596800)),
                                               -viewport.width / viewport.scale * g_test_rand_double ());
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
        g_error ("“%s” begins at %g, the label before it ends at %g: origin %" G_GINT64_FORMAT
                 ".%09d, %.17g pixels a second, %g wide, %s",
                 tick->text, tick->text_x, free_from, viewport->origin.seconds, viewport->origin.nanos, viewport->scale,
                 viewport->width, zone);
      free_from = tick->text_x + tick->text_width;
    }
}

/* Whether a tick follows the first one after a change of the clocks closely. */
static gboolean
follows_change (GArray *ticks, guint index, const DlZone *zone)
{
  for (guint i = index; i > 1 && index - i < 3; i--)
    if (dl_zone_offset_at (zone, g_array_index (ticks, DlTick, i - 2).at) !=
        dl_zone_offset_at (zone, g_array_index (ticks, DlTick, i - 1).at))
      return TRUE;
  return FALSE;
}

/* Every tick has its label, but for some that make room for the name of the zone
 * where the clocks have been changed. And hours, minutes and seconds are as far
 * apart as they are long, but where a change lies between them. */
static void
check_all_told (const DlRuler *ruler, const DlZone *zone)
{
  double seconds = (double) ruler->count * (ruler->unit == DL_UNIT_HOUR     ? 3600
                                            : ruler->unit == DL_UNIT_MINUTE ? 60
                                                                            : 1);

  /* Parts of a second are all of one length. */
  if (ruler->unit == DL_UNIT_SECOND && ruler->ticks->len > 1)
    seconds = MIN (seconds, dl_instant_distance (g_array_index (ruler->ticks, DlTick, 0).at,
                                                 g_array_index (ruler->ticks, DlTick, 1).at));
  for (guint t = 0; t < ruler->ticks->len; t++)
    {
      const DlTick *tick = &g_array_index (ruler->ticks, DlTick, t);
      const DlTick *before = t > 0 ? tick - 1 : NULL;
      gboolean      clock = ruler->unit < DL_UNIT_DAY;
      gboolean changed = before != NULL && dl_zone_offset_at (zone, before->at) != dl_zone_offset_at (zone, tick->at);

      if (tick->text == NULL)
        g_assert_true (clock && follows_change (ruler->ticks, t, zone));
      if (!clock || before == NULL)
        continue;
      if (changed)
        {
          g_assert_cmpfloat (dl_instant_distance (before->at, tick->at), <, 2 * seconds + 7200);
          /* Labels of parts of a second are too long to leave room for a name. */
          if (seconds >= 1)
            g_assert_nonnull (strchr (tick->text, '('));
        }
      else
        g_assert_cmpfloat_with_epsilon (dl_instant_distance (before->at, tick->at), seconds, 1e-9);
    }
}

/* The days on which clocks are changed: of random ones, the next that is. */
static void
test_changes (void)
{
  static const char *const names[] = { "America/New_York", "Australia/Lord_Howe", "Europe/London" };

  for (guint i = 0; i < MAX (N_RULERS / 100, 10); i++)
    {
      g_autoptr (DlZone)  zone = dl_zone_new (names[g_test_rand_int_range (0, G_N_ELEMENTS (names))], NULL);
      DlViewport          viewport = { .width = floor (random_log_uniform (200, 3000)) };
      gint64              at = G_GINT64_CONSTANT (1609459200) + (gint64) g_test_rand_int_range (0, 365) * 86400;
      g_autoptr (DlRuler) ruler = NULL;

      while (dl_zone_offset_at (zone, DL_INSTANT (at)) == dl_zone_offset_at (zone, DL_INSTANT (at + 86400)))
        at += 86400;
      dl_viewport_set_range (&viewport, DL_INSTANT (at + g_test_rand_int_range (-40000, 40000)),
                             DL_INSTANT (at + g_test_rand_int_range (50000, 400000)), viewport.width);
      ruler = dl_ruler_new (&viewport, zone, dl_text_measure_fixed ());
      check_tier (ruler->ticks, &viewport, dl_zone_get_name (zone));
      check_tier (ruler->contexts, &viewport, dl_zone_get_name (zone));
      check_all_told (ruler, zone);
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
      check_all_told (ruler, zone);
    }
}

/* Some folds in and around what @viewport shows; NULL where it is too far out. */
static DlFolds *
random_folds (const DlViewport *viewport)
{
  DlStretch stretches[DL_MAX_FOLDS];
  double    seconds = viewport->width / viewport->scale;
  guint     n = (guint) g_test_rand_int_range (1, DL_MAX_FOLDS + 1);
  double    at = viewport->width * g_test_rand_double_range (-0.5, 0.5);
  double    width = random_log_uniform (1, viewport->width);

  if (seconds > 1e14 || width / viewport->scale < 2 || ABS (viewport->origin.seconds) > G_GINT64_CONSTANT (1) << 62)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      DlStretch *each = &stretches[i];

      each->from = DL_INSTANT (dl_instant_add_double (viewport->origin, at / viewport->scale).seconds + (gint64) i);
      at += width * random_log_uniform (2, 1000);
      each->to = DL_INSTANT (dl_instant_add_double (viewport->origin, at / viewport->scale).seconds + (gint64) i);
      each->last = dl_instant_add_double (each->from, -width / viewport->scale * g_test_rand_double ());
      each->next = dl_instant_add_double (each->to, width / viewport->scale * g_test_rand_double ());
      each->width = (gint64) (width / viewport->scale);
      at += random_log_uniform (1, viewport->width);
    }
  return dl_folds_new (stretches, n);
}

static void
check_breaks (const DlRuler *ruler, const DlViewport *viewport, const char *where)
{
  for (guint b = 0; b < ruler->breaks->len; b++)
    {
      const DlBreak *each = &g_array_index (ruler->breaks, DlBreak, b);
      const DlFold  *fold = dl_folds_get (viewport->folds, each->fold);

      g_assert_cmpfloat (each->right, >, 0);
      g_assert_cmpfloat (each->left, <, viewport->width);
      for (guint i = 0; i < ruler->ticks->len; i++)
        {
          const DlTick *tick = &g_array_index (ruler->ticks, DlTick, i);

          g_assert_false (dl_instant_compare (tick->at, fold->from) >= 0 &&
                          dl_instant_compare (tick->at, fold->to) < 0);
          if (tick->text != NULL && tick->text_x < each->right && tick->text_x + tick->text_width > each->left)
            g_error ("“%s” reaches into a fold: %s", tick->text, where);
          if (tick->text != NULL && each->has_label && tick->text_x < each->text_x + each->text_width &&
              tick->text_x + tick->text_width > each->text_x)
            g_error ("“%s” touches “%s”: %s", tick->text, each->words, where);
        }
      /* Only the name of a section that is narrower may reach over its end. */
      for (guint i = 0; i < ruler->contexts->len; i++)
        {
          const DlTick *tick = &g_array_index (ruler->contexts, DlTick, i);

          if (tick->text != NULL && tick->text_x < each->right && tick->text_x + tick->text_width > each->left)
            {
              g_assert_cmpfloat (tick->x, <=, each->left);
              if (tick->text_x + tick->text_width > each->right)
                g_error ("“%s” reaches beyond a fold: %s", tick->text, where);
            }
        }
      for (guint o = 0; each->has_label && o < ruler->breaks->len; o++)
        {
          const DlBreak *other = &g_array_index (ruler->breaks, DlBreak, o);

          if (o == b)
            continue;
          g_assert_false (each->text_x < other->right && each->text_x + each->text_width > other->left);
          g_assert_false (other->has_label && each->text_x < other->text_x + other->text_width &&
                          each->text_x + each->text_width > other->text_x);
        }
    }
}

/* Whoever looks at a part between folds that is wide enough reads where it is. */
static void
check_named (const DlRuler *ruler, const DlViewport *viewport, const char *where)
{
  DlSection sections[DL_MAX_FOLDS + 1];
  guint     n = dl_viewport_get_sections (viewport, sections);

  for (guint s = 0; n > 1 && s < n; s++)
    {
      gboolean named = FALSE;

      if (sections[s].right - sections[s].left < WIDE_ENOUGH)
        continue;
      for (guint i = 0; i < ruler->ticks->len; i++)
        named |= g_array_index (ruler->ticks, DlTick, i).section == s &&
                 g_array_index (ruler->ticks, DlTick, i).text != NULL && ruler->unit == DL_UNIT_YEAR;
      for (guint i = 0; i < ruler->contexts->len; i++)
        named |= g_array_index (ruler->contexts, DlTick, i).section == s &&
                 g_array_index (ruler->contexts, DlTick, i).text != NULL;
      if (!named)
        g_error ("nothing says where one is after a fold, from %g to %g: %s", sections[s].left, sections[s].right,
                 where);
    }
}

static void
test_folded (void)
{
  guint n_breaks = 0;

  for (guint i = 0; i < N_RULERS * (g_test_slow () ? 20 : 1); i++)
    {
      const char         *name = zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))];
      g_autoptr (DlZone)  zone = dl_zone_new (name, NULL);
      DlViewport          viewport = random_viewport ();
      g_autoptr (DlFolds) folds = random_folds (&viewport);
      g_autoptr (DlRuler) ruler = NULL;
      g_autofree char    *where = NULL;

      viewport.folds = folds;
      if (folds == NULL)
        continue;
      ruler = dl_ruler_new (&viewport, zone, dl_text_measure_fixed ());
      where = g_strdup_printf ("origin %" G_GINT64_FORMAT ".%09d, %.17g pixels a second, %g wide, %s",
                               viewport.origin.seconds, viewport.origin.nanos, viewport.scale, viewport.width, name);
      check_tier (ruler->ticks, &viewport, name);
      check_tier (ruler->contexts, &viewport, name);
      check_breaks (ruler, &viewport, where);
      check_named (ruler, &viewport, where);
      n_breaks += ruler->breaks->len;
    }
  g_assert_cmpuint (n_breaks, >, N_RULERS / 2);
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
  g_test_add_func ("/property/ruler/changes", test_changes);
  g_test_add_func ("/property/ruler/folded", test_folded);
  return g_test_run ();
}
