/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the cells of a row tell of its event, but for title and date. */
#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-link.h"
#include "formats/draft/dl-draft-address.h"
#include "formats/draft/dl-draft-medium.h"
#include "formats/markup/dl-markup.h"
#include "formats/rows/dl-rows-reader.h"

/* A second title that is no shorter says what happened. */
#define MIN_SENTENCE_BYTES 40
/* Names of places are longer than codes for them. */
#define MAX_CODE_BYTES 3
/* What parts the words of places. */
#define BETWEEN_WORDS " ,;.()/-"

static void
put_text (DlRowReader *self, const char *text)
{
  g_autofree char *list = strstr (text, DL_ROW_SEPARATOR) != NULL ? g_strdup (text) : NULL;
  g_autofree char *clean = NULL;

  /* A list is one of paragraphs. */
  if (list != NULL)
    text = g_strdelimit (list, DL_ROW_SEPARATOR, '\n');
  if (dl_row_has_markup (text))
    text = clean = dl_markup_to_text (text);
  /* The same text with markup and without. */
  if (strcmp (text, self->paragraph->str) == 0)
    return;
  g_string_assign (self->paragraph, text);
  /* Short text without a title is one. */
  if (!self->titled && *text != '\0' && strlen (text) <= DL_ROW_TITLE_BYTES && strchr (text, '\n') == NULL)
    {
      dl_draft_put_title (self->draft, text);
      self->titled = TRUE;
    }
  else
    dl_draft_put_summary (self->draft, text);
}

/* Each of several names that stand in one cell. */
static void
put_names (DlRowReader *self, const char *text, const char *separators, void (*put) (DlDraft *, const char *))
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

/* Whether @text has a word, which is no part of another. */
static gboolean
has_word (const char *text, const char *word, gsize length)
{
  for (text += strspn (text, BETWEEN_WORDS); *text != '\0'; text += strspn (text, BETWEEN_WORDS))
    {
      gsize own = strcspn (text, BETWEEN_WORDS);

      if (own == length && g_ascii_strncasecmp (text, word, length) == 0)
        return TRUE;
      text += own;
    }
  return FALSE;
}

/* Whether each word of @text is one of @place already: "Albany NY" beside "Albany, NY". */
static gboolean
has_words_of (const char *place, const char *text)
{
  gboolean found = FALSE;

  for (text += strspn (text, BETWEEN_WORDS); *text != '\0'; text += strspn (text, BETWEEN_WORDS))
    {
      gsize length = strcspn (text, BETWEEN_WORDS);

      if (!has_word (place, text, length))
        return FALSE;
      found = TRUE;
      text += length;
    }
  return found;
}

static void
put_place (DlRowReader *self, GString *place, const char *text)
{
  g_autofree char *list = strstr (text, DL_ROW_SEPARATOR) != NULL ? dl_row_join_list (text) : NULL;
  g_autofree char *line = dl_row_dup_line (list != NULL ? list : text);

  if (line != NULL)
    text = line;
  else if (list != NULL)
    text = list;
  if (*text == '\0' || strstr (place->str, text) != NULL || dl_rows_is_to_be_told (text))
    return;
  if (place->len > 0 && has_words_of (place->str, text))
    return;
  /* Of "Albany" and "Albany NY" the second says all. */
  if (place->len > 0 && has_words_of (text, place->str))
    g_string_truncate (place, 0);
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

/* The addresses in a cell that has nothing but several of them. Returns: (transfer full) (nullable) */
static char **
split_links (const char *text)
{
  g_autoptr (GPtrArray) links = NULL;
  g_auto (GStrv)        parts = NULL;

  if (strpbrk (text, " \n\t|") == NULL || strstr (text, "://") == NULL)
    return NULL;
  links = g_ptr_array_new_with_free_func (g_free);
  parts = g_strsplit_set (text, " \n\r\t|", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);

      /* Commas may stand within one. */
      while (length > 0 && strchr (",;", parts[i][length - 1]) != NULL)
        parts[i][--length] = '\0';
      if (length == 0)
        continue;
      if (!dl_link_is_safe (parts[i]))
        return NULL;
      g_ptr_array_add (links, g_strdup (parts[i]));
    }
  g_ptr_array_add (links, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&links), FALSE);
}

