/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-reader-tables.h"
#include "model/dl-timeline-builder.h"

G_BEGIN_DECLS

/* A DlEventTextsFunc; @key and @tables: as for dl_event_read_details(), of which it tells the
 * same texts, straight from the file's. Any thread. */
void dl_event_walk_texts (guint64 key, gpointer tables, DlEventTextFunc func, gpointer data);

G_END_DECLS
