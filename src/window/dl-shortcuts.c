/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-shortcuts.h"

#include <glib/gi18n.h>

#include "widgets/dl-keys.h"

/* GTK has words for few keys; the rest go by the names of constants: Page_Up. */
static void
name_keys (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "keycap"))
    {
      g_autofree char *name = g_strdelimit (g_strdup (gtk_label_get_text (GTK_LABEL (widget))), "_", ' ');

      gtk_label_set_text (GTK_LABEL (widget), name);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_keys (child);
}

/* Through a builder: in GTK 4.8 there is no other way to fill one. */
GtkWidget *
dl_shortcuts_window_new (void)
{
  g_autoptr (GtkBuilder) builder = NULL;
  g_autoptr (GString)    ui =
    g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\"><property "
                  "name=\"modal\">1</property><child><object class=\"GtkShortcutsSection\"><property "
                  "name=\"section-name\">all</property><property name=\"max-height\">12</property>");
  guint         n;
  const DlKeys *table = dl_keys_get (&n);
  GtkWidget    *window;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = NULL;
      g_autofree char *keys = g_markup_escape_text (table[i].keys, -1);

      if (table[i].title == NULL)
        continue;
      title = g_markup_escape_text (_ (table[i].title), -1);
      if (table[i].group != NULL)
        {
          g_autofree char *group = g_markup_escape_text (_ (table[i].group), -1);

          g_string_append_printf (ui,
                                  "%s<child><object class=\"GtkShortcutsGroup\"><property name=\"title\">%s</property>",
                                  i > 0 ? "</object></child>" : "", group);
        }
      g_string_append_printf (
        ui,
        "<child><object class=\"GtkShortcutsShortcut\"><property name=\"accelerator\">%s</property><property "
        "name=\"title\">%s</property></object></child>",
        keys, title);
    }
  g_string_append (ui, "</object></child></object></child></object></interface>");
  builder = gtk_builder_new_from_string (ui->str, (gssize) ui->len);
  window = GTK_WIDGET (gtk_builder_get_object (builder, "window"));
  g_object_ref (window);
  name_keys (window);
  return window;
}
