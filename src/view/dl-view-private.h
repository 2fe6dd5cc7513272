/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "view/dl-history.h"
#include "view/dl-view.h"

G_BEGIN_DECLS

/* One file a concern: dl-view (the picture), -arrange (on a thread), -folds
 * (what is folded), -settle (where labels stand), -size (in how much room), -move (at once),
 * -fly (so that one can follow), -glide (by its momentum), -point (at one event after the other),
 * -step (from event to event), -related (along relations), -lanes (and from one
 * arrangement to the next), -history (where one has been), -words (what is shown). */

/* What changes of the width have done to a view since somebody moved it, in pixels. */
typedef struct
{
  double lost;    /* of its width */
  double shifted; /* its left edge, later; negative: earlier */
} DlRoom;

struct _DlView
{
  GObject parent_instance;

  DlSession        *session;
  GMainContext     *context; /* where the thread's results arrive */
  DlViewMeasureFunc measure_func;
  gpointer          measure_data;
  DlTextMeasure    *measure;
  double            width;
  double            height;

  /* What is shown. */
  DlTimeline      *timeline;
  DlTimeline      *whole; /* what it is a filtered telling of, or itself */
  GFile           *file;
  DlArrangement   *arrangement;
  DlArrangeOptions options;   /* of the arrangement, or of the one to come */
  GCancellable    *arranging; /* what is under way; NULL when nothing is */
  DlViewport       viewport;
  gboolean         has_viewport;
  DlRoom           room; /* as long as the view is the one of that scale and origin */
  double           room_scale;
  DlInstant        room_origin;
  gboolean         at_home;  /* nobody has moved yet: a resize shows the same time */
  gboolean         has_kept; /* this is what one looked at before another filter */
  DlInstant        kept_from;
  DlInstant        kept_to;
  double           scroll;
  DlScene         *scene;
  DlScene         *still; /* what it was before; of another file NULL */

  /* Where labels stand. */
  DlPlacement  *placement; /* what is shown */
  DlPlacement  *unsettled; /* while it settles: from where */
  DlPlacement  *settled;   /* and to where */
  gboolean      followed;  /* it has moved since it was placed */
  gboolean      settle_started;
  gint64        settle_start;
  double        settle_progress; /* 0 to 1 */
  double        settle_scroll_from;
  double        settle_scroll_to;
  GSource      *rest;     /* counts down to it; NULL when at rest, on a flight, or held */
  GCancellable *placing;  /* what is under way; NULL when nothing is */
  guint         revealed; /* comes into sight when the flight has ended; DL_NONE */
  double        landing;  /* how far it is scrolled then; negative: as it comes */

  /* Folds. */
  gboolean      fold;
  DlOpenedFolds opened;
  gboolean      has_awaited; /* this is shown when the folds are as asked for */
  DlInstant     awaited_from;
  DlInstant     awaited_to;

  /* The way from one view to another. */
  gboolean   animated;
  gboolean   flying;
  gboolean   gliding; /* the way goes by its momentum */
  gboolean   started; /* at flight_start */
  gint64     flight_start;
  DlViewport flight_from;
  DlViewport flight_to;
  double     flight_scroll_from;
  double     flight_scroll_to;

  /* What is pointed at. */
  gboolean pointing;
  guint    pointed; /* DL_NONE */

  /* What is held. */
  gboolean   dragging;
  gboolean   pinching;
  gboolean   holding; /* from elsewhere */
  DlViewport drag_from;
  double     drag_scroll_from;
  DlViewport pinch_from;
  DlInstant  pinch_anchor;

  /* Where the reader is. */
  guint    last_selected; /* what was let go of; DL_NONE */
  gboolean jumped;        /* to another time, since something was selected */
  guint    current_lane;  /* of several that have the selected event; DL_NONE */
  char    *changed_lane;  /* key of the one lane that the reader shows or hides; nullable */
  gboolean keep_header;   /* under the pointer */

  /* The walk along relations. */
  guint       walk_at; /* DL_NONE; while it is selected the walk goes on */
  GArray     *walk;    /* the steps that lead back */
  GHashTable *walked;  /* positions: where it has been */

  /* Where the reader has been. */
  DlHistory *history;
  char      *noted_selected; /* id of what is selected at the current stop; nullable */
  GSource   *noting;         /* another is noted when nothing moves with it; nullable */
  gboolean   unseen;         /* something else is seen in its place */
  gboolean   gesturing;      /* a hand moves the view, away from the current stop */
  gboolean   left;           /* the current stop: the view is on its way from it, or to it */
  gboolean   going_home;     /* it comes with the arrangement */
  gboolean   has_returning;  /* flies there when the folds are as they were */
  DlStop     returning;
  gboolean   has_first; /* home, until somebody moves */
  DlStop     first;
  GFile     *first_file; /* of the first stop that is to come; nullable */
  DlStop     first_stop;
};

/* It is no more what is to be seen. */
void dl_view_put_scene_away (DlView *self);
/* There is another picture. */
void dl_view_changed (DlView *self);
/* @scroll, at most to the end of the lanes. */
double dl_view_limit_scroll (DlView *self, double scroll);

