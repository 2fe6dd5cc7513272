/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* SIMILE Timeline, as JSON, as a program of JavaScript, and as XML. */
extern const DlFormat dl_format_simile_json;
extern const DlFormat dl_format_simile_xml;

G_END_DECLS
