/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times of day that stand in a property of their own, beside that of the day. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @text is a time of day and nothing else: "21:04:10", "9:30 AM". */
gboolean dl_feature_is_time (const char *text);

/* A day as a date in words or EDTF, and a time of it, as EDTF. @day, @time: nullable
 * Returns: (transfer full) (nullable): %NULL where it is not a single day, or not a time */
char *dl_feature_join_time (const char *day, const char *time);

G_END_DECLS
