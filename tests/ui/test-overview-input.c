/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done in the overview: by its keys, as a slider, by wheel and pointer. */
#include "widget-fixture.h"

#include "widgets/dl-overview-view.h"
#include "widgets/dl-timeline-view.h"

#define DECADES                                                                                                        \
  "{\"dateline\": 1, \"events\": [{\"title\": \"First\", \"date\": \"1900-01-01\"}, "                                  \
  "{\"title\": \"Last\", \"date\": \"2000-01-01\"}]}"

typedef struct
{
  WidgetFixture widgets;
  GtkWidget    *window;
  GtkWidget    *overview;
  GtkWidget    *slider;
} Fixture;

/* In sight are ten years in the middle of all of them. */
static void
look_at_middle (Fixture *self)
{
  DlDate date;

  g_assert_true (dl_date_parse ("1945/1954", -1, &date, NULL));
  dl_view_show_range (self->widgets.view, date.earliest_start, date.latest_end);
  WAIT_FOR (dl_view_get_at_rest (self->widgets.view));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *timeline;

  widget_fixture_set_up (&self->widgets, DECADES);
  dl_view_set_fold (self->widgets.view, FALSE);
  timeline = dl_timeline_view_new (self->widgets.view);
  self->overview = dl_overview_view_new (self->widgets.view);
  self->slider = widget_tree_find (self->overview, GTK_TYPE_RANGE, NULL);
  gtk_widget_set_vexpand (timeline, TRUE);
  gtk_box_append (GTK_BOX (box), timeline);
  gtk_box_append (GTK_BOX (box), self->overview);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 500);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_present (GTK_WINDOW (self->window));
  dl_view_set_animated (self->widgets.view, FALSE);
  WAIT_FOR (dl_view_get_scene (self->widgets.view) != NULL && gtk_widget_get_width (self->overview) > 0 &&
            gtk_widget_get_mapped (self->overview));
  dl_view_set_animated (self->widgets.view, FALSE);
  look_at_middle (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  widget_fixture_tear_down (&self->widgets, NULL);
}

/* What is in sight, in years. */
static void
get_years (Fixture *self, double *from, double *to)
{
  DlInstant start, end;

  g_assert_true (dl_view_get_destination (self->widgets.view, &start, &end));
  *from = 1970 + (double) start.seconds / (365.2425 * 86400);
  *to = 1970 + (double) end.seconds / (365.2425 * 86400);
}

typedef enum
{
  LATER,    /* both edges, by the same */
  EARLIER,  /* */
  LONGER,   /* one of them, or both */
  SHORTER,  /* */
  AT_START, /* of all */
  AT_END,   /* */
} Change;

static void
expect (Fixture *self, double from, double to, Change change)
{
  double now_from, now_to;
  double length = to - from;

  get_years (self, &now_from, &now_to);
  g_test_message ("%g to %g, was %g to %g", now_from, now_to, from, to);
  switch (change)
    {
    case LATER:
    case EARLIER:
      g_assert_cmpfloat_with_epsilon (now_to - now_from, length, length / 50);
      g_assert_true (change == LATER ? now_from > from + 0.05 && now_to > to + 0.05
                                     : now_from < from - 0.05 && now_to < to - 0.05);
      break;
    case LONGER:
      g_assert_cmpfloat (now_to - now_from, >, length * 1.1);
      break;
    case SHORTER:
      g_assert_cmpfloat (now_to - now_from, <, length * 0.9);
      break;
    case AT_START:
      g_assert_cmpfloat (now_from, <, 1900.01);
      g_assert_cmpfloat (now_to, <, 1950);
      break;
    case AT_END:
    default:
      g_assert_cmpfloat (now_to, >, 2000);
      g_assert_cmpfloat (now_from, >, 1950);
      break;
    }
}

/* Each key does one thing, and the other way its counterpart. */
static void
test_actions (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    int         direction;
    Change      change;
  } rows[] = {
    { "overview.move", 1, LATER },         { "overview.move", -1, EARLIER },
    { "overview.turn-page", 1, LATER },    { "overview.turn-page", -1, EARLIER },
    { "overview.move-to-end", 1, AT_END }, { "overview.move-to-end", -1, AT_START },
    { "overview.move-start", -1, LONGER }, { "overview.move-start", 1, SHORTER },
    { "overview.move-end", 1, LONGER },    { "overview.move-end", -1, SHORTER },
  };
  double from, to, now_from, now_to;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      look_at_middle (self);
      get_years (self, &from, &to);
      g_test_message ("%s %d", rows[i].name, rows[i].direction);
      g_assert_true (gtk_widget_activate_action (self->overview, rows[i].name, "i", rows[i].direction));
      expect (self, from, to, rows[i].change);
      get_years (self, &now_from, &now_to);
      /* The other edge stays. */
      if (g_str_equal (rows[i].name, "overview.move-start"))
        g_assert_cmpfloat_with_epsilon (now_to, to, 0.1);
      if (g_str_equal (rows[i].name, "overview.move-end"))
        g_assert_cmpfloat_with_epsilon (now_from, from, 0.1);
    }
  look_at_middle (self);
  get_years (self, &from, &to);
  gtk_widget_activate_action (self->overview, "overview.zoom", "d", 2.0);
  expect (self, from, to, SHORTER);
  /* One step out and one in is where one was. */
  look_at_middle (self);
  get_years (self, &from, &to);
  gtk_widget_activate_action (self->overview, "overview.move-end", "i", 1);
  gtk_widget_activate_action (self->overview, "overview.move-end", "i", -1);
  get_years (self, &now_from, &now_to);
  g_assert_cmpfloat_with_epsilon (now_to, to, 0.1);
}

