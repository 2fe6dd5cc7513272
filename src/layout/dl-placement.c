/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "layout/dl-lane-count.h"
#include "layout/dl-placement-private.h"

/* Beside other lanes a lane of a picture that may be as high as it needs has no
 * more rows than this, unless there are only a few more. */
#define USUAL_ROWS 12u
#define FEW_MORE_ROWS 4u
/* And alone no more than this. */
#define ALONE_ROWS 48u

/* What is richer than a line makes such a picture higher by this share at most,
 * and where there is little in it by so many pixels: a quote or two. */
#define RICHER_SHARE 0.35
#define RICHER_HEIGHT 80.0

/* A header that takes more of the canvas than this has a line of its own. */
#define MAX_HEADER_SHARE 0.6

/* No label is narrower than this on average, for how many may fit. */
#define NARROW_LABEL 60.0

#define LEAST_CANDIDATES 60u

/* So often a lane is filled again when its labels have been widened. */
#define FILL_PASSES 5

/* Object */

typedef struct
{
  GStringChunk *chunk;
} Strings;

static void
strings_clear (gpointer data)
{
  g_string_chunk_free (((Strings *) data)->chunk);
}

DlPlacement *
dl_placement_alloc (const DlPlacementInput *input, DlPlacement *like)
{
  DlPlacement *self = g_new0 (DlPlacement, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->arrangement = dl_arrangement_ref (input->arrangement);
  self->viewport = input->viewport;
  self->lanes = g_new0 (DlPlacedLane, MAX (dl_arrangement_get_n_lanes (input->arrangement), 1));
  if (like != NULL)
    self->shared = g_atomic_rc_box_acquire (like->shared);
  else
    {
      self->shared = g_atomic_rc_box_new0 (Strings);
      ((Strings *) self->shared)->chunk = g_string_chunk_new (1024);
    }
  self->strings = ((Strings *) self->shared)->chunk;
  return self;
}

DlPlacement *
dl_placement_ref (DlPlacement *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dl_placement_unref (DlPlacement *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < dl_arrangement_get_n_lanes (self->arrangement); i++)
    {
      g_clear_pointer (&self->lanes[i].labels, g_array_unref);
      g_clear_pointer (&self->lanes[i].gone, g_array_unref);
      g_free (self->lanes[i].row_y);
    }
  g_free (self->lanes);
  g_atomic_rc_box_release_full (self->shared, strings_clear);
  dl_arrangement_unref (self->arrangement);
  g_free (self);
}

DlArrangement *
dl_placement_get_arrangement (DlPlacement *self)
{
  return self->arrangement;
}

const DlPlacedLane *
dl_placement_get_lane (DlPlacement *self, guint lane)
{
  g_return_val_if_fail (lane < dl_arrangement_get_n_lanes (self->arrangement), NULL);
  return &self->lanes[lane];
}

double
dl_placement_get_height (DlPlacement *self)
{
  return self->height;
}

gboolean
dl_placement_get_moving (DlPlacement *self)
{
  return self->moving;
}

const DlLabel *
dl_placement_find (DlPlacement *self, guint lane, guint item)
{
  return dl_labels_find (dl_placement_get_lane (self, lane)->labels, item);
}

/* Lanes */

static void
placer_clear (DlLanePlacer *self)
{
  g_clear_pointer (&self->candidates, g_array_unref);
  g_clear_pointer (&self->in_time, g_free);
  g_clear_pointer (&self->row_heights, g_free);
  for (guint i = 0; i < self->n_inited; i++)
    dl_row_clear (&self->rows[i]);
  g_free (self->rows);
}

static void
give_header_line (DlLanePlacer *self)
{
  self->own_header = TRUE;
  self->note_from = 0;
  self->note_to = self->input->viewport.width;
}

/* Takes out of @count, which is of all that meets the window, what has a label, and the
 * one that is a mark of its own. */
static void
discount_told (const DlLanePlacer *self, DlLaneCount *count)
{
  const DlPlacementInput *input = self->input;
  guint                   marked = DL_NONE;

  if (input->has_marked)
    marked = dl_arrangement_locate_in (input->arrangement, input->marked, self->lane);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const DlCandidate *candidate = &g_array_index (self->candidates, DlCandidate, i);

      if (candidate->row < 0)
        continue;
      if (candidate->label.item == marked)
        marked = DL_NONE;
      if (candidate->label.item < count->first)
        count->n_running--;
      else
        count->n_starting--;
    }
  /* Of what has ended before the window or begins after it there is no mark. */
  if (marked >= count->end || dl_instant_compare (dl_lane_index_get_extent (self->index, marked)->end,
                                                  dl_viewport_axis_from (&input->viewport)) <= 0)
    return;
  if (marked < count->first)
    count->n_running--;
  else
    count->n_starting--;
}

