/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-folds.h"

G_BEGIN_DECLS

/**
 * DlStop:
 * @from: what is seen first, a real instant
 * @to: what is no longer seen
 * @scroll: how far the lanes are scrolled, in pixels
 * @opened: which folds the reader has opened
 * @selected: (nullable): id of the selected event; owned
 *
 * Where a reader looks, in words that outlive another size of the window,
 * another zone, and the file's being read again.
 */
typedef struct
{
  DlInstant     from;
  DlInstant     to;
  double        scroll;
  DlOpenedFolds opened;
  char         *selected;
} DlStop;

/* Makes @copy, whose old contents are not looked at, an independent copy. */
void dl_stop_copy (const DlStop *stop, DlStop *copy);
void dl_stop_clear (DlStop *stop);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlStop, dl_stop_clear)

/* To be kept: "a{sv}", floating. */
GVariant *dl_stop_to_variant (const DlStop *stop);
/* What of @variant is not as it must be is left out, and what is not known passed
 * over. @stop: (out): to be cleared. Returns: whether it says which time is seen */
gboolean dl_stop_from_variant (GVariant *variant, DlStop *stop);

/* How one comes from one stop to the next. */
typedef enum
{
  DL_MOVE_JUMP,    /* to somewhere else: always a step */
  DL_MOVE_SELECT,  /* to another event: a step also where the view stays */
  DL_MOVE_GESTURE, /* of a hand, up to where it has come to rest: always a step */
  DL_MOVE_ZOOM,    /* by keys; several one after the other are one step */
  DL_MOVE_EVENT,   /* from event to event; likewise */
} DlMoveKind;

/* Moves of one kind that are no further apart are one step. */
#define DL_HISTORY_MERGE_USEC (1500 * G_TIME_SPAN_MILLISECOND)

/**
 * DlHistory:
 *
 * The stops where a reader has looked, in the order in which it was, and which
 * of them is the current one.
 */
typedef struct _DlHistory DlHistory;

/* @limit: how many stops it keeps, at least 2; the oldest are forgotten. */
DlHistory *dl_history_new (guint limit);
void       dl_history_free (DlHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlHistory, dl_history_free)

/* Forgets all stops. */
void dl_history_clear (DlHistory *self);

/* The reader looks at @stop now, come there at @time (µs, of a clock that does
 * not go back): it follows the current one, in place of all that followed that;
 * or it takes its place, where both are of one row of small moves. */
void dl_history_visit (DlHistory *self, const DlStop *stop, DlMoveKind kind, gint64 time);
/* The current stop is @stop by now; what follows it stays. */
void dl_history_amend (DlHistory *self, const DlStop *stop);

/* NULL while there is none; owned by the history until the next change. */
const DlStop *dl_history_get_current (DlHistory *self);
/* Whether there is a stop before (-1) or after (1) the current one. */
gboolean dl_history_can_go (DlHistory *self, int direction);
/* Makes that the current one. Returns: it, or NULL where there is none; owned by
 * the history until the next change */
const DlStop *dl_history_go (DlHistory *self, int direction);

G_END_DECLS
