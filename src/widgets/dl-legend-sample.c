/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-legend-sample.h"

#include <math.h>

#include "draw/dl-painter.h"
#include "widgets/dl-look.h"

/* However large the text is, the words beside it need room too. */
#define MOST_SCALE 2.5

struct _DlLegendSample
{
  GtkWidget  parent_instance;
  DlScene   *scene;
  DlPainter *painter;
};

G_DEFINE_FINAL_TYPE (DlLegendSample, dl_legend_sample, GTK_TYPE_WIDGET)

static double
get_scale (GtkWidget *widget)
{
  return MIN (dl_look_get_font (widget, NULL), MOST_SCALE);
}

static void
dl_legend_sample_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  DlLegendSample *self = DL_LEGEND_SAMPLE (widget);
  double          size =
    orientation == GTK_ORIENTATION_HORIZONTAL ? dl_scene_get_width (self->scene) : dl_scene_get_height (self->scene);

  *minimum = *natural = (int) ceil (size * get_scale (widget));
}

/* With the font at the size that pictures are designed for: all of it grows. */
static void
ensure_painter (DlLegendSample *self)
{
  if (self->painter == NULL)
    self->painter = dl_look_new_painter (GTK_WIDGET (self), NULL, 1, NULL);
}

static void
dl_legend_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DlLegendSample *self = DL_LEGEND_SAMPLE (widget);
  float           scale = (float) get_scale (widget);

  ensure_painter (self);
  dl_painter_set_theme (self->painter, dl_theme_get (dl_look_get_theme (widget)));
  gtk_snapshot_scale (snapshot, scale, scale);
  dl_painter_paint (self->painter, self->scene, snapshot);
}

static void
dl_legend_sample_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dl_legend_sample_parent_class)->css_changed (widget, change);
  g_clear_pointer (&DL_LEGEND_SAMPLE (widget)->painter, dl_painter_free);
  gtk_widget_queue_resize (widget);
  gtk_widget_queue_draw (widget);
}

static void
dl_legend_sample_finalize (GObject *object)
{
  DlLegendSample *self = DL_LEGEND_SAMPLE (object);

  g_clear_pointer (&self->painter, dl_painter_free);
  g_clear_pointer (&self->scene, dl_scene_unref);

  G_OBJECT_CLASS (dl_legend_sample_parent_class)->finalize (object);
}

static void
dl_legend_sample_class_init (DlLegendSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dl_legend_sample_finalize;
  widget_class->measure = dl_legend_sample_measure;
  widget_class->snapshot = dl_legend_sample_snapshot;
  widget_class->css_changed = dl_legend_sample_css_changed;
  gtk_widget_class_set_css_name (widget_class, "sample");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dl_legend_sample_init (DlLegendSample *self)
{
}

GtkWidget *
dl_legend_sample_new (DlScene *scene)
{
  DlLegendSample *self;

  g_return_val_if_fail (scene != NULL, NULL);
  self = g_object_new (DL_TYPE_LEGEND_SAMPLE, NULL);
  self->scene = dl_scene_ref (scene);
  return GTK_WIDGET (self);
}
