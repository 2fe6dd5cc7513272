/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-overlaid.h"

#include <glib/gi18n.h>

#include "formats/dl-file-names.h"
#include "model/dl-overlay.h"

/* What the files are told apart by. A file's name may be no text; ids are.
 * Returns: (transfer full) */
static char **
choose_ids (const char *const *names, guint n)
{
  g_auto (GStrv) valid = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    valid[i] = g_utf8_make_valid (names[i], -1);
  return dl_file_names_shorten ((const char *const *) valid, n);
}

/* How many of the files have the title of @which. */
static guint
count_title (DlLoaded *const *loaded, guint n, guint which)
{
  const char *title = dl_timeline_get_title (loaded[which]->timeline);
  guint       count = 0;

  for (guint i = 0; i < n; i++)
    count += g_strcmp0 (dl_timeline_get_title (loaded[i]->timeline), title) == 0;
  return count;
}

/* By their titles; where these do not tell them apart, with the file's name. */
static char **
name_files (DlLoaded *const *loaded, char **ids, guint n)
{
  char **names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const char *title = dl_timeline_get_title (loaded[i]->timeline);

      if (title == NULL || *title == '\0')
        names[i] = g_filename_display_name (ids[i]);
      else if (count_title (loaded, n, i) == 1)
        names[i] = g_strdup (title);
      else
        /* Translators: one of several files with the same title: the title, and the file's name. */
        names[i] = g_strdup_printf (C_ ("file", "%s (%s)"), title, ids[i]);
    }
  return names;
}

/* @part: which of the files it is. The keys of a file are all behind those of the events
 * without a text, of which there are none. */
static void
take_problems (GPtrArray *problems, const DlLoaded *loaded, guint part, const char *name)
{
  for (guint i = 0; i < loaded->problems->len; i++)
    {
      DlProblem *problem = dl_problem_copy (loaded->problems->pdata[i]);

      problem->file = g_strdup (name);
      problem->part = part;
      if (problem->key != DL_PROBLEM_NO_EVENT)
        problem->key++;
      g_ptr_array_add (problems, problem);
    }
}

DlLoaded *
dl_loaded_new_overlaid (DlLoaded *const *loaded, const char *const *names, guint n)
{
  g_auto (GStrv)             ids = NULL;
  g_auto (GStrv)             titles = NULL;
  g_autofree DlTimeline    **timelines = NULL;
  g_autofree DlTimelineFile *files = NULL;
  DlLoaded                  *whole;

  g_return_val_if_fail (loaded != NULL && names != NULL, NULL);
  g_return_val_if_fail (n >= 2, NULL);
  ids = choose_ids (names, n);
  titles = name_files (loaded, ids, n);
  timelines = g_new (DlTimeline *, n);
  files = g_new (DlTimelineFile, n);
  whole = g_new0 (DlLoaded, 1);
  whole->own_texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  whole->are_own = g_array_new (FALSE, FALSE, sizeof (gboolean));
  whole->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dl_problem_free);
  for (guint i = 0; i < n; i++)
    {
      timelines[i] = loaded[i]->timeline;
      files[i] = (DlTimelineFile){ ids[i], titles[i] };
      whole->n_events_in_file += loaded[i]->n_events_in_file;
      whole->n_events_lost += loaded[i]->n_events_lost;
      g_ptr_array_add (whole->own_texts, g_bytes_ref (loaded[i]->own_text));
      g_array_append_val (whole->are_own, loaded[i]->is_own);
      take_problems (whole->problems, loaded[i], i, names[i]);
    }
  whole->format = loaded[0]->format;
  whole->timeline = dl_timeline_new_overlaid (timelines, files, n);
  return whole;
}