/* What the picture is made from. */
void dl_view_fill_input (DlView *self, DlLayoutInput *input);

/* -settle: labels follow a view that has moved, and settle when it has come to
 * rest; or they are placed afresh, so that one can follow or at once. Only
 * dl_view_settle() tells that there is another picture. */
void dl_view_follow (DlView *self);
void dl_view_settle (DlView *self, gboolean animated);
void dl_view_settle_now (DlView *self);
void dl_view_clear_placement (DlView *self);
/* Counts down to rest where there is something to settle and nobody holds it, or
 * stops to. */
void dl_view_start_resting (DlView *self);
void dl_view_stop_resting (DlView *self);
/* Returns: whether it settles, so that there is another picture */
gboolean dl_view_advance_settling (DlView *self, gint64 time);

/* -arrange: makes the arrangement that the options ask for; of the same timeline,
 * what is shown stays until there is something new. */
void dl_view_arrange (DlView *self);
void dl_view_stop_arranging (DlView *self);

/* -folds */
void     dl_view_take_folds (DlView *self);  /* those of a new arrangement */
void     dl_view_check_fold (DlView *self);  /* after every move: opens one that fills the window */
gboolean dl_view_close_folds (DlView *self); /* returns: whether any was opened */
/* Opens the fold that [@from, @to) lies in, and shows that then. Returns: whether there is one */
gboolean dl_view_open_fold_around (DlView *self, DlInstant from, DlInstant to);

/* -move */
void dl_view_apply_home (DlView *self); /* looks at the home view; its labels are not placed yet */
/* Keeps @viewport where there is something to see; what is at @x stays there if
 * the scale has to change. */
void dl_view_limit (DlView *self, DlViewport *viewport, double x);

/* -size */
/* Moves @viewport by up to @most pixels so that less of it lies before or after all there is. */
void dl_view_fill (DlView *self, DlViewport *viewport, double most);

/* -fly */
/* @revealed: the event that comes into sight where the flight ends, or DL_NONE */
void dl_view_fly (DlView *self, const DlViewport *viewport, double scroll, guint revealed);
void dl_view_fly_as (DlView *self, const DlViewport *viewport, double scroll, guint revealed, DlMoveKind kind);
/* The same to a view that has its place in the history already. */
void dl_view_fly_back (DlView *self, const DlViewport *viewport, double scroll);
/* The same as a part of the gesture that set out. */
void       dl_view_fly_on (DlView *self, const DlViewport *viewport, double scroll);
void       dl_view_reveal_as (DlView *self, guint position, DlMoveKind kind);
void       dl_view_center_as (DlView *self, guint position, DlMoveKind kind);
DlViewport dl_view_get_resting (DlView *self); /* when the view has come to rest */
double     dl_view_get_resting_scroll (DlView *self);
/* That brings the event into sight, where labels stand when they have settled. */
double dl_view_scroll_for_event (DlView *self, guint position);

/* -glide */
gint64 dl_view_glide_duration (void); /* µs */
/* @t: of its time; 0 to 1. Returns: of its way */
double dl_view_glide_ease (double t);

/* -related */
GArray *dl_view_walk_new (void);
void    dl_view_end_walk (DlView *self);

/* -point: what is another way in a picture that only points */
void dl_view_fill_pointing (DlView *self, DlLayoutInput *input);

/* -history */
/* Before a way to somewhere else: what is seen is what one comes back to. */
void dl_view_leave (DlView *self);
/* The way leads to @viewport. */
void dl_view_visit (DlView *self, const DlViewport *viewport, double scroll, DlMoveKind kind);
/* The way has led to what is seen. */
void dl_view_visit_here (DlView *self);
/* Before another event is selected that is a step of its own. */
void dl_view_visit_selected (DlView *self);
/* Before and after a move by hand. */
void dl_view_begin_gesture (DlView *self);
void dl_view_end_gesture (DlView *self);
/* The view is at rest, unless it flies. */
void dl_view_arrive (DlView *self);
void dl_view_note_selected (DlView *self);
/* What was asked for waits for folds no longer. */
void dl_view_stop_returning (DlView *self);
/* With a new arrangement. */
void dl_view_go_on_returning (DlView *self);
/* Nothing of it is there any more, and nothing comes of itself. */
void dl_view_drop_history (DlView *self);
/* Another file: nothing of the one before, but where it is looked at first. */
void dl_view_clear_history (DlView *self);

/* -lanes */
void dl_view_locate (DlView *self,
                     guint   position,
                     guint  *lane,
                     guint  *item); /* of several lanes, in the one that the reader is in */
void dl_view_update_current_lane (DlView *self);
void dl_view_note_changes (DlView *self); /* before the lanes' options are taken from the session */
void
dl_view_replace_arrangement (DlView        *self,
                             DlArrangement *arrangement); /* takes @arrangement, and keeps in place what one looks at */

G_END_DECLS
