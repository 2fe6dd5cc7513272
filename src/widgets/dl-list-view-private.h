/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/dl-list-row.h"
#include "widgets/dl-list-view.h"

G_BEGIN_DECLS

/* Events whose details have been read and are kept; a screen has fewer. */
#define DL_LIST_N_KEPT 32

struct _DlListView
{
  GtkWidget  parent_instance;
  DlView    *view;
  DlSession *session;
  DlListKind kind;

  GtkWidget *bar; /* of quotes: by what they stand; NULL of events */
  GtkWidget *by_speaker;
  GtkWidget *count;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *empty; /* the words that stand where there is nothing */
  GtkWidget *foot;  /* how much is left out */

  DlTimeline         *timeline;  /* of which they are; nullable */
  DlEventSet         *shown;     /* likewise; NULL: all of it */
  DlGroupedList      *entries;   /* NULL before it is seen first */
  GtkSingleSelection *selection; /* of the same */
  GListModel         *keys;
  GPtrArray          *rows;  /* DlListRow, those in use */
  DlArrangement      *lanes; /* that the rows were told with; nullable */
  DlEvent            *kept[DL_LIST_N_KEPT];
  guint               next_kept;
  GCancellable       *sorting; /* while it is looked up who speaks; nullable */

  gboolean stale;       /* what is shown is not what the session has */
  gboolean syncing;     /* the selection is being made the session's */
  guint    wanted;      /* the entry that is brought into sight as soon as that can be */
  gboolean wants_focus; /* and given the keyboard */
  guint    wanted_id;
  guint    last;           /* position of the event that is to be the last in sight; DL_NONE */
  guint    headed;         /* the entry whose heading is brought into sight, */
  guint    heading_frames; /* in so many frames */
  guint    heading_id;
};

/* -rows: what the rows are */

GtkListItemFactory *dl_list_view_new_factory (DlListView *self);
/* Tells the rows in use again. */
void dl_list_view_update_rows (DlListView *self);
/* Forgets the events that are kept. */
void dl_list_view_drop_kept (DlListView *self);

/* -actions: what keys and the pointer do */

void dl_list_view_add_actions (GtkWidgetClass *klass);
void dl_list_view_add_pointer (DlListView *self);
/* The entry that is selected, or %DL_NONE. */
guint dl_list_view_get_selected_entry (DlListView *self);
/* Selects an entry, and brings it into sight; @focus: and gives it the keyboard. */
void dl_list_view_select (DlListView *self, guint entry, gboolean focus);
void dl_list_view_bring_into_sight (DlListView *self, guint entry);
/* Gives the keyboard to the row of an entry that is in sight. */
void dl_list_view_focus (DlListView *self, guint entry);
/* Position of the event whose row is the last that is in sight whole, or %DL_NONE. */
guint dl_list_view_find_last_in_sight (DlListView *self);
/* Does what had to wait until the list has a size. */
void dl_list_view_take_size (DlListView *self);

G_END_DECLS
