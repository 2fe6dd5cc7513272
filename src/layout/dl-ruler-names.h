/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"
#include "time/dl-words.h"

G_BEGIN_DECLS

/* Wider than this, a year, a month or a day is what the ruler's upper tier names;
 * pixels. */
#define DL_CONTEXT_LEAST 300.0

/* Years from here on are told in round numbers. */
#define DL_LARGE_YEAR 10000

/* The unit that the upper tier names at @scale, pixels a second: a day, a month
 * or a year. */
DlUnit dl_ruler_name_unit (double scale);
/* The next finer one that a place is named by: a month, a day, a minute, and then
 * a second. */
DlUnit dl_ruler_finer_unit (DlUnit unit);

/* The start of the @unit, or of the step of @years, that holds @at. */
DlCivil dl_ruler_name_floor (DlInstant at, DlUnit unit, gint64 years, const DlZone *zone);

/**
 * dl_ruler_name:
 * @unit: a year, a month, a day, a minute or a second
 * @years: of years, in what steps they are told; 1 to tell each
 * @zone: (nullable): of the axis
 *
 * Where one is, as briefly as it can be said: "2025", "Oct 2025", "25 Oct 2025",
 * and within a day that is known "10:20", "10:20:07".
 *
 * Returns: (transfer full)
 */
char *dl_ruler_name (DlInstant at, DlUnit unit, gint64 years, const DlZone *zone);

/* @text with the name of the axis's zone at @at: "25 October 2025 (JST)"; for
 * where a time of day is told. Returns: (transfer full) */
char *dl_ruler_name_zone (const char *text, const DlZone *zone, DlInstant at);

/* What is written over the line of the as-of date: "As of 26 Oct 2025".
 * Returns: (transfer full) */
char *dl_ruler_dup_as_of_words (DlTimeline *timeline);

G_END_DECLS
