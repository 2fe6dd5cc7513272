/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-overview-view-private.h"

#include <math.h>

#include <glib/gi18n.h>

#include "time/dl-words.h"
#include "widgets/dl-focus.h"
#include "widgets/dl-look.h"

/* Something is out of sight when it is by more than so many pixels; and it is in sight
 * again when it is so within them. */
#define SLACK_SHOWN 0.5
#define SLACK_HIDDEN 8.0

/* The slider's range. */
#define WHOLE 100.0

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DlOverviewView, dl_overview_view, GTK_TYPE_WIDGET)

/* What is told */

static void slid_cb (DlOverviewView *self);

static void
update_told (DlOverviewView *self)
{
  const DlViewport *viewport = dl_view_get_viewport (self->view);
  g_autofree char  *words = NULL;
  double            left, right;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || dl_overview_view_get (self) == NULL)
    return;
  dl_overview_get_frame (self->overview, viewport, &left, &right);
  g_signal_handlers_block_by_func (self->slider, slid_cb, self);
  gtk_range_set_value (GTK_RANGE (self->slider), WHOLE * (left + right) / 2 / dl_overview_get_width (self->overview));
  g_signal_handlers_unblock_by_func (self->slider, slid_cb, self);
  words = dl_view_dup_range_words (self->view, dl_viewport_from (viewport), dl_viewport_to (viewport),
                                   dl_overview_count (self->overview, viewport));
  if (g_strcmp0 (self->told, words) == 0)
    return;
  g_free (self->told);
  self->told = g_steal_pointer (&words);
  /* GTK 4.8 does not give out a value's words, but it does those of a description. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slider), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, self->told,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->told, -1);
}

/* Assistive technology has set a value. */
static void
slid_cb (DlOverviewView *self)
{
  DlViewport viewport;

  if (dl_overview_view_get (self) == NULL || !dl_view_get_resting_viewport (self->view, &viewport))
    return;
  dl_overview_center_frame (self->overview, &viewport,
                            gtk_range_get_value (GTK_RANGE (self->slider)) / WHOLE *
                              dl_overview_get_width (self->overview));
  dl_view_fly_to_viewport (self->view, &viewport);
}

/* What the bar stands for that the pointer is over. */
static gboolean
dl_overview_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  DlOverviewView      *self = DL_OVERVIEW_VIEW (widget);
  const DlOverviewBin *bins;
  guint                n_bins;

  if (keyboard || self->hold != DL_HOLD_NONE || dl_overview_view_get (self) == NULL)
    return FALSE;
  bins = dl_overview_get_bins (self->overview, &n_bins);
  for (guint i = 0; i < n_bins; i++)
    if (bins[i].n > 0 && x >= bins[i].left && x < bins[i].right)
      {
        g_autofree char *words =
          dl_view_dup_range_words (self->view, dl_overview_instant (self->overview, bins[i].left),
                                   dl_overview_instant (self->overview, bins[i].right), bins[i].n);

        gtk_tooltip_set_text (tooltip, words);
        gtk_tooltip_set_tip_area (tooltip,
                                  &(GdkRectangle){ (int) bins[i].left, 0, (int) (bins[i].right - bins[i].left) + 1,
                                                   gtk_widget_get_height (widget) });
        return TRUE;
      }
  return FALSE;
}

/* From the view */

