/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a picture explains at its foot: the signs that are in it, of these the unusual ones,
 * and never at the timeline's cost. */
#include "layout/dl-layout.h"

#include <string.h>

#include "sample-timeline.h"

#define WIDTH 1000.0
#define AS_OF "2025-10-22"

typedef struct
{
  DlTimeline    *timeline;
  DlArrangement *arrangement;
  DlLayoutInput  input;
  DlScene       *scene;
} Picture;

static void
picture_clear (Picture *self)
{
  g_clear_pointer (&self->scene, dl_scene_unref);
  g_clear_pointer (&self->arrangement, dl_arrangement_unref);
  g_clear_object (&self->timeline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static void
draw_again (Picture *self)
{
  g_clear_pointer (&self->scene, dl_scene_unref);
  self->scene = dl_layout_build (&self->input);
}

static Picture
draw (const SampleEvent *events,
      guint              n_events,
      const char        *as_of,
      const char        *from,
      const char        *to,
      double             height,
      DlLegendMode       legend)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  Picture                       self = { NULL };

  if (as_of != NULL)
    dl_timeline_builder_set_as_of (builder, as_of);
  sample_add_events (builder, events, n_events);
  self.timeline = dl_timeline_builder_end (builder);
  self.arrangement = dl_arrangement_new (self.timeline, dl_text_measure_fixed (), NULL);
  self.input =
    (DlLayoutInput){ .arrangement = self.arrangement, .measure = dl_text_measure_fixed (), .selected = DL_NONE };
  self.input.height = height;
  self.input.legend = legend;
  dl_viewport_set_range (&self.input.viewport, sample_instant (from), sample_instant (to), WIDTH);
  draw_again (&self);
  return self;
}

/* The words of the legend, in order, with a bar between them. */
static char *
dup_words (DlScene *scene)
{
  GString    *words = g_string_new (NULL);
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == DL_ROLE_LEGEND)
      g_string_append_printf (words, "%s%s", words->len > 0 ? "|" : "", ops[i].text);
  return g_string_free (words, FALSE);
}

static gboolean
is_of_legend (const DlOp *op)
{
  return op->role == DL_ROLE_LEGEND || (op->flags & DL_OP_SAMPLE) != 0;
}

/* y of the topmost of what explains signs; the picture's height where nothing does. */
static double
top_of_legend (DlScene *scene)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);
  double      top = dl_scene_get_height (scene);

  for (guint i = 0; i < n_ops; i++)
    if (is_of_legend (&ops[i]))
      top = MIN (top, (double) ops[i].y);
  return top;
}

/* Nothing of the timeline reaches down to it, and it lies within the picture, on a ground
 * that hides what goes on behind all lanes. */
static void
check_apart (DlScene *scene)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);
  double      top = top_of_legend (scene);
  gboolean    grounded = FALSE;

  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];

      if (is_of_legend (op))
        {
          g_assert_true (grounded);
          g_assert_true (op->flags & DL_OP_FIXED);
          g_assert_cmpuint (op->event, ==, DL_NONE);
          g_assert_cmpfloat (op->x, >=, 0);
          g_assert_cmpfloat ((double) (op->x + op->w), <=, dl_scene_get_width (scene) + 0.5);
          g_assert_cmpfloat ((double) (op->y + op->h), <=, dl_scene_get_height (scene));
        }
      else if (op->role == DL_ROLE_GROUND && op->fill == DL_PAINT_VIEW && (double) op->y < top &&
               (double) op->w >= dl_scene_get_width (scene) && (double) (op->y + op->h) >= dl_scene_get_height (scene))
        grounded = TRUE;
      else if (op->role != DL_ROLE_BACKGROUND)
        g_assert_cmpfloat ((double) (op->y + op->h), <=, top);
    }
}

