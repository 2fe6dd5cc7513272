/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row becomes an event. */
#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "base/dl-link.h"
#include "formats/draft/dl-draft-medium.h"
#include "formats/markup/dl-markup.h"
#include "formats/rows/dl-rows-private.h"

/* A text of one line that is no longer is the title of an event that has none. */
#define MAX_TITLE_BYTES 160
/* Of the scripts that put no space between words. */
#define FIRST_WIDE 0x2e80
/* A second title that is no shorter says what happened. */
#define MIN_SENTENCE_BYTES 40
/* Names of places are longer than codes for them. */
#define MAX_CODE_BYTES 3

typedef struct
{
  DlRows       *rows;
  DlRowsSource *source;
  DlDraft      *draft;
  gboolean      headed;    /* the table, by a row of it */
  gboolean      titled;    /* the row */
  int           stand_in;  /* the column that its title was taken from where none is one of titles; or -1 */
  GString      *paragraph; /* that was put last */
  gboolean      told_path; /* a link that is one within a site */
} Reader;

static gboolean
has_markup (const char *text)
{
  return strpbrk (text, "<&\n\r\t\xc2") != NULL;
}

/* A cell as one line. Returns: (transfer full) (nullable): NULL where it is right as it is */
static char *
clean_line (const char *text)
{
  char *line;

  if (!has_markup (text) && strstr (text, DL_ROW_SEPARATOR) == NULL)
    return NULL;
  line = dl_markup_to_line (text);
  return g_strdelimit (line, DL_ROW_SEPARATOR, ' ');
}

/* Texts of a list, with commas between them. Returns: (transfer full) */
static char *
join_list (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, DL_ROW_SEPARATOR, -1);

  return g_strjoinv (", ", parts);
}

/* A given and a family name, which scripts without spaces begin with the other. */
static void
put_full_name (Reader *self, const char *given, const char *family)
{
  gboolean         wide = g_utf8_get_char (family) >= FIRST_WIDE && g_utf8_get_char (given) >= FIRST_WIDE;
  g_autofree char *name = wide              ? g_strconcat (family, given, NULL)
                          : *family == '\0' ? g_strdup (given)
                                            : g_strdup_printf ("%s %s", given, family);

  dl_draft_put_title (self->draft, name);
}

/* Whether several texts stand in it, which are too much for a title. */
static gboolean
is_long_list (const char *text)
{
  return strlen (text) > MAX_TITLE_BYTES && strstr (text, DL_ROW_SEPARATOR) != NULL;
}

static void
put_first_of_list (Reader *self, const char *text)
{
  g_autofree char *first = g_strndup (text, strcspn (text, DL_ROW_SEPARATOR));

  dl_draft_put_title (self->draft, first);
}

/* Whether a column of titles has nothing for this row: "N/A", where others may have something. */
static gboolean
lacks_title (DlRows *rows, guint i)
{
  const char *text = dl_rows_text (rows, (int) g_array_index (rows->titles, guint, i));

  return *text == '\0' || (i + 1 < rows->titles->len && dl_rows_is_missing (text));
}

static void
put_title (Reader *self)
{
  DlRows *rows = self->rows;

  for (guint i = 0; i < rows->titles->len; i++)
    {
      const char      *text = dl_rows_text (rows, (int) g_array_index (rows->titles, guint, i));
      g_autofree char *line = clean_line (text);

      if (lacks_title (rows, i) || (line != NULL && *line == '\0'))
        continue;
      if (i == 0 && rows->family >= 0)
        put_full_name (self, text, dl_rows_text (rows, rows->family));
      else if (is_long_list (text))
        put_first_of_list (self, text);
      else
        dl_draft_put_title (self->draft, line != NULL ? line : text);
      self->titled = TRUE;
      return;
    }
}

static void
put_passing_title (Reader *self)
{
  for (guint i = 0; i < self->rows->columns->len; i++)
    {
      const char *text =
        dl_rows_column (self->rows, i)->meaning == DL_ROW_TEXT ? dl_rows_text (self->rows, (int) i) : "";

      if (*text != '\0')
        {
          dl_draft_put_title (self->draft, text);
          return;
        }
    }
}

