/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The upper tier of a ruler: what the ticks are part of, and where one is in each
 * piece between breaks. */
#include "layout/dl-ruler-private.h"

#include <math.h>

#include "layout/dl-ruler-names.h"

/* Where the label of the context that began before the window stands. */
#define CONTEXT_INDENT 14.0
#define CONTEXT_GAP 20.0

/* A year that is labelled this close after a fold names the place itself. */
#define NEAR_TICK 24.0

/* What begins this close after a break is what the piece is named by, not the
 * empty time before it. */
#define NEAR_START 320.0

/* What a piece of time between breaks is called. */
typedef struct
{
  DlInstant at;     /* by what */
  DlUnit    unit;   /* how exactly */
  gboolean  single; /* whether none beside it is in the same year */
} Piece;

/* What all of the upper tier shares. */
typedef struct
{
  const DlViewport  *viewport;
  const DlZone      *zone;
  const DlRulerStep *step;
  DlTextMeasure     *measure;
  DlSection          sections[DL_MAX_FOLDS + 1];
  guint              n_sections;
  Piece              pieces[DL_MAX_FOLDS + 1];
} Tier;

/* Where the ruler counts by thousands, single years would say too much. */
static gint64
count_years (const Tier *self, DlInstant at)
{
  DlCivil civil = dl_zone_to_civil (self->zone, at);

  if (self->step->unit != DL_UNIT_YEAR || ABS (civil.year) < DL_LARGE_YEAR)
    return 1;
  return MAX (self->step->count / 10, 1);
}

/* Whether two instants are called the same where they are told by @unit. */
static gboolean
is_same (const Tier *self, DlInstant a, DlInstant b, DlUnit unit)
{
  DlCivil left = dl_ruler_name_floor (a, unit, count_years (self, a), self->zone);
  DlCivil right = dl_ruler_name_floor (b, unit, count_years (self, b), self->zone);

  return dl_instant_compare (dl_calendar_to_instant (&left), dl_calendar_to_instant (&right)) == 0;
}

/* The instant that a section is named by: the first thing in it where that is
 * close to its edge. */
static DlInstant
find_name (const Tier *self, guint index)
{
  const DlSection *section = &self->sections[index];
  const DlFold    *fold;

  if (section->after_fold != DL_NO_FOLD)
    {
      fold = dl_folds_get (self->viewport->folds, section->after_fold);
      if (dl_viewport_x (self->viewport, fold->next) - section->left < NEAR_START &&
          dl_instant_compare (fold->next, section->to) < 0)
        return dl_instant_max (fold->next, section->from);
    }
  else if (section->before_fold != DL_NO_FOLD)
    {
      fold = dl_folds_get (self->viewport->folds, section->before_fold);
      if (dl_viewport_x (self->viewport, fold->last) - section->left < NEAR_START)
        return dl_instant_max (dl_instant_add (fold->last, -1), section->from);
    }
  return section->from;
}

/* What pieces are called by: finer where one beside another would be called the
 * same. @said: what was told last in each section, for which its own name does */
static void
settle_units (Tier *self, const DlInstant *said, const gboolean *again)
{
  for (guint i = 0; i < self->n_sections; i++)
    self->pieces[i].unit = self->step->unit;
  for (guint i = 1; i < self->n_sections; i++)
    {
      Piece *piece = &self->pieces[i];
      Piece *before = piece - 1;

      if (!again[i])
        continue;
      while (piece->unit > DL_UNIT_SECOND && is_same (self, said[i - 1], piece->at, piece->unit))
        piece->unit = dl_ruler_finer_unit (piece->unit);
      /* Of two times of a day the first one tells the day. */
      if (piece->unit >= DL_UNIT_DAY && dl_instant_compare (said[i - 1], before->at) == 0)
        before->unit = MIN (before->unit, piece->unit);
    }
  for (guint i = 0; i < self->n_sections; i++)
    self->pieces[i].single =
      (i == 0 || !is_same (self, said[i - 1], self->pieces[i].at, DL_UNIT_YEAR)) &&
      (i + 1 == self->n_sections || !is_same (self, said[i], self->pieces[i + 1].at, DL_UNIT_YEAR));
}

