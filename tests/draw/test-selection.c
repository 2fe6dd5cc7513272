/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A selected label, bar or card is plainly seen in every theme and in every
 * kind of picture. */
#include <string.h>

#include <gtk/gtk.h>

#include "draw/dl-theme.h"
#include "export/dl-export-picture.h"
#include "model/dl-timeline-builder.h"

#define WIDTH 900
#define N_LINES 20

/* A card, a bar, and lines. */
static DlTimeline *
make_timeline (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  const char *const             topics[] = { "cards", "bars", "lines" };

  dl_timeline_builder_set_view (builder, "2025-10");
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    dl_timeline_builder_add_topic (builder, &(DlTopic){ .id = topics[i], .name = topics[i] });
  for (guint32 i = 0; i < N_LINES; i++)
    {
      guint32          topic = MIN (i, 2);
      g_autofree char *id = g_strdup_printf ("event%u", i);
      g_autofree char *date = i == 1 ? g_strdup ("2025-10-05/2025-10-15") : g_strdup_printf ("2025-10-%02u", 3 + i % 4);
      DlEventRecord    record = {
           .id = id, .title = id, .date_text = date, .place = DL_NONE, .importance = DL_IMPORTANCE_UNSET, .n_topics = 1
      };

      g_assert_true (dl_timeline_builder_add_event (builder, &record, &topic, NULL, 0));
    }
  return dl_timeline_builder_end (builder);
}

static GBytes *
render (DlTimeline *timeline, DlThemeKind theme, const char *id, DlExportFormat format)
{
  g_auto (DlExportOptions) options = { NULL };
  g_autoptr (GError)       error = NULL;
  GBytes                  *contents;

  dl_export_options_init (&options, timeline, NULL);
  options.width = WIDTH;
  options.theme = theme;
  options.selected = id == NULL ? DL_NONE : dl_timeline_find (timeline, id);
  contents = dl_export_render (&options, format, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

typedef struct
{
  const guchar *next;
  gsize         left;
} Source;

static cairo_status_t
read_some (gpointer closure, guchar *data, guint length)
{
  Source *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->next, length);
  source->next += length;
  source->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static guint32
to_pixel (const GdkRGBA *color)
{
  return 0xff000000u | (guint32) (color->red * 255 + 0.5f) << 16 | (guint32) (color->green * 255 + 0.5f) << 8 |
         (guint32) (color->blue * 255 + 0.5f);
}

/* Pixels of just that colour. */
static guint
count_pixels (GBytes *png, const GdkRGBA *color)
{
  Source           source = { g_bytes_get_data (png, NULL), g_bytes_get_size (png) };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_some, &source);
  guint32          wanted = to_pixel (color);
  guint            n = 0;

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                                              y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        n += (row[x] | 0xff000000u) == wanted;
    }
  cairo_surface_destroy (surface);
  return n;
}

static guint
count_string (GBytes *contents, const char *string)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (contents, NULL), g_bytes_get_size (contents));
  g_auto (GStrv)   parts = g_strsplit (text, string, -1);

  return g_strv_length (parts) - 1;
}

static void
test_themes (void)
{
  static const char *const ids[] = { "event0", "event1", "event2", "event4", "event6", "event9", "event15", "event19" };
  g_autoptr (DlTimeline)   timeline = make_timeline ();

  for (guint theme = 0; theme < DL_N_THEMES; theme++)
    {
      const GdkRGBA     *accent = &dl_theme_get ((DlThemeKind) theme)->paints[DL_PAINT_ACCENT];
      g_autofree char   *fill = g_strdup_printf ("fill=\"#%06x\"", to_pixel (accent) & 0xffffff);
      g_autoptr (GBytes) plain = render (timeline, (DlThemeKind) theme, NULL, DL_EXPORT_PNG);
      g_autoptr (GBytes) plain_svg = render (timeline, (DlThemeKind) theme, NULL, DL_EXPORT_SVG);
      g_autoptr (GBytes) plain_pdf = render (timeline, (DlThemeKind) theme, NULL, DL_EXPORT_PDF);

      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        {
          g_autoptr (GBytes) png = render (timeline, (DlThemeKind) theme, ids[i], DL_EXPORT_PNG);
          g_autoptr (GBytes) svg = render (timeline, (DlThemeKind) theme, ids[i], DL_EXPORT_SVG);
          g_autoptr (GBytes) pdf = render (timeline, (DlThemeKind) theme, ids[i], DL_EXPORT_PDF);

          g_test_message ("%s, %s: %u pixels, %u without", dl_theme_kind_to_string ((DlThemeKind) theme), ids[i],
                          count_pixels (png, accent), count_pixels (plain, accent));
          /* A ring that is round around a mark has few pixels of just that colour. */
          g_assert_cmpuint (count_pixels (png, accent), >, count_pixels (plain, accent) + 25);
          g_assert_cmpuint (count_string (svg, fill), >, count_string (plain_svg, fill));
          g_assert_false (g_bytes_equal (pdf, plain_pdf));
        }
    }
}

int
main (int argc, char **argv)
{
  gtk_init_check ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selection/themes", test_themes);
  return g_test_run ();
}
