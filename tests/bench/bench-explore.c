/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>
#include <math.h>
#include <string.h>

#include "app/dl-application.h"
#include "bench-desk.h"
#include "bench.h"
#include "event-file.h"
#include "layout/dl-arrangement.h"
#include "widgets/dl-timeline-view-private.h"
#include "window/dl-window.h"

/* What it costs to find, filter, list and pan in the real window, by the number of
 * events: how long the main loop is kept from the next frame at most, how much it works
 * in all, and how long it takes until nothing moves any more. Times of the main loop
 * are of its thread's processor, for other work of the machine is none of its. Each
 * size is a process of its own. */

#define WIDTH 1600
#define HEIGHT 900
#define N_FRAMES 60
#define N_JUMPS 12
#define PAN_STEP 40.0
#define YEAR (365.25 * 86400.0)
/* The window is at rest when nothing has been painted for so long. */
#define REST_USEC (300 * G_TIME_SPAN_MILLISECOND)
/* How often somebody looks whether it is. */
#define WAKE_MSEC 40
/* Between two keys of somebody who types fast. */
#define KEY_USEC (60 * G_TIME_SPAN_MILLISECOND)

static const guint sizes[] = { 1000, 100000, 1000000 };
#define N_SIZES G_N_ELEMENTS (sizes)

/* In the process that shows the window */

static struct
{
  GtkWidget      *window;
  DlTimelineView *canvas;
  DlView         *view;
  DlSession      *session;

  double turned;  /* processor time of this thread at the end of the last turn */
  double longest; /* of them, in seconds */
  gint64 painted; /* when there was a frame last */
  guint  n_frames;
} bench;

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  bench.painted = g_get_monotonic_time ();
  bench.n_frames++;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* One turn of the main loop, and what we have done since the last. */
static void
turn (void)
{
  double now;

  g_main_context_iteration (NULL, TRUE);
  now = bench_now ();
  bench.longest = MAX (bench.longest, now - bench.turned);
  bench.turned = now;
}

static void
run_for (gint64 usec)
{
  gint64 end = g_get_monotonic_time () + usec;

  while (g_get_monotonic_time () < end)
    turn ();
}

/* Returns: when the last frame was, by the clock */
static gint64
wait_for_rest (void)
{
  gint64 began = g_get_monotonic_time ();

  while (dl_session_get_loading (bench.session) || dl_session_get_filtering (bench.session) ||
         !dl_session_get_searched (bench.session) || dl_view_get_arranging (bench.view) ||
         bench.canvas->settle_id != 0 || g_get_monotonic_time () - MAX (bench.painted, began) < REST_USEC)
    turn ();
  return MAX (bench.painted, began);
}

static GtkWidget *
find_widget (GtkWidget *widget, const char *type_name)
{
  GtkWidget *found = g_str_equal (G_OBJECT_TYPE_NAME (widget), type_name) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type_name);
  return found;
}

/* An entry inside the first widget of the type. */
static GtkEditable *
find_entry (const char *type_name)
{
  GtkWidget *widget = find_widget (bench.window, type_name);

  widget = widget == NULL ? NULL : find_widget (widget, "GtkSearchEntry");
  if (widget == NULL)
    g_error ("There is no entry in a %s.", type_name);
  return GTK_EDITABLE (widget);
}

static guint
count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

static void
change_state (const char *action, GVariant *state)
{
  g_action_group_change_action_state (G_ACTION_GROUP (bench.window), action, state);
}

/* Letter by letter. @field: the type of what the entry is in */
static void
type (const char *field, const char *text)
{
  GtkEditable *entry = find_entry (field);

  for (gsize n = 1; n <= strlen (text); n++)
    {
      g_autofree char *typed = g_strndup (text, n);

      gtk_editable_set_text (entry, typed);
      run_for (KEY_USEC);
    }
}

static void
type_search (void)
{
  type ("DlSearchBar", "treaty river");
}

/* Other words, for the list. */
static void
type_other (void)
{
  type ("DlSearchBar", "ferry court");
}

