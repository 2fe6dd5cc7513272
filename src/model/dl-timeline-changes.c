/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-timeline-changes.h"

#include <string.h>

#include <glib/gi18n.h>

#include "model/dl-timeline-private.h"

/* How a reader begins an id that it makes up; the event's number follows. */
#define MADE_UP_ID "event-"

/* Events of one timeline by title and date: the first of each, and after each the next. */
typedef struct
{
  GHashTable *first; /* a record to itself, which is one of an array */
  guint32    *next;
} ByTitle;

/* Both timelines, while it is found out which event is which. */
typedef struct
{
  DlTimeline *before;
  DlTimeline *now;
  guint       n_before;
  guint       n_now;
  guint32    *was;   /* by position now: that before, or DL_NONE */
  guint8     *found; /* by position before: whether it is somewhere now */
} Match;

static gboolean
is_made_up (const char *id)
{
  return g_str_has_prefix (id, MADE_UP_ID) && id[strlen (MADE_UP_ID)] != '\0' &&
         strspn (id + strlen (MADE_UP_ID), "-0123456789") == strlen (id + strlen (MADE_UP_ID));
}

/* By title and date */

static guint
record_hash (gconstpointer data)
{
  const DlEventRecord *record = data;

  return g_str_hash (record->title) * 31 + g_str_hash (record->date_text);
}

static gboolean
record_equal (gconstpointer a, gconstpointer b)
{
  const DlEventRecord *one = a;
  const DlEventRecord *other = b;

  return g_str_equal (one->title, other->title) && g_str_equal (one->date_text, other->date_text);
}

/* Those of before that are not found yet, and whose id is made up, or is not. */
static void
by_title_init (ByTitle *self, const Match *match, gboolean made_up)
{
  const DlEventRecord *records = dl_timeline_get_records (match->before);

  self->first = g_hash_table_new (record_hash, record_equal);
  self->next = g_new (guint32, match->n_before);
  /* The first comes last, and so stands before those that follow it. */
  for (guint position = match->n_before; position-- > 0;)
    {
      const DlEventRecord *record = &records[position];
      const DlEventRecord *after;

      if (match->found[position] || is_made_up (record->id) != made_up)
        continue;
      after = g_hash_table_lookup (self->first, record);
      self->next[position] = after == NULL ? DL_NONE : (guint32) (after - records);
      g_hash_table_replace (self->first, (gpointer) record, (gpointer) record);
    }
}

static void
by_title_clear (ByTitle *self)
{
  g_hash_table_unref (self->first);
  g_free (self->next);
}

/* Takes out the first of before that is called as @record is. Returns: DL_NONE where there is none */
static guint32
by_title_take (ByTitle *self, const Match *match, const DlEventRecord *record)
{
  const DlEventRecord *records = dl_timeline_get_records (match->before);
  const DlEventRecord *found = g_hash_table_lookup (self->first, record);
  guint32              position;

  if (found == NULL)
    return DL_NONE;
  position = (guint32) (found - records);
  if (self->next[position] == DL_NONE)
    g_hash_table_remove (self->first, found);
  else
    g_hash_table_replace (self->first, (gpointer) &records[self->next[position]],
                          (gpointer) &records[self->next[position]]);
  return position;
}

/* Which event is which */

static void
match_one (Match *self, guint now, guint32 before)
{
  if (before == DL_NONE || self->found[before])
    return;
  self->was[now] = before;
  self->found[before] = TRUE;
}

/* But for those whose id is made up and that are called otherwise, unless @all.
 * Returns: how many are left */
static guint
match_by_id (Match *self, gboolean all)
{
  const DlEventRecord *before = dl_timeline_get_records (self->before);
  const DlEventRecord *now = dl_timeline_get_records (self->now);
  guint                n_left = 0;

  for (guint i = 0; i < self->n_now; i++)
    {
      guint32 found = self->was[i] == DL_NONE ? dl_timeline_find (self->before, now[i].id) : DL_NONE;

      if (found != DL_NONE && (all || record_equal (&before[found], &now[i]) || !is_made_up (now[i].id)))
        match_one (self, i, found);
      n_left += self->was[i] == DL_NONE;
    }
  return n_left;
}

/* Where at least one of the two has no id of its own. */
static void
match_by_title (Match *self)
{
  const DlEventRecord *records = dl_timeline_get_records (self->now);
  ByTitle              made_up, named;

  by_title_init (&made_up, self, TRUE);
  by_title_init (&named, self, FALSE);
  for (guint i = 0; i < self->n_now; i++)
    {
      if (self->was[i] != DL_NONE)
        continue;
      match_one (self, i, by_title_take (&made_up, self, &records[i]));
      if (self->was[i] == DL_NONE && is_made_up (records[i].id))
        match_one (self, i, by_title_take (&named, self, &records[i]));
    }
  by_title_clear (&made_up);
  by_title_clear (&named);
}

