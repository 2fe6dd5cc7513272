/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which gaps are folded, and how wide their breaks and what is between them are:
 * a break must have room for its words, and each piece of time for its name, where
 * all is seen on a canvas of DL_FOLDS_WIDTH pixels. */
#include "layout/dl-folds-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/dl-ruler-names.h"
#include "layout/dl-text-measure.h"
#include "time/dl-words.h"

/* What a view of everything leaves free at each side, about. */
#define CANVAS_MARGIN 0.025
#define CANVAS (DL_FOLDS_WIDTH * (1 - 2 * CANVAS_MARGIN))

/* Pixels on that canvas: around the words of a break; of empty time between a
 * break and what is next to it; around the name of a piece, and around the
 * as-of date where it stands in one. */
#define WORDS_PADDING 8.0
#define MARGIN 10.0
#define NAME_PADDING 18.0
#define FIRST_NAME_PADDING 32.0
#define AS_OF_PADDING 30.0

/* Words of a break are set smaller than what the fixed measure tells, names are
 * not. */
#define WORDS_FACTOR (5.5 / 7)

/* With folds, what is left must be seen this much larger than without, and with
 * more of them this much larger than with fewer. */
#define LEAST_ENLARGEMENT 1.5
#define LEAST_MORE 1.1

/* Breaks take no more of the canvas than this. */
#define MOST_BROKEN 0.5

/* A stretch is worth a break when it would be this many times as wide. */
#define LEAST_GAIN 2.5

/* No stretch is folded while another, this many times shorter, is not: between
 * events that are spread evenly there is nothing but distances, and these are
 * what a timeline is for. */
#define LEAST_DROP 1.5

/* Where there are only moments, so much of the whole counts as not empty. */
#define LEAST_REST 1e-3

/* Halvings, after which a scale is as exact as it needs to be. */
#define N_STEPS 50

/* Breaks are measured again when what they hide has become another length. */
#define N_PASSES 4

/* On a canvas that is somewhat wider, names may already be longer. */
#define NAME_SCALE 1.1

/* One choice of gaps: n breaks and n + 1 pieces of time around them. */
typedef struct
{
  DlTimeline *timeline;
  DlInstant   first;
  DlInstant   last;
  gboolean    has_as_of;
  DlInstant   as_of;
  double      pill; /* room for what is written over the as-of date */
  guint       n;
  DlRange     gaps[DL_MAX_FOLDS];        /* in the order of time */
  double      words[DL_MAX_FOLDS];       /* pixels of each break */
  double      seconds[DL_MAX_FOLDS + 1]; /* of each piece, without its margins */
  double      scale;                     /* pixels a second */
  DlUnit      unit;                      /* that pieces are named by */
  double      names[DL_MAX_FOLDS + 1];   /* pixels of each name by that unit; 0 while it is not known */
} Choice;

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  return dl_instant_compare (((const DlRange *) a)->from, ((const DlRange *) b)->from);
}

static double
measure_words (double seconds)
{
  g_autofree char *words = dl_words_about (seconds);

  return ceil (dl_text_measure_width (dl_text_measure_fixed (), DL_TEXT_TICK, words) * WORDS_FACTOR) + WORDS_PADDING;
}

static DlInstant
piece_start (const Choice *self, guint piece)
{
  return piece == 0 ? self->first : self->gaps[piece - 1].to;
}

static DlInstant
piece_end (const Choice *self, guint piece)
{
  return piece == self->n ? self->last : self->gaps[piece].from;
}

/* By what unit of the calendar the piece after a break is told apart from the one
 * before it. */
static DlUnit
distinct_unit (const Choice *self, guint index, DlUnit unit, gint64 years)
{
  const DlZone *zone = dl_timeline_get_zone (self->timeline);

  for (; unit > DL_UNIT_SECOND; unit = dl_ruler_finer_unit (unit))
    {
      /* A day ends where the next one begins. */
      DlCivil before = dl_ruler_name_floor (dl_instant_add (self->gaps[index].from, -1), unit, years, zone);
      DlCivil after = dl_ruler_name_floor (self->gaps[index].to, unit, years, zone);

      if (dl_instant_compare (dl_calendar_to_instant (&before), dl_calendar_to_instant (&after)) != 0)
        break;
    }
  return unit;
}

/* Pieces that would be called the same are both told more exactly. */
static double
measure_name (const Choice *self, guint piece, double scale)
{
  const DlZone    *zone = dl_timeline_get_zone (self->timeline);
  DlInstant        at = piece_start (self, piece);
  DlUnit           unit = dl_ruler_name_unit (scale * NAME_SCALE);
  DlCivil          civil = dl_zone_to_civil (zone, at);
  gint64           years = 1;
  DlUnit           next = unit;
  g_autofree char *name = NULL;

  if (ABS (civil.year) >= DL_LARGE_YEAR)
    years = (gint64) pow (10, CLAMP (floor (1 - log10 (scale * DL_YEAR_SECONDS)), 0, 9));
  if (piece < self->n)
    next = MAX (distinct_unit (self, piece, unit, years), DL_UNIT_DAY);
  if (piece > 0)
    unit = distinct_unit (self, piece - 1, unit, years);
  name = dl_ruler_name (at, MIN (unit, next), years, zone);
  return dl_text_measure_width (dl_text_measure_fixed (), DL_TEXT_CONTEXT, name);
}

/* The same for the usual unit of @scale, each once. */
static double
recall_name (Choice *self, guint piece, double scale)
{
  DlUnit unit = dl_ruler_name_unit (scale * NAME_SCALE);

  if (unit != self->unit)
    memset (self->names, 0, sizeof self->names);
  self->unit = unit;
  if (self->names[piece] <= 0)
    self->names[piece] = measure_name (self, piece, scale);
  return self->names[piece];
}

