/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A draft whose events become those of a timeline as they end. Of a file of a million rows the text
 * of all events in Dateline's own format would be as large as the file, and is wanted only when
 * somebody saves it. */
#include "formats/draft/dl-draft-private.h"

#include <string.h>

#include "base/dl-link.h"
#include "formats/dl-event-queue.h"
#include "formats/dl-event-reader.h"

struct _DlDraftStraight
{
  DlTimelineBuilder *builder;
  DlStringArena     *strings;
  DlEventQueue       queue;
  GArray            *refs;     /* of guint32: of one event */
  gboolean           numbered; /* whether an id might be taken for one that is made up */
  gboolean           refused;
};

void
dl_draft_straight_free (DlDraftStraight *self)
{
  dl_event_queue_clear (&self->queue);
  dl_timeline_builder_free (self->builder);
  dl_string_arena_free (self->strings);
  g_array_unref (self->refs);
  g_free (self);
}

void
dl_draft_go_straight (DlDraft         *self,
                      guint64          n_keys,
                      DlDetailsFunc    details,
                      DlEventTextsFunc texts,
                      gpointer         data,
                      GDestroyNotify   destroy)
{
  DlDraftStraight *straight = g_new0 (DlDraftStraight, 1);

  straight->builder = dl_timeline_builder_new ();
  straight->strings = dl_string_arena_new ();
  dl_event_queue_init (&straight->queue, straight->builder, straight->strings, n_keys);
  straight->refs = g_array_new (FALSE, FALSE, sizeof (guint32));
  dl_timeline_builder_add_part (straight->builder, n_keys, details, data, destroy);
  dl_timeline_builder_set_texts_func (straight->builder, texts);
  self->straight = straight;
}

gboolean
dl_draft_has_refused (const DlDraft *self)
{
  return self->straight != NULL && self->straight->refused;
}

void
dl_draft_straight_refuse (DlDraft *self)
{
  self->straight->refused = TRUE;
}

/* Those of one event behind each other. */
static void
gather_refs (DlDraft *self, DlEventRecord *record)
{
  GArray  *refs = self->straight->refs;
  guint16 *counts[] = { &record->n_topics, &record->n_people, &record->n_sources };

  g_array_set_size (refs, 0);
  for (guint i = 0; i < DL_DRAFT_N_REFS; i++)
    {
      const GArray *indexes = self->event_refs[i].indexes;

      *counts[i] = (guint16) indexes->len;
      if (indexes->len > 0)
        g_array_append_vals (refs, indexes->data, indexes->len);
    }
}

/* The id that was put. Returns: (nullable) */
static const char *
keep_id (DlDraft *self)
{
  if (self->id->len == 0)
    return NULL;
  if (g_str_has_prefix (self->id->str, DL_EVENT_MADE_ID))
    self->straight->numbered = TRUE;
  return dl_string_arena_add (self->straight->strings, self->id->str, self->id->len);
}

void
dl_draft_straight_add (DlDraft *self)
{
  DlDraftStraight *straight = self->straight;
  DlEventRecord    record;
  DlDate           date;

  if (straight->refused)
    return;
  if (!dl_event_queue_is_plain (self->title->str, self->title->len) ||
      !dl_date_parse (self->date->str, (gssize) self->date->len, &date, NULL) ||
      dl_date_find_skipped (&date, self->date->str, NULL, NULL) != DL_SKIPPED_NONE)
    {
      straight->refused = TRUE;
      return;
    }
  dl_date_resolve (&date, NULL);
  record = (DlEventRecord){
    .title = dl_string_arena_add (straight->strings, self->title->str, self->title->len),
    .date_text = dl_string_arena_add (straight->strings, self->date->str, self->date->len),
    .id = keep_id (self),
    .place = self->place->len > 0 ? self->event_place : DL_NONE,
    .importance = self->importance >= 0 ? (guint8) self->importance : DL_IMPORTANCE_UNSET,
    .status = self->status >= 0 ? (guint8) self->status : DL_STATUS_HAPPENED,
    .origin = self->offset,
  };
  gather_refs (self, &record);
  dl_event_queue_push (&straight->queue, &record, &date, (const guint32 *) (gconstpointer) straight->refs->data);
}

static const char *
or_null (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

void
dl_draft_straight_add_source (DlDraft *self, guint number, const char *id, const char *title, const DlSource *source)
{
  DlSource own = { .id = id, .title = title, .url = or_null (source->url) };

  if (title != source->publisher)
    own.publisher = or_null (source->publisher);
  /* What a reader looks at more closely. */
  if (or_null (source->date) != NULL || or_null (source->author) != NULL || or_null (source->language) != NULL ||
      (own.url != NULL && !dl_link_is_safe (own.url)) ||
      dl_timeline_builder_add_source (self->straight->builder, &own) != number)
    self->straight->refused = TRUE;
}

/* Names that a reader would change are refused, and those that were told apart from their ids. */
static gboolean
are_plain (const DlDraftTable *table)
{
  for (guint i = 0; i < table->order->len; i++)
    if (!dl_event_queue_is_plain (table->order->pdata[i], strlen (table->order->pdata[i])))
      return FALSE;
  return g_hash_table_size (table->named) == 0;
}

static gboolean
add_names (DlDraft *self)
{
  DlTimelineBuilder *builder = self->straight->builder;

  if (!are_plain (&self->topics) || !are_plain (&self->people) || !are_plain (&self->places))
    return FALSE;
  for (guint i = 0; i < self->topics.order->len; i++)
    {
      const char *id = self->topics.order->pdata[i];

      dl_timeline_builder_add_topic (builder, &(DlTopic){ .id = id, .name = id });
    }
  for (guint i = 0; i < self->people.order->len; i++)
    {
      const char *id = self->people.order->pdata[i];

      dl_timeline_builder_add_person (builder, &(DlPerson){ .id = id, .name = id });
    }
  for (guint i = 0; i < self->places.order->len; i++)
    {
      const char *id = self->places.order->pdata[i];

      dl_timeline_builder_add_place (builder, &(DlPlace){ .id = id, .name = id });
    }
  return TRUE;
}

DlTimeline *
dl_draft_end_straight (DlDraft *self, guint *n_events)
{
  DlDraftStraight *straight = self->straight;

  *n_events = dl_event_queue_end (&straight->queue);
  if (straight->refused || straight->queue.failed || (straight->queue.met && straight->numbered) || *n_events == 0 ||
      self->head->len > 0 || self->era_offsets->len > 0 || !add_names (self))
    return NULL;
  dl_timeline_builder_take_strings (straight->builder, straight->strings);
  return dl_timeline_builder_end (straight->builder);
}
