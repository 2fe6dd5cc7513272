/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which way a curve takes from the selected event to another one, and where on it there is room for words. */
#include <math.h>
#include <stdlib.h>

#include "layout/dl-layout-related-private.h"

/* Between a curve's end and what it ends at; around what is selected there is a ring. */
#define END_GAP 3.0
#define SOURCE_GAP 8.0

/* From an end to the place under it where a line attaches to words. */
#define END_INSET 8.0

/* A curve leaves straight from a side, for so much of its length, at least and at most so
 * many pixels. */
#define STRAIGHT 0.4
#define LEAST_STRAIGHT 16.0
#define MOST_STRAIGHT 140.0

/* Places on a curve that are looked at, and places where words are tried. */
#define N_SAMPLES 24

/* What is worse than what, in pixels of a longer way: a pixel under words, out of
 * sight, or along another curve; an end beside words, not over or under them; no room
 * for what the curve means. */
#define COST_COVERED 5.0
#define COST_OUTSIDE 6.0
#define COST_ALONG 1.5
#define COST_SIDEWAYS 14.0
#define COST_WITHOUT_WORDS 140.0

/* So near to another curve one runs along it; but not near the selected event, where
 * all of them begin. */
#define ALONG 7.0
#define COMMON_START 28.0

/* Around words, to other words and to the edges. */
#define MEANING_APART 2.0
#define MEANING_BESIDE 5.0

/* Of a curve that words lie on, this is to be seen at least. */
#define LEAST_CURVE 32.0

typedef enum
{
  SIDE_TOP,
  SIDE_BOTTOM,
  SIDE_LEFT,
  SIDE_RIGHT,
  N_SIDES,
} Side;

/* An end of a curve, and the direction that it leaves in. */
typedef struct
{
  double x, y;
  double dx, dy;
} End;

static double
middle_x (const DlRelatedLayout *self, const DlArea *area)
{
  return (MAX (area->left, self->lanes.left) + MIN (area->right, self->lanes.right)) / 2;
}

/* CLAMP() where the limits may be the wrong way round. */
static double
within (double value, double low, double high)
{
  return low > high ? (low + high) / 2 : CLAMP (value, low, high);
}

/* @towards: an x, of what is at the other end */
static End
end_at (const DlRelatedLayout *self, const DlRelatedSpot *spot, Side side, double towards)
{
  const DlArea *words = spot->has_words ? &spot->words : &spot->shape;
  double        gap = spot == self->source && spot->where == DL_WHERE_SEEN ? SOURCE_GAP : END_GAP;
  double        left = MAX (words->left, self->lanes.left);
  double        right = MIN (words->right, self->lanes.right);
  double        x;

  switch (side)
    {
    case SIDE_TOP:
      x = within (towards, MAX (spot->shape.left, self->lanes.left) + END_GAP,
                  MIN (spot->shape.right, self->lanes.right) - END_GAP);
      return (End){ x, MIN (spot->shape.top, words->top) - gap, 0, -1 };
    case SIDE_BOTTOM:
      x = within (middle_x (self, &spot->shape), left + END_INSET, right - END_INSET);
      return (End){ x, MAX (spot->shape.bottom, words->bottom) + gap, 0, 1 };
    case SIDE_LEFT:
      return (End){ left - gap, (words->top + words->bottom) / 2, -1, 0 };
    case SIDE_RIGHT:
    case N_SIDES:
    default:
      return (End){ right + gap, (words->top + words->bottom) / 2, 1, 0 };
    }
}

static DlCurve
connect (const End *from, const End *to)
{
  double distance = hypot (to->x - from->x, to->y - from->y);
  double straight = CLAMP (STRAIGHT * distance, LEAST_STRAIGHT, MOST_STRAIGHT);

  /* Two that face each other do not pass each other. */
  if (from->dx * to->dx + from->dy * to->dy < 0)
    straight = MIN (straight, distance / 2);

  return (DlCurve){
    .x = { (float) from->x, (float) (from->x + from->dx * straight), (float) (to->x + to->dx * straight),
           (float) to->x },
    .y = { (float) from->y, (float) (from->y + from->dy * straight), (float) (to->y + to->dy * straight),
           (float) to->y },
  };
}

