/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/draft/dl-draft.h"

G_BEGIN_DECLS

/* The last word of the name of a type or a state: of "https://schema.org/MusicEvent", "schema:MusicEvent".
 * Returns: a part of @text */
const char *dl_schemaorg_get_word (const char *text);

/* Whether a type, by its last word, is one of events. */
gboolean dl_schemaorg_is_event (const char *word);

/* Puts what an event is about, by the last word of its type: "MusicEvent" is about "Music"; of a plain
 * event nothing is known. */
void dl_schemaorg_put_type (DlDraft *draft, const char *word);

/* Puts the state of an event, by its last word, where that is not the rule: "EventCancelled".
 * Returns: FALSE of one that there is no state for, "EventMovedOnline" */
gboolean dl_schemaorg_put_status (DlDraft *draft, const char *word);

/* Puts who takes part, if there is a name. @role: translated */
void dl_schemaorg_put_person (DlDraft *draft, const char *name, const char *role);

G_END_DECLS