/* What the header takes of the first row, and whether it rather has a line of its own. */
static void
measure_header (DlLanePlacer *self)
{
  const DlPlacementInput *input = self->input;
  const DlLane           *lane = dl_arrangement_get_lane (input->arrangement, self->lane);
  double                  width = input->viewport.width;
  DlLaneCount             count;
  g_auto (DlLaneHeader)   header = { NULL };

  dl_lane_count_init (&count, self->index, NULL, DL_NONE, dl_viewport_axis_from (&input->viewport),
                      dl_viewport_axis_to (&input->viewport));
  self->n_meeting = count.n_meeting;
  self->n_shown = count.n_shown;
  /* Until it is known how many have no label, there is room for any number of them. */
  if (!self->crowded)
    count.n_starting = count.n_running = 0;
  if (self->filled)
    discount_told (self, &count);
  dl_lane_header_init (&header, input->arrangement, self->lane, &count, self->crowded, input->notes);
  self->note_from = dl_lane_header_left (&header, input->measure, lane->name, width);
  self->note_to = width - dl_lane_header_right (&header, input->measure, width);
  self->own_header = self->note_from + width - self->note_to > MAX_HEADER_SHARE * width;
  if (self->own_header)
    give_header_line (self);
}

static gboolean
has_own_header (const DlLanePlacer *self, guint n_rows, gboolean crowded)
{
  return self->own_header || (crowded && (self->own_if_crowded || (n_rows == 1 && self->needs_header)));
}

typedef struct
{
  DlLanePlacer *placer;
  gboolean      fits;
} FirstRow;

static gboolean
fits_first_row (guint item, gpointer data)
{
  FirstRow   *self = data;
  DlCandidate candidate;
  DlLabelSide side;
  double      room;

  dl_candidate_init (&candidate, self->placer, item);
  dl_lane_placer_empty (self->placer, 1);
  self->fits = dl_lane_placer_fits (self->placer, &candidate, 0, candidate.least, &side, &room);
  return FALSE;
}

/* Where the best event stands under the lane's name, in a single row neither
 * leaves room for the other. */
static void
try_first_row (DlLanePlacer *self)
{
  const DlPlacementInput *input = self->input;
  FirstRow                first = { self, TRUE };
  guint                   item = input->has_first ? dl_placement_input_find (input, self->lane, input->first) : DL_NONE;

  self->crowded = TRUE;
  measure_header (self);
  if (item != DL_NONE)
    fits_first_row (item, &first);
  else
    dl_lane_index_foreach_best (self->index, dl_viewport_axis_from (&input->viewport),
                                dl_viewport_axis_to (&input->viewport), fits_first_row, &first);
  self->needs_header = !first.fits;
  self->own_if_crowded = self->own_header;
  self->crowded = FALSE;
  measure_header (self);
}

static double
lane_height (const DlLanePlacer *self, guint n_rows, double gap, gboolean crowded)
{
  const DlMetrics *metrics = dl_arrangement_get_metrics (self->input->arrangement);
  double           rows = n_rows * (metrics->when + metrics->text + gap);
  double           header = MAX (metrics->lane_name, metrics->note) + 2;

  if (!self->shown)
    return 0;
  return ceil (metrics->lane_top + (has_own_header (self, n_rows, crowded) ? header + rows : MAX (header, rows)) +
               (crowded ? metrics->strip : 0) + metrics->lane_bottom);
}

/* No more labels than this find room in so many rows. */
static guint
max_labels (const DlLanePlacer *self, guint n_rows)
{
  return MAX (n_rows * (guint) ceil (self->input->viewport.width / NARROW_LABEL), LEAST_CANDIDATES);
}

/* So many rows fill that height. */
static guint
rows_within (const DlLanePlacer *self, double height)
{
  const DlMetrics *metrics = dl_arrangement_get_metrics (self->input->arrangement);

  return (guint) CLAMP (height / (metrics->when + metrics->text + metrics->least_gap), 1, DL_MAX_ROWS);
}

