/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"
#include "formats/draft/dl-draft-literal.h"

G_BEGIN_DECLS

/* TimelineJS of Knight Lab, version 3: {"events": [{"start_date": {…}, …}]}. */
extern const DlFormat dl_format_timelinejs3;
/* The same of versions 1 and 2: {"timeline": {"date": [{"startDate": …}]}}. */
extern const DlFormat dl_format_timelinejs2;

/* Adds an era, or tells that it lacks a title or a date (nullable). @ends: whether it says when it ends; else that
 * is told. */
void
dl_timelinejs_put_era (DlDraftLiteral *self, const DlLiteral *era, const char *title, const char *date, gboolean ends);

/* The same of one whose end cannot be read. @error: why. Returns: (transfer full) */
char *dl_timelinejs_dup_lost_end (const GError *error);

G_END_DECLS
