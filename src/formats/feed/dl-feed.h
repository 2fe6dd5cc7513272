/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* Feeds of sites: Atom (RFC 4287), and RSS 0.9 to 2.0. */
extern const DlFormat dl_format_feed;

G_END_DECLS
