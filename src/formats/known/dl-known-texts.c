/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kinds of text in which people keep dates, told apart by their lines. */
#include "formats/known/dl-known-texts.h"

#include <string.h>

#include <glib/gi18n.h>

/* How far one looks. */
#define TEXT_HEAD_BYTES 4096
#define TEXT_HEAD_LINES 200
/* One may be there by chance. */
#define MIN_KEYS 2

#define KNOWN_TEXT(nick, sentence)                                                                                     \
  {                                                                                                                    \
    nick, nick, "", NULL, NULL, sentence                                                                               \
  }

static const DlFormat yaml =
  KNOWN_TEXT ("yaml",
              N_ ("This is YAML, which is not read: save it as JSON, or put its dates into a CSV table, and open "
                  "that."));
static const DlFormat org =
  KNOWN_TEXT ("org",
              N_ ("This is an outline of Org, which is not read: export its agenda as iCalendar, and open that."));
static const DlFormat markdown =
  KNOWN_TEXT ("markdown",
              N_ ("This is a text of Markdown, of which tables with dates are read, and lists and headings with "
                  "dates: put each date at the beginning of a line, and open that."));

/* Whether a line begins with a key of YAML: "title: A", "- date: 1969", "events:" */
static gboolean
is_key (const char *line)
{
  const char *p = line;

  while (g_str_has_prefix (p, "- ") || *p == ' ')
    p++;
  if (!g_ascii_isalpha (*p) && *p != '_' && *p != '"' && (guchar) *p < 0x80)
    return FALSE;
  while (*p != '\0' && *p != ':' && strchr ("{}[]()<>=;,", *p) == NULL)
    p++;
  return *p == ':' && (p[1] == ' ' || p[1] == '\0');
}

/* Also one whose keys stand on the lines below. */
static gboolean
is_item (const char *line)
{
  return g_str_has_prefix (line, "- ") || strcmp (line, "-") == 0;
}

/* Whether all lines are keys, items of lists or what belongs to them, and some are items: a list of
 * things, as YAML has it. */
static gboolean
is_yaml (char **lines)
{
  guint n_keys = 0;
  guint n_items = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      gsize       indent = strspn (line, " ");

      if (line[indent] == '\0' || line[indent] == '#' || strcmp (line, "---") == 0 || strcmp (line, "...") == 0)
        continue;
      n_keys += is_key (line) ? 1 : 0;
      n_items += is_item (line + indent) ? 1 : 0;
      if (indent == 0 && !is_key (line) && !is_item (line))
        return FALSE;
    }
  return n_keys >= MIN_KEYS && n_items > 0;
}

/* Whether there are a heading and a list, or a list of words in bold, as people write them. */
static gboolean
is_markdown (char **lines)
{
  gboolean heading = FALSE;
  gboolean list = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i] + strspn (lines[i], " ");
      gsize       hashes = strspn (line, "#");
      gsize       digits = strspn (line, "0123456789");

      heading = heading || (hashes > 0 && hashes <= 6 && line[hashes] == ' ');
      list = list || ((*line == '-' || *line == '*' || *line == '+') && line[1] == ' ') ||
             (digits > 0 && g_str_has_prefix (line + digits, ". "));
    }
  return heading && list;
}

const DlFormat *
dl_known_find_text (const DlInput *input)
{
  g_autofree char *head = g_strndup (input->text, MIN (input->length, TEXT_HEAD_BYTES));
  g_auto (GStrv)   lines = g_strsplit (head, "\n", TEXT_HEAD_LINES);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strchomp (lines[i]);
      /* The last line may be cut off. */
      if (lines[i + 1] == NULL && input->length > TEXT_HEAD_BYTES)
        *lines[i] = '\0';
    }
  if (g_str_has_prefix (head, "#+") && g_ascii_isalpha (head[2]))
    return &org;
  if (is_yaml (lines))
    return &yaml;
  return is_markdown (lines) ? &markdown : NULL;
}
