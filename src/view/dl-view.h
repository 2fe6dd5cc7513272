/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-layout.h"
#include "session/dl-session.h"

G_BEGIN_DECLS

#define DL_TYPE_VIEW (dl_view_get_type ())
G_DECLARE_FINAL_TYPE (DlView, dl_view, DL, VIEW, GObject)

/**
 * DlView:
 *
 * Where one looks at a session's timeline: which time, how far the lanes are
 * scrolled, which folds are opened, the lane that the reader is in, the way
 * from one view to the next. It knows no widget and no display, so that several
 * things can show it, and a test can look through it.
 *
 * Large timelines are arranged on a thread; what comes of it arrives in the
 * #GMainContext that was the default one of the thread that made the view.
 *
 * Properties: "session" (#DlSession, at construction); "fold": whether long
 * empty stretches of time are folded. Signals: "changed": there is another picture;
 * "history-changed": one can perhaps go back or forth where one could not, or no
 * longer.
 */
DlView    *dl_view_new (DlSession *session);
DlSession *dl_view_get_session (DlView *self);

/**
 * DlViewMeasureFunc:
 * @language: (nullable): BCP 47, of the texts
 *
 * Returns: (transfer full): what measures text as it is drawn
 */
typedef DlTextMeasure *(*DlViewMeasureFunc) (const char *language, gpointer data);

/* How text is measured; @func is called at once, and again for a timeline in
 * another language. There is no picture before. */
void dl_view_set_measure_func (DlView *self, DlViewMeasureFunc func, gpointer data);

/* The canvas, in pixels. At home, another width shows the same time; else the
 * left edge and the scale stay, but the selected event or else the middle stays
 * in sight, and what the edge gave way for that comes back with the width. */
void   dl_view_set_size (DlView *self, double width, double height);
double dl_view_get_width (DlView *self);

/* What is shown */

/* Nullable: the session's. */
DlTimeline *dl_view_get_timeline (DlView *self);
/* Nullable: while there is no timeline, or its first picture is being made. */
DlArrangement *dl_view_get_arrangement (DlView *self);
/* Whether labels are still being placed. */
gboolean dl_view_get_arranging (DlView *self);
/* NULL while there is no picture; owned by the view until it changes. */
const DlViewport *dl_view_get_viewport (DlView *self);
/* Returns: FALSE while there is no picture. */
gboolean dl_view_get_range (DlView *self, DlInstant *from, DlInstant *to);
/* What is in sight, or is going to be when the view has come to rest. */
gboolean dl_view_get_destination (DlView *self, DlInstant *from, DlInstant *to);
/* What is in sight in words, for who does not see it, when the view has come to rest:
 * "October 2025 to January 2026, 214 of 2,052 events". Returns: (transfer full)
 * (nullable): NULL while there is no picture */
char *dl_view_dup_words (DlView *self);
/* The same of another range, in which @n events are. Returns: (transfer full) */
char *dl_view_dup_range_words (DlView *self, DlInstant from, DlInstant to, guint n);
/* The picture. Returns: (transfer none) (nullable): until the next change */
DlScene *dl_view_get_scene (DlView *self);
/* The picture that there was, while a file that was read again, or its filtered telling, is so
 * large that there is no other one yet. Only to be looked at: nothing in it is of the timeline
 * that is open now. Returns: (transfer none) (nullable): until the next change */
DlScene *dl_view_get_still (DlView *self);
/* Now, in seconds. */
DlInstant dl_view_get_today (void);

/**
 * dl_view_list_events:
 * @op: of the scene: what was counted
 *
 * Returns: (transfer full): the events that a number stands for, a model of #DlEvent
 */
GListModel *dl_view_list_events (DlView *self, const DlOp *op);
/* What is in the window and has no label, marks included.
 * Returns: (transfer full) (nullable): NULL while there is no picture */
GListModel *dl_view_list_unlabelled (DlView *self);

/* Scrolling */

/* How far the lanes are scrolled, in pixels, at most to their end. */
double dl_view_get_scroll (DlView *self);
void   dl_view_set_scroll (DlView *self, double scroll);
/* The part above the lanes, which does not scroll; all of the lanes; and how
 * much of them is in sight. */
