/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-json-walk.h"

DlJsonStr
dl_json_walk_string (DlJsonWalk *walk)
{
  DlJsonStr   string = { walk->at + 1, NULL, TRUE };
  const char *from = string.start;

  for (;;)
    {
      const char *quote = memchr (from, '"', (gsize) (walk->end - from));
      const char *p = quote;

      while (p > string.start && p[-1] == '\\')
        p--;
      if ((quote - p) % 2 == 0)
        {
          string.end = quote;
          walk->at = quote;
          dl_json_walk_pass (walk);
          return string;
        }
      from = quote + 1;
    }
}

void
dl_json_walk_value (DlJsonWalk *walk)
{
  guint depth = 0;

  if (*walk->at != '"' && *walk->at != '{' && *walk->at != '[')
    {
      while (*walk->at != ',' && *walk->at != '}' && *walk->at != ']' && !g_ascii_isspace (*walk->at))
        walk->at++;
      dl_json_walk_space (walk);
      return;
    }
  do
    switch (*walk->at)
      {
      case '"':
        dl_json_walk_string (walk);
        break;
      case '{':
      case '[':
        depth++;
        walk->at++;
        break;
      case '}':
      case ']':
        depth--;
        dl_json_walk_pass (walk);
        break;
      default:
        walk->at++;
        break;
      }
  while (depth > 0);
}
