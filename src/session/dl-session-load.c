/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base/dl-error.h"
#include "formats/dl-pasted.h"
#include "session/dl-session-private.h"
#include "session/dl-session-state.h"

gboolean
dl_session_holds_file (GPtrArray *files, GFile *file)
{
  for (guint i = 0; files != NULL && i < files->len; i++)
    if (g_file_equal (files->pdata[i], file))
      return TRUE;
  return FALSE;
}

/* What is in no file, and not open either, is gone. @files: (transfer full) (nullable) */
static void
let_go (DlSession *self, GPtrArray *files)
{
  for (guint i = 0; files != NULL && i < files->len; i++)
    if (dl_is_pasted (files->pdata[i]) && !dl_session_holds_file (self->files, files->pdata[i]) &&
        !dl_session_holds_file (self->loading_files, files->pdata[i]))
      dl_pasted_forget (files->pdata[i]);
  g_clear_pointer (&files, g_ptr_array_unref);
}

void
dl_session_drop_files (DlSession *self)
{
  GPtrArray *files = g_steal_pointer (&self->files);

  let_go (self, g_steal_pointer (&self->loading_files));
  let_go (self, files);
}

void
dl_session_end_loading (DlSession *self)
{
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading_file);
  let_go (self, g_steal_pointer (&self->loading_files));
  g_clear_pointer (&self->loading_state, g_variant_unref);
  /* One that was to take the place of what is open has not. */
  if (self->files != NULL && g_set_object (&self->file, self->files->pdata[0]))
    g_object_notify (G_OBJECT (self), "file");
  g_object_notify (G_OBJECT (self), "loading");
}

/* What the reader had chosen for a file that is opened again. @id: (inout): of what is selected */
static void
take_loading_state (DlSession *self, char **id)
{
  DlZone   *zone;
  DlFilter *filter;

  if (self->loading_state == NULL)
    return;
  dl_lane_options_clear (&self->lanes);
  dl_session_state_get_lanes (self->loading_state, &self->lanes);
  filter = dl_session_state_get_filter (self->loading_state, &self->hides);
  if (filter != NULL)
    {
      dl_filter_free (self->filter);
      self->filter = filter;
    }
  if (dl_session_state_get_zone (self->loading_state, &zone))
    {
      g_clear_pointer (&self->telling.zone, dl_zone_unref);
      self->telling.zone = zone;
    }
  g_free (*id);
  *id = NULL;
  g_variant_lookup (self->loading_state, "selected", "s", id);
}

static gboolean
same_files (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_file_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Whether it is the open file that is being loaded. */
static gboolean
is_same_file_again (DlSession *self)
{
  return self->file != NULL &&
         (g_file_equal (self->file, self->loading_file) || g_file_equal (self->asked->pdata[0], self->loading_file));
}

/* The same of all of them, and that there are no others. */
static gboolean
are_same_files_again (DlSession *self)
{
  return self->file != NULL && same_files (self->asked, self->loading_files);
}

/* What the selected event is called in @now. Returns: (transfer full) (nullable) */
static char *
dup_selected_id (DlSession *self, DlTimeline *now)
{
  guint position;

  if (self->selected == NULL)
    return NULL;
  position = dl_timeline_find (self->loaded->timeline, dl_event_get_id (self->selected));
  position = dl_timeline_find_again (now, self->loaded->timeline, position);
  return position == DL_NONE ? NULL : g_strdup (dl_timeline_get_record (now, position)->id);
}

/* Several files are told apart where nobody has chosen how. */
static void
choose_lanes (DlSession *self)
{
  gboolean several = dl_timeline_get_n_files (self->loaded->timeline) > 0;

  if (several && dl_lane_options_equal (&self->lanes, &(DlLaneOptions){ 0 }))
    self->lanes.field = DL_LANES_BY_FILE;
  else if (!several && self->lanes.field == DL_LANES_BY_FILE)
    self->lanes.field = DL_LANES_BY_TOPIC;
}

/* @tried: of GFile. Text that could not be read and is in no file is not kept to be read again. */
static void
take_asked (DlSession *self, GPtrArray *tried)
{
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  for (guint i = 0; i < tried->len; i++)
    {
      if (dl_is_pasted (tried->pdata[i]) && !dl_session_holds_file (self->files, tried->pdata[i]))
        continue;
      if (self->asked == NULL)
        self->asked = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (self->asked, g_object_ref (tried->pdata[i]));
    }
}

/* What cannot be read, when it is opened, is not open; of what is read again it may be
 * readable the next time. */
static void
take_files (DlSession *self, DlLoaded *loaded)
{
  GPtrArray *before = self->files;
  gboolean   same = are_same_files_again (self);

  /* A folder that could not be read stood for others than itself. */
  for (guint i = 0; same && i < loaded->files->len; i++)
    same = dl_session_holds_file (self->asked, loaded->files->pdata[i]);
  if (same)
    {
      self->files = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < self->asked->len; i++)
        if (dl_session_holds_file (loaded->files, self->asked->pdata[i]) ||
            dl_session_holds_file (before, self->asked->pdata[i]))
          g_ptr_array_add (self->files, g_object_ref (self->asked->pdata[i]));
    }
  else
    {
      self->files = g_ptr_array_ref (loaded->files);
      take_asked (self, loaded->tried != NULL ? loaded->tried : loaded->files);
    }
  g_set_object (&self->file, self->files->pdata[0]);
  let_go (self, before);
}