/* What an object is called by, where nothing in it is its title: {"1.2.0": {"date": …}}.
 * A key of a database says nothing to anybody. */
static void
put_key (Reader *self)
{
  const char *key = self->source->key;
  gboolean    version = FALSE;
  gboolean    words = FALSE;

  if (self->titled || key == NULL || dl_rows_is_date (key))
    return;
  version = strspn (*key == 'v' ? key + 1 : key, "0123456789.") > 2 && strchr (key, '.') != NULL;
  words = strchr (key, ' ') != NULL;
  if (!version && !words)
    return;
  dl_draft_put_title (self->draft, key);
  self->titled = TRUE;
}

/* Two words or more, or a script that puts no space between them. */
static gboolean
is_phrase (const char *text)
{
  guint n_wide = 0;
  guint n_letters = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_wide += c >= FIRST_WIDE ? 1 : 0;
      n_letters += g_unichar_isalpha (c) ? 1 : 0;
    }
  return n_wide > 1 || (n_letters > 2 && strchr (text, ' ') != NULL);
}

/* Whether a program wrote it for yes or no, which is no name of anything. */
static gboolean
is_boolean (const char *text)
{
  return g_ascii_strcasecmp (text, "true") == 0 || g_ascii_strcasecmp (text, "false") == 0;
}

/* A row whose cells that could be its title are all empty is called by the first that says something, or
 * else by its topic, or by whom or what it names. */
static void
put_stand_in (Reader *self)
{
  DlRows *rows = self->rows;
  int     topic = -1;
  int     word = -1;
  int     named = -1;

  for (guint i = 0; i < rows->columns->len; i++)
    {
      const char  *text = dl_rows_text (rows, (int) i);
      DlRowMeaning meaning = dl_rows_column (rows, i)->meaning;

      if (*text == '\0' || dl_rows_is_missing (text))
        continue;
      if (meaning == DL_ROW_TEXT || meaning == DL_ROW_PLACE)
        return;
      if (meaning == DL_ROW_TOPIC && topic < 0)
        topic = (int) i;
      if ((meaning == DL_ROW_PERSON || meaning == DL_ROW_TAGS) && named < 0 && dl_rows_has_words (text) &&
          dl_date_words_get_absence (text) == DL_DATE_ANSWER_READ)
        named = (int) i;
      if (meaning != DL_ROW_OTHER || dl_rows_is_date (text) || is_boolean (text))
        continue;
      if (self->stand_in < 0 && is_phrase (text))
        self->stand_in = (int) i;
      if (word < 0 && g_unichar_isalpha (g_utf8_get_char (text)))
        word = (int) i;
    }
  if (self->stand_in < 0)
    self->stand_in = topic >= 0 ? topic : word;
  /* These stay what they are, too. */
  if (self->stand_in >= 0 || named >= 0)
    {
      const char      *text = dl_rows_text (rows, self->stand_in >= 0 ? self->stand_in : named);
      g_autofree char *list = strstr (text, DL_ROW_SEPARATOR) != NULL ? join_list (text) : NULL;
      g_autofree char *line = clean_line (list != NULL ? list : text);

      if (line == NULL)
        line = g_steal_pointer (&list);
      dl_draft_put_title (self->draft, line != NULL ? line : text);
      self->titled = TRUE;
    }
}

static void
put_text (Reader *self, const char *text)
{
  g_autofree char *list = strstr (text, DL_ROW_SEPARATOR) != NULL ? g_strdup (text) : NULL;
  g_autofree char *clean = NULL;

  /* A list is one of paragraphs. */
  if (list != NULL)
    text = g_strdelimit (list, DL_ROW_SEPARATOR, '\n');
  if (has_markup (text))
    text = clean = dl_markup_to_text (text);
  /* The same text with markup and without. */
  if (strcmp (text, self->paragraph->str) == 0)
    return;
  g_string_assign (self->paragraph, text);
  /* Short text without a title is one. */
  if (!self->titled && *text != '\0' && strlen (text) <= MAX_TITLE_BYTES && strchr (text, '\n') == NULL)
    {
      dl_draft_put_title (self->draft, text);
      self->titled = TRUE;
    }
  else
    dl_draft_put_summary (self->draft, text);
}

