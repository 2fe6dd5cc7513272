/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-join-entries.h"

#include <glib/gi18n.h>

#include "formats/draft/dl-json-writer.h"
#include "formats/dl-append.h"
#include "formats/dl-join-event.h"
#include "formats/dl-json-element.h"
#include "formats/dl-json-text.h"
#include "formats/dl-json-walk.h"
#include "formats/dl-record-reader.h"
#include "model/dl-overlay.h"
#include "time/dl-words-parts.h"

/* The members of an entry that Dateline does not know. */
typedef struct
{
  GHashTable *values; /* name as it is written to value as it is written */
  GPtrArray  *names;  /* in their order; owned by the above */
} Strange;

typedef struct
{
  DlJoinIds        *ids;
  DlTimeline       *overlay;
  DlObjectKind      kind;
  guint             file;
  const DlJoinPart *part;
  Strange         **strange; /* by index in the overlay; nullable */
  GPtrArray        *notes;
} Gathering;

/* What an entry of a file says of itself. All nullable, owned. */
typedef struct
{
  char *id;
  char *name;
  char *date;
} Known;

static void
known_clear (Known *known)
{
  g_free (known->id);
  g_free (known->name);
  g_free (known->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

typedef gboolean (*MemberFunc) (const char *text, DlJsonStr name, DlJsonSpan value, gpointer data);

char *
dl_join_dup_note (const char *file, const char *member, const char *name)
{
  g_autofree char *shown = dl_json_quotable (member);
  g_autofree char *shown_name = name == NULL ? NULL : dl_json_quotable (name);

  if (name == NULL)
    /* Translators: of several files that are saved as one; {member} is the name of something in the file. */
    return dl_words_fill (_ ("{file}: “{member}” is left out, since an earlier file has another one."), "file", file,
                          "member", shown, NULL);
  return dl_words_fill (
    /* Translators: of several files that are saved as one; {member} is the name of something in the file, {name} that
     * of the person, place, topic, source or era that it belongs to. */
    _ ("{file}: “{member}” of “{name}” is left out, since an earlier file has another one."), "file", file, "member",
    shown, "name", shown_name, NULL);
}

/* Tells @func of each member of an object, till it has enough. */
static void
walk_members (const char *text, DlJsonSpan span, MemberFunc func, gpointer data)
{
  DlJsonWalk walk = { text + span.start, text + span.end };

  if (*walk.at != '{' || !dl_json_walk_in (&walk, '}'))
    return;
  do
    {
      DlJsonStr  name = dl_json_walk_string (&walk);
      DlJsonSpan value;

      dl_json_walk_pass (&walk); /* the colon */
      value.start = (guint32) (walk.at - text);
      value.end = (guint32) dl_json_skip_value (text, value.start, span.end);
      dl_json_walk_value (&walk);
      if (!func (text, name, value, data))
        return;
    }
  while (dl_json_walk_on (&walk));
}

static gboolean
is (const char *text, DlJsonStr name, const char *plain)
{
  return dl_join_is_name (text, (gsize) (name.start - text) - 1, (gsize) (name.end - text), plain);
}

/* Returns: (transfer full) (nullable): %NULL for what is no text, or empty */
static char *
dup_text (const char *text, DlJsonSpan value)
{
  gsize length;

  return text[value.start] != '"' || value.end - value.start <= 2
           ? NULL
           : dl_json_string_dup (text, value.start, value.end, &length);
}

static gboolean
know_cb (const char *text, DlJsonStr name, DlJsonSpan value, gpointer data)
{
  Known *known = data;
  char **member = is (text, name, "id")                                 ? &known->id
                  : is (text, name, "name") || is (text, name, "title") ? &known->name
                  : is (text, name, "date")                             ? &known->date
                                                                        : NULL;

  if (member != NULL)
    {
      g_free (*member);
      *member = dup_text (text, value);
    }
  return TRUE;
}

static void
strange_free (Strange *strange)
{
  if (strange == NULL)
    return;
  g_hash_table_unref (strange->values);
  g_ptr_array_unref (strange->names);
  g_free (strange);
}

static gboolean
is_known_member (const char *text, DlJsonStr name, DlObjectKind kind)
{
  const char *const *members = dl_vocabulary_get_members (kind);

  for (guint i = 0; members[i] != NULL; i++)
    if (is (text, name, members[i]))
      return TRUE;
  return FALSE;
}

typedef struct
{
  Gathering  *gathering;
  guint32     index;
  const char *name; /* of the entry */
} Gathered;

static gboolean
gather_cb (const char *text, DlJsonStr name, DlJsonSpan value, gpointer data)
{
  const Gathered  *gathered = data;
  Gathering       *self = gathered->gathering;
  Strange        **strange = &self->strange[gathered->index];
  g_autofree char *written = NULL;
  g_autofree char *its_value = NULL;
  const char      *before;

  if (is_known_member (text, name, self->kind))
    return TRUE;
  if (*strange == NULL)
    {
      *strange = g_new (Strange, 1);
      (*strange)->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      (*strange)->names = g_ptr_array_new ();
    }
  written = g_strndup (name.start, dl_json_str_length (name));
  its_value = g_strndup (text + value.start, value.end - value.start);
  before = g_hash_table_lookup ((*strange)->values, written);
  if (before != NULL)
    {
      if (!g_str_equal (before, its_value))
        g_ptr_array_add (self->notes, dl_join_dup_note (self->part->id, written, gathered->name));
      return TRUE;
    }
  g_ptr_array_add ((*strange)->names, written);
  g_hash_table_insert ((*strange)->values, g_steal_pointer (&written), g_steal_pointer (&its_value));
  return TRUE;
}

static const DlJsonMember *
get_list (const DlJoinPart *part, DlTopMember which)
{
  const DlJsonMember *member = &part->scan->members[which];

  return member->kind == DL_JSON_LIST ? member : NULL;
}

/* What of the file's entries is not known, for those that were taken. */
static void
gather (Gathering *self, DlTopMember which)
{
  const DlJsonMember    *list = get_list (self->part, which);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint                  n_nameless = 0;

  for (guint i = 0; list != NULL && i < list->elements->len; i++)
    {
      DlJsonSpan     span = g_array_index (list->elements, DlJsonSpan, i);
      g_auto (Known) known = { NULL };
      Gathered       gathered = { self, DL_NONE, NULL };

      if (dl_json_member_get_flaw (list, i) != NULL)
        continue;
      walk_members (self->part->text, span, know_cb, &known);
      if (known.id == NULL && known.name != NULL)
        gathered.index = dl_join_ids_find_nameless (self->ids, self->file, self->kind, n_nameless++);
      else if (known.id != NULL && g_hash_table_add (seen, g_strdup (known.id)))
        gathered.index = dl_join_ids_find (self->ids, self->file, self->kind, known.id);
      gathered.name = known.name != NULL ? known.name : known.id;
      if (gathered.index != DL_NONE)
        walk_members (self->part->text, span, gather_cb, &gathered);
    }
}

/* Writing */

static void
write_member (GString *out, const char *name, const char *text)
{
  if (text == NULL)
    return;
  dl_json_write_pair (out, name, text);
  dl_append (out, ", ", 2);
}

static void
write_aliases (GString *out, const char *const *aliases)
{
  if (aliases == NULL)
    return;
  g_string_append (out, "\"aliases\": [");
  for (guint i = 0; aliases[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      dl_json_write_string (out, aliases[i]);
    }
  g_string_append (out, "], ");
}

static void
write_known (GString *out, DlTimeline *overlay, DlObjectKind kind, guint index)
{
  const DlPerson *person;
  const DlPlace  *place;
  const DlTopic  *topic;
  const DlSource *source;

  switch ((guint) kind)
    {
    case DL_OBJECT_PERSON:
      person = dl_timeline_get_person (overlay, index);
      write_member (out, "name", person->name);
      write_member (out, "role", person->role);
      write_aliases (out, person->aliases);
      break;
    case DL_OBJECT_PLACE:
      place = dl_timeline_get_place (overlay, index);
      write_member (out, "name", place->name);
      write_member (out, "timezone", place->timezone == NULL ? NULL : dl_zone_get_name (place->timezone));
      break;
    case DL_OBJECT_TOPIC:
      topic = dl_timeline_get_topic (overlay, index);
      write_member (out, "name", topic->name);
      write_member (out, "color", topic->color);
      break;
    default:
      source = dl_timeline_get_source (overlay, index);
      write_member (out, "title", source->title);
      write_member (out, "publisher", source->publisher);
      write_member (out, "author", source->author);
      write_member (out, "date", source->date);
      write_member (out, "url", source->url);
      write_member (out, "language", source->language);
      break;
    }
}

static void
write_strange (GString *out, const Strange *strange)
{
  for (guint i = 0; strange != NULL && i < strange->names->len; i++)
    {
      const char *name = strange->names->pdata[i];

      g_string_append_printf (out, "\"%s\": ", name);
      g_string_append (out, g_hash_table_lookup (strange->values, name));
      g_string_append (out, ", ");
    }
}

static void
begin_list (GString *out, DlTopMember which)
{
  g_string_append_printf (out, ",\n  \"%s\": [", dl_top_member_names[which]);
}

void
dl_join_entries (DlJoinIds        *ids,
                 DlTimeline       *overlay,
                 DlObjectKind      kind,
                 const DlJoinPart *parts,
                 guint             n_parts,
                 GPtrArray        *notes,
                 GString          *out)
{
  const DlTopMember which = kind == DL_OBJECT_PERSON  ? DL_MEMBER_PEOPLE
                            : kind == DL_OBJECT_PLACE ? DL_MEMBER_PLACES
                            : kind == DL_OBJECT_TOPIC ? DL_MEMBER_TOPICS
                                                      : DL_MEMBER_SOURCES;
  const guint       n = kind == DL_OBJECT_PERSON  ? dl_timeline_get_n_people (overlay)
                        : kind == DL_OBJECT_PLACE ? dl_timeline_get_n_places (overlay)
                        : kind == DL_OBJECT_TOPIC ? dl_timeline_get_n_topics (overlay)
                                                  : dl_timeline_get_n_sources (overlay);
  Gathering         gathering = { ids, overlay, kind, 0, NULL, g_new0 (Strange *, n), notes };

  for (guint f = 0; f < n_parts; f++)
    {
      gathering.file = f;
      gathering.part = &parts[f];
      gather (&gathering, which);
    }
  if (n > 0)
    begin_list (out, which);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i == 0 ? "\n    { " : ",\n    { ");
      write_member (out, "id", dl_join_ids_get (ids, kind, i));
      write_known (out, overlay, kind, i);
      write_strange (out, gathering.strange[i]);
      dl_json_write_end (out);
      g_string_append (out, " }");
      strange_free (gathering.strange[i]);
    }
  if (n > 0)
    g_string_append (out, "\n  ]");
  g_free (gathering.strange);
}

/* Eras */

typedef struct
{
  const char *file;
  const char *name;
  GPtrArray  *notes;
} LeftOut;

static gboolean
leave_out_cb (const char *text, DlJsonStr name, DlJsonSpan value, gpointer data)
{
  const LeftOut   *left_out = data;
  g_autofree char *written = g_strndup (name.start, dl_json_str_length (name));

  if (!is_known_member (text, name, DL_OBJECT_ERA))
    g_ptr_array_add (left_out->notes, dl_join_dup_note (left_out->file, written, left_out->name));
  return TRUE;
}

void
dl_join_eras (const DlJoinPart *parts, guint n_parts, GPtrArray *notes, GString *out)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint                  n = 0;

  for (guint f = 0; f < n_parts; f++)
    {
      const DlJsonMember *list = get_list (&parts[f], DL_MEMBER_ERAS);

      for (guint i = 0; list != NULL && i < list->elements->len; i++)
        {
          DlJsonSpan     span = g_array_index (list->elements, DlJsonSpan, i);
          g_auto (Known) known = { NULL };
          LeftOut        left_out = { parts[f].id, NULL, notes };

          if (dl_json_member_get_flaw (list, i) == NULL)
            walk_members (parts[f].text, span, know_cb, &known);
          left_out.name = known.name;
          if (known.name != NULL && known.date != NULL &&
              !g_hash_table_add (seen, g_strconcat (known.name, "\037", known.date, NULL)))
            {
              walk_members (parts[f].text, span, leave_out_cb, &left_out);
              continue;
            }
          if (n++ == 0)
            begin_list (out, DL_MEMBER_ERAS);
          g_string_append (out, n == 1 ? "\n    " : ",\n    ");
          dl_append (out, parts[f].text + span.start, span.end - span.start);
        }
    }
  if (n > 0)
    g_string_append (out, "\n  ]");
}

