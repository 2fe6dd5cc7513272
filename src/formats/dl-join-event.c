/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-join-event.h"

#include "formats/draft/dl-json-writer.h"
#include "formats/dl-append.h"
#include "formats/dl-json-text.h"
#include "formats/dl-json-walk.h"

/* @copied: up to where the event has been written.
 * @id: (nullable): what the event is called.
 * @own_id: (nullable): what it is called in its file, once it is known */
typedef struct
{
  DlJoinIds  *ids;
  guint       file;
  const char *text;
  DlJsonWalk  json;
  const char *begin; /* of the event */
  const char *copied;
  GString    *out;
  const char *id;
  char       *own_id;
} Copy;

typedef const char *(*Refer) (DlJoinIds *ids, guint file, const char *id);

/* What a member is to the one file that is made of several. */
typedef void (*CopyMember) (Copy *copy, DlJsonStr name);

static void
copy_up_to (Copy *copy, const char *end)
{
  dl_append (copy->out, copy->copied, (gsize) (end - copy->copied));
  copy->copied = end;
}

/* Writes @string in the place of what stands between @start and @end. */
static void
replace (Copy *copy, const char *start, const char *end, const char *string)
{
  copy_up_to (copy, start);
  dl_json_write_string (copy->out, string);
  copy->copied = end;
}

gboolean
dl_join_is_name (const char *text, gsize start, gsize end, const char *plain)
{
  gsize length = strlen (plain);

  if (memchr (text + start, '\\', end - start) != NULL)
    return dl_json_string_is (text, start, end + 1, plain);
  return end - start == length + 1 && memcmp (text + start + 1, plain, length) == 0;
}

static gboolean
is (const Copy *copy, DlJsonStr name, const char *plain)
{
  gsize start = (gsize) (name.start - copy->text) - 1;

  return dl_join_is_name (copy->text, start, (gsize) (name.end - copy->text), plain);
}

/* The text whose quotes are around @string. Returns: (transfer full) */
static char *
dup_string (const Copy *copy, DlJsonStr string)
{
  gsize length;

  if (!dl_json_str_has_escape (string))
    return g_strndup (string.start, dl_json_str_length (string));
  return dl_json_string_dup (copy->text, (gsize) (string.start - copy->text) - 1, (gsize) (string.end - copy->text) + 1,
                             &length);
}

/* A value that is the id of something, where it is a text. */
static void
refer (Copy *copy, Refer func)
{
  DlJsonStr        string;
  g_autofree char *id = NULL;
  const char      *now;

  if (*copy->json.at != '"')
    {
      dl_json_walk_value (&copy->json);
      return;
    }
  string = dl_json_walk_string (&copy->json);
  id = dup_string (copy, string);
  /* Of two events with one id the second, which is called otherwise, is related to itself all the same. */
  if (func == dl_join_ids_refer_event && copy->id != NULL && g_strcmp0 (id, copy->own_id) == 0)
    now = copy->id;
  else
    now = func (copy->ids, copy->file, id);
  if (!g_str_equal (now, id))
    replace (copy, string.start - 1, string.end + 1, now);
}

/* The same of a list of them, or a single one. */
static void
refer_each (Copy *copy, Refer func)
{
  if (*copy->json.at != '[')
    {
      refer (copy, func);
      return;
    }
  if (!dl_json_walk_in (&copy->json, ']'))
    return;
  do
    refer (copy, func);
  while (dl_json_walk_on (&copy->json));
}

static const char *
refer_person (DlJoinIds *ids, guint file, const char *id)
{
  return dl_join_ids_refer (ids, file, DL_OBJECT_PERSON, id);
}

static const char *
refer_place (DlJoinIds *ids, guint file, const char *id)
{
  return dl_join_ids_refer (ids, file, DL_OBJECT_PLACE, id);
}

static const char *
refer_topic (DlJoinIds *ids, guint file, const char *id)
{
  return dl_join_ids_refer (ids, file, DL_OBJECT_TOPIC, id);
}

static const char *
refer_source (DlJoinIds *ids, guint file, const char *id)
{
  return dl_join_ids_refer (ids, file, DL_OBJECT_SOURCE, id);
}

/* The members of the object that stands here. */
static void
walk_object (Copy *copy, CopyMember func)
{
  if (*copy->json.at != '{')
    {
      dl_json_walk_value (&copy->json);
      return;
    }
  if (!dl_json_walk_in (&copy->json, '}'))
    return;
  do
    {
      DlJsonStr name = dl_json_walk_string (&copy->json);

      dl_json_walk_pass (&copy->json); /* the colon */
      func (copy, name);
    }
  while (dl_json_walk_on (&copy->json));
}

