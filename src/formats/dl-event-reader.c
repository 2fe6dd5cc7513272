/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-event-reader.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "formats/dl-event-context.h"
#include "formats/dl-event-members.h"
#include "formats/dl-event-outlined.h"
#include "formats/dl-event-plain.h"
#include "formats/dl-json-element.h"
#include "formats/dl-json-text.h"
#include "time/dl-words-parts.h"

struct _DlEventReader
{
  DlEventContext      context;
  const DlJsonMember *events;
  JsonParser         *parser;
  gboolean            thorough;
};

/* A list of ids: its name, and what has them. */
typedef struct
{
  const char *name;
  DlMeant     meant;
  GHashTable *table;
  DlSeen     *seen;
} Refs;

/* Adds the index that has the id at @path, once. Returns: whether it did */
static gboolean
read_ref (DlJsonElement *element, const Refs *refs, const char *id, const char *path, GArray *indexes)
{
  guint32 index = dl_reader_table_find (refs->table, id);

  if (index == DL_NONE)
    {
      dl_event_tell_missing (element, path, refs->meant, id);
      return FALSE;
    }
  if (!dl_seen_add (refs->seen, index))
    return FALSE;
  g_array_append_val (indexes, index);
  return TRUE;
}

/* Adds the indexes that the list holds ids of to @indexes, each once.
 * Returns: how many were added */
static guint16
read_refs (DlJsonElement *element, JsonObject *object, Refs refs, GArray *indexes)
{
  const char *lone = dl_json_element_lone_text (element, object, refs.name);
  guint       n;
  JsonArray  *array = lone == NULL ? dl_json_element_list (element, object, refs.name, &n) : NULL;
  guint16     n_added = 0;
  guint       i;

  dl_seen_begin (refs.seen);
  if (lone != NULL)
    {
      g_autofree char *path = g_strdup_printf ("/%s", refs.name);

      return read_ref (element, &refs, lone, path, indexes);
    }
  for (i = 0; array != NULL && i < n; i++)
    {
      const char      *id = dl_json_node_string (json_array_get_element (array, i));
      g_autofree char *path = g_strdup_printf ("/%s/%u", refs.name, i);

      if (id == NULL)
        dl_json_element_problem (element, path, FALSE,
                                 g_strdup_printf (_ ("This entry of “%s” is not a text and is left out."), refs.name));
      else
        n_added += read_ref (element, &refs, id, path, indexes);
    }
  return n_added;
}

/* The one of several files that the event was taken from, or DL_NONE. */
static guint32
read_file (DlJsonElement *element, JsonObject *object, const DlReaderTables *tables)
{
  const char *id;
  guint32     file;

  if (g_hash_table_size (tables->files) == 0)
    {
      /* Somebody's own. */
      if (element->problems != NULL && json_object_has_member (object, "file"))
        dl_json_element_note (element, "/file", dl_vocabulary_dup_unknown ("file"), NULL);
      return DL_NONE;
    }
  id = dl_json_element_string (element, NULL, 0, object, "file");
  if (id == NULL)
    return DL_NONE;
  file = dl_reader_table_find (tables->files, id);
  if (file == DL_NONE)
    dl_event_tell_missing (element, "/file", DL_MEANT_FILE, id);
  return file;
}

/* Checks the quotes and adds who speaks to @refs. */
static void
read_quotes (DlEventReader *self, DlJsonElement *element, JsonObject *object, DlEventRecord *record, GArray *refs)
{
  guint      n;
  JsonArray *array = dl_json_element_list (element, object, "quotes", &n);
  guint      i;

  if (array == NULL)
    return;
  dl_seen_begin (&self->context.seen_people);
  for (i = 0; i < n; i++)
    {
      DlQuoteView quote;

      if (!dl_event_read_quote (element, self->context.tables, array, i, &quote))
        continue;
      record->n_quotes++;
      if (quote.speaker != DL_NONE && dl_seen_add (&self->context.seen_people, quote.speaker))
        {
          g_array_append_val (refs, quote.speaker);
          record->n_speakers++;
        }
    }
}

static void
read_related (DlJsonElement *element, JsonObject *object, DlReadEvent *event, DlEventBatch *batch)
{
  guint      n;
  JsonArray *array = dl_json_element_list (element, object, "related", &n);
  guint      i;

  event->related = batch->related->len;
  for (i = 0; i < n; i++)
    {
      DlReadRelation read = { { NULL, DL_RELATION_SEE_ALSO }, i };

      if (!dl_event_read_relation (element, array, i, event->record.id, &read.relation))
        continue;
      read.relation.event = g_string_chunk_insert (batch->strings, read.relation.event);
      g_array_append_val (batch->related, read);
    }
  event->n_related = batch->related->len - event->related;
}

static gboolean
is_blank (const char *string)
{
  for (; *string != '\0'; string = g_utf8_next_char (string))
    if (!g_unichar_isspace (g_utf8_get_char (string)))
      return FALSE;
  return TRUE;
}