/* Each of several names that stand in one cell. */
static void
put_names (Reader *self, const char *text, const char *separators, void (*put) (DlDraft *, const char *))
{
  g_autofree char *line = NULL;
  g_auto (GStrv)   names = NULL;

  if (strchr (text, '<') != NULL || strchr (text, '&') != NULL)
    text = line = dl_markup_to_line (text);
  if (strpbrk (text, separators) == NULL)
    {
      put (self->draft, text);
      return;
    }
  names = g_strsplit_set (text, separators, -1);
  for (guint i = 0; names[i] != NULL; i++)
    put (self->draft, names[i]);
}

static void
put_place (Reader *self, GString *place, const char *text)
{
  g_autofree char *list = strstr (text, DL_ROW_SEPARATOR) != NULL ? join_list (text) : NULL;
  g_autofree char *line = clean_line (list != NULL ? list : text);

  if (line != NULL)
    text = line;
  else if (list != NULL)
    text = list;
  if (*text == '\0' || strstr (place->str, text) != NULL || dl_rows_is_to_be_told (text))
    return;
  g_string_append (place, place->len > 0 ? ", " : "");
  g_string_append (place, text);
}

/* Whether a text is no name of a source, but a file within a site: "/items/1.html", "cover.png" */
static gboolean
is_path (const char *text)
{
  const char *dot = strrchr (text, '.');

  if (strchr (text, ' ') != NULL)
    return FALSE;
  /* "AP/Reuters", "example.org" */
  return *text == '/' || (dot != NULL && (strchr (text, '/') != NULL || dl_rows_is_file (text)));
}

static void
put_source (Reader *self, int column, const char *text)
{
  g_auto (GStrv) sources = g_strsplit (text, DL_ROW_SEPARATOR, -1);
  const char    *credit = dl_rows_text (self->rows, self->rows->parts[DL_ROW_CREDIT]);
  const char    *caption = dl_rows_text (self->rows, self->rows->parts[DL_ROW_CAPTION]);
  const char    *link = dl_rows_text (self->rows, self->rows->parts[DL_ROW_LINK_TEXT]);

  for (guint i = 0; sources[i] != NULL; i++)
    {
      const char *own = g_strstrip (sources[i]);

      if (self->rows->timelinejs)
        {
          char *note = dl_draft_put_medium (self->draft, own, caption, credit);

          if (note != NULL)
            dl_draft_tell_note (self->draft, g_array_index (self->rows->cells, DlRowCell, column).at,
                                self->source->dup_where (self->source, &self->source->here, column), note);
          return;
        }
      if (dl_link_is_safe (own))
        dl_draft_put_source (self->draft,
                             &(DlSource){ .url = (char *) own, .title = *link != '\0' ? (char *) link : NULL });
      else if (strchr (own, '<') != NULL)
        {
          g_autofree char *address = dl_markup_dup_address (own);
          g_autofree char *line = dl_markup_to_line (own);

          dl_draft_put_source (self->draft,
                               &(DlSource){ .title = line, .url = dl_link_is_safe (address) ? address : NULL });
        }
      /* A path in a site says nothing to anybody who has not got the site. */
      else if (!is_path (own))
        dl_draft_put_source (self->draft, &(DlSource){ .title = (char *) own });
      else if (strstr (own, "://") == NULL && !self->told_path)
        {
          self->told_path = TRUE;
          dl_draft_tell_path (self->draft, g_array_index (self->rows->cells, DlRowCell, column).at,
                              self->source->dup_where (self->source, &self->source->here, column), own);
        }
    }
}

static gboolean
put_status (Reader *self, const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  DlStatus         status;

  if (strcmp (small, "canceled") == 0)
    status = DL_STATUS_CANCELLED;
  else if (!dl_status_from_string (small, &status))
    return FALSE;
  dl_draft_put_status (self->draft, status);
  return TRUE;
}

static gboolean
put_importance (Reader *self, const char *text)
{
  char   *end;
  guint64 number = g_ascii_strtoull (text, &end, 10);

  if (end == text || *end != '\0' || *text == '-' || number > 100)
    return FALSE;
  dl_draft_put_importance (self->draft, (guint) number);
  return TRUE;
}