static void
match_init (Match *self, DlTimeline *before, DlTimeline *now)
{
  self->before = before;
  self->now = now;
  self->n_before = dl_timeline_get_n_events (before);
  self->n_now = dl_timeline_get_n_events (now);
  self->was = g_new (guint32, self->n_now);
  for (guint i = 0; i < self->n_now; i++)
    self->was[i] = DL_NONE;
  self->found = g_new0 (guint8, self->n_before);
  if (match_by_id (self, FALSE) > 0)
    {
      match_by_title (self);
      match_by_id (self, TRUE);
    }
}

static void
match_clear (Match *self)
{
  g_free (self->was);
  g_free (self->found);
}

/* What an event says */

/* Whether what two indexes stand for is called alike. */
#define SAME_NAME(get, field, a, i, b, j)                                                                              \
  ((i) == DL_NONE || (j) == DL_NONE ? (i) == (j) : g_strcmp0 (get (a, i)->field, get (b, j)->field) == 0)

static gboolean
same_references (const Match *self, guint before, guint now)
{
  const DlEventRecord *a = dl_timeline_get_record (self->before, before);
  const DlEventRecord *b = dl_timeline_get_record (self->now, now);
  const guint32       *refs, *others;

  if (a->n_topics != b->n_topics || a->n_people != b->n_people || a->n_sources != b->n_sources ||
      !SAME_NAME (dl_timeline_get_place, name, self->before, a->place, self->now, b->place))
    return FALSE;
  refs = dl_timeline_get_event_topics (self->before, before);
  others = dl_timeline_get_event_topics (self->now, now);
  for (guint i = 0; i < a->n_topics; i++)
    if (!SAME_NAME (dl_timeline_get_topic, name, self->before, refs[i], self->now, others[i]))
      return FALSE;
  refs = dl_timeline_get_event_people (self->before, before);
  others = dl_timeline_get_event_people (self->now, now);
  for (guint i = 0; i < a->n_people; i++)
    if (!SAME_NAME (dl_timeline_get_person, name, self->before, refs[i], self->now, others[i]))
      return FALSE;
  refs = dl_timeline_get_event_sources (self->before, before);
  others = dl_timeline_get_event_sources (self->now, now);
  for (guint i = 0; i < a->n_sources; i++)
    if (!SAME_NAME (dl_timeline_get_source, title, self->before, refs[i], self->now, others[i]))
      return FALSE;
  return TRUE;
}

static gboolean
same_quote (const Match *self, const DlQuote *a, const DlQuote *b)
{
  return g_strcmp0 (a->text, b->text) == 0 && g_strcmp0 (a->speaker_name, b->speaker_name) == 0 &&
         g_strcmp0 (a->language, b->language) == 0 && g_strcmp0 (a->date, b->date) == 0 &&
         g_strcmp0 (a->context, b->context) == 0 && a->exact == b->exact &&
         SAME_NAME (dl_timeline_get_person, name, self->before, a->speaker, self->now, b->speaker) &&
         SAME_NAME (dl_timeline_get_source, title, self->before, a->source, self->now, b->source);
}

