/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window says of the problems of its file, and its way to them. */
#include <glib/gi18n.h>

#include "window/dl-edit-file.h"
#include "window/dl-problems-window.h"
#include "window/dl-toast.h"
#include "window/dl-window-private.h"

/* Of what could not be saved so much is told; all can be copied. */
#define MAX_LEFT_BEHIND 3

/* The one that is open, or NULL. */
static GtkWindow *
find_problems_window (DlWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (DL_IS_PROBLEMS_WINDOW (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (self))
        return window;
    }
  return NULL;
}

static void
show_event_cb (DlProblemsWindow *problems, guint position, DlWindow *self)
{
  dl_window_show_event (self, position);
  gtk_window_present (GTK_WINDOW (self));
}

/* Why a file could not be read, where that has a place; nullable. */
static const DlProblem *
find_mistake (DlWindow *self, GFile *file)
{
  GPtrArray *unread = dl_session_get_unread (self->session);

  for (guint i = 0; i < unread->len; i++)
    {
      const DlProblem *problem = unread->pdata[i];

      if (problem->origin != NULL && g_file_equal (problem->origin, file))
        return problem;
    }
  return NULL;
}

/* The file that cannot be read, or one of which no event can, by its first problem; nullable. */
static GFile *
get_file_to_edit (DlWindow *self, const DlProblem **problem)
{
  GFile      *file = dl_session_get_mistaken_file (self->session);
  GPtrArray  *problems = dl_session_get_problems (self->session);
  DlTimeline *timeline = dl_session_get_timeline (self->session);

  *problem = file == NULL ? NULL : find_mistake (self, file);
  if (file != NULL || timeline == NULL || dl_timeline_get_n_whole (timeline) > 0)
    return file;
  if (problems == NULL || problems->len == 0)
    {
      GPtrArray *files = dl_session_get_files (self->session);

      file = files != NULL && files->len == 1 ? files->pdata[0] : NULL;
    }
  else
    {
      *problem = problems->pdata[0];
      file = dl_session_get_problem_file (self->session, *problem);
    }
  return file != NULL && g_file_is_native (file) ? file : NULL;
}

gboolean
dl_window_can_edit (DlWindow *self)
{
  const DlProblem *problem;

  return get_file_to_edit (self, &problem) != NULL;
}

void
dl_window_edit (DlWindow *self)
{
  const DlProblem *problem;
  GFile           *file = get_file_to_edit (self, &problem);

  if (file != NULL)
    dl_edit_file (DL_TOAST (self->toast), file, problem == NULL ? 0 : problem->line,
                  problem == NULL ? 0 : problem->column);
}

void
dl_window_show_problems (DlWindow *self)
{
  GtkWindow *window = find_problems_window (self);

  if (window == NULL)
    {
      window = GTK_WINDOW (dl_problems_window_new (self->session));
      gtk_window_set_transient_for (window, GTK_WINDOW (self));
      gtk_window_set_destroy_with_parent (window, TRUE);
      g_signal_connect_object (window, "show-event", G_CALLBACK (show_event_cb), self, 0);
    }
  dl_problems_window_set_left_behind (DL_PROBLEMS_WINDOW (window), self->left_behind);
  gtk_window_present (window);
}

gboolean
dl_window_has_problems (DlWindow *self)
{
  GPtrArray *problems = dl_session_get_problems (self->session);

  return (problems != NULL && problems->len > 0) || dl_session_get_unread (self->session)->len > 0 ||
         self->left_behind != NULL;
}

/* @problems: (transfer full) (nullable): of what is not in the file that was saved last */
static void
take_left_behind (DlWindow *self, GPtrArray *problems)
{
  GtkWindow *window = find_problems_window (self);

  g_clear_pointer (&self->left_behind, g_ptr_array_unref);
  self->left_behind = problems;
  if (window != NULL)
    dl_problems_window_set_left_behind (DL_PROBLEMS_WINDOW (window), problems);
}

/* What is said of them */

/* @n, @n_notes: as they are. @before: how many there were of both, where it is the same file
 * that has been read again. Returns: (transfer full) (nullable): what to say of notes alone */
static char *
dup_notes_words (DlWindow *self, guint n_notes, gboolean again, guint before, guint notes_before)
{
  GPtrArray *files = dl_session_get_files (self->session);

  if (n_notes > 0 && (!again || before > 0 || n_notes != notes_before))
    return g_strdup_printf (files != NULL && files->len > 1
                              ? ngettext ("The files have %'u note", "The files have %'u notes", n_notes)
                              : ngettext ("The file has %'u note", "The file has %'u notes", n_notes),
                            n_notes);
  if (n_notes == 0 && again && before + notes_before > 0)
    /* Translators: said of a file that was read again, and had problems before. */
    return g_strdup (_ ("No problems are left"));
  return NULL;
}

static void
show_problems_cb (gpointer data)
{
  dl_window_show_problems (data);
}

void
dl_window_say_notes (DlWindow *self, const char *text)
{
  guint n_notes;

  dl_problem_count (self->told_problems, &n_notes);
  if (n_notes == 0)
    dl_window_show_toast (self, text);
  else
    dl_toast_offer (DL_TOAST (self->toast), text, _ ("Show Notes"), show_problems_cb, self, NULL);
}

/* Of events that are lost, and else of problems; @n: at least one. Returns: (transfer full) */
static char *
dup_problems_words (DlWindow *self, guint n)
{
  GPtrArray *files = dl_session_get_files (self->session);
  char      *lost = dl_session_dup_lost_words (self->session);

  if (lost != NULL)
    return lost;
  if (files != NULL && files->len > 1)
    return g_strdup_printf (ngettext ("The files have %'u problem", "The files have %'u problems", n), n);
  return g_strdup_printf (ngettext ("The file has %u problem", "The file has %u problems", n), n);
}

