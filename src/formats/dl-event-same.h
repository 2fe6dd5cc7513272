/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-reader-tables.h"

G_BEGIN_DECLS

/* A DlEventSameFunc: whether two events are the same text but for the space between its
 * parts. @key, @tables, and those of the other: as for dl_event_read_details(). Any thread. */
gboolean dl_event_same (guint64 key, gpointer tables, guint64 other_key, gpointer other_tables);

G_END_DECLS
