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
  DlEventQueue      *queue;
  GArray            *refs;    /* of guint32: of one event */
  GArray            *sources; /* of DlSource: in @texts */
  DlStringArena     *texts;
  gboolean           numbered; /* whether an id might be taken for one that is made up */
  gboolean           refused;
};

void
dl_draft_straight_free (DlDraftStraight *self)
{
  dl_event_queue_free (self->queue);
  dl_timeline_builder_free (self->builder);
  g_array_unref (self->refs);
  g_array_unref (self->sources);
  dl_string_arena_free (self->texts);
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
  dl_timeline_builder_add_part (straight->builder, n_keys, details, data, destroy);
  dl_timeline_builder_set_texts_func (straight->builder, texts);
  straight->queue = dl_event_queue_new (straight->builder, n_keys);
  straight->refs = g_array_new (FALSE, FALSE, sizeof (guint32));
  straight->sources = g_array_new (FALSE, FALSE, sizeof (DlSource));
  straight->texts = dl_string_arena_new ();
  self->straight = straight;
}

gboolean
dl_draft_has_refused (const DlDraft *self)
{
  return self->straight != NULL && (self->straight->refused || dl_event_queue_has_failed (self->straight->queue));
}

void
dl_draft_straight_refuse (DlDraft *self)
{
  self->straight->refused = TRUE;
}

void
dl_draft_straight_add (DlDraft *self)
{
  DlDraftStraight *straight = self->straight;
  DlQueuedEvent    event = {
       .id = { self->id->str, self->id->len },
       .title = { self->title->str, self->title->len },
       .date_text = { self->date->str, self->date->len },
  };

  if (straight->refused)
    return;
  if (!dl_event_queue_is_plain (self->title->str, self->title->len))
    {
      straight->refused = TRUE;
      return;
    }
  if (g_str_has_prefix (self->id->str, DL_EVENT_MADE_ID))
    straight->numbered = TRUE;
  event.record = (DlEventRecord){
    .place = self->place->len > 0 ? self->event_place : DL_NONE,
    .importance = self->importance >= 0 ? (guint8) self->importance : DL_IMPORTANCE_UNSET,
    .status = self->status >= 0 ? (guint8) self->status : DL_STATUS_HAPPENED,
    .origin = self->offset,
  };
  g_array_set_size (straight->refs, 0);
  dl_draft_gather_refs (self, straight->refs,
                        (guint16 *[]){ &event.record.n_topics, &event.record.n_people, &event.record.n_sources });
  event.refs = (const guint32 *) (gconstpointer) straight->refs->data;
  dl_event_queue_push (straight->queue, &event);
}

static gboolean
is_there (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Returns: (nullable): NULL for "" too */
static const char *
keep (DlDraftStraight *self, const char *text)
{
  return is_there (text) ? dl_string_arena_add (self->texts, text, strlen (text)) : NULL;
}

void
dl_draft_straight_add_source (DlDraft *self, const char *id, const char *title, const DlSource *source)
{
  DlDraftStraight *straight = self->straight;
  DlSource         own = {
            .id = keep (straight, id),
            .title = keep (straight, title),
            .publisher = title != source->publisher ? keep (straight, source->publisher) : NULL,
            .url = keep (straight, source->url),
  };

  /* What a reader looks at more closely. */
  if (is_there (source->date) || is_there (source->author) || is_there (source->language) ||
      (own.url != NULL && !dl_link_is_safe (own.url)))
    straight->refused = TRUE;
  g_array_append_val (straight->sources, own);
}

/* Whether each has the number that events know it by. */
static gboolean
add_sources (DlDraftStraight *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    if (dl_timeline_builder_add_source (self->builder, &g_array_index (self->sources, DlSource, i)) != i)
      return FALSE;
  return TRUE;
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
  gboolean         met;

  if (!dl_event_queue_end (straight->queue, n_events, &met) || straight->refused || (met && straight->numbered) ||
      *n_events == 0 || self->head->len > 0 || self->era_offsets->len > 0 || !add_names (self) ||
      !add_sources (straight))
    return NULL;
  return dl_timeline_builder_end (straight->builder);
}