/* What an event cannot do without. Returns: whether it is there */
static gboolean
read_essentials (DlJsonElement *element, JsonObject *object, DlEventRecord *record, DlDate *date)
{
  g_autoptr (GError) error = NULL;
  gboolean           ok = TRUE;

  record->title = dl_json_node_string (json_object_get_member (object, "title"));
  if (record->title == NULL || is_blank (record->title))
    {
      ok = FALSE;
      if (!dl_json_element_has (object, "title"))
        dl_json_element_problem (element, "", TRUE, g_strdup (_ ("This event has no “title” and is not shown.")));
      else if (record->title == NULL)
        dl_json_element_problem (element, "/title", TRUE,
                                 g_strdup (_ ("The “title” of this event is not a text; the event is not shown.")));
      else
        dl_json_element_problem (element, "/title", TRUE,
                                 g_strdup (_ ("The “title” of this event is empty; the event is not shown.")));
    }
  record->date_text = dl_json_node_string (json_object_get_member (object, "date"));
  if (record->date_text == NULL)
    {
      ok = FALSE;
      if (!dl_json_element_has (object, "date"))
        dl_json_element_problem (element, "", TRUE, g_strdup (_ ("This event has no “date” and is not shown.")));
      else
        dl_json_element_problem (element, "/date", TRUE,
                                 g_strdup (_ ("The “date” of this event is not a text; the event is not shown.")));
    }
  else if (!dl_date_parse (record->date_text, -1, date, &error))
    {
      ok = FALSE;
      /* Translators: %s is the reason. */
      dl_json_element_meant (element, "/date", TRUE, DL_MEANT_DATE,
                             g_strdup_printf (_ ("This event is not shown: %s"), error->message));
    }
  return ok;
}

/* What an event may leave out, but for what it points at. */
static void
read_options (DlJsonElement *element, JsonObject *object, DlEventRecord *record)
{
  const char *nick;
  DlStatus    status = DL_STATUS_HAPPENED;
  double      importance;

  record->id = dl_json_element_string (element, NULL, 0, object, "id");
  if (record->id != NULL && *record->id == '\0')
    {
      record->id = NULL;
      dl_json_element_problem (element, "/id", FALSE,
                               g_strdup (_ ("The “id” of this event is empty; one is made up.")));
    }
  nick = dl_json_element_string (element, NULL, 0, object, "status");
  if (nick != NULL && !dl_status_from_string (nick, &status))
    status = (DlStatus) dl_event_read_word (
      element, "/status", nick, dl_vocabulary_get_statuses (), DL_STATUS_HAPPENED,
      /* Translators: “happened” is a word of the file format and stays as it is; {known} are all such words. */
      _ ("“{word}” is not a known status; “happened” is used. Known are {known}."));
  record->status = (guint8) status;
  record->importance = DL_IMPORTANCE_UNSET;
  if (dl_json_element_number (element, object, "importance", &importance))
    {
      if (importance >= 0 && importance <= 100)
        record->importance = (guint8) floor (importance + 0.5);
      else
        dl_json_element_problem (element, "/importance", FALSE,
                                 g_strdup (_ ("“importance” is not between 0 and 100 and is left out.")));
    }
  /* Read again when somebody looks at the event; only checked here. */
  dl_json_element_string (element, NULL, 0, object, "summary");
  dl_json_element_string (element, NULL, 0, object, "dateNote");
}

DlEventReader *
dl_event_reader_new (const DlReaderTables *tables, const DlJsonMember *events, DlStringArena *strings)
{
  DlEventReader *self = g_new0 (DlEventReader, 1);

  dl_event_context_init (&self->context, tables, strings);
  self->events = events;
  self->parser = json_parser_new ();
  return self;
}

void
dl_event_reader_set_thorough (DlEventReader *self, gboolean thorough)
{
  self->thorough = thorough;
}

void
dl_event_reader_free (DlEventReader *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->parser);
  dl_event_context_clear (&self->context);
  g_free (self);
}

static const char *
keep (DlEventReader *self, const char *string)
{
  return dl_string_arena_add (self->context.strings, string, strlen (string));
}

