/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in columns, where names alone would mislead. */
#include <string.h>

#include "formats/rows/dl-rows-private.h"
#include "time/dl-calendar.h"
#include "time/dl-date.h"

/* Titles that are made of a column without a name for it. */
#define MIN_TITLE_LETTERS 4
/* So many rows are looked at before a table is held to measure something. */
#define MIN_MEASURED 8
/* So many dates at one step are no chance. */
#define MIN_REGULAR 6
#define DAYS_OF_YEAR 365
/* Rows that differ in their topics. */
#define MIN_DISTINCT 3
/* Bytes that a topic has which is what a row is called, and the most that a name has. */
#define MIN_TOPIC_BYTES 12
#define MAX_CALLED_BYTES 80
/* Bytes of a sentence. */
#define MIN_PROSE_BYTES 24
/* Cells with commas in them, of which fewer may be names. */
#define MIN_LISTS 3
#define MAX_MEASURED_SECONDS (G_GINT64_CONSTANT (1) << 50)

gboolean
dl_row_column_is_serial (const DlRowColumn *column)
{
  static const char *const words[] = { "date", "datum", "data", "fecha", "日", "날짜" };
  g_autofree char         *small = g_utf8_strdown (column->name, -1);

  if ((column->meaning != DL_ROW_START && column->meaning != DL_ROW_END) || column->n_filled < 2 ||
      column->n_serials != column->n_filled)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (small, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether nearly each row has other words in a column, and none has none. */
static gboolean
is_distinct (DlRows *self, const DlRowColumn *column)
{
  return column->n_filled >= MIN_DISTINCT && column->n_filled == self->n_rows && column->n_words == column->n_filled &&
         column->n_dates * 2 < column->n_filled && g_hash_table_size (column->seen) * 10 >= column->n_filled * 9;
}

/* Whether all that stands in a column are single words in small letters, as parts of a program are called: "mail" */
static gboolean
is_of_codes (const DlRowColumn *column)
{
  GHashTableIter iter;
  gpointer       text;

  g_hash_table_iter_init (&iter, column->seen);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (!g_ascii_islower (*(const char *) text))
      return FALSE;
  return column->n_single == column->n_filled;
}

int
dl_rows_find_distinct (DlRows *self)
{
  const DlRowColumn *text = NULL;
  int                found = -1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = dl_rows_column (self, i);
      gsize              enough = (gsize) column->n_filled * MIN_TOPIC_BYTES;

      if (column->meaning == DL_ROW_TEXT && text == NULL)
        text = column;
      else if (column->meaning == DL_ROW_TOPIC && is_distinct (self, column) && column->length >= enough)
        return (int) i;
      /* What stands behind the text tells more of it. */
      else if (column->meaning == DL_ROW_OTHER && found < 0 && text == NULL && !dl_row_name_is_of_kind (column->name) &&
               is_distinct (self, column) && column->length <= (gsize) column->n_filled * MAX_CALLED_BYTES)
        found = (int) i;
    }
  if (found < 0 || text == NULL)
    return -1;
  if (dl_row_is_headline (self, text) && is_of_codes (dl_rows_column (self, (guint) found)))
    return -1;
  /* Of two texts the shorter is what the row is called; what is but noted is no name for it. */
  return text->rank > 0 || text->length > dl_rows_column (self, (guint) found)->length ? found : -1;
}

gboolean
dl_row_column_is_state (const DlRowColumn *column)
{
  static const char *const words[] = {
    "open", "closed", "active", "merged", "done", "resolved", "completed", "pending"
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_hash_table_contains (column->seen, words[i]))
      return TRUE;
  return FALSE;
}

gboolean
dl_row_column_is_shape (const DlRowColumn *column)
{
  static const char *const words[] = {
    "range", "point", "box", "span", "instant", "interval", "duration", "event", "period",
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    n += g_hash_table_contains (column->seen, words[i]) ? 1 : 0;
  return n > 0 && n == g_hash_table_size (column->seen);
}

gboolean
dl_row_column_is_prose (const DlRowColumn *column)
{
  static const char *const signs[] = { "gradient(", "url(", "rgb", "px", ";", "{", "://" };
  GHashTableIter           iter;
  gpointer                 text;
  guint                    n = 0;

  if (column->n_filled == 0 || column->n_words < column->n_filled)
    return FALSE;
  g_hash_table_iter_init (&iter, column->seen);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    {
      gunichar first = g_utf8_get_char (text);
      gboolean prose = strlen (text) >= MIN_PROSE_BYTES && g_unichar_isalpha (first) && !g_unichar_islower (first);

      for (guint i = 0; prose && i < G_N_ELEMENTS (signs); i++)
        prose = strstr (text, signs[i]) == NULL;
      n += prose ? 1 : 0;
    }
  return dl_row_is_most (n, g_hash_table_size (column->seen));
}

/* The number of whole days that a step between two dates is; months, quarters and years are alike. */
static gint64
read_step (gint64 seconds)
{
  gint64 days = seconds / DL_DAY_SECONDS;

  if (days < 1)
    return -seconds;
  return days >= 28 && days <= 31                           ? 30
         : days >= 89 && days <= 92                         ? 91
         : days >= DAYS_OF_YEAR && days <= DAYS_OF_YEAR + 1 ? DAYS_OF_YEAR
                                                            : days;
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* Whether dates follow each other at one step, as nothing does that happens by itself, or each is
 * there for many places. What @words say repeats itself then; but who wins each year may, too. */
static gboolean
is_regular (const DlRowColumn *column, const DlRowColumn *words)
{
  guint              n_words = g_hash_table_size (words->seen);
  gboolean           repeated = n_words * 2 < words->n_filled;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter     iter;
  gpointer           text;
  guint              run = 0;
  guint              longest = 0;
  gint64             step = 0;

  if (g_hash_table_size (column->seen) * 4 < column->n_filled && (repeated || words->meaning == DL_ROW_PLACE))
    return TRUE;
  if (!repeated)
    return FALSE;
  g_hash_table_iter_init (&iter, column->seen);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    {
      DlDateWordsContext context = { .order = DL_DAY_MONTH_MONTH_FIRST, .bare_years = column->bare };
      g_autofree char   *epoch = dl_rows_read_epoch (text);
      g_autofree char   *edtf = epoch == NULL ? dl_date_words_to_edtf (text, &context, NULL, NULL) : NULL;
      DlDate             date;

      /* Nothing is measured in the depths of time, where a step might be too wide for a number. */
      if ((edtf != NULL || epoch != NULL) && dl_date_parse (edtf != NULL ? edtf : epoch, -1, &date, NULL) &&
          date.stated_start.seconds > -MAX_MEASURED_SECONDS && date.stated_start.seconds < MAX_MEASURED_SECONDS)
        g_array_append_val (times, date.stated_start.seconds);
    }
  if (times->len < MIN_REGULAR)
    return FALSE;
  g_array_sort (times, compare_steps);
  for (guint i = 1; i < times->len; i++)
    g_array_index (times, gint64, i - 1) =
      read_step (g_array_index (times, gint64, i) - g_array_index (times, gint64, i - 1));
  g_array_set_size (times, times->len - 1);
  g_array_sort (times, compare_steps);
  for (guint i = 0; i < times->len; i++)
    {
      run = i > 0 && g_array_index (times, gint64, i) == g_array_index (times, gint64, i - 1) ? run + 1 : 1;
      if (run > longest)
        step = g_array_index (times, gint64, i);
      longest = MAX (longest, run);
    }
  return longest * 2 >= times->len && (step < DAYS_OF_YEAR || n_words <= 2);
}

gboolean
dl_rows_is_measured (DlRows *self, guint title)
{
  const DlRowColumn *words = dl_rows_column (self, title);
  gboolean           regular = FALSE;
  guint              n_numbers = 0;

  if (words->n_filled < MIN_MEASURED)
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (i == title || column->n_filled == 0)
        continue;
      if (column->meaning == DL_ROW_START || column->meaning == DL_ROW_YEAR)
        regular = regular || is_regular (column, words);
      else if (column->n_numbers * 10 >= column->n_filled * 9)
        n_numbers += column->meaning == DL_ROW_ID ? 0 : 1;
      else if (column->n_words * 2 >= column->n_filled)
        return FALSE;
    }
  return regular && n_numbers > 0;
}

gboolean
dl_rows_has_midnights (DlRows *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if ((column->meaning == DL_ROW_START || column->meaning == DL_ROW_END) &&
          (column->rank < 3 || column->rank == DL_ROW_RANK_BOUND) && column->n_midnights != column->n_filled)
        return FALSE;
    }
  return TRUE;
}

void
dl_rows_rank_answers (DlRows *self)
{
  static const char *const names[] = { "Timestamp",      "Zeitstempel",    "Horodateur",
                                       "Marca temporal", "タイムスタンプ", "타임스탬프" };
  DlRowColumn             *first = self->columns->len > 1 ? dl_rows_column (self, 0) : NULL;
  gboolean                 sent = FALSE;

  for (guint i = 0; first != NULL && i < G_N_ELEMENTS (names); i++)
    sent = sent || strcmp (first->name, names[i]) == 0;
  for (guint i = 1; sent && i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (column->meaning != DL_ROW_START || column->n_filled == 0 || column->n_dates * 2 < column->n_filled)
        continue;
      first->meaning = DL_ROW_OTHER;
      return;
    }
}

gboolean
dl_row_column_is_age (const DlRowColumn *column)
{
  g_autofree char *small = g_utf8_strdown (column->name, -1);

  return column->n_numbers > 0 && column->n_numbers * 2 >= column->n_filled &&
         (strcmp (small, "age") == 0 || g_str_has_suffix (small, ".age"));
}

void
dl_rows_find_labels (DlRows *self)
{
  DlRowColumn *label = NULL;
  gboolean     titled = FALSE;
  gboolean     year = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (column->meaning == DL_ROW_START && column->n_dates > 0)
        return;
      year = year || (column->meaning == DL_ROW_YEAR && column->n_filled == self->n_rows);
      if (column->meaning != DL_ROW_TITLE || column->n_filled < 2)
        continue;
      if (column->rank < 2)
        titled = titled || column->n_filled == self->n_rows;
      else if (column->n_numbers == 0 && column->n_dates * 2 > column->n_filled)
        label = column;
    }
  if (label == NULL || !titled || !year)
    return;
  label->meaning = DL_ROW_START;
  label->rank = 1;
}

