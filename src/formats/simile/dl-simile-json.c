/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SIMILE Timeline as JSON, or as a program gives it. */
#include <string.h>

#include <glib/gi18n.h>

#include "formats/draft/dl-draft-rest.h"
#include "formats/rows/dl-row-names.h"
#include "formats/simile/dl-simile-event.h"
#include "formats/simile/dl-simile.h"

enum
{
  TOP_FORMAT,
  TOP_WIKI_URL,
  TOP_WIKI_URL_XML, /* as in the XML: it is met, but SIMILE makes no address of it */
  TOP_WIKI_SECTION,
  TOP_EVENTS,
  TOP_TITLE,
  N_TOP_MEMBERS,
};
static const char *const top_names[] = {
  "dateTimeFormat", "wikiURL", "wiki-url", "wikiSection", "events", "title", NULL
};
static const char *const top_looks[] = { "wiki-section", NULL };

enum
{
  EVENT_START,
  EVENT_LATEST_START,
  EVENT_EARLIEST_END,
  EVENT_END,
  EVENT_TITLE,
  EVENT_DESCRIPTION,
  EVENT_CAPTION,
  EVENT_LINK,
  EVENT_IMAGE,
  EVENT_DURATION_EVENT,
  EVENT_IS_DURATION,
  EVENT_ID,
  EVENT_EVENT_ID,
  EVENT_CATEGORY,
  EVENT_S, /* the same by their short names */
  EVENT_LS,
  EVENT_EE,
  EVENT_E,
  EVENT_T,
  EVENT_D,
  EVENT_DE,
  EVENT_EID,
  N_EVENT_MEMBERS,
};
static const char *const event_names[] = { "start",       "latestStart", "earliestEnd", "end",      "title",
                                           "description", "caption",     "link",        "image",    "durationEvent",
                                           "isDuration",  "id",          "eventID",     "category", "s",
                                           "ls",          "ee",          "e",           "t",        "d",
                                           "de",          "eid",         NULL };

/* Which of the long names a short one stands for, from EVENT_S on. */
static const guint long_names[] = { EVENT_START, EVENT_LATEST_START, EVENT_EARLIEST_END,   EVENT_END,
                                    EVENT_TITLE, EVENT_DESCRIPTION,  EVENT_DURATION_EVENT, EVENT_EVENT_ID };

/* What only SIMILE's events have. */
static const char *const marks[] = { "durationEvent", "isDuration", "latestStart", "earliestEnd", "trackNum",
                                     "tapeImage",     "textColor",  "classname",   NULL };

static gboolean
has_marks (const DlLiteral *events)
{
  DlLiteralIter iter;
  DlLiteral     event;
  DlLiteral     values[G_N_ELEMENTS (marks)];
  DlLiteral     start;

  dl_literal_iter_init (&iter, events);
  for (guint n = 0; n < DL_INPUT_SNIFFED_ELEMENTS && dl_literal_iter_next (&iter, NULL, &event); n++)
    {
      if (event.kind != DL_LITERAL_OBJECT || !dl_literal_get_member (&event, "start", &start))
        continue;
      dl_literal_get_members (&event, marks, values);
      for (guint i = 0; marks[i] != NULL; i++)
        if (values[i].kind != DL_LITERAL_NOTHING)
          return TRUE;
    }
  return FALSE;
}

/* Whether an object is one with events. */
static gboolean
is_root (const DlLiteral *value)
{
  DlLiteral members[N_TOP_MEMBERS];

  dl_literal_get_members (value, top_names, members);
  return members[TOP_EVENTS].kind == DL_LITERAL_LIST &&
         (members[TOP_FORMAT].kind == DL_LITERAL_STRING || members[TOP_WIKI_URL].kind == DL_LITERAL_STRING ||
          members[TOP_WIKI_URL_XML].kind == DL_LITERAL_STRING || has_marks (&members[TOP_EVENTS]));
}

/* Whether a list is one of such objects. */
static gboolean
is_list_of_roots (const DlLiteral *list)
{
  DlLiteralIter iter;
  DlLiteral     value;

  if (list->kind != DL_LITERAL_LIST)
    return FALSE;
  dl_literal_iter_init (&iter, list);
  return dl_literal_iter_next (&iter, NULL, &value) && value.kind == DL_LITERAL_OBJECT && is_root (&value);
}

typedef struct
{
  DlDraftLiteral literal;
  DlInput       *input;
  guint          n_roots;    /* objects with events; not more than two are counted */
  const char    *first_name; /* in a program; nullable */
  gboolean       have_names; /* by which they are told apart */
} Reader;

static gboolean
sniff (DlInput *input)
{
  GArray *literals = dl_input_get_literals (input);

  for (guint i = 0; i < literals->len; i++)
    {
      const DlLiteral *value = &g_array_index (literals, DlLiteralFound, i).value;

      if (is_root (value) || is_list_of_roots (value))
        return TRUE;
    }
  return FALSE;
}

/* What is said beside all that has a place; a caption, too, where that is not the title. Returns: (transfer full) */
static char *
dup_rest (DlDraftLiteral *self, const DlLiteral *event, const DlLiteral *members)
{
  GString         *lines = g_string_new (NULL);
  g_autofree char *rest =
    dl_draft_literal_dup_rest (self, event, NULL, (const char *const *const[]){ event_names, dl_simile_looks, NULL });
  g_autofree char *caption = dl_literal_dup_line (&members[EVENT_CAPTION]);
  g_autofree char *title = dl_literal_dup_line (&members[EVENT_TITLE]);

  if (*title != '\0' && strcmp (caption, title) != 0)
    dl_draft_add_line (lines, event_names[EVENT_CAPTION], caption);
  if (lines->len > 0 && *rest != '\0')
    g_string_append_c (lines, '\n');
  return g_string_free (g_string_append (lines, rest), FALSE);
}

