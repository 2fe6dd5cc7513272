/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-filter.h"

G_BEGIN_DECLS

/**
 * DlTelling:
 * @zone: (nullable): of the axis; floating dates stay as they are written,
 *   those with an offset move. %NULL: the timeline's own
 * @filter: (nullable): which events are in; its span is of the axis that the zone
 *   makes. %NULL: all of them
 *
 * How a timeline is told, by the reader's choice and without its file being
 * read again. Zero, of every member, is "as the file has it", so one that is
 * added asks nothing of who does not use it. A member may choose what is
 * told (which events are in, what was known by a day) as well as how (the
 * zone, a language): what a timeline holds is settled from all of them at
 * once, and positions are those of the result.
 */
typedef struct
{
  DlZone   *zone;
  DlFilter *filter;
} DlTelling;

/* Frees what a telling owns, for who keeps one. */
void dl_telling_clear (DlTelling *telling);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlTelling, dl_telling_clear)

/**
 * dl_timeline_new_told:
 * @base: as it was read, or another telling of that
 * @telling: borrowed
 *
 * The one door to a timeline that differs from its file. What is the same is
 * shared; ids are the same, positions need not be. Of relations those between
 * events that are in are left. One that only leaves events out costs less where
 * @base has its zone already. Any thread.
 *
 * Returns: (transfer full): the timeline as it was read where @telling asks
 *   for nothing else
 */
DlTimeline *dl_timeline_new_told (DlTimeline *base, const DlTelling *telling);

G_END_DECLS
