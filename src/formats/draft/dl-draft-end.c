/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/draft/dl-draft-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/dl-reader.h"

/* Problems that an error repeats. */
#define REPEATED_PROBLEMS 3
/* Of the others it names the places, but of no more than these. */
#define PLACES_TOLD 20

/* All of it, which leaves nothing behind. The events, of which there may be much, are not
 * copied. */
static GBytes *
write_all (DlDraft *self, DlReaderOutline *outline)
{
  g_autoptr (GString) head = g_string_new ("{\n  \"dateline\": 1,");
  GString            *all = g_steal_pointer (&self->events);
  g_autoptr (GBytes)  bytes = NULL;
  gsize               start = 0;

  g_string_append_len (head, self->head->str, (gssize) self->head->len);
  g_string_append_c (head, '\n');
  dl_draft_table_write (&self->people, "people", head);
  dl_draft_table_write (&self->places, "places", head);
  dl_draft_table_write (&self->topics, "topics", head);
  dl_draft_write_lines (head, "sources", self->sources);
  dl_draft_write_lines (head, "eras", self->eras);
  g_string_append (head, "  \"events\": [\n");
  /* The comma and the line feed behind the last. */
  g_string_truncate (all, all->len - MIN (all->len, 2));
  g_string_append (all, "\n  ]\n}\n");
  if (head->len > DL_DRAFT_HEAD_ROOM)
    g_string_insert_len (all, 0, head->str, (gssize) (head->len - DL_DRAFT_HEAD_ROOM));
  else
    start = DL_DRAFT_HEAD_ROOM - head->len;
  memcpy (all->str + start, head->str, head->len);
  /* That the events now stand elsewhere is true of all alike. */
  for (guint i = 0; i < self->spans->len; i++)
    {
      DlJsonSpan *span = &g_array_index (self->spans, DlJsonSpan, i);

      span->start = span->start - DL_DRAFT_HEAD_ROOM + (guint32) head->len;
      span->end = span->end - DL_DRAFT_HEAD_ROOM + (guint32) head->len;
    }
  outline->list_at = head->len - 2;
  outline->spans = self->spans;
  outline->events = self->outlined;
  outline->refs = self->refs;
  outline->topics = self->topics.order;
  outline->people = self->people.order;
  outline->sources = self->source_ids;
  outline->places = self->places.order;
  outline->has_numbered_ids = self->numbered;
  self->events = dl_draft_new_events ();
  bytes = g_string_free_to_bytes (all);
  return g_bytes_new_from_bytes (bytes, start, g_bytes_get_size (bytes) - start);
}

/* Where in the file that is which a pointer into the draft names; 0 for the whole. */
static gsize
find_origin (DlDraft *self, const char *pointer)
{
  GArray     *offsets = g_str_has_prefix (pointer, "/events/") ? self->offsets
                        : g_str_has_prefix (pointer, "/eras/") ? self->era_offsets
                                                               : NULL;
  const char *number = offsets != NULL ? strchr (pointer + 1, '/') + 1 : NULL;
  guint64     index = number != NULL ? g_ascii_strtoull (number, NULL, 10) : 0;

  return offsets != NULL && index < offsets->len ? g_array_index (offsets, gsize, index) : 0;
}

/* What readers of other formats tell of an event leads to it, unless the reader of the draft
 * has lost it. */
static void
find_events (DlDraft *self, const DlLoaded *loaded)
{
  g_autoptr (GHashTable) lost = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (self->told->len == 0)
    return;
  for (guint i = 0; i < loaded->problems->len; i++)
    {
      DlProblem *problem = loaded->problems->pdata[i];

      if (problem->event_lost)
        g_hash_table_add (lost, &problem->key);
    }
  for (guint i = 0; i < self->told->len; i++)
    {
      const DlDraftTold *told = &g_array_index (self->told, DlDraftTold, i);
      guint64            key = g_array_index (self->spans, DlJsonSpan, told->event).start;

      if (!g_hash_table_contains (lost, &key))
        told->problem->key = key;
    }
}