/* By what is drawn: what lies beside the picture, or is too short to be seen, is no sign. */
static void
test_shown (void)
{
  static const struct
  {
    const char *date, *from, *to;
    DlStatus    status;
    guint32     meanings;
  } rows[] = {
    { "2025-10-25", "2025-10-20", "2025-10-30", DL_STATUS_HAPPENED, DL_MEANS_DATE },
    { "2025-10-25T12:00Z", "2025-10-20", "2025-10-30", DL_STATUS_HAPPENED, DL_MEANS_TIME },
    /* All diamonds are alike; near enough, it is a line. */
    { "2025-10-25T12:00Z", "2025-10-20", "2025-10-30", DL_STATUS_PLANNED, DL_MEANS_TIME },
    { "2025-10-25T12:00Z", "2025-10-20", "2025-10-30", DL_STATUS_CANCELLED, DL_MEANS_TIME | DL_MEANS_CANCELLED },
    { "2025-10-25T12:00Z", "2025-10-25T11:59Z", "2025-10-25T12:03Z", DL_STATUS_PLANNED, DL_MEANS_PLANNED_DATE },
    { "2025-10-25~", "2025-10-20", "2025-10-30", DL_STATUS_HAPPENED, DL_MEANS_AROUND },
    { "2025-10-25~", "2025-10-25", "2025-10-26", DL_STATUS_HAPPENED, DL_MEANS_DATE },
    { "2025-10-25~", "2020-01-01", "2030-01-01", DL_STATUS_HAPPENED, DL_MEANS_DATE },
    { "2025-10-25?", "2025-10-20", "2025-10-30", DL_STATUS_HAPPENED, DL_MEANS_UNCERTAIN },
    { "2025-10-25", "2025-10-20", "2025-10-30", DL_STATUS_CANCELLED, DL_MEANS_DATE | DL_MEANS_CANCELLED },
    { "2025-10-22/2025-10-25", "2025-10-20", "2025-10-30", DL_STATUS_HAPPENED, DL_MEANS_INTERVAL },
    { "2025-08/2025-12", "2025-07-01", "2026-02-01", DL_STATUS_HAPPENED, DL_MEANS_FADING },
    { "2025-08/2025-12", "2025-07-01", "2025-10-01", DL_STATUS_HAPPENED, DL_MEANS_FADING },
    { "2025-08/2025-12", "2025-10-01", "2026-02-01", DL_STATUS_HAPPENED, DL_MEANS_FADING },
    { "2025-08/2025-12", "2025-10-01", "2025-10-11", DL_STATUS_HAPPENED, DL_MEANS_INTERVAL },
    { "2025-08/2025-12", "1000-01-01", "2500-01-01", DL_STATUS_HAPPENED, DL_MEANS_INTERVAL },
    { "2025-10-22/..", "2025-10-20", "2025-10-30", DL_STATUS_HAPPENED, DL_MEANS_OPEN_END },
    /* In sight it has its arrow, wherever it ends; but not where there is little of it. */
    { "2025-01-01/..", "2025-10-20", "2025-10-30", DL_STATUS_HAPPENED, DL_MEANS_OPEN_END },
    { "2025-10-29T20/..", "2025-10-20", "2025-10-30", DL_STATUS_HAPPENED, DL_MEANS_INTERVAL },
    { "../2025-10-25", "2025-10-20", "2025-10-30", DL_STATUS_HAPPENED, DL_MEANS_OPEN_START },
    { "2025-10-22/", "2025-10-20", "2025-10-30", DL_STATUS_HAPPENED, DL_MEANS_UNKNOWN_END },
    { "/2025-10-25", "2025-10-20", "2025-10-30", DL_STATUS_HAPPENED, DL_MEANS_UNKNOWN_START },
    { "2025-10-22/2025-10-25", "2025-10-20", "2025-10-30", DL_STATUS_PLANNED, DL_MEANS_PLANNED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const SampleEvent events[] = { { rows[i].date, .status = rows[i].status, .topic = "a" },
                                     { "2001-01-01", .topic = "b" } };
      g_auto (Picture)  self = draw (events, 2, NULL, rows[i].from, rows[i].to, 0, DL_LEGEND_NONE);
      DlLegendShown     shown;

      g_test_message ("%s in %s/%s", rows[i].date, rows[i].from, rows[i].to);
      dl_legend_find_shown (self.scene, &shown);
      /* The other one is a mark at most. */
      g_assert_cmphex (shown.meanings & ~(guint32) (strcmp (rows[i].from, "1000-01-01") == 0 ? DL_MEANS_DATE : 0), ==,
                       rows[i].meanings);
    }
}

/* The part after the as-of date, where that is in sight. */
static void
test_shown_as_of (void)
{
  static const SampleEvent events[] = { { "2025-10-10/2025-10-30" } };
  static const struct
  {
    const char *from, *to;
    guint32     meanings;
  } rows[] = {
    { "2025-10-01", "2025-11-10", DL_MEANS_INTERVAL | DL_MEANS_EXPECTED | DL_MEANS_AS_OF },
    { "2025-10-25", "2025-11-10", DL_MEANS_INTERVAL | DL_MEANS_EXPECTED | DL_MEANS_AS_OF },
    { "2025-10-01", "2025-10-20", DL_MEANS_INTERVAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Picture) self = draw (events, 1, AS_OF, rows[i].from, rows[i].to, 0, DL_LEGEND_NONE);
      DlLegendShown    shown;

      dl_legend_find_shown (self.scene, &shown);
      g_assert_cmphex (shown.meanings, ==, rows[i].meanings);
    }
}

/* What is scrolled away is not seen, and what has no label is in a strip. */
static void
test_shown_in_sight (void)
{
  static const SampleEvent events[] = { { "2025-10-05", .topic = "a" },
                                        { "2025-10-05", .topic = "b", .status = DL_STATUS_PLANNED } };
  g_auto (Picture)         self = draw (events, 2, NULL, "2025-10-01", "2025-10-21", 0, DL_LEGEND_NONE);
  DlLegendShown            shown;
  double                   head = dl_scene_get_head_height (self.scene);
  double                   all = dl_scene_get_content_height (self.scene);

  dl_legend_find_shown (self.scene, &shown);
  g_assert_cmphex (shown.meanings, ==, DL_MEANS_DATE | DL_MEANS_PLANNED_DATE);
  g_assert_cmpuint (shown.hues[DL_SIGN_LINE], ==, dl_arrangement_get_lane (self.arrangement, 0)->hue);
  g_assert_cmpuint (shown.hues[DL_SIGN_DASHES], ==, dl_arrangement_get_lane (self.arrangement, 1)->hue);
  g_assert_cmpuint (shown.hues[DL_SIGN_DASHES], !=, shown.hues[DL_SIGN_LINE]);
  self.input.notes = TRUE;
  self.input.placement = dl_layout_place (&self.input);
  self.input.height = head + (all - head) / 2 - 10;
  draw_again (&self);
  dl_legend_find_shown (self.scene, &shown);
  g_assert_cmphex (shown.meanings, ==, DL_MEANS_DATE);
  self.input.scroll = all - self.input.height;
  draw_again (&self);
  dl_legend_find_shown (self.scene, &shown);
  g_assert_cmphex (shown.meanings, ==, DL_MEANS_PLANNED_DATE);
  dl_placement_unref (self.input.placement);
}

static const DlOp *
find_text (DlScene *scene, guint event)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].event == event && ops[i].role == DL_ROLE_TEXT)
      return &ops[i];
  return NULL;
}

