/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-focus.h"

gboolean
dl_focus_is_inside (GtkWidget *widget)
{
  GtkRoot   *root;
  GtkWidget *focus;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  root = gtk_widget_get_root (widget);
  focus = root == NULL ? NULL : gtk_root_get_focus (root);
  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

gboolean
dl_focus_move (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child;
  gboolean   back = direction == GTK_DIR_TAB_BACKWARD;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  child = gtk_widget_get_focus_child (widget);
  if (child == NULL)
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  for (; child != NULL; child = back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child) &&
        gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}
