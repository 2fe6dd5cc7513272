/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-watch.h"
#include "model/dl-telling.h"
#include "model/dl-timeline-changes.h"
#include "session/dl-search.h"
#include "session/dl-session.h"

G_BEGIN_DECLS

/* One file a concern: dl-session (what is told, selected and measured), -load (which
 * file is open, and how it comes), -files (which of several), -live (and that it is saved again), -filter (what of it
 * is shown, and searched), -lanes. */

/* What has been read and is not yet what is open. */
typedef struct
{
  gboolean           is_there;
  DlLoaded          *loaded;   /* nullable: */
  char              *failure;  /* else why not: */
  GFile             *mistaken; /* which of the files is text with a mistake that somebody may mend; nullable */
  DlTimelineChanges *changes;  /* from what is open; nullable */
} DlArrival;

typedef struct
{
  DlReread           reread;
  DlWatch           *watch;          /* of the open file; nullable */
  GPtrArray         *others;         /* DlWatch, of the other files that were asked for; nullable */
  gboolean           others_changed; /* one of them, while the watch is held */
  gboolean           rereading;      /* it is the open file, saved again, that is being loaded */
  gboolean           holding;        /* the watch, while it is being read */
  DlArrival          arrival;        /* until the watch says that nothing has happened meanwhile */
  guint              n_overtaken;
  DlFileState        state;
  char              *failure; /* nullable */
  DlTimelineChanges *changes; /* what is news of them; nullable */
  DlEventSet        *added;   /* the same, in what is open; nullable */
  DlEventSet        *changed;
  GSource           *timer; /* until they are no news any more; nullable */
} DlLive;

struct _DlSession
{
  GObject       parent_instance;
  DlLoaded     *loaded;
  GFile        *file;
  GPtrArray    *files;    /* GFile, the first of them @file; NULL while nothing is open */
  GPtrArray    *asked;    /* GFile, what is read again: @files and those that could not be read; nullable */
  GFile        *mistaken; /* what could not be opened or read again last; nullable */
  GPtrArray    *unread;   /* DlProblem, of what is asked for and could not be */
  GFile        *loading_file;
  GPtrArray    *loading_files; /* the same of what is loaded */
  GVariant     *loading_state; /* that it comes with; nullable */
  GCancellable *cancellable;
  DlEvent      *selected;
  DlTimeline   *whole;    /* the loaded one, in the reader's zone */
  DlTimeline   *timeline; /* the same, perhaps without what the filter leaves out */
  DlTelling     telling;
  guint         other; /* event measured to */
  gboolean      has_range;
  DlInstant     range_from;
  DlInstant     range_to;
  DlUnit        range_unit;
  DlLaneOptions lanes;
  DlFilter     *filter;
  gboolean      hides;
  DlEventSet   *shown;
  GCancellable *filtering; /* while what the filter lets through is looked for */
  DlQuery      *query;     /* what is searched for; nullable */
  DlSearch     *search;    /* for it, of a timeline that is perhaps no longer open; nullable */
  DlLive        live;
};

/* Selects the event of this id where there is one, else nothing; tells nobody.
 * @id: (nullable) */
void dl_session_select_by_id (DlSession *self, const char *id);

/* -load */

/* Loads @files, the first of which is to be told as the file. @state: (nullable) */
void dl_session_begin_loading (DlSession *self, GFile *const *files, guint n, GVariant *state);
/* Lets go of what is open and what is loaded. */
void dl_session_drop_files (DlSession *self);
/* @files: (nullable): of GFile */
gboolean dl_session_holds_file (GPtrArray *files, GFile *file);
/* Whether two names are of one file, also by way of a symbolic link. */
gboolean dl_session_is_same_file (GFile *a, GFile *b);
/* Nothing is being loaded any more. */
void dl_session_end_loading (DlSession *self);
/* What has been loaded is what is open from now on, or not. Empties @arrival. */
void dl_session_take_arrival (DlSession *self, DlArrival *arrival);

/* -live */

void dl_arrival_clear (DlArrival *arrival);
/* Somebody opens a file: the open one is not read again. */
void dl_session_stop_rereading (DlSession *self);
/* It is the open file that has been read. @loaded: (transfer full) */
void dl_session_compare (DlSession *self, DlLoaded *loaded);
/* @arrival may be taken, perhaps not at once; empties it. */
void dl_session_arrive (DlSession *self, DlArrival *arrival);
/* Of the file that is open now, where that is wanted. */
void dl_session_start_watching (DlSession *self);
void dl_session_stop_watching (DlSession *self);
/* @changes: (transfer full) (nullable): of the timeline that is open now */
void dl_session_take_news (DlSession *self, DlTimelineChanges *changes);
/* Where they are in what is open. */
void dl_session_find_news (DlSession *self);
void dl_session_clear_news (DlSession *self);
/* Somebody looks at what is selected. */
void dl_session_see_selected (DlSession *self);
/* Why what is asked for could not be read, a line each. @failures: (nullable) */
void dl_session_take_unread (DlSession *self, const char *failures);
/* That is no more so of what was to be read again. */
void dl_session_forget_unread (DlSession *self);
void dl_session_set_file_state (DlSession *self, DlFileState state, const char *failure);

/* -filter */

/* The loaded timeline as the reader wants it told; tells nobody. */
void dl_session_take_timeline (DlSession *self);
/* What is still looked for is not wanted any more. */
void dl_session_give_up_filtering (DlSession *self);
/* Called before anybody else hears of another timeline or filter, who so find what is
 * found of it. */
void dl_session_search_again (DlSession *self);

G_END_DECLS
