/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-rank.h"

#include <math.h>

/* What surrounds an event: so many to either side. */
#define SURROUNDINGS 32u

/* What an event without a word about its importance counts as. */
#define USUAL_IMPORTANCE 50

/* How much each thing weighs, at most. */
#define WEIGHT_SURROUNDINGS 400
#define WEIGHT_IMPORTANCE 2 /* per point */
#define WEIGHT_QUOTE 12
#define MAX_QUOTES 6u
#define WEIGHT_SOURCE 4
#define MAX_SOURCES 6u
#define WEIGHT_DURATION 2  /* per octave of seconds */
#define WEIGHT_ISOLATION 8 /* per octave of what is usual around */
#define MAX_ISOLATION 6
#define MAX_WEIGHT 2048

#define N_IMPORTANCES 101

static guint8
importance_of (const DlEventRecord *record)
{
  return record->importance == DL_IMPORTANCE_UNSET ? USUAL_IMPORTANCE : record->importance;
}

/* The share of an event's surroundings that it outranks, equals counting
 * half, as a weight. The window of importances slides along. */
static void
add_surroundings (const guint8 *importances, guint n, guint16 *weights)
{
  guint counts[N_IMPORTANCES] = { 0 };
  guint tens[N_IMPORTANCES / 10 + 1] = { 0 };
  guint low = 0;
  guint high = 0;

  for (guint i = 0; i < n; i++)
    {
      guint below = 0;

      for (; high < n && high <= i + SURROUNDINGS; high++)
        {
          counts[importances[high]]++;
          tens[importances[high] / 10]++;
        }
      for (; low + SURROUNDINGS < i; low++)
        {
          counts[importances[low]]--;
          tens[importances[low] / 10]--;
        }
      for (guint j = 0; j < importances[i] / 10u; j++)
        below += tens[j];
      for (guint j = importances[i] / 10u * 10; j < importances[i]; j++)
        below += counts[j];
      weights[i] =
        (guint16) (weights[i] + WEIGHT_SURROUNDINGS * (2 * below + counts[importances[i]]) / (2 * (high - low)));
    }
}

/* How far the neighbours are, against the mean of the surroundings. */
static int
isolation (const DlLevelItem *items, guint n, guint i)
{
  guint  low = i > SURROUNDINGS ? i - SURROUNDINGS : 0;
  guint  high = MIN (i + SURROUNDINGS, n - 1);
  double before = i > 0 ? dl_instant_distance (items[i - 1].anchor, items[i].anchor) : G_MAXDOUBLE;
  double after = i + 1 < n ? dl_instant_distance (items[i].anchor, items[i + 1].anchor) : G_MAXDOUBLE;
  double usual = dl_instant_distance (items[low].anchor, items[high].anchor) / MAX (high - low, 1);
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
duration (const DlLevelItem *item)
{
  int octave;

  if (!dl_instant_is_finite (item->start) || !dl_instant_is_finite (item->end))
    return 0;
  frexp (MAX (dl_instant_distance (item->start, item->end), 1), &octave);
  return octave;
}

void
dl_rank_items (DlTimeline *timeline, const guint32 *events, DlLevelItem *items, guint n_items)
{
  const DlEventRecord *records = dl_timeline_get_records (timeline);
  g_autofree guint8   *importances = g_malloc (MAX (n_items, 1));
  g_autofree guint16  *weights = g_new0 (guint16, MAX (n_items, 1));
  guint                firsts[MAX_WEIGHT + 1] = { 0 };

  for (guint i = 0; i < n_items; i++)
    importances[i] = importance_of (&records[events[i]]);
  add_surroundings (importances, n_items, weights);
  for (guint i = 0; i < n_items; i++)
    {
      const DlEventRecord *record = &records[events[i]];
      int                  weight = weights[i];

      weight += importances[i] * WEIGHT_IMPORTANCE;
      weight += (int) MIN (record->n_quotes, MAX_QUOTES) * WEIGHT_QUOTE +
                (int) MIN (record->n_sources, MAX_SOURCES) * WEIGHT_SOURCE;
      weight += duration (&items[i]) * WEIGHT_DURATION;
      weight += (isolation (items, n_items, i) + MAX_ISOLATION) * WEIGHT_ISOLATION;
      weights[i] = (guint16) MIN (weight, MAX_WEIGHT - 1);
    }

  /* Counting sort, and of equals the later one gets the lower priority. */
  for (guint i = 0; i < n_items; i++)
    firsts[weights[i] + 1]++;
  for (guint i = 0; i < MAX_WEIGHT; i++)
    firsts[i + 1] += firsts[i];
  for (guint i = n_items; i-- > 0;)
    items[i].priority = firsts[weights[i]]++;
}
