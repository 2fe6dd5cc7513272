/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that the details tell of an event and of its timeline, and where they lead. */
#include "widget-fixture.h"

#include <string.h>

#include "widgets/dl-detail-pane.h"
#include "widgets/dl-detail-words.h"
#include "widgets/dl-timeline-about.h"

/* An event with all there is; another one that it leads to. */
#define RICH                                                                                                           \
  "{\"dateline\": 1, \"title\": \"Rich\", \"description\": \"Of riches\", \"language\": \"en\", \"asOf\": "            \
  "\"2025-10-20\", \"people\": [{\"id\": \"p\", \"name\": \"Ada\", \"role\": \"Engineer\"}, {\"id\": \"q\", "          \
  "\"name\": \"Bob\"}], \"places\": [{\"id\": \"l\", \"name\": \"London\"}], \"topics\": [{\"id\": \"t\", \"name\": "  \
  "\"Engines\"}, {\"id\": \"u\", \"name\": \"Numbers\"}], \"sources\": [{\"id\": \"s\", \"title\": \"The Book\", "     \
  "\"publisher\": \"The Press\", \"url\": \"https://example.org/book\"}], \"events\": [{\"id\": \"a\", \"title\": "    \
  "\"Begun\", \"date\": \"2025-10-15\", \"status\": \"disputed\", \"summary\": \"How it was begun.\", \"place\": "     \
  "\"l\", \"people\": [\"p\", \"q\"], \"topics\": [\"t\", \"u\"], \"sources\": [\"s\"], \"quotes\": [{\"text\": "      \
  "\"Ja\", \"speaker\": \"p\", \"context\": \"On the phone\", \"date\": \"2025-10-16\", \"language\": \"de\", "        \
  "\"source\": \"s\"}, {\"text\": \"Yes\", \"language\": \"en\"}], "                                                   \
  "\"related\": [{\"event\": \"b\", \"type\": \"leads-to\"}]}, {\"id\": \"b\", \"title\": \"Ended\", \"date\": "       \
  "\"2025-10-18\"}]}"

static void
test_event (WidgetFixture *self, gconstpointer data)
{
  static const char *const words[] = {
    "Disputed",
    "Begun",
    "Wednesday 15 October 2025 · London",
    "5 days",
    "Ada  Engineer",
    "Bob",
    "Topics: ",
    "Engines",
    "Numbers",
    "“Ja”",
    "Language: de",
    "The Press · ",
    "How it was begun.",
    "leads to Ended",
    "18 Oct",
    "Sources",
    "Ada · Engineer · On the phone · 16 October 2025",
    "The Book · The Press",
  };
  GtkWidget *pane;

  dl_session_select (self->session, 0);
  pane = widget_fixture_make (DL_TYPE_DETAIL_PANE, "view", self->view);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_true (widget_tree_has_label (pane, words[i]));
    }
  g_assert_true (gtk_widget_has_css_class (widget_tree_find_class (pane, "status"), "disputed"));
  gtk_test_accessible_assert_role (widget_tree_find_class (pane, "event-title"), GTK_ACCESSIBLE_ROLE_HEADING);
  /* That of the timeline goes without saying. */
  g_assert_false (widget_tree_has_label (pane, "Language: en"));
  g_assert_false (widget_tree_has_label (pane, "File: "));
  /* Nothing of it is left with another one. */
  dl_session_select (self->session, 1);
  g_assert_true (widget_tree_has_label (pane, "Ended"));
  for (guint i = 3; i < G_N_ELEMENTS (words) - 5; i++)
    g_assert_false (widget_tree_has_label (pane, words[i]));
  g_assert_finalize_object (pane);
}

static void
take_position_cb (DlDetailPane *pane, guint position, guint *found)
{
  *found = position;
}

static void
take_uri_cb (GtkWidget *widget, const char *uri, char **found)
{
  g_free (*found);
  *found = g_strdup (uri);
}

