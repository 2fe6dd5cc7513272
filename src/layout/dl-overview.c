/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-overview.h"

#include <math.h>

#include "layout/dl-home-view.h"
#include "layout/dl-ruler.h"

/* A bar with the gap after it. */
#define BAR_PITCH 6.0
#define BIN_GAP 1.0

/* At both sides, so that no edge of the frame stands on that of the window. */
#define INSET 12.0
#define FRAME_INSET 4.0

/* From the top: the line over it, the bars, the line below them for what lasts, the
 * foot of what a search has found, the labels. */
#define FRAME_TOP 3.0
#define BARS_TOP 6.0
#define BARS_HEIGHT 24.0
#define LASTING_HEIGHT 2.0
#define FOOT_HEIGHT 3.0
#define LABELS_TOP (BARS_TOP + BARS_HEIGHT + LASTING_HEIGHT + FOOT_HEIGHT)
#define FRAME_BOTTOM LABELS_TOP
#define LABELS_BOTTOM 2.0

/* As in a lane's strip, so that both are read alike, bars are as high as the root of
 * their share of the busiest. Straight, one event beside thousands would not be
 * seen; by the logarithm, ten would look like a thousand. Where no bin has many, one
 * event is no high bar. */
#define LEAST_BAR 3.0
#define LEAST_BUSIEST 8u
#define LEAST_HIT 6.0

#define LEAST_TEAR 6.0

/* Labels are few here: this much free beside each. */
#define LABEL_GAP 36.0

/* Of the frame: how wide an edge is to who wants to hit it, and the middle where
 * it is narrow. */
#define TARGET 24.0

/* It is made no narrower than this by hand. */
#define LEAST_FRAME 3.0

struct _DlOverview
{
  DlArrangement *arrangement;
  DlViewport     viewport;
  double         inset;
  GArray        *bins; /* DlOverviewBin */
  guint          busiest;
  DlScene       *scene;
  double         height;
};

/* Bins */

/* How many items of all lanes have some of their extent in [@from, @to), on the axis. */
static guint
count_items (DlArrangement *arrangement, DlInstant from, DlInstant to)
{
  guint n = 0;

  for (guint i = 0; i < dl_arrangement_get_n_lanes (arrangement); i++)
    {
      const DlLaneIndex *index = dl_arrangement_get_index (arrangement, i);
      guint              begun = dl_lane_index_first_from (index, 0, to);
      guint              ended = dl_lane_index_count_ended (index, from);

      n += begun > ended ? begun - ended : 0;
    }
  return n;
}

static DlInstant
axis_at (const DlViewport *viewport, double x)
{
  return dl_instant_add_double (viewport->origin, x / viewport->scale);
}

static void
add_bin (DlOverview *self, double left, double right)
{
  DlOverviewBin bin = { .left = left, .right = right };

  /* What begins at no known time begins on the left. */
  if (self->bins->len > 0)
    bin.first = dl_timeline_count_before (dl_arrangement_get_timeline (self->arrangement),
                                          dl_viewport_instant (&self->viewport, left));
  bin.lasting = count_items (self->arrangement, axis_at (&self->viewport, left), axis_at (&self->viewport, right)) > 0;
  g_array_append_val (self->bins, bin);
}

static guint
count_between (DlEventSet *set, guint first, guint end)
{
  return set == NULL ? 0 : dl_event_set_count_before (set, end) - dl_event_set_count_before (set, first);
}

static void
fill_bins (DlOverview *self, const DlOverviewInput *input)
{
  guint end = dl_timeline_get_n_events (dl_arrangement_get_timeline (self->arrangement));

  for (guint i = self->bins->len; i-- > 0;)
    {
      DlOverviewBin *bin = &g_array_index (self->bins, DlOverviewBin, i);

      bin->n = end - bin->first;
      bin->n_shown = input->shown == NULL ? bin->n : count_between (input->shown, bin->first, end);
      bin->n_hits = count_between (input->hits, bin->first, end);
      self->busiest = MAX (self->busiest, bin->n);
      end = bin->first;
    }
}

