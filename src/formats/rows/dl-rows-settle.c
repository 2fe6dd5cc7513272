/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which column tells what: by its name, and by what stands in it. */
#include "formats/rows/dl-rows-private.h"

#include <string.h>

#include "base/dl-link.h"

/* So many rows are looked at before it is decided. */
#define N_ROWS_SEEN 200
/* In fewer rows a single date says something. */
#define MIN_ROWS 20
/* Fewer midnights may be such. */
#define MIN_MIDNIGHTS 3
/* Names of dates that may be those of something else are of a higher rank. */
#define LAST_NAMED_RANK 1

static gboolean
has_meaning (DlRows *self, DlRowMeaning meaning)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (dl_rows_column (self, i)->meaning == meaning)
      return TRUE;
  return FALSE;
}

/* Whether a column is called one of titles, without a doubt. */
static gboolean
is_called_title (const DlRowColumn *column)
{
  guint rank;

  return dl_row_name_get_meaning (column->name, &rank) == DL_ROW_TITLE && rank < 2;
}

/* Whether a column has what versions are called: "1.2.0" */
static gboolean
has_versions (const DlRowColumn *column)
{
  g_autofree char *own = dl_row_name_dup_words (column->name);

  return (strcmp (own, "version") == 0 || strcmp (own, "tag name") == 0) && column->n_filled > 0 &&
         column->n_dates == 0 && column->n_numbers < column->n_filled;
}

/* Whether that has titles which are no words: each has a letter, and is neither a date nor
 * a number with an exponent. */
static gboolean
has_short_titles (const DlRowColumn *column)
{
  if (has_versions (column))
    return TRUE;
  return column->n_filled > 0 && column->n_lettered == column->n_filled && column->n_dates == 0 &&
         column->n_numbers == 0 && is_called_title (column);
}

/* Whether a column of years has one in more rows: "launch year", beside "planning start"; but not where
 * that has an end, too. */
static gboolean
has_fuller_year (DlRows *self, const DlRowColumn *column)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *other = dl_rows_column (self, i);

      if (other->meaning == DL_ROW_END && other->rank >= DL_ROW_RANK_GUESS)
        return FALSE;
      found = found || (other->meaning == DL_ROW_YEAR && other->n_numbers > column->n_filled);
    }
  return found;
}

/* Whether a column of names has none: numbers, or "true" and "false". */
static gboolean
says_nothing (const DlRowColumn *column)
{
  return column->n_filled > 0 && column->n_truths + column->n_numbers == column->n_filled;
}

/* Whether addresses stand in a column, as its name says. */
static gboolean
is_links (const DlRowColumn *column)
{
  GHashTableIter iter;
  gpointer       text;
  guint          n = 0;

  if (column->n_filled == 0 || !dl_row_name_is_of_links (column->name))
    return FALSE;
  g_hash_table_iter_init (&iter, column->seen);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    n += dl_link_is_safe (text) ? 1 : 0;
  return dl_row_is_most (n, g_hash_table_size (column->seen));
}

/* Whether all that stands in a column are places on a map. */
static gboolean
is_geometries (const DlRowColumn *column)
{
  GHashTableIter iter;
  gpointer       text;

  g_hash_table_iter_init (&iter, column->seen);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (!dl_row_text_is_geometry (text))
      return FALSE;
  return column->n_filled > 0;
}

/* Whether half of what stands in a column says how exact dates are; @precision: in units of them. */
static gboolean
tells_doubt (const DlRowColumn *column, gboolean precision)
{
  GHashTableIter iter;
  gpointer       text;
  char           mark;
  guint          n = 0;

  g_hash_table_iter_init (&iter, column->seen);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    n += (precision ? dl_rows_read_precision (text) : dl_rows_read_doubt (column->name, text, &mark)) ? 1 : 0;
  return dl_row_is_most (n, g_hash_table_size (column->seen));
}