/* How many rows name all that is in sight of the lane, of those that it may have. */
static void
want_rows (DlLanePlacer *self, guint n_shown)
{
  const DlPlacementInput *input = self->input;
  DlLaneState             state = dl_arrangement_get_lane (input->arrangement, self->lane)->state;
  gboolean                all = input->all_rows || state == DL_LANE_EXPANDED;
  guint                   max_rows = DL_MAX_ROWS;

  if (state == DL_LANE_COLLAPSED || self->n_meeting == 0 || !self->shown)
    max_rows = 0;
  else if (!all && input->height > 0)
    max_rows = rows_within (self, input->height);
  else if (!all)
    max_rows = n_shown > 1 ? USUAL_ROWS + FEW_MORE_ROWS : ALONE_ROWS;
  /* Of more than can have a label one need not know which they are. */
  if (max_rows > 0 && self->n_meeting <= max_labels (self, max_rows))
    dl_lane_placer_gather (self, self->n_meeting);
  self->keep = all;
  self->whole = max_rows > 0 && self->all && dl_lane_placer_place_all (self, max_rows);
  self->n_wanted = self->whole ? self->n_rows : max_rows;
  if (!all && input->height <= 0 && n_shown > 1 && !self->whole)
    self->n_wanted = MIN (self->n_wanted, USUAL_ROWS);
}

/* How high all lanes are with so many rows. */
static double
height_of_all (const DlLanePlacer *placers, guint n, double gap)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    height += lane_height (&placers[i], placers[i].n_given, gap,
                           placers[i].n_meeting > 0 && (placers[i].n_given < placers[i].n_wanted || !placers[i].whole));
  return height;
}

static guint
rows_of_all (const DlLanePlacer *placers, guint n)
{
  guint n_rows = 0;

  for (guint i = 0; i < n; i++)
    n_rows += placers[i].n_given;
  return n_rows;
}

/* How many rows a lane wants, as long as all of them share that height; @first: for what a filter
 * lets through, as far as one can tell from how much of it that is. */
static guint
count_wanted (const DlLanePlacer *self, double height, gboolean first)
{
  guint n_wanted = MIN (self->n_wanted, rows_within (self, height));

  if (!first || self->n_shown == self->n_meeting)
    return n_wanted;
  return (guint) ceil (n_wanted * (double) self->n_shown / self->n_meeting);
}

/* One row after the other to whichever has the largest share of what it wants for
 * one more. */
static void
share_more_rows (DlLanePlacer *placers, guint n, double height, double gap, gboolean first)
{
  for (;;)
    {
      DlLanePlacer *next = NULL;
      double        best = 0;

      for (guint i = 0; i < n; i++)
        {
          guint  n_wanted = count_wanted (&placers[i], height, first);
          double share = n_wanted / (double) (placers[i].n_given + 1);

          if (placers[i].n_given >= n_wanted || placers[i].full || share <= best)
            continue;
          best = share;
          next = &placers[i];
        }
      if (next == NULL)
        return;
      next->n_given++;
      if (height_of_all (placers, n, gap) <= height)
        continue;
      next->n_given--;
      next->full = TRUE;
    }
}

/* Rows for the lanes where not all of them find room: one each, and then what they
 * want, those first that a filter lets something through of. What shows all of its rows takes
 * them from no other: all are higher for it. */
static void
share_rows (DlLanePlacer *placers, guint n, double height, double gap)
{
  for (guint i = 0; i < n; i++)
    placers[i].n_given = MIN (placers[i].n_wanted, 1);
  share_more_rows (placers, n, height, gap, TRUE);
  share_more_rows (placers, n, height, gap, FALSE);
  for (guint i = 0; i < n; i++)
    if (placers[i].keep)
      placers[i].n_given = placers[i].n_wanted;
}

/* Settles how many rows each lane has. */
static void
settle_rows (DlLanePlacer *placers, guint n, double height)
{
  const DlMetrics *metrics = dl_arrangement_get_metrics (placers[0].input->arrangement);

  for (guint i = 0; i < n; i++)
    placers[i].n_given = placers[i].n_wanted;
  if (height > 0 && height_of_all (placers, n, metrics->least_gap) > height)
    share_rows (placers, n, height, metrics->least_gap);
}

