/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-view-switch.h"

#include <glib/gi18n.h>

#include "compat/dl-compat.h"

struct _DlViewSwitch
{
  GtkWidget  parent_instance;
  GtkWidget *buttons;
  GtkWidget *menu;
};

static const struct
{
  const char *name;
  const char *label;
  const char *tooltip;
} views[] = {
  { "timeline", N_ ("Timeline"), N_ ("Show the timeline (Ctrl+1)") },
  { "list", N_ ("List"), N_ ("Show the list of all events (Ctrl+2)") },
  { "quotes", N_ ("Quotes"), N_ ("Show the quotes (Ctrl+3)") },
};

G_DEFINE_FINAL_TYPE (DlViewSwitch, dl_view_switch, GTK_TYPE_WIDGET)

static void
measure_part (GtkWidget *part, GtkOrientation orientation, int *minimum, int *natural)
{
  gtk_widget_measure (part, orientation, -1, minimum, natural, NULL, NULL);
}

/* As wide as the buttons, if need be as narrow as the menu; as high as either. */
static void
dl_view_switch_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  DlViewSwitch *self = DL_VIEW_SWITCH (widget);
  int           menu_minimum, menu_natural;

  measure_part (self->buttons, orientation, minimum, natural);
  measure_part (self->menu, orientation, &menu_minimum, &menu_natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (menu_minimum, *minimum);
  else
    *minimum = MAX (menu_minimum, *minimum);
  *natural = MAX (menu_natural, *natural);
}

static void
dl_view_switch_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DlViewSwitch *self = DL_VIEW_SWITCH (widget);
  int           minimum, natural;
  gboolean      wide;

  measure_part (self->buttons, GTK_ORIENTATION_HORIZONTAL, &minimum, &natural);
  wide = width >= minimum;
  gtk_widget_set_child_visible (self->buttons, wide);
  gtk_widget_set_child_visible (self->menu, !wide);
  gtk_widget_size_allocate (wide ? self->buttons : self->menu, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
dl_view_switch_dispose (GObject *object)
{
  DlViewSwitch *self = DL_VIEW_SWITCH (object);

  g_clear_pointer (&self->buttons, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (dl_view_switch_parent_class)->dispose (object);
}

static void
dl_view_switch_class_init (DlViewSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_view_switch_dispose;
  widget_class->measure = dl_view_switch_measure;
  widget_class->size_allocate = dl_view_switch_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "viewswitch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
build_buttons (DlViewSwitch *self)
{
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->buttons, "linked");
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (views[i].label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-view");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", views[i].name);
      gtk_widget_set_focus_on_click (button, FALSE);
      gtk_widget_set_tooltip_text (button, _ (views[i].tooltip));
      gtk_box_append (GTK_BOX (self->buttons), button);
    }
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
}

static void
create_menu_cb (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenu) menu = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;
  menu = g_menu_new ();
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (views[i].label), NULL);

      g_menu_item_set_action_and_target (item, "win.show-view", "s", views[i].name);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  dl_compat_name_menu (gtk_menu_button_get_popover (button));
}

static void
dl_view_switch_init (DlViewSwitch *self)
{
  build_buttons (self);
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-list-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->menu), FALSE);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->menu, _ ("Timeline, list or quotes"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Timeline, list or quotes"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu), create_menu_cb, self, NULL);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("View"), -1);
}
