/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No precision is told. */
#define DL_WIKIDATA_PRECISION_NONE (-1)

/**
 * dl_wikidata_time_to_edtf:
 * @time: "+1952-03-11T00:00:00Z", "-0044-00-00T00:00:00Z"; its month or day may be 00
 * @precision: 0 for a thousand million years to 14 for a second, as Wikidata counts;
 *   9 is a year, 11 a day
 * @julian: whether the day is one of the Julian calendar
 *
 * A time of an entity. The year has no 0, so that -44 is 44 BC; a Julian day becomes the
 * Gregorian one. The date is only as wide as the precision says.
 *
 * Returns: (transfer full) (nullable): EDTF
 */
char *dl_wikidata_time_to_edtf (const char *time, int precision, gboolean julian);

/**
 * dl_wikidata_iso_to_edtf:
 * @text: "2013-01-01T00:00:00Z", as SPARQL and simplified entities have it
 * @coarse: (out): whether it may be a whole year: the 1st of January at midnight
 *
 * Without the time of day, where that is midnight: Wikidata knows of none. Years are astronomical.
 *
 * Returns: (transfer full) (nullable): EDTF
 */
char *dl_wikidata_iso_to_edtf (const char *text, gboolean *coarse);

/* The same as exact as @precision says, which is one of dl_wikidata_time_to_edtf(); of what is no more exact than a day
 * only what it has. Returns: (transfer full) (nullable): NULL also of a date in words */
char *dl_wikidata_iso_to_edtf_as (const char *text, int precision);

G_END_DECLS
