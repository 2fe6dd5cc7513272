/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of separated values: which separator it is, where the header is, and
 * rows whose fields are not as many as the header has. */
#include "formats/rows/dl-csv-table.h"

#include <string.h>

#include <glib/gi18n.h>

/* They are sought in so many bytes. */
#define BYTES_SEEN (1 << 20)
/* Records that may stand above the header. */
#define MAX_ABOVE 6

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

gboolean
dl_csv_is_header (const char *line)
{
  g_auto (GStrv) names = g_strsplit_set (line, ",;\t", -1);
  guint          n = 0;

  while (names[n] != NULL && dl_rows_is_known (g_strstrip (names[n])))
    n++;
  return n > 1 && names[n] == NULL;
}

gsize
dl_csv_measure_head (const char *text, gsize length)
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
  guint counts[DL_CSV_RECORDS_SEEN];
  guint known = 0;
  guint best = 0;
  guint fields = 0;

  dl_csv_init (&csv, text, dl_csv_measure_head (text, length), separator, FALSE);
  csv.at = from;
  while (n < DL_CSV_RECORDS_SEEN && dl_csv_next (&csv))
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
 * @at: (out): where they stand. Returns: whether there are columns */
static gboolean
read_header (DlCsvTable *self, DlRows *rows, gsize from, gsize *at)
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
      known = count_known (csv);
      if (is_comment (csv, 0) && known < 2)
        continue;
      n++;
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
  *at = csv->at = header_at;
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
get_field (const DlCsvTable *self, guint field)
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
join_fields (const DlCsvTable *self, GString *out, guint from, guint n)
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

/* Keeps what the lines above the header say: of a report of a spreadsheet its title, and what it tells of all. */
static void
read_above (DlCsvTable *self, gsize from, gsize header_at)
{
  DlCsv *csv = &self->csv;

  csv->at = from;
  while (csv->at < header_at && dl_csv_next (csv))
    {
      if (dl_csv_is_empty (csv) || csv->text[csv->start] == '#' || is_rule (csv))
        continue;
      if (self->above == NULL)
        self->above = g_string_new (NULL);
      if (self->title == NULL && count_filled (csv) == 1)
        {
          for (guint i = 0; i < csv->n_fields && self->title == NULL; i++)
            self->title = *dl_csv_get (csv, i) != '\0' ? g_strdup (dl_csv_get (csv, i)) : NULL;
          continue;
        }
      g_string_append (self->above, self->above->len > 0 ? "\n" : "");
      for (guint i = 0; i < csv->n_fields; i++)
        if (*dl_csv_get (csv, i) != '\0')
          g_string_append_printf (self->above, "%s%s", i > 0 ? " " : "", dl_csv_get (csv, i));
    }
}

static char *
dup_where (G_GNUC_UNUSED DlRowsSource *source, const DlRowPlace *row, int column)
{
  return dl_row_place_dup_words (row, column);
}

static gsize
field_at (const DlCsvTable *self, guint field)
{
  return self->csv.fields[field].at;
}

/* A date that a comma without quotes parts: "July 4, 1776". Returns: whether it is one, and @text */
static gboolean
join_date (DlCsvTable *self, DlRows *rows, guint column, const char **text)
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

/* Whether a space stands before a field, and no quotation mark begins it: there a comma may be one of
 * a text. */
static gboolean
follows_space (const DlCsv *csv, guint field)
{
  gsize at = csv->fields[field].at;

  return at > csv->start && at < csv->length && csv->text[at - 1] == ' ' && csv->text[at] != '"';
}

/* Which field of a row of @n fields, that are too many, is torn at a comma of its text: "to Rome, by sea".
 * Only where spaces behind commas leave no other. Returns: it, or -1 */
static int
find_torn (const DlCsvTable *self, guint n)
{
  guint extra = n - self->n_columns;
  guint first = 0;
  guint n_spaces = 0;
  int   date = self->date_column;

  if (self->csv.separator != ',' && self->csv.separator != ';')
    return -1;
  for (guint i = 1; i < n; i++)
    if (follows_space (&self->csv, i))
      {
        if (n_spaces > 0 && i != first + n_spaces)
          return -1;
        first = n_spaces++ == 0 ? i : first;
      }
  if (n_spaces != extra || (int) first - 1 == date)
    return -1;
  /* The date must be one where it comes to stand. */
  if (date >= 0)
    {
      const char *text = dl_csv_get (&self->csv, (guint) date + ((guint) date >= first ? extra : 0));

      if (*text != '\0' && !dl_rows_is_date (text))
        return -1;
    }
  return (int) first - 1;
}

