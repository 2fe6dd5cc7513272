/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dl_file_names_shorten:
 * @names: (array length=n): paths, addresses, or other names
 *
 * Names to tell files from one another by: of each path its end, as much of it as
 * no other one has; of those that are the same all but the first have a number.
 *
 * Returns: (transfer full): as many, all different, ended by %NULL
 */
char **dl_file_names_shorten (const char *const *names, guint n);

G_END_DECLS
