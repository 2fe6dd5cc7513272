/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlProblem:
 * @file: (nullable): of several files, how the one that it is in is called
 * @line: from 1
 * @column: from 1, counted in Unicode characters
 * @pointer: JSON pointer (RFC 6901) of the value; "" is the whole document
 * @message: one translated plain sentence
 * @suggestion: (nullable): what was probably meant, as it would stand in the
 *   file: "people", "1969-01-09"
 * @event_lost: the event it belongs to could not be kept
 * @note: nothing was lost: it is said for whoever writes the file
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
} DlProblem;

void       dl_problem_free (DlProblem *problem);
DlProblem *dl_problem_copy (const DlProblem *problem);
/* "LINE:COLUMN: POINTER: message"; of several files "FILE:LINE:…"; transfer full. */
char *dl_problem_to_string (const DlProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlProblem, dl_problem_free)

G_END_DECLS
