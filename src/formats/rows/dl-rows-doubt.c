/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns that say of the dates beside them how exact they are: "year", "circa", "true" below "approximate". */
#include <string.h>

#include "formats/rows/dl-rows-private.h"

/* Digits of a year, and bytes up to a month and to a day. */
#define SHOWN_YEAR_BYTES 4
#define SHOWN_MONTH_BYTES 7
#define SHOWN_DAY_BYTES 10

/* How many bytes of a day are meant, in words and as Wikidata counts. */
static const struct
{
  const char *words;
  gsize       length;
  char        digits; /* of the year, that are not known then */
} precisions[] = {
  { "|day|days|date|exact|full|tag|jour|día|dia|d|11|日|", SHOWN_DAY_BYTES, 0 },
  { "|month|months|monat|mois|mes|m|ym|10|月|", SHOWN_MONTH_BYTES, 0 },
  { "|year|years|jahr|année|annee|año|ano|y|9|年|", SHOWN_YEAR_BYTES, 0 },
  { "|decade|decades|jahrzehnt|décennie|década|8|年代|", SHOWN_YEAR_BYTES, 1 },
  { "|century|centuries|jahrhundert|siècle|siglo|7|世紀|", SHOWN_YEAR_BYTES, 2 },
  { "|millennium|millennia|jahrtausend|6|", SHOWN_YEAR_BYTES, 3 },
};

static const char about_words[] = "|c|c.|ca|ca.|circa|~|≈|about|approx|approx.|approximate|approximately|approximated|"
                                  "estimate|estimated|inferred|around|environ|vers|ungefähr|um|hacia|約|頃|";
static const char doubt_words[] = "|?|uncertain|unsure|doubtful|disputed|probable|probably|possible|possibly|"
                                  "questionable|unclear|low|unsicher|incertain|incierto|";
static const char sure_words[] = "|exact|certain|precise|known|confirmed|sure|attested|high|definite|";
static const char yes_words[] = "|true|yes|y|1|x|oui|ja|sí|si|✓|";
static const char no_words[] = "|false|no|n|0|non|nein|-|";

gboolean
dl_rows_is_one_of (const char *text, const char *words)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  g_autofree char *wanted = g_strdup_printf ("|%s|", small);

  return strchr (text, '|') == NULL && strstr (words, wanted) != NULL;
}

/* Whether yes below a name means that the date is not certain, rather than approximate. */
static gboolean
asks_for_doubt (const char *name)
{
  g_autofree char *own = dl_row_name_dup_words (name);

  return strstr (own, "uncertain") != NULL;
}

/* Whether yes below a name means that there is no doubt: "date certainty" */
static gboolean
asks_for_certainty (const char *name)
{
  g_autofree char *own = dl_row_name_dup_words (name);

  return !asks_for_doubt (name) &&
         (strstr (own, "certain") != NULL || strstr (own, "confiden") != NULL || strstr (own, "accura") != NULL);
}

gboolean
dl_rows_read_doubt (const char *name, const char *text, char *mark)
{
  gboolean yes = dl_rows_is_one_of (text, yes_words);
  gboolean no = dl_rows_is_one_of (text, no_words);

  *mark = '\0';
  if (dl_rows_is_one_of (text, about_words))
    *mark = '~';
  else if (dl_rows_is_one_of (text, doubt_words) || (no && asks_for_certainty (name)))
    *mark = '?';
  else if (yes && !asks_for_certainty (name))
    *mark = asks_for_doubt (name) ? '?' : '~';
  else if (!yes && !no && !dl_rows_is_one_of (text, sure_words))
    return FALSE;
  return TRUE;
}

static int
find_precision (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (precisions); i++)
    if (dl_rows_is_one_of (text, precisions[i].words))
      return (int) i;
  return -1;
}

gboolean
dl_rows_read_precision (const char *text)
{
  return find_precision (text) >= 0 || dl_rows_is_one_of (text, about_words);
}

/* Of a day or a time what is meant; a part of one that is as exact as that says stays as it is.
 * Returns: FALSE where there is a date of which no part can be taken */
static gboolean
cut (GString *date, const DlDateWordsContext *context, guint precision)
{
  g_autofree char *edtf = date->len > 0 ? dl_date_words_to_edtf (date->str, context, NULL, NULL) : NULL;
  gsize            minus;
  gsize            length;

  if (edtf == NULL)
    return TRUE;
  minus = *edtf == '-' ? 1 : 0;
  length = precisions[precision].length + minus;
  if (strspn (edtf + minus, DL_ROWS_DIGITS) != SHOWN_YEAR_BYTES ||
      strspn (edtf + minus, DL_ROWS_DIGITS "-T:.Z+") + minus != strlen (edtf))
    return FALSE;
  g_string_assign (date, edtf);
  if (date->len > length)
    g_string_truncate (date, length);
  for (char i = 0; i < precisions[precision].digits; i++)
    date->str[minus + SHOWN_YEAR_BYTES - 1 - (gsize) i] = 'X';
  return TRUE;
}

/* The date of one end with its mark. Returns: FALSE where it can have none */
static gboolean
mark_date (GString *date, const DlDateWordsContext *context, char mark)
{
  g_autofree char *edtf = date->len > 0 ? dl_date_words_to_edtf (date->str, context, NULL, NULL) : NULL;

  if (edtf == NULL || strpbrk (edtf, "/[{T") != NULL)
    return FALSE;
  if (strpbrk (edtf, "~?%") != NULL)
    return TRUE;
  g_string_assign (date, edtf);
  g_string_append_c (date, mark);
  return TRUE;
}

void
dl_rows_apply_doubt (DlRows *self, const DlDateWordsContext *context)
{
  const char *precision = dl_rows_text (self, self->parts[DL_ROW_PRECISION]);
  int         found = *precision != '\0' ? find_precision (precision) : -1;
  gboolean    is_cut = TRUE;
  char        marks[2] = { '\0', '\0' };

  if (found >= 0)
    {
      is_cut = cut (self->start, context, (guint) found);
      is_cut = cut (self->end, context, (guint) found) && is_cut;
    }
  else if (*precision != '\0' && dl_rows_is_one_of (precision, about_words))
    marks[0] = marks[1] = '~';
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      int         column = self->parts[i == 0 ? DL_ROW_DOUBT : DL_ROW_END_DOUBT];
      const char *text = dl_rows_text (self, column);
      char        mark;

      if (*text == '\0' || !dl_rows_read_doubt (dl_rows_get_name (self, (guint) column), text, &mark) || mark == '\0')
        continue;
      marks[i] = mark;
      /* Of the whole, where no word of the name says which end. */
      if (i == 0 && !dl_row_name_is_of_start (dl_rows_get_name (self, (guint) column)))
        marks[1] = mark;
    }
  self->doubt_left = !is_cut || (marks[0] != '\0' && !mark_date (self->start, context, marks[0]));
  if (marks[1] != '\0' && self->end->len > 0 && !mark_date (self->end, context, marks[1]))
    self->doubt_left = TRUE;
}
