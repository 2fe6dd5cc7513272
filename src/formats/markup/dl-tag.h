/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the first tag of this name stands in [@at, @end): its "<". @name: "td", "/td" or "!doctype", in any case of
 * ASCII letters; a longer name that begins with it is another. Returns: (nullable) */
const char *dl_tag_find (const char *at, const char *end, const char *name);

G_END_DECLS
