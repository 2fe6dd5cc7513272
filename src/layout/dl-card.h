/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

/* Between a card's edge and its words, left and right, in pixels. */
#define DL_CARD_INDENT 9.0

/* What a card says under its title: its date, and its place where it has one.
 * Returns: (transfer full) */
char *dl_card_dup_date (DlTimeline *timeline, guint position);
/* The first quote, in the reader's quotation marks, and who said it. Returns: (transfer full)
 * (nullable): %NULL where there is none */
char *dl_card_dup_quote (DlTimeline *timeline, guint position);

G_END_DECLS
