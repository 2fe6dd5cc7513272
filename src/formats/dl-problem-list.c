/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-problem-list.h"

#include <glib/gi18n.h>

#include "formats/dl-json-text.h"

typedef struct
{
  gsize      offset;
  guint      serial;
  DlProblem *problem;
} Entry;

struct _DlProblemList
{
  GArray *entries; /* of Entry */
  guint64 n_untold;
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->problem, dl_problem_free);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;

  if (left->offset != right->offset)
    return left->offset < right->offset ? -1 : 1;
  return left->serial < right->serial ? -1 : left->serial > right->serial;
}

DlProblemList *
dl_problem_list_new (void)
{
  DlProblemList *self = g_new0 (DlProblemList, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  return self;
}

void
dl_problem_list_free (DlProblemList *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_free (self);
}

/* @problem: (transfer full) */
static void
append (DlProblemList *self, gsize offset, DlProblem *problem)
{
  Entry entry = { offset, self->entries->len, problem };

  if (dl_problem_list_is_full (self))
    {
      self->n_untold++;
      dl_problem_free (problem);
      return;
    }
  g_array_append_val (self->entries, entry);
}

static DlProblem *
new_problem (char *pointer, char *message)
{
  DlProblem *problem = g_new0 (DlProblem, 1);
  char      *p;

  /* What a message repeats of the file may hold anything; it stays one line. */
  for (p = message; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  problem->pointer = pointer;
  problem->message = message;
  return problem;
}

void
dl_problem_list_add (DlProblemList *self, gsize offset, char *pointer, char *message, gboolean event_lost)
{
  DlProblem *problem = new_problem (pointer, message);

  problem->event_lost = event_lost;
  append (self, offset, problem);
}

void
dl_problem_list_add_note (DlProblemList *self, gsize offset, char *pointer, char *message, char *suggestion)
{
  DlProblem *problem = new_problem (pointer, message);

  problem->suggestion = suggestion;
  problem->note = TRUE;
  append (self, offset, problem);
}

gboolean
dl_problem_list_is_full (const DlProblemList *self)
{
  return self->entries->len >= DL_PROBLEM_LIST_MAX;
}

void
dl_problem_list_take (DlProblemList *self, DlProblemList *other)
{
  guint i;

  for (i = 0; i < other->entries->len; i++)
    {
      Entry *entry = &g_array_index (other->entries, Entry, i);

      append (self, entry->offset, g_steal_pointer (&entry->problem));
    }
  self->n_untold += other->n_untold;
  other->n_untold = 0;
  g_array_set_size (other->entries, 0);
}

GPtrArray *
dl_problem_list_end (DlProblemList *self, const char *text, gsize length)
{
  GPtrArray   *problems = g_ptr_array_new_full (self->entries->len, (GDestroyNotify) dl_problem_free);
  DlJsonCursor cursor;
  guint        i;

  g_array_sort (self->entries, compare_entries);
  dl_json_cursor_init (&cursor, text, length);
  for (i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      dl_json_cursor_move (&cursor, entry->offset);
      entry->problem->line = cursor.line;
      entry->problem->column = cursor.column;
      g_ptr_array_add (problems, g_steal_pointer (&entry->problem));
    }
  if (self->n_untold > 0)
    {
      DlProblem *problem = g_new0 (DlProblem, 1);
      guint      n = (guint) MIN (self->n_untold, G_MAXUINT);

      dl_json_cursor_init (&cursor, text, length);
      problem->line = cursor.line;
      problem->column = cursor.column;
      problem->pointer = g_strdup ("");
      problem->message =
        g_strdup_printf (ngettext ("%u more problem is not listed.", "%u more problems are not listed.", n), n);
      g_ptr_array_add (problems, problem);
    }
  self->n_untold = 0;
  g_array_set_size (self->entries, 0);
  return problems;
}
