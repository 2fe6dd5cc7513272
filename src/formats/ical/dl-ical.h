/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* iCalendar (RFC 5545): events, to-dos and journal entries. A small reader of our own:
 * libical would be a library that everybody has to install, and forgets where in the
 * file a thing stands. */
extern const DlFormat dl_format_ical;

G_END_DECLS
