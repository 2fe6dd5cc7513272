/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "app/dl-command.h"
#include "app/dl-exhaustion.h"
#include "app/dl-output.h"
#include "export/dl-export-picture.h"

int
dl_command_layout (int argc, char **argv)
{
  g_autoptr (DlLoaded)     loaded = NULL;
  g_autoptr (DlScene)      scene = NULL;
  g_autoptr (GString)      dump = NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *view = NULL;
  g_autofree char         *size = NULL;
  g_autofree char         *zone = NULL;
  g_autofree char         *lanes = NULL;
  gboolean                 everything = FALSE;
  gboolean                 every_lane = FALSE;
  gboolean                 fold = FALSE;
  g_auto (DlExportOptions) options = { NULL };
  int                      code;
  const GOptionEntry       entries[] = {
          { "view", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &view, N_ ("The time to show, as an EDTF interval"),
            N_ ("A/B") },
          { "everything", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &everything, N_ ("Show all of the timeline"), NULL },
          { "size", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &size, N_ ("The canvas in pixels"), N_ ("WxH") },
          { "zone", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &zone, N_ ("The time zone of the axis; else the file’s"),
            N_ ("ZONE") },
          { "lanes", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &lanes,
            N_ ("What makes the lanes: topic, person, place, status, source, speaker or none"), N_ ("FIELD") },
          { "every-lane", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &every_lane,
            N_ ("Put an event with several values into each of their lanes"), NULL },
          { "fold", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &fold, N_ ("Fold long empty stretches of time"), NULL },
          { NULL },
  };

  if (!dl_command_parse (&argc, &argv, entries, _ ("FILE"),
                         _ ("Prints the picture of a timeline as plain operations, one JSON object a line."), &code))
    return code;
  if (argc != 2)
    return dl_command_misused ("layout", argc < 2 ? _ ("a file is missing") : _ ("one file at a time"));
  if (everything && view != NULL)
    return dl_command_misused ("layout", _ ("either --view or --everything"));
  loaded = dl_command_load (argv[1], &error);
  if (loaded == NULL || !dl_command_check_events (loaded, argv[1], &error))
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);

  if (!dl_command_set_zone (loaded, zone, &error))
    return dl_command_misused ("layout", error->message);
  dl_export_options_init (&options, loaded->timeline, NULL);
  options.heading = FALSE;
  if (fold)
    dl_export_options_fold (&options);
  if (everything)
    dl_export_options_show_all (&options);
  if (size != NULL && !dl_command_parse_size (size, &options.width, &options.height))
    return dl_command_misused ("layout", _ ("the size is two numbers from 1 to 32000, such as 1600x900"));
  if (view != NULL && !dl_command_parse_view (view, loaded->timeline, &options.from, &options.to, &error))
    return dl_command_misused ("layout", error->message);
  if (!dl_command_parse_lanes (lanes, every_lane, &options.arrange.lanes))
    return dl_command_misused_lanes ("layout");

  if (dl_exhaustion_check (2, &error))
    scene = dl_export_scene (&options, &error);
  if (scene == NULL)
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
  dump = g_string_new (NULL);
  dl_scene_dump (scene, dump);
  dl_print_json (dump->str);
  return DL_EXIT_GOOD;
}