/* Words may still be in sight when what they name has gone: that they are pale is no sign. */
static void
test_shown_outside (void)
{
  static const SampleEvent  events[] = { { "2025-10-05" }, { "2025-10-15" } };
  g_auto (Picture)          self = draw (events, 2, NULL, "2025-10-04", "2025-11-13", 0, DL_LEGEND_NONE);
  g_auto (DlArrangeOptions) options = { 0 };
  DlLegendShown             shown;
  const DlOp               *text;

  options.shown = dl_event_set_new (2);
  dl_event_set_add (options.shown, 1);
  dl_arrangement_unref (self.arrangement);
  self.arrangement = self.input.arrangement = dl_arrangement_new (self.timeline, dl_text_measure_fixed (), &options);
  self.input.placement = dl_layout_place (&self.input);
  draw_again (&self);
  dl_legend_find_shown (self.scene, &shown);
  g_assert_cmphex (shown.meanings, ==, DL_MEANS_DATE | DL_MEANS_DIMMED);
  dl_viewport_set_range (&self.input.viewport, sample_instant ("2025-10-06T02Z"), sample_instant ("2025-11-15"), WIDTH);
  draw_again (&self);
  text = find_text (self.scene, 0);
  g_assert_nonnull (text);
  g_assert_true (text->x + text->w > 0 && text->flags & DL_OP_OUTSIDE && text->flags & DL_OP_DIMMED);
  dl_legend_find_shown (self.scene, &shown);
  g_assert_cmphex (shown.meanings, ==, DL_MEANS_DATE);
  dl_placement_unref (self.input.placement);
}

