/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* Items of vis-timeline: a list of them, `{items, groups}`, or a program that makes them. */
extern const DlFormat dl_format_vis;

G_END_DECLS