/* @topic: (nullable): of those events that have none */
static void
read_event (DlDraftLiteral *self, const DlLiteral *value, const DlSimileWiki *wiki, const char *topic)
{
  g_auto (DlSimileEvent) event = { value->at };
  g_autoptr (GError)     error = NULL;
  DlLiteral              members[N_EVENT_MEMBERS];

  dl_literal_get_members (value, event_names, members);
  for (guint i = 0; i < G_N_ELEMENTS (long_names); i++)
    if (members[long_names[i]].kind == DL_LITERAL_NOTHING)
      members[long_names[i]] = members[EVENT_S + i];
  event.start_at = members[EVENT_START].kind != DL_LITERAL_NOTHING ? members[EVENT_START].at : value->at;
  dl_literal_dup_dates (&members[EVENT_START], &members[EVENT_END], DL_EPOCH_ANY, &event.start, &event.end);
  event.latest_start = dl_literal_dup_date (&members[EVENT_LATEST_START], DL_EPOCH_ANY);
  event.earliest_end = dl_literal_dup_date (&members[EVENT_EARLIEST_END], DL_EPOCH_ANY);
  event.title = dl_literal_dup_trimmed (&members[EVENT_TITLE]);
  if (event.title == NULL)
    event.title = dl_literal_dup_trimmed (&members[EVENT_CAPTION]);
  event.description = dl_literal_dup_text (&members[EVENT_DESCRIPTION]);
  event.link = dl_literal_dup_trimmed (&members[EVENT_LINK]);
  event.image = dl_literal_dup_trimmed (&members[EVENT_IMAGE]);
  event.id = dl_literal_dup_trimmed (&members[EVENT_EVENT_ID]);
  if (event.id == NULL)
    event.id = dl_literal_dup_trimmed (&members[EVENT_ID]);
  event.topic = dl_literal_dup_trimmed (&members[EVENT_CATEGORY]);
  if (event.topic == NULL)
    event.topic = g_strdup (topic);
  event.is_instant = !dl_literal_get_boolean (&members[EVENT_DURATION_EVENT], TRUE) ||
                     !dl_literal_get_boolean (&members[EVENT_IS_DURATION], TRUE);
  event.rest = dup_rest (self, value, members);
  if (!dl_simile_event_put (&event, wiki, self->draft, &error))
    dl_draft_literal_tell_no_date (self, &members[EVENT_START], g_steal_pointer (&error));
}

/* The events of one object, with its own wiki.
 * @name: (nullable): what a program calls it */
static gboolean
read_root (Reader *self, const DlLiteral *root, const char *name, GError **error)
{
  g_auto (DlSimileWiki) wiki = { NULL };
  DlLiteral             members[N_TOP_MEMBERS];
  DlLiteral             value;
  DlLiteralIter         iter;
  g_autofree char      *title = NULL;
  const char           *topic = NULL;

  dl_literal_get_members (root, top_names, members);
  title = dl_literal_dup_line (&members[TOP_TITLE]);
  wiki.url = dl_literal_dup_trimmed (&members[TOP_WIKI_URL]);
  wiki.section = dl_literal_dup_text (&members[TOP_WIKI_SECTION]);
  dl_draft_literal_leave_rest (&self->literal, root, NULL, (const char *const *const[]){ top_names, top_looks, NULL });
  if (self->n_roots < 2)
    dl_draft_set_title (self->literal.draft, title);
  else if (*title != '\0')
    topic = title;
  else if (self->have_names && name != NULL && !dl_row_name_is_container (name))
    topic = name;
  dl_literal_iter_init (&iter, &members[TOP_EVENTS]);
  while (dl_literal_iter_next (&iter, NULL, &value))
    {
      if (!dl_input_go_on (self->input, error))
        return FALSE;
      read_event (&self->literal, &value, &wiki, topic);
    }
  return TRUE;
}

typedef gboolean (*RootFunc) (Reader *self, const DlLiteral *root, const char *name, GError **error);

/* Goes to all objects with events: a program may have several, one for each source of them. Returns: FALSE where
 * @func does */
static gboolean
for_each_root (Reader *self, RootFunc func, GError **error)
{
  GArray *literals = dl_input_get_literals (self->input);

  for (guint i = 0; i < literals->len; i++)
    {
      const DlLiteralFound *found = &g_array_index (literals, DlLiteralFound, i);
      DlLiteralIter         iter;
      DlLiteral             value;
      gboolean              is_list = is_list_of_roots (&found->value);

      self->literal.root = found->value;
      if (!is_list && !is_root (&found->value))
        continue;
      if (!dl_input_check_literal (self->input, &found->value, error) ||
          (!is_list && !func (self, &found->value, found->name, error)))
        return FALSE;
      dl_literal_iter_init (&iter, &found->value);
      while (is_list && dl_literal_iter_next (&iter, NULL, &value))
        if (is_root (&value) && !func (self, &value, NULL, error))
          return FALSE;
    }
  return TRUE;
}

/* The first two say enough of all. */
static gboolean
count_root (Reader *self, G_GNUC_UNUSED const DlLiteral *root, const char *name, G_GNUC_UNUSED GError **error)
{
  self->have_names = self->n_roots > 0 && g_strcmp0 (name, self->first_name) != 0;
  self->first_name = name;
  return ++self->n_roots < 2;
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  Reader self = { .literal = { .draft = draft }, .input = input };

  for_each_root (&self, count_root, NULL);
  return for_each_root (&self, read_root, error);
}

const DlFormat dl_format_simile_json = {
  .nick = "simile-json",
  .label = N_ ("SIMILE Timeline"),
  .endings = "json js",
  .sniff = sniff,
  .read = read_file,
};
