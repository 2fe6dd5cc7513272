/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/dl-compat.h"

void
dl_compat_name_buttons (GtkWidget *widget)
{
  /* GTK 4.8 names them by the text with its underscore, and then by the label
   * inside once more. */
  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)) &&
      gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    dl_compat_name_buttons (child);
}

#if GTK_CHECK_VERSION(4, 10, 0)

/* Before they could not be asked for, nor were there any. */
static void
hide_links_cb (GtkAccessible *label)
{
  GtkAccessible *link = gtk_accessible_get_first_accessible_child (label);

  while (link != NULL)
    {
      GtkAccessible *next = gtk_accessible_get_next_accessible_sibling (link);

      gtk_accessible_update_state (link, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      g_object_unref (link);
      link = next;
    }
}

#endif

void
dl_compat_hide_links (GtkWidget *label)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  /* A link that is told of before its label is in a window is made twice, which GTK 4.24
   * complains of. */
  if (gtk_widget_get_mapped (label))
    hide_links_cb (GTK_ACCESSIBLE (label));
  else
    g_signal_connect (label, "map", G_CALLBACK (hide_links_cb), NULL);
#endif
}

gboolean
dl_compat_announce (GtkWidget *widget, const char *text)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  /* Drop the other branch when the minimum is ≥ 4.14. */
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return TRUE;
#else
  return FALSE;
#endif
}

void
dl_compat_get_color (GtkWidget *widget, GdkRGBA *color)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  /* Drop the other branch when the minimum is ≥ 4.10. */
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

void
dl_compat_add_css_resource (GdkDisplay *display, const char *path)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
