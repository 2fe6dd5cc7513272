/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/draft/dl-draft-literal.h"

G_BEGIN_DECLS

/* The names of what events have that is read as events of its own; NULL-terminated. */
extern const char *const dl_schemaorg_event_lists[];

/* The id of an event; of a whole that has none, one that its parts can name.
 * @wholes: where events stand that are wholes as their parts say. Returns: (transfer full) (nullable) */
char *dl_schemaorg_dup_id (const DlLiteral *event, GHashTable *wholes);

/**
 * dl_schemaorg_put_parts:
 * @graph: see dl_schemaorg_graph_new()
 * @wholes: as of dl_schemaorg_dup_id(), to which are added those that @event is a part of
 * @event: the one that is begun
 * @parent: (nullable): the id of the event that holds it
 *
 * Puts what the event is a part of. What is said of its parts and wholes that are no events with a date is
 * kept as words.
 */
void dl_schemaorg_put_parts (DlDraftLiteral  *self,
                             GHashTable      *graph,
                             GHashTable      *wholes,
                             const DlLiteral *event,
                             const char      *parent);

G_END_DECLS
