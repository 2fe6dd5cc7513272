/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What hands do, told to the view's gestures as GTK tells it. */
#include "../bench/bench-desk.h"
#include "widgets/dl-timeline-view.h"

#define WIDTH 900
#define HEIGHT 400

typedef struct
{
  DlSession *session;
  DlView    *view;
  GtkWidget *window;
  GtkWidget *timeline;
} Fixture;

static gboolean
has_picture (Fixture *self)
{
  return dl_view_get_scene (self->view) != NULL && dl_view_get_width (self->view) > 0 &&
         gtk_widget_get_mapped (self->timeline);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const char  text[] = "{\"dateline\": 1, \"events\": [{\"title\": \"First\", \"date\": \"2025-10-01\"}, "
                              "{\"title\": \"Second\", \"date\": \"2025-10-05\"}]}";
  g_autofree char   *path = g_build_filename (bench_desk_get_folder (), "hands.dateline.json", NULL);
  g_autoptr (GFile)  file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  self->session = dl_session_new ();
  self->view = dl_view_new (self->session);
  self->timeline = dl_timeline_view_new (self->view);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self->window), self->timeline);
  gtk_window_present (GTK_WINDOW (self->window));
  dl_session_open (self->session, file);
  while (dl_session_get_loading (self->session) || !has_picture (self))
    g_main_context_iteration (NULL, TRUE);
  dl_view_set_animated (self->view, TRUE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (self->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (self->session);
}

/* The one controller of @type that reacts to @button. Returns: (transfer none) */
static gpointer
find (Fixture *self, GType type, guint button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->timeline);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type &&
          (button == 0 || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button))
        return controller;
    }
  g_assert_not_reached ();
}

static double
seconds_in_sight (Fixture *self)
{
  DlInstant from, to;

  g_assert_true (dl_view_get_range (self->view, &from, &to));
  return dl_instant_distance (from, to);
}

static DlInstant
left (Fixture *self)
{
  DlInstant from, to;

  g_assert_true (dl_view_get_range (self->view, &from, &to));
  return from;
}

/* A finger that drags may become one of two that pinch: they do not take it from each
 * other. */
static void
test_group (Fixture *self, gconstpointer data)
{
  GtkGesture *pinch = find (self, GTK_TYPE_GESTURE_ZOOM, 0);

  g_assert_true (gtk_gesture_is_grouped_with (pinch, find (self, GTK_TYPE_GESTURE_DRAG, 0)));
  g_assert_true (gtk_gesture_is_grouped_with (pinch, find (self, GTK_TYPE_GESTURE_SWIPE, 0)));
  /* But a click or a long press is none of them. */
  g_assert_false (gtk_gesture_is_grouped_with (pinch, find (self, GTK_TYPE_GESTURE_CLICK, GDK_BUTTON_PRIMARY)));
  g_assert_false (gtk_gesture_is_grouped_with (pinch, find (self, GTK_TYPE_GESTURE_LONG_PRESS, 0)));
  g_assert_true (gtk_gesture_single_get_touch_only (find (self, GTK_TYPE_GESTURE_LONG_PRESS, 0)));
}

static void
drag (Fixture *self, double x, double y, double dx)
{
  gpointer gesture = find (self, GTK_TYPE_GESTURE_DRAG, 0);

  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", dx, 0.0);
}

/* What is swiped goes on; what is measured on the ruler, or only pressed, does not. */
static void
test_swipe (Fixture *self, gconstpointer data)
{
  gpointer  gesture = find (self, GTK_TYPE_GESTURE_DRAG, 0);
  gpointer  swipe = find (self, GTK_TYPE_GESTURE_SWIPE, 0);
  DlInstant before = left (self);
  DlInstant from, to;

  dl_view_zoom_at (self->view, WIDTH / 2.0, 3);
  g_signal_emit_by_name (gesture, "drag-begin", 300.0, 200.0);
  g_signal_emit_by_name (swipe, "swipe", 900.0, 0.0);
  g_assert_false (dl_view_get_flying (self->view));
  g_signal_emit_by_name (gesture, "drag-end", 0.0, 0.0);

  before = left (self);
  drag (self, 300, 200, 50);
  g_assert_cmpint (dl_instant_compare (left (self), before), <, 0);
  before = left (self);
  g_signal_emit_by_name (swipe, "swipe", 900.0, 0.0);
  g_signal_emit_by_name (gesture, "drag-end", 50.0, 0.0);
  g_assert_true (dl_view_get_flying (self->view));
  while (dl_view_get_flying (self->view))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (dl_instant_compare (left (self), before), <, 0);

  drag (self, 300, 5, 50);
  g_signal_emit_by_name (swipe, "swipe", 900.0, 0.0);
  g_signal_emit_by_name (gesture, "drag-end", 50.0, 0.0);
  g_assert_false (dl_view_get_flying (self->view));
  g_assert_true (dl_session_get_range (self->session, &from, &to));
}

