/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window that is closed takes along what is open over it. */
#include "window-fixture.h"

#include "widgets/dl-timeline-view.h"
#include "window/dl-bookmarks-popover.h"
#include "window/dl-export-popover.h"
#include "window/dl-go-to-popover.h"

/* Its fixture waits for the view and the session to go. */
static void
close_with (WindowFixture *self, GType type)
{
  GtkWidget *popover;

  WAIT_FOR ((popover = widget_tree_find (self->window, type, NULL)) != NULL && gtk_widget_get_mapped (popover));
  g_object_add_weak_pointer (G_OBJECT (popover), (gpointer *) &popover);
  gtk_window_destroy (GTK_WINDOW (self->window));
  WAIT_FOR (popover == NULL);
  self->window = NULL;
}

static void
test_export (WindowFixture *self, gconstpointer data)
{
  gtk_window_present (GTK_WINDOW (self->window));
  window_fixture_activate (self, "win.export");
  close_with (self, DL_TYPE_EXPORT_POPOVER);
}

static void
test_menu (WindowFixture *self, gconstpointer data)
{
  gtk_window_present (GTK_WINDOW (self->window));
  window_fixture_activate (self, "win.menu");
  close_with (self, GTK_TYPE_POPOVER_MENU);
}

static void
test_go_to (WindowFixture *self, gconstpointer data)
{
  gtk_window_present (GTK_WINDOW (self->window));
  window_fixture_activate (self, "win.go-to-date");
  close_with (self, DL_TYPE_GO_TO_POPOVER);
}

static void
test_bookmarks (WindowFixture *self, gconstpointer data)
{
  gtk_window_present (GTK_WINDOW (self->window));
  WAIT_FOR (dl_view_get_scene (self->view) != NULL);
  window_fixture_activate (self, "win.bookmark");
  window_fixture_activate (self, "win.bookmarks");
  close_with (self, DL_TYPE_BOOKMARKS_POPOVER);
}

static void
test_event_menu (WindowFixture *self, gconstpointer data)
{
  gtk_window_present (GTK_WINDOW (self->window));
  dl_session_select (self->session, 0);
  g_signal_emit_by_name (widget_tree_find (self->window, DL_TYPE_TIMELINE_VIEW, NULL), "context-menu", 1.0, 1.0);
  close_with (self, GTK_TYPE_POPOVER_MENU);
}

int
main (int argc, char **argv)
{
  int result;

  if (!window_fixture_start (&argc, &argv, TRUE))
    return 77;
  WINDOW_TEST ("/window-closed/export", NULL, test_export);
  WINDOW_TEST ("/window-closed/menu", NULL, test_menu);
  WINDOW_TEST ("/window-closed/go-to", NULL, test_go_to);
  WINDOW_TEST ("/window-closed/bookmarks", NULL, test_bookmarks);
  WINDOW_TEST ("/window-closed/event-menu", NULL, test_event_menu);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
