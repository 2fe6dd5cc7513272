/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "same-timeline.h"

static gboolean
note_text (const DlEventText *text, gpointer data)
{
  g_string_append_printf (data, "%d %.*s\n", (int) text->kind, (int) text->length, text->text);
  return TRUE;
}

static void
assert_instants_alike (DlInstant a, DlInstant b)
{
  g_assert_cmpint (a.seconds, ==, b.seconds);
  g_assert_cmpint (a.nanos, ==, b.nanos);
}

/* What an event names, in words. */
static char *
dup_names (DlTimeline *timeline, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (timeline, position);
  const guint32       *refs = dl_timeline_get_event_topics (timeline, position);
  GString             *names = g_string_new (NULL);

  for (guint i = 0; i < record->n_topics; i++)
    g_string_append_printf (names, "topic %s\n", dl_timeline_get_topic (timeline, refs[i])->name);
  for (guint i = 0; i < record->n_people; i++)
    g_string_append_printf (names, "person %s\n", dl_timeline_get_person (timeline, refs[record->n_topics + i])->name);
  for (guint i = 0; i < record->n_sources; i++)
    {
      const DlSource *source = dl_timeline_get_source (timeline, refs[record->n_topics + record->n_people + i]);

      g_string_append_printf (names, "source %s %s %s %s\n", source->id, source->title,
                              source->publisher != NULL ? source->publisher : "-",
                              source->url != NULL ? source->url : "-");
    }
  if (record->place != DL_NONE)
    g_string_append_printf (names, "place %s\n", dl_timeline_get_place (timeline, record->place)->name);
  return g_string_free (names, FALSE);
}

static void
assert_dates_alike (DlTimeline *first, guint position, DlTimeline *second, guint other)
{
  DlDate date;
  DlDate other_date;

  dl_timeline_get_date (first, position, &date);
  dl_timeline_get_date (second, other, &other_date);
  assert_instants_alike (date.latest_start, other_date.latest_start);
  assert_instants_alike (date.earliest_end, other_date.earliest_end);
  assert_instants_alike (date.stated_end, other_date.stated_end);
}

static void
assert_texts_alike (DlTimeline *first, guint position, DlTimeline *second, guint other)
{
  g_autoptr (DlEventDetails) details = dl_timeline_dup_details (first, position);
  g_autoptr (DlEventDetails) other_details = dl_timeline_dup_details (second, other);
  g_autoptr (GString)        texts = g_string_new (NULL);
  g_autoptr (GString)        other_texts = g_string_new (NULL);

  g_assert_cmpstr (details->summary, ==, other_details->summary);
  g_assert_cmpstr (details->date_note, ==, other_details->date_note);
  g_assert_cmpuint (details->quotes->len, ==, other_details->quotes->len);
  g_assert_cmpuint (details->related->len, ==, other_details->related->len);
  dl_timeline_walk_texts (first, position, note_text, texts);
  dl_timeline_walk_texts (second, other, note_text, other_texts);
  g_assert_cmpstr (texts->str, ==, other_texts->str);
}

static void
assert_events_alike (DlTimeline *first, guint position, DlTimeline *second)
{
  const DlEventRecord *a = dl_timeline_get_record (first, position);
  guint                other = dl_timeline_find (second, a->id);
  const DlEventRecord *b;
  g_autofree char     *names = dup_names (first, position);
  g_autofree char     *other_names = NULL;

  g_assert_cmpuint (other, !=, DL_NONE);
  b = dl_timeline_get_record (second, other);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->date_text, ==, b->date_text);
  assert_instants_alike (a->start, b->start);
  assert_instants_alike (a->end, b->end);
  g_assert_cmpuint (a->date_flags, ==, b->date_flags);
  g_assert_cmpuint (a->status, ==, b->status);
  g_assert_cmpuint (a->importance, ==, b->importance);
  assert_dates_alike (first, position, second, other);
  other_names = dup_names (second, other);
  g_assert_cmpstr (names, ==, other_names);
  assert_texts_alike (first, position, second, other);
}

void
assert_timelines_alike (DlTimeline *first, DlTimeline *second)
{
  guint n = dl_timeline_get_n_events (second);

  g_assert_cmpuint (dl_timeline_get_n_events (first), ==, n);
  g_assert_cmpuint (dl_timeline_get_n_topics (first), ==, dl_timeline_get_n_topics (second));
  g_assert_cmpuint (dl_timeline_get_n_people (first), ==, dl_timeline_get_n_people (second));
  g_assert_cmpuint (dl_timeline_get_n_places (first), ==, dl_timeline_get_n_places (second));
  g_assert_cmpuint (dl_timeline_get_n_sources (first), ==, dl_timeline_get_n_sources (second));
  for (guint i = 0; i < n; i++)
    assert_events_alike (first, i, second);
}

void
assert_loaded_alike (DlLoaded *first, DlLoaded *second)
{
  assert_timelines_alike (first->timeline, second->timeline);
  g_assert_cmpuint (first->n_events_in_file, ==, second->n_events_in_file);
  g_assert_cmpuint (first->n_events_lost, ==, second->n_events_lost);
  g_assert_cmpuint (first->problems->len, ==, second->problems->len);
  for (guint i = 0; i < first->problems->len; i++)
    {
      const DlProblem *a = first->problems->pdata[i];
      const DlProblem *b = second->problems->pdata[i];
      g_autofree char *problem = dl_problem_to_string (a);
      g_autofree char *other = dl_problem_to_string (b);
      guint            position;
      guint            other_position;

      g_assert_cmpstr (problem, ==, other);
      g_assert_cmpstr (a->title, ==, b->title);
      position = dl_timeline_find_key (first->timeline, 0, a->key);
      other_position = dl_timeline_find_key (second->timeline, 0, b->key);
      g_assert_cmpint (position == DL_NONE, ==, other_position == DL_NONE);
      if (position != DL_NONE)
        g_assert_cmpstr (dl_timeline_get_record (first->timeline, position)->id, ==,
                         dl_timeline_get_record (second->timeline, other_position)->id);
    }
}
