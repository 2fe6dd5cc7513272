/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the details tell of an event, and while none is selected of the timeline. */
#include "widget-fixture.h"

#include <string.h>

#include "widgets/dl-detail-pane.h"
#include "widgets/dl-timeline-about.h"

/* A date in words is told in them, and within which years it lies. */
static const char dates_in_words[] =
  "{\"dateline\": 1, \"events\": [{\"title\": \"A\", \"date\": \"[-0699..-0650]\", "
  "\"dateNote\": \"1st half of 7th century BC\"}, "
  "{\"title\": \"B\", \"date\": \"[0467~..0499]\", \"dateNote\": \"Of his coins\"}]}";

static void
test_dates_in_words (WidgetFixture *self, gconstpointer data)
{
  static const char *const labels[][3] = {
    { "first half of the 7th century BC", "Not known more exactly than from 700 BC to 651 BC",
      "As written: 1st half of 7th century BC" },
    { "late 5th century", "Approximate: drawn from 466 to 499, with Dateline’s own margin", "Of his coins" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *pane;

      dl_session_select (self->session, i);
      pane = widget_fixture_make (DL_TYPE_DETAIL_PANE, "view", self->view);
      for (guint j = 0; j < 3; j++)
        g_assert_true (widget_tree_has_label (pane, labels[i][j]));
      g_assert_false (i == 1 && widget_tree_has_label (pane, "As written"));
      g_assert_finalize_object (pane);
    }
}

/* Where one reads from right to left the details do too, but what is earlier is to the
 * left, as it is on the axis. */
static void
test_right_to_left (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *pane;
  GtkWidget *previous;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  dl_session_select (self->session, 1);
  pane = widget_fixture_make (DL_TYPE_DETAIL_PANE, "view", self->view);
  g_assert_cmpint (gtk_widget_get_direction (pane), ==, GTK_TEXT_DIR_RTL);
  previous = widget_tree_find_class (pane, "previous");
  g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_parent (previous)), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gtk_widget_get_direction (previous), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (previous)))),
                   ==, GTK_TEXT_DIR_LTR);
  g_assert_finalize_object (pane);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static const char landing[] =
  "{\"dateline\": 1, \"timezone\": \"UTC\", \"language\": \"en\", \"places\": [{\"id\": \"h\", \"name\": \"Houston\", "
  "\"timezone\": \"America/Chicago\"}], \"events\": [{\"id\": \"a\", \"title\": \"Landing\", \"date\": "
  "\"1969-07-20T20:17:00Z\", \"place\": \"h\", \"quotes\": [{\"text\": \"Word for word\"}]}, {\"id\": \"b\", "
  "\"title\": "
  "\"Answer\", \"date\": \"1969-07-21\", \"quotes\": [{\"text\": \"What was answered\", \"exact\": false}], "
  "\"related\": "
  "[{\"event\": \"a\", \"type\": \"responds-to\"}]}], \"eras\": []}";

/* What belongs to an event is told with it: the clocks of its place, what was said, and what was
 * answered to that. */
