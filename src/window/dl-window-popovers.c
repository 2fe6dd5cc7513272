/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "compat/dl-compat.h"
#include "widgets/dl-timeline-view.h"
#include "window/dl-go-to-popover.h"
#include "window/dl-window-private.h"

/* Where the keyboard goes */

void
dl_window_focus_view (DlWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (self->stack));

  if (page == self->body)
    gtk_widget_grab_focus (gtk_stack_get_visible_child (GTK_STACK (self->views)));
  else if (self->message != NULL && page == self->message)
    gtk_widget_grab_focus (self->message);
}

static void
lead_back (DlWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *popover = focus == NULL ? NULL : gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER);

  /* What was chosen in a menu may have opened the next one. */
  if (popover == NULL || !gtk_widget_get_visible (popover))
    dl_window_focus_view (self);
}

static gboolean
lead_back_cb (gpointer data)
{
  DlWindow *self = data;

  self->lead_back_id = 0;
  lead_back (self);
  return G_SOURCE_REMOVE;
}

static void
lead_back_soon (DlWindow *self)
{
  if (self->lead_back_id == 0)
    self->lead_back_id = g_idle_add_full (G_PRIORITY_HIGH, lead_back_cb, self, NULL);
}

/* GTK leaves the keyboard with the popover, with its button, or with whatever
 * comes next in the window, which differs from release to release; some do so
 * only after this, but all before the next key. */
static void
popover_closed_cb (GtkWidget *popover, DlWindow *self)
{
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  lead_back (self);
  lead_back_soon (self);
}

/* Where the menu was closed from a submenu, GTK 4.24 goes back to the menu above it a frame later, and keys went to
 * what nobody sees. */
static void
focus_moved_cb (GtkWidget *popover, GParamSpec *property, DlWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus != NULL && !gtk_widget_get_visible (popover) && gtk_widget_is_ancestor (focus, popover) &&
      !gtk_widget_in_destruction (GTK_WIDGET (self)))
    lead_back_soon (self);
}

void
dl_window_lead_back (DlWindow *self, GtkWidget *popover)
{
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), self);
  g_signal_connect_object (self, "notify::focus-widget", G_CALLBACK (focus_moved_cb), popover, G_CONNECT_SWAPPED);
}

void
dl_window_point_at (DlWindow *self, GtkWidget *popover, GtkWidget *widget, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (gtk_widget_compute_point (widget, self->split, &point, &point))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) point.x, (int) point.y, 1, 1 });
}

/* The innermost first: it hangs on the one around it. */
static void
close_within (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    close_within (child);
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_visible (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
}

/* GTK 4.8 never lets go of a popover that is open when its window goes, and the popover of what it is of. */
void
dl_window_close_popovers (DlWindow *self)
{
  close_within (GTK_WIDGET (self));
}

/* The menu of an event */

static void
build_context_menu (DlWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Read About It"), "win.read");
  g_menu_append (menu, _ ("_Zoom to It"), "win.zoom-to-event");
  g_menu_append (menu, _ ("_Copy Title and Date"), "win.copy-title");
  g_menu_append (menu, _ ("Copy as C_itation"), "win.copy");
  dl_window_add_lane_menu (self, menu);
  dl_window_add_filter_menus (self, menu);
  self->context_menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  dl_compat_name_menu (GTK_POPOVER (self->context_menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
  gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
  /* Not to the stack: what assistive technology asks of its children ends in
   * a critical when one of them is no page. */
  gtk_widget_set_parent (self->context_menu, self->split);
  dl_window_lead_back (self, self->context_menu);
}

void
dl_window_show_context_menu (DlWindow *self, GtkWidget *widget, double x, double y)
{
  if (self->context_menu == NULL)
    build_context_menu (self);
  dl_window_set_menu_lane (self, NULL);
  dl_window_update_event_filter (self);
  dl_window_point_at (self, self->context_menu, widget, x, y);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
context_menu_cb (GtkWidget *view, double x, double y, DlWindow *self)
{
  dl_window_show_context_menu (self, view, x, y);
}

/* Go to Date */

static void
go_cb (DlGoToPopover *popover, DlWindow *self)
{
  const DlDate *date = dl_go_to_popover_get_date (popover);

  dl_window_go_to_range (self, date->earliest_start, date->latest_end);
  dl_window_focus_view (self);
}

void
dl_window_ask_date (DlWindow *self, DlInstant reference)
{
  if (self->go_to == NULL)
    {
      self->go_to = dl_go_to_popover_new (self->view);
      /* Not to the title, for which there may be no room. */
      gtk_widget_set_parent (self->go_to, self->header_middle);
      dl_window_lead_back (self, self->go_to);
      g_signal_connect (self->go_to, "go", G_CALLBACK (go_cb), self);
    }
  dl_go_to_popover_ask (DL_GO_TO_POPOVER (self->go_to), reference);
}

void
dl_window_init_popovers (DlWindow *self)
{
  g_signal_connect (self->timeline, "context-menu", G_CALLBACK (context_menu_cb), self);
}
