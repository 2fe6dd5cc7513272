/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* XML of no format whose elements are events: `<event><date>…</date><title>…</title></event>`, again and
 * again, or with attributes for them. */
extern const DlFormat dl_format_xml_rows;

G_END_DECLS