static void
test_event (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *pane;

  dl_session_select (self->session, 0);
  pane = widget_fixture_make (DL_TYPE_DETAIL_PANE, "view", self->view);
  g_assert_true (widget_tree_has_label (pane, "At the place: "));
  g_assert_true (widget_tree_has_label (pane, "“Word for word”"));
  g_assert_true (widget_tree_has_label (pane, "From "));
  g_assert_true (widget_tree_has_label (pane, "“What was answered”"));
  g_assert_true (widget_tree_has_label (pane, "Not word for word"));
  gtk_test_accessible_assert_property (widget_tree_find_class (pane, "next"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Next event: Answer");
  g_assert_false (gtk_widget_get_visible (widget_tree_find_class (pane, "previous")));
  dl_session_select (self->session, 1);
  gtk_test_accessible_assert_property (widget_tree_find_class (pane, "previous"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Previous event: Landing");
  g_assert_finalize_object (pane);
}

static const char one_quote[] = "{\"dateline\": 1, \"events\": [{\"title\": \"A\", \"date\": \"2001\", \"quotes\": "
                                "[{\"text\": \"Said\"}]}]}";

/* A quote that was said word for word is not called otherwise, and is on the clipboard once that is said. */
static void
test_quote (WidgetFixture *self, gconstpointer data)
{
  GtkWidget          *pane;
  GtkWidget          *button;
  GdkContentProvider *content;
  g_auto (GValue)     value = G_VALUE_INIT;
  g_autoptr (GBytes)  text = g_bytes_new_static (one_quote, strlen (one_quote));

  dl_session_open_text (self->session, text);
  while (dl_session_get_loading (self->session))
    g_main_context_iteration (NULL, TRUE);
  dl_session_select (self->session, 0);
  pane = widget_fixture_make (DL_TYPE_DETAIL_PANE, "view", self->view);
  g_assert_true (widget_tree_has_label (pane, "“Said”"));
  g_assert_false (widget_tree_has_label (pane, "Not word for word"));
  button = widget_tree_find (pane, GTK_TYPE_BUTTON, "Copy with Citation");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Copied");
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (pane));
  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_nonnull (strstr (g_value_get_string (&value), "“Said”"));
  g_assert_finalize_object (pane);
}

static const char unsafe_source[] = "{\"dateline\": 1, \"sources\": [{\"id\": \"s\", \"title\": \"Trap\", \"url\": "
                                    "\"javascript:alert(1)\"}, {\"id\": \"t\", "
                                    "\"title\": \"Page\", \"url\": \"https://example.org/\"}], \"events\": "
                                    "[{\"title\": \"A\", \"date\": \"2001\", \"sources\": "
                                    "[\"s\", \"t\"]}, {\"title\": \"B\", \"date\": \"2002\"}]}";

/* Whether a label has a link in it, in what has that text. */
static gboolean
has_link (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return strstr (gtk_label_get_label (GTK_LABEL (widget)), "<a href") != NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_link (child, text))
      return TRUE;
  return FALSE;
}

/* What is no address of a page is there to be read, not to be opened. */
static void
test_unsafe_source (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *pane;

  dl_session_select (self->session, 0);
  pane = widget_fixture_make (DL_TYPE_DETAIL_PANE, "view", self->view);
  g_assert_true (has_link (pane, "Page"));
  g_assert_true (widget_tree_has_label (pane, "Trap"));
  g_assert_true (widget_tree_has_label (pane, "javascript:alert(1)"));
  g_assert_false (has_link (pane, "Trap"));
  g_assert_finalize_object (pane);
}

static const char many_sources[] =
  "{\"dateline\": 1, \"sources\": [{\"id\": \"1\"}, {\"id\": \"2\"}, {\"id\": \"3\"}, {\"id\": \"4\"}, {\"id\": "
  "\"5\"}, "
  "{\"id\": \"6\"}, {\"id\": \"7\"}, {\"id\": \"8\"}, {\"id\": \"9\"}, {\"id\": \"10\"}, {\"id\": \"11\"}, {\"id\": "
  "\"12\"}, "
  "{\"id\": \"13\"}, {\"id\": \"14\"}, {\"id\": \"15\"}, {\"id\": \"16\"}], \"events\": [{\"title\": \"A\", \"date\": "
  "\"2001\", \"sources\": [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", "
  "\"13\", "
  "\"14\", \"15\", \"16\"]}, {\"title\": \"B\", \"date\": \"2002\"}, {\"title\": \"Lost\"}]}";

static guint
count_class (GtkWidget *widget, const char *name)
{
  guint n = gtk_widget_has_css_class (widget, name);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_class (child, name);
  return n;
}

/* What of its file is not in the numbers is told, and no source is kept from whoever asks for more. */
static void
test_timeline (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *about = widget_fixture_make (DL_TYPE_TIMELINE_ABOUT, "view", self->view);
  GtkWidget *more;
  guint      n;

  /* It is filled when somebody sees it. */
  gtk_window_set_child (GTK_WINDOW (window), about);
  g_object_unref (about);
  gtk_window_present (GTK_WINDOW (window));
  while ((more = widget_tree_find_class (about, "more")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  n = count_class (about, "source");
  g_assert_true (widget_tree_has_label (about, "2 events"));
  g_assert_true (widget_tree_has_label (about, "1 of 3 events could not be read"));
  g_assert_true (gtk_widget_get_visible (more));
  g_assert_cmpuint (n, <, 16);
  while (gtk_widget_get_visible (more))
    {
      g_signal_emit_by_name (more, "clicked");
      g_assert_cmpuint (count_class (about, "source"), >, n);
      n = count_class (about, "source");
    }
  g_assert_cmpuint (n, ==, 16);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int result;

  if (!widget_fixture_start (&argc, &argv))
    return 77;
  WIDGET_TEST ("/details/dates-in-words", dates_in_words, test_dates_in_words);
  WIDGET_TEST ("/details/right-to-left", NULL, test_right_to_left);
  WIDGET_TEST ("/details/event", landing, test_event);
  WIDGET_TEST ("/details/quote", NULL, test_quote);
  WIDGET_TEST ("/details/unsafe-source", unsafe_source, test_unsafe_source);
  WIDGET_TEST ("/details/timeline", many_sources, test_timeline);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
