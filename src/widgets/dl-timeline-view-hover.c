/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include <glib/gi18n.h>

#include "layout/dl-ruler.h"
#include "base/dl-isolate.h"
#include "widgets/dl-timeline-view-private.h"

#define PADDING 8.0f
#define MAX_WIDTH 320
#define EDGE 2.0f           /* around a bubble, to the canvas's edge and to words */
#define BUBBLE_GAP 6.0f     /* between a bubble and what it describes */
#define BUBBLE_REACH 160.0f /* so far from there a free place is looked for */
#define POINTER 16.0f       /* about the size of the pointer */
#define STEP_X 12.0f        /* between the places that are tried */
#define STEP_Y 4.0f         /* */
#define COVERS 320.0f       /* a word that is covered is as bad as to be so far away */
#define ABOVE 6.0f          /* so much farther away is what is above, not below */

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

/* Whether the picture says all of an event's title, and its date. */
static gboolean
says_all (DlTimelineView *self, const DlOp *event)
{
  gboolean    dated = FALSE;
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (dl_view_get_scene (self->view), &n_ops);

  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];

      if (op->kind != DL_OP_TEXT || op->event != event->event || op->lane != event->lane)
        continue;
      if (op->flags & (DL_OP_CUT | DL_OP_OUTSIDE))
        return FALSE;
      dated = dated || op->style == DL_TEXT_DATE;
    }
  return dated;
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
    case DL_ROLE_RELATION:
      return dl_timeline_view_describe_relation (self, op);
    case DL_ROLE_BELOW:
      return NULL;
    case DL_ROLE_FOLD:
    case DL_ROLE_BREAK:
      return dl_timeline_view_describe_fold (self, op->fold);
    case DL_ROLE_TOGGLE:
    case DL_ROLE_LANE:
      lane = dl_arrangement_get_lane (dl_view_get_arrangement (self->view), op->lane);
      /* Translators: under the pointer: a lane's name, how many events it has. */
      title = dl_isolate (lane->name);
      return g_strdup_printf (ngettext ("%s: %'u event", "%s: %'u events", lane->events->len), title,
                              lane->events->len);
    default:
      if (op->event == DL_NONE || says_all (self, op))
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

/* Where an operation is seen. */
static graphene_rect_t
bounds_of (DlScene *scene, const DlOp *op)
{
  float up = op->flags & DL_OP_FIXED ? 0 : (float) dl_scene_get_scroll (scene);

  return GRAPHENE_RECT_INIT (op->x, op->y - up, op->w, op->h);
}

/* What a picture says in words, and the cards that they stand on. */
static gboolean
has_words (const DlOp *op)
{
  return (op->kind == DL_OP_TEXT && op->text != NULL && op->text[0] != '\0') || op->role == DL_ROLE_CARD;
}

/* All words that are seen in @area, a rectangle each. */
static GArray *
find_words (DlScene *scene, const graphene_rect_t *area)
{
  GArray     *words = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    {
      graphene_rect_t bounds = bounds_of (scene, &ops[i]);

      if (has_words (&ops[i]) && graphene_rect_intersection (&bounds, area, NULL))
        g_array_append_val (words, bounds);
    }
  return words;
}

/* What a bubble stands beside: all of the event that is pointed at, or the
 * operation; and the pointer. */
static graphene_rect_t
find_described (DlTimelineView *self, const DlOp *op)
{
  DlScene        *scene = dl_view_get_scene (self->view);
  graphene_rect_t described =
    GRAPHENE_RECT_INIT ((float) self->pointer_x - 2, (float) self->pointer_y - 2, POINTER, POINTER);
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  /* A break is as high as the picture, and has nothing to read; no more has a curve. */
  for (guint i = 0; op != NULL && op->role != DL_ROLE_BREAK && i < n_ops; i++)
    {
      graphene_rect_t bounds = bounds_of (scene, &ops[i]);

      if (ops[i].kind == DL_OP_CURVE)
        continue;
      if (&ops[i] == op || (op->event != DL_NONE && ops[i].event == op->event && ops[i].lane == op->lane))
        graphene_rect_union (&described, &bounds, &described);
    }
  graphene_rect_inset (&described, -BUBBLE_GAP, -BUBBLE_GAP);
  return described;
}

static guint
count_met (const GArray *words, const graphene_rect_t *box)
{
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    n += graphene_rect_intersection (&g_array_index (words, graphene_rect_t, i), box, NULL);
  return n;
}

/* How far a box is from the pointer. */
static float
find_distance (DlTimelineView *self, const graphene_rect_t *box)
{
  float x = (float) self->pointer_x;
  float y = (float) self->pointer_y;
  float dx = MAX (MAX (box->origin.x - x, x - box->origin.x - box->size.width), 0);
  float dy = MAX (MAX (box->origin.y - y, y - box->origin.y - box->size.height), 0);

  return hypotf (dx, dy) + (box->origin.y < y ? ABOVE : 0);
}

/* The nearest place for a bubble of that size: beside what it describes, in the
 * lanes, and where that can be on no other words. */
