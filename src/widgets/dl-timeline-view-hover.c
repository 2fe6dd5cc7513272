/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include <glib/gi18n.h>

#include "layout/dl-ruler.h"
#include "widgets/dl-timeline-view-private.h"

#define CARD_PADDING 20.0 /* of a card that its title cannot use */
#define PADDING 8.0f
#define MAX_WIDTH 320

static const DlOp *
pick (DlTimelineView *self)
{
  DlScene *scene = dl_view_get_scene (self->view);

  return scene == NULL || !self->has_pointer ? NULL
                                             : dl_scene_pick (scene, self->pointer_x, self->pointer_y, DL_PICK_SLACK);
}

/* The era under the pointer where there is nothing else: its name may have had no
 * room. */
static char *
describe_era (DlTimelineView *self)
{
  DlScene    *scene = dl_view_get_scene (self->view);
  const DlOp *op = scene == NULL ? NULL : dl_scene_find_era (scene, self->pointer_x, self->pointer_y, DL_PICK_SLACK);

  return op == NULL ? NULL : g_strdup (op->text);
}

void
dl_timeline_view_update_cursor (DlTimelineView *self)
{
  GdkCursor  *cursor = gtk_widget_get_cursor (GTK_WIDGET (self));
  const char *name;

  if (!self->has_pointer)
    return;
  name = self->dragging ? "grabbing" : pick (self) != NULL ? "pointer" : "default";
  /* Another one of the same look would go to the display at every step. */
  if (cursor == NULL || g_strcmp0 (gdk_cursor_get_name (cursor), name) != 0)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether a card shows its title whole; its date is there in any case. */
static gboolean
says_all (DlTimelineView *self, const DlOp *op)
{
  return dl_text_measure_width (dl_view_get_measure (self->view), DL_TEXT_TITLE, op->text) <= op->w - CARD_PADDING;
}

/* What is under the pointer, in words; NULL where it already says so itself. */
static char *
describe (DlTimelineView *self, const DlOp *op)
{
  const DlLane    *lane;
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;

  switch (op->role)
    {
    case DL_ROLE_DENSITY:
      return g_strdup_printf (ngettext ("%'u event begins here", "%'u events begin here", op->count), op->count);
    case DL_ROLE_COUNT:
      return g_strdup_printf (ngettext ("%'u event goes on from before", "%'u events go on from before", op->count),
                              op->count);
    case DL_ROLE_UNLABELLED:
      return g_strdup (_ ("Click for a list of these events"));
    case DL_ROLE_BELOW:
      return NULL;
    case DL_ROLE_FOLD:
    case DL_ROLE_BREAK:
      return dl_timeline_view_describe_fold (self, op->fold);
    case DL_ROLE_TOGGLE:
    case DL_ROLE_LANE:
      lane = dl_arrangement_get_lane (dl_view_get_arrangement (self->view), op->lane);
      /* Translators: under the pointer: a lane's name, how many events it has. */
      return g_strdup_printf (ngettext ("%s: %'u event", "%s: %'u events", lane->events->len), lane->name,
                              lane->events->len);
    default:
      if (op->event == DL_NONE || (op->role == DL_ROLE_CARD && says_all (self, op)))
        return NULL;
      title = dl_text_drawable (dl_timeline_get_record (dl_view_get_timeline (self->view), op->event)->title);
      date = dl_timeline_dup_date_words (dl_view_get_timeline (self->view), op->event, DL_WORDS_WEEKDAY);
      /* Translators: under the pointer: an event's title, and its date in a line below. */
      return g_strdup_printf (C_ ("hover", "%s\n%s"), title, date);
    }
}

/* No finer than a pixel is worth. */
static char *
describe_instant (DlTimelineView *self, DlInstant instant, double scale)
{
  DlZone *zone = dl_timeline_get_zone (dl_view_get_timeline (self->view));
  DlUnit  unit = dl_ruler_pointer_unit (scale);
  DlCivil civil = dl_zone_to_civil (zone, instant);

  if (scale > 1)
    return dl_words_instant_part (instant, (int) ceil (log10 (scale)), zone);
  civil = dl_calendar_floor (&civil, unit, 1, 0);
  return dl_words_instant (dl_zone_to_instant (zone, dl_calendar_to_instant (&civil)), unit, zone);
}

static void
snapshot_bubble (DlTimelineView *self,
                 GtkSnapshot    *snapshot,
                 const char     *text,
                 double          x,
                 double          y,
                 DlPaint         ground,
                 DlPaint         ink)
{
  const DlTheme          *theme = dl_theme_get (self->theme);
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  GskRoundedRect          outline;
  int                     width, height;
  float                   w, h, left, top;

  pango_layout_set_font_description (layout, dl_fonts_get (self->fonts, DL_TEXT_NOTE));
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > MAX_WIDTH)
    {
      pango_layout_set_width (layout, MAX_WIDTH * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_get_pixel_size (layout, &width, &height);
    }
  w = (float) width + 2 * PADDING;
  h = (float) height + PADDING;
  left = (float) CLAMP (x, 2, MAX (dl_view_get_width (self->view) - (double) w - 2, 2));
  top = (float) CLAMP (y, 2, MAX (gtk_widget_get_height (GTK_WIDGET (self)) - (double) h - 2, 2));

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (left, top, w, h), 6);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &theme->paints[ground], &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left + PADDING, top + PADDING / 2));
  gtk_snapshot_append_layout (snapshot, layout, &theme->paints[ink]);
  gtk_snapshot_restore (snapshot);
}

