/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table as a timeline at once. The details of an event are read from its row, when somebody looks. */
#include "formats/rows/dl-csv-straight.h"

#include <string.h>

#include "formats/rows/dl-csv-table.h"

/* What reads rows again; by one thread at a time. */
typedef struct
{
  GMutex     mutex;
  GBytes    *text;
  DlRows    *rows;
  DlCsvTable table;
  DlDraft   *draft; /* keeps texts */
  gboolean   open;
} Again;

static void
again_free (gpointer data)
{
  Again *self = data;

  if (self->open)
    dl_csv_table_clear (&self->table);
  dl_rows_free (self->rows);
  dl_draft_free (self->draft);
  g_bytes_unref (self->text);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static Again *
again_new (GBytes *text)
{
  Again *self = g_new0 (Again, 1);

  g_mutex_init (&self->mutex);
  self->text = g_bytes_ref (text);
  self->rows = dl_rows_new ();
  self->draft = dl_draft_new ();
  dl_draft_keep_texts (self->draft);
  return self;
}

static char *
dup_unless_empty (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

static DlEventDetails *
read_details (guint64 key, gpointer data)
{
  Again          *self = data;
  DlEventDetails *details = dl_event_details_new ();

  g_mutex_lock (&self->mutex);
  dl_rows_read_again (self->rows, &self->table.source, (gsize) key, self->draft);
  details->summary = dup_unless_empty (dl_draft_get_summary (self->draft));
  details->date_note = dup_unless_empty (dl_draft_get_date_note (self->draft));
  g_mutex_unlock (&self->mutex);
  return details;
}

static void
walk_texts (guint64 key, gpointer data, DlEventTextFunc func, gpointer func_data)
{
  Again      *self = data;
  DlEventText text = { .quote = DL_NONE, .source = DL_NONE };
  gboolean    on = TRUE;

  g_mutex_lock (&self->mutex);
  dl_rows_read_again (self->rows, &self->table.source, (gsize) key, self->draft);
  text.kind = DL_EVENT_TEXT_SUMMARY;
  text.text = dl_draft_get_summary (self->draft);
  text.length = strlen (text.text);
  if (text.length > 0)
    on = func (&text, func_data);
  text.kind = DL_EVENT_TEXT_DATE_NOTE;
  text.text = dl_draft_get_date_note (self->draft);
  text.length = strlen (text.text);
  if (on && text.length > 0)
    func (&text, func_data);
  g_mutex_unlock (&self->mutex);
}

DlTimeline *
dl_csv_read_straight (DlInput *input, GBytes *text, DlDraft *told, guint *n_events, GError **error)
{
  Again   *again = again_new (text);
  gboolean timeline = FALSE;

  again->open = dl_csv_table_open (input, &again->table, again->rows, &timeline);
  /* What stands above the header is written down. */
  if (!timeline || again->table.above != NULL || dl_rows_is_timelinejs (again->rows) ||
      dl_rows_has_hanging (again->rows))
    {
      again_free (again);
      return NULL;
    }
  dl_draft_go_straight (told, input->length, read_details, walk_texts, again, again_free);
  if (!dl_csv_table_read (&again->table, again->rows, input, told, error))
    return NULL;
  return dl_draft_end_straight (told, n_events);
}
