/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shaped text is kept from frame to frame, but never more than so much of it. */
#include "draw/dl-text-cache.h"

#define CAPACITY 8
#define WIDTH 200

static const GdkRGBA black = { 0, 0, 0, 1 };
static const GdkRGBA red = { 1, 0, 0, 1 };

typedef struct
{
  DlFonts      *fonts;
  PangoContext *context;
  DlTextCache  *cache;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->fonts = dl_fonts_new_for_export ();
  fixture->context = dl_pango_context_new (NULL);
  fixture->cache = dl_text_cache_new (fixture->fonts, fixture->context, CAPACITY);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dl_text_cache_free (fixture->cache);
  g_object_unref (fixture->context);
  dl_fonts_unref (fixture->fonts);
}

static const DlTextRun *
get (Fixture *fixture, const char *text)
{
  return dl_text_cache_get (fixture->cache, text, DL_TEXT_LABEL, WIDTH, &black);
}

/* Asks for the texts "@first", "@first + 1", … before "@end". */
static void
get_numbers (Fixture *fixture, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_assert_nonnull (get (fixture, text)->node);
    }
}

static void
test_second_frame (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_strdup ("Treaty signed");
  GskRenderNode   *node = get (fixture, "Treaty signed")->node;

  get_numbers (fixture, 0, CAPACITY - 1);
  g_assert_cmpuint (dl_text_cache_get_n_made (fixture->cache), ==, CAPACITY);
  /* It goes by what is said, not by where it stands in memory. */
  g_assert_true (get (fixture, copy)->node == node);
  get_numbers (fixture, 0, CAPACITY - 1);
  g_assert_cmpuint (dl_text_cache_get_n_made (fixture->cache), ==, CAPACITY);
}

static void
test_bounded (Fixture *fixture, gconstpointer data)
{
  get_numbers (fixture, 0, 50 * CAPACITY);
  g_assert_cmpuint (dl_text_cache_get_size (fixture->cache), ==, CAPACITY);
  g_assert_cmpuint (dl_text_cache_get_n_made (fixture->cache), ==, 50 * CAPACITY);
}

static void
test_oldest_goes (Fixture *fixture, gconstpointer data)
{
  get_numbers (fixture, 0, CAPACITY);
  /* The first one is asked for again, so the second one is the oldest. */
  get_numbers (fixture, 0, 1);
  get_numbers (fixture, CAPACITY, CAPACITY + 1);
  g_assert_cmpuint (dl_text_cache_get_n_made (fixture->cache), ==, CAPACITY + 1);
  get_numbers (fixture, 0, 1);
  get_numbers (fixture, 2, CAPACITY + 1);
  g_assert_cmpuint (dl_text_cache_get_n_made (fixture->cache), ==, CAPACITY + 1);
  get_numbers (fixture, 1, 2);
  g_assert_cmpuint (dl_text_cache_get_n_made (fixture->cache), ==, CAPACITY + 2);
}

static void
test_differences (Fixture *fixture, gconstpointer data)
{
  DlTextCache *cache = fixture->cache;

  dl_text_cache_get (cache, "Treaty", DL_TEXT_LABEL, WIDTH, &black);
  dl_text_cache_get (cache, "Treaty", DL_TEXT_TITLE, WIDTH, &black);
  dl_text_cache_get (cache, "Treaty", DL_TEXT_LABEL, 20, &black);
  dl_text_cache_get (cache, "Treaty", DL_TEXT_LABEL, WIDTH, &red);
  dl_text_cache_get (cache, "Treatz", DL_TEXT_LABEL, WIDTH, &black);
  dl_text_cache_get (cache, "Treaty ", DL_TEXT_LABEL, WIDTH, &black);
  g_assert_cmpuint (dl_text_cache_get_n_made (cache), ==, 6);
}

static void
test_width (Fixture *fixture, gconstpointer data)
{
  const char *text = "A title that is far too long for the room that it has here";

  g_assert_cmpint (get (fixture, text)->width, <=, WIDTH);
  g_assert_true (pango_layout_is_ellipsized (get (fixture, text)->layout));
  g_assert_false (pango_layout_is_ellipsized (get (fixture, "Short")->layout));
  g_assert_cmpint (get (fixture, "Short")->height, >, 8);
}

static void
test_room_changes (Fixture *fixture, gconstpointer data)
{
  GskRenderNode *node = get (fixture, "Treaty signed")->node;

  for (int width = WIDTH; width < WIDTH + 50; width++)
    g_assert_true (dl_text_cache_get (fixture->cache, "Treaty signed", DL_TEXT_LABEL, width, &black)->node == node);
  g_assert_cmpuint (dl_text_cache_get_n_made (fixture->cache), ==, 1);
  /* Cut, cut elsewhere, and whole again. */
  g_assert_true (dl_text_cache_get (fixture->cache, "Treaty signed", DL_TEXT_LABEL, 40, &black)->node != node);
  g_assert_true (dl_text_cache_get (fixture->cache, "Treaty signed", DL_TEXT_LABEL, 60, &black)->node != node);
  g_assert_true (get (fixture, "Treaty signed")->node == node);
  g_assert_cmpuint (dl_text_cache_get_n_made (fixture->cache), ==, 3);
}

static void
test_without_node (Fixture *fixture, gconstpointer data)
{
  const DlTextRun *run = dl_text_cache_get (fixture->cache, "Treaty", DL_TEXT_LABEL, WIDTH, NULL);

  g_assert_null (run->node);
  g_assert_true (PANGO_IS_LAYOUT (run->layout));
  g_assert_nonnull (get (fixture, "Treaty")->node);
  /* Nothing is seen of it. */
  g_assert_null (get (fixture, "")->node);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* There is no display; without the call GSK ends the program. */
  gtk_init_check ();
  g_test_add ("/draw/text-cache/second-frame", Fixture, NULL, set_up, test_second_frame, tear_down);
  g_test_add ("/draw/text-cache/bounded", Fixture, NULL, set_up, test_bounded, tear_down);
  g_test_add ("/draw/text-cache/oldest-goes", Fixture, NULL, set_up, test_oldest_goes, tear_down);
  g_test_add ("/draw/text-cache/differences", Fixture, NULL, set_up, test_differences, tear_down);
  g_test_add ("/draw/text-cache/width", Fixture, NULL, set_up, test_width, tear_down);
  g_test_add ("/draw/text-cache/room-changes", Fixture, NULL, set_up, test_room_changes, tear_down);
  g_test_add ("/draw/text-cache/without-node", Fixture, NULL, set_up, test_without_node, tear_down);
  return g_test_run ();
}