/* As people write them into tables. */
static const struct
{
  DlStatus    status;
  const char *words;
} statuses[] = {
  { DL_STATUS_HAPPENED,
    "|done|completed|complete|held|finished|past|geschehen|erledigt|terminé|realizado|済|完了|완료|" },
  { DL_STATUS_ONGOING, "|in progress|under way|underway|current|laufend|en cours|en curso|進行中|진행 중|진행중|" },
  { DL_STATUS_PLANNED, "|scheduled|upcoming|future|expected|geplant|prévu|previsto|planificado|予定|예정|" },
  { DL_STATUS_POSTPONED, "|delayed|deferred|put off|verschoben|reporté|aplazado|延期|연기|" },
  { DL_STATUS_CANCELLED, "|canceled|called off|never held|abandoned|abgesagt|annulé|cancelado|中止|취소|" },
  { DL_STATUS_DISPUTED, "|contested|umstritten|contesté|disputado|" },
};

static gboolean
put_status (DlRowReader *self, const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  DlStatus         status;
  gboolean         found = dl_status_from_string (small, &status);

  for (guint i = 0; i < G_N_ELEMENTS (statuses) && !found; i++)
    if (dl_rows_is_one_of (text, statuses[i].words))
      {
        status = statuses[i].status;
        found = TRUE;
      }
  if (found)
    dl_draft_put_status (self->draft, status);
  return found;
}

static gboolean
put_importance (DlRowReader *self, const char *text)
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
keep (DlRowReader *self, GString *kept, const DlRowColumn *column, const char *text)
{
  g_autofree char *clean = dl_row_has_markup (text) ? dl_markup_to_line (text) : NULL;
  g_autofree char *list = NULL;

  if (clean != NULL)
    text = clean;
  if (strstr (text, DL_ROW_SEPARATOR) != NULL)
    text = list = dl_row_join_list (text);
  if (*text == '\0')
    return;
  g_string_append (kept, kept->len > 0 ? "\n" : "");
  if (*column->name != '\0')
    /* Translators: the name of a column of a file, and what stands in it. */
    g_string_append_printf (kept, _ ("%s: %s"), column->name, text);
  else
    g_string_append (kept, text);
}

static void
put_source (DlRowReader *self, int column, const char *text, GString *kept)
{
  char         **links = self->rows->timelinejs ? NULL : split_links (text);
  g_auto (GStrv) sources = links != NULL ? links : g_strsplit (text, DL_ROW_SEPARATOR, -1);
  const char    *credit = dl_rows_text (self->rows, self->rows->parts[DL_ROW_CREDIT]);
  const char    *caption = dl_rows_text (self->rows, self->rows->parts[DL_ROW_CAPTION]);
  const char    *link = dl_rows_text (self->rows, self->rows->parts[DL_ROW_LINK_TEXT]);

  for (guint i = 0; sources[i] != NULL; i++)
    {
      char       *own = g_strstrip (sources[i]);
      char       *mark = strstr (own, DL_ROW_PUBLISHER);
      const char *publisher = mark != NULL ? mark + 1 : NULL;

      if (mark != NULL)
        *mark = '\0';
      dl_draft_unquote_address (own);
      if (self->rows->timelinejs)
        {
          char *note = dl_draft_put_medium (self->draft, own, caption, credit);

          if (note != NULL)
            dl_draft_tell_note (self->draft, g_array_index (self->rows->cells, DlRowCell, column).at,
                                self->source->dup_where (self->source, &self->source->here, column), note);
          return;
        }
      if (dl_link_is_safe (own))
        dl_draft_put_source (
          self->draft,
          &(DlSource){ .url = own, .title = *link != '\0' ? (char *) link : NULL, .publisher = (char *) publisher });
      else if (strchr (own, '<') != NULL)
        {
          g_autofree char *address = dl_markup_dup_address (own);
          g_autofree char *line = dl_markup_to_line (own);

          dl_draft_put_source (self->draft, &(DlSource){ .title = line,
                                                         .url = dl_link_is_safe (address) ? address : NULL,
                                                         .publisher = (char *) publisher });
        }
      /* A path in a site says nothing to anybody who has not got the site. */
      else if (!is_path (own) || publisher != NULL || strstr (own, "://") != NULL)
        dl_draft_put_source (self->draft, &(DlSource){ .title = own, .publisher = (char *) publisher });
      else
        keep (self, kept, dl_rows_column (self->rows, (guint) column), own);
    }
}

/* Whether a column of dates is none of those that the row's date was made of, and says something
 * else than these. */
