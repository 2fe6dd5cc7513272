/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which row of its lane a label stands in. */
#include "layout/dl-placement-private.h"

/* Labels whose dates begin so near each other, in pixels, are read as one
 * column: down it, what is later stands lower. So many before are looked at. */
#define COLUMN_WIDTH 40.0
#define COLUMN_LENGTH 64

/* So often labels of a column change rows. */
#define SORT_PASSES 6

/* What is still looked at for a gap that the best do not fit: so many that lie
 * in it, among so many that meet it. */
#define GAP_TRIES 24u
#define GAP_LOOKS 200u

static DlCandidate *
candidate_at (DlLanePlacer *placer, guint index)
{
  return &g_array_index (placer->candidates, DlCandidate, index);
}

gboolean
dl_lane_placer_fits (DlLanePlacer      *placer,
                     const DlCandidate *candidate,
                     guint              row,
                     double             need,
                     DlLabelSide       *side,
                     double            *room)
{
  double width = placer->input->viewport.width;
  double gap_from = -G_MAXDOUBLE;
  double gap_to = G_MAXDOUBLE;
  double after, before;

  if (!dl_row_find_gap (&placer->rows[row], candidate->from, candidate->to + DL_LABEL_GAP, &gap_from, &gap_to))
    return FALSE;
  after = MIN (gap_to - DL_LABEL_GAP, width - DL_LABEL_EDGE) - candidate->label_from;
  before = candidate->label_to - MAX (gap_from, DL_LABEL_EDGE);
  if (MAX (after, before) < need)
    return FALSE;
  /* Later, as one reads, where that does; else wherever there is more. */
  *side = after >= MIN (candidate->want, MAX (need, before)) ? DL_SIDE_AFTER : DL_SIDE_BEFORE;
  *room = *side == DL_SIDE_AFTER ? after : before;
  return TRUE;
}

void
dl_lane_placer_empty (DlLanePlacer *placer, guint n_rows)
{
  while (placer->n_inited < n_rows)
    dl_row_init (&placer->rows[placer->n_inited++]);
  for (guint i = 0; i < placer->n_inited; i++)
    dl_row_empty (&placer->rows[i]);
  placer->n_rows = n_rows;
  if (n_rows > 0 && placer->note_from > 0)
    dl_row_take (&placer->rows[0], -G_MAXDOUBLE, placer->note_from + DL_LABEL_GAP, DL_NO_OWNER);
  if (n_rows > 0 && placer->note_to < placer->input->viewport.width)
    dl_row_take (&placer->rows[0], placer->note_to, G_MAXDOUBLE, DL_NO_OWNER);
}

void
dl_lane_placer_shrink_note (DlLanePlacer *placer)
{
  if (placer->n_rows > 0 && placer->note_from > 0)
    dl_row_shrink (&placer->rows[0], DL_NO_OWNER, -G_MAXDOUBLE, placer->note_from + DL_LABEL_GAP);
}

static void
add_row (DlLanePlacer *placer)
{
  if (placer->n_inited == placer->n_rows)
    dl_row_init (&placer->rows[placer->n_inited++]);
  placer->n_rows++;
  if (placer->n_rows == 1)
    dl_lane_placer_empty (placer, 1);
}

/* Beside all of its extent, where beside what is stated of it there is no room. */
static gboolean
fits_loosely (DlLanePlacer *placer, DlCandidate *candidate, guint row, double need, double *room)
{
  DlCandidate loose = *candidate;

  if (!dl_candidate_loosen (&loose, placer) ||
      !dl_lane_placer_fits (placer, &loose, row, need, &loose.label.side, room))
    return FALSE;
  *candidate = loose;
  return TRUE;
}

