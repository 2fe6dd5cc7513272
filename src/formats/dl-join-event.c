/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-join-event.h"

#include "formats/draft/dl-json-writer.h"
#include "formats/dl-append.h"
#include "formats/dl-json-text.h"
#include "formats/dl-json-walk.h"

/* @copied: up to where the event has been written.
 * @id: (nullable): what the event is called.
 * @file_id: (nullable): what its file is called.
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
  const char *file_id;
  char       *own_id;
  gboolean    has_id;
  gboolean    has_file;
} Copy;

/* A text that is the id of something, where it stands. @id: owned */
typedef struct
{
  DlJsonStr string;
  char     *id;
} Reference;

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

/* Passes over a value. Returns: whether it is a text, which is the id of something */
static gboolean
take_reference (Copy *copy, Reference *reference)
{
  if (*copy->json.at != '"')
    {
      dl_json_walk_value (&copy->json);
      return FALSE;
    }
  reference->string = dl_json_walk_string (&copy->json);
  reference->id = dup_string (copy, reference->string);
  return TRUE;
}

/* What it refers to is called @now. */
static void
end_reference (Copy *copy, Reference *reference, const char *now)
{
  if (!g_str_equal (now, reference->id))
    replace (copy, reference->string.start - 1, reference->string.end + 1, now);
  g_free (reference->id);
}

static void
refer (Copy *copy, DlObjectKind kind)
{
  Reference reference;

  if (take_reference (copy, &reference))
    end_reference (copy, &reference, dl_join_ids_refer (copy->ids, copy->file, kind, reference.id));
}

static void
refer_speaker (Copy *copy)
{
  Reference reference;

  if (take_reference (copy, &reference))
    end_reference (copy, &reference, dl_join_ids_refer_speaker (copy->ids, copy->file, reference.id));
}

static void
refer_event (Copy *copy)
{
  Reference reference;

  if (!take_reference (copy, &reference))
    return;
  /* Of two events with one id the second, which is called otherwise, is related to itself all the same. */
  if (copy->id != NULL && g_strcmp0 (reference.id, copy->own_id) == 0)
    end_reference (copy, &reference, copy->id);
  else
    end_reference (copy, &reference, dl_join_ids_refer_event (copy->ids, copy->file, reference.id));
}

/* A list of them, or a single one. */
static void
refer_each (Copy *copy, DlObjectKind kind)
{
  if (*copy->json.at != '[')
    {
      refer (copy, kind);
      return;
    }
  if (!dl_json_walk_in (&copy->json, ']'))
    return;
  do
    refer (copy, kind);
  while (dl_json_walk_on (&copy->json));
}

/* The members of the object that stands here. Returns: whether there are any */
static gboolean
walk_object (Copy *copy, CopyMember func)
{
  if (*copy->json.at != '{')
    {
      dl_json_walk_value (&copy->json);
      return FALSE;
    }
  if (!dl_json_walk_in (&copy->json, '}'))
    return FALSE;
  do
    {
      DlJsonStr name = dl_json_walk_string (&copy->json);

      dl_json_walk_pass (&copy->json); /* the colon */
      func (copy, name);
    }
  while (dl_json_walk_on (&copy->json));
  return TRUE;
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
    refer_speaker (copy);
  else if (is (copy, name, "source"))
    refer (copy, DL_OBJECT_SOURCE);
  else
    dl_json_walk_value (&copy->json);
}

static void
copy_of_relation (Copy *copy, DlJsonStr name)
{
  if (is (copy, name, "event"))
    refer_event (copy);
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

static const char *
skip_space_back (const char *end)
{
  while (g_ascii_isspace (end[-1]))
    end--;
  return end;
}

/* Whatever stands here is now @string. */
static void
set (Copy *copy, const char *string)
{
  const char *start = copy->json.at;

  dl_json_walk_value (&copy->json);
  replace (copy, start, skip_space_back (copy->json.at), string);
}

static void
copy_of_event (Copy *copy, DlJsonStr name)
{
  if (is (copy, name, "id"))
    {
      copy->has_id = TRUE;
      if (copy->id != NULL)
        set (copy, copy->id);
      else
        refer_event (copy);
    }
  else if (copy->file_id != NULL && is (copy, name, "file"))
    {
      copy->has_file = TRUE;
      set (copy, copy->file_id);
    }
  else if (is (copy, name, "place"))
    refer (copy, DL_OBJECT_PLACE);
  else if (is (copy, name, "topics"))
    refer_each (copy, DL_OBJECT_TOPIC);
  else if (is (copy, name, "people"))
    refer_each (copy, DL_OBJECT_PERSON);
  else if (is (copy, name, "sources"))
    refer_each (copy, DL_OBJECT_SOURCE);
  else if (is (copy, name, "quotes"))
    walk_objects (copy, copy_of_quote);
  else if (is (copy, name, "related"))
    {
      find_own_id (copy);
      walk_objects (copy, copy_of_relation);
    }
  else
    dl_json_walk_value (&copy->json);
}

static gsize
count_space (const char *text, const char *end)
{
  const char *at = text;

  while (at < end && strchr (" \t\r\n", *at) != NULL && *at != '\0')
    at++;
  return (gsize) (at - text);
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
  const char *begin = text + span.start;
  const char *end = text + span.end;
  Copy        copy = { ids, file, text, { begin, end }, begin, begin, out, id, file_id };
  gsize       inside = out->len + 1;
  gsize       space = count_space (begin + 1, end);

  if (walk_object (&copy, copy_of_event) && !copy.has_file && file_id != NULL)
    {
      copy_up_to (&copy, skip_space_back (end - 1));
      /* As the others of it stand: each on a line of its own, or beside one another. */
      if (memchr (begin + 1, '\n', space) != NULL)
        {
          dl_append (out, ",", 1);
          dl_append (out, begin + 1, space);
        }
      else
        dl_append (out, ", ", 2);
      dl_json_write_pair (out, "file", file_id);
    }
  copy_up_to (&copy, end);
  if (id != NULL && !copy.has_id)
    {
      g_autoptr (GString) member = g_string_new_len (begin + 1, (gssize) space);

      dl_json_write_pair (member, "id", id);
      g_string_append (member, space > 0 ? "," : ", ");
      g_string_insert_len (out, (gssize) inside, member->str, (gssize) member->len);
    }
  g_free (copy.own_id);
  return copy.has_file;
}