/* Files */

static gboolean
copy_strange_cb (const char *text, DlJsonStr name, DlJsonSpan value, gpointer data)
{
  GString *out = data;

  if (is_known_member (text, name, DL_OBJECT_FILE))
    return TRUE;
  dl_append (out, name.start - 1, dl_json_str_length (name) + 2);
  dl_append (out, ": ", 2);
  dl_append (out, text + value.start, value.end - value.start);
  dl_append (out, ", ", 2);
  return TRUE;
}

/* What is not known of the file that @part calls @id. */
static void
write_strange_of_file (const DlJoinPart *part, const char *id, GString *out)
{
  const DlJsonMember *list = get_list (part, DL_MEMBER_FILES);

  for (guint i = 0; list != NULL && i < list->elements->len; i++)
    {
      DlJsonSpan     span = g_array_index (list->elements, DlJsonSpan, i);
      g_auto (Known) known = { NULL };

      if (dl_json_member_get_flaw (list, i) != NULL)
        continue;
      walk_members (part->text, span, know_cb, &known);
      if (g_strcmp0 (known.id, id) != 0)
        continue;
      walk_members (part->text, span, copy_strange_cb, out);
      return;
    }
}

static void
write_file (DlTimeline *overlay, guint32 index, const DlJoinPart *part, const char *inner_id, GString *out)
{
  const DlTimelineFile *file = dl_timeline_get_file (overlay, index);

  g_string_append (out, index == 0 ? "\n    { " : ",\n    { ");
  dl_json_write_member (out, "id", file->id);
  dl_json_write_member (out, "name", file->name);
  if (inner_id != NULL)
    write_strange_of_file (part, inner_id, out);
  dl_json_write_end (out);
  g_string_append (out, " }");
}

void
dl_join_files (DlTimeline *overlay, const DlJoinPart *parts, guint n_parts, GString *out)
{
  begin_list (out, DL_MEMBER_FILES);
  for (guint f = 0; f < n_parts; f++)
    {
      DlOverlaidFile overlaid;

      dl_timeline_get_overlaid (overlay, f, &overlaid);
      for (guint i = 0; overlaid.files != NULL && i < dl_timeline_get_n_files (overlaid.timeline); i++)
        write_file (overlay, overlaid.files[i], &parts[f], dl_timeline_get_file (overlaid.timeline, i)->id, out);
      if (overlaid.own != DL_NONE)
        write_file (overlay, overlaid.own, &parts[f], NULL, out);
    }
  g_string_append (out, "\n  ]");
}
