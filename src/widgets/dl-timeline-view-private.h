/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/dl-painter.h"
#include "widgets/dl-timeline-view.h"

G_BEGIN_DECLS

/* One file a concern: -view (the picture), -input (pointer and touch), -activate, -actions
 * (what keys do), -hover (what is under the pointer), -folds, -related, -lanes and -proxies
 * (accessibility). */

/* What is this near to the pointer is under it; pixels: a line that is 5 pixels
 * high can be pressed within 24. */
#define DL_PICK_SLACK 9.5

struct _DlTimelineView
{
  GtkWidget parent_instance;

  DlView        *view;
  DlSession     *session; /* the view's */
  GtkWidget     *scrollbar;
  GtkAdjustment *vadjustment; /* follows the view, which it moves */
  gboolean       wheel_zooms;
  gboolean       scroll_moves; /* what was scrolled last has moved, and may go on */

  /* How text is set: in the desktop's font. */
  DlFonts      *fonts;
  PangoContext *context;
  DlPainter    *painter;
  DlThemeKind   theme;
  gboolean      focused; /* it, or an event in it, has the keyboard */

  /* What is shown. */
  GskRenderNode *node;
  double         head_height; /* as it was allocated for */
  double         lanes_height;
  int            allocated_width;
  int            allocated_height;
  gboolean       overflow; /* so that there is a scroll bar */
  guint          tick_id;  /* while the view flies */
  guint          settle_id;

  /* Input. */
  double    pointer_x;
  double    pointer_y;
  gboolean  has_pointer;
  gboolean  dragging;
  gboolean  clicked_fold; /* by the last click, or what leads elsewhere */
  gboolean  measuring;    /* the drag began on the ruler */
  DlInstant measure_from;
  guint     centred_event; /* once centres, again fits */
  guint     n_centred;

  /* Accessible stand-ins, in time order. */
  GPtrArray *proxies;
  GPtrArray *fold_buttons;    /* of the folds in sight */
  GPtrArray *related_buttons; /* of the chips at the edges */
  GPtrArray *lane_proxies;    /* of the lanes in sight, with what they count */
  GtkWidget *below_button;    /* of what lies below; NULL where nothing does */
};

/* -input */
void dl_timeline_view_init_input (DlTimelineView *self);

/* -activate */
/* What a click on an operation that is no event does. Returns: whether it is such a one */
gboolean dl_timeline_view_activate (DlTimelineView *self, const DlOp *op);
/* On one that is: it is selected, and told about. */
void dl_timeline_view_activate_event (DlTimelineView *self, const DlOp *op);

/* -actions */
void dl_timeline_view_add_actions (GtkWidgetClass *klass);
void dl_timeline_view_ask_menu (DlTimelineView *self, double x, double y); /* of the selected event */

/* -folds */
char    *dl_timeline_view_describe_fold (DlTimelineView *self, guint index);
void     dl_timeline_view_update_fold_buttons (DlTimelineView *self);
void     dl_timeline_view_allocate_fold_buttons (DlTimelineView *self);
void     dl_timeline_view_clear_fold_buttons (DlTimelineView *self);
gboolean dl_timeline_view_focus_is_on_fold (DlTimelineView *self);
gboolean dl_timeline_view_focus_fold (DlTimelineView *self, int direction);

/* -related */
gboolean dl_timeline_view_follow_relation (DlTimelineView *self, int direction);
char    *dl_timeline_view_describe_relation (DlTimelineView *self, const DlOp *relation);
char    *dl_timeline_view_dup_relation (DlTimelineView *self, guint event, GArray *related);
void     dl_timeline_view_update_related_buttons (DlTimelineView *self);
void     dl_timeline_view_allocate_related_buttons (DlTimelineView *self);
void     dl_timeline_view_clear_related_buttons (DlTimelineView *self);
gboolean dl_timeline_view_focus_is_on_related (DlTimelineView *self);
gboolean dl_timeline_view_focus_related (DlTimelineView *self, int direction);

/* -lanes */
void     dl_timeline_view_update_lanes (DlTimelineView *self);
void     dl_timeline_view_allocate_lanes (DlTimelineView *self);
void     dl_timeline_view_clear_lanes (DlTimelineView *self);
gboolean dl_timeline_view_focus_is_on_count (DlTimelineView *self);
gboolean dl_timeline_view_focus_count (DlTimelineView *self, int direction);

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
