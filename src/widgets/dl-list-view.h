/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "view/dl-view.h"

G_BEGIN_DECLS

/* What it is a list of. */
typedef enum
{
  DL_LIST_OF_EVENTS,
  DL_LIST_OF_QUOTES,
} DlListKind;

#define DL_TYPE_LIST_VIEW (dl_list_view_get_type ())
G_DECLARE_FINAL_TYPE (DlListView, dl_list_view, DL, LIST_VIEW, GtkWidget)

/* All events of a view's timeline, or all that is quoted in them, under headings:
 * for whoever would rather read than look at a picture, and its equal. What the
 * session's filter does not let through is left out, and counted at the foot; what
 * is selected is the session's.
 *
 * Properties: "view", "kind" (at construction).
 * Signals: "read" (position): somebody wants to read about an event; "go" (position):
 * to see it in the timeline; "context-menu" (x, y): what can be done with the selected
 * event; "copied". */
GtkWidget *dl_list_view_new (DlView *view, DlListKind kind);

/* Brings the selected event into sight. */
void dl_list_view_reveal (DlListView *self);
/* The quote that is selected, as one cites it; %NULL where none is.
 * Returns: (transfer full) */
char *dl_list_view_dup_citation (DlListView *self);
/* Selects the first entry that begins at @at or later, else the last one. */
void dl_list_view_go_to (DlListView *self, DlInstant at);

G_END_DECLS
