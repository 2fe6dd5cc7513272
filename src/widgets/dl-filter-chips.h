/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/dl-session.h"

G_BEGIN_DECLS

#define DL_TYPE_FILTER_CHIPS (dl_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (DlFilterChips, dl_filter_chips, DL, FILTER_CHIPS, GtkWidget)

/* What a session's filter asks for, a chip for what is wanted and one for what is
 * excluded of each field, and one for a span of time: a click takes it away. Then
 * what becomes of the other events. It wraps where it is narrow, and is hidden
 * where nothing is asked for. Its buttons are of the window's actions "clear-filter"
 * and "filter-hides".
 *
 * Property: "session" (#DlSession, at construction). Signal: "emptied": its last chip
 * was taken away, and the keyboard was on it. */

GtkWidget *dl_filter_chips_new (DlSession *session);

/* Whether what they stand over is a picture, which has the others too, dimmed; as it is
 * at first. A list has not: what becomes of them is not told over it. */
void dl_filter_chips_set_in_picture (DlFilterChips *self, gboolean in_picture);

G_END_DECLS