/* The first of what is not in the file that was saved, on a line each. Returns: (transfer full) */
static char *
dup_left_behind_words (DlWindow *self)
{
  const GPtrArray *problems = self->left_behind;
  guint            n = MIN (problems->len, MAX_LEFT_BEHIND);
  guint            n_more = problems->len - n;
  GString         *text = g_string_new (_ ("Not everything could be carried over as it was:"));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = dl_problem_dup_words (problems->pdata[i]);

      g_string_append_printf (text, "\n%s", words);
    }
  if (n_more > 0)
    {
      g_string_append_c (text, '\n');
      /* Translators: below the first of what could not be carried over to the file that was saved. */
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n_more), n_more);
    }
  return g_string_free (text, FALSE);
}

/* All that there is to say, a line each: what is not open, what is lost, what was not saved. */
static void
show_all (DlWindow *self, guint n)
{
  const char *const       *failures = dl_session_get_failures (self->session);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv)           lines = NULL;
  g_autofree char         *text = NULL;
  gboolean                 is_saved = self->has_left_behind;

  if (is_saved)
    {
      g_autofree char *words = dup_left_behind_words (self);

      g_strv_builder_add (builder, words);
    }
  for (guint i = 0; failures != NULL && failures[i] != NULL; i++)
    {
      g_autofree char *words = dl_problem_dup_failure_words (failures[i]);

      g_strv_builder_add (builder, words);
    }
  if (n > 0)
    {
      g_autofree char *words = dup_problems_words (self, n);

      g_strv_builder_add (builder, words);
    }
  self->has_left_behind = FALSE;
  lines = g_strv_builder_end (builder);
  if (*lines == NULL)
    {
      gtk_revealer_set_reveal_child (GTK_REVEALER (self->banner), FALSE);
      return;
    }
  text = g_strjoinv ("\n", lines);
  dl_window_show_banner (self, text, n > 0 || failures != NULL || is_saved);
  gtk_widget_set_visible (self->banner_edit, failures != NULL && dl_session_get_mistaken_file (self->session) != NULL);
  gtk_widget_set_visible (self->banner_copy, is_saved);
  self->told_left_behind = is_saved;
}

void
dl_window_tell_problems (DlWindow *self)
{
  GPtrArray       *problems = dl_session_get_problems (self->session);
  GFile           *file = dl_session_get_file (self->session);
  gboolean         again = file != NULL && self->told_file != NULL && g_file_equal (file, self->told_file);
  guint            n_notes, notes_before;
  guint            n = dl_problem_count (problems, &n_notes);
  guint            before = dl_problem_count (self->told_problems, &notes_before);
  g_autofree char *notes = NULL;

  /* It is told in another zone, or with other events. */
  if (problems != NULL && problems == self->told_problems)
    return;
  g_clear_pointer (&self->told_problems, g_ptr_array_unref);
  self->told_problems = problems == NULL ? NULL : g_ptr_array_ref (problems);
  g_set_object (&self->told_file, file);
  g_clear_pointer (&self->told_notes, g_free);
  /* That is of what was open before. */
  if (!again && !self->has_left_behind)
    take_left_behind (self, NULL);
  /* What has only just been saved may be read twice. */
  self->has_left_behind |= again && self->told_left_behind && dl_session_get_rereading (self->session) &&
                           gtk_revealer_get_reveal_child (GTK_REVEALER (self->banner));
  show_all (self, n);
  if (n == 0 && !self->keeps_toast)
    self->told_notes = dup_notes_words (self, n_notes, again, before, notes_before);
  self->keeps_toast = FALSE;
  if (self->told_notes != NULL)
    dl_window_say_notes (self, self->told_notes);
}

void
dl_window_tell_failure (DlWindow *self, const char *message)
{
  const char *const *failures = dl_session_get_failures (self->session);
  g_autofree char   *told = failures == NULL ? NULL : g_strjoinv ("\n", (char **) failures);
  g_autofree char   *words = dl_problem_dup_failure_words (message);

  self->has_left_behind = FALSE;
  self->keeps_toast = FALSE;
  /* The others are open, and both has been told. */
  if (g_strcmp0 (message, told) == 0)
    return;
  dl_window_show_banner (self, words, dl_session_get_unread (self->session)->len > 0);
  gtk_widget_set_visible (self->banner_edit, dl_session_get_mistaken_file (self->session) != NULL);
}

void
dl_window_tell_left_behind (DlWindow *self, GPtrArray *problems, gboolean now)
{
  take_left_behind (self, problems);
  self->has_left_behind = TRUE;
  dl_window_update_actions (self);
  if (now)
    show_all (self, 0);
}

void
dl_window_copy_left_behind (DlWindow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; self->left_behind != NULL && i < self->left_behind->len; i++)
    {
      g_autofree char *words = dl_problem_dup_words (self->left_behind->pdata[i]);

      g_string_append_printf (text, "%s\n", words);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  dl_window_show_toast (self, _ ("What could not be carried over was copied."));
}

void
dl_window_forget_problems (DlWindow *self)
{
  g_clear_pointer (&self->left_behind, g_ptr_array_unref);
  g_clear_pointer (&self->told_problems, g_ptr_array_unref);
  g_clear_object (&self->told_file);
  g_clear_pointer (&self->told_notes, g_free);
}
