/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-message-page.h"

#include "compat/dl-compat.h"
#include "widgets/dl-focus.h"

struct _DlMessagePage
{
  GtkBox     parent_instance;
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *mending;
  GtkWidget *edit;
  GtkWidget *open;
};

enum
{
  STORY,
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlMessagePage, dl_message_page, GTK_TYPE_BOX)

static void
story_cb (DlMessagePage *self)
{
  g_signal_emit (self, signals[STORY], 0);
}

static void
edit_cb (DlMessagePage *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

static gboolean
dl_message_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DL_MESSAGE_PAGE (widget)->open);
}

static void
dl_message_page_class_init (DlMessagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = dl_focus_move;
  widget_class->grab_focus = dl_message_page_grab_focus;

  signals[STORY] = g_signal_new ("story", DL_TYPE_MESSAGE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDIT] = g_signal_new ("edit", DL_TYPE_MESSAGE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/dateline_app/Dateline/ui/dl-message-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DlMessagePage, title);
  gtk_widget_class_bind_template_child (widget_class, DlMessagePage, text);
  gtk_widget_class_bind_template_child (widget_class, DlMessagePage, mending);
  gtk_widget_class_bind_template_child (widget_class, DlMessagePage, edit);
  gtk_widget_class_bind_template_child (widget_class, DlMessagePage, open);
  gtk_widget_class_bind_template_callback (widget_class, story_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
}

static void
dl_message_page_init (DlMessagePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dl_compat_name_buttons (GTK_WIDGET (self));
}

GtkWidget *
dl_message_page_new (void)
{
  return g_object_new (DL_TYPE_MESSAGE_PAGE, NULL);
}

void
dl_message_page_set_message (DlMessagePage *self,
                             const char    *title,
                             const char    *text,
                             gboolean       can_edit,
                             gboolean       can_reload)
{
  g_return_if_fail (DL_IS_MESSAGE_PAGE (self));
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->text), text);
  gtk_widget_set_visible (self->edit, can_edit);
  gtk_widget_set_visible (self->mending, can_edit || can_reload);
}
