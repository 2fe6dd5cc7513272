/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widget-tree.h"

#include <string.h>

#define UNLIKELY "no such name"

typedef gboolean (*Matches) (GtkWidget *widget, gconstpointer data);

typedef struct
{
  GType       type;
  const char *label;
} Kind;

gboolean
widget_tree_deadline_cb (gpointer data)
{
  g_error ("waited too long for %s", (const char *) data);
  return G_SOURCE_REMOVE;
}

static GtkWidget *
find (GtkWidget *widget, Matches matches, gconstpointer data)
{
  GtkWidget *found = matches (widget, data) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, matches, data);
  return found;
}

static gboolean
is_kind (GtkWidget *widget, gconstpointer data)
{
  const Kind *kind = data;

  return G_TYPE_CHECK_INSTANCE_TYPE (widget, kind->type) &&
         (kind->label == NULL || g_strcmp0 (GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget))
                                                                   : gtk_label_get_text (GTK_LABEL (widget)),
                                            kind->label) == 0);
}

GtkWidget *
widget_tree_find (GtkWidget *widget, GType type, const char *label)
{
  return find (widget, is_kind, &(Kind){ type, label });
}

static gboolean
has_class (GtkWidget *widget, gconstpointer name)
{
  return gtk_widget_has_css_class (widget, name);
}

GtkWidget *
widget_tree_find_class (GtkWidget *widget, const char *name)
{
  return find (widget, has_class, name);
}

static gboolean
is_named (GtkWidget *widget, gconstpointer part)
{
  g_autofree char *name =
    gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, UNLIKELY);

  return name != NULL && strstr (name, part) != NULL;
}

GtkWidget *
widget_tree_find_named (GtkWidget *widget, const char *part)
{
  return find (widget, is_named, part);
}

static gboolean
is_label_with (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

gboolean
widget_tree_has_label (GtkWidget *widget, const char *text)
{
  return find (widget, is_label_with, text) != NULL;
}

GtkWidget *
widget_tree_show (GtkWidget *widget, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_FOR (gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0);
  return window;
}

void
widget_tree_close_window (GtkWidget *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  WAIT_FOR (window == NULL);
}

void
widget_tree_wait_until_gone (gpointer object)
{
  g_object_add_weak_pointer (G_OBJECT (object), &object);
  g_object_unref (object);
  WAIT_FOR (object == NULL);
}

void
widget_tree_count_cb (guint *count)
{
  (*count)++;
}
