/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The date of a row: its start and its end, each of what it is read from. */
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

/* The same of these columns that says more than that there is nothing: "-", "NA" */
static int
find_stated (DlRows *self, const GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    if (*dl_rows_get_stated (self, (int) g_array_index (columns, guint, i)) != '\0')
      return (int) g_array_index (columns, guint, i);
  return -1;
}

/* The column of the start: a date that is told otherwise is finer than how long ago it was, where it can be read. */
static int
choose_start (DlRows *self)
{
  int         unit = -1;
  const char *year;

  for (guint i = 0; self->has_units && i < self->starts->len; i++)
    {
      int         column = (int) g_array_index (self->starts, guint, i);
      const char *text = dl_rows_get_stated (self, column);

      if (*text != '\0' && dl_rows_column (self, (guint) column)->unit != NULL)
        unit = unit < 0 ? column : unit;
      else if (*text != '\0' && dl_rows_is_date (text))
        return column;
    }
  if (unit < 0)
    return find_stated (self, self->starts);
  year = dl_rows_get_stated (self, dl_rows_find_part (self, DL_ROW_YEAR));
  return *year != '\0' && dl_rows_is_date (year) ? -1 : unit;
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
  if (self->parts[DL_ROW_YEAR] >= 0 && dl_rows_read_integer (dl_rows_text (self, self->parts[DL_ROW_YEAR]), &year))
    {
      context->has_year = TRUE;
      context->year = year;
    }
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

/* Whether the row tells until what time of its day something is. */
static gboolean
has_end_time (DlRows *self)
{
  const char      *text = dl_rows_text (self, self->parts[DL_ROW_END_TIME]);
  g_autofree char *compact = NULL;

  if (*text == '\0' || dl_rows_read_clock (text, NULL))
    return *text != '\0';
  if (dl_rows_column (self, (guint) self->parts[DL_ROW_END_TIME])->compact)
    compact = dl_rows_dup_compact_clock (text);
  return compact != NULL;
}

/* What parts the two ends in one cell: two texts of a list, or two years of which one has a minus, "-500/-400".
 * Returns: (nullable) */
static const char *
find_separator (const char *text)
{
  if (*text == '-' && dl_rows_is_span_of_years (text))
    return strchr (text, '/');
  return strstr (text, DL_ROW_SEPARATOR);
}

/* Whether a date has both of its ends. */
static gboolean
is_span (const char *text, const DlDateWordsContext *context)
{
  g_autofree char *edtf = dl_date_words_to_edtf (text, context, NULL, NULL);

  return edtf != NULL && strchr (edtf, '/') != NULL;
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
  columns[0] = dl_rows_prefer_life (self, self->starts, choose_start (self));
  columns[1] = dl_rows_prefer_life (self, self->ends, find_stated (self, self->ends));
  /* "decade", beside a year */
  if (columns[0] >= 0 && dl_rows_column (self, (guint) columns[0])->of_spans &&
      *dl_rows_get_stated (self, dl_rows_find_part (self, DL_ROW_YEAR)) != '\0')
    columns[0] = -1;
  for (guint i = 0; i < 2; i++)
    if (columns[i] >= 0 && !dl_rows_column (self, (guint) columns[i])->order_known &&
        dl_rows_is_slashed (dl_rows_text (self, columns[i]), &order))
      learn_orders (self, source);
  if (columns[0] >= 0)
    {
      text = dl_rows_text (self, columns[0]);
      separator = find_separator (text);
      if (separator != NULL)
        {
          g_autofree char *first = g_strndup (text, (gsize) (separator - text));

          dl_rows_take_cell (self, source, columns[0], first, self->start);
          dl_rows_take_cell (self, source, columns[0], separator + 1, self->end);
        }
      else
        dl_rows_take_cell (self, source, columns[0], text, self->start);
    }
  else
    columns[0] = dl_rows_join_parts (self, source, FALSE, self->start);
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
  /* "1221–1250" of a reign, beside the year of a death */
  if (self->end->len == 0 && columns[1] >= 0 &&
      dl_rows_column (self, (guint) columns[1])->rank > dl_rows_column (self, (guint) columns[0])->rank &&
      is_span (self->start->str, context))
    columns[1] = -1;
  else if (self->end->len > 0)
    columns[1] = columns[0];
  else if (columns[1] >= 0)
    dl_rows_take_cell (self, source, columns[1], dl_rows_text (self, columns[1]), self->end);
  else
    columns[1] = dl_rows_join_parts (self, source, TRUE, self->end);
  if (columns[1] >= 0)
    set_context (self, columns[1], context);
  /* From two to three o'clock of the same day. */
  else if (has_end_time (self))
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
      (self->starts->len > 1 && dl_rows_find_moment (self, start) >= 0) || self->has_doubt ||
      dl_rows_get_shown_length (dl_rows_text (self, self->parts[DL_ROW_DATE_NOTE])) > 0 ||
      dl_rows_has_midnight (self, start_column, start) || self->parts[DL_ROW_TIME] >= 0 ||
      self->parts[DL_ROW_END_TIME] >= 0 || self->parts[DL_ROW_END_YEAR] >= 0)
    return FALSE;
  for (guint i = 0; i < self->ends->len && *end == '\0'; i++)
    {
      end = dl_rows_text (self, (int) g_array_index (self->ends, guint, i));
      /* The end of a life may be no end of what began. */
      if (*end != '\0' && i > 0 && dl_rows_column (self, g_array_index (self->ends, guint, i))->of_life)
        return FALSE;
    }
  if (*end == '\0')
    {
      dl_draft_put_date (draft, start);
      return TRUE;
    }
  if (dl_rows_is_called (self, start_column, "start.date") ||
      (self->calendar && dl_rows_is_called (self, start_column, "start")) || measure_plain (end) != length ||
      memcmp (start, end, length) >= 0)
    return FALSE;
  dl_append_back_to (self->start, 0);
  dl_append (self->start, start, length);
  dl_append (self->start, "/", 1);
  dl_append (self->start, end, length);
  dl_draft_put_date (draft, self->start->str);
  return TRUE;
}

