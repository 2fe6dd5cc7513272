/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-spotlight.h"

#include <math.h>

#include "draw/dl-painter.h"
#include "view/dl-view.h"
#include "widgets/dl-look.h"

/* How much is seen of what is not meant, and of the ruler, which says when. */
#define DIM 0.36
#define DIM_RULER 0.8

/* Lit around each part of the event, in pixels: its ring is outside of it. */
#define LIGHT 5.0f

struct _DlSpotlight
{
  GtkWidget      parent_instance;
  DlView        *view;
  DlPainter     *painter;
  DlThemeKind    theme;
  GskRenderNode *node;
  double         scale;
  int            width;
  int            height;
  guint          tick_id;
  guint          position;
  guint          before;
  guint          after;
  DlInstant      from; /* what is shown while nothing is pointed at */
  DlInstant      to;
  gboolean       has_range;
  gboolean       awaited; /* to be pointed at when there is a picture */
  gboolean       shown;   /* something has been: from there one flies */
};

G_DEFINE_FINAL_TYPE (DlSpotlight, dl_spotlight, GTK_TYPE_WIDGET)

/* Fonts */

static DlTextMeasure *
make_text (const char *language, gpointer data)
{
  DlSpotlight   *self = data;
  GtkWidget     *widget = GTK_WIDGET (self);
  DlTextMeasure *measure;

  dl_painter_free (self->painter);
  self->painter = dl_look_new_painter (widget, language, dl_look_get_font (widget, NULL) * self->scale, &measure);
  dl_painter_set_theme (self->painter, dl_theme_get (self->theme));
  return measure;
}

static void
fonts_changed_cb (DlSpotlight *self)
{
  dl_view_set_measure_func (self->view, make_text, self);
}

/* Pointing */

static void
update_animated (DlSpotlight *self)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);
  dl_view_set_animated (self->view, enabled && self->shown && gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
point (DlSpotlight *self)
{
  self->awaited = dl_view_get_viewport (self->view) == NULL;
  update_animated (self);
  dl_view_point_at (self->view, self->position, self->before, self->after);
  if (self->has_range)
    dl_view_show_range (self->view, self->from, self->to);
  self->shown = self->shown || !self->awaited;
}

/* The picture */

static gboolean
fly_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DlSpotlight *self = DL_SPOTLIGHT (widget);

  if (dl_view_advance (self->view, gdk_frame_clock_get_frame_time (clock)))
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
changed_cb (DlSpotlight *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  if (self->awaited && dl_view_get_viewport (self->view) != NULL)
    point (self);
  if ((dl_view_get_flying (self->view) || dl_view_get_settling (self->view)) && self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), fly_cb, NULL, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
append_part (GtkSnapshot *snapshot, GskRenderNode *node, float x, float y, float width, float height)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (x, y, width, height));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_pop (snapshot);
}

static void
append_event (DlSpotlight *self, GtkSnapshot *snapshot, DlScene *scene)
{
  guint       n;
  const DlOp *ops = dl_scene_get_ops (scene, &n);
  float       head = (float) dl_scene_get_head_height (scene);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, head, (float) dl_scene_get_width (scene),
                                                         (float) dl_scene_get_height (scene) - head));
  for (guint i = 0; i < n; i++)
    if (ops[i].event == self->position)
      {
        float scroll = ops[i].flags & DL_OP_FIXED ? 0 : (float) dl_scene_get_scroll (scene);

        append_part (snapshot, self->node, ops[i].x - LIGHT, ops[i].y - scroll - LIGHT, ops[i].w + 2 * LIGHT,
                     ops[i].h + 2 * LIGHT);
      }
  gtk_snapshot_pop (snapshot);
}