/* The keyboard goes back to where it was. */
static void
test_leave (Fixture *self, gconstpointer data)
{
  guint n = 0;

  g_signal_connect_swapped (self->overview, "left", G_CALLBACK (widget_tree_count_cb), &n);
  gtk_widget_activate_action (self->overview, "overview.leave", NULL);
  g_assert_cmpuint (n, ==, 1);
}

/* What moves a slider. */
static void
test_slider (Fixture *self, gconstpointer data)
{
  static const struct
  {
    GtkScrollType scroll;
    Change        change;
  } rows[] = {
    { GTK_SCROLL_STEP_LEFT, EARLIER },    { GTK_SCROLL_STEP_RIGHT, LATER },     { GTK_SCROLL_PAGE_UP, EARLIER },
    { GTK_SCROLL_PAGE_LEFT, EARLIER },    { GTK_SCROLL_PAGE_DOWN, LATER },      { GTK_SCROLL_PAGE_RIGHT, LATER },
    { GTK_SCROLL_STEP_FORWARD, SHORTER }, { GTK_SCROLL_PAGE_FORWARD, SHORTER }, { GTK_SCROLL_STEP_BACKWARD, LONGER },
    { GTK_SCROLL_PAGE_BACKWARD, LONGER },
  };
  double from, to;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      look_at_middle (self);
      get_years (self, &from, &to);
      g_test_message ("scroll %d", rows[i].scroll);
      g_signal_emit_by_name (self->slider, "move-slider", rows[i].scroll);
      expect (self, from, to, rows[i].change);
    }
}

static gpointer
get_controller (Fixture *self, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->overview);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

/* A wheel zooms, and moves where it turns sideways. */
static void
test_wheel (Fixture *self, gconstpointer data)
{
  static const struct
  {
    double dx, dy;
    Change change;
  } rows[] = { { 0, -1, SHORTER }, { 0, 1, LONGER }, { 1, 0, LATER }, { -1, 0, EARLIER } };
  gpointer scroll = get_controller (self, GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  double   from, to;
  gboolean taken;

  g_signal_emit_by_name (get_controller (self, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", 500.0, 10.0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      look_at_middle (self);
      get_years (self, &from, &to);
      g_signal_emit_by_name (scroll, "scroll", rows[i].dx, rows[i].dy, &taken);
      g_assert_true (taken);
      expect (self, from, to, rows[i].change);
    }
}

/* A click beside the frame brings it there; over it the cursor says what can be done. */
static void
test_pointer (Fixture *self, gconstpointer data)
{
  gpointer drag = get_controller (self, GTK_TYPE_GESTURE_DRAG);
  gpointer click = get_controller (self, GTK_TYPE_GESTURE_CLICK);
  gpointer motion = get_controller (self, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  double   from, to;

  g_signal_emit_by_name (motion, "motion", 500.0, 10.0);
  g_assert_cmpstr (gdk_cursor_get_name (gtk_widget_get_cursor (self->overview)), ==, "grab");
  g_signal_emit_by_name (motion, "motion", 100.0, 10.0);
  g_assert_null (gtk_widget_get_cursor (self->overview));
  g_signal_emit_by_name (drag, "drag-begin", 900.0, 10.0);
  g_signal_emit_by_name (click, "released", 1, 900.0, 10.0);
  get_years (self, &from, &to);
  g_assert_cmpfloat (from, >, 1980);
  g_assert_cmpfloat (to, <, 2005);
  g_assert_cmpfloat_with_epsilon (to - from, 10, 6);
}

#define OVERVIEW_TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  int result;

  if (!widget_fixture_start (&argc, &argv))
    return 77;
  OVERVIEW_TEST ("/overview-input/actions", test_actions);
  OVERVIEW_TEST ("/overview-input/leave", test_leave);
  OVERVIEW_TEST ("/overview-input/slider", test_slider);
  OVERVIEW_TEST ("/overview-input/wheel", test_wheel);
  OVERVIEW_TEST ("/overview-input/pointer", test_pointer);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
