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