/* The column of that name in which half of what stands is @words or not; or NULL. */
static DlRowColumn *
find_short (DlRows *self, const char *name, gboolean words)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (strcmp (column->name, name) == 0)
        return column->n_filled > 0 &&
                   (words ? dl_row_is_most (column->n_words, column->n_filled) : column->n_numbers == column->n_filled)
                 ? column
                 : NULL;
    }
  return NULL;
}

/* Whether there are titles, and when something was is told in words of which few are dates, "c. 10,000
 * years before the flood", where there is a @year. */
static gboolean
has_wordy_dates (DlRows *self, const DlRowColumn *year)
{
  gboolean titled = FALSE;
  gboolean wordy = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      titled = titled || (column->meaning == DL_ROW_TITLE && dl_row_is_most (column->n_words, column->n_filled));
      if (column->n_filled == 0 || (column->meaning != DL_ROW_START && column->meaning != DL_ROW_YEAR))
        continue;
      /* Rows of several lists may be dated by different columns. */
      if (dl_row_is_most (column->n_dates, column->n_filled) && column->n_filled + year->n_filled > self->n_rows)
        return FALSE;
      wordy = wordy || dl_row_is_most (column->n_words, column->n_filled);
    }
  return titled && wordy;
}

void
dl_rows_find_family_name (DlRows *self)
{
  int given = -1;
  int family = -1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *name = dl_rows_column (self, i)->name;

      given = given < 0 && dl_row_name_is_given (name) ? (int) i : given;
      family = family < 0 && dl_row_name_is_family (name) ? (int) i : family;
    }
  if (given < 0 || family < 0 || self->titles->len == 0 || g_array_index (self->titles, guint, 0) != (guint) given)
    return;
  self->family = family;
}

