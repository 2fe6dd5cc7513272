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

/* What a frame of the real window costs, and how long one waits for the first
 * one, by the number of events. The frames are real: they come by the clock of
 * a mapped window, and what is timed are the view's own functions. Each run of
 * each size is a process of its own. */

#define WIDTH 1600
#define HEIGHT 900
#define N_ZOOM 120
#define N_PAN 60
#define PAN_STEP 40.0
#define WEEK (7 * 86400.0)
#define YEAR (365.25 * 86400.0)
#define MAX_FRAMES 120
#define MAX_ROUNDS 3
/* At 60 frames a second a frame has 16 ms; four are a quarter of it. */
#define GOOD_FRAME 0.004
/* The window is at rest when nothing has been painted for so long. */
#define REST_USEC (400 * G_TIME_SPAN_MILLISECOND)

static const guint sizes[] = { 1000, 100000, 1000000 };
#define N_SIZES G_N_ELEMENTS (sizes)

typedef struct
{
  const char *name;
  const char *title;
  guint       n_frames;
  double      from_span; /* seconds that the window shows first; 0: everything */
  double      to_span;   /* and last */
  double      step;      /* pixels from frame to frame */
} Script;

static const Script scripts[] = {
  { "zoom", "zoom, all to a week", N_ZOOM, 0, WEEK, 0 },
  { "pan_week", "pan, a week wide", N_PAN, WEEK, WEEK, PAN_STEP },
  { "pan_year", "pan, a year wide", N_PAN, YEAR, YEAR, PAN_STEP },
};
#define N_SCRIPTS G_N_ELEMENTS (scripts)

/* In the process that shows the window */

typedef struct
{
  double layout;   /* processor time of this thread, in seconds */
  double snapshot; /* */
  double whole;    /* from the step to the end of the frame, all of GTK included */
} Frame;

static struct
{
  DlTimelineView *view;
  void (*snapshot) (GtkWidget *widget, GtkSnapshot *snapshot);
  void (*size_allocate) (GtkWidget *widget, int width, int height, int baseline);

  gint64 last_snapshot; /* by the clock, microseconds */
  gint64 painted;       /* the end of the first frame with events in it */
  gint64 loaded;
  gint64 arranged; /* when it was first seen in a frame */

  GPollFunc poll;
  gboolean  watching;
  gint64    polled; /* when the main loop was last at rest */
  double    polled_cpu;
  gint64    longest; /* stretch without an iteration */
  double    longest_cpu;

  guint  script;
  guint  frame;
  double step_start;
  Frame  current;
  Frame  frames[N_SCRIPTS][MAX_FRAMES];
} bench;

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  double   start = bench_now ();
  DlScene *scene = dl_view_get_scene (DL_TIMELINE_VIEW (widget)->view);
  double   middle = bench_now ();

  bench.snapshot (widget, snapshot);
  bench.current.layout += middle - start;
  bench.current.snapshot += bench_now () - middle;
  bench.last_snapshot = g_get_monotonic_time ();
  if (scene != NULL && bench.arranged == 0)
    bench.arranged = bench.last_snapshot;
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  double start = bench_now ();

  bench.size_allocate (widget, width, height, baseline);
  bench.current.layout += bench_now () - start;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  if (bench.arranged != 0 && bench.painted == 0)
    bench.painted = g_get_monotonic_time ();
}

static gint
poll_cb (GPollFD *descriptors, guint n_descriptors, gint timeout)
{
  gint64 now = g_get_monotonic_time ();
  double now_cpu = bench_now ();
  gint   result;

  if (bench.watching)
    {
      bench.longest = MAX (bench.longest, now - bench.polled);
      bench.longest_cpu = MAX (bench.longest_cpu, now_cpu - bench.polled_cpu);
    }
  result = bench.poll (descriptors, n_descriptors, timeout);
  bench.polled = g_get_monotonic_time ();
  bench.polled_cpu = bench_now ();
  return result;
}