static graphene_rect_t
find_place (DlTimelineView *self, float width, float height, const graphene_rect_t *described)
{
  float              top = (float) dl_view_get_head_height (self->view) + EDGE;
  float              right = MAX ((float) dl_view_get_width (self->view) - width - EDGE, EDGE);
  float              bottom = MAX ((float) gtk_widget_get_height (GTK_WIDGET (self)) - height - EDGE, top);
  graphene_rect_t    reach = *described;
  g_autoptr (GArray) words = NULL;
  graphene_rect_t    best = GRAPHENE_RECT_INIT (CLAMP ((float) self->pointer_x, EDGE, right), top, width, height);
  float              least = G_MAXFLOAT;

  graphene_rect_inset (&reach, -width - BUBBLE_REACH, -height - BUBBLE_REACH);
  words = find_words (dl_view_get_scene (self->view), &reach);
  for (float y = reach.origin.y; y < reach.origin.y + reach.size.height; y += STEP_Y)
    for (float x = reach.origin.x; x < reach.origin.x + reach.size.width; x += STEP_X)
      {
        graphene_rect_t box = GRAPHENE_RECT_INIT (CLAMP (x, EDGE, right), CLAMP (y, top, bottom), width, height);
        graphene_rect_t padded = box;
        float           cost = find_distance (self, &box);

        if (cost >= least || graphene_rect_intersection (&box, described, NULL))
          continue;
        graphene_rect_inset (&padded, -EDGE, -EDGE);
        cost += COVERS * (float) count_met (words, &padded);
        if (cost >= least)
          continue;
        least = cost;
        best = box;
      }
  return best;
}

/* @op: (nullable): what it describes; NULL for what is at the pointer. */
static void
snapshot_bubble (DlTimelineView *self,
                 GtkSnapshot    *snapshot,
                 const char     *text,
                 const DlOp     *op,
                 DlPaint         ground,
                 DlPaint         ink)
{
  const DlTheme          *theme = dl_theme_get (self->theme);
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  const GdkRGBA           edge = theme->paints[ground == DL_PAINT_GRID ? DL_PAINT_SHAPE : ground];
  GskRoundedRect          outline;
  graphene_rect_t         described = find_described (self, op);
  graphene_rect_t         place;
  int                     width, height;

  pango_layout_set_font_description (layout, dl_fonts_get (self->fonts, DL_TEXT_NOTE));
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > MAX_WIDTH)
    {
      pango_layout_set_width (layout, MAX_WIDTH * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_get_pixel_size (layout, &width, &height);
    }
  place = find_place (self, (float) width + 2 * PADDING, (float) height + PADDING, &described);

  gsk_rounded_rect_init_from_rect (&outline, &place, 6);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &theme->paints[ground], &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ edge, edge, edge, edge });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (place.origin.x + PADDING, place.origin.y + PADDING / 2));
  gtk_snapshot_append_layout (snapshot, layout, &theme->paints[ink]);
  gtk_snapshot_restore (snapshot);
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const graphene_rect_t *left = a;
  const graphene_rect_t *right = b;

  return left->origin.y < right->origin.y ? -1 : left->origin.y > right->origin.y;
}

/* Down the lanes at the pointer; it makes way for what one reads. */
static void
snapshot_guide (DlTimelineView *self, GtkSnapshot *snapshot)
{
  float              x = (float) self->pointer_x;
  float              y = (float) dl_view_get_head_height (self->view);
  float              bottom = (float) gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr (GArray) words =
    find_words (dl_view_get_scene (self->view), &GRAPHENE_RECT_INIT (x - EDGE, y, 2 * EDGE + 1, bottom - y));
  GdkRGBA guide = dl_theme_get (self->theme)->paints[DL_PAINT_DIM];

  guide.alpha = 0.4f;
  g_array_sort (words, compare_tops);
  for (guint i = 0; i <= words->len; i++)
    {
      const graphene_rect_t *word = i < words->len ? &g_array_index (words, graphene_rect_t, i) : NULL;
      float                  end = word == NULL ? bottom : word->origin.y;

      if (end > y)
        gtk_snapshot_append_color (snapshot, &guide, &GRAPHENE_RECT_INIT (x, y, 1, end - y));
      if (word != NULL)
        y = MAX (y, word->origin.y + word->size.height);
    }
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
  const DlOp      *op;
  g_autofree char *text = NULL;

  /* Of what moves, nothing is told before it stands. */
  if (!self->has_pointer || self->dragging || !dl_view_get_at_rest (self->view) ||
      self->pointer_x > dl_view_get_width (self->view))
    return;
  op = pick (self);
  if (op == NULL)
    snapshot_guide (self, snapshot);
  text = op == NULL ? describe_era (self) : describe (self, op);
  if (text != NULL)
    snapshot_bubble (self, snapshot, text, op, DL_PAINT_INK, DL_PAINT_VIEW);
  else if (op == NULL || op->event == DL_NONE)
    {
      /* A reading of the ruler, in its own tones: there is one bubble at a time.
       * An event says its time itself. */
      text = describe_instant (self, dl_viewport_instant (dl_view_get_viewport (self->view), self->pointer_x),
                               dl_viewport_scale_at (dl_view_get_viewport (self->view), self->pointer_x));
      snapshot_bubble (self, snapshot, text, NULL, DL_PAINT_GRID, DL_PAINT_INK);
    }
}