/* What needs a legend, and what else is in it then. */
static void
test_choice (void)
{
  static const guint32 plain = DL_MEANS_DATE | DL_MEANS_TIME | DL_MEANS_INTERVAL | DL_MEANS_AS_OF | DL_MEANS_FOLD;
  static const guint32 unlabelled = DL_MEANS_MARK | DL_MEANS_DENSITY;

  for (guint i = 0; i < 26; i++)
    {
      guint32  one = 1u << i;
      gboolean unusual = (one & (plain | unlabelled)) == 0;

      g_assert_cmphex (dl_legend_choose (DL_LEGEND_NONE, one), ==, 0);
      g_assert_cmphex (dl_legend_choose (DL_LEGEND_ALL, one), ==, one);
      g_assert_cmphex (dl_legend_choose (DL_LEGEND_IF_NEEDED, one), ==, unusual ? one : 0);
      g_assert_cmphex (dl_legend_choose (DL_LEGEND_IF_NEEDED, one | plain | unlabelled), ==,
                       unusual ? one | unlabelled : 0);
    }
}

static void
test_words (void)
{
  static const SampleEvent plain[] = { { "2025-10-05" }, { "2025-10-07/2025-10-09" } };
  static const SampleEvent unusual[] = { { "2025-10-05" },
                                         { "2025-10-07/2025-10-09", .status = DL_STATUS_PLANNED },
                                         { "2025-10-15", .status = DL_STATUS_CANCELLED } };
  g_auto (Picture)         self = draw (plain, 2, NULL, "2025-10-01", "2025-10-21", 0, DL_LEGEND_IF_NEEDED);
  g_auto (Picture)         other = draw (unusual, 3, NULL, "2025-10-01", "2025-10-21", 0, DL_LEGEND_IF_NEEDED);
  g_autofree char         *none = dup_words (self.scene);
  g_autofree char         *all = NULL;
  g_autofree char         *needed = dup_words (other.scene);
  g_autofree char         *both = NULL;

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpfloat (dl_scene_get_height (self.scene), ==, dl_scene_get_content_height (self.scene));
  g_assert_cmpstr (needed, ==, "a planned period|cancelled");
  check_apart (other.scene);
  self.input.legend = other.input.legend = DL_LEGEND_ALL;
  draw_again (&self);
  draw_again (&other);
  all = dup_words (self.scene);
  both = dup_words (other.scene);
  g_assert_cmpstr (all, ==, "a date, as wide as what is known of it|from one date to another");
  g_assert_cmpstr (both, ==, "a date, as wide as what is known of it|a planned period|cancelled");
  check_apart (self.scene);
}

/* A sample has the colour of the lane that the sign is in first, and no part of it reaches
 * farther than it is wide; what goes on without an end fades out there. */