static void
loading_cb (DlSession *session)
{
  if (!dl_session_get_loading (session))
    bench.loaded = g_get_monotonic_time ();
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until nothing is loaded, arranged or painted any more. */
static void
wait_for_rest (void)
{
  gint64 began = g_get_monotonic_time ();
  guint  wake = g_timeout_add (20, wake_cb, NULL);

  while (dl_session_get_loading (bench.view->session) || dl_view_get_arranging (bench.view->view) ||
         bench.painted == 0 || bench.view->settle_id != 0 ||
         g_get_monotonic_time () - MAX (bench.last_snapshot, began) < REST_USEC)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
}

static void
set_frame (DlViewport *viewport, const Script *script, guint index)
{
  double    t = script->n_frames > 1 ? (double) index / (script->n_frames - 1) : 0;
  double    width = dl_view_get_width (bench.view->view);
  double    first, span;
  DlInstant from, to, middle;

  dl_full_view (dl_view_get_timeline (bench.view->view), NULL, NULL, &from, &to);
  first = script->from_span > 0 ? script->from_span : dl_instant_distance (from, to);
  span = first * pow (script->to_span / first, t);
  middle = dl_instant_add_double (from, dl_instant_distance (from, to) / 2);
  dl_viewport_set_range (viewport, dl_instant_add_double (middle, -span / 2), dl_instant_add_double (middle, span / 2),
                         width);
  dl_viewport_pan (viewport, script->step * index);
}

static gboolean
step_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  const Script *script = &scripts[bench.script];
  DlViewport    viewport = *dl_view_get_viewport (bench.view->view);
  double        middle;

  if (bench.frame == script->n_frames)
    {
      bench.frame = 0;
      bench.script++;
      return bench.script < N_SCRIPTS;
    }
  set_frame (&viewport, script, bench.frame);
  memset (&bench.current, 0, sizeof bench.current);
  bench.view->has_pointer = FALSE;
  bench.step_start = bench_now ();
  dl_view_move (bench.view->view, &viewport);
  dl_view_get_scene (bench.view->view);
  middle = bench_now ();
  bench.current.layout = middle - bench.step_start;
  /* A pointer lies over the picture, as a person's would. */
  bench.view->has_pointer = TRUE;
  dl_timeline_view_update_cursor (bench.view);
  bench.current.snapshot = bench_now () - middle;
  return TRUE;
}

static void
end_of_frame_cb (GdkFrameClock *clock, gpointer data)
{
  if (bench.script == N_SCRIPTS || bench.step_start == 0)
    return;
  bench.current.whole = bench_now () - bench.step_start;
  bench.step_start = 0;
  bench.frames[bench.script][bench.frame++] = bench.current;
}

static void
run_scripts (void)
{
  bench.view->pointer_x = dl_view_get_width (bench.view->view) / 2;
  bench.view->pointer_y = gtk_widget_get_height (GTK_WIDGET (bench.view)) / 2.0;
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (bench.view)), "after-paint", G_CALLBACK (end_of_frame_cb),
                    NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (bench.view), step_cb, NULL, NULL);
  while (bench.script < N_SCRIPTS)
    g_main_context_iteration (NULL, TRUE);
}

/* What bringing the accessible stand-ins up to date costs, all of them new. */
static double
measure_settling (void)
{
  double start;

  dl_timeline_view_clear_proxies (bench.view);
  start = bench_now ();
  dl_timeline_view_update_proxies (bench.view);
  return bench_now () - start;
}

