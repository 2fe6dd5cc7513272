/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-timeline-view-private.h"

#include <glib/gi18n.h>

#include "widgets/dl-event-proxy.h"
#include "widgets/dl-focus.h"
#include "widgets/dl-look.h"

/* When the view is at rest and nothing has changed for this long, the accessible
 * stand-ins are brought up to date, and what the pointer tells. */
#define SETTLE_MSEC 120

/* Of the scroll bar's arrows and keys, in pixels. */
#define SCROLL_STEP 40.0

enum
{
  PROP_0,
  PROP_VIEW,
  PROP_WHEEL_ZOOMS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DlTimelineView, dl_timeline_view, GTK_TYPE_WIDGET)

/* Fonts */

/* Whether the keys that go from event to event are heard by it. */
static gboolean
has_keyboard (DlTimelineView *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus == GTK_WIDGET (self) ||
         (DL_IS_EVENT_PROXY (focus) && gtk_widget_get_parent (focus) == GTK_WIDGET (self));
}

/* Its ring tells which event has the keyboard: elsewhere it is paler. */
static void
set_theme_of_painter (DlTimelineView *self)
{
  if (self->painter != NULL)
    dl_painter_set_theme (self->painter,
                          self->focused ? dl_theme_get (self->theme) : dl_theme_get_unfocused (self->theme));
}

static void
focus_changed_cb (DlTimelineView *self)
{
  gboolean focused = has_keyboard (self);

  if (self->focused == focused)
    return;
  self->focused = focused;
  set_theme_of_painter (self);
  if (dl_session_get_selected_position (self->session) == DL_NONE)
    return;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
clear_text (DlTimelineView *self)
{
  g_clear_pointer (&self->painter, dl_painter_free);
  g_clear_object (&self->context);
  g_clear_pointer (&self->fonts, dl_fonts_unref);
}

/* The view measures with what the picture is painted with. */
static DlTextMeasure *
make_text (const char *language, gpointer data)
{
  DlTimelineView  *self = data;
  g_autofree char *family = NULL;
  double           factor = dl_look_get_font (GTK_WIDGET (self), &family);

  clear_text (self);
  self->fonts = dl_fonts_new (family, factor);
  self->context = dl_look_create_context (GTK_WIDGET (self), language);
  self->painter = dl_painter_new (self->fonts, self->context, DL_PAINTED_SCREEN);
  set_theme_of_painter (self);
  return dl_pango_measure_new (self->fonts, self->context);
}

static void
fonts_changed_cb (DlTimelineView *self)
{
  dl_view_set_measure_func (self->view, make_text, self);
}

/* The picture */

static gboolean
settled_cb (gpointer data)
{
  DlTimelineView *self = data;

  self->settle_id = 0;
  /* There will be another picture. */
  if (dl_view_get_scene (self->view) != NULL && !dl_view_get_at_rest (self->view))
    return G_SOURCE_REMOVE;
  dl_timeline_view_update_proxies (self);
  dl_timeline_view_update_cursor (self);
  return G_SOURCE_REMOVE;
}

static gboolean
fly_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);

  if (dl_view_advance (self->view, gdk_frame_clock_get_frame_time (clock)))
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (DlTimelineView *self)
{
  dl_view_set_scroll (self->view, gtk_adjustment_get_value (self->vadjustment));
}

static void
update_adjustment (DlTimelineView *self)
{
  double page = dl_view_get_page_height (self->view);

  g_signal_handlers_block_by_func (self->vadjustment, scrolled_cb, self);
  gtk_adjustment_configure (self->vadjustment, dl_view_get_scroll (self->view), 0,
                            MAX (dl_view_get_lanes_height (self->view), page), SCROLL_STEP, page * 0.9, page);
  g_signal_handlers_unblock_by_func (self->vadjustment, scrolled_cb, self);
}

