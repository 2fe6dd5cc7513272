/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* Events of schema.org as JSON-LD, also within pages of HTML. */
extern const DlFormat dl_format_schemaorg;

G_END_DECLS
