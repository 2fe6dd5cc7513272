/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/dl-search-match.h"

#include <string.h>

/* Not looked at yet; no query has a word for every bit. */
#define UNKNOWN (-1)

/* The names of one record. @scratch: of one thread */
typedef guint32 (*MatchFunc) (DlSearchNames *self, guint index, GString *scratch);

/* Of each record the words that its names have, or UNKNOWN. */
typedef struct
{
  int      *met;
  MatchFunc match;
} Table;

struct _DlSearchNames
{
  DlTimeline *timeline;
  DlQuery    *query;
  guint32     all;
  Table       people;
  Table       places;
  Table       topics;
  Table       sources;
};

static guint32
match_name (DlSearchNames *self, const char *name, GString *scratch)
{
  return name == NULL ? 0 : dl_query_match (self->query, name, strlen (name), scratch);
}

static guint32
match_person (DlSearchNames *self, guint index, GString *scratch)
{
  const DlPerson *person = dl_timeline_get_person (self->timeline, index);
  guint32         met = match_name (self, person->name, scratch);

  for (guint i = 0; person->aliases != NULL && person->aliases[i] != NULL; i++)
    met |= match_name (self, person->aliases[i], scratch);
  return met;
}

static guint32
match_place (DlSearchNames *self, guint index, GString *scratch)
{
  return match_name (self, dl_timeline_get_place (self->timeline, index)->name, scratch);
}

static guint32
match_topic (DlSearchNames *self, guint index, GString *scratch)
{
  return match_name (self, dl_timeline_get_topic (self->timeline, index)->name, scratch);
}

static guint32
match_source (DlSearchNames *self, guint index, GString *scratch)
{
  const DlSource *source = dl_timeline_get_source (self->timeline, index);

  return match_name (self, source->title, scratch) | match_name (self, source->publisher, scratch) |
         match_name (self, source->author, scratch);
}

static void
init_table (Table *table, guint n, MatchFunc match)
{
  table->match = match;
  table->met = g_new (int, MAX (n, 1));
  memset (table->met, 0xff, n * sizeof (int));
}

DlSearchNames *
dl_search_names_new (DlTimeline *timeline, DlQuery *query)
{
  DlSearchNames *self = g_new0 (DlSearchNames, 1);

  self->timeline = g_object_ref (timeline);
  self->query = dl_query_ref (query);
  self->all = dl_query_get_terms (query);
  init_table (&self->people, dl_timeline_get_n_people (timeline), match_person);
  init_table (&self->places, dl_timeline_get_n_places (timeline), match_place);
  init_table (&self->topics, dl_timeline_get_n_topics (timeline), match_topic);
  init_table (&self->sources, dl_timeline_get_n_sources (timeline), match_source);
  return self;
}

void
dl_search_names_free (DlSearchNames *self)
{
  g_free (self->people.met);
  g_free (self->places.met);
  g_free (self->topics.met);
  g_free (self->sources.met);
  dl_query_unref (self->query);
  g_object_unref (self->timeline);
  g_free (self);
}

/* Two threads may find the same at once, which is the same. */
static guint32
match_record (DlSearchNames *self, Table *table, guint32 index, GString *scratch)
{
  int met = g_atomic_int_get (&table->met[index]);

  if (met == UNKNOWN)
    {
      met = (int) table->match (self, index, scratch);
      g_atomic_int_set (&table->met[index], met);
    }
  return (guint32) met;
}

static guint32
match_records (DlSearchNames *self, Table *table, const guint32 *indexes, guint n, GString *scratch)
{
  guint32 met = 0;

  for (guint i = 0; i < n; i++)
    met |= match_record (self, table, indexes[i], scratch);
  return met;
}

typedef struct
{
  DlSearchNames *names;
  GString       *scratch;
  guint32        met;
} Match;

static gboolean
match_text (const DlEventText *text, gpointer data)
{
  Match *self = data;

  self->met |= dl_query_match (self->names->query, text->text, text->length, self->scratch);
  if (text->source != DL_NONE)
    self->met |= match_record (self->names, &self->names->sources, text->source, self->scratch);
  return self->met != self->names->all;
}

gboolean
dl_search_match (DlSearchNames *self, guint position, GString *scratch)
{
  const DlEventRecord *record = dl_timeline_get_record (self->timeline, position);
  const guint32       *refs = dl_timeline_get_event_topics (self->timeline, position);
  const struct
  {
    Table *table;
    guint  n;
  } kinds[] = {
    { &self->topics, record->n_topics },
    { &self->people, record->n_people },
    { &self->sources, record->n_sources },
    { &self->people, record->n_speakers },
  };
  Match match = { self, scratch, 0 };

  match.met = dl_query_match (self->query, record->title, strlen (record->title), scratch);
  if (match.met == self->all)
    return TRUE;
  /* They stand one behind the other; where there are none at all, nowhere. */
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && refs != NULL; i++)
    {
      match.met |= match_records (self, kinds[i].table, refs, kinds[i].n, scratch);
      refs += kinds[i].n;
    }
  if (record->place != DL_NONE)
    match.met |= match_record (self, &self->places, record->place, scratch);
  if (match.met == self->all)
    return TRUE;
  dl_timeline_walk_texts (self->timeline, position, match_text, &match);
  return match.met == self->all;
}
