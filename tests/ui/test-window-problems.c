/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window says of a file that is wrong, changed or not saved, and what can be done then: without
 * a person. */
#include "config.h"

#include <string.h>

#include "window-fixture.h"

#include "window/dl-drop-zones.h"
#include "window/dl-problem-item.h"
#include "window/dl-problem-row.h"
#include "window/dl-problems-window.h"
#include "window/dl-window-private.h"

#define BROKEN "{\"title\": \"One_A\", \"events\": ["
/* One event without a date, one with a word that is nearly known. */
#define MISTAKEN                                                                                                       \
  "{\"title\": \"One_A\", \"events\": [{\"id\": \"a\", \"title\": \"A\"}, {\"id\": \"b\", \"title\": \"B\", "          \
  "\"date\": \"2001\", \"topcs\": [\"t\"]}]}"

/* What is on the clipboard of this window. Returns: (transfer full) */
static char *
get_copied (GtkWidget *widget)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (widget));
  g_auto (GValue)     value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  return g_value_dup_string (&value);
}

/* The file as others save it */

/* Who is asked first has a button for it; who is told of a mistake one to mend it. */
static void
test_saved_again (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  dl_session_open (self->session, self->files[0]);
  window_fixture_wait (self);
  g_settings_set_enum (settings, "reread", DL_REREAD_ASK);
  window_fixture_write (self->files[0], THREE);
  dl_session_look_at_file (self->session);
  WAIT_FOR (dl_session_get_file_state (self->session) == DL_FILE_SAVED);
  g_assert_cmpstr (window_fixture_get_banner (self->window), ==, "The file was saved again.");
  g_assert_true (window_fixture_offers (self->window, "_Read Again"));
  g_assert_false (window_fixture_offers (self->window, "Open in Text _Editor"));
  window_fixture_click (self->window, "_Read Again");
  WAIT_FOR (window_fixture_get_n_events (self) == 1);
  window_fixture_wait (self);
  g_assert_null (window_fixture_get_banner (self->window));

  g_settings_set_enum (settings, "reread", DL_REREAD_AT_ONCE);
  window_fixture_write (self->files[0], BROKEN);
  dl_session_look_at_file (self->session);
  WAIT_FOR (dl_session_get_file_state (self->session) == DL_FILE_BROKEN);
  g_assert_nonnull (strstr (window_fixture_get_banner (self->window), "cannot be read; what was read before stays."));
  g_assert_true (window_fixture_offers (self->window, "Open in Text _Editor"));
  g_assert_false (window_fixture_offers (self->window, "_Read Again"));
  g_assert_true (window_fixture_offers (self->window, "_Show Problems"));
}

/* Of what could not be read nothing is left once it is gone, or saved and not yet read. */
static void
test_mistake_of_before (WindowFixture *self, gconstpointer data)
{
  dl_session_open (self->session, self->files[0]);
  window_fixture_wait (self);
  window_fixture_write (self->files[0], BROKEN);
  dl_session_look_at_file (self->session);
  WAIT_FOR (dl_session_get_file_state (self->session) == DL_FILE_BROKEN);
  g_assert_cmpuint (dl_session_get_unread (self->session)->len, ==, 1);
  g_assert_true (g_file_delete (self->files[0], NULL, NULL));
  dl_session_look_at_file (self->session);
  WAIT_FOR (dl_session_get_file_state (self->session) == DL_FILE_GONE);
  g_assert_cmpstr (window_fixture_get_banner (self->window), ==, "The file is gone; what was read stays.");
  g_assert_cmpuint (dl_session_get_unread (self->session)->len, ==, 0);
}

/* Whoever mends the last of them is told so. */
static void
test_mended (WindowFixture *self, gconstpointer data)
{
  window_fixture_write (self->files[1], THREE);
  dl_session_reload (self->session);
  window_fixture_wait (self);
  g_assert_nonnull (strstr (window_fixture_get_said (self->window), "No problems are left"));
}

