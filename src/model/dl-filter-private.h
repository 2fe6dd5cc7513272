/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-filter.h"

G_BEGIN_DECLS

/* The two values of %DL_FILTER_HAS. */
#define DL_FILTER_HAS_QUOTES 0
#define DL_FILTER_HAS_SOURCES 1

/* Events that one thread looks at at a time. */
#define DL_FILTER_CHUNK 65536

/* Values of a field are numbered from 0 up to this, which itself is the number of
 * "none": in the order of the timeline's topics, people, …, of #DlStatus. */
guint dl_filter_count_values (DlTimeline *timeline, DlFilterField field);
/* Those of one event, perhaps one of them twice. @own: for what is not kept anywhere. */
const guint32 *
dl_filter_get_values (DlTimeline *timeline, DlFilterField field, guint position, guint32 own[2], guint *n_values);
/* Returns: (transfer full) */
char *dl_filter_dup_key (DlTimeline *timeline, DlFilterField field, guint value);
/* For people. Owned by the timeline, or static. */
const char *dl_filter_get_value_name (DlTimeline *timeline, DlFilterField field, guint value);
/* Returns: %DL_NONE where the timeline does not know it */
guint dl_filter_find_value (DlTimeline *timeline, DlFilterField field, const char *key);

/* A field's bit among those that do not let an event through, and the span's. */
#define DL_FILTER_FAILS(field) (1u << (field))
#define DL_FILTER_FAILS_SPAN (1u << DL_N_FILTER_FIELDS)

typedef struct
{
  DlFilterField field;
  gboolean      wants; /* any value at all */
  guint         n_values;
  guint8       *choices; /* DlFilterChoice by value, and of "none" */
} DlFilterTest;

/**
 * DlFilterMatcher:
 *
 * A filter as one timeline's events are asked, value by value.
 */
typedef struct
{
  DlTimeline  *timeline;
  DlFilterTest tests[DL_N_FILTER_FIELDS];
  guint        n_tests;
  gboolean     has_span;
  DlInstant    from;
  DlInstant    to;
} DlFilterMatcher;

/* @filter: (nullable). @timeline: borrowed */
void dl_filter_matcher_init (DlFilterMatcher *self, const DlFilter *filter, DlTimeline *timeline);
void dl_filter_matcher_clear (DlFilterMatcher *self);
/* The bits of all that do not let the event through; 0: it is in. Any thread. */
guint dl_filter_matcher_find_failing (const DlFilterMatcher *self, guint position);

/* What is asked of values, in the order in which that was. */
typedef struct
{
  char          *key;
  DlFilterChoice choice;
} DlFilterTerm;

/* Of DlFilterTerm; owned by @filter. */
const GArray *dl_filter_get_terms (const DlFilter *filter, DlFilterField field);

/* "a, b or c" of @n texts. @ends: whether the list ends with the last of them.
 * Returns: (transfer full) */
char *dl_filter_join (const char *const *texts, guint n, gboolean ends);

G_END_DECLS
