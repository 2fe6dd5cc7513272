/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The SVG says what the PNG says: test-outputs FILE…
 *
 * Both are drawn at twice their size, the SVG by librsvg, and compared point by
 * point. Letters are set a little differently by the two, so a difference is a
 * fault when it is large on the whole, or where many points in a row differ by
 * more than half. */
#include <math.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "draw/dl-svg.h"
#include "export/dl-export-picture.h"
#include "draw/dl-painter.h"
#include "formats/dl-loader.h"
#include "model/dl-timeline-builder.h"

#define SCALE 2
#define MOST_ON_THE_WHOLE 0.025 /* root mean square; most of it is of letters, of which a picture is full */
#define MOST_IN_ONE_PLACE 40    /* points */
#define MOST_IN_A_SHAPE 0.005   /* root mean square around a shape that is no text */

static char *rsvg_convert;

typedef struct
{
  double rms;
  guint  largest; /* points of the largest connected part that differs by more than half */
  int    x, y;    /* where it begins */
} Difference;

/* 0 to 1, of the channel that differs most. */
static double
point_difference (guint32 a, guint32 b, double *squares)
{
  int most = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    {
      int by = ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff));

      most = MAX (most, by);
      *squares += by * by / (255.0 * 255.0);
    }
  return most / 255.0;
}

/* The size of the part that @start is in, which is taken out of @different. */
static guint
take_part (guint8 *different, int width, int height, int start)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (int));
  guint              n = 0;

  different[start] = 0;
  g_array_append_val (open, start);
  while (open->len > 0)
    {
      int at = g_array_index (open, int, open->len - 1);

      g_array_set_size (open, open->len - 1);
      n++;
      for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++)
          {
            int x = at % width + dx;
            int y = at / width + dy;
            int next = y * width + x;

            if (x < 0 || y < 0 || x >= width || y >= height || !different[next])
              continue;
            different[next] = 0;
            g_array_append_val (open, next);
          }
    }
  return n;
}

/* Root mean square of a part of both; points. */
static double
compare_part (cairo_surface_t *a, cairo_surface_t *b, int left, int top, int width, int height)
{
  double squares = 0;

  for (int y = top; y < top + height; y++)
    {
      const guint32 *row_a =
        (const guint32 *) (gpointer) (cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a));
      const guint32 *row_b =
        (const guint32 *) (gpointer) (cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b));

      for (int x = left; x < left + width; x++)
        point_difference (row_a[x], row_b[x], &squares);
    }
  return sqrt (squares / 3 / width / height);
}

static Difference
compare (cairo_surface_t *a, cairo_surface_t *b)
{
  int                width = cairo_image_surface_get_width (a);
  int                height = cairo_image_surface_get_height (a);
  g_autofree guint8 *different = g_malloc0 ((gsize) width * (gsize) height);
  Difference         result = { 0 };
  double             squares = 0;

  g_assert_cmpint (cairo_image_surface_get_width (b), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (b), ==, height);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row_a =
        (const guint32 *) (gpointer) (cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a));
      const guint32 *row_b =
        (const guint32 *) (gpointer) (cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b));

      for (int x = 0; x < width; x++)
        different[y * width + x] = point_difference (row_a[x], row_b[x], &squares) > 0.5;
    }
  result.rms = sqrt (squares / 3 / width / height);
  for (int i = 0; i < width * height; i++)
    if (different[i])
      {
        guint n = take_part (different, width, height, i);

        if (n > result.largest)
          result = (Difference){ result.rms, n, i % width, i / width };
      }
  return result;
}

/* Over white, as an opaque picture. Takes @surface. */
static cairo_surface_t *
flatten (cairo_surface_t *surface)
{
  cairo_surface_t *flat = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, cairo_image_surface_get_width (surface),
                                                      cairo_image_surface_get_height (surface));
  cairo_t         *cr = cairo_create (flat);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (flat);
  cairo_surface_destroy (surface);
  return flat;
}