static void
init_tier (Tier *self, const DlViewport *viewport, const DlZone *zone, const DlRulerStep *step, DlTextMeasure *measure)
{
  self->viewport = viewport;
  self->zone = zone;
  self->step = step;
  self->measure = measure;
  self->n_sections = dl_viewport_get_sections (viewport, self->sections);
  for (guint i = 0; i < self->n_sections; i++)
    self->pieces[i].at = find_name (self, i);
}

/* What the time at @instant is part of, as the upper tier says it in full. */
static char *
name_context (const Tier *self, DlInstant instant)
{
  DlCivil          civil = dl_zone_to_civil (self->zone, instant);
  g_autofree char *text = NULL;

  if (self->step->unit == DL_UNIT_YEAR)
    return dl_ruler_name (instant, DL_UNIT_YEAR, count_years (self, instant), self->zone);
  civil = dl_calendar_floor (&civil, self->step->unit, self->step->count, dl_words_first_weekday ());
  text = dl_words_tick (&civil, self->step->unit, self->step->count, DL_TICK_FULL);
  /* Over hours and minutes it matters whose they are. */
  return self->step->unit == DL_UNIT_DAY ? dl_ruler_name_zone (text, self->zone, instant) : g_steal_pointer (&text);
}

/* Gives @tick a label if it ends by @end. @text: (transfer full) */
static gboolean
try_text (const Tier *self, DlTick *tick, char *text, double end)
{
  double width = ceil (dl_text_measure_width (self->measure, DL_TEXT_CONTEXT, text));

  g_clear_pointer (&tick->text, g_free);
  tick->text = text;
  tick->text_width = width;
  if (tick->text_x + width <= end)
    return TRUE;
  g_clear_pointer (&tick->text, g_free);
  return FALSE;
}

/* In full where that does not reach over a break. */
static gboolean
try_forms (const Tier *self, DlTick *tick, DlInstant at, DlUnit unit, double end)
{
  const DlSection *section = &self->sections[tick->section];
  double           full_end = section->before_fold != DL_NO_FOLD ? MIN (end, section->right) : end;

  if (unit == self->step->unit && try_text (self, tick, name_context (self, at), full_end))
    return TRUE;
  return try_text (self, tick, dl_ruler_name (at, unit, count_years (self, at), self->zone), end);
}

/* The label of a context that began before the window, which what is coming
 * pushes out of it. */
static void
label_pushed (const Tier *self, DlTick *tick, double end)
{
  char *text = name_context (self, dl_instant_max (tick->at, self->sections[tick->section].from));

  if (try_text (self, tick, g_strdup (text), end))
    {
      g_free (text);
      return;
    }
  tick->text = text;
  tick->text_x = end - tick->text_width;
  if (tick->text_x + tick->text_width < CONTEXT_INDENT)
    g_clear_pointer (&tick->text, g_free);
}

/* What tells where one is goes before what comes later in its piece; but at the
 * window's edge what follows closely says more. */
static void
label_first (const Tier *self, DlTick *ticks, guint n, double limit)
{
  const Piece *piece = &self->pieces[ticks->section];
  guint        next = 1;

  for (;;)
    {
      double end = limit;

      while (next < n && ticks[next].text == NULL)
        next++;
      if (next < n)
        end = ticks[next].text_x - CONTEXT_GAP;
      if (try_forms (self, ticks, piece->at, piece->unit, end))
        return;
      if (next == n)
        break;
      if (!ticks->again && ticks[next].x < NEAR_START)
        return;
      g_clear_pointer (&ticks[next].text, g_free);
    }
  if (piece->unit == DL_UNIT_MONTH && piece->single)
    try_text (self, ticks, dl_ruler_name (piece->at, DL_UNIT_YEAR, 1, self->zone), limit);
}

