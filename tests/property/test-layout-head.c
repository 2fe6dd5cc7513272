/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands above the lanes of random timelines that are seen whole, with folds:
 * every break tells its length and stands apart from the next, every piece of time
 * between them is named, nothing is named twice, no text lies on another, and no
 * line goes through one. A failure prints the dates, and the seed; `--seed` brings
 * it back. */
#include "layout/dl-layout.h"

#include <math.h>

#include "model/dl-timeline-builder.h"
#include "random-timeline.h"
#include "time/dl-edtf.h"
#include "time/dl-words.h"

#define N_TIMELINES 2500
#define MAX_CLUSTERS 14
#define MAX_EVENTS 6

/* What the full view leaves free at each side, of what it shows. */
#define MARGIN 0.0263

/* "As of 26 October 12025", and around it. */
#define WIDEST_PILL 180.0

/* As wide as usual fonts are. */
static double
usual_width (DlTextMeasure *self, DlTextStyle style, const char *text)
{
  double advance = style == DL_TEXT_CONTEXT ? 7 : style == DL_TEXT_PILL ? 6.5 : 5.8;
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_utf8_get_char (p) >= 0x1100 ? 2 * advance : advance;
  return width;
}

static double
usual_line_height (DlTextMeasure *self, DlTextStyle style)
{
  return 16;
}

static DlTextMeasure usual = { .width = usual_width, .line_height = usual_line_height };

/* One random timeline, and how it is looked at. */
typedef struct
{
  GString       *dates; /* what it is made of, to be printed */
  DlTimeline    *timeline;
  DlArrangement *arrangement;
  DlLayoutInput  input;
  DlScene       *scene;
  const DlOp    *ops;
  guint          n_ops;
  DlSection      sections[DL_MAX_FOLDS + 1];
  guint          n_sections;
} Case;

static const struct
{
  DlUnit unit;
  double seconds;
} units[] = {
  { DL_UNIT_MINUTE, DL_MINUTE_SECONDS },
  { DL_UNIT_DAY, DL_DAY_SECONDS },
  { DL_UNIT_MONTH, DL_MONTH_SECONDS },
  { DL_UNIT_YEAR, DL_YEAR_SECONDS },
};

static char *
date_at (double seconds, DlUnit unit)
{
  DlCivil civil = dl_calendar_from_instant (DL_INSTANT ((gint64) seconds));

  return dl_edtf_from_civil (&civil, unit);
}

static void
add_event (Case *self, DlTimelineBuilder *builder, guint index, const char *date)
{
  g_autofree char *id = g_strdup_printf ("e%u", index);
  DlEventRecord    record = {
       .id = id, .title = id, .date_text = date, .place = DL_NONE, .importance = DL_IMPORTANCE_UNSET
  };

  g_string_append_printf (self->dates, " %s", date);
  g_assert_true (dl_timeline_builder_add_event (builder, &record, NULL, NULL, 0));
}

/* Some eras between two instants, which may overlap. */
static void
add_eras (Case *self, DlTimelineBuilder *builder, double from, double to)
{
  static const char *const titles[] = { "Republic", "The second government", "平安時代", "E" };

  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    {
      double           start = g_test_rand_double_range (from, to);
      g_autofree char *first = date_at (start, DL_UNIT_DAY);
      g_autofree char *last = date_at (g_test_rand_double_range (start, to), DL_UNIT_DAY);
      g_autofree char *date = g_strdup_printf ("%s/%s", first, last);

      g_string_append_printf (self->dates, " era %s", date);
      dl_timeline_builder_add_era (
        builder, &(DlEra){ .title = titles[g_test_rand_int_range (0, G_N_ELEMENTS (titles))], .date_text = date });
    }
}

