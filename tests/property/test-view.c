/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a view promises, whatever a reader does with it:
 *
 *   V1 the lanes are never scrolled beyond their ends, and the window is of the
 *      width that was asked for, at a useful scale
 *   V2 what is stepped to is in sight when the view has come to rest
 *   V3 a flight ends where it said it would
 *   V4 there and back is where one was: a drag, a pinch
 *   V5 no more is seen than three times the whole, or what the author asks for,
 *      and by whatever way one goes as far as that; and something is in sight
 *   V6 at rest it is the picture of this view and of the event that was selected when it came
 *      to rest, as one is laid out that has never been elsewhere, however one came there;
 *      settling moves nothing to the side
 *   V7 in it that event has a label, if it is in sight in a lane that is not collapsed
 *
 * A failure prints the seed; `--seed` brings it back. */
#include <math.h>

#include <glib/gstdio.h>

#include "layout/dl-home-view.h"
#include "random-timeline.h"
#include "view/dl-view.h"

#ifdef __SANITIZE_ADDRESS__
#define N_WALKS 4
#else
#define N_WALKS 24
#endif
#define N_STEPS 120

typedef struct
{
  DlSession *session;
  DlView    *view;
  gint64     time;
  char      *path;
  gboolean   reselected; /* since labels were placed, it may be */
} Fixture;

static DlTextMeasure *
new_measure (const char *language, gpointer data)
{
  return dl_text_measure_fixed ();
}

/* Some dozens of events over some decades, in some lanes. */
static void
write_events (const char *path)
{
  static const char *const topics[] = { "a", "b", "c", "d" };
  g_autoptr (GString)      out =
    g_string_new ("{\"topics\": [{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"c\"}, {\"id\": \"d\"}], \"events\": [");
  g_autoptr (GError) error = NULL;
  int                n = g_test_rand_int_range (1, 80);

  for (int i = 0; i < n; i++)
    {
      int year =
        g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (1700, 1720) : g_test_rand_int_range (1990, 2020);

      g_string_append_printf (out, "%s{\"title\": \"Number %d\", \"topics\": [\"%s\"], \"date\": \"%d-%02d",
                              i == 0 ? "" : ",", i, topics[g_test_rand_int_range (0, 4)], year,
                              g_test_rand_int_range (1, 13));
      if (g_test_rand_bit ())
        g_string_append_printf (out, "-%02d", g_test_rand_int_range (1, 29));
      if (g_test_rand_int_range (0, 4) == 0)
        g_string_append_printf (out, "/%d", year + g_test_rand_int_range (1, 9));
      g_string_append (out, "\"}");
    }
  g_string_append (out, "]");
  if (g_test_rand_int_range (0, 3) == 0)
    g_string_append (out, ", \"asOf\": \"2021-10\"");
  if (g_test_rand_int_range (0, 4) == 0)
    g_string_append_printf (out, ", \"view\": \"%d/2030\"", g_test_rand_int_range (1000, 2020));
  g_string_append (out, "}");
  g_file_set_contents (path, out->str, (gssize) out->len, &error);
  g_assert_no_error (error);
}

