/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-event-plain.h"

#include <string.h>

#include "formats/dl-json-text.h"
#include "formats/dl-json-walk.h"
#include "formats/dl-vocabulary.h"

/* Ids that refer to something and are longer go the long way. */
#define ID_SIZE 256

/* A place in the text, and what is made of it. */
typedef struct
{
  DlJsonWalk      json;
  DlEventContext *context;
  DlEventBatch   *batch;
} Walk;

typedef enum
{
  MEMBER_OTHER,
  MEMBER_ID,
  MEMBER_TITLE,
  MEMBER_DATE,
  MEMBER_STATUS,
  MEMBER_IMPORTANCE,
  MEMBER_PLACE,
  MEMBER_TOPICS,
  MEMBER_PEOPLE,
  MEMBER_SOURCES,
  MEMBER_QUOTES,
  MEMBER_RELATED,
  MEMBER_SUMMARY,
  MEMBER_DATE_NOTE,
  MEMBER_FILE,
  /* of quotes */
  MEMBER_TEXT,
  MEMBER_SPEAKER,
  MEMBER_LANGUAGE,
  MEMBER_CONTEXT,
  MEMBER_SOURCE,
  MEMBER_EXACT,
  /* of relations */
  MEMBER_EVENT,
  MEMBER_TYPE,
} Member;

typedef struct
{
  const char *name;
  gsize       length;
  Member      member;
} Name;

#define NAME(name, member)                                                                                             \
  {                                                                                                                    \
    name, sizeof (name) - 1, (member)                                                                                  \
  }

static const Name event_names[] = {
  NAME ("id", MEMBER_ID),
  NAME ("title", MEMBER_TITLE),
  NAME ("date", MEMBER_DATE),
  NAME ("topics", MEMBER_TOPICS),
  NAME ("importance", MEMBER_IMPORTANCE),
  NAME ("summary", MEMBER_SUMMARY),
  NAME ("status", MEMBER_STATUS),
  NAME ("place", MEMBER_PLACE),
  NAME ("people", MEMBER_PEOPLE),
  NAME ("sources", MEMBER_SOURCES),
  NAME ("quotes", MEMBER_QUOTES),
  NAME ("related", MEMBER_RELATED),
  NAME ("dateNote", MEMBER_DATE_NOTE),
  NAME ("file", MEMBER_FILE),
};

static const Name quote_names[] = {
  NAME ("text", MEMBER_TEXT),         NAME ("speaker", MEMBER_SPEAKER), NAME ("source", MEMBER_SOURCE),
  NAME ("language", MEMBER_LANGUAGE), NAME ("date", MEMBER_DATE),       NAME ("context", MEMBER_CONTEXT),
  NAME ("exact", MEMBER_EXACT),
};

static const Name relation_names[] = {
  NAME ("event", MEMBER_EVENT),
  NAME ("type", MEMBER_TYPE),
};

/* The members of one object. */
typedef struct
{
  const Name  *names;
  guint        n_names;
  guint32      met; /* bit by Member */
  DlObjectKind kind;
} Members;

/* The next name of an object, or MEMBER_OTHER for one that is the writer's own.
 * Returns: FALSE when it is met twice, has an escape, or is to be told of */
static gboolean
walk_name (Walk *walk, Members *members, Member *member)
{
  DlJsonStr name = dl_json_walk_short (&walk->json);

  *member = MEMBER_OTHER;
  for (guint i = 0; i < members->n_names; i++)
    if (dl_json_str_is (name, members->names[i].name, members->names[i].length))
      {
        guint32 bit = 1u << members->names[i].member;

        *member = members->names[i].member;
        if ((members->met & bit) != 0)
          return FALSE;
        members->met |= bit;
        break;
      }
  if (*member == MEMBER_OTHER)
    {
      gsize length = dl_json_str_length (name);

      if (length == 0 || dl_json_str_has_escape (name))
        return FALSE;
      if (!dl_vocabulary_is_private (name.start, length) &&
          !dl_event_context_meet (walk->context, members->kind, name.start, length))
        return FALSE;
    }
  dl_json_walk_pass (&walk->json); /* the colon */
  return TRUE;
}

static guint32
find (GHashTable *table, DlJsonStr id)
{
  char  copy[ID_SIZE];
  gsize length = dl_json_str_length (id);

  if (length >= sizeof copy)
    return DL_NONE;
  memcpy (copy, id.start, length);
  copy[length] = '\0';
  return dl_reader_table_find (table, copy);
}

