/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/rows/dl-json-judge.h"

G_BEGIN_DECLS

/* Whether a name says no more than that there are events: "timeline"; "Early years" says when. */
gboolean dl_json_group_is_generic (const char *topic);

/* What is called as programs call things, "otherRaces", "cold_cups", in words; the whole else.
 * Returns: (transfer full) */
char *dl_json_group_dup_name (const char *topic);

/* Notes that what is called @name stands within @topic, while it is looked through. @topic, @name: (nullable), to stay
 * until then. Returns: whether it does, and that is a group */
gboolean dl_json_groups_enter (DlJsonFinder *self, const char *topic, const char *name);

/* What the groups are called around one that is called @topic, the inner one first. Returns: (transfer full)
 * (nullable): with DL_ROW_SEPARATOR between */
char *dl_json_groups_dup_within (const GPtrArray *outer, const char *topic);

/* Once all tables were found: gives the whole a title by the only group that all are in, and takes from them the topics
 * that part nothing. @draft: (nullable) */
void dl_json_groups_settle (const DlJsonFinder *self, DlDraft *draft);

G_END_DECLS
