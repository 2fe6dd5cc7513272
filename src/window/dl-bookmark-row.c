/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-bookmark-row.h"

#include <glib/gi18n.h>

struct _DlBookmarkRow
{
  GtkListBoxRow parent_instance;
  DlBookmark   *bookmark;
  GtkWidget    *title;
  GtkWidget    *entry;
  GtkWidget    *rename;
  GtkWidget    *remove;
};

enum
{
  RENAME,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlBookmarkRow, dl_bookmark_row, GTK_TYPE_LIST_BOX_ROW)

/* Its title, and that of what is done with it. */
static void
title_changed_cb (DlBookmarkRow *self)
{
  const char *title = dl_bookmark_get_title (self->bookmark);
  /* Translators: %s is the title of a bookmark. */
  g_autofree char *rename = g_strdup_printf (_ ("Rename “%s”"), title);
  /* Translators: %s is the title of a bookmark. */
  g_autofree char *remove = g_strdup_printf (_ ("Delete “%s”"), title);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rename), GTK_ACCESSIBLE_PROPERTY_LABEL, rename, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
}

static void
show_entry (DlBookmarkRow *self, gboolean show)
{
  gtk_widget_set_visible (self->title, !show);
  gtk_widget_set_visible (self->entry, show);
  gtk_widget_set_visible (self->rename, !show);
  gtk_widget_set_visible (self->remove, !show);
  if (!show)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
entry_activate_cb (DlBookmarkRow *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (title[0] == '\0')
    {
      gtk_widget_error_bell (self->entry);
      return;
    }
  show_entry (self, FALSE);
  g_signal_emit (self, signals[RENAME], 0, title);
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              DlBookmarkRow         *self)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  show_entry (self, FALSE);
  return TRUE;
}

static void
remove_cb (DlBookmarkRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static GtkWidget *
new_button (DlBookmarkRow *self, const char *icon, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
new_entry (DlBookmarkRow *self)
{
  GtkWidget          *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_visible (entry, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Title"), -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entry_activate_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (entry, keys);
  return entry;
}

static void
dl_bookmark_row_dispose (GObject *object)
{
  DlBookmarkRow *self = DL_BOOKMARK_ROW (object);

  if (self->bookmark != NULL)
    g_signal_handlers_disconnect_by_data (self->bookmark, self);
  g_clear_object (&self->bookmark);

  G_OBJECT_CLASS (dl_bookmark_row_parent_class)->dispose (object);
}

static void
dl_bookmark_row_class_init (DlBookmarkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dl_bookmark_row_dispose;

  signals[RENAME] = g_signal_new ("rename", DL_TYPE_BOOKMARK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
  signals[REMOVE] =
    g_signal_new ("remove", DL_TYPE_BOOKMARK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dl_bookmark_row_init (DlBookmarkRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  /* Two times of day with their dates take more than a line. */
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  self->entry = new_entry (self);
  self->rename = new_button (self, "document-edit-symbolic", _ ("Rename"), G_CALLBACK (dl_bookmark_row_edit));
  self->remove = new_button (self, "user-trash-symbolic", _ ("Delete"), G_CALLBACK (remove_cb));
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->rename);
  gtk_box_append (GTK_BOX (box), self->remove);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
dl_bookmark_row_new (DlBookmark *bookmark)
{
  DlBookmarkRow *self;

  g_return_val_if_fail (DL_IS_BOOKMARK (bookmark), NULL);
  self = g_object_new (DL_TYPE_BOOKMARK_ROW, NULL);
  self->bookmark = g_object_ref (bookmark);
  g_signal_connect_swapped (bookmark, "notify::title", G_CALLBACK (title_changed_cb), self);
  title_changed_cb (self);
  return GTK_WIDGET (self);
}

DlBookmark *
dl_bookmark_row_get_bookmark (DlBookmarkRow *self)
{
  g_return_val_if_fail (DL_IS_BOOKMARK_ROW (self), NULL);
  return self->bookmark;
}

void
dl_bookmark_row_edit (DlBookmarkRow *self)
{
  g_return_if_fail (DL_IS_BOOKMARK_ROW (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), dl_bookmark_get_title (self->bookmark));
  show_entry (self, TRUE);
  gtk_widget_grab_focus (self->entry);
}
