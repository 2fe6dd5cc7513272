/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events of schema.org. They may stand anywhere: alone, in a list or a graph, as parts of
 * other events, or as what a place or a page has. */
#include "formats/schemaorg/dl-schemaorg.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/draft/dl-draft-address.h"
#include "formats/draft/dl-draft-rest.h"
#include "formats/schemaorg/dl-schemaorg-graph.h"
#include "formats/schemaorg/dl-schemaorg-parts.h"
#include "formats/schemaorg/dl-schemaorg-words.h"

/* Events are looked for so deep. */
#define EVENTS_DEPTH 12
/* Values that are looked at to know the format. */
#define MAX_LOOKED_AT 20000

enum
{
  EVENT_TYPE,
  EVENT_TYPE_ALIAS,
  EVENT_NAME,
  EVENT_HEADLINE,
  EVENT_START,
  EVENT_END,
  EVENT_STATUS,
  EVENT_PREVIOUS,
  EVENT_LOCATION,
  EVENT_ORGANIZER,
  EVENT_PERFORMER,
  EVENT_DESCRIPTION,
  EVENT_URL,
  EVENT_ID,
  EVENT_SCHEDULE,
  EVENT_SAME_AS,
  EVENT_IMAGE,
  N_EVENT_MEMBERS,
};
static const char *const event_names[] = { "@type",     "type",      "name",          "headline",
                                           "startDate", "endDate",   "eventStatus",   "previousStartDate",
                                           "location",  "organizer", "performer",     "description",
                                           "url",       "@id",       "eventSchedule", "sameAs",
                                           "image",     NULL };
/* What something is called. */
static const char *const called_names[] = { "@value", "name", NULL };
static const char *const address_names[] = { "address", NULL };
static const char *const image_names[] = { "url", "contentUrl", NULL };

enum
{
  SCHEDULE_START,
  SCHEDULE_END,
  SCHEDULE_FREQUENCY,
  SCHEDULE_DAY,
  SCHEDULE_COUNT,
  SCHEDULE_START_TIME,
  SCHEDULE_END_TIME,
  N_SCHEDULE_MEMBERS,
};
static const char *const schedule_names[] = { "startDate",   "endDate",   "repeatFrequency", "byDay",
                                              "repeatCount", "startTime", "endTime",         NULL };

typedef struct
{
  DlDraftLiteral literal;
  DlInput       *input;
  GError        *error;
  gboolean       told_repeats;
  GHashTable    *graph;    /* see dl_schemaorg_graph_new() */
  GHashTable    *wholes;   /* see dl_schemaorg_dup_id() */
  guint          n_within; /* events that are gone through */
  char          *status;   /* of the event, where it is none of those that there are; nullable */
} Reader;

typedef void (*EventFunc) (Reader *self, const DlLiteral *event, const DlLiteral *members, const char *parent);

/* The type of an event. Returns: (transfer full) (nullable): NULL when it is none */
static char *
dup_event_type (const DlLiteral *members)
{
  return dl_schemaorg_dup_event_type (
    &members[members[EVENT_TYPE].kind != DL_LITERAL_NOTHING ? EVENT_TYPE : EVENT_TYPE_ALIAS]);
}

/* Whether an object is an event with some date. "type" alone, without "@", may be anything's,
 * so that then all else must fit. */
static gboolean
is_event (const DlLiteral *members)
{
  g_autofree char *type = dup_event_type (members);

  if (type == NULL)
    return FALSE;
  if (members[EVENT_TYPE].kind != DL_LITERAL_NOTHING)
    return TRUE;
  return members[EVENT_START].kind != DL_LITERAL_NOTHING && members[EVENT_NAME].kind != DL_LITERAL_NOTHING;
}

