/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chronicle as people write it: a date at the beginning of a line, and behind it what happened. Headings are
 * topics; one that is a date has below it what happened then, and one that ends with a date, as in a log of changes,
 * is an event. Lines without a date go on with the event above them. */
#include "formats/rows/dl-lines.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/rows/dl-rows.h"
#include "time/dl-date-words.h"

/* How far one looks to tell it from prose. */
#define MAX_SNIFFED_BYTES (1 << 16)
/* A date is no longer than that, whatever words it is in. */
#define MAX_DATE_BYTES 80
/* Nor are the words of a link longer. */
#define MAX_LINK_BYTES 400
/* One line above all that is no longer says what it is. */
#define MAX_TITLE_BYTES 120
/* One line with a date may be there by chance. */
#define MIN_DATED 2

enum
{
  COLUMN_DATE,
  COLUMN_TITLE,
  COLUMN_TEXT,
  COLUMN_LINK,
};

/* A line with a date, or an item of the list without one, and what follows it. @level: of a heading, else 0 */
typedef struct
{
  gsize       at; /* where the line begins, in bytes */
  guint       number;
  const char *date; /* "" where it has none */
  const char *title;
  const char *topic; /* (nullable) */
  char       *link;  /* (nullable) */
  GString    *text;  /* (nullable) */
  gsize       indent;
  gsize       level;
} Entry;

typedef struct
{
  DlRowsSource  source;
  GArray       *entries; /* Entry */
  GStringChunk *chunk;
  char         *title;  /* (nullable): of the whole */
  GString      *head;   /* what stands above all */
  const char   *topic;  /* (nullable): that is read */
  const char   *date;   /* (nullable): of what is read, by its heading */
  gboolean      apart;  /* an empty line was read last */
  gboolean      closed; /* a heading was: what follows is of no event above it */
  guint         n_dated;
  guint         n_colons; /* of those, that are no items and have a colon behind the date */
  guint         n_others; /* lines that are neither dated nor below one that is */
} Lines;

static void
entry_clear (gpointer data)
{
  Entry *self = data;

  g_free (self->link);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
}

static void
lines_clear (Lines *self)
{
  g_array_unref (self->entries);
  g_string_chunk_free (self->chunk);
  g_free (self->title);
  g_string_free (self->head, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lines, lines_clear)

/* Where the address ends that begins at @start: brackets may be part of it. Returns: (nullable) */
static const char *
find_end_of_address (const char *start)
{
  const char *p;
  guint       open = 1;

  for (p = start; *p != '\0' && *p != ' '; p++)
    {
      open += *p == '(' ? 1 : 0;
      open -= *p == ')' ? 1 : 0;
      if (open == 0)
        return p;
    }
  /* "https://example.org/ "A title")" */
  return strchr (p, ')');
}

/* "**" and "__" are marks where words begin or end, but not within "2**3" and "snake__case". */
static gboolean
is_emphasis (const char *line, const char *p)
{
  return (g_str_has_prefix (p, "**") || g_str_has_prefix (p, "__")) &&
         !(p > line && g_ascii_isalnum (p[-1]) && g_ascii_isalnum (p[2]));
}

/* Takes the marks of Markdown out of a line: emphasis, and links, whose words stay. @link: (inout)
 * (nullable): gets the address of the first. Returns: (transfer full) */
static char *
dup_unmarked (const char *line, char **link)
{
  GString *out = g_string_new (NULL);

  for (const char *p = line; *p != '\0'; p++)
    {
      const char *middle = *p == '[' ? g_strstr_len (p, MAX_LINK_BYTES, "](") : NULL;
      const char *end = middle != NULL ? find_end_of_address (middle + 2) : NULL;
      gsize       length = end != NULL ? MIN (strcspn (middle + 2, " "), (gsize) (end - middle - 2)) : 0;

      if (is_emphasis (line, p))
        {
          p++;
          continue;
        }
      if (*p == '`')
        continue;
      if (end == NULL || memchr (p + 1, '[', (gsize) (middle - p - 1)) != NULL)
        {
          g_string_append_c (out, *p);
          continue;
        }
      g_string_append_len (out, p + 1, middle - p - 1);
      if (link != NULL && *link == NULL)
        *link = g_strndup (middle + 2, length);
      else
        g_string_append_printf (out, " (%.*s)", (int) length, middle + 2);
      p = end;
    }
  return g_strstrip (g_string_free (out, FALSE));
}

/* What stands before the words of an item of a list: "- ", "• ", "12. ". Returns: its bytes, or 0 */
static gsize
measure_bullet (const char *line)
{
  static const char *const bullets[] = { "- ", "* ", "+ ", "•", "‣", "・", "– " };
  gsize                    digits = strspn (line, "0123456789");

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]))
      return strlen (bullets[i]) + strspn (line + strlen (bullets[i]), " ");
  if (digits > 0 && digits <= 3 && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ')
    return digits + 1 + strspn (line + digits + 1, " ");
  return 0;
}

