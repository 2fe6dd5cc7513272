/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_VIEW_SWITCH (dl_view_switch_get_type ())
G_DECLARE_FINAL_TYPE (DlViewSwitch, dl_view_switch, DL, VIEW_SWITCH, GtkWidget)

/* The choice between the timeline, the list and the quotes, for a window with the
 * action "win.show-view", in a .ui file: a button each, and where these have no room
 * one button with a menu. */

G_END_DECLS
