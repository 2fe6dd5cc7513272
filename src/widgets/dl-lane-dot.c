/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-lane-dot.h"

#include <math.h>

#include "draw/dl-theme.h"
#include "widgets/dl-look.h"

/* At the size of text that is usual. */
#define DIAMETER 9.0

struct _DlLaneDot
{
  GtkWidget parent_instance;
  guint     hue;
};

G_DEFINE_FINAL_TYPE (DlLaneDot, dl_lane_dot, GTK_TYPE_WIDGET)

static void
dl_lane_dot_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  *minimum = *natural = (int) ceil (DIAMETER * dl_look_get_font (widget, NULL));
}

static void
dl_lane_dot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const DlTheme  *theme = dl_theme_get (dl_look_get_theme (widget));
  float           width = (float) gtk_widget_get_width (widget);
  float           height = (float) gtk_widget_get_height (widget);
  float           size = MIN (width, height);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((width - size) / 2, (height - size) / 2, size, size);
  GskRoundedRect  circle;

  gsk_rounded_rect_init_from_rect (&circle, &bounds, size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &theme->hues[DL_LANE_DOT (widget)->hue], &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
dl_lane_dot_class_init (DlLaneDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = dl_lane_dot_measure;
  widget_class->snapshot = dl_lane_dot_snapshot;
  gtk_widget_class_set_css_name (widget_class, "dot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dl_lane_dot_init (DlLaneDot *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
dl_lane_dot_new (void)
{
  return g_object_new (DL_TYPE_LANE_DOT, NULL);
}

void
dl_lane_dot_set_hue (DlLaneDot *self, guint hue)
{
  g_return_if_fail (DL_IS_LANE_DOT (self));
  g_return_if_fail (hue < DL_N_HUES);
  if (self->hue == hue)
    return;
  self->hue = hue;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
