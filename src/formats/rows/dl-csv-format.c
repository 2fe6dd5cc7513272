/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of separated values: which separator it is, where the header is, and
 * rows whose fields are not as many as the header has. */
#include "formats/rows/dl-csv-format.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/rows/dl-csv.h"
#include "formats/rows/dl-rows.h"

/* Records that are looked at to know the separator and the header. */
#define N_RECORDS_SEEN 40
/* They are sought in so many bytes. */
#define BYTES_SEEN (1 << 20)
/* Records that may stand above the header. */
#define MAX_ABOVE 6
/* A longer text is no name of a column. */
#define MAX_NAME_BYTES 120
#define MAX_NAMES_TOLD 12
/* So many names that are known are no chance, though the rows may be few or uneven. */
#define MIN_SURE_NAMES 3

typedef struct
{
  DlRowsSource source;
  DlCsv        csv;
  guint        n_columns;
  gboolean     headless;
  int          date_column;
  GString     *joined; /* the last fields of a row that has too many */
  GString     *date;   /* of two fields */
  GPtrArray   *terms;  /* texts of the row, where its fields are terms of SPARQL; else NULL */
} Source;

/* The line "sep=;" that spreadsheets put first. Returns: its separator, and @end behind the line */
static char
read_sep_line (const char *text, gsize length, gsize *end)
{
  gsize at = 5;

  *end = 0;
  if (length < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0)
    return '\0';
  while (at < length && (text[at] == '\r' || text[at] == '\n'))
    at++;
  if (at == 5)
    return '\0';
  *end = at;
  return text[4];
}

static guint
count_known (const DlCsv *csv)
{
  guint n = 0;

  for (guint i = 0; i < csv->n_fields; i++)
    n += dl_rows_is_known (dl_csv_get (csv, i)) ? 1 : 0;
  return n;
}

static gboolean
has_date (const DlCsv *csv)
{
  for (guint i = 0; i < csv->n_fields; i++)
    if (dl_rows_is_date (dl_csv_get (csv, i)))
      return TRUE;
  return FALSE;
}

static guint
count_filled (const DlCsv *csv)
{
  guint n = 0;

  for (guint i = 0; i < csv->n_fields; i++)
    n += *dl_csv_get (csv, i) != '\0' ? 1 : 0;
  return n;
}

static gboolean
is_comment (const DlCsv *csv, guint n_columns)
{
  return csv->text[csv->start] == '#' && csv->n_fields != n_columns;
}

/* The line below the header of a table of Markdown: "|---|:---:|". */
static gboolean
is_rule (const DlCsv *csv)
{
  guint n = 0;

  if (csv->separator != '|')
    return FALSE;
  for (guint i = 0; i < csv->n_fields; i++)
    {
      const char *field = dl_csv_get (csv, i);

      if (strspn (field, ":-") != strlen (field))
        return FALSE;
      n += *field != '\0' ? 1 : 0;
    }
  return n > 0;
}

/* How much of the file is looked at to know what it is: no part of a character at its end. */
static gsize
measure_head (const char *text, gsize length)
{
  gsize head = MIN (length, BYTES_SEEN);

  while (head > 0 && head < length && ((guchar) text[head] & 0xc0) == 0x80)
    head--;
  return head;
}

/* How well the file is told apart by @separator: nothing unless most records have as
 * many fields as the widest of the first ones. */
