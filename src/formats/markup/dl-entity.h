/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The character that an entity of HTML stands for: "&amp;", "&#8211;", "&#x2013;".
 * @text: from the ampersand on
 * @length: (out): of the entity, in bytes
 * Returns: 0 when there is none here; @length is untouched then */
gunichar dl_entity_read (const char *text, gsize *length);

G_END_DECLS