/* Tells what of the file is no event, and no part of one. */
static void
leave_out (Reader *self, const DlLiteral *object, const DlLiteral *members)
{
  g_autofree char *type =
    members[EVENT_TYPE].kind == DL_LITERAL_STRING ? dl_schemaorg_dup_type_word (&members[EVENT_TYPE]) : NULL;

  /* What an event names by its id is told with that. */
  if (self->n_within == 0 && type != NULL && *type != '\0' &&
      !dl_schemaorg_graph_is_meant (self->graph, &members[EVENT_ID]))
    dl_draft_leave_out (self->literal.draft, object->at, type);
}

/* Goes to all events in @value. @left: how many values may yet be looked at.
 * Returns: whether there is one; with no @func after the first */
static gboolean
walk (Reader *self, const DlLiteral *value, const char *parent, guint depth, guint *left, EventFunc func)
{
  DlLiteral        members[N_EVENT_MEMBERS];
  g_autofree char *id = NULL;
  DlLiteralIter    iter;
  DlLiteral        key;
  DlLiteral        inner;
  gboolean         found = FALSE;
  gboolean         is_within = FALSE;

  if (value->kind == DL_LITERAL_OBJECT)
    {
      dl_schemaorg_get_members (value, event_names, members);
      found = is_event (members);
      if (found && func == NULL)
        return TRUE;
      if (found)
        {
          id = dl_schemaorg_dup_id (value, self->wholes);
          func (self, value, members, parent);
          if (self->error != NULL)
            return TRUE;
          self->n_within++;
        }
      else if (func != NULL)
        leave_out (self, value, members);
      is_within = found && func != NULL;
    }
  else if (value->kind != DL_LITERAL_LIST)
    return FALSE;
  dl_literal_iter_init (&iter, value);
  while (depth > 0 && *left > 0 && dl_literal_iter_peek (&iter, &key, &inner))
    {
      const char *whole = id != NULL ? id : parent;

      if (func == NULL)
        (*left)--;
      /* That of which it is a part itself is no part of it. */
      if (is_within && dl_schemaorg_is_name (&key, "superEvent"))
        whole = NULL;
      if (inner.kind == DL_LITERAL_OBJECT || inner.kind == DL_LITERAL_LIST)
        found = walk (self, &inner, whole, depth - 1, left, func) || found;
      if ((found && func == NULL) || !dl_literal_iter_pass (&iter) || (self != NULL && self->error != NULL))
        break;
    }
  if (is_within)
    self->n_within--;
  return found;
}

static gboolean
sniff (DlInput *input)
{
  GArray *literals;
  guint   left = MAX_LOOKED_AT;

  /* Nothing else is looked through for it. */
  if (input->length == 0 || memchr (input->text, '{', input->length) == NULL ||
      memchr (input->text, '@', input->length) == NULL)
    return FALSE;
  if (!dl_input_has (input, "schema.org") && !dl_input_has (input, "@type"))
    return FALSE;
  literals = dl_input_get_literals (input);
  for (guint i = 0; i < literals->len; i++)
    if (walk (NULL, &g_array_index (literals, DlLiteralFound, i).value, NULL, EVENTS_DEPTH, &left, NULL))
      return TRUE;
  return FALSE;
}

/* One of the places, with a name or an address. @first: whether it is where the event is; another is said
 * in its summary */
static void
put_one_location (Reader *self, const DlLiteral *told, gboolean first)
{
  static const char *const read[] = { "@value", "name", "address", NULL };
  const char              *event = event_names[EVENT_LOCATION];
  DlLiteral                whole = dl_schemaorg_graph_resolve (self->graph, told);
  const DlLiteral         *location = &whole;
  g_autofree char         *name = dl_schemaorg_dup_words (location, TRUE);
  g_autofree char         *address = NULL;
  DlLiteral                inner;

  dl_schemaorg_get_members (location, address_names, &inner);
  if (inner.kind != DL_LITERAL_NOTHING)
    address = dl_schemaorg_dup_address (&inner);
  if (*name == '\0' && address != NULL)
    {
      g_free (name);
      name = g_steal_pointer (&address);
    }
  if (first)
    dl_draft_put_place (self->literal.draft, name);
  else
    dl_draft_put_line (self->literal.draft, event, name);
  dl_draft_put_line (self->literal.draft, "address", address);
  dl_draft_literal_put_rest (&self->literal, location, event, (const char *const *const[]){ read, NULL });
}

