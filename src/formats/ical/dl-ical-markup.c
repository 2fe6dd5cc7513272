/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/ical/dl-ical-markup.h"

#include <string.h>

#include "formats/markup/dl-markup.h"

/* Whether line feeds from @from to @to, between which there is only space, are those of the text, and none of how its
 * HTML is laid out. @open: (nullable): the last "<" before them */
static gboolean
are_breaks (const char *markup, const char *from, const char *to, const char *open)
{
  if (from == markup || (*to == '<' && dl_markup_ends_line (to)))
    return FALSE;
  return from[-1] != '>' || open == NULL || !dl_markup_ends_line (open);
}

char *
dl_ical_markup_to_text (const char *markup)
{
  g_autoptr (GString) whole = NULL;
  const char         *open = NULL;

  if (!dl_markup_has_tags (markup) || strchr (markup, '\n') == NULL)
    return dl_markup_to_text (markup);
  whole = g_string_new (NULL);
  for (const char *at = markup; *at != '\0';)
    {
      gsize    n = strspn (at, " \t\r\n");
      gboolean breaks = memchr (at, '\n', n) != NULL && are_breaks (markup, at, at + n, open);

      for (; n > 0; n--, at++)
        if (*at == '\n' && breaks)
          g_string_append (whole, "<br>");
        else
          g_string_append_c (whole, *at);
      if (*at == '<')
        open = at;
      if (*at != '\0')
        g_string_append_c (whole, *at++);
    }
  return dl_markup_to_text (whole->str);
}
