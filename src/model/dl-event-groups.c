/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-event-groups.h"

#include <glib/gi18n.h>

#include "time/dl-edtf.h"
#include "time/dl-words.h"

/* A fifth of the events, but at least and at most so many, are read under one
 * heading; more are parted, */
#define LEAST_UNPARTED 3
#define MOST_UNPARTED 15
/* but not into groups of fewer than this, one with another. */
#define LEAST_IN_GROUP 3
/* The first headings are of the finest unit that has at most this many of them, */
#define MAX_FIRST 40
/* and of which at most this many make the whole: nobody counts centuries of the
 * Permian; */
#define MAX_PARTS 400
/* centuries where that may be, and finer where there would be only one. */
#define LEAST_FIRST 2

typedef struct
{
  DlUnit unit;
  gint64 years;
} Level;

/* From fine to coarse. */
static const Level levels[] = {
  { DL_UNIT_DAY, 1 },
  { DL_UNIT_MONTH, 1 },
  { DL_UNIT_YEAR, 1 },
  { DL_UNIT_YEAR, 10 },
  { DL_UNIT_YEAR, 100 },
  { DL_UNIT_YEAR, 1000 },
  { DL_UNIT_YEAR, 10000 },
  { DL_UNIT_YEAR, 100000 },
  { DL_UNIT_YEAR, 1000000 },
  { DL_UNIT_YEAR, 10000000 },
  { DL_UNIT_YEAR, 100000000 },
  { DL_UNIT_YEAR, 1000000000 },
  { DL_UNIT_YEAR, 10000000000 },
  { DL_UNIT_YEAR, 100000000000 },
};
#define CENTURY 4
#define COARSEST ((int) G_N_ELEMENTS (levels) - 1)

typedef struct
{
  const DlEventOrder *order;
  const DlZone       *zone;
  guint               unparted; /* so many are */
  GArray             *groups;
} Parting;

static DlInstant
to_instant (const Parting *parting, const DlCivil *civil)
{
  return dl_zone_to_instant (parting->zone, dl_calendar_to_instant (civil));
}

/* The first of @years years that hold @year, and behind the last. There is no year
 * 0: those BC are counted back from the year 1 BC. */
static void
find_years (gint64 year, gint64 years, gint64 *first, gint64 *end)
{
  if (year > 0)
    {
      *first = MAX (year - year % years, 1);
      *end = year - year % years + years;
    }
  else
    {
      *end = 1 - -year / years * years;
      *first = *end - years;
    }
}

/* The part of the calendar that holds @at: [@from, @to). */
static void
find_part (const Parting *parting, int level, DlInstant at, DlInstant *from, DlInstant *to)
{
  DlCivil civil = dl_zone_to_civil (parting->zone, at);
  DlCivil next;

  civil = dl_calendar_floor (&civil, levels[level].unit, 1, 0);
  next = dl_calendar_add (&civil, levels[level].unit, 1);
  if (levels[level].unit == DL_UNIT_YEAR)
    find_years (civil.year, levels[level].years, &civil.year, &next.year);
  *from = to_instant (parting, &civil);
  *to = to_instant (parting, &next);
  /* At the ends of all time the calendar stands still. */
  if (dl_instant_compare (*to, at) <= 0)
    *to = DL_INSTANT_MAX;
}

/* Behind those of [@from, @to) that begin with the part and are not over before
 * it is: its own. They come first, since of two that begin together the longer
 * one does. */
static guint
find_own (const Parting *parting, guint from, guint to, DlInstant start, DlInstant end)
{
  guint low = from;

  while (low < to)
    {
      guint middle = low + (to - low) / 2;

      if (dl_instant_compare (dl_event_order_get_start (parting->order, middle), start) == 0 &&
          dl_instant_compare (dl_event_order_get_end (parting->order, middle), end) >= 0)
        low = middle + 1;
      else
        to = middle;
    }
  return low;
}

/* Behind the events of [@from, @to) that are in the same part as the first one. */
static guint
find_next (const Parting *parting, int level, guint from, guint to, DlInstant *start, DlInstant *end)
{
  find_part (parting, level, dl_event_order_get_start (parting->order, from), start, end);
  /* One that begins at the end of all time is in no part. */
  return MAX (dl_event_order_find_start (parting->order, from, to, *end), from + 1);
}

/* How many parts [@from, @to) falls into; beyond @enough it is not counted. */
static guint
count_parts (const Parting *parting, int level, guint from, guint to, guint enough)
{
  guint n = 0;

  while (from < to && n <= enough)
    {
      DlInstant start, end;

      from = find_next (parting, level, from, to, &start, &end);
      n++;
    }
  return n;
}

