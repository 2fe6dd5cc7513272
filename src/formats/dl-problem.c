/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-problem.h"

#include <string.h>

#include <glib/gi18n.h>

/* Characters of the title of an event that a line repeats. */
#define MAX_TITLE_LENGTH 60

void
dl_problem_free (DlProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->file);
  g_free (problem->pointer);
  g_free (problem->message);
  g_free (problem->suggestion);
  g_free (problem->title);
  g_clear_object (&problem->origin);
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
  copy->title = g_strdup (problem->title);
  if (copy->origin != NULL)
    g_object_ref (copy->origin);
  return copy;
}

/* Reads ":NUMBER" where that stands. Returns: what is behind it, or NULL */
static const char *
read_number (const char *text, guint *number)
{
  char   *end;
  guint64 value;

  if (text[0] != ':' || !g_ascii_isdigit (text[1]))
    return NULL;
  value = g_ascii_strtoull (text + 1, &end, 10);
  *number = (guint) MIN (value, G_MAXUINT);
  return end;
}

/* Whether it is what a file is called by, and not only a name, as what was typed or pasted has. */
static gboolean
is_address (const char *name)
{
  return g_path_is_absolute (name) || strstr (name, "://") != NULL;
}

/* Behind the place that @failure begins with. Returns: NULL where there is none; @colon: (out): where the
 * name of the file ends */
static const char *
find_place (const char *failure, const char **colon, guint *line, guint *column)
{
  for (*colon = strchr (failure, ':'); *colon != NULL; *colon = strchr (*colon + 1, ':'))
    {
      const char *end = read_number (*colon, line);

      if (end != NULL)
        end = read_number (end, column);
      if (end != NULL && g_str_has_prefix (end, ": "))
        return end;
    }
  return NULL;
}

DlProblem *
dl_problem_new_of_failure (const char *failure)
{
  DlProblem  *problem;
  const char *colon;
  const char *end;

  g_return_val_if_fail (failure != NULL, NULL);
  problem = g_new0 (DlProblem, 1);
  problem->pointer = g_strdup ("");
  problem->key = DL_PROBLEM_NO_EVENT;
  end = find_place (failure, &colon, &problem->line, &problem->column);
  if (end == NULL)
    {
      problem->line = problem->column = 0;
      end = is_address (failure) ? strstr (failure, ": ") : NULL;
      colon = end;
    }
  if (end == NULL)
    {
      problem->message = g_strdup (failure);
      return problem;
    }
  problem->file = g_strndup (failure, (gsize) (colon - failure));
  if (problem->line > 0 && is_address (problem->file))
    problem->origin = g_file_parse_name (problem->file);
  problem->message = g_strdup (end + strlen (": "));
  return problem;
}

void
dl_problem_add_failures (GPtrArray *problems, const char *failures)
{
  g_auto (GStrv) lines = failures == NULL ? NULL : g_strsplit (failures, "\n", -1);

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    g_ptr_array_add (problems, dl_problem_new_of_failure (lines[i]));
}

char *
dl_problem_dup_sentence (const DlProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);
  if (problem->suggestion == NULL)
    return g_strdup (problem->message);
  /* Why a date is none is no sentence of its own. */
  if (!g_str_has_suffix (problem->message, ".") && !g_str_has_suffix (problem->message, "。"))
    /* Translators: what is wrong in a file, without a full stop, then what was probably meant. */
    return g_strdup_printf (_ ("%s. Did you mean “%s”?"), problem->message, problem->suggestion);
  /* Translators: a sentence about a mistake in a file, then what was probably meant, as it would stand in the file. */
  return g_strdup_printf (_ ("%s Did you mean “%s”?"), problem->message, problem->suggestion);
}

