/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* TimelineJS of Knight Lab, version 3: {"events": [{"start_date": {…}, …}]}. */
extern const DlFormat dl_format_timelinejs3;
/* The same of versions 1 and 2: {"timeline": {"date": [{"startDate": …}]}}. */
extern const DlFormat dl_format_timelinejs2;

/* What is told of an era that has no end. @era: its title. Returns: (transfer full) */
char *dl_timelinejs_dup_endless (const char *era);

/* The same of one whose end cannot be read. @error: why. Returns: (transfer full) */
char *dl_timelinejs_dup_lost_end (const GError *error);

G_END_DECLS
