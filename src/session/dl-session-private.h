/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-telling.h"
#include "session/dl-search.h"
#include "session/dl-session.h"

G_BEGIN_DECLS

/* One file a concern: dl-session (what is told, selected and measured), -load (which
 * file is open, and how it comes), -filter (what of it is shown, and searched), -lanes. */

struct _DlSession
{
  GObject       parent_instance;
  DlLoaded     *loaded;
  GFile        *file;
  GPtrArray    *files; /* GFile, the first of them @file; NULL while nothing is open */
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
};

/* Selects the event of this id where there is one, else nothing; tells nobody.
 * @id: (nullable) */
void dl_session_select_by_id (DlSession *self, const char *id);

/* -load */

/* Lets go of what is open and what is loaded. */
void dl_session_drop_files (DlSession *self);

/* -filter */

/* The loaded timeline as the reader wants it told; tells nobody. */
void dl_session_take_timeline (DlSession *self);
/* What is still looked for is not wanted any more. */
void dl_session_give_up_filtering (DlSession *self);
/* Called before anybody else hears of another timeline or filter, who so find what is
 * found of it. */
void dl_session_search_again (DlSession *self);

G_END_DECLS