/* Whether the as-of date is seen in a piece, or beside the first or the last one. */
static gboolean
has_as_of (const Choice *self, guint piece, double scale)
{
  /* Rather too far: what is written over it is wide. */
  double outside = 2 * CANVAS * CANVAS_MARGIN / scale;
  double before = dl_instant_distance (piece_start (self, piece), self->as_of);
  double after = dl_instant_distance (self->as_of, piece_end (self, piece));

  return self->has_as_of && before >= (piece == 0 ? -outside : 0) && after >= (piece == self->n ? -outside : 0);
}

/* How wide a piece is at @scale, with its margins. Its name may run on over the
 * break after it, where there is nothing else in the upper tier. */
static double
piece_width (Choice *self, guint piece, double scale)
{
  double outside = CANVAS * CANVAS_MARGIN;
  double time = self->seconds[piece] * scale + MARGIN * (piece == 0 || piece == self->n ? 1 : 2);
  double name = recall_name (self, piece, scale);

  if (has_as_of (self, piece, scale))
    name += self->pill;
  if (piece == 0)
    name += FIRST_NAME_PADDING - outside;
  else
    name += NAME_PADDING;
  name -= piece == self->n ? outside : self->words[piece];
  return MAX (time, name);
}

static double
total_width (Choice *self, double scale)
{
  double sum = 0;

  for (guint i = 0; i <= self->n; i++)
    sum += piece_width (self, i, scale);
  for (guint i = 0; i < self->n; i++)
    sum += self->words[i];
  return sum;
}

/* The scale at which breaks and pieces take the whole canvas; 0 where they find
 * no room on it. */
static double
find_scale (Choice *self, double span)
{
  double low = LEAST_ENLARGEMENT * CANVAS / span;
  double high = CANVAS / (span * LEAST_REST);

  if (total_width (self, low) > CANVAS)
    return 0;
  for (guint i = 0; i < N_STEPS; i++)
    {
      double middle = sqrt (low * high);

      if (total_width (self, middle) <= CANVAS)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Margins at the start and the end of a piece, pixels. */
static double
piece_margin (Choice *self, guint piece)
{
  double rest = piece_width (self, piece, self->scale) - self->seconds[piece] * self->scale;

  return piece == 0 || piece == self->n ? rest : rest / 2;
}

static double
folded_length (Choice *self, guint index)
{
  return dl_range_length (&self->gaps[index]) -
         (piece_margin (self, index) + piece_margin (self, index + 1)) / self->scale;
}

/* Whether the @n longest gaps can be folded; fills in the scale that all else
 * is then seen at. */
static gboolean
try_gaps (Choice *self, const DlRange *gaps, guint n)
{
  double span = dl_instant_distance (self->first, self->last);

  self->n = n;
  for (guint i = 0; i < n; i++)
    self->gaps[i] = gaps[i];
  qsort (self->gaps, n, sizeof (DlRange), compare_ranges);
  for (guint i = 0; i <= n; i++)
    self->seconds[i] = dl_instant_distance (piece_start (self, i), piece_end (self, i));
  memset (self->names, 0, sizeof self->names);
  for (guint i = 0; i < n; i++)
    self->words[i] = measure_words (dl_range_length (&self->gaps[i]));
  /* Less the margins, its length may be told in more words. */
  for (guint pass = 0; pass < N_PASSES; pass++)
    {
      double broken = 0;

      for (guint i = 0; i < n; i++)
        {
          if (pass > 0)
            self->words[i] = MAX (self->words[i], measure_words (MAX (folded_length (self, i), 1)));
          broken += self->words[i];
        }
      self->scale = broken > CANVAS * MOST_BROKEN ? 0 : find_scale (self, span);
      if (self->scale <= 0)
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    if (folded_length (self, i) * self->scale < LEAST_GAIN * self->words[i] || self->words[i] / self->scale < 1)
      return FALSE;
  return TRUE;
}

guint
dl_folds_choose (DlTimeline    *timeline,
                 DlInstant      first,
                 DlInstant      last,
                 const DlRange *gaps,
                 guint          n_gaps,
                 guint          most,
                 DlStretch      stretches[DL_MAX_FOLDS])
{
  Choice best = { 0 };
  Choice choice = { .timeline = timeline, .first = first, .last = last };

  choice.has_as_of = dl_timeline_get_as_of (timeline, &choice.as_of);
  if (choice.has_as_of)
    {
      g_autofree char *words = dl_ruler_dup_as_of_words (timeline);

      choice.pill = dl_text_measure_width (dl_text_measure_fixed (), DL_TEXT_PILL, words) + AS_OF_PADDING;
    }
  for (guint n = 1; n <= MIN (MIN (n_gaps, most), DL_MAX_FOLDS); n++)
    {
      if (n < n_gaps && dl_range_length (&gaps[n - 1]) < LEAST_DROP * dl_range_length (&gaps[n]))
        continue;
      if (try_gaps (&choice, gaps, n) && choice.scale > best.scale * LEAST_MORE)
        best = choice;
    }
  for (guint i = 0; i < best.n; i++)
    {
      const DlRange *gap = &best.gaps[i];

      stretches[i] = (DlStretch){
        .last = gap->from,
        .from = DL_INSTANT (dl_instant_add_double (gap->from, piece_margin (&best, i) / best.scale).seconds + 1),
        .to = DL_INSTANT (dl_instant_add_double (gap->to, -piece_margin (&best, i + 1) / best.scale).seconds),
        .next = gap->to,
        .width = (gint64) ceil (best.words[i] / best.scale)
      };
    }
  return best.n;
}
