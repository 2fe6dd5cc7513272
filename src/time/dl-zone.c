/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-zone.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "base/dl-error.h"

#define NAME_MAX_BYTES 64

/* GLib goes through all of a zone's changes of clocks from the first one on, at
 * every question. Who asks so often that it costs more than a table gets one. */
#define OFTEN 4096

/* Between most changes of clocks, in seconds: where the next one is looked for first. */
#define SEARCH_STEP (G_GINT64_CONSTANT (1) << 23)

/* From @starts[i] on the clocks are @offsets[i] seconds ahead of UTC; the first
 * start is before all time. */
typedef struct
{
  guint   n;
  gint64 *starts;
  gint32 *offsets;
} Clocks;

struct _DlZone
{
  gatomicrefcount ref_count;
  char           *name;
  GTimeZone      *zone; /* NULL for UTC, which needs no look-up */
  int             n_asked;
  Clocks         *clocks; /* once it is asked often */
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

static void
clocks_free (Clocks *clocks)
{
  if (clocks == NULL)
    return;
  g_free (clocks->starts);
  g_free (clocks->offsets);
  g_free (clocks);
}

/* The first second of an interval after @interval; @start is in @interval. */
static gint64
next_start (GTimeZone *zone, int interval, gint64 start)
{
  gint64 low = start;
  gint64 high = start;
  gint64 step = SEARCH_STEP;

  do
    {
      if (__builtin_add_overflow (high, step, &high))
        high = G_MAXINT64;
      if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, high) <= interval)
        low = high;
      step *= 2;
    }
  while (low == high);
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, middle) <= interval)
        low = middle;
      else
        high = middle;
    }
  return high;
}

static Clocks *
clocks_new (GTimeZone *zone)
{
  Clocks *self = g_new0 (Clocks, 1);
  int     interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, G_MININT64);
  int     last = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, G_MAXINT64);
  gint64  start = G_MININT64;

  self->starts = g_new (gint64, MAX (last - interval, 0) + 1);
  self->offsets = g_new (gint32, MAX (last - interval, 0) + 1);
  for (;;)
    {
      self->starts[self->n] = start;
      self->offsets[self->n] = interval < 0 ? 0 : g_time_zone_get_offset (zone, interval);
      self->n++;
      if (interval >= last)
        return self;
      /* Nothing was before this, and to go there in small steps takes long. */
      start = next_start (zone, interval, MAX (start, -(G_GINT64_CONSTANT (1) << 36)));
      interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, start);
    }
}

static int
clocks_offset (const Clocks *self, gint64 seconds)
{
  guint low = 0;
  guint high = self->n;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (self->starts[middle] <= seconds)
        low = middle;
      else
        high = middle;
    }
  return self->offsets[low];
}

static int
offset_of (const DlZone *zone, gint64 seconds)
{
  DlZone *self = (DlZone *) zone; /* the table changes nothing that is seen */
  Clocks *clocks = g_atomic_pointer_get (&self->clocks);
  int     interval;

  if (clocks != NULL)
    return clocks_offset (clocks, seconds);
  if (g_atomic_int_add (&self->n_asked, 1) == OFTEN)
    g_atomic_pointer_set (&self->clocks, clocks_new (self->zone));
  interval = g_time_zone_find_interval (zone->zone, G_TIME_TYPE_UNIVERSAL, seconds);
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

          g_set_error (error, DL_ERROR, DL_ERROR_INVALID_DATE,
                       _ ("“%s” is not a known time zone, such as Europe/Paris"), shown);
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
  g_clear_pointer (&zone->clocks, clocks_free);
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

/* When the clocks skip @local: the first second after @low, at which the offset
 * is still @before, and up to @high, at which it no longer is. */
static gint64
find_jump (const DlZone *zone, gint64 local, gint64 low, gint64 high, int before)
{
  gint64 time = local;
  int    interval = g_time_zone_adjust_time (zone->zone, G_TIME_TYPE_STANDARD, &time);
  gint64 near = time - g_time_zone_get_offset (zone->zone, interval);

  /* GLib goes to an edge of the gap, to the one or to the other. */
  if (near > low && near < high && offset_of (zone, near) == before)
    low = near;
  else if (near > low && near < high)
    high = near;
  if (high - 1 > low && offset_of (zone, high - 1) == before)
    return high;
  if (offset_of (zone, low + 1) != before)
    return low + 1;
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (offset_of (zone, middle) == before)
        low = middle;
      else
        high = middle;
    }
  return high;
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
  before = offset_of (zone, dl_instant_add (local, -DL_DAY_SECONDS).seconds);
  after = offset_of (zone, dl_instant_add (local, DL_DAY_SECONDS).seconds);
  if (before == after)
    return dl_instant_add (local, -before);

  first = dl_instant_add (local, -before).seconds;
  second = dl_instant_add (local, -after).seconds;
  if (offset_of (zone, first) == before)
    return (DlInstant){ first, local.nanos };
  if (offset_of (zone, second) == after)
    return (DlInstant){ second, local.nanos };

  return DL_INSTANT (find_jump (zone, local.seconds, second, first, before));
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
