/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns of a table, the row that is looked at, and what is counted of it. */
#include "formats/rows/dl-rows-private.h"

#include <string.h>

#include <glib/gi18n.h>

/* Beyond, what objects have is not looked at: each with names of its own would make
 * rows ever wider. */
#define MAX_COLUMNS 1000
/* Few things take longer, in hours. */
#define LAST_HOUR_OF_DURATION 12

static void
column_clear (gpointer data)
{
  DlRowColumn *column = data;

  g_free (column->name);
  g_free (column->unread);
  g_free (column->common);
  g_free (column->fraction);
  g_free (column->first_number);
  g_free (column->split_text);
  g_free (column->split_names);
  g_clear_pointer (&column->seen, g_hash_table_unref);
}

static void
unclear_clear (gpointer data)
{
  DlRowUnclear *unclear = data;

  g_free (unclear->where);
  g_free (unclear->text);
  g_free (unclear->title);
  g_free (unclear->reason);
  g_string_free (unclear->rows, TRUE);
}

DlRows *
dl_rows_new (void)
{
  DlRows *self = g_new0 (DlRows, 1);

  self->columns = g_array_new (FALSE, TRUE, sizeof (DlRowColumn));
  g_array_set_clear_func (self->columns, column_clear);
  self->cells = g_array_new (FALSE, TRUE, sizeof (DlRowCell));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->titles = g_array_new (FALSE, FALSE, sizeof (guint));
  self->unclear = g_array_new (FALSE, FALSE, sizeof (DlRowUnclear));
  g_array_set_clear_func (self->unclear, unclear_clear);
  self->start = g_string_new (NULL);
  self->end = g_string_new (NULL);
  self->above = g_string_new (NULL);
  self->left = g_ptr_array_new_with_free_func (g_free);
  self->known_left = g_hash_table_new (g_str_hash, g_str_equal);
  self->hanging.none = TRUE;
  for (guint i = 0; i < DL_ROW_N_MEANINGS; i++)
    self->parts[i] = -1;
  self->family = self->dated_titles = self->written = -1;
  return self;
}

void
dl_rows_free (DlRows *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_array_unref (self->starts);
  g_array_unref (self->ends);
  g_array_unref (self->titles);
  g_array_unref (self->unclear);
  g_string_free (self->start, TRUE);
  g_string_free (self->end, TRUE);
  g_string_free (self->above, TRUE);
  g_hash_table_unref (self->known_left);
  dl_rows_pairs_free (self->pairs);
  g_ptr_array_unref (self->left);
  g_free (self);
}

void
dl_rows_allow_guesses (DlRows *self)
{
  self->guesses = TRUE;
  self->hanging.none = FALSE;
}

guint
dl_rows_get_n_columns (const DlRows *self)
{
  return self->columns->len;
}

const char *
dl_rows_get_name (const DlRows *self, guint column)
{
  return g_array_index (self->columns, DlRowColumn, column).name;
}

char *
dl_row_place_dup_words (const DlRowPlace *self, int column)
{
  if (column < 0)
    /* Translators: of a table; the number of a row. */
    return g_strdup_printf (_ ("row %u"), self->number);
  /* Translators: of a table; the numbers of a row and a column. */
  return g_strdup_printf (_ ("row %u, column %d"), self->number, column + 1);
}

gboolean
dl_rows_is_known (const char *name)
{
  guint        rank;
  DlRowMeaning meaning = dl_row_name_get_meaning (name, &rank);

  return meaning != DL_ROW_OTHER && meaning != DL_ROW_NOTHING;
}

