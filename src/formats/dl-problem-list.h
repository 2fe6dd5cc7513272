/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-problem.h"

G_BEGIN_DECLS

/* Problems beyond this many are only counted: a file in which everything is
 * wrong is not helped by millions of them. */
#define DL_PROBLEM_LIST_MAX 100000

/**
 * DlProblemList:
 *
 * Problems as a reader finds them, by byte offset; lines and columns are
 * counted once, in the end.
 */
typedef struct _DlProblemList DlProblemList;

DlProblemList *dl_problem_list_new (void);
void           dl_problem_list_free (DlProblemList *self);

/* @offset: of the value, in bytes.
 * @pointer: (transfer full): of the value
 * @message: (transfer full): one translated plain sentence */
void dl_problem_list_add (DlProblemList *self, gsize offset, char *pointer, char *message, gboolean event_lost);

/* The same of a note: nothing is lost, but whoever writes the file may want to know.
 * @suggestion: (transfer full) (nullable): what was probably meant, as it would
 *   stand in the file */
void dl_problem_list_add_note (DlProblemList *self, gsize offset, char *pointer, char *message, char *suggestion);

/* Whether what is added from now on is only counted. */
gboolean dl_problem_list_is_full (const DlProblemList *self);

/* Moves everything of @other behind what is in @self. */
void dl_problem_list_take (DlProblemList *self, DlProblemList *other);

/**
 * dl_problem_list_end:
 * @text: the whole text
 * @length: its bytes
 *
 * Empties the list. When there were too many, the last problem, of the whole
 * document, says how many are not told.
 *
 * Returns: (transfer full): of #DlProblem, in the order of the text
 */
GPtrArray *dl_problem_list_end (DlProblemList *self, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlProblemList, dl_problem_list_free)

G_END_DECLS