static cairo_surface_t *
draw_svg (GBytes *svg)
{
  g_autofree char *folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_autofree char *in = g_build_filename (folder, "a.svg", NULL);
  g_autofree char *out = g_build_filename (folder, "a.png", NULL);
  const char      *argv[] = { rsvg_convert, "--zoom", G_STRINGIFY (SCALE), "--unlimited", "-o", out, in, NULL };
  GError          *error = NULL;
  int              status;
  cairo_surface_t *surface;

  g_file_set_contents (in, g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  surface = cairo_image_surface_create_from_png (out);
  g_unlink (in);
  g_unlink (out);
  g_rmdir (folder);
  return flatten (surface);
}

typedef struct
{
  const guchar *data;
  gsize         left;
} Reader;

static cairo_status_t
read_bytes (gpointer closure, guchar *data, guint length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data, length);
  reader->data += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
draw_png (GBytes *png)
{
  Reader reader;

  reader.data = g_bytes_get_data (png, &reader.left);
  return flatten (cairo_image_surface_create_from_png_stream (read_bytes, &reader));
}

static void
assert_alike (const char *name, cairo_surface_t *png, cairo_surface_t *svg)
{
  Difference difference = compare (png, svg);

  g_test_message ("%s: %.4f on the whole, %u points at %d, %d", name, difference.rms, difference.largest, difference.x,
                  difference.y);
  g_assert_cmpfloat (difference.rms, <, MOST_ON_THE_WHOLE);
  g_assert_cmpuint (difference.largest, <=, MOST_IN_ONE_PLACE);
}

/* The event with the most curves. */
static guint
find_most_related (DlTimeline *timeline)
{
  guint best = DL_NONE;
  guint most = 0;

  for (guint i = 0; i < dl_timeline_get_n_events (timeline); i++)
    {
      g_autoptr (GArray) related = dl_timeline_dup_related (timeline, i);

      if (related->len > most)
        {
          most = related->len;
          best = i;
        }
    }
  return best;
}

/* A file, in every theme that colours differ much in. */
static void
test_file (gconstpointer data)
{
  static const DlThemeKind themes[] = { DL_THEME_LIGHT, DL_THEME_DARK, DL_THEME_PRINT };
  g_autoptr (GFile)        file = g_file_new_for_path (data);
  GError                  *error = NULL;
  g_autoptr (DlLoaded)     loaded = dl_load_file_as (file, data, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_auto (DlExportOptions) options = { NULL };
      g_autoptr (GBytes)       png = NULL;
      g_autoptr (GBytes)       svg = NULL;
      cairo_surface_t         *drawn[2];

      dl_export_options_init (&options, loaded->timeline, NULL);
      if (i == 1)
        {
          dl_export_options_fold (&options);
          dl_export_options_show_all (&options);
        }
      options.selected = find_most_related (loaded->timeline);
      options.theme = themes[i];
      options.scale = SCALE;
      png = dl_export_render (&options, DL_EXPORT_PNG, NULL, &error);
      g_assert_no_error (error);
      svg = dl_export_render (&options, DL_EXPORT_SVG, NULL, &error);
      g_assert_no_error (error);
      drawn[0] = draw_png (png);
      drawn[1] = draw_svg (svg);
      assert_alike (dl_theme_kind_to_string (themes[i]), drawn[0], drawn[1]);
      cairo_surface_destroy (drawn[0]);
      cairo_surface_destroy (drawn[1]);
    }
}

/* Shapes */

#define COLUMN 120.0
#define ROW 40.0
#define N_COLUMNS 6

typedef struct
{
  DlOpKind    kind;
  DlRole      role;
  guint32     flags;
  const char *text;
  float       solid_from; /* of the width */
  float       solid_to;
  float       split;
} Shape;

static const Shape shapes[] = {
  { DL_OP_RECT, DL_ROLE_MARK, 0, NULL, 0, 1, 9 },
  { DL_OP_RECT, DL_ROLE_CARD, 0, NULL, 0, 1, 9 },
  { DL_OP_RECT, DL_ROLE_CARD, DL_OP_PLANNED, NULL, 0, 1, 9 },
  { DL_OP_BAR, DL_ROLE_BAR, 0, NULL, 0, 1, 9 },
  { DL_OP_BAR, DL_ROLE_BAR, 0, NULL, 0.3f, 1, 9 },
  { DL_OP_BAR, DL_ROLE_BAR, 0, NULL, 0, 0.6f, 9 },
  { DL_OP_BAR, DL_ROLE_BAR, 0, NULL, 0.5f, 0.5f, 9 },
  { DL_OP_BAR, DL_ROLE_BAR, 0, NULL, 0, 0, 9 },
  { DL_OP_BAR, DL_ROLE_BAR, 0, NULL, 0, 1, 0.5f },
  { DL_OP_BAR, DL_ROLE_BAR, 0, NULL, 0, 0.7f, 0.5f },
  { DL_OP_BAR, DL_ROLE_BAR, 0, NULL, 0.6f, 1, 0.5f },
  { DL_OP_BAR, DL_ROLE_BAR, DL_OP_PLANNED, NULL, 0, 1, 9 },
  { DL_OP_BAR, DL_ROLE_BAR, DL_OP_PLANNED, NULL, 0.3f, 0.7f, 9 },
  { DL_OP_BAR, DL_ROLE_BAR, DL_OP_OPEN_START | DL_OP_OPEN_END, NULL, 0, 1, 9 },
  { DL_OP_BAR, DL_ROLE_BAR, DL_OP_UNKNOWN_START | DL_OP_UNKNOWN_END, NULL, 0.5f, 0.5f, 9 },
  { DL_OP_BAR, DL_ROLE_WHEN, 0, NULL, 0, 1, 9 },
  { DL_OP_BAR, DL_ROLE_WHEN, 0, NULL, 0.3f, 0.6f, 9 },
  { DL_OP_BAR, DL_ROLE_WHEN, DL_OP_DOUBT, NULL, 0, 1, 9 },
  { DL_OP_BAR, DL_ROLE_WHEN, DL_OP_PLANNED, NULL, 0.3f, 0.6f, 9 },
  { DL_OP_DIAMOND, DL_ROLE_WHEN, 0, NULL, 0, 1, 9 },
  { DL_OP_TRIANGLE, DL_ROLE_TOGGLE, 0, NULL, 0, 1, 9 },
  { DL_OP_TRIANGLE, DL_ROLE_TOGGLE, DL_OP_COLLAPSED, NULL, 0, 1, 9 },
  { DL_OP_TEAR, DL_ROLE_BREAK, 0, NULL, 0, 1, 9 },
  { DL_OP_CURVE, DL_ROLE_RELATION, 0, NULL, 0, 1, 9 },
  { DL_OP_CURVE, DL_ROLE_RELATION, DL_OP_HEAD_END, NULL, 0, 1, 9 },
  { DL_OP_TEXT, DL_ROLE_TEXT, 0, "Hand", 0, 1, 9 },
  { DL_OP_TEXT, DL_ROLE_TEXT, DL_OP_ALIGN_CENTER, "Hand", 0, 1, 9 },
  { DL_OP_TEXT, DL_ROLE_TEXT, DL_OP_ALIGN_END, "Hand", 0, 1, 9 },
  { DL_OP_TEXT, DL_ROLE_TEXT, DL_OP_CANCELLED, "Hand          out", 0, 1, 9 },
  { DL_OP_TEXT, DL_ROLE_STATUS, DL_OP_ROUND | DL_OP_ALIGN_CENTER, "Hand", 0, 1, 9 },
  { DL_OP_TEXT, DL_ROLE_TEXT, 0, "A text that is cut where its room ends", 0, 1, 9 },
  { DL_OP_TEXT, DL_ROLE_TEXT, 0, "高市早苗とトランプの電話会談の記録", 0, 1, 9 },
  { DL_OP_TEXT, DL_ROLE_TEXT, 0, "שלום לכולם", 0, 1, 9 },
  { DL_OP_TEXT, DL_ROLE_TEXT, DL_OP_ALIGN_END, "שלום לכולם", 0, 1, 9 },
};

/* Every shape in a place of its own; @plain: as if nothing were special about it. */
static DlScene *
make_scene (gboolean plain)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        timeline = dl_timeline_builder_end (builder);
  DlScene *scene = dl_scene_new (timeline, N_COLUMNS * COLUMN, ROW * (2 + (G_N_ELEMENTS (shapes) - 1) / N_COLUMNS));
  DlOp    *op = dl_scene_add (scene, DL_OP_RECT, DL_ROLE_BACKGROUND);

  op->fill = DL_PAINT_VIEW;
  op->w = (float) dl_scene_get_width (scene);
  op->h = (float) dl_scene_get_height (scene);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const Shape *shape = &shapes[i];
      float        left = (float) (i % N_COLUMNS * COLUMN + 10);
      float        top = (float) (i / N_COLUMNS * ROW + 10);
      DlCurve      bend = { { left, left, left + 100, left + 100 }, { top, top + 22, top, top + 22 } };

      op = shape->kind == DL_OP_CURVE ? dl_scene_add_curve (scene, shape->role, &bend)
                                      : dl_scene_add (scene, shape->kind, shape->role);
      op->x = left;
      op->y = top;
      op->w = shape->kind == DL_OP_DIAMOND || shape->kind == DL_OP_TRIANGLE ? 28 : (float) COLUMN - 20;
      op->h = shape->role == DL_ROLE_WHEN && shape->kind == DL_OP_BAR ? 4 : op->w < 30 ? 28 : (float) ROW - 18;
      op->solid_from = op->x + shape->solid_from * op->w;
      op->solid_to = op->x + shape->solid_to * op->w;
      op->split = op->x + shape->split * op->w;
      op->radius = op->h > 4 ? 5 : 2;
      op->hue = (guint8) (i % DL_N_HUES);
      op->fill = shape->kind == DL_OP_TEXT     ? DL_PAINT_INK
                 : shape->role == DL_ROLE_BAR  ? DL_PAINT_HUE_FILL
                 : shape->role == DL_ROLE_CARD ? DL_PAINT_CARD
                                               : DL_PAINT_HUE;
      op->border = shape->role == DL_ROLE_STATUS ? DL_PAINT_HUE : DL_PAINT_HUE_LINE;
      op->flags = plain ? 0 : shape->flags;
      op->style = DL_TEXT_LABEL;
      op->text = shape->text != NULL ? dl_scene_keep (scene, shape->text) : NULL;
    }
  return scene;
}

