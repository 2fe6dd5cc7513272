/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-ruler-private.h"

#include <math.h>

#include "layout/dl-ruler-names.h"

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
         tick->text_x + width + DL_TICK_GAP > tick[next - index].text_x)
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
      tick->text_x = tick->x + DL_TICK_INDENT;
      tick->text_width = ceil (dl_text_measure_width (measure, DL_TEXT_TICK, tick->text));
      /* At a fold the later one gives way, see keep_clear(). */
      if (i > 0 && g_array_index (ticks, DlTick, i - 1).section == tick->section &&
          g_array_index (ticks, DlTick, i - 1).text_x + g_array_index (ticks, DlTick, i - 1).text_width + DL_TICK_GAP >
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

/* Whether the words of @each neither touch another break nor what is written there. */
static gboolean
is_clear (const DlBreak *each, const DlBreak *other)
{
  double right = each->text_x + each->text_width;

  if (right + DL_BREAK_GAP > other->left && each->text_x < other->right + DL_BREAK_GAP)
    return FALSE;
  return !other->has_label || right + DL_TICK_GAP <= other->text_x ||
         each->text_x >= other->text_x + other->text_width + DL_TICK_GAP;
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
      double   left = MAX (each->left, 0) + DL_BREAK_GAP;
      double   right = MIN (each->right, viewport->width) - DL_BREAK_GAP;

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

      if (section->before_fold != DL_NO_FOLD && tick->text_x + tick->text_width + DL_BREAK_GAP > section->right)
        g_clear_pointer (&tick->text, g_free);
      for (guint j = 0; j < self->breaks->len && tick->text != NULL; j++)
        {
          const DlBreak *each = &g_array_index (self->breaks, DlBreak, j);

          if (each->has_label && tick->text_x < each->text_x + each->text_width + DL_TICK_GAP &&
              tick->text_x + tick->text_width + DL_TICK_GAP > each->text_x)
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
          self->contexts = dl_ruler_find_contexts (viewport, zone, &context, measure);
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
    self->contexts = dl_ruler_name_unlabelled (viewport, zone, self->ticks,
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
