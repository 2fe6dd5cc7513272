/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-lane-proxy.h"

#include "widgets/dl-stand-in.h"

#define BOUNDS_KEY "dl-bounds"

struct _DlLaneProxy
{
  GtkWidget       parent_instance;
  char           *name;
  graphene_rect_t bounds;
};

G_DEFINE_FINAL_TYPE (DlLaneProxy, dl_lane_proxy, GTK_TYPE_WIDGET)

static void
dl_lane_proxy_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DlLaneProxy *self = DL_LANE_PROXY (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const graphene_rect_t *bounds = g_object_get_data (G_OBJECT (child), BOUNDS_KEY);
      GtkAllocation          place = { 0, 0, 1, 1 };

      if (bounds != NULL)
        place = (GtkAllocation){ (int) (bounds->origin.x - self->bounds.origin.x),
                                 (int) (bounds->origin.y - self->bounds.origin.y), (int) bounds->size.width,
                                 (int) bounds->size.height };
      dl_stand_in_allocate (child, &place);
    }
}

static void
dl_lane_proxy_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dl_lane_proxy_parent_class)->dispose (object);
}

static void
dl_lane_proxy_finalize (GObject *object)
{
  g_free (DL_LANE_PROXY (object)->name);

  G_OBJECT_CLASS (dl_lane_proxy_parent_class)->finalize (object);
}

static void
dl_lane_proxy_class_init (DlLaneProxyClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dl_lane_proxy_dispose;
  object_class->finalize = dl_lane_proxy_finalize;
  widget_class->size_allocate = dl_lane_proxy_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "lane");
}

static void
dl_lane_proxy_init (DlLaneProxy *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dl_lane_proxy_new (void)
{
  return g_object_new (DL_TYPE_LANE_PROXY, NULL);
}

void
dl_lane_proxy_set (DlLaneProxy *self, const char *name, gboolean collapsed, const graphene_rect_t *bounds)
{
  g_return_if_fail (DL_IS_LANE_PROXY (self));
  self->bounds = *bounds;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, !collapsed, -1);
  if (g_strcmp0 (self->name, name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

const graphene_rect_t *
dl_lane_proxy_get_bounds (DlLaneProxy *self)
{
  g_return_val_if_fail (DL_IS_LANE_PROXY (self), NULL);
  return &self->bounds;
}

void
dl_lane_proxy_place (GtkWidget *button, const graphene_rect_t *bounds)
{
  g_return_if_fail (GTK_IS_WIDGET (button));
  g_object_set_data_full (G_OBJECT (button), BOUNDS_KEY, g_memdup2 (bounds, sizeof *bounds), g_free);
}