/* What Dateline has no place for is kept as a line of the summary, under its name. */
static void
keep (Reader *self, GString *kept, const DlRowColumn *column, const char *text)
{
  g_autofree char *clean = has_markup (text) ? dl_markup_to_line (text) : NULL;
  g_autofree char *list = NULL;

  if (clean != NULL)
    text = clean;
  if (strstr (text, DL_ROW_SEPARATOR) != NULL)
    text = list = join_list (text);
  if (*text == '\0')
    return;
  g_string_append (kept, kept->len > 0 ? "\n" : "");
  if (*column->name != '\0')
    /* Translators: the name of a column of a file, and what stands in it. */
    g_string_append_printf (kept, _ ("%s: %s"), column->name, text);
  else
    g_string_append (kept, text);
}

/* Whether it is the one of its meaning that the row's title was taken from. */
static gboolean
is_title_of_row (DlRows *rows, guint column)
{
  for (guint i = 0; i < rows->titles->len; i++)
    if (!lacks_title (rows, i))
      return g_array_index (rows->titles, guint, i) == column;
  return FALSE;
}

/* Whether a column of dates is none of those that the row's date was made of, and says something
 * else than these. */
static gboolean
is_other_date (DlRows *rows, guint column)
{
  const char *text = dl_rows_text (rows, (int) column);

  for (guint i = 0; i < G_N_ELEMENTS (rows->used); i++)
    {
      const char *used = dl_rows_text (rows, rows->used[i]);
      gsize       length = MIN (strlen (used), strlen (text));

      /* "2025-03-01" beside "2025-03-01T10:00:00Z" */
      if (rows->used[i] == (int) column || (length > 0 && strncmp (used, text, length) == 0))
        return FALSE;
    }
  return TRUE;
}

/* Whether this only says that the row is an event: the "kind" of Google Calendar is "calendar#event". */
static gboolean
is_kind_of_record (const char *name, const char *text)
{
  return g_ascii_strcasecmp (name, "kind") == 0 && g_str_has_suffix (text, "#event");
}

/* Whether the column of years has another one than the date beside it, in which one is to be seen:
 * "year of birth" */
static gboolean
is_other_year (DlRows *rows, guint column)
{
  const char *text = dl_rows_text (rows, (int) column);
  gboolean    seen = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rows->used); i++)
    {
      const char *used = dl_rows_text (rows, rows->used[i]);

      if (strstr (used, text) != NULL)
        return FALSE;
      for (used += strcspn (used, DL_ROWS_DIGITS); *used != '\0'; used += strcspn (used, DL_ROWS_DIGITS))
        {
          gsize n = strspn (used, DL_ROWS_DIGITS);

          seen = seen || n == 4;
          used += n;
        }
    }
  return seen;
}

/* Whether the words for a date are no more than its year: "1945", beside 1945. */
static gboolean
is_shown_as_year (DlRows *rows, const char *words)
{
  return strcmp (words, dl_rows_text (rows, rows->parts[DL_ROW_YEAR])) == 0;
}

/* Whether places are told by codes, of which "NA" is one: Namibia, or North America. */
static gboolean
has_codes (const DlRowColumn *column)
{
  return column->meaning == DL_ROW_PLACE && column->length <= (gsize) column->n_filled * MAX_CODE_BYTES;
}

/* Whether the cell of a column of times was read as one. */
static gboolean
is_time (const DlRowColumn *column, const char *text)
{
  g_autofree char *compact = column->compact ? dl_rows_dup_compact_clock (text) : NULL;

  return compact != NULL || dl_rows_is_clock (text);
}

