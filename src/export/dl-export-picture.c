/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/dl-export-picture.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <math.h>

#include "base/dl-error.h"
#include "draw/dl-fonts.h"
#include "draw/dl-painter.h"
#include "draw/dl-svg.h"
#include "draw/dl-theme.h"
#include "layout/dl-layout.h"

/* 16,384 × 16,384 pixels take a gigabyte. */
#define MAX_PIXELS (16384.0 * 16384.0)

/* A PDF's page is measured in points. */
#define POINTS_PER_PIXEL 0.75

/* What one export needs; the scene refers to the rest. */
typedef struct
{
  DlFonts       *fonts;
  PangoContext  *context;
  DlTextMeasure *measure;
  DlArrangement *arrangement;
  DlScene       *scene;
} Job;

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->scene, dl_scene_unref);
  g_clear_pointer (&job->arrangement, dl_arrangement_unref);
  g_clear_pointer (&job->measure, dl_text_measure_free);
  g_clear_object (&job->context);
  g_clear_pointer (&job->fonts, dl_fonts_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* A line below the title: how much of the timeline the picture shows. */
static char *
dup_caption (const DlExportOptions *options)
{
  DlInstant from = options->from;
  DlInstant to = options->to;

  if (options->title == NULL)
    return NULL;
  if (options->seen != NULL)
    dl_scene_get_range (options->seen, &from, &to);
  return dl_timeline_dup_caption_between (options->timeline, options->arrange.shown, from, to);
}

static gboolean
job_start (Job *job, const DlExportOptions *options, GError **error)
{
  DlLayoutInput    input = { .selected = options->selected };
  g_autofree char *caption = NULL;

  job->fonts = options->seen != NULL ? dl_fonts_new (options->family, options->factor) : dl_fonts_new_for_export ();
  job->context = dl_pango_context_new (dl_timeline_get_language (options->timeline));
  if (!dl_fonts_check (job->context, error))
    return FALSE;
  job->measure = dl_pango_measure_new (job->fonts, job->context);
  caption = dup_caption (options);
  if (options->seen != NULL)
    {
      job->scene = dl_layout_mount (options->seen, job->measure, options->title, caption, options->legend);
      return TRUE;
    }
  job->arrangement = dl_arrangement_new (options->timeline, job->measure, &options->arrange);

  input.arrangement = job->arrangement;
  input.measure = job->measure;
  input.zone = dl_timeline_get_zone (options->timeline);
  input.viewport.folds = dl_arrangement_get_folds (job->arrangement);
  dl_viewport_set_range (&input.viewport, options->from, options->to,
                         options->width > 0 ? options->width : DL_EXPORT_WIDTH);
  if (options->today != NULL)
    {
      input.has_today = TRUE;
      input.today = *options->today;
    }
  input.heading = options->title;
  input.caption = caption;
  input.legend = options->legend;
  input.height = options->height;
  input.all_lanes = options->all_lanes;
  input.all_rows = options->all_rows;
  job->scene = dl_layout_build (&input);
  return TRUE;
}

DlScene *
dl_export_scene (const DlExportOptions *options, GError **error)
{
  g_auto (Job) job = { NULL };

  return job_start (&job, options, error) ? dl_scene_ref (job.scene) : NULL;
}

static GskRenderNode *
paint (Job *job, const DlTheme *theme, DlPainted target)
{
  g_autoptr (DlPainter) painter = dl_painter_new (job->fonts, job->context, target);
  GtkSnapshot          *snapshot = gtk_snapshot_new ();

  dl_painter_set_theme (painter, theme);
  dl_painter_paint (painter, job->scene, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static cairo_status_t
append_to_array (gpointer closure, const guchar *data, guint length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_size (double width, double height, GError **error)
{
  if (width <= DL_EXPORT_SIZE_MAX && height <= DL_EXPORT_SIZE_MAX && width * height <= MAX_PIXELS)
    return TRUE;
  /* Translators: %.0f × %.0f are a picture's width and height in pixels. */
  g_set_error (error, DL_ERROR, DL_ERROR_LIMIT,
               _ ("A picture of %.0f × %.0f pixels is too large; choose a smaller size or scale"), width, height);
  return FALSE;
}

/* Ends with @surface. @drawn: how drawing on it went
 * @contents: (transfer full) */
static GBytes *
finish_surface (cairo_surface_t *surface, cairo_status_t drawn, GByteArray *contents, GError **error)
{
  cairo_status_t status = drawn != CAIRO_STATUS_SUCCESS ? drawn : cairo_surface_status (surface);

  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (contents);
  if (status == CAIRO_STATUS_NO_MEMORY)
    g_set_error_literal (error, DL_ERROR, DL_ERROR_LIMIT,
                         _ ("There is not enough memory for this picture; choose a smaller size or scale"));
  else
    g_set_error (error, DL_ERROR, DL_ERROR_WRITE, _ ("The picture could not be drawn: %s"),
                 cairo_status_to_string (status));
  g_byte_array_unref (contents);
  return NULL;
}

static GBytes *
render_png (Job *job, const DlExportOptions *options, GError **error)
{
  double           width = ceil (dl_scene_get_width (job->scene) * options->scale);
  double           height = ceil (dl_scene_get_height (job->scene) * options->scale);
  GskRenderNode   *node;
  GByteArray      *contents;
  cairo_surface_t *surface;
  cairo_t         *cr;
  cairo_status_t   drawn;

  if (!check_size (width, height, error))
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  contents = g_byte_array_new ();
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return finish_surface (surface, CAIRO_STATUS_SUCCESS, contents, error);
  cr = cairo_create (surface);
  cairo_scale (cr, options->scale, options->scale);
  node = paint (job, dl_theme_get (options->theme), options->seen != NULL ? DL_PAINTED_SCREEN : DL_PAINTED_IMAGE);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  g_clear_pointer (&node, gsk_render_node_unref);
  drawn = cairo_status (cr);
  cairo_destroy (cr);
  if (drawn == CAIRO_STATUS_SUCCESS)
    drawn = cairo_surface_write_to_png_stream (surface, append_to_array, contents);
  return finish_surface (surface, drawn, contents, error);
}

static void
set_metadata (cairo_surface_t *surface, cairo_pdf_metadata_t metadata, const char *text)
{
  g_autofree char *drawable = text != NULL ? dl_text_drawable (text) : NULL;

  if (drawable != NULL)
    cairo_pdf_surface_set_metadata (surface, metadata, drawable);
}

static GBytes *
render_pdf (Job *job, const DlExportOptions *options, GError **error)
{
  double           width = dl_scene_get_width (job->scene);
  double           height = dl_scene_get_height (job->scene);
  GskRenderNode   *node;
  GByteArray      *contents;
  cairo_surface_t *surface;
  cairo_t         *cr;
  cairo_status_t   drawn;

  if (!check_size (width, height, error))
    return NULL;
  contents = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (append_to_array, contents, width * POINTS_PER_PIXEL,
                                                 height * POINTS_PER_PIXEL);
  /* A fixed date: the same picture is the same file. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, dl_scene_get_title (job->scene));
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, dl_timeline_get_description (options->timeline));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Dateline");
  cr = cairo_create (surface);
  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  node = paint (job, dl_theme_get (options->theme), DL_PAINTED_PAGE);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  g_clear_pointer (&node, gsk_render_node_unref);
  cairo_show_page (cr);
  drawn = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  return finish_surface (surface, drawn, contents, error);
}

/* What the picture has no room for, in words. */
static char *
dup_lacking (DlScene *scene, DlLegendMode legend)
{
  const char *unnamed = dl_scene_get_unnamed (scene);

  if (legend != DL_LEGEND_ALL || !dl_scene_get_unexplained (scene))
    return g_strdup (unnamed);
  if (unnamed == NULL)
    return g_strdup (_ ("No room for the legend"));
  /* Translators: %s is what else a picture has no room for: “Not named: Markets (12), Tokyo (3)”. */
  return g_strdup_printf (_ ("%s. No room for the legend"), unnamed);
}

GBytes *
dl_export_render (const DlExportOptions *options, DlExportFormat format, char **unnamed, GError **error)
{
  g_auto (Job) job = { NULL };

  g_return_val_if_fail (DL_IS_TIMELINE (options->timeline), NULL);
  g_return_val_if_fail (options->scale > 0, NULL);

  if (unnamed != NULL)
    *unnamed = NULL;
  if (!job_start (&job, options, error))
    return NULL;
  if (unnamed != NULL)
    *unnamed = dup_lacking (job.scene, options->legend);
  switch (format)
    {
    case DL_EXPORT_PNG:
      return render_png (&job, options, error);
    case DL_EXPORT_PDF:
      return render_pdf (&job, options, error);
    case DL_EXPORT_SVG:
      return dl_svg_render (job.scene, dl_theme_get (options->theme), job.fonts, job.context);
    default:
      g_return_val_if_reached (NULL);
    }
}
