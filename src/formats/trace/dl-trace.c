/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Traces of Chrome and of what writes like it. Their times count from an arbitrary zero,
 * which is put at 1970-01-01T00:00:00: a trace that counts from there is right then,
 * and any other is told to be not. */
#include "formats/trace/dl-trace.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "formats/dl-json-text.h"
#include "time/dl-calendar.h"

/* Arguments longer than this are no summary. */
#define MAX_ARGUMENT_BYTES 4000
#define NANOS 1000000000
/* The most microseconds whose nanoseconds an integer holds. */
#define MAX_MICROS 9e15

enum
{
  EVENT_PHASE,
  EVENT_NAME,
  EVENT_TIME,
  EVENT_DURATION,
  EVENT_PROCESS,
  EVENT_THREAD,
  EVENT_ID,
  EVENT_CATEGORY,
  EVENT_ARGUMENTS,
  EVENT_ID2,
  N_EVENT_MEMBERS,
};
static const char *const event_names[] = { "ph", "name", "ts", "dur", "pid", "tid", "id", "cat", "args", "id2", NULL };

/* What has begun. */
typedef struct
{
  DlLiteral event;
  gint64    start;
} Begun;

/* A thread of a process. */
typedef struct
{
  char   *process;
  char   *thread;
  char   *name;  /* of the thread; nullable */
  GArray *begun; /* of Begun; nullable */
} Lane;

typedef struct
{
  DlDraft    *draft;
  DlLiteral   root;
  GHashTable *lanes;     /* "pid/tid" to Lane */
  GHashTable *processes; /* pid to its name */
  GHashTable *begun;     /* asynchronous ones, key to Begun */
  GPtrArray  *order;     /* keys of lanes */
  GString    *key;
  GString    *date;
  guint       index; /* of the element that is read */
  guint       n_samples;
  gsize       sample_at;
} Reader;

static void
lane_free (gpointer data)
{
  Lane *lane = data;

  g_free (lane->process);
  g_free (lane->thread);
  g_free (lane->name);
  g_clear_pointer (&lane->begun, g_array_unref);
  g_free (lane);
}

/* The list of events. */
static gboolean
find_list (DlInput *input, DlLiteral *list)
{
  DlLiteral     root = dl_input_get_literal (input, 0);
  DlLiteral     key;
  DlLiteral     value;
  DlLiteral     members[N_EVENT_MEMBERS];
  DlLiteralIter iter;

  dl_literal_iter_init (&iter, &root);
  if (root.kind == DL_LITERAL_OBJECT)
    {
      while (dl_literal_iter_peek (&iter, &key, &value))
        {
          if (dl_literal_is (&key, "traceEvents") && value.kind == DL_LITERAL_LIST)
            {
              *list = value;
              return TRUE;
            }
          if (!dl_literal_iter_pass (&iter))
            return FALSE;
        }
      return FALSE;
    }
  if (root.kind != DL_LITERAL_LIST)
    return FALSE;
  *list = root;
  for (guint n = 0; n < 5 && dl_literal_iter_next (&iter, NULL, &value); n++)
    {
      if (value.kind != DL_LITERAL_OBJECT)
        return FALSE;
      dl_literal_get_members (&value, event_names, members);
      if (members[EVENT_PHASE].kind == DL_LITERAL_STRING &&
          (members[EVENT_TIME].kind != DL_LITERAL_NOTHING || members[EVENT_PROCESS].kind != DL_LITERAL_NOTHING))
        return TRUE;
    }
  return FALSE;
}

static gboolean
sniff (DlInput *input)
{
  DlLiteral list;

  return find_list (input, &list);
}

/* Microseconds as nanoseconds. */
static gboolean
get_nanos (const DlLiteral *value, gint64 *nanos)
{
  double micros;

  if (!dl_literal_get_number (value, &micros) || !(fabs (micros) < MAX_MICROS))
    return FALSE;
  *nanos = (gint64) llround (micros * 1000);
  return TRUE;
}

/* @n digits of @number, with a @mark before them. Returns: behind them */
static char *
write_digits (char *out, char mark, int number, int n)
{
  *out++ = mark;
  for (int i = n - 1; i >= 0; i--, number /= 10)
    out[i] = (char) ('0' + number % 10);
  return out + n;
}