G_GNUC_NORETURN static void
show_file (const char *path)
{
  g_autoptr (GFile)   file = g_file_new_for_path (path);
  g_autoptr (GString) answer = g_string_new (NULL);
  GtkWidgetClass     *klass;
  DlApplication      *application;
  GSettings          *settings;
  DlSession          *session;
  DlView             *view;
  GtkWidget          *window;
  gint64              start;

  gtk_init ();
  klass = g_type_class_ref (DL_TYPE_TIMELINE_VIEW);
  bench.snapshot = klass->snapshot;
  bench.size_allocate = klass->size_allocate;
  klass->snapshot = snapshot;
  klass->size_allocate = size_allocate;
  bench.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_cb);

  application = dl_application_new (FALSE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  settings = g_settings_new (APP_ID);
  session = dl_session_new ();
  view = dl_view_new (session);
  window = dl_window_new (GTK_APPLICATION (application), settings, view);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  bench.view = DL_TIMELINE_VIEW (find_widget (window, DL_TYPE_TIMELINE_VIEW));
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), NULL);
  g_signal_connect (bench.view->session, "notify::loading", G_CALLBACK (loading_cb), NULL);
  /* The window itself comes first; what is measured here is the file. */
  start = g_get_monotonic_time ();
  while (g_get_monotonic_time () - start < REST_USEC)
    g_main_context_iteration (NULL, FALSE);

  bench.watching = TRUE;
  bench.polled = start = g_get_monotonic_time ();
  bench.polled_cpu = bench_now ();
  dl_window_open (DL_WINDOW (window), file);
  wait_for_rest ();
  bench.watching = FALSE;
  g_string_append_printf (answer, "first_picture %" G_GINT64_FORMAT "\n", bench.painted - start);
  g_string_append_printf (answer, "loaded %" G_GINT64_FORMAT "\n", bench.loaded - start);
  g_string_append_printf (answer, "blocked %" G_GINT64_FORMAT "\n", bench.longest);
  g_string_append_printf (answer, "blocked_cpu %.0f\n", bench.longest_cpu * G_USEC_PER_SEC);

  run_scripts ();
  g_string_append_printf (answer, "settling %.0f\n", measure_settling () * G_USEC_PER_SEC);
  g_string_append_printf (answer, "width %.0f\nheight %d\n", dl_view_get_width (bench.view->view),
                          gtk_widget_get_height (GTK_WIDGET (bench.view)));
  for (guint i = 0; i < N_SCRIPTS; i++)
    for (guint j = 0; j < scripts[i].n_frames; j++)
      g_string_append_printf (answer, "frame-%u-%u %.2f\nlayout-%u-%u %.2f\npaint-%u-%u %.2f\nwhole-%u-%u %.2f\n", i, j,
                              (bench.frames[i][j].layout + bench.frames[i][j].snapshot) * G_USEC_PER_SEC, i, j,
                              bench.frames[i][j].layout * G_USEC_PER_SEC, i, j,
                              bench.frames[i][j].snapshot * G_USEC_PER_SEC, i, j,
                              bench.frames[i][j].whole * G_USEC_PER_SEC);
  bench_desk_finish (answer);
}

/* In a process that only loads */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  if (dl_load_files_finish (result, NULL) == NULL)
    g_error ("The file could not be read.");
  *(gboolean *) data = TRUE;
}

G_GNUC_NORETURN static void
load_file (const char *path)
{
  g_autoptr (GFile)   file = g_file_new_for_path (path);
  g_autoptr (GString) answer = g_string_new (NULL);
  gboolean            done = FALSE;
  gint64              start = g_get_monotonic_time ();

  dl_load_files_async (&file, 1, file, NULL, NULL, NULL, loaded_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_string_append_printf (answer, "alone %" G_GINT64_FORMAT "\n", g_get_monotonic_time () - start);
  bench_desk_finish (answer);
}

/* In the one that measures */

typedef struct
{
  BenchStats frames[N_SCRIPTS]; /* layout and snapshot */
  BenchStats layout[N_SCRIPTS];
  BenchStats paint[N_SCRIPTS];
  BenchStats whole[N_SCRIPTS];
  double     good[N_SCRIPTS]; /* share of frames that are quick enough */
  BenchStats alone;
  BenchStats first_picture;
  double     loaded; /* least */
  double     blocked;
  double     blocked_cpu;
  double     settling;
  double     width;
  double     height;
} Result;

static double
read_seconds (const char *answer, const char *name)
{
  return bench_desk_read (answer, name) / G_USEC_PER_SEC;
}

/* The least that each frame took in any round: what a busy machine adds is not
 * the frame's. */
static BenchStats
combine (char **answers, guint n_rounds, guint script, const char *what, double *good)
{
  double seconds[MAX_FRAMES];
  guint  n_good = 0;
  guint  n = scripts[script].n_frames;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%u-%u", what, script, i);

      seconds[i] = G_MAXDOUBLE;
      for (guint j = 0; j < n_rounds; j++)
        seconds[i] = MIN (seconds[i], read_seconds (answers[j], name));
      n_good += seconds[i] < GOOD_FRAME;
    }
  if (good != NULL)
    *good = (double) n_good / n;
  return bench_stats (seconds, n);
}