static void
test_samples (void)
{
  static const SampleEvent events[] = { { "2025-10-05", .topic = "a" },
                                        { "2025-10-07/..", .topic = "b" },
                                        { "2025-10-09/..", .topic = "c" },
                                        { "../2025-10-12", .topic = "c" },
                                        { "2025-10-15", .topic = "c", .status = DL_STATUS_CANCELLED } };
  g_auto (Picture) self = draw (events, G_N_ELEMENTS (events), NULL, "2025-10-01", "2025-10-21", 0, DL_LEGEND_ALL);
  guint            n_ops, n_open = 0, n_struck = 0;
  const DlOp      *ops = dl_scene_get_ops (self.scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];

      if ((op->flags & DL_OP_SAMPLE) == 0)
        continue;
      g_assert_cmpfloat (op->w, <=, DL_SAMPLE_WIDTH);
      g_assert_cmpfloat (op->h, <=, DL_SAMPLE_HEIGHT);
      if (op->flags & DL_OP_OPEN_END)
        {
          g_assert_cmpuint (op->hue, ==, dl_arrangement_get_lane (self.arrangement, 1)->hue);
          g_assert_cmpfloat (op->solid_to, <, op->x + op->w);
          g_assert_cmpfloat (op->solid_from, ==, op->x);
        }
      else if (op->flags & DL_OP_OPEN_START)
        {
          g_assert_cmpuint (op->hue, ==, dl_arrangement_get_lane (self.arrangement, 2)->hue);
          g_assert_cmpfloat (op->solid_from, >, op->x);
          g_assert_cmpfloat (op->solid_to, ==, op->x + op->w);
        }
      n_open += (op->flags & (DL_OP_OPEN_START | DL_OP_OPEN_END)) != 0;
      n_struck += op->kind == DL_OP_TEXT && (op->flags & DL_OP_CANCELLED) != 0;
      /* Whatever says nothing in letters says it to a pointer. */
      if (op->kind != DL_OP_TEXT)
        g_assert_nonnull (op->text);
    }
  g_assert_cmpuint (n_open, ==, 2);
  g_assert_cmpuint (n_struck, ==, 1);
}

/* Of a window there is no such foot. */
static void
test_none_in_a_window (void)
{
  static const SampleEvent events[] = { { "2025-10-05", .status = DL_STATUS_PLANNED } };
  g_auto (Picture)         self = draw (events, 1, NULL, "2025-10-01", "2025-10-21", 0, DL_LEGEND_ALL);
  g_autofree char         *words = NULL;

  self.input.notes = TRUE;
  draw_again (&self);
  words = dup_words (self.scene);
  g_assert_cmpstr (words, ==, "");
}

static void
check_size (Picture *self, double width, double height)
{
  self->input.height = height;
  dl_viewport_set_range (&self->input.viewport, sample_instant ("2025-10-01"), sample_instant ("2025-10-21"), width);
  draw_again (self);
  check_apart (self->scene);
  if (height > 0)
    g_assert_cmpfloat (dl_scene_get_height (self->scene), ==, height);
}

/* Letter for letter, wherever lines end. */
static char *
dup_letters (const char *words)
{
  g_auto (GStrv) pieces = g_strsplit_set (words, "| ", -1);

  return g_strjoinv (NULL, pieces);
}

/* In any size it is apart from the lanes, and says all that it has to. */
static void
test_sizes (void)
{
  static const SampleEvent events[] = {
    { "2025-10-05", .topic = "a" },
    { "2025-10-07/2025-10-09", .topic = "a", .status = DL_STATUS_PLANNED },
    { "2025-10-11/..", .topic = "b" },
    { "/2025-10-12", .topic = "b" },
    { "2025-10-15~", .topic = "c" },
    { "2025-10-15", .topic = "c", .status = DL_STATUS_DISPUTED },
    { "2025-10-15", .topic = "d", .status = DL_STATUS_CANCELLED },
  };
  g_auto (Picture)  self = draw (events, G_N_ELEMENTS (events), NULL, "2025-10-01", "2025-10-21", 0, DL_LEGEND_ALL);
  g_autofree char  *first = dup_words (self.scene);
  static const char expected[] =
    "a date, as wide as what is known of it|around that time, perhaps where it fades|goes "
    "on, with no end set|it is not known when it began|disputed|a planned period|cancelled";
  double lowest = dl_scene_get_height (self.scene) - top_of_legend (self.scene);

  g_assert_cmpstr (first, ==, expected);
  for (double width = 2400; width >= 120; width -= 40)
    {
      g_autofree char *words = NULL;
      double           legend;

      check_size (&self, width, 0);
      legend = dl_scene_get_height (self.scene) - top_of_legend (self.scene);
      if (width <= WIDTH)
        g_assert_cmpfloat (legend, >=, lowest);
      words = dup_words (self.scene);
      /* In narrow pictures they take several lines. */
      if (width >= 500)
        g_assert_cmpstr (words, ==, expected);
      else if (width >= 240)
        {
          g_autofree char *found = dup_letters (words);
          g_autofree char *all = dup_letters (expected);

          g_assert_cmpstr (found, ==, all);
        }
    }
  for (double height = 1000; height >= 20; height -= 20)
    {
      self.input.legend = DL_LEGEND_ALL;
      check_size (&self, 800, height);
      self.input.legend = DL_LEGEND_IF_NEEDED;
      check_size (&self, 800, height);
    }
}

