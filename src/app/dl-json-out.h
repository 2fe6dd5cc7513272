/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Adds a string member, or null. */
void dl_json_add_string (JsonBuilder *builder, const char *name, const char *value);
void dl_json_add_int (JsonBuilder *builder, const char *name, gint64 value);
void dl_json_add_bool (JsonBuilder *builder, const char *name, gboolean value);
/* Prints what was built to stdout, indented, with a newline. */
void dl_json_print (JsonBuilder *builder);

G_END_DECLS
