/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Years that are counted from the beginning of a Japanese era. */
#include "time/dl-date-words-private.h"

#include <string.h>

/* Japan's months are those of this calendar from here on. */
#define FIRST_COMMON_YEAR 1873

static const struct
{
  const char *name;
  int         before; /* the year before its first */
} eras[] = {
  { "明治", 1867 }, { "大正", 1911 }, { "昭和", 1925 }, { "平成", 1988 }, { "令和", 2018 },
};

/* The year that @at begins with, behind the name of an era. Returns: where it ends, or NULL */
static const char *
read_count (const char *at, gint64 *count)
{
  static const char first[] = "元";
  char             *end;

  while (*at == ' ')
    at++;
  if (g_str_has_prefix (at, first))
    {
      *count = 1;
      return at + strlen (first);
    }
  if (!g_ascii_isdigit (*at))
    return NULL;
  *count = g_ascii_strtoll (at, &end, 10);
  return *count >= 1 && *count < 100 ? end : NULL;
}

char *
dl_date_words_count_on (const char *text)
{
  static const char   year_unit[] = "年";
  g_autofree char    *plain = NULL;
  g_autoptr (GString) out = NULL;
  const char         *at;

  /* All of them begin with this byte or are not there. */
  if ((guchar) text[0] < 0x80 && strstr (text, year_unit) == NULL)
    return NULL;
  plain = g_utf8_validate (text, -1, NULL) ? g_utf8_normalize (text, -1, G_NORMALIZE_NFKC) : NULL;
  for (at = plain; at != NULL && *at != '\0';)
    {
      const char *end = NULL;
      gint64      count = 0;
      gint64      year = 0;

      for (guint i = 0; i < G_N_ELEMENTS (eras) && end == NULL; i++)
        if (g_str_has_prefix (at, eras[i].name))
          {
            end = read_count (at + strlen (eras[i].name), &count);
            /* Any number may stand there. */
            year = end != NULL ? eras[i].before + count : 0;
          }
      if (end != NULL && g_str_has_prefix (end, year_unit))
        {
          if (year < FIRST_COMMON_YEAR && strstr (end, "月") != NULL)
            return NULL;
          if (out == NULL)
            {
              out = g_string_new (NULL);
              g_string_append_len (out, plain, at - plain);
            }
          g_string_append_printf (out, "%" G_GINT64_FORMAT, year);
          at = end;
          continue;
        }
      end = g_utf8_next_char (at);
      if (out != NULL)
        g_string_append_len (out, at, end - at);
      at = end;
    }
  return out != NULL ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}
