/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* A DlFormat's read_straight() of traces. */
DlTimeline *dl_trace_read_straight (DlInput *input, GBytes *text, DlDraft *told, guint *n_events, GError **error);

G_END_DECLS
