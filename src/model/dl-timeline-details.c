/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which part of a timeline an event came with, and what that has kept of its text. */
#include "model/dl-timeline-private.h"

#include <string.h>

/* The last element of @array that begins no later than @origin; its elements begin with an
 * origin each, and are in the order of these. Returns: its index, or DL_NONE */
static guint
find_last (const GArray *array, guint64 origin)
{
  gsize size = g_array_get_element_size ((GArray *) array);
  guint low = 0;
  guint high = array->len;

  while (low < high)
    {
      guint   middle = low + (high - low) / 2;
      guint64 begin;

      memcpy (&begin, array->data + middle * size, sizeof begin);
      if (begin <= origin)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? low - 1 : DL_NONE;
}

/* The part that an event of that origin came with, or DL_NONE. */
static guint
find_part (DlTimeline *self, guint64 origin)
{
  G_STATIC_ASSERT (G_STRUCT_OFFSET (DlTimelinePart, origin) == 0);
  return find_last (self->parts, origin);
}

/* The file that an event of that origin was taken from, or DL_NONE. */
static guint
find_file (DlTimeline *self, guint64 origin)
{
  guint run = find_last (self->runs, origin);

  G_STATIC_ASSERT (G_STRUCT_OFFSET (DlFileRun, origin) == 0);
  return run != DL_NONE ? g_array_index (self->runs, DlFileRun, run).file : DL_NONE;
}

guint
dl_timeline_get_part (DlTimeline *self, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  g_return_val_if_fail (record != NULL, DL_NONE);
  return find_part (self, record->origin);
}

guint
dl_timeline_find_key (DlTimeline *self, guint part, guint64 key)
{
  guint64 origin;

  g_return_val_if_fail (DL_IS_TIMELINE (self), DL_NONE);
  if (part >= self->parts->len)
    return DL_NONE;
  origin = g_array_index (self->parts, DlTimelinePart, part).origin + key;
  for (guint i = 0; i < self->n_records; i++)
    if (self->records[i].origin == origin)
      return i;
  return DL_NONE;
}

guint64
dl_timeline_get_key (DlTimeline *self, guint position)
{
  guint part = dl_timeline_get_part (self, position);

  if (part == DL_NONE)
    return 0;
  return self->records[position].origin - g_array_index (self->parts, DlTimelinePart, part).origin;
}

guint
dl_timeline_get_n_files (DlTimeline *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE (self), 0);
  return self->files->len;
}

const DlTimelineFile *
dl_timeline_get_file (DlTimeline *self, guint index)
{
  g_return_val_if_fail (index < self->files->len, NULL);
  return &g_array_index (self->files, DlTimelineFile, index);
}

guint
dl_timeline_get_event_file (DlTimeline *self, guint position)
{
  const DlEventRecord *record;

  if (self->files->len == 0)
    return DL_NONE;
  if (self->runs == NULL)
    return dl_timeline_get_part (self, position);
  record = dl_timeline_get_record (self, position);
  g_return_val_if_fail (record != NULL, DL_NONE);
  return find_file (self, record->origin);
}

DlEventDetails *
dl_timeline_dup_details_of (DlTimeline *self, guint64 origin)
{
  guint                 index = find_part (self, origin);
  const DlTimelinePart *part;

  if (index == DL_NONE)
    return NULL;
  part = &g_array_index (self->parts, DlTimelinePart, index);
  return part->func (origin - part->origin, part->data);
}

DlEventDetails *
dl_timeline_dup_details (DlTimeline *self, guint position)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);
  DlEventDetails      *details = record == NULL ? NULL : dl_timeline_dup_details_of (self, record->origin);

  return details != NULL ? details : dl_event_details_new ();
}

/* Returns: whether to go on */
static gboolean
tell_text (const char *string, DlEventTextKind kind, guint quote, guint32 source, DlEventTextFunc func, gpointer data)
{
  DlEventText text = { kind, string, string == NULL ? 0 : strlen (string), quote, source };

  return text.length == 0 || func (&text, data);
}

/* The same of details that have been read. */
static void
tell_texts (const DlEventDetails *details, DlEventTextFunc func, gpointer data)
{
  gboolean on = tell_text (details->summary, DL_EVENT_TEXT_SUMMARY, DL_NONE, DL_NONE, func, data) &&
                tell_text (details->date_note, DL_EVENT_TEXT_DATE_NOTE, DL_NONE, DL_NONE, func, data);

  for (guint i = 0; on && i < details->quotes->len; i++)
    {
      const DlQuote *quote = g_ptr_array_index (details->quotes, i);

      on = tell_text (quote->text, DL_EVENT_TEXT_QUOTE, i, quote->source, func, data) &&
           tell_text (quote->context, DL_EVENT_TEXT_CONTEXT, i, DL_NONE, func, data) &&
           tell_text (quote->speaker_name, DL_EVENT_TEXT_SPEAKER, i, DL_NONE, func, data);
    }
}

gboolean
dl_timeline_is_written_alike (DlTimeline *self, guint64 origin, DlTimeline *other, guint64 other_origin)
{
  guint                 index = find_part (self, origin);
  guint                 other_index = find_part (other, other_origin);
  const DlTimelinePart *one, *two;

  if (index == DL_NONE || other_index == DL_NONE)
    return FALSE;
  one = &g_array_index (self->parts, DlTimelinePart, index);
  two = &g_array_index (other->parts, DlTimelinePart, other_index);
  return one->same != NULL && one->same == two->same &&
         one->same (origin - one->origin, one->data, other_origin - two->origin, two->data);
}

void
dl_timeline_walk_texts_of (DlTimeline *self, guint64 origin, DlEventTextFunc func, gpointer data)
{
  guint                      index = find_part (self, origin);
  const DlTimelinePart      *part;
  g_autoptr (DlEventDetails) details = NULL;

  if (index == DL_NONE)
    return;
  part = &g_array_index (self->parts, DlTimelinePart, index);
  if (part->texts != NULL)
    {
      part->texts (origin - part->origin, part->data, func, data);
      return;
    }
  details = part->func (origin - part->origin, part->data);
  if (details != NULL)
    tell_texts (details, func, data);
}

void
dl_timeline_walk_texts (DlTimeline *self, guint position, DlEventTextFunc func, gpointer data)
{
  const DlEventRecord *record = dl_timeline_get_record (self, position);

  g_return_if_fail (func != NULL);
  if (record != NULL)
    dl_timeline_walk_texts_of (self, record->origin, func, data);
}
