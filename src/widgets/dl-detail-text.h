/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_DETAIL_TEXT (dl_detail_text_get_type ())
G_DECLARE_FINAL_TYPE (DlDetailText, dl_detail_text, DL, DETAIL_TEXT, GtkWidget)

/* A column of texts, links and buttons that is one stop for the keyboard: Tab comes to
 * its first heading, or to where one has been, and leaves all of it; up and down lead
 * from piece to piece. What is selected in a text goes when the keyboard does. */

GtkWidget *dl_detail_text_new (void);
/* Adds @child, with all that is in it, at the end. */
void dl_detail_text_append (DlDetailText *self, GtkWidget *child);
/* Gives the keyboard to the first heading, else to the first piece. Returns: whether
 * there is one */
gboolean dl_detail_text_focus_heading (DlDetailText *self);

G_END_DECLS