static void
type_value (void)
{
  type ("DlFilterPane", "person 49");
}

static void
clear_value (void)
{
  gtk_editable_set_text (find_entry ("DlFilterPane"), "");
}

/* The nth click on a topic. */
static void
filter_topics (void)
{
  for (guint i = 1; i < 4; i++)
    {
      g_autoptr (DlFilter) filter = dl_filter_copy (dl_session_get_filter (bench.session));
      g_autofree char     *key = g_strdup_printf ("topic-%u", i);

      dl_filter_set (filter, DL_FILTER_TOPIC, key, DL_FILTER_WITH);
      dl_session_set_filter (bench.session, filter);
      run_for (3 * KEY_USEC);
    }
}

static void
clear_filter (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (bench.window), "clear-filter", NULL);
}

static void
open_filters (void)
{
  change_state ("show-filters", g_variant_new_boolean (TRUE));
}

static void
close_filters (void)
{
  change_state ("show-filters", g_variant_new_boolean (FALSE));
}

static void
hide_filtered (void)
{
  change_state ("filter-hides", g_variant_new_boolean (TRUE));
}

static void
dim_filtered (void)
{
  change_state ("filter-hides", g_variant_new_boolean (FALSE));
}

static void
open_search (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (bench.window), "search", NULL);
}

static void
show_list (void)
{
  change_state ("show-view", g_variant_new_string ("list"));
}

static void
show_quotes (void)
{
  change_state ("show-view", g_variant_new_string ("quotes"));
}

static void
show_timeline (void)
{
  change_state ("show-view", g_variant_new_string ("timeline"));
}

static GtkAdjustment *
get_scroll (void)
{
  GtkWidget *stack = gtk_widget_get_ancestor (GTK_WIDGET (bench.canvas), GTK_TYPE_STACK);
  GtkWidget *list = gtk_stack_get_visible_child (GTK_STACK (stack));
  GtkWidget *scroller = find_widget (list, "GtkScrolledWindow");

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static void
scroll_to_end (void)
{
  GtkAdjustment *scroll = get_scroll ();

  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll) - gtk_adjustment_get_page_size (scroll));
}

/* All the way, by dragging the bar. */
static void
scroll_through (void)
{
  GtkAdjustment *scroll = get_scroll ();

  for (guint i = 0; i < N_JUMPS; i++)
    {
      guint n_frames = bench.n_frames;

      gtk_adjustment_set_value (scroll, (gtk_adjustment_get_upper (scroll) - gtk_adjustment_get_page_size (scroll)) *
                                          i / (N_JUMPS - 1));
      gtk_widget_queue_draw (bench.window);
      while (bench.n_frames == n_frames)
        turn ();
    }
}

static void
select_last (void)
{
  dl_session_select (bench.session, dl_timeline_get_n_events (dl_session_get_timeline (bench.session)) - 1);
}

static void
select_nothing (void)
{
  dl_session_select (bench.session, DL_NONE);
}

/* A frame for each step, from the start of all to its end, or in sight of a part. */
static void
move (double span, double step, gboolean by_overview)
{
  DlViewport viewport = *dl_view_get_viewport (bench.view);
  DlInstant  from, to, middle;

  dl_full_view (dl_view_get_timeline (bench.view), NULL, NULL, &from, &to);
  middle = dl_instant_add_double (from, dl_instant_distance (from, to) / (by_overview ? 20 : 2));
  dl_viewport_set_range (&viewport, dl_instant_add_double (middle, -span / 2), dl_instant_add_double (middle, span / 2),
                         dl_view_get_width (bench.view));
  for (guint i = 0; i < N_FRAMES; i++)
    {
      guint n_frames = bench.n_frames;

      dl_view_move (bench.view, &viewport);
      dl_viewport_pan (&viewport, step);
      while (bench.n_frames == n_frames)
        turn ();
    }
}

static void
pan (void)
{
  move (YEAR, PAN_STEP, FALSE);
}

/* As the overview's frame is dragged: each step is most of a page. */
static void
drag (void)
{
  move (YEAR, WIDTH / 4.0, TRUE);
}

