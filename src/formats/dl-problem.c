/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-problem.h"

#include <glib/gi18n.h>

void
dl_problem_free (DlProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->pointer);
  g_free (problem->message);
  g_free (problem->suggestion);
  g_free (problem->title);
  g_free (problem);
}

char *
dl_problem_dup_sentence (const DlProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);
  if (problem->suggestion == NULL)
    return g_strdup (problem->message);
  /* Translators: a sentence about a mistake in a file, then what was probably meant, as it would stand in the file. */
  return g_strdup_printf (_ ("%s Did you mean “%s”?"), problem->message, problem->suggestion);
}

char *
dl_problem_to_string (const DlProblem *problem)
{
  g_autofree char *sentence = dl_problem_dup_sentence (problem);
  g_autofree char *told = NULL;

  told = *problem->pointer == '\0' ? g_strdup (sentence) : g_strdup_printf ("%s: %s", problem->pointer, sentence);
  if (problem->note)
    /* Translators: in the output of a command, a line and column, and what is to be known of it though nothing is
     * lost. Compilers say “note:” so, and editors look for that. */
    return g_strdup_printf (_ ("%u:%u: note: %s"), problem->line, problem->column, told);
  return g_strdup_printf ("%u:%u: %s", problem->line, problem->column, told);
}

guint
dl_problem_count (const GPtrArray *problems, guint *n_notes)
{
  guint n = 0;
  guint all = problems != NULL ? problems->len : 0;

  for (guint i = 0; i < all; i++)
    n += !((const DlProblem *) problems->pdata[i])->note;
  if (n_notes != NULL)
    *n_notes = all - n;
  return n;
}
