/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-record-reader.h"

#include <glib/gi18n.h>

#include "base/dl-link.h"
#include "base/dl-suggestion.h"
#include "formats/dl-json-text.h"
#include "time/dl-words-parts.h"
#include "time/dl-zone-names.h"

/* How many records pass between two looks at the cancellable. */
#define CANCEL_RECORDS 256

const char *const dl_top_member_names[DL_N_TOP_MEMBERS + 1] = {
  "dateline", "title",  "description", "language", "asOf",  "timezone", "view", "people",
  "places",   "topics", "sources",     "eras",     "files", "events",   NULL,
};

/* Reads one record. @object: its tree. */
typedef void (*ReadRecord) (DlRecordReader *self, DlJsonElement *element, JsonObject *object);

/* How often what zone was meant is sought. */
#define MAX_ZONES_SOUGHT 100

/* The member as an element of its own, or FALSE when there is nothing to read. */
static gboolean
begin_member (DlRecordReader *self, DlTopMember which, DlJsonElement *element)
{
  const DlJsonMember *member = &self->scan->members[which];

  *element = (DlJsonElement){ self->text, member->value, dl_top_member_names[which], -1, self->problems, 0 };
  if (member->kind == DL_JSON_NOTHING || member->kind == DL_JSON_NULL)
    return FALSE;
  if (member->flaw != DL_JSON_FLAW_NONE)
    {
      dl_json_element_flaw (element, member->flaw, member->flaw_offset, FALSE);
      return FALSE;
    }
  return TRUE;
}

/* transfer full; NULL when it is left out or no string */
static char *
read_string (DlRecordReader *self, DlTopMember which)
{
  g_autoptr (JsonNode) root = NULL;
  DlJsonElement        element;
  const char          *string;

  if (!begin_member (self, which, &element))
    return NULL;
  if (self->scan->members[which].kind == DL_JSON_STRING)
    root = dl_json_element_parse (&element, self->parser);
  string = dl_json_node_string (root);
  if (string == NULL)
    dl_json_element_problem (&element, "", FALSE,
                             g_strdup_printf (_ ("“%s” is not a text and is left out."), dl_top_member_names[which]));
  return g_strdup (string);
}

/* The same, of a valid date. */
static char *
read_date (DlRecordReader *self, DlTopMember which)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *string = read_string (self, which);
  DlJsonElement      element;
  DlDate             date;

  if (string == NULL || dl_date_parse (string, -1, &date, &error))
    return g_steal_pointer (&string);
  begin_member (self, which, &element);
  /* Translators: the name of a member of the file, then why it is left out. */
  dl_json_element_meant (&element, "", FALSE, DL_MEANT_DATE,
                         g_strdup_printf (_ ("“%s” is left out: %s"), dl_top_member_names[which], error->message));
  return NULL;
}

static void
read_version (DlRecordReader *self)
{
  g_autoptr (JsonNode) root = NULL;
  DlJsonElement        element;
  double               version;

  if (!begin_member (self, DL_MEMBER_DATELINE, &element))
    return;
  if (self->scan->members[DL_MEMBER_DATELINE].kind != DL_JSON_NUMBER)
    {
      dl_json_element_problem (
        &element, "", FALSE,
        g_strdup (_ ("“dateline” should be 1, the version of the format; the file is read as version 1.")));
      return;
    }
  root = dl_json_element_parse (&element, self->parser);
  version = root != NULL ? json_node_get_double (root) : 1;
  if (version > 1)
    dl_json_element_problem (
      &element, "", FALSE,
      g_strdup (_ ("This file is for a newer version of Dateline; what this version does not know of it is ignored.")));
  else if (version < 1)
    dl_json_element_problem (
      &element, "", FALSE,
      g_strdup (_ ("“dateline” should be 1, the version of the format; the file is read as version 1.")));
}

/* What zone was meant by a name, transfer full and nullable. */
static char *
suggest_zone (DlRecordReader *self, const char *name)
{
  /* Each is sought among all zones. */
  return self->n_zones_sought++ < MAX_ZONES_SOUGHT ? dl_zone_suggest (name) : NULL;
}