static void
put_location (Reader *self, const DlLiteral *location)
{
  DlLiteralIter iter;
  DlLiteral     inner;
  gboolean      first = TRUE;

  if (location->kind != DL_LITERAL_LIST)
    {
      put_one_location (self, location, TRUE);
      return;
    }
  dl_literal_iter_init (&iter, location);
  for (; dl_literal_iter_next (&iter, NULL, &inner); first = FALSE)
    if (inner.kind != DL_LITERAL_LIST)
      put_one_location (self, &inner, first);
}

static void
put_people (Reader *self, const DlLiteral *told, const char *role)
{
  DlLiteral        whole = dl_schemaorg_graph_resolve (self->graph, told);
  const DlLiteral *people = &whole;
  g_autofree char *name = NULL;
  DlLiteralIter    iter;
  DlLiteral        inner;

  if (people->kind == DL_LITERAL_LIST)
    {
      dl_literal_iter_init (&iter, people);
      while (dl_literal_iter_next (&iter, NULL, &inner))
        if (inner.kind != DL_LITERAL_LIST)
          put_people (self, &inner, role);
      return;
    }
  name = dl_schemaorg_dup_words (people, TRUE);
  dl_schemaorg_put_person (self->literal.draft, name, role);
  dl_draft_literal_put_rest (&self->literal, people, role, (const char *const *const[]){ called_names, NULL });
}

/* An address, each of a list, or that of an object. */
static void
put_url (Reader *self, const DlLiteral *url)
{
  g_autofree char *address = NULL;
  DlLiteral        members[2];
  DlLiteralIter    iter;
  DlLiteral        inner;

  if (url->kind == DL_LITERAL_LIST)
    {
      dl_literal_iter_init (&iter, url);
      while (dl_literal_iter_next (&iter, NULL, &inner))
        if (inner.kind != DL_LITERAL_LIST)
          put_url (self, &inner);
      return;
    }
  dl_schemaorg_get_members (url, image_names, members);
  inner = members[members[0].kind != DL_LITERAL_NOTHING ? 0 : 1];
  address = dl_literal_dup_trimmed (inner.kind != DL_LITERAL_NOTHING ? &inner : url);
  if (address == NULL)
    address = dl_schemaorg_dup_words (url, TRUE);
  if (*address != '\0')
    dl_draft_literal_put_address (&self->literal, url, address, NULL, NULL);
}

/* What is not the rule of its states. */
static void
put_status (Reader *self, const DlLiteral *members)
{
  DlLiteral        first = members[EVENT_STATUS];
  DlLiteralIter    iter;
  g_autofree char *status = NULL;
  g_autofree char *previous = dl_literal_dup_date (&members[EVENT_PREVIOUS], DL_EPOCH_NONE);

  dl_literal_iter_init (&iter, &members[EVENT_STATUS]);
  if (members[EVENT_STATUS].kind == DL_LITERAL_LIST && !dl_literal_iter_next (&iter, NULL, &first))
    first.kind = DL_LITERAL_NOTHING;
  status = dl_schemaorg_dup_type_word (&first);
  if (!dl_schemaorg_put_status (self->literal.draft, status) && previous == NULL)
    self->status = g_steal_pointer (&status);
  if (previous != NULL)
    {
      /* Translators: of an event that was put on another date; %s is a date as it stands in the file. */
      g_autofree char *note = g_strdup_printf (_ ("Rescheduled from %s."), previous);

      dl_draft_put_date_note (self->literal.draft, note);
    }
}

