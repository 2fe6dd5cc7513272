/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-export-popover.h"

#include <glib/gi18n.h>

#include "compat/dl-compat.h"

struct _DlExportPopover
{
  GtkPopover parent_instance;
  GtkWidget *what;
  GtkWidget *format;
  GtkWidget *theme;
  GtkWidget *scale;
};

static guint save_signal;

G_DEFINE_FINAL_TYPE (DlExportPopover, dl_export_popover, GTK_TYPE_POPOVER)

static void
format_changed_cb (DlExportPopover *self)
{
  /* Only a picture of pixels can be more or less sharp. */
  gtk_widget_set_sensitive (self->scale, dl_export_popover_get_writer (self)->has_resolution);
}

static void
save_cb (GtkButton *button, DlExportPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, save_signal, 0);
}

static GtkWidget *
add_choice (GtkGrid *grid, int row, const char *label, const char *const *choices)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (choices);
  GtkWidget *name = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (name), drop_down);
  gtk_widget_set_hexpand (drop_down, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  gtk_grid_attach (grid, drop_down, 1, row, 1, 1);
  return drop_down;
}

static void
dl_export_popover_class_init (DlExportPopoverClass *klass)
{
  save_signal = g_signal_new ("save", DL_TYPE_EXPORT_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dl_export_popover_init (DlExportPopover *self)
{
  GtkWidget            *grid = gtk_grid_new ();
  GtkWidget            *button = dl_compat_button_new (_ ("_Save Picture…"));
  guint                 n_writers;
  const DlWriter       *writers = dl_writer_get_all (&n_writers);
  g_autoptr (GPtrArray) formats = g_ptr_array_new ();
  const char *const     what[] = { _ ("What is seen now"), _ ("Everything"), NULL };
  const char *const     themes[] = { _ ("As in the window"), _ ("Light"), _ ("Dark"), _ ("Print"), NULL };
  const char *const     scales[] = { "1×", "2×", "4×", NULL };

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  self->what = add_choice (GTK_GRID (grid), 0, _ ("_Time"), what);
  for (guint i = 0; i < n_writers; i++)
    g_ptr_array_add (formats, _ (writers[i].choice));
  g_ptr_array_add (formats, NULL);
  self->format = add_choice (GTK_GRID (grid), 1, _ ("_Format"), (const char *const *) formats->pdata);
  self->theme = add_choice (GTK_GRID (grid), 2, _ ("_Colours"), themes);
  self->scale = add_choice (GTK_GRID (grid), 3, _ ("_Resolution"), scales);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->scale), 1);
  g_signal_connect_swapped (self->format, "notify::selected", G_CALLBACK (format_changed_cb), self);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_margin_top (button, 6);
  g_signal_connect (button, "clicked", G_CALLBACK (save_cb), self);
  gtk_grid_attach (GTK_GRID (grid), button, 0, 4, 2, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "export");
  gtk_popover_set_child (GTK_POPOVER (self), grid);
  gtk_popover_set_default_widget (GTK_POPOVER (self), button);
}

GtkWidget *
dl_export_popover_new (void)
{
  return g_object_new (DL_TYPE_EXPORT_POPOVER, NULL);
}

gboolean
dl_export_popover_get_everything (DlExportPopover *self)
{
  g_return_val_if_fail (DL_IS_EXPORT_POPOVER (self), FALSE);
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->what)) == 1;
}

const DlWriter *
dl_export_popover_get_writer (DlExportPopover *self)
{
  guint           n;
  const DlWriter *writers = dl_writer_get_all (&n);

  g_return_val_if_fail (DL_IS_EXPORT_POPOVER (self), writers);
  return &writers[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->format)) % n];
}

double
dl_export_popover_get_scale (DlExportPopover *self)
{
  static const double scales[] = { 1, 2, 4 };

  g_return_val_if_fail (DL_IS_EXPORT_POPOVER (self), 1);
  return scales[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->scale)) % G_N_ELEMENTS (scales)];
}

DlThemeKind
dl_export_popover_get_theme (DlExportPopover *self, DlThemeKind current)
{
  const DlThemeKind themes[] = { current, DL_THEME_LIGHT, DL_THEME_DARK, DL_THEME_PRINT };

  g_return_val_if_fail (DL_IS_EXPORT_POPOVER (self), current);
  return themes[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->theme)) % G_N_ELEMENTS (themes)];
}
