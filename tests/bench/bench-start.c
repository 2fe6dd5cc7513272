/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "bench-desk.h"
#include "bench.h"
#include "widgets/dl-timeline-view-private.h"

/* From the launch of a program to the first frame that shows what it is for:
 * Dateline with the bundled story, against a window with a label, turn about.
 * The whole time is of the clock, as whoever waits counts it. */

#define N_ROUNDS 15
#define N_QUICK_ROUNDS 3
#define WIDTH 1280
#define HEIGHT 800

/* The program's main(), by another name. */
int dateline_main (int argc, char **argv);

typedef struct
{
  const char *name;
  const char *title;
  const char *argument;
  BenchStats  clock;
  BenchStats  cpu;
  BenchStats  memory; /* bytes */
} Program;

static Program programs[] = {
  { "bare", "a window with a label", "--bare", { 0 }, { 0 }, { 0 } },
  { "dateline", "Dateline with its story", "--dateline", { 0 }, { 0 }, { 0 } },
};
#define N_PROGRAMS G_N_ELEMENTS (programs)

/* In the launched process */

static void (*original_snapshot) (GtkWidget *widget, GtkSnapshot *snapshot);

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  g_autoptr (GString) answer = g_string_new (NULL);
  struct timespec     cpu;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &cpu);
  g_string_append_printf (answer, "painted %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_string_append_printf (answer, "cpu %" G_GINT64_FORMAT "\n",
                          (gint64) cpu.tv_sec * G_USEC_PER_SEC + cpu.tv_nsec / 1000);
  g_string_append_printf (answer, "memory %.0f\n", bench_desk_get_memory ());
  g_string_append_printf (answer, "frames %" G_GINT64_FORMAT "\n", gdk_frame_clock_get_frame_counter (clock) + 1);
  bench_desk_finish (answer);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static gboolean waiting;

  original_snapshot (widget, snapshot);
  if (waiting || (DL_IS_TIMELINE_VIEW (widget) && dl_view_get_scene (DL_TIMELINE_VIEW (widget)->view) == NULL))
    return;
  waiting = TRUE;
  g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

/* Lets us know when a widget of @type is painted. */
static void
watch (GType type)
{
  GtkWidgetClass *klass;

  if (!gtk_init_check ())
    g_error ("There is no display.");
  klass = g_type_class_ref (type);
  original_snapshot = klass->snapshot;
  klass->snapshot = snapshot;
}

static void
activate_cb (GtkApplication *application, gpointer data)
{
  GtkWidget *window = gtk_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), gtk_label_new ("Dateline"));
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_bare (int argc, char **argv)
{
  g_autoptr (GtkApplication) application =
    gtk_application_new ("io.github.dateline_app.Bare", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}

/* In the one that measures */

static void
measure (guint n_rounds)
{
  g_autofree double *clock[N_PROGRAMS];
  g_autofree double *cpu[N_PROGRAMS];
  g_autofree double *memory[N_PROGRAMS];
  guint              i;
  guint              round;

  for (i = 0; i < N_PROGRAMS; i++)
    {
      clock[i] = g_new (double, n_rounds);
      cpu[i] = g_new (double, n_rounds);
      memory[i] = g_new (double, n_rounds);
    }
  /* The first round of each fills the caches of the system, and is not counted. */
  for (round = 0; round <= n_rounds; round++)
    for (i = 0; i < N_PROGRAMS; i++)
      {
        gint64           launched = g_get_monotonic_time ();
        g_autofree char *answer = bench_desk_run (programs[i].argument, NULL);

        if (round == 0)
          continue;
        clock[i][round - 1] = (bench_desk_read (answer, "painted") - (double) launched) / G_USEC_PER_SEC;
        cpu[i][round - 1] = bench_desk_read (answer, "cpu") / G_USEC_PER_SEC;
        memory[i][round - 1] = bench_desk_read (answer, "memory");
      }
  for (i = 0; i < N_PROGRAMS; i++)
    {
      programs[i].clock = bench_stats (clock[i], n_rounds);
      programs[i].cpu = bench_stats (cpu[i], n_rounds);
      programs[i].memory = bench_stats (memory[i], n_rounds);
    }
}

static void
write_json (GString *json)
{
  guint i;

  bench_json_open (json, NULL);
  bench_json_open (json, "ratios_to_bare_window");
  bench_json_number (json, "median", programs[1].clock.median / programs[0].clock.median);
  bench_json_number (json, "min", programs[1].clock.min / programs[0].clock.min);
  bench_json_number (json, "cpu_median", programs[1].cpu.median / programs[0].cpu.median);
  bench_json_number (json, "cpu_min", programs[1].cpu.min / programs[0].cpu.min);
  bench_json_number (json, "memory_median", programs[1].memory.median / programs[0].memory.median);
  bench_json_close (json);
  bench_json_open (json, "seconds");
  for (i = 0; i < N_PROGRAMS; i++)
    {
      bench_json_open (json, programs[i].name);
      bench_json_stats (json, "launch_to_painted", &programs[i].clock);
      bench_json_stats (json, "cpu", &programs[i].cpu);
      bench_json_close (json);
    }
  bench_json_close (json);
  bench_json_open (json, "bytes");
  for (i = 0; i < N_PROGRAMS; i++)
    bench_json_stats (json, programs[i].name, &programs[i].memory);
  bench_json_close (json);
  bench_json_close (json);
}

static void
print_row (const char *title, const BenchStats *stats, const BenchStats *bare)
{
  g_print ("%-36s %8.2f %8.2f %14.1f %8.1f %8.1f\n", title, stats->median / bare->median, stats->min / bare->min,
           stats->min * 1000, stats->median * 1000, stats->max * 1000);
}

int
main (int argc, char **argv)
{
  gboolean            quick;
  g_autofree char    *file = NULL;
  g_autoptr (GString) json = g_string_new (NULL);
  guint               i;

  if (argc == 2 && strcmp (argv[1], "--bare") == 0)
    {
      watch (GTK_TYPE_LABEL);
      return run_bare (1, argv);
    }
  if (argc == 2 && strcmp (argv[1], "--dateline") == 0)
    {
      watch (DL_TYPE_TIMELINE_VIEW);
      return dateline_main (1, argv);
    }

  file = bench_arguments (&argc, &argv, "How long the program takes to show its first picture.", &quick);
  bench_desk_open ();
  measure (quick ? N_QUICK_ROUNDS : N_ROUNDS);
  bench_desk_close ();

  g_print ("%-36s %17s %32s\n", "", "times the label’s", "ms");
  g_print ("%-36s %8s %8s %14s %8s %8s\n", "Start", "median", "least", "least", "median", "most");
  for (i = 0; i < N_PROGRAMS; i++)
    print_row (programs[i].title, &programs[i].clock, &programs[0].clock);
  for (i = 0; i < N_PROGRAMS; i++)
    print_row ("  of it the processor’s time", &programs[i].cpu, &programs[0].cpu);
  g_print ("%-36s %8.2f\n", "Memory of its own", programs[1].memory.median / programs[0].memory.median);
  write_json (json);
  return bench_write (file, json);
}
