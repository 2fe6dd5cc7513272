/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dl-picture-arguments.h"

#include <stdlib.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "export/dl-paper.h"
#include "time/dl-date-words.h"

void
dl_picture_arguments_clear (DlPictureArguments *arguments)
{
  g_clear_pointer (&arguments->view, g_free);
  g_clear_pointer (&arguments->size, g_free);
  g_clear_pointer (&arguments->width, g_free);
  g_clear_pointer (&arguments->select, g_free);
}

const char *
dl_picture_arguments_find_contradiction (const DlPictureArguments *arguments)
{
  if (arguments->everything && arguments->view != NULL)
    return _ ("either --view or --everything");
  if (arguments->size != NULL && arguments->width != NULL)
    return _ ("either --size or --width");
  if (arguments->size != NULL && arguments->all_rows)
    return _ ("either --size or --all-rows: a picture with all rows is as high as it needs");
  return NULL;
}

/* A number from 1 to 32000 at @text, without a sign. Returns: NULL where there
 * is none, else what follows it */
static const char *
parse_length (const char *text, int *length)
{
  char *end;
  long  value;

  if (!g_ascii_isdigit (text[0]))
    return NULL;
  value = strtol (text, &end, 10);
  if (value < 1 || value > DL_EXPORT_SIZE_MAX)
    return NULL;
  *length = (int) value;
  return end;
}

/* "1600x900", "A4" */
static gboolean
parse_size (const char *text, int *width, int *height)
{
  const DlPaper *paper = dl_paper_find (text);
  const char    *end;

  if (paper != NULL)
    {
      *width = paper->width;
      *height = paper->height;
      return TRUE;
    }
  end = parse_length (text, width);
  if (end == NULL || (*end != 'x' && *end != 'X'))
    return FALSE;
  end = parse_length (end + 1, height);
  return end != NULL && *end == '\0';
}

static gboolean
parse_width (const char *text, int *width)
{
  const char *end = parse_length (text, width);

  return end != NULL && *end == '\0';
}

/* An EDTF interval, or any date with bounds, in words too: "1400–1600". On the timeline's axis. */
static gboolean
parse_view (const char *text, DlExportOptions *options, GError **error)
{
  g_autofree char *edtf = dl_date_words_to_edtf (text, NULL, NULL, NULL);
  DlDate           date;

  if (!dl_date_parse (edtf != NULL ? edtf : text, -1, &date, error))
    return FALSE;
  dl_date_resolve (&date, dl_timeline_get_zone (options->timeline));
  if (dl_date_get_view (&date, &options->from, &options->to))
    return TRUE;
  g_set_error_literal (error, DL_ERROR, DL_ERROR_USAGE, _ ("a view needs a start and an end"));
  return FALSE;
}

static gboolean
find_selected (const char *id, DlExportOptions *options, GError **error)
{
  options->selected = dl_timeline_find (options->timeline, id);
  if (options->selected != DL_NONE)
    return TRUE;
  /* Translators: %s is what somebody wrote on the command line. */
  g_set_error (error, DL_ERROR, DL_ERROR_USAGE, _ ("no event has the id “%s”"), id);
  return FALSE;
}

gboolean
dl_picture_arguments_apply (const DlPictureArguments *arguments, DlExportOptions *options, GError **error)
{
  if (arguments->size != NULL && !parse_size (arguments->size, &options->width, &options->height))
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_USAGE,
                           _ ("the size is two numbers from 1 to 32000, such as 1600x900, or A4, A4-portrait, A3, "
                              "letter, 16:9 or 4:3"));
      return FALSE;
    }
  if (arguments->width != NULL && !parse_width (arguments->width, &options->width))
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_USAGE, _ ("the width is a number from 1 to 32000, such as 1600"));
      return FALSE;
    }
  options->all_lanes = arguments->all_lanes;
  options->all_rows = arguments->all_rows;
  if (arguments->everything)
    dl_export_options_show_all (options);
  if (arguments->select != NULL && !find_selected (arguments->select, options, error))
    return FALSE;
  return arguments->view == NULL || parse_view (arguments->view, options, error);
}
