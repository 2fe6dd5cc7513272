/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* Periods of PeriodO: a dump, an authority, or a single period. */
extern const DlFormat dl_format_periodo;

G_END_DECLS