/* Whether a column says in each row that has a date of its own when a program wrote it down. */
static gboolean
is_bookkeeping (const DlRowColumn *column)
{
  return (column->meaning == DL_ROW_OTHER || (column->meaning == DL_ROW_START && column->rank >= DL_ROW_RANK_RECORD)) &&
         column->n_filled > 0 && column->n_dates == column->n_filled && column->n_beside == column->n_filled &&
         column->n_whole + column->n_numbers == column->n_filled && dl_row_name_is_of_bookkeeping (column->name);
}

/* What a column is that is not what its name says. */
static DlRowMeaning
correct (DlRows *self, const DlRowColumn *column, gboolean has_dates)
{
  if (is_bookkeeping (column))
    return DL_ROW_NOTHING;
  /* Whatever it is called: "era", "period", "calendar". */
  if (column->n_filled > 0 && column->n_eras == column->n_filled && column->n_words > 0 &&
      column->meaning != DL_ROW_ALL_DAY)
    return DL_ROW_ERA;
  switch (column->meaning)
    {
    case DL_ROW_ERA:
      return column->n_eras == column->n_filled ? DL_ROW_ERA : DL_ROW_OTHER;
    case DL_ROW_START:
    case DL_ROW_END:
      if ((column->rank >= DL_ROW_RANK_RECORD && column->n_beside > 0) || dl_row_column_is_age (column) ||
          (column->rank == DL_ROW_RANK_BOUND && column->n_numbers > 0) ||
          (column->meaning == DL_ROW_START && column->rank >= DL_ROW_RANK_GUESS && has_fuller_year (self, column)))
        return DL_ROW_OTHER;
      /* A column that is empty so far may hold a date yet. */
      if (column->n_filled == 0 || dl_row_is_most (column->n_dates, column->n_filled) ||
          dl_row_is_most (column->n_other_eras, column->n_filled))
        return column->meaning;
      if (dl_row_is_most (column->n_clock, column->n_filled))
        return column->meaning == DL_ROW_START ? DL_ROW_TIME : DL_ROW_END_TIME;
      /* "date": 4, "month": "July", "year": 1776 */
      if (column->n_numbers == column->n_filled && has_meaning (self, DL_ROW_YEAR) &&
          has_meaning (self, DL_ROW_MONTH) && !has_meaning (self, DL_ROW_DAY))
        return DL_ROW_DAY;
      /* Dates of which few can be read are told, one by one, where there are no others. */
      return column->n_dates > 0 && !has_dates && column->rank < 3 ? column->meaning : DL_ROW_OTHER;
    case DL_ROW_PRECISION:
    case DL_ROW_DOUBT:
    case DL_ROW_END_DOUBT:
      /* Numbers may measure anything. */
      return tells_doubt (column, column->meaning == DL_ROW_PRECISION) ? column->meaning : DL_ROW_OTHER;
    case DL_ROW_TITLE:
      /* "milestone": true */
      if (column->n_filled > 0 && column->n_truths == column->n_filled)
        return DL_ROW_OTHER;
      /* The war of each battle says nothing of what is told of it. */
      if (column->rank > DL_ROW_LAST_OWN_RANK && dl_row_column_is_repeated (column) && has_meaning (self, DL_ROW_TEXT))
        return DL_ROW_OTHER;
      /* "item" of a query, beside "itemLabel" */
      if (column->n_words == 0 && column->unread != NULL && g_str_has_prefix (column->unread, "http"))
        return DL_ROW_SOURCE;
      /* "1.2.0" is what a version is called. */
      return column->n_filled == 0 || column->n_words > 0 || has_short_titles (column) ||
                 (column->n_numbers == 0 && column->n_dates == 0 && has_meaning (self, DL_ROW_TEXT))
               ? DL_ROW_TITLE
               : DL_ROW_OTHER;
    case DL_ROW_TAGS:
      /* A day is "Tag" in German. */
      return column->n_filled > 0 && column->n_numbers == column->n_filled && has_meaning (self, DL_ROW_MONTH) &&
                 !has_meaning (self, DL_ROW_DAY)
               ? DL_ROW_DAY
               : DL_ROW_TAGS;
    case DL_ROW_TOPIC:
      return dl_row_column_is_shape (column)  ? DL_ROW_NOTHING
             : dl_row_column_is_list (column) ? DL_ROW_TAGS
                                              : DL_ROW_TOPIC;
    case DL_ROW_QUOTE:
      /* Numbers are those of a market; where there are no other words, what was said is the event. */
      return !dl_row_is_most (column->n_words, column->n_filled)                   ? DL_ROW_OTHER
             : has_meaning (self, DL_ROW_TITLE) || has_meaning (self, DL_ROW_TEXT) ? DL_ROW_QUOTE
                                                                                   : DL_ROW_TEXT;
    case DL_ROW_PERSON:
      return says_nothing (column) ? DL_ROW_OTHER : DL_ROW_PERSON;
    case DL_ROW_PLACE:
      return dl_row_column_is_state (column) || says_nothing (column) || is_geometries (column) ? DL_ROW_OTHER
                                                                                                : DL_ROW_PLACE;
    case DL_ROW_YEAR:
      /* "release year": "9/18/2013" */
      if (column->n_filled > 0 && column->n_numbers == 0 && dl_row_is_most (column->n_dates, column->n_filled) &&
          !has_dates && !has_meaning (self, DL_ROW_MONTH))
        return DL_ROW_START;
      /* "year": "1914–1918" is a whole date. */
      return column->n_filled > 0 && !dl_row_is_most (column->n_dates, column->n_filled) && has_dates ? DL_ROW_OTHER
                                                                                                      : DL_ROW_YEAR;
    case DL_ROW_NOTHING:
      /* "background", of what happened */
      return dl_row_column_is_prose (column) ? DL_ROW_TEXT : DL_ROW_NOTHING;
    case DL_ROW_TEXT:
      /* "significance": 4 */
      return column->n_filled > 0 && column->n_numbers == column->n_filled ? DL_ROW_OTHER : DL_ROW_TEXT;
    case DL_ROW_OTHER:
      /* "unit": "month" */
      if (column->of_eras && column->n_filled > 0 && tells_doubt (column, TRUE))
        return DL_ROW_PRECISION;
      /* Of what a program of the web writes, each has a dozen. */
      if (self->guesses && is_links (column))
        return DL_ROW_SOURCE;
      /* The numbers of rows, as programs put them first. */
      return *column->name == '\0' && column->n_filled > 0 && column->n_numbers == column->n_filled ? DL_ROW_NOTHING
                                                                                                    : DL_ROW_OTHER;
    case DL_ROW_IMPORTANCE:
    case DL_ROW_STATUS:
    default:
      return column->meaning;
    }
}

