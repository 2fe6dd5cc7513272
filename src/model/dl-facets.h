/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-filter.h"

G_BEGIN_DECLS

/* Bars of a histogram. */
#define DL_N_FACET_BINS 12

/**
 * DlFacetValue:
 * @key: as #DlFilter knows it
 * @name: for people
 * @hue_name: (nullable): a topic's colour in the file
 * @index: of the topic, person, place, source; a #DlStatus; %DL_NONE of those without a
 *   value, and of what there is to have
 * @n_all: events that have it, whatever the filter
 * @n: of these, those that the filter's span and all its other fields let through
 * @bins: how many of all that have it begin in each twelfth of the time that they are
 *   counted in: the timeline's extent, or where nine tenths of its events begin if that
 *   is less than half of it; the first and the last twelfth then hold what is beyond
 *   too. Those without a known beginning are in none
 */
typedef struct
{
  char       *key;
  char       *name;
  const char *hue_name;
  guint       index;
  guint       n_all;
  guint       n;
  guint       bins[DL_N_FACET_BINS];
} DlFacetValue;

/**
 * DlFacets:
 *
 * What values a timeline's events have, and how many have each under a filter.
 * Immutable, atomically reference counted; may be made on any thread.
 */
typedef struct _DlFacets DlFacets;

/* @filter: (nullable). Takes a time that grows with events and their values. */
DlFacets *dl_facets_new (DlTimeline *timeline, const DlFilter *filter);
DlFacets *dl_facets_ref (DlFacets *self);
void      dl_facets_unref (DlFacets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlFacets, dl_facets_unref)

/* The values of a field that any event has: topics, statuses and what there is to have
 * in their own order, others the most frequent of the whole first, so that no filter
 * moves them; those without a value last. */
guint               dl_facets_get_n (DlFacets *self, DlFilterField field);
const DlFacetValue *dl_facets_get (DlFacets *self, DlFilterField field, guint index);

G_END_DECLS
