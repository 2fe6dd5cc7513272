/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "view/dl-view.h"
#include "window/dl-window.h"

G_BEGIN_DECLS

struct _DlWindow
{
  GtkApplicationWindow parent_instance;

  GSettings *settings;
  DlSession *session;
  DlView    *view;

  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *content; /* all below the header */
  GtkWidget *overlay; /* over the stack */
  GtkWidget *stack;
  GtkWidget *body;     /* a row: what is asked of the timeline, then the split */
  GtkWidget *split;    /* the middle, and the details */
  GtkWidget *middle;   /* a column: what stands above the views, these, and what below */
  GtkWidget *views;    /* a stack: the timeline, and others of the same events */
  GtkWidget *timeline; /* shows the view */
  GtkWidget *pane;
  gboolean   about_asked; /* below the timeline too the pane tells about it */
  GtkWidget *menu_button;
  GtkWidget *export_button;
  GtkWidget *export_popover;
  GtkWidget *context_menu;
  GtkWidget *lane_menu;
  char      *menu_lane; /* key of the lane that a menu is about; nullable */
  GtkWidget *go_to;
  GtkWidget *event_list;
  guint      lead_back_id;
  GMenu     *zones;

  GtkWidget *banner; /* a revealer: problems, failures */
  GtkWidget *banner_label;
  GtkWidget *banner_button;
  GtkWidget *toast; /* a revealer: what has just been done */
  GtkWidget *toast_label;
  guint      toast_id;
  GtkWidget *announcer;
  GtkWidget *progress; /* a revealer */
  GtkWidget *progress_bar;
  guint      progress_id;

  GtkWidget *message; /* the page without a timeline; NULL until there is need of it */
};

/* -actions */
void dl_window_init_actions (DlWindow *self);
void dl_window_update_actions (DlWindow *self);
/* One of the window's own, without its prefix. */
GSimpleAction *dl_window_get_action (DlWindow *self, const char *name);
void           dl_window_save_picture (DlWindow *self);
void           dl_window_show_problems (DlWindow *self);

/* -header: what the bar's buttons open */
void dl_window_init_header (DlWindow *self);

/* -lanes */
void        dl_window_init_lanes (DlWindow *self);
GMenuModel *dl_window_new_lanes_menu (void);
void        dl_window_add_lane_menu (DlWindow *self, GMenu *menu);
/* @key: of a lane; NULL for that of the selected event. */
void dl_window_set_menu_lane (DlWindow *self, const char *key);
void dl_window_update_lanes (DlWindow *self);

/* -announce */
void dl_window_init_announcements (DlWindow *self);
/* Says something to who does not see it. */
void dl_window_announce (DlWindow *self, const char *text);

/* -zone */
void dl_window_init_zones (DlWindow *self);
void dl_window_update_zones (DlWindow *self);

/* -list: of the events that a number stands for */
void dl_window_init_list (DlWindow *self);
/* @x, @y: of the number, in the view */
void dl_window_list_events (DlWindow *self, GListModel *events, double x, double y);

/* -popovers: what opens over the timeline, and where the keyboard goes then */
void dl_window_init_popovers (DlWindow *self);
/* Gives the keyboard to the view that is shown, or to the page that stands in its place. */
void dl_window_focus_view (DlWindow *self);
/* When @popover closes, the keyboard goes back to the timeline. */
void dl_window_lead_back (DlWindow *self, GtkWidget *popover);
/* Asks for a date, first one near @reference. */
void dl_window_ask_date (DlWindow *self, DlInstant reference);

/* -window */
/* Opens @file here, unless another window has it. */
void dl_window_open_or_raise (DlWindow *self, GFile *file);
void dl_window_show_banner (DlWindow *self, const char *text, gboolean with_problems);
void dl_window_show_toast (DlWindow *self, const char *text);
/* In this window, for now; what is kept for the next time is what the reader
 * sets with the action "win.show-details". */
void     dl_window_set_details (DlWindow *self, gboolean show);
gboolean dl_window_get_details (DlWindow *self);
/* The same, and the pane is there with nothing selected too, wherever it stands. */
void dl_window_ask_for_details (DlWindow *self);
/* Whether the pane is there: they may be on and there is nothing in them. */
gboolean dl_window_shows_details (DlWindow *self);

G_END_DECLS
