/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-drop-zones.h"

#include <glib/gi18n.h>

struct _DlDropZones
{
  GtkWidget  parent_instance;
  GtkWidget *target; /* it holds this one */
  GtkWidget *open;   /* NULL until something hangs over it */
  GtkWidget *add;
  gboolean   may_add;
};

enum
{
  FILES,
  TEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlDropZones, dl_drop_zones, GTK_TYPE_WIDGET)

static GtkWidget *
new_zone (DlDropZones *self, const char *text)
{
  GtkWidget *zone = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (zone), TRUE);
  gtk_label_set_justify (GTK_LABEL (zone), GTK_JUSTIFY_CENTER);
  gtk_widget_set_hexpand (zone, TRUE);
  gtk_widget_set_vexpand (zone, TRUE);
  gtk_widget_add_css_class (zone, "zone");
  gtk_widget_set_parent (zone, GTK_WIDGET (self));
  return zone;
}

/* Whether a point of the target is over the zone that adds. */
static gboolean
is_over_add (DlDropZones *self, double x)
{
  gboolean right = x > gtk_widget_get_width (self->target) / 2.0;

  return self->may_add && right == (gtk_widget_get_direction (self->target) != GTK_TEXT_DIR_RTL);
}

static void
mark (GtkWidget *zone, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (zone, "here");
  else
    gtk_widget_remove_css_class (zone, "here");
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, DlDropZones *self)
{
  if (self->may_add && self->open == NULL)
    {
      /* Translators: where something can be dropped: instead of what is open. */
      self->open = new_zone (self, _ ("Open"));
      /* Translators: where something can be dropped: to be seen together with what is open. */
      self->add = new_zone (self, _ ("Add to This Timeline"));
    }
  if (self->may_add)
    {
      mark (self->open, !is_over_add (self, x));
      mark (self->add, is_over_add (self, x));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->may_add);
  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target, DlDropZones *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, DlDropZones *self)
{
  g_autoptr (GPtrArray) files = NULL;
  gboolean              add = is_over_add (self, x);

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (G_VALUE_HOLDS_STRING (value))
    {
      const char *text = g_value_get_string (value);

      if (text == NULL || text[0] == '\0')
        return FALSE;
      g_signal_emit (self, signals[TEXT], 0, text, add);
      return TRUE;
    }
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  files = g_ptr_array_new_with_free_func (g_object_unref);
  for (GSList *list = g_value_get_boxed (value); list != NULL; list = list->next)
    g_ptr_array_add (files, g_object_ref (list->data));
  if (files->len == 0)
    return FALSE;
  g_signal_emit (self, signals[FILES], 0, files, add);
  return TRUE;
}

static void
dl_drop_zones_dispose (GObject *object)
{
  DlDropZones *self = DL_DROP_ZONES (object);

  g_clear_pointer (&self->open, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);

  G_OBJECT_CLASS (dl_drop_zones_parent_class)->dispose (object);
}

static void
dl_drop_zones_class_init (DlDropZonesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_drop_zones_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dropzones");
  signals[FILES] = g_signal_new ("files", DL_TYPE_DROP_ZONES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_PTR_ARRAY, G_TYPE_BOOLEAN);
  signals[TEXT] = g_signal_new ("text", DL_TYPE_DROP_ZONES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
dl_drop_zones_init (DlDropZones *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_homogeneous (layout, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  /* What hangs over it hangs over the target. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dl_drop_zones_new (GtkWidget *target)
{
  DlDropZones   *self = g_object_new (DL_TYPE_DROP_ZONES, NULL);
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType          types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  g_return_val_if_fail (GTK_IS_WIDGET (target), NULL);
  self->target = target;
  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  g_signal_connect_object (drop, "enter", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (drop, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (drop, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (target, GTK_EVENT_CONTROLLER (drop));
  return GTK_WIDGET (self);
}

void
dl_drop_zones_set_may_add (DlDropZones *self, gboolean may_add)
{
  g_return_if_fail (DL_IS_DROP_ZONES (self));
  self->may_add = may_add;
}
