/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* Tables as Google's charts and sheets give them: {"cols": […], "rows": [{"c": [{"v": …}]}]}. */
extern const DlFormat dl_format_gviz;

G_END_DECLS