/* Each says what it is, of which event, and where; and what was probably meant. */
static void
test_items (WindowFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *kind, *place, *suggestion, *name, *number;
  } rows[] = {
    { "Note", "line 2, column 45", "Did you mean “people”?",
      "Note, Named: “peple” is not known and is ignored. Did you mean “people”? – line 2, column 45", "1 of 2" },
    { "Event left out", "line 3, column 27", NULL,
      "Event left out, Lost: This event is not shown: “soon” is not a date: expected a year of four digits, such as "
      "1969 – line 3, column 27",
      "2 of 2" },
  };
  GPtrArray *problems;

  window_fixture_write (self->files[2], "{\"dateline\": 1, \"events\": [\n{\"title\": \"Named\", \"date\": \"2001\", "
                                        "\"peple\": []},\n{\"title\": \"Lost\", \"date\": \"soon\"}]}");
  dl_session_open (self->session, self->files[2]);
  window_fixture_wait (self);
  problems = dl_session_get_problems (self->session);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autoptr (DlProblemItem) item = dl_problem_item_new (problems, DL_PROBLEMS_READ, i, i + 1, problems->len);
      g_autofree char          *place = dl_problem_item_dup_place (item);
      g_autofree char          *suggestion = dl_problem_item_dup_suggestion (item);
      g_autofree char          *name = dl_problem_item_dup_name (item);
      g_autofree char          *number = dl_problem_item_dup_number (item);

      g_assert_cmpstr (dl_problem_item_get_kind (item), ==, rows[i].kind);
      g_assert_cmpstr (place, ==, rows[i].place);
      g_assert_cmpstr (suggestion, ==, rows[i].suggestion);
      g_assert_cmpstr (name, ==, rows[i].name);
      g_assert_cmpstr (number, ==, rows[i].number);
    }
}

/* What could not be carried over is told in part, and copied whole. */
static void
test_left_behind (WindowFixture *self, gconstpointer data)
{
  GPtrArray       *left = g_ptr_array_new_with_free_func ((GDestroyNotify) dl_problem_free);
  g_autofree char *copied = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *failure = g_strdup_printf ("file.csv:%u:1: wrong", i + 1);

      g_ptr_array_add (left, dl_problem_new_of_failure (failure));
    }
  dl_window_tell_left_behind (DL_WINDOW (self->window), left, TRUE);
  g_assert_nonnull (strstr (window_fixture_get_banner (self->window), "and 2 more"));
  window_fixture_click (self->window, "_Copy All");
  copied = get_copied (self->window);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *line = g_strdup_printf ("line %u", i + 1);

      g_assert_nonnull (strstr (copied, line));
    }
}

/* Where nothing is open */

/* The page offers what can be done about it. */
static void
test_page (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (DlSession) session = dl_session_new ();
  g_autoptr (DlView)    view = dl_view_new (session);
  g_autoptr (GFile)     file = g_file_new_build_filename (bench_desk_get_folder (), "broken.json", NULL);
  GtkWidget            *window = dl_window_new (GTK_APPLICATION (window_fixture_get_application ()), settings, view);
  GtkWidget            *page, *text;
  GActionGroup         *actions = G_ACTION_GROUP (window);

  g_assert_false (g_action_group_get_action_enabled (actions, "reload"));
  g_assert_false (g_action_group_get_action_enabled (actions, "save-as"));
  g_assert_false (g_action_group_get_action_enabled (actions, "problems"));
  g_assert_false (g_action_group_get_action_enabled (actions, "bookmark"));
  g_assert_false (g_action_group_get_action_enabled (actions, "lanes"));
  g_assert_false (g_action_group_get_action_enabled (actions, "show-view"));
  window_fixture_write (file, BROKEN);
  dl_session_open (session, file);
  WAIT_FOR (!dl_session_get_loading (session));
  page = gtk_widget_get_parent (widget_tree_find (window, GTK_TYPE_LABEL, "The file cannot be opened"));
  g_assert_true (window_fixture_offers (page, "_Read Again"));
  g_assert_true (window_fixture_offers (page, "Open in Text _Editor"));
  g_assert_true (g_action_group_get_action_enabled (actions, "reload"));
  /* Nobody types a command here. */
  window_fixture_write (file, "Notes, and no timeline.");
  dl_session_reload (session);
  WAIT_FOR (!dl_session_get_loading (session));
  text = gtk_widget_get_next_sibling (widget_tree_find (page, GTK_TYPE_LABEL, "The file cannot be opened"));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (text)), "no timeline"));
  g_assert_null (strstr (gtk_label_get_text (GTK_LABEL (text)), "dateline formats"));
  /* Nothing is to be seen in a file that is not there. */
  g_assert_true (g_file_delete (file, NULL, NULL));
  dl_session_reload (session);
  WAIT_FOR (!dl_session_get_loading (session));
  g_assert_true (window_fixture_offers (page, "_Read Again"));
  g_assert_false (window_fixture_offers (page, "Open in Text _Editor"));
  window_fixture_write (file, THREE);
  g_action_group_activate_action (actions, "reload", NULL);
  WAIT_FOR (!dl_session_get_loading (session));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Three");
  widget_tree_close_window (window);
}

