/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a legend tells: what occurs, and nothing else; and that its samples look
 * like what they stand for. */
#include "layout/dl-legend.h"

#include <string.h>

#include "layout/dl-layout.h"
#include "sample-timeline.h"

#define AS_OF "2025-10-22"
#define WIDTH 1000.0

static const struct
{
  const char *date;
  DlStatus    status;
  guint32     meanings;
} forms[] = {
  /* Single dates */
  { "2025-10-25", DL_STATUS_HAPPENED, DL_MEANS_DATE },
  { "2025-10", DL_STATUS_ONGOING, DL_MEANS_DATE },
  { "-0043", DL_STATUS_HAPPENED, DL_MEANS_DATE },
  { "19XX", DL_STATUS_HAPPENED, DL_MEANS_DATE },
  { "2025-10-25T20:17Z", DL_STATUS_HAPPENED, DL_MEANS_TIME },
  { "2025-10-25T20", DL_STATUS_PLANNED, DL_MEANS_TIME | DL_MEANS_PLANNED_DATE },
  { "2025-10-25~", DL_STATUS_HAPPENED, DL_MEANS_AROUND },
  { "2025-10-25?", DL_STATUS_HAPPENED, DL_MEANS_UNCERTAIN },
  { "2025-10-25%", DL_STATUS_HAPPENED, DL_MEANS_AROUND | DL_MEANS_UNCERTAIN },
  { "2025-10-25", DL_STATUS_PLANNED, DL_MEANS_PLANNED_DATE },
  { "2025-10-25", DL_STATUS_POSTPONED, DL_MEANS_POSTPONED_DATE },
  { "2025-10-25", DL_STATUS_CANCELLED, DL_MEANS_DATE | DL_MEANS_CANCELLED },
  { "2025-10-25", DL_STATUS_DISPUTED, DL_MEANS_DISPUTED },
  { "{2025-10-20,2025-10-25}", DL_STATUS_HAPPENED, DL_MEANS_ALL_OF },
  { "[2025-10-20,2025-10-25]", DL_STATUS_HAPPENED, DL_MEANS_ONE_OF },
  /* Intervals; those up to 22 October end as the telling does */
  { "2025-10-20/2025-10-22", DL_STATUS_HAPPENED, DL_MEANS_INTERVAL },
  { "2025-10-20/2025-10-23", DL_STATUS_ONGOING, DL_MEANS_INTERVAL | DL_MEANS_EXPECTED },
  { "2025-08/2025-10-22", DL_STATUS_HAPPENED, DL_MEANS_FADING },
  { "2025-08-01/2025-09", DL_STATUS_HAPPENED, DL_MEANS_FADING },
  { "2025-11/2025-12", DL_STATUS_HAPPENED, DL_MEANS_FADING | DL_MEANS_EXPECTED },
  { "2025-08-01~/2025-09-01", DL_STATUS_HAPPENED, DL_MEANS_FADING },
  { "2025-10-20T08:00/2025-10-20T09:00", DL_STATUS_HAPPENED, DL_MEANS_INTERVAL },
  { "../2025-10-20", DL_STATUS_HAPPENED, DL_MEANS_OPEN_START },
  { "2025-10-20/..", DL_STATUS_HAPPENED, DL_MEANS_OPEN_END | DL_MEANS_EXPECTED },
  { "/2025-10-20", DL_STATUS_HAPPENED, DL_MEANS_UNKNOWN_START },
  { "2025-10-20/", DL_STATUS_HAPPENED, DL_MEANS_UNKNOWN_END | DL_MEANS_EXPECTED },
  { "../2025-10", DL_STATUS_PLANNED, DL_MEANS_OPEN_START | DL_MEANS_FADING | DL_MEANS_PLANNED },
  { "2025-10-27/2025-10-29", DL_STATUS_PLANNED, DL_MEANS_PLANNED },
  { "2025-10-27/2025-10-29", DL_STATUS_POSTPONED, DL_MEANS_POSTPONED },
  { "2025-10-20/2025-10-21", DL_STATUS_CANCELLED, DL_MEANS_INTERVAL | DL_MEANS_CANCELLED },
  { "2025-10-20/2025-10-21", DL_STATUS_DISPUTED, DL_MEANS_INTERVAL | DL_MEANS_DISPUTED },
  { "2025-10-20/2025-10-21?", DL_STATUS_HAPPENED, DL_MEANS_INTERVAL | DL_MEANS_UNCERTAIN },
  /* What is planned is dashed as it is. */
  { "2025-10-27?/2025-10-29", DL_STATUS_PLANNED, DL_MEANS_PLANNED },
};

