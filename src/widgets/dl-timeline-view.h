/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/dl-theme.h"
#include "layout/dl-lanes.h"
#include "layout/dl-viewport.h"
#include "session/dl-session.h"

G_BEGIN_DECLS

#define DL_TYPE_TIMELINE_VIEW (dl_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (DlTimelineView, dl_timeline_view, DL, TIMELINE_VIEW, GtkWidget)

/* The drawn timeline of a session: zooming, panning, selecting, hovering, and
 * the events' accessible stand-ins.
 *
 * Signals: "activated" (position): the reader wants an event's details;
 * "context-menu" (x, y): the reader asks what can be done with the selected
 * event; "lane-menu" (key, x, y): what can be done with that lane;
 * "list-events" (model, x, y): the reader wants to see the events that the
 * number there stands for, a GListModel of DlEvent. The points are in the
 * view's coordinates. */

GtkWidget *dl_timeline_view_new (DlSession *session);

/* Whether the plain wheel zooms even where lanes could be scrolled. */
void dl_timeline_view_set_wheel_zooms (DlTimelineView *self, gboolean wheel_zooms);

/* Whether long empty stretches of time are folded; either way, what the reader
 * has opened is forgotten. */
void dl_timeline_view_set_fold (DlTimelineView *self, gboolean fold);
/* The same and what is opened, for pictures of what is shown. */
void dl_timeline_view_get_folding (DlTimelineView *self, gboolean *fold, DlOpenedFolds *opened);

/* Multiplies the scale by @factor around the selected event, where it is in
 * sight, else around the middle; animated. */
void dl_timeline_view_zoom (DlTimelineView *self, double factor);
/* Shows everything. */
void dl_timeline_view_fit (DlTimelineView *self);
/* Shows what is shown first. */
void dl_timeline_view_go_home (DlTimelineView *self);
/* Shows the as-of date, else today, in the middle. */
void dl_timeline_view_go_to_now (DlTimelineView *self);
/* Moves as little as needed until the event is in sight. */
void dl_timeline_view_reveal (DlTimelineView *self, guint position);
/* Puts the event into the middle; @fit: and makes its extent fill most of the window. */
void dl_timeline_view_fly_to (DlTimelineView *self, guint position, gboolean fit);

/* Shows [@from, @to), with a margin. */
void dl_timeline_view_show_range (DlTimelineView *self, DlInstant from, DlInstant to);

/* What is in the window and has no label, marks included, as a model of
 * DlEvent. Returns: (transfer full) (nullable): NULL while there is nothing */
GListModel *dl_timeline_view_list_unlabelled (DlTimelineView *self);

/* The lane of that @key, or where it is NULL that of the selected event; its
 * place among all. Returns: (nullable): owned by the view, until its lanes
 * change */
const DlLane *dl_timeline_view_get_lane (DlTimelineView *self, const char *key, guint *index, guint *n_lanes);

/* How many rows a lane keeps back, to be short. @lane: its place among all. */
guint dl_timeline_view_get_n_more_rows (DlTimelineView *self, guint lane);

/* What is shown. Returns: FALSE while there is nothing. */
gboolean dl_timeline_view_get_range (DlTimelineView *self, DlInstant *from, DlInstant *to);
/* Size of the canvas in pixels, without the scroll bar. */
void dl_timeline_view_get_canvas_size (DlTimelineView *self, int *width, int *height);
/* The colours that it is drawn in. */
DlThemeKind dl_timeline_view_get_theme (DlTimelineView *self);

G_END_DECLS
