/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/literal/dl-literal-string.h"

#include <string.h>

#include "formats/dl-json-token.h"

#define REPLACEMENT 0xfffd

typedef struct
{
  const char *at;
  const char *end;
} Reader;

/* The number of @n hexadecimal digits; -1 where there are not so many. */
static int
read_hex (Reader *reader, guint n)
{
  int   value = 0;
  guint i;

  if (reader->end - reader->at < (gssize) n)
    return -1;
  for (i = 0; i < n; i++)
    {
      int digit = g_ascii_xdigit_value (reader->at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  reader->at += n;
  return value;
}

/* What follows `\u`: one character, of two escapes where they are a pair. */
static gunichar
read_unicode (Reader *reader)
{
  gunichar value = 0;
  int      high;
  int      low;
  Reader   next;

  if (reader->at < reader->end && *reader->at == '{')
    {
      for (reader->at++; reader->at < reader->end && g_ascii_isxdigit (*reader->at); reader->at++)
        value = MIN (value * 16 + (gunichar) g_ascii_xdigit_value (*reader->at), 0x200000);
      if (reader->at < reader->end && *reader->at == '}')
        reader->at++;
      return value;
    }
  high = read_hex (reader, 4);
  if (high < 0)
    return REPLACEMENT;
  if (high < 0xd800 || high > 0xdbff)
    return (gunichar) high;
  next = *reader;
  if (next.end - next.at < 6 || next.at[0] != '\\' || next.at[1] != 'u')
    return REPLACEMENT;
  next.at += 2;
  low = read_hex (&next, 4);
  if (low < 0xdc00 || low > 0xdfff)
    return REPLACEMENT;
  *reader = next;
  return 0x10000 + (((gunichar) high - 0xd800) << 10) + ((gunichar) low - 0xdc00);
}

/* What follows a backslash. */
static void
read_escape (Reader *reader, GString *text)
{
  char     c = *reader->at++;
  gunichar value;

  switch (c)
    {
    case 'n':
      g_string_append_c (text, '\n');
      return;
    case 't':
      g_string_append_c (text, '\t');
      return;
    case 'r':
      g_string_append_c (text, '\r');
      return;
    case 'b':
    case 'f':
    case 'v':
      g_string_append_c (text, ' ');
      return;
    case '\r':
      /* A line that goes on. */
      if (reader->at < reader->end && *reader->at == '\n')
        reader->at++;
      return;
    case '\n':
      return;
    case 'x':
      {
        int byte = read_hex (reader, 2);

        value = byte < 0 ? REPLACEMENT : (gunichar) byte;
        break;
      }
    case 'u':
      value = read_unicode (reader);
      break;
    case '0':
      value = REPLACEMENT;
      break;
    default:
      g_string_append_c (text, c);
      return;
    }
  g_string_append_unichar (text, value != 0 && g_unichar_validate (value) ? value : REPLACEMENT);
}

/* One string in quotes. */
static void
read_quoted (Reader *reader, GString *text)
{
  char quote = *reader->at++;

  while (reader->at < reader->end && *reader->at != quote)
    {
      const char *run = reader->at;

      while (reader->at < reader->end && *reader->at != quote && *reader->at != '\\' && *reader->at != '\0')
        reader->at++;
      g_string_append_len (text, run, reader->at - run);
      if (reader->at >= reader->end || *reader->at == quote)
        break;
      if (*reader->at++ == '\0')
        g_string_append_unichar (text, REPLACEMENT);
      else if (reader->at < reader->end)
        read_escape (reader, text);
    }
  if (reader->at < reader->end)
    reader->at++;
}

/* To the next string of those that `+` joins. Returns: whether there is one */
static gboolean
find_joined (Reader *reader)
{
  gboolean plus = FALSE;

  for (; reader->at < reader->end; reader->at++)
    {
      char c = *reader->at;

      if (c == '/' && reader->end - reader->at > 1 && (reader->at[1] == '/' || reader->at[1] == '*'))
        {
          const char *close = reader->at[1] == '/' ? "\n" : "*/";
          const char *end = g_strstr_len (reader->at + 2, reader->end - reader->at - 2, close);

          if (end == NULL)
            return FALSE;
          reader->at = end + strlen (close) - 1;
        }
      else if (c == '+' && !plus)
        plus = TRUE;
      else if (plus && (c == '"' || c == '\'' || c == '`'))
        return TRUE;
      else if (!g_ascii_isspace (c))
        return FALSE;
    }
  return FALSE;
}

/* A string of ASCII without escapes that is joined to no other, as most are.
 * Returns: (transfer full) (nullable): NULL for any other */
static char *
dup_simple (const char *text, gsize length, gsize at)
{
  gsize end;
  gsize behind;

  if (at >= length || text[at] != '"')
    return NULL;
  end = dl_json_skip_plain (text, length, at + 1);
  if (end >= length || text[end] != '"')
    return NULL;
  for (behind = end + 1; behind < length && g_ascii_isspace (text[behind]); behind++)
    ;
  if (behind < length && (text[behind] == '+' || text[behind] == '/'))
    return NULL;
  return g_strndup (text + at + 1, end - at - 1);
}

char *
dl_literal_string_dup (const char *text, gsize length, gsize at)
{
  char    *simple = dup_simple (text, length, at);
  Reader   reader = { text + at, text + length };
  GString *out;
  char     c;

  if (simple != NULL)
    return simple;
  out = g_string_new (NULL);
  if (reader.at == reader.end)
    return g_string_free (out, FALSE);
  c = *reader.at;
  if (c == '"' || c == '\'' || c == '`')
    do
      read_quoted (&reader, out);
    while (find_joined (&reader));
  else
    {
      const char *start = reader.at;

      while (reader.at < reader.end && *reader.at != ':' && !g_ascii_isspace (*reader.at) && *reader.at != '/')
        reader.at++;
      g_string_append_len (out, start, reader.at - start);
    }
  if (!g_utf8_validate (out->str, (gssize) out->len, NULL))
    {
      g_autofree char *broken = g_string_free (out, FALSE);

      return g_utf8_make_valid (broken, -1);
    }
  return g_string_free (out, FALSE);
}

gboolean
dl_literal_string_is (const char *text, gsize length, gsize at, const char *plain)
{
  g_autofree char *own = dl_literal_string_dup (text, length, at);

  return strcmp (own, plain) == 0;
}
