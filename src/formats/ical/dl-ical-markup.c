/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/ical/dl-ical-markup.h"

#include <string.h>

#include "formats/markup/dl-markup.h"

/* Whether a tag, at the "<" of it, stands within a line. */
static gboolean
is_inline (const char *tag)
{
  static const char *const names[] = { "a", "b", "i", "u", "em", "strong", "span", "font", "small", "code", NULL };
  g_autofree char         *name = NULL;
  gsize                    length = 0;

  tag += tag[1] == '/' ? 2 : 1;
  while (g_ascii_isalnum (tag[length]))
    length++;
  name = g_ascii_strdown (tag, (gssize) length);
  return g_strv_contains (names, name);
}

/* Whether the line feed at @at is one of the text, and none of how its HTML is laid out. */
static gboolean
is_break (const char *markup, const char *at)
{
  const char *before = at;
  const char *after = at + strspn (at, " \t\r\n");

  while (before > markup && g_ascii_isspace (before[-1]))
    before--;
  if (*after == '<' && !is_inline (after))
    return FALSE;
  if (before == markup || before[-1] != '>')
    return before > markup;
  while (before > markup && *before != '<')
    before--;
  return *before == '<' && is_inline (before);
}

char *
dl_ical_markup_to_text (const char *markup)
{
  g_autoptr (GString) whole = NULL;

  if (strchr (markup, '<') == NULL || strchr (markup, '\n') == NULL)
    return dl_markup_to_text (markup);
  whole = g_string_new (NULL);
  for (const char *at = markup; *at != '\0'; at++)
    if (*at == '\n' && is_break (markup, at))
      g_string_append (whole, "<br>");
    else
      g_string_append_c (whole, *at);
  return dl_markup_to_text (whole->str);
}
