/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-timeline-view-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "compat/dl-compat.h"
#include "model/dl-event-subset.h"
#include "widgets/dl-focus.h"

/* The canvas is at rest when nothing has changed for this long; only then are
 * the accessible stand-ins brought up to date. */
#define SETTLE_MSEC 120

/* The size of text that the pictures are designed for: 11 points at 96 dpi. */
#define DESIGN_FONT_PIXELS (11.0 * 96 / 72)

enum
{
  ACTIVATED,
  CONTEXT_MENU,
  LIST_EVENTS,
  LANE_MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlTimelineView, dl_timeline_view, GTK_TYPE_WIDGET)

/* Fonts */

static void
clear_text (DlTimelineView *self)
{
  g_clear_pointer (&self->painter, dl_painter_free);
  g_clear_pointer (&self->measure, dl_pango_measure_free);
  g_clear_object (&self->context);
  g_clear_pointer (&self->fonts, dl_fonts_unref);
}

/* Of a glyph that is hinted while its measures are not, GTK's renderers on
 * graphics hardware cut off the top at some sizes: neither is hinted, as in
 * every picture that is saved. */
static void
leave_unhinted (PangoContext *context)
{
  const cairo_font_options_t *desktop = pango_cairo_context_get_font_options (context);
  cairo_font_options_t       *options = desktop != NULL ? cairo_font_options_copy (desktop) : cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
}

static void
make_text (DlTimelineView *self)
{
  GtkSettings          *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  PangoFontDescription *font;
  g_autofree char      *name = NULL;
  g_autofree char      *family = NULL;
  int                   dpi = -1;
  double                pixels = DESIGN_FONT_PIXELS;

  clear_text (self);
  g_object_get (settings, "gtk-font-name", &name, "gtk-xft-dpi", &dpi, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "Sans 11");
  if (pango_font_description_get_size (font) > 0)
    pixels = (double) pango_font_description_get_size (font) / PANGO_SCALE * (pango_font_description_get_size_is_absolute (font) ? 1 : (dpi > 0 ? dpi / 1024.0 : 96) / 72);
  family = g_strdup (pango_font_description_get_family (font) != NULL ? pango_font_description_get_family (font) : "Sans");
  pango_font_description_free (font);

  self->fonts = dl_fonts_new (family, CLAMP (pixels / DESIGN_FONT_PIXELS, 1.0, 4.0));
  self->context = gtk_widget_create_pango_context (GTK_WIDGET (self));
  leave_unhinted (self->context);
  if (self->timeline != NULL && dl_timeline_get_language (self->timeline) != NULL)
    pango_context_set_language (self->context, pango_language_from_string (dl_timeline_get_language (self->timeline)));
  self->measure = dl_pango_measure_new (self->fonts, self->context);
  self->painter = dl_painter_new (self->fonts, self->context, FALSE);
  dl_painter_set_theme (self->painter, dl_theme_get (self->theme));
}

static void
fonts_changed_cb (DlTimelineView *self)
{
  make_text (self);
  dl_timeline_view_arrange (self);
}

static void
lanes_changed_cb (DlTimelineView *self)
{
  if (self->timeline != dl_session_get_timeline (self->session) || dl_lane_options_equal (&self->options.lanes, dl_session_get_lane_options (self->session)))
    return;
  dl_timeline_view_note_changes (self);
  dl_timeline_view_arrange (self);
}

static void
timeline_changed_cb (DlTimelineView *self)
{
  GFile   *file = dl_session_get_file (self->session);
  gboolean again = self->file != NULL && file != NULL && g_file_equal (self->file, file);

  g_set_object (&self->timeline, dl_session_get_timeline (self->session));
  g_set_object (&self->file, file);
  self->last_selected = DL_NONE;
  self->entered_event = DL_NONE;
  self->has_awaited = FALSE;
  dl_timeline_view_stop_flight (self);
  /* A file that is read again is looked at where one was. */
  if (!again)
    {
      self->has_viewport = FALSE;
      self->at_home = TRUE;
      dl_timeline_view_close_folds (self);
      gtk_adjustment_set_value (self->vadjustment, 0);
    }
  make_text (self);
  dl_timeline_view_arrange (self);
}

