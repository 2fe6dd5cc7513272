/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of a date that is not told. */
#define DL_PART_NONE (-1)

/**
 * dl_edtf_make:
 * @year: astronomical: 0 is 1 BC
 * @month: 1 to 12, @day, @hour, @minute, @second: or %DL_PART_NONE, and so all
 *   that follow
 *
 * Writes a date of its parts as EDTF, as exact as they are, and floating. The hour
 * 24 is the start of the next day.
 *
 * Returns: (transfer full) (nullable): %NULL when there is no such date
 */
char *dl_edtf_make (gint64 year, int month, int day, int hour, int minute, int second);

#define DL_EDTF_N_PARTS 6

/**
 * dl_edtf_make_longest:
 * @parts: year, month, day, hour, minute, second; as of dl_edtf_make()
 * @n: how many of them are told, from the year on
 * @wrong: (out): which of them makes that there is no such date, 0 for the year; @n where
 *   all go together
 *
 * A date of as many parts as go together. A year of more than four digits has no months, so
 * that it is wrong where one is told.
 *
 * Returns: (transfer full) (nullable): %NULL where not even the year is one
 */
char *dl_edtf_make_longest (const gint64 *parts, guint n, guint *wrong);

/**
 * dl_edtf_make_interval:
 * @start: EDTF; "" where it is not known
 * @end: (nullable): EDTF; what is said to be the last part of it; "" where there is
 *   one that is not known
 * @reversed: (out) (optional): whether @end is before @start; then it is left out
 *
 * An end that is a set, "[0467..0499]", stands as dl_edtf_cover() has it, for EDTF has
 * no sets in intervals; one that is bounded on one side, "[..1849]", reaches to the
 * other end, or is not known. Of one that is an interval itself, "1848/1849", beside
 * one that is not known, one out of these is meant.
 *
 * Returns: (transfer full): "START/END", or START where there is no end, the end
 *   is the same, or the two make no interval
 */
char *dl_edtf_make_interval (const char *start, const char *end, gboolean *reversed);

/* The last date before @edtf, as exact as it is: the day before a day, the month
 * before a month, the year before a year. For ends that are not part of what they
 * end. A time of day is given back as it is, as is what is neither.
 * Returns: (transfer full) */
char *dl_edtf_before (const char *edtf);

G_END_DECLS
