/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-detail-text.h"

#include "widgets/dl-focus.h"

struct _DlDetailText
{
  GtkWidget  parent_instance;
  GtkWidget *last; /* that had the keyboard; weak, nullable */
};

G_DEFINE_FINAL_TYPE (DlDetailText, dl_detail_text, GTK_TYPE_WIDGET)

/* Pieces */

static gboolean
is_piece (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget) && gtk_widget_is_sensitive (widget);
}

static void
add_pieces (GPtrArray *pieces, GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_visible (child) || !gtk_widget_get_child_visible (child))
        continue;
      if (is_piece (child))
        g_ptr_array_add (pieces, child);
      else
        add_pieces (pieces, child);
    }
}

/* In the order in which they are read. */
static GPtrArray *
list_pieces (DlDetailText *self)
{
  GPtrArray *pieces = g_ptr_array_new ();

  add_pieces (pieces, GTK_WIDGET (self));
  return pieces;
}

static void
select_nothing (GtkWidget *piece)
{
  if (GTK_IS_LABEL (piece) && gtk_label_get_selectable (GTK_LABEL (piece)))
    gtk_label_select_region (GTK_LABEL (piece), 0, 0);
}

/* As Tab does, for which a label comes to its link; but what is only read is not
 * selected. */
static gboolean
focus_piece (GtkWidget *piece)
{
  if (!gtk_widget_child_focus (piece, GTK_DIR_TAB_FORWARD))
    return FALSE;
  select_nothing (piece);
  return TRUE;
}

static GtkWidget *
find_focused (GPtrArray *pieces, guint *index)
{
  for (*index = 0; *index < pieces->len; (*index)++)
    if (dl_focus_is_inside (pieces->pdata[*index]))
      return pieces->pdata[*index];
  return NULL;
}

/* The keyboard */

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DlDetailText *self)
{
  g_autoptr (GPtrArray) pieces = list_pieces (self);
  gboolean              up = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up;
  gboolean              down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;
  guint                 index;

  if (!(up || down) || (state & gtk_accelerator_get_default_mod_mask ()) != 0 || find_focused (pieces, &index) == NULL)
    return GDK_EVENT_PROPAGATE;
  if (up ? index == 0 : index + 1 == pieces->len)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    focus_piece (pieces->pdata[up ? index - 1 : index + 1]);
  return GDK_EVENT_STOP;
}

/* Also where the keyboard goes on within; not where another window has it. */
static void
focus_changed_cb (DlDetailText *self)
{
  g_autoptr (GPtrArray) pieces = list_pieces (self);
  guint                 index;
  GtkWidget            *focused = find_focused (pieces, &index);

  if (self->last != NULL && self->last != focused)
    select_nothing (self->last);
  if (focused != NULL)
    g_set_weak_pointer (&self->last, focused);
}

static gboolean
dl_detail_text_focus (GtkWidget *widget, GtkDirectionType direction)
{
  DlDetailText         *self = DL_DETAIL_TEXT (widget);
  g_autoptr (GPtrArray) pieces = NULL;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (dl_focus_is_inside (widget))
    return FALSE;
  pieces = list_pieces (self);
  if (self->last != NULL && g_ptr_array_find (pieces, self->last, NULL))
    return focus_piece (self->last);
  return dl_detail_text_focus_heading (self);
}

static void
focus_moved_cb (GtkWindow *window, GParamSpec *pspec, DlDetailText *self)
{
  focus_changed_cb (self);
}

static void
dl_detail_text_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dl_detail_text_parent_class)->root (widget);
  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_moved_cb), widget,
                             0);
}

static void
dl_detail_text_unroot (GtkWidget *widget)
{
  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_moved_cb, widget);
  GTK_WIDGET_CLASS (dl_detail_text_parent_class)->unroot (widget);
}

static void
dl_detail_text_dispose (GObject *object)
{
  DlDetailText *self = DL_DETAIL_TEXT (object);
  GtkWidget    *child;

  g_clear_weak_pointer (&self->last);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dl_detail_text_parent_class)->dispose (object);
}

static void
dl_detail_text_class_init (DlDetailTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_detail_text_dispose;
  widget_class->focus = dl_detail_text_focus;
  widget_class->root = dl_detail_text_root;
  widget_class->unroot = dl_detail_text_unroot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
dl_detail_text_init (DlDetailText *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
dl_detail_text_new (void)
{
  return g_object_new (DL_TYPE_DETAIL_TEXT, NULL);
}

void
dl_detail_text_append (DlDetailText *self, GtkWidget *child)
{
  g_return_if_fail (DL_IS_DETAIL_TEXT (self));
  g_return_if_fail (GTK_IS_WIDGET (child));
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

gboolean
dl_detail_text_focus_heading (DlDetailText *self)
{
  g_autoptr (GPtrArray) pieces = NULL;

  g_return_val_if_fail (DL_IS_DETAIL_TEXT (self), FALSE);
  pieces = list_pieces (self);
  for (guint i = 0; i < pieces->len; i++)
    if (gtk_accessible_get_accessible_role (pieces->pdata[i]) == GTK_ACCESSIBLE_ROLE_HEADING)
      return focus_piece (pieces->pdata[i]);
  return pieces->len > 0 && focus_piece (pieces->pdata[0]);
}