static gboolean
is_other_date (DlRows *rows, guint column)
{
  const char *text = dl_rows_text (rows, (int) column);

  /* A birth is told as such where it dates what has no other date. */
  if (rows->life_taken && dl_rows_column (rows, column)->of_life)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rows->used); i++)
    {
      const char *used = dl_rows_text (rows, rows->used[i]);
      gsize       length = MIN (strlen (used), strlen (text));

      if (rows->used[i] == (int) column)
        return FALSE;
      /* "2025-03-01" beside "2025-03-01T10:00:00Z"; but "1962, 1963" says more than "1962". */
      if (length > 0 && strncmp (used, text, length) == 0 &&
          (text[length] == '\0' || strchr (",;&", text[length]) == NULL))
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

  if (rows->life_taken && dl_rows_column (rows, column)->of_life)
    return TRUE;
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

gboolean
dl_row_is_shown_as_year (DlRows *rows, const char *words)
{
  return strcmp (words, dl_rows_text (rows, rows->parts[DL_ROW_YEAR])) == 0;
}

/* Whether places are told by codes, of which "NA" is one: Namibia, or North America. */
static gboolean
has_codes (const DlRowColumn *column)
{
  return column->meaning == DL_ROW_PLACE && column->length <= (gsize) column->n_filled * MAX_CODE_BYTES;
}

/* Whether a row has "NA" wherever a place could stand, and that more than once, so that it is no code. */
static gboolean
has_no_place (DlRows *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->columns->len; i++)
    {
      const char *text = dl_rows_column (rows, i)->meaning == DL_ROW_PLACE ? dl_rows_text (rows, (int) i) : "";

      if (*text != '\0' && !dl_date_words_is_nothing (text))
        return FALSE;
      n += *text != '\0' ? 1 : 0;
    }
  return n > 1;
}

/* Whether the cell of a column of times was read as one. */
static gboolean
is_time (const DlRowColumn *column, const char *text)
{
  g_autofree char *compact = column->compact ? dl_rows_dup_compact_clock (text) : NULL;

  return compact != NULL || dl_rows_is_clock (text);
}

/* Whether a month or a day was read with the year beside it, or says no more than the whole date that the row has. */
static gboolean
is_told_by_date (DlRows *rows, guint index, const char *text)
{
  DlRowMeaning     meaning = dl_rows_column (rows, index)->meaning;
  gboolean         end = meaning == DL_ROW_END_MONTH || meaning == DL_ROW_END_DAY;
  int              used = rows->used[end ? 1 : 0];
  g_autofree char *whole = NULL;
  g_autofree char *edtf = NULL;

  if (used >= 0 && dl_rows_column (rows, (guint) used)->meaning == (end ? DL_ROW_END_YEAR : DL_ROW_YEAR))
    /* A day is read, or told, with the month before it. */
    return (int) index == rows->parts[meaning] && (meaning == DL_ROW_MONTH || meaning == DL_ROW_END_MONTH ||
                                                   rows->parts[end ? DL_ROW_END_MONTH : DL_ROW_MONTH] >= 0);
  if (strspn (text, DL_ROWS_DIGITS ".-") == strlen (text))
    return TRUE;
  whole = g_strconcat (text, " 2000", NULL);
  edtf = dl_date_words_to_edtf (whole, NULL, NULL, NULL);
  return edtf != NULL;
}

/* Whether it answers yes or no, which is read where it means something. */
static gboolean
is_read_answer (const char *text)
{
  return g_ascii_strcasecmp (text, "true") == 0 || g_ascii_strcasecmp (text, "false") == 0 ||
         g_ascii_strcasecmp (text, "yes") == 0 || g_ascii_strcasecmp (text, "no") == 0 ||
         strspn (text, DL_ROWS_DIGITS) == strlen (text);
}

static gboolean
has_no_quote (DlRows *rows)
{
  const char *quote = dl_rows_text (rows, rows->parts[DL_ROW_QUOTE]);

  return *quote == '\0' || dl_date_words_is_nothing (quote);
}

/* Notes once that a column is left out. */
static void
leave (DlRows *rows, DlRowColumn *column)
{
  if (!column->left)
    dl_rows_leave (rows, column->name);
  column->left = TRUE;
}

