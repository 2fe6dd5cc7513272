/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/dl-painter.h"
#include "layout/dl-layout.h"
#include "widgets/dl-timeline-view.h"

G_BEGIN_DECLS

/* One file a concern: -view (what is shown), -arrange (on a thread), -folds (what is folded), -navigate (the ways to move), -input (pointer and keys),
 * -lanes (their headers, and from one arrangement to the next), -hover (what is under the pointer), -proxies (accessibility),
 * -sight (where the keys go on from). */

struct _DlTimelineView
{
  GtkWidget parent_instance;

  DlSession *session;
  GtkWidget *scrollbar;
  gboolean   wheel_zooms;

  /* How text is set: in the desktop's font. */
  DlFonts       *fonts;
  PangoContext  *context;
  DlTextMeasure *measure;
  DlPainter     *painter;
  DlThemeKind    theme;

  /* What is shown. */
  DlTimeline      *timeline;
  GFile           *file;
  DlArrangement   *arrangement;
  DlArrangeOptions options; /* of the arrangement, or of the one to come */
  gboolean         fold;
  DlOpenedFolds    opened;
  gboolean         has_awaited; /* this is shown when the folds are as asked for */
  DlInstant        awaited_from;
  DlInstant        awaited_to;
  GCancellable    *arranging; /* what is under way; NULL when nothing is */
  DlViewport       viewport;
  gboolean         has_viewport;
  gboolean         at_home; /* nobody has moved yet: a resize shows the same time */
  GtkAdjustment   *vadjustment;
  DlScene         *scene;
  GskRenderNode   *node;

  /* The way from one view to another. */
  guint      tick_id;
  gint64     flight_start;
  DlViewport flight_from;
  DlViewport flight_to;
  double     flight_scroll_from;
  double     flight_scroll_to;

  /* Input. */
  double     pointer_x;
  double     pointer_y;
  gboolean   has_pointer;
  DlViewport drag_from;
  double     drag_scroll_from;
  gboolean   dragging;
  gboolean   clicked_fold; /* by the last click */
  gboolean   measuring;    /* the drag began on the ruler */
  DlInstant  measure_from;
  DlViewport pinch_from;
  DlInstant  pinch_anchor;
  guint      last_selected; /* what Escape let go of; DL_NONE */
  gboolean   jumped;        /* to another time, since something was selected */
  guint      entered_event; /* Enter opens, again centres, again fits */
  guint      n_entered;

  /* Lanes. */
  guint    current_lane; /* of several that have the selected event; DL_NONE */
  char    *changed_lane; /* key of the one lane that the reader shows or hides; nullable */
  gboolean keep_header;  /* under the pointer */

  /* Accessible stand-ins, in time order. */
  GPtrArray *proxies;
  GPtrArray *fold_buttons; /* of the folds in sight */
  guint      settle_id;
};

/* -view */
DlInstant dl_timeline_view_get_today (void);
DlScene  *dl_timeline_view_get_scene (DlTimelineView *self); /* nullable, owned by the view */
void      dl_timeline_view_changed (DlTimelineView *self);   /* paint again, settle again */
double    dl_timeline_view_get_head_height (DlTimelineView *self);
void      dl_timeline_view_list (DlTimelineView *self, const DlOp *op); /* what a number stands for */

/* -arrange */
void dl_timeline_view_arrange (DlTimelineView *self); /* large timelines in the background */
void dl_timeline_view_stop_arranging (DlTimelineView *self);

/* -folds */
void     dl_timeline_view_take_folds (DlTimelineView *self); /* those of a new arrangement */
void     dl_timeline_view_open_fold (DlTimelineView *self, guint index);
void     dl_timeline_view_check_fold (DlTimelineView *self); /* after every move */
gboolean dl_timeline_view_open_fold_around (DlTimelineView *self, DlInstant from, DlInstant to);
gboolean dl_timeline_view_close_folds (DlTimelineView *self);
char    *dl_timeline_view_describe_fold (DlTimelineView *self, guint index);
void     dl_timeline_view_update_fold_buttons (DlTimelineView *self);
void     dl_timeline_view_allocate_fold_buttons (DlTimelineView *self);
void     dl_timeline_view_clear_fold_buttons (DlTimelineView *self);
gboolean dl_timeline_view_focus_is_on_fold (DlTimelineView *self);
gboolean dl_timeline_view_focus_fold (DlTimelineView *self, int direction);

/* -navigate */
void   dl_timeline_view_apply_home (DlTimelineView *self);                                     /* shows the home view, at once */
double dl_timeline_view_scroll_for_event (DlTimelineView *self, guint position, double scale); /* that brings it into sight */
void   dl_timeline_view_move (DlTimelineView *self, const DlViewport *viewport);
void   dl_timeline_view_fly (DlTimelineView *self, const DlViewport *viewport, double scroll);
void   dl_timeline_view_stop_flight (DlTimelineView *self);
void   dl_timeline_view_jump (DlTimelineView *self);                                            /* before a way to another time: the keys go on from there */
void   dl_timeline_view_get_destination (DlTimelineView *self, DlInstant *from, DlInstant *to); /* what is in sight, or is going to be at the end of the flight */

/* -sight: where the keys go on from */
/* The first event that begins in sight, one with a label if there is any; else the first one after or, where @direction is negative, the last one before. */
guint    dl_timeline_view_first_in_sight (DlTimelineView *self, int direction);
gboolean dl_timeline_view_goes_on_from (DlTimelineView *self, guint position); /* whether that event, or DL_NONE, is where one looks */

/* -input */
void dl_timeline_view_init_input (DlTimelineView *self);
void dl_timeline_view_select (DlTimelineView *self, guint position);

/* -lanes */
void  dl_timeline_view_locate (DlTimelineView *self, guint position, guint *lane, guint *group, guint *index); /* of several lanes, in the one that the reader is in */
void  dl_timeline_view_select_in (DlTimelineView *self, guint position, guint lane);                           /* @lane: or DL_NO_LANE */
void  dl_timeline_view_update_current_lane (DlTimelineView *self);
guint dl_timeline_view_header_at (DlTimelineView *self, double y); /* the lane whose header is there, or DL_NONE */
void  dl_timeline_view_toggle_lane (DlTimelineView *self, guint lane);
void  dl_timeline_view_add_lane_actions (GtkWidgetClass *klass);
void  dl_timeline_view_replace_arrangement (DlTimelineView *self, DlArrangement *arrangement); /* takes @arrangement, and keeps in place what one looks at */
void  dl_timeline_view_note_changes (DlTimelineView *self);                                    /* before the lanes' options are taken from the session */

/* -hover */
void dl_timeline_view_snapshot_measure (DlTimelineView *self, GtkSnapshot *snapshot);
void dl_timeline_view_snapshot_hover (DlTimelineView *self, GtkSnapshot *snapshot);
void dl_timeline_view_update_cursor (DlTimelineView *self);

/* -proxies */
void dl_timeline_view_update_proxies (DlTimelineView *self);
void dl_timeline_view_allocate_proxies (DlTimelineView *self);
void dl_timeline_view_clear_proxies (DlTimelineView *self);
void dl_timeline_view_focus_selected (DlTimelineView *self);

G_END_DECLS