/* Paints again, and settles again. */
static void
changed_cb (DlTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MSEC, settled_cb, self);
  gtk_widget_queue_draw (widget);
  /* What there was is still looked at, in the room that it had. */
  if (dl_view_get_still (self->view) != NULL)
    return;
  update_adjustment (self);
  if ((dl_view_get_flying (self->view) || dl_view_get_settling (self->view)) && self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (widget, fly_cb, NULL, NULL);
  if (self->head_height != dl_view_get_head_height (self->view) ||
      self->lanes_height != dl_view_get_lanes_height (self->view))
    gtk_widget_queue_allocate (widget);
}

/* Between loading and the first picture of very many events. */
static void
snapshot_waiting (DlTimelineView *self, GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  g_autofree char        *text = NULL;
  guint                   n = dl_timeline_get_n_events (dl_view_get_timeline (self->view));
  int                     width, height;

  text = g_strdup_printf (ngettext ("Arranging %'u event…", "Arranging %'u events…", n), n);
  pango_layout_set_font_description (layout, dl_fonts_get (self->fonts, DL_TEXT_CONTEXT));
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2,
                                                (float) (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &dl_theme_get (self->theme)->paints[DL_PAINT_DIM]);
  gtk_snapshot_restore (snapshot);
}

static void
dl_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);
  DlScene        *scene = dl_view_get_scene (self->view);
  DlScene        *picture = scene != NULL ? scene : dl_view_get_still (self->view);

  if (picture != NULL)
    {
      if (self->node == NULL)
        {
          GtkSnapshot *canvas = gtk_snapshot_new ();

          dl_painter_paint (self->painter, picture, canvas);
          self->node = gtk_snapshot_free_to_node (canvas);
        }
      if (self->node != NULL)
        gtk_snapshot_append_node (snapshot, self->node);
    }
  if (scene != NULL)
    {
      dl_timeline_view_snapshot_measure (self, snapshot);
      dl_timeline_view_snapshot_hover (self, snapshot);
    }
  else if (picture == NULL && dl_view_get_arrangement (self->view) == NULL && dl_view_get_arranging (self->view))
    snapshot_waiting (self, snapshot);
  for (guint i = 0; i < self->fold_buttons->len; i++)
    gtk_widget_snapshot_child (widget, self->fold_buttons->pdata[i], snapshot);
  for (guint i = 0; i < self->related_buttons->len; i++)
    gtk_widget_snapshot_child (widget, self->related_buttons->pdata[i], snapshot);
  for (guint i = 0; i < self->lane_proxies->len; i++)
    gtk_widget_snapshot_child (widget, self->lane_proxies->pdata[i], snapshot);
  if (self->below_button != NULL)
    gtk_widget_snapshot_child (widget, self->below_button, snapshot);
  if (gtk_widget_get_child_visible (self->scrollbar))
    gtk_widget_snapshot_child (widget, self->scrollbar, snapshot);
}

/* Size */

static void
dl_timeline_view_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 600;
}

static gboolean
lanes_overflow (DlTimelineView *self, int height)
{
  return dl_view_get_lanes_height (self->view) > MAX (height - dl_view_get_head_height (self->view), 1);
}

static void
dl_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);
  gboolean        overflow;
  int             bar_width = 0;

  overflow = self->overflow;
  /* Whether there is more than finds room is only known when it is placed in all of
   * the room. With the scroll bar there is less, and it stays as long as there is. */
  if (!overflow || width != self->allocated_width || height != self->allocated_height || !lanes_overflow (self, height))
    {
      dl_view_set_size (self->view, width, height);
      overflow = lanes_overflow (self, height);
    }
  gtk_widget_set_child_visible (self->scrollbar, overflow);
  if (overflow)
    gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_HORIZONTAL, -1, &bar_width, NULL, NULL, NULL);
  /* It moves the scroll bar's slider, which wants a place after that. */
  dl_view_set_size (self->view, width - bar_width, height);
  self->overflow = overflow;
  self->allocated_width = width;
  self->allocated_height = height;
  self->head_height = dl_view_get_head_height (self->view);
  self->lanes_height = dl_view_get_lanes_height (self->view);
  if (overflow)
    gtk_widget_size_allocate (self->scrollbar,
                              &(GtkAllocation){ width - bar_width, (int) self->head_height, bar_width,
                                                MAX (height - (int) self->head_height, 1) },
                              -1);
  dl_timeline_view_allocate_proxies (self);
  dl_timeline_view_allocate_fold_buttons (self);
  dl_timeline_view_allocate_related_buttons (self);
  dl_timeline_view_allocate_lanes (self);
}

