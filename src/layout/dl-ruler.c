/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-ruler-private.h"

#include <math.h>

#include <glib/gi18n.h>

#include "time/dl-edtf.h"

/* A label begins this far right of its tick, and stays this far from the next. */
#define LABEL_INDENT 5.0
#define TICK_GAP 8.0

/* Where the label of the context that began before the window stands. */
#define CONTEXT_INDENT 14.0
#define CONTEXT_GAP 20.0

/* Labels end this far before a fold. */
#define BREAK_GAP 4.0

/* Years from here on are told in round numbers. */
#define LARGE_YEAR 10000

/* A year that is labelled this close after a fold names the place itself. */
#define NEAR_TICK 24.0

/* A context is at least this wide: its label and that of a marker. */
#define CONTEXT_LEAST 300.0

/* Labels that give way to a zone's name, at most. */
#define MAX_GIVING_WAY 3

/* Beside a change of the clocks the same time of day may be told twice, so it
 * is told whose it is: of the first one after it even where the next labels have
 * to give way. */
static void
name_zone (GArray *ticks, guint index, gboolean first, const DlZone *zone, DlTextMeasure *measure)
{
  DlTick          *tick = &g_array_index (ticks, DlTick, index);
  g_autofree char *text = dl_ruler_name_zone (tick->text, zone, tick->at);
  double           width = ceil (dl_text_measure_width (measure, DL_TEXT_TICK, text));
  guint            next = index + 1;

  while (next < ticks->len && tick[next - index].section == tick->section &&
         tick->text_x + width + TICK_GAP > tick[next - index].text_x)
    next++;
  if (next - index - 1 > (first ? MAX_GIVING_WAY : 0))
    return;
  for (guint i = index + 1; i < next; i++)
    g_clear_pointer (&tick[i - index].text, g_free);
  g_free (tick->text);
  tick->text = g_steal_pointer (&text);
  tick->text_width = width;
}

static void
name_zones (GArray *ticks, const DlZone *zone, DlTextMeasure *measure)
{
  for (guint i = ticks->len; i-- > 1;)
    {
      const DlTick *tick = &g_array_index (ticks, DlTick, i);
      const DlTick *before = tick - 1;

      if (tick->text == NULL || before->text == NULL || tick->section != before->section ||
          dl_zone_offset_at (zone, tick->at) == dl_zone_offset_at (zone, before->at))
        continue;
      name_zone (ticks, i, TRUE, zone, measure);
      name_zone (ticks, i - 1, FALSE, zone, measure);
    }
}

static gboolean
label_ticks (GArray *ticks, const DlRulerStep *step, DlTickForm form, const DlZone *zone, DlTextMeasure *measure)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      DlTick *tick = &g_array_index (ticks, DlTick, i);
      DlCivil civil = dl_zone_to_civil (zone, tick->at);

      g_free (tick->text);
      if (step->nanos > 0)
        tick->text = dl_words_tick_part (&civil, tick->at.nanos, step->nanos);
      else
        tick->text = dl_words_tick (&civil, step->unit, step->count, form);
      tick->text_x = tick->x + LABEL_INDENT;
      tick->text_width = ceil (dl_text_measure_width (measure, DL_TEXT_TICK, tick->text));
      /* At a fold the later one gives way, see keep_clear(). */
      if (i > 0 && g_array_index (ticks, DlTick, i - 1).section == tick->section &&
          g_array_index (ticks, DlTick, i - 1).text_x + g_array_index (ticks, DlTick, i - 1).text_width + TICK_GAP >
            tick->text_x)
        return FALSE;
    }
  if (dl_ruler_step_is_clock (step) && !dl_zone_is_utc (zone))
    name_zones (ticks, zone, measure);
  return TRUE;
}

/* The longest form of labels that leaves them apart. */
static gboolean
label_step (GArray *ticks, const DlRulerStep *step, const DlZone *zone, DlTextMeasure *measure)
{
  static const DlTickForm day_forms[] = { DL_TICK_WEEKDAY, DL_TICK_BRIEF };
  static const DlTickForm month_forms[] = { DL_TICK_PART, DL_TICK_BRIEF };
  static const DlTickForm other_forms[] = { DL_TICK_PART, DL_TICK_BRIEF };
  const DlTickForm       *forms = step->unit == DL_UNIT_DAY     ? day_forms
                                  : step->unit == DL_UNIT_MONTH ? month_forms
                                                                : other_forms;

  for (guint i = 0; i < 2; i++)
    if (label_ticks (ticks, step, forms[i], zone, measure))
      return TRUE;
  return FALSE;
}

