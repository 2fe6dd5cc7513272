/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-date.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/dl-error.h"
#include "time/dl-date-plain.h"
#include "time/dl-edtf.h"

#define SHOWN_BYTES 60
/* And of what could be read of it, its end. */
#define SHOWN_BEFORE_BYTES 30

/* One end, laid out: where it can lie, and what the words say. */
typedef struct
{
  DlInstant   earliest;
  DlInstant   latest;
  DlInstant   stated_start;
  DlInstant   stated_end;
  DlPrecision precision;
} Extent;

const char *
dl_precision_to_string (DlPrecision precision)
{
  static const char *const words[] = {
    [DL_PRECISION_NONE] = NC_ ("precision", "none"),
    [DL_PRECISION_FRACTION] = NC_ ("precision", "fraction"),
    [DL_PRECISION_SECOND] = NC_ ("precision", "second"),
    [DL_PRECISION_MINUTE] = NC_ ("precision", "minute"),
    [DL_PRECISION_HOUR] = NC_ ("precision", "hour"),
    [DL_PRECISION_DAY] = NC_ ("precision", "day"),
    [DL_PRECISION_MONTH] = NC_ ("precision", "month"),
    [DL_PRECISION_SEASON] = NC_ ("precision", "season"),
    [DL_PRECISION_QUARTER] = NC_ ("precision", "quarter"),
    [DL_PRECISION_QUADRIMESTER] = NC_ ("precision", "quadrimester"),
    [DL_PRECISION_SEMESTER] = NC_ ("precision", "semester"),
    [DL_PRECISION_YEAR] = NC_ ("precision", "year"),
    [DL_PRECISION_DECADE] = NC_ ("precision", "decade"),
    [DL_PRECISION_CENTURY] = NC_ ("precision", "century"),
    [DL_PRECISION_MILLENNIUM] = NC_ ("precision", "millennium"),
  };

  return (guint) precision < G_N_ELEMENTS (words) ? words[precision] : words[DL_PRECISION_NONE];
}

static DlPrecision
year_precision (const DlEdtfPoint *point)
{
  gint64 unit = dl_edtf_point_year_unit (point);

  /* An exponent only shortens the writing: the year is exact. */
  if (unit == 1 || (point->year_form == DL_EDTF_YEAR_EXPONENT && point->significant == 0))
    return DL_PRECISION_YEAR;
  if (unit == 10)
    return DL_PRECISION_DECADE;
  return unit == 100 ? DL_PRECISION_CENTURY : DL_PRECISION_MILLENNIUM;
}

static DlPrecision
season_precision (int season)
{
  if (season < 33)
    return DL_PRECISION_SEASON;
  if (season < 37)
    return DL_PRECISION_QUARTER;
  return season < 40 ? DL_PRECISION_QUADRIMESTER : DL_PRECISION_SEMESTER;
}

/* A component with an X is known only as finely as the one before it. */
static DlPrecision
point_precision (const DlEdtfPoint *point)
{
  if (point->fraction_digits > 0)
    return DL_PRECISION_FRACTION;
  if (point->time_parts > 0)
    return DL_PRECISION_HOUR - (point->time_parts - 1);
  if (point->components == 1 || (point->unspecified & 1 << DL_EDTF_YEAR) != 0)
    return year_precision (point);
  if (point->season != 0)
    return season_precision (point->season);
  if ((point->unspecified & 1 << DL_EDTF_MONTH) != 0)
    return DL_PRECISION_YEAR;
  if (point->components == 2 || (point->unspecified & 1 << DL_EDTF_DAY) != 0)
    return DL_PRECISION_MONTH;
  return DL_PRECISION_DAY;
}

/* What `~` is worth at the finest component that it stands at; one that is all
 * X says nothing, so the one before it counts. */