char *
dl_problem_to_string (const DlProblem *problem)
{
  g_autofree char *sentence = dl_problem_dup_sentence (problem);
  g_autofree char *told = NULL;
  g_autofree char *place = NULL;

  told = *problem->pointer == '\0' ? g_strdup (sentence) : g_strdup_printf ("%s: %s", problem->pointer, sentence);
  if (problem->note)
    /* Translators: in the output of a command, a line and column, and what is to be known of it though nothing is
     * lost. Compilers say “note:” so, and editors look for that. */
    place = g_strdup_printf (_ ("%u:%u: note: %s"), problem->line, problem->column, told);
  else
    place = g_strdup_printf ("%u:%u: %s", problem->line, problem->column, told);
  return problem->file == NULL ? g_steal_pointer (&place) : g_strdup_printf ("%s:%s", problem->file, place);
}

/* A title as it may stand in a line: the first of its own, and not all of a long one.
 * Returns: (transfer full) */
static char *
shorten_title (const char *title)
{
  gsize            length = strcspn (title, "\r\n");
  g_autofree char *line = g_strndup (title, length);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_TITLE_LENGTH)
    return title[length] == '\0' ? g_steal_pointer (&line) : g_strconcat (line, "…", NULL);
  start = g_utf8_substring (line, 0, MAX_TITLE_LENGTH - 1);
  return g_strconcat (start, "…", NULL);
}

char *
dl_problem_to_line (const DlProblem *problem)
{
  DlProblem        named = *problem;
  g_autofree char *title = problem->title != NULL ? shorten_title (problem->title) : NULL;
  g_autofree char *message = NULL;

  if (title != NULL)
    /* Translators: the title of an event, then what is wrong with it. */
    named.message = message = g_strdup_printf (_ ("“%s”: %s"), title, problem->message);
  return dl_problem_to_string (&named);
}

char *
dl_problem_dup_place (const DlProblem *problem)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (problem != NULL, NULL);
  if (problem->file != NULL)
    {
      base = g_path_get_basename (problem->file);
      name = g_filename_display_name (base);
    }
  if (problem->line == 0)
    return g_steal_pointer (&name);
  if (name == NULL)
    return g_strdup_printf (_ ("line %'u, column %'u"), problem->line, problem->column);
  /* Translators: where in one of several files something is; %s is the file's name. */
  return g_strdup_printf (_ ("%s, line %'u, column %'u"), name, problem->line, problem->column);
}

char *
dl_problem_dup_words (const DlProblem *problem)
{
  g_autofree char *place = dl_problem_dup_place (problem);
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (problem != NULL, NULL);
  words = dl_problem_dup_sentence (problem);
  if (problem->title != NULL)
    {
      g_autofree char *sentence = g_steal_pointer (&words);

      title = shorten_title (problem->title);
      words = g_strdup_printf (_ ("“%s”: %s"), title, sentence);
    }
  if (place == NULL)
    return g_steal_pointer (&words);
  /* Translators: where in a file something is, “story.json, line 12, column 3”, then what is wrong there. */
  return g_strdup_printf (C_ ("problem in a file", "%s: %s"), place, words);
}

char *
dl_problem_dup_failure_words (const char *failures)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dl_problem_free);
  GString              *words = g_string_new (NULL);

  g_return_val_if_fail (failures != NULL, NULL);
  dl_problem_add_failures (problems, failures);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = dl_problem_dup_words (problems->pdata[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (words, FALSE);
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

static guint
hash_event (gconstpointer key)
{
  const DlProblem *problem = key;

  return g_int64_hash (&problem->key) ^ problem->part;
}

static gboolean
is_same_event (gconstpointer a, gconstpointer b)
{
  const DlProblem *left = a;
  const DlProblem *right = b;

  return left->key == right->key && left->part == right->part;
}

GHashTable *
dl_problem_find_lost (const GPtrArray *problems)
{
  GHashTable *lost = g_hash_table_new (hash_event, is_same_event);

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      DlProblem *problem = problems->pdata[i];

      if (problem->event_lost && problem->key != DL_PROBLEM_NO_EVENT)
        g_hash_table_add (lost, problem);
    }
  return lost;
}

gboolean
dl_problem_has_event (const DlProblem *problem, GHashTable *lost)
{
  g_return_val_if_fail (problem != NULL && lost != NULL, FALSE);
  return problem->key != DL_PROBLEM_NO_EVENT && !problem->event_lost && !g_hash_table_contains (lost, problem);
}
