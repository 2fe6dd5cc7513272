/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compat/dl-compat.h"
#include "session/dl-bookmarks.h"
#include "view/dl-view.h"
#include "window/dl-window.h"

G_BEGIN_DECLS

struct _DlWindow
{
  GtkApplicationWindow parent_instance;

  GSettings *settings;
  DlSession *session;
  DlView    *view;

  GtkWidget *header_middle; /* title, choice of views, zooming */
  GtkWidget *view_switch;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *content; /* all below the header */
  GtkWidget *overlay; /* over the stack */
  GtkWidget *stack;
  GtkWidget *body;     /* a drawer: what is asked of the timeline, and the split */
  GtkWidget *split;    /* the middle, and the details */
  GtkWidget *middle;   /* a column: what stands above the views, these, and what below */
  GtkWidget *views;    /* a stack: the timeline, and others of the same events */
  GtkWidget *timeline; /* shows the view */
  GtkWidget *overview; /* below the views; nullable: until it is needed */
  guint      overview_id;
  GtkWidget *pane;
  GtkWidget *filter_pane;  /* NULL until it is needed; likewise: */
  GtkWidget *filter_chips; /* over the views */
  GMenu     *lane_filter;  /* what a menu of a lane offers of its value; likewise: */
  GMenu     *event_only;   /* of an event's */
  GMenu     *event_exclude;
  gboolean   about_asked; /* below the timeline too the pane tells about it */
  GtkWidget *menu_button;
  GtkWidget *export_button;
  GtkWidget *export_popover;
  GtkWidget *context_menu;
  GtkWidget *lane_menu;
  char      *menu_lane; /* key of the lane that a menu is about; nullable */
  GtkWidget *go_to;
  GtkWidget *search_bar;     /* NULL until it is asked for */
  GtkWidget *search_from;    /* where the keyboard was before; weak */
  int        search_pending; /* which way to go once more is found, or 0 */
  GtkWidget *event_list;
  guint      lead_back_id;
  GMenu     *zones;

  GMenu              *files; /* of several, each a toggle */
  GSimpleActionGroup *file_actions;
  GMenu              *lanes_by;   /* NULL until it is needed */
  GtkWidget          *drop_zones; /* over the stack */
  gboolean            discards;   /* what is in no file may go */

  GtkWidget *filter_note; /* that it leaves nothing; NULL until there is need of it */

  GtkWidget *banner; /* a revealer: problems, failures */
  GtkWidget *banner_label;
  GtkWidget *banner_button;
  GtkWidget *banner_reload;
  GtkWidget *banner_edit;
  GtkWidget *banner_copy;
  gboolean   banner_is_live; /* it tells how the file stands to what was read */
  GtkWidget *toast;          /* what has just been done */
  GtkWidget *announcer;
  GPtrArray *left_behind;      /* DlProblem: what is not in the file that was saved last; nullable */
  gboolean   has_left_behind;  /* that is still to be told, once that file is open */
  gboolean   told_left_behind; /* that is what the banner tells */
  gboolean   keeps_toast;      /* that what is opened next has notes is not said over it */
  GPtrArray *told_problems;    /* that the reader has been told of; nullable */
  GFile     *told_file;        /* the file that these are of; nullable */
  char      *told_notes;       /* what has been said of notes alone, since the last load; nullable */
  GtkWidget *progress;         /* a revealer */
  GtkWidget *progress_bar;
  guint      progress_id;

  GtkWidget *presentation; /* a window; NULL while nothing is presented */
  guint      inhibited;    /* that the screen goes dark meanwhile; 0 */

  GtkWidget *message; /* the page without a timeline; NULL until there is need of it */

  GPtrArray *reopened;       /* of GFile: what was open when the program was quit, until it is there; nullable */
  GVariant  *reopened_state; /* how it was, until it is there or is not; nullable */

  GtkWidget   *bookmarks_popover;
  DlBookmarks *bookmarks; /* of the file; NULL until there is need of them */
};