/* The labels of one section, @n of them, which end by @limit. From right to left:
 * what is coming has its place. */
static void
label_section (const Tier *self, DlTick *ticks, guint n, double limit)
{
  gboolean leads = ticks[0].again || (ticks[0].section == 0 && ticks[0].x <= 0);
  double   end = limit;

  for (guint i = n; i-- > (leads ? 1 : 0);)
    {
      ticks[i].text_x = ticks[i].x + DL_TICK_INDENT;
      if (try_forms (self, &ticks[i], ticks[i].at, self->step->unit, end))
        end = ticks[i].text_x - CONTEXT_GAP;
    }
  if (!leads)
    return;
  ticks[0].text_x = ticks[0].again ? self->sections[ticks[0].section].left + DL_TICK_INDENT
                                   : MAX (ticks[0].x + DL_TICK_INDENT, CONTEXT_INDENT);
  if (ticks[0].again || self->sections[ticks[0].section].before_fold != DL_NO_FOLD)
    label_first (self, ticks, n, limit);
  else
    label_pushed (self, &ticks[0], end);
}

/* How far right each label may be moved. */
static void
find_limits (const Tier *self, GArray *contexts)
{
  double limit = self->viewport->width;

  for (guint i = contexts->len; i-- > 0;)
    {
      DlTick *tick = &g_array_index (contexts, DlTick, i);

      tick->text_limit = limit;
      if (tick->text != NULL)
        limit = tick->text_x - DL_TICK_GAP;
    }
}

/* What may be said instead of a name in full. */
static void
add_brief (const Tier *self, DlTick *tick)
{
  const Piece *piece = &self->pieces[tick->section];
  DlInstant    at = tick->again || tick->x <= 0 ? piece->at : tick->at;

  if (tick->text == NULL || (tick->again && piece->unit != self->step->unit))
    return;
  tick->brief = dl_ruler_name (at, self->step->unit, count_years (self, at), self->zone);
  tick->brief_width = ceil (dl_text_measure_width (self->measure, DL_TEXT_CONTEXT, tick->brief));
}

static void
label_contexts (const Tier *self, GArray *contexts)
{
  for (guint first = 0, end; first < contexts->len; first = end)
    {
      DlTick *ticks = &g_array_index (contexts, DlTick, first);
      guint   section = ticks->section;
      double  limit = G_MAXDOUBLE;

      if (section + 1 < self->n_sections)
        limit = self->sections[section + 1].left - DL_BREAK_GAP;
      else if (ticks->again || self->sections[section].before_fold != DL_NO_FOLD)
        limit = self->viewport->width;
      for (end = first; end < contexts->len && g_array_index (contexts, DlTick, end).section == section;)
        end++;
      label_section (self, ticks, end - first, limit);
    }
  for (guint i = 0; i < contexts->len; i++)
    add_brief (self, &g_array_index (contexts, DlTick, i));
  find_limits (self, contexts);
}

/* Whether @tick lies in the empty time before a fold, and close to it, or what comes
 * after the fold is called the same. */
static gboolean
is_needless (const Tier *self, const DlTick *tick)
{
  const DlSection *section = &self->sections[tick->section];

  if (section->before_fold == DL_NO_FOLD || dl_instant_compare (tick->at, section->from) <= 0 ||
      dl_instant_compare (dl_folds_get (self->viewport->folds, section->before_fold)->last, tick->at) > 0)
    return FALSE;
  return section->right - tick->x < NEAR_START ||
         (tick->section + 1 < self->n_sections &&
          is_same (self, tick->at, self->pieces[tick->section + 1].at, self->step->unit));
}

