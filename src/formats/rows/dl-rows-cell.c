/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date in one cell, and what is mended of it: numbers that count in another way, years of two
 * digits, remarks. */
#include <string.h>

#include <glib/gi18n.h>

#include "formats/rows/dl-rows-private.h"
#include "time/dl-edtf-make.h"

/* Years before this one are called by their millions, to which one more or less is nothing. */
#define LAST_COUNTED_YEAR 1000000
/* Fewer digits count no seconds since 1970. */
#define MIN_EPOCH_DIGITS 9

gboolean
dl_rows_is_before_christ (DlRows *self)
{
  gboolean before = FALSE;

  return self->parts[DL_ROW_ERA] >= 0 && dl_rows_read_era (dl_rows_text (self, self->parts[DL_ROW_ERA]), &before) &&
         before;
}

gboolean
dl_rows_has_other_era (DlRows *self, char **reason)
{
  const char *text = dl_rows_text (self, self->parts[DL_ROW_ERA]);
  gboolean    before;
  DlDateEra era = *text != '\0' && !dl_rows_read_era (text, &before) ? dl_date_words_get_era (text) : DL_DATE_ERA_NONE;
  int       used = self->used[0] >= 0 ? self->used[0] : self->parts[DL_ROW_YEAR];

  if (era == DL_DATE_ERA_NONE && used >= 0)
    {
      era = dl_rows_column (self, (guint) used)->era;
      text = dl_rows_get_name (self, (guint) used);
    }
  if (era != DL_DATE_ERA_OTHER && era != DL_DATE_ERA_INVENTED)
    return FALSE;
  *reason = dl_date_words_dup_era_reason (text, era);
  return TRUE;
}

gboolean
dl_rows_read_integer (const char *text, gint64 *number)
{
  const char *digits = *text == '-' || *text == '+' ? text + 1 : text;
  gsize       run = strspn (digits, DL_ROWS_DIGITS);

  /* As a spreadsheet or a program writes a number: 1969.0 */
  if (run == 0 || run > 15 || (digits[run] != '\0' && strcmp (digits + run, ".0") != 0))
    return FALSE;
  *number = g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

/* Whether there is a year 0 in a column, or in one of those that tell when something began: these count alike. */
static gboolean
has_year_zero (DlRows *self, int column)
{
  if (dl_rows_column (self, (guint) column)->has_zero)
    return TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *other = dl_rows_column (self, i);

      if (other->has_zero && (other->meaning == DL_ROW_START || other->meaning == DL_ROW_YEAR))
        return TRUE;
    }
  return FALSE;
}

gboolean
dl_rows_counts_from_christ (DlRows *self, const char *text, gint64 year, int column)
{
  return year < 0 && year > -LAST_COUNTED_YEAR && text[1] != '0' && !has_year_zero (self, column);
}

void
dl_rows_tell_before_christ (DlRows *self, DlRowsSource *source, int column, const char *text)
{
  if (self->told_before_christ || source->draft == NULL)
    return;
  self->told_before_christ = TRUE;
  dl_draft_tell_note (
    source->draft, g_array_index (self->cells, DlRowCell, column).at, source->dup_where (source, &source->here, column),
    /* Translators: %s is a year with a minus, the second is the same without it. */
    g_strdup_printf (_ ("A year with a minus is read as one before Christ: %s is %s BC."), text, text + 1));
}

/* Whether it is a year of two or three digits with a doubt, where all others have four: "150?" may
 * have lost its last one. */
static gboolean
may_lack_digits (const DlRowColumn *column, const char *text)
{
  gsize digits = strspn (text, DL_ROWS_DIGITS);

  return (digits == 2 || digits == 3) && *text != '0' && strcmp (text + digits, "?") == 0 &&
         column->n_few_digits == 0 && dl_row_is_most (column->n_long_years, column->n_filled);
}

