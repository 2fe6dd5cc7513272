/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-problem.h"

void
dl_problem_free (DlProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->file);
  g_free (problem->pointer);
  g_free (problem->message);
  g_free (problem->suggestion);
  g_free (problem);
}

DlProblem *
dl_problem_copy (const DlProblem *problem)
{
  DlProblem *copy;

  g_return_val_if_fail (problem != NULL, NULL);
  copy = g_memdup2 (problem, sizeof *problem);
  copy->file = g_strdup (problem->file);
  copy->pointer = g_strdup (problem->pointer);
  copy->message = g_strdup (problem->message);
  copy->suggestion = g_strdup (problem->suggestion);
  return copy;
}

char *
dl_problem_to_string (const DlProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);
  if (problem->file != NULL)
    return g_strdup_printf ("%s:%u:%u: %s: %s", problem->file, problem->line, problem->column, problem->pointer,
                            problem->message);
  return g_strdup_printf ("%u:%u: %s: %s", problem->line, problem->column, problem->pointer, problem->message);
}