void
dl_rows_find_month_days (DlRows *self)
{
  gboolean year = FALSE;

  for (guint i = 0; i < self->columns->len && !year; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      year = column->meaning == DL_ROW_YEAR && column->n_filled == self->n_rows && column->n_dates == column->n_filled;
    }
  for (guint i = 0; i < self->columns->len && year; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (column->meaning != DL_ROW_START || column->n_late_days == 0 || column->n_month_days < column->n_filled)
        continue;
      column->month_day = TRUE;
      column->n_dates = column->n_filled;
    }
}

/* "y": 2016, "m": "Aug", "d": 8. Returns: whether they are there */
static gboolean
settle_short_days (DlRows *self)
{
  DlRowColumn *year = find_short (self, "y", FALSE);
  DlRowColumn *number = find_short (self, "m", FALSE);
  DlRowColumn *month = number != NULL ? number : find_short (self, "m", TRUE);
  DlRowColumn *day = find_short (self, "d", FALSE);

  if (year == NULL || month == NULL || day == NULL || year->n_dates < year->n_filled)
    return FALSE;
  year->meaning = DL_ROW_YEAR;
  month->meaning = DL_ROW_MONTH;
  day->meaning = DL_ROW_DAY;
  year->rank = month->rank = day->rank = 0;
  return TRUE;
}

