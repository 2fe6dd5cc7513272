/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds the name of a column of a table, or of a member of an object, to a list of them, for a sentence. */
void dl_name_list_append (GString *names, const char *name);

G_END_DECLS
