/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "layout/dl-scene.h"

G_BEGIN_DECLS

/* What a picture can say by a sign. */
typedef enum
{
  DL_MEANS_DATE = 1 << 0,     /* a single date, as wide as what is known of it */
  DL_MEANS_TIME = 1 << 1,     /* a point in time */
  DL_MEANS_AROUND = 1 << 2,   /* around that time */
  DL_MEANS_INTERVAL = 1 << 3, /* from one date to another */
  DL_MEANS_FADING = 1 << 4,   /* an interval whose ends are not known to the day */
  DL_MEANS_OPEN_START = 1 << 5,
  DL_MEANS_OPEN_END = 1 << 6,
  DL_MEANS_UNKNOWN_START = 1 << 7,
  DL_MEANS_UNKNOWN_END = 1 << 8,
  DL_MEANS_ALL_OF = 1 << 9,        /* a set: all of these dates */
  DL_MEANS_ONE_OF = 1 << 10,       /* one of these */
  DL_MEANS_PLANNED_DATE = 1 << 11, /* single dates */
  DL_MEANS_POSTPONED_DATE = 1 << 12,
  DL_MEANS_UNCERTAIN = 1 << 13,
  DL_MEANS_DISPUTED = 1 << 14,
  DL_MEANS_PLANNED = 1 << 15,   /* intervals */
  DL_MEANS_POSTPONED = 1 << 16, /* */
  DL_MEANS_EXPECTED = 1 << 17,  /* the part of an interval after the as-of date */
  DL_MEANS_CANCELLED = 1 << 18,
  DL_MEANS_AS_OF = 1 << 19,
  DL_MEANS_FOLD = 1 << 20,    /* time that is folded */
  DL_MEANS_MARK = 1 << 21,    /* an event without a label */
  DL_MEANS_DENSITY = 1 << 22, /* several of them */
  DL_MEANS_DIMMED = 1 << 23,  /* what a filter does not let through */
  DL_MEANS_ADDED = 1 << 24,   /* new in the file */
  DL_MEANS_CHANGED = 1 << 25, /* changed in it */
} DlMeaning;

/* What they look like, in the order of a legend. One sign may mean several
 * things. */
typedef enum
{
  DL_SIGN_LINE,
  DL_SIGN_DIAMOND,
  DL_SIGN_SOFT_LINE,
  DL_SIGN_BAR,
  DL_SIGN_SOFT_BAR,
  DL_SIGN_ARROW_START,
  DL_SIGN_ARROW_END,
  DL_SIGN_QUESTION_START,
  DL_SIGN_QUESTION_END,
  DL_SIGN_MEMBERS,
  DL_SIGN_DASHED_MEMBERS,
  DL_SIGN_DASHES,
  DL_SIGN_HATCH,
  DL_SIGN_SPLIT,
  DL_SIGN_STRUCK,
  DL_SIGN_AS_OF,
  DL_SIGN_BREAK,
  DL_SIGN_MARK,
  DL_SIGN_DENSITY,
  DL_SIGN_DIMMED,
  DL_SIGN_ADDED,
  DL_SIGN_CHANGED,
} DlSign;
#define DL_N_SIGNS 22

/**
 * dl_legend_meanings_of:
 * @date: resolved
 * @as_of: (nullable): until when the timeline is told
 *
 * Returns: (type DlMeaning): all that the form of an event of that date and
 *   status says
 */
guint32 dl_legend_meanings_of (const DlDate *date, DlStatus status, const DlInstant *as_of);

/**
 * dl_legend_find:
 * @cancellable: (nullable)
 * @meanings: (out): of #DlMeaning: of all events, and the as-of line
 *
 * One pass over the events, which reads a date only where it may say something
 * new. Thread safe.
 *
 * Returns: FALSE when cancelled
 */
gboolean dl_legend_find (DlTimeline *timeline, GCancellable *cancellable, guint32 *meanings);

/**
 * dl_legend_find_in_picture:
 * @folds: (nullable): what is folded, in sight or not
 *
 * Returns: (type DlMeaning): what a picture says beside its labelled events:
 *   %DL_MEANS_FOLD, %DL_MEANS_MARK, %DL_MEANS_DENSITY, %DL_MEANS_DIMMED,
 *   %DL_MEANS_ADDED and %DL_MEANS_CHANGED
 */
guint32 dl_legend_find_in_picture (DlScene *scene, const DlFolds *folds);

/* Returns: (type DlMeaning): all that it may mean */
guint32 dl_legend_meanings_of_sign (DlSign sign);

/* What @sign means where it can mean only what is in @meanings: "planned, in
 * doubt". Returns: (transfer full) (nullable): %NULL where it does not occur */
char *dl_legend_dup_words (DlSign sign, guint32 meanings);

/* The size that samples are meant for, in pixels. */
#define DL_SAMPLE_WIDTH 56
#define DL_SAMPLE_HEIGHT 24

/**
 * dl_legend_draw:
 * @timeline: whose legend it is
 * @meanings: as above, where @sign stands for several things
 *
 * A sample of a sign, of the size above: what a timeline draws for a date that
 * has it.
 *
 * Returns: (transfer full)
 */
DlScene *dl_legend_draw (DlSign sign, DlTimeline *timeline, guint32 meanings);

G_END_DECLS