static gboolean
try_row (DlLanePlacer *placer, guint index, guint row, double need)
{
  DlCandidate *candidate = candidate_at (placer, index);
  double       room, from, to;

  if (!dl_lane_placer_fits (placer, candidate, row, need, &candidate->label.side, &room) &&
      !fits_loosely (placer, candidate, row, need, &room))
    return FALSE;
  candidate->row = (int) row;
  candidate->width = dl_candidate_get_step (candidate, MIN (candidate->want, room));
  from = candidate->from;
  to = candidate->to;
  if (candidate->label.side == DL_SIDE_AFTER)
    to = MAX (to, candidate->label_from + candidate->width);
  else
    from = MIN (from, candidate->label_to - candidate->width);
  dl_row_take (&placer->rows[row], from, to + DL_LABEL_GAP, index);
  return TRUE;
}

static gboolean
try_rows (DlLanePlacer *placer, guint index, guint first, guint end, double need)
{
  for (guint row = first; row < end; row++)
    if (try_row (placer, index, row, need))
      return TRUE;
  return FALSE;
}

/* The row under those of its column, of what is earlier in time. */
static guint
row_below_column (DlLanePlacer *placer, guint at)
{
  const DlCandidate *candidate = candidate_at (placer, placer->in_time[at]);
  guint              row = 0;

  for (guint i = at; i > 0 && at - i < COLUMN_LENGTH; i--)
    {
      const DlCandidate *before = candidate_at (placer, placer->in_time[i - 1]);

      if (before->from < candidate->from - COLUMN_WIDTH)
        break;
      if (before->row >= 0)
        row = MAX (row, (guint) before->row + 1);
    }
  return row;
}

/* In the order of time, those with @chosen, or all where that is NULL.
 * @strict: a new row rather than one above what is earlier.
 * Returns: whether all have a row */
static gboolean
place_in_time (DlLanePlacer *placer, const gboolean *chosen, guint n_rows, guint max_rows, gboolean strict)
{
  gboolean whole = TRUE;

  dl_lane_placer_empty (placer, n_rows);
  for (guint i = 0; i < placer->candidates->len; i++)
    candidate_at (placer, i)->row = -1;
  for (guint i = 0; i < placer->candidates->len; i++)
    {
      guint  index = placer->in_time[i];
      double need = candidate_at (placer, index)->want;
      guint  below;

      if (chosen != NULL && !chosen[index])
        continue;
      below = MIN (row_below_column (placer, i), placer->n_rows);
      if (try_rows (placer, index, below, placer->n_rows, need))
        continue;
      if (!strict && try_rows (placer, index, 0, below, need))
        continue;
      if (placer->n_rows < max_rows)
        {
          add_row (placer);
          if (try_row (placer, index, placer->n_rows - 1, need))
            continue;
          /* Beside a lane's name there may be no room for it, but under it there is. */
          if (placer->n_rows < max_rows)
            {
              add_row (placer);
              if (try_row (placer, index, placer->n_rows - 1, need))
                continue;
            }
          /* What is wider than the canvas is shortened in any row. */
          if (try_row (placer, index, placer->n_rows - 1, candidate_at (placer, index)->least))
            continue;
        }
      if (strict && try_rows (placer, index, 0, below, need))
        continue;
      whole = FALSE;
    }
  return whole;
}

gboolean
dl_lane_placer_place_all (DlLanePlacer *placer, guint max_rows)
{
  gboolean whole = place_in_time (placer, NULL, 0, max_rows, TRUE);
  guint    n_strict = placer->n_rows;

  if (whole && n_strict <= 2)
    return TRUE;
  /* In reading order, unless that takes many more rows. */
  if (place_in_time (placer, NULL, 0, max_rows, FALSE) &&
      (!whole || n_strict > placer->n_rows + 1 + placer->n_rows / 4))
    return TRUE;
  return place_in_time (placer, NULL, 0, max_rows, TRUE);
}

/* The first of the candidates that a filter does not let through: all after it are
 * of the same kind. */
static guint
count_shown (DlLanePlacer *placer)
{
  guint n = 0;

  while (n < placer->candidates->len && dl_lane_index_is_shown (placer->index, candidate_at (placer, n)->label.item))
    n++;
  return n;
}

