/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The pieces of text that the details are made of. Each is appended to a
 * #GtkBox, wraps, and is owned by it; @css_class is nullable. */

/* Text that can be selected and copied. */
GtkWidget *dl_detail_add_label (GtkWidget *box, const char *text, const char *css_class);

/* Pango markup, perhaps with a link, which it then is as a whole to assistive
 * technology: @activate_link is for that signal of
 * #GtkLabel, and called with @data. */
GtkWidget *dl_detail_add_markup (GtkWidget  *box,
                                 const char *markup,
                                 const char *css_class,
                                 GCallback   activate_link,
                                 gpointer    data);

/* What is below it: "Sources". Assistive technology meets a heading.
 * @level: 1 for what all is about, 2 for a part of it */
GtkWidget *dl_detail_add_heading (GtkWidget *box, const char *text, int level, const char *css_class);

/* A column for a quote and what is told of it; assistive technology meets a group that
 * is named by whose words they are. @speaker: nullable. Floating. */
GtkWidget *dl_detail_new_quote (const char *speaker);

/* Says that the filter leaves the event out, with a button that clears it. Floating. */
GtkWidget *dl_detail_new_left_out (void);

G_END_DECLS
