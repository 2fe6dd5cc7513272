/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * dl_join:
 * @overlay: several files, from dl_load_files(), not a telling
 * @texts: of #GBytes, those of the files in Dateline's own format (see DlLoaded.own_texts)
 * @notes: of char *: a translated sentence for each thing that is in a file and could not
 *   be carried over is added
 * @cancellable: (nullable): looked at every now and then
 * @error: %DL_ERROR_LIMIT, or %G_IO_ERROR_CANCELLED
 *
 * One file, in Dateline's own format, of all of them. Read again it is the same timeline:
 * its events, each of its file and as it stands there with whatever is in it that Dateline
 * does not know, and what they refer to, by the ids that the overlay has. A date stands as
 * it is written, so one without an offset is where the overlay has it. Any thread.
 *
 * Returns: (transfer full) (nullable)
 */
GBytes *dl_join (DlTimeline *overlay, GPtrArray *texts, GPtrArray *notes, GCancellable *cancellable, GError **error);

/**
 * dl_join_entitle:
 * @text: a timeline in Dateline's own format
 * @title: what it is to be called
 * @error: as of dl_json_scan_new()
 *
 * Returns: (transfer full) (nullable): the same text with that title, and nothing else changed
 */
GBytes *dl_join_entitle (GBytes *text, const char *title, GError **error);

G_END_DECLS
