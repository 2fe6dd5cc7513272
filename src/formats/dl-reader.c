/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-reader.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/dl-event-crew.h"
#include "formats/dl-event-details-reader.h"
#include "formats/dl-event-same.h"
#include "formats/dl-event-texts.h"
#include "formats/dl-json-text.h"
#include "formats/dl-name-list.h"
#include "formats/dl-record-reader.h"
#include "formats/dl-second-look.h"
#include "formats/dl-vocabulary.h"
#include "formats/literal/dl-literal.h"
#include "time/dl-date.h"

/* Events that are looked at to know whose the file is. */
#define SNIFFED_EVENTS 20
/* So many names of members are told. */
#define MAX_MEMBERS_TOLD 12

/* A relation to an event that has not been met yet. */
typedef struct
{
  guint       event;
  guint       nth;
  const char *id; /* in a chunk */
} Awaited;

typedef struct
{
  const char            *text;
  gsize                  length;
  const char            *name;
  const DlReaderOutline *outline; /* nullable */
  DlJsonScan            *scan;
  const DlJsonMember    *events;
  DlReaderTables        *tables; /* the builder owns them */
  DlTimelineBuilder     *builder;
  DlProblemList         *problems;
  GArray                *deferred; /* of guint: events whose id must be made up */
  GArray                *awaited;  /* of Awaited */
  GStringChunk          *ids;
  GHashTable            *suffixes; /* id to the last number that was put behind it */
  guint32                file;     /* of several, that of the event that was added last, or DL_NONE */
  guint                  n_lost;
  GCancellable          *cancellable;
  DlProgressFunc         progress;
  gpointer               progress_data;
} Reader;

/* What a relation awaits may be an event that never comes. */
static void
await (Reader *self, guint event, const DlReadRelation *read)
{
  Awaited awaited = { event, read->nth, NULL };

  if (dl_timeline_builder_has_event (self->builder, read->relation.event))
    return;
  awaited.id = g_string_chunk_insert_const (self->ids, read->relation.event);
  g_array_append_val (self->awaited, awaited);
}

/* An id that no event has yet: @wish, or @wish with a number. transfer full */
static char *
make_up_id (Reader *self, const char *wish)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->suffixes, wish));
  char *id;

  if (!dl_timeline_builder_has_event (self->builder, wish))
    return g_strdup (wish);
  number = MAX (number, 1);
  do
    {
      number++;
      id = g_strdup_printf ("%s-%u", wish, number);
      if (!dl_timeline_builder_has_event (self->builder, id))
        break;
      g_clear_pointer (&id, g_free);
    }
  while (TRUE);
  g_hash_table_insert (self->suffixes, g_strdup (wish), GUINT_TO_POINTER (number));
  return id;
}

/* Returns: FALSE when its id is taken */
static gboolean
add_event (Reader *self, DlEventBatch *batch, DlReadEvent *event)
{
  g_autofree DlRelation *related = event->n_related > 0 ? g_new (DlRelation, event->n_related) : NULL;
  /* An array in which there has never been anything is nowhere. */
  const guint32 *refs = batch->refs->len > 0 ? &g_array_index (batch->refs, guint32, event->record.refs) : NULL;
  guint          i;

  for (i = 0; i < event->n_related; i++)
    {
      const DlReadRelation *read = &g_array_index (batch->related, DlReadRelation, event->related + i);

      related[i] = read->relation;
    }
  if (!dl_timeline_builder_take_event (self->builder, &event->record, &event->date, refs, related, event->n_related))
    return FALSE;
  for (i = 0; i < event->n_related; i++)
    await (self, event->index, &g_array_index (batch->related, DlReadRelation, event->related + i));
  return TRUE;
}

/* Adds what was read. Events whose id is left out or taken wait until all
 * others have theirs, so that no made-up id gets in the way of a real one. */
static void
add_batch (Reader *self, DlEventBatch *batch)
{
  guint i;

  for (i = 0; i < batch->events->len; i++)
    {
      DlReadEvent *event = &g_array_index (batch->events, DlReadEvent, i);

      if (event->record.id != NULL)
        dl_timeline_builder_expect_event (self->builder, event->record.id);
    }
  for (i = 0; i < batch->events->len; i++)
    {
      DlReadEvent *event = &g_array_index (batch->events, DlReadEvent, i);

      if (event->file != self->file)
        {
          dl_timeline_builder_begin_file (self->builder, event->record.origin, event->file);
          self->file = event->file;
        }
      if (event->record.id == NULL || !add_event (self, batch, event))
        g_array_append_val (self->deferred, event->index);
    }
  self->n_lost += batch->n_lost;
  dl_problem_list_take (self->problems, batch->problems);
}

