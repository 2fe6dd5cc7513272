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
 * First is what could not be read again.
 *
 * Signals: "show-event" (position): of the open timeline. */

GtkWidget *dl_problems_window_new (DlSession *session);

/* What is not in the file that was saved last. @problems: (nullable): of DlProblem; a reference is taken */
void dl_problems_window_set_left_behind (DlProblemsWindow *self, GPtrArray *problems);

G_END_DECLS
