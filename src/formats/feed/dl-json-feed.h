/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* JSON Feed, 1.0 and 1.1: https://jsonfeed.org. */
extern const DlFormat dl_format_json_feed;

G_END_DECLS