double dl_view_get_head_height (DlView *self);
double dl_view_get_lanes_height (DlView *self);
double dl_view_get_page_height (DlView *self);

/* Folds */

/* Whether long empty stretches of time are folded; either way, what the reader
 * has opened is forgotten. */
void     dl_view_set_fold (DlView *self, gboolean fold);
gboolean dl_view_get_fold (DlView *self);
/* What is opened of them. */
const DlOpenedFolds *dl_view_get_opened (DlView *self);
/* Opens a fold of the picture, and shows it whole. */
void dl_view_open_fold (DlView *self, guint index);

/* Moving at once */

/* Multiplies the scale by 2^@octaves; the instant at @x stays there. */
void dl_view_zoom_at (DlView *self, double x, double octaves);
/* Moves what is seen by @pixels; positive looks later. */
void dl_view_pan (DlView *self, double pixels);
/* Shows what @viewport says, as far as the view is useful. */
void dl_view_move (DlView *self, const DlViewport *viewport);

/* A drag follows the pointer from where it began: @dx and @dy are the way since.
 * What is held does not come to rest before it is let go of. */
void dl_view_begin_drag (DlView *self);
void dl_view_drag (DlView *self, double dx, double dy);
void dl_view_end_drag (DlView *self);
/* What is moved from elsewhere, as by the overview's frame, is held as well; and
 * while it is, no fold opens that it goes over. */
void dl_view_begin_hold (DlView *self);
void dl_view_end_hold (DlView *self);
/* Goes on as what was let go of, at so many pixels a second of what is seen, and
 * slows down; not at all where that is slow, or nothing is animated. */
void dl_view_glide (DlView *self, double velocity_x, double velocity_y);
/* A pinch: the instant between the fingers stays between them; @scale is the
 * total since it began, never a product of steps. */
void dl_view_begin_pinch (DlView *self, double x);
void dl_view_pinch (DlView *self, double x, double scale);
void dl_view_end_pinch (DlView *self);

/* Flights: moving so that one can follow */

/* Whether ways are flown, or taken at once. */
void     dl_view_set_animated (DlView *self, gboolean animated);
gboolean dl_view_get_flying (DlView *self);
/* Whether labels are on their way to where they stand at rest. */
gboolean dl_view_get_settling (DlView *self);
/* Whether nothing moves, and labels stand where they do at rest. */
gboolean dl_view_get_at_rest (DlView *self);
/* Comes to rest at once, where the view is. */
void dl_view_rest (DlView *self);
/* Goes on with the flight, and with settling after it, at @time (µs, of any
 * clock; the first one is its start). Returns: whether it goes on */
gboolean dl_view_advance (DlView *self, gint64 time);
void     dl_view_stop (DlView *self);

/* Where the view is, or is going to be when it has come to rest.
 * Returns: FALSE while there is no picture. */
gboolean dl_view_get_resting_viewport (DlView *self, DlViewport *viewport);
/* Shows what @viewport says, as far as the view is useful. */
void dl_view_fly_to_viewport (DlView *self, const DlViewport *viewport);
/* Multiplies the scale by @factor around the selected event, where it is in
 * sight, else around the middle. */
void dl_view_zoom (DlView *self, double factor);
/* Shows everything. */
void dl_view_fit (DlView *self);
/* Shows what is shown first, with what was opened folded again. */
void dl_view_go_home (DlView *self);
/* Shows the as-of date, else today, in the middle. */
void dl_view_go_to_now (DlView *self);
/* Looks by most of a window earlier (-1) or later (1). */
void dl_view_turn_page (DlView *self, int direction);
/* Scrolls the lanes by most of what is in sight. */
void dl_view_show_below (DlView *self);
/* Moves as little as needed until the event is in sight. */
void dl_view_reveal (DlView *self, guint position);
/* Puts the event into the middle; @fit: shows all of it, and its neighbours in time:
 * see dl_event_view(). */
void dl_view_fly_to (DlView *self, guint position, gboolean fit);
/* Shows [@from, @to), with a margin; opens the fold that it lies in. */
void dl_view_show_range (DlView *self, DlInstant from, DlInstant to);

/* Pointing: for a picture beside others of the same session */

