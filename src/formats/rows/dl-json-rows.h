/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* Lists and objects of rows, whatever they are called and wherever they stand in the file. */
extern const DlFormat dl_format_json_rows;
/* Objects one after the other, a line each. */
extern const DlFormat dl_format_json_lines;

/* Says of a file that is of no format that the dates of the events in it could not be read, where that is
 * all that is wrong with it. Returns: whether @error is set */
gboolean dl_json_rows_explain (DlInput *input, GError **error);

G_END_DECLS
