/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-ruler-private.h"

/* Largest step: 2 × 10¹¹ years. */
#define MAX_YEAR_STEP G_GINT64_CONSTANT (200000000000)

/* 1, 2, 5, 10, … 500,000,000 nanoseconds */
#define N_PARTS 27

static const DlRulerStep steps[] = {
  { DL_UNIT_SECOND, 1, 1 },
  { DL_UNIT_SECOND, 2, 2 },
  { DL_UNIT_SECOND, 5, 5 },
  { DL_UNIT_SECOND, 10, 10 },
  { DL_UNIT_SECOND, 15, 15 },
  { DL_UNIT_SECOND, 30, 30 },
  { DL_UNIT_MINUTE, 1, DL_MINUTE_SECONDS },
  { DL_UNIT_MINUTE, 2, 2 * DL_MINUTE_SECONDS },
  { DL_UNIT_MINUTE, 5, 5 * DL_MINUTE_SECONDS },
  { DL_UNIT_MINUTE, 10, 10 * DL_MINUTE_SECONDS },
  { DL_UNIT_MINUTE, 15, 15 * DL_MINUTE_SECONDS },
  { DL_UNIT_MINUTE, 30, 30 * DL_MINUTE_SECONDS },
  { DL_UNIT_HOUR, 1, DL_HOUR_SECONDS },
  { DL_UNIT_HOUR, 2, 2 * DL_HOUR_SECONDS },
  { DL_UNIT_HOUR, 3, 3 * DL_HOUR_SECONDS },
  { DL_UNIT_HOUR, 6, 6 * DL_HOUR_SECONDS },
  { DL_UNIT_HOUR, 12, 12 * DL_HOUR_SECONDS },
  { DL_UNIT_DAY, 1, DL_DAY_SECONDS },
  { DL_UNIT_WEEK, 1, 7 * DL_DAY_SECONDS },
  { DL_UNIT_MONTH, 1, DL_MONTH_SECONDS },
  { DL_UNIT_MONTH, 3, DL_YEAR_SECONDS / 4 },
  { DL_UNIT_MONTH, 6, DL_YEAR_SECONDS / 2 },
};

gboolean
dl_ruler_step_get (guint index, DlRulerStep *step)
{
  static const int factors[] = { 1, 2, 5 };

  if (index < N_PARTS)
    {
      *step = (DlRulerStep){ DL_UNIT_SECOND, 1, 0, factors[index % 3] };
      for (guint i = 0; i < index / 3; i++)
        step->nanos *= 10;
      step->seconds = step->nanos * 1e-9;
      return TRUE;
    }
  index -= N_PARTS;
  if (index < G_N_ELEMENTS (steps))
    {
      *step = steps[index];
      return TRUE;
    }
  index -= G_N_ELEMENTS (steps);
  *step = (DlRulerStep){ DL_UNIT_YEAR, factors[index % 3] };
  for (guint i = 0; i < index / 3; i++)
    step->count *= 10;
  step->seconds = (double) step->count * DL_YEAR_SECONDS;
  return step->count <= MAX_YEAR_STEP;
}

gboolean
dl_ruler_step_get_context (const DlRulerStep *step, DlRulerStep *context)
{
  switch (step->unit)
    {
    case DL_UNIT_SECOND:
    case DL_UNIT_MINUTE:
    case DL_UNIT_HOUR:
      *context = (DlRulerStep){ DL_UNIT_DAY, 1, DL_DAY_SECONDS };
      return TRUE;
    case DL_UNIT_DAY:
    case DL_UNIT_WEEK:
      *context = (DlRulerStep){ DL_UNIT_MONTH, 1, DL_MONTH_SECONDS };
      return TRUE;
    case DL_UNIT_MONTH:
    case DL_UNIT_QUARTER:
      *context = (DlRulerStep){ DL_UNIT_YEAR, 1, DL_YEAR_SECONDS };
      return TRUE;
    case DL_UNIT_YEAR:
    default:
      return FALSE;
    }
}

static void
clear_tick (gpointer data)
{
  DlTick *tick = data;

  g_clear_pointer (&tick->text, g_free);
  g_clear_pointer (&tick->brief, g_free);
}

GArray *
dl_ruler_ticks_new (void)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (DlTick));

  g_array_set_clear_func (ticks, clear_tick);
  return ticks;
}

/* Years are counted as people do, without a year 0: steps of more than one
 * year stand at 1000 BC, 500 BC, AD 1, 500, … @index 0 is AD 1. */
static gint64
year_of_step (gint64 index, gint64 count)
{
  if (index > 0)
    return index * count;
  return 1 + index * count;
}

static gint64
step_of_year (gint64 year, gint64 count)
{
  if (year >= count)
    return year / count;
  if (year >= 1)
    return 0;
  return -((1 - year + count - 1) / count);
}

DlCivil
dl_ruler_step_floor (const DlCivil *civil, const DlRulerStep *step)
{
  if (step->unit == DL_UNIT_YEAR && step->count > 1)
    return (DlCivil){ .year = MAX (year_of_step (step_of_year (civil->year, step->count), step->count), DL_YEAR_MIN),
                      .month = 1,
                      .day = 1 };
  return dl_calendar_floor (civil, step->unit, step->count, dl_words_first_weekday ());
}

/* The start after @civil, which must be one. */
static DlCivil
next_step (const DlCivil *civil, const DlRulerStep *step)
{
  if (step->unit == DL_UNIT_YEAR && step->count > 1)
    return (DlCivil){ .year =
                        MIN (year_of_step (step_of_year (civil->year, step->count) + 1, step->count), DL_YEAR_MAX),
                      .month = 1,
                      .day = 1 };
  return dl_calendar_add (civil, step->unit, step->count);
}

