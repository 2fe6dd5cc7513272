/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the timeline says of what is under the pointer, and how it shows what is measured. */
#include "drawn.h"
#include "widget-fixture.h"

#include <string.h>

#include "draw/dl-theme.h"
#include "time/dl-words.h"
#include "widgets/dl-timeline-view.h"

#define LONG_TITLE                                                                                                     \
  "A title of very many words for which there is no room before the next event begins, however it is broken into "     \
  "lines, because nobody who reads a timeline wants to read as much as that before all of the picture is seen"

/* Two lanes; a title that has no room, and one that has; an era with nothing in it. */
#define LANES                                                                                                          \
  "{\"dateline\": 1, \"view\": \"2025-09-01/2025-12-31\", \"topics\": [{\"id\": \"t\", \"name\": \"Theme\"}, "         \
  "{\"id\": \"u\", \"name\": \"Other\"}], "                                                                            \
  "\"eras\": [{\"title\": \"The time of waiting\", \"date\": \"2025-12-10/2025-12-25\"}], \"events\": ["               \
  "{\"title\": \"" LONG_TITLE "\", \"date\": \"2025-10-01\", \"topics\": [\"t\"]}, "                                   \
  "{\"title\": \"Short\", \"date\": \"2025-11-05\", \"topics\": [\"u\"]}]}"

typedef struct
{
  DlView    *view;
  GtkWidget *window;
  GtkWidget *timeline;
} Shown;

static void
show (WidgetFixture *self, Shown *shown, int width, int height)
{
  shown->view = self->view;
  shown->timeline = dl_timeline_view_new (self->view);
  dl_view_set_animated (self->view, FALSE);
  shown->window = widget_tree_show (shown->timeline, width, height);
  WAIT_FOR (dl_view_get_scene (self->view) != NULL && dl_view_get_at_rest (self->view));
}

static void
hide (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
}

static void
point_at (Shown *shown, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (shown->timeline);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

static void
point_at_op (Shown *shown, const DlOp *op)
{
  g_assert_nonnull (op);
  point_at (shown, op->x + op->w / 2,
            op->y + op->h / 2 - (op->flags & DL_OP_FIXED ? 0 : dl_view_get_scroll (shown->view)));
}

static const DlOp *
find_op (Shown *shown, DlRole role)
{
  guint       n;
  const DlOp *ops = dl_scene_get_ops (dl_view_get_scene (shown->view), &n);

  for (guint i = 0; i < n; i++)
    if (ops[i].role == role)
      return &ops[i];
  return NULL;
}

static gboolean
says (Shown *shown, const char *words)
{
  GskRenderNode *node = drawn_take (shown->timeline);
  gboolean       found = drawn_has_words (node, shown->timeline, words);

  gsk_render_node_unref (node);
  return found;
}

/* All has its place then. */
static void
wait_for_frame (Shown *shown)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (shown->timeline);
  guint          n = 0;
  gulong         id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (widget_tree_count_cb), &n);

  gtk_widget_queue_draw (shown->timeline);
  WAIT_FOR (n > 0);
  g_signal_handler_disconnect (clock, id);
}

static const char *
get_cursor (Shown *shown)
{
  return gdk_cursor_get_name (gtk_widget_get_cursor (shown->timeline));
}

static const GdkRGBA *
get_paint (Shown *shown, DlPaint paint)
{
  return &dl_theme_get (dl_timeline_view_get_theme (DL_TIMELINE_VIEW (shown->timeline)))->paints[paint];
}

/* Where the bubble is: on its ground there is nothing else that is clipped to round corners and as high. */
static gboolean
find_bubble (Shown *shown, DlPaint ground, graphene_rect_t *bounds)
{
  GskRenderNode *node = drawn_take (shown->timeline);
  guint          n = gsk_container_node_get_n_children (node);
  gboolean       found = FALSE;

  /* It is drawn over all else: what is clipped, its border, its words. */
  for (guint i = 0; i < n && !found; i++)
    {
      GskRenderNode *child = gsk_container_node_get_child (node, i);

      found = gsk_render_node_get_node_type (child) == GSK_ROUNDED_CLIP_NODE &&
              drawn_has_color (child, get_paint (shown, ground), bounds);
    }
  gsk_render_node_unref (node);
  return found;
}

/* Whether a bubble lies on words of the picture. */
static gboolean
covers_words (Shown *shown, const graphene_rect_t *bubble)
{
  guint       n;
  const DlOp *ops = dl_scene_get_ops (dl_view_get_scene (shown->view), &n);

  for (guint i = 0; i < n; i++)
    {
      float up = ops[i].flags & DL_OP_FIXED ? 0 : (float) dl_view_get_scroll (shown->view);

      if (ops[i].kind == DL_OP_TEXT && ops[i].text[0] != '\0' &&
          graphene_rect_intersection (bubble, &GRAPHENE_RECT_INIT (ops[i].x, ops[i].y - up, ops[i].w, ops[i].h), NULL))
        return TRUE;
    }
  return FALSE;
}

