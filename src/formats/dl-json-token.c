/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-json-token.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

static gboolean
fail (DlJsonToken *t, gsize at, const char *reason)
{
  t->at = at;
  t->reason = reason;
  return FALSE;
}

static void
note_flaw (DlJsonToken *t, DlJsonFlaw flaw, gsize at)
{
  if (t->flaw != DL_JSON_FLAW_NONE)
    return;
  t->flaw = flaw;
  t->flaw_at = at;
}

static inline gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

static inline char
peek (const DlJsonToken *t)
{
  return t->at < t->length ? t->text[t->at] : '\0';
}

/* Four hexadecimal digits at @at. */
static gboolean
read_hex4 (const DlJsonToken *t, gsize at, guint *value)
{
  guint i;

  if (t->length - at < 4)
    return FALSE;
  *value = 0;
  for (i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (t->text[at + i]);

      if (digit < 0)
        return FALSE;
      *value = *value << 4 | (guint) digit;
    }
  return TRUE;
}

/* Behind the backslash's \u; @start is the backslash. */
static gboolean
scan_unicode_escape (DlJsonToken *t, gsize start)
{
  guint unit;
  guint low;

  if (!read_hex4 (t, start + 2, &unit))
    return fail (t, start, _ ("“\\u” is to be followed by four hexadecimal digits"));
  t->at = start + 6;
  if (unit == 0)
    note_flaw (t, DL_JSON_FLAW_NUL, start);
  else if (unit >= 0xdc00 && unit <= 0xdfff)
    note_flaw (t, DL_JSON_FLAW_SURROGATE, start);
  else if (unit >= 0xd800 && unit <= 0xdbff)
    {
      if (t->length - t->at >= 6 && t->text[t->at] == '\\' && t->text[t->at + 1] == 'u' &&
          read_hex4 (t, t->at + 2, &low) && low >= 0xdc00 && low <= 0xdfff)
        t->at += 6;
      else
        note_flaw (t, DL_JSON_FLAW_SURROGATE, start);
    }
  return TRUE;
}

gboolean
dl_json_token_string (DlJsonToken *t)
{
  t->at++;
  for (;;)
    {
      guchar c;

      t->at = dl_json_skip_plain (t->text, t->length, t->at);
      if (t->at >= t->length)
        return fail (t, t->at, _ ("the file ends within a text; a double quote is missing"));
      c = (guchar) t->text[t->at];
      if (c == '"')
        {
          t->at++;
          return TRUE;
        }
      if (c == '\\')
        {
          gsize start = t->at;

          if (t->length - start < 2)
            return fail (t, t->length, _ ("the file ends within a text; a double quote is missing"));
          switch (t->text[start + 1])
            {
            case '"':
            case '\\':
            case '/':
            case 'b':
            case 'f':
            case 'n':
            case 'r':
            case 't':
              t->at += 2;
              break;
            case 'u':
              if (!scan_unicode_escape (t, start))
                return FALSE;
              break;
            default:
              return fail (t, start, _ ("a backslash is to be followed by one of \" \\ / b f n r t u"));
            }
        }
      else if (c < 0x20)
        {
          if (c == '\n' || c == '\r')
            return fail (
              t, t->at,
              _ ("a text ends on its line: a double quote is missing, or a line break in it is to be written \\n"));
          return fail (t, t->at, _ ("a control character within a string is written as an escape such as \\t"));
        }
      else
        {
          guint n = dl_json_utf8_length (t->text, t->length, t->at);

          if (n == 0)
            return fail (t, t->at, _ ("the text is not UTF-8"));
          t->at += n;
        }
    }
}

/* Whether a number of valid form is beyond what a gint64 (no fraction, no
 * exponent) or a double holds. */
static gboolean
number_is_out_of_range (const char *text, gsize start, gsize end, gsize whole_end)
{
  gboolean         negative = text[start] == '-';
  gsize            first = start + (negative ? 1 : 0);
  g_autofree char *copy = NULL;

  if (whole_end == end)
    {
      if (end - first != 19)
        return end - first > 19;
      return memcmp (text + first, negative ? "9223372036854775808" : "9223372036854775807", 19) > 0;
    }
  /* Too short to reach 1e308: the common case, without a conversion. */
  if (end - start < 100 && memchr (text + whole_end, 'e', end - whole_end) == NULL &&
      memchr (text + whole_end, 'E', end - whole_end) == NULL)
    return FALSE;
  copy = g_strndup (text + start, end - start);
  return isinf (g_ascii_strtod (copy, NULL));
}

gboolean
dl_json_token_number (DlJsonToken *t)
{
  gsize start = t->at;
  gsize whole_end;

  if (t->text[t->at] == '-')
    t->at++;
  if (peek (t) == '0')
    {
      t->at++;
      if (is_digit (peek (t)))
        return fail (t, start, _ ("a number does not begin with 0"));
    }
  else
    {
      if (!is_digit (peek (t)))
        return fail (t, t->at, _ ("a digit is expected here"));
      while (is_digit (peek (t)))
        t->at++;
    }
  whole_end = t->at;
  if (peek (t) == '.')
    {
      t->at++;
      if (!is_digit (peek (t)))
        return fail (t, t->at, _ ("a digit is expected here"));
      while (is_digit (peek (t)))
        t->at++;
    }
  if (peek (t) == 'e' || peek (t) == 'E')
    {
      t->at++;
      if (peek (t) == '+' || peek (t) == '-')
        t->at++;
      if (!is_digit (peek (t)))
        return fail (t, t->at, _ ("a digit is expected here"));
      while (is_digit (peek (t)))
        t->at++;
    }
  if ((t->at != whole_end || t->at - start > 18) && number_is_out_of_range (t->text, start, t->at, whole_end))
    note_flaw (t, DL_JSON_FLAW_NUMBER, start);
  return TRUE;
}

/* Follows the table of well-formed byte sequences of Unicode: no overlong form, no surrogate, nothing above U+10FFFF.
 */
guint
dl_json_utf8_length (const char *text, gsize length, gsize at)
{
  const guchar *p = (const guchar *) text + at;
  gsize         left = length - at;
  guchar        low = 0x80;
  guchar        high = 0xbf;
  guint         n;
  guint         i;

  if (p[0] < 0x80)
    return 1;
  if (p[0] >= 0xc2 && p[0] <= 0xdf)
    n = 2;
  else if (p[0] >= 0xe0 && p[0] <= 0xef)
    n = 3;
  else if (p[0] >= 0xf0 && p[0] <= 0xf4)
    n = 4;
  else
    return 0;
  if (left < n)
    return 0;
  if (p[0] == 0xe0)
    low = 0xa0;
  else if (p[0] == 0xed)
    high = 0x9f;
  else if (p[0] == 0xf0)
    low = 0x90;
  else if (p[0] == 0xf4)
    high = 0x8f;
  if (p[1] < low || p[1] > high)
    return 0;
  for (i = 2; i < n; i++)
    if ((p[i] & 0xc0) != 0x80)
      return 0;
  return n;
}