static DlUnit
approximate_unit (const DlEdtfPoint *point, gint64 *count)
{
  int finest = point->components - 1;

  while (finest > 0 && (point->qualifiers[finest] & DL_EDTF_APPROXIMATE) == 0)
    finest--;
  if (finest == DL_EDTF_DAY && memcmp (point->digits + 6, "XX", 2) == 0)
    finest--;
  if (finest == DL_EDTF_MONTH && memcmp (point->digits + 4, "XX", 2) == 0)
    finest--;

  *count = 1;
  if (finest == DL_EDTF_DAY)
    return DL_UNIT_DAY;
  if (finest == DL_EDTF_MONTH)
    {
      switch (point->season != 0 ? season_precision (point->season) : DL_PRECISION_MONTH)
        {
        case DL_PRECISION_SEASON:
        case DL_PRECISION_QUARTER:
          *count = 3;
          break;
        case DL_PRECISION_QUADRIMESTER:
          *count = 4;
          break;
        case DL_PRECISION_SEMESTER:
          *count = 6;
          break;
        default:
          break;
        }
      return DL_UNIT_MONTH;
    }
  *count = dl_edtf_point_year_unit (point);
  return DL_UNIT_YEAR;
}

static void
widen (Extent *extent, DlUnit unit, gint64 count, const DlCivil *first, const DlCivil *after)
{
  DlCivil   civil = dl_calendar_add (first, unit, -count);
  DlCivil   last;
  DlInstant end;

  extent->earliest = dl_instant_min (extent->earliest, dl_calendar_to_instant (&civil));

  /* From the end itself, and from the last day: 28 February a month on is
   * 28 March, but the end of February a month on is the end of March. */
  civil = dl_calendar_add (after, unit, count);
  extent->latest = dl_instant_max (extent->latest, dl_calendar_to_instant (&civil));
  last = dl_calendar_from_instant (dl_instant_add (extent->stated_end, -DL_DAY_SECONDS));
  civil = dl_calendar_add (&last, unit, count);
  end = dl_instant_add (dl_calendar_to_instant (&civil), DL_DAY_SECONDS);
  extent->latest = dl_instant_max (extent->latest, end);
}

/* The clock's part of a date-time; @day is its midnight. */
static void
point_time (const DlEdtfPoint *point, DlInstant day, Extent *extent)
{
  static const gint32 lengths[] = { 0, 3600, 60, 1 };
  DlInstant           start;
  gint32              step = 1000000000;
  guint               i;

  /* Instants count no leap seconds; the second 60 lies on the second 59, so
   * that it stays in its minute and its day. */
  start = dl_instant_add (day, point->hour * 3600 + point->minute * 60 + MIN (point->second, 59) - point->offset);
  start.nanos = point->nanos;
  extent->stated_start = start;
  if (point->fraction_digits == 0)
    extent->stated_end = dl_instant_add (start, lengths[point->time_parts]);
  else
    {
      for (i = 0; i < point->fraction_digits; i++)
        step /= 10;
      if (start.nanos + step >= 1000000000)
        {
          start = dl_instant_add (start, 1);
          start.nanos -= 1000000000;
        }
      start.nanos += step;
      extent->stated_end = start;
    }
  extent->earliest = extent->stated_start;
  extent->latest = extent->stated_end;
}

static void
point_extent (const DlEdtfPoint *point, Extent *extent)
{
  DlCivil first;
  DlCivil after;
  DlUnit  unit;
  gint64  count;

  extent->precision = point_precision (point);
  if (!dl_edtf_point_hull (point, &first, &after))
    g_return_if_reached ();
  if (point->time_parts > 0)
    {
      point_time (point, dl_calendar_to_instant (&first), extent);
      return;
    }
  extent->earliest = extent->stated_start = dl_calendar_to_instant (&first);
  extent->latest = extent->stated_end = dl_calendar_to_instant (&after);
  if (((point->qualifiers[0] | point->qualifiers[1] | point->qualifiers[2]) & DL_EDTF_APPROXIMATE) != 0)
    {
      unit = approximate_unit (point, &count);
      widen (extent, unit, count, &first, &after);
    }
}

static guint32
point_flags (const DlEdtfPoint *point, gboolean start)
{
  guint8  qualifiers = point->qualifiers[0] | point->qualifiers[1] | point->qualifiers[2];
  guint32 flags = 0;

  if ((qualifiers & DL_EDTF_APPROXIMATE) != 0)
    flags |= start ? DL_DATE_APPROXIMATE_START : DL_DATE_APPROXIMATE_END;
  if ((qualifiers & DL_EDTF_UNCERTAIN) != 0)
    flags |= start ? DL_DATE_UNCERTAIN_START : DL_DATE_UNCERTAIN_END;
  if (point->zone != DL_EDTF_FLOATING)
    flags |= start ? DL_DATE_OFFSET_START : DL_DATE_OFFSET_END;
  if (point->unspecified != 0)
    flags |= DL_DATE_UNSPECIFIED;
  if (point->kind == DL_EDTF_OPEN)
    flags |= start ? DL_DATE_OPEN_START : DL_DATE_OPEN_END;
  return flags;
}