/* How high all lanes are with their labels as lines. */
static double
filled_height (const DlLanePlacer *placers, guint n, double gap)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    height += lane_height (&placers[i], placers[i].n_given, gap, placers[i].crowded);
  return height;
}

/* What there is below each row. */
static double
find_gap (const DlLanePlacer *placers, guint n, double height)
{
  const DlMetrics *metrics = dl_arrangement_get_metrics (placers[0].input->arrangement);
  double           rest = height - filled_height (placers, n, metrics->least_gap);

  if (height <= 0)
    return metrics->row_gap;
  return CLAMP (metrics->least_gap + floor (rest / MAX (rows_of_all (placers, n), 1)), metrics->least_gap,
                metrics->row_gap);
}

/* What has turned or changed its row leaves room, and so does a header that has
 * less to tell. */
static void
fill_again (DlLanePlacer *self)
{
  gboolean sorted = FALSE;

  for (guint pass = 0; pass < FILL_PASSES; pass++)
    {
      double note_from = self->note_from;

      if (!self->own_header)
        {
          measure_header (self);
          /* A smaller number may have wider digits. */
          self->note_from = MIN (self->note_from, note_from);
          dl_lane_placer_shrink_note (self);
        }
      if (!dl_lane_placer_fill (self) && !sorted && self->note_from >= note_from)
        return;
      dl_lane_placer_widen (self, TRUE);
      dl_lane_placer_order (self);
      sorted = pass + 1 < FILL_PASSES && dl_lane_placer_sort (self);
    }
  dl_lane_placer_fill (self);
  dl_lane_placer_widen (self, FALSE);
}

/* Which labels stand in those rows. */
static void
fill_rows (DlLanePlacer *self)
{
  guint n_placed = 0;
  int   n_used = 0;

  if (!self->whole || self->n_given < self->n_wanted)
    {
      self->crowded = self->n_meeting > 0;
      measure_header (self);
      if (has_own_header (self, self->n_given, TRUE))
        give_header_line (self);
      if (self->candidates == NULL && self->n_given > 0)
        dl_lane_placer_gather (self, max_labels (self, self->n_given));
      for (guint i = 0; self->candidates != NULL && i < self->candidates->len; i++)
        dl_candidate_set_want (&g_array_index (self->candidates, DlCandidate, i), self);
      if (self->n_given > 0)
        dl_lane_placer_place_best (self, self->n_given);
      else if (self->candidates != NULL)
        g_array_set_size (self->candidates, 0);
    }
  if (self->n_given > 0)
    dl_lane_placer_widen (self, TRUE);
  self->filled = self->crowded && self->n_given > 0;
  if (self->filled)
    fill_again (self);
  for (guint i = 0; self->candidates != NULL && i < self->candidates->len; i++)
    {
      DlCandidate *candidate = &g_array_index (self->candidates, DlCandidate, i);

      if (candidate->row < 0)
        continue;
      n_placed++;
      n_used = MAX (n_used, candidate->row + 1);
      dl_candidate_set_words (candidate, self);
    }
  self->crowded = n_placed < self->n_meeting;
  self->n_given = (guint) n_used;
  g_free (self->row_heights);
  self->row_heights = g_new (double, MAX (self->n_given, 1));
  for (guint i = 0; i < self->n_given; i++)
    self->row_heights[i] = dl_arrangement_get_metrics (self->input->arrangement)->when +
                           dl_arrangement_get_metrics (self->input->arrangement)->text;
}

/* Gives rows that a lane had no use for to those that have. */
static void
give_rest (DlLanePlacer *placers, guint n, double height)
{
  double gap = dl_arrangement_get_metrics (placers[0].input->arrangement)->least_gap;

  for (guint i = 0; i < n && height > 0; i++)
    while (placers[i].crowded && placers[i].n_given > 0 && placers[i].n_given < DL_MAX_ROWS)
      {
        guint n_given = placers[i].n_given++;

        if (filled_height (placers, n, gap) > height)
          {
            placers[i].n_given--;
            break;
          }
        placers[i].whole = placers[i].filled = FALSE;
        dl_lane_placer_order (&placers[i]);
        fill_rows (&placers[i]);
        if (placers[i].n_given <= n_given)
          break;
      }
}