static void
put_cell (Reader *self, guint index, GString *place, GString *kept)
{
  DlRowColumn     *column = dl_rows_column (self->rows, index);
  const char      *text = dl_rows_text (self->rows, (int) index);
  g_autofree char *line = NULL;

  if (*text == '\0' || (int) index == self->stand_in || (int) index == self->rows->family ||
      (column->meaning != DL_ROW_TITLE && !has_codes (column) && dl_rows_is_missing (text)))
    return;
  switch (column->meaning)
    {
    case DL_ROW_TEXT:
      put_text (self, text);
      break;
    case DL_ROW_PLACE:
      /* "object location", of a picture of it */
      if ((*text == '/' && dl_rows_is_file (text)) || (g_str_has_prefix (text, "http") && dl_link_is_safe (text)))
        put_source (self, (int) index, text);
      else
        put_place (self, place, text);
      break;
    case DL_ROW_PERSON:
      dl_rows_put_people (self->rows, self->source, self->draft, index, text);
      break;
    case DL_ROW_TOPIC:
      if (!is_kind_of_record (column->name, text))
        put_names (self, text, ";|" DL_ROW_SEPARATOR, dl_draft_put_topic);
      break;
    case DL_ROW_TAGS:
      put_names (self, text, ",;|" DL_ROW_SEPARATOR, dl_draft_put_topic);
      break;
    case DL_ROW_SOURCE:
      put_source (self, (int) index, text);
      break;
    case DL_ROW_ID:
      if (strstr (text, DL_ROW_SEPARATOR) == NULL)
        dl_draft_put_id (self->draft, text);
      break;
    case DL_ROW_DATE_NOTE:
      if (dl_rows_get_shown_length (text) > 0 || is_shown_as_year (self->rows, text))
        break;
      line = clean_line (text);
      dl_draft_put_date_note (self->draft, line != NULL ? line : text);
      break;
    case DL_ROW_STATUS:
      if (!put_status (self, text))
        keep (self, kept, column, text);
      break;
    case DL_ROW_IMPORTANCE:
      if (!put_importance (self, text))
        keep (self, kept, column, text);
      break;
    case DL_ROW_TITLE:
      if (is_title_of_row (self->rows, index))
        {
          if (is_long_list (text))
            put_text (self, text);
          break;
        }
      if (dl_rows_is_missing (text))
        break;
      /* "item" beside "itemLabel" */
      if (dl_link_is_safe (text))
        put_source (self, (int) index, text);
      /* "event", of sentences, beside "name" */
      else if (strlen (text) >= MIN_SENTENCE_BYTES && strchr (text, ' ') != NULL)
        put_text (self, text);
      else
        keep (self, kept, column, text);
      break;
    case DL_ROW_LINK_TEXT:
      /* It is the title of the source. */
      if (!dl_link_is_safe (dl_rows_text (self->rows, self->rows->parts[DL_ROW_SOURCE])))
        keep (self, kept, column, text);
      break;
    case DL_ROW_CREDIT:
    case DL_ROW_CAPTION:
      if (!self->rows->timelinejs)
        keep (self, kept, column, text);
      break;
    case DL_ROW_OTHER:
      keep (self, kept, column, text);
      break;
    case DL_ROW_START:
    case DL_ROW_END:
      if (is_other_date (self->rows, index))
        keep (self, kept, column, text);
      break;
    case DL_ROW_TIME:
    case DL_ROW_END_TIME:
      /* "evening", or the time that it was elsewhere */
      if ((int) index != self->rows->parts[column->meaning] ||
          (!is_time (column, text) && !dl_rows_is_to_be_told (text)))
        keep (self, kept, column, text);
      break;
    case DL_ROW_YEAR:
    case DL_ROW_END_YEAR:
      /* That of something else: "year of failure" */
      if ((int) index != self->rows->parts[column->meaning] ? is_other_date (self->rows, index)
                                                            : is_other_year (self->rows, index))
        keep (self, kept, column, text);
      break;
    case DL_ROW_NOTHING:
    case DL_ROW_MONTH:
    case DL_ROW_DAY:
    case DL_ROW_END_MONTH:
    case DL_ROW_END_DAY:
    case DL_ROW_KIND:
    case DL_ROW_ALL_DAY:
    case DL_ROW_ERA:
    case DL_ROW_N_MEANINGS:
    default:
      break;
    }
}

