/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list follows what its session has: filter, selection, another file; and tells
 * what it leaves out. */
#include "config.h"

#include <gtk/gtk.h>

#include "../bench/bench-desk.h"
#include "app/dl-application.h"
#include "widget-tree.h"
#include "widgets/dl-list-row.h"
#include "widgets/dl-list-view.h"

/* More than are looked up at once. */
#define N_QUOTED 600

typedef struct
{
  DlSession *session;
  DlView    *view;
  GtkWidget *window;
  GtkWidget *list;
} Fixture;

static const char six[] =
  "{\"topics\": [{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"name\": \"B\"}, {\"id\": \"c\", \"name\": \"C\"}],"
  " \"events\": ["
  "{\"id\": \"1\", \"title\": \"One\", \"date\": \"2025-10-01\", \"topics\": [\"a\"], \"quotes\": [{\"text\": "
  "\"First\"}]},"
  "{\"id\": \"2\", \"title\": \"Two\", \"date\": \"2025-10-02\", \"topics\": [\"b\"]},"
  "{\"id\": \"3\", \"title\": \"Three\", \"date\": \"2025-10-03\", \"topics\": [\"b\"], \"quotes\": [{\"text\": "
  "\"Second\"},"
  " {\"text\": \"Third\"}]},"
  "{\"id\": \"4\", \"title\": \"Four\", \"date\": \"2025-10-04\", \"topics\": [\"b\"]},"
  "{\"id\": \"5\", \"title\": \"Five\", \"date\": \"2025-10-05\", \"topics\": [\"a\"]},"
  "{\"id\": \"6\", \"title\": \"Six\", \"date\": \"2025-10-06\", \"topics\": [\"c\"]}]}";

static void
open_text (Fixture *self, const char *text)
{
  g_autofree char   *path = g_build_filename (bench_desk_get_folder (), "list.dateline.json", NULL);
  g_autoptr (GFile)  file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  dl_session_open (self->session, file);
  WAIT_FOR (!dl_session_get_loading (self->session));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->session = dl_session_new ();
  self->view = dl_view_new (self->session);
  open_text (self, six);
  self->list = g_object_ref_sink (dl_list_view_new (self->view, (DlListKind) GPOINTER_TO_UINT (data)));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 600, 500);
  gtk_window_set_child (GTK_WINDOW (self->window), self->list);
  gtk_window_present (GTK_WINDOW (self->window));
}

/* Nothing holds any of them when they are no longer needed. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (self->list);
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (self->session);
}

/* All that can be read in a widget, a "|" behind each. */
static void
read_all (GtkWidget *widget, GString *out)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (out, "%s|", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_all (child, out);
}

static gboolean
shows (Fixture *self, const char *text)
{
  g_autoptr (GString) out = g_string_new ("|");

  read_all (self->list, out);
  return strstr (out->str, text) != NULL;
}

/* Lets the topic @key through, or all where it is NULL. */
static void
filter (Fixture *self, const char *key)
{
  g_autoptr (DlFilter) asked = dl_filter_new ();

  if (key != NULL)
    dl_filter_set (asked, DL_FILTER_TOPIC, key, DL_FILTER_WITH);
  dl_session_set_filter (self->session, asked);
}

/* What the filter does not let through is not there, and counted, dimmed or not. */
static void
test_filter (Fixture *self, gconstpointer data)
{
  for (int hides = 0; hides < 2; hides++)
    {
      dl_session_set_filter_hides (self->session, hides);
      WAIT_FOR (shows (self, "|One|") && shows (self, "|Two|") && shows (self, "|Six|"));
      g_assert_false (shows (self, "left out"));
      filter (self, "a");
      WAIT_FOR (shows (self, "|One|") && shows (self, "|Five|") && !shows (self, "|Two|"));
      g_assert_false (shows (self, "|Six|"));
      g_assert_true (shows (self, "|4 events are left out by the filter|"));
      filter (self, "none");
      WAIT_FOR (shows (self, "|No event matches the filter|"));
      g_assert_false (shows (self, "|One|"));
      filter (self, NULL);
    }
  WAIT_FOR (shows (self, "|Two|") && !shows (self, "left out"));
}

