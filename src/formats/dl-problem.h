/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlProblem:
 * @line: from 1
 * @column: from 1, counted in Unicode characters
 * @pointer: JSON pointer (RFC 6901) of the value; "" is the whole document
 * @message: one translated plain sentence
 * @event_lost: the event it belongs to could not be kept
 *
 * Something in a file that could not be taken as it stands.
 */
typedef struct
{
  guint    line;
  guint    column;
  char    *pointer;
  char    *message;
  gboolean event_lost;
} DlProblem;

void dl_problem_free (DlProblem *problem);
/* "LINE:COLUMN: POINTER: message"; transfer full. */
char *dl_problem_to_string (const DlProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlProblem, dl_problem_free)

G_END_DECLS