/* How it repeats, as it stands in the file: "P1W · Monday, Wednesday · 18:00–20:00". transfer full */
static char *
describe_schedule (const DlLiteral *members)
{
  static const guint  shown[] = { SCHEDULE_FREQUENCY, SCHEDULE_DAY, SCHEDULE_COUNT, SCHEDULE_START_TIME,
                                  SCHEDULE_END_TIME };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const DlLiteral *value = &members[shown[i]];
      DlLiteralIter    iter;
      DlLiteral        inner = *value;
      gboolean         is_list = value->kind == DL_LITERAL_LIST;

      dl_literal_iter_init (&iter, value);
      while (!is_list || dl_literal_iter_next (&iter, NULL, &inner))
        {
          g_autofree char *word =
            inner.kind == DL_LITERAL_STRING ? dl_schemaorg_dup_type_word (&inner) : dl_literal_dup_trimmed (&inner);

          if (shown[i] == SCHEDULE_START_TIME || shown[i] == SCHEDULE_END_TIME)
            {
              g_free (word);
              word = dl_literal_dup_trimmed (&inner);
            }
          if (word != NULL && *word != '\0')
            g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", word);
          if (!is_list)
            break;
        }
    }
  return g_strdup (words->str);
}

/* What an event that repeats has instead of a date, or beside one: the whole span is shown,
 * and how it repeats is told. */
static void
take_schedule (Reader *self, DlLiteral *event_members)
{
  DlLiteral        schedule = event_members[EVENT_SCHEDULE];
  DlLiteral        members[N_SCHEDULE_MEMBERS];
  DlLiteralIter    iter;
  g_autofree char *words = NULL;
  g_autofree char *note = NULL;

  if (schedule.kind == DL_LITERAL_LIST)
    {
      DlLiteral list = schedule;
      DlLiteral other;

      dl_literal_iter_init (&iter, &list);
      if (!dl_literal_iter_next (&iter, NULL, &schedule))
        return;
      if (dl_literal_iter_next (&iter, NULL, &other))
        dl_draft_literal_tell (&self->literal, &other,
                               g_strdup (_ ("Of the schedules of an event only the first is read.")));
    }
  if (schedule.kind != DL_LITERAL_OBJECT)
    return;
  dl_schemaorg_get_members (&schedule, schedule_names, members);
  if (event_members[EVENT_START].kind == DL_LITERAL_NOTHING)
    {
      event_members[EVENT_START] = members[SCHEDULE_START];
      event_members[EVENT_END] = members[SCHEDULE_END];
    }
  words = describe_schedule (members);
  if (*words == '\0' || dl_draft_has_date_note (self->literal.draft))
    return;
  /* Translators: %s tells how often, as it stands in the file, such as “P1W · Monday”. */
  note = g_strdup_printf (_ ("Repeats: %s"), words);
  dl_draft_put_date_note (self->literal.draft, note);
  if (!self->told_repeats)
    dl_draft_literal_tell_note (&self->literal, &schedule,
                                g_strdup (_ ("A repeating event is read as one event from its first time to its last; "
                                             "how it repeats is said with its date.")));
  self->told_repeats = TRUE;
}

/* Of a list of which the first is read, the others. */
static void
put_others (Reader *self, const DlLiteral *list, const char *name)
{
  DlLiteralIter iter;
  DlLiteral     value;

  if (list->kind != DL_LITERAL_LIST)
    return;
  dl_literal_iter_init (&iter, list);
  dl_literal_iter_next (&iter, NULL, &value);
  while (dl_literal_iter_next (&iter, NULL, &value))
    {
      g_autofree char *words = dl_schemaorg_dup_words (&value, TRUE);

      dl_draft_put_line (self->literal.draft, name, words);
    }
}

/* What is said of an event beside all that has a place. */
static void
put_rest (Reader *self, const DlLiteral *event, const DlLiteral *members)
{
  dl_draft_put_line (self->literal.draft, event_names[EVENT_STATUS], self->status);
  g_clear_pointer (&self->status, g_free);
  put_others (self, &members[EVENT_NAME], event_names[EVENT_NAME]);
  put_others (self, &members[EVENT_DESCRIPTION], event_names[EVENT_DESCRIPTION]);
  if (members[EVENT_NAME].kind != DL_LITERAL_NOTHING && members[EVENT_HEADLINE].kind != DL_LITERAL_NOTHING)
    {
      g_autofree char *headline = dl_schemaorg_dup_words (&members[EVENT_HEADLINE], TRUE);

      dl_draft_put_line (self->literal.draft, event_names[EVENT_HEADLINE], headline);
    }
  dl_draft_literal_put_rest (&self->literal, &members[EVENT_SCHEDULE], event_names[EVENT_SCHEDULE],
                             (const char *const *const[]){ schedule_names, NULL });
  dl_draft_literal_put_rest (&self->literal, event, NULL,
                             (const char *const *const[]){ event_names, dl_schemaorg_event_lists, NULL });
}