/* After every fold the reader is told anew where one is. */
static void
insert_again (Tier *self, GArray *contexts)
{
  DlInstant said[DL_MAX_FOLDS + 1];
  gboolean  again[DL_MAX_FOLDS + 1];
  guint     at = 0;

  for (guint i = contexts->len; i-- > 1;)
    if (is_needless (self, &g_array_index (contexts, DlTick, i)))
      g_array_remove_index (contexts, i);
  for (guint s = 0; s < self->n_sections; s++)
    {
      DlTick tick = { .at = self->sections[s].from, .x = self->sections[s].left, .section = s, .again = TRUE };

      again[s] = self->sections[s].after_fold != DL_NO_FOLD;
      said[s] = self->pieces[s].at;
      while (at < contexts->len && g_array_index (contexts, DlTick, at).section < s)
        at++;
      /* A boundary between it and what names the piece says the same. */
      if (again[s] && (at == contexts->len || g_array_index (contexts, DlTick, at).section > s ||
                       dl_instant_compare (g_array_index (contexts, DlTick, at).at, said[s]) > 0))
        g_array_insert_val (contexts, at, tick);
      else if (again[s])
        g_array_index (contexts, DlTick, at).again = TRUE;
      else if (self->n_sections > 1 && at + 1 < contexts->len &&
               g_array_index (contexts, DlTick, at + 1).section == s &&
               dl_instant_compare (g_array_index (contexts, DlTick, at + 1).at, said[s]) <= 0)
        {
          g_array_remove_index (contexts, at);
          g_array_index (contexts, DlTick, at).again = TRUE;
        }
      for (guint i = at; i < contexts->len && g_array_index (contexts, DlTick, i).section == s; i++)
        if (dl_instant_compare (g_array_index (contexts, DlTick, i).at, said[s]) > 0 &&
            dl_instant_compare (g_array_index (contexts, DlTick, i).at, self->sections[s].to) < 0)
          said[s] = g_array_index (contexts, DlTick, i).at;
    }
  settle_units (self, said, again);
}

GArray *
dl_ruler_find_contexts (const DlViewport *viewport, const DlZone *zone, const DlRulerStep *step, DlTextMeasure *measure)
{
  Tier    tier;
  GArray *contexts;

  if (step->seconds * viewport->scale < DL_CONTEXT_LEAST)
    return NULL;
  contexts = dl_ruler_step_find (step, viewport, zone);
  if (contexts == NULL)
    return NULL;
  init_tier (&tier, viewport, zone, step, measure);
  insert_again (&tier, contexts);
  label_contexts (&tier, contexts);
  return contexts;
}

GArray *
dl_ruler_name_unlabelled (const DlViewport  *viewport,
                          const DlZone      *zone,
                          GArray            *ticks,
                          const DlRulerStep *step,
                          DlTextMeasure     *measure)
{
  Tier      tier;
  GArray   *contexts = dl_ruler_ticks_new ();
  DlInstant said[DL_MAX_FOLDS + 1];
  gboolean  unnamed[DL_MAX_FOLDS + 1];

  init_tier (&tier, viewport, zone, step, measure);
  for (guint s = 0; s < tier.n_sections; s++)
    {
      DlTick   tick = { .at = tier.sections[s].from, .x = tier.sections[s].left, .section = s, .again = TRUE };
      gboolean named = tier.n_sections == 1;

      for (guint i = 0; i < ticks->len && !named; i++)
        {
          const DlTick *other = &g_array_index (ticks, DlTick, i);

          named = other->section == s && other->text != NULL && other->text_x >= 0 &&
                  other->text_x + other->text_width <= viewport->width &&
                  (tier.sections[s].after_fold == DL_NO_FOLD || other->x < tick.x + NEAR_TICK);
        }
      if (!named)
        g_array_append_val (contexts, tick);
      unnamed[s] = !named;
      said[s] = tier.pieces[s].at;
    }
  settle_units (&tier, said, unnamed);
  label_contexts (&tier, contexts);
  return contexts;
}