static DlTimeline *
make_timeline (const SampleEvent *events, guint n_events, const char *as_of)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();

  if (as_of != NULL)
    dl_timeline_builder_set_as_of (builder, as_of);
  sample_add_events (builder, events, n_events);
  return dl_timeline_builder_end (builder);
}

static guint32
find (DlTimeline *timeline)
{
  guint32 meanings = 0;

  g_assert_true (dl_legend_find (timeline, NULL, &meanings));
  return meanings;
}

/* Each form by itself, and the pass over events finds the same. */
static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      SampleEvent            event = { .date = forms[i].date, .status = forms[i].status };
      g_autoptr (DlTimeline) timeline = make_timeline (&event, 1, AS_OF);
      DlInstant              as_of;
      DlDate                 date;

      g_test_message ("%s %s", forms[i].date, dl_status_to_string (forms[i].status));
      dl_timeline_get_date (timeline, 0, &date);
      g_assert_true (dl_timeline_get_as_of (timeline, &as_of));
      g_assert_cmphex (dl_legend_meanings_of (&date, forms[i].status, &as_of), ==, forms[i].meanings);
      g_assert_cmphex (find (timeline), ==, forms[i].meanings | DL_MEANS_AS_OF);
    }
}

/* Whatever came before, nothing is passed over. */
static void
test_together (void)
{
  guint32 seed = g_test_rand_int ();
  GRand  *random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint run = 0; run < 200; run++)
    {
      SampleEvent            events[12];
      guint                  n = (guint) g_rand_int_range (random, 1, G_N_ELEMENTS (events) + 1);
      gboolean               told = g_rand_boolean (random);
      guint32                expected = told ? DL_MEANS_AS_OF : 0;
      g_autoptr (DlTimeline) timeline = NULL;

      for (guint i = 0; i < n; i++)
        {
          guint form = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (forms));

          events[i] = (SampleEvent){ .date = forms[form].date, .status = forms[form].status };
          expected |= told ? forms[form].meanings : forms[form].meanings & ~(guint32) DL_MEANS_EXPECTED;
        }
      timeline = make_timeline (events, n, told ? AS_OF : NULL);
      g_assert_cmphex (find (timeline), ==, expected);
    }
  g_rand_free (random);
}

static void
test_nothing (void)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlTimeline)        empty = dl_timeline_builder_end (builder);
  static const SampleEvent      events[] = { { "2025-10-25" } };
  g_autoptr (DlTimeline)        one = sample_timeline_new (events, 1);
  g_autoptr (GCancellable)      cancellable = g_cancellable_new ();
  guint32                       meanings = 0;

  g_assert_cmphex (find (empty), ==, 0);
  for (guint sign = 0; sign < DL_N_SIGNS; sign++)
    g_assert_null (dl_legend_dup_words ((DlSign) sign, 0));
  g_cancellable_cancel (cancellable);
  g_assert_false (dl_legend_find (one, cancellable, &meanings));
}

static void
assert_words (DlSign sign, guint32 meanings, const char *words)
{
  g_autofree char *found = dl_legend_dup_words (sign, meanings);

  g_assert_cmpstr (found, ==, words);
}

/* What looks the same has one entry. */
static void
test_words (void)
{
  guint32 all = (DL_MEANS_CHANGED << 1) - 1;

  assert_words (DL_SIGN_LINE, DL_MEANS_DATE, "a date, as wide as what is known of it");
  assert_words (DL_SIGN_LINE, DL_MEANS_TIME, NULL);
  assert_words (DL_SIGN_DASHES, DL_MEANS_PLANNED_DATE, "planned");
  assert_words (DL_SIGN_DASHES, DL_MEANS_UNCERTAIN | DL_MEANS_PLANNED_DATE, "planned, in doubt");
  assert_words (DL_SIGN_DASHES, DL_MEANS_PLANNED, NULL);
  assert_words (DL_SIGN_HATCH, DL_MEANS_PLANNED | DL_MEANS_DISPUTED, "a planned period");
  for (guint sign = 0; sign < DL_N_SIGNS; sign++)
    {
      g_autofree char *words = dl_legend_dup_words ((DlSign) sign, all);

      g_assert_nonnull (words);
      /* One meaning at a time has one sign. */
      for (guint other = 0; other < sign; other++)
        {
          g_autofree char *others = dl_legend_dup_words ((DlSign) other, all);

          g_assert_cmpstr (words, !=, others);
        }
    }
}