void
dl_rows_settle_short (DlRows *self)
{
  DlRowColumn *year = find_short (self, "y", FALSE);
  DlRowColumn *title = find_short (self, "t", TRUE);
  DlRowColumn *text = find_short (self, "d", TRUE);

  if (settle_short_days (self))
    return;
  if (year == NULL || find_short (self, "x", FALSE) != NULL || (title == NULL && !has_wordy_dates (self, year)))
    return;
  year->meaning = DL_ROW_YEAR;
  year->rank = 0;
  year->bare = TRUE;
  year->n_dates = year->n_filled;
  if (title == NULL)
    return;
  title->meaning = DL_ROW_TITLE;
  title->rank = 0;
  if (text != NULL)
    text->meaning = DL_ROW_TEXT;
}

gboolean
dl_row_column_is_list (const DlRowColumn *column)
{
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter         iter;
  gpointer               text;
  guint                  n_lists = 0;
  guint                  n_parts = 0;

  g_hash_table_iter_init (&iter, column->seen);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    {
      g_auto (GStrv) own = g_strsplit (text, ", ", -1);

      n_lists += own[0] != NULL && own[1] != NULL ? 1 : 0;
      for (guint i = 0; own[i] != NULL; i++, n_parts++)
        g_hash_table_add (parts, g_strdup (g_strstrip (own[i])));
    }
  /* "Arts, crafts" is one where neither stands elsewhere. */
  return n_lists >= MIN_LISTS && dl_row_is_most (n_lists, g_hash_table_size (column->seen)) &&
         g_hash_table_size (parts) * 4 <= n_parts * 3;
}

