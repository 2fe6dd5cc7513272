/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reader tells of a file. Of what is wrong with a million rows in one way, the first
 * hundred are told, and how many more there are. */
#include "formats/draft/dl-draft-private.h"

#include <glib/gi18n.h>

/* So many kinds of problems are counted apart. */
#define MAX_KINDS 1000

/* So many names of what is left out are told, and as many are kept to be counted. */
#define MAX_LEFT_OUT 20
#define MAX_LEFT_OUT_COUNTED 500

/* Problems of one kind. */
typedef struct
{
  gboolean lost; /* an event each */
  guint64  n;
  gsize    last_offset; /* of those that are told */
  char    *last_pointer;
} Kind;

static void
kind_free (gpointer data)
{
  Kind *kind = data;

  g_free (kind->last_pointer);
  g_free (kind);
}

/* What repeats a text of the file, which need not be UTF-8. @text: (transfer full) */
static char *
make_valid (char *text)
{
  char *valid;

  if (g_utf8_validate (text, -1, NULL))
    return text;
  valid = g_utf8_make_valid (text, -1);
  g_free (text);
  return valid;
}

/* What is left of a message without what it repeats of the file: digits, and what stands in
 * quotation marks. Returns: (transfer full) */
static char *
dup_kind (const char *message, gboolean lost)
{
  GString *kind = g_string_new (lost ? "lost " : "");
  guint    depth = 0;

  for (const char *at = message; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      /* “ ” and 「 」 */
      if (letter == 0x201c || letter == 0x300c)
        depth++;
      else if ((letter == 0x201d || letter == 0x300d) && depth > 0)
        depth--;
      else if (depth == 0 && !g_ascii_isdigit (*at))
        g_string_append_unichar (kind, letter);
    }
  return g_string_free (kind, FALSE);
}

/* Whether a problem is to be told, or only counted. */
static gboolean
admit (DlDraft *self, gsize offset, const char *pointer, const char *message, gboolean lost)
{
  g_autofree char *name = dup_kind (message, lost);
  Kind            *kind;

  if (self->kinds == NULL)
    self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kind_free);
  kind = g_hash_table_lookup (self->kinds, name);
  if (kind == NULL && g_hash_table_size (self->kinds) >= MAX_KINDS)
    return TRUE;
  if (kind == NULL)
    {
      kind = g_new0 (Kind, 1);
      kind->lost = lost;
      g_hash_table_insert (self->kinds, g_steal_pointer (&name), kind);
    }
  if (++kind->n == DL_PROBLEM_LIST_MAX_ALIKE)
    {
      kind->last_offset = offset;
      kind->last_pointer = g_strdup (pointer);
    }
  return kind->n <= DL_PROBLEM_LIST_MAX_ALIKE;
}

/* @problem: (nullable): one that was added, unless it is only counted. Returns: it */
static DlProblem *
take (DlDraft *self, DlProblem *problem)
{
  if (problem != NULL && self->begun)
    g_ptr_array_add (self->telling, problem);
  return problem;
}

static DlProblem *
tell (DlDraft *self, gsize offset, char *pointer, char *message, gboolean lost)
{
  pointer = make_valid (pointer);
  message = make_valid (message);
  if (!self->keeps_texts && admit (self, offset, pointer, message, lost))
    return take (self, dl_problem_list_add (self->problems, offset, pointer, message, lost));
  g_free (pointer);
  g_free (message);
  return NULL;
}

DlProblem *
dl_draft_tell (DlDraft *self, gsize offset, char *pointer, char *message)
{
  return tell (self, offset, pointer, message, FALSE);
}

DlProblem *
dl_draft_tell_note (DlDraft *self, gsize offset, char *pointer, char *message)
{
  if (self->keeps_texts)
    {
      g_free (pointer);
      g_free (message);
      return NULL;
    }
  return take (self,
               dl_problem_list_add_note (self->problems, offset, make_valid (pointer), make_valid (message), NULL));
}