static void
selected_changed_cb (DlTimelineView *self)
{
  if (dl_session_get_selected (self->session) != NULL)
    self->last_selected = dl_session_get_selected_position (self->session);
  self->jumped = FALSE;
  dl_timeline_view_update_current_lane (self);
  dl_timeline_view_changed (self);
}

/* The picture */

double
dl_timeline_view_get_head_height (DlTimelineView *self)
{
  return self->arrangement == NULL ? 0 : dl_arrangement_get_head_height (self->arrangement);
}

static void
fill_input (DlTimelineView *self, DlLayoutInput *input)
{
  *input = (DlLayoutInput){ .arrangement = self->arrangement, .measure = self->measure, .viewport = self->viewport };
  input->height = gtk_widget_get_height (GTK_WIDGET (self));
  input->scroll = gtk_adjustment_get_value (self->vadjustment);
  input->zone = dl_timeline_get_zone (self->timeline);
  input->selected = dl_session_get_selected_position (self->session);
  input->only_in_sight = TRUE;
  input->interactive = TRUE;
  input->has_today = TRUE;
  input->today = DL_INSTANT (g_get_real_time () / G_USEC_PER_SEC);
}

DlScene *
dl_timeline_view_get_scene (DlTimelineView *self)
{
  DlLayoutInput input;

  if (self->scene != NULL || self->arrangement == NULL || !self->has_viewport)
    return self->scene;
  fill_input (self, &input);
  self->scene = dl_layout_build (&input);
  return self->scene;
}

/* Asks for a list of the events that a number stands for. */
void
dl_timeline_view_list (DlTimelineView *self, const DlOp *op)
{
  g_autoptr (DlEventSubset) events = NULL;
  double                    x = op->x + op->w / 2;
  double                    y = op->y + op->h - dl_scene_get_scroll (self->scene);
  DlLayoutInput             input;

  fill_input (self, &input);
  events = dl_event_subset_new (self->timeline, dl_layout_list_events (&input, op->lane, (DlRole) op->role, x));
  g_signal_emit (self, signals[LIST_EVENTS], 0, events, CLAMP (x, 0, self->viewport.width), y);
}

GListModel *
dl_timeline_view_list_unlabelled (DlTimelineView *self)
{
  DlLayoutInput input;

  g_return_val_if_fail (DL_IS_TIMELINE_VIEW (self), NULL);
  if (self->arrangement == NULL || !self->has_viewport)
    return NULL;
  fill_input (self, &input);
  return G_LIST_MODEL (dl_event_subset_new (self->timeline, dl_layout_list_events (&input, DL_NO_LANE, DL_ROLE_UNLABELLED, 0)));
}

static gboolean
settled_cb (gpointer data)
{
  DlTimelineView *self = data;

  self->settle_id = 0;
  dl_timeline_view_update_proxies (self);
  return G_SOURCE_REMOVE;
}

void
dl_timeline_view_changed (DlTimelineView *self)
{
  g_clear_pointer (&self->scene, dl_scene_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MSEC, settled_cb, self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Between loading and the first picture of very many events. */
static void
snapshot_waiting (DlTimelineView *self, GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  g_autofree char        *text = NULL;
  guint                   n = dl_timeline_get_n_events (self->timeline);
  int                     width, height;

  text = g_strdup_printf (ngettext ("Arranging %'u event…", "Arranging %'u events…", n), n);
  pango_layout_set_font_description (layout, dl_fonts_get (self->fonts, DL_TEXT_CONTEXT));
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2, (float) (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &dl_theme_get (self->theme)->paints[DL_PAINT_DIM]);
  gtk_snapshot_restore (snapshot);
}

static void
dl_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);
  DlScene        *scene = dl_timeline_view_get_scene (self);

  if (scene != NULL)
    {
      if (self->node == NULL)
        {
          GtkSnapshot *canvas = gtk_snapshot_new ();

          dl_painter_paint (self->painter, scene, canvas);
          self->node = gtk_snapshot_free_to_node (canvas);
        }
      if (self->node != NULL)
        gtk_snapshot_append_node (snapshot, self->node);
      dl_timeline_view_snapshot_measure (self, snapshot);
      dl_timeline_view_snapshot_hover (self, snapshot);
    }
  else if (self->arrangement == NULL && self->arranging != NULL)
    snapshot_waiting (self, snapshot);
  for (guint i = 0; i < self->fold_buttons->len; i++)
    gtk_widget_snapshot_child (widget, self->fold_buttons->pdata[i], snapshot);
  if (gtk_widget_get_child_visible (self->scrollbar))
    gtk_widget_snapshot_child (widget, self->scrollbar, snapshot);
}

