/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DlProblem:
 * @file: (nullable): of several files, how the one that it is in is called
 * @line: from 1; 0 where the place is not known
 * @column: the same, counted in Unicode characters
 * @pointer: JSON pointer (RFC 6901) of the value; "" is the whole document
 * @message: one translated plain sentence
 * @suggestion: (nullable): what was probably meant, as it would stand in the
 *   file: "people", "1969-01-09"
 * @event_lost: the event it belongs to could not be kept
 * @note: nothing was lost: it is said for whoever writes the file
 * @title: (nullable): of the event it is told of
 * @part: of the timeline, which that event is of
 * @key: of that event, as the reader gave it to the timeline (see
 *   dl_timeline_find_key()), or %DL_PROBLEM_NO_EVENT
 * @origin: (nullable): the file that it is in, where that is none of those that @part counts
 *
 * Something in a file that could not be taken as it stands, or that its writer
 * may want to know.
 */
typedef struct
{
  char    *file;
  guint    line;
  guint    column;
  char    *pointer;
  char    *message;
  char    *suggestion;
  gboolean event_lost;
  gboolean note;
  char    *title;
  guint    part;
  guint64  key;
  GFile   *origin;
} DlProblem;

#define DL_PROBLEM_NO_EVENT G_MAXUINT64

void       dl_problem_free (DlProblem *problem);
DlProblem *dl_problem_copy (const DlProblem *problem);
/* That a file cannot be read, of an error's message of dl_load_files() with the usual names: @file is set
 * where it begins with one, @line, @column and @origin where it says the place. @failure: one line.
 * Returns: (transfer full) */
DlProblem *dl_problem_new_of_failure (const char *failure);
/* The same of each line of @failures, added to @problems, an array of #DlProblem. @failures: (nullable) */
void dl_problem_add_failures (GPtrArray *problems, const char *failures);
/* "LINE:COLUMN: POINTER: message", of several files "FILE:LINE:…", without the pointer
 * where it is empty, with "note: " before that of a note, and with what was probably
 * meant behind. Returns: (transfer full) */
char *dl_problem_to_string (const DlProblem *problem);
/* The same with the title of the event it is told of before the message. Returns: (transfer full) */
char *dl_problem_to_line (const DlProblem *problem);
/* The message, and what was probably meant. Returns: (transfer full) */
char *dl_problem_dup_sentence (const DlProblem *problem);
/* "story.json, line 12, column 3" in the reader's language. Returns: (transfer full) (nullable):
 * %NULL where neither the file nor the line is known */
char *dl_problem_dup_place (const DlProblem *problem);
/* What dl_problem_to_line() says to who reads it in a window: without the pointer, and with
 * the place in words. Returns: (transfer full) */
char *dl_problem_dup_words (const DlProblem *problem);
/* The same of each line of an error's message of dl_load_files(), on a line each. Returns: (transfer full) */
char *dl_problem_dup_failure_words (const char *failures);

/* How many of @problems, a %NULL-able array of #DlProblem, are problems, and how many
 * are notes. Returns: those that are problems */
guint dl_problem_count (const GPtrArray *problems, guint *n_notes);

/* Which events have been left out, by the problems that say so, for dl_problem_has_event().
 * @problems: (nullable): of #DlProblem; outlive the result. Returns: (transfer full) */
GHashTable *dl_problem_find_lost (const GPtrArray *problems);
/* Whether the event that it is told of is in the timeline: a note may be of one that was
 * left out for something else. */
gboolean dl_problem_has_event (const DlProblem *problem, GHashTable *lost);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlProblem, dl_problem_free)

G_END_DECLS