/* What may stand between a date and the words, at @p. Returns: its bytes, or 0 */
static gsize
measure_separator (const char *p)
{
  static const char *const separators[] = { ": ", ":\t", "：", "\t", " – ", " — ", " - ", " | ", "— ", "– ", "　" };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (p, separators[i]))
      return strlen (separators[i]);
  return 0;
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* Whether a year is in it that nobody takes for a number of something else. */
static gboolean
has_year (const char *text)
{
  guint n_digits = 0;

  for (; *text != '\0'; text++)
    {
      n_digits = g_ascii_isdigit (*text) ? n_digits + 1 : 0;
      if (n_digits == 4 || g_str_has_prefix (text, "年") || g_str_has_prefix (text, "년"))
        return TRUE;
    }
  return FALSE;
}

/* @words as EDTF, if they are a date. Returns: (transfer full) (nullable) */
static char *
read_date (const char *words)
{
  DlDateWordsContext context = { .foreign = TRUE, .bare_years = TRUE };
  DlDateWordsFound   found;

  return dl_date_words_to_edtf (words, &context, &found, NULL);
}

/* @start as a date, with the year of the heading above where it has none. Returns: (transfer full) (nullable) */
static char *
dup_date (const Lines *self, const char *start)
{
  g_autofree char *whole = NULL;

  if (self->date != NULL && !has_year (start))
    whole = g_strdup_printf ("%s %s", start, self->date);
  if (whole != NULL && dl_rows_is_date (whole))
    return g_steal_pointer (&whole);
  return dl_rows_is_date (start) ? g_strdup (start) : NULL;
}

/* Whether a word more says nothing more: "1890? The". */
static gboolean
is_same_date (const char *date, const char *longer)
{
  g_autofree char *one = read_date (date);
  g_autofree char *other = read_date (longer);

  return one != NULL && g_strcmp0 (one, other) == 0;
}

/* The longest beginning of @line that is a date with something behind it to tell them apart; else, of one with a
 * year, with no more than a space or a comma. @rest: (out): the words behind it. Returns: (transfer full)
 * (nullable) */
static char *
find_date (const Lines *self, const char *line, const char **rest)
{
  char    *found = NULL;
  gboolean marked = FALSE;

  for (const char *p = line; *p != '\0' && (gsize) (p - line) < MAX_DATE_BYTES; p = g_utf8_next_char (p))
    {
      gsize            separator = measure_separator (p);
      gboolean         spaced = separator == 0 && (*p == ' ' || g_str_has_prefix (p, ", ")) && !marked;
      g_autofree char *start = NULL;
      g_autofree char *date = NULL;

      if (p == line || (separator == 0 && !spaced) || !has_letter (p + separator))
        continue;
      start = g_strstrip (g_strndup (line, (gsize) (p - line)));
      if (g_str_has_suffix (start, ","))
        start[strlen (start) - 1] = '\0';
      date = spaced && !has_year (start) ? NULL : dup_date (self, start);
      if (date == NULL || (spaced && found != NULL && is_same_date (found, date)))
        continue;
      g_free (found);
      found = g_steal_pointer (&date);
      *rest = p + separator + strspn (p + separator, ", ");
      marked = marked || separator > 0;
    }
  return found;
}

/* The date that a heading ends with: "[1.2.0] - 2024-05-17", "The fair (May 1851)". What stands before it is left in
 * @words. Returns: (transfer full) (nullable) */
static char *
cut_date (char *words)
{
  gsize length = strlen (words);

  if (length > 0 && words[length - 1] == ')')
    words[length - 1] = '\0';
  for (char *p = words + length; p != NULL && p > words && words + length - p < MAX_DATE_BYTES;
       p = g_utf8_find_prev_char (words, p))
    {
      gsize separator = *p == '(' ? 1 : measure_separator (p);

      if (separator == 0 || !has_year (p + separator) || !dl_rows_is_date (p + separator))
        continue;
      *p = '\0';
      g_strstrip (words);
      length = strlen (words);
      if (*words == '[' && words[length - 1] == ']')
        {
          words[length - 1] = '\0';
          memmove (words, words + 1, length - 1);
        }
      return g_strdup (p + separator);
    }
  if (length > 0 && words[length - 1] == '\0')
    words[length - 1] = ')';
  return NULL;
}

