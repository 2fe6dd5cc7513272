/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two ways by which a table of separated values is read. */
#pragma once

#include "formats/dl-loaded.h"

G_BEGIN_DECLS

/* By way of a draft. @bytes: UTF-8. Returns: (nullable): NULL where it is no table of events */
DlLoaded *table_read_written (GBytes *bytes);

/* At once. Returns: (nullable): NULL where it is none, or is to be written down */
DlLoaded *table_read_straight (GBytes *bytes);

G_END_DECLS
