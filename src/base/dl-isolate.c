/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-isolate.h"

#define LRM 0x200e
#define LRI 0x2066
#define FSI 0x2068
#define PDI 0x2069

/* The blocks of right-to-left scripts, those to come among them (UAX #9, table 4 and
 * DerivedBidiClass.txt), and the marks, embeddings, overrides and isolates. */
static gboolean
turns_around (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff) ||
         (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff) || c == 0x200f ||
         (c >= 0x202a && c <= 0x202e) || (c >= LRI && c <= PDI);
}

static gboolean
needs_isolation (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if ((guchar) *text >= 0x80 && turns_around (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

char *
dl_isolate (const char *text)
{
  GString *out;
  guint    depth = 0;

  g_return_val_if_fail (text != NULL, NULL);
  if (!needs_isolation (text))
    return g_strdup (text);
  out = g_string_new (NULL);
  /* Pango takes a paragraph's direction from its first strong character, also from one
   * within an isolate. */
  g_string_append_unichar (out, LRM);
  g_string_append_unichar (out, FSI);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == PDI && depth == 0)
        continue;
      if (c >= LRI && c <= FSI)
        depth++;
      else if (c == PDI)
        depth--;
      g_string_append_unichar (out, c);
    }
  for (depth++; depth > 0; depth--)
    g_string_append_unichar (out, PDI);
  return g_string_free (out, FALSE);
}