/* Nothing is left of a bar that was shown while it was read. */
static void
test_progress (WindowFixture *self, gconstpointer data)
{
  GtkWidget *bar = widget_tree_find (self->window, GTK_TYPE_PROGRESS_BAR, NULL);
  GtkWidget *revealer = gtk_widget_get_ancestor (bar, GTK_TYPE_REVEALER);

  dl_session_reload (self->session);
  g_assert_true (dl_session_get_loading (self->session));
  gtk_revealer_set_reveal_child (GTK_REVEALER (revealer), TRUE);
  window_fixture_wait (self);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
}

/* The list of problems */

static GtkWidget *
open_problems (WindowFixture *self)
{
  window_fixture_write (self->files[0], MISTAKEN);
  dl_session_open (self->session, self->files[0]);
  window_fixture_wait (self);
  gtk_window_present (GTK_WINDOW (self->window));
  window_fixture_activate (self, "win.problems");
  return gtk_widget_get_ancestor (
    widget_tree_find (window_fixture_find_window (DL_TYPE_PROBLEM_ROW, NULL, self->window), DL_TYPE_PROBLEM_ROW, NULL),
    GTK_TYPE_LIST_VIEW);
}

/* The row of a problem, or of a note. */
static GtkWidget *
find_row (GtkWidget *list, gboolean note)
{
  for (GtkWidget *frame = gtk_widget_get_first_child (list); frame != NULL; frame = gtk_widget_get_next_sibling (frame))
    {
      GtkWidget     *row = widget_tree_find (frame, DL_TYPE_PROBLEM_ROW, NULL);
      DlProblemItem *item = row == NULL ? NULL : dl_problem_row_get_item (DL_PROBLEM_ROW (row));

      if (item != NULL && dl_problem_item_get_problem (item)->note == note)
        return row;
    }
  g_assert_not_reached ();
}

static GtkWidget *
find_tooltip (GtkWidget *widget, const char *tooltip)
{
  GtkWidget *found = g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_tooltip (child, tooltip);
  return found;
}

/* Enter leads to the event of a note, and to the file for one that is left out; buttons copy what is
 * beside them. */
static void
test_problems (WindowFixture *self, gconstpointer data)
{
  GtkWidget       *list = open_problems (self);
  GtkWidget       *window = GTK_WIDGET (gtk_widget_get_root (list));
  GtkWidget       *note = find_row (list, TRUE);
  GtkWidget       *lost = find_row (list, FALSE);
  g_autofree char *suggestion = NULL;
  g_autofree char *place = NULL;

  g_signal_emit_by_name (find_tooltip (note, "Copy what was probably meant"), "clicked");
  suggestion = get_copied (window);
  g_assert_cmpstr (suggestion, ==, "topics");
  g_signal_emit_by_name (find_tooltip (lost, "Copy the place: file, line and column"), "clicked");
  place = get_copied (window);
  g_assert_true (g_str_has_prefix (place, g_file_peek_path (self->files[0])));
  g_assert_true (gtk_widget_get_visible (find_tooltip (note, "Open the file in the text editor")));
  g_assert_true (gtk_widget_get_visible (find_tooltip (note, "Show the event in the timeline")));
  g_assert_false (gtk_widget_get_visible (find_tooltip (lost, "Show the event in the timeline")));
  g_assert_null (dl_session_get_selected (self->session));
  for (guint i = 0; i < 2 && dl_session_get_selected (self->session) == NULL; i++)
    {
      g_autoptr (DlProblemItem) item =
        g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))), i);

      if (dl_problem_item_get_problem (item)->note)
        g_signal_emit_by_name (list, "activate", i);
    }
  g_assert_nonnull (dl_session_get_selected (self->session));
  g_assert_cmpstr (dl_event_get_id (dl_session_get_selected (self->session)), ==, "b");
  widget_tree_close_window (window);
}