/* An event says all of its title, and its weekday, where the picture does not. */
static void
test_events (WidgetFixture *self, gconstpointer data)
{
  Shown           shown;
  const DlOp     *op;
  graphene_rect_t bubble;

  show (self, &shown, 700, 500);
  op = dl_scene_find_event (dl_view_get_scene (self->view), 0, DL_NO_LANE);
  point_at_op (&shown, op);
  g_assert_cmpstr (get_cursor (&shown), ==, "pointer");
  g_assert_true (says (&shown, LONG_TITLE));
  g_assert_true (says (&shown, "Wednesday 1 October 2025"));
  /* Beside the event, and within the picture. */
  g_assert_true (find_bubble (&shown, DL_PAINT_INK, &bubble));
  g_assert_cmpfloat (bubble.origin.y, >=, dl_view_get_head_height (self->view));
  g_assert_cmpfloat (bubble.origin.x, >=, 0);
  g_assert_cmpfloat (bubble.origin.x + bubble.size.width, <=, 700);
  g_assert_false (graphene_rect_intersection (&bubble, &GRAPHENE_RECT_INIT (op->x, op->y, op->w, op->h), NULL));
  g_assert_cmpfloat (bubble.size.width, <, 360);
  g_assert_false (covers_words (&shown, &bubble));
  /* The other has nothing to say that is not there, nor has the ruler over it. */
  point_at_op (&shown, dl_scene_find_event (dl_view_get_scene (self->view), 1, DL_NO_LANE));
  g_assert_false (says (&shown, "Wednesday 5 November 2025"));
  g_assert_false (find_bubble (&shown, DL_PAINT_INK, &bubble));
  g_assert_false (find_bubble (&shown, DL_PAINT_GRID, &bubble));
  hide (&shown);
}

/* Where nothing is, the day is told, or the era; and how many a lane has. */
static void
test_places (WidgetFixture *self, gconstpointer data)
{
  Shown           shown;
  graphene_rect_t bubble, guide;
  const DlOp     *era;
  DlDate          day;
  double          x;
  GskRenderNode  *node;

  show (self, &shown, 1000, 500);
  g_assert_true (dl_date_parse ("2025-11-25", -1, &day, NULL));
  x = (dl_viewport_x (dl_view_get_viewport (self->view), day.earliest_start) +
       dl_viewport_x (dl_view_get_viewport (self->view), day.latest_end)) /
      2;
  point_at (&shown, x, 480);
  g_assert_cmpstr (get_cursor (&shown), ==, "default");
  g_assert_true (says (&shown, "25 November 2025"));
  g_assert_true (find_bubble (&shown, DL_PAINT_GRID, &bubble));
  /* With a line that leads up to the ruler. */
  node = drawn_take (shown.timeline);
  g_assert_true (drawn_has_color (node, get_paint (&shown, DL_PAINT_DIM), &guide));
  g_assert_cmpfloat_with_epsilon (guide.origin.x, x, 1);
  g_assert_cmpfloat_with_epsilon (guide.origin.y, dl_view_get_head_height (self->view), 1);
  gsk_render_node_unref (node);

  era = find_op (&shown, DL_ROLE_ERA);
  g_assert_nonnull (era);
  point_at (&shown, era->x + era->w / 2, era->y + 1);
  g_assert_true (find_bubble (&shown, DL_PAINT_INK, &bubble));
  g_assert_true (says (&shown, "The time of waiting"));
  g_assert_false (find_bubble (&shown, DL_PAINT_GRID, &bubble));

  point_at_op (&shown, find_op (&shown, DL_ROLE_LANE));
  g_assert_true (says (&shown, "Theme: 1 event"));
  hide (&shown);
}

/* Of the line: whether it leaves a place free, and how far down it comes. */
typedef struct
{
  GdkRGBA         color;
  graphene_rect_t place;
  guint           n;
  gboolean        meets;
  float           end;
} Guide;

static gboolean
follow_guide (GskRenderNode *node, const graphene_rect_t *bounds, double opacity, gpointer data)
{
  Guide         *guide = data;
  const GdkRGBA *color = gsk_color_node_get_color (node);

  if (color->red != guide->color.red || color->green != guide->color.green || color->alpha > 0.5f)
    return FALSE;
  guide->n++;
  guide->meets = guide->meets || graphene_rect_intersection (bounds, &guide->place, NULL);
  guide->end = MAX (guide->end, bounds->origin.y + bounds->size.height);
  return FALSE;
}

