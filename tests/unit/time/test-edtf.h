/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-date.h"

/* Compares an instant with its text: "2025-10-25" for a midnight,
 * "2025-10-25T22:00:00" otherwise, "-" and "+" for no bound. */
void assert_instant (const char *text, const char *what, DlInstant instant, const char *expected);

/* Parses, checks that the bounds are ordered and that the canonical text
 * gives the same ones. */
DlDate parse_date (const char *text);

void test_intervals (void);
void test_interval_flags (void);
void test_sets (void);
void test_invalid (void);
void test_invalid_long (void);
void test_not_terminated (void);
