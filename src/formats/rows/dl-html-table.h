/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* Tables of a page of the web, or of a spreadsheet that puts them on the clipboard. */
extern const DlFormat dl_format_html_table;

G_END_DECLS
