/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-event-proxy.h"

#include "model/dl-records.h"

struct _DlEventProxy
{
  GtkWidget       parent_instance;
  guint           event;
  char           *lane;
  char           *name;
  char           *description;
  gboolean        selected;
  guint           n_events;
  graphene_rect_t bounds;
};

G_DEFINE_FINAL_TYPE (DlEventProxy, dl_event_proxy, GTK_TYPE_WIDGET)

static void
dl_event_proxy_finalize (GObject *object)
{
  DlEventProxy *self = DL_EVENT_PROXY (object);

  g_free (self->lane);
  g_free (self->name);
  g_free (self->description);

  G_OBJECT_CLASS (dl_event_proxy_parent_class)->finalize (object);
}

static void
dl_event_proxy_class_init (DlEventProxyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_event_proxy_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "event");
}

static void
dl_event_proxy_init (DlEventProxy *self)
{
  self->event = DL_NONE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dl_event_proxy_new (void)
{
  return g_object_new (DL_TYPE_EVENT_PROXY, NULL);
}

guint
dl_event_proxy_get_event (DlEventProxy *self)
{
  g_return_val_if_fail (DL_IS_EVENT_PROXY (self), DL_NONE);
  return self->event;
}

const char *
dl_event_proxy_get_lane (DlEventProxy *self)
{
  g_return_val_if_fail (DL_IS_EVENT_PROXY (self), NULL);
  return self->lane;
}

const graphene_rect_t *
dl_event_proxy_get_bounds (DlEventProxy *self)
{
  g_return_val_if_fail (DL_IS_EVENT_PROXY (self), NULL);
  return &self->bounds;
}

void
dl_event_proxy_set (DlEventProxy          *self,
                    guint                  event,
                    const char            *lane,
                    const char            *name,
                    const char            *description,
                    gboolean               selected,
                    guint                  n_events,
                    const graphene_rect_t *bounds)
{
  g_return_if_fail (DL_IS_EVENT_PROXY (self));

  /* Counted from one; GTK 4.8 does not tell it, so that the description does too. */
  if (self->event != event || self->n_events != n_events)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) event + 1,
                                    GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_events, -1);
  self->event = event;
  self->n_events = n_events;
  if (g_strcmp0 (self->lane, lane) != 0)
    {
      g_free (self->lane);
      self->lane = g_strdup (lane);
    }
  self->bounds = *bounds;
  if (g_strcmp0 (self->name, name) != 0)
    {
      g_free (self->name);
      self->name = g_strdup (name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  if (g_strcmp0 (self->description, description) != 0)
    {
      g_free (self->description);
      self->description = g_strdup (description);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
    }
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