static gboolean
read_events (Reader *self, GError **error)
{
  g_autoptr (DlEventCrew) crew = dl_event_crew_new (self->tables, self->events);
  guint                   n = self->events->elements->len;
  guint                   done = 0;
  DlEventBatch           *batch;

  while ((batch = dl_event_crew_next (crew)) != NULL)
    {
      add_batch (self, batch);
      dl_event_batch_free (batch);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      done = MIN (done + DL_EVENT_BATCH_SIZE, n);
      if (self->progress != NULL)
        self->progress (done, n, self->progress_data);
    }
  dl_event_crew_tell_passed (crew, self->problems);
  dl_event_crew_give_strings (crew, self->builder);
  return TRUE;
}

/* Reads the deferred events again, which costs less than to keep them. */
static gboolean
read_deferred (Reader *self, GError **error)
{
  g_autoptr (DlStringArena) strings = dl_string_arena_new ();
  g_autoptr (DlEventReader) reader = dl_event_reader_new (self->tables, self->events, strings);
  g_autoptr (DlEventBatch)  batch = dl_event_batch_new ();
  guint                     i;

  for (i = 0; i < self->deferred->len; i++)
    {
      guint            index = g_array_index (self->deferred, guint, i);
      DlJsonElement    element = { self->text,     g_array_index (self->events->elements, DlJsonSpan, index),
                                   "events",       index,
                                   self->problems, 0 };
      g_autofree char *id = NULL;
      DlReadEvent     *event;

      if (i % DL_EVENT_BATCH_SIZE == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      dl_event_reader_read (reader, index, TRUE, batch);
      event = &g_array_index (batch->events, DlReadEvent, 0);
      if (event->record.id == NULL)
        {
          g_autofree char *wish = g_strdup_printf (DL_EVENT_MADE_ID "%u", index + 1);

          id = make_up_id (self, wish);
        }
      else
        {
          g_autofree char *shown = dl_json_quotable (event->record.id);
          g_autofree char *shown_new = NULL;

          id = make_up_id (self, event->record.id);
          shown_new = dl_json_quotable (id);
          dl_json_element_problem (
            &element, "/id", FALSE,
            g_strdup_printf (_ ("The id “%s” is taken by an earlier event; this one is called “%s”."), shown,
                             shown_new));
        }
      event->record.id = dl_string_arena_add (strings, id, strlen (id));
      add_event (self, batch, event);
      dl_event_batch_clear (batch);
    }
  dl_timeline_builder_take_strings (self->builder, strings);
  return TRUE;
}

static void
tell_unmet (Reader *self)
{
  DlJsonElement element = { self->text, { 0, 0 }, "events", -1, self->problems, 0 };
  guint         i;

  for (i = 0; i < self->awaited->len; i++)
    {
      Awaited         *awaited = &g_array_index (self->awaited, Awaited, i);
      g_autofree char *shown = NULL;
      g_autofree char *path = NULL;

      if (dl_timeline_builder_has_event (self->builder, awaited->id))
        continue;
      if (element.index != awaited->event)
        {
          element.index = awaited->event;
          element.span = g_array_index (self->events->elements, DlJsonSpan, awaited->event);
          element.n_problems = 0;
        }
      shown = dl_json_quotable (awaited->id);
      path = dl_json_path_of ("related", awaited->nth, "event");
      dl_json_element_meant (&element, path, FALSE, DL_MEANT_EVENT,
                             g_strdup_printf (_ ("No event has the id “%s”; the relation is left out."), shown));
    }
}

/* A member at the top that was meant to be the events. Returns: (transfer full) (nullable) */
static char *
find_mistaken_events (Reader *self)
{
  for (guint i = 0; i < self->scan->others->len; i++)
    {
      gsize            at = g_array_index (self->scan->others, guint32, i);
      gsize            length;
      g_autofree char *name = dl_json_string_dup (self->text, at, self->length, &length);

      if (g_strcmp0 (dl_vocabulary_suggest_member (DL_OBJECT_TIMELINE, name), dl_top_member_names[DL_MEMBER_EVENTS]) ==
          0)
        return dl_json_quotable (name);
    }
  return NULL;
}

/* Why a list is no timeline: with the names of what its first entry has, if that is an object. Returns: (transfer full)
 */
static char *
dup_list_reason (Reader *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  DlLiteral           list;
  DlLiteral           first;
  DlLiteral           key;
  DlLiteral           value;
  DlLiteralIter       iter;
  gsize               end;

  if (dl_literal_parse (self->text, self->length, self->scan->top.start, &list, &end, NULL, NULL))
    {
      dl_literal_iter_init (&iter, &list);
      if (dl_literal_iter_next (&iter, NULL, &first) && first.kind == DL_LITERAL_OBJECT)
        {
          guint n = 0;

          dl_literal_iter_init (&iter, &first);
          for (; n <= MAX_MEMBERS_TOLD && dl_literal_iter_next (&iter, &key, &value); n++)
            {
              g_autofree char *name = n < MAX_MEMBERS_TOLD ? dl_literal_dup_text (&key) : NULL;

              if (name != NULL)
                dl_name_list_append (names, name);
            }
          if (n > MAX_MEMBERS_TOLD)
            g_string_append (names, _ (", …"));
        }
    }
  if (names->len == 0)
    return g_strdup (_ ("no entry of the list has both a date and words for a title"));
  /* Translators: the names of members of the file, such as “pos”. */
  return g_strdup_printf (_ ("no entry of the list has both a date and words for a title, to judge by the names %s"),
                          names->str);
}

/* Valid JSON, but is it one of ours? */
static gboolean
check_shape (Reader *self, GError **error)
{
  DlJsonCursor     cursor;
  gsize            at = self->scan->top.start;
  const char      *reason = NULL;
  g_autofree char *mistaken = NULL;
  g_autofree char *sentence = NULL;

  if (self->scan->kind == DL_JSON_LIST)
    reason = sentence = dup_list_reason (self);
  else if (self->scan->kind != DL_JSON_OBJECT)
    reason = _ ("the file holds no object, { … }");
  else if (self->events->kind == DL_JSON_NOTHING)
    {
      reason = _ ("it has no “events”");
      mistaken = find_mistaken_events (self);
      if (mistaken != NULL)
        {
          /* Translators: the reason why a file is not a timeline; %s is the name of a member of it, such as “event”. */
          sentence = g_strdup_printf (_ ("it has no “events”; is “%s” meant?"), mistaken);
          reason = sentence;
        }
    }
  else if (self->events->kind != DL_JSON_LIST)
    {
      reason = _ ("“events” is not a list, [ … ]");
      at = self->events->value.start;
    }
  if (reason == NULL)
    return TRUE;
  dl_json_cursor_init (&cursor, self->text, self->length);
  dl_json_cursor_move (&cursor, at);
  /* Translators: file name, line and column, then the reason, such as “the object has no “events””. */
  g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE, _ ("%s:%u:%u: not a timeline: %s"), self->name, cursor.line,
               cursor.column, reason);
  return FALSE;
}