/* Ends that overlap (`2004-06/2004-06-15`) bound each other. */
static void
order_bounds (DlDate *date)
{
  date->latest_start = dl_instant_min (date->latest_start, date->latest_end);
  date->earliest_end = dl_instant_max (date->earliest_end, date->earliest_start);
  date->latest_start = dl_instant_max (date->latest_start, date->earliest_start);
  date->latest_end = dl_instant_max (date->latest_end, date->earliest_end);
  date->stated_end = dl_instant_max (date->stated_end, date->stated_start);
}

static void
single_from_extent (DlDate *date, const Extent *extent)
{
  date->earliest_start = date->earliest_end = extent->earliest;
  date->latest_start = date->latest_end = extent->latest;
  date->stated_start = extent->stated_start;
  date->stated_end = extent->stated_end;
}

static void
point_to_date (const DlEdtfPoint *point, DlDate *date)
{
  Extent extent;

  point_extent (point, &extent);
  single_from_extent (date, &extent);
  date->start_precision = date->end_precision = extent.precision;
  date->flags |= point_flags (point, TRUE) | point_flags (point, FALSE);
}

/* A day of slack where only one end floats: until the axis is known it may
 * shift that far. */
static gboolean
is_reversed (const Extent *from, const DlEdtfPoint *from_point, const Extent *to, const DlEdtfPoint *to_point)
{
  gboolean mixed = (from_point->zone == DL_EDTF_FLOATING) != (to_point->zone == DL_EDTF_FLOATING);

  return dl_instant_compare (dl_instant_add (to->latest, mixed ? DL_DAY_SECONDS : 0), from->earliest) <= 0;
}

static gboolean
interval_to_date (const DlEdtf *edtf, DlDate *date, DlEdtfError *error)
{
  static const Extent nothing = { .precision = DL_PRECISION_NONE };
  Extent              start = nothing;
  Extent              end = nothing;
  gboolean            has_start = edtf->start.kind == DL_EDTF_DATE;
  gboolean            has_end = edtf->end.kind == DL_EDTF_DATE;

  date->flags |= DL_DATE_INTERVAL | point_flags (&edtf->start, TRUE) | point_flags (&edtf->end, FALSE);
  if (has_start)
    point_extent (&edtf->start, &start);
  if (has_end)
    point_extent (&edtf->end, &end);
  date->start_precision = start.precision;
  date->end_precision = end.precision;
  if (has_start && has_end && is_reversed (&start, &edtf->start, &end, &edtf->end))
    {
      error->at = edtf->end_at;
      error->reason = N_ ("expected an end that is not before the start");
      return FALSE;
    }

  if (has_start)
    {
      date->earliest_start = start.earliest;
      date->latest_start = start.latest;
      date->stated_start = start.stated_start;
    }
  else
    {
      /* It began before it was over: an unknown start is bounded by the end. */
      date->earliest_start = date->stated_start = DL_INSTANT_MIN;
      date->latest_start = edtf->start.kind == DL_EDTF_OPEN ? DL_INSTANT_MIN : end.latest;
      if (edtf->start.kind != DL_EDTF_OPEN)
        {
          date->stated_start = end.stated_start;
          date->flags |= DL_DATE_UNKNOWN_START;
        }
    }
  if (has_end)
    {
      date->earliest_end = end.earliest;
      date->latest_end = end.latest;
      date->stated_end = end.stated_end;
    }
  else
    {
      date->latest_end = date->stated_end = DL_INSTANT_MAX;
      date->earliest_end = edtf->end.kind == DL_EDTF_OPEN ? DL_INSTANT_MAX : start.earliest;
      if (edtf->end.kind != DL_EDTF_OPEN)
        {
          date->stated_end = start.stated_end;
          date->flags |= DL_DATE_UNKNOWN_END;
        }
    }
  order_bounds (date);
  return TRUE;
}