/* The zone that a text of the file names; tells a problem of @path when there is none. */
static DlZone *
read_zone (DlRecordReader *self, DlJsonElement *element, const char *path, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *meant = NULL;
  g_autofree char   *shown = NULL;
  DlZone            *zone;

  if (name == NULL)
    return NULL;
  zone = dl_zone_new (name, &error);
  if (zone != NULL && dl_zone_is_listed (name))
    return zone;
  meant = suggest_zone (self, name);
  shown = dl_json_quotable (name);
  if (zone != NULL)
    {
      dl_json_element_note (
        element, path,
        g_strdup_printf (
          _ ("“%s” is a rule for clocks, not the name of a time zone such as Europe/Paris; it is used as it is."),
          shown),
        g_steal_pointer (&meant));
      return zone;
    }
  if (meant != NULL && dl_nearest_find_same (name, (const char *const[]){ meant, NULL }) == 0)
    {
      zone = dl_zone_new (meant, NULL);
      if (zone != NULL)
        {
          dl_json_element_note_spelling (element, path, name, meant);
          return zone;
        }
    }
  /* Translators: “timezone” is the name of a member of the file; then why it is left out. */
  dl_json_element_suggest (element, path, FALSE, g_strdup_printf (_ ("“timezone” is left out: %s"), error->message),
                           g_steal_pointer (&meant));
  return NULL;
}

/* The id of a record, or NULL. */
static const char *
read_id (DlJsonElement *element, JsonObject *object)
{
  const char *id = dl_json_element_string (element, NULL, 0, object, "id");

  if (id != NULL && *id != '\0')
    return id;
  if (id != NULL)
    dl_json_element_problem (element, "/id", FALSE,
                             g_strdup (_ ("The “id” of this entry is empty; nothing can refer to it.")));
  return NULL;
}

/* The name of a record, or its id where it has none, so that what refers to it
 * still does. NULL when it has neither: the record is left out. */
static const char *
read_name (DlJsonElement *element, JsonObject *object, const char *member, const char *id)
{
  const char *name = dl_json_element_string (element, NULL, 0, object, member);

  if (name != NULL && *name != '\0')
    {
      if (!dl_json_element_has (object, "id"))
        dl_json_element_problem (element, "", FALSE, g_strdup (_ ("This entry has no “id”; nothing can refer to it.")));
      return name;
    }
  if (id == NULL)
    {
      dl_json_element_problem (element, "", FALSE,
                               g_strdup_printf (_ ("This entry has neither “id” nor “%s” and is left out."), member));
      return NULL;
    }
  if (name != NULL)
    dl_json_element_member_problem (element, NULL, 0, member,
                                    g_strdup_printf (_ ("“%s” is empty; the id is shown instead."), member));
  else if (!dl_json_element_has (object, member))
    dl_json_element_problem (element, "", FALSE,
                             g_strdup_printf (_ ("This entry has no “%s”; its id is shown instead."), member));
  return id;
}

static void
added (DlJsonElement *element, GHashTable *table, const char *id, guint32 index)
{
  g_autofree char *shown = NULL;

  if (id == NULL)
    return;
  if (index != DL_NONE)
    {
      dl_reader_table_add (table, id, index);
      return;
    }
  shown = dl_json_quotable (id);
  dl_json_element_problem (
    element, "/id", FALSE,
    g_strdup_printf (_ ("The id “%s” is taken by an earlier entry; this one is left out."), shown));
}

