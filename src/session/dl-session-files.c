/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of several files are shown, taking one of them out, and going on with the one that
 * they were saved as. */
#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-file-ending.h"
#include "formats/dl-pasted.h"
#include "model/dl-overlay-files.h"
#include "model/dl-overlay.h"
#include "session/dl-session-private.h"

/* On and off */

gboolean
dl_session_is_file_on (DlSession *self, guint index)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  g_return_val_if_fail (self->whole != NULL && index < dl_timeline_get_n_files (self->whole), FALSE);
  return dl_filter_lets_file (self->filter, self->whole, index);
}

guint
dl_session_count_files_off (DlSession *self)
{
  guint n = 0;

  g_return_val_if_fail (DL_IS_SESSION (self), 0);
  for (guint i = 0; self->whole != NULL && self->hides && i < dl_timeline_get_n_files (self->whole); i++)
    n += !dl_session_is_file_on (self, i);
  return n;
}

DlTimeline *
dl_session_dup_switched_on (DlSession *self)
{
  g_autoptr (DlFilter) others = NULL;
  g_autoptr (DlFilter) files = NULL;
  DlTelling            telling = { 0 };

  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  if (self->whole == NULL)
    return NULL;
  if (dl_session_count_files_off (self) == 0)
    return g_object_ref (self->whole);
  others = dl_filter_copy (self->filter);
  dl_filter_clear_field (others, DL_FILTER_FILE);
  if (dl_filter_is_empty (others) && self->filtering == NULL)
    return g_object_ref (self->timeline);
  files = dl_filter_copy (self->filter);
  for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
    if (field != DL_FILTER_FILE)
      dl_filter_clear_field (files, (DlFilterField) field);
  dl_filter_clear_span (files);
  telling.zone = self->telling.zone;
  telling.filter = files;
  return dl_timeline_new_told (self->loaded->timeline, &telling);
}

void
dl_session_set_file_on (DlSession *self, guint index, gboolean on)
{
  g_autoptr (DlFilter) filter = NULL;

  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (self->whole != NULL && index < dl_timeline_get_n_files (self->whole));
  filter = dl_filter_copy (self->filter);
  dl_filter_clear_field (filter, DL_FILTER_FILE);
  for (guint i = 0; i < dl_timeline_get_n_files (self->whole); i++)
    {
      g_autofree char *key = dl_filter_dup_file_key (self->whole, i);

      if (i == index ? !on : !dl_session_is_file_on (self, i))
        dl_filter_set (filter, DL_FILTER_FILE, key, DL_FILTER_NOT);
    }
  /* What is off is not there: it is left out, and not only pale. */
  if (!on)
    dl_session_set_filter_hides (self, TRUE);
  dl_session_set_filter (self, filter);
}

/* Taking one out */

/* Which part of what is open it gave, or DL_NONE. */
static guint
find_part (DlSession *self, GFile *file)
{
  guint n = self->loaded == NULL ? 0 : dl_timeline_get_n_overlaid (self->loaded->timeline);

  for (guint i = 0; self->loaded != NULL && self->loaded->files != NULL && i < MIN (n, self->loaded->files->len); i++)
    if (g_file_equal (self->loaded->files->pdata[i], file))
      return i;
  return DL_NONE;
}

static char *
dup_base_name (GFile *file)
{
  g_autofree char *base = dl_is_pasted (file) ? g_strdup (dl_pasted_get_name ()) : g_file_get_basename (file);

  return g_filename_display_name (base);
}

char *
dl_session_dup_file_title (DlSession *self, GFile *file)
{
  guint          part;
  DlOverlaidFile overlaid;
  const char    *title;

  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  part = find_part (self, file);
  if (part == DL_NONE)
    return dup_base_name (file);
  dl_timeline_get_overlaid (self->loaded->timeline, part, &overlaid);
  if (overlaid.files == NULL)
    return g_strdup (dl_timeline_get_file (self->loaded->timeline, overlaid.own)->name);
  title = dl_timeline_get_title (overlaid.timeline);
  return g_strdup (title != NULL ? title : overlaid.id);
}

