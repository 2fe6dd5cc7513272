/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Traces of Chrome and of what writes like it. Their times count from an arbitrary zero,
 * which is put at 1970-01-01T00:00:00: a trace that counts from there is right then,
 * and of any other it is told that its dates mean nothing. */
#include "formats/trace/dl-trace.h"

#include <glib/gi18n.h>

#include "formats/trace/dl-trace-straight.h"
#include "formats/trace/dl-trace-list.h"
#include "formats/trace/dl-trace-time.h"
#include "formats/trace/dl-trace-walk.h"

typedef struct
{
  DlDraft     *draft;
  DlTraceWalk *walk;
  DlTraceClock clock;
  GString     *date;
} Writer;

static gboolean
sniff (DlInput *input)
{
  DlLiteral list;
  gint64    base;

  return dl_trace_find_list (input, &list, &base);
}

static void
append_time (Writer *self, gint64 nanos, gint32 step)
{
  char text[DL_TRACE_TIME_BYTES];

  g_string_append_len (self->date, text, (gssize) dl_trace_clock_write (&self->clock, nanos, step, text));
}

static gboolean
put_event (const DlTraceEvent *event, gpointer data)
{
  Writer            *self = data;
  const DlTraceLane *lane = self->walk->lanes->pdata[event->lane];
  g_autofree char   *title = dl_trace_event_dup_title (event);
  const char        *arguments;
  gsize              length;

  dl_draft_begin_event (self->draft, event->at);
  dl_draft_put_title (self->draft, title != NULL ? title : _ ("(without a title)"));
  arguments = dl_trace_get_arguments (event->members, &length);
  if (arguments != NULL)
    {
      g_autofree char *summary = g_strndup (arguments, length);

      dl_draft_put_summary (self->draft, summary);
    }
  g_string_truncate (self->date, 0);
  append_time (self, event->start, event->start_step);
  if (event->end == DL_TRACE_OPEN)
    g_string_append (self->date, "/..");
  else if (event->end > event->start)
    {
      g_string_append_c (self->date, '/');
      append_time (self, event->end, event->end_step);
    }
  dl_draft_put_date (self->draft, self->date->str);
  if (dl_trace_lane_is_told (lane))
    dl_draft_put_topic (self->draft, lane->key);
  dl_draft_end_event (self->draft);
  return TRUE;
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  g_autoptr (GString) date = g_string_new (NULL);
  DlTraceWalk         walk;
  Writer              self = { draft, &walk, { 0 }, date };
  DlLiteral           list;
  gint64              base;
  gboolean            done;

  if (!dl_trace_find_list (input, &list, &base))
    return TRUE;
  dl_trace_walk_init (&walk, draft, base, put_event, &self);
  done = dl_trace_walk_go (&walk, input, &list, error);
  for (guint i = 0; done && i < walk.lanes->len; i++)
    {
      const DlTraceLane *lane = walk.lanes->pdata[i];
      g_autofree char   *name = dl_trace_walk_dup_name (&walk, i);

      if (dl_trace_lane_is_told (lane))
        dl_draft_add_topic (draft, lane->key, name, NULL);
    }
  dl_trace_walk_clear (&walk);
  return done;
}

const DlFormat dl_format_trace = {
  .nick = "chrome-trace",
  .label = N_ ("Chrome trace"),
  .endings = "json",
  .sniff = sniff,
  .read = read_file,
  .read_straight = dl_trace_read_straight,
};
