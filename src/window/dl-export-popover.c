/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-export-popover.h"

#include <glib/gi18n.h>

#include "compat/dl-compat.h"

/* The second choice of what to draw. */
#define EVERYTHING 1

/* Of a picture, in pixels, however narrow the window is. */
#define MIN_WIDTH 600

struct _DlExportPopover
{
  GtkPopover parent_instance;
  DlView    *view;
  GtkWidget *what;
  GtkWidget *format;
  GtkWidget *theme;
  GtkWidget *scale;
};

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint       save_signal;

G_DEFINE_FINAL_TYPE (DlExportPopover, dl_export_popover, GTK_TYPE_POPOVER)

static void
format_changed_cb (DlExportPopover *self)
{
  /* Only a picture of pixels can be more or less sharp. */
  gtk_widget_set_sensitive (self->scale, dl_export_popover_get_format (self) == DL_EXPORT_PNG);
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
dl_export_popover_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    g_value_set_object (value, DL_EXPORT_POPOVER (object)->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_export_popover_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    DL_EXPORT_POPOVER (object)->view = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_export_popover_dispose (GObject *object)
{
  g_clear_object (&DL_EXPORT_POPOVER (object)->view);

  G_OBJECT_CLASS (dl_export_popover_parent_class)->dispose (object);
}

static void
dl_export_popover_class_init (DlExportPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dl_export_popover_get_property;
  object_class->set_property = dl_export_popover_set_property;
  object_class->dispose = dl_export_popover_dispose;

  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, DL_TYPE_VIEW, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  save_signal = g_signal_new ("save", DL_TYPE_EXPORT_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dl_export_popover_init (DlExportPopover *self)
{
  GtkWidget        *grid = gtk_grid_new ();
  GtkWidget        *button = dl_compat_button_new (_ ("_Save Picture…"));
  const char *const what[] = { _ ("What is seen now"), _ ("Everything"), NULL };
  const char *const formats[] = { _ ("PNG, for screens"), _ ("SVG, to edit"), _ ("PDF, to print"), NULL };
  const char *const themes[] = { _ ("As in the window"), _ ("Light"), _ ("Dark"), _ ("Print"), NULL };
  const char *const scales[] = { "1×", "2×", "4×", NULL };

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  self->what = add_choice (GTK_GRID (grid), 0, _ ("_Time"), what);
  self->format = add_choice (GTK_GRID (grid), 1, _ ("_Format"), formats);
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
dl_export_popover_new (DlView *view)
{
  g_return_val_if_fail (DL_IS_VIEW (view), NULL);
  return g_object_new (DL_TYPE_EXPORT_POPOVER, "view", view, NULL);
}

static guint
get_choice (GtkWidget *drop_down)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));
}

DlExportFormat
dl_export_popover_get_format (DlExportPopover *self)
{
  static const DlExportFormat formats[] = { DL_EXPORT_PNG, DL_EXPORT_SVG, DL_EXPORT_PDF };

  g_return_val_if_fail (DL_IS_EXPORT_POPOVER (self), DL_EXPORT_PNG);
  return formats[get_choice (self->format) % G_N_ELEMENTS (formats)];
}

void
dl_export_popover_init_options (DlExportPopover *self, DlThemeKind current, DlExportOptions *options)
{
  static const double scales[] = { 1, 2, 4 };
  const DlThemeKind   themes[] = { current, DL_THEME_LIGHT, DL_THEME_DARK, DL_THEME_PRINT };
  DlSession          *session;

  g_return_if_fail (DL_IS_EXPORT_POPOVER (self));
  session = dl_view_get_session (self->view);
  dl_export_options_init (options, dl_view_get_timeline (self->view), NULL);
  dl_lane_options_copy (dl_session_get_lane_options (session), &options->arrange.lanes);
  options->width = MAX ((int) dl_view_get_width (self->view), MIN_WIDTH);
  options->arrange.fold = dl_view_get_fold (self->view);
  options->arrange.opened = *dl_view_get_opened (self->view);
  options->theme = themes[get_choice (self->theme) % G_N_ELEMENTS (themes)];
  options->scale = scales[get_choice (self->scale) % G_N_ELEMENTS (scales)];
  if (get_choice (self->what) == EVERYTHING)
    dl_export_options_show_all (options);
  else
    {
      /* As it is seen. */
      dl_view_get_range (self->view, &options->from, &options->to);
      options->selected = dl_session_get_selected_position (session);
    }
}
