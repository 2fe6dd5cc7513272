/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* Lines of a text that begin with a date, as people write chronicles: "1783: First flight of a balloon",
 * "- **17 December 1903** – The brothers fly", "1927年5月21日　大西洋横断". */
extern const DlFormat dl_format_lines;

/* Whether it is one in which some dates stand in an item of a list, in a heading, or without a colon behind them,
 * which in markwhen would be words of the event above. */
gboolean dl_lines_has_others (DlInput *input);

G_END_DECLS
