/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a row is called whose title is empty: by what says something of this row. */
#include <string.h>

#include <glib/gi18n.h>

#include "formats/markup/dl-markup.h"
#include "formats/rows/dl-rows-reader.h"

/* In fewer rows the same text twice is no habit. */
#define MIN_COMMON 4

void
dl_row_column_find_common (DlRowColumn *column)
{
  GHashTableIter iter;
  gpointer       text;
  gpointer       n;

  if (column->n_filled < MIN_COMMON)
    return;
  g_hash_table_iter_init (&iter, column->seen);
  while (g_hash_table_iter_next (&iter, &text, &n))
    if (GPOINTER_TO_UINT (n) * 2 > column->n_filled)
      {
        g_free (column->common);
        column->common = g_strdup (text);
      }
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

      n_wide += c >= DL_ROWS_FIRST_WIDE ? 1 : 0;
      n_letters += g_unichar_isalpha (c) ? 1 : 0;
    }
  return n_wide > 1 || (n_letters > 2 && strchr (text, ' ') != NULL);
}

/* Whether a text says that there is nothing: "Dragon Not Used", "No attempt", "none" */
static gboolean
tells_of_nothing (const char *text)
{
  static const char *const starts[] = { "no ", "not ", "none", "unknown", "n/a", "tbd", "tba" };
  static const char *const ends[] = { " not used", " unknown", " not applicable", " not available", " n/a", " none" };
  g_autofree char         *small = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (small, starts[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (small, ends[i]))
      return TRUE;
  return FALSE;
}

/* Whether a column is called what the one of titles is of, or what has a name: "Payload Type" beside "Payload". */
static gboolean
is_called_alike (DlRows *rows, const DlRowColumn *column)
{
  static const char *const names[] = { "name", "payload", "vehicle", "vessel", "ship", "aircraft", "model", "product" };
  g_autofree char         *own = dl_row_name_dup_words (column->name);
  g_auto (GStrv)           words = g_strsplit (own, " ", -1);
  g_autofree char         *title = rows->titles->len > 0
                                     ? dl_row_name_dup_words (dl_rows_get_name (rows, g_array_index (rows->titles, guint, 0)))
                                     : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strv_contains ((const char *const *) words, names[i]))
      return TRUE;
  return title != NULL && *title != '\0' && g_strv_contains ((const char *const *) words, title);
}

/* Whether what stands in a column is some date of the row, be it read or not. */
static gboolean
is_called_date (const DlRowColumn *column)
{
  guint        rank;
  DlRowMeaning called = dl_row_name_get_meaning (column->name, &rank);

  return called == DL_ROW_START || called == DL_ROW_YEAR || called == DL_ROW_END || called == DL_ROW_END_YEAR;
}

/* Columns by which a row may be called, each the first of its sort, or -1. */
typedef struct
{
  int alike;
  int phrase;
  int topic;
  int word;
  int slug;  /* "moon-landing" */
  int named; /* of people or tags, which stay what they are, too */
} StandIns;

/* What may be taken that says little. */
typedef enum
{
  TAKE_OWN,
  TAKE_COMMON, /* what most rows have */
  TAKE_ANY,    /* and that there is nothing */
} Take;

/* Returns: FALSE where the row has a text, by which it is
 * called */
