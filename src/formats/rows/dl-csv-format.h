/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* Tables of separated values: CSV, TSV. */
extern const DlFormat dl_format_csv;

G_END_DECLS
