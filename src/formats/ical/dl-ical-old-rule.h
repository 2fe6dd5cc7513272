/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dl_ical_old_rule_dup:
 * @text: a rule of vCalendar 1.0, "W2 MO WE #5" or "MP1 1+ TU 19991224T000000Z"
 *
 * Returns: (transfer full) (nullable): what RFC 5545 writes for it,
 *   "FREQ=WEEKLY;INTERVAL=2;COUNT=5;BYDAY=MO,WE"; NULL where it is none, or is of several
 *   rules within each other
 */
char *dl_ical_old_rule_dup (const char *text);

G_END_DECLS