static void
show_all (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (bench.window), "fit", NULL);
}

typedef struct
{
  const char *name;
  const char *title; /* NULL: not told */
  void (*run) (void);
} Task;

/* One after the other. */
static const Task tasks[] = {
  { "pan", "Pan, a year wide", pan },
  { "drag", "Drag the overview's frame", drag },
  { "show_all", NULL, show_all },
  { "open_search", "Open the search", open_search },
  { "type_search", "Type twelve letters", type_search },
  { "filter_closed", "Filter thrice, no sidebar", filter_topics },
  { "pan_marked", "Pan, dimmed and marked", pan },
  { "drag_marked", "Drag the frame, likewise", drag },
  { "clear_filter", "Clear the filter", clear_filter },
  { "open_filters", "Open the sidebar", open_filters },
  { "filter_open", "Filter thrice, with sidebar", filter_topics },
  { "type_value", "Type to find a value", type_value },
  { "clear_value", "Show all values again", clear_value },
  { "hide", "Hide instead of dim", hide_filtered },
  { "list_hidden", "List, others hidden", show_list },
  { "timeline_hidden", NULL, show_timeline },
  { "dim", "Dim instead of hide", dim_filtered },
  { "clear_again", "Clear the filter again", clear_filter },
  { "close_filters", NULL, close_filters },
  { "list", "Show the list", show_list },
  { "list_end", "Scroll the list to its end", scroll_to_end },
  { "list_through", "Scroll through the list", scroll_through },
  { "list_type", "Type in sight of the list", type_other },
  { "list_filter", "Filter thrice, likewise", filter_topics },
  { "list_clear", "Clear the filter, likewise", clear_filter },
  { "select", "Select the last event", select_last },
  { "unselect", NULL, select_nothing },
  { "quotes", "Show the quotes", show_quotes },
  { "quotes_through", "Scroll through the quotes", scroll_through },
  { "quotes_type", "Type in sight of them", type_search },
  { "timeline", "Back to the timeline", show_timeline },
};
#define N_TASKS G_N_ELEMENTS (tasks)

static void
run_task (const Task *task, GString *answer)
{
  double memory;
  double start;
  gint64 began;
  gint64 rested;
  guint  n_frames = bench.n_frames;

  wait_for_rest ();
  memory = bench_desk_get_memory ();
  began = g_get_monotonic_time ();
  bench.longest = 0;
  bench.turned = start = bench_now ();
  task->run ();
  rested = wait_for_rest ();
  g_string_append_printf (answer, "longest-%s %.0f\n", task->name, bench.longest * G_USEC_PER_SEC);
  g_string_append_printf (answer, "work-%s %.0f\n", task->name, (bench_now () - start) * G_USEC_PER_SEC);
  g_string_append_printf (answer, "rest-%s %" G_GINT64_FORMAT "\n", task->name, rested - began);
  g_string_append_printf (answer, "frames-%s %u\n", task->name, bench.n_frames - n_frames);
  g_string_append_printf (answer, "memory-%s %.0f\n", task->name, bench_desk_get_memory () - memory);
  g_string_append_printf (answer, "widgets-%s %u\n", task->name, count_widgets (bench.window));
}

G_GNUC_NORETURN static void
show_file (const char *path)
{
  g_autoptr (GFile)   file = g_file_new_for_path (path);
  g_autoptr (GString) answer = g_string_new (NULL);
  DlApplication      *application;
  GSettings          *settings;

  gtk_init ();
  /* A blinking cursor is never at rest. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  application = dl_application_new (FALSE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  settings = g_settings_new (APP_ID);
  bench.session = dl_session_new ();
  bench.view = dl_view_new (bench.session);
  bench.window = dl_window_new (GTK_APPLICATION (application), settings, bench.view);
  gtk_window_set_default_size (GTK_WINDOW (bench.window), WIDTH, HEIGHT);
  bench.canvas = DL_TIMELINE_VIEW (find_widget (bench.window, "DlTimelineView"));
  gtk_window_present (GTK_WINDOW (bench.window));
  g_signal_connect (gtk_widget_get_frame_clock (bench.window), "after-paint", G_CALLBACK (after_paint_cb), NULL);
  g_timeout_add (WAKE_MSEC, wake_cb, NULL);
  dl_window_open (DL_WINDOW (bench.window), file);
  wait_for_rest ();

  for (guint i = 0; i < N_TASKS; i++)
    run_task (&tasks[i], answer);
  bench_desk_finish (answer);
}

/* In the one that measures */

static double
read_of (const char *answer, const char *what, const Task *task)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", what, task->name);

  return bench_desk_read (answer, name);
}

