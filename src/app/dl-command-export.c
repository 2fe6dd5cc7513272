/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "app/dl-command.h"
#include "app/dl-exhaustion.h"
#include "app/dl-export-watch.h"
#include "app/dl-filter-arguments.h"
#include "app/dl-output.h"
#include "app/dl-picture-arguments.h"
#include "base/dl-error.h"
#include "export/dl-export-file.h"
#include "export/dl-writer.h"

/* What the options said, before there is a timeline to hold them against. */
typedef struct
{
  DlPictureArguments picture;
  DlFilterArguments  filter;
  char              *output;
  char              *theme;
  char              *zone;
  char              *lanes;
  char              *title;
  double             scale;
  gboolean           today;
  gboolean           fold;
  gboolean           no_title;
  gboolean           legend;
  gboolean           no_legend;
  gboolean           every_lane;
  gboolean           watch;
} Options;

static void
options_clear (Options *options)
{
  dl_picture_arguments_clear (&options->picture);
  dl_filter_arguments_clear (&options->filter);
  g_free (options->output);
  g_free (options->theme);
  g_free (options->zone);
  g_free (options->lanes);
  g_free (options->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
export_timeline (DlLoaded *loaded, const Options *given, const DlWriter *writer)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (GBytes)       contents = NULL;
  g_autoptr (GFile)        file = g_file_new_for_commandline_arg (given->output);
  g_autofree char         *unnamed = NULL;
  DlInstant                now = DL_INSTANT (g_get_real_time () / G_USEC_PER_SEC);
  g_autoptr (DlEventSet)   shown = NULL;
  g_auto (DlExportOptions) options = { NULL };

  if (loaded->files != NULL && dl_command_is_read (file, loaded->files))
    return dl_command_misused ("export", _ ("the file to write is the one to read"));
  if (!dl_command_set_zone (loaded, given->zone, &error))
    return dl_command_misused ("export", error->message);
  if (!dl_filter_arguments_apply (&given->filter, loaded, &shown, &error))
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
  dl_export_options_init (&options, loaded->timeline, given->today ? &now : NULL);
  options.arrange.shown = g_steal_pointer (&shown);
  if (given->theme != NULL && !dl_theme_kind_from_string (given->theme, &options.theme))
    return dl_command_misused ("export", _ ("the theme is light, dark, high-contrast, high-contrast-dark or print"));
  if (given->fold)
    dl_export_options_fold (&options);
  if (!dl_picture_arguments_apply (&given->picture, &options, &error))
    return dl_command_misused ("export", error->message);
  if (!dl_command_parse_lanes (given->lanes, given->every_lane, loaded->timeline, &options.arrange.lanes))
    return dl_command_misused_lanes ("export");
  options.scale = given->scale;
  if (given->title != NULL || given->no_title)
    dl_export_options_set_title (&options, given->title);
  if (given->legend || given->no_legend)
    options.legend = given->legend ? DL_LEGEND_ALL : DL_LEGEND_NONE;

  /* Before GTK, which loads fonts on a thread of its own. */
  if (!dl_exhaustion_check (3, &error))
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
  /* FALSE without a display is fine; without the call GSK has no types. */
  gtk_init_check ();
  contents = writer->write (&options, &unnamed, &error);
  if (contents == NULL || !dl_export_write (contents, DL_EXPORT_PICTURE, file, &error))
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
  /* Who says how large it is may want to know what that leaves out. */
  if (given->picture.size != NULL && unnamed != NULL)
    dl_command_fail (DL_EXIT_GOOD, unnamed);
  return dl_command_get_code (loaded);
}

/* Of which file what is drawn how. */
typedef struct
{
  int             n_paths; /* none: the bundled timeline */
  char          **paths;
  const Options  *given;
  const DlWriter *writer;
} Drawing;

/* @code: (out): what it ends with. Returns: (transfer full) (nullable): what was drawn */
static DlLoaded *
draw (const Drawing *self, int *code)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = dl_command_load_files (self->n_paths, self->paths, &error);

  *code = DL_EXIT_BAD_INPUT;
  if (loaded == NULL)
    {
      dl_command_fail (*code, error->message);
      return NULL;
    }
  for (guint i = 0; i < loaded->problems->len; i++)
    {
      const DlProblem *problem = loaded->problems->pdata[i];
      g_autofree char *text = NULL;

      /* What the picture lacks nothing by is for whoever checks the file. */
      if (problem->note)
        continue;
      text = dl_command_dup_problem (problem, self->paths[0]);
      dl_complain_line ("%s", text);
    }
  if (!dl_command_check_events (loaded, self->n_paths, self->paths, &error))
    {
      dl_command_fail (*code, error->message);
      return NULL;
    }
  *code = export_timeline (loaded, self->given, self->writer);
  return *code == DL_EXIT_GOOD ? g_steal_pointer (&loaded) : NULL;
}

static DlLoaded *
draw_again (gpointer drawing)
{
  int code;

  return draw (drawing, &code);
}

