/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* The trace event format of Chrome: [{"ph": "X", "ts": 1.1, …}], or that as
 * "traceEvents" of an object. */
extern const DlFormat dl_format_trace;

G_END_DECLS
