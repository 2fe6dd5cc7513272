/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How events are parts of others: one holds another, or either names the other by its id. */
#include "formats/schemaorg/dl-schemaorg-parts.h"

#include "formats/draft/dl-draft-rest.h"
#include "formats/schemaorg/dl-schemaorg-graph.h"
#include "formats/schemaorg/dl-schemaorg-words.h"

enum
{
  LIST_SUPER_EVENT,
  LIST_SUB_EVENT,
  LIST_SUB_EVENTS,
  LIST_EVENT,
  LIST_EVENTS,
  N_LISTS,
};
const char *const dl_schemaorg_event_lists[] = { "superEvent", "subEvent", "subEvents", "event", "events", NULL };

enum
{
  MEMBER_TYPE,
  MEMBER_TYPE_ALIAS,
  MEMBER_ID,
  MEMBER_START,
  MEMBER_SCHEDULE,
  N_MEMBERS,
};
static const char *const member_names[] = { "@type", "type", "@id", "startDate", "eventSchedule", NULL };

char *
dl_schemaorg_dup_id (const DlLiteral *event, GHashTable *wholes)
{
  DlLiteral members[N_MEMBERS];
  DlLiteral lists[N_LISTS];

  dl_schemaorg_get_members (event, member_names, members);
  if (members[MEMBER_ID].kind != DL_LITERAL_NOTHING)
    return dl_literal_dup_trimmed (&members[MEMBER_ID]);
  dl_schemaorg_get_members (event, dl_schemaorg_event_lists, lists);
  if (lists[LIST_SUB_EVENT].kind == DL_LITERAL_NOTHING && lists[LIST_SUB_EVENTS].kind == DL_LITERAL_NOTHING &&
      !g_hash_table_contains (wholes, GSIZE_TO_POINTER (event->at)))
    return NULL;
  return g_strdup_printf ("whole-%" G_GSIZE_FORMAT, event->at);
}

/* Whether it is an event; @dated: and when is told */
static gboolean
is_event (const DlLiteral *value, gboolean dated)
{
  DlLiteral        members[N_MEMBERS];
  g_autofree char *type = NULL;

  dl_schemaorg_get_members (value, member_names, members);
  type = dl_schemaorg_dup_event_type (
    &members[members[MEMBER_TYPE].kind != DL_LITERAL_NOTHING ? MEMBER_TYPE : MEMBER_TYPE_ALIAS]);
  return type != NULL && (!dated || members[MEMBER_START].kind != DL_LITERAL_NOTHING ||
                          members[MEMBER_SCHEDULE].kind != DL_LITERAL_NOTHING);
}

/* What has no place among the events is kept by its words. @told: as it stands in the file */
static void
put_words (DlDraftLiteral *self, const char *name, const DlLiteral *told)
{
  g_autofree char *words = dl_schemaorg_dup_words (told, TRUE);

  if (told->kind == DL_LITERAL_OBJECT && !dl_schemaorg_is_reference (told))
    dl_draft_literal_put_rest (self, told, name, NULL);
  else
    dl_draft_put_line (self->draft, name, words);
}

/* One of those that the event is a part of. */
static void
put_whole (DlDraftLiteral *self, GHashTable *graph, GHashTable *wholes, const DlLiteral *told, const char *put)
{
  DlLiteral        whole = *told;
  g_autofree char *id = NULL;

  dl_schemaorg_graph_find (graph, told, &whole);
  if (!is_event (&whole, TRUE))
    {
      g_autofree char *name = dl_schemaorg_dup_words (&whole, TRUE);

      /* An event without a date is told by itself to be lost, and has a name here. */
      if (is_event (&whole, FALSE))
        dl_draft_put_line (self->draft, dl_schemaorg_event_lists[LIST_SUPER_EVENT], name);
      else
        put_words (self, dl_schemaorg_event_lists[LIST_SUPER_EVENT], told);
      return;
    }
  g_hash_table_add (wholes, GSIZE_TO_POINTER (whole.at));
  id = dl_schemaorg_dup_id (&whole, wholes);
  if (g_strcmp0 (id, put) != 0)
    dl_draft_put_relation (self->draft, id, DL_RELATION_PART_OF);
}

/* One of its parts. An event says itself that it is one. */
static void
keep_part (DlDraftLiteral *self, GHashTable *graph, const char *name, const DlLiteral *told)
{
  DlLiteral part = *told;

  dl_schemaorg_graph_find (graph, told, &part);
  if (!is_event (&part, FALSE))
    put_words (self, name, told);
}

void
dl_schemaorg_put_parts (DlDraftLiteral  *self,
                        GHashTable      *graph,
                        GHashTable      *wholes,
                        const DlLiteral *event,
                        const char      *parent)
{
  g_autofree char *own = dl_schemaorg_dup_id (event, wholes);
  g_autofree char *whole_id = g_strdup (parent);
  DlLiteral        lists[N_LISTS];
  DlLiteral        whole;

  if (whole_id == NULL && dl_schemaorg_graph_get_whole (graph, own, &whole) && is_event (&whole, TRUE))
    whole_id = dl_schemaorg_dup_id (&whole, wholes);
  dl_draft_put_relation (self->draft, whole_id, DL_RELATION_PART_OF);
  dl_schemaorg_get_members (event, dl_schemaorg_event_lists, lists);
  for (guint i = 0; i < N_LISTS; i++)
    {
      DlLiteral     value = lists[i];
      DlLiteralIter iter;

      dl_literal_iter_init (&iter, &lists[i]);
      while (value.kind != DL_LITERAL_NOTHING &&
             (lists[i].kind != DL_LITERAL_LIST || dl_literal_iter_next (&iter, NULL, &value)))
        {
          if (i == LIST_SUPER_EVENT)
            put_whole (self, graph, wholes, &value, whole_id);
          else
            keep_part (self, graph, dl_schemaorg_event_lists[i], &value);
          if (lists[i].kind != DL_LITERAL_LIST)
            break;
        }
    }
}
