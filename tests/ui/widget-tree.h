/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tests of widgets look for in them, and wait for. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DEADLINE_SECONDS 40

/* Turns the loop until @condition holds. */
#define WAIT_FOR(condition)                                                                                            \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    guint wait_id = g_timeout_add_seconds (DEADLINE_SECONDS, widget_tree_deadline_cb, (gpointer) #condition);          \
                                                                                                                       \
    while (!(condition))                                                                                               \
      g_main_context_iteration (NULL, TRUE);                                                                           \
    g_source_remove (wait_id);                                                                                         \
  }                                                                                                                    \
  G_STMT_END

/* Ends the test: what @data says did not come. */
gboolean widget_tree_deadline_cb (gpointer data);

/* The first of a type in a widget, which has that label where @label is not NULL; or of a style class, or whose
 * name for assistive technologies has @part in it. NULL where there is none. */
GtkWidget *widget_tree_find (GtkWidget *widget, GType type, const char *label);
GtkWidget *widget_tree_find_class (GtkWidget *widget, const char *name);
GtkWidget *widget_tree_find_named (GtkWidget *widget, const char *part);
/* Whether there is a label with this text in a widget. */
gboolean widget_tree_has_label (GtkWidget *widget, const char *text);

/* Shows a widget in a window of its own, of that size, and waits until it has its place. Returns: the window, which
 * holds it */
GtkWidget *widget_tree_show (GtkWidget *widget, int width, int height);
/* Destroys it, and waits until it is gone. */
void widget_tree_close_window (GtkWidget *window);
/* Gives up @object, which somebody may still hold for a while, and waits until it is gone: what is arranged on a
 * thread keeps the view until it has ended, and what is read the session. */
void widget_tree_wait_until_gone (gpointer object);

/* For a signal without arguments, connected swapped: one more. */
void widget_tree_count_cb (guint *count);

G_END_DECLS