void
dl_rows_file_column (DlRows *self, guint index)
{
  DlRowColumn *column = dl_rows_column (self, index);
  GArray      *list = column->meaning == DL_ROW_START   ? self->starts
                      : column->meaning == DL_ROW_END   ? self->ends
                      : column->meaning == DL_ROW_TITLE ? self->titles
                                                        : NULL;
  guint        at;

  at = (guint) MAX (self->parts[column->meaning], 0);
  if (self->parts[column->meaning] < 0 || column->rank < dl_rows_column (self, at)->rank)
    self->parts[column->meaning] = (int) index;
  self->has_text = self->has_text || column->meaning == DL_ROW_TEXT;
  self->has_doubt = self->has_doubt || column->meaning == DL_ROW_PRECISION || column->meaning == DL_ROW_DOUBT ||
                    column->meaning == DL_ROW_END_DOUBT;
  if (list == NULL)
    return;
  for (at = 0; at < list->len; at++)
    if (dl_rows_column (self, g_array_index (list, guint, at))->rank > column->rank)
      break;
  g_array_insert_val (list, at, index);
}

guint
dl_rows_add_column (DlRows *self, const char *name)
{
  DlRowColumn column = { .name = g_strstrip (g_strdup (name != NULL ? name : "")) };
  DlRowCell   cell = { NULL, 0 };
  guint       index = self->columns->len;

  column.meaning = column.named = dl_row_name_get_meaning (column.name, &column.rank);
  column.unit = dl_rows_find_unit (column.name, &column.meaning, &column.rank);
  column.bare =
    column.meaning == DL_ROW_YEAR || column.meaning == DL_ROW_END_YEAR || dl_row_name_is_of_years (column.name);
  column.of_spans = dl_row_name_is_of_spans (column.name, &column.of_decades);
  column.of_eras = dl_row_name_is_of_eras (column.name);
  column.of_life = dl_row_name_is_of_life (column.name);
  if (column.meaning == DL_ROW_START || column.meaning == DL_ROW_YEAR)
    column.era = dl_date_words_find_era (column.name);
  self->has_eras = self->has_eras || column.of_eras;
  self->has_units = self->has_units || column.unit != NULL || column.of_eras;
  self->has_other_era = self->has_other_era || column.era != DL_DATE_ERA_NONE;
  if (!self->settled)
    column.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_array_append_val (self->columns, column);
  g_array_append_val (self->cells, cell);
  if (self->settled)
    dl_rows_file_column (self, index);
  return index;
}

guint
dl_rows_find_column (DlRows *self, const char *name, gsize length, guint guess)
{
  g_autofree char *own = NULL;
  guint            n = self->columns->len;

  for (guint i = 0; i < n; i++)
    {
      guint       at = guess + i < n ? guess + i : (guess + i) % n;
      const char *known = dl_rows_column (self, at)->name;

      if (strncmp (known, name, length) == 0 && known[length] == '\0')
        return at;
    }
  if (n >= MAX_COLUMNS)
    return G_MAXUINT;
  own = g_strndup (name, length);
  return dl_rows_add_column (self, own);
}

void
dl_rows_clear_cells (DlRows *self)
{
  if (self->cells->len > 0)
    memset (self->cells->data, 0, self->cells->len * sizeof (DlRowCell));
}

void
dl_rows_set_cell (DlRows *self, guint column, const char *text, gsize at)
{
  DlRowCell *cell;

  if (column >= self->cells->len)
    return;
  cell = &g_array_index (self->cells, DlRowCell, column);
  cell->text = text;
  cell->at = at;
}

const char *
dl_rows_get_cell (DlRows *self, guint column)
{
  return column < self->cells->len ? dl_rows_text (self, (int) column) : "";
}

DlRowMeaning
dl_rows_get_named_meaning (const DlRows *self, guint column)
{
  return column < self->columns->len ? g_array_index (self->columns, DlRowColumn, column).named : DL_ROW_OTHER;
}

gboolean
dl_rows_has_part (DlRows *self, DlRowMeaning meaning)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      /* "created" of a record is not when it happened. */
      if (column->meaning == meaning && column->rank < 3 && *dl_rows_text (self, (int) i) != '\0' &&
          /* "time": "09:00", of a day that stands elsewhere */
          (meaning != DL_ROW_START || !dl_rows_is_clock (dl_rows_text (self, (int) i))))
        return TRUE;
    }
  return FALSE;
}