void
dl_rows_tell_lacking_digits (DlRows *self, DlRowsSource *source, int column, const char *text)
{
  g_autofree char *year = NULL;
  g_autofree char *hidden = NULL;
  gsize            digits;

  if (source->draft == NULL || !may_lack_digits (dl_rows_column (self, (guint) column), text))
    return;
  digits = strspn (text, DL_ROWS_DIGITS);
  year = g_strndup (text, digits);
  hidden = g_strconcat (year, digits == 2 ? "XX" : "X", NULL);
  dl_draft_tell_note (source->draft, g_array_index (self->cells, DlRowCell, column).at,
                      source->dup_where (source, &source->here, column),
                      /* Translators: a year of few digits as it stands in the file, “150?”; the same as it is
                       * read, 150; the same with what is not known of it, 150X. */
                      g_strdup_printf (_ ("“%s” is read as the year %s, which may not be right; a year whose last "
                                          "digits are not known is written %s."),
                                       text, year, hidden));
}

/* Whether a year is before Christ, as a column beside it says. An end that is later than the start by its number is
 * of our era. */
static gboolean
counts_before (DlRows *self, const DlRowColumn *column, gint64 year)
{
  gint64 start;

  if ((column->meaning != DL_ROW_START && column->meaning != DL_ROW_END) || !dl_rows_is_before_christ (self))
    return FALSE;
  return column->meaning == DL_ROW_START ||
         (self->starts->len > 0 &&
          dl_rows_read_integer (dl_rows_text (self, (int) g_array_index (self->starts, guint, 0)), &start) &&
          year <= start);
}

