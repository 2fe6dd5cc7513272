/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-event-list-popover.h"

#include <glib/gi18n.h>

#include "compat/dl-compat.h"
#include "model/dl-event.h"
#include "time/dl-words.h"

#define LIST_WIDTH 380
#define LIST_HEIGHT 320

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
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), new_line (NULL));
  gtk_box_append (GTK_BOX (box), new_line ("dim-label"));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  DlEvent         *event = gtk_list_item_get_item (item);
  GtkWidget       *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget       *date = gtk_widget_get_next_sibling (title);
  g_autofree char *words = dl_event_dup_date_words (event, DL_WORDS_NONE);

  gtk_label_set_text (GTK_LABEL (title), dl_event_get_title (event));
  gtk_label_set_text (GTK_LABEL (date), words);
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
  G_OBJECT_CLASS (klass)->dispose = dl_event_list_popover_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", DL_TYPE_EVENT_LIST_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ZOOM] = g_signal_new ("zoom", DL_TYPE_EVENT_LIST_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dl_event_list_popover_init (DlEventListPopover *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget          *scroller = gtk_scrolled_window_new ();
  GtkWidget          *zoom = dl_compat_button_new (_ ("_Zoom to These"));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = gtk_list_view_new (NULL, factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  g_signal_connect (self->list, "activate", G_CALLBACK (activate_cb), self);
  self->heading = new_line ("heading");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->heading, NULL, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  g_signal_connect_swapped (zoom, "clicked", G_CALLBACK (zoom_cb), self);
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), zoom);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "event-list");
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
  g_autofree char           *heading = g_strdup_printf (ngettext ("%'u event without a label", "%'u events without a label", n), n);

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