static void
tell (GString *json, const Task *task, char **answers, guint n_sizes)
{
  bench_json_open (json, task->name);
  for (guint i = 0; i < n_sizes; i++)
    {
      double           longest = read_of (answers[i], "longest", task) / G_USEC_PER_SEC;
      double           work = read_of (answers[i], "work", task) / G_USEC_PER_SEC;
      double           rest = read_of (answers[i], "rest", task) / G_USEC_PER_SEC;
      double           frames = read_of (answers[i], "frames", task);
      double           memory = read_of (answers[i], "memory", task);
      double           widgets = read_of (answers[i], "widgets", task);
      double           first_longest = read_of (answers[0], "longest", task) / G_USEC_PER_SEC;
      double           first_work = read_of (answers[0], "work", task) / G_USEC_PER_SEC;
      g_autofree char *size = g_strdup_printf ("%u", sizes[i]);

      if (task->title != NULL)
        g_print ("%-28s %8u %9.2f %9.2f %9.1f %9.1f %7.0f %9.0f %8.1f %8.0f\n", i == 0 ? task->title : "", sizes[i],
                 longest / first_longest, work / first_work, longest * 1e3, work * 1e3, frames, rest * 1e3,
                 memory / sizes[i], widgets);
      bench_json_open (json, size);
      bench_json_number (json, "longest_to_smallest", longest / first_longest);
      bench_json_number (json, "work_to_smallest", work / first_work);
      bench_json_number (json, "longest", longest);
      bench_json_number (json, "work", work);
      bench_json_number (json, "frames", frames);
      bench_json_number (json, "rest", rest);
      bench_json_number (json, "bytes_per_event", memory / sizes[i]);
      bench_json_number (json, "widgets", widgets);
      bench_json_close (json);
    }
  bench_json_close (json);
}

int
main (int argc, char **argv)
{
  gboolean            quick;
  g_autofree char    *file = NULL;
  g_autoptr (GString) json = g_string_new (NULL);
  char               *answers[N_SIZES];
  guint               n_sizes;

  if (argc == 3 && strcmp (argv[1], "--show") == 0)
    show_file (argv[2]);
  file = bench_arguments (&argc, &argv, "What finding, filtering and listing cost in the window.", &quick);
  n_sizes = quick ? 2 : N_SIZES;
  bench_desk_open ();
  for (guint i = 0; i < n_sizes; i++)
    {
      g_autofree char   *path = g_build_filename (bench_desk_get_folder (), "events.json", NULL);
      g_autoptr (GError) error = NULL;

      if (!event_file_write_named (path, sizes[i], &error))
        g_error ("%s", error->message);
      answers[i] = bench_desk_run ("--show", path);
    }
  bench_desk_close ();

  g_print ("%-28s %8s %19s %19s %7s %9s %8s %8s\n", "", "", "times that of 1,000", "ms of the main loop", "", "ms to",
           "bytes an", "");
  g_print ("%-28s %8s %9s %9s %9s %9s %7s %9s %8s %8s\n", "In the window", "events", "longest", "all", "longest", "all",
           "frames", "rest", "event", "widgets");
  bench_json_open (json, NULL);
  for (guint i = 0; i < N_TASKS; i++)
    tell (json, &tasks[i], answers, n_sizes);
  bench_json_close (json);
  for (guint i = 0; i < n_sizes; i++)
    g_free (answers[i]);
  return bench_write (file, json);
}