static void
walk_objects (Copy *copy, CopyMember func)
{
  if (*copy->json.at != '[')
    {
      dl_json_walk_value (&copy->json);
      return;
    }
  if (!dl_json_walk_in (&copy->json, ']'))
    return;
  do
    walk_object (copy, func);
  while (dl_json_walk_on (&copy->json));
}

static void
copy_of_quote (Copy *copy, DlJsonStr name)
{
  if (is (copy, name, "speaker"))
    refer (copy, dl_join_ids_refer_speaker);
  else if (is (copy, name, "source"))
    refer (copy, refer_source);
  else
    dl_json_walk_value (&copy->json);
}

static void
copy_of_relation (Copy *copy, DlJsonStr name)
{
  if (is (copy, name, "event"))
    refer (copy, dl_join_ids_refer_event);
  else
    dl_json_walk_value (&copy->json);
}

static void
find_own_id (Copy *copy)
{
  gsize start = (gsize) (copy->begin - copy->text);
  gsize end = (gsize) (copy->json.end - copy->text);
  gsize length, at;

  if (copy->own_id == NULL && dl_json_find (copy->text, start, end, "/id", &at) && copy->text[at] == '"')
    copy->own_id = dl_json_string_dup (copy->text, at, end, &length);
}

/* Returns: FALSE where it is not one of those that refer to something */
static gboolean
copy_of_event (Copy *copy, DlJsonStr name)
{
  if (is (copy, name, "place"))
    refer (copy, refer_place);
  else if (is (copy, name, "topics"))
    refer_each (copy, refer_topic);
  else if (is (copy, name, "people"))
    refer_each (copy, refer_person);
  else if (is (copy, name, "sources"))
    refer_each (copy, refer_source);
  else if (is (copy, name, "quotes"))
    walk_objects (copy, copy_of_quote);
  else if (is (copy, name, "related"))
    {
      find_own_id (copy);
      walk_objects (copy, copy_of_relation);
    }
  else
    return FALSE;
  return TRUE;
}

/* Whatever stands here is now @string. */
static void
set (Copy *copy, const char *string)
{
  const char *start = copy->json.at;
  const char *end;

  dl_json_walk_value (&copy->json);
  for (end = copy->json.at; g_ascii_isspace (end[-1]);)
    end--;
  replace (copy, start, end, string);
}

/* The name and value of a member that there is not yet. */
static void
add (Copy *copy, const char *name, const char *string)
{
  dl_json_write_string (copy->out, name);
  dl_append (copy->out, ": ", 2);
  dl_json_write_string (copy->out, string);
}

gboolean
dl_join_event (DlJoinIds  *ids,
               guint       file,
               const char *text,
               DlJsonSpan  span,
               const char *id,
               const char *file_id,
               GString    *out)
{
  Copy        copy = { ids, file, text, { text + span.start, text + span.end }, text + span.start, text + span.start,
                       out, id,   NULL };
  gsize       inside = out->len + 1;
  gboolean    has_id = FALSE;
  gboolean    has_file = FALSE;
  const char *end;

  if (*copy.json.at == '{' && dl_json_walk_in (&copy.json, '}'))
    {
      do
        {
          DlJsonStr name = dl_json_walk_string (&copy.json);

          dl_json_walk_pass (&copy.json); /* the colon */
          if (is (&copy, name, "id"))
            {
              has_id = TRUE;
              if (id != NULL)
                set (&copy, id);
              else
                refer (&copy, dl_join_ids_refer_event);
            }
          else if (is (&copy, name, "file"))
            {
              has_file = TRUE;
              set (&copy, file_id);
            }
          else if (!copy_of_event (&copy, name))
            dl_json_walk_value (&copy.json);
          for (end = copy.json.at; g_ascii_isspace (end[-1]);)
            end--;
        }
      while (dl_json_walk_on (&copy.json));
      copy_up_to (&copy, end);
      if (!has_file)
        {
          dl_append (out, ", ", 2);
          add (&copy, "file", file_id);
        }
    }
  copy_up_to (&copy, text + span.end);
  if (id != NULL && !has_id)
    {
      g_autoptr (GString) member = g_string_new ("\"id\": ");

      dl_json_write_string (member, id);
      g_string_append (member, ", ");
      g_string_insert_len (out, (gssize) inside, member->str, (gssize) member->len);
    }
  g_free (copy.own_id);
  return has_file;
}
