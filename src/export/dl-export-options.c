/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/dl-export-options.h"

#include "layout/dl-home-view.h"

void
dl_export_options_init (DlExportOptions *options, DlTimeline *timeline, const DlInstant *today)
{
  *options =
    (DlExportOptions){ .timeline = timeline, .scale = 1, .theme = DL_THEME_LIGHT, .selected = DL_NONE, .today = today };
  options->legend = DL_LEGEND_IF_NEEDED;
  dl_export_options_set_title (options, dl_timeline_get_title (timeline));
  options->arrange.has_today = today != NULL;
  if (today != NULL)
    options->arrange.today = *today;
  dl_home_view (timeline, NULL, today, &options->from, &options->to);
}

static DlFolds *
find_folds (const DlExportOptions *options)
{
  return options->arrange.fold ? dl_folds_new_for_timeline (options->timeline, &options->arrange.opened) : NULL;
}

void
dl_export_options_fold (DlExportOptions *options)
{
  g_autoptr (DlFolds) folds = NULL;

  options->arrange.fold = TRUE;
  folds = find_folds (options);
  dl_home_view (options->timeline, folds, options->today, &options->from, &options->to);
}

void
dl_export_options_show_all (DlExportOptions *options)
{
  g_autoptr (DlFolds) folds = find_folds (options);

  dl_full_view (options->timeline, folds, options->today, &options->from, &options->to);
}

void
dl_export_options_set_title (DlExportOptions *options, const char *title)
{
  g_free (options->title);
  options->title = title != NULL && title[0] != '\0' ? g_strdup (title) : NULL;
}

void
dl_export_options_set_seen (DlExportOptions *options, DlScene *scene, const char *family, double factor)
{
  g_clear_pointer (&options->seen, dl_scene_unref);
  g_free (options->family);
  options->seen = dl_scene_ref (scene);
  options->family = g_strdup (family);
  options->factor = factor;
}

void
dl_export_options_clear (DlExportOptions *options)
{
  g_clear_pointer (&options->seen, dl_scene_unref);
  g_clear_pointer (&options->family, g_free);
  g_clear_pointer (&options->title, g_free);
  dl_arrange_options_clear (&options->arrange);
}
