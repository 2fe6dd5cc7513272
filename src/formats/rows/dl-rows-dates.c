/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The date of a row: in one cell, in a start and an end, or a part in each. */
#include "formats/rows/dl-rows-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-bytes.h"
#include "base/dl-error.h"
#include "formats/dl-append.h"
#include "formats/draft/dl-draft-dates.h"
#include "formats/draft/dl-draft-literal.h"
#include "time/dl-date.h"
#include "time/dl-edtf-make.h"

/* Years before this one are called by their millions, to which one more or less is nothing. */
#define LAST_COUNTED_YEAR 1000000
/* So many rows are named where one sentence tells of all. */
#define MAX_ROWS_NAMED 10
/* Fewer digits count no seconds since 1970. */
#define MIN_EPOCH_DIGITS 9

/* Where one end of a date stands. */
typedef struct
{
  DlRowMeaning year;
  DlRowMeaning month;
  DlRowMeaning day;
  DlRowMeaning time;
} Parts;

static const Parts start_parts = { DL_ROW_YEAR, DL_ROW_MONTH, DL_ROW_DAY, DL_ROW_TIME };
static const Parts end_parts = { DL_ROW_END_YEAR, DL_ROW_END_MONTH, DL_ROW_END_DAY, DL_ROW_END_TIME };

/* Whether a column of the row says that its year is before Christ. */
static gboolean
is_before_christ (DlRows *self)
{
  gboolean before = FALSE;

  return self->parts[DL_ROW_ERA] >= 0 && dl_rows_read_era (dl_rows_text (self, self->parts[DL_ROW_ERA]), &before) &&
         before;
}

/* A whole number, with a sign or not. */
static gboolean
read_integer (const char *text, gint64 *number)
{
  const char *digits = *text == '-' || *text == '+' ? text + 1 : text;
  gsize       run = strspn (digits, DL_ROWS_DIGITS);

  /* As a spreadsheet or a program writes a number: 1969.0 */
  if (run == 0 || run > 15 || (digits[run] != '\0' && strcmp (digits + run, ".0") != 0))
    return FALSE;
  *number = g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

/* Where a table counts years back from Christ it has no year 0, and -44 is what people
 * call 44 BC. With a year 0, or four digits as in "-0044", it counts as
 * astronomers do. Returns: whether @year has to be counted on */
static gboolean
counts_from_christ (DlRows *self, const char *text, gint64 year, int column)
{
  return year < 0 && year > -LAST_COUNTED_YEAR && text[1] != '0' && !dl_rows_column (self, (guint) column)->has_zero;
}

static void
tell_before_christ (DlRows *self, DlRowsSource *source, int column, const char *text)
{
  if (self->told_before_christ || source->draft == NULL)
    return;
  self->told_before_christ = TRUE;
  dl_draft_tell_note (
    source->draft, g_array_index (self->cells, DlRowCell, column).at, source->dup_where (source, &source->here, column),
    /* Translators: %s is a year with a minus, the second is the same without it. */
    g_strdup_printf (_ ("A year with a minus is read as one before Christ: %s is %s BC."), text, text + 1));
}

/* The first cell of these columns with something in it; -1 where there is none. */
static int
find_filled (DlRows *self, const GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      int column = (int) g_array_index (columns, guint, i);

      if (*dl_rows_text (self, column) != '\0')
        return column;
    }
  return -1;
}

/* The text of a cell, "" where it says that there is none. */
static const char *
get_stated (DlRows *self, int column)
{
  const char *text = dl_rows_text (self, column);

  return dl_rows_is_missing (text) ? "" : text;
}

/* The same of these columns that says more than that there is nothing: "-", "NA" */
static int
find_stated (DlRows *self, const GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    if (*get_stated (self, (int) g_array_index (columns, guint, i)) != '\0')
      return (int) g_array_index (columns, guint, i);
  return -1;
}

