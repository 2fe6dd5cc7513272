/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* TimelineJS of Knight Lab, version 3: {"events": [{"start_date": {…}, …}]}. */
extern const DlFormat dl_format_timelinejs3;
/* The same of versions 1 and 2: {"timeline": {"date": [{"startDate": …}]}}. */
extern const DlFormat dl_format_timelinejs2;

G_END_DECLS
