/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-legend-view.h"

#include <glib/gi18n.h>

#include "widgets/dl-detail-label.h"
#include "widgets/dl-legend-sample.h"
#include "widgets/dl-look.h"

/* Where the desktop's text is so much larger than usual, words stand below their
 * sign: beside it there is no room. */
#define LARGE_TEXT 2.0

/* Between a sign and the words beside it, in pixels. */
#define SIGN_GAP 14

struct _DlLegendView
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DlLegendView, dl_legend_view, GTK_TYPE_WIDGET)

static void
arrange (DlLegendView *self)
{
  gboolean large = dl_look_get_font (GTK_WIDGET (self), NULL) >= LARGE_TEXT;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (row),
                                      large ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      gtk_box_set_spacing (GTK_BOX (row), large ? 0 : SIGN_GAP);
      gtk_widget_set_halign (gtk_widget_get_first_child (row), large ? GTK_ALIGN_START : GTK_ALIGN_FILL);
    }
}

static void
add_sign (DlLegendView *self, DlSign sign, DlTimeline *timeline, guint32 meanings)
{
  g_autofree char    *words = dl_legend_dup_words (sign, meanings);
  g_autoptr (DlScene) scene = NULL;
  GtkWidget          *row, *sample, *label;

  if (words == NULL)
    return;
  scene = dl_legend_draw (sign, timeline, meanings);
  row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  gtk_widget_add_css_class (row, "sign");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  sample = dl_legend_sample_new (scene);
  gtk_widget_set_valign (sample, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), sample);
  label = dl_detail_add_label (row, words, NULL);
  /* Or Tab would stop at each. */
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

static void
clear (DlLegendView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
dl_legend_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dl_legend_view_parent_class)->css_changed (widget, change);
  arrange (DL_LEGEND_VIEW (widget));
}

static void
dl_legend_view_dispose (GObject *object)
{
  clear (DL_LEGEND_VIEW (object));

  G_OBJECT_CLASS (dl_legend_view_parent_class)->dispose (object);
}

static void
dl_legend_view_class_init (DlLegendViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_legend_view_dispose;
  widget_class->css_changed = dl_legend_view_css_changed;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
dl_legend_view_init (DlLegendView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How to read it"), -1);
}

GtkWidget *
dl_legend_view_new (void)
{
  return g_object_new (DL_TYPE_LEGEND_VIEW, NULL);
}

gboolean
dl_legend_view_show (DlLegendView *self, DlTimeline *timeline, guint32 meanings)
{
  g_return_val_if_fail (DL_IS_LEGEND_VIEW (self), FALSE);
  clear (self);
  for (guint sign = 0; sign < DL_N_SIGNS; sign++)
    add_sign (self, (DlSign) sign, timeline, meanings);
  arrange (self);
  return gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL;
}
