/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-hue-dot.h"

#include "draw/dl-theme.h"
#include "widgets/dl-look.h"

/* In pixels, for text of the usual size. */
#define DIAMETER 9.0

struct _DlHueDot
{
  GtkWidget parent_instance;
  guint     hue;
};

G_DEFINE_FINAL_TYPE (DlHueDot, dl_hue_dot, GTK_TYPE_WIDGET)

static void
dl_hue_dot_measure (GtkWidget     *widget,
                    GtkOrientation orientation,
                    int            for_size,
                    int           *minimum,
                    int           *natural,
                    int           *minimum_baseline,
                    int           *natural_baseline)
{
  *minimum = *natural = (int) (DIAMETER * dl_look_get_font (widget, NULL) + 0.5);
}

static void
dl_hue_dot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const DlTheme  *theme = dl_theme_get (dl_look_get_theme (widget));
  float           width = (float) gtk_widget_get_width (widget);
  float           height = (float) gtk_widget_get_height (widget);
  float           size = MIN (width, height);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((width - size) / 2, (height - size) / 2, size, size);
  GskRoundedRect  circle;

  gsk_rounded_rect_init_from_rect (&circle, &bounds, size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &theme->hues[DL_HUE_DOT (widget)->hue], &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
dl_hue_dot_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dl_hue_dot_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
  gtk_widget_queue_draw (widget);
}

static void
dl_hue_dot_class_init (DlHueDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = dl_hue_dot_measure;
  widget_class->snapshot = dl_hue_dot_snapshot;
  widget_class->css_changed = dl_hue_dot_css_changed;
  gtk_widget_class_set_css_name (widget_class, "hue");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dl_hue_dot_init (DlHueDot *self)
{
}

GtkWidget *
dl_hue_dot_new (void)
{
  return g_object_new (DL_TYPE_HUE_DOT, NULL);
}

void
dl_hue_dot_set_hue (DlHueDot *self, guint hue)
{
  g_return_if_fail (DL_IS_HUE_DOT (self));
  g_return_if_fail (hue < DL_N_HUES);
  if (self->hue == hue)
    return;
  self->hue = hue;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