static void
run_size (guint n_events, guint n_rounds, Result *result)
{
  g_autofree char   *path = g_build_filename (bench_desk_get_folder (), "events.json", NULL);
  g_autoptr (GError) error = NULL;
  char              *answers[MAX_ROUNDS];
  double             alone[MAX_ROUNDS];
  double             first_picture[MAX_ROUNDS];

  if (!event_file_write (path, n_events, &error))
    g_error ("%s", error->message);
  result->loaded = result->blocked = result->blocked_cpu = result->settling = G_MAXDOUBLE;
  for (guint i = 0; i < n_rounds; i++)
    {
      g_autofree char *answer = bench_desk_run ("--load", path);

      alone[i] = read_seconds (answer, "alone");
      answers[i] = bench_desk_run ("--show", path);
      first_picture[i] = read_seconds (answers[i], "first_picture");
      result->loaded = MIN (result->loaded, read_seconds (answers[i], "loaded"));
      result->blocked = MIN (result->blocked, read_seconds (answers[i], "blocked"));
      result->blocked_cpu = MIN (result->blocked_cpu, read_seconds (answers[i], "blocked_cpu"));
      result->settling = MIN (result->settling, read_seconds (answers[i], "settling"));
    }
  result->alone = bench_stats (alone, n_rounds);
  result->first_picture = bench_stats (first_picture, n_rounds);
  result->width = bench_desk_read (answers[0], "width");
  result->height = bench_desk_read (answers[0], "height");
  for (guint i = 0; i < N_SCRIPTS; i++)
    {
      result->frames[i] = combine (answers, n_rounds, i, "frame", &result->good[i]);
      result->layout[i] = combine (answers, n_rounds, i, "layout", NULL);
      result->paint[i] = combine (answers, n_rounds, i, "paint", NULL);
      result->whole[i] = combine (answers, n_rounds, i, "whole", NULL);
    }
  for (guint i = 0; i < n_rounds; i++)
    g_free (answers[i]);
}

static void
print_frames (const Result *results, guint n_results)
{
  g_print ("%-20s %8s %19s %8s %31s %15s %8s\n", "", "", "times that of 1,000", "share", "ms", "median of", "all of");
  g_print ("%-20s %8s %9s %9s %8s %7s %7s %7s %7s %7s %7s %8s\n", "Frames", "events", "median", "95 %", "< 4 ms",
           "least", "median", "95 %", "most", "layout", "paint", "GTK");
  for (guint i = 0; i < N_SCRIPTS; i++)
    for (guint j = 0; j < n_results; j++)
      {
        const BenchStats *frames = &results[j].frames[i];
        const BenchStats *first = &results[0].frames[i];

        g_print ("%-20s %8u %9.2f %9.2f %6.0f %% %7.2f %7.2f %7.2f %7.2f %7.2f %7.2f %8.2f\n", scripts[i].title,
                 sizes[j], frames->median / first->median, frames->p95 / first->p95, results[j].good[i] * 100,
                 frames->min * 1000, frames->median * 1000, frames->p95 * 1000, frames->max * 1000,
                 results[j].layout[i].median * 1000, results[j].paint[i].median * 1000,
                 results[j].whole[i].median * 1000);
      }
}

