/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/dl-session.h"

G_BEGIN_DECLS

#define DL_TYPE_PROBLEM_ITEM (dl_problem_item_get_type ())
G_DECLARE_FINAL_TYPE (DlProblemItem, dl_problem_item, DL, PROBLEM_ITEM, GObject)

/* Where a problem comes from, in the order that they are told in. */
typedef enum
{
  DL_PROBLEMS_UNREAD,      /* a file that cannot be read, or not again */
  DL_PROBLEMS_LEFT_BEHIND, /* what is not in the file that was saved last */
  DL_PROBLEMS_READ,        /* found in what was read */
} DlProblemSource;

#define DL_PROBLEM_N_SOURCES (DL_PROBLEMS_READ + 1)

/* One of the problems of a file while somebody looks at it. */

/* @problems: of DlProblem; a reference is taken. @index: in it; @number: of @n, as it is listed */
DlProblemItem *dl_problem_item_new (GPtrArray *problems, DlProblemSource source, guint index, guint number, guint n);

DlProblemSource  dl_problem_item_get_source (DlProblemItem *self);
const DlProblem *dl_problem_item_get_problem (DlProblemItem *self);
/* "Not read", "Not carried over", "Event left out", "Problem", "Note"; static storage. */
const char *dl_problem_item_get_kind (DlProblemItem *self);
/* "line 5, column 12", of several files with the name of its own, or NULL. Returns: (transfer full) */
char *dl_problem_item_dup_place (DlProblemItem *self);
/* "Did you mean “people”?", or NULL. Returns: (transfer full) */
char *dl_problem_item_dup_suggestion (DlProblemItem *self);
/* All of it in one line, for who does not see it. Returns: (transfer full) */
char *dl_problem_item_dup_name (DlProblemItem *self);
/* "3 of 14". Returns: (transfer full) */
char *dl_problem_item_dup_number (DlProblemItem *self);

G_END_DECLS