/* A row of a sheet of TimelineJS that is no event. Returns: whether it is one */
static gboolean
read_special (Reader *self)
{
  DlRows          *rows = self->rows;
  const char      *kind = rows->timelinejs ? dl_rows_text (rows, rows->parts[DL_ROW_KIND]) : "";
  const char      *title = rows->titles->len > 0 ? dl_rows_text (rows, dl_rows_get_title_column (rows)) : "";
  g_autofree char *line = NULL;
  g_autofree char *text = NULL;
  g_autofree char *date = NULL;

  if (g_ascii_strcasecmp (kind, "title") != 0 && g_ascii_strcasecmp (kind, "era") != 0)
    return FALSE;
  line = dl_markup_to_line (title);
  if (g_ascii_strcasecmp (kind, "title") == 0)
    {
      /* A second one is an event like others, and so is the first where it has a date. */
      if (self->headed)
        return FALSE;
      self->headed = TRUE;
      text = dl_markup_to_text (dl_rows_text (rows, rows->parts[DL_ROW_TEXT]));
      dl_draft_set_title (self->draft, line);
      dl_draft_set_description (self->draft, text);
      return *dl_rows_text (rows, rows->parts[DL_ROW_YEAR]) == '\0';
    }
  date = dl_rows_dup_era_date (rows, self->source);
  if (*line != '\0' && date != NULL)
    dl_draft_add_era (self->draft, self->source->here.at, line, date);
  else
    dl_draft_tell (self->draft, self->source->here.at, self->source->dup_where (self->source, &self->source->here, -1),
                   g_strdup (_ ("This era lacks a title or a date and is left out.")));
  return TRUE;
}

static gboolean
is_empty (const DlRows *rows)
{
  for (guint i = 0; i < rows->cells->len; i++)
    {
      const char *text = g_array_index (rows->cells, DlRowCell, i).text;

      if (text != NULL && *text != '\0')
        return FALSE;
    }
  return TRUE;
}

/* Whether a row that holds others has no date or no title, and is no more than where they
 * stand: `{"year": 1990, "events": […]}`. */
static gboolean
is_frame (Reader *self)
{
  gboolean dated = FALSE;
  gboolean titled = FALSE;

  for (guint i = 0; self->source->holds_table && i < self->rows->columns->len; i++)
    if (*dl_rows_text (self->rows, (int) i) != '\0')
      {
        DlRowMeaning meaning = dl_rows_column (self->rows, i)->meaning;

        dated = dated || meaning == DL_ROW_START || meaning == DL_ROW_YEAR;
        titled = titled || meaning == DL_ROW_TITLE || meaning == DL_ROW_TEXT;
      }
  return self->source->holds_table && !(dated && titled);
}

/* The first words of a row without title or text, of whatever column: not its number, which is no title
 * of anything. */
static void
put_first_words (Reader *self, GString *kept)
{
  for (guint i = 0; i < self->rows->columns->len; i++)
    {
      DlRowColumn     *column = dl_rows_column (self->rows, i);
      const char      *text = dl_rows_text (self->rows, (int) i);
      g_autofree char *line = NULL;

      if (column->aside || column->meaning != DL_ROW_OTHER || !dl_rows_has_words (text) || is_boolean (text))
        continue;
      line = clean_line (text);
      dl_draft_put_title (self->draft, line != NULL ? line : text);
      return;
    }
  g_string_truncate (kept, 0);
}

static void
read_row (Reader *self, GString *place, GString *kept)
{
  if (is_empty (self->rows) || is_frame (self) || read_special (self))
    return;
  g_string_truncate (place, 0);
  g_string_truncate (kept, 0);
  dl_draft_begin_event (self->draft, self->source->here.at);
  self->titled = FALSE;
  self->stand_in = -1;
  put_title (self);
  /* Before the date, which has its words for a note where there is no other. */
  if (self->rows->parts[DL_ROW_DATE_NOTE] >= 0 &&
      dl_rows_get_shown_length (dl_rows_text (self->rows, self->rows->parts[DL_ROW_DATE_NOTE])) == 0)
    {
      const char      *note = dl_rows_text (self->rows, self->rows->parts[DL_ROW_DATE_NOTE]);
      g_autofree char *line = clean_line (note);

      if (!is_shown_as_year (self->rows, note))
        dl_draft_put_date_note (self->draft, line != NULL ? line : note);
    }
  /* What is told of the date calls the event by its first words. */
  if (!self->titled)
    put_passing_title (self);
  if (!dl_rows_put_dates (self->rows, self->source, self->draft))
    return;
  if (!self->titled)
    dl_draft_put_title (self->draft, "");
  g_string_truncate (self->paragraph, 0);
  put_key (self);
  if (!self->titled)
    put_stand_in (self);
  for (guint i = 0; i < self->rows->columns->len; i++)
    put_cell (self, i, place, kept);
  /* A visit, say. */
  if (!self->titled && self->paragraph->len == 0)
    dl_draft_put_title (self->draft, place->str);
  if (!self->titled && self->paragraph->len == 0 && place->len == 0)
    put_first_words (self, kept);
  dl_draft_put_place (self->draft, place->str);
  dl_draft_put_topic (self->draft, self->source->topic);
  dl_draft_put_summary (self->draft, kept->str);
  if (!dl_draft_make_title (self->draft))
    {
      dl_draft_tell_lost (self->draft, self->source->here.at,
                          self->source->dup_where (self->source, &self->source->here, -1),
                          g_strdup (_ ("This event has no title and is left out.")));
      dl_draft_drop_event (self->draft);
      return;
    }
  dl_draft_end_event (self->draft);
}

