/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which events a filter lets through. */
#include "base/dl-parallel.h"
#include "model/dl-filter-private.h"

static void
add_test (DlFilterMatcher *self, const GArray *terms, DlFilterField field)
{
  DlFilterTest *test = &self->tests[self->n_tests++];

  test->field = field;
  test->n_values = dl_filter_count_values (self->timeline, field);
  test->choices = g_new0 (guint8, test->n_values + 1);
  for (guint i = 0; i < terms->len; i++)
    {
      const DlFilterTerm *term = &g_array_index (terms, DlFilterTerm, i);
      guint               value = dl_filter_find_value (self->timeline, field, term->key);

      /* What is wanted and not there lets nothing through. */
      test->wants |= term->choice == DL_FILTER_WITH;
      if (value != DL_NONE)
        test->choices[value] = (guint8) term->choice;
    }
}

void
dl_filter_matcher_init (DlFilterMatcher *self, const DlFilter *filter, DlTimeline *timeline)
{
  *self = (DlFilterMatcher){ .timeline = timeline };
  if (filter == NULL)
    return;
  for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
    {
      const GArray *terms = dl_filter_get_terms (filter, (DlFilterField) field);

      if (terms->len > 0)
        add_test (self, terms, (DlFilterField) field);
    }
  self->has_span = dl_filter_get_span (filter, &self->from, &self->to);
}

void
dl_filter_matcher_clear (DlFilterMatcher *self)
{
  for (guint i = 0; i < self->n_tests; i++)
    g_clear_pointer (&self->tests[i].choices, g_free);
  self->n_tests = 0;
}

static gboolean
passes (const DlFilterTest *test, DlTimeline *timeline, guint position)
{
  guint32        own[2];
  guint          n;
  const guint32 *values = dl_filter_get_values (timeline, test->field, position, own, &n);
  gboolean       wanted = !test->wants;

  if (n == 0)
    values = &test->n_values;
  for (guint i = 0; i < MAX (n, 1); i++)
    {
      if (test->choices[values[i]] == DL_FILTER_NOT)
        return FALSE;
      wanted |= test->choices[values[i]] == DL_FILTER_WITH;
    }
  return wanted;
}

static gboolean
meets_span (const DlFilterMatcher *self, guint position)
{
  return !self->has_span ||
         dl_event_record_meets (dl_timeline_get_records (self->timeline) + position, self->from, self->to);
}

guint
dl_filter_matcher_find_failing (const DlFilterMatcher *self, guint position)
{
  guint failing = meets_span (self, position) ? 0 : DL_FILTER_FAILS_SPAN;

  for (guint i = 0; i < self->n_tests; i++)
    if (!passes (&self->tests[i], self->timeline, position))
      failing |= DL_FILTER_FAILS (self->tests[i].field);
  return failing;
}

/* Whether nothing fails; one need not know all that does. */
static gboolean
lets_through (const DlFilterMatcher *self, guint position)
{
  if (!meets_span (self, position))
    return FALSE;
  for (guint i = 0; i < self->n_tests; i++)
    if (!passes (&self->tests[i], self->timeline, position))
      return FALSE;
  return TRUE;
}

typedef struct
{
  DlFilterMatcher matcher;
  guint           n_events;
  guint8         *in; /* per event */
} Match;

static void
match_chunk (guint chunk, gpointer data)
{
  Match *self = data;
  guint  end = MIN ((chunk + 1) * DL_FILTER_CHUNK, self->n_events);

  for (guint i = chunk * DL_FILTER_CHUNK; i < end; i++)
    self->in[i] = (guint8) lets_through (&self->matcher, i);
}

DlEventSet *
dl_filter_match (const DlFilter *filter, DlTimeline *timeline)
{
  Match              match;
  DlEventSet        *set;
  g_autofree guint8 *in = NULL;

  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  if (dl_filter_is_empty (filter))
    return NULL;
  match.n_events = dl_timeline_get_n_events (timeline);
  match.in = in = g_new (guint8, MAX (match.n_events, 1));
  dl_filter_matcher_init (&match.matcher, filter, timeline);
  dl_parallel_for ((match.n_events + DL_FILTER_CHUNK - 1) / DL_FILTER_CHUNK, match_chunk, &match);
  dl_filter_matcher_clear (&match.matcher);
  set = dl_event_set_new (match.n_events);
  for (guint i = 0; i < match.n_events; i++)
    if (in[i] != 0)
      dl_event_set_add (set, i);
  return set;
}

gboolean
dl_filter_lets_file (const DlFilter *filter, DlTimeline *timeline, guint index)
{
  g_autofree char *key = dl_filter_dup_file_key (timeline, index);
  g_auto (GStrv)   wanted = NULL;

  g_return_val_if_fail (filter != NULL && key != NULL, FALSE);
  wanted = dl_filter_dup_keys (filter, DL_FILTER_FILE, DL_FILTER_WITH);
  if (*wanted != NULL)
    return g_strv_contains ((const char *const *) wanted, key);
  return dl_filter_get (filter, DL_FILTER_FILE, key) != DL_FILTER_NOT;
}
