/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlIcalLine:
 * @name: "DTSTART", in capitals
 * @parameters: as they stand, ";TZID=Asia/Tokyo;VALUE=DATE"; may be ""
 * @value: as it stands, its escapes not undone
 * @offset: where it begins, in bytes
 *
 * One content line of iCalendar (RFC 5545), its folds undone. NUL-terminated,
 * UTF-8, and good until the next is read or the arena is cleared.
 */
typedef struct
{
  const char *name;
  const char *parameters;
  const char *value;
  gsize       offset;
} DlIcalLine;

/**
 * DlIcalLines:
 * @text: of the file, which need not end in NUL
 * @length: of it, in bytes
 * @at: where the next line begins
 * @indent: how many bytes stand in front of what goes on behind a fold; 0 for the one of the format
 *
 * @indented: whether lines that are no folds are indented as well, as where it was taken out of a program
 *
 * A way through the lines of a text.
 */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
  gsize       indent;
  gboolean    indented;
} DlIcalLines;

/* Whether the line at @offset begins with @word, in any case of letters, and indented where lines are. */
gboolean dl_ical_starts_with (const DlIcalLines *lines, gsize offset, const char *word);

/* Where the line after the one at @offset begins, folded or not. */
gsize dl_ical_next_offset (const DlIcalLines *lines, gsize offset);

/* How wide the folds of the whole text are indented, where a program or an editor has put more in front of
 * all of them than the one space that belongs to a fold: "        r" of "        the year". Returns: 0
 * where they are as they should be */
gsize dl_ical_measure_folds (const DlIcalLines *lines);

/* Whether lines are indented that are no folds: all that begin an event are. */
gboolean dl_ical_find_indented (const DlIcalLines *lines);

/* Reads a line into @arena, to which @line points. Empty lines, and those without a
 * colon, are passed over. Returns: FALSE behind the last */
gboolean dl_ical_next_line (DlIcalLines *lines, GStringChunk *arena, DlIcalLine *line);

/* The first of @lines, of #DlIcalLine, that has this name and a value, or NULL. */
const DlIcalLine *dl_ical_find_line (const GArray *lines, const char *name);

/* The value of a parameter, without its quotes and the escapes that only texts should have, or NULL. Returns: (transfer
 * full) (nullable) */
char *dl_ical_dup_parameter (const DlIcalLine *line, const char *name);

/* A value of text with its escapes undone. Returns: (transfer full) */
char *dl_ical_dup_text (const char *value);

/* The parts of a list of texts: "MEETING,BUSINESS\, LUNCH". Returns: (transfer full) */
char **dl_ical_split_texts (const char *value);

G_END_DECLS