/* All events in a single lane, and as the selected one that which is pointed at. */
void dl_view_set_pointing (DlView *self, gboolean pointing);
/* Flies to the event, so that it is in the middle and the nearer of two others,
 * either of which may be %DL_NONE, in sight too. */
void dl_view_point_at (DlView *self, guint position, guint before, guint after);

/* Back and forth: a jump is a step, and so is a gesture up to where it has come to
 * rest, and following a relation, though all stays in sight; zooming by keys and going from event to event are one step
 * as long as they go on without a pause. Scrolling alone is none, but what is scrolled is found again. Another file
 * begins anew. */

/* Whether there is a view before (-1) or after (1) this one. */
gboolean dl_view_can_go (DlView *self, int direction);
/* Flies to the view before (-1) or after (1), with the folds that were opened there,
 * and selects what was selected. Returns: whether there is one */
gboolean dl_view_go (DlView *self, int direction);

/* Whether it is looked at. What is selected while something else is seen in its place
 * was never selected in it, and does not come back with it; at first it is seen. */
void dl_view_set_seen (DlView *self, gboolean seen);

/* The view as a reader has made it: which time is in sight, or going to be, folds,
 * lanes, filter, what is selected, and the zone. Returns: (transfer full) (nullable):
 * "a{sv}", to be kept; NULL while there is no picture */
GVariant *dl_view_dup_state (DlView *self);
/* Flies to such a view of the open file, which is a step like any other; the zone
 * stays. @state: of type "a{sv}"; where it does not say a time, nothing happens */
void dl_view_show_state (DlView *self, GVariant *state);
/* Opens @files in the session, as one timeline, with @state from its first picture on, zone included.
 * @state: (nullable): of type "a{sv}" */
void dl_view_open (DlView *self, GFile *const *files, guint n, GVariant *state);

/* Selecting */

/* @lane: where it was pointed at, or %DL_NO_LANE */
void dl_view_select_in (DlView *self, guint position, guint lane);
/* The event before (-1) or after (1) the selected one, else one in sight; 0 for
 * where one was before, else one in sight. It is selected and comes into sight.
 * Returns: whether there is one */
gboolean dl_view_step_event (DlView *self, int direction);
/* The same, of the other end of what is measured from the selected event. */
gboolean dl_view_step_measure (DlView *self, int direction);
/* The event nearest in time in the lane above (-1) or below (1). */
gboolean dl_view_step_lane (DlView *self, int direction);
/* The first (-1) or the last (1) event of all. */
gboolean dl_view_step_to_end (DlView *self, int direction);

/* Relations of the selected event: see dl_related_events_new() */

typedef enum
{
  DL_FOLLOWED,
  DL_FOLLOWED_NOTHING_RELATED,
  DL_FOLLOWED_NOTHING_THERE, /* related events, but none in that direction */
} DlFollowed;

/* Follows a relation to a later event (1), or to an earlier one (-1): what one has
 * come by is gone back before anything else, and where several lead on, each time the
 * next of them is taken. It is selected and comes into sight; where nothing is
 * selected, an event in sight is. */
DlFollowed dl_view_follow_relation (DlView *self, int direction);
/* Selects an event, and puts it into the middle, or moves only as little as needed until
 * it is in sight. It is a step back and forth, also where nothing moves; where the event
 * is related to the selected one, there is a way back as above, too. */
void dl_view_go_to_event (DlView *self, guint position, gboolean centred);

/* Lanes */

/* The lane that the reader is in, of those that have the selected event; DL_NONE
 * where nothing was selected yet. */
guint dl_view_get_current_lane (DlView *self);
/* The lane of that @key, or where it is NULL that of the selected event; its
 * place among all. Returns: (nullable): owned by the arrangement */
const DlLane *dl_view_get_lane (DlView *self, const char *key, guint *index, guint *n_lanes);
/* Whether a lane keeps rows back, to be short. @lane: its place among all. */
gboolean dl_view_keeps_rows_back (DlView *self, guint lane);
/* The lane whose header is at @x, @y, or DL_NONE. */
guint dl_view_header_at (DlView *self, double x, double y);
/* Collapses a lane, or shows its usual rows again; its header stays in place. */
void dl_view_toggle_lane (DlView *self, guint lane);

G_END_DECLS