/* -actions */
void dl_window_init_actions (DlWindow *self);
void dl_window_update_actions (DlWindow *self);
/* One of the window's own, without its prefix. */
GSimpleAction *dl_window_get_action (DlWindow *self, const char *name);
void           dl_window_save_picture (DlWindow *self);
void           dl_window_show_problems (DlWindow *self);
/* Whether there are any to be shown. */
gboolean dl_window_has_problems (DlWindow *self);
/* The file that cannot be read as it stands, or of which no event can, in the text editor. */
gboolean dl_window_can_edit (DlWindow *self);
void     dl_window_edit (DlWindow *self);
/* Selects an event and shows it in the timeline, whatever is shown now. */
void dl_window_show_event (DlWindow *self, guint position);

/* -problems: what is said of those of the open file */
/* Where they are others than before: in the banner what is lost, for a moment what is not. */
void dl_window_tell_problems (DlWindow *self);
/* Says @text, which is also of notes, for a moment, with a way to them where there are any. */
void dl_window_say_notes (DlWindow *self, const char *text);
/* That something else could not be opened. */
void dl_window_tell_failure (DlWindow *self, const char *message);
/* What has been saved is not all that was read. @problems: (transfer full): of DlProblem, at least one;
 * @now: or once the file is open */
void dl_window_tell_left_behind (DlWindow *self, GPtrArray *problems, gboolean now);
void dl_window_copy_left_behind (DlWindow *self);
void dl_window_forget_problems (DlWindow *self);

/* Asks for files to open; @func gets @self, with a reference of its own. */
void dl_window_ask_for_files (DlWindow *self, const char *title, DlCompatFilesFunc func);

/* -files: which are open, and shown */
void dl_window_init_files (DlWindow *self);
void dl_window_update_files (DlWindow *self);
/* What can be done with them, and which are shown. */
GMenuModel *dl_window_new_files_menu (DlWindow *self);
/* Goes on without one of several; asks before something is lost. */
void dl_window_take_out (DlWindow *self, GFile *file);
/* Opens @files here, unless another window has them. */
void dl_window_open_or_raise (DlWindow *self, GFile *const *files, guint n);

/* -save: as a file of Dateline's own format */
void dl_window_init_saving (DlWindow *self);
void dl_window_update_saving (DlWindow *self);

/* -paste: what is dropped and pasted */
void dl_window_init_pasting (DlWindow *self);
void dl_window_update_drops (DlWindow *self);

/* -header: what the bar's buttons open */
void dl_window_init_header (DlWindow *self);

/* -lanes */
void        dl_window_init_lanes (DlWindow *self);
GMenuModel *dl_window_new_lanes_menu (DlWindow *self);
void        dl_window_add_lane_menu (DlWindow *self, GMenu *menu);
/* @key: of a lane; NULL for that of the selected event. */
void dl_window_set_menu_lane (DlWindow *self, const char *key);
void dl_window_update_lanes (DlWindow *self);

/* -filter */
void dl_window_init_filters (DlWindow *self);
/* Whether the keyboard is with what is asked of the events. */
gboolean dl_window_is_in_filters (DlWindow *self);
/* Where they lie over the rest. */
void dl_window_put_filters_aside (DlWindow *self);
/* One step back from there. Returns: whether there was one */
gboolean dl_window_leave_filters (DlWindow *self);

/* -filter-menu */
void dl_window_init_filter_menus (DlWindow *self);
/* Of the selected event, two submenus. */
void dl_window_add_filter_menus (DlWindow *self, GMenu *menu);
void dl_window_update_event_filter (DlWindow *self);
/* Of the lane that the menu is about. */
void dl_window_update_lane_filter (DlWindow *self);

/* -present: one event after the other, on all of the screen */
void        dl_window_init_present (DlWindow *self);
GMenuModel *dl_window_new_present_menu (void);
void        dl_window_update_present (DlWindow *self);
void        dl_window_end_presentation (DlWindow *self);

/* -bookmarks */
void dl_window_init_bookmarks (DlWindow *self);
/* Those of the open file, as they are kept now; NULL where nothing is open that
 * could be opened again. Owned by the window until another file is open. */
DlBookmarks *dl_window_get_bookmarks (DlWindow *self);

/* -history */
void dl_window_init_history (DlWindow *self);

/* -state */
/* What was to be opened again is open, or something else is. */
void dl_window_forget_reopened (DlWindow *self);
/* Where something of what was to be opened again is not there any more: that, in words, and
 * what else @message says, a line for each. Returns: (transfer full) (nullable) */