/* What the time at @instant is part of, ever more briefly: as a context says
 * it, shorter, the year alone. NULL when there is nothing briefer. */
static char *
name_context (DlInstant instant, const DlRulerStep *step, const DlZone *zone, guint attempt)
{
  DlCivil          civil = dl_zone_to_civil (zone, instant);
  g_autofree char *text = NULL;
  g_autofree char *edtf = NULL;

  if (attempt == 2 || (step->unit == DL_UNIT_YEAR && attempt == 0))
    {
      /* Where the ruler counts by thousands, single years would say too much. */
      const DlRulerStep years = {
        DL_UNIT_YEAR, ABS (civil.year) < LARGE_YEAR || step->unit != DL_UNIT_YEAR ? 1 : MAX (step->count / 10, 1),
        DL_YEAR_SECONDS
      };

      civil = dl_ruler_step_floor (&civil, &years);
      return dl_words_tick (&civil, DL_UNIT_YEAR, years.count, DL_TICK_FULL);
    }
  if (attempt > 2 || (step->unit == DL_UNIT_YEAR && attempt > 0))
    return NULL;
  civil = dl_calendar_floor (&civil, step->unit, step->count, dl_words_first_weekday ());
  if (attempt == 1)
    {
      edtf = dl_edtf_from_civil (&civil, step->unit);
      return dl_words_from_edtf (edtf, DL_WORDS_SHORT, NULL);
    }
  text = dl_words_tick (&civil, step->unit, step->count, DL_TICK_FULL);
  /* Over hours and minutes it matters whose they are. */
  return step->unit == DL_UNIT_DAY ? dl_ruler_name_zone (text, zone, instant) : g_steal_pointer (&text);
}

static void
set_context_text (DlTick            *tick,
                  const DlSection   *section,
                  const DlRulerStep *step,
                  const DlZone      *zone,
                  DlTextMeasure     *measure,
                  guint              attempt)
{
  g_free (tick->text);
  /* What began before the window is called by the zone that it is seen in. */
  tick->text = name_context (dl_instant_max (tick->at, section->from), step, zone, attempt);
  tick->text_width = tick->text == NULL ? 0 : ceil (dl_text_measure_width (measure, DL_TEXT_CONTEXT, tick->text));
}

static gboolean
fits_context (const DlTick *tick, double end)
{
  return tick->text == NULL || tick->text_x + tick->text_width <= end;
}

/* Beside a fold there may be little room: a briefer name, and of a section that
 * is narrower than its year, one that reaches over the fold after it. */
static void
fit_beside_fold (DlTick            *tick,
                 const DlSection   *section,
                 const DlRulerStep *step,
                 const DlZone      *zone,
                 DlTextMeasure     *measure,
                 double             end,
                 double             reach)
{
  for (guint attempt = 1; attempt < 3 && !fits_context (tick, end); attempt++)
    set_context_text (tick, section, step, zone, measure, attempt);
  if (tick->text != NULL && fits_context (tick, end))
    return;
  set_context_text (tick, section, step, zone, measure, step->unit == DL_UNIT_YEAR ? 0 : 2);
  if (!fits_context (tick, reach))
    g_clear_pointer (&tick->text, g_free);
}

/* From right to left: what is coming has its place, and pushes the label at
 * the left edge out of the window. */
static void
label_contexts (GArray            *contexts,
                const DlRulerStep *step,
                const DlZone      *zone,
                DlTextMeasure     *measure,
                const DlSection   *sections,
                guint              n_sections)
{
  double free_from = G_MAXDOUBLE;

  for (guint i = contexts->len; i-- > 0;)
    {
      DlTick          *tick = &g_array_index (contexts, DlTick, i);
      const DlSection *section = &sections[tick->section];
      gboolean         folded = section->before_fold != DL_NO_FOLD;
      double           end = MIN (free_from - CONTEXT_GAP, folded ? section->right - BREAK_GAP : G_MAXDOUBLE);
      double reach = MIN (free_from - TICK_GAP, tick->section + 1 < n_sections ? section[1].left : section->right);

      tick->text_x = MAX (tick->x + LABEL_INDENT, i == 0 && !tick->again ? CONTEXT_INDENT : -G_MAXDOUBLE);
      set_context_text (tick, section, step, zone, measure, 0);
      if (tick->again || (i == 0 && folded))
        fit_beside_fold (tick, section, step, zone, measure, end, reach);
      else if (!fits_context (tick, end))
        {
          if (i == 0)
            tick->text_x = end - tick->text_width;
          if (i > 0 || tick->text_x + tick->text_width < CONTEXT_INDENT)
            g_clear_pointer (&tick->text, g_free);
        }
      if (tick->text != NULL)
        free_from = tick->text_x;
    }
}