/* Whether it was told already that some of several files are not open, when the others were opened. */
static gboolean
is_told (DlSession *self, const char *failure)
{
  g_autofree char *told = NULL;

  if (self->loaded == NULL || self->loaded->failures == NULL)
    return FALSE;
  told = g_strjoinv ("\n", self->loaded->failures);
  return g_str_equal (told, failure);
}

static void
take_loaded (DlSession *self, DlLoaded *loaded)
{
  g_autofree char *failures = loaded->failures == NULL ? NULL : g_strjoinv ("\n", loaded->failures);
  gboolean         same_file = is_same_file_again (self);
  gboolean         is_news = failures != NULL && !(self->live.rereading && is_told (self, failures));
  gboolean         anew = !same_file || self->loading_state != NULL;
  g_autofree char *id = same_file ? dup_selected_id (self, loaded->timeline) : NULL;

  g_object_freeze_notify (G_OBJECT (self));
  if (!same_file)
    {
      dl_lane_options_clear (&self->lanes);
      dl_filter_free (self->filter);
      self->filter = dl_filter_new ();
    }
  take_loading_state (self, &id);
  if (anew)
    dl_session_clear_news (self);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->loaded, dl_loaded_free);
  self->loaded = loaded;
  dl_session_forget_unread (self);
  choose_lanes (self);
  dl_session_take_timeline (self);
  take_files (self, loaded);
  dl_session_select_by_id (self, id);
  g_object_notify (G_OBJECT (self), "timeline");
  g_object_notify (G_OBJECT (self), "file");
  g_object_notify (G_OBJECT (self), "selected");
  dl_session_end_loading (self);
  g_object_thaw_notify (G_OBJECT (self));
  if (anew)
    g_signal_emit_by_name (self, "lanes-changed");
  g_signal_emit_by_name (self, "filter-changed");
  if (is_news)
    g_signal_emit_by_name (self, "failed", failures);
}

/* One that is where an editor finds it. */
static void
keep_mistaken (DlSession *self, const DlArrival *arrival)
{
  GFile *file = arrival->loaded != NULL ? arrival->loaded->mistaken : arrival->mistaken;

  if (file != NULL &&
      (!g_file_is_native (file) || g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR))
    file = NULL;
  g_set_object (&self->mistaken, file);
}

GFile *
dl_session_get_mistaken_file (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->mistaken;
}

/* Whether @loaded is without a file that what is open has something of. */
static gboolean
lacks_file (DlSession *self, const DlLoaded *loaded)
{
  for (guint i = 0; self->loaded->files != NULL && i < self->loaded->files->len; i++)
    if (!dl_session_holds_file (loaded->files, self->loaded->files->pdata[i]))
      return TRUE;
  return FALSE;
}

