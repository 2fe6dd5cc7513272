/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-terminal.h"

#include <string.h>

/* Explicit formatting of the bidirectional algorithm (UAX #9). */
static gboolean
turns_text (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_obeyed (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || turns_text (c);
}

/* @text is valid up to @end. */
static void
append_valid (GString *out, const char *text, const char *end, gboolean keep_lines)
{
  while (text < end)
    {
      const char *next = g_utf8_next_char (text);
      gunichar    c = g_utf8_get_char (text);

      if (is_obeyed (c) && !(c == '\n' && keep_lines))
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_len (out, text, next - text);
      text = next;
    }
}

char *
dl_terminal_escape (const char *text, gboolean keep_lines)
{
  const char *end = text + strlen (text);
  GString    *out = g_string_sized_new ((gsize) (end - text) + 1);

  while (text < end)
    {
      const char *wrong;

      g_utf8_validate (text, end - text, &wrong);
      append_valid (out, text, wrong, keep_lines);
      if (wrong < end)
        g_string_append_printf (out, "\\x%02x", (guint) (guchar) *wrong++);
      text = wrong;
    }
  return g_string_free (out, FALSE);
}