static void
read_person (DlRecordReader *self, DlJsonElement *element, JsonObject *object)
{
  DlPerson              person = { NULL };
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  const char           *lone;
  JsonArray            *array;
  guint                 n;
  guint                 i;

  person.id = read_id (element, object);
  person.name = read_name (element, object, "name", person.id);
  if (person.name == NULL)
    return;
  person.role = dl_json_element_string (element, NULL, 0, object, "role");
  lone = dl_json_element_lone_text (element, object, "aliases");
  if (lone != NULL && *lone != '\0')
    g_ptr_array_add (aliases, (char *) lone);
  array = lone == NULL ? dl_json_element_list (element, object, "aliases", &n) : NULL;
  for (i = 0; array != NULL && i < n; i++)
    {
      const char *alias = dl_json_node_string (json_array_get_element (array, i));

      if (alias == NULL)
        {
          g_autofree char *path = g_strdup_printf ("/aliases/%u", i);

          dl_json_element_problem (
            element, path, FALSE, g_strdup_printf (_ ("This entry of “%s” is not a text and is left out."), "aliases"));
        }
      else if (*alias != '\0')
        g_ptr_array_add (aliases, (char *) alias);
    }
  if (aliases->len > 0)
    {
      g_ptr_array_add (aliases, NULL);
      person.aliases = (const char *const *) aliases->pdata;
    }
  added (element, self->tables->people, person.id, dl_timeline_builder_add_person (self->builder, &person));
}

static void
read_place (DlRecordReader *self, DlJsonElement *element, JsonObject *object)
{
  g_autoptr (DlZone) zone = NULL;
  DlPlace            place = { NULL };

  place.id = read_id (element, object);
  place.name = read_name (element, object, "name", place.id);
  if (place.name == NULL)
    return;
  zone = read_zone (self, element, "/timezone", dl_json_element_string (element, NULL, 0, object, "timezone"));
  place.timezone = zone;
  added (element, self->tables->places, place.id, dl_timeline_builder_add_place (self->builder, &place));
}

/* The name of the palette that @color, nullable, is. */
static const char *
read_color (DlJsonElement *element, const char *color)
{
  const char *const *names = dl_vocabulary_get_colors ();
  int                same = color != NULL ? dl_nearest_find_same (color, names) : -1;
  g_autofree char   *shown = NULL;
  g_autofree char   *all = NULL;

  if (color == NULL || *color == '\0')
    return NULL;
  if (same >= 0)
    {
      if (!g_str_equal (color, names[same]))
        dl_json_element_note_spelling (element, "/color", color, names[same]);
      return names[same];
    }
  shown = dl_json_quotable (color);
  all = dl_vocabulary_dup_list (names);
  dl_json_element_note (
    element, "/color",
    /* Translators: {known} are words of the file format and stay as they are. */
    dl_words_fill (_ ("“{word}” is not a colour of the palette; one is chosen. The palette has {known}."), "word",
                   shown, "known", all, NULL),
    g_strdup (dl_vocabulary_suggest_color (color)));
  return NULL;
}

static void
read_topic (DlRecordReader *self, DlJsonElement *element, JsonObject *object)
{
  DlTopic topic = { NULL };

  topic.id = read_id (element, object);
  topic.name = read_name (element, object, "name", topic.id);
  if (topic.name == NULL)
    return;
  topic.color = read_color (element, dl_json_element_string (element, NULL, 0, object, "color"));
  added (element, self->tables->topics, topic.id, dl_timeline_builder_add_topic (self->builder, &topic));
}

static void
read_source (DlRecordReader *self, DlJsonElement *element, JsonObject *object)
{
  DlSource source = { NULL };

  source.id = read_id (element, object);
  source.title = read_name (element, object, "title", source.id);
  if (source.title == NULL)
    return;
  source.publisher = dl_json_element_string (element, NULL, 0, object, "publisher");
  source.author = dl_json_element_string (element, NULL, 0, object, "author");
  source.date = dl_json_element_date (element, NULL, 0, object, "date");
  source.url = dl_json_element_string (element, NULL, 0, object, "url");
  if (source.url != NULL && !dl_link_is_safe (source.url))
    dl_json_element_problem (element, "/url", FALSE,
                             g_strdup (_ ("“url” is not a web address (http, https) or one mail address (mailto), so "
                                          "it is shown as text and not as a link.")));
  source.language = dl_json_element_string (element, NULL, 0, object, "language");
  added (element, self->tables->sources, source.id, dl_timeline_builder_add_source (self->builder, &source));
}

