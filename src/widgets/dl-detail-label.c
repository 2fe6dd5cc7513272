/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-detail-label.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-isolate.h"
#include "compat/dl-compat.h"

static GtkWidget *
add (GtkWidget *box, GtkAccessibleRole role, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

GtkWidget *
dl_detail_add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label;

  g_return_val_if_fail (GTK_IS_BOX (box), NULL);
  label = add (box, GTK_ACCESSIBLE_ROLE_LABEL, text, css_class);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

/* As attributes of the label's own: into those of its markup GTK works what else the
 * label is given, from where it can not be taken again. */
static void
set_plain_markup (GtkLabel *label, const char *markup)
{
  PangoAttrList   *attributes = NULL;
  g_autofree char *text = NULL;

  if (!pango_parse_markup (markup, -1, 0, &attributes, &text, NULL, NULL))
    g_return_if_reached ();
  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

GtkWidget *
dl_detail_add_markup (GtkWidget *box, const char *markup, const char *css_class, GCallback activate_link, gpointer data)
{
  gboolean   link = strstr (markup, "<a ") != NULL;
  GtkWidget *label;

  g_return_val_if_fail (GTK_IS_BOX (box), NULL);
  label = add (box, link ? GTK_ACCESSIBLE_ROLE_LINK : GTK_ACCESSIBLE_ROLE_LABEL, NULL, css_class);
  /* Of links only markup knows; with these GTK makes its attributes anew. */
  if (link)
    gtk_label_set_markup (GTK_LABEL (label), markup);
  else
    set_plain_markup (GTK_LABEL (label), markup);
  /* Tab selects all of a selectable text instead of coming to its link. */
  gtk_label_set_selectable (GTK_LABEL (label), !link);
  if (link)
    dl_compat_hide_links (label);
  g_signal_connect (label, "activate-link", activate_link, data);
  return label;
}

GtkWidget *
dl_detail_add_heading (GtkWidget *box, const char *text, int level, const char *css_class)
{
  GtkWidget *label;

  g_return_val_if_fail (GTK_IS_BOX (box), NULL);
  label = add (box, GTK_ACCESSIBLE_ROLE_HEADING, text, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  /* Who reads from piece to piece comes to it too. */
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

GtkWidget *
dl_detail_new_quote (const char *speaker)
{
  GtkWidget       *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "orientation",
                                       GTK_ORIENTATION_VERTICAL, "spacing", 4, NULL);
  g_autofree char *isolated = speaker == NULL ? NULL : dl_isolate (speaker);
  g_autofree char *name = isolated == NULL
                            ? g_strdup (C_ ("accessible quote", "Quote"))
                            /* Translators: a quote as a screen reader announces it: whose words follow. */
                            : g_strdup_printf (C_ ("accessible quote", "Quote: %s"), isolated);

  gtk_widget_add_css_class (box, "quote");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return box;
}

GtkWidget *
dl_detail_new_left_out (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *button = gtk_button_new_with_label (_ ("Clear the Filter"));

  gtk_widget_add_css_class (box, "left-out");
  dl_detail_add_label (box, _ ("This event does not match the filter."), "dim-label");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "more");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.clear-filter");
  gtk_box_append (GTK_BOX (box), button);
  return box;
}