static void
test_filter_quotes (Fixture *self, gconstpointer data)
{
  WAIT_FOR (shows (self, "|“First”|") && shows (self, "|“Third”|") && shows (self, "|3 quotes|"));
  filter (self, "b");
  WAIT_FOR (!shows (self, "|“First”|") && shows (self, "|“Second”|") && shows (self, "|“Third”|"));
  g_assert_true (shows (self, "|2 quotes|"));
  g_assert_true (shows (self, "|1 quote is left out by the filter|"));
  filter (self, "c");
  WAIT_FOR (shows (self, "|No event that matches the filter has a quote|"));
  filter (self, NULL);
  WAIT_FOR (shows (self, "|“First”|"));
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

static void
count_cb (GtkWidget *list, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* The rows are made once for each filter, however often it is told of. */
static void
test_made_once (Fixture *self, gconstpointer data)
{
  guint n = 0;

  WAIT_FOR (shows (self, "|Five|"));
  g_signal_connect (find_list (self->list), "notify::model", G_CALLBACK (count_cb), &n);
  filter (self, "a");
  g_assert_cmpuint (n, ==, 1);
  g_signal_emit_by_name (self->session, "filter-changed");
  g_assert_cmpuint (n, ==, 1);
  dl_session_set_filter_hides (self->session, TRUE);
  g_assert_cmpuint (n, ==, 2);
  filter (self, "b");
  g_assert_cmpuint (n, ==, 3);
  filter (self, NULL);
  g_assert_cmpuint (n, ==, 4);
  g_signal_handlers_disconnect_by_data (find_list (self->list), &n);
}

static DlListRow *
find_row (GtkWidget *widget, guint position)
{
  DlListRow *found = NULL;

  if (DL_IS_LIST_ROW (widget))
    {
      DlEvent *event = dl_list_row_get_event (DL_LIST_ROW (widget));

      return event != NULL && dl_event_get_position (event) == position ? DL_LIST_ROW (widget) : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, position);
  return found;
}

static gboolean
is_selected (Fixture *self, guint position)
{
  DlListRow *row = find_row (self->list, position);

  return row != NULL &&
         (gtk_widget_get_state_flags (gtk_widget_get_parent (GTK_WIDGET (row))) & GTK_STATE_FLAG_SELECTED) != 0;
}

/* One selection for the session and the list, also where the filter changes what is
 * at which row. */
static void
test_selection (Fixture *self, gconstpointer data)
{
  WAIT_FOR (shows (self, "|Five|"));
  dl_session_select (self->session, 4);
  WAIT_FOR (is_selected (self, 4));
  gtk_widget_grab_focus (self->list);
  gtk_widget_activate_action (self->list, "entries.step", "i", -1);
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 3);
  WAIT_FOR (is_selected (self, 3) && !is_selected (self, 4));
  /* Not there: still what is read about. */
  filter (self, "a");
  WAIT_FOR (!shows (self, "|Two|"));
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 3);
  filter (self, NULL);
  WAIT_FOR (is_selected (self, 3));
  dl_session_select (self->session, DL_NONE);
  g_assert_false (is_selected (self, 3));
}

static void
note_cb (DlListView *list, guint position, guint *noted)
{
  *noted = position;
}

static void
test_enter (Fixture *self, gconstpointer data)
{
  guint read = DL_NONE;
  guint gone_to = DL_NONE;

  g_signal_connect (self->list, "read", G_CALLBACK (note_cb), &read);
  g_signal_connect (self->list, "go", G_CALLBACK (note_cb), &gone_to);
  WAIT_FOR (shows (self, "|Five|"));
  dl_session_select (self->session, 1);
  gtk_widget_activate_action (self->list, "entries.enter", NULL);
  g_assert_cmpuint (read, ==, 1);
  g_assert_cmpuint (gone_to, ==, DL_NONE);
  gtk_widget_activate_action (self->list, "entries.step-to-end", "i", 1);
  /* It goes no farther, and not round. */
  gtk_widget_activate_action (self->list, "entries.step", "i", 1);
  gtk_widget_activate_action (self->list, "entries.enter", NULL);
  g_assert_cmpuint (read, ==, 5);
  /* However often. */
  gtk_widget_activate_action (self->list, "entries.enter", NULL);
  g_assert_cmpuint (gone_to, ==, DL_NONE);
  gtk_widget_activate_action (self->list, "entries.show", NULL);
  g_assert_cmpuint (gone_to, ==, 5);
  /* A double click: the row of the first one comes after a heading. */
  gtk_widget_activate_action (find_list (self->list), "list.activate-item", "u", 1);
  g_assert_cmpuint (gone_to, ==, 0);
}

