/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/dl-theme.h"
#include "view/dl-view.h"

G_BEGIN_DECLS

#define DL_TYPE_TIMELINE_VIEW (dl_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (DlTimelineView, dl_timeline_view, DL, TIMELINE_VIEW, GtkWidget)

/* The drawn timeline of a view: it paints the view's picture, turns input into
 * the view's ways to move, and holds the events' accessible stand-ins.
 *
 * Properties: "view" (#DlView, at construction); "wheel-zooms": whether the plain
 * wheel zooms over the lanes, or else scrolls them.
 *
 * Signals: "activated" (position): the reader wants an event's details; "read"
 * (position): with the keyboard;
 * "context-menu" (x, y): the reader asks what can be done with the selected
 * event; "lane-menu" (key, x, y): what can be done with that lane;
 * "list-events" (model, x, y): the reader wants to see the events that the
 * number there stands for, a GListModel of DlEvent; "told" (text): why what the
 * reader asked for did nothing. The points are in the
 * widget's coordinates. */

GtkWidget *dl_timeline_view_new (DlView *view);

/* The colours that it is drawn in. */
DlThemeKind dl_timeline_view_get_theme (DlTimelineView *self);

G_END_DECLS
