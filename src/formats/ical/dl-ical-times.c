/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/ical/dl-ical-times.h"

#include <string.h>

#include "formats/ical/dl-ical-rule.h"
#include "formats/ical/dl-ical-zone-names.h"
#include "time/dl-edtf-make.h"

/* From when on a zone's clocks are how far ahead of UTC: STANDARD or DAYLIGHT. */
typedef struct
{
  gboolean    has_start;
  gint64      start;
  int         from; /* seconds, before it begins */
  int         to;
  DlIcalRule *rule;  /* nullable */
  GArray     *dates; /* of gint64: RDATE */
} Phase;

struct _DlIcalZone
{
  DlZone  *zone;   /* of the IANA; nullable */
  GArray  *phases; /* of Phase */
  gboolean translated;
  gboolean told;
};

struct _DlIcalZones
{
  GHashTable *all; /* name to DlIcalZone */
};

static void
phase_clear (gpointer data)
{
  Phase *phase = data;

  g_clear_pointer (&phase->rule, dl_ical_rule_free);
  g_clear_pointer (&phase->dates, g_array_unref);
}

static void
zone_free (gpointer data)
{
  DlIcalZone *zone = data;

  g_clear_pointer (&zone->zone, dl_zone_unref);
  g_array_unref (zone->phases);
  g_free (zone);
}

static DlIcalZone *
zone_new (void)
{
  DlIcalZone *zone = g_new0 (DlIcalZone, 1);

  zone->phases = g_array_new (FALSE, TRUE, sizeof (Phase));
  g_array_set_clear_func (zone->phases, phase_clear);
  return zone;
}

DlIcalZones *
dl_ical_zones_new (void)
{
  DlIcalZones *self = g_new0 (DlIcalZones, 1);

  self->all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, zone_free);
  return self;
}

void
dl_ical_zones_free (DlIcalZones *self)
{
  g_hash_table_unref (self->all);
  g_free (self);
}

/* "+0530", "-033015". */
static gboolean
parse_offset (const char *text, int *seconds)
{
  gsize n = strlen (text);
  int   sign = *text == '-' ? -1 : 1;
  int   parts[3] = { 0, 0, 0 };

  if ((*text != '+' && *text != '-') || (n != 5 && n != 7))
    return FALSE;
  for (gsize i = 1; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      parts[(i - 1) / 2] = parts[(i - 1) / 2] * 10 + text[i] - '0';
    }
  *seconds = sign * (parts[0] * DL_HOUR_SECONDS + parts[1] * DL_MINUTE_SECONDS + parts[2]);
  return ABS (*seconds) < DL_DAY_SECONDS;
}

/* Of an address such as "/example.org/20240101_1/Europe/Berlin" the last parts, too. */
static DlZone *
find_iana (const char *name)
{
  for (const char *at = name; at != NULL; at = strchr (at, '/'))
    {
      DlZone *zone;

      while (*at == '/')
        at++;
      /* A lone word at the end, such as "1", is a zone of nobody's. */
      if (at != name && strchr (at, '/') == NULL)
        return NULL;
      zone = *at != '\0' ? dl_zone_new (at, NULL) : NULL;
      if (zone != NULL)
        return zone;
    }
  return NULL;
}

static void
read_phase_line (Phase *phase, const DlIcalLine *line)
{
  DlIcalTime time;

  if (strcmp (line->name, "TZOFFSETFROM") == 0)
    parse_offset (line->value, &phase->from);
  else if (strcmp (line->name, "TZOFFSETTO") == 0)
    parse_offset (line->value, &phase->to);
  else if (strcmp (line->name, "DTSTART") == 0 && dl_ical_time_parse (line->value, NULL, NULL, &time))
    {
      phase->has_start = TRUE;
      phase->start = time.local;
    }
  else if (strcmp (line->name, "RRULE") == 0 && phase->rule == NULL)
    phase->rule = dl_ical_rule_new (line->value);
  else if (strcmp (line->name, "RDATE") == 0)
    {
      g_auto (GStrv) dates = g_strsplit (line->value, ",", -1);

      for (guint i = 0; dates[i] != NULL; i++)
        if (dl_ical_time_parse (dates[i], NULL, NULL, &time))
          g_array_append_val (phase->dates, time.local);
    }
}

static void
end_phase (DlIcalZone *zone, Phase *phase)
{
  gint64   until;
  gboolean utc;

  if (!phase->has_start)
    {
      phase_clear (phase);
      return;
    }
  if (phase->rule != NULL && dl_ical_rule_get_until (phase->rule, &until, &utc) && utc)
    dl_ical_rule_set_until (phase->rule, until + phase->from);
  g_array_append_val (zone->phases, *phase);
  phase->rule = NULL;
  phase->dates = NULL;
}

