/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture below what is presented: what it lights, and where that is. */
#include "drawn.h"
#include "widget-fixture.h"

#include <string.h>

#include "widgets/dl-spotlight.h"

#define DIM 0.36
#define DIM_RULER 0.8

static GtkWidget *
show (GtkWidget *spotlight)
{
  GtkWidget *window = widget_tree_show (spotlight, 1000, 300);

  WAIT_FOR (gtk_widget_get_width (spotlight) == 1000);
  return window;
}

/* How much is seen of a line of words. */
static double
look_for (GtkWidget *spotlight, const char *words, graphene_rect_t *bounds)
{
  GskRenderNode *node = drawn_take (spotlight);
  double         opacity = drawn_find_line (node, spotlight, words, bounds);

  if (node != NULL)
    gsk_render_node_unref (node);
  return opacity;
}

static gboolean
is_seen (GtkWidget *spotlight, const char *words, double opacity)
{
  double found = look_for (spotlight, words, NULL);

  return found > opacity - 0.01 && found < opacity + 0.01;
}

/* Whether it is where it is led to: of one of a day, which most of the width is for then, the words begin at the
 * day's edge. */
static gboolean
has_come (GtkWidget *spotlight, const char *words)
{
  graphene_rect_t bounds;
  float           width = (float) gtk_widget_get_width (spotlight);

  return look_for (spotlight, words, &bounds) > 0.99 && bounds.origin.x > width * 0.1f &&
         bounds.origin.x < width * 0.2f;
}

