/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/dl-session.h"

G_BEGIN_DECLS

#define DL_TYPE_MEASURE_BAR (dl_measure_bar_get_type ())
G_DECLARE_FINAL_TYPE (DlMeasureBar, dl_measure_bar, DL, MEASURE_BAR, GtkWidget)

/* What the reader measures, in words, shown while something is measured.
 *
 * Property: "session" (#DlSession, at construction).
 *
 * Signal "zoom": the reader wants to see just that. */

GtkWidget *dl_measure_bar_new (DlSession *session);

G_END_DECLS