static void
add_paragraph (GString *text, const char *words)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, words);
}

static void
add_text (Entry *entry, const char *words)
{
  if (entry->text == NULL)
    entry->text = g_string_new (NULL);
  add_paragraph (entry->text, words);
}

/* The event that a line goes on with, if it is of any. */
static Entry *
get_above (const Lines *self)
{
  return self->entries->len == 0 || self->closed ? NULL : &g_array_index (self->entries, Entry, self->entries->len - 1);
}

static void
add_entry (Lines *self, const Entry *entry)
{
  g_array_append_vals (self->entries, entry, 1);
  self->closed = FALSE;
}

/* "# The whole", "## A topic", "## 1969", "## The fair – 1851" */
static gboolean
read_heading (Lines *self, const char *line, gsize at)
{
  gsize            hashes = strspn (line, "#");
  Entry           *above = get_above (self);
  g_autofree char *words = NULL;
  g_autofree char *date = NULL;

  if (hashes == 0 || hashes > 6 || line[hashes] != ' ')
    return FALSE;
  words = dup_unmarked (line + hashes, NULL);
  if (dl_rows_is_date (words))
    {
      self->date = g_string_chunk_insert_const (self->chunk, words);
      self->closed = TRUE;
    }
  else if ((date = cut_date (words)) != NULL)
    {
      Entry entry = { .at = at, .number = self->source.place.number, .level = hashes };

      self->date = NULL;
      entry.date = g_string_chunk_insert (self->chunk, date);
      entry.title = g_string_chunk_insert (self->chunk, words);
      add_entry (self, &entry);
      self->n_dated++;
    }
  else if (above != NULL && above->level > 0 && hashes > above->level)
    add_text (above, words);
  else if (self->title == NULL && self->entries->len == 0 && self->topic == NULL && hashes == 1)
    self->title = g_steal_pointer (&words);
  else
    {
      self->date = NULL;
      self->topic = g_string_chunk_insert_const (self->chunk, words);
      self->closed = TRUE;
    }
  return TRUE;
}

/* A line between others, as of hyphens. */
static gboolean
is_rule (const char *line)
{
  return *line != '\0' && strspn (line, "-=*_ ") == strlen (line);
}

/* In bytes; Japanese indents by its own space. */
static gsize
measure_indent (const char *line)
{
  const char *p = line;

  while (*p == ' ' || *p == '\t' || g_str_has_prefix (p, "　"))
    p = g_utf8_next_char (p);
  return (gsize) (p - line);
}

/* Whether what stands before @rest ends in a colon. */
static gboolean
has_colon (const char *line, const char *rest)
{
  while (rest > line && g_ascii_isspace (rest[-1]))
    rest--;
  return rest > line && rest[-1] == ':';
}

static void
read_line (Lines *self, const char *raw, gsize at)
{
  gsize            indent = measure_indent (raw);
  gsize            bullet = measure_bullet (raw + indent);
  Entry           *above = get_above (self);
  Entry            entry = { .at = at, .number = self->source.place.number, .topic = self->topic, .indent = indent };
  gboolean         item = bullet > 0 && (above == NULL || (above->level == 0 && indent <= above->indent));
  g_autofree char *link = NULL;
  g_autofree char *line = NULL;
  g_autofree char *date = NULL;
  const char      *rest;

  if (read_heading (self, raw + indent, at) || is_rule (raw + indent))
    return;
  /* "8. Mai 1945" is no eighth item, as "8. 1945" is. */
  if (bullet > 0 && g_ascii_isdigit (raw[indent]) && !g_ascii_isdigit (raw[indent + bullet]))
    {
      line = dup_unmarked (raw + indent, &link);
      rest = line;
      date = find_date (self, line, &rest);
    }
  if (date == NULL)
    {
      g_free (line);
      g_clear_pointer (&link, g_free);
      line = dup_unmarked (raw + indent + bullet, &link);
      rest = line;
      date = find_date (self, line, &rest);
    }
  self->n_colons += date != NULL && bullet == 0 && has_colon (line, rest) ? 1 : 0;
  if (date == NULL && self->date != NULL && (item || above == NULL))
    date = g_strdup (self->date);
  self->n_dated += date != NULL ? 1 : 0;
  self->n_others += date == NULL && (above == NULL || item || (self->apart && indent == 0 && bullet == 0)) ? 1 : 0;
  if (date == NULL && above == NULL && !(item && self->entries->len > 0))
    add_paragraph (self->head, line);
  else if (date == NULL && !item)
    {
      g_autofree char *listed = bullet > 0 ? g_strconcat ("- ", line, NULL) : g_strdup (line);

      add_text (above, listed);
    }
  else
    {
      entry.date = date != NULL ? g_string_chunk_insert (self->chunk, date) : "";
      entry.title = g_string_chunk_insert (self->chunk, rest);
      entry.link = g_steal_pointer (&link);
      add_entry (self, &entry);
      return;
    }
  if (above != NULL && above->link == NULL)
    above->link = g_steal_pointer (&link);
}