/* By hand: there are two in each of a million events. */
static void
append_time (GString *out, gint64 nanos)
{
  gint64  seconds = nanos / NANOS - (nanos % NANOS < 0);
  int     part = (int) (nanos - seconds * NANOS);
  DlCivil civil = dl_calendar_from_instant (DL_INSTANT (seconds));
  int     digits = 9;
  char    text[64];
  char   *end;

  while (digits > 3 && part % 1000 == 0)
    {
      part /= 1000;
      digits -= 3;
    }
  /* Years of four digits: none is further from 1970 than nanoseconds count. */
  end = write_digits (text, ' ', (int) civil.year, 4);
  end = write_digits (end, '-', civil.month, 2);
  end = write_digits (end, '-', civil.day, 2);
  end = write_digits (end, 'T', civil.hour, 2);
  end = write_digits (end, ':', civil.minute, 2);
  end = write_digits (end, ':', civil.second, 2);
  end = write_digits (end, '.', part, digits);
  g_string_append_len (out, text + 1, end - text - 1);
}

/* A process, thread or id as text; "" for none. */
static void
append_text (GString *out, const DlLiteral *value)
{
  if (value->kind == DL_LITERAL_NUMBER)
    g_string_append_len (out, value->text + value->at, (gssize) (dl_literal_get_end (value) - value->at));
  else
    {
      g_autofree char *text = dl_literal_dup_text (value);

      g_string_append (out, text != NULL ? text : "");
    }
}

static Lane *
get_lane (Reader *self, const DlLiteral *members)
{
  Lane *lane;
  gsize slash;

  g_string_truncate (self->key, 0);
  append_text (self->key, &members[EVENT_PROCESS]);
  slash = self->key->len;
  g_string_append_c (self->key, '/');
  append_text (self->key, &members[EVENT_THREAD]);
  lane = g_hash_table_lookup (self->lanes, self->key->str);
  if (lane == NULL)
    {
      lane = g_new0 (Lane, 1);
      lane->process = g_strndup (self->key->str, slash);
      lane->thread = g_strdup (self->key->str + slash + 1);
      g_ptr_array_add (self->order, g_strdup (self->key->str));
      g_hash_table_insert (self->lanes, g_strdup (self->key->str), lane);
    }
  return lane;
}

/* Puts one event. @end: G_MININT64: it is a moment, G_MAXINT64: it is not over */
static void
put_event (Reader *self, const DlLiteral *event, const DlLiteral *members, gint64 start, gint64 end)
{
  g_autofree char *name = dl_literal_dup_text (&members[EVENT_NAME]);
  g_autofree char *category = name == NULL || *name == '\0' ? dl_literal_dup_text (&members[EVENT_CATEGORY]) : NULL;

  get_lane (self, members);
  dl_draft_begin_event (self->draft, event->at);
  dl_draft_put_title (self->draft, category != NULL && *category != '\0' ? category : name);
  if (dl_literal_count (&members[EVENT_ARGUMENTS], 1) > 0)
    {
      gsize length = dl_literal_get_end (&members[EVENT_ARGUMENTS]) - members[EVENT_ARGUMENTS].at;

      if (length <= MAX_ARGUMENT_BYTES)
        {
          g_autofree char *arguments = g_strndup (event->text + members[EVENT_ARGUMENTS].at, length);

          dl_draft_put_summary (self->draft, arguments);
        }
    }
  if ((name == NULL || *name == '\0') && (category == NULL || *category == '\0'))
    dl_draft_put_title (self->draft, _ ("(without a title)"));
  g_string_truncate (self->date, 0);
  append_time (self->date, start);
  if (end == G_MAXINT64)
    g_string_append (self->date, "/..");
  else if (end > start)
    {
      g_string_append_c (self->date, '/');
      append_time (self->date, end);
    }
  dl_draft_put_date (self->draft, self->date->str);
  dl_draft_put_topic (self->draft, self->key->str);
  dl_draft_end_event (self->draft);
}

/* The members again of what began earlier. */
static void
put_begun (Reader *self, const Begun *begun, gint64 end)
{
  DlLiteral members[N_EVENT_MEMBERS];

  dl_literal_get_members (&begun->event, event_names, members);
  put_event (self, &begun->event, members, begun->start, end);
}

/* What belongs together: the id, within the category. */
static char *
dup_async_key (const DlLiteral *members)
{
  GString  *key = g_string_new (NULL);
  DlLiteral id = members[EVENT_ID];

  append_text (key, &members[EVENT_CATEGORY]);
  g_string_append_c (key, '\n');
  if (id.kind == DL_LITERAL_NOTHING && !dl_literal_get_member (&members[EVENT_ID2], "global", &id))
    {
      append_text (key, &members[EVENT_PROCESS]);
      dl_literal_get_member (&members[EVENT_ID2], "local", &id);
    }
  g_string_append_c (key, '\n');
  append_text (key, &id);
  g_string_append_c (key, '\n');
  append_text (key, &members[EVENT_NAME]);
  return g_string_free (key, FALSE);
}

