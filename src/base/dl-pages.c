/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-pages.h"

#include <stdint.h>
#include <sys/mman.h>

/* The size of a large page where there are any, and to start with one of which it is
 * worth while to speak. */
#define LARGE ((uintptr_t) 2 * 1024 * 1024)
#define LEAST (4 * LARGE)

void
dl_pages_expect (gpointer memory, gsize length)
{
#ifdef MADV_HUGEPAGE
  uintptr_t first = ((uintptr_t) memory + LARGE - 1) & ~(LARGE - 1);
  uintptr_t end = ((uintptr_t) memory + length) & ~(LARGE - 1);

  /* That it is refused changes nothing. */
  if (memory != NULL && length >= LEAST)
    madvise ((gpointer) first, end - first, MADV_HUGEPAGE);
#endif
}