static void
add_to_hull (Extent *hull, const Extent *member)
{
  hull->earliest = dl_instant_min (hull->earliest, member->earliest);
  hull->latest = dl_instant_max (hull->latest, member->latest);
  hull->stated_start = dl_instant_min (hull->stated_start, member->stated_start);
  hull->stated_end = dl_instant_max (hull->stated_end, member->stated_end);
  hull->precision = MAX (hull->precision, member->precision);
}

static gboolean
set_to_date (const DlEdtf *edtf, DlDate *date, DlEdtfError *error)
{
  Extent      hull = { DL_INSTANT_MAX, DL_INSTANT_MIN, DL_INSTANT_MAX, DL_INSTANT_MIN, DL_PRECISION_NONE };
  Extent      from_extent;
  Extent      to_extent;
  DlEdtfPoint from;
  DlEdtfPoint to;
  gsize       at = 0;

  date->flags |= edtf->form == DL_EDTF_SET_ONE ? DL_DATE_SET_ONE : DL_DATE_SET_ALL;
  while (dl_edtf_next_member (edtf, &at, &from, &to))
    {
      date->flags |= point_flags (&from, TRUE) | point_flags (&from, FALSE);
      date->flags |= point_flags (&to, TRUE) | point_flags (&to, FALSE);
      if (from.kind == DL_EDTF_OPEN)
        hull.earliest = hull.stated_start = DL_INSTANT_MIN;
      else
        {
          point_extent (&from, &from_extent);
          add_to_hull (&hull, &from_extent);
        }
      if (to.kind == DL_EDTF_NONE)
        continue;
      if (to.kind == DL_EDTF_OPEN)
        {
          hull.latest = hull.stated_end = DL_INSTANT_MAX;
          continue;
        }
      point_extent (&to, &to_extent);
      if (from.kind == DL_EDTF_DATE && is_reversed (&from_extent, &from, &to_extent, &to))
        {
          error->at = at;
          error->reason = N_ ("expected an end that is not before the start");
          return FALSE;
        }
      add_to_hull (&hull, &to_extent);
    }
  /* Each end is open only where a member leaves that side open. */
  date->flags &= ~(guint32) (DL_DATE_OPEN_START | DL_DATE_OPEN_END);
  if (!dl_instant_is_finite (hull.earliest))
    date->flags |= DL_DATE_OPEN_START;
  if (!dl_instant_is_finite (hull.latest))
    date->flags |= DL_DATE_OPEN_END;
  single_from_extent (date, &hull);
  date->start_precision = date->end_precision = hull.precision;
  return TRUE;
}

/* The text is named as far as it is short; of a long one, its start. */
static void
set_error (GError **error, const char *text, gsize length, const DlEdtfError *failure)
{
  g_autofree char *start = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *read = NULL;
  g_autofree char *valid = NULL;

  if (error == NULL)
    return;
  start = g_utf8_make_valid (text, (gssize) MIN (length, SHOWN_BYTES));
  g_strdelimit (start, "\t\r\n", ' ');
  shown = length > SHOWN_BYTES ? g_strconcat (start, "…", NULL) : g_steal_pointer (&start);
  if (failure->at == 0)
    {
      /* Translators: the first is the text as written, the second says what was expected at its start. */
      g_set_error (error, DL_ERROR, DL_ERROR_INVALID_DATE, _ ("“%s” is not a date: %s"), shown, _ (failure->reason));
      return;
    }
  /* What was read is ASCII. */
  read = failure->at > SHOWN_BEFORE_BYTES
           ? g_strdup_printf ("…%.*s", SHOWN_BEFORE_BYTES, text + failure->at - SHOWN_BEFORE_BYTES)
           : g_strndup (text, failure->at);
  valid = g_utf8_make_valid (read, -1);
  /* Translators: the first is the text as written, the second the part of it that could be read, the last says
   * what was expected behind that. */
  g_set_error (error, DL_ERROR, DL_ERROR_INVALID_DATE, _ ("“%s” is not a date: after “%s”, %s"), shown, valid,
               _ (failure->reason));
}

