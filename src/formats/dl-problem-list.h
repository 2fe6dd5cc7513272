/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-problem.h"

G_BEGIN_DECLS

/* Problems beyond this many are only counted: a file in which everything is
 * wrong is not helped by millions of them. */
#define DL_PROBLEM_LIST_MAX 100000
/* The same of notes, which leave the room of problems alone. */
#define DL_PROBLEM_LIST_MAX_NOTES 10000
/* Of notes that say the same the others are only counted. */
#define DL_PROBLEM_LIST_MAX_ALIKE 100

/* What a problem's value was meant to be, where that is looked for when all is read: the id
 * of something that the file has not, or a date. */
typedef enum
{
  DL_MEANT_NOTHING,
  DL_MEANT_PERSON,
  DL_MEANT_PLACE,
  DL_MEANT_TOPIC,
  DL_MEANT_SOURCE,
  DL_MEANT_FILE,
  DL_MEANT_EVENT,
  DL_MEANT_DATE,
} DlMeant;

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
 * @message: (transfer full): one translated plain sentence
 * Returns: (transfer none) (nullable): the problem, for what else is known of it;
 *   %NULL when it is only counted */
DlProblem *dl_problem_list_add (DlProblemList *self, gsize offset, char *pointer, char *message, gboolean event_lost);

/* The same of a note: nothing is lost, but whoever writes the file may want to know.
 * @suggestion: (transfer full) (nullable): what was probably meant, as it would
 *   stand in the file */
DlProblem *dl_problem_list_add_note (DlProblemList *self, gsize offset, char *pointer, char *message, char *suggestion);

/* Counts @n more notes that say @message, which are not told. */
void dl_problem_list_count_alike (DlProblemList *self, const char *message, guint64 n);

/* Says what the value of the problem that was added last was meant to be. */
void dl_problem_list_set_meant (DlProblemList *self, DlMeant meant);

/* @offset: of the value. Returns: (transfer full) (nullable): what is to stand there */
typedef char *(*DlFindMeantFunc) (DlMeant meant, gsize offset, gpointer data);

/* Asks @func of every value of which that was said, in the order of the text. */
void dl_problem_list_find_meant (DlProblemList *self, DlFindMeantFunc func, gpointer data);

/* Whether problems that are added from now on are only counted. */
gboolean dl_problem_list_is_full (const DlProblemList *self);

/* Moves everything of @other behind what is in @self. */
void dl_problem_list_take (DlProblemList *self, DlProblemList *other);

/**
 * dl_problem_list_end:
 * @text: the whole text
 * @length: its bytes
 *
 * Empties the list. When there were too many, the last problem, of the whole
 * document, says how many are not told, and a note behind it the same of notes.
 *
 * Returns: (transfer full): of #DlProblem, in the order of the text
 */
GPtrArray *dl_problem_list_end (DlProblemList *self, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlProblemList, dl_problem_list_free)

G_END_DECLS