static gboolean
walk_refs (Walk *walk, GHashTable *table, DlSeen *seen, guint16 *n_refs)
{
  guint n = 0;

  if (dl_json_walk_null (&walk->json))
    return TRUE;
  if (*walk->json.at != '[')
    return FALSE;
  dl_seen_begin (seen);
  if (!dl_json_walk_in (&walk->json, ']'))
    return TRUE;
  do
    {
      DlJsonStr id = { NULL, NULL, FALSE };
      guint32   index;

      if (++n > G_MAXUINT16 || *walk->json.at != '"' || !dl_json_walk_word (&walk->json, &id))
        return FALSE;
      index = find (table, id);
      if (index == DL_NONE)
        return FALSE;
      if (dl_seen_add (seen, index))
        {
          g_array_append_val (walk->batch->refs, index);
          (*n_refs)++;
        }
    }
  while (dl_json_walk_on (&walk->json));
  return TRUE;
}

/* The lists stand in the order of the file; the references are to stand in
 * that of the record. */
typedef struct
{
  const char *topics;
  const char *people;
  const char *sources;
  const char *quotes;
  const char *related;
} Lists;

/* Where a list stands, for later. */
static void
walk_later (Walk *walk, const char **list)
{
  *list = walk->json.at;
  dl_json_walk_value (&walk->json);
}

static gboolean
walk_quote (Walk *walk, DlEventRecord *record)
{
  DlEventContext *context = walk->context;
  Members         members = { quote_names, G_N_ELEMENTS (quote_names), 0, DL_OBJECT_QUOTE };
  DlJsonStr       text = { NULL, NULL, FALSE };
  DlJsonStr       speaker = { NULL, NULL, FALSE };
  DlJsonStr       source = { NULL, NULL, FALSE };
  DlJsonStr       date = { NULL, NULL, FALSE };
  DlJsonStr       other;
  DlDate          read;
  Member          member;

  if (*walk->json.at != '{')
    return FALSE;
  if (!dl_json_walk_in (&walk->json, '}'))
    return FALSE;
  do
    {
      gboolean ok = walk_name (walk, &members, &member);

      if (!ok)
        return FALSE;
      switch ((guint) member)
        {
        case MEMBER_TEXT:
          ok = dl_json_walk_text (&walk->json, &text);
          break;
        case MEMBER_SPEAKER:
          ok = dl_json_walk_word (&walk->json, &speaker);
          break;
        case MEMBER_SOURCE:
          ok = dl_json_walk_word (&walk->json, &source);
          break;
        case MEMBER_DATE:
          ok = dl_json_walk_word (&walk->json, &date);
          break;
        case MEMBER_LANGUAGE:
        case MEMBER_CONTEXT:
          ok = dl_json_walk_text (&walk->json, &other);
          break;
        case MEMBER_EXACT:
          ok = *walk->json.at == 't' || *walk->json.at == 'f' || *walk->json.at == 'n';
          if (ok)
            dl_json_walk_value (&walk->json);
          break;
        default:
          dl_json_walk_value (&walk->json);
          break;
        }
      if (!ok)
        return FALSE;
    }
  while (dl_json_walk_on (&walk->json));

  if (text.start == NULL || dl_json_str_length (text) == 0)
    return FALSE;
  if (source.start != NULL && find (context->tables->sources, source) == DL_NONE)
    return FALSE;
  if (date.start != NULL && !dl_date_parse (date.start, (gssize) dl_json_str_length (date), &read, NULL))
    return FALSE;
  record->n_quotes++;
  if (speaker.start != NULL)
    {
      guint32 index;

      if (dl_json_str_length (speaker) >= ID_SIZE)
        return FALSE;
      index = find (context->tables->people, speaker);
      if (index != DL_NONE && dl_seen_add (&context->seen_people, index))
        {
          g_array_append_val (walk->batch->refs, index);
          record->n_speakers++;
        }
    }
  return TRUE;
}

static gboolean
walk_quotes (Walk *walk, DlEventRecord *record)
{
  guint n = 0;

  if (dl_json_walk_null (&walk->json))
    return TRUE;
  if (*walk->json.at != '[')
    return FALSE;
  dl_seen_begin (&walk->context->seen_people);
  if (!dl_json_walk_in (&walk->json, ']'))
    return TRUE;
  do
    if (++n > G_MAXUINT16 || !walk_quote (walk, record))
      return FALSE;
  while (dl_json_walk_on (&walk->json));
  return TRUE;
}

