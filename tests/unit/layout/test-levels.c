/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-levels.h"
#include "layout/dl-viewport.h"

#include <math.h>
#include <string.h>

/* An item whose label begins where it does. */
static DlLevelItem
item (gint64 start, gint64 end, float width, guint32 priority)
{
  return (DlLevelItem){ DL_INSTANT (start), DL_INSTANT (start), DL_INSTANT (end), width, 0, priority };
}

static void
append_item (guint index, guint row, gboolean meets, gpointer data)
{
  g_ptr_array_add (data, g_strdup_printf ("%u:%u", index, row));
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What is shown, as "item:row item:row". The order of the calls goes by level
 * and is nobody's business. */
static char *
query (const DlLevels *levels, double scale, gint64 from, gint64 to)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  DlLevelsView          view;

  dl_levels_at (levels, scale, &view);
  dl_levels_view_foreach (&view, DL_INSTANT (from), DL_INSTANT (to), 0, dl_levels_get_n_rows (levels), append_item,
                          found);
  g_ptr_array_sort (found, compare_texts);
  g_ptr_array_add (found, NULL);
  return g_strjoinv (" ", (char **) found->pdata);
}

static void
assert_query (const DlLevels *levels, double scale, gint64 from, gint64 to, const char *expected)
{
  g_autofree char *found = query (levels, scale, from, to);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_scales (void)
{
  for (guint level = 1; level < DL_N_LEVELS; level++)
    {
      g_assert_cmpfloat_with_epsilon (dl_level_scale (level) / dl_level_scale (level - 1),
                                      exp2 (1.0 / DL_LEVELS_PER_OCTAVE), 1e-9);
      g_assert_cmpuint (dl_level_at_scale (dl_level_scale (level)), ==, level);
      g_assert_cmpuint (dl_level_at_scale (dl_level_scale (level) * 0.999), ==, level - 1);
    }
  /* Nothing that can be looked at lies beyond either end. */
  g_assert_cmpfloat (dl_level_scale (0), <=, 1e-19);
  g_assert_cmpfloat (dl_level_scale (DL_N_LEVELS - 1), >=, DL_SCALE_MAX);
  g_assert_cmpuint (dl_level_at_scale (1e-30), ==, 0);
  g_assert_cmpuint (dl_level_at_scale (1e30), ==, DL_N_LEVELS - 1);
}

/* Two labels of 100 pixels, 1,000 seconds apart: both fit from 0.1 pixels a
 * second on, and the better one is there before. */
static void
test_two_in_a_row (void)
{
  const DlLevelItem items[] = { item (0, 10, 100, 0), item (1000, 1010, 100, 1) };

  for (guint first_level = 0; first_level < DL_N_LEVELS; first_level += 29)
    {
      g_autoptr (DlLevels) levels = dl_levels_new (items, 2, 1, first_level);
      guint                level = dl_levels_get_level (levels, 0);

      g_assert_cmpuint (dl_levels_get_level (levels, 1), ==, 0);
      g_assert_cmpfloat (dl_level_scale (level), >=, 0.1);
      if (first_level <= dl_level_at_scale (0.1))
        g_assert_cmpfloat (dl_level_scale (level), <, 0.1 * exp2 (1.0 / DL_LEVELS_PER_OCTAVE));
      assert_query (levels, 0.01, -100, 2000, "1:0");
      assert_query (levels, 400, -100, 2000, "0:0 1:0");
    }
}

/* What overlaps in time needs rows; what is too many stays without. */
static void
test_overlap (void)
{
  const DlLevelItem    items[] = { item (0, 1000, 10, 3), item (100, 1100, 10, 2), item (200, 1200, 10, 1),
                                   item (2000, 2100, 10, 0) };
  g_autoptr (DlLevels) levels = dl_levels_new (items, 4, 2, 0);

  g_assert_cmpuint (dl_levels_depth (items, 4, 10), ==, 3);
  g_assert_cmpuint (dl_levels_get_n_rows (levels), ==, 2);
  g_assert_cmpuint (dl_levels_get_row (levels, 0), ==, 0);
  g_assert_cmpuint (dl_levels_get_row (levels, 1), ==, 1);
  g_assert_cmpuint (dl_levels_get_level (levels, 2), ==, DL_LEVEL_NEVER);
  g_assert_cmpuint (dl_levels_get_level (levels, 3), !=, DL_LEVEL_NEVER);
}

/* Those that begin together are one deep each; those that only meet are not. */
static void
test_depth (void)
{
  const DlLevelItem together[] = { item (0, 1, 10, 0), item (0, 1, 10, 1), item (0, 1, 10, 2) };
  const DlLevelItem meeting[] = { item (0, 10, 10, 0), item (10, 20, 10, 1), item (20, 30, 10, 2) };

  g_assert_cmpuint (dl_levels_depth (NULL, 0, 10), ==, 0);
  g_assert_cmpuint (dl_levels_depth (together, 3, 10), ==, 3);
  g_assert_cmpuint (dl_levels_depth (together, 3, 2), ==, 2);
  g_assert_cmpuint (dl_levels_depth (meeting, 3, 10), ==, 1);
}

static void
test_rows_needed (void)
{
  const DlLevelItem items[] = { item (0, 1, 100, 0), item (50, 51, 100, 1), item (90, 91, 100, 2),
                                item (200, 201, 100, 3) };

  g_assert_cmpuint (dl_levels_rows_needed (items, 4, 1, DL_INSTANT (0), DL_INSTANT (300), 10), ==, 3);
  g_assert_cmpuint (dl_levels_rows_needed (items, 4, 2, DL_INSTANT (0), DL_INSTANT (300), 10), ==, 2);
  g_assert_cmpuint (dl_levels_rows_needed (items, 4, 100, DL_INSTANT (0), DL_INSTANT (300), 10), ==, 1);
  g_assert_cmpuint (dl_levels_rows_needed (items, 4, 1, DL_INSTANT (0), DL_INSTANT (300), 2), ==, 2);
  g_assert_cmpuint (dl_levels_rows_needed (items, 4, 1, DL_INSTANT (60), DL_INSTANT (300), 10), ==, 1);
  g_assert_cmpuint (dl_levels_rows_needed (items, 4, 1, DL_INSTANT (500), DL_INSTANT (600), 10), ==, 0);
}

/* The window takes those that meet it, and the one before whose label still
 * reaches in. */
static void
test_window (void)
{
  const DlLevelItem    items[] = { item (0, 10, 80, 2), item (100, 110, 80, 1), item (200, 300, 80, 0) };
  g_autoptr (DlLevels) levels = dl_levels_new (items, 3, 1, dl_level_at_scale (1));

  assert_query (levels, 1, -50, 400, "0:0 1:0 2:0");
  assert_query (levels, 1, 5, 105, "0:0 1:0");
  assert_query (levels, 1, 79, 100, "0:0");
  assert_query (levels, 1, 80, 100, "");
  assert_query (levels, 1, 250, 260, "2:0");
  assert_query (levels, 1, 300, 400, "");
}

/* The label hangs from the anchor, not from the start. */
static void
test_anchor (void)
{
  const DlLevelItem    items[] = { { DL_INSTANT (0), DL_INSTANT (500), DL_INSTANT (1000), 100, 0, 1 },
                                   item (1000, 1001, 100, 0) };
  g_autoptr (DlLevels) levels = dl_levels_new (items, 2, 1, 0);

  g_assert_cmpuint (dl_levels_get_level (levels, 0), ==, 0);
  /* 500 seconds for 100 pixels. */
  g_assert_cmpuint (dl_levels_get_level (levels, 1), ==, dl_level_at_scale (0.2) + 1);
}

/* A wide label reaches past a narrow neighbour, and the best one beyond keeps
 * its place. */
static void
test_wide_before_narrow (void)
{
  const DlLevelItem    items[] = { item (0, 1, 250, 1), item (270, 271, 20, 0), item (300, 301, 20, 2) };
  g_autoptr (DlLevels) levels = dl_levels_new (items, 3, 1, dl_level_at_scale (1));

  assert_query (levels, 1, -10, 400, "0:0 1:0 2:0");
  g_assert_cmpuint (dl_levels_get_level (levels, 2), ==, 0);
  /* On the way out the narrow one gives way to the wide one before that gives
   * way to the best. */
  assert_query (levels, 0.9, -10, 400, "0:0 2:0");
  assert_query (levels, 0.75, -10, 400, "2:0");
}

/* Where the view is that is seen first, the first row is full. */
static void
test_first_level (void)
{
  DlLevelItem          items[30];
  g_autoptr (DlLevels) levels = NULL;
  guint                n_first = 0;

  for (guint i = 0; i < 30; i++)
    items[i] = item (100 * i, 100 * i + 1, 100, i);
  levels = dl_levels_new (items, 30, 3, dl_level_at_scale (1.01));
  for (guint i = 0; i < 30; i++)
    n_first += dl_levels_get_row (levels, i) == 0 && dl_levels_get_level (levels, i) <= dl_level_at_scale (1.01);
  g_assert_cmpuint (n_first, ==, 30);
}

static void
test_none (void)
{
  g_autoptr (DlLevels) levels = dl_levels_new (NULL, 0, 0, 0);

  assert_query (levels, 1, 0, 100, "");
  g_assert_cmpuint (dl_levels_get_n_rows (levels), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/levels/scales", test_scales);
  g_test_add_func ("/layout/levels/two-in-a-row", test_two_in_a_row);
  g_test_add_func ("/layout/levels/overlap", test_overlap);
  g_test_add_func ("/layout/levels/depth", test_depth);
  g_test_add_func ("/layout/levels/rows-needed", test_rows_needed);
  g_test_add_func ("/layout/levels/window", test_window);
  g_test_add_func ("/layout/levels/anchor", test_anchor);
  g_test_add_func ("/layout/levels/wide-before-narrow", test_wide_before_narrow);
  g_test_add_func ("/layout/levels/first-level", test_first_level);
  g_test_add_func ("/layout/levels/none", test_none);
  return g_test_run ();
}