/* Whether anything of one of the files that are over each other is shown. */
static gboolean
is_part_on (DlSession *self, const DlOverlaidFile *overlaid)
{
  guint n = overlaid->files == NULL ? 0 : dl_timeline_get_n_files (overlaid->timeline);

  if (!self->hides || (overlaid->own != DL_NONE && dl_session_is_file_on (self, overlaid->own)))
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (dl_session_is_file_on (self, overlaid->files[i]))
      return TRUE;
  return FALSE;
}

/* Of several files, where one of them is called by its name: by that, and by what the others are called.
 * Returns: (transfer full) (nullable): %NULL where none is */
static char *
join_names (DlSession *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray)    told = g_array_new (FALSE, FALSE, sizeof (DlTimelineFile));
  guint                 n = MIN (dl_timeline_get_n_overlaid (self->loaded->timeline), self->loaded->files->len);
  gboolean              any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      GFile         *file = self->loaded->files->pdata[i];
      DlTimelineFile called = { NULL };
      DlOverlaidFile overlaid;

      dl_timeline_get_overlaid (self->loaded->timeline, i, &overlaid);
      if (!is_part_on (self, &overlaid))
        continue;
      if (dl_timeline_is_called_by_files (overlaid.timeline))
        {
          any = TRUE;
          called.name = dup_base_name (file);
        }
      else
        called.name = dl_session_dup_file_title (self, file);
      g_ptr_array_add (names, (gpointer) called.name);
      g_array_append_val (told, called);
    }
  if (!any)
    return NULL;
  return told->len == 1 ? g_strdup (names->pdata[0])
                        : dl_overlay_join_titles ((const DlTimelineFile *) (gpointer) told->data, told->len);
}

char *
dl_session_dup_title (DlSession *self)
{
  g_autofree char *name = NULL;
  const char      *title;

  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  title = self->timeline == NULL ? NULL : dl_timeline_get_title (self->timeline);
  if (dl_session_can_join (self))
    name = join_names (self);
  /* It is a name that somebody gave it. */
  else if (title == NULL || dl_timeline_is_called_by_files (dl_timeline_get_read (self->timeline)))
    name = dl_session_dup_name (self);
  if (name == NULL && title == NULL)
    return dl_session_dup_name (self);
  return name != NULL ? g_steal_pointer (&name) : g_strdup (title);
}

/* Of the longest name of a file at @text: how long it is, and in @stem what it is without its ending. */
static gsize
find_file_name (DlTimeline *timeline, const char *text, char **stem)
{
  gsize longest = 0;

  for (guint i = 0; i < dl_timeline_get_n_files (timeline); i++)
    {
      const DlTimelineFile *file = dl_timeline_get_file (timeline, i);
      gsize                 length = strlen (file->name);

      /* One with a title is called by that. */
      if (length <= longest || !g_str_equal (file->name, file->id) || !g_str_has_prefix (text, file->name))
        continue;
      longest = length;
      g_free (*stem);
      *stem = dl_file_ending_strip (file->name);
    }
  return longest;
}

char *
dl_session_dup_stem (DlSession *self)
{
  const char *title;
  GString    *stem;

  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  title = self->timeline == NULL ? NULL : dl_timeline_get_title (self->timeline);
  if (title == NULL)
    return NULL;
  stem = g_string_new (NULL);
  while (*title != '\0')
    {
      g_autofree char *name = NULL;
      gsize            length = find_file_name (self->whole, title, &name);

      if (length == 0)
        {
          length = (gsize) (g_utf8_next_char (title) - title);
          g_string_append_len (stem, title, (gssize) length);
        }
      else
        g_string_append (stem, name);
      title += length;
    }
  return g_string_free (stem, FALSE);
}

GFile *
dl_session_get_file_of (DlSession *self, guint index)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    {
      guint          part = find_part (self, self->files->pdata[i]);
      DlOverlaidFile overlaid;

      if (part == DL_NONE)
        continue;
      dl_timeline_get_overlaid (self->loaded->timeline, part, &overlaid);
      if (overlaid.files == NULL && overlaid.own == index)
        return self->files->pdata[i];
    }
  return NULL;
}

