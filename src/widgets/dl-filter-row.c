/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-filter-row.h"

#include <glib/gi18n.h>

#include "widgets/dl-histogram.h"
#include "widgets/dl-hue-dot.h"

/* So many figures of a number stand in line with those of the other rows. */
#define FIGURES 4

/* A long name is told in so many lines, and whole in a tooltip. */
#define LINES 2

struct _DlFilterRow
{
  GtkWidget      parent_instance;
  DlFilterField  field;
  char          *key;
  DlFilterChoice choice;
  gboolean       updating; /* it shows what holds: nobody has chosen that */
  GtkWidget     *check;
  GtkWidget     *dot; /* NULL but for topics */
  GtkWidget     *name;
  GtkWidget     *histogram;
  GtkWidget     *count;
  GtkWidget     *exclude;
};

static guint choose_signal;

G_DEFINE_FINAL_TYPE (DlFilterRow, dl_filter_row, GTK_TYPE_WIDGET)

static void
choose (DlFilterRow *self, DlFilterChoice choice)
{
  g_signal_emit (self, choose_signal, 0, choice);
}

static void
show_choice (DlFilterRow *self)
{
  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), self->choice == DL_FILTER_WITH);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->check), self->choice == DL_FILTER_NOT);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->exclude), self->choice == DL_FILTER_NOT);
  self->updating = FALSE;
  if (self->choice == DL_FILTER_NOT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "excluded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "excluded");
}

/* Whatever its button did by itself: first the one who keeps the filter is asked. */
static void
toggle (DlFilterRow *self, DlFilterChoice choice)
{
  DlFilterChoice wanted = self->choice == DL_FILTER_ANY ? choice : DL_FILTER_ANY;

  if (self->choice == DL_FILTER_WITH && choice == DL_FILTER_NOT)
    wanted = DL_FILTER_NOT;
  show_choice (self);
  choose (self, wanted);
}

static void
checked_cb (DlFilterRow *self)
{
  if (!self->updating)
    toggle (self, DL_FILTER_WITH);
}

static void
excluded_cb (DlFilterRow *self)
{
  if (!self->updating)
    toggle (self, DL_FILTER_NOT);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, DlFilterRow *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if ((state & GDK_SHIFT_MASK) == 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  toggle (self, DL_FILTER_NOT);
}

/* In a row Left and Right go between its two parts, and not out of it. */
static void
step (DlFilterRow *self, gboolean right)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_widget_grab_focus (right != rtl ? self->exclude : self->check);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DlFilterRow *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      toggle (self, DL_FILTER_NOT);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step (self, FALSE);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step (self, TRUE);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
dl_filter_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DL_FILTER_ROW (widget)->check);
}

static void
dl_filter_row_dispose (GObject *object)
{
  DlFilterRow *self = DL_FILTER_ROW (object);

  g_clear_pointer (&self->check, gtk_widget_unparent);
  g_clear_pointer (&self->exclude, gtk_widget_unparent);

  G_OBJECT_CLASS (dl_filter_row_parent_class)->dispose (object);
}

static void
dl_filter_row_finalize (GObject *object)
{
  g_free (DL_FILTER_ROW (object)->key);

  G_OBJECT_CLASS (dl_filter_row_parent_class)->finalize (object);
}

static void
dl_filter_row_class_init (DlFilterRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dl_filter_row_dispose;
  object_class->finalize = dl_filter_row_finalize;
  widget_class->grab_focus = dl_filter_row_grab_focus;
  choose_signal =
    g_signal_new ("choose", DL_TYPE_FILTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filtervalue");
}

static void
dl_filter_row_init (DlFilterRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_wrap (GTK_LABEL (self->name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (self->name), LINES);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_add_css_class (self->name, "name");
  self->histogram = dl_histogram_new ();
  gtk_widget_set_valign (self->histogram, GTK_ALIGN_CENTER);
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 1);
  gtk_label_set_width_chars (GTK_LABEL (self->count), FIGURES);
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_add_css_class (self->count, "count");
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->histogram);
  gtk_box_append (GTK_BOX (box), self->count);
  /* The button's own name tells all of it. */
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  self->check = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->check), box);
  gtk_widget_set_hexpand (self->check, TRUE);
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (checked_cb), self);

  self->exclude = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->exclude), "list-remove-symbolic");
  gtk_widget_add_css_class (self->exclude, "flat");
  gtk_widget_add_css_class (self->exclude, "exclude");
  gtk_widget_set_valign (self->exclude, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->exclude, _ ("Exclude (Delete)"));
  gtk_widget_set_parent (self->exclude, GTK_WIDGET (self));
  g_signal_connect_swapped (self->exclude, "toggled", G_CALLBACK (excluded_cb), self);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
dl_filter_row_new (DlFilterField field)
{
  DlFilterRow *self = g_object_new (DL_TYPE_FILTER_ROW, NULL);

  self->field = field;
  if (field == DL_FILTER_TOPIC)
    {
      self->dot = dl_hue_dot_new ();
      gtk_widget_set_valign (self->dot, GTK_ALIGN_CENTER);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->dot), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_box_prepend (GTK_BOX (gtk_widget_get_parent (self->name)), self->dot);
    }
  return GTK_WIDGET (self);
}

/* All of it in words. */
static void
update_names (DlFilterRow *self, const DlFacetValue *value)
{
  g_autofree char *numbered =
    /* Translators: a value of a filter, and how many events have it: "Parliament, 131 events". */
    g_strdup_printf (ngettext ("%s, %'u event", "%s, %'u events", value->n), value->name, value->n);
  /* Translators: a value of a filter with its number of events, that is excluded:
   * "Parliament, 131 events, excluded". */
  g_autofree char *told =
    self->choice == DL_FILTER_NOT ? g_strdup_printf (_ ("%s, excluded"), numbered) : g_strdup (numbered);
  /* Translators: a button that excludes a value, such as a topic, from what is shown. */
  g_autofree char *exclude = g_strdup_printf (_ ("Exclude %s"), value->name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->exclude), GTK_ACCESSIBLE_PROPERTY_LABEL, exclude, -1);
  gtk_widget_set_tooltip_text (self->name, value->name);
}

void
dl_filter_row_set_value (DlFilterRow *self, const DlFacetValue *value, DlFilterChoice choice, guint hue)
{
  g_autofree char *count = NULL;

  g_return_if_fail (DL_IS_FILTER_ROW (self));
  g_return_if_fail (value != NULL);
  if (g_strcmp0 (self->key, value->key) != 0)
    {
      g_free (self->key);
      self->key = g_strdup (value->key);
    }
  self->choice = choice;
  if (self->dot != NULL)
    {
      /* Who has no topic is in no topic's colour. */
      gtk_widget_set_opacity (self->dot, hue == DL_NONE ? 0 : 1);
      if (hue != DL_NONE)
        dl_hue_dot_set_hue (DL_HUE_DOT (self->dot), hue);
    }
  count = g_strdup_printf ("%'u", value->n);
  gtk_label_set_text (GTK_LABEL (self->name), value->name);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  dl_histogram_set_bins (DL_HISTOGRAM (self->histogram), value->bins, DL_N_FACET_BINS);
  if (value->n == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "empty");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "empty");
  update_names (self, value);
  show_choice (self);
}

const char *
dl_filter_row_get_key (DlFilterRow *self)
{
  g_return_val_if_fail (DL_IS_FILTER_ROW (self), NULL);
  return self->key;
}
