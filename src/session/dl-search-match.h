/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-query.h"
#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * DlSearchNames:
 *
 * Which words of a query each person, place, topic and source of a timeline answers to;
 * found when the first event asks for it. Any thread.
 */
typedef struct _DlSearchNames DlSearchNames;

DlSearchNames *dl_search_names_new (DlTimeline *timeline, DlQuery *query);
void           dl_search_names_free (DlSearchNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlSearchNames, dl_search_names_free)

/* Whether the event has all that is searched for. @scratch: of one thread */
gboolean dl_search_match (DlSearchNames *self, guint position, GString *scratch);

G_END_DECLS
