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
new_go_menu (void)
{
  GMenu            *menu = g_menu_new ();
  g_autoptr (GMenu) views = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) bookmarks = g_menu_new ();

  g_menu_append (views, C_ ("view", "_Back"), "win.go-back");
  g_menu_append (views, C_ ("view", "_Forward"), "win.go-forward");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (views));
  g_menu_append (places, _ ("_Show Everything"), "win.fit");
  g_menu_append (places, _ ("Back to _Where It Began"), "win.home");
  g_menu_append (places, _ ("_Go to As-of Date or Today"), "win.now");
  g_menu_append (places, _ ("Go to _Date…"), "win.go-to-date");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  g_menu_append (bookmarks, _ ("Book_mark This View"), "win.bookmark");
  g_menu_append (bookmarks, _ ("Bookmar_ks…"), "win.bookmarks");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (bookmarks));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_filter_menu (void)
{
  GMenu *menu = g_menu_new ();

  /* Translators: a toggle: shows the pane that has them. */
  g_menu_append (menu, _ ("Sho_w Filters"), "win.show-filters");
  /* Translators: a toggle: the events that a filter does not let through are left out
   * of the timeline, not only drawn paler. */
  g_menu_append (menu, _ ("Hide What Is Filtered O_ut"), "win.filter-hides");
  g_menu_append (menu, _ ("Clear t_he Filter"), "win.clear-filter");
  return G_MENU_MODEL (menu);
}

/* What is set once and holds for all windows. */
static GMenuModel *
new_preferences_menu (void)
{
  GMenu            *menu = g_menu_new ();
  g_autoptr (GMenu) plain = g_menu_new ();
  g_autoptr (GMenu) text = g_menu_new ();
  g_autoptr (GMenu) colors = g_menu_new ();
  g_autoptr (GMenu) reread = g_menu_new ();

  g_menu_append (plain, _ ("_Wheel Zooms"), "app.wheel-zooms");
  g_menu_append (plain, _ ("Restore Windows at S_tart"), "app.restore-at-start");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plain));
  g_menu_append (colors, _ ("As on the _Desktop"), "app.color-scheme::default");
  g_menu_append (colors, _ ("L_ight"), "app.color-scheme::light");
  g_menu_append (colors, _ ("Da_rk"), "app.color-scheme::dark");
  /* Translators: over choices of a menu, as the next ones. */
  g_menu_append_section (menu, _ ("Colours"), G_MENU_MODEL (colors));
  g_menu_append (text, _ ("_Larger"), "app.text-larger");
  g_menu_append (text, _ ("_Smaller"), "app.text-smaller");
  g_menu_append (text, _ ("_Normal Size"), "app.text-usual");
  g_menu_append_section (menu, _ ("Text Size"), G_MENU_MODEL (text));
  g_menu_append (reread, _ ("Read It Again at _Once"), "app.reread::at-once");
  g_menu_append (reread, _ ("_Ask"), "app.reread::ask");
  g_menu_append (reread, _ ("Do Not_hing"), "app.reread::never");
  /* Translators: what to do when another program saves the open file. */
  g_menu_append_section (menu, _ ("When Saved by Others"), G_MENU_MODEL (reread));
  return G_MENU_MODEL (menu);
}

/* In no menu has a letter two lines, the name over a submenu included. It is to have room on a small screen,
 * so that much of it is in submenus. */
static GMenuModel *
new_main_menu (DlWindow *self)
{
  GMenu                 *menu = g_menu_new ();
  g_autoptr (GMenu)      files = g_menu_new ();
  g_autoptr (GMenu)      find = g_menu_new ();
  g_autoptr (GMenu)      view = g_menu_new ();
  g_autoptr (GMenu)      program = g_menu_new ();
  g_autoptr (GMenuModel) go = new_go_menu ();
  g_autoptr (GMenuModel) lanes = dl_window_new_lanes_menu (self);
  g_autoptr (GMenuModel) more = dl_window_new_files_menu (self);
  g_autoptr (GMenuModel) present = dl_window_new_present_menu ();
  g_autoptr (GMenuModel) filter = new_filter_menu ();
  g_autoptr (GMenuModel) preferences = new_preferences_menu ();

  g_menu_append (files, _ ("_New Window"), "app.new-window");
  g_menu_append (files, _ ("_Open…"), "win.open");
  /* Translators: a submenu: add a file, paste, save, read again, which of several are shown. */
  g_menu_append_submenu (files, _ ("_More with Files"), more);
  g_menu_append (files, _ ("Pro_blems in the File…"), "win.problems");
  g_menu_append (files, _ ("_Save Picture…"), "win.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append (find, _ ("S_earch…"), "win.search");
  /* Translators: a submenu: show the filters, hide what is filtered out, clear the filter. */
  g_menu_append_submenu (find, _ ("F_ilter"), filter);
  /* Translators: a submenu: back, forward, to a date, to a bookmark. */
  g_menu_append_submenu (find, _ ("_Go"), go);
  g_menu_append_submenu (find, _ ("_Present"), present);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (find));
  g_menu_append (view, _ ("_Details"), "win.show-details");
  g_menu_append (view, _ ("O_verview"), "win.show-overview");
  g_menu_append (view, _ ("_Fold Empty Time"), "win.fold-empty-time");
  g_menu_append_submenu (view, _ ("_Lanes"), lanes);
  g_menu_append_submenu (view, _ ("Time _Zone"), G_MENU_MODEL (self->zones));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  /* Translators: a submenu: colours, size of text, and what else is set once. */
  g_menu_append_submenu (program, _ ("Preferen_ces"), preferences);
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