/* Whether the axis has @text, a date or NULL; tells a problem of @path where
 * its clocks skip it, all of it or a part. */
static gboolean
is_on_axis (DlRecordReader *self, DlJsonElement *element, const char *path, const char *member, const char *text)
{
  g_autofree char *reason = NULL;
  DlDate           date;
  DlSkipped        skipped;

  if (text == NULL || !dl_date_parse (text, -1, &date, NULL))
    return FALSE;
  skipped = dl_date_find_skipped (&date, text, dl_timeline_builder_get_zone (self->builder), &reason);
  if (skipped == DL_SKIPPED_WHOLE)
    /* Translators: the name of a member of the file, then why it is left out. */
    dl_json_element_problem (element, path, FALSE, g_strdup_printf (_ ("“%s” is left out: %s"), member, reason));
  else if (skipped == DL_SKIPPED_PART)
    /* Translators: %s is the reason. */
    dl_json_element_problem (element, path, FALSE, g_strdup_printf (_ ("Only part of this date is shown: %s"), reason));
  return skipped != DL_SKIPPED_WHOLE;
}

/* The same of a date at the top of the file. */
static const char *
keep_on_axis (DlRecordReader *self, DlTopMember which, const char *text)
{
  DlJsonElement element;

  if (text == NULL)
    return NULL;
  begin_member (self, which, &element);
  return is_on_axis (self, &element, "", dl_top_member_names[which], text) ? text : NULL;
}

static void
read_era (DlRecordReader *self, DlJsonElement *element, JsonObject *object)
{
  DlEra era = { NULL };

  era.title = dl_json_element_string (element, NULL, 0, object, "title");
  era.date_text = dl_json_element_date (element, NULL, 0, object, "date");
  if (!dl_json_element_has (object, "title") || (era.title != NULL && *era.title == '\0'))
    dl_json_element_problem (element, "", FALSE, g_strdup (_ ("This era has no “title” and is left out.")));
  if (!dl_json_element_has (object, "date"))
    dl_json_element_problem (element, "", FALSE, g_strdup (_ ("This era has no “date” and is left out.")));
  if (era.title != NULL && *era.title != '\0' && is_on_axis (self, element, "/date", "date", era.date_text))
    dl_timeline_builder_add_era (self->builder, &era);
}

static void
read_file (DlRecordReader *self, DlJsonElement *element, JsonObject *object)
{
  DlTimelineFile file = { read_id (element, object), NULL };

  file.name = read_name (element, object, "name", file.id);
  if (file.name != NULL && file.id != NULL)
    added (element, self->tables->files, file.id, dl_timeline_builder_add_file (self->builder, &file));
}

