/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many times are made of one rule at most, and of one without an end none that
 * are so many years after its first. */
#define DL_ICAL_MAX_TIMES 1000
#define DL_ICAL_MAX_YEARS 100

/**
 * DlIcalRule:
 *
 * A rule of recurrence (RRULE of RFC 5545). All times here are local ones: seconds
 * from 1970-01-01T00:00:00, as if the clocks were those of UTC.
 */
typedef struct _DlIcalRule DlIcalRule;

/* @text: "FREQ=WEEKLY;BYDAY=MO,WE". Returns: (transfer full) (nullable): NULL when
 * it is not understood */
DlIcalRule *dl_ical_rule_new (const char *text);
void        dl_ical_rule_free (DlIcalRule *rule);

/* Whether it says when it ends. */
gboolean dl_ical_rule_is_finite (const DlIcalRule *rule);

/* The end that it says. @local: (out): in local time, or in UTC where @utc says so;
 * of a day, its last second. Returns: FALSE where there is none, or a count */
gboolean dl_ical_rule_get_until (const DlIcalRule *rule, gint64 *local, gboolean *utc);
/* Puts a local end in place of one in UTC. */
void dl_ical_rule_set_until (DlIcalRule *rule, gint64 local);

/**
 * dl_ical_rule_expand:
 * @start: the first time
 * @most: how many times at most
 * @bounded: (out): whether there are more than are given
 *
 * All times in their order, beginning with @start even where the rule would not
 * lead to it.
 *
 * Returns: (transfer full): of gint64
 */
GArray *dl_ical_rule_expand (const DlIcalRule *rule, gint64 start, guint most, gboolean *bounded);

/* The last time of a yearly rule, begun at @start, that is not after @until, which is
 * what clocks are changed by. Returns: FALSE where there is none */
gboolean dl_ical_rule_find_last (const DlIcalRule *rule, gint64 start, gint64 until, gint64 *last);

/* A GCompareFunc of times in seconds, gint64, the earliest first. */
int dl_ical_compare_seconds (gconstpointer a, gconstpointer b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlIcalRule, dl_ical_rule_free)

G_END_DECLS