/* Between two folds as many as find room, evenly. */
static void
make_bins (DlOverview *self, const DlOverviewInput *input)
{
  DlSection sections[DL_MAX_FOLDS + 1];
  guint     n_sections = dl_viewport_get_sections (&self->viewport, sections);

  self->busiest = LEAST_BUSIEST;
  for (guint s = 0; s < n_sections; s++)
    {
      double left = MAX (sections[s].left, self->inset);
      double width = MIN (sections[s].right, self->viewport.width - self->inset) - left;
      guint  n = MAX ((guint) (MAX (width, 0) / BAR_PITCH), 1);

      for (guint i = 0; i < n; i++)
        add_bin (self, left + width * i / n, left + width * (i + 1) / n);
    }
  fill_bins (self, input);
}

/* Labels */

/* Measures what the ruler places as if all of it were of one kind, and more of it free. */
typedef struct
{
  DlTextMeasure  parent;
  DlTextMeasure *inner;
} SpaciousMeasure;

static double
spacious_width (DlTextMeasure *measure, DlTextStyle style, const char *text)
{
  return dl_text_measure_width (((SpaciousMeasure *) measure)->inner, DL_TEXT_TICK, text) + LABEL_GAP;
}

static double
spacious_line_height (DlTextMeasure *measure, DlTextStyle style)
{
  return dl_text_measure_line_height (((SpaciousMeasure *) measure)->inner, DL_TEXT_TICK);
}

/* The picture */

static DlOp *
add_rect (DlOverview *self, DlRole role, DlPaint paint, double x, double y, double width, double height)
{
  DlOp *op = dl_scene_add (self->scene, DL_OP_RECT, role);

  op->fill = (guint8) paint;
  op->flags = DL_OP_FIXED;
  op->x = (float) x;
  op->y = (float) y;
  op->w = (float) width;
  op->h = (float) height;
  return op;
}

/* Returns: whether there is room for it */
static gboolean
add_label (DlOverview *self, const DlOverviewInput *input, GArray *taken, const DlTick *tick)
{
  double width, left, right;
  DlOp  *op;

  if (tick->text == NULL)
    return FALSE;
  width = ceil (dl_text_measure_width (input->measure, DL_TEXT_TICK, tick->text));
  left = tick->text_x;
  right = left + width;
  if (left < 0 || right > input->width)
    return FALSE;
  for (guint i = 0; i + 1 < taken->len; i += 2)
    if (left < g_array_index (taken, double, i + 1) + LABEL_GAP / 2 &&
        right > g_array_index (taken, double, i) - LABEL_GAP / 2)
      return FALSE;
  g_array_append_val (taken, left);
  g_array_append_val (taken, right);
  op = add_rect (self, DL_ROLE_TICK, DL_PAINT_DIM, left, LABELS_TOP, width,
                 dl_text_measure_line_height (input->measure, DL_TEXT_TICK));
  op->kind = DL_OP_TEXT;
  op->style = DL_TEXT_TICK;
  op->text = dl_scene_keep (self->scene, tick->text);
  return TRUE;
}

/* One tier of them: the years, or what years and months these days are of, and
 * where there is room between, the days. */
static void
add_labels (DlOverview *self, const DlOverviewInput *input, const DlRuler *ruler)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < ruler->contexts->len; i++)
    add_label (self, input, taken, &g_array_index (ruler->contexts, DlTick, i));
  for (guint i = 0; i < ruler->ticks->len; i++)
    {
      const DlTick *tick = &g_array_index (ruler->ticks, DlTick, i);

      if (tick->x >= 0 && add_label (self, input, taken, tick))
        add_rect (self, DL_ROLE_GRID, DL_PAINT_GRID, floor (tick->x), LABELS_TOP, 1, self->height - LABELS_TOP);
    }
}

