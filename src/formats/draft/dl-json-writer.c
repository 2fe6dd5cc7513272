/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/draft/dl-json-writer.h"

#include <string.h>

#include "formats/dl-append.h"
#include "formats/dl-json-token.h"

void
dl_json_write_string (GString *out, const char *text)
{
  dl_json_write_string_len (out, text, strlen (text));
}

static inline gboolean
is_plain (char c)
{
  return (guchar) c >= 0x20 && (guchar) c < 0x80 && c != '"' && c != '\\';
}

void
dl_json_write_string_len (GString *out, const char *text, gsize length)
{
  gsize at = 0;

  dl_append (out, "\"", 1);
  while (at < length)
    {
      gsize end = at;
      guint n;
      char  c;

      while (end < length)
        {
          end = dl_json_skip_plain (text, length, end);
          /* What is left of less than a step. */
          while (end < length && is_plain (text[end]))
            end++;
          if (end >= length || text[end] == '"' || text[end] == '\\' || (guchar) text[end] < 0x20)
            break;
          n = dl_json_utf8_length (text, length, end);
          if (n == 0)
            break;
          end += n;
        }
      dl_append (out, text + at, end - at);
      if (end >= length)
        break;
      c = text[end];
      if (c == '"' || c == '\\')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, c);
        }
      else if (c == '\n')
        g_string_append (out, "\\n");
      else if ((guchar) c < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) c);
      else
        g_string_append (out, "\xef\xbf\xbd");
      at = end + 1;
    }
  dl_append (out, "\"", 1);
}

void
dl_json_write_pair (GString *out, const char *name, const char *text)
{
  dl_append (out, "\"", 1);
  dl_append (out, name, strlen (name));
  dl_append (out, "\": ", 3);
  dl_json_write_string (out, text);
}

void
dl_json_write_member (GString *out, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  dl_json_write_pair (out, name, text);
  dl_append (out, ", ", 2);
}

void
dl_json_write_end (GString *out)
{
  /* Not g_str_has_suffix(), which measures all that was written. */
  if (out->len >= 2 && memcmp (out->str + out->len - 2, ", ", 2) == 0)
    g_string_truncate (out, out->len - 2);
}