gboolean
dl_date_parse_thorough (const char *text, gsize bytes, DlDate *date, GError **error)
{
  DlEdtf      edtf;
  DlEdtfError failure = { 0, NULL };
  DlDate      result = { 0 };
  gboolean    ok = dl_edtf_parse (text, bytes, &edtf, &failure);

  if (ok)
    {
      result.level = edtf.level;
      if (edtf.extension)
        result.flags |= DL_DATE_EXTENSION;
      if (edtf.form == DL_EDTF_SINGLE)
        point_to_date (&edtf.start, &result);
      else if (edtf.form == DL_EDTF_INTERVAL)
        ok = interval_to_date (&edtf, &result, &failure);
      else
        ok = set_to_date (&edtf, &result, &failure);
    }
  if (!ok)
    {
      set_error (error, text, bytes, &failure);
      return FALSE;
    }
  *date = result;
  return TRUE;
}

gboolean
dl_date_parse (const char *text, gssize length, DlDate *date, GError **error)
{
  gsize  bytes;
  DlDate plain;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  bytes = length < 0 ? strlen (text) : (gsize) length;
  if (!dl_date_parse_plain (text, bytes, &plain))
    return dl_date_parse_thorough (text, bytes, date, error);
  *date = plain;
  return TRUE;
}

/* The bounds of one end; of many dates they are the same, and looking up a
 * zone's clocks is not free. */
static void
lay_on_axis (const DlZone *zone, DlInstant *earliest, DlInstant *latest, DlInstant *stated)
{
  DlInstant from = *earliest;
  DlInstant to = *latest;

  *earliest = dl_zone_to_instant (zone, from);
  *latest = dl_zone_to_instant (zone, to);
  if (dl_instant_compare (*stated, from) == 0)
    *stated = *earliest;
  else if (dl_instant_compare (*stated, to) == 0)
    *stated = *latest;
  else
    *stated = dl_zone_to_instant (zone, *stated);
}

void
dl_date_resolve (DlDate *date, const DlZone *zone)
{
  gboolean start_floats = (date->flags & DL_DATE_OFFSET_START) == 0;
  gboolean end_floats = (date->flags & DL_DATE_OFFSET_END) == 0;

  if (dl_zone_is_utc (zone))
    return;
  /* An unknown end is bounded by the other one, and lies where that one does. */
  if ((date->flags & DL_DATE_UNKNOWN_START) != 0)
    start_floats = end_floats;
  if ((date->flags & DL_DATE_UNKNOWN_END) != 0)
    end_floats = start_floats;
  if (start_floats)
    lay_on_axis (zone, &date->earliest_start, &date->latest_start, &date->stated_start);
  if (end_floats)
    lay_on_axis (zone, &date->earliest_end, &date->latest_end, &date->stated_end);
  order_bounds (date);
}

gboolean
dl_date_get_view (const DlDate *date, DlInstant *from, DlInstant *to)
{
  if (!dl_instant_is_finite (date->earliest_start) || !dl_instant_is_finite (date->latest_end))
    return FALSE;
  *from = date->earliest_start;
  *to = date->latest_end;
  if ((date->flags & DL_DATE_INTERVAL) != 0 && date->end_precision <= DL_PRECISION_HOUR &&
      dl_instant_compare (*from, date->earliest_end) < 0)
    *to = date->earliest_end;
  return TRUE;
}

int
dl_date_compare (const DlDate *a, const DlDate *b)
{
  int order = dl_instant_compare (a->earliest_start, b->earliest_start);

  if (order == 0)
    order = dl_instant_compare (b->latest_end, a->latest_end);
  if (order == 0)
    order = dl_instant_compare (a->stated_start, b->stated_start);
  return order;
}

char *
dl_instant_to_iso8601 (DlInstant instant)
{
  DlCivil  civil;
  GString *text;

  if (!dl_instant_is_finite (instant))
    return NULL;
  civil = dl_calendar_from_instant (instant);
  text = g_string_new (NULL);
  if (civil.year < 0)
    g_string_append_printf (text, "-%04" G_GINT64_FORMAT, -civil.year);
  else
    g_string_append_printf (text, civil.year > 9999 ? "+%04" G_GINT64_FORMAT : "%04" G_GINT64_FORMAT, civil.year);
  g_string_append_printf (text, "-%02d-%02dT%02d:%02d:%02d", civil.month, civil.day, civil.hour, civil.minute,
                          civil.second);
  if (instant.nanos > 0)
    {
      g_string_append_printf (text, ".%09d", instant.nanos);
      while (text->str[text->len - 1] == '0')
        g_string_truncate (text, text->len - 1);
    }
  g_string_append_c (text, 'Z');
  return g_string_free (text, FALSE);
}
