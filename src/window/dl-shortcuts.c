/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-shortcuts.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *group;  /* NULL: the same as before */
  const char *action; /* NULL: the timeline itself listens */
  const char *keys;   /* as GtkShortcutsShortcut takes them */
  const char *title;
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_ ("Timeline"), NULL, "Left Right", N_ ("Previous and next event") },
  { NULL, NULL, "Up Down", N_ ("Event in the lane above and below") },
  { NULL, NULL, "<Control>Up <Control>Down", N_ ("Collapse and expand the event’s lane; again: all its rows") },
  { NULL, NULL, "<Alt>Up <Alt>Down", N_ ("Move the event’s lane up and down") },
  { NULL, NULL, "Home End", N_ ("First and last event") },
  { NULL, NULL, "Return", N_ ("Read about the event; again: centre it; again: fit it") },
  { NULL, NULL, "Page_Up Page_Down", N_ ("Earlier and later") },
  { NULL, NULL, "<Shift>Left <Shift>Right", N_ ("Measure from the event to the previous and next one") },
  { NULL, NULL, "Menu <Shift>F10", N_ ("What can be done with the event") },
  { N_ ("View"), "win.zoom-in", "<Control>plus <Control>equal <Control>KP_Add", N_ ("Zoom in") },
  { NULL, "win.zoom-out", "<Control>minus <Control>KP_Subtract", N_ ("Zoom out") },
  { NULL, "win.fit", "<Control>0 <Control>KP_0", N_ ("Show everything") },
  { NULL, "win.home", "<Alt>Home", N_ ("Back to where it began") },
  { NULL, "win.now", "<Control>t", N_ ("Go to the as-of date, or today") },
  { NULL, "win.go-to-date", "<Control>l", N_ ("Go to a date") },
  { NULL, "win.list-unlabelled", "<Control>u", N_ ("List the events in the window that have no label") },
  { NULL, "win.fold-empty-time", "<Control><Shift>f", N_ ("Fold long empty stretches of time, or show them") },
  { NULL, "win.show-details", "F9", N_ ("Show or hide the details") },
  { NULL, "win.fullscreen", "F11", N_ ("Full screen") },
  { NULL, "win.back", "Escape", N_ ("Undo one step: full screen, measuring, selection, details") },
  { N_ ("Files"), "win.open", "<Control>o", N_ ("Open a timeline") },
  { NULL, "win.reload", "<Control>r F5", N_ ("Read the file again") },
  { NULL, "win.export", "<Control>e", N_ ("Save a picture") },
  { NULL, "win.copy", "<Control><Shift>c", N_ ("Copy the selected event as a citation") },
  { N_ ("Program"), "app.new-window", "<Control>n", N_ ("New window") },
  { NULL, "win.menu", "F10", N_ ("Main menu") },
  { NULL, "win.show-help-overlay", "<Control>question", N_ ("Keyboard shortcuts") },
  { NULL, "window.close", "<Control>w", N_ ("Close the window") },
  { NULL, "app.quit", "<Control>q", N_ ("Quit") },
};

void
dl_shortcuts_apply (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      {
        g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);

        gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char *const *) keys);
      }
}

/* GTK has words for few keys; the rest go by the names of constants: Page_Up. */
static void
name_keys (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "keycap"))
    {
      g_autofree char *name = g_strdelimit (g_strdup (gtk_label_get_text (GTK_LABEL (widget))), "_", ' ');

      gtk_label_set_text (GTK_LABEL (widget), name);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_keys (child);
}

/* Through a builder: in GTK 4.8 there is no other way to fill one. */
GtkWidget *
dl_shortcuts_window_new (void)
{
  g_autoptr (GtkBuilder) builder = NULL;
  g_autoptr (GString)    ui = g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\"><property name=\"modal\">1</property><child><object class=\"GtkShortcutsSection\"><property name=\"section-name\">all</property><property name=\"max-height\">12</property>");
  GtkWidget             *window;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_autofree char *title = g_markup_escape_text (_ (shortcuts[i].title), -1);
      g_autofree char *keys = g_markup_escape_text (shortcuts[i].keys, -1);

      if (shortcuts[i].group != NULL)
        {
          g_autofree char *group = g_markup_escape_text (_ (shortcuts[i].group), -1);

          g_string_append_printf (ui, "%s<child><object class=\"GtkShortcutsGroup\"><property name=\"title\">%s</property>", i > 0 ? "</object></child>" : "", group);
        }
      g_string_append_printf (ui, "<child><object class=\"GtkShortcutsShortcut\"><property name=\"accelerator\">%s</property><property name=\"title\">%s</property></object></child>", keys, title);
    }
  g_string_append (ui, "</object></child></object></child></object></interface>");
  builder = gtk_builder_new_from_string (ui->str, (gssize) ui->len);
  window = GTK_WIDGET (gtk_builder_get_object (builder, "window"));
  g_object_ref (window);
  name_keys (window);
  return window;
}