static guint
rate (const char *text, gsize length, gsize from, char separator)
{
  DlCsv csv;
  guint n = 0;
  guint counts[N_RECORDS_SEEN];
  guint known = 0;
  guint best = 0;
  guint fields = 0;

  dl_csv_init (&csv, text, measure_head (text, length), separator, FALSE);
  csv.at = from;
  while (n < N_RECORDS_SEEN && dl_csv_next (&csv))
    if (!dl_csv_is_empty (&csv) && !is_comment (&csv, 0))
      {
        counts[n++] = csv.n_fields;
        if (n <= MAX_ABOVE)
          known = MAX (known, count_known (&csv));
      }
  dl_csv_clear (&csv);
  for (guint i = 0; i < n; i++)
    {
      guint same = 0;

      for (guint k = 0; k < n; k++)
        same += counts[k] == counts[i] ? 1 : 0;
      if (counts[i] > 1 && same > best)
        {
          best = same;
          fields = counts[i];
        }
    }
  if (fields < 2 || (best * 10 < n * 6 && known < 2))
    return 0;
  return known * 1000 + best * 100 / n * 5 + MIN (fields, 30);
}

/* Returns: '\0' where nothing parts the lines alike */
static char
find_separator (const char *text, gsize length, gsize from)
{
  static const char candidates[] = { ',', ';', '\t', '|' };
  char              best = '\0';
  guint             best_rating = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint rating = rate (text, length, from, candidates[i]);

      if (rating > best_rating)
        {
          best = candidates[i];
          best_rating = rating;
        }
    }
  return best;
}

/* Puts the columns' names into @rows, and the source at the first row behind them.
 * Returns: whether there are columns */
static gboolean
read_header (Source *self, DlRows *rows, gsize from)
{
  DlCsv     *csv = &self->csv;
  DlRowPlace first = { 0, 0, 0, 0 };
  gsize      first_at = from;
  gsize      header_at = G_MAXSIZE;
  guint      header_number = 0;
  guint      number = 0;
  guint      best = 0;
  gboolean   dated = FALSE;

  csv->at = from;
  for (guint n = 0; n < MAX_ABOVE && dl_csv_next (csv);)
    {
      guint known;

      number++;
      if (dl_csv_is_empty (csv))
        continue;
      n++;
      known = count_known (csv);
      if (is_comment (csv, 0) && known < 2)
        continue;
      if (known > best && (known > 1 || !has_date (csv)) && count_filled (csv) > 1)
        {
          best = known;
          header_at = csv->start;
          header_number = number;
          if (known > 1)
            break;
        }
      if (first.number == 0 && count_filled (csv) > 1)
        {
          first.number = number;
          first_at = csv->start;
          dated = has_date (csv);
        }
    }
  if (header_at == G_MAXSIZE)
    {
      if (first.number == 0)
        return FALSE;
      header_at = first_at;
      header_number = first.number;
      self->headless = dated;
    }
  csv->at = header_at;
  dl_csv_next (csv);
  self->n_columns = csv->n_fields;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *name = dl_csv_get (csv, i);

      /* "?date" is a variable of a query. */
      if (i == 0 && *name == '?' && g_ascii_isalpha (name[1]) && !self->headless)
        self->terms = g_ptr_array_new_with_free_func (g_free);
      name += strspn (name, self->terms != NULL ? "?" : i == 0 ? "# " : "");
      dl_rows_add_column (rows, self->headless ? NULL : name);
    }
  if (self->headless)
    self->source.start = (DlRowPlace){ 0, header_at, header_number - 1, 0 };
  else
    self->source.start = (DlRowPlace){ 0, csv->at, header_number, 0 };
  return self->n_columns > 1;
}

/* The text of a term as SPARQL's tables write it: <http://…>, "text"@en, "1969"^^<…>.
 * Returns: (transfer full) (nullable): NULL where it is none */
static char *
dup_term (const char *field)
{
  gsize    length = strlen (field);
  GString *text;

  if (*field == '<' && length > 1 && field[length - 1] == '>')
    return g_strndup (field + 1, length - 2);
  if (*field != '"')
    return NULL;
  text = g_string_new (NULL);
  for (const char *at = field + 1; *at != '\0' && *at != '"'; at++)
    {
      if (*at == '\\' && at[1] != '\0')
        {
          at++;
          g_string_append_c (text, *at == 'n' ? '\n' : *at == 't' ? '\t' : *at);
        }
      else
        g_string_append_c (text, *at);
    }
  return g_string_free (text, FALSE);
}

