/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-choice-name.h"

#include <glib/gi18n.h>

#define LABEL_KEY "dl-label"

/* Without the underscore of a mnemonic. */
static char *
strip_mnemonic (const char *label)
{
  GString *text = g_string_new (label);

  g_string_replace (text, "_", "", 0);
  return g_string_free (text, FALSE);
}

static void
selected_changed_cb (GtkDropDown *drop_down)
{
  GtkWidget       *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  GObject         *item = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *name = NULL;

  if (!GTK_IS_BUTTON (button) || !GTK_IS_STRING_OBJECT (item))
    return;
  /* Translators: a choice as a screen reader says it: what is chosen among, what is
   * chosen: "Format: PNG". */
  name = g_strdup_printf (C_ ("accessible choice", "%s: %s"),
                          (const char *) g_object_get_data (G_OBJECT (drop_down), LABEL_KEY),
                          gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* In newer GTK the button goes by the name of the whole, which goes by its label. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
dl_choice_name (GtkWidget *drop_down, const char *label)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (label != NULL);
  g_object_set_data_full (G_OBJECT (drop_down), LABEL_KEY, strip_mnemonic (label), g_free);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (selected_changed_cb), NULL);
  selected_changed_cb (GTK_DROP_DOWN (drop_down));
}