int
dl_command_export (int argc, char **argv)
{
  g_auto (Options)     given = { .scale = 1 };
  g_autoptr (DlLoaded) loaded = NULL;
  const DlWriter      *writer;
  Drawing              drawing;
  g_autofree char     *endings = dl_writer_dup_endings ();
  /* Translators: %s are endings of file names, as in “.png, .svg or .pdf”. */
  g_autofree char   *output_help = g_strdup_printf (_ ("The picture to write: %s"), endings);
  const char        *contradiction;
  int                code;
  const GOptionEntry entries[] = {
    { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &given.output, output_help, N_ ("OUT") },
    { "view", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &given.picture.view,
      N_ ("The time to show, as an EDTF interval"), N_ ("A/B") },
    { "everything", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &given.picture.everything,
      N_ ("Show all of the timeline"), NULL },
    { "size", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &given.picture.size,
      N_ ("The picture’s size, also A4, A4-portrait, letter, 16:9 and such; what has no room in it is told"),
      N_ ("WxH") },
    { "width", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &given.picture.width,
      N_ ("The picture’s width; it is as high as it needs"), N_ ("W") },
    { "all-lanes", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &given.picture.all_lanes,
      N_ ("Show also lanes with nothing in that time"), NULL },
    { "all-rows", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &given.picture.all_rows,
      N_ ("Name all there is, however many rows that takes"), NULL },
    { "select", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &given.picture.select,
      N_ ("The event to highlight, with those related to it"), N_ ("ID") },
    { "scale", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_DOUBLE, &given.scale, N_ ("Device pixels per pixel, for PNG"),
      N_ ("N") },
    { "theme", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &given.theme,
      N_ ("light, dark, high-contrast, high-contrast-dark or print"), N_ ("THEME") },
    { "zone", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &given.zone,
      N_ ("The time zone of the axis; else the file’s"), N_ ("ZONE") },
    { "fold", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &given.fold, N_ ("Fold long empty stretches of time"), NULL },
    { "today", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &given.today, N_ ("Mark today"), NULL },
    { "title", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &given.title,
      N_ ("The title over the picture; else the timeline’s"), N_ ("TEXT") },
    { "no-title", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &given.no_title,
      N_ ("Leave out the title over the picture"), NULL },
    { "legend", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &given.legend,
      N_ ("Explain all signs at the foot, and not only where there are unusual ones"), NULL },
    { "no-legend", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &given.no_legend, N_ ("Explain no sign"), NULL },
    { "lanes", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &given.lanes,
      N_ ("What makes the lanes: topic, person, place, status, source, speaker, file or none"), N_ ("FIELD") },
    { "every-lane", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &given.every_lane,
      N_ ("Put an event with several values into each of their lanes"), NULL },
    { "filter", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING_ARRAY, &given.filter.filters, DL_FILTER_HELP,
      DL_FILTER_TAKES },
    { "dim", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &given.filter.dim, DL_DIM_HELP, NULL },
    { "watch", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &given.watch,
      N_ ("Go on, and write the picture again whenever FILE is saved"), NULL },
    { NULL },
  };

  if (!dl_command_parse (
        &argc, &argv, entries, _ ("[FILE…]"),
        _ ("Draws a timeline as a picture; several files as one timeline; without FILE, the bundled one. "
           "Needs no display."),
        &code))
    return code;
  if (given.output == NULL)
    return dl_command_misused ("export", _ ("say where to write the picture: -o OUT.png"));
  contradiction = dl_picture_arguments_find_contradiction (&given.picture);
  if (contradiction == NULL)
    contradiction = dl_filter_arguments_find_contradiction (&given.filter);
  if (contradiction == NULL && given.title != NULL && given.no_title)
    contradiction = _ ("either --title or --no-title");
  if (contradiction == NULL && given.legend && given.no_legend)
    contradiction = _ ("either --legend or --no-legend");
  if (contradiction != NULL)
    return dl_command_misused ("export", contradiction);
  writer = dl_writer_find (given.output);
  if (writer == NULL)
    {
      /* Translators: %s are endings of file names, as in “.png, .svg or .pdf”. */
      g_autofree char *message = g_strdup_printf (_ ("the picture’s name ends in %s"), endings);

      return dl_command_misused ("export", message);
    }
  if (!(given.scale > 0 && given.scale <= DL_EXPORT_SCALE_MAX))
    return dl_command_misused ("export", _ ("the scale is a number above 0, up to 16"));

  drawing = (Drawing){ argc - 1, argv + 1, &given, writer };
  if (given.watch && (drawing.n_paths == 0 || g_str_equal (drawing.paths[0], "-")))
    return dl_command_misused ("export", _ ("only a file can be watched"));
  if (given.watch && drawing.n_paths > 1)
    return dl_command_misused ("export", _ ("only one file can be watched"));
  loaded = draw (&drawing, &code);
  if (loaded != NULL && given.watch)
    return dl_export_watch (drawing.paths[0], given.output, g_steal_pointer (&loaded), draw_again, &drawing);
  return code;
}
