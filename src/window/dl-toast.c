/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-toast.h"

#include "widgets/dl-focus.h"

#define SECONDS 4
/* With something to do. */
#define OFFER_SECONDS 12

struct _DlToast
{
  GtkWidget      parent_instance;
  GtkWidget     *revealer;
  GtkWidget     *label;
  GtkWidget     *button;
  DlToastFunc    func;
  gpointer       data;
  GDestroyNotify destroy;
  guint          timeout_id;
};

enum
{
  SAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlToast, dl_toast, GTK_TYPE_WIDGET)

static void
drop_offer (DlToast *self)
{
  GDestroyNotify destroy = self->destroy;
  gpointer       data = self->data;

  self->func = NULL;
  self->data = NULL;
  self->destroy = NULL;
  if (destroy != NULL)
    destroy (data);
}

static void
hide (DlToast *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_sensitive (self->button, FALSE);
}

/* Whoever is at the button is not hurried. */
static gboolean
timeout_cb (gpointer data)
{
  DlToast *self = data;

  if (dl_focus_is_inside (GTK_WIDGET (self)))
    return G_SOURCE_CONTINUE;
  self->timeout_id = 0;
  hide (self);
  drop_offer (self);
  return G_SOURCE_REMOVE;
}

static void
clicked_cb (DlToast *self)
{
  DlToastFunc    func = self->func;
  gpointer       data = self->data;
  GDestroyNotify destroy = self->destroy;

  self->func = NULL;
  self->data = NULL;
  self->destroy = NULL;
  hide (self);
  if (func != NULL)
    func (data);
  if (destroy != NULL)
    destroy (data);
}

static void
dl_toast_dispose (GObject *object)
{
  DlToast *self = DL_TOAST (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  drop_offer (self);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (dl_toast_parent_class)->dispose (object);
}

static void
dl_toast_class_init (DlToastClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dl_toast_dispose;

  /**
   * DlToast::said:
   * @text: what is said now, for who does not see it
   */
  signals[SAID] =
    g_signal_new ("said", DL_TYPE_TOAST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* The words are a label in a status: a label that is itself a status has no name in GTK 4.18. */
static void
dl_toast_init (DlToast *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "spacing", 12, NULL);

  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (self->label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 60);
  self->button = gtk_button_new_with_label ("");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->button, FALSE);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_css_class (box, "toast");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL, -1);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->button);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

GtkWidget *
dl_toast_new (void)
{
  return g_object_new (DL_TYPE_TOAST, NULL);
}

static void
show (DlToast *self, const char *text, guint seconds)
{
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add_seconds (seconds, timeout_cb, self);
  g_signal_emit (self, signals[SAID], 0, text);
}

void
dl_toast_show (DlToast *self, const char *text)
{
  g_return_if_fail (DL_IS_TOAST (self));
  drop_offer (self);
  gtk_widget_set_visible (self->button, FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  show (self, text, SECONDS);
}

void
dl_toast_offer (DlToast       *self,
                const char    *text,
                const char    *label,
                DlToastFunc    func,
                gpointer       data,
                GDestroyNotify destroy)
{
  g_return_if_fail (DL_IS_TOAST (self));
  g_return_if_fail (func != NULL);
  drop_offer (self);
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_widget_set_visible (self->button, TRUE);
  gtk_widget_set_sensitive (self->button, TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), TRUE);
  show (self, text, OFFER_SECONDS);
}
