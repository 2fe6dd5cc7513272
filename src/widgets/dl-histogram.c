/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-histogram.h"

#include <math.h>
#include <string.h>

#include "compat/dl-compat.h"
#include "widgets/dl-look.h"

/* In pixels, for text of the usual size: of a bar, of what is between two, of the
 * highest, and of the lowest that stands for something. */
#define BAR_WIDTH 2.5
#define BAR_GAP 1.0
#define HIGHEST 13.0
#define LOWEST 2.0

/* However large the text is, what stands beside it needs room too. */
#define HISTOGRAM_MOST_SCALE 2.0

/* Where nothing is there is a line to stand on. */
#define GROUND_ALPHA 0.25f

struct _DlHistogram
{
  GtkWidget parent_instance;
  guint    *bins;
  guint     n_bins;
};

G_DEFINE_FINAL_TYPE (DlHistogram, dl_histogram, GTK_TYPE_WIDGET)

static double
get_scale (GtkWidget *widget)
{
  return MIN (dl_look_get_font (widget, NULL), HISTOGRAM_MOST_SCALE);
}

static void
dl_histogram_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  DlHistogram *self = DL_HISTOGRAM (widget);
  double       size = orientation == GTK_ORIENTATION_VERTICAL ? HIGHEST : self->n_bins * (BAR_WIDTH + BAR_GAP);

  *minimum = *natural = (int) ceil (size * get_scale (widget));
}

static void
dl_histogram_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DlHistogram *self = DL_HISTOGRAM (widget);
  double       scale = get_scale (widget);
  double       height = gtk_widget_get_height (widget);
  guint        most = 0;
  GdkRGBA      ink, ground;

  dl_compat_get_color (widget, &ink);
  ground = ink;
  ground.alpha *= GROUND_ALPHA;
  for (guint i = 0; i < self->n_bins; i++)
    most = MAX (most, self->bins[i]);
  for (guint i = 0; i < self->n_bins; i++)
    {
      /* By the root: one that is a hundred times the next would leave nothing of it. */
      double share = self->bins[i] == 0 ? 0 : sqrt ((double) self->bins[i] / most);
      double bar = self->bins[i] == 0 ? scale : MAX (share * height, LOWEST * scale);
      double x = i * (BAR_WIDTH + BAR_GAP) * scale;

      gtk_snapshot_append_color (
        snapshot, self->bins[i] == 0 ? &ground : &ink,
        &GRAPHENE_RECT_INIT ((float) x, (float) (height - bar), (float) (BAR_WIDTH * scale), (float) bar));
    }
}

static void
dl_histogram_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dl_histogram_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
  gtk_widget_queue_draw (widget);
}

static void
dl_histogram_finalize (GObject *object)
{
  g_free (DL_HISTOGRAM (object)->bins);

  G_OBJECT_CLASS (dl_histogram_parent_class)->finalize (object);
}

static void
dl_histogram_class_init (DlHistogramClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dl_histogram_finalize;
  widget_class->measure = dl_histogram_measure;
  widget_class->snapshot = dl_histogram_snapshot;
  widget_class->css_changed = dl_histogram_css_changed;
  gtk_widget_class_set_css_name (widget_class, "histogram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dl_histogram_init (DlHistogram *self)
{
}

GtkWidget *
dl_histogram_new (void)
{
  return g_object_new (DL_TYPE_HISTOGRAM, NULL);
}

void
dl_histogram_set_bins (DlHistogram *self, const guint *bins, guint n_bins)
{
  g_return_if_fail (DL_IS_HISTOGRAM (self));
  g_return_if_fail (bins != NULL);
  if (self->n_bins == n_bins && memcmp (self->bins, bins, n_bins * sizeof *bins) == 0)
    return;
  if (self->n_bins != n_bins)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  g_free (self->bins);
  self->bins = g_memdup2 (bins, n_bins * sizeof *bins);
  self->n_bins = n_bins;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