static void
add_group (Parting *parting, int level, guint first, DlInstant from)
{
  DlEventGroup group = { from, first, (guint8) levels[level].unit, levels[level].years };

  g_array_append_val (parting->groups, group);
}

/* The events [@from, @to) of one part, the longest first. */
static void
add_part (Parting *parting, int level, guint from, guint to, DlInstant start, DlInstant end)
{
  guint own, enough;

  if (level == 0 || to - from <= parting->unparted)
    {
      add_group (parting, level, from, start);
      return;
    }
  own = find_own (parting, from, to, start, end);
  enough = (to - own) / LEAST_IN_GROUP;
  if (count_parts (parting, level - 1, own, to, enough) > enough)
    {
      add_group (parting, level, from, start);
      return;
    }
  if (own > from)
    add_group (parting, level, from, start);
  while (own < to)
    {
      guint next = find_next (parting, level - 1, own, to, &start, &end);

      add_part (parting, level - 1, own, next, start, end);
      own = next;
    }
}

/* Of which unit the first headings are. */
static int
choose_level (const Parting *parting, guint from, guint to)
{
  int    level = CENTURY;
  double span = from == to ? 0
                           : dl_instant_distance (dl_event_order_get_start (parting->order, from),
                                                  dl_event_order_get_start (parting->order, to - 1));

  while (level < COARSEST && (double) levels[level].years * DL_YEAR_SECONDS * MAX_PARTS < span)
    level++;
  while (level < COARSEST && count_parts (parting, level, from, to, MAX_FIRST) > MAX_FIRST)
    level++;
  while (level > 0 && count_parts (parting, level, from, to, LEAST_FIRST) < LEAST_FIRST)
    level--;
  return level;
}

/* Where all are in one part, the headings are finer; what is known no finer than that stands before
 * them, under what it says. Returns: behind it */
static guint
add_whole_parts (Parting *parting, int level, guint from, guint to)
{
  for (int coarser = CENTURY; coarser > level && from < to; coarser--)
    {
      DlInstant start, end;
      guint     own;

      find_part (parting, coarser, dl_event_order_get_start (parting->order, from), &start, &end);
      own = find_own (parting, from, to, start, end);
      if (own > from)
        add_group (parting, coarser, from, start);
      from = own;
    }
  return from;
}

GArray *
dl_event_groups_new (const DlEventOrder *order)
{
  guint   n = dl_event_order_get_n (order);
  Parting parting = { order, dl_timeline_get_zone (dl_event_order_get_timeline (order)),
                      CLAMP (n / 5, LEAST_UNPARTED, MOST_UNPARTED), g_array_new (FALSE, FALSE, sizeof (DlEventGroup)) };
  guint   from = dl_event_order_find_start (order, 0, n, DL_INSTANT (G_MININT64 + 1));
  int     level;

  if (from > 0)
    add_group (&parting, COARSEST, 0, DL_INSTANT_MIN);
  level = choose_level (&parting, from, n);
  from = add_whole_parts (&parting, level, from, n);
  while (from < n)
    {
      DlInstant start, end;
      guint     next = find_next (&parting, level, from, n, &start, &end);

      add_part (&parting, level, from, next, start, end);
      from = next;
    }
  return parting.groups;
}

static char *
dup_years (const DlCivil *civil, gint64 years)
{
  g_autofree char *first = dl_words_tick (civil, DL_UNIT_YEAR, 1, DL_TICK_FULL);
  g_autofree char *last = NULL;
  DlCivil          end = *civil;
  gint64           from;

  if (years == 1)
    return g_steal_pointer (&first);
  if (years == 10 && civil->year >= 1000 && civil->year < 10000)
    /* Translators: a decade, by its first year: 1990s. */
    return g_strdup_printf (C_ ("decade", "%ss"), first);
  find_years (civil->year, years, &from, &end.year);
  end.year--;
  last = dl_words_tick (&end, DL_UNIT_YEAR, 1, DL_TICK_FULL);
  return g_strdup_printf (C_ ("span", "%s – %s"), first, last);
}

char *
dl_event_group_dup_title (const DlEventGroup *group, const DlZone *zone)
{
  g_autofree char *edtf = NULL;
  DlCivil          civil;

  g_return_val_if_fail (group != NULL, NULL);
  if (!dl_instant_is_finite (group->from))
    /* Translators: over a list of events of which nobody knows when they began. */
    return g_strdup (_ ("Start unknown"));
  civil = dl_zone_to_civil (zone, group->from);
  if (group->unit == DL_UNIT_YEAR)
    return dup_years (&civil, group->years);
  edtf = dl_edtf_from_civil (&civil, (DlUnit) group->unit);
  return dl_words_from_edtf (edtf, DL_WORDS_WEEKDAY, NULL);
}
