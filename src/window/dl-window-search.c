/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching: the bar over the views, and the way from hit to hit. */
#include "widgets/dl-focus.h"
#include "window/dl-search-bar.h"
#include "window/dl-window-private.h"

/* Where the search begins while nothing is selected: before the first event that begins in
 * sight, or after the last before that. */
static guint
find_start (DlWindow *self, int direction)
{
  DlInstant from, to;
  guint     before;

  if (!dl_view_get_range (self->view, &from, &to))
    return DL_NONE;
  before = dl_timeline_count_before (dl_session_get_timeline (self->session), from);
  return direction < 0 ? before : before - 1;
}

/* The next hit from what is selected or in sight on, and from the other end where there is
 * none; DL_NONE where none is found yet. */
static guint
find_hit (DlWindow *self, int direction)
{
  DlEventSet *hits = dl_session_get_hits (self->session);
  guint       from = dl_session_get_selected_position (self->session);
  guint       hit;

  if (hits == NULL || dl_event_set_get_n (hits) == 0)
    return DL_NONE;
  if (from == DL_NONE)
    from = find_start (self, direction);
  hit = dl_event_set_step (hits, from, direction);
  if (hit != DL_NONE || !dl_session_get_searched (self->session))
    return hit;
  return dl_event_set_step (hits, DL_NONE, direction);
}

static gboolean
is_named_in_sight (DlWindow *self, guint position)
{
  DlScene    *scene = dl_view_get_scene (self->view);
  const DlOp *op = scene == NULL ? NULL : dl_scene_find_event (scene, position, DL_NO_LANE);

  return op != NULL && op->role != DL_ROLE_MARK;
}

static void
go (DlWindow *self, int direction)
{
  guint    hit = find_hit (self, direction);
  gboolean near;

  /* It is gone to once it is found. */
  self->search_pending = hit == DL_NONE && !dl_session_get_searched (self->session) ? direction : 0;
  if (hit == DL_NONE)
    {
      if (self->search_pending == 0)
        gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  near = is_named_in_sight (self, hit);
  dl_session_select (self->session, hit);
  if (near)
    dl_view_reveal (self->view, hit);
  else
    dl_view_fly_to (self->view, hit, FALSE);
  dl_window_announce_hit (self);
}

static void
go_cb (DlSearchBar *bar, int direction, DlWindow *self)
{
  go (self, direction);
}

static void
update_actions (DlWindow *self)
{
  DlEventSet *hits = dl_session_get_hits (self->session);
  gboolean    some = hits != NULL && (dl_event_set_get_n (hits) > 0 || !dl_session_get_searched (self->session));

  g_simple_action_set_enabled (dl_window_get_action (self, "search-next"), some);
  g_simple_action_set_enabled (dl_window_get_action (self, "search-previous"), some);
}

static void
hits_changed_cb (DlWindow *self)
{
  update_actions (self);
  if (dl_session_get_query (self->session) == NULL)
    self->search_pending = 0;
  if (self->search_pending != 0)
    go (self, self->search_pending);
}

/* The keyboard goes back to where it came from. */
static void
closed_cb (DlSearchBar *bar, DlWindow *self)
{
  GtkWidget *from = self->search_from;

  g_clear_weak_pointer (&self->search_from);
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || !dl_focus_is_inside (GTK_WIDGET (bar)))
    return;
  /* A view knows what in it is the reader's now. */
  if (from == NULL || !gtk_widget_get_mapped (from) || gtk_widget_is_ancestor (from, self->views) ||
      !gtk_widget_grab_focus (from))
    dl_window_focus_view (self);
}

/* Until it is asked for first there is none. */
static DlSearchBar *
get_bar (DlWindow *self)
{
  if (self->search_bar == NULL)
    {
      self->search_bar = dl_search_bar_new (self->session);
      g_signal_connect (self->search_bar, "go", G_CALLBACK (go_cb), self);
      g_signal_connect (self->search_bar, "closed", G_CALLBACK (closed_cb), self);
      gtk_box_prepend (GTK_BOX (self->middle), self->search_bar);
    }
  return DL_SEARCH_BAR (self->search_bar);
}

static void
keep_focus (DlWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (self->search_bar == NULL || !dl_focus_is_inside (self->search_bar))
    g_set_weak_pointer (&self->search_from, focus);
}

static void
search_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  keep_focus (data);
  dl_window_put_filters_aside (data);
  dl_search_bar_open (get_bar (data));
}

static void
next_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go (data, 1);
}

static void
previous_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go (data, -1);
}

/* A character, or a key that makes one with the next; no space, which people press for
 * something to happen. */
static gboolean
begins_word (guint keyval, GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;
  return (c != 0 && g_unichar_isgraph (c)) ||
         (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_longsolidusoverlay);
}

/* After the views, which have keys of their own. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DlWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (!begins_word (keyval, state) || focus == NULL || GTK_IS_EDITABLE (focus))
    return GDK_EVENT_PROPAGATE;
  keep_focus (self);
  dl_window_put_filters_aside (self);
  dl_search_bar_take_key (get_bar (self), controller);
  return GDK_EVENT_STOP;
}

gboolean
dl_window_end_search (DlWindow *self, gboolean only_from_within)
{
  if (self->search_bar == NULL || !dl_search_bar_get_open (DL_SEARCH_BAR (self->search_bar)) ||
      (only_from_within && !dl_focus_is_inside (self->search_bar)))
    return FALSE;
  dl_search_bar_close (DL_SEARCH_BAR (self->search_bar));
  return TRUE;
}

void
dl_window_init_search (DlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "search", .activate = search_action },
    { .name = "search-next", .activate = next_action },
    { .name = "search-previous", .activate = previous_action },
  };
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->views, keys);
  g_signal_connect_swapped (self->session, "hits-changed", G_CALLBACK (hits_changed_cb), self);
  update_actions (self);
}