/* Samples */

static const DlOp *
find_op (DlScene *scene, DlRole role, guint nth)
{
  guint       n_ops;
  const DlOp *ops = dl_scene_get_ops (scene, &n_ops);

  for (guint i = 0; i < n_ops; i++)
    if (ops[i].role == role && nth-- == 0)
      return &ops[i];
  return NULL;
}

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

/* Takes @timeline. As a sample has it, but that much more follows. @collapsed:
 * the lane, and time is folded */
static Picture
draw (DlTimeline *timeline, const char *from, const char *to, gboolean collapsed)
{
  g_auto (DlArrangeOptions) options = { .fold = collapsed };
  g_auto (GStrv)            keys = dl_lanes_dup_keys (timeline, NULL);
  Picture                   self = { .timeline = timeline };
  DlDate                    first, last;

  if (collapsed)
    dl_lane_options_set_state (&options.lanes, keys[0], DL_LANE_COLLAPSED);
  self.arrangement = dl_arrangement_new (timeline, dl_text_measure_fixed (), &options);
  self.input = (DlLayoutInput){
    .arrangement = self.arrangement, .measure = dl_text_measure_fixed (), .height = 1200, .selected = DL_NONE
  };
  self.input.viewport.folds = dl_arrangement_get_folds (self.arrangement);
  g_assert_true (dl_date_parse (from, -1, &first, NULL));
  g_assert_true (dl_date_parse (to, -1, &last, NULL));
  dl_viewport_set_range_with_margin (&self.input.viewport, first.earliest_start, last.latest_end, 0.06,
                                     DL_SAMPLE_WIDTH);
  self.input.viewport.width = WIDTH;
  self.scene = dl_layout_build (&self.input);
  return self;
}

static void
assert_looks_like (const DlOp *sample, const DlOp *drawn, gboolean bounded)
{
  const guint32 beside_the_point = DL_OP_FIXED;

  g_assert_nonnull (drawn);
  g_assert_cmpint (sample->kind, ==, drawn->kind);
  g_assert_cmpint (sample->fill, ==, drawn->fill);
  g_assert_cmpint (sample->border, ==, drawn->border);
  g_assert_cmphex (sample->flags & ~beside_the_point, ==, drawn->flags & ~beside_the_point);
  if (!bounded)
    return;
  g_assert_cmpfloat_with_epsilon (sample->x, drawn->x, 0.01);
  g_assert_cmpfloat_with_epsilon (sample->w, drawn->w, 0.01);
  g_assert_cmpfloat_with_epsilon (sample->solid_from, drawn->solid_from, 0.01);
  g_assert_cmpfloat_with_epsilon (sample->solid_to, drawn->solid_to, 0.01);
  g_assert_cmpfloat_with_epsilon (MIN (sample->split, 2000), MIN (drawn->split, 2000), 0.01);
}