static void
read_async (Reader *self, const DlLiteral *event, const DlLiteral *members, gint64 time, gboolean begins)
{
  g_autofree char *key = dup_async_key (members);
  Begun           *begun = g_hash_table_lookup (self->begun, key);

  if (begun != NULL)
    {
      put_begun (self, begun, begins ? G_MAXINT64 : time);
      g_hash_table_remove (self->begun, key);
    }
  if (begins)
    {
      begun = g_new0 (Begun, 1);
      begun->event = *event;
      begun->start = time;
      g_hash_table_insert (self->begun, g_steal_pointer (&key), begun);
    }
}

/* The way to the element that is read; to look for it would take longer with each. */
static char *
dup_pointer (const Reader *self)
{
  return g_strdup_printf ("/%u", self->index);
}

/* Begins something in its thread, or ends what began last. */
static void
read_nested (Reader *self, const DlLiteral *event, const DlLiteral *members, gint64 time, gboolean begins)
{
  Lane *lane = get_lane (self, members);
  Begun begun = { *event, time };

  if (lane->begun == NULL)
    lane->begun = g_array_new (FALSE, FALSE, sizeof (Begun));
  if (begins)
    g_array_append_val (lane->begun, begun);
  else if (lane->begun->len > 0)
    {
      begun = g_array_index (lane->begun, Begun, lane->begun->len - 1);
      g_array_set_size (lane->begun, lane->begun->len - 1);
      put_begun (self, &begun, time);
    }
  else
    dl_draft_tell (self->draft, event->at, dup_pointer (self),
                   g_strdup (_ ("Something ends here (E) that has not begun (B) in the file.")));
}

static void
read_metadata (Reader *self, const DlLiteral *members)
{
  DlLiteral        value;
  g_autofree char *name = NULL;

  if (!dl_literal_get_member (&members[EVENT_ARGUMENTS], "name", &value))
    return;
  name = dl_literal_dup_trimmed (&value);
  if (name == NULL)
    return;
  if (dl_literal_is (&members[EVENT_NAME], "thread_name"))
    {
      Lane *lane = get_lane (self, members);

      g_free (lane->name);
      lane->name = g_steal_pointer (&name);
    }
  else if (dl_literal_is (&members[EVENT_NAME], "process_name"))
    {
      g_string_truncate (self->key, 0);
      append_text (self->key, &members[EVENT_PROCESS]);
      g_hash_table_insert (self->processes, g_strdup (self->key->str), g_steal_pointer (&name));
    }
}

static void
read_event (Reader *self, const DlLiteral *event, const DlLiteral *members)
{
  gint64 start = 0;
  gint64 duration = 0;
  char   phase;

  /* A string of one letter. */
  phase = members[EVENT_PHASE].kind == DL_LITERAL_STRING ? event->text[members[EVENT_PHASE].at + 1] : '\0';
  if (phase == 'M')
    {
      read_metadata (self, members);
      return;
    }
  if (phase == 'C' || phase == 'P' || phase == 'c' || phase == 'v' || phase == 'V')
    {
      if (self->n_samples++ == 0)
        self->sample_at = event->at;
      return;
    }
  if (phase == '\0' || !get_nanos (&members[EVENT_TIME], &start))
    {
      g_autofree char *name = dl_literal_dup_text (&members[EVENT_NAME]);

      dl_draft_tell_lost_named (self->draft, name, event->at, dup_pointer (self),
                                g_strdup (_ ("This event has no phase (ph) or no time (ts) and is left out.")));
      return;
    }
  switch (phase)
    {
    case 'X':
      put_event (self, event, members, start,
                 get_nanos (&members[EVENT_DURATION], &duration) && duration > 0 && duration < G_MAXINT64 - ABS (start)
                   ? start + duration
                   : G_MININT64);
      break;
    case 'B':
    case 'E':
      read_nested (self, event, members, start, phase == 'B');
      break;
    case 'b':
    case 'e':
    case 'S':
    case 'F':
      read_async (self, event, members, start, phase == 'b' || phase == 'S');
      break;
    default:
      put_event (self, event, members, start, G_MININT64);
      break;
    }
}