/* Size */

static void
dl_timeline_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 600;
}

static void
dl_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);
  double          head = dl_timeline_view_get_head_height (self);
  double          lanes = self->arrangement == NULL ? 0 : dl_arrangement_get_lanes_height (self->arrangement);
  double          page = MAX (height - head, 1);
  gboolean        overflow = lanes > page;
  int             bar_width = 0;

  gtk_adjustment_configure (self->vadjustment, MIN (gtk_adjustment_get_value (self->vadjustment), MAX (lanes - page, 0)), 0, MAX (lanes, page), 40, page * 0.9, page);
  gtk_widget_set_child_visible (self->scrollbar, overflow);
  if (overflow)
    {
      GtkAllocation bar;

      gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_HORIZONTAL, -1, &bar_width, NULL, NULL, NULL);
      bar = (GtkAllocation){ width - bar_width, (int) head, bar_width, (int) page };
      gtk_widget_size_allocate (self->scrollbar, &bar, -1);
    }

  dl_timeline_view_get_canvas_size (self, &width, &height);
  width = MAX (width, 1);
  if (self->arrangement != NULL && (!self->has_viewport || (self->at_home && self->viewport.width != width)))
    dl_timeline_view_apply_home (self);
  else if (self->viewport.width != width)
    dl_viewport_set_width (&self->viewport, width);
  g_clear_pointer (&self->scene, dl_scene_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  if (self->settle_id == 0)
    self->settle_id = g_timeout_add (SETTLE_MSEC, settled_cb, self);
  dl_timeline_view_allocate_proxies (self);
  dl_timeline_view_allocate_fold_buttons (self);
}

void
dl_timeline_view_get_canvas_size (DlTimelineView *self, int *width, int *height)
{
  int bar_width = 0;

  g_return_if_fail (DL_IS_TIMELINE_VIEW (self));
  if (gtk_widget_get_child_visible (self->scrollbar))
    gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_HORIZONTAL, -1, &bar_width, NULL, NULL, NULL);
  *width = gtk_widget_get_width (GTK_WIDGET (self)) - bar_width;
  *height = gtk_widget_get_height (GTK_WIDGET (self));
}

/* Colours */

static void
update_theme (DlTimelineView *self)
{
  g_autofree char *name = g_strdup (g_getenv ("GTK_THEME")); /* outranks the setting, as for GTK itself */
  gboolean         high_contrast;
  gboolean         dark;
  GdkRGBA          ink;

  if (name == NULL)
    g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-theme-name", &name, NULL);
  high_contrast = name != NULL && (g_str_has_prefix (name, "HighContrast") || strstr (name, "-hc") != NULL || strstr (name, ":hc") != NULL);
  dl_compat_get_color (GTK_WIDGET (self), &ink);
  dark = 0.2126f * ink.red + 0.7152f * ink.green + 0.0722f * ink.blue > 0.5f;
  if (high_contrast)
    self->theme = dark ? DL_THEME_HIGH_CONTRAST_DARK : DL_THEME_HIGH_CONTRAST;
  else
    self->theme = dark ? DL_THEME_DARK : DL_THEME_LIGHT;
  if (self->painter != NULL)
    dl_painter_set_theme (self->painter, dl_theme_get (self->theme));
}

static void
dl_timeline_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dl_timeline_view_parent_class)->css_changed (widget, change);
  update_theme (DL_TIMELINE_VIEW (widget));
  dl_timeline_view_changed (DL_TIMELINE_VIEW (widget));
}

DlThemeKind
dl_timeline_view_get_theme (DlTimelineView *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE_VIEW (self), DL_THEME_LIGHT);
  return self->theme;
}

