/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is told of a filter: under the title how many events it lets through, above the
 * views that these are none, and for a moment that none of them is in sight. */
#include <glib/gi18n.h>

#include "window/dl-window-private.h"

/* The chips above it lead out: they clear the filter, or show the others. */
static GtkWidget *
new_note (void)
{
  GtkWidget *note = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  GtkWidget *label = gtk_label_new (_ ("No event matches the filter"));

  gtk_widget_set_halign (note, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (note, "filter-note");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (note), label);
  return note;
}

static guint
count_shown (DlTimeline *timeline, DlEventSet *shown)
{
  return shown != NULL ? dl_event_set_get_n (shown) : dl_timeline_get_n_events (timeline);
}

void
dl_window_update_filter_note (DlWindow *self)
{
  DlTimeline *timeline = dl_session_get_timeline (self->session);
  DlEventSet *shown = dl_session_get_shown (self->session);
  gboolean    none = timeline != NULL && dl_timeline_get_n_whole (timeline) > 0 && count_shown (timeline, shown) == 0;

  if (timeline != NULL)
    {
      g_autofree char *caption = dl_timeline_dup_caption (timeline, shown);

      gtk_label_set_text (GTK_LABEL (self->subtitle), caption);
    }
  gtk_widget_set_visible (self->subtitle, timeline != NULL);
  if (none && self->filter_note == NULL)
    {
      self->filter_note = new_note ();
      gtk_box_insert_child_after (GTK_BOX (self->middle), self->filter_note, gtk_widget_get_prev_sibling (self->views));
    }
  if (self->filter_note != NULL)
    gtk_widget_set_visible (self->filter_note, none);
}

static gboolean
has_event_in (DlTimeline *timeline, DlInstant from, DlInstant to)
{
  const DlEventRecord *records = dl_timeline_get_records (timeline);
  guint                n = dl_timeline_get_n_events (timeline);

  for (guint i = 0; i < n && dl_instant_compare (records[i].start, to) < 0; i++)
    if (dl_instant_compare (records[i].end, from) > 0)
      return TRUE;
  return FALSE;
}

/* Where the others are hidden the picture may be empty, and say of nothing that it is
 * elsewhere. */
static void
hint_cb (DlWindow *self)
{
  DlTimeline *timeline = dl_session_get_timeline (self->session);
  guint       n = timeline == NULL ? 0 : dl_timeline_get_n_events (timeline);
  DlInstant   from, to;

  if (n == 0 || dl_timeline_get_n_whole (timeline) == n || dl_session_get_filtering (self->session) ||
      !dl_window_shows_timeline (self) || !dl_view_get_range (self->view, &from, &to) ||
      has_event_in (timeline, from, to))
    return;
  /* Translators: of the events that a filter lets through. “Fit” is the button of that name. */
  dl_window_show_toast (self, _ ("No event that matches the filter is in sight: “Fit” shows them all."));
}

void
dl_window_init_filter_note (DlWindow *self)
{
  g_signal_connect_object (self->session, "filter-changed", G_CALLBACK (hint_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "filter-changed", G_CALLBACK (dl_window_update_filter_note), self,
                           G_CONNECT_SWAPPED);
}