/* It is asked for, or it takes no name from anything, nor much of the picture. */
static void
test_room (void)
{
  SampleEvent      events[12];
  g_auto (Picture) self = { NULL };
  double           high, kept = 0;
  gboolean         full = FALSE, partly = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    events[i] = (SampleEvent){ "2025-10-10", "An event with a title", .status = DL_STATUS_PLANNED };
  self = draw (events, G_N_ELEMENTS (events), NULL, "2025-10-01", "2025-10-21", 0, DL_LEGEND_NONE);
  high = dl_scene_get_height (self.scene);
  for (double height = high + 60; height > 60; height -= 4)
    {
      gboolean all_named, explained;

      self.input.height = height;
      self.input.legend = DL_LEGEND_NONE;
      draw_again (&self);
      all_named = dl_scene_get_unnamed (self.scene) == NULL;
      self.input.legend = DL_LEGEND_IF_NEEDED;
      draw_again (&self);
      explained = top_of_legend (self.scene) < height;
      if (all_named && explained)
        g_assert_null (dl_scene_get_unnamed (self.scene));
      if (explained)
        g_assert_cmpfloat (height - top_of_legend (self.scene), <=, height / 4);
      g_assert_false (explained && dl_scene_get_unexplained (self.scene));
      full |= all_named && !explained;
      partly |= !all_named && explained;
      self.input.legend = DL_LEGEND_ALL;
      draw_again (&self);
      if (top_of_legend (self.scene) < height)
        kept = height;
    }
  g_assert_true (full);
  g_assert_true (partly);
  /* Where it is asked for it goes last. */
  g_assert_cmpfloat (kept, <, 200);
}

/* All of @seen is in @mounted, @over pixels lower; only the toggles are dots. */
static void
check_mounted (DlScene *seen, DlScene *mounted, double over)
{
  guint       n_before, n_after, n_split = 0, n_dots = 0;
  const DlOp *before = dl_scene_get_ops (seen, &n_before);
  const DlOp *after = dl_scene_get_ops (mounted, &n_after);

  g_assert_cmpuint (n_after, >, n_before);
  for (guint i = 0; i < n_before; i++)
    {
      const DlOp *op = &after[i + 1];

      g_assert_cmpfloat (op->x, ==, before[i].x);
      g_assert_cmpfloat ((double) op->y, ==, (double) before[i].y + over);
      if (before[i].role == DL_ROLE_TOGGLE)
        {
          g_assert_cmpuint (op->kind, ==, DL_OP_RECT);
          g_assert_cmpuint (op->role, ==, DL_ROLE_SEPARATOR);
          g_assert_cmpfloat (op->radius, ==, before[i].w / 2);
          n_dots++;
          continue;
        }
      g_assert_cmpuint (op->role, ==, before[i].role);
      g_assert_cmpfloat (op->solid_from, ==, before[i].solid_from);
      g_assert_cmpfloat (op->split, ==, before[i].split);
      n_split += op->split < G_MAXFLOAT;
      g_assert_cmpuint (op->flags, ==, before[i].flags);
      g_assert_cmpstr (op->text, ==, before[i].text);
    }
  g_assert_cmpuint (n_split, ==, 1);
  g_assert_cmpuint (n_dots, ==, 2);
}

