/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-input.h"
#include "formats/draft/dl-draft.h"

G_BEGIN_DECLS

/* Members of an event of a trace; the same order as their names. */
enum
{
  DL_TRACE_PHASE,
  DL_TRACE_NAME,
  DL_TRACE_TIME,
  DL_TRACE_DURATION,
  DL_TRACE_PROCESS,
  DL_TRACE_THREAD,
  DL_TRACE_ID,
  DL_TRACE_CATEGORY,
  DL_TRACE_ARGUMENTS,
  DL_TRACE_ID2,
  DL_TRACE_N_MEMBERS,
};
extern const char *const dl_trace_names[DL_TRACE_N_MEMBERS + 1]; /* ended by NULL */

/* In place of an end: a moment has none, and what goes on has none yet. */
#define DL_TRACE_MOMENT G_MININT64
#define DL_TRACE_OPEN G_MAXINT64

/**
 * DlTraceEvent:
 * @at: where it stands in the text
 * @members: of it
 * @lane: the index of its thread
 * @start: in nanoseconds
 * @end: the same, or %DL_TRACE_MOMENT, or %DL_TRACE_OPEN
 * @start_step: nanoseconds that the last digit of @start counts, %DL_TRACE_MICROS or %DL_TRACE_NANOS
 * @end_step: the same of @end
 *
 * Something that a trace tells of, which may be of two of its elements: one that begins it and
 * one that ends it.
 */
typedef struct
{
  gsize            at;
  const DlLiteral *members;
  guint            lane;
  gint64           start;
  gint64           end;
  gint32           start_step;
  gint32           end_step;
} DlTraceEvent;

/**
 * DlTraceLane:
 * @key: "pid/tid"
 * @process: the first part of that
 * @thread: the second
 * @name: (nullable): of the thread
 *
 * A thread of a process.
 */
typedef struct
{
  char   *key;
  char   *process;
  char   *thread;
  char   *name;
  GArray *begun; /* nullable: what has begun in it */
  GArray *ended; /* nullable: what ends something that stands further on */
} DlTraceLane;

/* One whose process and thread have short numbers. @number: its index, and 1 */
typedef struct
{
  guint32 process;
  guint32 thread;
  guint   number;
} DlTraceShortLane;

/* Returns: FALSE when no more is wanted */
typedef gboolean (*DlTracePutFunc) (const DlTraceEvent *event, gpointer data);

/**
 * DlTraceWalk:
 * @draft: what could not be taken is told to it
 * @put: called for each event, in the order in which they end
 * @lanes: of DlTraceLane, in the order in which the file names them
 * @base: the nanoseconds since 1970 from which its times count, or 0 where only it knows
 *
 * A way through a trace.
 */
typedef struct
{
  DlDraft       *draft;
  DlTracePutFunc put;
  gpointer       data;
  GPtrArray     *lanes;
  gint64         base;

  DlLiteral   list;
  GHashTable *indexes;   /* of a lane's key to its index, and 1 */
  GHashTable *processes; /* pid to its name */
  GHashTable *begun;     /* asynchronous ones, key to what has begun */
  GString    *key;
  /* Of the lanes that were met last, by their numbers. */
  DlTraceShortLane met[64];
  guint            index; /* of the element that is read */
  guint            n_samples;
  gsize            sample_at;
  gboolean         left_out; /* something was, and that is told */
  gint64           first;    /* the earliest start */
  gboolean         stopped;
} DlTraceWalk;

/* @base: see dl_trace_find_list() */
void dl_trace_walk_init (DlTraceWalk *self, DlDraft *draft, gint64 base, DlTracePutFunc put, gpointer data);
void dl_trace_walk_clear (DlTraceWalk *self);

/* Goes through @list, and tells what is worth knowing of it. Returns: FALSE when it was cancelled,
 * and without an error when @put wanted no more */
gboolean dl_trace_walk_go (DlTraceWalk *self, DlInput *input, const DlLiteral *list, GError **error);

/* Whether a process or a thread is told of a lane; without both it is none. */
gboolean dl_trace_lane_is_told (const DlTraceLane *lane);

/* What a lane is called to people. Returns: (transfer full) */
char *dl_trace_walk_dup_name (DlTraceWalk *self, guint lane);

/* What an event is called: its name, or else its category. Returns: (transfer full) (nullable) */
char *dl_trace_event_dup_title (const DlTraceEvent *event);

/* Its arguments as they are written, where they are few. @length: (out): in bytes.
 * Returns: (nullable) */
const char *dl_trace_get_arguments (const DlLiteral *members, gsize *length);

G_END_DECLS
