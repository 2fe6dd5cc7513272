/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* Events of schema.org as microdata: attributes of the elements of a web page. */
extern const DlFormat dl_format_microdata;

G_END_DECLS
