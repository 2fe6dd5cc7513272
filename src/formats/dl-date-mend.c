/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-date-mend.h"

#include <string.h>

#include "time/dl-date-words.h"
#include "time/dl-date.h"

/* What is longer is no date that somebody has slipped at. */
#define MAX_MENDED 80

/* Clocks that are told by a short name. CST and IST are several each. */
static const struct
{
  const char *name;
  const char *offset;
} clocks[] = {
  { "AEDT", "+11:00" }, { "AEST", "+10:00" }, { "BST", "+01:00" }, { "CEST", "+02:00" }, { "CET", "+01:00" },
  { "EDT", "-04:00" },  { "EEST", "+03:00" }, { "EET", "+02:00" }, { "EST", "-05:00" },  { "GMT", "Z" },
  { "HKT", "+08:00" },  { "JST", "+09:00" },  { "KST", "+09:00" }, { "MDT", "-06:00" },  { "MSK", "+03:00" },
  { "MST", "-07:00" },  { "PDT", "-07:00" },  { "PST", "-08:00" }, { "SGT", "+08:00" },  { "UTC", "Z" },
  { "WEST", "+01:00" }, { "WET", "Z" },
};

/* @text as EDTF, with no more than other spellings in between. transfer full; takes @text */
static char *
settle (char *text)
{
  char *edtf = text != NULL ? dl_date_words_suggest (text) : NULL;

  g_free (text);
  return edtf;
}

static gboolean
has_clock (const char *text)
{
  return strpbrk (text, ":Tt") != NULL;
}

/* "2025-10-25T22:00?": the doubt stays, and the day that it is about. */
static char *
mend_doubt (const char *text)
{
  gsize n = strlen (text);
  gsize day = strcspn (text, "Tt ");

  if (!has_clock (text) || strchr ("?~%", text[n - 1]) == NULL || day == n)
    return NULL;
  return settle (g_strdup_printf ("%.*s%c", (int) day, text, text[n - 1]));
}

/* "2025-10-00", "2025-00-00": what is not known is left out. */
static char *
mend_zeros (const char *text)
{
  g_autofree char *rest = g_strdup (text);

  if (!g_str_has_suffix (rest, "-00"))
    return NULL;
  while (g_str_has_suffix (rest, "-00"))
    rest[strlen (rest) - 3] = '\0';
  return settle (g_steal_pointer (&rest));
}

/* "201x", "201?", "2025-??": digits that are not known. */
static char *
mend_digits (const char *text)
{
  g_autofree char *digits = g_strdup (text);

  for (char *p = digits; *p != '\0'; p++)
    if (*p == '?' || *p == 'x')
      *p = 'X';
    else if (!g_ascii_isdigit (*p) && *p != '-' && *p != 'X')
      return NULL;
  return strchr (digits, 'X') != NULL ? settle (g_steal_pointer (&digits)) : NULL;
}

/* "2025-10-25T22:00+9", "2025-10-25 22:00 JST": how far the clock is from UTC. */
static char *
mend_offset (const char *text)
{
  gsize       n = strlen (text);
  gsize       start = n;
  const char *p;

  while (start > 0 && g_ascii_isalpha (text[start - 1]))
    start--;
  for (guint i = 0; start < n && i < G_N_ELEMENTS (clocks); i++)
    if (g_ascii_strcasecmp (text + start, clocks[i].name) == 0)
      return settle (g_strdup_printf ("%.*s%s", (int) start, text, clocks[i].offset));
  while (start > 0 && (g_ascii_isdigit (text[start - 1]) || text[start - 1] == ':'))
    start--;
  if (start == 0 || (text[start - 1] != '+' && text[start - 1] != '-') || !g_ascii_isdigit (text[start]))
    return NULL;
  p = text + start;
  /* One digit is the hour. */
  if (p[1] != '\0' && p[1] != ':')
    return NULL;
  return settle (
    g_strdup_printf ("%.*s%c0%c%s", (int) (start - 1), text, text[start - 1], p[0], p[1] == ':' ? p + 1 : ":00"));
}

/* One end of an interval. transfer full; NULL where it is no date */
static char *
mend_end (const char *text, gsize length)
{
  g_autofree char *end = g_strstrip (g_strndup (text, length));

  if (*end == '\0' || dl_date_words_is_open (end))
    return g_strdup ("..");
  if (strpbrk (end, "/") != NULL)
    return NULL;
  return dl_date_mend (end);
}

/* "2025-10-21 to 2025-10-25", "2025-10-21..2025-10-25", "2025-10/present". */
static char *
mend_interval (const char *text)
{
  static const char *const between[] = { "/", "..", " - ", " – ", " — ", "–", "—", " to ", " until ", "~", NULL };

  for (guint i = 0; between[i] != NULL; i++)
    {
      const char      *at = strstr (text, between[i]);
      g_autofree char *start = NULL;
      g_autofree char *end = NULL;
      g_autofree char *interval = NULL;
      DlDate           date;

      if (at == NULL || at == text)
        continue;
      start = mend_end (text, (gsize) (at - text));
      end = mend_end (at + strlen (between[i]), strlen (at) - strlen (between[i]));
      if (start == NULL || end == NULL)
        continue;
      interval = g_strdup_printf ("%s/%s", start, end);
      if (dl_date_parse (interval, -1, &date, NULL))
        return g_steal_pointer (&interval);
    }
  return NULL;
}

char *
dl_date_mend (const char *text)
{
  static char *(*const ways[]) (const char *text) = { mend_zeros, mend_digits, mend_offset, mend_interval };
  g_autofree char *plain = NULL;
  char            *edtf;

  if (*text == '\0' || strlen (text) > MAX_MENDED)
    return NULL;
  /* First, or the doubt would be lost. */
  edtf = mend_doubt (text);
  if (edtf == NULL)
    edtf = dl_date_words_suggest (text);
  if (edtf != NULL)
    return edtf;
  /* Digits may be as wide as the letters of East Asia. */
  plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  if (plain == NULL)
    return NULL;
  g_strstrip (plain);
  if (*plain == '\0')
    return NULL;
  if (strcmp (plain, text) != 0 && (edtf = dl_date_words_suggest (plain)) != NULL)
    return edtf;
  for (guint i = 0; i < G_N_ELEMENTS (ways) && edtf == NULL; i++)
    edtf = ways[i](plain);
  return edtf;
}
