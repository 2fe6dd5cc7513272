/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-text-wrap.h"

#include <math.h>
#include <string.h>

/* What is drawn may be a little wider than what summed advances say. */
#define SLACK 2.0

static gboolean
is_ideographic (GUnicodeBreakType type)
{
  return type == G_UNICODE_BREAK_IDEOGRAPHIC || type == G_UNICODE_BREAK_CONDITIONAL_JAPANESE_STARTER;
}

/* Whether a line may end between the two. */
static gboolean
may_break (gunichar before, gunichar after)
{
  GUnicodeBreakType left = g_unichar_break_type (before);
  GUnicodeBreakType right = g_unichar_break_type (after);

  if (g_unichar_isspace (after))
    return FALSE;
  if (g_unichar_isspace (before))
    return before != 0xa0 && before != 0x202f;
  switch (right)
    {
    case G_UNICODE_BREAK_CLOSE_PUNCTUATION:
    case G_UNICODE_BREAK_CLOSE_PARANTHESIS:
    case G_UNICODE_BREAK_NON_STARTER:
    case G_UNICODE_BREAK_EXCLAMATION:
    case G_UNICODE_BREAK_INFIX_SEPARATOR:
    case G_UNICODE_BREAK_COMBINING_MARK:
    case G_UNICODE_BREAK_ZERO_WIDTH_JOINER:
    case G_UNICODE_BREAK_NON_BREAKING_GLUE:
    case G_UNICODE_BREAK_INSEPARABLE:
    case G_UNICODE_BREAK_POSTFIX:
      return FALSE;
    default:
      break;
    }
  if (left == G_UNICODE_BREAK_OPEN_PUNCTUATION || left == G_UNICODE_BREAK_NON_BREAKING_GLUE ||
      left == G_UNICODE_BREAK_ZERO_WIDTH_JOINER || left == G_UNICODE_BREAK_PREFIX)
    return FALSE;
  if (right == G_UNICODE_BREAK_OPEN_PUNCTUATION && left == G_UNICODE_BREAK_CLOSE_PUNCTUATION)
    return TRUE;
  if (left == G_UNICODE_BREAK_HYPHEN || left == G_UNICODE_BREAK_AFTER || left == G_UNICODE_BREAK_BEFORE_AND_AFTER ||
      left == G_UNICODE_BREAK_ZERO_WIDTH_SPACE)
    return !g_unichar_isdigit (after);
  return is_ideographic (left) || is_ideographic (right);
}

/* Without the spaces at its end, which hang over. */
static double
measure_part (DlTextMeasure *measure, DlTextStyle style, const char *text, gsize length)
{
  g_autofree char *part = g_strchomp (g_strndup (text, length));

  return dl_text_measure_width (measure, style, part);
}

/* Where the longest line from @text on ends that is no wider than @width; where
 * there is no other way, within a word, but after one character at least. */
static const char *
find_end (DlTextMeasure *measure, DlTextStyle style, const char *text, double width)
{
  const char *end = NULL;
  const char *last = text;

  for (const char *p = g_utf8_next_char (text);; p = g_utf8_next_char (p))
    {
      gunichar before = g_utf8_get_char (g_utf8_prev_char (p));

      if (*p != '\0' && !may_break (before, g_utf8_get_char (p)))
        continue;
      if (measure_part (measure, style, text, (gsize) (p - text)) > width)
        break;
      end = p;
      if (*p == '\0')
        return p;
    }
  if (end != NULL)
    return end;
  for (const char *p = g_utf8_next_char (text); *p != '\0'; p = g_utf8_next_char (p))
    {
      if (last > text && measure_part (measure, style, text, (gsize) (p - text)) > width)
        break;
      last = p;
    }
  return last > text ? last : text + strlen (text);
}

guint
dl_text_wrap (DlTextMeasure *measure,
              DlTextStyle    style,
              const char    *text,
              double         width,
              DlTextLine    *lines,
              guint          max_lines,
              gboolean      *whole)
{
  const char *at = text;
  guint       n = 0;

  g_return_val_if_fail (max_lines > 0, 0);
  *whole = TRUE;
  while (*at == ' ')
    at++;
  while (*at != '\0' && n < max_lines)
    {
      double      rest = ceil (measure_part (measure, style, at, strlen (at))) + SLACK;
      const char *end = at + strlen (at);
      gsize       length;

      if (rest > width && n + 1 == max_lines)
        *whole = FALSE;
      else if (rest > width)
        end = find_end (measure, style, at, width - SLACK);
      for (length = (gsize) (end - at); length > 0 && at[length - 1] == ' ';)
        length--;
      lines[n].from = (gsize) (at - text);
      lines[n].length = length;
      lines[n].width = *end == '\0' ? rest : ceil (measure_part (measure, style, at, length)) + SLACK;
      n++;
      for (at = end; *at == ' ';)
        at++;
    }
  return n;
}