static gboolean
read_list (DlRecordReader *self,
           DlTopMember     which,
           DlObjectKind    kind,
           ReadRecord      read,
           GCancellable   *cancellable,
           GError        **error)
{
  const DlJsonMember *member = &self->scan->members[which];
  DlJsonElement       element;
  guint               i;

  if (!begin_member (self, which, &element))
    return TRUE;
  if (member->kind != DL_JSON_LIST)
    {
      dl_json_element_problem (&element, "", FALSE,
                               g_strdup_printf (_ ("“%s” is not a list and is left out."), dl_top_member_names[which]));
      return TRUE;
    }
  for (i = 0; i < member->elements->len; i++)
    {
      const DlJsonElementFlaw *flaw = dl_json_member_get_flaw (member, i);
      g_autoptr (JsonNode)     root = NULL;

      if (i % CANCEL_RECORDS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      element = (DlJsonElement){
        self->text, g_array_index (member->elements, DlJsonSpan, i), dl_top_member_names[which], i, self->problems, 0
      };
      if (flaw != NULL)
        {
          dl_json_element_flaw (&element, flaw->flaw, flaw->offset, FALSE);
          continue;
        }
      root = dl_json_element_parse (&element, self->parser);
      if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
        {
          dl_json_element_note_unknown (&element, NULL, 0, json_node_get_object (root), kind);
          read (self, &element, json_node_get_object (root));
        }
      else
        dl_json_element_problem (&element, "", FALSE,
                                 g_strdup_printf (_ ("This entry of “%s” is not an object, { … }, and is left out."),
                                                  dl_top_member_names[which]));
    }
  return TRUE;
}

/* Members at the top that a timeline has not. */
static void
note_unknown (DlRecordReader *self)
{
  for (guint i = 0; i < self->scan->others->len; i++)
    {
      gsize            at = g_array_index (self->scan->others, guint32, i);
      gsize            length;
      g_autofree char *name = dl_json_string_dup (self->text, at, self->scan->top.end, &length);
      g_autofree char *shown = NULL;
      g_autofree char *pointer = NULL;

      if (dl_vocabulary_has_member (DL_OBJECT_TIMELINE, name) ||
          (length > 0 && dl_vocabulary_is_private (name, length)))
        continue;
      shown = dl_json_quotable (name);
      pointer = dl_json_path_of (NULL, 0, name);
      dl_problem_list_add_note (self->problems, at, g_steal_pointer (&pointer), dl_vocabulary_dup_unknown (shown),
                                g_strdup (dl_vocabulary_suggest_member (DL_OBJECT_TIMELINE, name)));
    }
}

void
dl_record_reader_read_head (DlRecordReader *self)
{
  g_autofree char   *title = read_string (self, DL_MEMBER_TITLE);
  g_autofree char   *description = read_string (self, DL_MEMBER_DESCRIPTION);
  g_autofree char   *language = read_string (self, DL_MEMBER_LANGUAGE);
  g_autofree char   *as_of = read_date (self, DL_MEMBER_AS_OF);
  g_autofree char   *view = read_date (self, DL_MEMBER_VIEW);
  g_autofree char   *zone_name = read_string (self, DL_MEMBER_TIMEZONE);
  g_autoptr (DlZone) zone = NULL;
  DlJsonElement      element;
  guint              i;

  note_unknown (self);
  read_version (self);
  dl_timeline_builder_set_title (self->builder, title);
  dl_timeline_builder_set_description (self->builder, description);
  dl_timeline_builder_set_language (self->builder, language);
  if (zone_name != NULL)
    {
      begin_member (self, DL_MEMBER_TIMEZONE, &element);
      zone = read_zone (self, &element, "", zone_name);
      dl_timeline_builder_set_zone (self->builder, zone);
    }
  dl_timeline_builder_set_as_of (self->builder, keep_on_axis (self, DL_MEMBER_AS_OF, as_of));
  dl_timeline_builder_set_view (self->builder, keep_on_axis (self, DL_MEMBER_VIEW, view));
  for (i = 0; i < DL_N_TOP_MEMBERS; i++)
    {
      const DlJsonMember *member = &self->scan->members[i];

      if (member->n_times > 1)
        dl_problem_list_add (
          self->problems, member->name_offset, g_strdup_printf ("/%s", dl_top_member_names[i]),
          g_strdup_printf (ngettext ("The member “%s” stands %u time in this file; the last one is read.",
                                     "The member “%s” stands %u times in this file; the last one is read.",
                                     member->n_times),
                           dl_top_member_names[i], member->n_times),
          FALSE);
    }
}

gboolean
dl_record_reader_read_lists (DlRecordReader *self, GCancellable *cancellable, GError **error)
{
  return read_list (self, DL_MEMBER_PEOPLE, DL_OBJECT_PERSON, read_person, cancellable, error) &&
         read_list (self, DL_MEMBER_PLACES, DL_OBJECT_PLACE, read_place, cancellable, error) &&
         read_list (self, DL_MEMBER_TOPICS, DL_OBJECT_TOPIC, read_topic, cancellable, error) &&
         read_list (self, DL_MEMBER_SOURCES, DL_OBJECT_SOURCE, read_source, cancellable, error) &&
         read_list (self, DL_MEMBER_ERAS, DL_OBJECT_ERA, read_era, cancellable, error) &&
         read_list (self, DL_MEMBER_FILES, DL_OBJECT_FILE, read_file, cancellable, error);
}
