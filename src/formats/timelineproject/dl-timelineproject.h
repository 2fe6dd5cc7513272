/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* Files of the program Timeline of The Timeline Project. */
extern const DlFormat dl_format_timelineproject;

G_END_DECLS