static cairo_surface_t *
paint_scene (DlScene *scene, DlFonts *fonts, PangoContext *context, DlThemeKind theme)
{
  g_autoptr (DlPainter) painter = dl_painter_new (fonts, context, DL_PAINTED_IMAGE);
  GtkSnapshot          *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SCALE * (int) dl_scene_get_width (scene),
                                                         SCALE * (int) dl_scene_get_height (scene));
  cairo_t         *cr = cairo_create (surface);
  GskRenderNode   *node;

  dl_painter_set_theme (painter, dl_theme_get (theme));
  dl_painter_paint (painter, scene, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_scale (cr, SCALE, SCALE);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  return flatten (surface);
}

static void
test_shapes (void)
{
  for (guint theme = 0; theme < DL_N_THEMES; theme++)
    {
      g_autoptr (DlFonts) fonts = dl_fonts_new_for_export ();
      PangoContext       *context = dl_pango_context_new (NULL);
      g_autoptr (DlScene) scene = make_scene (FALSE);
      g_autoptr (GBytes)  svg = dl_svg_render (scene, dl_theme_get ((DlThemeKind) theme), fonts, context);
      cairo_surface_t    *drawn[2] = { paint_scene (scene, fonts, context, (DlThemeKind) theme), draw_svg (svg) };

      assert_alike (dl_theme_kind_to_string ((DlThemeKind) theme), drawn[0], drawn[1]);
      /* What is pale, or small, is little on the whole. */
      for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
        {
          double rms = compare_part (drawn[0], drawn[1], (int) (i % N_COLUMNS * COLUMN * SCALE),
                                     (int) (i / N_COLUMNS * ROW * SCALE), (int) COLUMN * SCALE, (int) ROW * SCALE);

          g_test_message ("shape %u: %.4f", i, rms);
          if (shapes[i].text == NULL)
            g_assert_cmpfloat (rms, <, MOST_IN_A_SHAPE);
        }
      cairo_surface_destroy (drawn[0]);
      cairo_surface_destroy (drawn[1]);
      g_object_unref (context);
    }
}

