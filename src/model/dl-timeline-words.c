/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a timeline tells people in a line: its dates, and of what it is. */
#include "model/dl-timeline-private.h"

#include <glib/gi18n.h>

#include "time/dl-words.h"

char *
dl_timeline_dup_words (DlTimeline *self, const char *edtf, guint flags)
{
  return dl_words_from_edtf (edtf, (DlWordsFlags) flags | DL_WORDS_ZONE, self->zone);
}

char *
dl_timeline_dup_date_words (DlTimeline *self, guint position, guint flags)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  if (record->status == DL_STATUS_PLANNED)
    flags |= DL_WORDS_PLANNED;
  return dl_timeline_dup_words (self, record->date_text, flags);
}

/* Whether the clocks show @edtf alike, told with @flags and in @zone, and as
 * the axis has it. */
static gboolean
is_as_on_axis (DlTimeline *self, const char *edtf, DlWordsFlags flags, const DlZone *zone)
{
  g_autofree char *told = dl_words_from_edtf (edtf, flags, zone);
  g_autofree char *on_axis = dl_words_from_edtf (edtf, DL_WORDS_NONE, self->zone);

  return g_str_equal (told, on_axis);
}

char *
dl_timeline_dup_written_words (DlTimeline *self, const char *edtf)
{
  if (is_as_on_axis (self, edtf, DL_WORDS_AS_WRITTEN, NULL))
    return NULL;
  return dl_words_from_edtf (edtf, DL_WORDS_ZONE | DL_WORDS_AS_WRITTEN, NULL);
}

char *
dl_timeline_dup_local_words (DlTimeline *self, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);
  const DlZone        *zone = record->place == DL_NONE ? NULL : dl_timeline_get_place (self, record->place)->timezone;
  g_autofree char     *written = NULL;
  g_autofree char     *local = NULL;

  if (zone == NULL || is_as_on_axis (self, record->date_text, DL_WORDS_NONE, zone))
    return NULL;
  written = dl_words_from_edtf (record->date_text, DL_WORDS_AS_WRITTEN, NULL);
  local = dl_words_from_edtf (record->date_text, DL_WORDS_NONE, zone);
  return g_str_equal (written, local) ? NULL : dl_words_from_edtf (record->date_text, DL_WORDS_ZONE, zone);
}

/* "15 events", and of how many where others are dimmed or left out. */
static char *
count_events (DlTimeline *self, DlEventSet *shown)
{
  guint n = shown == NULL ? self->n_records : dl_event_set_get_n (shown);
  guint n_whole = self->n_records + self->n_left_out - self->n_off;

  if (shown == NULL && (!self->is_filtered || self->is_only_off))
    return g_strdup_printf (ngettext ("%'u event", "%'u events", n), n);
  /* Translators: how many events a filter lets through, and how many there are: "214 of 2,052 events". */
  return g_strdup_printf (ngettext ("%'u of %'u event", "%'u of %'u events", n_whole), n, n_whole);
}

static guint
count_quotes (DlTimeline *self, DlEventSet *shown)
{
  guint n = 0;

  if (shown == NULL)
    return self->n_quotes;
  for (guint i = dl_event_set_step (shown, DL_NONE, 1); i != DL_NONE; i = dl_event_set_step (shown, i, 1))
    n += self->records[i].n_quotes;
  return n;
}

char *
dl_timeline_dup_caption (DlTimeline *self, DlEventSet *shown)
{
  g_autofree char *events = NULL;
  g_autofree char *quotes = NULL;
  g_autofree char *as_of = NULL;
  g_autofree char *date = NULL;
  guint            n_quotes;

  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  events = count_events (self, shown);
  n_quotes = count_quotes (self, shown);
  if (n_quotes > 0)
    quotes = g_strdup_printf (ngettext ("%'u quote", "%'u quotes", n_quotes), n_quotes);
  if (self->has_as_of)
    {
      date = dl_timeline_dup_words (self, self->as_of_text, DL_WORDS_NONE);
      as_of = g_strdup_printf (_ ("As of %s"), date);
    }
  /* Three facts side by side, not a sentence. */
  if (as_of != NULL)
    return quotes != NULL ? g_strjoin (" · ", as_of, events, quotes, NULL) : g_strjoin (" · ", as_of, events, NULL);
  return quotes != NULL ? g_strjoin (" · ", events, quotes, NULL) : g_steal_pointer (&events);
}

char *
dl_timeline_dup_caption_between (DlTimeline *self, DlEventSet *shown, DlInstant from, DlInstant to)
{
  g_autoptr (DlEventSet) seen = NULL;
  guint                  n_beyond = 0;

  g_return_val_if_fail (DL_IS_TIMELINE (self), NULL);
  seen = dl_event_set_new (self->n_records);
  for (guint i = 0; i < self->n_records; i++)
    {
      if (!dl_event_record_meets (&self->records[i], from, to))
        n_beyond++;
      else if (shown == NULL || dl_event_set_contains (shown, i))
        dl_event_set_add (seen, i);
    }
  return dl_timeline_dup_caption (self, n_beyond > 0 ? seen : shown);
}
