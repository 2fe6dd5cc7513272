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
#include "formats/rows/dl-rows-people.h"
#include "formats/rows/dl-rows-private.h"

/* A text of one line that is no longer is the title of an event that has none. */
#define MAX_TITLE_BYTES 160
/* A second title that is no shorter says what happened. */
#define MIN_SENTENCE_BYTES 40

typedef struct
{
  DlRows       *rows;
  DlRowsSource *source;
  DlDraft      *draft;
  gboolean      headed;    /* the table, by a row of it */
  gboolean      titled;    /* the row */
  int           stand_in;  /* the column that its title was taken from where none is one of titles; or -1 */
  GString      *paragraph; /* that was put last */
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

static void
put_title (Reader *self)
{
  DlRows *rows = self->rows;

  for (guint i = 0; i < rows->titles->len; i++)
    {
      const char      *text = dl_rows_text (rows, (int) g_array_index (rows->titles, guint, i));
      g_autofree char *line = clean_line (text);

      if (*text == '\0' || (line != NULL && *line == '\0'))
        continue;
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

      n_wide += c >= 0x2e80 ? 1 : 0;
      n_letters += g_unichar_isalpha (c) ? 1 : 0;
    }
  return n_wide > 1 || (n_letters > 2 && strchr (text, ' ') != NULL);
}

/* A row whose cells that could be its title are all empty is called by the first that says something, or
 * else by its topic. */
static void
put_stand_in (Reader *self)
{
  DlRows *rows = self->rows;
  int     topic = -1;
  int     word = -1;

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
      if (meaning != DL_ROW_OTHER || dl_rows_is_date (text))
        continue;
      if (self->stand_in < 0 && is_phrase (text))
        self->stand_in = (int) i;
      if (word < 0 && g_unichar_isalpha (g_utf8_get_char (text)))
        word = (int) i;
    }
  if (self->stand_in < 0)
    self->stand_in = topic >= 0 ? topic : word;
  if (self->stand_in >= 0)
    {
      const char      *text = dl_rows_text (rows, self->stand_in);
      g_autofree char *line = clean_line (text);

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

/* In most of a column of last names alone, a comma stands between two. */
static gboolean
pairs_part (const DlRowColumn *column)
{
  return column->n_pairs * 3 < column->n_filled && column->n_single >= column->n_full;
}

static void
put_people (Reader *self, const DlRowColumn *column, int index, const char *text)
{
  g_autofree char *line = NULL;
  g_auto (GStrv)   names = NULL;
  gboolean         guessed;

  if (strchr (text, '<') != NULL || strchr (text, '&') != NULL)
    text = line = dl_markup_to_line (text);
  names = dl_rows_people_split (text, pairs_part (column), &guessed);
  for (guint i = 0; names[i] != NULL; i++)
    dl_draft_put_person (self->draft, names[i]);
  if (guessed && !self->rows->told_people)
    {
      g_autoptr (GString) list = g_string_new (NULL);

      for (guint i = 0; names[i] != NULL; i++)
        dl_rows_append_name (list, names[i]);
      self->rows->told_people = TRUE;
      dl_draft_tell_note (
        self->draft, g_array_index (self->rows->cells, DlRowCell, index).at,
        self->source->dup_where (self->source, &self->source->here, index),
        /* Translators: the name of a column, what stands in it, such as “Cooke & Wheatstone”, and the people that
         * it was taken for, in quotation marks, with commas in between. */
        g_strdup_printf (_ ("People in “%s” that are named together are read as several: “%s” as %s."), column->name,
                         text, list->str));
    }
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
  if (*text == '\0' || strstr (place->str, text) != NULL)
    return;
  g_string_append (place, place->len > 0 ? ", " : "");
  g_string_append (place, text);
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
      else if (strchr (own, ' ') != NULL || strpbrk (own, "/.") == NULL)
        dl_draft_put_source (self->draft, &(DlSource){ .title = (char *) own });
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
    {
      guint title = g_array_index (rows->titles, guint, i);

      if (*dl_rows_text (rows, (int) title) != '\0')
        return title == column;
    }
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

static void
put_cell (Reader *self, guint index, GString *place, GString *kept)
{
  DlRowColumn     *column = dl_rows_column (self->rows, index);
  const char      *text = dl_rows_text (self->rows, (int) index);
  g_autofree char *line = NULL;

  if (*text == '\0' || (int) index == self->stand_in ||
      (column->meaning != DL_ROW_PLACE && column->meaning != DL_ROW_TITLE && dl_rows_is_missing (text)))
    return;
  switch (column->meaning)
    {
    case DL_ROW_TEXT:
      put_text (self, text);
      break;
    case DL_ROW_PLACE:
      put_place (self, place, text);
      break;
    case DL_ROW_PERSON:
      put_people (self, column, (int) index, text);
      break;
    case DL_ROW_TOPIC:
      put_names (self, text, ";|" DL_ROW_SEPARATOR, dl_draft_put_topic);
      /* What it is called says what these are. */
      if (column->groups)
        keep (self, kept, column, text);
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
      if (dl_rows_get_shown_length (text) > 0)
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
    case DL_ROW_NOTHING:
    case DL_ROW_YEAR:
    case DL_ROW_MONTH:
    case DL_ROW_DAY:
    case DL_ROW_TIME:
    case DL_ROW_END_YEAR:
    case DL_ROW_END_MONTH:
    case DL_ROW_END_DAY:
    case DL_ROW_END_TIME:
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

      if (column->aside || column->meaning != DL_ROW_OTHER || !dl_rows_has_words (text))
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
  Reader              reader = { self, source, draft, FALSE, FALSE, -1, paragraph };
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
    }
  dl_rows_tell_unclear (self, draft);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, failed);
  return FALSE;
}

void
dl_rows_set_unread (const char *name, const char *date, DlInput *input, GError **error)
{
  g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE,
               /* Translators: file name, the name of a column, and what stands in it. */
               _ ("%s: this is a table, but none of the dates in its column “%s” could be read, such as “%s”."),
               input->name, name, date);
}