static void
test_instant (Fixture *self, gconstpointer data)
{
  DlTimeline *timeline = dl_session_get_timeline (self->session);

  WAIT_FOR (shows (self, "|Five|"));
  dl_list_view_go_to (DL_LIST_VIEW (self->list), dl_timeline_get_record (timeline, 2)->start);
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 2);
  dl_list_view_go_to (DL_LIST_VIEW (self->list), dl_instant_add (dl_timeline_get_record (timeline, 5)->start, 1));
  g_assert_cmpuint (dl_session_get_selected_position (self->session), ==, 5);
}

/* What is only planned says so in the list too, and each quote whether it is word for word. */
static void
test_said_of_each (Fixture *self, gconstpointer data)
{
  open_text (self, "{\"events\": [{\"title\": \"Done\", \"date\": \"2001\"}, {\"title\": \"Plan\", \"date\": \"2002\", "
                   "\"status\": \"planned\", \"quotes\": [{\"text\": \"Q\", \"exact\": false}]}]}");
  WAIT_FOR (shows (self, GPOINTER_TO_UINT (data) == DL_LIST_OF_QUOTES ? "“Q”" : "|Plan|"));
  g_assert_true (shows (self, GPOINTER_TO_UINT (data) == DL_LIST_OF_QUOTES ? "Not word for word" : "|Planned|"));
}

/* Who speaks in very many is looked up on a thread, and may be given up. */
static void
test_speakers (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("{\"events\": [");
  GtkWidget          *by_speaker;
  guint               read = DL_NONE;
  guint               gone_to = DL_NONE;

  for (int i = 0; i < N_QUOTED; i++)
    g_string_append_printf (text,
                            "%s{\"id\": \"%d\", \"title\": \"E%d\", \"date\": \"%d\", \"quotes\": [{\"text\": \"Q%d\","
                            " \"speaker\": \"%s\"}]}",
                            i > 0 ? "," : "", i, i, 1000 + i, i, i % 3 == 0 ? "Anna" : "Bert");
  g_string_append (text, "]}");
  open_text (self, text->str);
  WAIT_FOR (shows (self, "|“Q0”|"));
  /* From a quote one comes to its event in the timeline. */
  g_signal_connect (self->list, "read", G_CALLBACK (note_cb), &read);
  g_signal_connect (self->list, "go", G_CALLBACK (note_cb), &gone_to);
  dl_session_select (self->session, 1);
  gtk_widget_activate_action (self->list, "entries.enter", NULL);
  g_assert_cmpuint (gone_to, ==, 1);
  g_assert_cmpuint (read, ==, DL_NONE);
  by_speaker = widget_tree_find (self->list, GTK_TYPE_BUTTON, "By Speaker");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (by_speaker), TRUE);
  g_assert_true (shows (self, "|Looking up speakers…|"));
  WAIT_FOR (shows (self, "|Bert|400|") && shows (self, "|“Q1”|"));
  g_assert_false (shows (self, "|“Q0”|"));
  /* The next one gives up the one before; what is by time comes at once. */
  dl_session_reload (self->session);
  WAIT_FOR (!dl_session_get_loading (self->session));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (widget_tree_find (self->list, GTK_TYPE_BUTTON, "By Time")), TRUE);
  WAIT_FOR (shows (self, "|“Q0”|"));
  g_assert_false (shows (self, "|Bert|400|"));
}

static GtkWidget *
find_label (GtkWidget *widget, const char *end)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_has_suffix (gtk_label_get_text (GTK_LABEL (widget)), end))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, end);
  return found;
}

/* The date of a quote's event is read to its year, however long its title is. */
static void
test_long_title (Fixture *self, gconstpointer data)
{
  PangoLayout *layout;

  open_text (self, "{\"events\": [{\"title\": \"A meeting of very many people about a very great number of things"
                   " that nobody had thought of for a long time before\", \"date\": \"2025-10-20\", \"quotes\":"
                   " [{\"text\": \"Long\"}]}]}");
  WAIT_FOR (shows (self, "|“Long”|"));
  layout = gtk_label_get_layout (GTK_LABEL (find_label (self->list, " · 20 October 2025")));
  WAIT_FOR (pango_layout_get_line_count (layout) > 1 || pango_layout_is_ellipsized (layout));
  g_assert_false (pango_layout_is_ellipsized (layout));
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer n_frames)
{
  (*(guint *) n_frames)++;
  return G_SOURCE_CONTINUE;
}

