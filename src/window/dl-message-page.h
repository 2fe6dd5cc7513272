/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_MESSAGE_PAGE (dl_message_page_get_type ())
G_DECLARE_FINAL_TYPE (DlMessagePage, dl_message_page, DL, MESSAGE_PAGE, GtkBox)

/* What stands in the place of a timeline where there is none to show: why, and
 * ways to come to one. The keyboard goes to the first of them.
 *
 * Signals "story": the reader wants to see the bundled timeline, "edit": the file in the
 * text editor. */

GtkWidget *dl_message_page_new (void);

/* @can_edit: whether there is a file to be mended; @can_reload: and whether it can be read again */
void dl_message_page_set_message (DlMessagePage *self,
                                  const char    *title,
                                  const char    *text,
                                  gboolean       can_edit,
                                  gboolean       can_reload);

G_END_DECLS