gboolean
dl_rows_has_time (DlRows *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowMeaning meaning = dl_rows_column (self, i)->meaning;

      if ((meaning == DL_ROW_TIME || meaning == DL_ROW_START) && dl_rows_is_clock (dl_rows_text (self, (int) i)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
reads_as_date (const char *text, gboolean bare)
{
  DlDateWordsContext context = { .bare_years = bare || dl_rows_is_deep_year (text), .foreign = TRUE };
  gboolean           is_short;
  g_autofree char   *whole = dl_rows_dup_whole_year (text, &is_short);
  g_autofree char   *about = dl_rows_dup_about_before (text);
  g_autofree char   *number = dl_rows_dup_plain_number (text);
  g_autofree char   *month = dl_rows_dup_month_year (text, FALSE);
  DlDateWordsFound   found;
  g_autofree char   *edtf = NULL;
  g_autofree char   *first = NULL;
  g_autofree char   *without = NULL;
  const char        *separator = strstr (text, DL_ROW_SEPARATOR);

  if (separator == NULL && *text == '-' && dl_rows_is_span_of_years (text))
    return TRUE;
  if (separator != NULL)
    text = first = g_strndup (text, (gsize) (separator - text));
  if (number != NULL)
    return reads_as_date (number, bare);
  if (month != NULL)
    text = month;
  if (about != NULL)
    text = about;
  if (whole != NULL)
    text = whole;
  edtf = dl_date_words_to_edtf (text, &context, &found, NULL);
  /* A day without a year may have that beside it. */
  if (edtf != NULL || found.answer == DL_DATE_ANSWER_AMBIGUOUS || found.answer == DL_DATE_ANSWER_NO_YEAR)
    return TRUE;
  edtf = dl_rows_read_epoch (text);
  if (edtf != NULL)
    return TRUE;
  without = dl_rows_dup_without_remark (text);
  return without != NULL && reads_as_date (without, bare);
}

gboolean
dl_rows_is_date (const char *text)
{
  return reads_as_date (text, FALSE);
}

gboolean
dl_rows_is_split_date (DlRows *self, guint column, const char *joined)
{
  DlDateWordsContext context = { .foreign = TRUE };
  DlDateWordsFound   found;
  const char        *text = dl_rows_text (self, (int) column);
  g_autofree char   *alone = dl_date_words_to_edtf (text, &context, &found, NULL);

  return alone == NULL && found.answer == DL_DATE_ANSWER_NO_YEAR && reads_as_date (joined, FALSE);
}

gboolean
dl_rows_has_words (const char *text)
{
  guint    letters = 0;
  gboolean digits = FALSE;
  gboolean space = FALSE;

  /* An address or a path. */
  if (strstr (text, "://") != NULL || (*text == '/' && strchr (text, ' ') == NULL) || dl_row_text_is_color (text) ||
      dl_row_text_is_geometry (text))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* One of those is a word. */
      letters += c >= 0x2e80 ? 2 : g_unichar_isalpha (c) ? 1 : 0;
      digits = digits || g_ascii_isdigit (*p);
      space = space || *p == ' ' || c >= 0x2e80;
    }
  return letters >= 2 && (space || !digits);
}

/* What may be a title where a column of titles has it: "A", "v2". */
static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return strstr (text, "://") == NULL;
  return FALSE;
}

static gboolean
is_number (const char *text)
{
  char *end;

  g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

/* Whether four digits stand together in it: "c. 1480/85", "?–1490". */
static gboolean
has_long_year (const char *text)
{
  while (*text != '\0')
    {
      gsize digits = strspn (text, DL_ROWS_DIGITS);

      if (digits == 4 && *text != '0')
        return TRUE;
      text += digits + strcspn (text + digits, DL_ROWS_DIGITS);
    }
  return FALSE;
}

/* A day with a year of four digits in front: "1969-07-20". */
static gboolean
is_whole_day (const char *text)
{
  return strspn (text, "0123456789") == 4 && strspn (text, "0123456789-/.") >= 8;
}

/* Which columns have their dates in a row that has one with more right. */
static void
rank_dates (DlRows *self)
{
  guint rank = G_MAXUINT;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = dl_rows_column (self, i);

      if (column->read == DL_ROW_READ_DATE && (column->meaning == DL_ROW_START || column->meaning == DL_ROW_YEAR))
        rank = MIN (rank, column->rank);
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      column->n_beside += column->read != DL_ROW_READ_NOTHING && rank < column->rank ? 1 : 0;
    }
}

/* Whether it is two words with a comma between: two people, or one with the family name first. */
static gboolean
is_pair (const char *text)
{
  const char *comma = strchr (text, ',');

  return comma != NULL && strchr (comma + 1, ',') == NULL && comma[1] == ' ' && strchr (text, ' ') == comma + 1 &&
         strchr (comma + 2, ' ') == NULL && comma > text && comma[2] != '\0';
}

/* "2h" and "1h30" are as well how long something took; "19h" hardly. */
static gboolean
may_be_duration (const char *text)
{
  return strpbrk (text, "hH") != NULL && g_ascii_strtoull (text, NULL, 10) <= LAST_HOUR_OF_DURATION;
}

/* Whether the number behind a month is none of its days. */
static gboolean
is_no_day (const char *text)
{
  g_autofree char *month = dl_rows_dup_month_year (text, FALSE);

  return month != NULL;
}

void
dl_rows_look_at_row (DlRows *self)
{
  gboolean dated = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn     *column = dl_rows_column (self, i);
      const char      *text = dl_rows_text (self, (int) i);
      gboolean         before;
      g_autofree char *clock = NULL;
      g_autofree char *counted = NULL;
      g_autofree char *month = NULL;

      column->read = DL_ROW_READ_NOTHING;
      /* That an end is not known says nothing of what the others are. */
      if (*text == '\0' || (column->meaning == DL_ROW_END && dl_date_words_get_absence (text) != DL_DATE_ANSWER_READ) ||
          (column->meaning == DL_ROW_START && dl_rows_is_to_be_told (text)) ||
          (column->meaning != DL_ROW_TITLE && column->meaning != DL_ROW_PLACE && dl_date_words_is_nothing (text)))
        continue;
      if (self->has_units)
        counted = dl_rows_dup_with_unit (self, i, text);
      if (counted != NULL)
        text = counted;
      else if (column->fraction == NULL && (column->meaning == DL_ROW_START || column->meaning == DL_ROW_END) &&
               dl_rows_is_fraction (text))
        column->fraction = g_strdup (text);
      column->n_filled++;
      if (reads_as_date (text, column->bare))
        column->read = DL_ROW_READ_DATE;
      else if (column->meaning == DL_ROW_END && dl_date_words_is_open (text))
        column->read = DL_ROW_READ_OPEN;
      if (column->read != DL_ROW_READ_NOTHING)
        {
          column->n_dates++;
          dated = dated || column->meaning == DL_ROW_START || column->meaning == DL_ROW_END ||
                  column->meaning == DL_ROW_YEAR || column->meaning == DL_ROW_END_YEAR;
        }
      else if (column->unread == NULL)
        column->unread = g_strdup (text);
      if (column->read == DL_ROW_READ_NOTHING && column->meaning == DL_ROW_START)
        column->n_other_eras += dl_date_words_find_era (text) != DL_DATE_ERA_NONE ? 1 : 0;
      column->n_words += dl_rows_has_words (text) ? 1 : 0;
      column->n_single += strpbrk (text, " ,;/&") == NULL ? 1 : 0;
      column->n_full += strchr (text, ' ') != NULL && strpbrk (text, ",;/&") == NULL ? 1 : 0;
      column->n_pairs += is_pair (text) ? 1 : 0;
      column->n_lettered += has_letter (text) ? 1 : 0;
      column->n_clock += dl_rows_is_clock (text) && !may_be_duration (text) ? 1 : 0;
      /* "true" says something of an era only where the column is called one. */
      column->n_eras +=
        (dl_rows_read_era (text, &before) && (column->meaning == DL_ROW_ERA || !dl_row_text_is_truth (text))) ||
            (column->of_eras && dl_date_words_get_era (text) != DL_DATE_ERA_NONE)
          ? 1
          : 0;
      column->n_truths += dl_row_text_is_truth (text) ? 1 : 0;
      if (is_number (text))
        {
          column->n_numbers++;
          if (column->first_number == NULL)
            column->first_number = g_strdup (text);
        }
      column->n_midnights +=
        dl_rows_is_midnight (text) || (column->meaning == DL_ROW_END && dl_rows_is_last_second (text)) ? 1 : 0;
      column->n_serials += dl_rows_read_serial (text, NULL) ? 1 : 0;
      column->n_whole += is_whole_day (text) ? 1 : 0;
      column->n_pointed += dl_rows_is_pointed_day (text) ? 1 : 0;
      column->n_long_years += has_long_year (text) ? 1 : 0;
      column->n_few_digits += is_number (text) && strlen (text) < 4 ? 1 : 0;
      clock = dl_rows_dup_compact_clock (text);
      column->n_compact += clock != NULL ? 1 : 0;
      column->n_early += clock != NULL && *clock == '0' ? 1 : 0;
      column->n_month_days += dl_rows_is_month_day (text) ? 1 : 0;
      column->n_late_days += dl_rows_is_month_day (text) && strcmp (text + 3, "12") > 0 ? 1 : 0;
      column->has_zero = column->has_zero || strcmp (text, "0") == 0;
      column->has_minus = column->has_minus || (*text == '-' && g_ascii_isdigit (text[1]));
      month = dl_rows_dup_month_year (text, TRUE);
      column->n_month_years += month != NULL ? 1 : 0;
      column->month_years = column->month_years || (month != NULL && is_no_day (text));
      column->length += strlen (text);
      if (column->seen != NULL)
        g_hash_table_replace (column->seen, g_strdup (text),
                              GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (column->seen, text)) + 1));
    }
  rank_dates (self);
  dl_rows_look_at_year (self);
  dl_rows_look_at_pairs (self);
  dl_rows_look_at_ends (self);
  dl_rows_look_for_dated_titles (self);
  dl_rows_look_for_hanging (self);
  self->n_rows++;
  self->n_dated += dated ? 1 : 0;
}

static int
get_only (const GArray *list)
{
  return list->len > 0 ? (int) g_array_index (list, guint, 0) : -1;
}

gboolean
dl_rows_is_timelinejs (const DlRows *self)
{
  return self->timelinejs;
}

gboolean
dl_rows_get_unread (const DlRows *self, const char **name, const char **date)
{
  guint best = DL_ROW_RANK_GUESS;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = &g_array_index (self->columns, DlRowColumn, i);
      guint              rank;
      DlRowMeaning       meaning = dl_row_name_get_meaning (column->name, &rank);

      if (column->unread == NULL || column->n_dates > 0 || (meaning != DL_ROW_START && meaning != DL_ROW_YEAR) ||
          rank >= best || dl_rows_is_translation (self, i))
        continue;
      *name = column->name;
      *date = column->unread;
      best = rank;
    }
  return best < DL_ROW_RANK_GUESS;
}

int
dl_rows_get_date_column (const DlRows *self)
{
  return get_only (self->starts);
}

int
dl_rows_get_title_column (const DlRows *self)
{
  return get_only (self->titles);
}
