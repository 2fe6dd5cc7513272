/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes a timeline of @n_events events to @path, the same in every run: over
 * 20 years, in no order of time; seven of ten known to the second, the others
 * intervals of an hour to two years, short ones as often as long ones in the
 * logarithm; 8 topics, an importance, a title of 3 to 8 words and a summary of
 * about 200 letters. A million are about 350 MB.
 * Returns: FALSE with an error */
gboolean event_file_write (const char *path, guint n_events, GError **error);

/* The same with 5,000 places, one for each event, 5,000 people, up to three for each,
 * and words of one of them in half of the events. */
gboolean event_file_write_named (const char *path, guint n_events, GError **error);

/* The events of event_file_write() as a table of separated values, with a header. */
gboolean event_file_write_table (const char *path, guint n_events, GError **error);

/* As many events as a trace of Chrome: three of four complete ones, the others begun and ended,
 * in 60 threads of three processes. */
gboolean event_file_write_trace (const char *path, guint n_events, GError **error);

G_END_DECLS