/* Whether words, or the edges of what is seen, are over a place. */
static gboolean
is_covered (const DlRelatedLayout *self, double x, double y)
{
  for (guint i = 0; i < self->obstacles->len; i++)
    {
      const DlObstacle *each = &g_array_index (self->obstacles, DlObstacle, i);

      if (each->words && x > each->area.left && x < each->area.right && y > each->area.top && y < each->area.bottom)
        return TRUE;
    }
  return FALSE;
}

static gboolean
runs_along (const DlRelatedLayout *self, double x, double y)
{
  for (guint i = 0; i < self->n_spots; i++)
    if (self->spots[i].has_curve && dl_curve_distance (&self->spots[i].curve, x, y) < ALONG)
      return TRUE;
  return FALSE;
}

/* How bad a way is, beside those that are there. */
static double
judge (const DlRelatedLayout *self, const DlCurve *curve)
{
  double length = dl_curve_length (curve);
  double cost = length;

  for (guint i = 1; i < N_SAMPLES; i++)
    {
      double x, y;

      dl_curve_at (curve, (double) i / N_SAMPLES, &x, &y);
      if (x < self->lanes.left || x > self->lanes.right || y < self->lanes.top || y > self->lanes.bottom)
        cost += COST_OUTSIDE * length / N_SAMPLES;
      else if (is_covered (self, x, y))
        cost += COST_COVERED * length / N_SAMPLES;
      if (hypot (x - (double) curve->x[0], y - (double) curve->y[0]) > COMMON_START && runs_along (self, x, y))
        cost += COST_ALONG * length / N_SAMPLES;
    }
  return cost;
}

/* Words */

