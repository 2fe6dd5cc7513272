/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/dl-painter.h"
#include "layout/dl-overview.h"
#include "widgets/dl-overview-view.h"

G_BEGIN_DECLS

/* One file a concern: -view (what is told of it), -input (pointer and keys),
 * -picture (what is painted). */

typedef enum
{
  DL_HOLD_NONE,
  DL_HOLD_FRAME, /* all of it is moved */
  DL_HOLD_START, /* its left edge is */
  DL_HOLD_END,
  DL_HOLD_SWEEP, /* another one is drawn */
} DlHold;

struct _DlOverviewView
{
  GtkWidget parent_instance;

  DlView     *view;
  GtkWidget  *slider;   /* stands for the frame where nobody sees it; never drawn */
  DlOverview *overview; /* nullable: made when it is asked for */

  /* How text is set: in the desktop's font. */
  DlTextMeasure *measure;
  DlPainter     *painter;
  DlThemeKind    theme;
  GskRenderNode *node;       /* of the overview without its frame; nullable */
  double         drawn_left; /* of the frame, as it was drawn last */
  double         drawn_right;
  char          *told; /* of the frame; nullable */

  /* Input. */
  double         pointer_x;
  DlOverviewPart pressed; /* where the pointer went down */
  DlHold         hold;
  DlViewport     hold_from; /* what the view showed then */
  double         hold_edge; /* of what is held, its x then */
  double         sweep_from;
  double         sweep_to;
};

/* -picture */
/* The overview. Returns: (nullable): NULL without an arrangement or a width */
DlOverview *dl_overview_view_get (DlOverviewView *self);
void        dl_overview_view_clear (DlOverviewView *self);
void        dl_overview_view_ensure_text (DlOverviewView *self);
void        dl_overview_view_clear_text (DlOverviewView *self);
void        dl_overview_view_paint (DlOverviewView *self, GtkSnapshot *snapshot);

/* -input */
void dl_overview_view_init_input (DlOverviewView *self);
void dl_overview_view_add_actions (GtkWidgetClass *klass);
/* Lets go of what is held. */
void dl_overview_view_let_go (DlOverviewView *self);

G_END_DECLS
