/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/ical/dl-ical-old-rule.h"

#include <string.h>

#define OLD_RULE_DIGITS "0123456789"

/* What a rule begins with, the longer before the shorter. */
static const struct
{
  const char *start;
  const char *frequency;
  const char *list; /* what its days are; nullable */
} kinds[] = {
  { "MP", "MONTHLY", "BYDAY" },  { "MD", "MONTHLY", "BYMONTHDAY" },
  { "YM", "YEARLY", "BYMONTH" }, { "YD", "YEARLY", "BYYEARDAY" },
  { "D", "DAILY", NULL },        { "W", "WEEKLY", "BYDAY" },
};

static gboolean
is_weekday (const char *word)
{
  static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (g_ascii_strcasecmp (word, days[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "1+", "2-", "31", "LD". @ordinal: (out): as it stands before a day of the week
 * Returns: whether it is one */
static gboolean
read_ordinal (const char *word, char ordinal[8])
{
  gsize       digits = strspn (word, OLD_RULE_DIGITS);
  const char *sign = word + digits;

  if (g_ascii_strcasecmp (word, "LD") == 0)
    {
      g_strlcpy (ordinal, "-1", 8);
      return TRUE;
    }
  if (digits < 1 || digits > 3 || (*sign != '\0' && ((*sign != '+' && *sign != '-') || sign[1] != '\0')))
    return FALSE;
  g_snprintf (ordinal, 8, "%s%.*s", *sign == '-' ? "-" : "", (int) digits, word);
  return TRUE;
}

/* "#5" ends after so many times, "#0" never; else a date ends it. Returns: whether it is an end */
static gboolean
read_end (const char *word, GString *out)
{
  gsize digits = strspn (word + 1, OLD_RULE_DIGITS);

  if (*word == '#')
    {
      if (digits < 1 || digits > 6 || word[1 + digits] != '\0')
        return FALSE;
      if (g_ascii_strtoull (word + 1, NULL, 10) > 0)
        g_string_append_printf (out, ";COUNT=%s", word + 1);
      return TRUE;
    }
  if (strspn (word, OLD_RULE_DIGITS) != strlen ("19991224"))
    return FALSE;
  g_string_append_printf (out, ";UNTIL=%s", word);
  return TRUE;
}

char *
dl_ical_old_rule_dup (const char *text)
{
  g_auto (GStrv)      words = g_strsplit_set (text, " ", -1);
  g_autoptr (GString) out = g_string_new ("FREQ=");
  g_autoptr (GString) list = g_string_new (NULL);
  char                ordinal[8] = "";
  gboolean            ended = FALSE;
  gboolean            by_day;
  guint               kind;
  gsize               start;

  for (kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    if (g_str_has_prefix (text, kinds[kind].start) && g_ascii_isdigit (text[strlen (kinds[kind].start)]))
      break;
  if (kind == G_N_ELEMENTS (kinds))
    return NULL;
  start = strlen (kinds[kind].start);
  if (strspn (words[0] + start, OLD_RULE_DIGITS) != strlen (words[0] + start) || strlen (words[0] + start) > 4)
    return NULL;
  g_string_append_printf (out, "%s;INTERVAL=%s", kinds[kind].frequency, words[0] + start);
  by_day = kinds[kind].list != NULL && strcmp (kinds[kind].list, "BYDAY") == 0;
  for (guint i = 1; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);

      if (*word == '\0')
        continue;
      if (ended)
        return NULL;
      if (read_end (word, out))
        ended = TRUE;
      else if (by_day && is_weekday (word))
        g_string_append_printf (list, "%s%s%s", list->len > 0 ? "," : "", ordinal, word);
      else if (kinds[kind].list == NULL || !read_ordinal (word, ordinal))
        return NULL;
      else if (!by_day)
        g_string_append_printf (list, "%s%s", list->len > 0 ? "," : "", ordinal);
    }
  /* Without an end it is done twice. */
  if (!ended)
    g_string_append (out, ";COUNT=2");
  if (list->len > 0)
    g_string_append_printf (out, ";%s=%s", kinds[kind].list, list->str);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
