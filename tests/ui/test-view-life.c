/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is closed while it is being arranged goes at once. */
#include "../bench/bench-desk.h"
#include "widgets/dl-timeline-view.h"

/* More than are arranged at once. */
#define N_EVENTS 6000

static GFile *
write_events (void)
{
  g_autoptr (GString) text = g_string_new ("{\"dateline\": 1, \"title\": \"Many\", \"events\": [");
  g_autoptr (GError)  error = NULL;
  g_autofree char    *path = g_build_filename (bench_desk_get_folder (), "many.dateline.json", NULL);

  for (guint i = 0; i < N_EVENTS; i++)
    g_string_append_printf (text, "%s{\"title\": \"Event %u\", \"date\": \"%u-%02u-%02u\"}", i == 0 ? "" : ",", i,
                            1900 + i / 100, 1 + i % 12, 1 + i % 28);
  g_string_append (text, "]}");
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
test_closed (void)
{
  g_autoptr (GFile)     file = NULL;
  g_autoptr (DlSession) session = NULL;
  DlView               *view;
  GtkWidget            *timeline;

  if (bench_desk_get_folder () == NULL)
    {
      g_test_skip ("there is no Xvfb");
      return;
    }
  file = write_events ();
  session = dl_session_new ();
  view = dl_view_new (session);
  timeline = g_object_ref_sink (dl_timeline_view_new (view));
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  g_object_add_weak_pointer (G_OBJECT (timeline), (gpointer *) &timeline);
  dl_session_open (session, file);
  while (dl_session_get_loading (session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (dl_timeline_get_n_events (dl_session_get_timeline (session)), ==, N_EVENTS);

  /* Nothing but the thread knows of it now, and that has nobody to tell. */
  g_object_unref (view);
  g_object_unref (timeline);
  g_assert_null (timeline);
  g_assert_null (view);
  /* What was arranged for it ends without it. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  g_autofree char *server = g_find_program_in_path ("Xvfb");
  int              result;

  g_test_init (&argc, &argv, NULL);
  if (server != NULL)
    {
      bench_desk_open ();
      gtk_init ();
    }
  g_test_add_func ("/view-life/closed", test_closed);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