void
dl_draft_retell (DlProblem *problem, char *message)
{
  g_free (problem->message);
  problem->message = make_valid (message);
  /* It stays one line. */
  for (char *p = problem->message; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
}

void
dl_draft_tell_lost (DlDraft *self, gsize offset, char *pointer, char *message)
{
  dl_draft_tell_lost_many (self, 1, offset, pointer, message);
}

void
dl_draft_tell_lost_many (DlDraft *self, guint n, gsize offset, char *pointer, char *message)
{
  self->n_lost += n;
  tell (self, offset, pointer, message, TRUE);
}

void
dl_draft_settle_problems (DlDraft *self, gboolean is_there)
{
  for (guint i = 0; i < self->telling->len; i++)
    {
      DlDraftTold told = { self->telling->pdata[i], self->offsets->len - 1 };

      if (self->title->len > 0)
        told.problem->title = make_valid (g_strdup (self->title->str));
      /* What is written down has its place there for a key. */
      if (is_there && self->straight != NULL)
        told.problem->key = self->offset;
      else if (is_there)
        g_array_append_val (self->told, told);
    }
  if (self->telling->len > 0)
    g_ptr_array_set_size (self->telling, 0);
  self->begun = FALSE;
}

void
dl_draft_leave_out (DlDraft *self, gsize offset, const char *name)
{
  if (self->keeps_texts)
    return;
  if (self->left_out == NULL)
    {
      self->left_out = g_ptr_array_new_with_free_func (g_free);
      self->left_out_at = offset;
    }
  if (self->left_out->len < MAX_LEFT_OUT_COUNTED &&
      !g_ptr_array_find_with_equal_func (self->left_out, name, g_str_equal, NULL))
    g_ptr_array_add (self->left_out, g_strdup (name));
}

void
dl_draft_tell_left_out (DlDraft *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (self->left_out == NULL)
    return;
  for (guint i = 0; i < self->left_out->len && i < MAX_LEFT_OUT; i++)
    {
      if (i > 0)
        /* Translators: joins the items of a list. */
        g_string_append (names, _ (", "));
      /* Translators: the name of something in a file, in quotation marks. */
      g_string_append_printf (names, C_ ("name in a file", "“%s”"), (char *) self->left_out->pdata[i]);
    }
  if (self->left_out->len > MAX_LEFT_OUT)
    /* Translators: behind a list of names of which not all are told. */
    g_string_append (names, _ (", …"));
  dl_draft_tell_note (self, self->left_out_at, g_strdup (""),
                      /* Translators: %s are names of what stands in the file, each in quotation marks. */
                      g_strdup_printf (ngettext ("This of the file has no place in a timeline and is left out: %s.",
                                                 "These of the file have no place in a timeline and are left out: %s.",
                                                 self->left_out->len),
                                       names->str));
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
}

void
dl_draft_tell_rest (DlDraft *self)
{
  GHashTableIter iter;
  gpointer       value;

  if (self->kinds == NULL)
    return;
  g_hash_table_iter_init (&iter, self->kinds);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Kind *kind = value;
      guint n = (guint) MIN (kind->n - MIN (kind->n, DL_PROBLEM_LIST_MAX_ALIKE), G_MAXUINT);
      char *message;

      if (n == 0)
        continue;
      if (kind->lost)
        message = g_strdup_printf (ngettext ("%u more event is left out for the same kind of reason.",
                                             "%u more events are left out for the same kind of reason.", n),
                                   n);
      else
        message = g_strdup_printf (ngettext ("The same is true of %u more place, which is not listed.",
                                             "The same is true of %u more places, which are not listed.", n),
                                   n);
      dl_problem_list_add (self->problems, kind->last_offset, g_steal_pointer (&kind->last_pointer), message,
                           kind->lost);
    }
  g_clear_pointer (&self->kinds, g_hash_table_unref);
}