/* The problems of the draft become those of the file. */
static void
take_problems (DlDraft *self, DlLoaded *loaded, const char *text, gsize length)
{
  find_events (self, loaded);
  for (guint i = 0; i < loaded->problems->len; i++)
    {
      DlProblem *problem = loaded->problems->pdata[i];
      gsize      offset = find_origin (self, problem->pointer);
      DlProblem *kept;

      if (problem->note)
        kept = dl_problem_list_add_note (self->problems, offset, g_strdup (""), g_steal_pointer (&problem->message),
                                         g_steal_pointer (&problem->suggestion));
      else
        kept = dl_problem_list_add (self->problems, offset, g_strdup (""), g_steal_pointer (&problem->message),
                                    problem->event_lost);
      if (kept != NULL)
        {
          kept->title = g_steal_pointer (&problem->title);
          kept->key = problem->key;
          if (kept->suggestion == NULL)
            kept->suggestion = g_steal_pointer (&problem->suggestion);
        }
      if (problem->message == NULL)
        problem->message = g_strdup ("");
    }
  g_ptr_array_unref (loaded->problems);
  loaded->problems = dl_problem_list_end (self->problems, text, length);
}

/* What is said of a file in which no event could be read: of the first events, why, and where the others are; only
 * where that is not known what else is unusual. */
static void
append_reasons (GString *message, GPtrArray *problems)
{
  g_autoptr (GString) places = g_string_new (NULL);
  guint               n = 0;
  gboolean            lost = FALSE;

  for (guint i = 0; i < problems->len; i++)
    lost = lost || ((DlProblem *) problems->pdata[i])->event_lost;
  for (guint i = 0; i < problems->len; i++)
    {
      DlProblem       *problem = problems->pdata[i];
      g_autofree char *line = NULL;

      if (lost && !problem->event_lost)
        continue;
      if (n >= REPEATED_PROBLEMS && !lost)
        break;
      if (n++ < REPEATED_PROBLEMS)
        {
          line = dl_problem_to_line (problem);
          g_string_append_printf (message, " %s", line);
        }
      else if (n <= REPEATED_PROBLEMS + PLACES_TOLD)
        g_string_append_printf (places, "%s%u:%u", places->len > 0 ? _ (", ") : "", problem->line, problem->column);
    }
  if (places->len == 0)
    return;
  if (n > REPEATED_PROBLEMS + PLACES_TOLD)
    g_string_append (places, _ (", …"));
  g_string_append_c (message, ' ');
  /* Translators: how many events, then the lines and columns at which they are. */
  g_string_append_printf (message,
                          ngettext ("%u more event is left out for such a reason, at %s.",
                                    "%u more events are left out for such reasons, at %s.", n - REPEATED_PROBLEMS),
                          n - REPEATED_PROBLEMS, places->str);
}

static void
set_empty_error (DlDraft *self, const char *text, gsize length, const char *name, const char *format, GError **error)
{
  g_autoptr (GPtrArray) problems = dl_problem_list_end (self->problems, text, length);
  g_autoptr (GString)   message = g_string_new (NULL);

  /* Translators: file name, then the name of a format such as “TimelineJS 3”. */
  g_string_printf (message, _ ("%s: this looks like %s, but no event could be read in it."), name, format);
  append_reasons (message, problems);
  g_set_error_literal (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE, message->str);
}

DlLoaded *
dl_draft_end (DlDraft       *self,
              const char    *text,
              gsize          length,
              const char    *name,
              const char    *format,
              GCancellable  *cancellable,
              DlProgressFunc progress,
              gpointer       progress_data,
              GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  DlReaderOutline    outline;
  DlLoaded          *loaded;

  dl_draft_tell_rest (self);
  if (self->offsets->len == 0)
    {
      set_empty_error (self, text, length, name, format, error);
      return NULL;
    }
  dl_draft_tell_left_out (self);
  bytes = write_all (self, &outline);
  loaded = dl_reader_read (bytes, &outline, name, cancellable, progress, progress_data, error);
  if (loaded == NULL)
    return NULL;
  take_problems (self, loaded, text, length);
  /* What the reader of drafts has lost it has told of this file. */
  loaded->n_events_in_file += self->n_lost;
  loaded->n_events_lost += self->n_lost;
  return loaded;
}

DlLoaded *
dl_draft_end_told (DlDraft *self, const char *text, gsize length, DlTimeline *timeline, guint n_events)
{
  DlLoaded *loaded = g_new0 (DlLoaded, 1);

  dl_draft_tell_rest (self);
  dl_draft_tell_left_out (self);
  loaded->timeline = timeline;
  loaded->problems = dl_problem_list_end (self->problems, text, length);
  loaded->n_events_in_file = n_events + self->n_lost;
  loaded->n_events_lost = self->n_lost;
  return loaded;
}
