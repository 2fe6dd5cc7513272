/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-announcer.h"

#include "compat/dl-compat.h"

/* What goes on changing says only what has come of it; the name of what has the
 * keyboard comes first. */
#define DELAY_MSEC 150

struct _DlAnnouncer
{
  GtkWidget parent_instance;
  char     *text;
  guint     say_id;
};

G_DEFINE_FINAL_TYPE (DlAnnouncer, dl_announcer, GTK_TYPE_WIDGET)

static void
dl_announcer_dispose (GObject *object)
{
  DlAnnouncer *self = DL_ANNOUNCER (object);

  g_clear_handle_id (&self->say_id, g_source_remove);

  G_OBJECT_CLASS (dl_announcer_parent_class)->dispose (object);
}

static void
dl_announcer_finalize (GObject *object)
{
  g_free (DL_ANNOUNCER (object)->text);

  G_OBJECT_CLASS (dl_announcer_parent_class)->finalize (object);
}

static void
dl_announcer_class_init (DlAnnouncerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dl_announcer_dispose;
  object_class->finalize = dl_announcer_finalize;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_css_name (widget_class, "announcer");
}

static void
dl_announcer_init (DlAnnouncer *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  /* What has no size is not there for assistive technology. */
  gtk_widget_set_size_request (widget, 1, 1);
  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  gtk_widget_set_valign (widget, GTK_ALIGN_END);
  gtk_widget_set_can_target (widget, FALSE);
}

GtkWidget *
dl_announcer_new (void)
{
  return g_object_new (DL_TYPE_ANNOUNCER, NULL);
}

static gboolean
say_cb (gpointer data)
{
  DlAnnouncer *self = data;
  GtkWidget   *widget = GTK_WIDGET (self);

  self->say_id = 0;
  /* What is said twice appears twice. */
  gtk_widget_set_visible (widget, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
  gtk_widget_set_visible (widget, TRUE);
  dl_compat_announce (widget, self->text);
  return G_SOURCE_REMOVE;
}

void
dl_announcer_say (DlAnnouncer *self, const char *text)
{
  g_return_if_fail (DL_IS_ANNOUNCER (self));
  g_return_if_fail (text != NULL);
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_handle_id (&self->say_id, g_source_remove);
  self->say_id = g_timeout_add (DELAY_MSEC, say_cb, self);
}
