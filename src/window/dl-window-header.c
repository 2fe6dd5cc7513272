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

static GMenuModel *
new_main_menu (DlWindow *self)
{
  GMenu                 *menu = g_menu_new ();
  g_autoptr (GMenu)      files = g_menu_new ();
  g_autoptr (GMenu)      view = g_menu_new ();
  g_autoptr (GMenu)      colors = g_menu_new ();
  g_autoptr (GMenu)      text = g_menu_new ();
  g_autoptr (GMenu)      program = g_menu_new ();
  g_autoptr (GMenuModel) lanes = dl_window_new_lanes_menu ();
  g_autoptr (GMenuModel) present = dl_window_new_present_menu ();

  g_menu_append (files, _ ("_New Window"), "app.new-window");
  g_menu_append (files, _ ("_Open…"), "win.open");
  g_menu_append (files, _ ("_Read Again"), "win.reload");
  g_menu_append (files, _ ("Pro_blems in the File…"), "win.problems");
  g_menu_append (files, _ ("_Save Picture…"), "win.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append (colors, _ ("As on the _Desktop"), "app.color-scheme::default");
  g_menu_append (colors, _ ("_Light"), "app.color-scheme::light");
  g_menu_append (colors, _ ("_Dark"), "app.color-scheme::dark");
  g_menu_append (text, _ ("_Larger"), "app.text-larger");
  g_menu_append (text, _ ("_Smaller"), "app.text-smaller");
  g_menu_append (text, _ ("_Usual Size"), "app.text-usual");
  g_menu_append (view, C_ ("view", "Bac_k"), "win.go-back");
  g_menu_append (view, C_ ("view", "For_ward"), "win.go-forward");
  g_menu_append (view, _ ("Book_mark This View"), "win.bookmark");
  g_menu_append (view, _ ("Book_marks…"), "win.bookmarks");
  g_menu_append (view, _ ("_Show Everything"), "win.fit");
  g_menu_append (view, _ ("_Back to Where It Began"), "win.home");
  g_menu_append (view, _ ("_Go to As-of Date or Today"), "win.now");
  g_menu_append (view, _ ("Go to _Date…"), "win.go-to-date");
  g_menu_append (view, _ ("S_earch…"), "win.search");
  g_menu_append (view, _ ("_Details"), "win.show-details");
  g_menu_append (view, _ ("F_ilters"), "win.show-filters");
  /* Translators: a toggle: the events that a filter does not let through are left out
   * of the timeline, not only drawn paler. */
  g_menu_append (view, _ ("_Hide What Is Filtered Out"), "win.filter-hides");
  g_menu_append (view, _ ("Cl_ear the Filter"), "win.clear-filter");
  g_menu_append (view, _ ("O_verview"), "win.show-overview");
  g_menu_append (view, _ ("_Fold Empty Time"), "win.fold-empty-time");
  g_menu_append (view, _ ("_Wheel Zooms"), "app.wheel-zooms");
  g_menu_append_submenu (view, _ ("Te_xt Size"), G_MENU_MODEL (text));
  g_menu_append_submenu (view, _ ("_Lanes"), lanes);
  g_menu_append_submenu (view, _ ("_Colours"), G_MENU_MODEL (colors));
  g_menu_append_submenu (view, _ ("Time _Zone"), G_MENU_MODEL (self->zones));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  g_menu_append_submenu (view, _ ("_Present"), present);
  g_menu_append (program, _ ("Restore Windows at S_tart"), "app.restore-at-start");
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
dl_window_init_header (DlWindow *self)
{
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), create_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->export_button), create_export_cb, self, NULL);
}
