/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-ruler.h"

#include <math.h>

#include <glib/gi18n.h>

/* A label begins this far right of its tick, and stays this far from the next. */
#define LABEL_INDENT 5.0
#define LABEL_GAP 8.0

/* Where the label of the context that began before the window stands. */
#define CONTEXT_INDENT 14.0
#define CONTEXT_GAP 20.0

/* A context is at least this wide: its label and that of a marker. */
#define CONTEXT_LEAST 300.0

/* Ticks are never closer than this, labels or not. */
#define LEAST_STEP 20.0

/* Largest step: 2 × 10¹¹ years. */
#define MAX_YEAR_STEP G_GINT64_CONSTANT (200000000000)

typedef struct
{
  DlUnit unit;
  gint64 count;
  double seconds; /* about */
} Step;

#define MINUTE 60.0
#define HOUR 3600.0
#define DAY 86400.0
#define YEAR 31556952.0

static const Step steps[] = {
  { DL_UNIT_SECOND, 1, 1 },
  { DL_UNIT_SECOND, 2, 2 },
  { DL_UNIT_SECOND, 5, 5 },
  { DL_UNIT_SECOND, 10, 10 },
  { DL_UNIT_SECOND, 15, 15 },
  { DL_UNIT_SECOND, 30, 30 },
  { DL_UNIT_MINUTE, 1, MINUTE },
  { DL_UNIT_MINUTE, 2, 2 * MINUTE },
  { DL_UNIT_MINUTE, 5, 5 * MINUTE },
  { DL_UNIT_MINUTE, 10, 10 * MINUTE },
  { DL_UNIT_MINUTE, 15, 15 * MINUTE },
  { DL_UNIT_MINUTE, 30, 30 * MINUTE },
  { DL_UNIT_HOUR, 1, HOUR },
  { DL_UNIT_HOUR, 2, 2 * HOUR },
  { DL_UNIT_HOUR, 3, 3 * HOUR },
  { DL_UNIT_HOUR, 6, 6 * HOUR },
  { DL_UNIT_HOUR, 12, 12 * HOUR },
  { DL_UNIT_DAY, 1, DAY },
  { DL_UNIT_WEEK, 1, 7 * DAY },
  { DL_UNIT_MONTH, 1, YEAR / 12 },
  { DL_UNIT_MONTH, 3, YEAR / 4 },
  { DL_UNIT_MONTH, 6, YEAR / 2 },
};

/* Step number @index: the table above, then years 1, 2, 5, 10, 20, 50, … */
static gboolean
get_step (guint index, Step *step)
{
  static const int factors[] = { 1, 2, 5 };

  if (index < G_N_ELEMENTS (steps))
    {
      *step = steps[index];
      return TRUE;
    }
  index -= G_N_ELEMENTS (steps);
  step->unit = DL_UNIT_YEAR;
  step->count = factors[index % 3];
  for (guint i = 0; i < index / 3; i++)
    step->count *= 10;
  step->seconds = (double) step->count * YEAR;
  return step->count <= MAX_YEAR_STEP;
}