void
dl_session_take_arrival (DlSession *self, DlArrival *arrival)
{
  gboolean         again = are_same_files_again (self);
  gboolean         rereading = self->live.rereading;
  gboolean         has_range;
  g_autofree char *words = NULL;

  keep_mistaken (self, arrival);
  if (arrival->loaded == NULL)
    {
      self->live.rereading = FALSE;
      if (self->file == NULL && !same_files (self->asked, self->loading_files))
        {
          take_asked (self, self->loading_files);
          dl_session_start_watching (self);
        }
      /* Of another file it is said once, and what is open stays as it was. */
      if (self->file == NULL || again)
        dl_session_take_unread (self, arrival->failure);
      dl_session_end_loading (self);
      if (rereading)
        dl_session_set_file_state (self, DL_FILE_BROKEN, arrival->failure);
      else
        {
          g_signal_emit_by_name (self, "failed", arrival->failure);
          dl_session_look_at_file (self);
        }
      dl_arrival_clear (arrival);
      return;
    }
  if (arrival->changes != NULL)
    {
      words = dl_timeline_changes_dup_words (arrival->changes);
      dl_session_take_news (self, g_steal_pointer (&arrival->changes));
    }
  has_range = rereading && self->has_range;
  take_loaded (self, g_steal_pointer (&arrival->loaded));
  self->live.rereading = FALSE;
  /* Nobody has asked for it to end. */
  if (has_range)
    dl_session_measure_range (self, self->range_from, self->range_to, self->range_unit);
  dl_arrival_clear (arrival);
  if (!rereading)
    dl_session_start_watching (self);
  dl_session_set_file_state (self, DL_FILE_AS_READ, NULL);
  if (again)
    g_signal_emit_by_name (self, "reread", words);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DlSession) self = data;
  g_autoptr (GError)    error = NULL;
  DlLoaded             *loaded = dl_load_files_finish (result, &error);
  DlArrival             arrival = { .is_there = TRUE };

  /* Another load was begun, or this one given up: what came is not wanted. */
  if (G_FILE (source) != self->loading_file || g_cancellable_is_cancelled (self->cancellable))
    {
      g_debug ("a load that was given up has ended");
      dl_loaded_free (loaded);
      return;
    }
  /* What was there is not taken away by a file that is half written; one that was not there may
   * go on being it. */
  if (loaded != NULL && loaded->failures != NULL && self->live.rereading && lacks_file (self, loaded))
    {
      arrival.failure = g_strjoinv ("\n", loaded->failures);
      arrival.mistaken = g_steal_pointer (&loaded->mistaken);
      g_clear_pointer (&loaded, dl_loaded_free);
    }
  if (loaded != NULL && are_same_files_again (self) && self->loading_state == NULL)
    {
      dl_session_compare (self, loaded);
      return;
    }
  arrival.loaded = loaded;
  if (error != NULL)
    {
      arrival.failure = g_strdup (error->message);
      /* Of several of which none can be read it is the first that is told of. */
      if (g_error_matches (error, DL_ERROR, DL_ERROR_NOT_JSON))
        arrival.mistaken = g_object_ref (self->loading_files->pdata[0]);
    }
  dl_session_arrive (self, &arrival);
}

static void
progress_cb (guint done, guint total, gpointer data)
{
  g_signal_emit_by_name (data, "progress", done, total);
}

GFile *
dl_session_get_file (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->file;
}

GPtrArray *
dl_session_get_files (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->files;
}

gboolean
dl_session_is_same_file (GFile *a, GFile *b)
{
  const char      *path = g_file_peek_path (a);
  const char      *other = g_file_peek_path (b);
  g_autofree char *real = path == NULL ? NULL : realpath (path, NULL);
  g_autofree char *other_real = other == NULL ? NULL : realpath (other, NULL);

  return g_file_equal (a, b) || (real != NULL && g_strcmp0 (real, other_real) == 0);
}

static gboolean
has_file (GPtrArray *files, GFile *file)
{
  for (guint i = 0; files != NULL && i < files->len; i++)
    if (dl_session_is_same_file (files->pdata[i], file))
      return TRUE;
  return FALSE;
}

gboolean
dl_session_has_file (DlSession *self, GFile *file)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  return has_file (self->loading_file != NULL ? self->loading_files : self->files, file);
}

gboolean
dl_session_get_loading (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  return self->loading_file != NULL;
}

GPtrArray *
dl_session_get_problems (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->loaded == NULL ? NULL : self->loaded->problems;
}

