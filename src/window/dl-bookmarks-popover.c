/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-bookmarks-popover.h"

#include "compat/dl-compat.h"
#include "window/dl-bookmark-row.h"

struct _DlBookmarksPopover
{
  GtkPopover   parent_instance;
  GtkWidget   *scroller;
  GtkWidget   *list;
  GtkWidget   *nothing;
  GtkWidget   *add;
  DlBookmarks *bookmarks;
};

enum
{
  CHOSEN,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlBookmarksPopover, dl_bookmarks_popover, GTK_TYPE_POPOVER)

static void
report (DlBookmarksPopover *self, GError *error)
{
  if (error == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
update_nothing (DlBookmarksPopover *self)
{
  gboolean any = self->bookmarks != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->bookmarks)) > 0;

  gtk_widget_set_visible (self->scroller, any);
  gtk_widget_set_visible (self->nothing, !any);
}

static void
focus_row (DlBookmarksPopover *self, int index)
{
  GtkListBoxRow *row = NULL;

  /* Of what is beyond the end the last one. */
  for (; index >= 0 && row == NULL; index--)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
  if (row == NULL)
    {
      gtk_widget_grab_focus (self->add);
      return;
    }
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Rows */

static void
remove_row (DlBookmarkRow *row, DlBookmarksPopover *self)
{
  int                    index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autoptr (DlBookmark) bookmark = g_object_ref (dl_bookmark_row_get_bookmark (row));
  g_autoptr (GError)     error = NULL;

  if (dl_bookmarks_remove (self->bookmarks, bookmark, &error))
    focus_row (self, index);
  report (self, error);
}

static void
rename_row (DlBookmarkRow *row, const char *title, DlBookmarksPopover *self)
{
  g_autoptr (DlBookmark) bookmark = g_object_ref (dl_bookmark_row_get_bookmark (row));
  g_autoptr (GError)     error = NULL;

  dl_bookmarks_rename (self->bookmarks, bookmark, title, &error);
  report (self, error);
}

static void
move_row (DlBookmarkRow *row, int by, DlBookmarksPopover *self)
{
  int                    index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  int                    n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->bookmarks));
  g_autoptr (DlBookmark) bookmark = g_object_ref (dl_bookmark_row_get_bookmark (row));
  g_autoptr (GError)     error = NULL;

  if (index + by < 0 || index + by >= n)
    gtk_widget_error_bell (GTK_WIDGET (row));
  else if (dl_bookmarks_move (self->bookmarks, bookmark, by, &error))
    focus_row (self, index + by);
  report (self, error);
}

static gboolean
row_key_cb (GtkEventControllerKey *controller,
            guint                  keyval,
            guint                  keycode,
            GdkModifierType        state,
            DlBookmarksPopover    *self)
{
  GtkWidget      *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  /* Not while one types in it. */
  if (!gtk_widget_is_focus (row))
    return FALSE;
  if (held == GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    move_row (DL_BOOKMARK_ROW (row), keyval == GDK_KEY_Up ? -1 : 1, self);
  else if (held == 0 && keyval == GDK_KEY_Delete)
    remove_row (DL_BOOKMARK_ROW (row), self);
  else if (held == 0 && keyval == GDK_KEY_F2)
    dl_bookmark_row_edit (DL_BOOKMARK_ROW (row));
  else
    return FALSE;
  return TRUE;
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  GtkWidget          *row = dl_bookmark_row_new (item);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (row, "rename", G_CALLBACK (rename_row), data);
  g_signal_connect (row, "remove", G_CALLBACK (remove_row), data);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (row_key_cb), data);
  gtk_widget_add_controller (row, keys);
  return row;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, DlBookmarksPopover *self)
{
  g_autoptr (DlBookmark) bookmark = g_object_ref (dl_bookmark_row_get_bookmark (DL_BOOKMARK_ROW (row)));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, bookmark);
}

/* Object */

static void
set_bookmarks (DlBookmarksPopover *self, DlBookmarks *bookmarks)
{
  if (self->bookmarks == bookmarks)
    return;
  if (self->bookmarks != NULL)
    g_signal_handlers_disconnect_by_data (self->bookmarks, self);
  g_set_object (&self->bookmarks, bookmarks);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), (GListModel *) bookmarks, create_row, self, NULL);
  if (bookmarks != NULL)
    g_signal_connect_swapped (bookmarks, "items-changed", G_CALLBACK (update_nothing), self);
}

static void
dl_bookmarks_popover_dispose (GObject *object)
{
  DlBookmarksPopover *self = DL_BOOKMARKS_POPOVER (object);

  if (self->bookmarks != NULL)
    set_bookmarks (self, NULL);

  G_OBJECT_CLASS (dl_bookmarks_popover_parent_class)->dispose (object);
}

static void
dl_bookmarks_popover_class_init (DlBookmarksPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_bookmarks_popover_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", DL_TYPE_BOOKMARKS_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, DL_TYPE_BOOKMARK);
  signals[FAILED] = g_signal_new ("failed", DL_TYPE_BOOKMARKS_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/dateline_app/Dateline/ui/dl-bookmarks-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DlBookmarksPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, DlBookmarksPopover, list);
  gtk_widget_class_bind_template_child (widget_class, DlBookmarksPopover, nothing);
  gtk_widget_class_bind_template_child (widget_class, DlBookmarksPopover, add);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
dl_bookmarks_popover_init (DlBookmarksPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dl_compat_name_buttons (GTK_WIDGET (self));
}

GtkWidget *
dl_bookmarks_popover_new (void)
{
  return g_object_new (DL_TYPE_BOOKMARKS_POPOVER, NULL);
}

void
dl_bookmarks_popover_show (DlBookmarksPopover *self, DlBookmarks *bookmarks)
{
  g_return_if_fail (DL_IS_BOOKMARKS_POPOVER (self));
  g_return_if_fail (DL_IS_BOOKMARKS (bookmarks));
  set_bookmarks (self, bookmarks);
  update_nothing (self);
  gtk_popover_popup (GTK_POPOVER (self));
  focus_row (self, 0);
}
