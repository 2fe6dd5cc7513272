/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-stand-in.h"

#define NAME_KEY "dl-name"

GtkWidget *
dl_stand_in_new (GtkWidget *parent)
{
  GtkWidget *self = gtk_button_new ();

  gtk_widget_add_css_class (self, "fold");
  gtk_widget_set_can_target (self, FALSE);
  gtk_widget_set_parent (self, parent);
  return self;
}

void
dl_stand_in_set_name (GtkWidget *self, const char *name)
{
  g_return_if_fail (GTK_IS_BUTTON (self));
  if (g_strcmp0 (g_object_get_data (G_OBJECT (self), NAME_KEY), name) == 0)
    return;
  g_object_set_data_full (G_OBJECT (self), NAME_KEY, g_strdup (name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
dl_stand_in_allocate (GtkWidget *self, const GtkAllocation *place)
{
  GtkAllocation allocation = *place;
  int           width, height;

  gtk_widget_measure (self, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (self, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  allocation.width = MAX (allocation.width, width);
  allocation.height = MAX (allocation.height, height);
  gtk_widget_size_allocate (self, &allocation, -1);
}

void
dl_stand_ins_trim (GPtrArray *list, guint n)
{
  while (list->len > n)
    gtk_widget_unparent (g_ptr_array_steal_index (list, list->len - 1));
}

/* Returns: an index; the length where it is on none */
static guint
find_focused (GPtrArray *list)
{
  guint i = 0;

  while (i < list->len && !gtk_widget_has_focus (list->pdata[i]))
    i++;
  return i;
}

gboolean
dl_stand_ins_have_focus (GPtrArray *list)
{
  return find_focused (list) < list->len;
}

gboolean
dl_stand_ins_move_focus (GPtrArray *list, int direction)
{
  guint focused = find_focused (list);
  guint next = 0;

  if (list->len == 0)
    return FALSE;
  if (focused < list->len)
    next = direction < 0 ? MAX (focused, 1) - 1 : MIN (focused + 1, list->len - 1);
  return gtk_widget_grab_focus (list->pdata[next]);
}