/* A picture as it is seen stays what it is between what is said over and below it. */
static void
test_mount (void)
{
  static const SampleEvent events[] = { { "2025-10-05/2025-10-12~", .topic = "a" },
                                        { "2025-10-05", .topic = "b", .status = DL_STATUS_PLANNED } };
  g_auto (Picture)         self = draw (events, 2, "2025-10-08", "2025-10-01", "2025-10-21", 0, DL_LEGEND_NONE);
  DlTextMeasure           *measure = self.input.measure;
  g_autoptr (DlScene)      bare = NULL;
  g_autoptr (DlScene)      titled = NULL;
  g_autoptr (DlScene)      both = NULL;
  g_autofree char         *words = NULL;
  double                   over;

  self.input.interactive = TRUE;
  draw_again (&self);
  bare = dl_layout_mount (self.scene, measure, NULL, NULL, DL_LEGEND_NONE);
  titled = dl_layout_mount (self.scene, measure, "A title", "A line", DL_LEGEND_NONE);
  both = dl_layout_mount (self.scene, measure, "A title", "A line", DL_LEGEND_IF_NEEDED);
  over = dl_scene_get_height (titled) - dl_scene_get_height (self.scene);
  words = dup_words (both);
  g_assert_cmpfloat (dl_scene_get_height (bare), ==, dl_scene_get_height (self.scene));
  g_assert_cmpfloat (over, >, 26 + 16);
  g_assert_cmpstr (words, ==,
                   "begins or ends somewhere in what fades|planned|from the as-of date on it is only expected");
  check_apart (both);
  g_assert_cmpfloat (top_of_legend (both), >, over + dl_scene_get_height (self.scene));
  g_assert_cmpfloat (dl_scene_get_head_height (both), ==, over + dl_scene_get_head_height (self.scene));
  g_assert_cmpstr (dl_scene_get_title (both), ==, "A title");
  check_mounted (self.scene, bare, 0);
  check_mounted (self.scene, both, over);
}

/* The first operation of that role in the first lane, in no row; or NULL. */
static const DlOp *
find_in_header (DlScene *scene, DlRole role)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == role && ops[i].lane == 0 && ops[i].row == DL_NO_ROW)
      return &ops[i];
  return NULL;
}

/* Of a lane's header there stays what it says, and nothing of what is pressed in it: the ground
 * ends with the words. */
static void
test_mount_header (void)
{
  SampleEvent         events[12];
  g_auto (Picture)    self = { NULL };
  g_autoptr (DlScene) mounted = NULL;
  guint               n_before, n_after;
  const DlOp         *ground, *seen, *last, *more;

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    events[i] = (SampleEvent){ "2025-10-10", "An event with a title", .topic = "a" };
  self = draw (events, G_N_ELEMENTS (events), NULL, "2025-10-01", "2025-10-21", 200, DL_LEGEND_NONE);
  self.input.interactive = self.input.notes = TRUE;
  draw_again (&self);
  more = find_in_header (self.scene, DL_ROLE_MORE_ROWS);
  seen = find_in_header (self.scene, DL_ROLE_GROUND);
  g_assert_nonnull (more);
  g_assert_nonnull (seen);
  mounted = dl_layout_mount (self.scene, self.input.measure, NULL, NULL, DL_LEGEND_NONE);
  g_assert_null (find_in_header (mounted, DL_ROLE_MORE_ROWS));
  last = find_in_header (mounted, DL_ROLE_UNLABELLED);
  ground = find_in_header (mounted, DL_ROLE_GROUND);
  g_assert_nonnull (last);
  g_assert_nonnull (ground);
  g_assert_cmpfloat (ground->x, ==, seen->x);
  g_assert_cmpfloat (ground->x + ground->w - (last->x + last->w), ==, seen->x + seen->w - (more->x + more->w));
  dl_scene_get_ops (self.scene, &n_before);
  dl_scene_get_ops (mounted, &n_after);
  /* With the ground of the whole picture, and without that one. */
  g_assert_cmpuint (n_after, ==, n_before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/explained/shown", test_shown);
  g_test_add_func ("/layout/explained/shown-as-of", test_shown_as_of);
  g_test_add_func ("/layout/explained/shown-in-sight", test_shown_in_sight);
  g_test_add_func ("/layout/explained/shown-outside", test_shown_outside);
  g_test_add_func ("/layout/explained/choice", test_choice);
  g_test_add_func ("/layout/explained/words", test_words);
  g_test_add_func ("/layout/explained/samples", test_samples);
  g_test_add_func ("/layout/explained/none-in-a-window", test_none_in_a_window);
  g_test_add_func ("/layout/explained/sizes", test_sizes);
  g_test_add_func ("/layout/explained/room", test_room);
  g_test_add_func ("/layout/explained/mount", test_mount);
  g_test_add_func ("/layout/explained/mount-header", test_mount_header);
  return g_test_run ();
}