static gboolean
find (DlRows *rows, Take take, StandIns *found)
{
  *found = (StandIns){ -1, -1, -1, -1, -1, -1 };
  for (guint i = 0; i < rows->columns->len; i++)
    {
      const char        *text = dl_rows_text (rows, (int) i);
      const DlRowColumn *column = dl_rows_column (rows, i);
      DlRowMeaning       meaning = column->meaning;

      if (*text == '\0' || dl_date_words_is_nothing (text))
        continue;
      if (meaning == DL_ROW_TEXT)
        return FALSE;
      if (meaning == DL_ROW_TOPIC && found->topic < 0)
        found->topic = (int) i;
      if ((meaning == DL_ROW_PERSON || meaning == DL_ROW_TAGS) && found->named < 0 && dl_rows_has_words (text) &&
          dl_date_words_get_absence (text) == DL_DATE_ANSWER_READ)
        found->named = (int) i;
      if (meaning != DL_ROW_OTHER || dl_rows_is_date (text) || dl_row_text_is_truth (text) || is_called_date (column) ||
          (take < TAKE_ANY && tells_of_nothing (text)) || (take < TAKE_COMMON && g_strcmp0 (text, column->common) == 0))
        continue;
      if (found->alike < 0 && dl_rows_has_words (text) && is_called_alike (rows, column))
        found->alike = (int) i;
      if (strstr (text, "://") != NULL || dl_row_text_is_color (text) || dl_row_text_is_geometry (text))
        continue;
      if (found->phrase < 0 && is_phrase (text))
        found->phrase = (int) i;
      if (strlen (text) <= 2 || !g_unichar_isalpha (g_utf8_get_char (text)))
        continue;
      if (dl_row_text_is_slug (text) && found->slug < 0)
        found->slug = (int) i;
      else if (!dl_row_text_is_slug (text) && found->word < 0)
        found->word = (int) i;
    }
  return TRUE;
}

/* The column by which the row is called, or -1. @stays: (out): whether it stays what it is, too */
static int
choose (DlRows *rows, gboolean *stays)
{
  StandIns found;
  int      column = -1;

  *stays = FALSE;
  for (Take take = TAKE_OWN; take <= TAKE_ANY && column < 0; take++)
    {
      if (!find (rows, take, &found))
        return -1;
      column = found.alike >= 0    ? found.alike
               : found.phrase >= 0 ? found.phrase
               : found.topic >= 0  ? found.topic
               : found.word >= 0   ? found.word
                                   : found.slug;
    }
  if (column >= 0 || found.named < 0)
    return column;
  *stays = TRUE;
  return found.named;
}

static void
put (DlRowReader *self, int column)
{
  const char      *text = dl_rows_text (self->rows, column);
  g_autofree char *list = strstr (text, DL_ROW_SEPARATOR) != NULL ? dl_row_join_list (text) : NULL;
  g_autofree char *line = dl_row_dup_line (list != NULL ? list : text);

  if (line == NULL)
    line = g_steal_pointer (&list);
  dl_draft_put_title (self->draft, line != NULL ? line : text);
}

void
dl_row_put_passing_stand_in (DlRowReader *self)
{
  gboolean stays;
  int      column = choose (self->rows, &stays);

  if (column >= 0)
    put (self, column);
}

void
dl_row_put_stand_in (DlRowReader *self)
{
  gboolean stays;
  int      column = choose (self->rows, &stays);

  if (column < 0)
    return;
  self->stand_in = stays ? -1 : column;
  put (self, column);
  self->titled = TRUE;
  if (self->rows->titles->len == 0)
    return;
  if (self->n_stood++ > 0)
    return;
  self->stood_at = self->source->here;
  self->stood_column = column;
}

void
dl_row_tell_stand_ins (DlRowReader *self)
{
  if (self->n_stood == 0)
    return;
  dl_draft_tell_note (
    self->draft, self->stood_at.at, self->source->dup_where (self->source, &self->stood_at, -1),
    g_strdup_printf (
      /* Translators: a number of events, and the name of a column of the file, such as “Payload”. */
      ngettext ("%u event has no title of its own; it is called by what stands in “%s”.",
                "%u events have no titles of their own; they are called by what stands in other columns, the first "
                "by “%s”.",
                self->n_stood),
      self->n_stood, dl_rows_get_name (self->rows, (guint) self->stood_column)));
}

gboolean
dl_row_put_first_words (DlRowReader *self)
{
  for (guint i = 0; i < self->rows->columns->len; i++)
    {
      DlRowColumn     *column = dl_rows_column (self->rows, i);
      const char      *text = dl_rows_text (self->rows, (int) i);
      g_autofree char *line = NULL;

      if (column->aside || (column->meaning != DL_ROW_OTHER && column->meaning != DL_ROW_CAPTION) ||
          !dl_rows_has_words (text) || dl_row_text_is_truth (text))
        continue;
      line = dl_row_dup_line (text);
      dl_draft_put_title (self->draft, line != NULL ? line : text);
      return TRUE;
    }
  return FALSE;
}
