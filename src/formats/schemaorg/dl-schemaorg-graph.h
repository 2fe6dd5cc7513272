/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How JSON-LD says things: by names of a vocabulary, and of others by their id alone. */
#pragma once

#include "formats/dl-input.h"

G_BEGIN_DECLS

/* As dl_literal_get_members(), also by names with the vocabulary before them: "schema:name",
 * "http://schema.org/name". */
void dl_schemaorg_get_members (const DlLiteral *object, const char *const *names, DlLiteral *values);

/* Whether an object says no more than the id of another. */
gboolean dl_schemaorg_is_reference (const DlLiteral *value);

/* What objects of a file say, by their ids. Returns: (transfer full): of #DlLiteral */
GHashTable *dl_schemaorg_graph_new (DlInput *input);

/* What a reference leads to, or @value itself, as of what is none or leads to nothing. */
DlLiteral dl_schemaorg_graph_resolve (GHashTable *graph, const DlLiteral *value);

/* Whether anything is no more than a reference to what has this id. */
gboolean dl_schemaorg_graph_is_meant (GHashTable *graph, const DlLiteral *id);

/* What has a part that it does not hold, by the id of that: `"subEvent": {"@id": "…"}`. Returns: whether something does
 */
gboolean dl_schemaorg_graph_get_whole (GHashTable *graph, const char *id, DlLiteral *whole);

/* What has this id, or is no more than a reference to it, and says more. Returns: whether it stands in the file */
gboolean dl_schemaorg_graph_find (GHashTable *graph, const DlLiteral *value, DlLiteral *found);

/* Whether a key is this name, also with the vocabulary before it. */
gboolean dl_schemaorg_is_name (const DlLiteral *key, const char *name);

/* The first of a list, or the value itself. */
DlLiteral dl_schemaorg_get_first (const DlLiteral *value);

/* The text of a value, of `{"@value": …}`, of the first in a list, or the name of an object. @line: in one line.
 * Returns: (transfer full) */
char *dl_schemaorg_dup_words (const DlLiteral *value, gboolean line);

/* The last word of a type, or of a state: of "https://schema.org/MusicEvent", "schema:MusicEvent". Returns: (transfer
 * full) */
char *dl_schemaorg_dup_type_word (const DlLiteral *type);

/* The type of an event, of one or of a list of types. Returns: (transfer full) (nullable): NULL when it is none */
char *dl_schemaorg_dup_event_type (const DlLiteral *type);

/* The words of an address: "1 Main Street, Town". Returns: (transfer full) */
char *dl_schemaorg_dup_address (const DlLiteral *address);

G_END_DECLS