/* Clusters of events, and between them up to thousands of times as long nothing. */
static void
build_timeline (Case *self)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  guint                         finest = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (units));
  double                        unit = units[finest].seconds;
  double                        start = g_test_rand_double_range (-1, 1) * 7e10;
  double                        at = start;
  guint                         n = 0;

  for (int c = g_test_rand_int_range (1, MAX_CLUSTERS); c > 0; c--)
    {
      double span = unit * random_log_uniform (1, 60);

      for (int e = g_test_rand_int_range (1, MAX_EVENTS); e > 0; e--)
        {
          guint            precision = MIN (finest + (guint) g_test_rand_int_range (0, 2), G_N_ELEMENTS (units) - 1);
          g_autofree char *date = date_at (at + span * g_test_rand_double (), units[precision].unit);

          add_event (self, builder, n++, date);
          if (g_test_rand_int_range (0, 20) == 0)
            {
              g_autofree char *as_of = date_at (at + span, DL_UNIT_DAY);

              g_string_append_printf (self->dates, " as-of %s", as_of);
              dl_timeline_builder_set_as_of (builder, as_of);
            }
        }
      at += span + unit * random_log_uniform (10, 1e5);
    }
  if (g_test_rand_bit ())
    add_eras (self, builder, start, at);
  self->timeline = dl_timeline_builder_end (builder);
}

static void
case_init (Case *self)
{
  *self = (Case){ .dates = g_string_new (NULL) };
  build_timeline (self);
  self->arrangement = dl_arrangement_new (self->timeline, &usual, &(DlArrangeOptions){ .fold = TRUE });
  self->input = (DlLayoutInput){ .arrangement = self->arrangement, .measure = &usual, .selected = DL_NONE };
  self->input.viewport.folds = dl_arrangement_get_folds (self->arrangement);
}

static void
case_clear (Case *self)
{
  g_clear_pointer (&self->scene, dl_scene_unref);
  dl_arrangement_unref (self->arrangement);
  g_object_unref (self->timeline);
  g_string_free (self->dates, TRUE);
}

/* Of what the picture shows, @op stands above the lanes. */
static gboolean
is_in_head (const Case *self, const DlOp *op)
{
  return (op->flags & DL_OP_FIXED) != 0 && op->y < dl_arrangement_get_head_height (self->arrangement) &&
         op->role != DL_ROLE_BELOW && op->role != DL_ROLE_BACKGROUND;
}

/* All that is written in the head, to be printed. Returns: (transfer full) */
static char *
list_texts (const Case *self)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < self->n_ops; i++)
    if (self->ops[i].kind == DL_OP_TEXT && is_in_head (self, &self->ops[i]))
      g_string_append_printf (all, " %s at %g,", self->ops[i].text, (double) self->ops[i].x);
  return g_string_free (all, FALSE);
}

static gboolean
lie_on_each_other (const DlOp *a, const DlOp *b)
{
  return a->x < b->x + b->w && b->x < a->x + a->w && a->y < b->y + b->h && b->y < a->y + a->h;
}

static gboolean
is_line (const DlOp *op)
{
  return op->kind == DL_OP_RECT && (op->role == DL_ROLE_GRID || op->role == DL_ROLE_MARKER);
}

/* Whether a torn edge of @tear runs through @text; teeth reach into the break. */
static gboolean
is_torn (const DlOp *tear, const DlOp *text)
{
  float edges[] = { tear->x, tear->x + tear->w };

  for (guint i = 0; tear->kind == DL_OP_TEAR && i < G_N_ELEMENTS (edges); i++)
    if (text->x < edges[i] && edges[i] < text->x + text->w && text->y < tear->y + tear->h &&
        tear->y < text->y + text->h)
      return TRUE;
  return FALSE;
}

/* What is wider than its break has a ground of its own. */
static gboolean
has_ground (const Case *self, guint text)
{
  const DlOp *op = &self->ops[text];
  const DlOp *ground = op - 1;

  return text > 0 && op->role == DL_ROLE_BREAK && ground->role == DL_ROLE_RULER && ground->kind == DL_OP_RECT &&
         ground->x <= op->x && ground->x + ground->w >= op->x + op->w;
}