/* The stretch that is measured, and the event that it is measured to. */
void
dl_timeline_view_snapshot_measure (DlTimelineView *self, GtkSnapshot *snapshot)
{
  const DlTheme        *theme = dl_theme_get (self->theme);
  g_autoptr (DlMeasure) measure = NULL;
  DlScene              *scene = dl_view_get_scene (self->view);
  guint                 other = dl_session_get_other (self->session);
  float                 height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  GdkRGBA               tint = theme->paints[DL_PAINT_ACCENT];
  float                 left, right;
  guint                 n_lanes = dl_view_get_arrangement (self->view) == NULL
                                    ? 0
                                    : dl_arrangement_get_n_lanes (dl_view_get_arrangement (self->view));

  measure = dl_session_dup_measure (self->session);
  if (measure == NULL)
    return;
  left = (float) CLAMP (dl_viewport_x (dl_view_get_viewport (self->view), measure->from), -10,
                        dl_view_get_width (self->view) + 10);
  right = (float) CLAMP (dl_viewport_x (dl_view_get_viewport (self->view), measure->to), -10,
                         dl_view_get_width (self->view) + 10);
  tint.alpha = 0.1f;
  gtk_snapshot_append_color (snapshot, &tint, &GRAPHENE_RECT_INIT (left, 0, right - left, height));
  gtk_snapshot_append_color (snapshot, &theme->paints[DL_PAINT_ACCENT], &GRAPHENE_RECT_INIT (left - 1, 0, 1, height));
  gtk_snapshot_append_color (snapshot, &theme->paints[DL_PAINT_ACCENT], &GRAPHENE_RECT_INIT (right, 0, 1, height));

  for (guint lane = 0; other != DL_NONE && scene != NULL && lane < n_lanes; lane++)
    {
      const DlOp    *op = dl_scene_find_event (scene, other, lane);
      const GdkRGBA *accent = &theme->paints[DL_PAINT_ACCENT];
      GskRoundedRect outline;

      if (op == NULL)
        continue;
      gsk_rounded_rect_init_from_rect (
        &outline,
        &GRAPHENE_RECT_INIT (op->x - 4, op->y - (float) dl_scene_get_scroll (scene) - 4, op->w + 8, op->h + 8), 8);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                                  (GdkRGBA[4]){ *accent, *accent, *accent, *accent });
    }
}

void
dl_timeline_view_snapshot_hover (DlTimelineView *self, GtkSnapshot *snapshot)
{
  const DlTheme   *theme = dl_theme_get (self->theme);
  double           head = dl_view_get_head_height (self->view);
  const DlOp      *op;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  GdkRGBA          guide;

  if (!self->has_pointer || self->dragging || dl_view_get_flying (self->view) ||
      self->pointer_x > dl_view_get_width (self->view))
    return;
  op = pick (self);
  /* The guide does not strike through what one reads. */
  if (op == NULL)
    {
      guide = theme->paints[DL_PAINT_DIM];
      guide.alpha = 0.4f;
      gtk_snapshot_append_color (snapshot, &guide,
                                 &GRAPHENE_RECT_INIT ((float) self->pointer_x, (float) head, 1,
                                                      (float) (gtk_widget_get_height (GTK_WIDGET (self)) - head)));
    }
  text = op == NULL ? describe_era (self) : describe (self, op);
  /* A reading of the ruler, in its own tones: there is one bubble at a time.
   * What lies on the ruler says its time itself. */
  if (text == NULL || self->pointer_y >= head)
    {
      date = describe_instant (self, dl_viewport_instant (dl_view_get_viewport (self->view), self->pointer_x),
                               dl_viewport_scale_at (dl_view_get_viewport (self->view), self->pointer_x));
      snapshot_bubble (self, snapshot, date, self->pointer_x + 6, head - 24, DL_PAINT_LINE, DL_PAINT_INK);
    }
  if (text != NULL)
    snapshot_bubble (self, snapshot, text, self->pointer_x + 14, self->pointer_y + 18, DL_PAINT_INK, DL_PAINT_VIEW);
}