/* By json-glib's tree. Returns: whether the event can be kept */
static gboolean
read_tree (DlEventReader *self, DlJsonElement *element, gboolean keep_all, DlReadEvent *event, DlEventBatch *batch)
{
  g_autoptr (JsonNode) root = dl_json_element_parse (element, self->parser);
  JsonObject          *object;
  const char          *place;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      dl_json_element_problem (element, "", TRUE,
                               g_strdup (_ ("This event is not an object, { … }, and is not shown.")));
      return FALSE;
    }
  object = json_node_get_object (root);
  element->title = dl_json_node_string (json_object_get_member (object, "title"));
  dl_json_element_note_unknown (element, NULL, 0, object, DL_OBJECT_EVENT);
  if (!read_essentials (element, object, &event->record, &event->date))
    return FALSE;
  read_options (element, object, &event->record);
  event->record.origin = element->span.start;
  event->record.place = DL_NONE;
  place = dl_json_element_string (element, NULL, 0, object, "place");
  if (place != NULL)
    {
      event->record.place = dl_reader_table_find (self->context.tables->places, place);
      if (event->record.place == DL_NONE)
        dl_event_tell_missing (element, "/place", DL_MEANT_PLACE, place);
    }
  event->file = read_file (element, object, self->context.tables);
  event->record.refs = batch->refs->len;
  event->record.n_topics = read_refs (
    element, object, (Refs){ "topics", DL_MEANT_TOPIC, self->context.tables->topics, &self->context.seen_topics },
    batch->refs);
  event->record.n_people = read_refs (
    element, object, (Refs){ "people", DL_MEANT_PERSON, self->context.tables->people, &self->context.seen_people },
    batch->refs);
  event->record.n_sources = read_refs (
    element, object, (Refs){ "sources", DL_MEANT_SOURCE, self->context.tables->sources, &self->context.seen_sources },
    batch->refs);
  read_quotes (self, element, object, &event->record, batch->refs);
  read_related (element, object, event, batch);
  keep_all = keep_all || event->record.id != NULL;
  if (event->record.id != NULL)
    event->record.id = keep (self, event->record.id);
  event->record.title = keep_all ? keep (self, event->record.title) : NULL;
  event->record.date_text = keep_all ? keep (self, event->record.date_text) : NULL;
  return TRUE;
}

/* The date is checked against the axis: time that its clocks never showed is
 * drawn on no other. Returns: whether the event can be kept */
static gboolean
check_on_axis (DlEventReader *self, DlJsonElement *element, const DlDate *date)
{
  DlSkipped            skipped = dl_date_find_skipped (date, "", self->context.tables->zone, NULL);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char     *reason = NULL;
  const char          *text;

  if (skipped == DL_SKIPPED_NONE)
    return TRUE;
  /* The text that it was read from may be gone. */
  root = dl_json_element_parse (element, self->parser);
  text = root != NULL ? dl_json_node_string (json_object_get_member (json_node_get_object (root), "date")) : NULL;
  dl_date_find_skipped (date, text != NULL ? text : "", self->context.tables->zone, &reason);
  if (skipped == DL_SKIPPED_WHOLE)
    /* Translators: %s is the reason. */
    dl_json_element_problem (element, "/date", TRUE, g_strdup_printf (_ ("This event is not shown: %s"), reason));
  else
    /* Translators: %s is the reason. */
    dl_json_element_problem (element, "/date", FALSE,
                             g_strdup_printf (_ ("Only part of this date is shown: %s"), reason));
  return skipped != DL_SKIPPED_WHOLE;
}

const char *
dl_event_keep_made_id (DlStringArena *strings, guint index)
{
  char  id[sizeof DL_EVENT_MADE_ID + 10] = DL_EVENT_MADE_ID;
  char  digits[10];
  gsize length = sizeof DL_EVENT_MADE_ID - 1;
  gsize n = 0;

  /* As printf() would; there may be a million. */
  for (guint number = index + 1; number > 0; number /= 10)
    digits[n++] = (char) ('0' + number % 10);
  while (n > 0)
    id[length++] = digits[--n];
  return dl_string_arena_add (strings, id, length);
}

/* Without a tree. Returns: FALSE for an event that is to go that way */
static gboolean
read_straight (DlEventReader *self, DlJsonSpan span, gboolean keep_all, DlReadEvent *event, DlEventBatch *batch)
{
  guint index = event->index;

  if (self->context.tables->outline != NULL)
    {
      if (dl_event_outlined_read (&self->context, span, index, keep_all, event, batch))
        return TRUE;
      *event = (DlReadEvent){ index };
    }
  return dl_event_plain_read (&self->context, span, keep_all, event, batch);
}

void
dl_event_reader_read (DlEventReader *self, guint index, gboolean again, DlEventBatch *batch)
{
  const DlJsonElementFlaw *flaw = dl_json_member_get_flaw (self->events, index);
  gboolean                 keep_all = again || self->context.tables->makes_up_ids;
  DlJsonElement            element = { self->context.text,
                                       g_array_index (self->events->elements, DlJsonSpan, index),
                                       "events",
                                       index,
                            again ? NULL : batch->problems,
                                       0 };
  DlReadEvent              event = { index };

  if (flaw != NULL)
    {
      dl_json_element_flaw (&element, flaw->flaw, flaw->offset, TRUE);
      batch->n_lost++;
      return;
    }
  if (self->thorough || !read_straight (self, element.span, keep_all, &event, batch))
    {
      event = (DlReadEvent){ index };
      if (!read_tree (self, &element, keep_all, &event, batch))
        {
          batch->n_lost++;
          return;
        }
    }
  if (!check_on_axis (self, &element, &event.date))
    {
      batch->n_lost++;
      return;
    }
  if (event.record.id == NULL && self->context.tables->makes_up_ids)
    event.record.id = dl_event_keep_made_id (self->context.strings, event.index);
  dl_date_resolve (&event.date, self->context.tables->zone);
  g_array_append_val (batch->events, event);
}

void
dl_event_reader_tell_passed (DlEventReader *self, DlProblemList *problems)
{
  dl_event_context_tell_passed (&self->context, problems);
}
