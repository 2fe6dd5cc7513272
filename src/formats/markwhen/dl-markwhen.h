/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* markwhen: lines such as "03/2022 - 1 year: What happened #tag". */
extern const DlFormat dl_format_markwhen;

G_END_DECLS
