/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts of decades, centuries and millennia: which years they are, and their words. */
#include "time/dl-years-part.h"

#include <glib/gi18n.h>

#include "time/dl-edtf.h"
#include "time/dl-words-parts.h"

/* Which of them words name, and how. */
static const struct
{
  int         part;
  const char *pattern;
} parts[] = {
  /* Translators: here and in the following, {period} is such as “19th century”, “7th century BC” or “1850s”; the
   * words should be among those that people type, so that they are read as they are written. */
  { DL_YEARS_EARLY, NC_ ("part of a century", "early {period}") },
  { DL_YEARS_MID, NC_ ("part of a century", "mid-{period}") },
  { DL_YEARS_LATE, NC_ ("part of a century", "late {period}") },
  { DL_YEARS_FIRST_HALF, NC_ ("part of a century", "first half of the {period}") },
  { DL_YEARS_SECOND_HALF, NC_ ("part of a century", "second half of the {period}") },
  { DL_EDTF_FIRST_QUARTER, NC_ ("part of a century", "first quarter of the {period}") },
  { DL_EDTF_FIRST_QUARTER + 1, NC_ ("part of a century", "second quarter of the {period}") },
  { DL_EDTF_FIRST_QUARTER + 2, NC_ ("part of a century", "third quarter of the {period}") },
  { DL_EDTF_LAST_QUARTER, NC_ ("part of a century", "last quarter of the {period}") },
};

gboolean
dl_years_get_part (int part, gint64 *first, gint64 *last, gboolean *vague_first, gboolean *vague_last)
{
  gint64 start = *first;
  gint64 size = *last - *first + 1;

  *vague_first = *vague_last = FALSE;
  if (part == DL_YEARS_FIRST_HALF || part == DL_EDTF_FIRST_HALF)
    *last = start + size / 2 - 1;
  else if (part == DL_YEARS_SECOND_HALF || part == DL_EDTF_SECOND_HALF)
    *first = start + size / 2;
  else if (part >= DL_EDTF_FIRST_QUARTER && part <= DL_EDTF_LAST_QUARTER && size >= 100)
    {
      *first = start + size / 4 * (part - DL_EDTF_FIRST_QUARTER);
      *last = *first + size / 4 - 1;
    }
  else if (part > DL_YEARS_LATE && (part < DL_EDTF_FIRST_THIRD || part > DL_EDTF_LAST_THIRD))
    return FALSE;
  else
    {
      int third = part >= DL_EDTF_FIRST_THIRD ? part - DL_EDTF_FIRST_THIRD : part;

      *vague_first = third > 0;
      *vague_last = third < 2;
      if (third > 0)
        *first = start + size * (33 * third) / 100 + 1;
      if (third < 2)
        *last = start + size * (33 * (third + 1)) / 100;
    }
  return TRUE;
}

/* "1st", "22nd", "11th". */
static char *
ordinal_words (int number)
{
  g_autofree char *digits = g_strdup_printf ("%d", number);
  const char      *pattern;

  /* Translators: the number of a century or millennium; in English 1st, 2nd, 3rd, 4th. Where all are written in
   * one way, translate the four alike. */
  if (number / 10 % 10 == 1)
    pattern = C_ ("ordinal of a century", "{number}th");
  else if (number % 10 == 1)
    pattern = C_ ("ordinal of a century", "{number}st");
  else if (number % 10 == 2)
    pattern = C_ ("ordinal of a century", "{number}nd");
  else if (number % 10 == 3)
    pattern = C_ ("ordinal of a century", "{number}rd");
  else
    pattern = C_ ("ordinal of a century", "{number}th");
  return dl_words_fill (pattern, "number", digits, NULL);
}

char *
dl_words_century (int number, gboolean before_christ)
{
  g_autofree char *ordinal = ordinal_words (number);

  if (before_christ)
    /* Translators: 7th century BC. */
    return dl_words_fill (C_ ("century", "{ordinal} century BC"), "ordinal", ordinal, NULL);
  /* Translators: 19th century. */
  return dl_words_fill (C_ ("century", "{ordinal} century"), "ordinal", ordinal, NULL);
}

static char *
period_words (gint64 start, gint64 size)
{
  gboolean         before = start < 0;
  int              number = (int) ((before ? -start : start) / size) + 1;
  g_autofree char *text = NULL;

  if (size == 10)
    {
      text = g_strdup_printf ("%d", (int) start);
      /* Translators: a decade in “early 1850s”. */
      return dl_words_fill (C_ ("decade", "{year}s"), "year", text, NULL);
    }
  if (size == 100)
    return dl_words_century (number, before);
  text = ordinal_words (number);
  if (before)
    /* Translators: 2nd millennium BC. */
    return dl_words_fill (C_ ("millennium", "{ordinal} millennium BC"), "ordinal", text, NULL);
  /* Translators: 2nd millennium. */
  return dl_words_fill (C_ ("millennium", "{ordinal} millennium"), "ordinal", text, NULL);
}

char *
dl_words_part_of_years (gint64 first, gint64 last, gboolean vague_first, gboolean vague_last)
{
  static const gint64 sizes[] = { 10, 100, 1000 };

  if (last < first || first < -9999 || last > 9999 || (first < 0 && last > 0))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gint64 size = sizes[i];
      /* The first century before Christ ends in 1 BC, which is the year 0. */
      gint64 start = first >= 0 ? first - first % size : last - last % size - size + 1;

      /* "The 1500s" is the century. */
      if (first < start || last >= start + size || (size == 10 && (start < 100 || start % 100 == 0)))
        continue;
      /* The first before Christ has no digits of its own in which others could be hidden. */
      if (first == start && last == 0 && size > 10 && !vague_first && !vague_last)
        return period_words (start, size);
      for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
        {
          g_autofree char *period = NULL;
          gint64           from = start;
          gint64           to = start + size - 1;
          gboolean         vague_from;
          gboolean         vague_to;

          if (!dl_years_get_part (parts[part].part, &from, &to, &vague_from, &vague_to) || from != first ||
              to != last || vague_from != vague_first || vague_to != vague_last)
            continue;
          period = period_words (start, size);
          return dl_words_fill (g_dpgettext2 (NULL, "part of a century", parts[part].pattern), "period", period, NULL);
        }
    }
  return NULL;
}
