/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

/* What kinds of history there are; each is hard for a layout in its own way. */
typedef enum
{
  RANDOM_MIXED,       /* everything, over some years */
  RANDOM_CLUMP,       /* thousands within one hour, a few far away */
  RANDOM_ONE_INSTANT, /* all at the same second */
  RANDOM_ONE_EVENT,   /* */
  RANDOM_DEEP,        /* intervals that all overlap, many without an end */
  RANDOM_COSMIC,      /* 4 × 10¹⁷ seconds from end to end */
  RANDOM_MANY_LANES,  /* more topics than lanes, some without events */
  RANDOM_GAPS,        /* centuries of nothing between some crowded years */
} RandomKind;
#define RANDOM_N_KINDS 8

const char *random_kind_to_string (RandomKind kind);

/* A timeline of @kind out of g_test_rand_int(), so that the seed that GLib
 * prints brings it back. @size: 1 is the usual; Returns: (transfer full) */
DlTimeline *random_timeline_new (RandomKind kind, double size);

/* The same with so many events. */
DlTimeline *random_timeline_new_with (RandomKind kind, guint n_events);

/* A random number in [@low, @high), evenly in its logarithm; both positive. */
double random_log_uniform (double low, double high);

G_END_DECLS