static void
add_breaks (DlOverview *self, const DlRuler *ruler)
{
  for (guint i = 0; i < ruler->breaks->len; i++)
    {
      const DlBreak *each = &g_array_index (ruler->breaks, DlBreak, i);
      double         width = MAX (each->right - each->left, LEAST_TEAR);
      DlOp *op = add_rect (self, DL_ROLE_BREAK, DL_PAINT_WEEKEND, (each->left + each->right - width) / 2, FRAME_TOP,
                           width, FRAME_BOTTOM - FRAME_TOP);

      op->kind = DL_OP_TEAR;
      op->border = DL_PAINT_SHAPE;
      op->fold = (guint16) each->fold;
      op->text = dl_scene_keep (self->scene, each->words);
    }
}

static double
bar_height (const DlOverview *self, guint n)
{
  return LEAST_BAR + (BARS_HEIGHT - LEAST_BAR) * sqrt ((double) n / self->busiest);
}

static DlOp *
add_bar (DlOverview *self, DlRole role, DlPaint paint, const DlOverviewBin *bin, guint n, double height)
{
  double left = floor (bin->left);
  DlOp  *op = add_rect (self, role, paint, left, BARS_TOP + BARS_HEIGHT - height,
                        MAX (floor (bin->right) - BIN_GAP - left, 1), height);

  op->count = n;
  return op;
}

/* Where something lasts though nothing may begin, there is a line below the bars. */
static void
add_lasting (DlOverview *self)
{
  for (guint i = 0; i < self->bins->len; i++)
    {
      const DlOverviewBin *bin = &g_array_index (self->bins, DlOverviewBin, i);
      double               left = floor (bin->left);

      if (!bin->lasting)
        continue;
      for (; i + 1 < self->bins->len && (bin + 1)->lasting && (bin + 1)->left == bin->right; i++)
        bin++;
      add_rect (self, DL_ROLE_BAR, DL_PAINT_DIM, left, BARS_TOP + BARS_HEIGHT, MAX (floor (bin->right) - left, 1),
                LASTING_HEIGHT);
    }
}

static void
add_bars (DlOverview *self, const DlOverviewInput *input)
{
  for (guint i = 0; i < self->bins->len; i++)
    {
      const DlOverviewBin *bin = &g_array_index (self->bins, DlOverviewBin, i);

      DlOp *op;

      if (bin->n == 0)
        continue;
      op = add_bar (self, DL_ROLE_DENSITY, DL_PAINT_DIM, bin, bin->n, bar_height (self, bin->n));
      if (bin->n_shown == 0)
        op->flags |= DL_OP_DIMMED;
      else if (bin->n_shown < bin->n)
        op->split = (float) (BARS_TOP + BARS_HEIGHT - bar_height (self, bin->n_shown));
    }
  add_lasting (self);
  /* Not by their colour alone: they have a foot. */
  for (guint i = 0; i < self->bins->len; i++)
    {
      const DlOverviewBin *bin = &g_array_index (self->bins, DlOverviewBin, i);

      DlOp *op;

      if (bin->n_hits == 0)
        continue;
      op =
        add_bar (self, DL_ROLE_MARK, DL_PAINT_HIT, bin, bin->n_hits, MAX (bar_height (self, bin->n_hits), LEAST_HIT));
      op->border = DL_PAINT_HIT_LINE;
      op->flags |= DL_OP_HIT;
      op->h += (float) (LASTING_HEIGHT + FOOT_HEIGHT);
    }
}

static void
add_marker (DlOverview *self, DlInstant at, DlPaint paint, double thickness)
{
  double x = dl_overview_x (self, at);

  if (x >= 0 && x <= self->viewport.width)
    add_rect (self, DL_ROLE_MARKER, paint, floor (x - thickness / 2), FRAME_TOP, thickness, FRAME_BOTTOM - FRAME_TOP);
}