char *dl_window_dup_gone (DlWindow *self, const char *message);

/* -filter-note: how many events the filter lets through, and where these are none */
void dl_window_init_filter_note (DlWindow *self);
void dl_window_update_filter_note (DlWindow *self);

/* -announce */
void dl_window_init_announcements (DlWindow *self);
/* Says something to who does not see it. */
void dl_window_announce (DlWindow *self, const char *text);

/* -announce-query: the same of the filter and the search */
void dl_window_init_query_announcements (DlWindow *self);
/* That the search has come to what is selected. */
void dl_window_announce_hit (DlWindow *self);

/* -panes: from part to part of the window */
void dl_window_init_panes (DlWindow *self);
/* Shows the details, with the keyboard in them. */
void dl_window_read (DlWindow *self);
/* Out of the details, back to the view. Returns: whether the keyboard was there */
gboolean dl_window_leave_details (DlWindow *self);
/* What @view, one of the views, says by "read" leads into the details. */
void dl_window_follow_reader (DlWindow *self, GtkWidget *view);

/* -zone */
void dl_window_init_zones (DlWindow *self);
void dl_window_update_zones (DlWindow *self);

/* -overview: whether it is there */
void dl_window_init_overview (DlWindow *self);
void dl_window_update_overview (DlWindow *self);

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
void dl_window_close_popovers (DlWindow *self);
/* Lets a popover that hangs on the split point at @x, @y of @widget, a view. */
void dl_window_point_at (DlWindow *self, GtkWidget *popover, GtkWidget *widget, double x, double y);
/* Asks for a date, first one near @reference. */
void dl_window_ask_date (DlWindow *self, DlInstant reference);

/* The menu of the selected event, at a point of @widget. */
void dl_window_show_context_menu (DlWindow *self, GtkWidget *widget, double x, double y);

/* -views: the timeline, the list, the quotes */
void dl_window_init_views (DlWindow *self);
/* Adds @child to a stack, as assistive technology knows it by @title. */
void dl_window_add_page (GtkWidget *stack, GtkWidget *child, const char *name, const char *title);
void dl_window_update_views (DlWindow *self);
/* @name: "timeline", "list" or "quotes". What is selected comes into sight, and the
 * keyboard goes there. */
void     dl_window_show_view (DlWindow *self, const char *name);
gboolean dl_window_shows_timeline (DlWindow *self);
/* Of the quote that is selected in the view of them, as it is cited.
 * Returns: (transfer full) (nullable) */
char *dl_window_dup_quote_citation (DlWindow *self);
/* Shows a range of time in the timeline; in another view, what begins there. */
void dl_window_go_to_range (DlWindow *self, DlInstant from, DlInstant to);
/* The same of the as-of date, or today. */
void dl_window_go_to_now (DlWindow *self);

/* -live: the open file, while others write it */
void dl_window_init_live (DlWindow *self);
/* Whether it is read again may have changed. */
void dl_window_update_live (DlWindow *self);

/* -search */
void dl_window_init_search (DlWindow *self);
/* @only_from_within: only where the keyboard is in its bar. Returns: whether there was one */
gboolean dl_window_end_search (DlWindow *self, gboolean only_from_within);

/* -details */
/* In this window, for now; what is kept for the next time is what the reader
 * sets with the action "win.show-details". */
void     dl_window_set_details (DlWindow *self, gboolean show);
gboolean dl_window_get_details (DlWindow *self);
/* The same, and the pane is there with nothing selected too, wherever it stands. */
void dl_window_ask_for_details (DlWindow *self);
/* Whether the pane is there: they may be on and there is nothing in them. */
gboolean dl_window_shows_details (DlWindow *self);
/* What is selected is read about, or nothing is. */
void dl_window_follow_selection (DlWindow *self);

/* -settings */
void dl_window_bind_settings (DlWindow *self);

/* -window */
void dl_window_show_banner (DlWindow *self, const char *text, gboolean with_problems);
void dl_window_show_toast (DlWindow *self, const char *text);
/* Whether @file can be opened again by its address, also another day. */
gboolean dl_window_is_lasting (GFile *file);
/* The same of what is open, of several files of the first. */
gboolean dl_window_has_lasting_file (DlWindow *self);

G_END_DECLS
