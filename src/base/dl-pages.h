/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tells the system that @length bytes of @memory, fresh from malloc(), will be filled from
 * one end to the other, so that it may give them in few large pages. To be told of each
 * small page when it is first touched takes longer than to read a file into it. Does
 * nothing where the system has no such pages, and for what is small. */
void dl_pages_expect (gpointer memory, gsize length);

G_END_DECLS
