/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-memory.h"

#include <sys/mman.h>

#define LARGE_PAGE ((gsize) 2 * 1024 * 1024)

void
dl_memory_prefer_large_pages (gpointer block, gsize size)
{
#ifdef MADV_HUGEPAGE
  gsize start = ((gsize) block + LARGE_PAGE - 1) & ~(LARGE_PAGE - 1);
  gsize end = ((gsize) block + size) & ~(LARGE_PAGE - 1);

  /* Whole large pages only: what shares one with other data is left alone. */
  if (block != NULL && end > start && end - start >= 2 * LARGE_PAGE)
    madvise ((gpointer) start, end - start, MADV_HUGEPAGE);
#endif
}