/* Whether another curve runs through a place. */
static gboolean
is_crossed (const DlRelatedLayout *self, const DlRelatedSpot *own, const DlArea *area)
{
  for (guint i = 0; i < self->n_spots; i++)
    {
      const DlRelatedSpot *spot = &self->spots[i];

      if (spot == own || !spot->has_curve)
        continue;
      for (guint j = 0; j <= 2 * N_SAMPLES; j++)
        {
          double x, y;

          dl_curve_at (&spot->curve, (double) j / (2 * N_SAMPLES), &x, &y);
          if (x > area->left - 1 && x < area->right + 1 && y > area->top - 1 && y < area->bottom + 1)
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether words leave enough of their own curve to see which way it goes. */
static gboolean
leaves_curve (const DlRelatedLayout *self, const DlRelatedSpot *spot, const DlArea *area, double length)
{
  guint n_seen = 0;

  for (guint i = 0; i <= N_SAMPLES; i++)
    {
      double x, y;

      dl_curve_at (&spot->curve, (double) i / N_SAMPLES, &x, &y);
      n_seen += (x < area->left || x > area->right || y < area->top || y > area->bottom) && !is_covered (self, x, y);
    }
  return n_seen * length / (N_SAMPLES + 1) >= MIN (LEAST_CURVE, length / 2);
}

static gboolean
is_room (const DlRelatedLayout *self, const DlRelatedSpot *spot, const DlArea *area)
{
  return area->left >= self->lanes.left + MEANING_APART && area->right <= self->lanes.right - MEANING_APART &&
         area->top >= self->lanes.top + MEANING_APART && area->bottom <= self->lanes.bottom - MEANING_APART &&
         dl_related_layout_is_free (self, area, MEANING_APART) && !is_crossed (self, spot, area);
}

/* A free place for its words on the curve of @spot, or beside it. Returns: FALSE where there is none */
static gboolean
find_words (const DlRelatedLayout *self, const DlRelatedSpot *spot, DlArea *area)
{
  /* On the curve, else beside it, right, left, above, below. */
  static const double beside[][2] = { { 0, 0 }, { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 } };
  double              length = dl_curve_length (&spot->curve);
  double              width = spot->label_width;
  double              height = self->layout->metrics->note;

  for (guint place = 0; place < G_N_ELEMENTS (beside); place++)
    for (guint i = 0; i < N_SAMPLES - 1; i++)
      {
        /* From the middle to the ends, which are not to be taken for the words' own. */
        double t = 0.5 + (i % 2 == 0 ? 1.0 : -1.0) * (double) ((i + 1) / 2) / N_SAMPLES;
        double x, y;

        if (MIN (t, 1 - t) * length < height)
          continue;
        dl_curve_at (&spot->curve, t, &x, &y);
        x += beside[place][0] * (width / 2 + MEANING_BESIDE);
        y += beside[place][1] * (height / 2 + MEANING_BESIDE);
        *area = (DlArea){ floor (x - width / 2), floor (y - height / 2), 0, 0 };
        area->right = area->left + width;
        area->bottom = area->top + height;
        if (is_room (self, spot, area) && leaves_curve (self, spot, area, length))
          return TRUE;
      }
  return FALSE;
}

/* Ways */

/* A chip is not left towards the edge that it is at. */
static gboolean
may_end (const DlRelatedSpot *spot, Side side)
{
  switch (spot->where)
    {
    case DL_WHERE_EARLIER:
      return side != SIDE_LEFT;
    case DL_WHERE_LATER:
      return side != SIDE_RIGHT;
    case DL_WHERE_ABOVE:
      return side != SIDE_TOP;
    case DL_WHERE_BELOW:
      return side != SIDE_BOTTOM;
    case DL_WHERE_SEEN:
      return TRUE;
    case DL_WHERE_NOWHERE:
    default:
      return FALSE;
    }
}

typedef struct
{
  DlCurve curve;
  double  cost;
} Way;

static int
compare_ways (gconstpointer a, gconstpointer b)
{
  double left = ((const Way *) a)->cost;
  double right = ((const Way *) b)->cost;

  return left < right ? -1 : left > right;
}

/* The best of all ways from a side to a side; one on which there is room for the words
 * rather than a somewhat shorter one. */
static void
route (DlRelatedLayout *self, DlRelatedSpot *spot)
{
  double from_x = middle_x (self, &self->source->shape);
  double to_x = middle_x (self, &spot->shape);
  Way    ways[N_SIDES * N_SIDES];
  guint  n = 0;

  for (guint i = 0; i < N_SIDES; i++)
    for (guint j = 0; j < N_SIDES; j++)
      {
        Way *way = &ways[n];
        End  from, to;

        if (!may_end (self->source, (Side) i) || !may_end (spot, (Side) j))
          continue;
        from = end_at (self, self->source, (Side) i, to_x);
        to = end_at (self, spot, (Side) j, from_x);
        way->curve = connect (&from, &to);
        way->cost = judge (self, &way->curve);
        way->cost += i == SIDE_LEFT || i == SIDE_RIGHT ? COST_SIDEWAYS : 0;
        way->cost += j == SIDE_LEFT || j == SIDE_RIGHT ? COST_SIDEWAYS : 0;
        n++;
      }
  g_return_if_fail (n > 0);
  qsort (ways, n, sizeof (Way), compare_ways);
  for (guint i = 0; i < n && ways[i].cost < ways[0].cost + COST_WITHOUT_WORDS; i++)
    {
      spot->curve = ways[i].curve;
      spot->has_curve = TRUE;
      spot->has_label = find_words (self, spot, &spot->label_area);
      if (spot->has_label)
        {
          dl_related_layout_add_obstacle (self, &spot->label_area, TRUE);
          return;
        }
    }
  spot->curve = ways[0].curve;
}

static double
distance (const DlRelatedLayout *self, const DlRelatedSpot *spot)
{
  const DlArea *from = &self->source->shape;
  const DlArea *to = &spot->shape;

  return hypot (MAX (MAX (to->left - from->right, from->left - to->right), 0),
                MAX (MAX (to->top - from->bottom, from->top - to->bottom), 0));
}

/* What is near first: the long ways find theirs around it. */
void
dl_layout_related_route (DlRelatedLayout *self)
{
  for (;;)
    {
      DlRelatedSpot *nearest = NULL;

      for (guint i = 0; i < self->n_spots; i++)
        {
          DlRelatedSpot *spot = &self->spots[i];

          if (spot->has_curve || spot->where == DL_WHERE_NOWHERE || self->source->where == DL_WHERE_NOWHERE ||
              (self->source->where != DL_WHERE_SEEN && spot->where != DL_WHERE_SEEN))
            continue;
          if (nearest == NULL || distance (self, spot) < distance (self, nearest))
            nearest = spot;
        }
      if (nearest == NULL)
        return;
      route (self, nearest);
    }
}