/* Puts the cells of a row one of whose fields was torn. */
static void
set_mended_cells (DlCsvTable *self, DlRows *rows, guint torn, guint n)
{
  guint extra = n - self->n_columns;

  for (guint i = torn; i < self->n_columns; i++)
    if (i == torn)
      dl_rows_set_cell (rows, i, join_fields (self, self->joined, i, extra + 1), field_at (self, i));
    else
      dl_rows_set_cell (rows, i, dl_csv_get (&self->csv, i + extra), field_at (self, i + extra));
  if (self->source.draft != NULL)
    dl_draft_tell (self->source.draft, self->source.here.at, dup_where (&self->source, &self->source.here, -1),
                   /* Translators: two numbers, and a text of the file with commas in it. */
                   g_strdup_printf (_ ("This row has %u fields, but there are %u columns; “%s” is read as one."), n,
                                    self->n_columns, self->joined->str));
}

static void
tell_row (DlCsvTable *self)
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
set_cells (DlCsvTable *self, DlRows *rows)
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
      int   torn = skip == 0 && self->terms == NULL ? find_torn (self, n) : -1;

      if (torn >= 0)
        {
          set_mended_cells (self, rows, (guint) torn, n);
          return;
        }
      tell_row (self);
      dl_rows_set_cell (rows, last - skip, join_fields (self, self->joined, last, n - last), field_at (self, last));
    }
  else if (csv->stray && self->terms == NULL)
    tell_row (self);
}

static gboolean
next_row (DlRowsSource *source, DlRows *rows, G_GNUC_UNUSED GError **error)
{
  DlCsvTable *self = (DlCsvTable *) source;

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

void
dl_csv_table_clear (DlCsvTable *self)
{
  dl_csv_clear (&self->csv);
  g_string_free (self->joined, TRUE);
  g_string_free (self->date, TRUE);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  if (self->above != NULL)
    g_string_free (self->above, TRUE);
  self->above = NULL;
}

gboolean
dl_csv_table_open (DlInput *input, DlCsvTable *self, DlRows *rows, gboolean *timeline)
{
  gsize from;
  gsize header_at = 0;
  char  separator = read_sep_line (input->text, input->length, &from);
  char  first = dl_input_get_first (input);

  *timeline = FALSE;
  *self = (DlCsvTable){ .source = { .next = next_row, .dup_where = dup_where }, .date_column = -1 };
  if (separator == '\0' && first != '{' && first != '[' && first != '<')
    separator = find_separator (input->text, input->length, from);
  if (separator == '\0' || separator == '"' || separator == '\r' || separator == '\n')
    return FALSE;
  dl_csv_init (&self->csv, input->text, input->length, separator, input->damaged);
  self->joined = g_string_new (NULL);
  self->date = g_string_new (NULL);
  if (!read_header (self, rows, from, &header_at))
    {
      dl_csv_table_clear (self);
      return FALSE;
    }
  read_above (self, from, header_at);
  if (from > 0)
    self->source.start.number++;
  dl_rows_allow_guesses (rows);
  *timeline = dl_rows_settle (rows, &self->source, self->headless);
  self->date_column = dl_rows_get_date_column (rows);
  return TRUE;
}

gboolean
dl_csv_table_read (DlCsvTable *self, DlRows *rows, DlInput *input, DlDraft *draft, GError **error)
{
  dl_draft_set_title (draft, self->title);
  if (self->above != NULL)
    dl_draft_set_description (draft, self->above->str);
  if (self->headless)
    dl_draft_tell_note (
      draft, self->source.start.at, g_strdup (""),
      g_strdup (_ ("The table has no header row; what each column is was told by what stands in it.")));
  return dl_rows_read (rows, &self->source, input, draft, error);
}
