/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-relation.h"

#define BEFORE (DL_ALLEN_BIT (DL_ALLEN_BEFORE) | DL_ALLEN_BIT (DL_ALLEN_MEETS))
#define AFTER (DL_ALLEN_BIT (DL_ALLEN_AFTER) | DL_ALLEN_BIT (DL_ALLEN_MET_BY))
#define WITHIN (DL_ALLEN_BIT (DL_ALLEN_STARTS) | DL_ALLEN_BIT (DL_ALLEN_DURING) | \
                DL_ALLEN_BIT (DL_ALLEN_FINISHES) | DL_ALLEN_BIT (DL_ALLEN_EQUALS))
#define ALL (DL_ALLEN_BIT (DL_N_ALLEN) - 1)

/* The four ends of two intervals. */
enum
{
  A_START,
  A_END,
  B_START,
  B_END,
  N_ENDS,
};

typedef enum
{
  FIRST,
  SAME,          /* as the end before it */
  SAME_OR_LATER, /* than the end before it */
  LATER,
} Step;

/* Each relation puts the four ends into one line. */
typedef struct
{
  const char *name;
  struct
  {
    guint8 end;
    guint8 step;
  } line[N_ENDS];
} Order;

static const Order orders[DL_N_ALLEN] = {
  [DL_ALLEN_BEFORE] = { "before", { { A_START, FIRST }, { A_END, SAME_OR_LATER }, { B_START, LATER }, { B_END, SAME_OR_LATER } } },
  [DL_ALLEN_MEETS] = { "meets", { { A_START, FIRST }, { A_END, LATER }, { B_START, SAME }, { B_END, SAME_OR_LATER } } },
  [DL_ALLEN_OVERLAPS] = { "overlaps", { { A_START, FIRST }, { B_START, LATER }, { A_END, LATER }, { B_END, LATER } } },
  [DL_ALLEN_STARTS] = { "starts", { { A_START, FIRST }, { B_START, SAME }, { A_END, SAME_OR_LATER }, { B_END, LATER } } },
  [DL_ALLEN_DURING] = { "during", { { B_START, FIRST }, { A_START, LATER }, { A_END, SAME_OR_LATER }, { B_END, LATER } } },
  [DL_ALLEN_FINISHES] = { "finishes", { { B_START, FIRST }, { A_START, LATER }, { A_END, LATER }, { B_END, SAME } } },
  [DL_ALLEN_EQUALS] = { "equals", { { A_START, FIRST }, { B_START, SAME }, { A_END, SAME_OR_LATER }, { B_END, SAME } } },
  [DL_ALLEN_FINISHED_BY] = { "finished by", { { A_START, FIRST }, { B_START, LATER }, { B_END, LATER }, { A_END, SAME } } },
  [DL_ALLEN_CONTAINS] = { "contains", { { A_START, FIRST }, { B_START, LATER }, { B_END, SAME_OR_LATER }, { A_END, LATER } } },
  [DL_ALLEN_STARTED_BY] = { "started by", { { B_START, FIRST }, { A_START, SAME }, { B_END, SAME_OR_LATER }, { A_END, LATER } } },
  [DL_ALLEN_OVERLAPPED_BY] = { "overlapped by", { { B_START, FIRST }, { A_START, LATER }, { B_END, LATER }, { A_END, LATER } } },
  [DL_ALLEN_MET_BY] = { "met by", { { B_START, FIRST }, { B_END, LATER }, { A_START, SAME }, { A_END, SAME_OR_LATER } } },
  [DL_ALLEN_AFTER] = { "after", { { B_START, FIRST }, { B_END, SAME_OR_LATER }, { A_START, LATER }, { A_END, SAME_OR_LATER } } },
};

/* From the first to the last instant that an end can be; both included. */
typedef struct
{
  DlInstant first;
  DlInstant last;
} Range;

static DlInstant
next_instant (DlInstant instant)
{
  if (instant.nanos < 999999999)
    instant.nanos++;
  else
    instant = DL_INSTANT (instant.seconds + 1);
  return instant;
}

static DlInstant
previous_instant (DlInstant instant)
{
  if (instant.nanos > 0)
    instant.nanos--;
  else
    instant = (DlInstant){ instant.seconds - 1, 999999999 };
  return instant;
}

static void
set_ranges (const DlDate *date, Range *start, Range *end)
{
  *start = (Range){ date->earliest_start, date->latest_start };
  /* The day's end is the next day's start, when nothing of the day begins. */
  if (dl_instant_compare (start->first, start->last) < 0)
    start->last = previous_instant (start->last);
  *end = (Range){ date->earliest_end, date->latest_end };
}

/* Whether the four ends can stand in that order: each takes the first instant
 * that is left to it, which leaves the most to those after it. */
static gboolean
is_possible (const Order *order, const Range ranges[N_ENDS])
{
  DlInstant at = DL_INSTANT_MIN;
  DlInstant last = DL_INSTANT_MAX; /* of those that coincide so far */
  guint     i;

  for (i = 0; i < N_ENDS; i++)
    {
      const Range *range = &ranges[order->line[i].end];

      if (order->line[i].step == LATER)
        {
          if (dl_instant_compare (at, DL_INSTANT_MAX) >= 0)
            return FALSE;
          at = next_instant (at);
        }
      at = dl_instant_max (at, range->first);
      last = order->line[i].step == SAME ? dl_instant_min (last, range->last) : range->last;
      if (dl_instant_compare (at, last) > 0)
        return FALSE;
    }
  return TRUE;
}

const char *
dl_allen_to_string (DlAllen relation)
{
  g_return_val_if_fail ((guint) relation < DL_N_ALLEN, NULL);
  return orders[relation].name;
}

guint
dl_relation_possible (const DlDate *a, const DlDate *b)
{
  Range ranges[N_ENDS];
  guint possible = 0;
  guint i;

  g_return_val_if_fail (a != NULL && b != NULL, ALL);

  set_ranges (a, &ranges[A_START], &ranges[A_END]);
  set_ranges (b, &ranges[B_START], &ranges[B_END]);
  for (i = 0; i < DL_N_ALLEN; i++)
    if (is_possible (&orders[i], ranges))
      possible |= DL_ALLEN_BIT (i);
  return possible;
}

static DlAnswer
answer (guint possible, guint relations)
{
  if ((possible & relations) == 0)
    return DL_NO;
  return (possible & ~relations) == 0 ? DL_CERTAINLY : DL_POSSIBLY;
}

DlAnswer
dl_relation_answer (const DlDate *a, const DlDate *b, guint relations)
{
  return answer (dl_relation_possible (a, b), relations);
}

void
dl_relation_allen (const DlDate *a, const DlDate *b, DlAnswer answers[DL_N_ALLEN])
{
  guint possible = dl_relation_possible (a, b);
  guint i;

  for (i = 0; i < DL_N_ALLEN; i++)
    answers[i] = answer (possible, DL_ALLEN_BIT (i));
}

DlAnswer
dl_relation_before (const DlDate *a, const DlDate *b)
{
  return dl_relation_answer (a, b, BEFORE);
}

DlAnswer
dl_relation_after (const DlDate *a, const DlDate *b)
{
  return dl_relation_answer (a, b, AFTER);
}

DlAnswer
dl_relation_within (const DlDate *a, const DlDate *b)
{
  return dl_relation_answer (a, b, WITHIN);
}

DlAnswer
dl_relation_overlaps (const DlDate *a, const DlDate *b)
{
  return dl_relation_answer (a, b, ALL & ~(BEFORE | AFTER));
}