/* Nobody asks any more for what is of a file that is taken out. */
static void
forget_in_filter (DlSession *self, guint part)
{
  g_autoptr (DlFilter) filter = dl_filter_copy (self->filter);
  DlTimeline          *timeline = self->loaded->timeline;
  DlOverlaidFile       overlaid;

  dl_timeline_get_overlaid (timeline, part, &overlaid);
  for (guint i = 0; i < dl_timeline_get_n_files (timeline); i++)
    {
      gboolean         its_own = i == overlaid.own;
      g_autofree char *key = dl_filter_dup_file_key (timeline, i);

      for (guint f = 0; overlaid.files != NULL && f < dl_timeline_get_n_files (overlaid.timeline); f++)
        its_own |= overlaid.files[f] == i;
      if (its_own)
        dl_filter_set (filter, DL_FILTER_FILE, key, DL_FILTER_ANY);
    }
  dl_session_set_filter (self, filter);
}

/* What is open is told by @file: it is the same to whoever looks at it. */
static void
call_by (DlSession *self, GFile *file)
{
  if (g_set_object (&self->file, file))
    g_object_notify (G_OBJECT (self), "file");
}

gboolean
dl_session_take_out (DlSession *self, GFile *file)
{
  g_autoptr (GPtrArray) rest = NULL;
  guint                 part;

  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  rest = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    if (!g_file_equal (self->files->pdata[i], file))
      g_ptr_array_add (rest, g_object_ref (self->files->pdata[i]));
  if (self->files == NULL || rest->len == 0 || rest->len == self->files->len)
    return FALSE;
  part = find_part (self, file);
  if (part != DL_NONE)
    forget_in_filter (self, part);
  call_by (self, rest->pdata[0]);
  dl_session_open_files (self, (GFile *const *) rest->pdata, rest->len, NULL);
  return TRUE;
}

/* Saved as another file */

/* A problem of its file, whatever is open. */
static DlProblem *
dup_with_file (DlSession *self, const DlProblem *problem)
{
  DlProblem *copy = dl_problem_copy (problem);
  GFile     *file = dl_session_get_problem_file (self, problem);

  g_free (copy->file);
  copy->file = file == NULL ? NULL : dup_base_name (file);
  g_set_object (&copy->origin, file);
  copy->key = DL_PROBLEM_NO_EVENT;
  return copy;
}

static DlProblem *
new_left_out (const char *failure)
{
  DlProblem       *problem = dl_problem_new_of_failure (failure);
  g_autofree char *message = g_steal_pointer (&problem->message);

  /* Translators: of several files that are saved as one; %s is why one is left out: “not valid JSON: …”. */
  problem->message = g_strdup_printf (_ ("A file that could not be read is not in it: %s"), message);
  return problem;
}

GPtrArray *
dl_session_dup_left_behind (DlSession *self)
{
  GPtrArray       *left;
  const GPtrArray *problems;

  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  left = g_ptr_array_new_with_free_func ((GDestroyNotify) dl_problem_free);
  problems = self->loaded == NULL ? NULL : self->loaded->problems;
  for (guint i = 0; self->loaded != NULL && self->loaded->failures != NULL && self->loaded->failures[i] != NULL; i++)
    g_ptr_array_add (left, new_left_out (self->loaded->failures[i]));
  for (guint notes = 0; notes < 2; notes++)
    for (guint i = 0; problems != NULL && i < problems->len; i++)
      {
        const DlProblem *problem = problems->pdata[i];

        /* What is wrong in one of Dateline's own is in it still, to be mended. */
        if (problem->note == (notes > 0) && !dl_loaded_is_own (self->loaded, problem->part))
          g_ptr_array_add (left, dup_with_file (self, problem));
      }
  return left;
}

gboolean
dl_session_go_on_with (DlSession *self, DlTimeline *whole, GFile *file)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  dl_session_wrote (self, file);
  if (whole == NULL || self->whole != whole || dl_session_get_loading (self))
    return FALSE;
  call_by (self, file);
  dl_session_open (self, file);
  return TRUE;
}

char *
dl_session_dup_lost_words (DlSession *self)
{
  guint lost = dl_session_get_n_lost (self);
  guint total = dl_session_get_n_in_file (self);

  if (lost == 0)
    return NULL;
  /* Translators: events of a file that were left out: "3 of 1204 events". */
  return g_strdup_printf (ngettext ("%'u of %'u event could not be read", "%'u of %'u events could not be read", total),
                          lost, total);
}