void
dl_rows_append_name (GString *names, const char *name)
{
  if (names->len > 0)
    /* Translators: between the names of columns of a table. */
    g_string_append (names, C_ ("list of columns", ", "));
  /* Translators: the name of a column of a table. */
  g_string_append_printf (names, C_ ("column", "“%s”"), name);
}

/* Columns of which nothing is kept. */
static void
tell_columns (Reader *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint               n = 0;

  for (guint i = 0; i < self->rows->columns->len; i++)
    {
      DlRowColumn *column = dl_rows_column (self->rows, i);

      if (column->meaning != DL_ROW_NOTHING || column->n_filled == 0 || *column->name == '\0')
        continue;
      dl_rows_append_name (names, column->name);
      n++;
    }
  if (n > 0)
    dl_draft_tell_note (
      self->draft, self->source->start.at, g_strdup (""),
      /* Translators: %s are the names of columns. */
      g_strdup_printf (ngettext ("Nothing of an event could be found in the column %s, so it is left out.",
                                 "Nothing of an event could be found in the columns %s, so they are left out.", n),
                       names->str));
}

gboolean
dl_rows_read (DlRows *self, DlRowsSource *source, DlInput *input, DlDraft *draft, GError **error)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  Reader              reader = { self, source, draft, FALSE, FALSE, -1, paragraph, FALSE };
  g_autoptr (GString) place = g_string_new (NULL);
  g_autoptr (GString) kept = g_string_new (NULL);
  GError             *failed = NULL;

  source->place = source->start;
  source->draft = draft;
  tell_columns (&reader);
  dl_rows_tell_groups (self, source, draft);
  while (self->before = source->place, source->next (source, self, &failed))
    {
      if (!dl_input_go_on (input, error))
        return FALSE;
      read_row (&reader, place, kept);
      if (dl_draft_has_refused (draft))
        return FALSE;
    }
  dl_rows_tell_unclear (self, draft);
  dl_rows_tell_people (self);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, failed);
  return FALSE;
}

void
dl_rows_read_again (DlRows *self, DlRowsSource *source, gsize at, DlDraft *draft)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  g_autoptr (GString) place = g_string_new (NULL);
  g_autoptr (GString) kept = g_string_new (NULL);
  Reader              reader = { self, source, draft, FALSE, FALSE, -1, paragraph, FALSE };

  source->place = self->before = (DlRowPlace){ .at = at };
  source->draft = draft;
  if (source->next (source, self, NULL))
    read_row (&reader, place, kept);
  g_array_set_size (self->unclear, 0);
}

void
dl_rows_set_unread (const char *name, const char *date, DlInput *input, GError **error)
{
  DlDateEra        era = dl_date_words_find_era (date);
  g_autofree char *reason = era != DL_DATE_ERA_NONE ? dl_date_words_dup_era_reason (date, era) : NULL;

  g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE,
               /* Translators: file name, the name of a column, and what stands in it. */
               _ ("%s: this is a table, but none of the dates in its column “%s” could be read, such as “%s”."),
               input->name, name, date);
  if (reason != NULL && error != NULL)
    {
      char *message = g_strconcat ((*error)->message, " ", reason, NULL);

      g_free ((*error)->message);
      (*error)->message = message;
    }
}
