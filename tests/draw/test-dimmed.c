/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a filter does not let through is paler than the rest in every theme and in
 * every kind of picture, and its words can be read. */
#include <math.h>

#include <gtk/gtk.h>

#include "draw/dl-theme.h"
#include "export/dl-export-picture.h"
#include "layout/dl-primitives.h"
#include "model/dl-timeline-builder.h"

#define WIDTH 900
#define N_EVENTS 200u

/* Dimmed words against what is behind them: they can be read (WCAG 2.1, 1.4.3). */
#define LEAST_CONTRAST 4.5
/* And how much more those have that are not dimmed. */
#define LEAST_DIFFERENCE 1.8

static DlTimeline *
make_timeline (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();

  dl_timeline_builder_set_as_of (builder, "2025-06-30");
  for (guint32 i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("topic%u", i);

      dl_timeline_builder_add_topic (builder, &(DlTopic){ .id = id, .name = id });
    }
  for (guint i = 0; i < N_EVENTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("event%u", i);
      g_autofree char *date = i % 5 == 0 ? g_strdup_printf ("2025-%02u-05/2025-%02u-20", 1 + i % 12, 1 + i % 12)
                                         : g_strdup_printf ("2025-%02u-%02u", 1 + i % 12, 1 + i / 12);
      guint32          topic = i % 2;
      DlEventRecord    record = { .id = id,
                                  .title = id,
                                  .date_text = date,
                                  .place = DL_NONE,
                                  .status = (guint8) (i % DL_N_STATUSES),
                                  .n_topics = 1 };

      g_assert_true (dl_timeline_builder_add_event (builder, &record, &topic, NULL, 0));
    }
  return dl_timeline_builder_end (builder);
}

static void
init_options (DlExportOptions *options, DlTimeline *timeline, DlThemeKind theme, gboolean dimmed)
{
  dl_export_options_init (options, timeline, NULL);
  options->width = WIDTH;
  options->theme = theme;
  if (!dimmed)
    return;
  options->arrange.shown = dl_event_set_new (N_EVENTS);
  for (guint i = 0; i < N_EVENTS; i += 3)
    dl_event_set_add (options->arrange.shown, i);
}

static double
channel (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* Of @color with @opacity over @ground. */
static double
luminance (const GdkRGBA *color, double opacity, const GdkRGBA *ground)
{
  double red = (double) color->red * opacity + (double) ground->red * (1 - opacity);
  double green = (double) color->green * opacity + (double) ground->green * (1 - opacity);
  double blue = (double) color->blue * opacity + (double) ground->blue * (1 - opacity);

  return 0.2126 * channel (red) + 0.7152 * channel (green) + 0.0722 * channel (blue);
}

static double
contrast (const DlTheme *theme, const DlPrimitive *primitive)
{
  const GdkRGBA *ground = &theme->paints[DL_PAINT_VIEW];
  double         behind = luminance (ground, 1, ground);
  double         front = luminance (&theme->paints[primitive->paint], (double) primitive->opacity, ground);

  return (MAX (front, behind) + 0.05) / (MIN (front, behind) + 0.05);
}

static void
test_words (void)
{
  g_autoptr (DlTimeline) timeline = make_timeline ();

  for (guint theme = 0; theme < DL_N_THEMES; theme++)
    {
      g_auto (DlExportOptions) options = { NULL };
      g_autoptr (GError)       error = NULL;
      g_autoptr (DlScene)      scene = NULL;
      g_autoptr (DlPrimitives) primitives = NULL;
      const DlPrimitive       *all;
      const DlOp              *ops;
      guint                    n, n_ops;
      double                   least = G_MAXDOUBLE, most = 0, least_shown = G_MAXDOUBLE;

      init_options (&options, timeline, (DlThemeKind) theme, TRUE);
      scene = dl_export_scene (&options, &error);
      g_assert_no_error (error);
      primitives = dl_primitives_new (scene);
      all = dl_primitives_get (primitives, &n);
      ops = dl_scene_get_ops (scene, &n_ops);
      for (guint i = 0; i < n; i++)
        {
          double found;

          if (all[i].kind != DL_PRIMITIVE_TEXT || all[i].op == DL_NONE || ops[all[i].op].role != DL_ROLE_LABEL)
            continue;
          found = contrast (dl_theme_get ((DlThemeKind) theme), &all[i]);
          if (ops[all[i].op].flags & DL_OP_DIMMED)
            {
              least = MIN (least, found);
              most = MAX (most, found);
            }
          else
            least_shown = MIN (least_shown, found);
        }
      g_test_message ("%s: dimmed words have %.1f to %.1f, others at least %.1f",
                      dl_theme_kind_to_string ((DlThemeKind) theme), least, most, least_shown);
      g_assert_cmpfloat (most, >, 0);
      g_assert_cmpfloat (least, >=, LEAST_CONTRAST);
      g_assert_cmpfloat (least_shown, >=, LEAST_DIFFERENCE * most);
    }
}

static void
test_outputs (void)
{
  static const DlExportFormat formats[] = { DL_EXPORT_PNG, DL_EXPORT_SVG, DL_EXPORT_PDF };
  g_autoptr (DlTimeline)      timeline = make_timeline ();

  for (guint theme = 0; theme < DL_N_THEMES; theme++)
    for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
      {
        GBytes *made[2] = { NULL };

        for (guint dimmed = 0; dimmed < 2; dimmed++)
          {
            g_auto (DlExportOptions) options = { NULL };
            g_autoptr (GError)       error = NULL;

            init_options (&options, timeline, (DlThemeKind) theme, dimmed != 0);
            made[dimmed] = dl_export_render (&options, formats[i], NULL, &error);
            g_assert_no_error (error);
          }
        g_assert_false (g_bytes_equal (made[0], made[1]));
        g_clear_pointer (&made[0], g_bytes_unref);
        g_clear_pointer (&made[1], g_bytes_unref);
      }
}

int
main (int argc, char **argv)
{
  gtk_init_check ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dimmed/words", test_words);
  g_test_add_func ("/dimmed/outputs", test_outputs);
  return g_test_run ();
}