static gboolean
scroll (Fixture *self, double dx, double dy)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find (self, GTK_TYPE_EVENT_CONTROLLER_SCROLL, 0), "scroll", dx, dy, &handled);
  return handled;
}

static void
set_wheel (Fixture *self, gboolean zooms)
{
  g_object_set (self->timeline, "wheel-zooms", zooms, NULL);
}

/* A wheel zooms over the lanes or scrolls them, as it is set, and whatever there is to
 * scroll; part of a notch is part of it. */
static void
test_wheel (Fixture *self, gconstpointer data)
{
  static const int heights[] = { HEIGHT, 90 };
  gpointer         motion = find (self, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);
  double           span;

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      dl_view_set_size (self->view, WIDTH, heights[i]);
      g_signal_emit_by_name (motion, "motion", 300.0, heights[i] - 10.0);
      set_wheel (self, TRUE);
      span = seconds_in_sight (self);
      g_assert_true (scroll (self, 0, -1));
      g_assert_cmpfloat_with_epsilon (span / seconds_in_sight (self), 1.189207, 1e-4);
      for (guint j = 0; j < 4; j++)
        scroll (self, 0, 0.25);
      g_assert_cmpfloat_with_epsilon (span / seconds_in_sight (self), 1, 1e-4);

      set_wheel (self, FALSE);
      g_assert_true (scroll (self, 0, 1));
      g_assert_cmpfloat_with_epsilon (span / seconds_in_sight (self), 1, 1e-9);
      g_signal_emit_by_name (motion, "motion", 300.0, 5.0);
      scroll (self, 0, -1);
      g_assert_cmpfloat (seconds_in_sight (self), <, span * 0.9);
      scroll (self, 0, 1);
    }
  g_assert_cmpfloat (dl_view_get_lanes_height (self->view), >, dl_view_get_page_height (self->view));
  g_assert_cmpfloat (dl_view_get_scroll (self->view), >, 0);
}

/* Sideways it moves, either way it is set. A wheel has no momentum. */
static void
test_sideways (Fixture *self, gconstpointer data)
{
  gpointer  controller = find (self, GTK_TYPE_EVENT_CONTROLLER_SCROLL, 0);
  DlInstant before;

  dl_view_zoom_at (self->view, WIDTH / 2.0, 3);
  before = left (self);
  scroll (self, 1, 0);
  g_assert_cmpint (dl_instant_compare (left (self), before), >, 0);
  g_signal_emit_by_name (controller, "decelerate", 500.0, 0.0);
  g_assert_false (dl_view_get_flying (self->view));
  /* Fingers on the touchpad stop what goes by itself. */
  dl_view_glide (self->view, 900, 0);
  g_assert_true (dl_view_get_flying (self->view));
  g_signal_emit_by_name (controller, "scroll-begin");
  g_assert_false (dl_view_get_flying (self->view));
  g_assert_cmpint (gtk_event_controller_scroll_get_flags (controller) & GTK_EVENT_CONTROLLER_SCROLL_KINETIC, !=, 0);
}

int
main (int argc, char **argv)
{
  int result;

  if (!bench_desk_open_for_test (&argc, &argv))
    return 77;
  gtk_init ();
  g_test_add ("/gestures/group", Fixture, NULL, set_up, test_group, tear_down);
  g_test_add ("/gestures/swipe", Fixture, NULL, set_up, test_swipe, tear_down);
  g_test_add ("/gestures/wheel", Fixture, NULL, set_up, test_wheel, tear_down);
  g_test_add ("/gestures/sideways", Fixture, NULL, set_up, test_sideways, tear_down);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