/* What a step's labels are told in; FALSE: they stand alone. */
static gboolean
get_context (const Step *step, Step *context)
{
  switch (step->unit)
    {
    case DL_UNIT_SECOND:
    case DL_UNIT_MINUTE:
    case DL_UNIT_HOUR:
      *context = (Step){ DL_UNIT_DAY, 1, DAY };
      return TRUE;
    case DL_UNIT_DAY:
    case DL_UNIT_WEEK:
      *context = (Step){ DL_UNIT_MONTH, 1, YEAR / 12 };
      return TRUE;
    case DL_UNIT_MONTH:
    case DL_UNIT_QUARTER:
      *context = (Step){ DL_UNIT_YEAR, 1, YEAR };
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
}

static GArray *
new_ticks (void)
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

/* The start of the step that holds @civil, and the one after @civil, which
 * must be a start. */
static DlCivil
floor_step (const DlCivil *civil, const Step *step)
{
  if (step->unit == DL_UNIT_YEAR && step->count > 1)
    return (DlCivil){ .year = MAX (year_of_step (step_of_year (civil->year, step->count), step->count), DL_YEAR_MIN), .month = 1, .day = 1 };
  return dl_calendar_floor (civil, step->unit, step->count, dl_words_first_weekday ());
}

static DlCivil
next_step (const DlCivil *civil, const Step *step)
{
  if (step->unit == DL_UNIT_YEAR && step->count > 1)
    return (DlCivil){ .year = MIN (year_of_step (step_of_year (civil->year, step->count) + 1, step->count), DL_YEAR_MAX), .month = 1, .day = 1 };
  return dl_calendar_add (civil, step->unit, step->count);
}

/* Every boundary of @step from the last one before the window to the first
 * one after it. NULL when there are more than would be looked at. */
static GArray *
find_boundaries (const DlViewport *viewport, const DlZone *zone, const Step *step)
{
  GArray   *ticks = new_ticks ();
  DlCivil   civil = dl_zone_to_civil (zone, dl_viewport_from (viewport));
  DlInstant to = dl_viewport_to (viewport);
  guint     limit = (guint) (viewport->width / LEAST_STEP) * 2 + 16;
  DlInstant last = DL_INSTANT_MIN;

  civil = floor_step (&civil, step);
  for (guint i = 0; i < limit; i++)
    {
      DlTick tick = { .at = dl_zone_to_instant (zone, dl_calendar_to_instant (&civil)) };

      /* Steps stand still where the calendar ends, and clocks may go back. */
      if (dl_instant_compare (tick.at, last) > 0)
        {
          last = tick.at;
          tick.x = dl_viewport_x (viewport, tick.at);
          g_array_append_val (ticks, tick);
          if (dl_instant_compare (tick.at, to) >= 0)
            return ticks;
        }
      civil = next_step (&civil, step);
    }
  if (ticks->len > 0 && ticks->len < limit)
    return ticks;
  g_array_unref (ticks);
  return NULL;
}

static gboolean
label_ticks (GArray *ticks, const Step *step, DlTickForm form, const DlZone *zone, DlTextMeasure *measure)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      DlTick *tick = &g_array_index (ticks, DlTick, i);
      DlCivil civil = dl_zone_to_civil (zone, tick->at);

      g_free (tick->text);
      tick->text = dl_words_tick (&civil, step->unit, step->count, form);
      tick->text_x = tick->x + LABEL_INDENT;
      tick->text_width = ceil (dl_text_measure_width (measure, DL_TEXT_TICK, tick->text));
      if (i > 0 && g_array_index (ticks, DlTick, i - 1).text_x + g_array_index (ticks, DlTick, i - 1).text_width + LABEL_GAP > tick->text_x)
        return FALSE;
    }
  return TRUE;
}

/* The longest form of labels that leaves them apart. */
static gboolean
label_step (GArray *ticks, const Step *step, const DlZone *zone, DlTextMeasure *measure)
{
  static const DlTickForm day_forms[] = { DL_TICK_WEEKDAY, DL_TICK_BRIEF };
  static const DlTickForm month_forms[] = { DL_TICK_PART, DL_TICK_BRIEF };
  static const DlTickForm other_forms[] = { DL_TICK_PART, DL_TICK_BRIEF };
  const DlTickForm       *forms = step->unit == DL_UNIT_DAY ? day_forms : step->unit == DL_UNIT_MONTH ? month_forms
                                                                                                      : other_forms;

  for (guint i = 0; i < 2; i++)
    if (label_ticks (ticks, step, forms[i], zone, measure))
      return TRUE;
  return FALSE;
}

/* NULL when contexts would be so narrow that markers find no room beside
 * their labels. */
