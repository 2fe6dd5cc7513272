/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window can do, keeps and says: without a person. */
#include "config.h"

#include <string.h>

#include "window-fixture.h"

#include "compat/dl-compat.h"
#include "widgets/dl-focus.h"
#include "widgets/dl-measure-bar.h"
#include "widgets/dl-presenter.h"
#include "widgets/dl-timeline-view.h"
#include "window/dl-edit-file.h"
#include "window/dl-split.h"
#include "window/dl-toast.h"

static gboolean
is_enabled (GtkWidget *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

/* Actions can be done where they do something. */
static void
test_actions (WindowFixture *self, gconstpointer data)
{
  static const char *const of_picture[] = { "zoom-in", "zoom-out", "fit", "home", "list-unlabelled" };
  g_assert_false (is_enabled (self->window, "go-back"));
  g_assert_false (is_enabled (self->window, "go-forward"));
  dl_view_zoom (self->view, 4);
  g_assert_true (is_enabled (self->window, "go-back"));
  g_assert_false (is_enabled (self->window, "go-forward"));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "go-back", NULL);
  g_assert_false (is_enabled (self->window, "go-back"));
  g_assert_true (is_enabled (self->window, "go-forward"));

  for (guint i = 0; i < G_N_ELEMENTS (of_picture); i++)
    g_assert_true (is_enabled (self->window, of_picture[i]));
  g_action_group_change_action_state (G_ACTION_GROUP (self->window), "show-view", g_variant_new_string ("list"));
  for (guint i = 0; i < G_N_ELEMENTS (of_picture); i++)
    g_assert_false (is_enabled (self->window, of_picture[i]));
}

/* A window that is opened as another one was has its files, its frame and what was seen in it; but for
 * what is in no file. */
static void
test_state (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (DlSession) session = dl_session_new ();
  g_autoptr (DlView)    view = dl_view_new (session);
  GtkWidget            *other = dl_window_new (GTK_APPLICATION (window_fixture_get_application ()), settings, view);
  g_autoptr (GBytes)    text = g_bytes_new_static (THREE, strlen (THREE));
  g_autoptr (GVariant)  state = NULL;
  int                   width, height, side;
  gboolean              details;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1011, 722);
  g_object_set (widget_tree_find (self->window, DL_TYPE_SPLIT, NULL), "side-width", 333, NULL);
  g_object_set (self->window, "show-details", FALSE, NULL);
  dl_session_set_file_on (self->session, 1, FALSE);
  dl_session_add_text (self->session, text);
  window_fixture_wait (self);
  state = dl_window_dup_state (DL_WINDOW (self->window));
  g_object_set (widget_tree_find (self->window, DL_TYPE_SPLIT, NULL), "side-width", 400, NULL);

  g_assert_true (dl_window_open_state (DL_WINDOW (other), state));
  dl_view_set_size (view, 1000, 600);
  WAIT_FOR (!dl_session_get_loading (session));
  g_assert_cmpuint (dl_session_get_files (session)->len, ==, 2);
  g_assert_false (dl_session_is_file_on (session, 1));
  gtk_window_get_default_size (GTK_WINDOW (other), &width, &height);
  g_assert_cmpint (width, ==, 1011);
  g_assert_cmpint (height, ==, 722);
  g_object_get (widget_tree_find (other, DL_TYPE_SPLIT, NULL), "side-width", &side, NULL);
  g_assert_cmpint (side, ==, 333);
  g_object_get (other, "show-details", &details, NULL);
  g_assert_false (details);
  widget_tree_close_window (other);
}