/* Returns: whether what a filter lets through had to be shortened to come before
 * the rest */
static gboolean
place_by_rank (DlLanePlacer *placer, guint n_rows)
{
  guint    n_shown = count_shown (placer);
  gboolean shortened = FALSE;

  dl_lane_placer_empty (placer, n_rows);
  for (guint i = 0; i < placer->candidates->len; i++)
    candidate_at (placer, i)->row = -1;
  for (guint i = 0; i < placer->candidates->len; i++)
    {
      /* None has a label in a place where one of them could have had one. */
      for (guint k = 0; i == n_shown && k < n_shown; k++)
        if (candidate_at (placer, k)->row < 0)
          shortened |= try_rows (placer, k, 0, n_rows, candidate_at (placer, k)->least);
      if (!try_rows (placer, i, 0, n_rows, candidate_at (placer, i)->want) && i == 0)
        /* The best of all has a label, if it has to be shortened. */
        try_rows (placer, i, 0, n_rows, candidate_at (placer, i)->least);
    }
  return shortened;
}

/* Returns: whether any more has a row */
static gboolean
fill_by_rank (DlLanePlacer *placer, guint n_rows)
{
  gboolean found = FALSE;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < placer->candidates->len; i++)
      {
        const DlCandidate *candidate = candidate_at (placer, i);

        if (candidate->row < 0)
          found |= try_rows (placer, i, 0, n_rows, pass == 0 ? candidate->want : candidate->least);
      }
  return found;
}

/* What lies in a gap of a row, and was not among the best of the window. */
typedef struct
{
  DlLanePlacer *placer;
  GHashTable   *known; /* items that are candidates */
  guint         row;
  double        from;
  double        to;
  guint         n_looks;
  guint         n_tries;
  gboolean      found;
} GapSearch;

/* Whether there is any for a label. */
static gboolean
has_room (DlLanePlacer *placer, DlCandidate candidate, guint row)
{
  double room;

  return dl_lane_placer_fits (placer, &candidate, row, candidate.least, &candidate.label.side, &room) ||
         fits_loosely (placer, &candidate, row, candidate.least, &room);
}

/* Without measuring a word. */
static gboolean
lies_in_gap (const GapSearch *self, guint item)
{
  const DlViewport *viewport = &self->placer->input->viewport;
  const DlExtent   *extent = dl_lane_index_get_extent (self->placer->index, item);
  double            from = dl_viewport_axis_x (viewport, extent->start);
  double            to = MAX (dl_viewport_axis_x (viewport, extent->end), from + DL_LEAST_MARK);

  return from >= self->from && to <= self->to;
}

static gboolean
try_gap (guint item, gpointer data)
{
  GapSearch   *self = data;
  DlCandidate *candidate;
  guint        index = self->placer->candidates->len;

  if (g_hash_table_contains (self->known, GUINT_TO_POINTER (item)) || !lies_in_gap (self, item))
    return ++self->n_looks < GAP_LOOKS;
  g_array_set_size (self->placer->candidates, index + 1);
  candidate = candidate_at (self->placer, index);
  dl_candidate_measure (candidate, self->placer, item);
  if (has_room (self->placer, *candidate, self->row))
    dl_candidate_init (candidate, self->placer, item);
  if (candidate->date > 0 && try_row (self->placer, index, self->row, candidate->least))
    {
      g_hash_table_add (self->known, GUINT_TO_POINTER (item));
      self->found = TRUE;
      return FALSE;
    }
  g_array_set_size (self->placer->candidates, index);
  return ++self->n_tries < GAP_TRIES;
}

static gboolean
fill_gap (GapSearch *self, double from, double to)
{
  const DlViewport *viewport = &self->placer->input->viewport;
  double            window = viewport->width;

  self->from = from;
  self->to = to;
  from = MAX (from, 0);
  to = MIN (to, window);
  if (to - from < DL_LEAST_MARK)
    return FALSE;
  self->found = FALSE;
  self->n_tries = self->n_looks = 0;
  dl_lane_index_foreach_best (self->placer->index, dl_instant_add_double (viewport->origin, from / viewport->scale),
                              dl_instant_add_double (viewport->origin, to / viewport->scale), try_gap, self);
  return self->found;
}