static GArray *
find_contexts (const DlViewport *viewport, const DlZone *zone, const Step *step, DlTextMeasure *measure)
{
  GArray *contexts;
  double  free_from = G_MAXDOUBLE;

  if (step->seconds * viewport->scale < CONTEXT_LEAST)
    return NULL;
  contexts = find_boundaries (viewport, zone, step);
  if (contexts == NULL)
    return NULL;
  /* From right to left: what is coming has its place, and pushes the label at
   * the left edge out of the window. */
  for (guint i = contexts->len; i-- > 0;)
    {
      DlTick *tick = &g_array_index (contexts, DlTick, i);
      DlCivil civil = dl_zone_to_civil (zone, tick->at);

      tick->text = dl_words_tick (&civil, step->unit, step->count, DL_TICK_FULL);
      /* Over hours and minutes it matters whose they are. */
      if (step->unit == DL_UNIT_DAY)
        {
          g_autofree char *day = g_steal_pointer (&tick->text);

          tick->text = dl_ruler_name_zone (day, zone, tick->at);
        }
      tick->text_width = ceil (dl_text_measure_width (measure, DL_TEXT_CONTEXT, tick->text));
      tick->text_x = MAX (tick->x + LABEL_INDENT, i == 0 ? CONTEXT_INDENT : -G_MAXDOUBLE);
      if (tick->text_x + tick->text_width + CONTEXT_GAP > free_from)
        {
          if (i == 0)
            tick->text_x = free_from - tick->text_width - CONTEXT_GAP;
          if (i > 0 || tick->text_x + tick->text_width < CONTEXT_INDENT)
            g_clear_pointer (&tick->text, g_free);
        }
      if (tick->text != NULL)
        free_from = tick->text_x;
    }
  return contexts;
}

DlRuler *
dl_ruler_new (const DlViewport *viewport, const DlZone *zone, DlTextMeasure *measure)
{
  DlRuler *self = g_new0 (DlRuler, 1);
  Step     step;
  Step     context;

  self->unit = DL_UNIT_YEAR;
  self->count = 1;
  for (guint i = 0; self->ticks == NULL && get_step (i, &step); i++)
    {
      g_autoptr (GArray) ticks = NULL;

      if (step.seconds * viewport->scale < LEAST_STEP)
        continue;
      ticks = find_boundaries (viewport, zone, &step);
      if (ticks == NULL || !label_step (ticks, &step, zone, measure))
        continue;
      if (get_context (&step, &context))
        {
          self->contexts = find_contexts (viewport, zone, &context, measure);
          if (self->contexts == NULL)
            continue;
        }
      self->ticks = g_steal_pointer (&ticks);
      self->unit = step.unit;
      self->count = step.count;
    }
  if (self->ticks == NULL)
    self->ticks = new_ticks ();
  if (self->contexts == NULL)
    self->contexts = new_ticks ();
  return self;
}

void
dl_ruler_free (DlRuler *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ticks);
  g_array_unref (self->contexts);
  g_free (self);
}

char *
dl_ruler_name_zone (const char *text, const DlZone *zone, DlInstant at)
{
  const char *name = dl_zone_abbreviation_at (zone, at);

  /* Zones without letters of their own are called by their offset. */
  if (name[0] == '+' || name[0] == '-')
    /* Translators: a day or time, and the offset of its zone: "25 October 2025 (UTC+08)". */
    return g_strdup_printf (C_ ("time and zone", "%s (UTC%s)"), text, name);
  /* Translators: a day or time, and its zone: "25 October 2025 (JST)". */
  return g_strdup_printf (C_ ("time and zone", "%s (%s)"), text, name);
}

DlUnit
dl_ruler_pointer_unit (double scale)
{
  double pixel = 1 / scale;

  if (pixel < 1)
    return DL_UNIT_SECOND;
  if (pixel < MINUTE)
    return DL_UNIT_MINUTE;
  if (pixel < 10 * MINUTE)
    return DL_UNIT_HOUR;
  if (pixel < 5 * DAY)
    return DL_UNIT_DAY;
  if (pixel < 60 * DAY)
    return DL_UNIT_MONTH;
  return DL_UNIT_YEAR;
}
