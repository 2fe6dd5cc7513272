/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The date of a row that has a part of it in each cell: year, month and day. */
#include <string.h>

#include <glib/gi18n.h>

#include "formats/draft/dl-draft-dates.h"
#include "formats/rows/dl-rows-private.h"
#include "time/dl-edtf-make.h"

enum
{
  PART_YEAR,
  PART_MONTH,
  PART_DAY,
  N_PARTS,
};

static const DlRowMeaning start_parts[] = { DL_ROW_YEAR, DL_ROW_MONTH, DL_ROW_DAY };
static const DlRowMeaning end_parts[] = { DL_ROW_END_YEAR, DL_ROW_END_MONTH, DL_ROW_END_DAY };

const char *
dl_rows_get_stated (DlRows *self, int column)
{
  const char *text = dl_rows_text (self, column);

  return dl_date_words_is_nothing (text) ? "" : text;
}

int
dl_rows_find_part (DlRows *self, DlRowMeaning meaning)
{
  if (self->parts[meaning] < 0 || *dl_rows_get_stated (self, self->parts[meaning]) != '\0')
    return self->parts[meaning];
  for (guint i = 0; i < self->columns->len; i++)
    if (dl_rows_column (self, i)->meaning == meaning && *dl_rows_get_stated (self, (int) i) != '\0')
      return (int) i;
  return self->parts[meaning];
}

/* The year of "153 BC", as astronomers count. */
static gboolean
read_year_in_words (const char *text, gint64 *year)
{
  g_autofree char *edtf = dl_date_words_to_edtf (text, NULL, NULL, NULL);
  const char      *digits = edtf != NULL && *edtf == '-' ? edtf + 1 : edtf;

  if (digits == NULL || strlen (digits) != 4 || strspn (digits, DL_ROWS_DIGITS) != 4)
    return FALSE;
  *year = g_ascii_strtoll (edtf, NULL, 10);
  return TRUE;
}

/* A number that may have its unit behind it: "2002年", "12월". */
static gboolean
read_part (const char *text, gint64 *number)
{
  static const char *const units[] = { "年", "月", "日", "년", "월", "일" };
  g_autofree char         *bare = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (units) && bare == NULL; i++)
    if (g_str_has_suffix (text, units[i]))
      bare = g_strndup (text, strlen (text) - strlen (units[i]));
  return dl_rows_read_integer (bare != NULL ? bare : text, number);
}

static DlProblem *
tell (DlRows *self, DlRowsSource *source, int column, char *message)
{
  return dl_draft_tell (source->draft, g_array_index (self->cells, DlRowCell, column).at,
                        source->dup_where (source, &source->here, column), message);
}

/* Which part makes that there is no such date. @year: as it is meant */
static void
tell_wrong_part (DlRows *self, DlRowsSource *source, const int *columns, guint wrong, gint64 year)
{
  const char *name = dl_rows_get_name (self, (guint) columns[wrong]);
  const char *text = dl_rows_text (self, columns[wrong]);

  if (wrong > PART_YEAR)
    tell (self, source, columns[wrong],
          /* Translators: the name of a column of the file, such as “Month”, and what stands in it. */
          g_strdup_printf (_ ("No date has “%s” %s; the date is read without it."), name, text));
  else
    {
      DlProblem *problem =
        tell (self, source, columns[wrong],
              g_strdup_printf (_ ("No date with a month has “%s” %s; only the year is read."), name, text));

      if (problem != NULL)
        problem->suggestion = dl_draft_dup_year_meant (year);
    }
}

/* The month or day of a row; below zero are the signs of data that were not known: -9 */
static const char *
get_number (DlRows *self, int column)
{
  const char *text = dl_rows_get_stated (self, column);

  return *text == '-' && g_ascii_isdigit (text[1]) ? "" : text;
}