/* Flights are for who sees them, and wants to. */
static void
update_animated (DlTimelineView *self)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);
  dl_view_set_animated (self->view, enabled && gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
dl_timeline_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dl_timeline_view_parent_class)->map (widget);
  update_animated (DL_TIMELINE_VIEW (widget));
}

static void
dl_timeline_view_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dl_timeline_view_parent_class)->unmap (widget);
  update_animated (DL_TIMELINE_VIEW (widget));
}

static void
dl_timeline_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dl_timeline_view_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_changed_cb), widget,
                           G_CONNECT_SWAPPED);
  focus_changed_cb (DL_TIMELINE_VIEW (widget));
}

static void
dl_timeline_view_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_changed_cb, widget);
  GTK_WIDGET_CLASS (dl_timeline_view_parent_class)->unroot (widget);
}

/* Colours */

static void
update_theme (DlTimelineView *self)
{
  self->theme = dl_look_get_theme (GTK_WIDGET (self));
  set_theme_of_painter (self);
}

static void
dl_timeline_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dl_timeline_view_parent_class)->css_changed (widget, change);
  update_theme (DL_TIMELINE_VIEW (widget));
  changed_cb (DL_TIMELINE_VIEW (widget));
}

DlThemeKind
dl_timeline_view_get_theme (DlTimelineView *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE_VIEW (self), DL_THEME_LIGHT);
  return self->theme;
}

/* After the events, Tab comes to the chips at the edges, to what lanes count, to the
 * folds in sight; within each one goes by arrow keys. */
static const struct
{
  gboolean (*is_on) (DlTimelineView *self);
  gboolean (*focus) (DlTimelineView *self, int direction);
} stops[] = {
  { dl_timeline_view_focus_is_on_related, dl_timeline_view_focus_related },
  { dl_timeline_view_focus_is_on_count, dl_timeline_view_focus_count },
  { dl_timeline_view_focus_is_on_fold, dl_timeline_view_focus_fold },
};

/* Tab enters at the selected event, Shift+Tab at the last stop. */
static gboolean
dl_timeline_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);
  gboolean        inside = dl_focus_is_inside (widget);
  int             stop = -1;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  for (int i = 0; inside && i < (int) G_N_ELEMENTS (stops); i++)
    if (stops[i].is_on (self))
      stop = i;
  if (inside && direction == GTK_DIR_TAB_FORWARD)
    {
      for (stop++; stop < (int) G_N_ELEMENTS (stops); stop++)
        if (stops[stop].focus (self, 1))
          return TRUE;
      return FALSE;
    }
  if (inside && stop < 0)
    return FALSE;
  if (!inside && direction == GTK_DIR_TAB_BACKWARD)
    stop = G_N_ELEMENTS (stops);
  for (stop--; stop >= 0; stop--)
    if (stops[stop].focus (self, 1))
      return TRUE;
  dl_timeline_view_focus_selected (self);
  return TRUE;
}

static gboolean
dl_timeline_view_grab_focus (GtkWidget *widget)
{
  dl_timeline_view_focus_selected (DL_TIMELINE_VIEW (widget));
  return TRUE;
}

