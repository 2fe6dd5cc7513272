/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The overview, made when it is asked for, and its frame over it. */
#include <math.h>

#include "widgets/dl-look.h"
#include "widgets/dl-overview-view-private.h"

/* The frame */
#define LINE 2.0f
#define RADIUS 4.0f
#define TINT 0.12f
#define LEAST_DRAWN 8.0 /* as it is drawn */
#define GRIP_WIDTH 6.0f
#define GRIP_HEIGHT 16.0f
#define GRIPS_FROM 20.0 /* as wide it is when they do not hide what is in it */

/* The overview */

void
dl_overview_view_clear (DlOverviewView *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->overview, dl_overview_free);
}

void
dl_overview_view_clear_text (DlOverviewView *self)
{
  dl_overview_view_clear (self);
  g_clear_pointer (&self->painter, dl_painter_free);
  g_clear_pointer (&self->measure, dl_text_measure_free);
}

void
dl_overview_view_ensure_text (DlOverviewView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->painter == NULL)
    self->painter = dl_look_new_painter (widget, NULL, dl_look_get_font (widget, NULL), &self->measure);
}

DlOverview *
dl_overview_view_get (DlOverviewView *self)
{
  DlSession      *session = dl_view_get_session (self->view);
  DlArrangement  *arrangement = dl_view_get_arrangement (self->view);
  DlOverviewInput input = { .arrangement = arrangement, .has_today = TRUE, .today = dl_view_get_today () };

  /* It stays to be looked at as long as the picture does. */
  if (dl_view_get_still (self->view) != NULL)
    return NULL;
  input.width = gtk_widget_get_width (GTK_WIDGET (self));
  if (self->overview != NULL && (arrangement != dl_overview_get_arrangement (self->overview) ||
                                 input.width != dl_overview_get_width (self->overview)))
    dl_overview_view_clear (self);
  if (self->overview != NULL || arrangement == NULL || dl_view_get_viewport (self->view) == NULL || input.width <= 0)
    return self->overview;
  dl_overview_view_ensure_text (self);
  input.measure = self->measure;
  /* What is let through and found is known by positions; while another timeline is
   * being arranged they are those of that one. */
  if (dl_arrangement_get_timeline (arrangement) == dl_session_get_timeline (session))
    {
      input.shown = dl_session_get_shown (session);
      input.hits = dl_session_get_hits (session);
    }
  self->overview = dl_overview_new (&input);
  return self->overview;
}

static void
append_box (GtkSnapshot *snapshot, const graphene_rect_t *bounds, float radius, float line, const GdkRGBA *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, radius);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ line, line, line, line },
                              (GdkRGBA[4]){ *color, *color, *color, *color });
}

static void
snapshot_grip (GtkSnapshot *snapshot, float x, float y, const GdkRGBA *accent, const GdkRGBA *ground)
{
  graphene_rect_t outer =
    GRAPHENE_RECT_INIT (x - GRIP_WIDTH / 2 - 1, y - GRIP_HEIGHT / 2 - 1, GRIP_WIDTH + 2, GRIP_HEIGHT + 2);
  graphene_rect_t inner = GRAPHENE_RECT_INIT (x - GRIP_WIDTH / 2, y - GRIP_HEIGHT / 2, GRIP_WIDTH, GRIP_HEIGHT);

  append_box (snapshot, &outer, GRIP_WIDTH / 2 + 1, GRIP_WIDTH / 2 + 1, ground);
  append_box (snapshot, &inner, GRIP_WIDTH / 2, GRIP_WIDTH / 2, accent);
}

/* What of it lies within the overview, and no narrower than can be seen. */
static void
get_drawn_frame (DlOverviewView *self, double *left, double *right)
{
  double width = dl_overview_get_width (self->overview);
  double middle;

  if (self->hold == DL_HOLD_SWEEP)
    {
      *left = MIN (self->sweep_from, self->sweep_to);
      *right = MAX (self->sweep_from, self->sweep_to);
    }
  else
    dl_overview_get_frame (self->overview, dl_view_get_viewport (self->view), left, right);
  dl_overview_clip_frame (self->overview, left, right);
  middle = CLAMP ((*left + *right) / 2, LEAST_DRAWN / 2, MAX (width - LEAST_DRAWN / 2, LEAST_DRAWN / 2));
  *left = MIN (*left, middle - LEAST_DRAWN / 2);
  *right = MAX (*right, middle + LEAST_DRAWN / 2);
}

static void
snapshot_frame (DlOverviewView *self, GtkSnapshot *snapshot)
{
  const DlTheme  *theme = dl_theme_get (self->theme);
  const GdkRGBA  *accent = dl_theme_lookup (theme, DL_PAINT_ACCENT, 0);
  const GdkRGBA  *ground = dl_theme_lookup (theme, DL_PAINT_VIEW, 0);
  GdkRGBA         tint = *accent;
  double          top, bottom;
  double          left = self->drawn_left;
  double          right = self->drawn_right;
  graphene_rect_t bounds;

  if (dl_view_get_still (self->view) == NULL)
    get_drawn_frame (self, &left, &right);
  self->drawn_left = left;
  self->drawn_right = right;
  dl_overview_get_frame_height (self->overview, &top, &bottom);
  bounds = GRAPHENE_RECT_INIT ((float) round (left), (float) top, (float) (round (right) - round (left)),
                               (float) (bottom - top));
  tint.alpha = TINT;
  append_box (snapshot, &bounds, RADIUS, MIN (bounds.size.width, bounds.size.height) / 2, &tint);
  append_box (snapshot, &bounds, RADIUS, LINE, accent);
  if (right - left < GRIPS_FROM)
    return;
  snapshot_grip (snapshot, bounds.origin.x + LINE / 2, bounds.origin.y + bounds.size.height / 2, accent, ground);
  snapshot_grip (snapshot, bounds.origin.x + bounds.size.width - LINE / 2, bounds.origin.y + bounds.size.height / 2,
                 accent, ground);
}

void
dl_overview_view_paint (DlOverviewView *self, GtkSnapshot *snapshot)
{
  GtkWidget      *widget = GTK_WIDGET (self);
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  const DlTheme *theme = dl_theme_get (self->theme);

  gtk_snapshot_append_color (snapshot, dl_theme_lookup (theme, DL_PAINT_VIEW, 0), &bounds);
  if (dl_overview_view_get (self) == NULL && (dl_view_get_still (self->view) == NULL || self->node == NULL))
    return;
  if (self->node == NULL)
    {
      GtkSnapshot *canvas = gtk_snapshot_new ();

      dl_painter_set_theme (self->painter, theme);
      dl_painter_paint (self->painter, dl_overview_get_scene (self->overview), canvas);
      self->node = gtk_snapshot_free_to_node (canvas);
    }
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  snapshot_frame (self, snapshot);
  if (gtk_widget_has_visible_focus (self->slider))
    append_box (snapshot, &bounds, RADIUS, LINE, dl_theme_lookup (theme, DL_PAINT_ACCENT, 0));
}