void
dl_ical_zones_read (DlIcalZones *self, DlIcalLines *lines)
{
  g_autoptr (GStringChunk) arena = g_string_chunk_new (1024);
  g_autofree char         *name = NULL;
  g_autofree char         *location = NULL;
  DlIcalZone              *zone = zone_new ();
  Phase                    phase = { 0 };
  DlIcalLine               line;

  while (dl_ical_next_line (lines, arena, &line))
    {
      if (strcmp (line.name, "END") == 0 && g_ascii_strcasecmp (line.value, "VTIMEZONE") == 0)
        break;
      if (strcmp (line.name, "BEGIN") == 0)
        {
          phase_clear (&phase);
          phase = (Phase){ .dates = g_array_new (FALSE, FALSE, sizeof (gint64)) };
        }
      else if (strcmp (line.name, "END") == 0 && phase.dates != NULL)
        end_phase (zone, &phase);
      else if (phase.dates != NULL)
        read_phase_line (&phase, &line);
      else if (strcmp (line.name, "TZID") == 0 && name == NULL)
        name = g_strstrip (g_strdup (line.value));
      else if (strcmp (line.name, "X-LIC-LOCATION") == 0 && location == NULL)
        location = g_strstrip (g_strdup (line.value));
    }
  phase_clear (&phase);
  if (name == NULL || g_hash_table_contains (self->all, name))
    {
      zone_free (zone);
      return;
    }
  zone->zone = find_iana (name);
  if (zone->zone == NULL && location != NULL)
    zone->zone = find_iana (location);
  g_hash_table_insert (self->all, g_steal_pointer (&name), zone);
}

DlIcalZone *
dl_ical_zones_get (DlIcalZones *self, const char *name)
{
  DlIcalZone *zone = g_hash_table_lookup (self->all, name);
  const char *translated;

  if (zone != NULL)
    {
      /* One that came without rules. */
      if (zone->zone != NULL || zone->phases->len > 0 || zone->translated)
        return zone;
    }
  else
    {
      zone = zone_new ();
      zone->zone = find_iana (name);
      g_hash_table_insert (self->all, g_strdup (name), zone);
    }
  translated = zone->zone == NULL ? dl_ical_zone_name_from_windows (name) : NULL;
  if (translated != NULL)
    {
      zone->zone = dl_zone_new (translated, NULL);
      zone->translated = zone->zone != NULL;
    }
  return zone;
}

const char *
dl_ical_zone_get_iana (const DlIcalZone *zone)
{
  return zone->zone != NULL ? dl_zone_get_name (zone->zone) : NULL;
}

gboolean
dl_ical_zone_is_known (const DlIcalZone *zone)
{
  return zone->zone != NULL || zone->phases->len > 0;
}

gboolean
dl_ical_zone_is_translated (const DlIcalZone *zone)
{
  return zone->translated;
}

gboolean
dl_ical_zone_tell (DlIcalZone *zone)
{
  gboolean first = !zone->told;

  zone->told = TRUE;
  return first;
}

/* When the phase last began, not after @local. */
static gboolean
find_onset (const Phase *phase, gint64 local, gint64 *onset)
{
  gboolean found = phase->start <= local;

  *onset = phase->start;
  if (found && phase->rule != NULL)
    dl_ical_rule_find_last (phase->rule, phase->start, local, onset);
  for (guint i = 0; i < phase->dates->len; i++)
    {
      gint64 date = g_array_index (phase->dates, gint64, i);

      if (date <= local && (!found || date > *onset))
        {
          *onset = date;
          found = TRUE;
        }
    }
  return found;
}

/* How far ahead of UTC the clocks are that show @local. */
static int
find_offset (const DlIcalZone *zone, gint64 local)
{
  const Phase *best = NULL;
  const Phase *first = NULL;
  gint64       best_onset = 0;
  gint64       onset;

  if (zone->zone != NULL)
    return (int) (local - dl_zone_to_instant (zone->zone, DL_INSTANT (local)).seconds);
  for (guint i = 0; i < zone->phases->len; i++)
    {
      const Phase *phase = &g_array_index (zone->phases, Phase, i);

      if (first == NULL || phase->start < first->start)
        first = phase;
      if (find_onset (phase, local, &onset) && (best == NULL || onset > best_onset))
        {
          best = phase;
          best_onset = onset;
        }
    }
  return best != NULL ? best->to : first != NULL ? first->from : 0;
}

static gboolean
parse_digits (const char **text, int n, int *number)
{
  *number = 0;
  for (; n > 0; n--, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *number = *number * 10 + **text - '0';
    }
  return TRUE;
}

static void
skip (const char **text, char mark)
{
  if (**text == mark)
    (*text)++;
}