static void
check_apart (const Case *self)
{
  for (guint i = 0; i < self->n_ops; i++)
    {
      const DlOp *text = &self->ops[i];

      if (text->kind != DL_OP_TEXT || !is_in_head (self, text))
        continue;
      if (text->x < 0 || text->x + text->w > self->input.viewport.width)
        g_error ("“%s” is cut at the edge:%s", text->text, self->dates->str);
      for (guint j = 0; j < self->n_ops; j++)
        {
          const DlOp *other = &self->ops[j];

          if (j == i || !is_in_head (self, other))
            continue;
          if (other->kind == DL_OP_TEXT && lie_on_each_other (text, other))
            g_error ("“%s” lies on “%s”, %g wide:%s", text->text, other->text, self->input.viewport.width,
                     self->dates->str);
          if (is_line (other) && lie_on_each_other (text, other))
            g_error ("a line at %g runs through “%s”, %g wide:%s", (double) other->x, text->text,
                     self->input.viewport.width, self->dates->str);
          if (is_torn (other, text) && !has_ground (self, i))
            g_error ("a break's edge runs through “%s”, %g wide:%s", text->text, self->input.viewport.width,
                     self->dates->str);
        }
    }
}

/* Every break tells how long it is, in itself, and there is something between it and
 * the next. */
static void
check_breaks (const Case *self)
{
  const DlFolds *folds = self->input.viewport.folds;

  for (guint f = 0; f < dl_folds_get_n (folds); f++)
    {
      const DlFold    *fold = dl_folds_get (folds, f);
      double           left = dl_viewport_x (&self->input.viewport, fold->from);
      double           right = dl_viewport_x (&self->input.viewport, fold->to);
      gboolean         told = FALSE;
      g_autofree char *words = dl_words_about (dl_fold_get_seconds (fold));

      for (guint i = 0; i < self->n_ops; i++)
        {
          const DlOp *op = &self->ops[i];

          told |= op->role == DL_ROLE_BREAK && op->kind == DL_OP_TEXT && op->fold == f &&
                  g_strcmp0 (op->text, words) == 0 && op->x >= (float) left && op->x + op->w <= (float) right + 1e-3f;
        }
      if (!told)
        g_error ("a break of %s at %g to %g says nothing, %g wide:%s", words, left, right, self->input.viewport.width,
                 self->dates->str);
      if (f > 0 && left - dl_viewport_x (&self->input.viewport, dl_folds_get (folds, f - 1)->to) < 19.5)
        g_error ("breaks touch at %g:%s", left, self->dates->str);
    }
}

/* Where there are breaks, each piece has its name, and no other has the same. */
static void
check_named (const Case *self)
{
  for (guint s = 0; self->n_sections > 1 && s < self->n_sections; s++)
    {
      double   end = s + 1 < self->n_sections ? self->sections[s + 1].left : self->input.viewport.width;
      gboolean named = FALSE;

      for (guint i = 0; i < self->n_ops && !named; i++)
        named = (self->ops[i].role == DL_ROLE_CONTEXT || self->ops[i].role == DL_ROLE_TICK) &&
                (double) self->ops[i].x >= self->sections[s].left && (double) self->ops[i].x < end;
      if (!named)
        g_error ("nothing says when it is from %g to %g, %g wide, but%s:%s", self->sections[s].left,
                 self->sections[s].right, self->input.viewport.width, list_texts (self), self->dates->str);
    }
  for (guint i = 0; i < self->n_ops; i++)
    for (guint j = i + 1; self->ops[i].role == DL_ROLE_CONTEXT && j < self->n_ops; j++)
      if (self->ops[j].role == DL_ROLE_CONTEXT && g_strcmp0 (self->ops[i].text, self->ops[j].text) == 0)
        g_error ("“%s” is said twice, %g wide:%s", self->ops[i].text, self->input.viewport.width, self->dates->str);
}

/* A marker's name touches its line. */
static void
check_pill (const Case *self, DlInstant at, const char *begin)
{
  double   x = dl_viewport_x (&self->input.viewport, at);
  gboolean touches = x < 0 || x > self->input.viewport.width;

  for (guint i = 0; i < self->n_ops; i++)
    if (self->ops[i].role == DL_ROLE_MARKER && self->ops[i].kind == DL_OP_TEXT &&
        g_str_has_prefix (self->ops[i].text, begin))
      touches |= (double) self->ops[i].x <= x + 3 && x - 3 <= (double) (self->ops[i].x + self->ops[i].w);
  if (!touches)
    g_error ("“%s” is not over its line at %g, %g wide:%s", begin, x, self->input.viewport.width, self->dates->str);
}

