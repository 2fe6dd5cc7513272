/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-overlay-files.h"

#include <string.h>

#include <glib/gi18n.h>

#include "model/dl-timeline-private.h"

/* More titles than these are not in the title of all. */
#define MAX_TITLES 3

void
dl_overlay_files_clear (DlOverlayFiles *self)
{
  g_clear_pointer (&self->files, g_free);
}

/* Titles */

char *
dl_overlay_join_titles (const DlTimelineFile *files, guint n)
{
  guint n_more = n > MAX_TITLES ? n - (MAX_TITLES - 1) : 0;

  if (n_more > 0)
    return g_strdup_printf (
      /* Translators: the title of several files together: those of the first two, and how many more there are. */
      ngettext ("%s, %s and %u more", "%s, %s and %u more", n_more), files[0].name, files[1].name, n_more);
  if (n == 2)
    /* Translators: the title of two files together: those of both. */
    return g_strdup_printf (C_ ("titles", "%s and %s"), files[0].name, files[1].name);
  /* Translators: the title of three files together: those of all. */
  return g_strdup_printf (C_ ("titles", "%s, %s and %s"), files[0].name, files[1].name, files[2].name);
}

gboolean
dl_timeline_is_called_by_files (DlTimeline *self)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (DL_IS_TIMELINE (self), FALSE);
  if (self->files->len < 2)
    return FALSE;
  title = dl_overlay_join_titles ((const DlTimelineFile *) (gpointer) self->files->data, self->files->len);
  return self->title == NULL || g_str_equal (self->title, title);
}

/* Which there are */

static const char *
keep (DlTimeline *self, const char *text)
{
  return dl_string_arena_add (self->strings, text, strlen (text));
}

/* Whether an event of a file that was made of several is of none of these. */
static gboolean
has_own_events (DlTimeline *timeline)
{
  for (guint i = 0; i < timeline->n_records; i++)
    if (dl_timeline_get_event_file (timeline, i) == DL_NONE)
      return TRUE;
  return FALSE;
}

static guint32
add (DlTimeline *overlay, GHashTable *ids, const char *id, const char *name)
{
  DlTimelineFile file = { keep (overlay, id), keep (overlay, name) };

  g_hash_table_add (ids, (gpointer) file.id);
  g_array_append_val (overlay->files, file);
  return overlay->files->len - 1;
}

/* One of those that @file was made of. */
static guint32
add_inner (DlTimeline *overlay, GHashTable *ids, const DlTimelineFile *file, const DlTimelineFile *inner)
{
  g_autofree char *wish = g_strdup_printf ("%s:%s", file->id, inner->id);
  g_autofree char *numbered = NULL;
  const char      *id = g_hash_table_contains (ids, inner->id) ? wish : inner->id;

  for (guint number = 2; g_hash_table_contains (ids, id); number++)
    {
      g_free (numbered);
      id = numbered = g_strdup_printf ("%s-%u", wish, number);
    }
  return add (overlay, ids, id, inner->name);
}

/* Whoever reads two names that are the same needs more. */
static void
tell_names_apart (DlTimeline *overlay)
{
  DlTimelineFile        *files = (DlTimelineFile *) (gpointer) overlay->files->data;
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < overlay->files->len; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, files[i].name));

      g_hash_table_insert (counts, (gpointer) files[i].name, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < overlay->files->len; i++)
    if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, files[i].name)) > 1)
      {
        /* Translators: one of several files with the same title: the title, and the file's name. */
        g_autofree char *name = g_strdup_printf (C_ ("file", "%s (%s)"), files[i].name, files[i].id);

        files[i].name = keep (overlay, name);
      }
}

void
dl_overlay_files_take (DlTimeline           *overlay,
                       DlTimeline *const    *timelines,
                       const DlTimelineFile *files,
                       guint                 n,
                       DlOverlayFiles       *maps)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gboolean   *has_own = g_new (gboolean, n);
  gboolean               any_within = FALSE;

  /* A file itself keeps its id, wherever it stands. */
  for (guint i = 0; i < n; i++)
    {
      has_own[i] = timelines[i]->files->len == 0 || has_own_events (timelines[i]);
      if (has_own[i])
        g_hash_table_add (ids, (gpointer) files[i].id);
    }
  for (guint i = 0; i < n; i++)
    {
      GArray *inner = timelines[i]->files;

      maps[i] = (DlOverlayFiles){ inner->len == 0 ? NULL : g_new (guint32, inner->len), DL_NONE };
      any_within |= inner->len > 0;
      for (guint f = 0; f < inner->len; f++)
        maps[i].files[f] = add_inner (overlay, ids, &files[i], &g_array_index (inner, DlTimelineFile, f));
      if (has_own[i])
        maps[i].own =
          add (overlay, ids, files[i].id, dl_timeline_is_called_by_files (timelines[i]) ? files[i].id : files[i].name);
    }
  if (!any_within)
    return;
  tell_names_apart (overlay);
  overlay->runs = g_array_new (FALSE, FALSE, sizeof (DlFileRun));
}

/* Whose the events are */

void
dl_overlay_files_run (DlTimeline *overlay, DlTimeline *timeline, const DlOverlayFiles *map, guint64 origin, guint64 end)
{
  DlFileRun run = { origin, map->own };

  if (overlay->runs == NULL)
    return;
  g_array_append_val (overlay->runs, run);
  for (guint i = 0; map->files != NULL && i < timeline->runs->len; i++)
    {
      run = g_array_index (timeline->runs, DlFileRun, i);
      run.origin += origin;
      run.file = run.file == DL_NONE ? map->own : map->files[run.file];
      if (run.origin < end)
        g_array_append_val (overlay->runs, run);
    }
}