/* Who presents is not led elsewhere; what was saved meanwhile comes after that. */
static void
test_present (WindowFixture *self, gconstpointer data)
{
  GtkWidget *presentation;

  gtk_window_present (GTK_WINDOW (self->window));
  window_fixture_activate (self, "win.present");
  presentation = window_fixture_find_window (DL_TYPE_PRESENTER, NULL, self->window);
  g_assert_nonnull (presentation);
  window_fixture_write (self->files[0], THREE);
  dl_session_look_at_file (self->session);
  for (guint i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (window_fixture_get_n_events (self), ==, 3);
  g_assert_false (dl_session_get_loading (self->session));
  widget_tree_close_window (presentation);
  WAIT_FOR (window_fixture_get_n_events (self) == 2);
  window_fixture_wait (self);
}

/* Where what a filter lets through lies elsewhere, and the others are hidden, that is said. */
static void
test_out_of_sight (WindowFixture *self, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DlFilter) none = dl_filter_new ();

      /* In 2005, which the second file's event goes on for, and neither of the first one's. */
      dl_session_set_filter (self->session, none);
      dl_view_show_range (self->view, DL_INSTANT (1104537600 + (i == 0 ? 0 : 100 * 86400)), DL_INSTANT (1136073600));
      dl_view_rest (self->view);
      dl_toast_show (DL_TOAST (widget_tree_find (self->window, DL_TYPE_TOAST, NULL)), "");
      dl_session_set_file_on (self->session, 1 - i, FALSE);
      g_assert_true (g_str_has_prefix (window_fixture_get_said (self->window), "No event") == (i == 0));
    }
}

/* What one measured has ended; the keyboard is not left with what goes. */
static void
test_end_measure (WindowFixture *self, gconstpointer data)
{
  GtkWidget *bar = widget_tree_find (self->window, DL_TYPE_MEASURE_BAR, NULL);
  GtkWidget *timeline = widget_tree_find (self->window, DL_TYPE_TIMELINE_VIEW, NULL);

  dl_session_measure_range (self->session, DL_INSTANT (0), DL_INSTANT (86400), DL_UNIT_DAY);
  gtk_window_present (GTK_WINDOW (self->window));
  WAIT_FOR (gtk_widget_get_mapped (widget_tree_find (bar, GTK_TYPE_BUTTON, NULL)));
  g_assert_true (gtk_widget_grab_focus (widget_tree_find (bar, GTK_TYPE_BUTTON, NULL)));
  window_fixture_activate (self, "win.back");
  g_assert_true (dl_focus_is_inside (timeline));
}

/* A bookmark is of what is seen, in whatever zone one was. */
static void
test_bookmark (WindowFixture *self, gconstpointer data)
{
  g_autoptr (DlZone) zone = dl_zone_new ("Asia/Tokyo", NULL);

  dl_view_fit (self->view);
  window_fixture_activate (self, "win.bookmark");
  g_assert_nonnull (strstr (window_fixture_get_said (self->window), "was bookmarked as"));
  dl_session_set_zone (self->session, zone);
  window_fixture_activate (self, "win.bookmark");
  g_assert_nonnull (strstr (window_fixture_get_said (self->window), "already bookmarked as"));
}

/* What is said */

/* What the window has put on the clipboard. Returns: (transfer full) */
static char *
get_copied (WindowFixture *self)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (self->window));
  g_auto (GValue)     value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  return g_value_dup_string (&value);
}

static void
take_up_cb (gpointer data)
{
  g_assert_not_reached ();
}

/* Has what it waits for be now. */
static void
hurry (GtkWidget *toast)
{
  GSource *source = g_main_context_find_source_by_user_data (NULL, toast);

  g_assert_nonnull (source);
  g_source_ref (source);
  g_source_set_ready_time (source, 0);
  WAIT_FOR (g_source_is_destroyed (source) || g_source_get_ready_time (source) != 0);
  g_source_unref (source);
}

