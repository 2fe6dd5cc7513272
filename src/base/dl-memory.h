/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Asks the system to back a fresh block of @size bytes with large pages, where
 * there are such: a block of many megabytes that is read here and there then
 * costs far fewer faults and misses. Changes nothing else, and nothing at all
 * for what is small. */
void dl_memory_prefer_large_pages (gpointer block, gsize size);

/* Starts to fetch what is at @address, which need not be valid. */
static inline void
dl_memory_prefetch (gconstpointer address)
{
#if defined(__GNUC__)
  __builtin_prefetch (address);
#else
  (void) address;
#endif
}

G_END_DECLS
