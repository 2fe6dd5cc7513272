/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a place on the ruler is called. Folds are made wide enough for it. */
#include "layout/dl-ruler-names.h"

#include <glib/gi18n.h>

#include "layout/dl-ruler-private.h"
#include "time/dl-edtf.h"

DlUnit
dl_ruler_name_unit (double scale)
{
  if (DL_DAY_SECONDS * scale >= DL_CONTEXT_LEAST)
    return DL_UNIT_DAY;
  return DL_MONTH_SECONDS * scale >= DL_CONTEXT_LEAST ? DL_UNIT_MONTH : DL_UNIT_YEAR;
}

DlUnit
dl_ruler_finer_unit (DlUnit unit)
{
  switch (unit)
    {
    case DL_UNIT_YEAR:
      return DL_UNIT_MONTH;
    case DL_UNIT_MONTH:
      return DL_UNIT_DAY;
    case DL_UNIT_DAY:
      return DL_UNIT_MINUTE;
    default:
      return DL_UNIT_SECOND;
    }
}

DlCivil
dl_ruler_name_floor (DlInstant at, DlUnit unit, gint64 years, const DlZone *zone)
{
  const DlRulerStep step = { unit, unit == DL_UNIT_YEAR ? years : 1, 0, 0 };
  DlCivil           civil = dl_zone_to_civil (zone, at);

  return dl_ruler_step_floor (&civil, &step);
}

char *
dl_ruler_name (DlInstant at, DlUnit unit, gint64 years, const DlZone *zone)
{
  DlCivil          civil = dl_ruler_name_floor (at, unit, years, zone);
  g_autofree char *edtf = NULL;

  switch (unit)
    {
    case DL_UNIT_YEAR:
      return dl_words_tick (&civil, DL_UNIT_YEAR, years, DL_TICK_FULL);
    case DL_UNIT_MONTH:
    case DL_UNIT_DAY:
      edtf = dl_edtf_from_civil (&civil, unit);
      return dl_words_from_edtf (edtf, DL_WORDS_SHORT, NULL);
    default:
      return dl_words_tick (&civil, unit, 1, DL_TICK_FULL);
    }
}

char *
dl_ruler_name_zone (const char *text, const DlZone *zone, DlInstant at)
{
  g_autofree char *name = dl_words_zone (zone, at);

  /* Translators: a day or time, and its zone: "25 October 2025 (JST)". */
  return g_strdup_printf (C_ ("time and zone", "%s (%s)"), text, name);
}

char *
dl_ruler_dup_as_of_words (DlTimeline *timeline)
{
  g_autofree char *date = dl_timeline_dup_words (timeline, dl_timeline_get_as_of_text (timeline), DL_WORDS_SHORT);

  /* Translators: a marker on the ruler; %s is a date: "As of 26 Oct 2025". */
  return g_strdup_printf (_ ("As of %s"), date);
}
