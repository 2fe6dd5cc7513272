/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a text is that programs write for each other: no words, though it may have letters. */
#include <string.h>

#include "formats/rows/dl-rows-private.h"

gboolean
dl_row_text_is_geometry (const char *text)
{
  static const char *const kinds[] = { "point",   "multipoint",   "linestring",        "multilinestring",
                                       "polygon", "multipolygon", "geometrycollection" };
  const char              *geometry = text;

  /* "<http://www.opengis.net/def/crs/EPSG/0/4326> Point(…)", "SRID=4326;POINT(…)" */
  if (*text == '<' && strchr (text, '>') != NULL)
    geometry = strchr (text, '>') + 1;
  else if (g_ascii_strncasecmp (text, "srid=", strlen ("srid=")) == 0 && strchr (text, ';') != NULL)
    geometry = strchr (text, ';') + 1;
  while (*geometry == ' ')
    geometry++;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize n = strlen (kinds[i]);

      if (g_ascii_strncasecmp (geometry, kinds[i], n) == 0)
        {
          /* "POINT Z (…)" */
          n += strspn (geometry + n, " ZMzm");
          return geometry[n] == '(' && (strchr ("(+-. ", geometry[n + 1]) != NULL || g_ascii_isdigit (geometry[n + 1]));
        }
    }
  return FALSE;
}

gboolean
dl_row_text_is_color (const char *text)
{
  static const char *const starts[] = { "rgb(", "rgba(", "hsl(", "hsla(", "linear-gradient(", "radial-gradient(" };
  gsize                    digits;

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_ascii_strncasecmp (text, starts[i], strlen (starts[i])) == 0)
      return TRUE;
  digits = *text == '#' ? strspn (text + 1, "0123456789abcdefABCDEF") : 0;
  return (digits == 3 || digits == 4 || digits == 6 || digits == 8) && text[1 + digits] == '\0';
}

gboolean
dl_row_text_is_slug (const char *text)
{
  gboolean parted = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-' && *p != '_')
        return FALSE;
      parted = parted || ((*p == '-' || *p == '_') && p > text);
    }
  return parted && strpbrk (text, "abcdefghijklmnopqrstuvwxyz") != NULL;
}

gboolean
dl_row_text_is_truth (const char *text)
{
  return g_ascii_strcasecmp (text, "true") == 0 || g_ascii_strcasecmp (text, "false") == 0;
}
