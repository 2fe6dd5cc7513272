/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-input.h"
#include "formats/draft/dl-draft.h"
#include "formats/ical/dl-ical-times.h"

G_BEGIN_DECLS

typedef enum
{
  DL_ICAL_EVENT,
  DL_ICAL_TODO,
  DL_ICAL_JOURNAL,
} DlIcalKind;

/**
 * DlIcalCut:
 * @from: the time that is replaced, in UTC
 * @later: of gint64: how much later than that the others are, in seconds of the clocks there
 *
 * Where a component takes the place of one time of another, and of all that come later
 * (RANGE=THISANDFUTURE).
 */
typedef struct
{
  gint64  from;
  GArray *later;
} DlIcalCut;

/**
 * DlIcalReader:
 * @uids: of all components of the file
 * @overrides: keys of times that have a component of their own, see dl_ical_dup_key()
 * @cuts: ids of components to arrays of #DlIcalCut
 * @calendar: (nullable): a topic for what has no category
 *
 * What is known of a file while its events are read.
 */
typedef struct
{
  DlDraft     *draft;
  DlIcalZones *zones;
  GHashTable  *uids;
  GHashTable  *overrides;
  GHashTable  *cuts;
  const char  *calendar;
  guint        n_made; /* by rules */
  guint        n_untitled;
  gsize        untitled_at; /* the first of these */
} DlIcalReader;

/* The key of one time of what has the id @uid. Returns: (transfer full) */
char *dl_ical_dup_key (const char *uid, const DlIcalTime *time);

/* Notes that a component takes the place of what has the id @uid, from @time on. */
void dl_ical_add_cut (DlIcalReader *self, const char *uid, const DlIcalTime *time);

/* Puts one component into the draft, with all times of it.
 * @lines: of #DlIcalLine, without those of components within it */
void dl_ical_read_event (DlIcalReader *self, DlIcalKind kind, const GArray *lines, gsize offset);

/* Tells of an event that has no END. @lines: what there is of it */
void dl_ical_tell_cut_off (DlIcalReader *self, const GArray *lines, gsize offset);

G_END_DECLS
