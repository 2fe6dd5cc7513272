/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the zone database has @name, or it is UTC or an offset: a zone that is the same
 * everywhere. What dl_zone_new() takes besides, "EST5", is a rule of its own. */
gboolean dl_zone_is_listed (const char *name);

/**
 * dl_zone_suggest:
 * @name: a name that is none of the zone database
 *
 * The zone that was probably meant: the one in other letters or with a letter wrong
 * ("asia/tokio"), of a city ("New York"), by its short name ("JST"), an offset that
 * is written otherwise ("UTC+9"), or that of a rule ("XYZ5").
 *
 * Returns: (transfer full) (nullable): a name that dl_zone_new() takes
 */
char *dl_zone_suggest (const char *name);

G_END_DECLS