/* Whoever is at its button is not hurried. */
static void
test_toast (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *toast = dl_toast_new ();
  GtkWidget *other = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), other);
  gtk_box_append (GTK_BOX (box), toast);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  dl_toast_offer (DL_TOAST (toast), "Done", "Undo", take_up_cb, NULL, NULL);
  WAIT_FOR (gtk_widget_get_mapped (window_fixture_get_offer (window)));
  g_assert_true (gtk_widget_grab_focus (window_fixture_get_offer (window)));
  hurry (toast);
  g_assert_nonnull (window_fixture_get_said (window));
  g_assert_nonnull (window_fixture_get_offer (window));
  gtk_widget_grab_focus (other);
  hurry (toast);
  g_assert_null (window_fixture_get_said (window));
  g_assert_null (window_fixture_get_offer (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Where there is no program to edit a file with, its place can be copied; the keyboard is not left
 * with the button, which goes. */
static void
test_copy_place (WindowFixture *self, gconstpointer data)
{
  g_autofree char *place = g_strdup_printf ("%s:5:73", g_file_peek_path (self->files[0]));
  GtkWidget       *toast = widget_tree_find (self->window, DL_TYPE_TOAST, NULL);
  GtkWidget       *button;
  g_autofree char *copied = NULL;

  gtk_window_present (GTK_WINDOW (self->window));
  dl_edit_file (DL_TOAST (toast), self->files[0], 5, 73);
  WAIT_FOR (window_fixture_get_said (self->window) != NULL &&
            strstr (window_fixture_get_said (self->window), "no program") != NULL);
  g_assert_nonnull (strstr (window_fixture_get_said (self->window), "line 5, column 73"));
  button = window_fixture_get_offer (self->window);
  WAIT_FOR (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_null (window_fixture_get_offer (self->window));
  copied = get_copied (self);
  g_assert_cmpstr (copied, ==, place);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (self->window)));
  g_assert_false (dl_focus_is_inside (toast));
}

/* Whoever gives up opening the first file has the page to start from. */
static void
test_cancel (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (DlSession) session = dl_session_new ();
  g_autoptr (DlView)    view = dl_view_new (session);
  g_autoptr (GFile)     file = g_file_new_build_filename (bench_desk_get_folder (), "one.json", NULL);
  GtkWidget            *window = dl_window_new (GTK_APPLICATION (window_fixture_get_application ()), settings, view);

  dl_session_open (session, file);
  g_assert_true (dl_session_get_loading (session));
  g_assert_false (widget_tree_find (window, GTK_TYPE_LABEL, "No timeline is open") != NULL);
  g_signal_emit_by_name (widget_tree_find (window, GTK_TYPE_BUTTON, "_Cancel"), "clicked");
  g_assert_false (dl_session_get_loading (session));
  g_assert_true (widget_tree_find (window, GTK_TYPE_LABEL, "No timeline is open") != NULL);
  widget_tree_close_window (window);
}

/* A question */

static void
answered_cb (guint answer, gpointer data)
{
  *(guint *) data = answer;
}

/* The last answer is the usual one, for who only presses Enter; whoever closes it has given the first. */
static void
test_ask (void)
{
  static const char *const answers[] = { "_Stay", "_Discard", "_Save…", NULL };

  for (guint i = 0; i <= G_N_ELEMENTS (answers) - 1; i++)
    {
      GtkWidget *parent = gtk_window_new ();
      GtkWidget *dialog;
      guint      answer = DL_NONE;

      gtk_window_present (GTK_WINDOW (parent));
      dl_compat_ask (GTK_WINDOW (parent), "What is to be done?", "It may be lost.", answers, answered_cb, &answer);
      dialog = window_fixture_find_window (GTK_TYPE_BUTTON, answers[0], NULL);
      g_assert_nonnull (widget_tree_find (dialog, GTK_TYPE_LABEL, "What is to be done?"));
      g_assert_nonnull (widget_tree_find (dialog, GTK_TYPE_LABEL, "It may be lost."));
      g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (dialog)) ==
                     widget_tree_find (dialog, GTK_TYPE_BUTTON, answers[2]));
      if (answers[i] != NULL)
        g_signal_emit_by_name (widget_tree_find (dialog, GTK_TYPE_BUTTON, answers[i]), "clicked");
      else
        /* As by a key: newer GTK takes the dialog for gone where it is closed between two events. */
        g_idle_add_once ((GSourceOnceFunc) gtk_window_close, dialog);
      while (answer == DL_NONE)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (answer, ==, answers[i] != NULL ? i : 0);
      gtk_window_destroy (GTK_WINDOW (parent));
    }
}

int
main (int argc, char **argv)
{
  int result;

  if (!window_fixture_start (&argc, &argv, FALSE))
    return 77;
  WINDOW_TEST ("/window/actions", NULL, test_actions);
  WINDOW_TEST ("/window/state", NULL, test_state);
  WINDOW_TEST ("/window/present", REREAD, test_present);
  WINDOW_TEST ("/window/out-of-sight", NULL, test_out_of_sight);
  WINDOW_TEST ("/window/end-measure", NULL, test_end_measure);
  WINDOW_TEST ("/window/bookmark", NULL, test_bookmark);
  g_test_add_func ("/window/toast", test_toast);
  WINDOW_TEST ("/window/copy-place", NULL, test_copy_place);
  g_test_add_func ("/window/cancel", test_cancel);
  g_test_add_func ("/window/ask", test_ask);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