static void
dl_spotlight_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DlSpotlight *self = DL_SPOTLIGHT (widget);
  DlScene     *scene = dl_view_get_scene (self->view);

  if (scene == NULL)
    return;
  if (self->node == NULL)
    {
      GtkSnapshot *canvas = gtk_snapshot_new ();

      dl_painter_paint (self->painter, scene, canvas);
      self->node = gtk_snapshot_free_to_node (canvas);
    }
  if (self->node == NULL)
    return;
  if (self->position == DL_NONE)
    {
      gtk_snapshot_append_node (snapshot, self->node);
      return;
    }
  gtk_snapshot_push_opacity (snapshot, DIM);
  gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_opacity (snapshot, DIM_RULER);
  append_part (snapshot, self->node, 0, 0, (float) dl_scene_get_width (scene),
               (float) dl_scene_get_head_height (scene));
  gtk_snapshot_pop (snapshot);
  append_event (self, snapshot, scene);
}

/* Widget */

static void
dl_spotlight_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  *minimum = 1;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 200;
}

static void
dl_spotlight_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DlSpotlight *self = DL_SPOTLIGHT (widget);

  if (width == self->width && height == self->height)
    return;
  self->width = width;
  self->height = height;
  dl_view_set_size (self->view, width, height);
  /* What is in the middle is to be there. */
  if (self->position != DL_NONE || self->has_range)
    {
      self->shown = FALSE;
      point (self);
    }
}

static void
dl_spotlight_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dl_spotlight_parent_class)->map (widget);
  update_animated (DL_SPOTLIGHT (widget));
}

static void
dl_spotlight_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  DlSpotlight *self = DL_SPOTLIGHT (widget);

  GTK_WIDGET_CLASS (dl_spotlight_parent_class)->css_changed (widget, change);
  self->theme = dl_look_get_theme (widget);
  if (self->painter != NULL)
    dl_painter_set_theme (self->painter, dl_theme_get (self->theme));
  changed_cb (self);
}

static void
dl_spotlight_dispose (GObject *object)
{
  DlSpotlight *self = DL_SPOTLIGHT (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->view, self);
      dl_view_set_measure_func (self->view, NULL, NULL);
    }
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_object (&self->view);
  g_clear_pointer (&self->painter, dl_painter_free);

  G_OBJECT_CLASS (dl_spotlight_parent_class)->dispose (object);
}

static void
dl_spotlight_class_init (DlSpotlightClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_spotlight_dispose;
  widget_class->measure = dl_spotlight_measure;
  widget_class->size_allocate = dl_spotlight_size_allocate;
  widget_class->snapshot = dl_spotlight_snapshot;
  widget_class->map = dl_spotlight_map;
  widget_class->css_changed = dl_spotlight_css_changed;
  gtk_widget_class_set_css_name (widget_class, "spotlight");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dl_spotlight_init (DlSpotlight *self)
{
  self->scale = 1;
  self->position = self->before = self->after = DL_NONE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
dl_spotlight_new (DlSession *session, gboolean fold)
{
  DlSpotlight *self;
  GtkSettings *settings;

  g_return_val_if_fail (DL_IS_SESSION (session), NULL);
  self = g_object_new (DL_TYPE_SPOTLIGHT, NULL);
  settings = gtk_widget_get_settings (GTK_WIDGET (self));
  self->view = dl_view_new (session);
  dl_view_set_pointing (self->view, TRUE);
  dl_view_set_fold (self->view, fold);
  g_signal_connect_object (self->view, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (fonts_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (fonts_changed_cb), self, G_CONNECT_SWAPPED);
  dl_view_set_measure_func (self->view, make_text, self);
  return GTK_WIDGET (self);
}

void
dl_spotlight_point_at (DlSpotlight *self, guint position, guint before, guint after)
{
  g_return_if_fail (DL_IS_SPOTLIGHT (self));
  if (self->position == position)
    return;
  self->has_range = FALSE;
  self->position = position;
  self->before = before;
  self->after = after;
  point (self);
}

void
dl_spotlight_show_range (DlSpotlight *self, DlInstant from, DlInstant to)
{
  g_return_if_fail (DL_IS_SPOTLIGHT (self));
  self->position = self->before = self->after = DL_NONE;
  self->from = from;
  self->to = to;
  self->has_range = TRUE;
  point (self);
}

void
dl_spotlight_set_scale (DlSpotlight *self, double scale)
{
  g_return_if_fail (DL_IS_SPOTLIGHT (self));
  if (fabs (self->scale - scale) < 0.01)
    return;
  self->scale = scale;
  fonts_changed_cb (self);
}
