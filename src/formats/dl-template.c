/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* For memmem(). */
#define _GNU_SOURCE
#include "formats/dl-template.h"

#include <string.h>

#include "formats/markup/dl-tag.h"

/* Behind space; @at may be the end. */
static const char *
pass_space (const char *at, const char *end)
{
  while (at < end && g_ascii_isspace (*at))
    at++;
  return at;
}

/* Behind the next @close, or NULL. */
static const char *
pass_to (const char *at, const char *end, const char *close)
{
  const char *found = end > at ? memmem (at, (gsize) (end - at), close, strlen (close)) : NULL;

  return found != NULL ? found + strlen (close) : NULL;
}

/* Behind the bracket that closes the one at @at, or NULL. */
static const char *
pass_brackets (const char *at, const char *end, char open, char close)
{
  guint depth = 0;

  for (; at < end; at++)
    {
      depth += *at == open ? 1 : 0;
      if (*at == close && --depth == 0)
        return at + 1;
    }
  return NULL;
}

/* Behind settings between two lines of "---", or of "+++", or NULL. */
static const char *
pass_settings (const char *at, const char *end)
{
  const char *close = pass_to (at, end, *at == '-' ? "\n---" : "\n+++");
  const char *feed = close != NULL ? memchr (close, '\n', (gsize) (end - close)) : NULL;

  return feed != NULL ? feed + 1 : NULL;
}

/* Behind a line of a template that begins with "@" and a word; what is in brackets behind it may go on in others. */
static const char *
pass_directive (const char *at, const char *end)
{
  const char *p = at + 1;

  while (p < end && g_ascii_isalpha (*p))
    p++;
  if (p < end && p > at + 1 && *p == '(')
    return pass_brackets (p, end, '(', ')');
  if (p < end && p == at + 1)
    return *p == '{' ? pass_brackets (p, end, '{', '}') : NULL;
  return memchr (p, '\n', (gsize) (end - p));
}

/* Whether [@at, @end) has more of a page than elements that stand in Markdown. */
static gboolean
has_page (const char *at, const char *end)
{
  static const char *const tags[] = { "!doctype", "?xml", "html", "table", "script" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (dl_tag_find (at, end, tags[i]) != NULL)
      return TRUE;
  return pass_to (at, end, "itemscope") != NULL;
}

const char *
dl_template_find_page (const char *at, const char *end)
{
  gboolean settings;

  at = pass_space (at, end);
  settings = end - at > 3 && (strncmp (at, "---", 3) == 0 || strncmp (at, "+++", 3) == 0);
  if (settings)
    at = pass_settings (at, end);
  while (at != NULL && (at = pass_space (at, end)) < end && *at != '<')
    if (*at == '@')
      at = pass_directive (at, end);
    else if (*at == '{' && end - at > 2 && strchr ("%{#", at[1]) != NULL)
      at = pass_to (at + 2, end, at[1] == '%' ? "%}" : at[1] == '{' ? "}}" : "#}");
    else
      return NULL;
  return at != NULL && at < end && (!settings || has_page (at, end)) ? at : NULL;
}

gboolean
dl_template_has_marks (const char *text)
{
  static const char *const marks[] = { "{{", "{%", "{!!", "${", "<%", "<?" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (text, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}