/* A field of the row as the text that it stands for. */
static const char *
get_field (const Source *self, guint field)
{
  const char *text = dl_csv_get (&self->csv, field);
  char       *term = self->terms != NULL ? dup_term (text) : NULL;

  if (term == NULL)
    return text;
  g_ptr_array_add (self->terms, term);
  return term;
}

/* The fields from @from on as one, as if what parts them were no separator. */
static const char *
join_fields (const Source *self, GString *out, guint from, guint n)
{
  g_string_truncate (out, 0);
  for (guint i = from; i < from + n; i++)
    {
      if (i > from)
        g_string_append_printf (out, "%c ", self->csv.separator);
      g_string_append (out, dl_csv_get (&self->csv, i));
    }
  return out->str;
}

static char *
dup_where (G_GNUC_UNUSED DlRowsSource *source, const DlRowPlace *row, int column)
{
  if (column < 0)
    /* Translators: of a table; the number of a row. */
    return g_strdup_printf (_ ("row %u"), row->number);
  /* Translators: of a table; the numbers of a row and a column. */
  return g_strdup_printf (_ ("row %u, column %d"), row->number, column + 1);
}

static gsize
field_at (const Source *self, guint field)
{
  return self->csv.fields[field].at;
}

/* A date that a comma without quotes parts: "July 4, 1776". Returns: whether it is one, and @text */
static gboolean
join_date (Source *self, DlRows *rows, guint column, const char **text)
{
  const char *first = dl_csv_get (&self->csv, column);

  /* Each date has a year, which has three digits or more; else it may be in the next field. */
  for (const char *p = first; *p != '\0'; p++)
    if (strspn (p, "0123456789") >= 3)
      return FALSE;
  if (*first == '\0' || self->csv.separator != ',' || column + 1 >= self->csv.n_fields ||
      strpbrk (dl_csv_get (&self->csv, column + 1), "0123456789") == NULL)
    return FALSE;
  *text = join_fields (self, self->date, column, 2);
  if (!dl_rows_is_split_date (rows, column, *text))
    return FALSE;
  if (self->source.draft != NULL)
    dl_draft_tell_note (self->source.draft, field_at (self, column),
                        dup_where (&self->source, &self->source.here, (int) column),
                        g_strdup_printf (_ ("“%s” is read as one date, though it has no quotes around it."), *text));
  return TRUE;
}

static void
tell_row (Source *self)
{
  DlDraft *draft = self->source.draft;
  guint    n = self->csv.n_fields;

  if (draft == NULL)
    return;
  if (self->csv.stray)
    dl_draft_tell (
      draft, self->source.here.at, dup_where (&self->source, &self->source.here, -1),
      g_strdup (_ ("A quotation mark opens a field of this row and does not close it; it is read as text.")));
  if (n > self->n_columns)
    dl_draft_tell (
      draft, self->source.here.at, dup_where (&self->source, &self->source.here, -1),
      /* Translators: two numbers. */
      g_strdup_printf (_ ("This row has %u fields, but there are %u columns; the last fields are read as one."), n,
                       self->n_columns));
}

static void
set_cells (Source *self, DlRows *rows)
{
  DlCsv      *csv = &self->csv;
  guint       n = csv->n_fields;
  guint       skip = 0;
  const char *date = NULL;

  dl_rows_clear_cells (rows);
  if (self->terms != NULL)
    g_ptr_array_set_size (self->terms, 0);
  for (guint i = 0; i < MIN (n, self->n_columns); i++)
    dl_rows_set_cell (rows, i, get_field (self, i), field_at (self, i));
  if (self->date_column >= 0 && (guint) self->date_column < n &&
      join_date (self, rows, (guint) self->date_column, &date))
    {
      guint column = (guint) self->date_column;

      skip = 1;
      dl_rows_set_cell (rows, column, date, field_at (self, column));
      for (guint i = column + 1; i < self->n_columns; i++)
        if (i + 1 < n)
          dl_rows_set_cell (rows, i, dl_csv_get (csv, i + 1), field_at (self, i + 1));
        else
          dl_rows_set_cell (rows, i, "", 0);
    }
  /* Empty fields at the end are commas, no more. */
  while (n > 0 && *dl_csv_get (csv, n - 1) == '\0')
    n--;
  if (n > self->n_columns + skip)
    {
      guint last = self->n_columns - 1 + skip;

      tell_row (self);
      dl_rows_set_cell (rows, last - skip, join_fields (self, self->joined, last, n - last), field_at (self, last));
    }
  else if (csv->stray && self->terms == NULL)
    tell_row (self);
}

