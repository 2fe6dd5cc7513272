/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parts of a decade, century or millennium that have words and that EDTF has no number
 * for. Others have that of such a part of a year, DL_EDTF_FIRST_QUARTER and so on. */
typedef enum
{
  DL_YEARS_EARLY,
  DL_YEARS_MID,
  DL_YEARS_LATE,
  DL_YEARS_FIRST_HALF,
  DL_YEARS_SECOND_HALF,
} DlYearsPart;

/**
 * dl_years_get_part:
 * @part: #DlYearsPart, or such a number of EDTF
 * @first: (inout): the first year of the whole, then of the part
 * @last: (inout): the last, included
 * @vague_first: (out): whether the part begins there only about
 * @vague_last: (out):
 *
 * Which years the words mean: the "late 19th century" is 1867 to 1899, approximate
 * where it meets the middle.
 *
 * Returns: whether there is such a part
 */
gboolean dl_years_get_part (int part, gint64 *first, gint64 *last, gboolean *vague_first, gboolean *vague_last);

/* The years from @first to @last, astronomical, in the words that mean just these: "late 19th
 * century", "first half of the 7th century BC", "1st century BC". Returns: (transfer full) (nullable) */
char *dl_words_part_of_years (gint64 first, gint64 last, gboolean vague_first, gboolean vague_last);

/* "7th century BC"; @number ≥ 1. Returns: (transfer full) */
char *dl_words_century (int number, gboolean before_christ);

G_END_DECLS
