/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/ical/dl-ical-lines.h"
#include "time/dl-zone.h"

G_BEGIN_DECLS

/**
 * DlIcalZones:
 *
 * The time zones that an iCalendar file names: by names of the IANA, by those of
 * Windows, or by names of its own, whose rules it tells (VTIMEZONE).
 */
typedef struct _DlIcalZones DlIcalZones;
typedef struct _DlIcalZone  DlIcalZone;

DlIcalZones *dl_ical_zones_new (void);
void         dl_ical_zones_free (DlIcalZones *self);

/* Takes the VTIMEZONE whose lines come next, up to its end. */
void dl_ical_zones_read (DlIcalZones *self, DlIcalLines *lines);

/* The zone of that name, known or not. */
DlIcalZone *dl_ical_zones_get (DlIcalZones *self, const char *name);

/* Its name in the IANA's list; NULL where it has rules of its own, or is not known. */
const char *dl_ical_zone_get_iana (const DlIcalZone *zone);
gboolean    dl_ical_zone_is_known (const DlIcalZone *zone);
/* Whether it is another name of one that the IANA has, which nothing in the file says. */
gboolean dl_ical_zone_is_translated (const DlIcalZone *zone);
/* Whether this is asked for the first time. */
gboolean dl_ical_zone_tell (DlIcalZone *zone);

typedef enum
{
  DL_ICAL_DATE,
  DL_ICAL_FLOATING,
  DL_ICAL_UTC,
  DL_ICAL_ZONED,
} DlIcalTimeKind;

/**
 * DlIcalTime:
 * @local: seconds from 1970-01-01T00:00:00 as the clocks there count; of a day, its midnight
 * @zone: (nullable): only of %DL_ICAL_ZONED
 *
 * A DATE or DATE-TIME of RFC 5545.
 */
typedef struct
{
  DlIcalTimeKind kind;
  gint64         local;
  DlIcalZone    *zone;
} DlIcalTime;

/* One value of a property, with the zone that its parameters name.
 * Returns: FALSE where it is no date */
gboolean dl_ical_time_parse (const char *text, const char *zone, DlIcalZones *zones, DlIcalTime *time);

/* In UTC; of what is in no zone, as if it were. */
gint64 dl_ical_time_to_utc (const DlIcalTime *time);
/* A time of UTC in the same zone, as its clocks count. */
gint64 dl_ical_time_from_utc (const DlIcalTime *time, gint64 utc);

/* Returns: (transfer full): EDTF */
char *dl_ical_time_to_edtf (const DlIcalTime *time);

/* A DURATION such as "P1DT2H" in seconds. Returns: FALSE where it is none */
gboolean dl_ical_parse_duration (const char *text, gint64 *seconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlIcalZones, dl_ical_zones_free)

G_END_DECLS