static gboolean
fill_gaps (DlLanePlacer *placer, guint n_rows)
{
  gboolean               found = FALSE;
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  GapSearch              search = { .placer = placer, .known = known };

  for (guint i = 0; i < placer->candidates->len; i++)
    g_hash_table_add (known, GUINT_TO_POINTER (candidate_at (placer, i)->label.item));
  for (search.row = 0; search.row < n_rows; search.row++)
    {
      const GArray *taken = placer->rows[search.row].taken;
      double        from = -G_MAXDOUBLE;

      for (guint i = 0; i <= taken->len; i++)
        {
          double to = i < taken->len ? g_array_index (taken, DlRowPart, i).from : G_MAXDOUBLE;

          /* Again with what is left of it. */
          if (to > from && fill_gap (&search, from, to))
            {
              found = TRUE;
              i--;
              continue;
            }
          if (i < taken->len)
            from = g_array_index (taken, DlRowPart, i).to;
        }
    }
  return found;
}

gboolean
dl_lane_placer_fill (DlLanePlacer *placer)
{
  gboolean found = fill_by_rank (placer, placer->n_rows);

  return (!placer->all && fill_gaps (placer, placer->n_rows)) || found;
}

void
dl_lane_placer_place_best (DlLanePlacer *placer, guint n_rows)
{
  g_autofree gboolean *chosen = g_new0 (gboolean, MAX (placer->candidates->len, 1));
  gboolean             shortened;

  shortened = place_by_rank (placer, n_rows);
  for (guint i = 0; i < placer->candidates->len; i++)
    chosen[i] = candidate_at (placer, i)->row >= 0;
  /* The same ones in the order of time, if that is possible. */
  if (!shortened && !place_in_time (placer, chosen, n_rows, n_rows, FALSE))
    place_by_rank (placer, n_rows);
  dl_lane_placer_fill (placer);
}

/* Lets two labels change rows, if each has room where the other one is. */
static gboolean
swap_rows (DlLanePlacer *placer, guint earlier, guint later)
{
  DlCandidate *upper = candidate_at (placer, later);
  DlCandidate *lower = candidate_at (placer, earlier);
  DlRow       *above = &placer->rows[upper->row];
  DlRow       *below = &placer->rows[lower->row];
  DlRowPart    late = dl_row_give_back (above, later);
  DlRowPart    early = dl_row_give_back (below, earlier);
  gboolean     swap = dl_row_is_free (above, early.from, early.to) && dl_row_is_free (below, late.from, late.to);
  int          row = upper->row;

  dl_row_take (swap ? below : above, late.from, late.to, later);
  dl_row_take (swap ? above : below, early.from, early.to, earlier);
  if (!swap)
    return FALSE;
  upper->row = lower->row;
  lower->row = row;
  return TRUE;
}

gboolean
dl_lane_placer_sort (DlLanePlacer *placer)
{
  gboolean swapped = TRUE;
  gboolean sorted = FALSE;

  for (guint pass = 0; pass < SORT_PASSES && swapped; pass++)
    {
      swapped = FALSE;
      for (guint i = 0; i < placer->n_in_time; i++)
        for (guint j = i; j > 0 && i - j < COLUMN_LENGTH; j--)
          {
            const DlCandidate *later = candidate_at (placer, placer->in_time[i]);
            const DlCandidate *earlier = candidate_at (placer, placer->in_time[j - 1]);

            if (earlier->from < later->from - COLUMN_WIDTH)
              break;
            if (earlier->row > later->row && later->row >= 0)
              swapped |= swap_rows (placer, placer->in_time[j - 1], placer->in_time[i]);
          }
      sorted |= swapped;
    }
  return sorted;
}
