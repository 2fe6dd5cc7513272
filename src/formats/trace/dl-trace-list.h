/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-input.h"

G_BEGIN_DECLS

/* The list of events of a file, if that is a trace. @base: (out): nanoseconds since 1970 from which
 * its times count, or 0 where it does not say so before the list */
gboolean dl_trace_find_list (DlInput *input, DlLiteral *list, gint64 *base);

G_END_DECLS
