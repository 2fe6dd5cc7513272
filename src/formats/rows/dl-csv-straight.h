/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-input.h"
#include "formats/draft/dl-draft.h"

G_BEGIN_DECLS

/* As DlFormat.read_straight. */
DlTimeline *dl_csv_read_straight (DlInput *input, GBytes *text, DlDraft *told, guint *n_events, GError **error);

G_END_DECLS