/* The first column of this meaning with something in it, where a file has several tables; or the
 * first, or -1. */
static int
find_part (DlRows *self, DlRowMeaning meaning)
{
  if (self->parts[meaning] < 0 || *get_stated (self, self->parts[meaning]) != '\0')
    return self->parts[meaning];
  for (guint i = 0; i < self->columns->len; i++)
    if (dl_rows_column (self, i)->meaning == meaning && *get_stated (self, (int) i) != '\0')
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

/* A whole date that is put together of its parts, as text that can be read.
 * Returns: the column of its year, or -1 */
static int
join_parts (DlRows *self, DlRowsSource *source, const Parts *parts, GString *out)
{
  int         column = find_part (self, parts->year);
  const char *year_text = get_stated (self, column);
  const char *month_text = get_stated (self, self->parts[parts->month]);
  const char *day_text = get_stated (self, self->parts[parts->day]);
  gint64      numbers[3] = { 0, DL_PART_NONE, DL_PART_NONE };
  gboolean    counted =
    *month_text != '\0' && !read_integer (year_text, &numbers[0]) && read_year_in_words (year_text, &numbers[0]);
  g_autofree char *edtf = NULL;
  g_autofree char *both = *month_text == '\0' ? dl_rows_dup_both_years (year_text) : NULL;

  if (*year_text == '\0')
    return -1;
  if (both != NULL)
    {
      if (source->draft != NULL && parts == &start_parts)
        dl_draft_put_date_note (source->draft, year_text);
      g_string_append (out, both);
      return column;
    }
  if ((!counted && !read_integer (year_text, &numbers[0])) ||
      (*month_text != '\0' && !read_integer (month_text, &numbers[1])) ||
      (*month_text != '\0' && *day_text != '\0' && !read_integer (day_text, &numbers[2])))
    {
      /* "July", "c. 1850" */
      if (*month_text != '\0' && strstr (year_text, DL_ROW_SEPARATOR) == NULL)
        g_string_append_printf (out, "%s%s%s ", day_text, *day_text != '\0' ? " " : "", month_text);
      g_string_append (out, year_text);
      return column;
    }
  if (counted)
    ;
  else if (counts_from_christ (self, year_text, numbers[0], column))
    {
      if (!self->timelinejs)
        tell_before_christ (self, source, column, year_text);
      numbers[0]++;
    }
  /* An end that is later than the start by its number is of our era. */
  else if (numbers[0] > 0 && is_before_christ (self) &&
           (parts == &start_parts ||
            numbers[0] <= g_ascii_strtoll (dl_rows_text (self, self->parts[DL_ROW_YEAR]), NULL, 10)))
    numbers[0] = 1 - numbers[0];
  for (guint n = 3; n > 0 && edtf == NULL; n--)
    {
      edtf = dl_edtf_make (numbers[0], n > 1 ? (int) CLAMP (numbers[1], -1, G_MAXINT16) : DL_PART_NONE,
                           n > 2 ? (int) CLAMP (numbers[2], -1, G_MAXINT16) : DL_PART_NONE, DL_PART_NONE, DL_PART_NONE,
                           DL_PART_NONE);
      if (edtf == NULL && n > 1 && source->draft != NULL)
        {
          int wrong = self->parts[n == 3 ? parts->day : parts->month];

          if (numbers[n - 1] != DL_PART_NONE)
            dl_draft_tell (source->draft, g_array_index (self->cells, DlRowCell, wrong).at,
                           source->dup_where (source, &source->here, wrong),
                           /* Translators: the name of a column of the file, such as “Month”, and what stands in it. */
                           g_strdup_printf (_ ("No date has “%s” %s; the date is read without it."),
                                            dl_rows_get_name (self, (guint) wrong), dl_rows_text (self, wrong)));
        }
    }
  g_string_append (out, edtf != NULL ? edtf : year_text);
  return column;
}

static void
set_context (DlRows *self, int column, DlDateWordsContext *context)
{
  const DlRowColumn *own = dl_rows_column (self, (guint) column);
  gint64             year;

  context->foreign = TRUE;
  context->bare_years = context->bare_years || own->bare;
  if (context->order == DL_DAY_MONTH_UNKNOWN)
    context->order = own->order;
  if (self->parts[DL_ROW_YEAR] >= 0 && read_integer (dl_rows_text (self, self->parts[DL_ROW_YEAR]), &year))
    {
      context->has_year = TRUE;
      context->year = year;
    }
}

/* The text of a cell as one that can be read: numbers that count in another way are
 * turned into EDTF. */
static void
take_cell (DlRows *self, DlRowsSource *source, int column, const char *text, GString *out)
{
  const DlRowColumn *own = dl_rows_column (self, (guint) column);
  g_autofree char   *counted = NULL;
  g_autofree char   *about = NULL;
  g_autofree char   *whole = NULL;
  g_autofree char   *spelt = NULL;
  gint64             number;

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
  if ((g_ascii_isdigit (*text) || *text == '-') && read_integer (text, &number))
    {
      g_autofree char *epoch = own->meaning != DL_ROW_YEAR ? dl_rows_read_epoch (text) : NULL;
      g_autofree char *year = NULL;

      if (epoch == NULL && counts_from_christ (self, text, number, column))
        {
          tell_before_christ (self, source, column, text);
          year = dl_edtf_make (number + 1, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE);
        }
      else if (epoch == NULL && number > 0 && own->meaning == DL_ROW_START && is_before_christ (self))
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
  if (own->midnight && dl_rows_is_midnight (text))
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
      tell_before_christ (self, source, column, text);
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
  whole = dl_rows_dup_whole_year (text);
  if (!self->told_century && source->draft != NULL && (whole != NULL || dl_rows_has_short_year (text)))
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

/* Looks at all rows for the order of day and month, and reads the row again. */
static void
learn_orders (DlRows *self, DlRowsSource *source)
{
  DlRowPlace after = source->place;
  DlDraft   *draft = source->draft;
  GArray    *both[] = { self->starts, self->ends };
  guint      n = self->columns->len;
  gboolean  *day_first = g_new0 (gboolean, n);
  gboolean  *month_first = g_new0 (gboolean, n);

  source->draft = NULL;
  source->place = source->start;
  while (source->next (source, self, NULL))
    for (guint list = 0; list < G_N_ELEMENTS (both); list++)
      for (guint i = 0; i < both[list]->len; i++)
        {
          guint           column = g_array_index (both[list], guint, i);
          DlDayMonthOrder order;

          if (column >= n || !dl_rows_is_slashed (dl_rows_text (self, (int) column), &order))
            continue;
          day_first[column] = day_first[column] || order == DL_DAY_MONTH_DAY_FIRST;
          month_first[column] = month_first[column] || order == DL_DAY_MONTH_MONTH_FIRST;
        }
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      column->order_known = TRUE;
      if (i < n && day_first[i] != month_first[i])
        column->order = day_first[i] ? DL_DAY_MONTH_DAY_FIRST : DL_DAY_MONTH_MONTH_FIRST;
    }
  g_free (day_first);
  g_free (month_first);
  source->place = self->before;
  source->next (source, self, NULL);
  source->place = after;
  source->draft = draft;
}

/* Start and end as texts, with their context. @columns: (out): of both, or -1 */
static void
find_dates (DlRows *self, DlRowsSource *source, DlDateWordsContext *context, int *columns)
{
  DlDayMonthOrder order;
  const char     *text;
  const char     *separator;

  g_string_truncate (self->start, 0);
  g_string_truncate (self->end, 0);
  columns[0] = find_stated (self, self->starts);
  columns[1] = find_stated (self, self->ends);
  for (guint i = 0; i < 2; i++)
    if (columns[i] >= 0 && !dl_rows_column (self, (guint) columns[i])->order_known &&
        dl_rows_is_slashed (dl_rows_text (self, columns[i]), &order))
      learn_orders (self, source);
  if (columns[0] >= 0)
    {
      text = dl_rows_text (self, columns[0]);
      separator = strstr (text, DL_ROW_SEPARATOR);
      if (separator != NULL)
        {
          g_autofree char *first = g_strndup (text, (gsize) (separator - text));

          take_cell (self, source, columns[0], first, self->start);
          take_cell (self, source, columns[0], separator + 1, self->end);
        }
      else
        take_cell (self, source, columns[0], text, self->start);
    }
  else
    columns[0] = join_parts (self, source, &start_parts, self->start);
  if (columns[0] < 0)
    return;
  separator = strstr (self->start->str, DL_ROW_SEPARATOR);
  if (separator != NULL)
    {
      g_string_assign (self->end, separator + 1);
      g_string_truncate (self->start, (gsize) (separator - self->start->str));
    }
  set_context (self, columns[0], context);
  context->bare_years = context->bare_years || dl_rows_is_deep_year (self->start->str);
  if (self->end->len > 0)
    columns[1] = columns[0];
  else if (columns[1] >= 0)
    take_cell (self, source, columns[1], dl_rows_text (self, columns[1]), self->end);
  else
    columns[1] = join_parts (self, source, &end_parts, self->end);
  if (columns[1] >= 0)
    set_context (self, columns[1], context);
  /* From two to three o'clock of the same day. */
  else if (*dl_rows_text (self, self->parts[DL_ROW_END_TIME]) != '\0')
    g_string_assign (self->end, self->start->str);
}

static gsize
cell_at (DlRows *self, DlRowsSource *source, int column)
{
  return column >= 0 ? g_array_index (self->cells, DlRowCell, column).at : source->here.at;
}

/* Whether eight bytes are a digit wherever @shape has a zero, and else as it is. */
static inline gboolean
has_shape (const char *text, const char shape[8])
{
  guint64 bytes;
  guint64 zeros;
  guint64 digits;

  memcpy (&bytes, text, 8);
  memcpy (&zeros, shape, 8);
  /* What differs from the shape: nothing, or in a digit's place up to 9. */
  bytes ^= zeros;
  zeros ^= DL_BYTES_ONES * '0';
  digits = ~(((zeros & ~DL_BYTES_TOPS) + ~DL_BYTES_TOPS) | zeros) & DL_BYTES_TOPS;
  return ((bytes | (bytes + DL_BYTES_ONES * 0x7f - digits / 0x80 * 9)) & DL_BYTES_TOPS) == 0;
}

/* "2025-01-31" or "2025-01-31T12:00:00Z". Returns: how many bytes, or 0. Of days only those
 * are taken that each month has; the others go the long way. */
static gsize
measure_plain (const char *text)
{
  gsize n = strnlen (text, strlen ("0000-00-00T00:00:00Z") + 1);

  if (n != strlen ("0000-00-00") && n != strlen ("0000-00-00T00:00:00Z"))
    return 0;
  if (!has_shape (text, "0000-00-") || !g_ascii_isdigit (text[8]) || !g_ascii_isdigit (text[9]))
    return 0;
  if (n > 10 && (!has_shape (text + 10, "T00:00:0") || !g_ascii_isdigit (text[18]) || text[19] != 'Z'))
    return 0;
  if (text[5] > '1' || (text[5] == '1' && text[6] > '2') || (text[5] == '0' && text[6] == '0') || text[8] > '2' ||
      (text[8] == '2' && text[9] > '8') || (text[8] == '0' && text[9] == '0'))
    return 0;
  if (n > 10 && (text[11] > '2' || (text[11] == '2' && text[12] > '3') || text[14] > '5' || text[17] > '5'))
    return 0;
  return n;
}

/* The dates that a million rows have: EDTF already, and in one or two cells.
 * Returns: FALSE where they are others */
static gboolean
put_plain (DlRows *self, DlDraft *draft)
{
  int         start_column = self->starts->len > 0 ? (int) g_array_index (self->starts, guint, 0) : -1;
  const char *start = dl_rows_text (self, start_column);
  gsize       length = measure_plain (start);
  const char *end = "";

  if (length == 0 || self->parts[DL_ROW_ALL_DAY] >= 0 ||
      dl_rows_get_shown_length (dl_rows_text (self, self->parts[DL_ROW_DATE_NOTE])) > 0 ||
      dl_rows_has_midnight (self, start_column, start) || self->parts[DL_ROW_TIME] >= 0 ||
      self->parts[DL_ROW_END_TIME] >= 0 || self->parts[DL_ROW_END_YEAR] >= 0)
    return FALSE;
  for (guint i = 0; i < self->ends->len && *end == '\0'; i++)
    end = dl_rows_text (self, (int) g_array_index (self->ends, guint, i));
  if (*end == '\0')
    {
      dl_draft_put_date (draft, start);
      return TRUE;
    }
  if (dl_rows_is_called (self, start_column, "start.date") || measure_plain (end) != length ||
      memcmp (start, end, length) >= 0)
    return FALSE;
  dl_append_back_to (self->start, 0);
  dl_append (self->start, start, length);
  dl_append (self->start, "/", 1);
  dl_append (self->start, end, length);
  dl_draft_put_date (draft, self->start->str);
  return TRUE;
}

static gboolean
is_unclear (const char *text, const DlDateWordsContext *context)
{
  DlDateWordsFound found;
  DlDayMonthOrder  order;
  g_autofree char *edtf =
    dl_rows_is_slashed (text, &order) ? dl_date_words_to_edtf (text, context, &found, NULL) : NULL;

  return edtf == NULL && dl_rows_is_slashed (text, &order) && found.answer == DL_DATE_ANSWER_AMBIGUOUS;
}

/* What is wrong with all dates of a column is told once. */
static void
keep_unclear (DlRows *self, DlRowsSource *source, int column, gsize at, const char *reason)
{
  g_autofree char *where = source->dup_where (source, &source->here, -1);
  const char      *title = dl_draft_get_title (source->draft);
  DlRowUnclear    *unclear = NULL;

  for (guint i = 0; i < self->unclear->len && unclear == NULL; i++)
    if (g_array_index (self->unclear, DlRowUnclear, i).column == (guint) column)
      unclear = &g_array_index (self->unclear, DlRowUnclear, i);
  if (unclear == NULL)
    {
      DlRowUnclear first = { .column = (guint) column, .at = at };

      first.where = source->dup_where (source, &source->here, column);
      first.text = g_strdup (self->start->str);
      first.title = g_strdup (title);
      first.reason = g_strdup (reason);
      first.rows = g_string_new (NULL);
      g_array_append_val (self->unclear, first);
      unclear = &g_array_index (self->unclear, DlRowUnclear, self->unclear->len - 1);
    }
  if (unclear->n < MAX_ROWS_NAMED)
    {
      g_string_append_printf (unclear->rows, "%s%s", unclear->n > 0 ? C_ ("list of rows", ", ") : "", where);
      if (*title != '\0')
        /* Translators: after a place such as “row 2”, the title of the event that stands there. */
        g_string_append_printf (unclear->rows, C_ ("list of rows", " “%s”"), title);
    }
  else if (unclear->n == MAX_ROWS_NAMED)
    g_string_append (unclear->rows, C_ ("list of rows", ", …"));
  unclear->n++;
}

void
dl_rows_tell_unclear (DlRows *self, DlDraft *draft)
{
  for (guint i = 0; i < self->unclear->len; i++)
    {
      DlRowUnclear *unclear = &g_array_index (self->unclear, DlRowUnclear, i);
      char         *message;

      if (unclear->n == 1)
        {
          message = g_strdup_printf (_ ("This event is left out: %s"), unclear->reason);
          dl_draft_tell_lost_named (draft, unclear->title, unclear->at, g_strdup (unclear->where), message);
          continue;
        }
      message = g_strdup_printf (
        /* Translators: how many, the name of a column, the first date in it, such as “03/04/2015”, and a
         * list of places such as “row 2, row 3”. */
        ngettext ("%u event is left out: no date of the column “%s” tells whether the day or the month comes first, "
                  "as in “%s” (%s).",
                  "%u events are left out: no date of the column “%s” tells whether the day or the month comes "
                  "first, as in “%s” (%s).",
                  unclear->n),
        unclear->n, dl_rows_get_name (self, unclear->column), unclear->text, unclear->rows->str);
      dl_draft_tell_lost_many (draft, unclear->n, unclear->at, g_strdup (unclear->where), message);
    }
}

/* The year that stands in a column of its own beside a date that cannot be read, of which the words
 * are kept. Returns: whether there is one */
static gboolean
put_year_beside (DlRows *self, DlRowsSource *source, DlDraft *draft)
{
  DlDateWordsContext context = { .bare_years = TRUE, .foreign = TRUE };
  DlDraftDates       dates = { .context = &context };
  g_autofree char   *words = g_strdup (self->start->str);

  g_string_truncate (self->start, 0);
  if (join_parts (self, source, &start_parts, self->start) < 0)
    return FALSE;
  dates.start = self->start->str;
  if (!dl_draft_has_date_note (draft))
    dl_draft_put_date_note (draft, words);
  return dl_draft_put_dates (draft, &dates, NULL);
}

/* That a column has the dates which is called nothing of the kind. */
static void
tell_guessed (DlRows *self, DlRowsSource *source, int column)
{
  if (self->told_guessed || column < 0 || !dl_rows_column (self, (guint) column)->guessed || source->draft == NULL)
    return;
  self->told_guessed = TRUE;
  dl_draft_tell_note (source->draft, g_array_index (self->cells, DlRowCell, column).at,
                      source->dup_where (source, &source->here, column),
                      /* Translators: the name of a column of the file, such as “Served”. */
                      g_strdup_printf (_ ("No column is called one of dates; those in “%s” are read as such."),
                                       dl_rows_get_name (self, (guint) column)));
}

/* A row whose only date is how it was to be shown: "1970s–present". Returns: whether that can be read */
static gboolean
put_shown (DlRows *self, DlDraft *draft)
{
  DlDateWordsContext context = { .foreign = TRUE };
  DlDraftDates       dates = { .context = &context };
  const char        *shown = dl_rows_text (self, self->parts[DL_ROW_DATE_NOTE]);

  dates.start = shown;
  return *shown != '\0' && dl_draft_put_dates (draft, &dates, NULL);
}

/* A row that tells only until when something was: its start is not known. Returns: whether it does */
static gboolean
put_until (DlRows *self, DlRowsSource *source, DlDraft *draft)
{
  DlDateWordsContext context = { 0 };
  DlDateWordsFound   found;
  DlDate             date;
  int                column = find_stated (self, self->ends);
  g_autofree char   *end = NULL;
  g_autofree char   *until = NULL;

  g_string_truncate (self->end, 0);
  if (column >= 0)
    take_cell (self, source, column, dl_rows_text (self, column), self->end);
  else
    column = join_parts (self, source, &end_parts, self->end);
  if (column < 0)
    return FALSE;
  set_context (self, column, &context);
  end = dl_date_words_to_edtf (self->end->str, &context, &found, NULL);
  until = end != NULL && strpbrk (end, "/[{") == NULL ? g_strconcat ("/", end, NULL) : NULL;
  if (until == NULL || !dl_date_parse (until, -1, &date, NULL))
    return FALSE;
  self->used[1] = column;
  dl_draft_put_date (draft, until);
  return TRUE;
}

/* Whether the start of the row says itself that it is not known. */
static gboolean
says_unknown (DlRows *self, const DlDateWordsContext *context)
{
  DlDateWordsFound found;
  g_autofree char *edtf = dl_date_words_to_edtf (self->start->str, context, &found, NULL);

  return edtf == NULL && found.answer == DL_DATE_ANSWER_NONE;
}

gboolean
dl_rows_put_dates (DlRows *self, DlRowsSource *source, DlDraft *draft)
{
  DlDateWordsContext context = { 0 };
  DlDraftDates       dates = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean           unknown;
  int                columns[2];

  self->used[0] = self->starts->len > 0 ? (int) g_array_index (self->starts, guint, 0) : -1;
  self->used[1] = find_filled (self, self->ends);
  if (*dl_rows_text (self, self->used[0]) != '\0')
    tell_guessed (self, source, self->used[0]);
  if (put_plain (self, draft))
    return TRUE;
  find_dates (self, source, &context, columns);
  self->used[0] = columns[0];
  self->used[1] = columns[1];
  if (columns[0] < 0 && (put_shown (self, draft) || put_until (self, source, draft)))
    return TRUE;
  if (columns[0] < 0)
    {
      dl_draft_tell_lost (draft, source->here.at, source->dup_where (source, &source->here, -1),
                          g_strdup (_ ("This event has no date and is left out.")));
      dl_draft_drop_event (draft);
      return FALSE;
    }
  if (dl_rows_is_all_day (self))
    dates.end_excluded = dl_rows_is_end_excluded (self, columns);
  else
    {
      dl_rows_add_time (self, DL_ROW_END_TIME, &context, NULL, self->end, NULL);
      dl_rows_add_time (self, DL_ROW_TIME, &context, draft, self->start, self->end);
      dates.end_excluded = dl_rows_ends_as_calendars (self, columns);
    }
  if (dl_rows_is_open (self->end->str))
    {
      g_autofree char *start = dl_date_words_to_edtf (self->start->str, &context, NULL, NULL);
      g_autofree char *open = start != NULL ? g_strconcat (start, "/..", NULL) : NULL;

      g_string_truncate (self->end, 0);
      if (open != NULL && dl_rows_is_date (open))
        g_string_assign (self->start, open);
    }
  dl_rows_cut_to_precision (self);
  dates.start = self->start->str;
  dates.end = self->end->str;
  dates.start_at = cell_at (self, source, columns[0]);
  dates.end_at = cell_at (self, source, columns[1]);
  dates.context = &context;
  if (dl_draft_put_dates (draft, &dates, &error))
    return TRUE;
  /* "11/10/16", shown as "November 10th, 2016" */
  if (put_shown (self, draft))
    return TRUE;
  if (is_unclear (self->start->str, &context))
    {
      keep_unclear (self, source, columns[0], dates.start_at, error->message);
      dl_draft_drop_event (draft);
      return FALSE;
    }
  unknown = says_unknown (self, &context);
  if (put_year_beside (self, source, draft) || (unknown && put_until (self, source, draft)))
    return TRUE;
  dl_draft_tell_no_date (draft, dates.start_at, source->dup_where (source, &source->here, columns[0]),
                         g_steal_pointer (&error));
  return FALSE;
}

char *
dl_rows_dup_era_date (DlRows *self, DlRowsSource *source)
{
  DlDateWordsContext context = { 0 };
  g_autofree char   *start = NULL;
  g_autofree char   *end = NULL;
  int                columns[2];

  find_dates (self, source, &context, columns);
  if (columns[0] < 0)
    return NULL;
  start = dl_date_words_to_edtf (self->start->str, &context, NULL, NULL);
  end = self->end->len > 0 ? dl_date_words_to_edtf (self->end->str, &context, NULL, NULL) : NULL;
  return start != NULL ? dl_edtf_make_interval (start, end, NULL) : NULL;
}