void
dl_rows_take_cell (DlRows *self, DlRowsSource *source, int column, const char *text, GString *out)
{
  const DlRowColumn *own = dl_rows_column (self, (guint) column);
  g_autofree char   *counted = NULL;
  g_autofree char   *about = NULL;
  g_autofree char   *whole = NULL;
  gboolean           is_short = FALSE;
  g_autofree char   *spelt = NULL;
  g_autofree char   *plain = dl_rows_dup_plain_number (text);
  g_autofree char   *with_unit = NULL;
  gint64             number;

  if (plain != NULL)
    text = plain;
  if (self->has_units)
    with_unit = dl_rows_dup_with_unit (self, (guint) column, text);
  if (with_unit != NULL)
    {
      if (own->counts_back && !self->told_ago && source->draft != NULL)
        {
          self->told_ago = TRUE;
          dl_draft_tell_note (
            source->draft, g_array_index (self->cells, DlRowCell, column).at,
            source->dup_where (source, &source->here, column),
            /* Translators: the name of a column of the file, such as “start”, and a number that stands there. */
            g_strdup_printf (
              _ ("The numbers in “%s” grow smaller towards the end of each event; they are read as years "
                 "ago, such as %s."),
              own->name, text));
        }
      g_string_append (out, with_unit);
      return;
    }

  spelt = dl_rows_dup_decade (own, text);
  if (spelt != NULL)
    {
      if (source->draft != NULL)
        dl_draft_put_date_note (source->draft, text);
      g_string_append (out, spelt);
      return;
    }
  if (own->serial && dl_rows_read_serial (text, out))
    {
      if (!self->told_serial && source->draft != NULL)
        {
          self->told_serial = TRUE;
          dl_draft_tell_note (
            source->draft, g_array_index (self->cells, DlRowCell, column).at,
            source->dup_where (source, &source->here, column),
            /* Translators: the name of a column of the file, such as “Date”, a number, and the day that it is. */
            g_strdup_printf (_ ("The numbers in “%s” are read as the days that spreadsheets count: %s is %s."),
                             own->name, text, out->str));
        }
      return;
    }
  if ((g_ascii_isdigit (*text) || *text == '-') && dl_rows_read_integer (text, &number))
    {
      g_autofree char *epoch = own->meaning != DL_ROW_YEAR ? dl_rows_read_epoch (text) : NULL;
      g_autofree char *year = NULL;

      if (epoch == NULL && dl_rows_counts_from_christ (self, text, number, column))
        {
          dl_rows_tell_before_christ (self, source, column, text);
          year = dl_edtf_make (number + 1, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE);
        }
      /* As astronomers count, but with fewer digits than EDTF has. */
      else if (epoch == NULL && (number == 0 ? own->has_minus : number < 0 && number > -1000) &&
               has_year_zero (self, column))
        year = dl_edtf_make (number, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE);
      else if (epoch == NULL && number > 0 && counts_before (self, own, number))
        year = dl_edtf_make (1 - number, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE);
      if (epoch != NULL && !self->told_epoch && source->draft != NULL)
        {
          self->told_epoch = TRUE;
          dl_draft_tell_note (
            source->draft, g_array_index (self->cells, DlRowCell, column).at,
            source->dup_where (source, &source->here, column),
            g_strdup_printf (_ ("The numbers in “%s” are read as times that computers count from the start of 1970."),
                             own->name));
        }
      g_string_append (out, epoch != NULL ? epoch : year != NULL ? year : text);
      return;
    }
  /* Of the year beside it. */
  if (own->month_day && dl_rows_is_month_day (text) &&
      dl_rows_read_integer (dl_rows_text (self, dl_rows_find_part (self, DL_ROW_YEAR)), &number) && number > 0 &&
      number <= 9999)
    {
      g_string_append_printf (out, "%04d-%s", (int) number, text);
      return;
    }
  if (dl_rows_has_midnight (self, column, text))
    {
      if (!self->told_midnight && source->draft != NULL)
        {
          self->told_midnight = TRUE;
          dl_draft_tell_note (
            source->draft, g_array_index (self->cells, DlRowCell, column).at,
            source->dup_where (source, &source->here, column),
            g_strdup_printf (_ ("All times in “%s” are midnight; they are read as days."), own->name));
        }
      g_string_append_len (out, text, (gssize) strlen ("2025-01-31") + (*text == '-' ? 1 : 0));
      return;
    }
  /* With a fraction of a second. */
  if (strspn (text, DL_ROWS_DIGITS) >= MIN_EPOCH_DIGITS && own->meaning != DL_ROW_YEAR)
    {
      g_autofree char *epoch = dl_rows_read_epoch (text);

      if (epoch != NULL)
        {
          g_string_append (out, epoch);
          return;
        }
    }
  dl_rows_tell_lacking_digits (self, source, column, text);
  spelt = dl_rows_dup_spelt (own, text);
  if (spelt != NULL)
    {
      /* A year says no more with fewer digits. */
      if (source->draft != NULL && own->meaning == DL_ROW_START && text[strspn (text, DL_ROWS_DIGITS)] != '\0')
        dl_draft_put_date_note (source->draft, text);
      g_string_append (out, spelt);
      return;
    }
  counted = dl_rows_dup_counted_on (text);
  if (counted != NULL)
    {
      dl_rows_tell_before_christ (self, source, column, text);
      text = counted;
    }
  about = dl_rows_dup_about_before (text);
  if (about != NULL)
    {
      if (source->draft != NULL && own->meaning == DL_ROW_START)
        dl_draft_put_date_note (source->draft, text);
      g_string_append (out, about);
      return;
    }
  whole = dl_rows_dup_whole_year (text, &is_short);
  if (whole == NULL)
    {
      whole = dl_rows_dup_month_year (text, own->month_years && own->n_month_years == own->n_filled);
      is_short = whole != NULL || dl_rows_has_short_year (text);
    }
  if (!self->told_century && source->draft != NULL && is_short)
    {
      self->told_century = TRUE;
      dl_draft_tell_note (source->draft, g_array_index (self->cells, DlRowCell, column).at,
                          source->dup_where (source, &source->here, column),
                          g_strdup_printf (_ ("Years of two digits in “%s” are read as 1930 to 2029."), own->name));
    }
  /* The words of the file stay as they are. */
  if (whole != NULL && source->draft != NULL && own->meaning == DL_ROW_START)
    dl_draft_put_date_note (source->draft, text);
  g_string_append (out, whole != NULL ? whole : text);
  /* "27-01-01" among days with a year of four digits. */
  if (own->n_whole > 0 && strspn (text, DL_ROWS_DIGITS) == 2 && text[2] == '-' && strlen (text) == 8 &&
      own->order == DL_DAY_MONTH_UNKNOWN)
    g_string_prepend (out, "00");
}