/* A date's sample is what the timeline draws for that date, wherever it stands. */
static void
test_samples_of_dates (void)
{
  static const struct
  {
    DlSign      sign;
    guint32     meanings;
    const char *date;
    const char *from, *to; /* what is seen; NULL: the date */
    DlStatus    status;
    const char *as_of;
    guint       n; /* operations */
    gboolean    unbounded;
  } rows[] = {
    { DL_SIGN_LINE, DL_MEANS_DATE, "2025-10-25", NULL, NULL, DL_STATUS_HAPPENED, NULL, 1, FALSE },
    { DL_SIGN_DIAMOND, DL_MEANS_TIME, "2025-10-25T12:00Z", "2025-10-25", "2025-10-25", DL_STATUS_HAPPENED, NULL, 1,
      FALSE },
    { DL_SIGN_SOFT_LINE, DL_MEANS_AROUND, "2025-10-25~", NULL, NULL, DL_STATUS_HAPPENED, NULL, 1, FALSE },
    { DL_SIGN_BAR, DL_MEANS_INTERVAL, "2025-10-20/2025-10-25", NULL, NULL, DL_STATUS_HAPPENED, NULL, 1, FALSE },
    { DL_SIGN_SOFT_BAR, DL_MEANS_FADING, "2025-10/2025-12", NULL, NULL, DL_STATUS_HAPPENED, NULL, 1, FALSE },
    { DL_SIGN_ARROW_START, DL_MEANS_OPEN_START, "../2025-10-25", "2025-10-20", "2025-10-25", DL_STATUS_HAPPENED, NULL,
      1, TRUE },
    { DL_SIGN_ARROW_END, DL_MEANS_OPEN_END, "2025-10-20/..", "2025-10-20", "2025-10-25", DL_STATUS_HAPPENED, NULL, 1,
      TRUE },
    { DL_SIGN_QUESTION_START, DL_MEANS_UNKNOWN_START, "/2025-10-25", "2025-10-20", "2025-10-25", DL_STATUS_HAPPENED,
      NULL, 1, FALSE },
    { DL_SIGN_QUESTION_END, DL_MEANS_UNKNOWN_END, "2025-10-20/", "2025-10-20", "2025-10-25", DL_STATUS_HAPPENED, NULL,
      1, TRUE },
    { DL_SIGN_MEMBERS, DL_MEANS_ALL_OF, "{2025-10-20,2025-10-22}", NULL, NULL, DL_STATUS_HAPPENED, NULL, 3, FALSE },
    { DL_SIGN_DASHED_MEMBERS, DL_MEANS_ONE_OF, "[2025-10-20,2025-10-22]", NULL, NULL, DL_STATUS_HAPPENED, NULL, 3,
      FALSE },
    { DL_SIGN_DASHES, DL_MEANS_PLANNED_DATE, "2025-10-25", NULL, NULL, DL_STATUS_PLANNED, NULL, 1, FALSE },
    { DL_SIGN_DASHES, DL_MEANS_POSTPONED_DATE, "2025-10-25", NULL, NULL, DL_STATUS_POSTPONED, NULL, 1, FALSE },
    { DL_SIGN_DASHES, DL_MEANS_UNCERTAIN, "2025-10-25?", NULL, NULL, DL_STATUS_HAPPENED, NULL, 1, FALSE },
    { DL_SIGN_DASHES, DL_MEANS_DISPUTED, "2025-10-25", NULL, NULL, DL_STATUS_DISPUTED, NULL, 1, FALSE },
    { DL_SIGN_HATCH, DL_MEANS_PLANNED, "2025-10-20/2025-10-25", NULL, NULL, DL_STATUS_PLANNED, NULL, 1, FALSE },
    { DL_SIGN_HATCH, DL_MEANS_POSTPONED, "2025-10-20/2025-10-25", NULL, NULL, DL_STATUS_POSTPONED, NULL, 1, FALSE },
    { DL_SIGN_SPLIT, DL_MEANS_EXPECTED, "2025-10-20/2025-10-25", NULL, NULL, DL_STATUS_HAPPENED, AS_OF, 1, FALSE },
    { DL_SIGN_STRUCK, DL_MEANS_CANCELLED, "2025-10-25", NULL, NULL, DL_STATUS_CANCELLED, NULL, 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SampleEvent      event = { .date = rows[i].date, .title = "T", .status = rows[i].status };
      g_auto (Picture) picture =
        draw (make_timeline (&event, 1, rows[i].as_of), rows[i].from ? rows[i].from : rows[i].date,
              rows[i].to ? rows[i].to : rows[i].date, FALSE);
      g_autoptr (DlScene) sample = dl_legend_draw (rows[i].sign, picture.timeline, rows[i].meanings);
      DlRole              role = strchr (rows[i].date, '/') != NULL ? DL_ROLE_BAR : DL_ROLE_WHEN;

      g_test_message ("%s %s", rows[i].date, dl_status_to_string (rows[i].status));
      for (guint n = 0; n < rows[i].n; n++)
        {
          g_assert_nonnull (find_op (sample, role, n));
          assert_looks_like (find_op (sample, role, n), find_op (picture.scene, role, n), !rows[i].unbounded);
        }
      g_assert_null (find_op (sample, role, rows[i].n));
      g_assert_null (find_op (picture.scene, role, rows[i].n));
    }
}

/* The title of what is cancelled is struck through; here too. */
static void
test_struck (void)
{
  static const SampleEvent events[] = { { "2025-10-25", "T", NULL, DL_STATUS_CANCELLED, 0 } };
  g_autoptr (DlTimeline)   timeline = make_timeline (events, 1, NULL);
  g_autoptr (DlScene)      sample = dl_legend_draw (DL_SIGN_STRUCK, timeline, DL_MEANS_CANCELLED);
  const DlOp              *op = find_op (sample, DL_ROLE_LABEL, 0);

  g_assert_nonnull (op);
  g_assert_cmpint (op->kind, ==, DL_OP_TEXT);
  g_assert_true (op->flags & DL_OP_CANCELLED);
  g_assert_cmpfloat (op->y + op->h, <=, DL_SAMPLE_HEIGHT);
}

/* The two as one draws them; how wide a mark is, and the line of a marker. */
static void
assert_same_look (DlScene *sample, DlScene *scene, DlRole role)
{
  const DlOp *ours = find_op (sample, role, 0);
  const DlOp *theirs = find_op (scene, role, 0);

  g_assert_nonnull (ours);
  g_assert_nonnull (theirs);
  g_assert_cmpint (ours->kind, ==, theirs->kind);
  g_assert_cmpint (ours->fill, ==, theirs->fill);
  g_assert_cmpint (ours->border, ==, theirs->border);
  g_assert_cmpfloat (ours->radius, ==, theirs->radius);
  if (role == DL_ROLE_MARKER || role == DL_ROLE_MARK)
    g_assert_cmpfloat_with_epsilon (ours->w, theirs->w, 0.01);
  if (role == DL_ROLE_MARK)
    g_assert_cmpfloat (ours->h, ==, theirs->h);
}

/* What is not an event's: the as-of line and what lies after it, a fold, and
 * what has no label, as nothing has in a collapsed lane. */
static void
test_other_samples (void)
{
  static const struct
  {
    DlSign sign;
    DlRole roles[2];
  } rows[] = {
    { DL_SIGN_AS_OF, { DL_ROLE_FUTURE, DL_ROLE_MARKER } },
    { DL_SIGN_BREAK, { DL_ROLE_FOLD, DL_ROLE_FOLD } },
    { DL_SIGN_MARK, { DL_ROLE_MARK, DL_ROLE_MARK } },
    { DL_SIGN_DENSITY, { DL_ROLE_DENSITY, DL_ROLE_DENSITY } },
  };
  static const SampleEvent events[] = {
    { "2025-10-20" }, { "2025-10-22" }, { "2025-10-22" }, { "2025-10-22" }, { "2025-10-25" }, { "2011-03-11" },
  };
  g_auto (Picture) picture =
    draw (make_timeline (events, G_N_ELEMENTS (events), AS_OF), "2025-10-20", "2025-10-25", TRUE);
  const DlFolds *folds = picture.input.viewport.folds;

  g_assert_nonnull (folds);
  g_assert_cmphex (dl_legend_find_in_picture (picture.scene, folds), ==,
                   DL_MEANS_FOLD | DL_MEANS_MARK | DL_MEANS_DENSITY);
  g_assert_cmphex (dl_legend_find_in_picture (picture.scene, NULL), ==, DL_MEANS_MARK | DL_MEANS_DENSITY);
  /* The whole, with the fold in sight. */
  dl_viewport_set_range (&picture.input.viewport, sample_instant ("2011-03-01"), sample_instant ("2025-11-01"), WIDTH);
  g_clear_pointer (&picture.scene, dl_scene_unref);
  picture.scene = dl_layout_build (&picture.input);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlScene) sample = dl_legend_draw (rows[i].sign, picture.timeline, 0);

      assert_same_look (sample, picture.scene, rows[i].roles[0]);
      assert_same_look (sample, picture.scene, rows[i].roles[1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/legend/forms", test_forms);
  g_test_add_func ("/layout/legend/together", test_together);
  g_test_add_func ("/layout/legend/nothing", test_nothing);
  g_test_add_func ("/layout/legend/words", test_words);
  g_test_add_func ("/layout/legend/samples-of-dates", test_samples_of_dates);
  g_test_add_func ("/layout/legend/struck", test_struck);
  g_test_add_func ("/layout/legend/other-samples", test_other_samples);
  return g_test_run ();
}