static gboolean
next_row (DlRowsSource *source, DlRows *rows, G_GNUC_UNUSED GError **error)
{
  Lines *self = (Lines *) source;
  Entry *entry;

  if (source->place.number >= self->entries->len)
    return FALSE;
  entry = &g_array_index (self->entries, Entry, source->place.number);
  source->place.number++;
  source->here = (DlRowPlace){ 0, entry->at, entry->number, 0 };
  source->topic = entry->topic;
  dl_rows_clear_cells (rows);
  dl_rows_set_cell (rows, COLUMN_DATE, entry->date, entry->at);
  dl_rows_set_cell (rows, COLUMN_TITLE, entry->title, entry->at);
  dl_rows_set_cell (rows, COLUMN_TEXT, entry->text != NULL ? entry->text->str : "", entry->at);
  dl_rows_set_cell (rows, COLUMN_LINK, entry->link != NULL ? entry->link : "", entry->at);
  return TRUE;
}

static char *
dup_where (G_GNUC_UNUSED DlRowsSource *source, const DlRowPlace *row, G_GNUC_UNUSED int column)
{
  return g_strdup_printf (_ ("line %u"), row->number);
}

/* Reads no further than @most bytes. */
static void
lines_init (Lines *self, const DlInput *input, gsize most)
{
  const char *end = input->text + MIN (input->length, most);
  const char *p = input->text;

  *self = (Lines){ .source = { .next = next_row, .dup_where = dup_where } };
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->chunk = g_string_chunk_new (4096);
  self->head = g_string_new (NULL);
  while (p < end)
    {
      const char      *feed = memchr (p, '\n', (gsize) (end - p));
      gsize            length = (gsize) ((feed != NULL ? feed : end) - p);
      g_autofree char *line = g_utf8_make_valid (p, (gssize) length);

      self->source.place.number++;
      g_strchomp (line);
      if (*line != '\0')
        read_line (self, line, (gsize) (p - input->text));
      self->apart = *line == '\0';
      p += length + 1;
    }
  self->source.place = (DlRowPlace){ 0, 0, 0, 0 };
}

static gboolean
settle (Lines *self, DlRows *rows)
{
  static const char *const names[] = { "date", "title", "description", "url" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    dl_rows_add_column (rows, names[i]);
  return dl_rows_settle (rows, &self->source, FALSE);
}

/* @others: whether dates without a colon are wanted, too */
static gboolean
is_chronicle (DlInput *input, gboolean others)
{
  g_auto (Lines)     lines = { { NULL } };
  g_autoptr (DlRows) rows = dl_rows_new ();
  char               first = dl_input_get_first (input);

  lines_init (&lines, input, first == '\0' || strchr ("{[<", first) != NULL ? 0 : MAX_SNIFFED_BYTES);
  return lines.n_dated >= MIN_DATED && lines.n_dated > lines.n_others && !(others && lines.n_colons == lines.n_dated) &&
         settle (&lines, rows);
}

static gboolean
sniff (DlInput *input)
{
  return is_chronicle (input, FALSE);
}

gboolean
dl_lines_has_others (DlInput *input)
{
  return is_chronicle (input, TRUE);
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  g_auto (Lines)     lines = { { NULL } };
  g_autoptr (DlRows) rows = dl_rows_new ();

  lines_init (&lines, input, input->length);
  if (lines.title == NULL && lines.head->len > 0 && lines.head->len <= MAX_TITLE_BYTES &&
      strchr (lines.head->str, '\n') == NULL)
    lines.title = g_strdup (lines.head->str);
  else if (lines.head->len > 0)
    dl_draft_set_description (draft, lines.head->str);
  dl_draft_set_title (draft, lines.title);
  settle (&lines, rows);
  return dl_rows_read (rows, &lines.source, input, draft, error);
}

const DlFormat dl_format_lines = {
  .nick = "lines",
  .label = N_ ("Text whose lines begin with dates"),
  .endings = "txt md",
  .sniff = sniff,
  .read = read_file,
};
