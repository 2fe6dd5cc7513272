/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-event-reader-private.h"

#include <string.h>

#include "formats/dl-json-text.h"
#include "formats/dl-json-token.h"

/* Ids that refer to something and are longer go the long way. */
#define ID_SIZE 256

/* Nothing here looks for mistakes in the text: there are none, and whoever is
 * within an element finds its last bracket before the end of the text. */

typedef struct
{
  const char *start;   /* behind the opening quote */
  const char *end;     /* at the closing one */
  gboolean    escaped; /* perhaps has an escape in it */
} Str;

/* A place in the text. */
typedef struct
{
  DlEventReader *reader;
  DlEventBatch  *batch;
  const char    *at;
  const char    *end; /* of the element */
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

#define NAME(name, member)            \
  {                                   \
    name, sizeof (name) - 1, (member) \
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
};

static const Name quote_names[] = {
  NAME ("text", MEMBER_TEXT),
  NAME ("speaker", MEMBER_SPEAKER),
  NAME ("source", MEMBER_SOURCE),
  NAME ("language", MEMBER_LANGUAGE),
  NAME ("date", MEMBER_DATE),
  NAME ("context", MEMBER_CONTEXT),
  NAME ("exact", MEMBER_EXACT),
};

static const Name relation_names[] = {
  NAME ("event", MEMBER_EVENT),
  NAME ("type", MEMBER_TYPE),
};

/* The members of one object. */
typedef struct
{
  const Name *names;
  guint       n_names;
  guint32     met; /* bit by Member */
} Members;

static inline void
skip_space (Walk *walk)
{
  while (*walk->at == ' ' || *walk->at == '\n' || *walk->at == '\r' || *walk->at == '\t')
    walk->at++;
}

/* Over the character that stands here, and space behind it. */
static inline void
pass (Walk *walk)
{
  walk->at++;
  skip_space (walk);
}

/* Over a string, of which the opening quote stands here. */
static Str
walk_string (Walk *walk)
{
  Str         string = { walk->at + 1, NULL, TRUE };
  const char *from = string.start;

  for (;;)
    {
      const char *quote = memchr (from, '"', (gsize) (walk->end - from));
      const char *p = quote;

      while (p > string.start && p[-1] == '\\')
        p--;
      if ((quote - p) % 2 == 0)
        {
          string.end = quote;
          walk->at = quote;
          pass (walk);
          return string;
        }
      from = quote + 1;
    }
}

/* The same of what is short. */
static inline Str
walk_short (Walk *walk)
{
  const char *start = walk->at + 1;
  const char *end = start + dl_json_skip_plain (start, (gsize) (walk->end - start), 0);

  if (*end != '"')
    return walk_string (walk);
  walk->at = end;
  pass (walk);
  return (Str){ start, end, FALSE };
}

static inline gsize
length_of (Str string)
{
  return (gsize) (string.end - string.start);
}

static inline gboolean
has_escape (Str string)
{
  return string.escaped && memchr (string.start, '\\', length_of (string)) != NULL;
}

static inline gboolean
equals (Str string, const char *word, gsize length)
{
  return length_of (string) == length && (length == 0 || *string.start == *word) && memcmp (string.start, word, length) == 0;
}

static void
walk_value (Walk *walk)
{
  guint depth = 0;

  if (*walk->at != '"' && *walk->at != '{' && *walk->at != '[')
    {
      while (*walk->at != ',' && *walk->at != '}' && *walk->at != ']' && !g_ascii_isspace (*walk->at))
        walk->at++;
      skip_space (walk);
      return;
    }
  do
    switch (*walk->at)
      {
      case '"':
        walk_string (walk);
        break;
      case '{':
      case '[':
        depth++;
        walk->at++;
        break;
      case '}':
      case ']':
        depth--;
        pass (walk);
        break;
      default:
        walk->at++;
        break;
      }
  while (depth > 0);
}

/* null is as good as nothing. */
static inline gboolean
walk_null (Walk *walk)
{
  if (*walk->at != 'n')
    return FALSE;
  walk->at += strlen ("null");
  skip_space (walk);
  return TRUE;
}

/* A string or null; @string is left as it is for null. Returns: FALSE for anything else */
static inline gboolean
walk_text (Walk *walk, Str *string)
{
  if (*walk->at == '"')
    {
      *string = walk_string (walk);
      return TRUE;
    }
  return walk_null (walk);
}

/* The same of what must not be escaped. */
static inline gboolean
walk_word (Walk *walk, Str *string)
{
  if (*walk->at != '"')
    return walk_null (walk);
  *string = walk_short (walk);
  return !has_escape (*string);
}

/* The next name of an object, or MEMBER_OTHER. Returns: FALSE when it is met twice or
 * has an escape */
static gboolean
walk_name (Walk *walk, Members *members, Member *member)
{
  Str name = walk_short (walk);

  *member = MEMBER_OTHER;
  for (guint i = 0; i < members->n_names; i++)
    if (equals (name, members->names[i].name, members->names[i].length))
      {
        guint32 bit = 1u << members->names[i].member;

        *member = members->names[i].member;
        if ((members->met & bit) != 0)
          return FALSE;
        members->met |= bit;
        break;
      }
  if (*member == MEMBER_OTHER && has_escape (name))
    return FALSE;
  pass (walk); /* the colon */
  return TRUE;
}

/* Behind a member or element. Returns: whether another one follows */
static inline gboolean
walk_on (Walk *walk)
{
  if (*walk->at != ',')
    {
      pass (walk);
      return FALSE;
    }
  pass (walk);
  return TRUE;
}

/* Into an object or list. Returns: FALSE when it is empty, and is over */
static inline gboolean
walk_in (Walk *walk, char end)
{
  pass (walk);
  if (*walk->at != end)
    return TRUE;
  pass (walk);
  return FALSE;
}

static guint32
find (GHashTable *table, Str id)
{
  char  copy[ID_SIZE];
  gsize length = length_of (id);

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

  if (walk_null (walk))
    return TRUE;
  if (*walk->at != '[')
    return FALSE;
  dl_seen_begin (seen);
  if (!walk_in (walk, ']'))
    return TRUE;
  do
    {
      Str     id = { NULL, NULL, FALSE };
      guint32 index;

      if (++n > G_MAXUINT16 || *walk->at != '"' || !walk_word (walk, &id))
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
  while (walk_on (walk));
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
  *list = walk->at;
  walk_value (walk);
}

static gboolean
walk_quote (Walk *walk, DlEventRecord *record)
{
  DlEventReader *reader = walk->reader;
  Members        members = { quote_names, G_N_ELEMENTS (quote_names), 0 };
  Str            text = { NULL, NULL, FALSE };
  Str            speaker = { NULL, NULL, FALSE };
  Str            source = { NULL, NULL, FALSE };
  Str            date = { NULL, NULL, FALSE };
  Str            other;
  DlDate         read;
  Member         member;

  if (*walk->at != '{')
    return FALSE;
  if (!walk_in (walk, '}'))
    return FALSE;
  do
    {
      gboolean ok = walk_name (walk, &members, &member);

      if (!ok)
        return FALSE;
      switch ((guint) member)
        {
        case MEMBER_TEXT:
          ok = walk_text (walk, &text);
          break;
        case MEMBER_SPEAKER:
          ok = walk_word (walk, &speaker);
          break;
        case MEMBER_SOURCE:
          ok = walk_word (walk, &source);
          break;
        case MEMBER_DATE:
          ok = walk_word (walk, &date);
          break;
        case MEMBER_LANGUAGE:
        case MEMBER_CONTEXT:
          ok = walk_text (walk, &other);
          break;
        case MEMBER_EXACT:
          ok = *walk->at == 't' || *walk->at == 'f' || *walk->at == 'n';
          if (ok)
            walk_value (walk);
          break;
        default:
          walk_value (walk);
          break;
        }
      if (!ok)
        return FALSE;
    }
  while (walk_on (walk));

  if (text.start == NULL || length_of (text) == 0)
    return FALSE;
  if (source.start != NULL && find (reader->tables->sources, source) == DL_NONE)
    return FALSE;
  if (date.start != NULL && !dl_date_parse (date.start, (gssize) length_of (date), &read, NULL))
    return FALSE;
  record->n_quotes++;
  if (speaker.start != NULL)
    {
      guint32 index;

      if (length_of (speaker) >= ID_SIZE)
        return FALSE;
      index = find (reader->tables->people, speaker);
      if (index != DL_NONE && dl_seen_add (&reader->seen_people, index))
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

  if (walk_null (walk))
    return TRUE;
  if (*walk->at != '[')
    return FALSE;
  dl_seen_begin (&walk->reader->seen_people);
  if (!walk_in (walk, ']'))
    return TRUE;
  do
    if (++n > G_MAXUINT16 || !walk_quote (walk, record))
      return FALSE;
  while (walk_on (walk));
  return TRUE;
}

static gboolean
walk_relation (Walk *walk, Str own_id, guint nth)
{
  Members        members = { relation_names, G_N_ELEMENTS (relation_names), 0 };
  Str            event = { NULL, NULL, FALSE };
  Str            type = { NULL, NULL, FALSE };
  DlReadRelation read = { { NULL, DL_RELATION_SEE_ALSO }, nth };
  Member         member;

  if (*walk->at != '{' || !walk_in (walk, '}'))
    return FALSE;
  do
    {
      gboolean ok = walk_name (walk, &members, &member);

      if (!ok)
        return FALSE;
      if (member == MEMBER_EVENT)
        ok = walk_word (walk, &event);
      else if (member == MEMBER_TYPE)
        ok = walk_word (walk, &type);
      else
        walk_value (walk);
      if (!ok)
        return FALSE;
    }
  while (walk_on (walk));

  if (event.start == NULL || (own_id.start != NULL && equals (event, own_id.start, length_of (own_id))))
    return FALSE;
  if (type.start != NULL)
    {
      guint i;

      for (i = 0; i < DL_N_RELATION_TYPES; i++)
        {
          const char *nick = dl_relation_type_to_string ((DlRelationType) i);

          if (equals (type, nick, strlen (nick)))
            break;
        }
      if (i == DL_N_RELATION_TYPES)
        return FALSE;
      read.relation.type = (DlRelationType) i;
    }
  read.relation.event = g_string_chunk_insert_len (walk->batch->strings, event.start, (gssize) length_of (event));
  g_array_append_val (walk->batch->related, read);
  return TRUE;
}

static gboolean
walk_related (Walk *walk, Str own_id)
{
  guint n = 0;

  if (walk_null (walk))
    return TRUE;
  if (*walk->at != '[')
    return FALSE;
  if (!walk_in (walk, ']'))
    return TRUE;
  do
    if (n >= G_MAXUINT16 || !walk_relation (walk, own_id, n++))
      return FALSE;
  while (walk_on (walk));
  return TRUE;
}

static gboolean
walk_status (Walk *walk, DlEventRecord *record)
{
  Str nick = { NULL, NULL, FALSE };

  if (!walk_text (walk, &nick))
    return FALSE;
  if (nick.start == NULL)
    return TRUE;
  for (guint i = 0; i < DL_N_STATUSES; i++)
    {
      const char *known = dl_status_to_string ((DlStatus) i);

      if (equals (nick, known, strlen (known)))
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

  if (walk_null (walk))
    return TRUE;
  for (; n < 4 && g_ascii_isdigit (*walk->at); n++, walk->at++)
    value = value * 10 + (guint) (*walk->at - '0');
  if (n == 0 || n == 4 || value > 100 || *walk->at == '.' || *walk->at == 'e' || *walk->at == 'E')
    return FALSE;
  record->importance = (guint8) value;
  skip_space (walk);
  return TRUE;
}

typedef struct
{
  Str id;
  Str title;
  Str date;
  Str place;
} Strings;

static gboolean
walk_event (Walk *walk, Strings *strings, Lists *lists, DlEventRecord *record)
{
  Members members = { event_names, G_N_ELEMENTS (event_names), 0 };
  Str     other;
  Member  member;

  if (*walk->at != '{' || !walk_in (walk, '}'))
    return FALSE;
  do
    {
      gboolean ok = walk_name (walk, &members, &member);

      if (!ok)
        return FALSE;
      switch ((guint) member)
        {
        case MEMBER_ID:
          ok = walk_word (walk, &strings->id);
          break;
        case MEMBER_TITLE:
          ok = *walk->at == '"';
          if (ok)
            strings->title = walk_short (walk);
          break;
        case MEMBER_DATE:
          ok = walk_word (walk, &strings->date);
          break;
        case MEMBER_PLACE:
          ok = walk_word (walk, &strings->place);
          break;
        case MEMBER_STATUS:
          ok = walk_status (walk, record);
          break;
        case MEMBER_IMPORTANCE:
          ok = walk_importance (walk, record);
          break;
        case MEMBER_SUMMARY:
        case MEMBER_DATE_NOTE:
          ok = walk_text (walk, &other);
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
          walk_value (walk);
          break;
        }
      if (!ok)
        return FALSE;
    }
  while (walk_on (walk));
  return TRUE;
}

static gboolean
walk_lists (Walk *walk, const Lists *lists, Str own_id, DlEventRecord *record)
{
  DlEventReader *self = walk->reader;

#define LIST(list, ok) (lists->list == NULL || (walk->at = lists->list, (ok)))
  return LIST (topics, walk_refs (walk, self->tables->topics, &self->seen_topics, &record->n_topics)) &&
         LIST (people, walk_refs (walk, self->tables->people, &self->seen_people, &record->n_people)) &&
         LIST (sources, walk_refs (walk, self->tables->sources, &self->seen_sources, &record->n_sources)) &&
         LIST (quotes, walk_quotes (walk, record)) &&
         LIST (related, walk_related (walk, own_id));
#undef LIST
}

/* Whether it certainly shows something: by its first character. */
static gboolean
is_visible (Str title)
{
  if (title.start == NULL || length_of (title) == 0)
    return FALSE;
  if (*title.start == '\\')
    return title.start[1] == '"';
  return !g_unichar_isspace (g_utf8_get_char (title.start));
}

static const char *
keep (DlEventReader *self, Str string)
{
  return dl_string_arena_add (self->strings, string.start, length_of (string));
}

/* The same with its escapes undone. */
static const char *
keep_text (DlEventReader *self, Str string)
{
  g_autofree char *plain = NULL;
  gsize            length;

  if (!has_escape (string))
    return keep (self, string);
  plain = dl_json_string_dup (self->text, (gsize) (string.start - self->text) - 1, (gsize) (string.end - self->text) + 1, &length);
  return dl_string_arena_add (self->strings, plain, length);
}

gboolean
dl_event_reader_read_plain (DlEventReader *self, DlJsonSpan span, gboolean keep_all, DlReadEvent *event, DlEventBatch *batch)
{
  Walk           walk = { self, batch, self->text + span.start, self->text + span.end };
  Strings        strings = { { NULL, NULL, FALSE }, { NULL, NULL, FALSE }, { NULL, NULL, FALSE }, { NULL, NULL, FALSE } };
  Lists          lists = { NULL, NULL, NULL, NULL, NULL };
  DlEventRecord *record = &event->record;
  guint          n_refs = batch->refs->len;
  guint          n_related = batch->related->len;

  record->place = DL_NONE;
  record->importance = DL_IMPORTANCE_UNSET;
  record->status = DL_STATUS_HAPPENED;
  if (!walk_event (&walk, &strings, &lists, record) || !is_visible (strings.title) || strings.date.start == NULL)
    return FALSE;
  if (strings.id.start != NULL && length_of (strings.id) == 0)
    return FALSE;
  if (!dl_date_parse (strings.date.start, (gssize) length_of (strings.date), &event->date, NULL))
    return FALSE;
  if (strings.place.start != NULL)
    {
      record->place = find (self->tables->places, strings.place);
      if (record->place == DL_NONE)
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
  record->origin = dl_event_origin (span);
  if (strings.id.start != NULL)
    record->id = keep (self, strings.id);
  if (strings.id.start != NULL || keep_all)
    {
      record->title = keep_text (self, strings.title);
      record->date_text = keep (self, strings.date);
    }
  return TRUE;
}