/* What never ends in the file. */
static void
put_open (Reader *self)
{
  GHashTableIter iter;
  gpointer       value;

  for (guint i = 0; i < self->order->len; i++)
    {
      Lane *lane = g_hash_table_lookup (self->lanes, self->order->pdata[i]);

      for (guint b = 0; lane->begun != NULL && b < lane->begun->len; b++)
        put_begun (self, &g_array_index (lane->begun, Begun, b), G_MAXINT64);
    }
  g_hash_table_iter_init (&iter, self->begun);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    put_begun (self, value, G_MAXINT64);
}

static void
name_lanes (Reader *self)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      const char      *key = self->order->pdata[i];
      Lane            *lane = g_hash_table_lookup (self->lanes, key);
      const char      *process = g_hash_table_lookup (self->processes, lane->process);
      g_autofree char *name = NULL;

      if (process != NULL && lane->name != NULL)
        name = g_strdup_printf ("%s: %s", process, lane->name);
      else if (lane->name != NULL)
        name = g_strdup (lane->name);
      else if (*lane->thread == '\0')
        name = process != NULL ? g_strdup (process)
                               /* Translators: the number of a process. */
                               : g_strdup_printf (_ ("process %s"), lane->process);
      else if (process != NULL)
        /* Translators: a process and the number of a thread. */
        name = g_strdup_printf (_ ("%s: thread %s"), process, lane->thread);
      else
        /* Translators: the numbers of a process and a thread. */
        name = g_strdup_printf (_ ("process %s, thread %s"), lane->process, lane->thread);
      dl_draft_add_topic (self->draft, key, name, NULL);
    }
}

/* A trace may break off: it is written while it is made. */
static void
check_end (Reader *self, const DlLiteralIter *iter)
{
  const char *text = self->root.text;
  gsize       at = iter->at;
  gsize       mistake;
  const char *reason;
  DlLiteral   list;

  while (at < self->root.length && (g_ascii_isspace (text[at]) || text[at] == ','))
    at++;
  if (at < self->root.length && text[at] == ']')
    return;
  if (dl_literal_parse (text, self->root.length, self->root.at, &list, NULL, &mistake, &reason))
    return;
  if (mistake >= self->root.length)
    dl_draft_tell_note (
      self->draft, at, g_strdup (""),
      g_strdup (_ ("The file is cut off within its list of events; those that are complete are read.")));
  else
    dl_draft_tell (self->draft, mistake, g_strdup (""),
                   /* Translators: %s is the reason. */
                   g_strdup_printf (_ ("From here on nothing is read: %s"), reason));
}

/* The next element and its members, for which it need not be passed over twice.
 * Returns: FALSE at the end, and where it is not whole */
static gboolean
next_event (DlLiteralIter *iter, DlLiteral *event, DlLiteral *members)
{
  gsize end;

  if (!dl_literal_iter_peek (iter, NULL, event))
    return FALSE;
  end = dl_literal_pass_members (event, event_names, members);
  if (end == 0)
    return dl_literal_iter_next (iter, NULL, event);
  iter->at = end;
  return TRUE;
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  g_autoptr (GHashTable) lanes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, lane_free);
  g_autoptr (GHashTable) processes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) begun = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray)  order = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString)    key = g_string_new (NULL);
  g_autoptr (GString)    date = g_string_new (NULL);
  Reader                 self = { draft, { NULL }, lanes, processes, begun, order, key, date, 0, 0, 0 };
  DlLiteralIter          iter;
  DlLiteral              event;
  DlLiteral              members[N_EVENT_MEMBERS];

  if (!find_list (input, &self.root))
    return TRUE;
  dl_literal_iter_init (&iter, &self.root);
  for (guint n = 0; next_event (&iter, &event, members); n++)
    {
      if (!dl_input_go_on (input, error))
        return FALSE;
      self.index = n;
      if (event.kind == DL_LITERAL_OBJECT)
        read_event (&self, &event, members);
    }
  check_end (&self, &iter);
  put_open (&self);
  name_lanes (&self);
  if (self.n_samples > 0)
    dl_draft_tell_note (draft, self.sample_at, g_strdup (""),
                        g_strdup_printf (ngettext ("%u counter or sample of the trace is no event and is left out.",
                                                   "%u counters and samples of the trace are no events and are left "
                                                   "out; this is the first.",
                                                   self.n_samples),
                                         self.n_samples));
  dl_draft_tell_note (draft, self.root.at, g_strdup (""),
                      g_strdup (_ ("A trace counts its time from an arbitrary zero, which is shown as "
                                   "1970-01-01T00:00:00.")));
  return TRUE;
}

const DlFormat dl_format_trace = {
  .nick = "chrome-trace",
  .label = N_ ("Chrome trace"),
  .endings = "json",
  .sniff = sniff,
  .read = read_file,
};