static gboolean
walk_relation (Walk *walk, DlJsonStr own_id, guint nth)
{
  Members        members = { relation_names, G_N_ELEMENTS (relation_names), 0, DL_OBJECT_RELATION };
  DlJsonStr      event = { NULL, NULL, FALSE };
  DlJsonStr      type = { NULL, NULL, FALSE };
  DlReadRelation read = { { NULL, DL_RELATION_SEE_ALSO }, nth };
  Member         member;

  if (*walk->json.at != '{' || !dl_json_walk_in (&walk->json, '}'))
    return FALSE;
  do
    {
      gboolean ok = walk_name (walk, &members, &member);

      if (!ok)
        return FALSE;
      if (member == MEMBER_EVENT)
        ok = dl_json_walk_word (&walk->json, &event);
      else if (member == MEMBER_TYPE)
        ok = dl_json_walk_word (&walk->json, &type);
      else
        dl_json_walk_value (&walk->json);
      if (!ok)
        return FALSE;
    }
  while (dl_json_walk_on (&walk->json));

  if (event.start == NULL ||
      (own_id.start != NULL && dl_json_str_is (event, own_id.start, dl_json_str_length (own_id))))
    return FALSE;
  if (type.start != NULL)
    {
      guint i;

      for (i = 0; i < DL_N_RELATION_TYPES; i++)
        {
          const char *nick = dl_relation_type_to_string ((DlRelationType) i);

          if (dl_json_str_is (type, nick, strlen (nick)))
            break;
        }
      if (i == DL_N_RELATION_TYPES)
        return FALSE;
      read.relation.type = (DlRelationType) i;
    }
  read.relation.event =
    g_string_chunk_insert_len (walk->batch->strings, event.start, (gssize) dl_json_str_length (event));
  g_array_append_val (walk->batch->related, read);
  return TRUE;
}

static gboolean
walk_related (Walk *walk, DlJsonStr own_id)
{
  guint n = 0;

  if (dl_json_walk_null (&walk->json))
    return TRUE;
  if (*walk->json.at != '[')
    return FALSE;
  if (!dl_json_walk_in (&walk->json, ']'))
    return TRUE;
  do
    if (n >= G_MAXUINT16 || !walk_relation (walk, own_id, n++))
      return FALSE;
  while (dl_json_walk_on (&walk->json));
  return TRUE;
}