static void
print_loading (const Result *results, guint n_results)
{
  g_print ("\n%-22s %9s %19s %34s %27s\n", "", "", "first picture, as", "ms", "ms, least");
  g_print ("%-22s %9s %19s %10s %11s %11s %9s %9s %7s\n", "Loading", "events", "times loading alone", "alone", "most",
           "picture", "blocked", "its CPU", "settle");
  for (guint i = 0; i < n_results; i++)
    g_print ("%-22s %9u %19.2f %10.0f %11.0f %11.0f %9.1f %9.1f %7.1f\n", "to the first picture", sizes[i],
             results[i].first_picture.min / results[i].alone.min, results[i].alone.min * 1000,
             results[i].alone.max * 1000, results[i].first_picture.min * 1000, results[i].blocked * 1000,
             results[i].blocked_cpu * 1000, results[i].settling * 1000);
}

static void
write_json (GString *json, const Result *results, guint n_results)
{
  bench_json_open (json, NULL);
  bench_json_open (json, "ratios_to_1000_events");
  for (guint i = 0; i < n_results; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", sizes[i]);

      bench_json_open (json, name);
      for (guint j = 0; j < N_SCRIPTS; j++)
        {
          bench_json_open (json, scripts[j].name);
          bench_json_number (json, "median", results[i].frames[j].median / results[0].frames[j].median);
          bench_json_number (json, "p95", results[i].frames[j].p95 / results[0].frames[j].p95);
          bench_json_number (json, "share_under_4_ms", results[i].good[j]);
          bench_json_close (json);
        }
      bench_json_number (json, "first_picture_to_loading_alone", results[i].first_picture.min / results[i].alone.min);
      bench_json_close (json);
    }
  bench_json_close (json);
  bench_json_open (json, "seconds");
  for (guint i = 0; i < n_results; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", sizes[i]);

      bench_json_open (json, name);
      for (guint j = 0; j < N_SCRIPTS; j++)
        {
          bench_json_open (json, scripts[j].name);
          bench_json_stats (json, "layout_and_snapshot", &results[i].frames[j]);
          bench_json_stats (json, "layout", &results[i].layout[j]);
          bench_json_stats (json, "snapshot", &results[i].paint[j]);
          bench_json_stats (json, "whole_frame", &results[i].whole[j]);
          bench_json_close (json);
        }
      bench_json_stats (json, "loading_alone", &results[i].alone);
      bench_json_stats (json, "first_picture", &results[i].first_picture);
      bench_json_number (json, "loaded_in_window", results[i].loaded);
      bench_json_number (json, "longest_blocked", results[i].blocked);
      bench_json_number (json, "longest_blocked_cpu", results[i].blocked_cpu);
      bench_json_number (json, "settling", results[i].settling);
      bench_json_close (json);
    }
  bench_json_close (json);
  bench_json_close (json);
}

int
main (int argc, char **argv)
{
  gboolean            quick;
  g_autofree char    *file = NULL;
  g_autoptr (GString) json = g_string_new (NULL);
  Result              results[N_SIZES] = { 0 };
  guint               n_results;

  if (argc == 3 && strcmp (argv[1], "--show") == 0)
    show_file (argv[2]);
  if (argc == 3 && strcmp (argv[1], "--load") == 0)
    load_file (argv[2]);

  file = bench_arguments (
    &argc, &argv, "What a frame of the window costs, and how long one waits for the first, by the number of events.",
    &quick);
  n_results = quick ? 2 : N_SIZES;
  bench_desk_open ();
  for (guint i = 0; i < n_results; i++)
    run_size (sizes[i], quick ? 1 : MAX_ROUNDS, &results[i]);
  bench_desk_close ();

  g_print ("The canvas: %.0f × %.0f\n", results[0].width, results[0].height);
  print_frames (results, n_results);
  print_loading (results, n_results);
  write_json (json, results, n_results);
  return bench_write (file, json);
}
