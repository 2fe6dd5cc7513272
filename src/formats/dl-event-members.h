/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is in the lists of an event: its quotes and relations, which are checked when it is read, and
 * read again when somebody looks at it. */
#pragma once

#include "formats/dl-json-element.h"
#include "formats/dl-reader-tables.h"
#include "model/dl-records.h"

G_BEGIN_DECLS

/* A quote with its strings still in the tree. */
typedef struct
{
  const char *text;
  guint32     speaker;
  const char *speaker_name;
  const char *language;
  const char *date;
  const char *context;
  guint32     source;
  gboolean    exact;
} DlQuoteView;

/* Returns: whether the @nth quote of @array can be kept */
gboolean dl_event_read_quote (DlJsonElement        *element,
                              const DlReaderTables *tables,
                              JsonArray            *array,
                              guint                 nth,
                              DlQuoteView          *quote);

/* Returns: whether the @nth relation of @array can be kept. @own_id: (nullable): of the event */
gboolean
dl_event_read_relation (DlJsonElement *element, JsonArray *array, guint nth, const char *own_id, DlRelation *relation);

/* The word of @words, each of the format, that @word is in other letters, which is noted;
 * else @fallback. @unknown: what to say then, of @word and of all words */
guint dl_event_read_word (DlJsonElement     *element,
                          const char        *path,
                          const char        *word,
                          const char *const *words,
                          guint              fallback,
                          const char        *unknown);

/* Tells that no such record has the id @id. */
void dl_event_tell_missing (DlJsonElement *element, const char *path, DlMeant meant, const char *id);

G_END_DECLS
