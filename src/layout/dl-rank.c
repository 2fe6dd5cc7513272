/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-rank.h"

#include <math.h>

/* What surrounds an event: so many to either side. */
#define SURROUNDINGS 32u

/* What an event without a word about its importance counts as. */
#define USUAL_IMPORTANCE 50

/* From here on it is set in heavier type. */
#define HIGH_IMPORTANCE 70

/* How much each thing weighs, at most; all but importance is together less
 * than one point of it. */
#define WEIGHT_IMPORTANCE 512 /* per point */
#define WEIGHT_QUOTE 12
#define MAX_QUOTES 6u
#define WEIGHT_SOURCE 4
#define MAX_SOURCES 6u
#define WEIGHT_DURATION 2  /* per octave of seconds */
#define WEIGHT_ISOLATION 8 /* per octave of what is usual around */
#define MAX_ISOLATION 6
/* What a filter does not let through weighs so little of it, and the rest that much
 * more: together with the most there is, no more than 16 bits. */
#define DIMMED_SHARE 4
#define WEIGHT_SHOWN 13000
#define N_WEIGHTS (G_MAXUINT16 + 1)

static guint8
importance_of (const DlEventRecord *record)
{
  return record->importance == DL_IMPORTANCE_UNSET ? USUAL_IMPORTANCE : record->importance;
}

/* How far the neighbours are, against the mean of the surroundings. */
static int
isolation (const DlExtent *extents, guint n, guint i)
{
  guint  low = i > SURROUNDINGS ? i - SURROUNDINGS : 0;
  guint  high = MIN (i + SURROUNDINGS, n - 1);
  double before = i > 0 ? dl_instant_distance (extents[i - 1].start, extents[i].start) : G_MAXDOUBLE;
  double after = i + 1 < n ? dl_instant_distance (extents[i].start, extents[i + 1].start) : G_MAXDOUBLE;
  double usual = dl_instant_distance (extents[low].start, extents[high].start) / MAX (high - low, 1);
  double nearest = MIN (before, after);

  if (!(usual > 0) || !(nearest < G_MAXDOUBLE))
    return 0;
  /* An octave is what frexp() counts, the same on every machine. */
  {
    int octave;

    frexp (nearest / usual, &octave);
    return CLAMP (octave, -MAX_ISOLATION, MAX_ISOLATION);
  }
}

static int
duration (const DlExtent *extent)
{
  int octave;

  /* How long it lasts is not known: it is no reason to come before what is known to last. */
  if (!dl_instant_is_finite (extent->start) || !dl_instant_is_finite (extent->end))
    return 0;
  frexp (MAX (dl_instant_distance (extent->start, extent->end), 1), &octave);
  return octave;
}

void
dl_rank_items (DlTimeline     *timeline,
               const guint32  *events,
               const DlExtent *extents,
               guint           n_items,
               DlEventSet     *shown,
               guint16        *weights,
               guint32        *priorities)
{
  const DlEventRecord *records = dl_timeline_get_records (timeline);
  g_autofree guint    *firsts = g_new0 (guint, N_WEIGHTS + 1);

  for (guint i = 0; i < n_items; i++)
    {
      const DlEventRecord *record = &records[events[i]];
      int                  weight = importance_of (record) * WEIGHT_IMPORTANCE;

      weight += (int) MIN (record->n_quotes, MAX_QUOTES) * WEIGHT_QUOTE +
                (int) MIN (record->n_sources, MAX_SOURCES) * WEIGHT_SOURCE;
      weight += duration (&extents[i]) * WEIGHT_DURATION;
      weight += (isolation (extents, n_items, i) + MAX_ISOLATION) * WEIGHT_ISOLATION;
      if (shown != NULL)
        weight = dl_event_set_contains (shown, events[i]) ? weight + WEIGHT_SHOWN : weight / DIMMED_SHARE;
      weights[i] = (guint16) weight;
    }

  /* Counting sort, and of equals the later one gets the lower priority. */
  for (guint i = 0; i < n_items; i++)
    firsts[weights[i] + 1]++;
  for (guint i = 0; i < N_WEIGHTS; i++)
    firsts[i + 1] += firsts[i];
  for (guint i = n_items; i-- > 0;)
    priorities[i] = firsts[weights[i]]++;
}

gboolean
dl_rank_is_high (const DlEventRecord *record)
{
  return record->importance != DL_IMPORTANCE_UNSET && record->importance >= HIGH_IMPORTANCE;
}
