/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-instant.h"

G_BEGIN_DECLS

/**
 * DlStripBin:
 * @size: the power of two of seconds
 * @nanos: a part of a second that is one, two or five of its decimal digits; 0
 *   where it is whole seconds
 *
 * How long the stretches are whose events share one mark of a lane's strip: it
 * does not depend on where the window stands.
 */
typedef struct
{
  guint  size;
  gint32 nanos;
} DlStripBin;

/* Bins are 2^0 to 2^60 seconds long. */
#define DL_N_BIN_SIZES 61

/* The shortest that is wide enough for a mark at @scale pixels per second. */
DlStripBin dl_strip_bin_at_scale (double scale);
/* The end of the bin that holds @instant, of the folded axis; saturates. */
DlInstant dl_strip_bin_end (DlStripBin bin, DlInstant instant);
/* The start of the bin that ends at @end. */
DlInstant dl_strip_bin_start (DlStripBin bin, DlInstant end);

G_END_DECLS
