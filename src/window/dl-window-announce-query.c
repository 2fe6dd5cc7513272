/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is asked of the events, and what comes of it, for who does not see it: the
 * filter, and the search. */
#include <glib/gi18n.h>

#include "base/dl-isolate.h"
#include "time/dl-words.h"
#include "widgets/dl-focus.h"
#include "window/dl-search-bar.h"
#include "window/dl-window-private.h"

#define ASKED_KEY "dl-asked"

/* Who types goes on: what is found is said when the words are there. */
#define TYPED_MSEC 700

typedef struct
{
  DlFilter   *filter; /* that is known to who listens */
  DlTimeline *whole;  /* of this */
  guint       typed_id;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_clear_handle_id (&asked->typed_id, g_source_remove);
  dl_filter_free (asked->filter);
  g_clear_object (&asked->whole);
  g_free (asked);
}

static Asked *
get_asked (DlWindow *self)
{
  return g_object_get_data (G_OBJECT (self), ASKED_KEY);
}

/* The filter */

static char *
describe_filter (DlWindow *self, DlTimeline *whole)
{
  DlEventSet *shown = dl_session_get_shown (self->session);
  guint       n = dl_timeline_get_n_events (whole);
  guint       n_shown =
    shown != NULL ? dl_event_set_get_n (shown) : dl_timeline_get_n_events (dl_session_get_timeline (self->session));

  if (dl_filter_is_empty (dl_session_get_filter (self->session)))
    /* Translators: all events are shown again, and how many these are. */
    return g_strdup_printf (ngettext ("No filter, %'u event", "No filter, %'u events", n), n);
  if (n_shown == 0)
    return g_strdup (_ ("No event meets the filter"));
  return g_strdup_printf (ngettext ("%'u of %'u event", "%'u of %'u events", n), n_shown, n);
}

/* Where others are hidden it is another timeline, of which lanes and what is in sight are
 * not said: how many there are says it all. */
static void
filter_changed_cb (DlWindow *self)
{
  Asked           *asked = get_asked (self);
  DlTimeline      *whole = dl_session_get_whole (self->session);
  const DlFilter  *filter = dl_session_get_filter (self->session);
  gboolean         same = asked->whole == whole;
  gboolean         other = !dl_filter_equal (asked->filter, filter);
  g_autofree char *text = NULL;

  g_set_object (&asked->whole, whole);
  if (other)
    {
      dl_filter_free (asked->filter);
      asked->filter = dl_filter_copy (filter);
    }
  if (whole == NULL || !same || !other)
    return;
  text = describe_filter (self, whole);
  dl_window_announce (self, text);
}

/* The search */

static gboolean
typed_cb (gpointer data)
{
  DlWindow        *self = data;
  g_autofree char *count = NULL;

  get_asked (self)->typed_id = 0;
  if (self->search_bar == NULL || dl_session_get_query (self->session) == NULL)
    return G_SOURCE_REMOVE;
  count = dl_search_bar_dup_count (DL_SEARCH_BAR (self->search_bar));
  dl_window_announce (self, count);
  return G_SOURCE_REMOVE;
}

/* As long as more is found, or typed, there is nothing to say yet. */
static void
hits_changed_cb (DlWindow *self)
{
  Asked *asked = get_asked (self);

  g_clear_handle_id (&asked->typed_id, g_source_remove);
  if (dl_session_get_query (self->session) != NULL && dl_session_get_searched (self->session))
    asked->typed_id = g_timeout_add (TYPED_MSEC, typed_cb, self);
}

void
dl_window_announce_hit (DlWindow *self)
{
  DlEvent         *event = dl_session_get_selected (self->session);
  g_autofree char *count = NULL;
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (self->search_bar == NULL || event == NULL)
    return;
  g_clear_handle_id (&get_asked (self)->typed_id, g_source_remove);
  count = dl_search_bar_dup_count (DL_SEARCH_BAR (self->search_bar));
  /* Where the keyboard goes to the event, its name is read out anyway. */
  if (!dl_focus_is_inside (self->search_bar))
    {
      dl_window_announce (self, count);
      return;
    }
  title = dl_isolate (dl_event_get_title (event));
  date = dl_event_dup_date_words (event, DL_WORDS_WEEKDAY);
  /* Translators: the event that a search has come to, as it is read out: "3 of 17", its title, its date. */
  text = g_strdup_printf (C_ ("hit", "%s: %s, %s"), count, title, date);
  dl_window_announce (self, text);
}

void
dl_window_init_query_announcements (DlWindow *self)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->filter = dl_filter_copy (dl_session_get_filter (self->session));
  g_set_object (&asked->whole, dl_session_get_whole (self->session));
  g_object_set_data_full (G_OBJECT (self), ASKED_KEY, asked, asked_free);
  g_signal_connect_object (self->session, "filter-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "hits-changed", G_CALLBACK (hits_changed_cb), self, G_CONNECT_SWAPPED);
}