/* One Tab stop: Tab enters at the selected event and leaves from any. */
static gboolean
dl_timeline_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (dl_focus_is_inside (GTK_WIDGET (self)))
    {
      /* The folds in sight come after the events. */
      if (direction == GTK_DIR_TAB_FORWARD)
        return !dl_timeline_view_focus_is_on_fold (self) && dl_timeline_view_focus_fold (self, 1);
      if (!dl_timeline_view_focus_is_on_fold (self))
        return FALSE;
      dl_timeline_view_focus_selected (self);
      return TRUE;
    }
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
dl_timeline_view_dispose (GObject *object)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (object);

  dl_timeline_view_stop_flight (self);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  dl_timeline_view_stop_arranging (self);
  dl_timeline_view_clear_proxies (self);
  dl_timeline_view_clear_fold_buttons (self);
  g_clear_pointer (&self->scrollbar, gtk_widget_unparent);
  g_clear_pointer (&self->scene, dl_scene_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->arrangement, dl_arrangement_unref);
  g_clear_object (&self->timeline);
  g_clear_object (&self->file);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->session);
  clear_text (self);

  G_OBJECT_CLASS (dl_timeline_view_parent_class)->dispose (object);
}

static void
dl_timeline_view_finalize (GObject *object)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (object);

  g_ptr_array_unref (self->proxies);
  g_ptr_array_unref (self->fold_buttons);
  dl_arrange_options_clear (&self->options);
  g_free (self->changed_lane);

  G_OBJECT_CLASS (dl_timeline_view_parent_class)->finalize (object);
}

static void
dl_timeline_view_class_init (DlTimelineViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dl_timeline_view_dispose;
  object_class->finalize = dl_timeline_view_finalize;
  widget_class->snapshot = dl_timeline_view_snapshot;
  widget_class->measure = dl_timeline_view_measure;
  widget_class->size_allocate = dl_timeline_view_size_allocate;
  widget_class->css_changed = dl_timeline_view_css_changed;
  widget_class->focus = dl_timeline_view_focus;
  widget_class->grab_focus = dl_timeline_view_grab_focus;

  signals[ACTIVATED] = g_signal_new ("activated", DL_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[LIST_EVENTS] = g_signal_new ("list-events", DL_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_LIST_MODEL, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[CONTEXT_MENU] = g_signal_new ("context-menu", DL_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[LANE_MENU] = g_signal_new ("lane-menu", DL_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  dl_timeline_view_add_lane_actions (widget_class);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
dl_timeline_view_init (DlTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->proxies = g_ptr_array_new ();
  self->fold_buttons = g_ptr_array_new ();
  self->entered_event = DL_NONE;
  self->last_selected = DL_NONE;
  self->current_lane = DL_NONE;
  self->vadjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, 40, 1, 1));
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->vadjustment);
  gtk_widget_set_parent (self->scrollbar, widget);
  gtk_widget_set_child_visible (self->scrollbar, FALSE);
  g_signal_connect_swapped (self->vadjustment, "value-changed", G_CALLBACK (dl_timeline_view_changed), self);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
  dl_timeline_view_init_input (self);
}

GtkWidget *
dl_timeline_view_new (DlSession *session)
{
  DlTimelineView *self;
  GtkSettings    *settings;

  g_return_val_if_fail (DL_IS_SESSION (session), NULL);
  self = g_object_new (DL_TYPE_TIMELINE_VIEW, NULL);
  self->session = g_object_ref (session);
  settings = gtk_widget_get_settings (GTK_WIDGET (self));
  g_signal_connect_object (session, "notify::timeline", G_CALLBACK (timeline_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "lanes-changed", G_CALLBACK (lanes_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "measured", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (fonts_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (fonts_changed_cb), self, G_CONNECT_SWAPPED);
  make_text (self);
  if (dl_session_get_timeline (session) != NULL)
    timeline_changed_cb (self);
  return GTK_WIDGET (self);
}

void
dl_timeline_view_set_wheel_zooms (DlTimelineView *self, gboolean wheel_zooms)
{
  g_return_if_fail (DL_IS_TIMELINE_VIEW (self));
  self->wheel_zooms = wheel_zooms;
}
