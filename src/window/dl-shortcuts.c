/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-shortcuts.h"

#include <string.h>

#include <glib/gi18n.h>

#include "widgets/dl-keys.h"

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Of a section the pages, which GTK calls "_1", and what leads to them. */
static void
name_page (GtkAccessible *page, const char *title)
{
  g_autofree char *name = NULL;

  if (title == NULL || title[0] != '_' || !g_ascii_isdigit (title[1]))
    return;
  /* Translators: of several pages of keyboard shortcuts one, with its number. */
  name = g_strdup_printf (_ ("Page %s"), title + 1);
  gtk_accessible_update_property (page, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_pages (GtkStack *stack, GtkWidget *switcher)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (stack);
  GtkWidget                    *tab = switcher == NULL ? NULL : gtk_widget_get_first_child (switcher);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      const char         *title = gtk_stack_page_get_title (GTK_STACK_PAGE (page));

      name_page (GTK_ACCESSIBLE (page), title);
      if (tab == NULL)
        continue;
      name_page (GTK_ACCESSIBLE (tab), title);
      tab = gtk_widget_get_next_sibling (tab);
    }
}

/* What GTK leaves without a name. */
static void
name_parts (GtkWidget *widget, gboolean in_header)
{
  in_header = in_header || GTK_IS_HEADER_BAR (widget);
  if (GTK_IS_STACK_SWITCHER (widget) && gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (widget)) != NULL)
    name_pages (gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (widget)), widget);
  if (GTK_IS_SEARCH_ENTRY (widget) || (in_header && GTK_IS_TOGGLE_BUTTON (widget)))
    name_widget (widget, _ ("Search"));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_parts (child, in_header);
}

/* Of what a key does, in a line. */
#define MOST_LETTERS 30

/* GTK has words for few keys; the rest go by the names of constants: Page_Up. */
static void
name_keys (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "keycap"))
    {
      g_autofree char *name = g_strdelimit (g_strdup (gtk_label_get_text (GTK_LABEL (widget))), "_", ' ');

      gtk_label_set_text (GTK_LABEL (widget), name);
    }
  else if (GTK_IS_LABEL (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_SHORTCUTS_SHORTCUT) != NULL &&
           strlen (gtk_label_get_text (GTK_LABEL (widget))) > 1)
    {
      /* Two columns are to have room on any screen. */
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (widget), MOST_LETTERS);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_keys (child);
}

/* What a column holds, the names of groups included: as much as the longest group. */
#define COLUMN_ROWS 15

/* Through a builder: in GTK 4.8 there is no other way to fill one. It is filled as one long column, and parted once all
 * groups are there: where GTK parts it at each of them, they end up in another order. */
GtkWidget *
dl_shortcuts_window_new (void)
{
  g_autoptr (GtkBuilder) builder = NULL;
  g_autoptr (GString)    ui =
    g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\"><property "
                  "name=\"accessible-role\">dialog</property><property name=\"modal\">1</property><child><object "
                  "class=\"GtkShortcutsSection\" id=\"section\"><property "
                  "name=\"section-name\">all</property><property name=\"max-height\">1000</property>");
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
  g_object_set (gtk_builder_get_object (builder, "section"), "max-height", COLUMN_ROWS, NULL);
  name_keys (window);
  name_parts (window, FALSE);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Keyboard Shortcuts"));
  name_widget (window, _ ("Keyboard Shortcuts"));
  return window;
}
