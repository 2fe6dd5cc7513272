/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-problem-list.h"

#include <glib/gi18n.h>

#include "formats/dl-json-text.h"

typedef struct
{
  gsize      offset;
  guint      serial;
  DlMeant    meant;
  DlProblem *problem;
} Entry;

/* Notes that say the same. */
typedef struct
{
  guint64 n;
  gsize   last_offset; /* of those that are told */
  char   *last_pointer;
} Alike;

struct _DlProblemList
{
  GArray     *entries; /* of Entry */
  guint       n_problems;
  guint       n_notes;
  guint64     n_untold;
  guint64     n_untold_notes;
  GHashTable *alike; /* message to Alike; made for the first note */
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->problem, dl_problem_free);
}

static void
alike_free (gpointer data)
{
  Alike *alike = data;

  g_free (alike->last_pointer);
  g_free (alike);
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
  g_clear_pointer (&self->alike, g_hash_table_unref);
  g_free (self);
}

static Alike *
get_alike (DlProblemList *self, const char *message)
{
  Alike *alike;

  if (self->alike == NULL)
    self->alike = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, alike_free);
  alike = g_hash_table_lookup (self->alike, message);
  if (alike == NULL)
    {
      alike = g_new0 (Alike, 1);
      g_hash_table_insert (self->alike, g_strdup (message), alike);
    }
  return alike;
}

/* Whether there is room for a note; counts it. */
static gboolean
admit_note (DlProblemList *self, gsize offset, const DlProblem *problem)
{
  Alike *alike;

  if (self->n_notes >= DL_PROBLEM_LIST_MAX_NOTES)
    {
      self->n_untold_notes++;
      return FALSE;
    }
  alike = get_alike (self, problem->message);
  if (++alike->n > DL_PROBLEM_LIST_MAX_ALIKE)
    return FALSE;
  if (alike->n == DL_PROBLEM_LIST_MAX_ALIKE)
    {
      alike->last_offset = offset;
      alike->last_pointer = g_strdup (problem->pointer);
    }
  self->n_notes++;
  return TRUE;
}

static gboolean
admit_problem (DlProblemList *self)
{
  if (dl_problem_list_is_full (self))
    {
      self->n_untold++;
      return FALSE;
    }
  self->n_problems++;
  return TRUE;
}

/* @problem: (transfer full). Returns: (nullable): @problem, where it is kept */
static DlProblem *
append (DlProblemList *self, gsize offset, DlMeant meant, DlProblem *problem)
{
  Entry entry = { offset, self->entries->len, meant, problem };

  if (problem->note ? !admit_note (self, offset, problem) : !admit_problem (self))
    {
      dl_problem_free (problem);
      return NULL;
    }
  g_array_append_val (self->entries, entry);
  return problem;
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
  problem->key = DL_PROBLEM_NO_EVENT;
  return problem;
}

static void
clear (DlProblemList *self)
{
  g_array_set_size (self->entries, 0);
  g_clear_pointer (&self->alike, g_hash_table_unref);
  self->n_problems = 0;
  self->n_notes = 0;
  self->n_untold = 0;
  self->n_untold_notes = 0;
}

DlProblem *
dl_problem_list_add (DlProblemList *self, gsize offset, char *pointer, char *message, gboolean event_lost)
{
  DlProblem *problem = new_problem (pointer, message);

  problem->event_lost = event_lost;
  return append (self, offset, DL_MEANT_NOTHING, problem);
}

DlProblem *
dl_problem_list_add_note (DlProblemList *self, gsize offset, char *pointer, char *message, char *suggestion)
{
  DlProblem *problem = new_problem (pointer, message);

  problem->suggestion = suggestion;
  problem->note = TRUE;
  return append (self, offset, DL_MEANT_NOTHING, problem);
}

void
dl_problem_list_count_alike (DlProblemList *self, const char *message, guint64 n)
{
  get_alike (self, message)->n += n;
}