gboolean
dl_ruler_step_is_clock (const DlRulerStep *step)
{
  return step->unit == DL_UNIT_SECOND || step->unit == DL_UNIT_MINUTE || step->unit == DL_UNIT_HOUR;
}

/* When, after @from and no later than @to, the clocks of @zone are changed. */
static gint64
find_change (const DlZone *zone, gint64 from, gint64 to)
{
  int before = dl_zone_offset_at (zone, DL_INSTANT (from));

  while (to - from > 1)
    {
      gint64 middle = from + (to - from) / 2;

      if (dl_zone_offset_at (zone, DL_INSTANT (middle)) == before)
        from = middle;
      else
        to = middle;
    }
  return to;
}

/* The boundary after the one at @at: an hour that is told twice has its ticks
 * twice, one that is left out has none. */
static DlInstant
next_on_clock (const DlZone *zone, DlInstant at, const DlRulerStep *step)
{
  gint64    seconds = (gint64) step->seconds;
  DlInstant next = dl_instant_add (at, seconds);
  int       offset = dl_zone_offset_at (zone, next);
  DlInstant change;
  DlCivil   civil;

  if (offset == dl_zone_offset_at (zone, at))
    return next;
  change = DL_INSTANT (find_change (zone, at.seconds, next.seconds));
  civil = dl_zone_to_civil (zone, change);
  civil = dl_ruler_step_floor (&civil, step);
  next = dl_instant_add (dl_calendar_to_instant (&civil), -dl_zone_offset_at (zone, change));
  return dl_instant_compare (next, change) < 0 ? dl_instant_add (next, seconds) : next;
}

/* The last boundary that is no later than @from. */
static DlInstant
first_on_clock (const DlZone *zone, DlInstant from, const DlRulerStep *step)
{
  DlCivil civil = dl_zone_to_civil (zone, from);

  civil = dl_ruler_step_floor (&civil, step);
  return dl_instant_add (dl_calendar_to_instant (&civil), -dl_zone_offset_at (zone, from));
}

/* The boundaries of parts of a second, which are the same in every zone. */
static GArray *
find_parts (const DlViewport *viewport, gint32 nanos)
{
  GArray   *ticks = dl_ruler_ticks_new ();
  DlSection sections[DL_MAX_FOLDS + 1];
  guint     n_sections = dl_viewport_get_sections (viewport, sections);

  for (guint s = 0; s < n_sections; s++)
    {
      const DlSection *section = &sections[s];
      DlTick           tick = { .at = section->from, .section = s };
      DlInstant        before = DL_INSTANT_MIN;

      tick.at.nanos -= tick.at.nanos % nanos;
      if (section->after_fold != DL_NO_FOLD && dl_instant_compare (tick.at, section->from) < 0)
        tick.at = dl_instant_add_part (tick.at, nanos);
      for (; dl_instant_compare (before, section->to) < 0 && dl_instant_compare (before, tick.at) < 0;
           tick.at = dl_instant_add_part (tick.at, nanos))
        {
          if (section->before_fold != DL_NO_FOLD && dl_instant_compare (tick.at, section->to) >= 0)
            break;
          tick.x = dl_viewport_x (viewport, tick.at);
          g_array_append_val (ticks, tick);
          before = tick.at;
        }
    }
  return ticks;
}

GArray *
dl_ruler_step_find (const DlRulerStep *step, const DlViewport *viewport, const DlZone *zone)
{
  GArray   *ticks;
  DlSection sections[DL_MAX_FOLDS + 1];
  guint     n_sections = dl_viewport_get_sections (viewport, sections);
  guint     limit = (guint) (viewport->width / DL_LEAST_STEP) * 2 + 16 + 2 * n_sections;
  guint     n_tried = 0;
  gboolean  stuck = FALSE;
  DlInstant last = DL_INSTANT_MIN;

  if (step->nanos > 0)
    return find_parts (viewport, step->nanos);
  ticks = dl_ruler_ticks_new ();
  for (guint s = 0; s < n_sections; s++)
    {
      const DlSection *section = &sections[s];
      DlCivil          civil = dl_zone_to_civil (zone, section->from);
      gboolean         over = FALSE;
      DlInstant        clock = section->from;
      guint            n = 0;

      for (civil = dl_ruler_step_floor (&civil, step); !over && n_tried < limit; civil = next_step (&civil, step))
        {
          DlTick tick = { .section = s };

          if (!dl_ruler_step_is_clock (step))
            tick.at = dl_zone_to_instant (zone, dl_calendar_to_instant (&civil));
          else
            tick.at = clock = n == 0 ? first_on_clock (zone, section->from, step) : next_on_clock (zone, clock, step);
          n++;
          n_tried++;
          over = dl_instant_compare (tick.at, section->to) >= 0;
          if (dl_instant_compare (tick.at, section->from) < 0 && section->after_fold != DL_NO_FOLD)
            continue;
          if (over && section->before_fold != DL_NO_FOLD)
            break;
          /* Steps stand still where the calendar ends, and clocks may go back. */
          if (dl_instant_compare (tick.at, last) <= 0)
            {
              stuck = TRUE;
              continue;
            }
          last = tick.at;
          tick.x = dl_viewport_x (viewport, tick.at);
          g_array_append_val (ticks, tick);
        }
    }
  if (n_tried < limit || stuck)
    return ticks;
  g_array_unref (ticks);
  return NULL;
}
