/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_TOAST (dl_toast_get_type ())
G_DECLARE_FINAL_TYPE (DlToast, dl_toast, DL, TOAST, GtkWidget)

/* Says for a moment what has been done, over the content of a window, with perhaps a
 * button for what one may want to do now. */

typedef void (*DlToastFunc) (gpointer data);

GtkWidget *dl_toast_new (void);

/* Says @text instead of what is said now, if anything. */
void dl_toast_show (DlToast *self, const char *text);

/**
 * dl_toast_offer:
 * @label: of the button
 * @func: called at most once; has the keyboard go where it belongs
 * @data: for @func
 * @destroy: (nullable): for @data, when the offer holds no more
 *
 * The same with a button, for long enough that the keyboard comes there.
 */
void dl_toast_offer (DlToast       *self,
                     const char    *text,
                     const char    *label,
                     DlToastFunc    func,
                     gpointer       data,
                     GDestroyNotify destroy);

G_END_DECLS
