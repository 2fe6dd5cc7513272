/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-measure-bar.h"

#include <glib/gi18n.h>

#include "compat/dl-compat.h"

struct _DlMeasureBar
{
  GtkWidget  parent_instance;
  DlSession *session;
  GtkWidget *revealer;
  GtkWidget *label;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint       zoom_signal;

G_DEFINE_FINAL_TYPE (DlMeasureBar, dl_measure_bar, GTK_TYPE_WIDGET)

static void
measured_cb (DlMeasureBar *self)
{
  g_autoptr (DlMeasure) measure = dl_session_dup_measure (self->session);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *text = NULL;

  /* Hidden until there is something to measure: GTK styles also a closed one. */
  if (measure != NULL)
    gtk_widget_set_visible (self->revealer, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), measure != NULL);
  if (measure == NULL)
    {
      /* Nothing old is left to be read out. */
      gtk_label_set_text (GTK_LABEL (self->label), "");
      return;
    }
  /* Facts side by side, not a sentence. */
  if (measure->extent[0] != '\0')
    g_ptr_array_add (parts, g_strdup (measure->extent));
  if (measure->distance[0] != '\0')
    g_ptr_array_add (parts, g_strdup (measure->distance));
  g_ptr_array_add (parts, g_strdup_printf (ngettext ("%'u event", "%'u events", measure->n_events), measure->n_events));
  g_ptr_array_add (parts,
                   g_strdup_printf (ngettext ("%u source", "%u sources", measure->n_sources), measure->n_sources));
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (" · ", (char **) parts->pdata);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->label, text);
}

static void
zoom_cb (GtkButton *button, DlMeasureBar *self)
{
  g_signal_emit (self, zoom_signal, 0);
}

static void
copy_cb (GtkButton *button, DlMeasureBar *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_text (GTK_LABEL (self->label)));
}

static void
close_cb (GtkButton *button, DlMeasureBar *self)
{
  dl_session_clear_measure (self->session);
}

static void
dl_measure_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, DL_MEASURE_BAR (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_measure_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    DL_MEASURE_BAR (object)->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_measure_bar_constructed (GObject *object)
{
  DlMeasureBar *self = DL_MEASURE_BAR (object);

  G_OBJECT_CLASS (dl_measure_bar_parent_class)->constructed (object);
  g_signal_connect_object (self->session, "measured", G_CALLBACK (measured_cb), self, G_CONNECT_SWAPPED);
  measured_cb (self);
}

static void
dl_measure_bar_dispose (GObject *object)
{
  DlMeasureBar *self = DL_MEASURE_BAR (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dl_measure_bar_parent_class)->dispose (object);
}

static void
dl_measure_bar_class_init (DlMeasureBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dl_measure_bar_get_property;
  object_class->set_property = dl_measure_bar_set_property;
  object_class->constructed = dl_measure_bar_constructed;
  object_class->dispose = dl_measure_bar_dispose;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, DL_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  zoom_signal = g_signal_new ("zoom", DL_TYPE_MEASURE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline_app/Dateline/ui/dl-measure-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DlMeasureBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, DlMeasureBar, label);
  gtk_widget_class_bind_template_callback (widget_class, zoom_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
dl_measure_bar_init (DlMeasureBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dl_compat_name_buttons (GTK_WIDGET (self));
}

GtkWidget *
dl_measure_bar_new (DlSession *session)
{
  g_return_val_if_fail (DL_IS_SESSION (session), NULL);
  return g_object_new (DL_TYPE_MEASURE_BAR, "session", session, NULL);
}