static void
make_scene (DlOverview *self, const DlOverviewInput *input)
{
  DlTimeline         *timeline = dl_arrangement_get_timeline (self->arrangement);
  SpaciousMeasure     measure = { { spacious_width, spacious_line_height, NULL, NULL }, input->measure };
  g_autoptr (DlRuler) ruler = dl_ruler_new (&self->viewport, dl_timeline_get_zone (timeline), &measure.parent);
  DlInstant           as_of;
  gboolean            has_as_of = dl_timeline_get_as_of (timeline, &as_of);

  self->scene = dl_scene_new (timeline, input->width, self->height);
  dl_scene_set_folds (self->scene, self->viewport.folds);
  dl_scene_set_range (self->scene, dl_viewport_from (&self->viewport), dl_viewport_to (&self->viewport));
  add_rect (self, DL_ROLE_BACKGROUND, DL_PAINT_VIEW, 0, 0, input->width, self->height);
  if (has_as_of && dl_overview_x (self, as_of) < input->width)
    {
      double x = MAX (dl_overview_x (self, as_of), 0);

      add_rect (self, DL_ROLE_FUTURE, DL_PAINT_FUTURE, x, 0, input->width - x, self->height);
    }
  add_breaks (self, ruler);
  if (input->has_today)
    add_marker (self, input->today, DL_PAINT_DIM, 1);
  if (has_as_of)
    add_marker (self, as_of, DL_PAINT_ACCENT, 2);
  add_bars (self, input);
  add_labels (self, input, ruler);
  add_rect (self, DL_ROLE_SEPARATOR, DL_PAINT_LINE, 0, 0, input->width, 1);
}

/* Public */

double
dl_overview_height (DlTextMeasure *measure)
{
  g_return_val_if_fail (measure != NULL, 0);
  return LABELS_TOP + dl_text_measure_line_height (measure, DL_TEXT_TICK) + LABELS_BOTTOM;
}

DlOverview *
dl_overview_new (const DlOverviewInput *input)
{
  DlOverview *self;
  DlInstant   from, to;

  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (input->arrangement != NULL && input->measure != NULL, NULL);
  g_return_val_if_fail (input->width > 0, NULL);
  self = g_new0 (DlOverview, 1);
  self->arrangement = dl_arrangement_ref (input->arrangement);
  self->height = dl_overview_height (input->measure);
  self->viewport.folds = dl_arrangement_get_folds (self->arrangement);
  dl_full_view (dl_arrangement_get_timeline (self->arrangement), self->viewport.folds,
                input->has_today ? &input->today : NULL, &from, &to);
  self->inset = MIN (INSET, input->width / 4);
  dl_viewport_set_range (&self->viewport, from, to, input->width - 2 * self->inset);
  dl_viewport_pan (&self->viewport, -self->inset);
  dl_viewport_set_width (&self->viewport, input->width);
  self->bins = g_array_new (FALSE, TRUE, sizeof (DlOverviewBin));
  make_bins (self, input);
  make_scene (self, input);
  g_debug ("overview of %u bins", self->bins->len);
  return self;
}

void
dl_overview_free (DlOverview *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->bins);
  dl_scene_unref (self->scene);
  dl_arrangement_unref (self->arrangement);
  g_free (self);
}

DlArrangement *
dl_overview_get_arrangement (const DlOverview *self)
{
  return self->arrangement;
}

double
dl_overview_get_width (const DlOverview *self)
{
  return self->viewport.width;
}

const DlOverviewBin *
dl_overview_get_bins (const DlOverview *self, guint *n_bins)
{
  *n_bins = self->bins->len;
  return (const DlOverviewBin *) (gpointer) self->bins->data;
}

DlScene *
dl_overview_get_scene (const DlOverview *self)
{
  return self->scene;
}

void
dl_overview_get_frame_height (const DlOverview *self, double *top, double *bottom)
{
  *top = FRAME_TOP;
  *bottom = FRAME_BOTTOM;
}

double
dl_overview_x (const DlOverview *self, DlInstant instant)
{
  return dl_viewport_x (&self->viewport, instant);
}

DlInstant
dl_overview_instant (const DlOverview *self, double x)
{
  return dl_viewport_instant (&self->viewport, x);
}

/* The frame */

void
dl_overview_get_frame (const DlOverview *self, const DlViewport *view, double *left, double *right)
{
  *left = dl_viewport_axis_x (&self->viewport, dl_viewport_axis_from (view));
  *right = dl_viewport_axis_x (&self->viewport, dl_viewport_axis_to (view));
}

void
dl_overview_clip_frame (const DlOverview *self, double *left, double *right)
{
  double last = MAX (self->viewport.width - FRAME_INSET, FRAME_INSET);

  *left = CLAMP (*left, FRAME_INSET, last);
  *right = CLAMP (*right, FRAME_INSET, last);
}