static gboolean
next_row (DlRowsSource *source, DlRows *rows, G_GNUC_UNUSED GError **error)
{
  Source *self = (Source *) source;

  self->csv.at = source->place.at;
  do
    {
      if (!dl_csv_next (&self->csv))
        return FALSE;
      source->place.number++;
    }
  while (dl_csv_is_empty (&self->csv) || is_comment (&self->csv, self->n_columns) || is_rule (&self->csv));
  source->here = (DlRowPlace){ 0, self->csv.start, source->place.number, 0 };
  source->place.at = self->csv.at;
  if (source->draft != NULL)
    dl_draft_begin_event (source->draft, source->here.at);
  set_cells (self, rows);
  return TRUE;
}

static void
source_clear (Source *self)
{
  dl_csv_clear (&self->csv);
  g_string_free (self->joined, TRUE);
  g_string_free (self->date, TRUE);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
}

/* Opens the table. Returns: whether it is one; @rows are settled then, and @timeline is
 * whether it is one of events */
static gboolean
open_table (DlInput *input, Source *self, DlRows *rows, gboolean *timeline)
{
  gsize from;
  char  separator = read_sep_line (input->text, input->length, &from);
  char  first = dl_input_get_first (input);

  *timeline = FALSE;
  *self = (Source){ .source = { .next = next_row, .dup_where = dup_where }, .date_column = -1 };
  if (separator == '\0' && first != '{' && first != '[' && first != '<')
    separator = find_separator (input->text, input->length, from);
  if (separator == '\0' || separator == '"' || separator == '\r' || separator == '\n')
    return FALSE;
  dl_csv_init (&self->csv, input->text, input->length, separator, input->damaged);
  self->joined = g_string_new (NULL);
  self->date = g_string_new (NULL);
  if (!read_header (self, rows, from))
    {
      source_clear (self);
      return FALSE;
    }
  if (from > 0)
    self->source.start.number++;
  dl_rows_allow_guesses (rows);
  *timeline = dl_rows_settle (rows, &self->source, self->headless);
  self->date_column = dl_rows_get_date_column (rows);
  return TRUE;
}

/* Whether this may be called a column: no sentence, and nothing of a program. */
static gboolean
is_name (const char *name)
{
  gsize length = strlen (name);

  return length <= MAX_NAME_BYTES && strpbrk (name, "{}=<>;\n") == NULL &&
         (length == 0 || strchr (".!?:*", name[length - 1]) == NULL) && strchr ("*-", *name) == NULL;
}

/* Whether what is no table of events is a table at all, so that it is worth while to
 * tell its columns. Of one without a header these are the first row. */
static gboolean
has_names (Source *self, DlRows *rows)
{
  guint n_rows = 0;
  guint n_even = 0;
  guint n_known = 0;

  for (guint i = 0; i < self->n_columns; i++)
    n_known += dl_rows_is_known (dl_rows_get_name (rows, i)) ? 1 : 0;
  self->source.place = self->source.start;
  while (n_rows < N_RECORDS_SEEN && next_row (&self->source, rows, NULL))
    {
      n_rows++;
      n_even += self->csv.n_fields == self->n_columns ? 1 : 0;
    }
  if (n_rows < 1 || (n_known < MIN_SURE_NAMES && (n_rows < 2 || n_even * 10 < n_rows * 9)))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    if (*dl_rows_get_name (rows, i) != '\0' && !is_name (dl_rows_get_name (rows, i)))
      return FALSE;
  return TRUE;
}