static Guide
find_guide (Shown *shown, const DlOp *op)
{
  Guide          guide = { .color = *get_paint (shown, DL_PAINT_DIM) };
  GskRenderNode *node = drawn_take (shown->timeline);

  guide.place = GRAPHENE_RECT_INIT (op->x, op->y, op->w, op->h);
  drawn_find (node, GSK_COLOR_NODE, follow_guide, &guide);
  gsk_render_node_unref (node);
  return guide;
}

/* The line makes way for words, and goes on below them. */
static void
test_guide (WidgetFixture *self, gconstpointer data)
{
  Shown       shown;
  const DlOp *title;
  Guide       guide;

  show (self, &shown, 1000, 500);
  title = dl_scene_find_event (dl_view_get_scene (self->view), 1, DL_NO_LANE);
  point_at (&shown, title->x + title->w / 2, 490);
  guide = find_guide (&shown, title);
  g_assert_cmpuint (guide.n, >=, 2);
  g_assert_false (guide.meets);
  g_assert_cmpfloat_with_epsilon (guide.end, gtk_widget_get_height (shown.timeline), 1);
  hide (&shown);
}

/* A reading is below the pointer where there is room, and as fine as one can point. */
static void
test_reading (WidgetFixture *self, gconstpointer data)
{
  Shown            shown;
  graphene_rect_t  bubble;
  DlInstant        instant;
  g_autofree char *words = NULL;

  show (self, &shown, 1000, 500);
  point_at (&shown, 900, 350);
  g_assert_true (find_bubble (&shown, DL_PAINT_GRID, &bubble));
  g_assert_cmpfloat (bubble.origin.y, >, 350);
  g_assert_cmpfloat (bubble.origin.y, <, 400);
  dl_view_show_range (self->view, DL_INSTANT (1761998400), DL_INSTANT (1761998402));
  WAIT_FOR (dl_view_get_at_rest (self->view));
  instant = dl_viewport_instant (dl_view_get_viewport (self->view), 900);
  words = dl_words_instant_part (instant, 3, dl_timeline_get_zone (dl_view_get_timeline (self->view)));
  g_assert_true (says (&shown, words));
  hide (&shown);
}

/* Lanes of a topic each, of which not all have room. */
#define N_LANES 30

static void
open_lanes (WidgetFixture *self)
{
  g_autoptr (GString) text = g_string_new ("{\"dateline\": 1, \"view\": \"2025-09-20/2025-11-20\", \"topics\": [");
  g_autoptr (GBytes)  bytes = NULL;

  for (guint i = 0; i < N_LANES; i++)
    g_string_append_printf (text, "%s{\"id\": \"t%u\", \"name\": \"Topic %u\"}", i == 0 ? "" : ", ", i, i);
  g_string_append (text, "], \"events\": [");
  for (guint i = 0; i < N_LANES; i++)
    g_string_append_printf (text, "%s{\"title\": \"%s\", \"date\": \"2025-10-%02u\", \"topics\": [\"t%u\"]}",
                            i == 0 ? "" : ", ", LONG_TITLE, 1 + i, i);
  g_string_append (text, "]}");
  bytes = g_bytes_new (text->str, text->len);
  dl_session_open_text (self->session, bytes);
  WAIT_FOR (!dl_session_get_loading (self->session));
}

/* Where the lanes are scrolled, a bubble is beside what one sees; over the scroll bar there is nothing to read. */
static void
test_scrolled (WidgetFixture *self, gconstpointer data)
{
  Shown           shown;
  graphene_rect_t bubble;
  const DlOp     *op = NULL;
  float           y = 0;

  open_lanes (self);
  show (self, &shown, 1000, 300);
  dl_view_set_scroll (self->view, 9999);
  WAIT_FOR (dl_view_get_at_rest (self->view));
  g_assert_cmpfloat (dl_view_get_scroll (self->view), >, 50);
  wait_for_frame (&shown);
  for (guint i = 0; i < N_LANES && y < 150; i++)
    {
      op = dl_scene_find_event (dl_view_get_scene (self->view), i, DL_NO_LANE);
      y = op == NULL ? 0 : op->y - (float) dl_view_get_scroll (self->view);
    }
  point_at_op (&shown, op);
  g_assert_true (find_bubble (&shown, DL_PAINT_INK, &bubble));
  g_assert_false (graphene_rect_intersection (&bubble, &GRAPHENE_RECT_INIT (op->x, y, op->w, op->h), NULL));
  g_assert_cmpfloat (ABS (bubble.origin.y - y), <, 100);
  g_assert_cmpint (dl_view_get_width (self->view), <, gtk_widget_get_width (shown.timeline));
  point_at (&shown, dl_view_get_width (self->view) + 2, 200);
  g_assert_false (find_bubble (&shown, DL_PAINT_GRID, &bubble));
  hide (&shown);
}