gboolean
dl_rows_has_column (const DlRows *self, const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_ascii_strcasecmp (g_array_index (self->columns, DlRowColumn, i).name, name) == 0)
      return TRUE;
  return FALSE;
}

/* The sheet that TimelineJS reads, whose columns mean what it says. */
static void
settle_timelinejs (DlRows *self)
{
  self->timelinejs = dl_rows_has_column (self, "Headline") && dl_rows_has_column (self, "Year") &&
                     (dl_rows_has_column (self, "Media") || dl_rows_has_column (self, "Display Date") ||
                      dl_rows_has_column (self, "Text"));
  for (guint i = 0; self->timelinejs && i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (g_ascii_strcasecmp (column->name, "Type") == 0)
        column->meaning = DL_ROW_KIND;
      else if (g_ascii_strcasecmp (column->name, "Time") == 0)
        column->meaning = DL_ROW_TIME;
      else if (g_ascii_strcasecmp (column->name, "End Time") == 0)
        column->meaning = DL_ROW_END_TIME;
    }
}

/* Whether some column of dates has a date in it. */
static gboolean
has_dates (DlRows *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (column->meaning == DL_ROW_START && column->unit == NULL &&
          dl_row_is_most (column->n_dates, column->n_filled) && !dl_row_column_is_age (column))
        return TRUE;
    }
  return FALSE;
}

