/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/dl-session.h"

G_BEGIN_DECLS

#define DL_TYPE_SPOTLIGHT (dl_spotlight_get_type ())
G_DECLARE_FINAL_TYPE (DlSpotlight, dl_spotlight, DL, SPOTLIGHT, GtkWidget)

/* A picture of a session's timeline in which all is dim but for one event: to be
 * looked at, with nothing to click on. What is selected, and other views, stay as
 * they are. */

/* @fold: whether long empty stretches of time are folded */
GtkWidget *dl_spotlight_new (DlSession *session, gboolean fold);

/* Flies to the event, with the nearer of two others in sight; either of these may
 * be %DL_NONE. */
void dl_spotlight_point_at (DlSpotlight *self, guint position, guint before, guint after);

/* Flies to a range of time, in which nothing is dim. */
void dl_spotlight_show_range (DlSpotlight *self, DlInstant from, DlInstant to);

/* How much larger its text is than that of a timeline in a window. */
void dl_spotlight_set_scale (DlSpotlight *self, double scale);

G_END_DECLS