static void
changed_cb (DlOverviewView *self)
{
  if (self->hold != DL_HOLD_NONE && self->overview != NULL &&
      dl_overview_get_arrangement (self->overview) != dl_view_get_arrangement (self->view))
    dl_overview_view_let_go (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (dl_view_get_at_rest (self->view))
    update_told (self);
}

/* Another filter, or more of what is searched for. */
static void
sets_changed_cb (DlOverviewView *self)
{
  if (dl_view_get_still (self->view) != NULL)
    return;
  dl_overview_view_clear (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
dl_overview_view_is_needed (DlView *view, gboolean shown)
{
  DlArrangement *arrangement;
  DlInstant      today = dl_view_get_today ();
  DlViewport     viewport;

  g_return_val_if_fail (DL_IS_VIEW (view), FALSE);
  arrangement = dl_view_get_arrangement (view);
  if (arrangement == NULL)
    return shown && dl_view_get_still (view) != NULL;
  if (!dl_view_get_resting_viewport (view, &viewport))
    {
      DlInstant from, to;

      /* Before it has a size it is known what is shown first. */
      dl_arrangement_get_home_view (arrangement, &from, &to);
      viewport.folds = dl_arrangement_get_folds (arrangement);
      dl_viewport_set_range (&viewport, from, to, DL_FOLDS_WIDTH);
    }
  else if (!dl_view_get_flying (view) && !dl_view_get_settling (view) && !dl_view_get_at_rest (view))
    return shown;
  return !dl_overview_is_needless (dl_arrangement_get_timeline (arrangement), &viewport, &today,
                                   shown ? SLACK_SHOWN : SLACK_HIDDEN);
}

/* The look */

static void
dl_overview_view_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  DlOverviewView *self = DL_OVERVIEW_VIEW (widget);

  dl_overview_view_ensure_text (self);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : (int) ceil (dl_overview_height (self->measure));
}

static void
dl_overview_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DlOverviewView *self = DL_OVERVIEW_VIEW (widget);
  int             least;

  /* What is never drawn may be of any size, but wants what it asks for. */
  gtk_widget_measure (self->slider, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = MAX (width, least);
  gtk_widget_measure (self->slider, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->slider, &(GtkAllocation){ 0, 0, width, MAX (height, least) }, -1);
  update_told (self);
}

static void
fonts_changed_cb (DlOverviewView *self)
{
  dl_overview_view_clear_text (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
dl_overview_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  DlOverviewView *self = DL_OVERVIEW_VIEW (widget);

  GTK_WIDGET_CLASS (dl_overview_view_parent_class)->css_changed (widget, change);
  self->theme = dl_look_get_theme (widget);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (widget);
}

static void
dl_overview_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  dl_overview_view_paint (DL_OVERVIEW_VIEW (widget), snapshot);
}

/* Object */

/* One Tab stop, which any way leads out of: in GTK 4.8 a slider would keep the
 * keyboard on the way back. */
static gboolean
dl_overview_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if ((direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD) || dl_focus_is_inside (widget))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static gboolean
dl_overview_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DL_OVERVIEW_VIEW (widget)->slider);
}

static void
dl_overview_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    g_value_set_object (value, DL_OVERVIEW_VIEW (object)->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_overview_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    DL_OVERVIEW_VIEW (object)->view = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dl_overview_view_constructed (GObject *object)
{
  DlOverviewView *self = DL_OVERVIEW_VIEW (object);
  GtkSettings    *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  DlSession      *session = dl_view_get_session (self->view);

  G_OBJECT_CLASS (dl_overview_view_parent_class)->constructed (object);
  g_signal_connect_object (self->view, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "filter-changed", G_CALLBACK (sets_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "hits-changed", G_CALLBACK (sets_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (fonts_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (fonts_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
dl_overview_view_dispose (GObject *object)
{
  DlOverviewView *self = DL_OVERVIEW_VIEW (object);

  if (self->view != NULL)
    {
      dl_overview_view_let_go (self);
      g_signal_handlers_disconnect_by_data (self->view, self);
    }
  g_clear_pointer (&self->slider, gtk_widget_unparent);
  dl_overview_view_clear_text (self);
  g_clear_pointer (&self->told, g_free);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dl_overview_view_parent_class)->dispose (object);
}

static void
dl_overview_view_class_init (DlOverviewViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dl_overview_view_get_property;
  object_class->set_property = dl_overview_view_set_property;
  object_class->constructed = dl_overview_view_constructed;
  object_class->dispose = dl_overview_view_dispose;
  widget_class->snapshot = dl_overview_view_snapshot;
  widget_class->measure = dl_overview_view_measure;
  widget_class->size_allocate = dl_overview_view_size_allocate;
  widget_class->css_changed = dl_overview_view_css_changed;
  widget_class->query_tooltip = dl_overview_view_query_tooltip;
  widget_class->focus = dl_overview_view_focus;
  widget_class->grab_focus = dl_overview_view_grab_focus;

  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, DL_TYPE_VIEW,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_signal_new ("left", DL_TYPE_OVERVIEW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  dl_overview_view_add_actions (widget_class);

  gtk_widget_class_set_css_name (widget_class, "overview");
}

static void
dl_overview_view_init (DlOverviewView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->slider = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, WHOLE, 1);
  gtk_scale_set_draw_value (GTK_SCALE (self->slider), FALSE);
  gtk_range_set_round_digits (GTK_RANGE (self->slider), -1);
  gtk_widget_set_can_target (self->slider, FALSE);
  gtk_widget_set_parent (self->slider, widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slider), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Overview"), -1);
  g_signal_connect_swapped (self->slider, "value-changed", G_CALLBACK (slid_cb), self);
  g_signal_connect_swapped (self->slider, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  dl_overview_view_init_input (self);
}

GtkWidget *
dl_overview_view_new (DlView *view)
{
  g_return_val_if_fail (DL_IS_VIEW (view), NULL);
  return g_object_new (DL_TYPE_OVERVIEW_VIEW, "view", view, NULL);
}
