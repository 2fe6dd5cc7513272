/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/ical/dl-ical-markup.h"

#include <string.h>

#include "formats/markup/dl-markup.h"

/* Whether the line feed at @at is one of the text, and none of how its HTML is laid out. */
static gboolean
is_break (const char *markup, const char *at)
{
  const char *before = at;
  const char *after = at + strspn (at, " \t\r\n");

  while (before > markup && g_ascii_isspace (before[-1]))
    before--;
  if (*after == '<' && dl_markup_ends_line (after))
    return FALSE;
  if (before == markup || before[-1] != '>')
    return before > markup;
  while (before > markup && *before != '<')
    before--;
  return *before != '<' || !dl_markup_ends_line (before);
}

char *
dl_ical_markup_to_text (const char *markup)
{
  g_autoptr (GString) whole = NULL;

  if (!dl_markup_has_tags (markup) || strchr (markup, '\n') == NULL)
    return dl_markup_to_text (markup);
  whole = g_string_new (NULL);
  for (const char *at = markup; *at != '\0'; at++)
    if (*at == '\n' && is_break (markup, at))
      g_string_append (whole, "<br>");
    else
      g_string_append_c (whole, *at);
  return dl_markup_to_text (whole->str);
}
