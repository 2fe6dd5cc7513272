/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/dl-writer.h"

#include <glib/gi18n.h>

#include "export/dl-export-picture.h"

static GBytes *
write_png (const DlExportOptions *options, char **unnamed, GError **error)
{
  return dl_export_render (options, DL_EXPORT_PNG, unnamed, error);
}

static GBytes *
write_svg (const DlExportOptions *options, char **unnamed, GError **error)
{
  return dl_export_render (options, DL_EXPORT_SVG, unnamed, error);
}

static GBytes *
write_pdf (const DlExportOptions *options, char **unnamed, GError **error)
{
  return dl_export_render (options, DL_EXPORT_PDF, unnamed, error);
}

static const char *const png_endings[] = { ".png", NULL };
static const char *const svg_endings[] = { ".svg", NULL };
static const char *const pdf_endings[] = { ".pdf", NULL };

static const DlWriter writers[] = {
  { png_endings, "image/png", N_ ("PNG pictures"), N_ ("PNG, for screens"), TRUE, write_png },
  { svg_endings, "image/svg+xml", N_ ("SVG pictures"), N_ ("SVG, to edit"), FALSE, write_svg },
  { pdf_endings, "application/pdf", N_ ("PDF documents"), N_ ("PDF, to print"), FALSE, write_pdf },
};

const DlWriter *
dl_writer_get_all (guint *n_writers)
{
  *n_writers = G_N_ELEMENTS (writers);
  return writers;
}

const DlWriter *
dl_writer_find (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    for (guint j = 0; writers[i].endings[j] != NULL; j++)
      if (g_str_has_suffix (lower, writers[i].endings[j]))
        return &writers[i];
  return NULL;
}

char *
dl_writer_dup_endings (void)
{
  g_autoptr (GPtrArray) endings = g_ptr_array_new ();
  char                 *list;

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    for (guint j = 0; writers[i].endings[j] != NULL; j++)
      g_ptr_array_add (endings, (gpointer) writers[i].endings[j]);
  list = g_strdup (endings->pdata[0]);
  for (guint i = 1; i < endings->len; i++)
    {
      g_autofree char *before = list;
      const char      *ending = endings->pdata[i];

      if (i + 1 < endings->len)
        /* Translators: a list of endings of file names that goes on: ".png", then ".svg", then others. */
        list = g_strdup_printf (C_ ("endings", "%s, %s"), before, ending);
      else
        /* Translators: the end of such a list, one of which is to be chosen: ".png, .svg", then ".pdf". */
        list = g_strdup_printf (C_ ("endings", "%s or %s"), before, ending);
    }
  return list;
}
