/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-zone-names.h"

#include <stdlib.h>
#include <string.h>

#include "base/dl-suggestion.h"
#include "time/dl-zone.h"

#define ZONE_FOLDER "/usr/share/zoneinfo"

/* Short names that are clear enough. CST, IST and BST mean several zones each. */
static const struct
{
  const char *name;
  const char *zone;
} short_names[] = {
  { "AEDT", "Australia/Sydney" },   { "AEST", "Australia/Sydney" },   { "CEST", "Europe/Paris" },
  { "EDT", "America/New_York" },    { "EEST", "Europe/Athens" },      { "EST", "America/New_York" },
  { "ET", "America/New_York" },     { "HKT", "Asia/Hong_Kong" },      { "JST", "Asia/Tokyo" },
  { "KST", "Asia/Seoul" },          { "MDT", "America/Denver" },      { "MSK", "Europe/Moscow" },
  { "MT", "America/Denver" },       { "NZDT", "Pacific/Auckland" },   { "NZST", "Pacific/Auckland" },
  { "PDT", "America/Los_Angeles" }, { "PST", "America/Los_Angeles" }, { "PT", "America/Los_Angeles" },
  { "SGT", "Asia/Singapore" },      { "WEST", "Europe/Lisbon" },      { "ZULU", "UTC" },
};

/* "+9", "UTC+9", "GMT +09", "+0900" as "+09:00". transfer full; NULL for anything else */
static char *
read_offset (const char *text)
{
  char  digits[5] = { 0 };
  guint n = 0;
  char  sign;
  int   hours;
  int   minutes;

  if (g_ascii_strncasecmp (text, "UTC", 3) == 0 || g_ascii_strncasecmp (text, "GMT", 3) == 0)
    text += 3;
  while (*text == ' ')
    text++;
  if (*text != '+' && *text != '-')
    return NULL;
  sign = *text;
  for (text++; *text != '\0'; text++)
    if (g_ascii_isdigit (*text) && n < 4)
      digits[n++] = *text;
    else if (*text != ':' || n < 1 || n > 2)
      return NULL;
  if (n == 0)
    return NULL;
  hours = n < 3 ? atoi (digits) : atoi (digits) / 100;
  minutes = n < 3 ? 0 : atoi (digits) % 100;
  return hours < 24 && minutes < 60 ? g_strdup_printf ("%c%02d:%02d", sign, hours, minutes) : NULL;
}

gboolean
dl_zone_is_listed (const char *name)
{
  const char      *folder = g_getenv ("TZDIR");
  g_autofree char *path = NULL;

  if (*name == '+' || *name == '-' || g_str_equal (name, "UTC") || g_str_equal (name, "Z"))
    return TRUE;
  if (*name == '/' || strstr (name, "..") != NULL)
    return FALSE;
  path = g_build_filename (folder != NULL ? folder : ZONE_FOLDER, name, NULL);
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* Adds the names that a line of the database's tables has. */
static void
add_names (GPtrArray *names, const char *line)
{
  g_auto (GStrv) fields = NULL;

  /* tzdata.zi: "Z NAME …" and "L OF NAME"; zone.tab: "CODE<tab>PLACE<tab>NAME…". */
  if (g_str_has_prefix (line, "Z ") || g_str_has_prefix (line, "L "))
    {
      fields = g_strsplit (line, " ", 4);
      if (g_strv_length (fields) >= 3)
        g_ptr_array_add (names, g_strdup (fields[*line == 'Z' ? 1 : 2]));
    }
  else if (strchr (line, '\t') != NULL && *line != '#')
    {
      fields = g_strsplit (line, "\t", 4);
      if (g_strv_length (fields) >= 3)
        g_ptr_array_add (names, g_strdup (fields[2]));
    }
}

/* All names of the zone database; read once. */
static const char *const *
get_names (void)
{
  static char **names;
  static gsize  done;

  if (g_once_init_enter (&done))
    {
      static const char *const files[] = { "tzdata.zi", "zone.tab", "zone1970.tab" };
      const char              *folder = g_getenv ("TZDIR");
      GPtrArray               *found = g_ptr_array_new ();

      for (guint i = 0; i < G_N_ELEMENTS (files) && found->len == 0; i++)
        {
          g_autofree char *path = g_build_filename (folder != NULL ? folder : ZONE_FOLDER, files[i], NULL);
          g_autofree char *text = NULL;
          g_auto (GStrv)   lines = NULL;

          if (!g_file_get_contents (path, &text, NULL, NULL))
            continue;
          lines = g_strsplit (text, "\n", -1);
          for (guint k = 0; lines[k] != NULL; k++)
            add_names (found, lines[k]);
        }
      g_ptr_array_add (found, NULL);
      names = (char **) g_ptr_array_free (found, FALSE);
      g_once_init_leave (&done, 1);
    }
  return (const char *const *) names;
}

char *
dl_zone_suggest (const char *name)
{
  const char *const *names = get_names ();
  const char        *near;
  g_autoptr (DlZone) zone = NULL;
  char              *offset = read_offset (name);

  if (offset != NULL)
    return offset;
  for (guint i = 0; i < G_N_ELEMENTS (short_names); i++)
    {
      gsize n = strlen (short_names[i].name);

      /* And the rule that begins with it: EST5, JST-9. */
      if (g_ascii_strncasecmp (name, short_names[i].name, n) == 0 && !g_ascii_isalpha (name[n]))
        return g_strdup (short_names[i].zone);
    }
  near = dl_nearest_of (name, names);
  /* A city alone. */
  for (guint i = 0; near == NULL && names[i] != NULL; i++)
    {
      const char *city = strrchr (names[i], '/');

      if (city != NULL && dl_nearest_find_same (name, (const char *const[]){ city + 1, NULL }) == 0)
        near = names[i];
    }
  if (near != NULL)
    return g_strdup (near);
  zone = dl_zone_new (name, NULL);
  if (zone != NULL)
    {
      int seconds = dl_zone_offset_at (zone, DL_INSTANT (0));

      if (seconds % 60 == 0)
        return g_strdup_printf ("%c%02d:%02d", seconds < 0 ? '-' : '+', ABS (seconds) / 3600, ABS (seconds) / 60 % 60);
    }
  return NULL;
}