/* What has been made richer may have left room for others. */
static void
fill_freed (DlLanePlacer *self)
{
  guint n_placed = 0;

  if (!self->filled)
    return;
  self->n_rows = self->n_given;
  dl_lane_placer_fill_last (self);
  for (guint i = 0; i < self->candidates->len; i++)
    n_placed += g_array_index (self->candidates, DlCandidate, i).row >= 0;
  self->crowded = n_placed < self->n_meeting;
}

static void
finish_lane (DlLanePlacer *self, double gap, double y)
{
  const DlMetrics *metrics = dl_arrangement_get_metrics (self->input->arrangement);
  DlPlacedLane    *lane = &self->placement->lanes[self->lane];
  double           header = MAX (metrics->lane_name, metrics->note) + 2;
  double           at = metrics->lane_top + (self->own_header ? header : 0);

  lane->labels = g_array_new (FALSE, FALSE, sizeof (DlLabel));
  lane->row_y = g_new (float, self->n_given + 1);
  lane->n_rows = self->n_given;
  lane->y = y;
  lane->shown = self->shown;
  lane->crowded = self->crowded;
  lane->note_from = self->note_from;
  lane->note_to = self->note_to;
  lane->header_y = metrics->lane_top;
  if (!self->own_header && self->n_given > 0)
    lane->header_y += floor (metrics->when / 2);
  for (guint row = 0; row < self->n_given; row++)
    {
      lane->row_y[row] = (float) at;
      at += self->row_heights[row] + gap;
    }
  lane->row_y[self->n_given] = (float) at;
  for (guint i = 0; self->candidates != NULL && i < self->candidates->len; i++)
    {
      DlCandidate *candidate = &g_array_index (self->candidates, DlCandidate, i);

      if (candidate->row < 0)
        continue;
      candidate->label.row = (guint) candidate->row;
      candidate->label.y = lane->row_y[candidate->row];
      dl_candidate_set_shift (candidate, self);
      g_array_append_val (lane->labels, candidate->label);
    }
  dl_labels_sort (lane->labels);
  at = MAX (at, lane->header_y + header);
  lane->strip_y = at;
  lane->height = self->shown ? ceil (at + (self->crowded ? metrics->strip : 0) + metrics->lane_bottom) : 0;
}

DlPlacement *
dl_placement_new (const DlPlacementInput *input)
{
  DlPlacement             *self = dl_placement_alloc (input, NULL);
  guint                    n = dl_arrangement_get_n_lanes (input->arrangement);
  g_autofree DlLanePlacer *placers = g_new0 (DlLanePlacer, MAX (n, 1));
  g_autoptr (DlRuler)      ruler = dl_ruler_new (&input->viewport, input->zone, input->measure);
  guint                    n_shown = 0;
  double                   gap, height, spare;

  for (guint i = 0; i < n; i++)
    {
      placers[i].input = input;
      placers[i].placement = self;
      placers[i].ruler_unit = ruler->unit;
      placers[i].ruler_count = ruler->count;
      placers[i].lane = i;
      placers[i].index = dl_arrangement_get_index (input->arrangement, i);
      placers[i].rows = g_new (DlRow, DL_MAX_ROWS);
      measure_header (&placers[i]);
      placers[i].shown = (input->notes || input->all_lanes || placers[i].n_meeting > 0) &&
                         (input->left_out == NULL || !input->left_out[i]);
      if (placers[i].n_meeting > 0)
        try_first_row (&placers[i]);
      n_shown += placers[i].shown;
    }
  if (n == 0)
    return self;
  for (guint i = 0; i < n; i++)
    want_rows (&placers[i], n_shown);
  settle_rows (placers, n, input->height);
  for (guint i = 0; i < n; i++)
    fill_rows (&placers[i]);
  give_rest (placers, n, input->height);
  gap = find_gap (placers, n, input->height);
  height = filled_height (placers, n, gap);
  spare = input->height > 0 ? input->height - height : MAX (height * RICHER_SHARE, RICHER_HEIGHT);
  dl_placement_enrich (placers, n, spare, input->height > 0 ? spare : G_MAXDOUBLE);
  for (guint i = 0; i < n; i++)
    {
      fill_freed (&placers[i]);
      finish_lane (&placers[i], gap, self->height);
      self->height += self->lanes[i].height;
      placer_clear (&placers[i]);
    }
  return self;
}
