/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row becomes an event. */
#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/markup/dl-markup.h"
#include "formats/rows/dl-rows-reader.h"

/* A row of a sheet of TimelineJS that is no event. Returns: whether it is one */
static gboolean
read_special (DlRowReader *self)
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
 * stand: `{"year": 1990, "events": […]}`. Of those that have their date from it, it is no more than what they are
 * parts of, unless there is more to be read of it. */
static gboolean
is_frame (DlRowReader *self)
{
  gboolean dated = FALSE;
  gboolean titled = FALSE;
  gboolean ended = FALSE;
  gboolean called = FALSE;

  for (guint i = 0; self->source->holds_table && i < self->rows->columns->len; i++)
    if (*dl_rows_text (self->rows, (int) i) != '\0')
      {
        DlRowMeaning meaning = dl_rows_column (self->rows, i)->meaning;

        dated = dated || meaning == DL_ROW_START || meaning == DL_ROW_YEAR;
        titled = titled || (meaning == DL_ROW_TITLE && !self->source->gives_date) || meaning == DL_ROW_TEXT;
        ended = ended || meaning == DL_ROW_END || meaning == DL_ROW_END_YEAR;
        called = called || meaning == DL_ROW_TOPIC;
      }
  /* An era with its end is a period. */
  return self->source->holds_table && !(dated && (titled || (ended && called)));
}

/* What such a row says besides is of no event. */
static void
leave_frame (DlRowReader *self)
{
  for (guint i = 0; i < self->rows->columns->len; i++)
    {
      const DlRowColumn *column = dl_rows_column (self->rows, i);

      /* Each of those that it dates has it. */
      if (self->source->gives_date && column->meaning != DL_ROW_TEXT)
        continue;
      if (*dl_rows_text (self->rows, (int) i) != '\0' && column->meaning != DL_ROW_START &&
          column->meaning != DL_ROW_YEAR && column->meaning != DL_ROW_TITLE && column->meaning != DL_ROW_TOPIC)
        dl_rows_leave (self->rows, column->name);
    }
}

static void
put_groups (DlRowReader *self)
{
  g_auto (GStrv) within = self->source->within != NULL ? g_strsplit (self->source->within, DL_ROW_SEPARATOR, -1) : NULL;

  dl_draft_put_topic (self->draft, self->source->topic);
  for (guint i = 0; within != NULL && within[i] != NULL; i++)
    dl_draft_put_topic (self->draft, within[i]);
}

static void
read_row (DlRowReader *self, GString *place, GString *kept)
{
  gboolean called = TRUE;

  if (is_empty (self->rows))
    return;
  if (is_frame (self))
    {
      leave_frame (self);
      return;
    }
  if (read_special (self))
    return;
  g_string_truncate (place, 0);
  g_string_truncate (kept, 0);
  dl_draft_begin_event (self->draft, self->source->here.at);
  self->titled = FALSE;
  self->stand_in = -1;
  dl_row_put_title (self);
  /* Before the date, which has its words for a note where there is no other. */
  if (self->rows->parts[DL_ROW_DATE_NOTE] >= 0 &&
      dl_rows_get_shown_length (dl_rows_text (self->rows, self->rows->parts[DL_ROW_DATE_NOTE])) == 0)
    {
      const char      *note = dl_rows_text (self->rows, self->rows->parts[DL_ROW_DATE_NOTE]);
      g_autofree char *line = dl_row_dup_line (note);

      if (!dl_row_is_shown_as_year (self->rows, note))
        dl_draft_put_date_note (self->draft, line != NULL ? line : note);
    }
  /* What is told of the date calls the event by its first words. */
  if (!self->titled)
    dl_row_put_passing_title (self);
  if (!dl_rows_put_dates (self->rows, self->source, self->draft))
    return;
  if (!self->titled)
    dl_draft_put_title (self->draft, "");
  g_string_truncate (self->paragraph, 0);
  dl_row_put_key (self);
  if (!self->titled)
    dl_row_put_stand_in (self);
  for (guint i = 0; i < self->rows->columns->len; i++)
    dl_row_put_cell (self, i, place, kept);
  /* A visit, say. */
  if (!self->titled && self->paragraph->len == 0)
    dl_draft_put_title (self->draft, place->str);
  if (!self->titled && self->paragraph->len == 0 && place->len == 0 && !dl_row_put_first_words (self))
    called = dl_draft_make_title (self->draft);
  dl_draft_put_place (self->draft, place->str);
  put_groups (self);
  dl_draft_put_summary (self->draft, kept->str);
  if (!called && self->rows->dated_titles >= 0)
    {
      dl_draft_put_title (self->draft, dl_rows_text (self->rows, self->rows->dated_titles));
      called = TRUE;
    }
  /* What is kept under the names of columns is no title. */
  if (!called || !dl_draft_make_title (self->draft))
    {
      dl_draft_tell_lost (self->draft, self->source->here.at,
                          self->source->dup_where (self->source, &self->source->here, -1),
                          g_strdup (_ ("This event has no title and is left out.")));
      dl_draft_drop_event (self->draft);
      return;
    }
  dl_draft_end_event (self->draft);
}

gboolean
dl_rows_read (DlRows *self, DlRowsSource *source, DlInput *input, DlDraft *draft, GError **error)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  DlRowReader reader = { .rows = self, .source = source, .draft = draft, .stand_in = -1, .paragraph = paragraph };
  g_autoptr (GString) place = g_string_new (NULL);
  g_autoptr (GString) kept = g_string_new (NULL);
  GError             *failed = NULL;

  source->place = source->start;
  source->draft = draft;
  dl_rows_tell_groups (self, source, draft);
  dl_rows_tell_dated_titles (self, source, draft);
  while (self->before = source->place, source->next (source, self, &failed))
    {
      if (!dl_input_go_on (input, error))
        return FALSE;
      read_row (&reader, place, kept);
      if (dl_draft_has_refused (draft))
        return FALSE;
    }
  dl_row_tell_stand_ins (&reader);
  dl_rows_tell_left (self, source, draft);
  dl_rows_tell_unclear (self, draft);
  dl_rows_tell_life (self, source, draft);
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
  DlRowReader reader = { .rows = self, .source = source, .draft = draft, .stand_in = -1, .paragraph = paragraph };

  source->place = self->before = (DlRowPlace){ .at = at };
  source->draft = draft;
  if (source->next (source, self, NULL))
    read_row (&reader, place, kept);
  g_array_set_size (self->unclear, 0);
}

void
dl_rows_set_unread (const char *name, const char *date, gboolean backwards, DlInput *input, GError **error)
{
  DlDateEra        era = dl_date_words_find_era (date);
  g_autofree char *reason = era != DL_DATE_ERA_NONE ? dl_date_words_dup_era_reason (date, era) : NULL;

  if (reason == NULL && backwards)
    /* Translators: the name of a column of the file, such as “start”; “Ma”, of geology, is left as it is. */
    reason = g_strdup_printf (_ ("They grow smaller towards the end of each event: where they are years before Christ, "
                                 "write “753 BC”; where they are millions of years ago, call it “%s (Ma)”."),
                              name);
  else if (reason == NULL && (dl_rows_is_fraction (date) || strcmp (date, "0.0") == 0))
    /* Translators: the name of a column of the file, such as “start”; “Ma”, of geology, is left as it is. */
    reason = g_strdup_printf (_ ("Where these are millions of years ago, call it “%s (Ma)”."), name);
  else if (reason == NULL)
    /* Translators: three dates as people write them. */
    reason = g_strdup (_ ("Dates are read that are written as “2023-12-16”, “16 December 2023” or “2023”."));
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