static gboolean
walk_status (Walk *walk, DlEventRecord *record)
{
  DlJsonStr nick = { NULL, NULL, FALSE };

  if (!dl_json_walk_text (&walk->json, &nick))
    return FALSE;
  if (nick.start == NULL)
    return TRUE;
  for (guint i = 0; i < DL_N_STATUSES; i++)
    {
      const char *known = dl_status_to_string ((DlStatus) i);

      if (dl_json_str_is (nick, known, strlen (known)))
        {
          record->status = (guint8) i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Whole numbers only; others are rare. */
static gboolean
walk_importance (Walk *walk, DlEventRecord *record)
{
  guint value = 0;
  guint n = 0;

  if (dl_json_walk_null (&walk->json))
    return TRUE;
  for (; n < 4 && g_ascii_isdigit (*walk->json.at); n++, walk->json.at++)
    value = value * 10 + (guint) (*walk->json.at - '0');
  if (n == 0 || n == 4 || value > 100 || *walk->json.at == '.' || *walk->json.at == 'e' || *walk->json.at == 'E')
    return FALSE;
  record->importance = (guint8) value;
  dl_json_walk_space (&walk->json);
  return TRUE;
}

typedef struct
{
  DlJsonStr id;
  DlJsonStr title;
  DlJsonStr date;
  DlJsonStr place;
  DlJsonStr file;
} Strings;

static gboolean
walk_event (Walk *walk, Strings *strings, Lists *lists, DlEventRecord *record)
{
  Members   members = { event_names, G_N_ELEMENTS (event_names), 0, DL_OBJECT_EVENT };
  DlJsonStr other;
  Member    member;

  if (*walk->json.at != '{' || !dl_json_walk_in (&walk->json, '}'))
    return FALSE;
  do
    {
      gboolean ok = walk_name (walk, &members, &member);

      if (!ok)
        return FALSE;
      switch ((guint) member)
        {
        case MEMBER_ID:
          ok = dl_json_walk_word (&walk->json, &strings->id);
          break;
        case MEMBER_TITLE:
          ok = *walk->json.at == '"';
          if (ok)
            strings->title = dl_json_walk_short (&walk->json);
          break;
        case MEMBER_DATE:
          ok = dl_json_walk_word (&walk->json, &strings->date);
          break;
        case MEMBER_PLACE:
          ok = dl_json_walk_word (&walk->json, &strings->place);
          break;
        case MEMBER_FILE:
          /* A member like any other where no files are told of. */
          if (g_hash_table_size (walk->context->tables->files) > 0)
            ok = dl_json_walk_word (&walk->json, &strings->file);
          else
            {
              ok = dl_event_context_meet (walk->context, DL_OBJECT_EVENT, "file", strlen ("file"));
              dl_json_walk_value (&walk->json);
            }
          break;
        case MEMBER_STATUS:
          ok = walk_status (walk, record);
          break;
        case MEMBER_IMPORTANCE:
          ok = walk_importance (walk, record);
          break;
        case MEMBER_SUMMARY:
        case MEMBER_DATE_NOTE:
          ok = dl_json_walk_text (&walk->json, &other);
          break;
        case MEMBER_TOPICS:
          walk_later (walk, &lists->topics);
          break;
        case MEMBER_PEOPLE:
          walk_later (walk, &lists->people);
          break;
        case MEMBER_SOURCES:
          walk_later (walk, &lists->sources);
          break;
        case MEMBER_QUOTES:
          walk_later (walk, &lists->quotes);
          break;
        case MEMBER_RELATED:
          walk_later (walk, &lists->related);
          break;
        default:
          dl_json_walk_value (&walk->json);
          break;
        }
      if (!ok)
        return FALSE;
    }
  while (dl_json_walk_on (&walk->json));
  return TRUE;
}

static gboolean
walk_lists (Walk *walk, const Lists *lists, DlJsonStr own_id, DlEventRecord *record)
{
  DlEventContext *self = walk->context;

#define LIST(list, ok) (lists->list == NULL || (walk->json.at = lists->list, (ok)))
  return LIST (topics, walk_refs (walk, self->tables->topics, &self->seen_topics, &record->n_topics)) &&
         LIST (people, walk_refs (walk, self->tables->people, &self->seen_people, &record->n_people)) &&
         LIST (sources, walk_refs (walk, self->tables->sources, &self->seen_sources, &record->n_sources)) &&
         LIST (quotes, walk_quotes (walk, record)) && LIST (related, walk_related (walk, own_id));
#undef LIST
}

/* Whether it certainly shows something: by its first character. */
static gboolean
is_visible (DlJsonStr title)
{
  if (title.start == NULL || dl_json_str_length (title) == 0)
    return FALSE;
  if (*title.start == '\\')
    return title.start[1] == '"';
  return !g_unichar_isspace (g_utf8_get_char (title.start));
}

static const char *
keep (DlEventContext *self, DlJsonStr string)
{
  return dl_string_arena_add (self->strings, string.start, dl_json_str_length (string));
}

/* The same with its escapes undone. */
static const char *
keep_text (DlEventContext *self, DlJsonStr string)
{
  g_autofree char *plain = NULL;
  gsize            length;

  if (!dl_json_str_has_escape (string))
    return keep (self, string);
  plain = dl_json_string_dup (self->text, (gsize) (string.start - self->text) - 1,
                              (gsize) (string.end - self->text) + 1, &length);
  return dl_string_arena_add (self->strings, plain, length);
}

static gboolean
read_event (DlEventContext *self, DlJsonSpan span, gboolean keep_all, DlReadEvent *event, DlEventBatch *batch)
{
  Walk           walk = { { self->text + span.start, self->text + span.end }, self, batch };
  Strings        strings = { 0 };
  Lists          lists = { NULL, NULL, NULL, NULL, NULL };
  DlEventRecord *record = &event->record;
  guint          n_refs = batch->refs->len;
  guint          n_related = batch->related->len;

  record->place = DL_NONE;
  record->importance = DL_IMPORTANCE_UNSET;
  record->status = DL_STATUS_HAPPENED;
  if (!walk_event (&walk, &strings, &lists, record) || !is_visible (strings.title) || strings.date.start == NULL)
    return FALSE;
  if (strings.id.start != NULL && dl_json_str_length (strings.id) == 0)
    return FALSE;
  if (!dl_date_parse (strings.date.start, (gssize) dl_json_str_length (strings.date), &event->date, NULL))
    return FALSE;
  if (strings.place.start != NULL)
    {
      record->place = find (self->tables->places, strings.place);
      if (record->place == DL_NONE)
        return FALSE;
    }
  event->file = DL_NONE;
  if (strings.file.start != NULL)
    {
      event->file = find (self->tables->files, strings.file);
      if (event->file == DL_NONE)
        return FALSE;
    }
  if (!walk_lists (&walk, &lists, strings.id, record))
    {
      g_array_set_size (batch->refs, n_refs);
      g_array_set_size (batch->related, n_related);
      return FALSE;
    }

  record->refs = n_refs;
  event->related = n_related;
  event->n_related = batch->related->len - n_related;
  record->origin = span.start;
  if (strings.id.start != NULL)
    record->id = keep (self, strings.id);
  if (strings.id.start != NULL || keep_all)
    {
      record->title = keep_text (self, strings.title);
      record->date_text = keep (self, strings.date);
    }
  return TRUE;
}

gboolean
dl_event_plain_read (DlEventContext *self, DlJsonSpan span, gboolean keep_all, DlReadEvent *event, DlEventBatch *batch)
{
  gboolean was_read = read_event (self, span, keep_all, event, batch);

  dl_event_context_end_event (self, was_read);
  return was_read;
}