/* The year that stands in a column of its own beside a date that cannot be read, of which the words
 * are kept. Returns: whether there is one */
static gboolean
put_year_beside (DlRows *self, DlRowsSource *source, DlDraft *draft)
{
  DlDateWordsContext context = { .bare_years = TRUE, .foreign = TRUE };
  DlDraftDates       dates = { .context = &context };
  g_autofree char   *words = g_strdup (self->start->str);
  int                column;

  g_string_truncate (self->start, 0);
  column = dl_rows_join_parts (self, source, FALSE, self->start);
  if (column < 0)
    return FALSE;
  /* The words are told too, and beside them there is no end. */
  if (self->used[1] < 0)
    self->used[1] = column;
  dates.start = self->start->str;
  if (!dl_draft_has_date_note (draft))
    dl_draft_put_date_note (draft, words);
  return dl_draft_put_dates (draft, &dates, NULL);
}

/* That a column has the dates which is called nothing of the kind, or whose dates say more than those of one that is.
 */
static void
tell_guessed (DlRows *self, DlRowsSource *source, int column)
{
  const DlRowColumn *own = column >= 0 ? dl_rows_column (self, (guint) column) : NULL;
  const char        *name;

  if (self->told_guessed || own == NULL || !(own->guessed || own->finer) || source->draft == NULL)
    return;
  name = dl_rows_get_name (self, (guint) column);
  self->told_guessed = TRUE;
  dl_draft_tell_note (
    source->draft, g_array_index (self->cells, DlRowCell, column).at, source->dup_where (source, &source->here, column),
    own->guessed
      /* Translators: the name of a column of the file, such as “Served”. */
      ? g_strdup_printf (_ ("No column is called one of dates; those in “%s” are read as such."), name)
      /* Translators: the names of two columns of the file, such as “Launch” and “Year”. */
      : g_strdup_printf (_ ("The dates in “%s” are within the years in “%s” and say more, so they are read."), name,
                         dl_rows_get_name (self, (guint) MAX (self->parts[DL_ROW_YEAR], 0))));
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
    dl_rows_take_cell (self, source, column, dl_rows_text (self, column), self->end);
  else
    column = dl_rows_join_parts (self, source, TRUE, self->end);
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

/* How long ago a year was says a column of its own: 2000 and "BP". */
static void
add_unit (DlRows *self, const int *columns)
{
  const char *unit = dl_rows_text (self, self->parts[DL_ROW_ERA]);

  if (*unit == '\0' || dl_date_words_get_era (unit) != DL_DATE_ERA_OURS || g_str_has_suffix (self->start->str, unit))
    return;
  g_string_printf (self->start, "%s %s", dl_rows_text (self, columns[0]), unit);
  if (columns[1] >= 0 && columns[1] != columns[0] && self->end->len > 0)
    g_string_printf (self->end, "%s %s", dl_rows_text (self, columns[1]), unit);
}

/* A day or a month of a year that stands alone may be in how the date is to be shown: "14 July", beside 1789. It is
 * taken where it lies in that year. */
static void
add_shown_day (DlRows *self, const int *columns)
{
  DlDateWordsContext context = { .foreign = TRUE, .has_year = TRUE };
  const char        *shown = dl_rows_text (self, self->parts[DL_ROW_DATE_NOTE]);
  const char        *slash;
  g_autofree char   *edtf = NULL;

  if (*shown == '\0' || columns[1] >= 0 || dl_rows_column (self, (guint) columns[0])->meaning != DL_ROW_YEAR ||
      !dl_row_name_is_year (self->start->str))
    return;
  context.year = g_ascii_strtoll (self->start->str, NULL, 10);
  edtf = dl_date_words_to_edtf (shown, &context, NULL, NULL);
  if (edtf == NULL || !g_str_has_prefix (edtf, self->start->str) || edtf[DL_ROWS_YEAR_DIGITS] != '-')
    return;
  slash = strchr (edtf, '/');
  if (slash == NULL || (g_str_has_prefix (slash + 1, self->start->str) && slash[1 + DL_ROWS_YEAR_DIGITS] == '-'))
    g_string_assign (self->start, edtf);
}

gboolean
dl_rows_put_dates (DlRows *self, DlRowsSource *source, DlDraft *draft)
{
  DlDateWordsContext context = { 0 };
  DlDraftDates       dates = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char   *reason = NULL;
  int                columns[2];
  int                moment;
  int                finer;

  dl_rows_fill_hanging (self, source);
  self->doubt_left = self->has_doubt;
  self->life_taken = FALSE;
  self->used[0] = self->starts->len > 0 ? (int) g_array_index (self->starts, guint, 0) : -1;
  self->used[1] = find_filled (self, self->ends);
  if (*dl_rows_text (self, self->used[0]) != '\0')
    tell_guessed (self, source, self->used[0]);
  if ((self->has_other_era || self->parts[DL_ROW_ERA] >= 0) && dl_rows_has_other_era (self, &reason))
    {
      g_set_error_literal (&error, DL_ERROR, DL_ERROR_INVALID_DATE, reason);
      dl_draft_tell_no_date (draft, source->here.at, source->dup_where (source, &source->here, -1),
                             g_steal_pointer (&error));
      return FALSE;
    }
  if (put_plain (self, draft))
    return TRUE;
  find_dates (self, source, &context, columns);
  if (!dl_rows_check_life (self, source, columns))
    {
      g_string_truncate (self->start, 0);
      g_string_truncate (self->end, 0);
      columns[0] = columns[1] = -1;
    }
  self->used[0] = columns[0];
  self->used[1] = columns[1];
  if (columns[0] < 0 && (put_shown (self, draft) || put_until (self, source, draft)))
    return TRUE;
  if (columns[0] < 0 && (columns[0] = dl_rows_take_spare_date (self, source)) >= 0)
    {
      set_context (self, columns[0], &context);
      self->used[0] = columns[0];
    }
  if (columns[0] < 0)
    {
      dl_draft_tell_lost (draft, source->here.at, source->dup_where (source, &source->here, -1),
                          g_strdup (_ ("This event has no date and is left out.")));
      dl_draft_drop_event (draft);
      return FALSE;
    }
  if (self->starts->len > 1 && columns[1] < 0 && (finer = dl_rows_find_finer (self, columns[0], self->start->str)) >= 0)
    {
      g_string_truncate (self->start, 0);
      dl_rows_take_cell (self, source, finer, dl_rows_text (self, finer), self->start);
      set_context (self, finer, &context);
      self->used[0] = columns[0] = finer;
    }
  if (self->parts[DL_ROW_ERA] >= 0)
    add_unit (self, columns);
  if (self->parts[DL_ROW_DATE_NOTE] >= 0 && self->end->len == 0)
    add_shown_day (self, columns);
  if (dl_rows_is_all_day (self))
    dates.end_excluded = dl_rows_is_end_excluded (self, columns);
  else
    {
      dl_rows_add_time (self, DL_ROW_END_TIME, &context, NULL, self->end, NULL);
      dl_rows_add_time (self, DL_ROW_TIME, &context, draft, self->start, self->end);
      dates.end_excluded = dl_rows_ends_as_calendars (self, columns);
      if (self->end->len == 0 && (moment = dl_rows_find_moment (self, self->start->str)) >= 0)
        {
          g_string_assign (self->start, dl_rows_text (self, moment));
          self->used[0] = columns[0] = moment;
        }
    }
  if (dates.end_excluded && self->end->len > 0)
    dl_rows_tell_excluded (self, source, columns[1]);
  if (dl_date_words_is_open (self->end->str))
    {
      g_autofree char *start = dl_date_words_to_edtf (self->start->str, &context, NULL, NULL);
      g_autofree char *open = start != NULL ? dl_draft_open_end (start) : NULL;

      /* How long ago it was is said in a way of its own. */
      if (open != NULL && (*start == '[' || *start == 'Y') && !dl_draft_has_date_note (draft))
        {
          g_autofree char *note = g_strdup_printf ("%s – %s", self->start->str, self->end->str);

          dl_draft_put_date_note (draft, note);
        }
      g_string_truncate (self->end, 0);
      if (open != NULL)
        g_string_assign (self->start, open);
    }
  dl_rows_cut_to_precision (self);
  if (self->has_doubt)
    dl_rows_apply_doubt (self, &context);
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
  if (dl_rows_is_unclear (self->start->str, &context))
    {
      dl_rows_keep_unclear (self, source, columns[0], dates.start_at, error->message);
      dl_draft_drop_event (draft);
      return FALSE;
    }
  /* The year beside "TA 3019" is of the same era. */
  if (dl_date_words_find_era (self->start->str) == DL_DATE_ERA_NONE && put_year_beside (self, source, draft))
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
