/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-input.h"
#include "formats/draft/dl-draft.h"

G_BEGIN_DECLS

/* Gives topics and people, which the events of @draft name by ids, the names that stand elsewhere in the file:
 * {"categories": [{"id": "war", "label": "Wars"}], "events": […]}. */
void dl_json_names_put (DlInput *input, DlDraft *draft);

/* Whether @value, a list or an object of this name, may say what topics or people are called. */
gboolean dl_json_names_has (const char *list, const DlLiteral *value);

/* A key as people write it: "fall_of_the_wall" is "Fall of the wall". Returns: (transfer full) */
char *dl_json_names_dup_readable (const char *key);

G_END_DECLS