/* The structure of what has an outline: only what comes before the events is scanned. */
static DlJsonScan *
scan_outlined (Reader *self, GError **error)
{
  g_autofree char *head = g_strndup (self->text, self->outline->list_at + 3);
  DlJsonScan      *scan;
  DlJsonMember    *events;

  memcpy (head + self->outline->list_at, "[]}", 3);
  scan = dl_json_scan_new (head, self->outline->list_at + 3, self->name, dl_top_member_names, self->cancellable, error);
  if (scan == NULL)
    return NULL;
  events = &scan->members[DL_MEMBER_EVENTS];
  events->value.end = (guint32) self->length;
  scan->top.end = (guint32) self->length;
  g_clear_pointer (&events->elements, g_array_unref);
  events->elements = g_array_ref (self->outline->spans);
  return scan;
}

static DlLoaded *
read_timeline (Reader *self, GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  DlRecordReader         records = { 0 };
  DlLoaded              *loaded;

  /* One that is too large is told of by the scan. */
  if (self->outline != NULL && self->length < DL_JSON_MAX_LENGTH)
    self->scan = scan_outlined (self, error);
  else
    self->scan = dl_json_scan_new (self->text, self->length, self->name, dl_top_member_names, self->cancellable, error);
  if (self->scan == NULL)
    return NULL;
  self->events = &self->scan->members[DL_MEMBER_EVENTS];
  if (!check_shape (self, error))
    return NULL;

  self->builder = dl_timeline_builder_new ();
  self->tables = dl_reader_tables_new (bytes);
  dl_timeline_builder_add_part (self->builder, self->length, dl_event_read_details, self->tables,
                                (GDestroyNotify) dl_reader_tables_free);
  dl_timeline_builder_set_texts_func (self->builder, dl_event_walk_texts);
  dl_timeline_builder_set_same_func (self->builder, dl_event_same);
  self->problems = dl_problem_list_new ();
  records.text = self->text;
  records.scan = self->scan;
  records.builder = self->builder;
  records.tables = self->tables;
  records.problems = self->problems;
  records.parser = parser;
  dl_record_reader_read_head (&records);
  if (!dl_record_reader_read_lists (&records, self->cancellable, error))
    return NULL;

  self->tables->zone = dl_timeline_builder_get_zone (self->builder);
  self->tables->makes_up_ids = self->outline != NULL && !self->outline->has_numbered_ids;
  dl_reader_tables_set_outline (self->tables, self->outline);
  dl_timeline_builder_reserve (self->builder, self->events->elements->len);
  if (!read_events (self, error) || !read_deferred (self, error))
    return NULL;
  tell_unmet (self);

  loaded = g_new0 (DlLoaded, 1);
  loaded->n_events_in_file = self->events->elements->len;
  loaded->n_events_lost = self->n_lost;
  loaded->own_text = g_bytes_ref (bytes);
  /* Nothing needs these from here on, and sorting wants room. */
  dl_reader_tables_set_outline (self->tables, NULL);
  g_clear_pointer (&self->tables->places, g_hash_table_unref);
  g_clear_pointer (&self->tables->topics, g_hash_table_unref);
  loaded->timeline = dl_timeline_builder_end (self->builder);
  dl_second_look (self->text, self->length, self->events, loaded->timeline, self->problems);
  g_clear_pointer (&self->scan, dl_json_scan_free);
  loaded->problems = dl_problem_list_end (self->problems, self->text, self->length);
  return loaded;
}