static void
wait_for_frames (Fixture *self)
{
  guint n_frames = 0;
  guint id = gtk_widget_add_tick_callback (self->window, frame_cb, &n_frames, NULL);

  WAIT_FOR (n_frames > 8);
  gtk_widget_remove_tick_callback (self->window, id);
}

/* How far the top of the heading over @title, or of what is there instead, is below that of
 * the list. */
static float
place_of_heading (Fixture *self, guint position)
{
  GtkWidget      *frame = gtk_widget_get_parent (GTK_WIDGET (find_row (self->list, position)));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_prev_sibling (frame), find_list (self->list), &bounds));
  return bounds.origin.y;
}

/* A list begins at its top; what is selected is there with the heading over it. */
static void
test_headings (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("{\"events\": [");
  GtkWidget          *by_speaker;

  for (int i = 0; i < 100; i++)
    g_string_append_printf (text,
                            "%s{\"id\": \"%d\", \"title\": \"E%d\", \"date\": \"%d\", \"quotes\": [{\"text\": \"Q%d\","
                            " \"speaker\": \"%s\"}]}",
                            i > 0 ? "," : "", i, i, 1000 + i, i, i < 50 ? "Anna" : "Bert");
  g_string_append (text, "]}");
  open_text (self, text->str);
  WAIT_FOR (shows (self, "|“Q0”|"));
  wait_for_frames (self);
  g_assert_cmpfloat (place_of_heading (self, 0), >=, 0);
  by_speaker = widget_tree_find (self->list, GTK_TYPE_BUTTON, "By Speaker");
  gtk_widget_grab_focus (by_speaker);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (by_speaker), TRUE);
  WAIT_FOR (shows (self, "|Anna|50|"));
  wait_for_frames (self);
  g_assert_cmpfloat (place_of_heading (self, 0), >=, 0);
  /* From below, and from above. */
  dl_session_select (self->session, 99);
  wait_for_frames (self);
  g_assert_true (shows (self, "|“Q99”|"));
  dl_session_select (self->session, 50);
  wait_for_frames (self);
  g_assert_cmpfloat (place_of_heading (self, 50), >=, 0);
  dl_session_select (self->session, 0);
  wait_for_frames (self);
  dl_session_select (self->session, 50);
  wait_for_frames (self);
  g_assert_cmpfloat (place_of_heading (self, 50), >=, 0);
}

/* What nobody looks at is made when somebody does. */
static void
test_hidden (Fixture *self, gconstpointer data)
{
  WAIT_FOR (shows (self, "|Five|"));
  gtk_widget_set_visible (self->list, FALSE);
  open_text (self, "{\"events\": [{\"id\": \"x\", \"title\": \"Other\", \"date\": \"1999\"}]}");
  gtk_widget_set_visible (self->list, TRUE);
  WAIT_FOR (shows (self, "|Other|"));
  g_assert_false (shows (self, "|Five|"));
}

int
main (int argc, char **argv)
{
  DlApplication *application;
  const gpointer events = GUINT_TO_POINTER (DL_LIST_OF_EVENTS);
  const gpointer quotes = GUINT_TO_POINTER (DL_LIST_OF_QUOTES);
  int            result;

  if (!bench_desk_open_for_test (&argc, &argv))
    return 77;
  gtk_init ();
  application = dl_application_new (TRUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add ("/list-view/filter", Fixture, events, set_up, test_filter, tear_down);
  g_test_add ("/list-view/filter-quotes", Fixture, quotes, set_up, test_filter_quotes, tear_down);
  g_test_add ("/list-view/made-once", Fixture, events, set_up, test_made_once, tear_down);
  g_test_add ("/list-view/selection", Fixture, events, set_up, test_selection, tear_down);
  g_test_add ("/list-view/enter", Fixture, events, set_up, test_enter, tear_down);
  g_test_add ("/list-view/instant", Fixture, events, set_up, test_instant, tear_down);
  g_test_add ("/list-view/said-of-events", Fixture, events, set_up, test_said_of_each, tear_down);
  g_test_add ("/list-view/said-of-quotes", Fixture, quotes, set_up, test_said_of_each, tear_down);
  g_test_add ("/list-view/speakers", Fixture, quotes, set_up, test_speakers, tear_down);
  g_test_add ("/list-view/long-title", Fixture, quotes, set_up, test_long_title, tear_down);
  g_test_add ("/list-view/headings", Fixture, quotes, set_up, test_headings, tear_down);
  g_test_add ("/list-view/hidden", Fixture, events, set_up, test_hidden, tear_down);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