/* After every fold the reader is told anew where one is. */
static void
insert_again (GArray *contexts, const DlSection *sections, guint n_sections)
{
  guint at = 0;

  for (guint s = 0; s < n_sections; s++)
    {
      DlTick tick = { .at = sections[s].from, .x = sections[s].left, .section = s, .again = TRUE };

      if (sections[s].after_fold == DL_NO_FOLD)
        continue;
      while (at < contexts->len && dl_instant_compare (g_array_index (contexts, DlTick, at).at, tick.at) < 0)
        at++;
      /* A boundary that stands close by says it just as well, and like the
       * other in fewer words where there is no room. */
      if (at < contexts->len && g_array_index (contexts, DlTick, at).x < tick.x + LABEL_INDENT)
        {
          g_array_index (contexts, DlTick, at).again = TRUE;
          continue;
        }
      g_array_insert_val (contexts, at, tick);
    }
}

/* NULL when contexts would be so narrow that markers find no room beside
 * their labels. */
static GArray *
find_contexts (const DlViewport *viewport, const DlZone *zone, const DlRulerStep *step, DlTextMeasure *measure)
{
  DlSection sections[DL_MAX_FOLDS + 1];
  guint     n_sections = dl_viewport_get_sections (viewport, sections);
  GArray   *contexts;

  if (step->seconds * viewport->scale < CONTEXT_LEAST)
    return NULL;
  contexts = dl_ruler_step_find (step, viewport, zone);
  if (contexts == NULL)
    return NULL;
  insert_again (contexts, sections, n_sections);
  label_contexts (contexts, step, zone, measure, sections, n_sections);
  return contexts;
}

/* Years need no context; but beside a fold there may be none that is named, or
 * none nearby. */
static GArray *
name_unlabelled (const DlViewport  *viewport,
                 const DlZone      *zone,
                 GArray            *ticks,
                 const DlRulerStep *step,
                 DlTextMeasure     *measure)
{
  GArray   *contexts = dl_ruler_ticks_new ();
  DlSection sections[DL_MAX_FOLDS + 1];
  guint     n_sections = dl_viewport_get_sections (viewport, sections);

  for (guint s = 0; n_sections > 1 && s < n_sections; s++)
    {
      DlTick   tick = { .at = sections[s].from, .x = sections[s].left, .section = s, .again = TRUE };
      gboolean named = FALSE;

      for (guint i = 0; i < ticks->len && !named; i++)
        {
          const DlTick *other = &g_array_index (ticks, DlTick, i);

          named = other->section == s && other->text != NULL && other->text_x >= 0 &&
                  (sections[s].after_fold == DL_NO_FOLD || other->x < tick.x + NEAR_TICK);
        }
      if (!named)
        g_array_append_val (contexts, tick);
    }
  label_contexts (contexts, step, zone, measure, sections, n_sections);
  return contexts;
}

/* Whether the words of @each neither touch another break nor what is written there. */
static gboolean
is_clear (const DlBreak *each, const DlBreak *other)
{
  double right = each->text_x + each->text_width;

  if (right + BREAK_GAP > other->left && each->text_x < other->right + BREAK_GAP)
    return FALSE;
  return !other->has_label || right + TICK_GAP <= other->text_x ||
         each->text_x >= other->text_x + other->text_width + TICK_GAP;
}

/* The breaks, and which of them have room for their words: the longest first,
 * so that it does not depend on where the window stands. */
static void
find_breaks (DlRuler *self, const DlViewport *viewport, DlTextMeasure *measure)
{
  guint   n = dl_folds_get_n (viewport->folds);
  DlBreak all[DL_MAX_FOLDS];
  guint   order[DL_MAX_FOLDS];

  for (guint i = 0; i < n; i++)
    {
      const DlFold *fold = dl_folds_get (viewport->folds, i);
      guint         at = i;

      all[i] = (DlBreak){ .fold = i,
                          .left = dl_viewport_x (viewport, fold->from),
                          .right = dl_viewport_x (viewport, fold->to),
                          .words = dl_words_about (dl_fold_get_seconds (fold)) };
      all[i].text_width = ceil (dl_text_measure_width (measure, DL_TEXT_TICK, all[i].words));
      all[i].text_x = (all[i].left + all[i].right - all[i].text_width) / 2;
      for (; at > 0 && dl_fold_get_seconds (dl_folds_get (viewport->folds, order[at - 1])) < dl_fold_get_seconds (fold);
           at--)
        order[at] = order[at - 1];
      order[at] = i;
    }
  for (guint i = 0; i < n; i++)
    {
      DlBreak *each = &all[order[i]];
      double   left = MAX (each->left, 0) + BREAK_GAP;
      double   right = MIN (each->right, viewport->width) - BREAK_GAP;

      each->has_label = TRUE;
      for (guint j = 0; j < n && each->has_label; j++)
        each->has_label = j == order[i] || is_clear (each, &all[j]);
      /* In a wide one they stay in sight. */
      if (each->has_label && right - left > each->text_width)
        each->text_x = CLAMP (each->text_x, left, right - each->text_width);
    }
  for (guint i = 0; i < n; i++)
    {
      if (all[i].right <= 0 || all[i].left >= viewport->width)
        {
          g_free (all[i].words);
          continue;
        }
      all[i].has_label = all[i].has_label && all[i].text_x >= 0 && all[i].text_x + all[i].text_width <= viewport->width;
      g_array_append_val (self->breaks, all[i]);
    }
}

