/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "compat/dl-compat.h"
#include "window/dl-export-popover.h"
#include "window/dl-window-private.h"

static void
save_requested_cb (DlExportPopover *popover, DlWindow *self)
{
  dl_window_save_picture (self);
}

static GtkWidget *
new_button (const char *icon, const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : dl_compat_button_new (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  if (icon != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  return button;
}

static GMenuModel *
new_main_menu (DlWindow *self)
{
  GMenu                 *menu = g_menu_new ();
  g_autoptr (GMenu)      files = g_menu_new ();
  g_autoptr (GMenu)      view = g_menu_new ();
  g_autoptr (GMenu)      colors = g_menu_new ();
  g_autoptr (GMenu)      program = g_menu_new ();
  g_autoptr (GMenuModel) lanes = dl_window_new_lanes_menu ();

  g_menu_append (files, _ ("_New Window"), "app.new-window");
  g_menu_append (files, _ ("_Open…"), "win.open");
  g_menu_append (files, _ ("_Read Again"), "win.reload");
  g_menu_append (files, _ ("_Save Picture…"), "win.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append (colors, _ ("As on the _Desktop"), "app.color-scheme::default");
  g_menu_append (colors, _ ("_Light"), "app.color-scheme::light");
  g_menu_append (colors, _ ("_Dark"), "app.color-scheme::dark");
  g_menu_append (view, _ ("_Show Everything"), "win.fit");
  g_menu_append (view, _ ("_Back to Where It Began"), "win.home");
  g_menu_append (view, _ ("_Go to As-of Date or Today"), "win.now");
  g_menu_append (view, _ ("Go to _Date…"), "win.go-to-date");
  g_menu_append (view, _ ("_Details"), "win.show-details");
  g_menu_append (view, _ ("_Fold Empty Time"), "win.fold-empty-time");
  g_menu_append (view, _ ("_Wheel Always Zooms"), "app.wheel-zooms");
  g_menu_append_submenu (view, _ ("_Lanes"), lanes);
  g_menu_append_submenu (view, _ ("_Colours"), G_MENU_MODEL (colors));
  g_menu_append_submenu (view, _ ("Time _Zone"), G_MENU_MODEL (self->zones));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  g_menu_append (program, _ ("_Keyboard Shortcuts"), "win.show-help-overlay");
  g_menu_append (program, _ ("_About Dateline"), "app.about");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (program));
  return G_MENU_MODEL (menu);
}

/* What opens from a button is built when it is opened first. */
static void
create_menu_cb (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  menu = new_main_menu (data);
  gtk_menu_button_set_menu_model (button, menu);
  dl_compat_name_menu (gtk_menu_button_get_popover (button));
  dl_window_lead_back (data, GTK_WIDGET (gtk_menu_button_get_popover (button)));
}

static void
create_export_cb (GtkMenuButton *button, gpointer data)
{
  DlWindow *self = data;

  if (self->export_popover != NULL)
    return;
  self->export_popover = dl_export_popover_new (self->view);
  g_signal_connect (self->export_popover, "save", G_CALLBACK (save_requested_cb), self);
  gtk_menu_button_set_popover (button, self->export_popover);
  dl_window_lead_back (self, self->export_popover);
}

void
dl_window_build_header (DlWindow *self)
{
  GtkWidget *bar = gtk_header_bar_new ();
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *zoom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_window_set_title (GTK_WINDOW (self), _ ("Dateline"));
  self->title = gtk_label_new (_ ("Dateline"));
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "title");
  self->subtitle = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->subtitle), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->subtitle, "subtitle");
  gtk_widget_set_visible (self->subtitle, FALSE);
  gtk_widget_set_valign (titles, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (titles), self->title);
  gtk_box_append (GTK_BOX (titles), self->subtitle);
  gtk_header_bar_set_title_widget (GTK_HEADER_BAR (bar), titles);

  gtk_header_bar_pack_start (GTK_HEADER_BAR (bar), new_button (NULL, _ ("_Open"), "win.open", _ ("Open a timeline (Ctrl+O)")));

  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "open-menu-symbolic");
  /* F10 is an accelerator as any other: GTK would keep it for a menu bar, and
   * what it does with a primary menu's button differs from release to release. */
  gtk_window_set_handle_menubar_accel (GTK_WINDOW (self), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), create_menu_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->menu_button, _ ("Main menu (F10)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Main menu"), -1);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (bar), self->menu_button);

  self->export_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->export_button), "document-save-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->export_button), create_export_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->export_button, _ ("Save a picture (Ctrl+E)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->export_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Save a picture"), -1);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (bar), self->export_button);

  gtk_header_bar_pack_end (GTK_HEADER_BAR (bar), new_button (NULL, _ ("_Fit"), "win.fit", _ ("Show everything (Ctrl+0)")));
  gtk_widget_add_css_class (zoom, "linked");
  gtk_box_append (GTK_BOX (zoom), new_button ("zoom-out-symbolic", NULL, "win.zoom-out", _ ("Zoom out")));
  gtk_box_append (GTK_BOX (zoom), new_button ("zoom-in-symbolic", NULL, "win.zoom-in", _ ("Zoom in")));
  gtk_header_bar_pack_end (GTK_HEADER_BAR (bar), zoom);
  gtk_window_set_titlebar (GTK_WINDOW (self), bar);
}
