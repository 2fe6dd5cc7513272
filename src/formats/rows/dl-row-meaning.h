/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlRowMeaning:
 * @DL_ROW_OTHER: something that Dateline has no place for
 * @DL_ROW_NOTHING: the same, but of no use to a reader: a colour, a coordinate
 * @DL_ROW_START: when it was, or began
 * @DL_ROW_YEAR: the parts of that
 * @DL_ROW_TIME: the time of day
 * @DL_ROW_DATE_NOTE: how the date is to be shown
 * @DL_ROW_TAGS: topics with commas between them
 * @DL_ROW_SOURCE: an address, or the name of a source
 * @DL_ROW_LINK_TEXT: what the address of a source is called
 * @DL_ROW_ERA: whether the year is before Christ
 * @DL_ROW_ALL_DAY: whether it is one of days, whatever times it has
 * @DL_ROW_PRECISION: how much of the dates is meant: "year", where a first of January stands for it
 * @DL_ROW_DOUBT: whether the dates, or that of the start, are approximate or uncertain
 * @DL_ROW_END_DOUBT: the same of the end
 * @DL_ROW_QUOTE: somebody's words
 * @DL_ROW_SPEAKER: whose they are
 * @DL_ROW_KIND: in a sheet of TimelineJS: whether it is an event, the title or an era
 *
 * What a column of a table, or a member of an object, tells of an event.
 */
typedef enum
{
  DL_ROW_OTHER,
  DL_ROW_NOTHING,
  DL_ROW_START,
  DL_ROW_END,
  DL_ROW_YEAR,
  DL_ROW_MONTH,
  DL_ROW_DAY,
  DL_ROW_TIME,
  DL_ROW_END_YEAR,
  DL_ROW_END_MONTH,
  DL_ROW_END_DAY,
  DL_ROW_END_TIME,
  DL_ROW_DATE_NOTE,
  DL_ROW_TITLE,
  DL_ROW_TEXT,
  DL_ROW_PLACE,
  DL_ROW_PERSON,
  DL_ROW_TOPIC,
  DL_ROW_TAGS,
  DL_ROW_SOURCE,
  DL_ROW_CREDIT,
  DL_ROW_CAPTION,
  DL_ROW_LINK_TEXT,
  DL_ROW_STATUS,
  DL_ROW_IMPORTANCE,
  DL_ROW_ID,
  DL_ROW_ERA,
  DL_ROW_KIND,
  DL_ROW_ALL_DAY,
  DL_ROW_PRECISION,
  DL_ROW_DOUBT,
  DL_ROW_END_DOUBT,
  DL_ROW_QUOTE,
  DL_ROW_SPEAKER,
  DL_ROW_N_MEANINGS,
} DlRowMeaning;

G_END_DECLS
