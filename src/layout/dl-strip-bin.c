/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-strip-bin.h"

#include <math.h>

/* Starts closer than this share one mark, in pixels. */
#define BIN_WIDTH 8.0

DlStripBin
dl_strip_bin_at_scale (double scale)
{
  DlStripBin bin = { (guint) CLAMP (ceil (log2 (BIN_WIDTH / scale)), 0, DL_N_BIN_SIZES - 1), 0 };
  gint32     part = 500000000;

  /* The shortest part that is wide enough. */
  for (guint i = 1; part > 0 && part * 1e-9 * scale >= BIN_WIDTH; i++)
    {
      bin.nanos = part;
      /* 5, 2, 1, and the same of the next digit */
      part = i % 3 == 1 ? part / 5 * 2 : part / 2;
    }
  return bin;
}

DlInstant
dl_strip_bin_end (DlStripBin bin, DlInstant instant)
{
  gint64 seconds = (gint64) 1 << bin.size;
  gint64 offset = instant.seconds % seconds;

  if (!dl_instant_is_finite (instant))
    return instant;
  if (bin.nanos > 0)
    return dl_instant_add_part (instant, bin.nanos - instant.nanos % bin.nanos);
  if (offset < 0)
    offset += seconds;
  return dl_instant_add (DL_INSTANT (instant.seconds), seconds - offset);
}

DlInstant
dl_strip_bin_start (DlStripBin bin, DlInstant end)
{
  if (bin.nanos == 0)
    return dl_instant_add (end, -((gint64) 1 << bin.size));
  if (end.nanos >= bin.nanos)
    return (DlInstant){ end.seconds, end.nanos - bin.nanos };
  return (DlInstant){ dl_instant_add (end, -1).seconds, end.nanos + 1000000000 - bin.nanos };
}