/* Whether a column is called one of starts and has nothing but numbers that are no years, 0.0, as its ends then
 * are none either. */
static gboolean
has_unread_starts (DlRows *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = dl_rows_column (self, i);
      guint              rank;
      gint64             year;

      if (column->n_filled > 0 && column->n_dates == 0 && column->n_numbers == column->n_filled &&
          (!dl_rows_read_integer (column->first_number, &year) || year == 0) &&
          dl_row_name_get_meaning (column->name, &rank) == DL_ROW_START && rank <= DL_ROW_RANK_GUESS)
        return TRUE;
    }
  return FALSE;
}

/* Whether a column that is called one of dates, without a doubt, has whole numbers and nothing else. */
static gboolean
has_whole_numbers (const DlRowColumn *column)
{
  GHashTableIter iter;
  gpointer       text;
  gint64         number;

  if ((column->meaning != DL_ROW_START && column->meaning != DL_ROW_END && column->meaning != DL_ROW_YEAR &&
       column->meaning != DL_ROW_END_YEAR) ||
      column->rank > LAST_NAMED_RANK || column->n_filled == 0 || column->n_numbers < column->n_filled || column->serial)
    return FALSE;
  g_hash_table_iter_init (&iter, column->seen);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (!dl_rows_read_integer (text, &number))
      return FALSE;
  return TRUE;
}

/* Whole numbers with a minus before some are years, be their digits ever so few, and so are those of the
 * ends beside them; a year 0 shows how all of them count. */
static void
settle_numbered_years (DlRows *self)
{
  gboolean years = FALSE;
  gboolean zero = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    zero = zero || (dl_rows_column (self, i)->has_zero && has_whole_numbers (dl_rows_column (self, i)));
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      years = years || ((column->meaning == DL_ROW_START || column->meaning == DL_ROW_YEAR) && column->has_minus &&
                        (zero ? column->n_dates > 0 : dl_row_is_most (column->n_dates, column->n_filled)) &&
                        has_whole_numbers (column));
    }
  for (guint i = 0; years && i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (!has_whole_numbers (column))
        continue;
      column->bare = TRUE;
      column->n_dates = column->n_filled;
      column->has_zero = zero;
      column->has_minus = TRUE;
    }
}

static void
settle_columns (DlRows *self, gboolean headless)
{
  gboolean midnights;
  gboolean dated;
  int      title;

  if (headless)
    dl_rows_name_by_content (self);
  else
    {
      settle_timelinejs (self);
      dl_rows_settle_short (self);
      dl_rows_find_dated_titles (self);
    }
  dl_rows_refuse_counts (self);
  midnights = dl_rows_has_midnights (self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      column->midnight = midnights && column->n_filled >= MIN_MIDNIGHTS && column->n_midnights == column->n_filled;
      column->serial = dl_row_column_is_serial (column);
      if (column->serial)
        column->n_dates = column->n_filled;
    }
  dl_rows_find_month_days (self);
  if (!headless)
    dl_rows_find_clocks (self);
  settle_numbered_years (self);
  dl_rows_pair_ends (self);
  dated = has_dates (self);
  dl_rows_rank_answers (self);
  dl_rows_find_labels_of_addresses (self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      column->meaning = correct (self, column, dated);
      /* A column of whole numbers is one of years. */
      if ((column->meaning == DL_ROW_START || column->meaning == DL_ROW_END) && column->n_numbers > 0 &&
          column->n_numbers == column->n_filled && !column->serial && column->n_dates * 10 >= column->n_filled * 8)
        column->bare = TRUE;
    }
  if (!headless)
    dl_rows_guess_dates (self);
  dl_rows_find_dates_in_words (self);
  dl_rows_find_labels (self);
  dl_rows_rank_titles (self);
  dl_rows_demote_kinds (self);
  dl_rows_find_speaker (self);
  for (guint i = 0; i < self->columns->len; i++)
    dl_rows_file_column (self, i);
  dl_rows_pair_times (self);
  /* A date of its own is more than a year beside it; a lone end is when it is. */
  if (self->starts->len == 0 && self->parts[DL_ROW_YEAR] < 0 && !has_unread_starts (self))
    for (guint i = 0; i < self->ends->len; i++)
      {
        guint index = g_array_index (self->ends, guint, i);

        if (dl_rows_column (self, index)->n_dates > 0)
          {
            dl_rows_column (self, index)->meaning = DL_ROW_START;
            g_array_append_val (self->starts, index);
            g_array_remove_index (self->ends, i);
            break;
          }
      }
  dl_rows_find_title_beside (self);
  if (self->titles->len > 0)
    return;
  title = self->has_text ? dl_rows_find_distinct (self) : dl_rows_find_words (self, headless);
  /* Where few rows have a text, what they are called stands elsewhere. */
  if (title < 0 && self->has_text && !dl_rows_has_texts (self))
    title = dl_rows_find_words (self, headless);
  title = dl_rows_replace_states (self, title);
  if (title >= 0 && !dl_rows_is_measured (self, (guint) title))
    {
      guint index = (guint) title;

      DlRowColumn *column = dl_rows_column (self, index);

      /* Of several rows of a kind it stays that, too. */
      column->is_topic = column->meaning == DL_ROW_TOPIC && g_hash_table_size (column->seen) < column->n_filled;
      column->meaning = DL_ROW_TITLE;
      g_array_append_val (self->titles, index);
    }
}

