/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-join-ids.h"
#include "formats/dl-json.h"

G_BEGIN_DECLS

/* Whether the string of a valid text whose opening quote is at @start is @plain. */
gboolean dl_join_is_name (const char *text, gsize start, gsize end, const char *plain);

/**
 * dl_join_event:
 * @ids: how what the event refers to is called
 * @file: the index of its file
 * @text: of that file, in Dateline's own format, found to be valid
 * @span: the event in it; nothing in it is beyond what can be held
 * @id: (nullable): what it is called; %NULL where it could not be read
 * @file_id: (nullable): what the file is called that it is of; %NULL: it stays of what it says
 * @out: it is written there
 *
 * Writes an event of one of several files as it stands there, but for ids, and with
 * the file that it is of.
 *
 * Returns: whether it was said to be of some file already, which is left out
 */
gboolean dl_join_event (DlJoinIds  *ids,
                        guint       file,
                        const char *text,
                        DlJsonSpan  span,
                        const char *id,
                        const char *file_id,
                        GString    *out);

G_END_DECLS
