/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether somebody else's file may have a reader open @address with a click:
 * http and https with a host, or mailto with one mail address and nothing
 * else. What is left (a file, a script, another program's scheme) is text.
 * @address: (nullable): UTF-8 */
gboolean dl_link_is_safe (const char *address);

/* The mail address of a mailto link, a part of @address; %NULL for any other. */
const char *dl_link_mail_address (const char *address);

G_END_DECLS
