/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The IANA's name of a time zone that Windows, or Outlook, calls so; NULL for
 * others. Static storage. */
const char *dl_ical_zone_name_from_windows (const char *name);

G_END_DECLS