/* What an event of Dateline's own has, and others do not; and the other way round. */
static const char *const own_names[] = {
  "summary", "dateNote", "people", "topics", "quotes", "related", "sources", NULL
};
static const char *const foreign_names[] = { "description", "text",      "body",       "content", "details",
                                             "category",    "url",       "location",   "link",    "image",
                                             "tags",        "start",     "start_date", "year",    "source",
                                             "type",        "time_span", "media",      NULL };
/* What rows have, but a slip of the pen in one of Dateline's own as well, which then has what only it has. */
static const char *const doubtful_names[] = { "tag", "categories", "wiki",    "wikipedia", "links", "href",
                                              "img", "photo",      "picture", "thumbnail", "video", NULL };

/* Whether a list is none of Dateline's own, nor what may have been meant for one: "republics", beside its events. */
static gboolean
is_foreign_list (const DlLiteral *key, const DlLiteral *value)
{
  g_autofree char *name = NULL;
  DlLiteralIter    iter;
  DlLiteral        first;

  if (value->kind != DL_LITERAL_LIST)
    return FALSE;
  dl_literal_iter_init (&iter, value);
  if (!dl_literal_iter_next (&iter, NULL, &first) || first.kind != DL_LITERAL_OBJECT)
    return FALSE;
  name = dl_literal_dup_text (key);
  return name != NULL && *name != '\0' && !dl_vocabulary_is_private (name, strlen (name)) &&
         !dl_vocabulary_has_member (DL_OBJECT_TIMELINE, name) &&
         dl_vocabulary_suggest_member (DL_OBJECT_TIMELINE, name) == NULL;
}

/* Lists that no other format has beside its events. */
static const char *const own_lists[] = { "people", "places", "topics", "sources", NULL };

static gboolean
has_one_of (const DlLiteral *event, const char *const *names)
{
  DlLiteral values[G_N_ELEMENTS (foreign_names)];

  dl_literal_get_members (event, names, values);
  for (guint i = 0; names[i] != NULL; i++)
    if (values[i].kind != DL_LITERAL_NOTHING)
      return TRUE;
  return FALSE;
}

/* Whether the members and dates of the first events are those of Dateline's own. Without
 * "dateline" above them, much else looks like it: rows of {"date", "title"} with dates in words.
 * @is_foreign: a list stands before them that Dateline has not */