/* What no editor can open has no button for one. */
static void
test_problem_row (void)
{
  g_autoptr (GPtrArray)     problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dl_problem_free);
  g_autoptr (DlProblemItem) item = NULL;
  GtkWidget                *row = g_object_ref_sink (dl_problem_row_new ());

  g_ptr_array_add (problems, dl_problem_new_of_failure ("file.csv:1:1: wrong"));
  item = dl_problem_item_new (problems, DL_PROBLEMS_READ, 0, 1, 1);
  for (guint i = 0; i < 4; i++)
    {
      dl_problem_row_set_item (DL_PROBLEM_ROW (row), item, i & 1, i & 2);
      g_assert_true (gtk_widget_get_visible (find_tooltip (row, "Show the event in the timeline")) == ((i & 1) != 0));
      g_assert_true (gtk_widget_get_visible (find_tooltip (row, "Open the file in the text editor")) == (i >= 2));
    }
  g_assert_finalize_object (row);
}

/* Pasted */

/* What is in no file is not taken out by a slip, and the title says that it is in none. */
static void
test_pasted (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) text = g_bytes_new_static (THREE, strlen (THREE));
  GtkWidget         *question;

  gtk_window_present (GTK_WINDOW (self->window));
  g_assert_null (strstr (gtk_window_get_title (GTK_WINDOW (self->window)), "(not saved)"));
  dl_session_add_text (self->session, text);
  window_fixture_wait (self);
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (self->window)), "(not saved)"));
  for (guint i = 0; i < 2; i++)
    {
      window_fixture_activate (self, "files.remove-2");
      question = window_fixture_find_window (GTK_TYPE_BUTTON, "_Take Out", NULL);
      g_assert_nonnull (question);
      g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 3);
      window_fixture_click (question, i == 0 ? "_Cancel" : "_Take Out");
      WAIT_FOR (window_fixture_find_window (GTK_TYPE_BUTTON, "_Take Out", NULL) == NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  window_fixture_wait (self);
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 2);
  /* It cannot be had back. */
  g_assert_null (window_fixture_get_offer (self->window));
}

/* Where one types, what is pasted is text. */
static void
test_paste_text_in_field (WindowFixture *self, gconstpointer data)
{
  GtkWidget *entry;

  gtk_window_present (GTK_WINDOW (self->window));
  window_fixture_activate (self, "win.search");
  entry = widget_tree_find (self->window, GTK_TYPE_SEARCH_ENTRY, NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->window), "2001-02-03,Pasted");
  window_fixture_activate (self, "win.paste-add");
  WAIT_FOR (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), "2001-02-03,Pasted"));
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 2);
}

/* What another window has open is not opened a second time. */
static void
test_open_elsewhere (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (DlSession) session = dl_session_new ();
  g_autoptr (DlView)    view = dl_view_new (session);
  GtkWidget            *other = dl_window_new (GTK_APPLICATION (window_fixture_get_application ()), settings, view);
  GtkWidget            *zones = widget_tree_find (self->window, DL_TYPE_DROP_ZONES, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  dl_session_open (session, self->files[2]);
  WAIT_FOR (!dl_session_get_loading (session));
  g_ptr_array_add (files, self->files[2]);
  g_signal_emit_by_name (zones, "files", files, FALSE);
  g_assert_false (dl_session_get_loading (self->session));
  g_assert_false (dl_session_has_file (self->session, self->files[2]));
  g_signal_emit_by_name (zones, "files", files, TRUE);
  window_fixture_wait (self);
  g_assert_true (dl_session_has_file (self->session, self->files[2]));
  widget_tree_close_window (other);
}

int
main (int argc, char **argv)
{
  int result;

  if (!window_fixture_start (&argc, &argv, TRUE))
    return 77;
  WINDOW_TEST ("/window-problems/saved-again", REREAD, test_saved_again);
  WINDOW_TEST ("/window-problems/mistake-of-before", REREAD, test_mistake_of_before);
  WINDOW_TEST ("/window-problems/mended", NULL, test_mended);
  WINDOW_TEST ("/window-problems/items", NULL, test_items);
  WINDOW_TEST ("/window-problems/left-behind", NULL, test_left_behind);
  g_test_add_func ("/window-problems/page", test_page);
  WINDOW_TEST ("/window-problems/progress", NULL, test_progress);
  WINDOW_TEST ("/window-problems/problems", NULL, test_problems);
  g_test_add_func ("/window-problems/problem-row", test_problem_row);
  WINDOW_TEST ("/window-problems/pasted", NULL, test_pasted);
  WINDOW_TEST ("/window-problems/paste-text-in-field", NULL, test_paste_text_in_field);
  WINDOW_TEST ("/window-problems/open-elsewhere", NULL, test_open_elsewhere);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