/* The measure itself: pictures that say different things are told apart. */
static void
test_measure (void)
{
  g_autoptr (DlFonts) fonts = dl_fonts_new_for_export ();
  PangoContext       *context = dl_pango_context_new (NULL);
  g_autoptr (DlScene) scene = make_scene (FALSE);
  g_autoptr (DlScene) other = make_scene (TRUE);
  g_autoptr (GBytes)  svg = dl_svg_render (other, dl_theme_get (DL_THEME_LIGHT), fonts, context);
  cairo_surface_t    *drawn[2] = { paint_scene (scene, fonts, context, DL_THEME_LIGHT), draw_svg (svg) };
  Difference          difference = compare (drawn[0], drawn[1]);

  g_assert_cmpfloat (difference.rms, >, MOST_ON_THE_WHOLE);
  g_assert_cmpuint (difference.largest, >, MOST_IN_ONE_PLACE);
  cairo_surface_destroy (drawn[0]);
  cairo_surface_destroy (drawn[1]);
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  rsvg_convert = g_find_program_in_path ("rsvg-convert");
  if (rsvg_convert == NULL)
    {
      g_print ("1..0 # SKIP rsvg-convert is missing\n");
      return 0;
    }
  g_test_add_func ("/outputs/measure", test_measure);
  g_test_add_func ("/outputs/shapes", test_shapes);
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *name = g_path_get_basename (argv[i]);
      g_autofree char *path = g_strconcat ("/outputs/", name, NULL);

      g_test_add_data_func (path, argv[i], test_file);
    }
  result = g_test_run ();
  g_free (rsvg_convert);
  return result;
}