void
dl_overview_set_frame (const DlOverview *self, DlViewport *view, double left, double right)
{
  double middle = (left + right) / 2;

  if (right - left < LEAST_FRAME)
    {
      left = middle - LEAST_FRAME / 2;
      right = middle + LEAST_FRAME / 2;
    }
  view->origin = axis_at (&self->viewport, left);
  view->scale = CLAMP (view->width * self->viewport.scale / (right - left), DL_SCALE_MIN, DL_SCALE_MAX);
}

void
dl_overview_move_edge (const DlOverview *self, DlViewport *view, DlOverviewPart edge, double x)
{
  DlInstant from = dl_viewport_axis_from (view);
  DlInstant to = dl_viewport_axis_to (view);
  double    least = MIN (LEAST_FRAME / self->viewport.scale, dl_instant_distance (from, to));
  double    seconds;

  if (edge == DL_OVERVIEW_START)
    seconds = dl_instant_distance (axis_at (&self->viewport, x), to);
  else
    seconds = dl_instant_distance (from, axis_at (&self->viewport, x));
  view->scale = CLAMP (view->width / MAX (seconds, least), DL_SCALE_MIN, DL_SCALE_MAX);
  if (edge == DL_OVERVIEW_START)
    view->origin = dl_instant_add_double (to, -view->width / view->scale);
}

void
dl_overview_move_frame (const DlOverview *self, DlViewport *view, double pixels)
{
  view->origin = dl_instant_add_double (view->origin, pixels / self->viewport.scale);
}

void
dl_overview_center_frame (const DlOverview *self, DlViewport *view, double x)
{
  view->origin = dl_instant_add_double (axis_at (&self->viewport, x), -view->width / view->scale / 2);
}

DlOverviewPart
dl_overview_find_part (const DlOverview *self, const DlViewport *view, double x)
{
  double left, right, middle, inside;

  dl_overview_get_frame (self, view, &left, &right);
  dl_overview_clip_frame (self, &left, &right);
  middle = (left + right) / 2;
  inside = MAX (right - left - TARGET, TARGET) / 2;
  if (x < middle - inside - TARGET)
    return DL_OVERVIEW_BEFORE;
  if (x < middle - inside)
    return DL_OVERVIEW_START;
  if (x < middle + inside)
    return DL_OVERVIEW_INSIDE;
  return x < middle + inside + TARGET ? DL_OVERVIEW_END : DL_OVERVIEW_AFTER;
}

/* Where an event is in several lanes it is counted in each. */
static gboolean
has_each_once (DlArrangement *arrangement)
{
  guint n = 0;

  for (guint i = 0; i < dl_arrangement_get_n_lanes (arrangement); i++)
    n += dl_lane_index_get_n_items (dl_arrangement_get_index (arrangement, i));
  return n == dl_timeline_get_n_events (dl_arrangement_get_timeline (arrangement));
}

guint
dl_overview_count (const DlOverview *self, const DlViewport *view)
{
  DlTimeline          *timeline = dl_arrangement_get_timeline (self->arrangement);
  const DlEventRecord *records = dl_timeline_get_records (timeline);
  DlInstant            from = dl_viewport_from (view);
  DlInstant            to = dl_viewport_to (view);
  guint                end = dl_timeline_count_before (timeline, to);
  guint                n = 0;

  if (has_each_once (self->arrangement))
    return count_items (self->arrangement, dl_viewport_axis_from (view), dl_viewport_axis_to (view));
  for (guint i = 0; i < end; i++)
    n += dl_event_record_meets (&records[i], from, to);
  return n;
}

gboolean
dl_overview_is_needless (DlTimeline *timeline, const DlViewport *view, const DlInstant *today, double slack)
{
  DlInstant first, last;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), TRUE);
  if (!dl_full_extent (timeline, today, &first, &last))
    return TRUE;
  return dl_viewport_x (view, first) >= -slack && dl_viewport_x (view, last) <= view->width + slack;
}
