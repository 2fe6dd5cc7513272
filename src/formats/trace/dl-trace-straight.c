/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A trace as a timeline at once. Traces have a million events sooner than any other file, and an
 * event of one takes more text in Dateline's own format than in the trace: so none is written, and
 * the details are read from the trace. */
#include "formats/trace/dl-trace-straight.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/dl-event-queue.h"
#include "formats/trace/dl-trace-list.h"
#include "formats/trace/dl-trace-time.h"
#include "formats/trace/dl-trace-walk.h"
#include "model/dl-timeline-builder.h"
#include "time/dl-date-plain.h"

/* Events are shorter than this in few traces. */
#define EVENT_BYTES 100

typedef struct
{
  DlTimelineBuilder *builder;
  DlStringArena     *strings;
  DlTraceClock       clock;
  const char        *nameless;
  DlEventQueue       queue;
} Maker;

/* The title where it stands in the text, between quotes. @length: (out) */
static const char *
find_title (const DlLiteral *name, gsize *length)
{
  const char *start = name->text + name->at + 1;
  const char *end;

  if (name->kind != DL_LITERAL_STRING || start[-1] != '"')
    return NULL;
  end = memchr (start, '"', name->length - name->at - 1);
  if (end == NULL || memchr (start, '\\', (gsize) (end - start)) != NULL || (end[1] != ',' && end[1] != '}'))
    return NULL;
  *length = (gsize) (end - start);
  return start;
}

/* Returns: NULL for one that is not plain */
static const char *
keep_title (Maker *self, const DlTraceEvent *event)
{
  gsize            length = 0;
  const char      *title = find_title (&event->members[DL_TRACE_NAME], &length);
  g_autofree char *made = NULL;

  if (title == NULL || length == 0)
    {
      made = dl_trace_event_dup_title (event);
      title = made != NULL ? made : self->nameless;
      length = strlen (title);
    }
  for (; length > 0 && g_ascii_isspace (*title); length--)
    title++;
  while (length > 0 && g_ascii_isspace (title[length - 1]))
    length--;
  return dl_event_queue_is_plain (title, length) ? dl_string_arena_add (self->strings, title, length) : NULL;
}

static const char *
keep_date (Maker *self, const DlTraceEvent *event, DlDate *date)
{
  char      text[2 * DL_TRACE_TIME_BYTES + 1];
  DlInstant start = dl_trace_get_instant (event->start);
  gsize     n = dl_trace_clock_write (&self->clock, event->start, event->start_step, text);
  gboolean  made = FALSE;

  if (event->end == DL_TRACE_OPEN)
    {
      memcpy (text + n, "/..", 3);
      n += 3;
    }
  else if (event->end > event->start)
    {
      text[n] = '/';
      n += 1 + dl_trace_clock_write (&self->clock, event->end, event->end_step, text + n + 1);
      made = dl_date_from_moments (start, event->start_step, dl_trace_get_instant (event->end), event->end_step, date);
    }
  else
    {
      dl_date_from_moment (start, event->start_step, date);
      made = TRUE;
    }
  if (!made && !dl_date_parse (text, (gssize) n, date, NULL))
    return NULL;
  dl_date_resolve (date, NULL);
  return dl_string_arena_add (self->strings, text, n);
}

static gboolean
put_event (const DlTraceEvent *event, gpointer data)
{
  Maker        *self = data;
  DlEventRecord record = { .place = DL_NONE,
                           .importance = DL_IMPORTANCE_UNSET,
                           .status = DL_STATUS_HAPPENED,
                           .origin = event->at,
                           .n_topics = 1 };
  guint32       lane = event->lane;
  DlDate        date;

  record.title = keep_title (self, event);
  record.date_text = record.title != NULL ? keep_date (self, event, &date) : NULL;
  if (record.date_text == NULL)
    return FALSE;
  dl_event_queue_push (&self->queue, &record, &date, &lane);
  return !self->queue.failed;
}

/* Lanes that a table of topics would call otherwise go by the way of a draft, and so does what is in none. */
static gboolean
add_lanes (Maker *self, DlTraceWalk *walk)
{
  for (guint i = 0; i < walk->lanes->len; i++)
    {
      const DlTraceLane *lane = walk->lanes->pdata[i];
      g_autofree char   *name = dl_trace_walk_dup_name (walk, i);

      if (!dl_trace_lane_is_told (lane) || !dl_event_queue_is_plain (lane->key, strlen (lane->key)) ||
          !dl_event_queue_is_plain (name, strlen (name)) ||
          dl_timeline_builder_add_topic (self->builder, &(DlTopic){ .id = lane->key, .name = name }) != i)
        return FALSE;
    }
  return TRUE;
}

/* The arguments of the event that begins at @key. Returns: (nullable) */
static const char *
get_arguments (guint64 key, GBytes *bytes, gsize *length)
{
  DlLiteral event = { .at = (gsize) key, .kind = DL_LITERAL_OBJECT };
  DlLiteral members[DL_TRACE_N_MEMBERS];

  event.text = g_bytes_get_data (bytes, &event.length);
  dl_literal_get_members (&event, dl_trace_names, members);
  return dl_trace_get_arguments (members, length);
}

static DlEventDetails *
read_details (guint64 key, gpointer bytes)
{
  DlEventDetails *details = dl_event_details_new ();
  gsize           length;
  const char     *arguments = get_arguments (key, bytes, &length);

  if (arguments != NULL)
    details->summary = g_strndup (arguments, length);
  return details;
}

static void
walk_texts (guint64 key, gpointer bytes, DlEventTextFunc func, gpointer data)
{
  DlEventText text = { .kind = DL_EVENT_TEXT_SUMMARY, .quote = DL_NONE, .source = DL_NONE };

  text.text = get_arguments (key, bytes, &text.length);
  if (text.text != NULL)
    func (&text, data);
}

DlTimeline *
dl_trace_read_straight (DlInput *input, GBytes *text, DlDraft *told, guint *n_events, GError **error)
{
  g_autoptr (DlTimelineBuilder) builder = dl_timeline_builder_new ();
  g_autoptr (DlStringArena)     strings = dl_string_arena_new ();
  Maker                         self = { .builder = builder, .strings = strings, .nameless = _ ("(without a title)") };
  DlTraceWalk                   walk;
  DlLiteral                     list;
  gint64                        base;
  gboolean                      done;

  if (!dl_trace_find_list (input, &list, &base))
    return NULL;
  dl_timeline_builder_add_part (builder, input->length, read_details, g_bytes_ref (text),
                                (GDestroyNotify) g_bytes_unref);
  dl_timeline_builder_set_texts_func (builder, walk_texts);
  dl_timeline_builder_reserve (builder, (guint) MIN (input->length / EVENT_BYTES, G_MAXUINT / 2));
  dl_trace_walk_init (&walk, told, base, put_event, &self);
  dl_event_queue_init (&self.queue, builder, strings, 0);
  done = dl_trace_walk_go (&walk, input, &list, error);
  *n_events = dl_event_queue_end (&self.queue);
  done = done && *n_events > 0 && !self.queue.failed && add_lanes (&self, &walk);
  dl_event_queue_clear (&self.queue);
  dl_trace_walk_clear (&walk);
  if (!done)
    return NULL;
  dl_timeline_builder_take_strings (builder, strings);
  return dl_timeline_builder_end (builder);
}