static gboolean
same_details (const Match *self, guint before, guint now)
{
  g_autoptr (DlEventDetails) a = dl_timeline_dup_details (self->before, before);
  g_autoptr (DlEventDetails) b = dl_timeline_dup_details (self->now, now);

  if (g_strcmp0 (a->summary, b->summary) != 0 || g_strcmp0 (a->date_note, b->date_note) != 0 ||
      a->quotes->len != b->quotes->len || a->related->len != b->related->len)
    return FALSE;
  for (guint i = 0; i < a->quotes->len; i++)
    if (!same_quote (self, a->quotes->pdata[i], b->quotes->pdata[i]))
      return FALSE;
  for (guint i = 0; i < a->related->len; i++)
    {
      const DlRelation *one = &g_array_index (a->related, DlRelation, i);
      const DlRelation *other = &g_array_index (b->related, DlRelation, i);

      if (one->type != other->type || g_strcmp0 (one->event, other->event) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Whether both are written alike, which spares all that follows. */
static gboolean
same_text (const Match *self, guint before, guint now)
{
  return dl_timeline_is_written_alike (self->before, dl_timeline_get_record (self->before, before)->origin, self->now,
                                       dl_timeline_get_record (self->now, now)->origin);
}

static gboolean
same_event (const Match *self, guint before, guint now)
{
  const DlEventRecord *a = dl_timeline_get_record (self->before, before);
  const DlEventRecord *b = dl_timeline_get_record (self->now, now);

  return same_text (self, before, now) ||
         (record_equal (a, b) && a->status == b->status && a->importance == b->importance &&
          same_references (self, before, now) && same_details (self, before, now));
}

/* Public */

DlTimelineChanges *
dl_timeline_changes_new (DlTimeline *before, DlTimeline *now)
{
  DlTimelineChanges *self;
  Match              match;
  guint              n_same = 0;

  g_return_val_if_fail (DL_IS_TIMELINE (before), NULL);
  g_return_val_if_fail (DL_IS_TIMELINE (now), NULL);
  match_init (&match, before, now);
  self = g_new0 (DlTimelineChanges, 1);
  self->timeline = g_object_ref (now);
  self->added = dl_event_set_new (match.n_now);
  self->changed = dl_event_set_new (match.n_now);
  for (guint i = 0; i < match.n_now; i++)
    {
      n_same += match.was[i] != DL_NONE;
      if (match.was[i] == DL_NONE)
        dl_event_set_add (self->added, i);
      else if (!same_event (&match, match.was[i], i))
        dl_event_set_add (self->changed, i);
    }
  self->n_gone = match.n_before - n_same;
  match_clear (&match);
  return self;
}

void
dl_timeline_changes_free (DlTimelineChanges *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->timeline);
  dl_event_set_unref (self->added);
  dl_event_set_unref (self->changed);
  g_free (self);
}

gboolean
dl_timeline_changes_is_empty (const DlTimelineChanges *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return dl_event_set_get_n (self->added) == 0 && dl_event_set_get_n (self->changed) == 0 && self->n_gone == 0;
}

/* @list: (transfer full) (nullable); @item: (transfer full) */
static char *
append (char *list, char *item)
{
  g_autofree char *before = list;
  g_autofree char *last = item;

  if (before == NULL)
    return g_steal_pointer (&last);
  /* Translators: two of "2 added", "1 changed", "1 gone", one after the other. */
  return g_strdup_printf (C_ ("changes", "%s, %s"), before, last);
}

char *
dl_timeline_changes_dup_words (const DlTimelineChanges *self)
{
  char *words = NULL;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);
  n = dl_event_set_get_n (self->added);
  if (n > 0)
    /* Translators: events that have come into a file that was saved again. */
    words = append (words, g_strdup_printf (ngettext ("%'u added", "%'u added", n), n));
  n = dl_event_set_get_n (self->changed);
  if (n > 0)
    /* Translators: events of a file that was saved again. */
    words = append (words, g_strdup_printf (ngettext ("%'u changed", "%'u changed", n), n));
  n = self->n_gone;
  if (n > 0)
    /* Translators: events that are not in a file any more that was saved again. */
    words = append (words, g_strdup_printf (ngettext ("%'u gone", "%'u gone", n), n));
  return words;
}

DlEventSet *
dl_timeline_find_events (DlTimeline *told, DlTimeline *timeline, DlEventSet *events)
{
  g_autoptr (DlEventSet) set = NULL;

  g_return_val_if_fail (DL_IS_TIMELINE (told), NULL);
  g_return_val_if_fail (DL_IS_TIMELINE (timeline), NULL);
  if (events == NULL || dl_event_set_get_n (events) == 0)
    return NULL;
  if (told == timeline)
    return dl_event_set_ref (events);
  set = dl_event_set_new (dl_timeline_get_n_events (told));
  for (guint i = dl_event_set_step (events, DL_NONE, 1); i != DL_NONE; i = dl_event_set_step (events, i, 1))
    {
      guint position = dl_timeline_find (told, dl_timeline_get_record (timeline, i)->id);

      if (position != DL_NONE)
        dl_event_set_add (set, position);
    }
  return dl_event_set_get_n (set) == 0 ? NULL : g_steal_pointer (&set);
}

guint
dl_timeline_find_again (DlTimeline *now, DlTimeline *before, guint position)
{
  const DlEventRecord *record, *records;
  guint                found;

  g_return_val_if_fail (DL_IS_TIMELINE (now), DL_NONE);
  record = dl_timeline_get_record (before, position);
  records = dl_timeline_get_records (now);
  found = dl_timeline_find (now, record->id);
  if (!is_made_up (record->id) || (found != DL_NONE && record_equal (&records[found], record)))
    return found;
  for (guint i = 0; i < dl_timeline_get_n_events (now); i++)
    if (record_equal (&records[i], record))
      return i;
  return found;
}