/* A day is told, and in the column of months there is none; or a month, and no year. */
static void
tell_lone_part (DlRows *self, DlRowsSource *source, const int *columns)
{
  for (guint i = PART_MONTH; i < N_PARTS; i++)
    {
      const char *text = get_number (self, columns[i]);
      const char *above = i > PART_MONTH ? get_number (self, columns[i - 1]) : dl_rows_get_stated (self, columns[0]);

      if (columns[i - 1] < 0 || *above != '\0' || strspn (text, "0") == strlen (text))
        continue;
      tell (self, source, columns[i],
            /* Translators: the name of a column of the file, such as “Day”, what stands in it, and “Month”. */
            g_strdup_printf (_ ("“%s” %s has no “%s” beside it and is left out."),
                             dl_rows_get_name (self, (guint) columns[i]), text,
                             dl_rows_get_name (self, (guint) columns[i - 1])));
    }
}

int
dl_rows_join_parts (DlRows *self, DlRowsSource *source, gboolean is_end, GString *out)
{
  const DlRowMeaning *parts = is_end ? end_parts : start_parts;
  const int           columns[N_PARTS] = { dl_rows_find_part (self, parts[PART_YEAR]), self->parts[parts[PART_MONTH]],
                                           self->parts[parts[PART_DAY]] };
  const char         *stated_year = dl_rows_get_stated (self, columns[PART_YEAR]);
  g_autofree char    *plain = dl_rows_dup_plain_number (stated_year);
  const char         *year_text = plain != NULL ? plain : stated_year;
  const char         *month_text = get_number (self, columns[PART_MONTH]);
  const char         *day_text = *month_text != '\0' ? get_number (self, columns[PART_DAY]) : "";
  gint64              numbers[DL_EDTF_N_PARTS] = { 0 };
  guint               n = *day_text != '\0' ? 3 : *month_text != '\0' ? 2 : 1;
  guint               wrong;
  gboolean            counted =
    *month_text != '\0' && !read_part (year_text, &numbers[0]) && read_year_in_words (year_text, &numbers[0]);
  g_autofree char *edtf = NULL;
  g_autofree char *both = *month_text == '\0' ? dl_rows_dup_both_years (year_text) : NULL;

  if (source->draft != NULL)
    tell_lone_part (self, source, columns);
  if (*year_text == '\0')
    return -1;
  if (both != NULL)
    {
      if (source->draft != NULL && !is_end)
        dl_draft_put_date_note (source->draft, year_text);
      g_string_append (out, both);
      return columns[PART_YEAR];
    }
  if ((!counted && !(n > 1 ? read_part : dl_rows_read_integer) (year_text, &numbers[PART_YEAR])) ||
      (n > 1 && !read_part (month_text, &numbers[PART_MONTH])) || (n > 2 && !read_part (day_text, &numbers[PART_DAY])))
    {
      dl_rows_tell_lacking_digits (self, source, columns[PART_YEAR], year_text);
      /* "July", "c. 1850" */
      if (*month_text != '\0' && strstr (year_text, DL_ROW_SEPARATOR) == NULL)
        g_string_append_printf (out, "%s%s%s ", day_text, *day_text != '\0' ? " " : "", month_text);
      g_string_append (out, year_text);
      return columns[PART_YEAR];
    }
  if (counted)
    ;
  else if (dl_rows_counts_from_christ (self, year_text, numbers[PART_YEAR], columns[PART_YEAR]))
    {
      if (!self->timelinejs)
        dl_rows_tell_before_christ (self, source, columns[PART_YEAR], year_text);
      numbers[PART_YEAR]++;
    }
  /* An end that is later than the start by its number is of our era. */
  else if (numbers[PART_YEAR] > 0 && dl_rows_is_before_christ (self) &&
           (!is_end || numbers[PART_YEAR] <= g_ascii_strtoll (dl_rows_text (self, self->parts[DL_ROW_YEAR]), NULL, 10)))
    numbers[PART_YEAR] = 1 - numbers[PART_YEAR];
  edtf = dl_edtf_make_longest (numbers, n, &wrong);
  if (edtf != NULL && wrong < n && source->draft != NULL)
    tell_wrong_part (self, source, columns, wrong, numbers[PART_YEAR]);
  g_string_append (out, edtf != NULL ? edtf : year_text);
  return columns[PART_YEAR];
}
