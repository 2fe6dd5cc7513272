/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-event-list-popover.h"

#include <glib/gi18n.h>

#include "base/dl-isolate.h"
#include "compat/dl-compat.h"
#include "model/dl-event.h"
#include "time/dl-words.h"

struct _DlEventListPopover
{
  GtkPopover  parent_instance;
  GtkWidget  *heading;
  GtkWidget  *list;
  GListModel *events;
};

enum
{
  CHOSEN,
  ZOOM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlEventListPopover, dl_event_list_popover, GTK_TYPE_POPOVER)

static GtkWidget *
new_line (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), new_line (NULL));
  gtk_box_append (GTK_BOX (box), new_line ("dim-label"));
  gtk_list_item_set_child (item, box);
}

/* What GTK has around a row is what has the keyboard. */
static void
name_frame (GtkWidget *frame, DlEvent *event, const char *date)
{
  g_autofree char *title = dl_isolate (dl_event_get_title (event));
  /* Translators: an event of a list as a screen reader says it: its title, its date. */
  g_autofree char *name = g_strdup_printf (C_ ("accessible event", "%s, %s"), title, date);

  if (frame != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (frame), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  DlEvent         *event = gtk_list_item_get_item (item);
  GtkWidget       *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget       *date = gtk_widget_get_next_sibling (title);
  g_autofree char *words = dl_event_dup_date_words (event, DL_WORDS_NONE);

  gtk_label_set_text (GTK_LABEL (title), dl_event_get_title (event));
  gtk_label_set_text (GTK_LABEL (date), words);
  name_frame (gtk_widget_get_parent (gtk_list_item_get_child (item)), event, words);
}

static void
activate_cb (GtkListView *list, guint index, DlEventListPopover *self)
{
  g_autoptr (DlEvent) event = g_list_model_get_item (self->events, index);

  if (event == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, dl_event_get_position (event));
}

static void
zoom_cb (DlEventListPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ZOOM], 0);
}

static void
dl_event_list_popover_dispose (GObject *object)
{
  g_clear_object (&DL_EVENT_LIST_POPOVER (object)->events);

  G_OBJECT_CLASS (dl_event_list_popover_parent_class)->dispose (object);
}

static void
dl_event_list_popover_class_init (DlEventListPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_event_list_popover_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", DL_TYPE_EVENT_LIST_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ZOOM] =
    g_signal_new ("zoom", DL_TYPE_EVENT_LIST_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/dateline_app/Dateline/ui/dl-event-list-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DlEventListPopover, heading);
  gtk_widget_class_bind_template_child (widget_class, DlEventListPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_cb);
}

static void
dl_event_list_popover_init (DlEventListPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dl_compat_name_buttons (GTK_WIDGET (self));
}

GtkWidget *
dl_event_list_popover_new (void)
{
  return g_object_new (DL_TYPE_EVENT_LIST_POPOVER, NULL);
}

void
dl_event_list_popover_show (DlEventListPopover *self, GListModel *events)
{
  guint                      n = g_list_model_get_n_items (events);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (g_object_ref (events));
  g_autofree char           *heading =
    g_strdup_printf (ngettext ("%'u event without a label", "%'u events without a label", n), n);

  g_return_if_fail (DL_IS_EVENT_LIST_POPOVER (self));
  g_set_object (&self->events, events);
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (model));
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->list);
}

static DlInstant
start_of (GListModel *events, guint index)
{
  g_autoptr (DlEvent) event = g_list_model_get_item (events, index);

  return dl_event_get_record (event)->start;
}

void
dl_event_list_popover_get_range (DlEventListPopover *self, DlInstant *from, DlInstant *to)
{
  guint n = g_list_model_get_n_items (self->events);
  guint low = 0;
  guint high = n;

  /* What has no start stands before all the rest. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dl_instant_is_finite (start_of (self->events, middle)))
        high = middle;
      else
        low = middle + 1;
    }
  *from = low == n ? DL_INSTANT_MIN : start_of (self->events, low);
  *to = low == n ? DL_INSTANT_MAX : start_of (self->events, n - 1);
}
