/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles that are dates, "1776", beside the date on which what is told of it was written. */
#include <string.h>

#include <glib/gi18n.h>

#include "formats/rows/dl-rows-private.h"
#include "time/dl-date.h"

/* In fewer rows these are what something is called: a film, say. */
#define MIN_DATED_TITLES 3
/* But not where a program for what was written on days wrote the file. */
#define MIN_POSTED 2
#define POSTED_NAME "title.rendered"
/* What is written in the same year may be told as it happens. */
#define MIN_SECONDS_BEFORE (366 * G_GINT64_CONSTANT (86400))

/* Whether a column may tell when something was written, and not when a film of that name came out. */
static gboolean
is_of_writing (const DlRowColumn *column)
{
  static const char *const names[] = { "date",           "dates",          "datetime",  "date time",
                                       "timestamp",      "posted",         "posted at", "posted on",
                                       "post date",      "date gmt",       "published", "published at",
                                       "published on",   "pub date",       "pubdate",   "publish date",
                                       "published date", "date published", "created",   "created at",
                                       "created on",     "date created",   "fecha",     "datum",
                                       "日付",           "날짜",           NULL };
  g_autofree char         *own = dl_row_name_dup_words (column->name);

  return g_strv_contains (names, own);
}

static gboolean
read_start (const char *text, gboolean bare, gint64 *seconds)
{
  DlDateWordsContext context = { .order = DL_DAY_MONTH_MONTH_FIRST, .bare_years = bare, .foreign = TRUE };
  g_autofree char   *edtf = dl_date_words_to_edtf (text, &context, NULL, NULL);
  g_autofree char   *epoch = edtf == NULL ? dl_rows_read_epoch (text) : NULL;
  DlDate             date;

  if ((edtf == NULL && epoch == NULL) || !dl_date_parse (edtf != NULL ? edtf : epoch, -1, &date, NULL))
    return FALSE;
  *seconds = date.stated_start.seconds;
  return TRUE;
}

/* The first column of titles, or of dates; -1 where there is none. */
static int
find_first (DlRows *self, DlRowMeaning meaning)
{
  int found = -1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DlRowColumn *column = dl_rows_column (self, i);

      if (column->meaning == meaning && (found < 0 || column->rank < dl_rows_column (self, (guint) found)->rank))
        found = (int) i;
    }
  return found;
}

void
dl_rows_look_for_dated_titles (DlRows *self)
{
  int    title = find_first (self, DL_ROW_TITLE);
  int    date = find_first (self, DL_ROW_START);
  gint64 happened;
  gint64 written;

  if (title < 0 || date < 0 || dl_rows_column (self, (guint) title)->read != DL_ROW_READ_DATE ||
      dl_rows_column (self, (guint) date)->read != DL_ROW_READ_DATE ||
      !read_start (dl_rows_text (self, title), FALSE, &happened) ||
      !read_start (dl_rows_text (self, date), dl_rows_column (self, (guint) date)->bare, &written) ||
      /* What has no bound was before all. */
      written < G_MININT64 + MIN_SECONDS_BEFORE || happened > written - MIN_SECONDS_BEFORE)
    return;
  dl_rows_column (self, (guint) title)->n_before++;
}

void
dl_rows_find_dated_titles (DlRows *self)
{
  int          title = find_first (self, DL_ROW_TITLE);
  int          date = find_first (self, DL_ROW_START);
  gboolean     told = FALSE;
  DlRowColumn *column;

  if (title < 0 || date < 0 || !is_of_writing (dl_rows_column (self, (guint) date)))
    return;
  column = dl_rows_column (self, (guint) title);
  if (column->n_before < (strcmp (column->name, POSTED_NAME) == 0 ? MIN_POSTED : MIN_DATED_TITLES) ||
      column->n_before < self->n_rows)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    told = told || (dl_rows_column (self, i)->meaning == DL_ROW_TEXT &&
                    dl_row_is_most (dl_rows_column (self, i)->n_words, self->n_rows));
  if (!told)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    if (dl_rows_column (self, i)->meaning == DL_ROW_START)
      {
        dl_rows_column (self, i)->meaning = DL_ROW_OTHER;
        dl_rows_column (self, i)->aside = TRUE;
      }
  column->meaning = DL_ROW_START;
  column->rank = 0;
  self->dated_titles = title;
  self->written = date;
}

void
dl_rows_tell_dated_titles (DlRows *self, DlRowsSource *source, DlDraft *draft)
{
  if (self->dated_titles >= 0)
    dl_draft_tell_note (draft, source->start.at, g_strdup (""),
                        /* Translators: two names of columns of the file, such as “title” and “date”. */
                        g_strdup_printf (_ ("All that stands in “%s” are dates, and years before those in “%s”. So the "
                                            "former tell when something happened, and the latter, which are kept as "
                                            "words, when that was written."),
                                         dl_rows_get_name (self, (guint) self->dated_titles),
                                         dl_rows_get_name (self, (guint) self->written)));
}