static void
read_event (Reader *self, const DlLiteral *event, const DlLiteral *given, const char *parent)
{
  DlDraft         *draft = self->literal.draft;
  DlLiteral        members[N_EVENT_MEMBERS];
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  g_autofree char *type = NULL;
  g_autofree char *id = NULL;

  if (!dl_input_go_on (self->input, &self->error))
    return;
  memcpy (members, given, sizeof members);
  for (guint i = EVENT_START; i <= EVENT_END; i++)
    members[i] = dl_schemaorg_get_first (&members[i]);
  /* A mention of an event that is told elsewhere. */
  if (members[EVENT_NAME].kind == DL_LITERAL_NOTHING && members[EVENT_START].kind == DL_LITERAL_NOTHING &&
      members[EVENT_HEADLINE].kind == DL_LITERAL_NOTHING && members[EVENT_SCHEDULE].kind == DL_LITERAL_NOTHING)
    return;
  dl_draft_begin_event (draft, event->at);
  title = dl_schemaorg_dup_words (
    &members[members[EVENT_NAME].kind != DL_LITERAL_NOTHING ? EVENT_NAME : EVENT_HEADLINE], TRUE);
  dl_draft_put_title (draft, title);
  g_clear_pointer (&self->status, g_free);
  put_status (self, members);
  take_schedule (self, members);
  if (!dl_draft_literal_put_dates (&self->literal, event, &members[EVENT_START], &members[EVENT_END], DL_EPOCH_ANY,
                                   FALSE, NULL))
    return;
  description = dl_schemaorg_dup_words (&members[EVENT_DESCRIPTION], FALSE);
  id = dl_schemaorg_dup_id (event, self->wholes);
  dl_draft_put_id (draft, id);
  dl_draft_put_summary (draft, description);
  type = dup_event_type (members);
  dl_schemaorg_put_type (draft, type);
  put_location (self, &members[EVENT_LOCATION]);
  put_people (self, &members[EVENT_PERFORMER], _ ("Performer"));
  put_people (self, &members[EVENT_ORGANIZER], _ ("Organizer"));
  put_url (self, &members[EVENT_URL]);
  put_url (self, &members[EVENT_SAME_AS]);
  put_url (self, &members[EVENT_IMAGE]);
  put_rest (self, event, members);
  dl_schemaorg_put_parts (&self->literal, self->graph, self->wholes, event, parent);
  dl_draft_end_event (draft);
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  GArray  *literals = dl_input_get_literals (input);
  Reader   self = { .literal = { .draft = draft, .has_vocabulary = TRUE }, .input = input };
  gboolean json = dl_input_is_data (input);
  guint    left = 1;

  self.graph = dl_schemaorg_graph_new (input);
  self.wholes = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < literals->len && self.error == NULL; i++)
    {
      const DlLiteral *value = &g_array_index (literals, DlLiteralFound, i).value;

      if (json && !dl_input_check_literal (input, value, &self.error))
        break;
      self.literal.root = *value;
      walk (&self, value, NULL, EVENTS_DEPTH, &left, read_event);
    }
  g_free (self.status);
  g_hash_table_unref (self.graph);
  g_hash_table_unref (self.wholes);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}

const DlFormat dl_format_schemaorg = {
  .nick = "schemaorg",
  .label = N_ ("Events of schema.org"),
  .endings = "jsonld json html",
  .sniff = sniff,
  .read = read_file,
};