/* Lays out all there is on a canvas of @width. */
static void
look (Case *self, double width)
{
  DlInstant first, last;

  g_clear_pointer (&self->scene, dl_scene_unref);
  g_assert_true (dl_timeline_get_extent (self->timeline, &first, &last));
  dl_viewport_set_range_with_margin (&self->input.viewport, first, dl_instant_max (last, dl_instant_add (first, 60)),
                                     MARGIN, width);
  self->scene = dl_layout_build (&self->input);
  self->ops = dl_scene_get_ops (self->scene, &self->n_ops);
  self->n_sections = dl_viewport_get_sections (&self->input.viewport, self->sections);
}

static void
test_head (void)
{
  static const double widths[] = { DL_FOLDS_WIDTH, 1200, 1600 };
  guint               n_folds = 0;
  guint               n_cases = 0;

  for (guint i = 0; i < N_TIMELINES * (g_test_slow () ? 20 : 1); i++)
    {
      Case      each;
      DlInstant as_of;

      case_init (&each);
      n_folds += dl_folds_get_n (each.input.viewport.folds);
      n_cases += each.input.viewport.folds != NULL;
      for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          look (&each, widths[w]);
          check_apart (&each);
          check_breaks (&each);
          check_named (&each);
          if (dl_timeline_get_as_of (each.timeline, &as_of))
            check_pill (&each, as_of, "As of");
        }
      case_clear (&each);
    }
  g_test_message ("%u of %u timelines were folded, %u folds", n_cases, N_TIMELINES, n_folds);
  g_assert_cmpuint (n_cases, >, N_TIMELINES / 4);
  g_assert_cmpuint (n_folds, >, 2 * n_cases);
}

/* Whether both markers are so close to each other and to an edge that only one of
 * the pills can be over its line. */
static gboolean
has_room_for_one (const Case *self)
{
  double    width = self->input.viewport.width;
  double    today = dl_viewport_x (&self->input.viewport, self->input.today);
  double    x;
  DlInstant as_of;

  if (!dl_timeline_get_as_of (self->timeline, &as_of))
    return FALSE;
  x = dl_viewport_x (&self->input.viewport, as_of);
  return fabs (x - today) < WIDEST_PILL && (MIN (x, today) < WIDEST_PILL || MAX (x, today) > width - WIDEST_PILL);
}

/* Anywhere, also near to the as-of date, and at any scale. */
static void
test_today (void)
{
  for (guint i = 0; i < N_TIMELINES; i++)
    {
      Case      each;
      DlInstant as_of, first, last;

      case_init (&each);
      each.input.has_today = TRUE;
      g_assert_true (dl_timeline_get_extent (each.timeline, &first, &last));
      each.input.today = dl_instant_add_double (first, dl_instant_distance (first, last) * g_test_rand_double ());
      if (dl_timeline_get_as_of (each.timeline, &as_of) && g_test_rand_bit ())
        each.input.today = dl_instant_add_double (as_of, random_log_uniform (1, 1e6));
      look (&each, floor (random_log_uniform (500, 2000)));
      dl_viewport_zoom_at (&each.input.viewport, each.input.viewport.width * g_test_rand_double (),
                           random_log_uniform (0.5, 10));
      g_clear_pointer (&each.scene, dl_scene_unref);
      each.scene = dl_layout_build (&each.input);
      each.ops = dl_scene_get_ops (each.scene, &each.n_ops);
      if (!has_room_for_one (&each))
        check_pill (&each, each.input.today, "Today");
      if (dl_timeline_get_as_of (each.timeline, &as_of))
        check_pill (&each, as_of, "As of");
      check_apart (&each);
      case_clear (&each);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/property/head/whole", test_head);
  g_test_add_func ("/property/head/today", test_today);
  return g_test_run ();
}