GFile *
dl_session_get_problem_file (DlSession *self, const DlProblem *problem)
{
  guint index = problem->file == NULL ? 0 : problem->part;

  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  if (problem->origin != NULL || g_ptr_array_find (self->unread, problem, NULL))
    return problem->origin;
  if (self->loaded == NULL || self->loaded->files == NULL || index >= self->loaded->files->len)
    return self->file;
  return self->loaded->files->pdata[index];
}

const char *const *
dl_session_get_failures (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  return self->loaded == NULL ? NULL : (const char *const *) self->loaded->failures;
}

guint
dl_session_get_n_lost (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), 0);
  return self->loaded == NULL ? 0 : self->loaded->n_events_lost;
}

guint
dl_session_get_n_in_file (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), 0);
  return self->loaded == NULL ? 0 : self->loaded->n_events_in_file;
}

void
dl_session_open (DlSession *self, GFile *file)
{
  dl_session_open_with_state (self, file, NULL);
}

void
dl_session_open_with_state (DlSession *self, GFile *file, GVariant *state)
{
  g_return_if_fail (G_IS_FILE (file));
  dl_session_open_files (self, &file, 1, state);
}

void
dl_session_open_files (DlSession *self, GFile *const *files, guint n, GVariant *state)
{
  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (files != NULL && n > 0);
  g_return_if_fail (state == NULL || g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));
  dl_session_stop_rereading (self);
  dl_session_begin_loading (self, files, n, state);
}

void
dl_session_begin_loading (DlSession *self, GFile *const *files, guint n, GVariant *state)
{
  GPtrArray *before;

  if (self->cancellable != NULL)
    {
      g_debug ("loading is given up for another file");
      g_cancellable_cancel (self->cancellable);
    }
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading_file);
  self->cancellable = g_cancellable_new ();
  /* A new object each time, so that its callback knows whether it is the last. */
  self->loading_file = g_file_dup (files[0]);
  before = self->loading_files;
  self->loading_files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    if (!has_file (self->loading_files, files[i]))
      g_ptr_array_add (self->loading_files, g_object_ref (files[i]));
  let_go (self, before);
  if (state != NULL)
    g_variant_ref_sink (state);
  g_clear_pointer (&self->loading_state, g_variant_unref);
  self->loading_state = state;
  g_object_notify (G_OBJECT (self), "loading");
  dl_load_files_async ((GFile *const *) self->loading_files->pdata, self->loading_files->len, self->loading_file,
                       self->cancellable, progress_cb, self, loaded_cb, g_object_ref (self));
}

void
dl_session_add_files (DlSession *self, GFile *const *files, guint n)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GPtrArray            *open;

  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (files != NULL && n > 0);
  open = self->loading_file != NULL ? self->loading_files : self->file != NULL ? self->asked : NULL;
  for (guint i = 0; open != NULL && i < open->len; i++)
    g_ptr_array_add (all, open->pdata[i]);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (all, files[i]);
  dl_session_open_files (self, (GFile *const *) all->pdata, all->len, self->loading_state);
}

char **
dl_session_dup_endings (void)
{
  return dl_load_dup_endings ();
}

char *
dl_session_dup_name (DlSession *self)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  if (self->file == NULL)
    return NULL;
  if (dl_is_pasted (self->file))
    return g_strdup (dl_pasted_get_name ());
  base = g_file_get_basename (self->file);
  return g_filename_display_name (base);
}

void
dl_session_reload (DlSession *self)
{
  g_return_if_fail (DL_IS_SESSION (self));
  if (self->asked != NULL)
    dl_session_open_files (self, (GFile *const *) self->asked->pdata, self->asked->len, NULL);
}

gboolean
dl_session_can_reload (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  return self->asked != NULL;
}

void
dl_session_cancel (DlSession *self)
{
  g_return_if_fail (DL_IS_SESSION (self));
  if (self->cancellable == NULL)
    return;
  g_debug ("loading is given up");
  g_cancellable_cancel (self->cancellable);
  dl_session_end_loading (self);
  if (self->live.rereading)
    dl_session_set_file_state (self, DL_FILE_SAVED, NULL);
  dl_session_stop_rereading (self);
  dl_session_look_at_file (self);
}