static void
dl_timeline_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;
    case PROP_WHEEL_ZOOMS:
      g_value_set_boolean (value, self->wheel_zooms);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dl_timeline_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      self->view = g_value_dup_object (value);
      break;
    case PROP_WHEEL_ZOOMS:
      if (self->wheel_zooms != g_value_get_boolean (value))
        {
          self->wheel_zooms = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dl_timeline_view_constructed (GObject *object)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (object);
  GtkSettings    *settings = gtk_widget_get_settings (GTK_WIDGET (self));

  G_OBJECT_CLASS (dl_timeline_view_parent_class)->constructed (object);
  self->session = g_object_ref (dl_view_get_session (self->view));
  g_signal_connect_object (self->view, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "measured", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (fonts_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (fonts_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-enable-animations", G_CALLBACK (update_animated), self,
                           G_CONNECT_SWAPPED);
  dl_view_set_measure_func (self->view, make_text, self);
}

static void
dl_timeline_view_dispose (GObject *object)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->view, self);
      dl_view_set_measure_func (self->view, NULL, NULL);
    }
  dl_timeline_view_clear_proxies (self);
  dl_timeline_view_clear_fold_buttons (self);
  dl_timeline_view_clear_related_buttons (self);
  dl_timeline_view_clear_lanes (self);
  g_clear_pointer (&self->scrollbar, gtk_widget_unparent);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->session);
  g_clear_object (&self->view);
  clear_text (self);

  G_OBJECT_CLASS (dl_timeline_view_parent_class)->dispose (object);
}

static void
dl_timeline_view_finalize (GObject *object)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (object);

  g_ptr_array_unref (self->proxies);
  g_ptr_array_unref (self->fold_buttons);
  g_ptr_array_unref (self->related_buttons);
  g_ptr_array_unref (self->lane_proxies);

  G_OBJECT_CLASS (dl_timeline_view_parent_class)->finalize (object);
}

static void
dl_timeline_view_class_init (DlTimelineViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dl_timeline_view_get_property;
  object_class->set_property = dl_timeline_view_set_property;
  object_class->constructed = dl_timeline_view_constructed;
  object_class->dispose = dl_timeline_view_dispose;
  object_class->finalize = dl_timeline_view_finalize;
  widget_class->snapshot = dl_timeline_view_snapshot;
  widget_class->measure = dl_timeline_view_measure;
  widget_class->size_allocate = dl_timeline_view_size_allocate;
  widget_class->map = dl_timeline_view_map;
  widget_class->unmap = dl_timeline_view_unmap;
  widget_class->root = dl_timeline_view_root;
  widget_class->unroot = dl_timeline_view_unroot;
  widget_class->css_changed = dl_timeline_view_css_changed;
  widget_class->focus = dl_timeline_view_focus;
  widget_class->grab_focus = dl_timeline_view_grab_focus;

  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, DL_TYPE_VIEW,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_WHEEL_ZOOMS] = g_param_spec_boolean ("wheel-zooms", NULL, NULL, TRUE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_signal_new ("activated", DL_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_UINT);
  g_signal_new ("read", DL_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_signal_new ("list-events", DL_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                G_TYPE_LIST_MODEL, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  g_signal_new ("context-menu", DL_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  g_signal_new ("lane-menu", DL_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  g_signal_new ("told", DL_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  dl_timeline_view_add_actions (widget_class);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
dl_timeline_view_init (DlTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->proxies = g_ptr_array_new ();
  self->fold_buttons = g_ptr_array_new ();
  self->related_buttons = g_ptr_array_new ();
  self->lane_proxies = g_ptr_array_new ();
  self->centred_event = DL_NONE;
  self->vadjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, SCROLL_STEP, 1, 1));
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->vadjustment);
  gtk_widget_set_parent (self->scrollbar, widget);
  gtk_widget_set_child_visible (self->scrollbar, FALSE);
  g_signal_connect_swapped (self->vadjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
  dl_timeline_view_init_input (self);
}

GtkWidget *
dl_timeline_view_new (DlView *view)
{
  g_return_val_if_fail (DL_IS_VIEW (view), NULL);
  return g_object_new (DL_TYPE_TIMELINE_VIEW, "view", view, NULL);
}
