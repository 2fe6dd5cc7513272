/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/dl-compat.h"

#if GTK_CHECK_VERSION(4, 10, 0)

/* Returns: the label that comes first in @widget, or NULL */
static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *child;
  GtkWidget *label = NULL;

  if (GTK_IS_LABEL (widget))
    return widget;
  for (child = gtk_widget_get_first_child (widget); child != NULL && label == NULL;
       child = gtk_widget_get_next_sibling (child))
    label = find_label (child);
  return label;
}

static gboolean
is_entry (GtkWidget *widget)
{
  switch ((int) gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
name_entries (GtkWidget *widget)
{
  GtkWidget *label = is_entry (widget) ? find_label (widget) : NULL;
  GtkWidget *child;

  if (label != NULL)
    {
      /* It goes before a name, and leads to a label that tells nothing. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_text (GTK_LABEL (label)), -1);
    }
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_entries (child);
}

#endif

void
dl_compat_name_menu (GtkPopover *menu)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  /* Each time anew, since what stands in it may have changed. */
  g_signal_connect (menu, "map", G_CALLBACK (name_entries), NULL);
#endif
}

#if GTK_CHECK_VERSION(4, 10, 0)

static gboolean
focus_cb (gpointer data)
{
  /* Where all has closed, there is nothing to go back to. */
  if (gtk_widget_get_mapped (data))
    gtk_widget_grab_focus (data);
  return G_SOURCE_REMOVE;
}

/* GTK moves the keyboard when it has told that the list is closed. */
static void
closed_cb (GtkWidget *drop_down)
{
  if (gtk_widget_get_mapped (drop_down))
    g_idle_add_full (G_PRIORITY_DEFAULT, focus_cb, g_object_ref (drop_down), g_object_unref);
}

#endif

void
dl_compat_keep_focus (GtkWidget *drop_down)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  for (GtkWidget *child = gtk_widget_get_first_child (drop_down); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      g_signal_connect_object (child, "closed", G_CALLBACK (closed_cb), drop_down, G_CONNECT_SWAPPED);
#endif
}