/* Nothing is told of what moves, nor without a pointer. */
static void
test_silence (WidgetFixture *self, gconstpointer data)
{
  Shown                  shown;
  graphene_rect_t        bubble;
  g_autoptr (GListModel) controllers = NULL;

  show (self, &shown, 1000, 500);
  controllers = gtk_widget_observe_controllers (shown.timeline);
  point_at (&shown, 900, 480);
  g_assert_true (find_bubble (&shown, DL_PAINT_GRID, &bubble));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "leave");
    }
  g_assert_false (find_bubble (&shown, DL_PAINT_GRID, &bubble));
  point_at (&shown, 900, 480);
  dl_view_set_animated (self->view, TRUE);
  dl_view_fly_to (self->view, 1, TRUE);
  g_assert_false (dl_view_get_at_rest (self->view));
  g_assert_false (find_bubble (&shown, DL_PAINT_GRID, &bubble));
  hide (&shown);
}

/* What is measured is tinted from one end to the other, between two lines, and the event that it is measured to
 * is framed. */
static void
test_measure (WidgetFixture *self, gconstpointer data)
{
  Shown           shown;
  GskRenderNode  *node;
  graphene_rect_t tint;
  const DlOp     *other;
  double          left, right;

  show (self, &shown, 1000, 500);
  node = drawn_take (shown.timeline);
  g_assert_false (drawn_has_color (node, get_paint (&shown, DL_PAINT_ACCENT), &tint));
  gsk_render_node_unref (node);
  dl_session_select (self->session, 0);
  dl_session_measure_to (self->session, 1);
  {
    g_autoptr (DlMeasure) measure = dl_session_dup_measure (self->session);

    left = dl_viewport_x (dl_view_get_viewport (self->view), measure->from);
    right = dl_viewport_x (dl_view_get_viewport (self->view), measure->to);
  }
  WAIT_FOR (dl_view_get_at_rest (self->view));
  node = drawn_take (shown.timeline);
  g_assert_true (drawn_has_color (node, get_paint (&shown, DL_PAINT_ACCENT), &tint));
  g_assert_cmpfloat_with_epsilon (tint.origin.x, left, 1);
  g_assert_cmpfloat_with_epsilon (tint.size.width, right - left, 1);
  other = dl_scene_find_event (dl_view_get_scene (self->view), 1, DL_NO_LANE);
  g_assert_nonnull (other);
  gsk_render_node_unref (node);
  hide (&shown);
}

/* Many */

#define N_MANY 400

static char *
write_many (void)
{
  GString *text = g_string_new ("{\"dateline\": 1, \"view\": \"1990/2030\", \"events\": [");

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (text, "%s{\"title\": \"A title that has some length %u\", \"date\": \"%u-%02u-01\"}",
                            i == 0 ? "" : ", ", i, 2000 + i / 40, 1 + i % 12);
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

/* How many begin where there is no room to name them, and how one comes to them. */
static void
test_many (WidgetFixture *self, gconstpointer data)
{
  g_autofree char   *text = write_many ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autofree char   *words = NULL;
  const DlOp        *density;
  Shown              shown;

  dl_session_open_text (self->session, bytes);
  WAIT_FOR (!dl_session_get_loading (self->session));
  show (self, &shown, 1000, 300);
  density = find_op (&shown, DL_ROLE_DENSITY);
  g_assert_nonnull (density);
  words = g_strdup_printf (density->count == 1 ? "%u event begins here" : "%u events begin here", density->count);
  point_at_op (&shown, density);
  g_assert_true (says (&shown, words));
  point_at_op (&shown, find_op (&shown, DL_ROLE_UNLABELLED));
  g_assert_true (says (&shown, "Click for a list of these events"));
  hide (&shown);
}

int
main (int argc, char **argv)
{
  int result;

  if (!widget_fixture_start (&argc, &argv))
    return 77;
  WIDGET_TEST ("/hover/events", LANES, test_events);
  WIDGET_TEST ("/hover/places", LANES, test_places);
  WIDGET_TEST ("/hover/guide", LANES, test_guide);
  WIDGET_TEST ("/hover/reading", LANES, test_reading);
  WIDGET_TEST ("/hover/scrolled", NULL, test_scrolled);
  WIDGET_TEST ("/hover/silence", LANES, test_silence);
  WIDGET_TEST ("/hover/measure", LANES, test_measure);
  WIDGET_TEST ("/hover/many", NULL, test_many);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