static gboolean
sniff_events (const DlLiteral *list, gboolean is_foreign)
{
  static const char *const names[] = { "title", "date", NULL };
  DlLiteralIter            iter;
  DlLiteral                event;
  guint                    n = 0;

  dl_literal_iter_init (&iter, list);
  for (; n < SNIFFED_EVENTS && dl_literal_iter_next (&iter, NULL, &event); n++)
    {
      DlLiteral        values[G_N_ELEMENTS (names)];
      g_autofree char *text = NULL;
      DlDate           date;

      dl_literal_get_members (&event, names, values);
      /* Others have a "summary", "people" or "sources" as well, which are then no ids. */
      if (has_one_of (&event, foreign_names))
        return FALSE;
      if (has_one_of (&event, own_names))
        return values[0].kind == DL_LITERAL_STRING && values[1].kind == DL_LITERAL_STRING;
      if (has_one_of (&event, doubtful_names))
        return FALSE;
      text = values[1].kind == DL_LITERAL_STRING ? dl_literal_dup_trimmed (&values[1]) : NULL;
      if (text != NULL && values[0].kind == DL_LITERAL_STRING && !is_foreign && dl_date_parse (text, -1, &date, NULL))
        return TRUE;
    }
  return n == 0;
}

/* Whether a member says that the file is to be one of Dateline's own. */
static gboolean
is_own_schema (const DlLiteral *key, const DlLiteral *value)
{
  const char *at = value->text + value->at + 1;
  const char *end;

  if (!dl_literal_is (key, "$schema") || value->at + 1 >= value->length || at[-1] != '"')
    return FALSE;
  end = memchr (at, '"', value->length - value->at - 1);
  return end != NULL && g_strstr_len (at, end - at, "dateline") != NULL;
}

gboolean
dl_reader_sniff (const char *text, gsize length)
{
  DlLiteral     top = { text, length, 0, DL_LITERAL_OBJECT };
  DlLiteral     key;
  DlLiteral     value;
  DlLiteralIter iter;
  gboolean      is_own = FALSE;
  gboolean      is_foreign = FALSE;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    top.at = 3;
  while (top.at < length && g_ascii_isspace (text[top.at]))
    top.at++;
  if (top.at >= length || text[top.at] != '{')
    return FALSE;
  dl_literal_iter_init (&iter, &top);
  while (dl_literal_iter_peek (&iter, &key, &value))
    {
      if (dl_literal_is (&key, "dateline") || is_own_schema (&key, &value))
        return TRUE;
      /* A trace is none, and too large to look through for that. */
      if (dl_literal_is (&key, "traceEvents"))
        return FALSE;
      if (dl_literal_is (&key, "events"))
        return value.kind == DL_LITERAL_LIST && (is_own || sniff_events (&value, is_foreign));
      is_foreign |= is_foreign_list (&key, &value);
      for (guint i = 0; own_lists[i] != NULL; i++)
        is_own |= value.kind == DL_LITERAL_LIST && dl_literal_is (&key, own_lists[i]);
      if (!dl_literal_iter_pass (&iter))
        return FALSE;
    }
  return FALSE;
}

DlLoaded *
dl_reader_read (GBytes                *bytes,
                const DlReaderOutline *outline,
                const char            *name,
                GCancellable          *cancellable,
                DlProgressFunc         progress,
                gpointer               progress_data,
                GError               **error)
{
  Reader    self = { 0 };
  DlLoaded *loaded;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  self.text = g_bytes_get_data (bytes, &self.length);
  self.name = name;
  self.file = DL_NONE;
  self.outline = outline;
  self.cancellable = cancellable;
  self.progress = progress;
  self.progress_data = progress_data;
  self.deferred = g_array_new (FALSE, FALSE, sizeof (guint));
  self.awaited = g_array_new (FALSE, FALSE, sizeof (Awaited));
  self.ids = g_string_chunk_new (4096);
  self.suffixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_debug ("%s: taken for Dateline's own JSON, %" G_GSIZE_FORMAT " bytes", name, self.length);
  loaded = read_timeline (&self, bytes, error);
  if (loaded != NULL)
    g_debug ("%s: %u events, of which %u are left out; %u problems", name, loaded->n_events_in_file,
             loaded->n_events_lost, loaded->problems->len);
  g_clear_pointer (&self.problems, dl_problem_list_free);
  g_clear_pointer (&self.builder, dl_timeline_builder_free);
  g_clear_pointer (&self.scan, dl_json_scan_free);
  g_array_unref (self.deferred);
  g_array_unref (self.awaited);
  g_string_chunk_free (self.ids);
  g_hash_table_unref (self.suffixes);
  return loaded;
}
