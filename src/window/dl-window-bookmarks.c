/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Views that the reader wants to find again. */
#include <glib/gi18n.h>

#include "session/dl-sight.h"
#include "window/dl-bookmarks-popover.h"
#include "window/dl-window-private.h"

/* The time in sight, in words. */
static char *
describe_range (DlWindow *self)
{
  DlTimeline *timeline = dl_session_get_timeline (self->session);
  DlInstant   from, to;
  char       *words;

  if (!dl_view_get_destination (self->view, &from, &to))
    return g_strdup (_ ("Untitled view"));
  dl_sight_round (timeline, &from, &to);
  words = dl_sight_dup_words (timeline, from, to);
  return words != NULL ? words : g_strdup (_ ("Untitled view"));
}

/* How a bookmark of the present view is called until the reader gives it a name:
 * "2004–2010 · Topic: Courts". */
static char *
suggest_title (DlWindow *self)
{
  g_autofree char *range = describe_range (self);
  GString         *title = g_string_new (range);

  for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
    for (DlFilterChoice choice = DL_FILTER_WITH; choice <= DL_FILTER_NOT; choice++)
      {
        g_autofree char *words = dl_filter_dup_words (
          dl_session_get_filter (self->session), dl_session_get_whole (self->session), (DlFilterField) field, choice);

        if (words != NULL)
          g_string_append_printf (title, " · %s", words);
      }
  return g_string_free (title, FALSE);
}

/* As a bookmark keeps it: not in which zone one was. */
static GVariant *
dup_state (DlWindow *self)
{
  g_autoptr (GVariant) state = dl_view_dup_state (self->view);
  GVariantDict         dict;

  if (state == NULL)
    return NULL;
  g_variant_dict_init (&dict, state);
  g_variant_dict_remove (&dict, "zone");
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

DlBookmarks *
dl_window_get_bookmarks (DlWindow *self)
{
  DlTimeline        *timeline = dl_session_get_timeline (self->session);
  g_autoptr (GError) error = NULL;

  if (timeline == NULL || !dl_window_has_lasting_file (self))
    return NULL;
  if (self->bookmarks == NULL)
    {
      g_autofree char *path = dl_bookmarks_dup_path ();
      /* Those of several files are kept with the first. */
      g_autofree char *first = dl_session_can_join (self->session)
                                 ? dl_session_dup_file_title (self->session, dl_session_get_file (self->session))
                                 : NULL;
      const char      *title = first != NULL ? first : dl_timeline_get_title (timeline);

      self->bookmarks = dl_bookmarks_new (path, dl_session_get_file (self->session), title);
    }
  if (!dl_bookmarks_load (self->bookmarks, &error))
    dl_window_show_banner (self, error->message, FALSE);
  return self->bookmarks;
}

/* Whether bookmarks can be kept; says why where they cannot. */
static gboolean
check_file (DlWindow *self)
{
  if (dl_window_has_lasting_file (self))
    return TRUE;
  /* Translators: said of a timeline that was pasted, or read from another program. */
  dl_window_show_toast (self, _ ("Bookmarks are kept with a file; save the timeline first."));
  return FALSE;
}

static void
bookmark_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlWindow              *self = data;
  DlBookmarks           *bookmarks = check_file (self) ? dl_window_get_bookmarks (self) : NULL;
  g_autoptr (GVariant)   state = dup_state (self);
  g_autoptr (DlBookmark) bookmark = NULL;
  g_autofree char       *text = NULL;
  g_autoptr (GError)     error = NULL;

  if (bookmarks == NULL || state == NULL)
    return;
  g_set_object (&bookmark, dl_bookmarks_find (bookmarks, state));
  if (bookmark != NULL)
    /* Translators: %s is the title of a bookmark. */
    text = g_strdup_printf (_ ("This view is already bookmarked as “%s”."), dl_bookmark_get_title (bookmark));
  else
    {
      g_autofree char *title = suggest_title (self);

      bookmark = dl_bookmark_new (title, state);
      if (!dl_bookmarks_add (bookmarks, bookmark, &error))
        {
          dl_window_show_banner (self, error->message, FALSE);
          return;
        }
      /* Translators: %s is the title of a bookmark. */
      text = g_strdup_printf (_ ("The view was bookmarked as “%s”."), title);
    }
  dl_window_show_toast (self, text);
}

/* The list */

static void
chosen_cb (DlBookmarksPopover *popover, DlBookmark *bookmark, DlWindow *self)
{
  dl_window_focus_view (self);
  dl_view_show_state (self->view, dl_bookmark_get_state (bookmark));
}

static void
failed_cb (DlBookmarksPopover *popover, const char *message, DlWindow *self)
{
  dl_window_show_banner (self, message, FALSE);
}

static void
bookmarks_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlWindow    *self = data;
  DlBookmarks *bookmarks = check_file (self) ? dl_window_get_bookmarks (self) : NULL;

  if (bookmarks == NULL)
    return;
  if (self->bookmarks_popover == NULL)
    {
      self->bookmarks_popover = dl_bookmarks_popover_new ();
      /* As that which asks for a date. */
      gtk_widget_set_parent (self->bookmarks_popover, gtk_widget_get_parent (self->title));
      dl_window_lead_back (self, self->bookmarks_popover);
      g_signal_connect (self->bookmarks_popover, "chosen", G_CALLBACK (chosen_cb), self);
      g_signal_connect (self->bookmarks_popover, "failed", G_CALLBACK (failed_cb), self);
    }
  dl_bookmarks_popover_show (DL_BOOKMARKS_POPOVER (self->bookmarks_popover), bookmarks);
}

/* Another file has others. */
static void
file_changed_cb (DlWindow *self)
{
  DlTimeline *timeline = dl_session_get_timeline (self->session);
  gboolean    possible = timeline != NULL && dl_timeline_get_n_events (timeline) > 0;

  g_simple_action_set_enabled (dl_window_get_action (self, "bookmark"), possible);
  g_simple_action_set_enabled (dl_window_get_action (self, "bookmarks"), possible);
}

static void
forget_bookmarks_cb (DlWindow *self)
{
  if (self->bookmarks_popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->bookmarks_popover));
  g_clear_object (&self->bookmarks);
  file_changed_cb (self);
}

void
dl_window_init_bookmarks (DlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "bookmark", .activate = bookmark_action },
    { .name = "bookmarks", .activate = bookmarks_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "notify::file", G_CALLBACK (forget_bookmarks_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::timeline", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
  file_changed_cb (self);
}
