/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether two ways of reading a file come to the same. */
#pragma once

#include "formats/dl-loaded.h"

G_BEGIN_DECLS

/* Asserts that both have the same events, found by their ids, with the same dates, names and texts. */
void assert_timelines_alike (DlTimeline *first, DlTimeline *second);

/* The same, and that the same was told of them. */
void assert_loaded_alike (DlLoaded *first, DlLoaded *second);

G_END_DECLS