void
dl_row_put_cell (DlRowReader *self, guint index, GString *place, GString *kept)
{
  DlRowColumn     *column = dl_rows_column (self->rows, index);
  const char      *text = dl_rows_text (self->rows, (int) index);
  g_autofree char *line = NULL;
  char             mark;

  if (*text == '\0' || (int) index == self->stand_in || (int) index == self->rows->family ||
      (column->meaning != DL_ROW_TITLE && dl_date_words_is_nothing (text) &&
       (!has_codes (column) || has_no_place (self->rows))))
    return;
  switch (column->meaning)
    {
    case DL_ROW_TEXT:
      put_text (self, text);
      break;
    case DL_ROW_PLACE:
      /* "object location", of a picture of it */
      if ((*text == '/' && dl_rows_is_file (text)) || (g_str_has_prefix (text, "http") && dl_link_is_safe (text)))
        put_source (self, (int) index, text, kept);
      else
        put_place (self, place, text);
      break;
    case DL_ROW_PERSON:
      dl_rows_put_people (self->rows, self->source, self->draft, index, text);
      break;
    case DL_ROW_TOPIC:
      /* Of a sheet that was made for TimelineJS. */
      if (g_ascii_strcasecmp (column->name, "type") == 0 && g_ascii_strcasecmp (text, "title") == 0)
        {
          keep (self, kept, column, text);
          break;
        }
      if (!is_kind_of_record (column->name, text))
        put_names (self, text, ";|" DL_ROW_SEPARATOR, dl_draft_put_topic);
      /* What it is called says what these are. */
      if (column->groups)
        keep (self, kept, column, text);
      break;
    case DL_ROW_TAGS:
      put_names (self, text, ",;|" DL_ROW_SEPARATOR, dl_draft_put_topic);
      break;
    case DL_ROW_SOURCE:
      put_source (self, (int) index, text, kept);
      break;
    case DL_ROW_ID:
      if (strstr (text, DL_ROW_SEPARATOR) == NULL && (int) index == self->rows->parts[DL_ROW_ID])
        dl_draft_put_id (self->draft, text);
      else if (dl_row_name_is_of_bookkeeping (column->name))
        leave (self->rows, column);
      else
        keep (self, kept, column, text);
      break;
    case DL_ROW_DATE_NOTE:
      if (dl_rows_get_shown_length (text) > 0 || dl_row_is_shown_as_year (self->rows, text))
        break;
      if ((int) index != self->rows->parts[DL_ROW_DATE_NOTE])
        {
          keep (self, kept, column, text);
          break;
        }
      line = dl_row_dup_line (text);
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
      if (column->is_topic)
        put_names (self, text, ";|" DL_ROW_SEPARATOR, dl_draft_put_topic);
      if (dl_row_is_title (self->rows, index))
        {
          if (dl_row_is_long_list (text))
            put_text (self, text);
          break;
        }
      if (dl_date_words_is_nothing (text))
        break;
      /* "item" beside "itemLabel" */
      if (dl_link_is_safe (text))
        put_source (self, (int) index, text, kept);
      /* "event", of sentences, beside "name" */
      else if (strlen (text) >= MIN_SENTENCE_BYTES && strchr (text, ' ') != NULL)
        put_text (self, text);
      else
        keep (self, kept, column, text);
      break;
    case DL_ROW_LINK_TEXT:
      /* It is the title of the source. */
      if ((int) index != self->rows->parts[DL_ROW_LINK_TEXT] ||
          !dl_link_is_safe (dl_rows_text (self->rows, self->rows->parts[DL_ROW_SOURCE])))
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
      leave (self->rows, column);
      break;
    case DL_ROW_MONTH:
    case DL_ROW_DAY:
    case DL_ROW_END_MONTH:
    case DL_ROW_END_DAY:
      if (!is_told_by_date (self->rows, index, text))
        keep (self, kept, column, text);
      break;
    case DL_ROW_PRECISION:
      if (self->rows->doubt_left || !dl_rows_read_precision (text) ||
          (int) index != self->rows->parts[DL_ROW_PRECISION])
        keep (self, kept, column, text);
      break;
    case DL_ROW_DOUBT:
    case DL_ROW_END_DOUBT:
      if (!dl_rows_read_doubt (column->name, text, &mark) || (self->rows->doubt_left && mark != '\0') ||
          (int) index != self->rows->parts[column->meaning])
        keep (self, kept, column, text);
      break;
    case DL_ROW_QUOTE:
      dl_row_put_quotes (self, text);
      break;
    case DL_ROW_SPEAKER:
      if ((int) index != self->rows->parts[DL_ROW_SPEAKER])
        keep (self, kept, column, text);
      else if (has_no_quote (self->rows))
        dl_rows_put_people (self->rows, self->source, self->draft, index, text);
      break;
    case DL_ROW_ALL_DAY:
      if (!is_read_answer (text))
        keep (self, kept, column, text);
      break;
    case DL_ROW_KIND:
    case DL_ROW_ERA:
    case DL_ROW_N_MEANINGS:
    default:
      break;
    }
}