static void
reselected_cb (Fixture *self)
{
  self->reselected = TRUE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile)  file = NULL;
  int                fd = g_file_open_tmp ("dateline-XXXXXX.dateline.json", &self->path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  write_events (self->path);
  file = g_file_new_for_path (self->path);
  self->session = dl_session_new ();
  self->view = dl_view_new (self->session);
  dl_view_set_fold (self->view, g_test_rand_bit ());
  dl_view_set_measure_func (self->view, new_measure, NULL);
  dl_view_set_size (self->view, 900, 400);
  g_signal_connect_swapped (self->session, "notify::selected", G_CALLBACK (reselected_cb), self);
  dl_session_open (self->session, file);
  while (dl_session_get_loading (self->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (dl_view_get_viewport (self->view));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (self->session);
  g_unlink (self->path);
  g_free (self->path);
}

static void
check_v1 (Fixture *self)
{
  const DlViewport *viewport = dl_view_get_viewport (self->view);
  double            most = MAX (dl_view_get_lanes_height (self->view) - dl_view_get_page_height (self->view), 0);
  DlScene          *scene = dl_view_get_scene (self->view);
  DlInstant         from, to;

  g_assert_cmpfloat (dl_view_get_scroll (self->view), >=, 0);
  /* On the way to where it settles it may be where there was more to scroll. */
  if (!dl_view_get_settling (self->view))
    g_assert_cmpfloat (dl_view_get_scroll (self->view), <=, most + 1e-6);
  g_assert_cmpfloat (viewport->width, ==, dl_view_get_width (self->view));
  g_assert_cmpfloat (viewport->scale, >=, DL_SCALE_MIN);
  g_assert_cmpfloat (viewport->scale, <=, DL_SCALE_MAX);
  g_assert_true (dl_view_get_range (self->view, &from, &to));
  g_assert_cmpint (dl_instant_compare (from, to), <, 0);
  g_assert_true (viewport->folds == dl_arrangement_get_folds (dl_view_get_arrangement (self->view)));
  g_assert_cmpuint (dl_viewport_inside_fold (viewport), ==, DL_NO_FOLD);
  g_assert_cmpfloat (dl_scene_get_width (scene), ==, dl_view_get_width (self->view));
  g_assert_cmpfloat (dl_scene_get_height (scene), ==,
                     (dl_view_get_head_height (self->view) + dl_view_get_page_height (self->view)));
  g_assert_cmpfloat (dl_scene_get_scroll (scene), ==, dl_view_get_scroll (self->view));
}

/* Seconds of the folded axis. */
static double
axis_length (const DlViewport *viewport, DlInstant from, DlInstant to)
{
  return dl_instant_distance (dl_folds_to_axis (viewport->folds, from), dl_folds_to_axis (viewport->folds, to));
}

static double
most_seconds (Fixture *self)
{
  DlTimeline       *timeline = dl_view_get_timeline (self->view);
  const DlViewport *viewport = dl_view_get_viewport (self->view);
  DlInstant         today = dl_view_get_today ();
  DlInstant         from, to, asked_from, asked_to;

  dl_full_view (timeline, viewport->folds, &today, &from, &to);
  if (!dl_timeline_get_view (timeline, &asked_from, &asked_to))
    return 3 * axis_length (viewport, from, to);
  return MAX (3 * axis_length (viewport, from, to), axis_length (viewport, asked_from, asked_to));
}

static void
check_v5 (Fixture *self)
{
  DlTimeline       *timeline = dl_view_get_timeline (self->view);
  const DlViewport *viewport = dl_view_get_viewport (self->view);
  DlInstant         today = dl_view_get_today ();
  DlInstant         first, last, as_of;
  DlInstant         from, to, asked_from, asked_to;

  g_assert_cmpfloat (viewport->width / viewport->scale, <=, most_seconds (self) * (1 + 1e-6));
  g_assert_true (dl_timeline_get_extent (timeline, &first, &last));
  if (dl_timeline_get_as_of (timeline, &as_of))
    last = dl_instant_max (last, as_of);
  /* Of today there is a line, where that is hardly later than the last date. */
  dl_full_view (timeline, viewport->folds, &today, &from, &to);
  if (dl_instant_compare (today, to) <= 0)
    last = dl_instant_max (last, today);
  if (dl_timeline_get_view (timeline, &asked_from, &asked_to))
    {
      first = dl_instant_min (first, asked_from);
      last = dl_instant_max (last, asked_to);
    }
  g_assert_cmpfloat (dl_viewport_x (viewport, first), <=, viewport->width * 0.9 + 0.1);
  g_assert_cmpfloat (dl_viewport_x (viewport, last), >=, viewport->width * 0.1 - 0.1);
}

/* As far out as can be, by keys, wheel or pinch. */
static void
zoom_out (Fixture *self)
{
  double x = g_test_rand_double_range (0, dl_view_get_width (self->view));
  int    way = g_test_rand_int_range (0, 3);

  dl_view_set_animated (self->view, FALSE);
  if (way > 1)
    dl_view_begin_pinch (self->view, x);
  for (guint i = 1; i <= 50; i++)
    if (way == 0)
      dl_view_zoom (self->view, 0.5);
    else if (way == 1)
      dl_view_zoom_at (self->view, x, -1);
    else
      dl_view_pinch (self->view, x, exp2 (-(double) i));
  dl_view_end_pinch (self->view);
  g_assert_cmpfloat_with_epsilon (
    dl_view_get_width (self->view) / dl_view_get_viewport (self->view)->scale / most_seconds (self), 1, 1e-6);
}

/* Flies to the end, or is there already. */
static void
check_v3 (Fixture *self)
{
  DlInstant from, to, then_from, then_to;
  double    pixel;
  gboolean  flew = dl_view_get_flying (self->view);

  g_assert_true (dl_view_get_destination (self->view, &from, &to));
  for (guint i = 0; dl_view_advance (self->view, self->time); i++)
    {
      g_assert_cmpuint (i, <, 1000);
      self->time += g_test_rand_int_range (1, 40000);
      check_v5 (self);
    }
  g_assert_false (dl_view_get_flying (self->view));
  g_assert_true (dl_view_get_range (self->view, &then_from, &then_to));
  pixel = dl_instant_distance (then_from, then_to) / dl_view_get_width (self->view);
  /* A fold that opens at its end shows more. */
  if (flew && dl_view_get_opened (self->view)->n == 0)
    g_assert_cmpfloat_with_epsilon (dl_instant_distance (from, then_from), 0, pixel);
}

static char *
dump (DlScene *scene)
{
  GString *out = g_string_new (NULL);

  dl_scene_dump (scene, out);
  return g_string_free (out, FALSE);
}

/* Until it begins to settle, or has no need to; whoever holds it lets go, and a
 * flight arrives. */
static void
wait_for_rest (Fixture *self)
{
  dl_view_end_drag (self->view);
  dl_view_end_pinch (self->view);
  for (gint64 time = 1; dl_view_get_flying (self->view); time += 20000)
    dl_view_advance (self->view, time);
  while (!dl_view_get_settling (self->view) && !dl_view_get_at_rest (self->view))
    g_main_context_iteration (NULL, TRUE);
}

/* Where the words of each label begin. */
static GHashTable *
find_places (Fixture *self)
{
  GHashTable *places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (dl_view_get_scene (self->view), &n_ops);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_CARD || ops[i].role == DL_ROLE_LABEL)
      g_hash_table_insert (places, GUINT_TO_POINTER (ops[i].event), g_memdup2 (&ops[i].x, sizeof ops[i].x));
  return places;
}

/* Selecting moves nothing: the labels are those for what was selected when they were placed,
 * and go on to what is selected now when they are placed the next time. */
static void
place_for_selected (Fixture *self)
{
  double width = dl_view_get_width (self->view);
  double height = dl_view_get_head_height (self->view) + dl_view_get_page_height (self->view);

  if (!self->reselected)
    return;
  dl_view_set_size (self->view, width, height + 1);
  dl_view_set_size (self->view, width, height);
  self->reselected = FALSE;
}

static void
check_v7 (const DlLayoutInput *input)
{
  g_autoptr (DlPlacement) placement = dl_layout_place (input);
  DlPlacementInput        placing = { .arrangement = input->arrangement, .viewport = input->viewport };

  for (guint i = 0; i < dl_arrangement_get_n_lanes (input->arrangement); i++)
    {
      guint item = dl_placement_input_find (&placing, i, input->selected);

      g_assert_true (item == DL_NONE || dl_placement_find (placement, i, item) != NULL);
    }
}

static void
check_v6 (Fixture *self)
{
  DlLayoutInput          input = { .arrangement = dl_view_get_arrangement (self->view) };
  g_autoptr (DlScene)    afresh = NULL;
  g_autofree char       *expected = NULL;
  g_autofree char       *found = NULL;
  g_autoptr (GHashTable) before = NULL;
  DlTextMeasure         *measure = dl_text_measure_fixed ();

  if (g_test_rand_int_range (0, 8) == 0)
    wait_for_rest (self);
  else
    dl_view_rest (self->view);
  before = find_places (self);
  for (gint64 time = 1; dl_view_advance (self->view, time); time += 20000)
    {
      g_autoptr (GHashTable) now = find_places (self);
      GHashTableIter         iter;
      gpointer               event, place;

      g_hash_table_iter_init (&iter, now);
      while (g_hash_table_iter_next (&iter, &event, &place))
        {
          float *was = g_hash_table_lookup (before, event);

          g_assert_true (was == NULL || *was == *(float *) place);
        }
    }
  g_assert_true (dl_view_get_at_rest (self->view));
  place_for_selected (self);
  input.measure = measure;
  input.viewport = *dl_view_get_viewport (self->view);
  input.height = dl_view_get_head_height (self->view) + dl_view_get_page_height (self->view);
  input.scroll = dl_view_get_scroll (self->view);
  input.zone = dl_timeline_get_zone (dl_view_get_timeline (self->view));
  input.selected = dl_session_get_selected_position (self->session);
  input.only_in_sight = input.interactive = input.notes = input.has_today = input.name_selected = TRUE;
  input.today = dl_view_get_today ();
  afresh = dl_layout_build (&input);
  expected = dump (afresh);
  found = dump (dl_view_get_scene (self->view));
  g_assert_cmpstr (found, ==, expected);
  if (input.selected != DL_NONE)
    check_v7 (&input);
  dl_text_measure_free (measure);
}

static void
check_v2 (Fixture *self)
{
  guint       position = dl_session_get_selected_position (self->session);
  guint       lane = dl_view_get_current_lane (self->view);
  DlScene    *scene;
  const DlOp *op;
  double      top, bottom;

  g_assert_cmpuint (position, !=, DL_NONE);
  scene = dl_view_get_scene (self->view);
  op = dl_scene_find_event (scene, position, lane);
  g_assert_nonnull (op);
  top = (double) op->y - dl_scene_get_scroll (scene);
  bottom = top + (double) op->h;
  g_assert_cmpfloat ((double) (op->x + op->w), >, 0);
  g_assert_cmpfloat ((double) op->x, <, dl_scene_get_width (scene));
  /* Where there is room for it. */
  if (dl_view_get_page_height (self->view) < 150)
    return;
  g_assert_cmpfloat (top, >=, dl_scene_get_head_height (scene) - 1);
  g_assert_cmpfloat (bottom, <=, dl_scene_get_height (scene) + 1);
}

static void
check_v4 (Fixture *self, gboolean pinch)
{
  DlInstant from, to, then_from, then_to;
  double    scroll = dl_view_get_scroll (self->view);
  double    pixel, x = g_test_rand_double_range (0, dl_view_get_width (self->view));
  guint     n_opened;

  n_opened = dl_view_get_opened (self->view)->n;
  g_assert_true (dl_view_get_range (self->view, &from, &to));
  pixel = dl_instant_distance (from, to) / dl_view_get_width (self->view);
  if (pinch)
    dl_view_begin_pinch (self->view, x);
  else
    dl_view_begin_drag (self->view);
  for (guint i = 0; i < 6; i++)
    if (pinch)
      dl_view_pinch (self->view, x + g_test_rand_double_range (-50, 50), i == 5 ? 1 : random_log_uniform (0.3, 3));
    else
      dl_view_drag (self->view, g_test_rand_double_range (-300, 300), g_test_rand_double_range (-300, 300));
  if (pinch)
    dl_view_pinch (self->view, x, 1);
  else
    dl_view_drag (self->view, 0, 0);
  dl_view_end_drag (self->view);
  dl_view_end_pinch (self->view);
  if (dl_view_get_opened (self->view)->n != n_opened)
    return;
  g_assert_true (dl_view_get_range (self->view, &then_from, &then_to));
  g_assert_cmpfloat_with_epsilon (dl_instant_distance (from, then_from), 0, pixel / 10);
  g_assert_cmpfloat_with_epsilon (dl_view_get_scroll (self->view), scroll, 1e-6);
}

static void
step (Fixture *self)
{
  DlView *view = self->view;
  double  x = g_test_rand_double_range (0, dl_view_get_width (view));
  int     direction = g_test_rand_bit () ? 1 : -1;

  switch (g_test_rand_int_range (0, 16))
    {
    case 0:
      dl_view_zoom_at (view, x, g_test_rand_double_range (-3, 3));
      break;
    case 1:
      dl_view_pan (view, direction * random_log_uniform (1, 1e6));
      break;
    case 2:
      dl_view_set_size (view, floor (random_log_uniform (200, 3000)), floor (random_log_uniform (120, 2000)));
      break;
    case 3:
      dl_view_set_scroll (view, g_test_rand_double_range (-100, 3000));
      break;
    case 4:
      dl_view_go_home (view);
      break;
    case 5:
      dl_view_fit (view);
      break;
    case 6:
      dl_view_turn_page (view, direction);
      break;
    case 7:
      dl_view_toggle_lane (
        view, (guint) g_test_rand_int_range (0, (int) dl_arrangement_get_n_lanes (dl_view_get_arrangement (view))));
      break;
    case 8:
      dl_view_show_below (view);
      break;
    case 9:
      dl_view_set_fold (view, g_test_rand_bit ());
      break;
    case 10:
      dl_view_open_fold (view, 0);
      break;
    case 11:
      dl_view_zoom (view, random_log_uniform (0.2, 5));
      break;
    case 12:
      dl_session_set_lane_field (self->session, g_test_rand_bit () ? DL_LANES_BY_TOPIC : DL_LANES_BY_STATUS);
      break;
    case 13:
      dl_session_select (self->session, DL_NONE);
      break;
    case 14:
      dl_session_select (
        self->session, (guint) g_test_rand_int_range (0, (int) dl_timeline_get_n_events (dl_view_get_timeline (view))));
      break;
    default:
      dl_view_fly_to (view,
                      (guint) g_test_rand_int_range (0, (int) dl_timeline_get_n_events (dl_view_get_timeline (view))),
                      g_test_rand_bit ());
      break;
    }
}

static void
test_walks (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      dl_view_set_animated (self->view, g_test_rand_bit ());
      step (self);
      check_v1 (self);
      check_v5 (self);
      if (g_test_rand_bit ())
        check_v3 (self);
      switch (g_test_rand_int_range (0, 9))
        {
        case 0:
          check_v3 (self);
          check_v4 (self, FALSE);
          break;
        case 1:
          check_v3 (self);
          check_v4 (self, TRUE);
          break;
        case 2:
          g_assert_true (dl_view_step_event (self->view, g_test_rand_int_range (-1, 2)));
          check_v3 (self);
          check_v2 (self);
          break;
        case 3:
          if (dl_view_step_lane (self->view, g_test_rand_bit () ? 1 : -1))
            {
              check_v3 (self);
              check_v2 (self);
            }
          break;
        case 4:
          zoom_out (self);
          break;
        case 5:
        case 6:
          check_v6 (self);
          break;
        default:
          break;
        }
      check_v1 (self);
      check_v5 (self);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < N_WALKS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/property/view/%u", i);

      g_test_add (path, Fixture, NULL, set_up, test_walks, tear_down);
    }
  return g_test_run ();
}