gboolean
dl_ical_time_parse (const char *text, const char *zone, DlIcalZones *zones, DlIcalTime *time)
{
  DlCivil civil = { 0 };
  int     year, month, day, hour = 0, minute = 0, second = 0;

  while (*text == ' ')
    text++;
  /* With hyphens and colons it is not of this format, but has one meaning even so. */
  if (!parse_digits (&text, 4, &year) || (skip (&text, '-'), !parse_digits (&text, 2, &month)) ||
      (skip (&text, '-'), !parse_digits (&text, 2, &day)) || month < 1 || month > 12 || day < 1 ||
      day > dl_calendar_days_in_month (year, month))
    return FALSE;
  time->kind = DL_ICAL_DATE;
  time->zone = NULL;
  if (*text == 'T' || *text == 't')
    {
      text++;
      if (!parse_digits (&text, 2, &hour) || (skip (&text, ':'), !parse_digits (&text, 2, &minute)))
        return FALSE;
      skip (&text, ':');
      if (g_ascii_isdigit (*text) && !parse_digits (&text, 2, &second))
        return FALSE;
      if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0))
        return FALSE;
      time->kind = DL_ICAL_FLOATING;
      if (*text == 'Z' || *text == 'z')
        {
          text++;
          time->kind = DL_ICAL_UTC;
        }
      else if (zone != NULL && *zone != '\0' && zones != NULL)
        {
          time->zone = dl_ical_zones_get (zones, zone);
          if (dl_ical_zone_is_known (time->zone))
            time->kind = DL_ICAL_ZONED;
        }
    }
  while (*text == ' ')
    text++;
  if (*text != '\0')
    return FALSE;
  civil.year = year;
  civil.month = (gint8) month;
  civil.day = (gint8) day;
  /* The second 60 lies on the second 59. */
  time->local = dl_calendar_to_instant (&civil).seconds + hour * 3600 + minute * 60 + MIN (second, 59);
  return TRUE;
}

gint64
dl_ical_time_to_utc (const DlIcalTime *time)
{
  return time->kind == DL_ICAL_ZONED ? time->local - find_offset (time->zone, time->local) : time->local;
}

gint64
dl_ical_time_from_utc (const DlIcalTime *time, gint64 utc)
{
  int offset;

  if (time->kind != DL_ICAL_ZONED)
    return utc;
  if (time->zone->zone != NULL)
    return utc + dl_zone_offset_at (time->zone->zone, DL_INSTANT (utc));
  /* Near a change of the clocks it is what held before, or what holds after. */
  offset = find_offset (time->zone, utc - DL_DAY_SECONDS);
  if (find_offset (time->zone, utc + offset) != offset)
    offset = find_offset (time->zone, utc + DL_DAY_SECONDS);
  return utc + offset;
}

char *
dl_ical_time_to_edtf (const DlIcalTime *time)
{
  /* A time that the clocks skip is another one in their own words. */
  gint64           utc = dl_ical_time_to_utc (time);
  gint64           local = dl_ical_time_from_utc (time, utc);
  DlCivil          civil = dl_calendar_from_instant (DL_INSTANT (local));
  g_autofree char *edtf = NULL;
  int              offset;

  if (time->kind == DL_ICAL_DATE)
    return dl_edtf_make (civil.year, civil.month, civil.day, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE);
  offset = (int) (local - utc);
  if (offset % DL_MINUTE_SECONDS != 0)
    {
      /* No way to write such an offset, but the same moment in UTC. */
      civil = dl_calendar_from_instant (DL_INSTANT (utc));
      offset = 0;
    }
  /* The format has no way to write a time without seconds; 0 of them are none. */
  edtf = dl_edtf_make (civil.year, civil.month, civil.day, civil.hour, civil.minute,
                       civil.second == 0 ? DL_PART_NONE : civil.second);
  if (edtf == NULL || time->kind == DL_ICAL_FLOATING)
    return g_steal_pointer (&edtf);
  if (offset == 0)
    return g_strconcat (edtf, "Z", NULL);
  return g_strdup_printf ("%s%c%02d:%02d", edtf, offset < 0 ? '-' : '+', ABS (offset) / 3600, ABS (offset) / 60 % 60);
}

gboolean
dl_ical_parse_duration (const char *text, gint64 *seconds)
{
  int      sign = 1;
  gboolean any = FALSE;

  if (*text == '-' || *text == '+')
    sign = *text++ == '-' ? -1 : 1;
  if (*text != 'P' && *text != 'p')
    return FALSE;
  *seconds = 0;
  for (text++; *text != '\0';)
    {
      char  *end;
      gint64 number;

      if (*text == 'T' || *text == 't')
        {
          text++;
          continue;
        }
      if (!g_ascii_isdigit (*text))
        return FALSE;
      number = MIN (g_ascii_strtoll (text, &end, 10), G_MAXINT32);
      switch (g_ascii_toupper (*end))
        {
        case 'W':
          number *= 7 * DL_DAY_SECONDS;
          break;
        case 'D':
          number *= DL_DAY_SECONDS;
          break;
        case 'H':
          number *= DL_HOUR_SECONDS;
          break;
        case 'M':
          number *= DL_MINUTE_SECONDS;
          break;
        case 'S':
          break;
        default:
          return FALSE;
        }
      *seconds += sign * number;
      text = end + 1;
      any = TRUE;
    }
  return any;
}