gboolean
dl_rows_is_file (const char *text)
{
  static const char *const ends[] = { ".png", ".jpg",  ".jpeg", ".gif", ".svg", ".webp", ".tif",
                                      ".pdf", ".html", ".htm",  ".php", ".mp3", ".mp4",  ".webm" };

  /* "index.html#two" */
  gsize length = strcspn (text, "#?");

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gsize n = strlen (ends[i]);

      if (length > n && memcmp (text + length - n, ends[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether what stands in a column are names of files */
static gboolean
is_files (const DlRowColumn *column)
{
  GHashTableIter iter;
  gpointer       text;
  guint          n = 0;

  g_hash_table_iter_init (&iter, column->seen);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    n += dl_rows_is_file (text) ? 1 : 0;
  return dl_row_is_most (n, g_hash_table_size (column->seen));
}

static gboolean
is_of_slugs (const DlRowColumn *column)
{
  GHashTableIter iter;
  gpointer       text;
  guint          n = 0;

  g_hash_table_iter_init (&iter, column->seen);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    n += dl_row_text_is_slug (text) ? 1 : 0;
  return dl_row_is_most (n, g_hash_table_size (column->seen));
}

/* What else than a column that is called nothing else may have titles. */
typedef enum
{
  CALLED_PLAIN, /* people, captions; only what stands in most rows */
  CALLED_TOPICS,
  CALLED_PLACES,
} Called;

static gboolean
may_be_called (const DlRowColumn *column, Called called)
{
  return column->meaning == DL_ROW_PERSON || column->meaning == DL_ROW_CAPTION || column->meaning == DL_ROW_KIND ||
         (called >= CALLED_TOPICS && column->meaning == DL_ROW_TOPIC) ||
         (called >= CALLED_PLACES && column->meaning == DL_ROW_PLACE);
}

/* The first column whose words could be titles. @fallback: (inout): one whose words repeat themselves, or -1.
 * Returns: -1 where none has its own words in most rows */
static int
find_called (DlRows *self, gboolean headless, Called called, int *fallback)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);
      gboolean     plain = column->meaning == DL_ROW_OTHER || headless;

      if (column->aside || (called == CALLED_PLAIN && !dl_row_is_most (column->n_filled, self->n_rows)) ||
          (!plain && !may_be_called (column, called)) || g_str_has_suffix (column->name, "_id") ||
          !dl_row_is_most (column->n_words, column->n_filled) || dl_row_is_most (column->n_truths, column->n_filled) ||
          (headless && dl_row_is_most (column->n_dates, column->n_filled)) || is_files (column))
        continue;
      if (dl_row_is_most (g_hash_table_size (column->seen), column->n_filled) && !is_of_slugs (column) &&
          column->length >= (gsize) column->n_filled * MIN_TITLE_LETTERS)
        return (int) i;
      if (*fallback < 0)
        *fallback = (int) i;
    }
  return -1;
}

int
dl_rows_find_words (DlRows *self, gboolean headless)
{
  int fallback = -1;
  int none = -1;
  int found = find_called (self, headless, CALLED_PLAIN, &none);

  if (found < 0)
    found = find_called (self, headless, CALLED_TOPICS, &fallback);
  /* Where it was is said of it anyway. */
  if (found < 0 && fallback < 0)
    found = find_called (self, headless, CALLED_PLACES, &fallback);
  return dl_rows_choose_language (self, found >= 0 ? found : fallback);
}

void
dl_rows_name_by_content (DlRows *self)
{
  guint n_dates = 0;
  int   words;

  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      column->meaning = DL_ROW_OTHER;
      column->rank = 0;
      if (n_dates < 2 && column->n_filled > 0 && column->n_dates * 10 >= column->n_filled * 8)
        column->meaning = n_dates++ == 0 ? DL_ROW_START : DL_ROW_END;
    }
  words = dl_rows_find_words (self, TRUE);
  if (words >= 0)
    dl_rows_column (self, (guint) words)->meaning = DL_ROW_TITLE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self, i);

      if (column->meaning == DL_ROW_OTHER && dl_row_is_most (column->n_words, column->n_filled))
        column->meaning = DL_ROW_TEXT;
    }
}

void
dl_rows_set_aside (DlRows *self, guint column)
{
  if (column < self->columns->len)
    dl_rows_column (self, column)->aside = TRUE;
}
