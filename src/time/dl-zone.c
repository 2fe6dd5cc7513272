/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-zone.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "base/dl-error.h"

#define SECONDS_PER_DAY 86400
#define NAME_MAX_BYTES 64

struct _DlZone
{
  gatomicrefcount ref_count;
  char           *name;
  GTimeZone      *zone; /* NULL for UTC, which needs no look-up */
};

/* A name comes from a file. GLib would also take a path, so only what a
 * zone's name is made of goes through. */
static gboolean
is_plausible_name (const char *name)
{
  gsize length = strlen (name);
  gsize i;

  if (length == 0 || length > NAME_MAX_BYTES || name[0] == '/' || strstr (name, "..") != NULL)
    return FALSE;
  for (i = 0; i < length; i++)
    if (!g_ascii_isalnum (name[i]) && strchr ("+-_/:", name[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* The zone database's folder holds other files too, about which GLib complains
 * as if the program were at fault. */
static gboolean
is_other_file (const char *name)
{
  const char      *folder = g_getenv ("TZDIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "/usr/share/zoneinfo", name, NULL);
  char             magic[4] = { 0 };
  FILE            *file;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  file = fopen (path, "rb");
  if (file == NULL)
    return FALSE;
  if (fread (magic, 1, sizeof magic, file) != sizeof magic)
    magic[0] = '\0';
  fclose (file);
  return memcmp (magic, "TZif", sizeof magic) != 0;
}

static gboolean
is_utc_name (const char *name)
{
  static const char *const names[] = { "UTC", "Z", "Etc/UTC", "GMT", "+00:00", "+00" };
  gsize                    i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static int
offset_of (const DlZone *zone, gint64 seconds)
{
  int interval = g_time_zone_find_interval (zone->zone, G_TIME_TYPE_UNIVERSAL, seconds);

  return interval < 0 ? 0 : g_time_zone_get_offset (zone->zone, interval);
}

DlZone *
dl_zone_new (const char *name, GError **error)
{
  GTimeZone *zone = NULL;
  DlZone    *self;

  g_return_val_if_fail (name != NULL, NULL);

  if (!is_utc_name (name))
    {
      if (is_plausible_name (name) && !is_other_file (name))
        zone = g_time_zone_new_identifier (name);
      if (zone == NULL)
        {
          g_autofree char *start = g_strndup (name, NAME_MAX_BYTES);
          g_autofree char *shown = g_utf8_make_valid (start, -1);

          g_set_error (error, DL_ERROR, DL_ERROR_INVALID_DATE, _ ("“%s” is not a time zone that is known here"), shown);
          return NULL;
        }
    }

  self = g_new0 (DlZone, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->zone = zone;
  return self;
}

DlZone *
dl_zone_ref (DlZone *zone)
{
  g_return_val_if_fail (zone != NULL, NULL);

  g_atomic_ref_count_inc (&zone->ref_count);
  return zone;
}

void
dl_zone_unref (DlZone *zone)
{
  g_return_if_fail (zone != NULL);

  if (!g_atomic_ref_count_dec (&zone->ref_count))
    return;
  g_clear_pointer (&zone->zone, g_time_zone_unref);
  g_free (zone->name);
  g_free (zone);
}

const char *
dl_zone_get_name (const DlZone *zone)
{
  return zone != NULL ? zone->name : "UTC";
}

gboolean
dl_zone_is_utc (const DlZone *zone)
{
  return zone == NULL || zone->zone == NULL;
}

int
dl_zone_offset_at (const DlZone *zone, DlInstant instant)
{
  return dl_zone_is_utc (zone) ? 0 : offset_of (zone, instant.seconds);
}

DlInstant
dl_zone_to_instant (const DlZone *zone, DlInstant local)
{
  int    before;
  int    after;
  gint64 first;
  gint64 second;

  if (dl_zone_is_utc (zone) || !dl_instant_is_finite (local))
    return local;

  /* The offsets in force a day before and a day after; almost always the same. */
  before = offset_of (zone, dl_instant_add (local, -SECONDS_PER_DAY).seconds);
  after = offset_of (zone, dl_instant_add (local, SECONDS_PER_DAY).seconds);
  if (before == after)
    return dl_instant_add (local, -before);

  first = dl_instant_add (local, -before).seconds;
  second = dl_instant_add (local, -after).seconds;
  if (offset_of (zone, first) == before)
    return (DlInstant){ first, local.nanos };
  if (offset_of (zone, second) == after)
    return (DlInstant){ second, local.nanos };

  /* The clocks skip this time: the jump lies in (second, first]. */
  while (first - second > 1)
    {
      gint64 middle = second + (first - second) / 2;

      if (offset_of (zone, middle) == before)
        second = middle;
      else
        first = middle;
    }
  return DL_INSTANT (first);
}

DlCivil
dl_zone_to_civil (const DlZone *zone, DlInstant instant)
{
  return dl_calendar_from_instant (dl_instant_add (instant, dl_zone_offset_at (zone, instant)));
}

const char *
dl_zone_abbreviation_at (const DlZone *zone, DlInstant instant)
{
  int         interval;
  const char *abbreviation = NULL;

  if (dl_zone_is_utc (zone))
    return "UTC";
  interval = g_time_zone_find_interval (zone->zone, G_TIME_TYPE_UNIVERSAL, instant.seconds);
  if (interval >= 0)
    abbreviation = g_time_zone_get_abbreviation (zone->zone, interval);
  return abbreviation != NULL ? abbreviation : zone->name;
}