int
dl_rows_find_dated (const DlRows *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = &g_array_index (self->columns, DlRowColumn, i);

      if ((column->meaning == DL_ROW_START || column->meaning == DL_ROW_YEAR) && column->n_dates > 0)
        return (int) i;
    }
  return -1;
}

static gboolean
is_timeline (DlRows *self)
{
  gboolean words = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      words = words || ((column->meaning == DL_ROW_TITLE || column->meaning == DL_ROW_TEXT) && column->n_words > 0) ||
              (column->meaning == DL_ROW_TITLE && (has_short_titles (column) || dl_row_column_is_of_versions (column)));
    }
  /* Where hardly a row has one, as among the definitions of a schema, it is by chance. */
  if (self->n_dated > 0 && self->n_rows >= MIN_ROWS && self->n_dated * 20 < self->n_rows)
    return FALSE;
  return words && dl_rows_find_dated (self) >= 0;
}

gboolean
dl_rows_settle (DlRows *self, DlRowsSource *source, gboolean headless)
{
  source->place = source->start;
  for (guint n = 0; n < N_ROWS_SEEN && source->next (source, self, NULL); n++)
    {
      if (n == 0 && !headless)
        dl_rows_judge_without_prefix (self);
      dl_rows_look_at_row (self);
      dl_rows_note_parts (self, source);
    }
  settle_columns (self, headless);
  if (self->guesses && !headless)
    dl_rows_find_groups (self);
  dl_rows_find_family_name (self);
  dl_rows_settle_hanging (self);
  self->calendar = dl_rows_is_calendar (self);
  self->settled = TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      dl_row_column_find_common (dl_rows_column (self, i));
      dl_row_column_find_clock (dl_rows_column (self, i));
      g_clear_pointer (&dl_rows_column (self, i)->seen, g_hash_table_unref);
    }
  source->place = source->start;
  return is_timeline (self);
}

gboolean
dl_rows_get_wordless (const DlRows *self, const char **name, const char **text)
{
  if (dl_rows_find_dated (self) < 0)
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = &g_array_index (self->columns, DlRowColumn, i);
      /* "1776" is a date, and says nothing of what happened then. */
      const char *first = column->unread != NULL ? column->unread : column->first_number;

      if (first == NULL || column->n_words > 0 || !is_called_title (column))
        continue;
      *name = column->name;
      *text = first;
      return TRUE;
    }
  return FALSE;
}
