/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-problem.h"

void
dl_problem_free (DlProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->pointer);
  g_free (problem->message);
  g_free (problem->suggestion);
  g_free (problem);
}

char *
dl_problem_to_string (const DlProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);
  if (*problem->pointer == '\0')
    return g_strdup_printf ("%u:%u: %s", problem->line, problem->column, problem->message);
  return g_strdup_printf ("%u:%u: %s: %s", problem->line, problem->column, problem->pointer, problem->message);
}
