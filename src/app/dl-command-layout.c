/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "app/dl-command.h"
#include "app/dl-exhaustion.h"
#include "app/dl-filter-arguments.h"
#include "app/dl-output.h"
#include "app/dl-picture-arguments.h"
#include "export/dl-export-picture.h"

int
dl_command_layout (int argc, char **argv)
{
  g_autoptr (DlLoaded)        loaded = NULL;
  g_autoptr (DlScene)         scene = NULL;
  g_autoptr (GString)         dump = NULL;
  g_autoptr (GError)          error = NULL;
  g_autofree char            *zone = NULL;
  g_autofree char            *lanes = NULL;
  gboolean                    every_lane = FALSE;
  gboolean                    fold = FALSE;
  gboolean                    legend = FALSE;
  g_auto (DlPictureArguments) picture = { NULL };
  g_auto (DlFilterArguments)  filter = { NULL };
  g_autoptr (DlEventSet)      shown = NULL;
  g_auto (DlExportOptions)    options = { NULL };
  const char                 *contradiction;
  int                         code;
  const GOptionEntry          entries[] = {
             { "view", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &picture.view, N_ ("The time to show, as an EDTF interval"),
               N_ ("A/B") },
             { "everything", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &picture.everything, N_ ("Show all of the timeline"),
               NULL },
             { "size", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &picture.size, N_ ("The canvas in pixels"), N_ ("WxH") },
             { "width", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &picture.width,
               N_ ("The picture’s width; it is as high as it needs"), N_ ("W") },
             { "all-lanes", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &picture.all_lanes,
               N_ ("Show also lanes with nothing in that time"), NULL },
             { "all-rows", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &picture.all_rows,
               N_ ("Name all there is, however many rows that takes"), NULL },
             { "select", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &picture.select,
               N_ ("The event to highlight, with those related to it"), N_ ("ID") },
             { "zone", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &zone, N_ ("The time zone of the axis; else the file’s"),
               N_ ("ZONE") },
             { "lanes", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &lanes,
               N_ ("What makes the lanes: topic, person, place, status, source, speaker, file or none"), N_ ("FIELD") },
             { "every-lane", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &every_lane,
               N_ ("Put an event with several values into each of their lanes"), NULL },
             { "fold", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &fold, N_ ("Fold long empty stretches of time"), NULL },
             { "legend", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &legend, N_ ("Explain all signs at the foot"), NULL },
             { "filter", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING_ARRAY, &filter.filters, DL_FILTER_HELP, DL_FILTER_TAKES },
             { "dim", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &filter.dim, DL_DIM_HELP, NULL },
             { NULL },
  };

  if (!dl_command_parse (
        &argc, &argv, entries, _ ("FILE…"),
        _ ("Prints the picture of a timeline as plain operations, one JSON object a line; several files "
           "as one timeline."),
        &code))
    return code;
  if (argc < 2)
    return dl_command_misused ("layout", _ ("a file is missing"));
  contradiction = dl_picture_arguments_find_contradiction (&picture);
  if (contradiction == NULL)
    contradiction = dl_filter_arguments_find_contradiction (&filter);
  if (contradiction != NULL)
    return dl_command_misused ("layout", contradiction);
  loaded = dl_command_load_files (argc - 1, argv + 1, &error);
  if (loaded == NULL || !dl_command_check_events (loaded, argc - 1, argv + 1, &error))
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);

  if (!dl_command_set_zone (loaded, zone, &error))
    return dl_command_misused ("layout", error->message);
  if (!dl_filter_arguments_apply (&filter, loaded, &shown, &error))
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
  dl_export_options_init (&options, loaded->timeline, NULL);
  options.arrange.shown = g_steal_pointer (&shown);
  dl_export_options_set_title (&options, NULL);
  options.legend = legend ? DL_LEGEND_ALL : DL_LEGEND_NONE;
  if (fold)
    dl_export_options_fold (&options);
  if (!dl_picture_arguments_apply (&picture, &options, &error))
    return dl_command_misused ("layout", error->message);
  if (!dl_command_parse_lanes (lanes, every_lane, loaded->timeline, &options.arrange.lanes))
    return dl_command_misused_lanes ("layout");

  if (dl_exhaustion_check (3, &error))
    scene = dl_export_scene (&options, &error);
  if (scene == NULL)
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
  dump = g_string_new (NULL);
  dl_scene_dump (scene, dump);
  dl_print_json (dump->str);
  return dl_command_get_code (loaded);
}