void
dl_problem_list_set_meant (DlProblemList *self, DlMeant meant)
{
  g_return_if_fail (self->entries->len > 0);
  g_array_index (self->entries, Entry, self->entries->len - 1).meant = meant;
}

void
dl_problem_list_find_meant (DlProblemList *self, DlFindMeantFunc func, gpointer data)
{
  g_array_sort (self->entries, compare_entries);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->meant != DL_MEANT_NOTHING && entry->problem->suggestion == NULL)
        entry->problem->suggestion = func (entry->meant, entry->offset, data);
    }
}

gboolean
dl_problem_list_is_full (const DlProblemList *self)
{
  return self->n_problems >= DL_PROBLEM_LIST_MAX;
}

void
dl_problem_list_take (DlProblemList *self, DlProblemList *other)
{
  GHashTableIter iter;
  gpointer       message;
  gpointer       alike;
  guint          i;

  for (i = 0; i < other->entries->len; i++)
    {
      Entry *entry = &g_array_index (other->entries, Entry, i);

      append (self, entry->offset, entry->meant, g_steal_pointer (&entry->problem));
    }
  self->n_untold += other->n_untold;
  self->n_untold_notes += other->n_untold_notes;
  if (other->alike != NULL)
    {
      g_hash_table_iter_init (&iter, other->alike);
      while (g_hash_table_iter_next (&iter, &message, &alike))
        if (((Alike *) alike)->n > DL_PROBLEM_LIST_MAX_ALIKE)
          get_alike (self, message)->n += ((Alike *) alike)->n - DL_PROBLEM_LIST_MAX_ALIKE;
    }
  clear (other);
}

/* Behind the last of many notes that say the same: how many more there are. */
static void
tell_alike (DlProblemList *self)
{
  GHashTableIter iter;
  gpointer       value;

  if (self->alike == NULL)
    return;
  g_hash_table_iter_init (&iter, self->alike);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Alike     *alike = value;
      guint      n = (guint) MIN (alike->n - MIN (alike->n, DL_PROBLEM_LIST_MAX_ALIKE), G_MAXUINT);
      DlProblem *problem;
      Entry      entry = { alike->last_offset, G_MAXUINT, DL_MEANT_NOTHING, NULL };

      if (alike->last_pointer == NULL)
        self->n_untold_notes += n;
      if (n == 0 || alike->last_pointer == NULL)
        continue;
      problem = new_problem (g_steal_pointer (&alike->last_pointer),
                             g_strdup_printf (ngettext ("The same is true of %u more place, which is not listed.",
                                                        "The same is true of %u more places, which are not listed.", n),
                                              n));
      problem->note = TRUE;
      entry.problem = problem;
      g_array_append_val (self->entries, entry);
    }
}

/* Of the whole document, at its start. */
static void
tell_untold (GPtrArray *problems, const char *text, gsize length, char *message, gboolean note)
{
  DlProblem   *problem = new_problem (g_strdup (""), message);
  DlJsonCursor cursor;

  dl_json_cursor_init (&cursor, text, length);
  problem->line = cursor.line;
  problem->column = cursor.column;
  problem->note = note;
  g_ptr_array_add (problems, problem);
}

GPtrArray *
dl_problem_list_end (DlProblemList *self, const char *text, gsize length)
{
  GPtrArray   *problems = g_ptr_array_new_full (self->entries->len, (GDestroyNotify) dl_problem_free);
  DlJsonCursor cursor;
  guint        n;
  guint        i;

  tell_alike (self);
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
  n = (guint) MIN (self->n_untold, G_MAXUINT);
  if (n > 0)
    tell_untold (
      problems, text, length,
      g_strdup_printf (ngettext ("%u more problem is not listed.", "%u more problems are not listed.", n), n), FALSE);
  n = (guint) MIN (self->n_untold_notes, G_MAXUINT);
  if (n > 0)
    tell_untold (problems, text, length,
                 g_strdup_printf (ngettext ("%u more note is not listed.", "%u more notes are not listed.", n), n),
                 TRUE);
  clear (self);
  return problems;
}
