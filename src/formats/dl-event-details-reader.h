/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-records.h"

G_BEGIN_DECLS

/* A DlDetailsFunc; @key: where the event's text begins, which is what its
 * record has as its origin; @tables: a DlReaderTables. Any thread. */
DlEventDetails *dl_event_read_details (guint64 key, gpointer tables);

G_END_DECLS