static gboolean
sniff (DlInput *input)
{
  g_autoptr (DlRows) rows = dl_rows_new ();
  DlInput            head = *input;
  Source             self;
  gboolean           timeline;
  gboolean           found;

  head.length = measure_head (input->text, input->length);
  if (input->length == 0 || memchr (input->text, '\0', MIN (input->length, 4096)) != NULL ||
      !open_table (&head, &self, rows, &timeline))
    return FALSE;
  found = timeline || has_names (&self, rows);
  source_clear (&self);
  return found;
}

static void
set_error (DlInput *input, Source *self, DlRows *rows, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char         *name;
  const char         *date;
  const char         *text;
  int                 dated;

  if (dl_rows_get_unread (rows, &name, &date))
    {
      dl_rows_set_unread (name, date, input, error);
      return;
    }
  if (!self->headless && dl_rows_get_wordless (rows, &name, &text))
    {
      g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE,
                   /* Translators: file name, the name of a column, and what stands in it first. */
                   _ ("%s: this is a table with dates, but its column “%s” has no words for what happened; it begins "
                      "with “%s”."),
                   input->name, name, text);
      return;
    }
  if (self->headless)
    {
      self->csv.at = self->source.start.at;
      dl_csv_next (&self->csv);
    }
  for (guint i = 0; i < MIN (self->n_columns, MAX_NAMES_TOLD); i++)
    dl_rows_append_name (names, self->headless ? dl_csv_get (&self->csv, i) : dl_rows_get_name (rows, i));
  if (self->n_columns > MAX_NAMES_TOLD)
    g_string_append (names, "…");
  if (self->headless)
    {
      g_set_error (
        error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE,
        /* Translators: file name, then what stands in the first row. The examples are names of columns that are
           understood as they are. */
        _ ("%s: this is a table without names of its columns, whose first row is %s, and no dates or no words "
           "for what happened were found in it; a timeline needs both, best below names such as “date” and "
           "“title”."),
        input->name, names->str);
      return;
    }
  dated = dl_rows_find_dated (rows);
  if (dated >= 0)
    g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE,
                 /* Translators: file name, the names of columns, then the name of one of them. The examples are names
                    that are understood as they are. */
                 _ ("%s: this is a table with the columns %s; “%s” has dates, but no column tells in words what "
                    "happened then; a timeline needs one, best called “title” or “event”."),
                 input->name, names->str, dl_rows_get_name (rows, (guint) dated));
  else
    g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE,
                 /* Translators: file name, then the names of columns. The examples are names that are understood as
                    they are. */
                 _ ("%s: this is a table with the columns %s, but none of them has dates; a timeline needs one that "
                    "tells when something was, best called “date”, “year” or “start”."),
                 input->name, names->str);
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  g_autoptr (DlRows) rows = dl_rows_new ();
  Source             self;
  gboolean           timeline;
  gboolean           done;

  if (!open_table (input, &self, rows, &timeline))
    {
      g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE, _ ("%s: this table has no columns."), input->name);
      return FALSE;
    }
  if (!timeline)
    {
      set_error (input, &self, rows, error);
      source_clear (&self);
      return FALSE;
    }
  if (self.headless)
    dl_draft_tell_note (
      draft, self.source.start.at, g_strdup (""),
      g_strdup (_ ("The table has no header row; what each column is was told by what stands in it.")));
  done = dl_rows_read (rows, &self.source, input, draft, error);
  source_clear (&self);
  return done;
}

const DlFormat dl_format_csv = {
  .nick = "csv",
  .label = N_ ("Table (CSV, TSV)"),
  .endings = "csv tsv tab",
  .sniff = sniff,
  .read = read_file,
};
