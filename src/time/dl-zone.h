/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-calendar.h"

G_BEGIN_DECLS

/**
 * DlZone:
 *
 * A time zone (IANA name, "UTC", or "+09:00"), an immutable, atomically
 * reference-counted wrapper of #GTimeZone that works for every #DlInstant.
 * A %NULL zone means UTC wherever one is taken.
 */
typedef struct _DlZone DlZone;

/* Returns: (transfer full) (nullable): the zone, or %NULL with %DL_ERROR_INVALID_DATE
 * when no zone of that name is known here. */
DlZone *dl_zone_new (const char *name, GError **error);
DlZone *dl_zone_ref (DlZone *zone);
void    dl_zone_unref (DlZone *zone);
/* The name that the zone was asked for by; "UTC" for %NULL. */
const char *dl_zone_get_name (const DlZone *zone);
gboolean    dl_zone_is_utc (const DlZone *zone);

/* Seconds to add to UTC to get the zone's local time at @instant. */
int dl_zone_offset_at (const DlZone *zone, DlInstant instant);

/* The instant at which the zone's clocks show @local (a civil time counted as
 * if it were UTC). A time that the clocks skip (DST gap) gives the moment of
 * the jump; one that they show twice gives the first. Saturates; infinite
 * bounds stay. */
DlInstant dl_zone_to_instant (const DlZone *zone, DlInstant local);

/* The zone's local civil time at @instant. */
DlCivil dl_zone_to_civil (const DlZone *zone, DlInstant instant);

/* Short name for people at that instant, as the zone database has it ("JST", "+08"). */
const char *dl_zone_abbreviation_at (const DlZone *zone, DlInstant instant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlZone, dl_zone_unref)

G_END_DECLS
