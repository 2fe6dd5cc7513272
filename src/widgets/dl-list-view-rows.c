/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a list: GTK has a few dozen of them, for whatever is in sight. */
#include <glib/gi18n.h>

#include "model/dl-citation.h"
#include "widgets/dl-list-view-private.h"

/* Quotes of one event follow each other, and a list is scrolled forth and back. */
static DlEvent *
keep_event (DlListView *self, guint position)
{
  DlTimeline *timeline = dl_grouped_list_get_timeline (self->entries);
  DlEvent    *event;

  for (guint i = 0; i < DL_LIST_N_KEPT; i++)
    if (self->kept[i] != NULL && dl_event_get_position (self->kept[i]) == position &&
        dl_event_get_timeline (self->kept[i]) == timeline)
      return self->kept[i];
  event = dl_event_new (timeline, position);
  g_set_object (&self->kept[self->next_kept], event);
  self->next_kept = (self->next_kept + 1) % DL_LIST_N_KEPT;
  g_object_unref (event);
  return event;
}

void
dl_list_view_drop_kept (DlListView *self)
{
  for (guint i = 0; i < DL_LIST_N_KEPT; i++)
    g_clear_object (&self->kept[i]);
}

static void
copy_cb (DlListRow *row, DlListView *self)
{
  const DlQuote   *quote = dl_list_row_get_quote (row);
  g_autofree char *citation = quote == NULL ? NULL : dl_citation_for_quote (dl_list_row_get_event (row), quote);

  if (citation == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), citation);
  g_signal_emit_by_name (self, "copied");
}

static void
go_cb (DlListRow *row, DlListView *self)
{
  g_signal_emit_by_name (self, "go", dl_event_get_position (dl_list_row_get_event (row)));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DlListView *self)
{
  GtkWidget *row = dl_list_row_new (self->view);

  g_signal_connect_object (row, "copy", G_CALLBACK (copy_cb), self, 0);
  g_signal_connect_object (row, "go", G_CALLBACK (go_cb), self, 0);
  gtk_list_item_set_child (item, row);
}

/* What GTK has around a row is what has the keyboard, and what a screen reader
 * meets. */
static void
tell_frame (DlListView *self, DlListRow *row)
{
  GtkWidget       *frame = gtk_widget_get_parent (GTK_WIDGET (row));
  gboolean         heading = dl_list_row_get_event (row) == NULL;
  g_autofree char *name = dl_list_row_dup_name (row);
  gboolean         hit = dl_list_row_is_hit (row);
  g_autofree char *number = NULL;

  if (frame == NULL)
    return;
  if (hit)
    gtk_widget_add_css_class (frame, "hit");
  else
    gtk_widget_remove_css_class (frame, "hit");
  gtk_widget_set_focusable (frame, !heading);
  if (heading)
    {
      gtk_widget_add_css_class (frame, "group");
      gtk_accessible_reset_property (GTK_ACCESSIBLE (frame), GTK_ACCESSIBLE_PROPERTY_LABEL);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (frame), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  gtk_widget_remove_css_class (frame, "group");
  /* Translators: the number of an event in which what is searched for was found:
   * "3 of 14, found". */
  number = g_strdup_printf (hit ? _ ("%'u of %'u, found") : _ ("%'u of %'u"),
                            dl_grouped_item_get_entry (dl_list_row_get_item (row)) + 1,
                            dl_grouped_list_get_n_entries (self->entries));
  gtk_accessible_update_property (GTK_ACCESSIBLE (frame), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, number, -1);
}

/* Before GTK's own keys, but only where the keyboard is on the row itself. */
static void
add_keys (DlListView *self, GtkWidget *frame)
{
  GtkEventController *controller;

  if (frame == NULL || g_object_get_data (G_OBJECT (frame), "keys") != NULL)
    return;
  controller = gtk_shortcut_controller_new_for_model (self->keys);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_TARGET);
  gtk_widget_add_controller (frame, controller);
  g_object_set_data (G_OBJECT (frame), "keys", controller);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DlListView *self)
{
  DlListRow     *row = DL_LIST_ROW (gtk_list_item_get_child (item));
  DlGroupedItem *entry = gtk_list_item_get_item (item);
  gboolean       heading = dl_grouped_item_is_heading (entry);

  gtk_list_item_set_selectable (item, !heading);
  gtk_list_item_set_activatable (item, !heading);
  dl_list_row_set_item (row, entry, heading ? NULL : keep_event (self, dl_grouped_item_get_position (entry)));
  tell_frame (self, row);
  add_keys (self, gtk_widget_get_parent (GTK_WIDGET (row)));
  g_ptr_array_add (self->rows, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DlListView *self)
{
  g_ptr_array_remove_fast (self->rows, gtk_list_item_get_child (item));
}

GtkListItemFactory *
dl_list_view_new_factory (DlListView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  return factory;
}

void
dl_list_view_update_rows (DlListView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      dl_list_row_update (self->rows->pdata[i]);
      tell_frame (self, self->rows->pdata[i]);
    }
}