/* Labels give way to breaks and to what is written on them. */
static void
keep_clear (DlRuler *self, const DlViewport *viewport)
{
  DlSection sections[DL_MAX_FOLDS + 1];

  dl_viewport_get_sections (viewport, sections);
  for (guint i = 0; i < self->ticks->len; i++)
    {
      DlTick          *tick = &g_array_index (self->ticks, DlTick, i);
      const DlSection *section = &sections[tick->section];

      if (section->before_fold != DL_NO_FOLD && tick->text_x + tick->text_width + BREAK_GAP > section->right)
        g_clear_pointer (&tick->text, g_free);
      for (guint j = 0; j < self->breaks->len && tick->text != NULL; j++)
        {
          const DlBreak *each = &g_array_index (self->breaks, DlBreak, j);

          if (each->has_label && tick->text_x < each->text_x + each->text_width + TICK_GAP &&
              tick->text_x + tick->text_width + TICK_GAP > each->text_x)
            g_clear_pointer (&tick->text, g_free);
        }
    }
}

static void
clear_break (gpointer data)
{
  g_free (((DlBreak *) data)->words);
}

DlRuler *
dl_ruler_new (const DlViewport *viewport, const DlZone *zone, DlTextMeasure *measure)
{
  DlRuler    *self = g_new0 (DlRuler, 1);
  DlRulerStep step;
  DlRulerStep context;

  self->unit = DL_UNIT_YEAR;
  self->count = 1;
  self->breaks = g_array_new (FALSE, TRUE, sizeof (DlBreak));
  g_array_set_clear_func (self->breaks, clear_break);
  find_breaks (self, viewport, measure);
  for (guint i = 0; self->ticks == NULL && dl_ruler_step_get (i, &step); i++)
    {
      g_autoptr (GArray) ticks = NULL;

      if (step.seconds * viewport->scale < DL_LEAST_STEP)
        continue;
      ticks = dl_ruler_step_find (&step, viewport, zone);
      if (ticks == NULL || !label_step (ticks, &step, zone, measure))
        continue;
      if (dl_ruler_step_get_context (&step, &context))
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
    self->ticks = dl_ruler_ticks_new ();
  keep_clear (self, viewport);
  if (self->contexts == NULL)
    self->contexts = name_unlabelled (viewport, zone, self->ticks,
                                      &(DlRulerStep){ DL_UNIT_YEAR, self->count, DL_YEAR_SECONDS }, measure);
  return self;
}

void
dl_ruler_free (DlRuler *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ticks);
  g_array_unref (self->contexts);
  g_array_unref (self->breaks);
  g_free (self);
}

char *
dl_ruler_name_zone (const char *text, const DlZone *zone, DlInstant at)
{
  g_autofree char *name = dl_words_zone (zone, at);

  /* Translators: a day or time, and its zone: "25 October 2025 (JST)". */
  return g_strdup_printf (C_ ("time and zone", "%s (%s)"), text, name);
}

DlUnit
dl_ruler_pointer_unit (double scale)
{
  double pixel = 1 / scale;

  if (pixel < 1)
    return DL_UNIT_SECOND;
  if (pixel < DL_MINUTE_SECONDS)
    return DL_UNIT_MINUTE;
  if (pixel < 10 * DL_MINUTE_SECONDS)
    return DL_UNIT_HOUR;
  if (pixel < 5 * DL_DAY_SECONDS)
    return DL_UNIT_DAY;
  if (pixel < 60 * DL_DAY_SECONDS)
    return DL_UNIT_MONTH;
  return DL_UNIT_YEAR;
}
