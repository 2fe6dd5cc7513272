/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/dl-session.h"

G_BEGIN_DECLS

#define DL_TYPE_PROBLEMS_WINDOW (dl_problems_window_get_type ())
G_DECLARE_FINAL_TYPE (DlProblemsWindow, dl_problems_window, DL, PROBLEMS_WINDOW, GtkWindow)

/* The problems of the open file, and the notes on it, as a list that one can walk while
 * the timeline stays in use. Follows the session: read again, the file has others.
 *
 * Signals: "show-event" (position): of the open timeline. */

GtkWidget *dl_problems_window_new (DlSession *session);

G_END_DECLS
