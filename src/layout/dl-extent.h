/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-instant.h"

G_BEGIN_DECLS

/**
 * DlExtent:
 * @start: where an event's extent begins, on the folded axis
 * @end: where it ends, exclusive
 */
typedef struct
{
  DlInstant start;
  DlInstant end;
} DlExtent;

G_END_DECLS
