/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/markwhen/dl-markwhen-words.h"

#include <string.h>

#include "base/dl-link.h"
#include "formats/draft/dl-draft-address.h"

char *
dl_markwhen_take_words (DlDraft *draft, const char *line)
{
  GString *out = g_string_new (NULL);

  for (const char *at = line; *at != '\0';)
    {
      gsize n = 1;

      if ((*at != '#' && *at != '!') || (at > line && at[-1] != ' ') ||
          !(g_ascii_isalnum (at[1]) || (guchar) at[1] > 127))
        {
          g_string_append_c (out, *at++);
          continue;
        }
      while (at[n] != '\0' && strchr (" \t,.;:!?#", at[n]) == NULL)
        n++;
      if (*at == '#')
        {
          g_autofree char *tag = g_strndup (at + 1, n - 1);

          dl_draft_put_topic (draft, tag);
        }
      else
        {
          g_autofree char *id = g_strndup (at + 1, n - 1);

          dl_draft_put_id (draft, id);
        }
      at += n;
      /* One blank is enough between what was before it and what is behind. */
      if (*at == ' ' && out->len > 0 && out->str[out->len - 1] == ' ')
        at++;
    }
  return g_strstrip (g_string_free (out, FALSE));
}

/* Where @mark stands next behind @at, or NULL. @found: (inout): where that was when it was last asked for, so that no
 * text is gone through twice; the text itself at first */
static const char *
find_next (const char *at, const char *mark, const char **found)
{
  if (*found != NULL && *found <= at)
    *found = strstr (at, mark);
  return *found;
}

char *
dl_markwhen_take_links (DlDraft *draft, gsize offset, const char *text)
{
  GString    *out = g_string_new (NULL);
  const char *next_middle = text;
  const char *next_end = text;
  const char *next_line = text;

  for (const char *at = text; *at != '\0';)
    {
      const char *middle = *at == '[' ? find_next (at, "](", &next_middle) : NULL;
      const char *end = middle != NULL ? find_next (middle, ")", &next_end) : NULL;
      const char *newline = end != NULL ? find_next (at, "\n", &next_line) : NULL;

      if (end == NULL || (newline != NULL && newline < end))
        {
          g_string_append_c (out, *at++);
          continue;
        }
      {
        g_autofree char *words = g_strndup (at + 1, (gsize) (middle - at) - 1);
        g_autofree char *address = g_strndup (middle + 2, (gsize) (end - middle) - 2);

        /* A picture has a mark before its words. */
        if (out->len > 0 && out->str[out->len - 1] == '!')
          g_string_truncate (out, out->len - 1);
        g_string_append (out, words);
        if (strcmp (address, "location") == 0)
          dl_draft_put_place (draft, words);
        else
          dl_draft_put_address (draft, offset, g_strdup (""), address, NULL, words);
      }
      at = end + 1;
    }
  return g_string_free (out, FALSE);
}

char *
dl_markwhen_take_addresses (DlDraft *draft, char *title)
{
  const char *at = strstr (title, "http");
  gsize       n = at != NULL ? strcspn (at, " \t") : 0;
  char       *left;

  if (at == NULL || (at > title && at[-1] != ' ') || !dl_link_is_safe (at) || strlen (at) > n)
    return title;
  dl_draft_put_source (draft, &(DlSource){ .url = (char *) at });
  if (at == title)
    return title;
  left = g_strchomp (g_strndup (title, (gsize) (at - title)));
  g_free (title);
  return left;
}

/* The words of a line of a list, behind its mark and its box: "- [x] A step" */
static const char *
skip_mark (const char *line)
{
  static const char *const boxes[] = { "[]", "[ ]", "[x]", "[X]" };

  if ((*line != '-' && *line != '*') || line[1] != ' ')
    return line;
  line += 2;
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (g_str_has_prefix (line, boxes[i]))
      line += strlen (boxes[i]);
  return line + strspn (line, " ");
}

const char *
dl_markwhen_take_first_line (char **title, const char *text)
{
  const char *end = strchr (text, '\n');
  gsize       n = end != NULL ? (gsize) (end - text) : strlen (text);

  g_free (*title);
  *title = g_strndup (text, n);
  memmove (*title, skip_mark (*title), strlen (skip_mark (*title)) + 1);
  return text + n + (end != NULL ? 1 : 0);
}