/* The buttons below lead to the neighbours, the links to what is related and to pages. */
static void
test_ways (WidgetFixture *self, gconstpointer data)
{
  GtkWidget       *pane;
  guint            position = DL_NONE;
  g_autofree char *uri = NULL;
  gboolean         taken;

  dl_session_select (self->session, 0);
  pane = widget_fixture_make (DL_TYPE_DETAIL_PANE, "view", self->view);
  g_signal_connect (pane, "go-to", G_CALLBACK (take_position_cb), &position);
  g_signal_connect (pane, "show-uri", G_CALLBACK (take_uri_cb), &uri);
  g_assert_true (gtk_widget_get_visible (widget_tree_find_class (pane, "next")));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (widget_tree_find_class (pane, "next")), ==, "Next event: Ended");
  g_assert_nonnull (widget_tree_find (widget_tree_find_class (pane, "next"), GTK_TYPE_LABEL, "Ended"));
  g_signal_emit_by_name (widget_tree_find_class (pane, "next"), "clicked");
  g_assert_cmpuint (position, ==, 1);
  position = DL_NONE;
  g_signal_emit_by_name (widget_tree_find_class (pane, "related"), "activate-link", DL_EVENT_LINK "1", &taken);
  g_assert_true (taken);
  WAIT_FOR (position == 1);
  g_signal_emit_by_name (widget_tree_find_class (pane, "source"), "activate-link", "https://example.org/book", &taken);
  g_assert_true (taken);
  g_assert_cmpstr (uri, ==, "https://example.org/book");
  g_signal_emit_by_name (widget_tree_find_class (pane, "source"), "activate-link", "file:///etc/passwd", &taken);
  g_assert_true (taken);
  g_assert_cmpstr (uri, ==, "https://example.org/book");

  dl_session_select (self->session, 1);
  position = DL_NONE;
  g_assert_false (gtk_widget_get_visible (widget_tree_find_class (pane, "next")));
  g_signal_emit_by_name (widget_tree_find_class (pane, "previous"), "clicked");
  g_assert_cmpuint (position, ==, 0);
  /* Without an event there is no way on from it. */
  dl_session_select (self->session, DL_NONE);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (widget_tree_find_class (pane, "next"))));
  g_assert_finalize_object (pane);
}

static void
search (WidgetFixture *self, const char *words)
{
  g_autoptr (DlQuery) query = dl_query_new (words);

  dl_session_search (self->session, query);
  WAIT_FOR (dl_session_get_searched (self->session));
}

/* Which part of a label has a ground of its own. Returns: whether any has */
static gboolean
find_mark (GtkWidget *label, guint *start, guint *end)
{
  PangoAttrList *attributes = gtk_label_get_attributes (GTK_LABEL (label));
  GSList        *all = attributes == NULL ? NULL : pango_attr_list_get_attributes (attributes);
  gboolean       found = FALSE;

  for (GSList *item = all; item != NULL; item = item->next)
    {
      const PangoAttribute *attribute = item->data;

      if (attribute->klass->type == PANGO_ATTR_BACKGROUND)
        {
          *start = attribute->start_index;
          *end = attribute->end_index;
          found = TRUE;
        }
    }
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
  return found;
}

/* Words that are searched for are marked in an event that has them. */
static void
test_hits (WidgetFixture *self, gconstpointer data)
{
  GtkWidget *pane, *summary;
  guint      start, end;

  dl_session_select (self->session, 0);
  pane = widget_fixture_make (DL_TYPE_DETAIL_PANE, "view", self->view);
  summary = widget_tree_find_class (pane, "summary");
  g_assert_false (find_mark (summary, &start, &end));
  search (self, "begun");
  g_assert_true (find_mark (summary, &start, &end));
  g_assert_cmpuint (start, ==, strlen ("How it was "));
  g_assert_cmpuint (end, ==, strlen ("How it was begun"));
  /* Not in what the program says. */
  g_assert_false (find_mark (widget_tree_find_class (pane, "status"), &start, &end));
  search (self, "ended");
  g_assert_false (find_mark (summary, &start, &end));
  g_assert_finalize_object (pane);
}

/* Without an event all of the timeline is told: in numbers, by whom, from where. */
static void
test_timeline (WidgetFixture *self, gconstpointer data)
{
  static const char *const words[] = {
    "Rich",
    "Of riches",
    "2 events · 2 quotes · 2 people · 1 place · 2 topics",
    "As of 20 October 2025",
    "Sources",
    "The Book",
    "How to read it",
  };
  GtkWidget       *window = gtk_window_new ();
  GtkWidget       *about = widget_fixture_make (DL_TYPE_TIMELINE_ABOUT, "view", self->view);
  g_autofree char *uri = NULL;
  gboolean         taken;

  gtk_window_set_child (GTK_WINDOW (window), about);
  g_object_unref (about);
  g_signal_connect (about, "show-uri", G_CALLBACK (take_uri_cb), &uri);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_FOR (widget_tree_find_class (about, "source") != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_true (widget_tree_has_label (about, words[i]));
    }
  g_signal_emit_by_name (widget_tree_find (widget_tree_find_class (about, "source"), GTK_TYPE_LABEL, NULL),
                         "activate-link", "https://example.org/book", &taken);
  g_assert_true (taken);
  g_assert_cmpstr (uri, ==, "https://example.org/book");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int result;

  if (!widget_fixture_start (&argc, &argv))
    return 77;
  WIDGET_TEST ("/telling/event", RICH, test_event);
  WIDGET_TEST ("/telling/ways", RICH, test_ways);
  WIDGET_TEST ("/telling/hits", RICH, test_hits);
  WIDGET_TEST ("/telling/timeline", RICH, test_timeline);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
