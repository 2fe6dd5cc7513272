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

/* A time on both sides of a stroke */
#define DATE_BYTES (2 * DL_TRACE_TIME_BYTES + 1)

typedef struct
{
  DlTimelineBuilder *builder;
  DlTraceClock       clock;
  const char        *nameless;
  DlEventQueue      *queue;
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

/* @made: (out): what it stands in where it does not stand in the trace
 * Returns: whether it is plain */
static gboolean
get_title (Maker *self, const DlTraceEvent *event, DlQueuedText *title, char **made)
{
  title->text = find_title (&event->members[DL_TRACE_NAME], &title->length);
  if (title->text == NULL || title->length == 0)
    {
      *made = dl_trace_event_dup_title (event);
      title->text = *made != NULL ? *made : self->nameless;
      title->length = strlen (title->text);
    }
  for (; title->length > 0 && g_ascii_isspace (*title->text); title->length--)
    title->text++;
  while (title->length > 0 && g_ascii_isspace (title->text[title->length - 1]))
    title->length--;
  return dl_event_queue_is_plain (title->text, title->length);
}

/* @text: (array fixed-size=DATE_BYTES) (out)
 * Returns: its length. @date: (out): %NULL where it is to be read from @text, else @made */
static gsize
get_date (Maker *self, const DlTraceEvent *event, char *text, DlDate *made, const DlDate **date)
{
  DlInstant start = dl_trace_get_instant (event->start);
  gsize     n = dl_trace_clock_write (&self->clock, event->start, event->start_step, text);

  *date = NULL;
  if (event->end == DL_TRACE_OPEN)
    {
      memcpy (text + n, "/..", 3);
      n += 3;
    }
  else if (event->end > event->start)
    {
      text[n] = '/';
      n += 1 + dl_trace_clock_write (&self->clock, event->end, event->end_step, text + n + 1);
      if (dl_date_from_moments (start, event->start_step, dl_trace_get_instant (event->end), event->end_step, made))
        *date = made;
    }
  else
    {
      dl_date_from_moment (start, event->start_step, made);
      *date = made;
    }
  return n;
}

static gboolean
put_event (const DlTraceEvent *event, gpointer data)
{
  Maker           *self = data;
  DlQueuedEvent    queued = { .record = { .place = DL_NONE,
                                          .importance = DL_IMPORTANCE_UNSET,
                                          .status = DL_STATUS_HAPPENED,
                                          .origin = event->at,
                                          .n_topics = 1 } };
  guint32          lane = event->lane;
  g_autofree char *made = NULL;
  char             text[DATE_BYTES];
  DlDate           date;

  if (!get_title (self, event, &queued.title, &made))
    return FALSE;
  queued.date_text = (DlQueuedText){ text, get_date (self, event, text, &date, &queued.date) };
  queued.refs = &lane;
  dl_event_queue_push (self->queue, &queued);
  return !dl_event_queue_has_failed (self->queue);
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
  g_autoptr (DlEventQueue)      queue = dl_event_queue_new (builder, 0);
  Maker                         self = { .builder = builder, .queue = queue, .nameless = _ ("(without a title)") };
  DlTraceWalk                   walk;
  DlLiteral                     list;
  gint64                        base;
  gboolean                      done;
  gboolean                      met;

  if (!dl_trace_find_list (input, &list, &base))
    return NULL;
  dl_timeline_builder_add_part (builder, input->length, read_details, g_bytes_ref (text),
                                (GDestroyNotify) g_bytes_unref);
  dl_timeline_builder_set_texts_func (builder, walk_texts);
  dl_timeline_builder_reserve (builder, (guint) MIN (input->length / EVENT_BYTES, G_MAXUINT / 2));
  dl_trace_walk_init (&walk, told, base, put_event, &self);
  done = dl_trace_walk_go (&walk, input, &list, error);
  done = dl_event_queue_end (queue, n_events, &met) && done && *n_events > 0 && add_lanes (&self, &walk);
  dl_trace_walk_clear (&walk);
  if (!done)
    return NULL;
  return dl_timeline_builder_end (builder);
}