/* What is not meant is dim, the ruler less so. */
static void
test_light (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *spotlight = dl_spotlight_new (self->session, FALSE);
  GtkWidget *window = show (spotlight);

  WAIT_FOR (is_seen (spotlight, "First", 1));
  g_assert_true (is_seen (spotlight, "Second", 1));
  dl_spotlight_point_at (DL_SPOTLIGHT (spotlight), 1, 0, DL_NONE);
  WAIT_FOR (is_seen (spotlight, "Second", 1) && is_seen (spotlight, "First", DIM));
  g_assert_true (is_seen (spotlight, "October 2025", DIM_RULER));
  dl_spotlight_point_at (DL_SPOTLIGHT (spotlight), 0, DL_NONE, 1);
  WAIT_FOR (is_seen (spotlight, "First", 1) && is_seen (spotlight, "Second", DIM));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Three that are far from each other. */
#define FAR                                                                                                            \
  "{\"dateline\": 1, \"events\": [{\"title\": \"First\", \"date\": \"1900-01-01\"}, "                                  \
  "{\"title\": \"Second\", \"date\": \"2000-01-01\"}]}"

/* The first picture is there at once; from there one flies, and comes to what is meant. */
static void
test_flight (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *spotlight = dl_spotlight_new (self->session, FALSE);
  GtkWidget *window;

  /* Before there is any picture. */
  dl_spotlight_point_at (DL_SPOTLIGHT (spotlight), 0, DL_NONE, DL_NONE);
  window = show (spotlight);
  WAIT_FOR (has_come (spotlight, "First"));
  dl_spotlight_point_at (DL_SPOTLIGHT (spotlight), 1, DL_NONE, DL_NONE);
  g_assert_false (has_come (spotlight, "Second"));
  WAIT_FOR (has_come (spotlight, "Second"));
  /* Twice. */
  dl_spotlight_point_at (DL_SPOTLIGHT (spotlight), 0, DL_NONE, DL_NONE);
  WAIT_FOR (has_come (spotlight, "First"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is pointed at stays in the middle of a window that becomes another one. */
static void
test_size (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *spotlight = dl_spotlight_new (self->session, FALSE);
  GtkWidget *window = show (spotlight);

  dl_spotlight_show_range (DL_SPOTLIGHT (spotlight), DL_INSTANT (0), DL_INSTANT (86400 * 365));
  dl_spotlight_point_at (DL_SPOTLIGHT (spotlight), 1, DL_NONE, DL_NONE);
  WAIT_FOR (has_come (spotlight, "Second"));
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 300);
  WAIT_FOR (gtk_widget_get_width (spotlight) == 500);
  g_assert_true (has_come (spotlight, "Second"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A time is shown as it is, with nothing that is lit. */
static void
test_range (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *spotlight = dl_spotlight_new (self->session, FALSE);
  GtkWidget *window = show (spotlight);
  DlDate     date;

  g_assert_true (dl_date_parse ("1999/2001", -1, &date, NULL));
  dl_spotlight_point_at (DL_SPOTLIGHT (spotlight), 0, DL_NONE, DL_NONE);
  WAIT_FOR (has_come (spotlight, "First"));
  dl_spotlight_show_range (DL_SPOTLIGHT (spotlight), date.earliest_start, date.latest_end);
  for (guint i = 0; i < 2; i++)
    {
      WAIT_FOR (is_seen (spotlight, "Second", 1) && look_for (spotlight, "First", NULL) == 0);
      WAIT_FOR (is_seen (spotlight, "2000", 1) && is_seen (spotlight, "2001", 1));
      gtk_window_set_default_size (GTK_WINDOW (window), 700, 300);
      WAIT_FOR (gtk_widget_get_width (spotlight) == 700);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Its words are as large as the others on the screen. */
static void
test_scale (WidgetFixture *self, gconstpointer data)
{
  GtkWidget      *spotlight = dl_spotlight_new (self->session, FALSE);
  GtkWidget      *window = show (spotlight);
  graphene_rect_t usual, large;

  WAIT_FOR (look_for (spotlight, "First", &usual) > 0);
  dl_spotlight_set_scale (DL_SPOTLIGHT (spotlight), 2);
  WAIT_FOR (look_for (spotlight, "First", &large) > 0);
  g_assert_cmpfloat (large.size.width, >, usual.size.width * 1.8f);
  dl_spotlight_set_scale (DL_SPOTLIGHT (spotlight), 1);
  WAIT_FOR (look_for (spotlight, "First", &large) > 0);
  g_assert_cmpfloat_with_epsilon (large.size.width, usual.size.width, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Two and two with nothing between them for decades. */
#define EMPTY                                                                                                          \
  "{\"dateline\": 1, \"events\": [{\"title\": \"First\", \"date\": \"1900-01-01\"}, {\"title\": \"Second\", "          \
  "\"date\": \"1900-01-08\"}, {\"title\": \"Third\", \"date\": \"1950-01-01\"}, {\"title\": \"Fourth\", \"date\": "    \
  "\"1950-01-08\"}, {\"title\": \"Fifth\", \"date\": \"2000-01-01\"}, {\"title\": \"Sixth\", \"date\": "               \
  "\"2000-01-08\"}]}"

/* Empty time is folded where it is in the window. */
static void
test_fold (WidgetFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (EMPTY, strlen (EMPTY));

  dl_session_open_text (self->session, bytes);
  WAIT_FOR (!dl_session_get_loading (self->session));
  for (guint fold = 0; fold < 2; fold++)
    {
      GtkWidget *spotlight = dl_spotlight_new (self->session, fold);
      GtkWidget *window = show (spotlight);

      WAIT_FOR (look_for (spotlight, "First", NULL) > 0);
      g_assert_true ((look_for (spotlight, "1930", NULL) == 0) == fold);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

int
main (int argc, char **argv)
{
  int result;

  if (!widget_fixture_start (&argc, &argv))
    return 77;
  WIDGET_TEST ("/spotlight/light", NULL, test_light);
  WIDGET_TEST ("/spotlight/flight", FAR, test_flight);
  WIDGET_TEST ("/spotlight/size", FAR, test_size);
  WIDGET_TEST ("/spotlight/range", FAR, test_range);
  WIDGET_TEST ("/spotlight/scale", NULL, test_scale);
  WIDGET_TEST ("/spotlight/fold", NULL, test_fold);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
