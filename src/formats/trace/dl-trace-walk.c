/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/trace/dl-trace-walk.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/dl-json-text.h"
#include "formats/trace/dl-trace-time.h"

/* Arguments longer than this are no summary. */
#define MAX_ARGUMENT_BYTES 4000
/* The earliest time of a trace that counts from 1970, and the latest: 2000 and 2100. */
#define CLOCK_FROM (G_GINT64_CONSTANT (946684800) * G_GINT64_CONSTANT (1000000000))
#define CLOCK_UNTIL (G_GINT64_CONSTANT (4102444800) * G_GINT64_CONSTANT (1000000000))

const char *const dl_trace_names[] = { "ph", "name", "ts", "dur", "pid", "tid", "id", "cat", "args", "id2", NULL };

static const DlTraceTime never = { DL_TRACE_OPEN, DL_TRACE_MICROS };

/* What has begun; and what ends something that has not begun yet where it stands. */
typedef struct
{
  DlLiteral   event;
  DlTraceTime start;
  guint       index; /* of the element */
  gboolean    ends;
} Begun;

static void
lane_free (gpointer data)
{
  DlTraceLane *lane = data;

  g_free (lane->key);
  g_free (lane->process);
  g_free (lane->thread);
  g_free (lane->name);
  g_clear_pointer (&lane->begun, g_array_unref);
  g_clear_pointer (&lane->ended, g_array_unref);
  g_free (lane);
}

void
dl_trace_walk_init (DlTraceWalk *self, DlDraft *draft, gint64 base, DlTracePutFunc put, gpointer data)
{
  *self = (DlTraceWalk){ .draft = draft, .put = put, .data = data, .base = base, .first = G_MAXINT64 };
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->indexes = g_hash_table_new (g_str_hash, g_str_equal);
  self->processes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->begun = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->key = g_string_new (NULL);
}

void
dl_trace_walk_clear (DlTraceWalk *self)
{
  g_hash_table_unref (self->indexes);
  g_ptr_array_unref (self->lanes);
  g_hash_table_unref (self->processes);
  g_hash_table_unref (self->begun);
  g_string_free (self->key, TRUE);
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

/* The number of a process or thread, where it is one without a sign and of no more than nine digits. */
static gboolean
get_short_number (const DlLiteral *value, guint32 *number)
{
  const char *at = value->text + value->at;
  const char *end = at + MIN (value->length - value->at, 10);

  if (value->kind != DL_LITERAL_NUMBER)
    return FALSE;
  *number = 0;
  /* As it is written it is its key: 07 is not 7. */
  if (*at == '0' && at + 1 < end && g_ascii_isdigit (at[1]))
    return FALSE;
  for (; at < end && g_ascii_isdigit (*at); at++)
    *number = *number * 10 + (guint32) (*at - '0');
  return at < end && (*at == ',' || *at == '}');
}

static guint
add_lane (DlTraceWalk *self, gsize slash)
{
  DlTraceLane *lane = g_new0 (DlTraceLane, 1);

  lane->key = g_strdup (self->key->str);
  lane->process = g_strndup (self->key->str, slash);
  lane->thread = g_strdup (self->key->str + slash + 1);
  g_ptr_array_add (self->lanes, lane);
  g_hash_table_insert (self->indexes, lane->key, GUINT_TO_POINTER (self->lanes->len));
  return self->lanes->len - 1;
}

static guint
look_for_lane (DlTraceWalk *self, const DlLiteral *members)
{
  guint number;
  gsize slash;

  g_string_truncate (self->key, 0);
  append_text (self->key, &members[DL_TRACE_PROCESS]);
  slash = self->key->len;
  g_string_append_c (self->key, '/');
  append_text (self->key, &members[DL_TRACE_THREAD]);
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, self->key->str));
  if (number > 0)
    return number - 1;
  return add_lane (self, slash);
}

/* The index of the thread of an event. */
static guint
get_lane (DlTraceWalk *self, const DlLiteral *members)
{
  guint32           process;
  guint32           thread;
  DlTraceShortLane *slot;

  if (!get_short_number (&members[DL_TRACE_PROCESS], &process) ||
      !get_short_number (&members[DL_TRACE_THREAD], &thread))
    return look_for_lane (self, members);
  slot = &self->met[(process * 31 + thread) % G_N_ELEMENTS (self->met)];
  if (slot->number == 0 || slot->process != process || slot->thread != thread)
    *slot = (DlTraceShortLane){ process, thread, look_for_lane (self, members) + 1 };
  return slot->number - 1;
}

static DlTraceLane *
find_lane (DlTraceWalk *self, const DlLiteral *members)
{
  guint index = get_lane (self, members);

  return self->lanes->pdata[index];
}

static void
put_event (DlTraceWalk       *self,
           const DlLiteral   *event,
           const DlLiteral   *members,
           const DlTraceTime *start,
           const DlTraceTime *end)
{
  DlTraceEvent put = { event->at, members, get_lane (self, members), start->nanos, end->nanos, start->step, end->step };

  self->first = MIN (self->first, start->nanos);
  if (!self->stopped)
    self->stopped = !self->put (&put, self->data);
}

/* The members again of what began earlier. */
static void
put_begun (DlTraceWalk *self, const Begun *begun, const DlTraceTime *end)
{
  DlLiteral members[DL_TRACE_N_MEMBERS];

  dl_literal_get_members (&begun->event, dl_trace_names, members);
  put_event (self, &begun->event, members, &begun->start, end);
}

/* What belongs together: the id, within the category. */
static char *
dup_async_key (const DlLiteral *members)
{
  GString  *key = g_string_new (NULL);
  DlLiteral id = members[DL_TRACE_ID];

  append_text (key, &members[DL_TRACE_CATEGORY]);
  g_string_append_c (key, '\n');
  if (id.kind == DL_LITERAL_NOTHING && !dl_literal_get_member (&members[DL_TRACE_ID2], "global", &id))
    {
      append_text (key, &members[DL_TRACE_PROCESS]);
      dl_literal_get_member (&members[DL_TRACE_ID2], "local", &id);
    }
  g_string_append_c (key, '\n');
  append_text (key, &id);
  g_string_append_c (key, '\n');
  append_text (key, &members[DL_TRACE_NAME]);
  return g_string_free (key, FALSE);
}

static void
read_async (DlTraceWalk       *self,
            const DlLiteral   *event,
            const DlLiteral   *members,
            const DlTraceTime *time,
            gboolean           begins)
{
  g_autofree char *key = dup_async_key (members);
  Begun           *begun = g_hash_table_lookup (self->begun, key);

  if (begun != NULL)
    {
      put_begun (self, begun, begins ? &never : time);
      g_hash_table_remove (self->begun, key);
    }
  if (begins)
    {
      begun = g_new0 (Begun, 1);
      begun->event = *event;
      begun->start = *time;
      g_hash_table_insert (self->begun, g_steal_pointer (&key), begun);
    }
}

/* The way to the element that is read; to look for it would take longer with each. */
static char *
dup_pointer (const DlTraceWalk *self)
{
  return g_strdup_printf ("/%u", self->index);
}

static void
tell_ended (DlTraceWalk *self, const Begun *ended)
{
  dl_draft_tell (self->draft, ended->event.at, g_strdup_printf ("/%u", ended->index),
                 g_strdup (_ ("Something ends here (E) that has not begun (B) in the file.")));
}

/* Begins something in its thread, or ends what began last. What ends before that began belongs to
 * something else, which may stand further on: some write what was last first. */
static void
read_nested (DlTraceWalk       *self,
             const DlLiteral   *event,
             const DlLiteral   *members,
             const DlTraceTime *time,
             gboolean           begins)
{
  DlTraceLane *lane = find_lane (self, members);
  Begun        begun = { *event, *time, self->index, !begins };
  Begun        last;

  if (lane->begun == NULL)
    lane->begun = g_array_new (FALSE, FALSE, sizeof (Begun));
  if (begins)
    {
      g_array_append_val (lane->begun, begun);
      return;
    }
  if (lane->begun->len > 0)
    {
      last = g_array_index (lane->begun, Begun, lane->begun->len - 1);
      if (last.start.nanos < time->nanos || (last.start.nanos == time->nanos && lane->ended == NULL))
        {
          g_array_set_size (lane->begun, lane->begun->len - 1);
          put_begun (self, &last, time);
          return;
        }
    }
  if (lane->ended == NULL)
    lane->ended = g_array_new (FALSE, FALSE, sizeof (Begun));
  g_array_append_val (lane->ended, begun);
}

/* By their times; at the same one as they stand in the file, or the other way round in one that is
 * written backwards. */
static int
compare_times (gconstpointer a, gconstpointer b, gpointer backwards)
{
  const Begun *one = a;
  const Begun *other = b;
  int          order = one->index < other->index ? -1 : 1;

  if (one->start.nanos != other->start.nanos)
    return one->start.nanos < other->start.nanos ? -1 : 1;
  return GPOINTER_TO_INT (backwards) ? -order : order;
}

static gboolean
is_backwards (const DlTraceLane *lane)
{
  const Begun *first = &g_array_index (lane->ended, Begun, 0);
  const Begun *last = &g_array_index (lane->begun, Begun, lane->begun->len - 1);

  return first->index < last->index && first->start.nanos >= last->start.nanos;
}

/* Brings together what begins and what ends in a thread and was not met in that order. */
static void
join_ended (DlTraceWalk *self, DlTraceLane *lane)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Begun));
  gboolean           backwards;

  if (lane->ended == NULL)
    return;
  backwards = lane->begun->len > 0 && is_backwards (lane);
  g_array_append_vals (all, lane->begun->data, lane->begun->len);
  g_array_append_vals (all, lane->ended->data, lane->ended->len);
  g_array_sort_with_data (all, compare_times, GINT_TO_POINTER (backwards));
  g_array_set_size (lane->begun, 0);
  for (guint i = 0; i < all->len; i++)
    {
      const Begun *one = &g_array_index (all, Begun, i);

      if (!one->ends)
        g_array_append_val (lane->begun, *one);
      else if (lane->begun->len == 0)
        tell_ended (self, one);
      else
        {
          put_begun (self, &g_array_index (lane->begun, Begun, lane->begun->len - 1), &one->start);
          g_array_set_size (lane->begun, lane->begun->len - 1);
        }
    }
}

static void
read_metadata (DlTraceWalk *self, const DlLiteral *members)
{
  DlLiteral        value;
  g_autofree char *name = NULL;

  if (!dl_literal_get_member (&members[DL_TRACE_ARGUMENTS], "name", &value))
    return;
  name = dl_literal_dup_trimmed (&value);
  if (name == NULL)
    return;
  if (dl_literal_is (&members[DL_TRACE_NAME], "thread_name"))
    {
      DlTraceLane *lane = find_lane (self, members);

      g_free (lane->name);
      lane->name = g_steal_pointer (&name);
    }
  else if (dl_literal_is (&members[DL_TRACE_NAME], "process_name"))
    {
      g_string_truncate (self->key, 0);
      append_text (self->key, &members[DL_TRACE_PROCESS]);
      g_hash_table_insert (self->processes, g_strdup (self->key->str), g_steal_pointer (&name));
    }
}

/* Of what kind an event is, once of the file: that is told of it by the program, not to people. */
static void
tell_left_out (DlTraceWalk *self, const DlLiteral *members)
{
  const DlLiteral *category = &members[DL_TRACE_CATEGORY];

  if (self->left_out || category->kind == DL_LITERAL_NOTHING)
    return;
  self->left_out = TRUE;
  dl_draft_leave_out (self->draft, category->at, dl_trace_names[DL_TRACE_CATEGORY]);
}

static void
read_event (DlTraceWalk *self, const DlLiteral *event, const DlLiteral *members)
{
  DlTraceTime start = { 0, DL_TRACE_MICROS };
  DlTraceTime end = { DL_TRACE_MOMENT, DL_TRACE_MICROS };
  DlTraceTime duration;
  char        phase;

  /* A string of one letter. */
  phase = members[DL_TRACE_PHASE].kind == DL_LITERAL_STRING ? event->text[members[DL_TRACE_PHASE].at + 1] : '\0';
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
  tell_left_out (self, members);
  if (phase == '\0' || !dl_trace_read_time (&members[DL_TRACE_TIME], self->base, &start))
    {
      g_autofree char *name = dl_literal_dup_text (&members[DL_TRACE_NAME]);

      dl_draft_tell_lost_named (self->draft, name, event->at, dup_pointer (self),
                                g_strdup (_ ("This event has no phase (ph) or no time (ts) and is left out.")));
      return;
    }
  switch (phase)
    {
    case 'X':
      if (dl_trace_read_time (&members[DL_TRACE_DURATION], 0, &duration) && duration.nanos > 0 &&
          duration.nanos < G_MAXINT64 - ABS (start.nanos))
        end = (DlTraceTime){ start.nanos + duration.nanos, MIN (start.step, duration.step) };
      put_event (self, event, members, &start, &end);
      break;
    case 'B':
    case 'E':
      read_nested (self, event, members, &start, phase == 'B');
      break;
    case 'b':
    case 'e':
    case 'S':
    case 'F':
      read_async (self, event, members, &start, phase == 'b' || phase == 'S');
      break;
    default:
      put_event (self, event, members, &start, &end);
      break;
    }
}

/* What never ends in the file. */
static void
put_open (DlTraceWalk *self)
{
  GHashTableIter iter;
  gpointer       value;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      DlTraceLane *lane = self->lanes->pdata[i];

      join_ended (self, lane);
      for (guint b = 0; lane->begun != NULL && b < lane->begun->len; b++)
        put_begun (self, &g_array_index (lane->begun, Begun, b), &never);
    }
  g_hash_table_iter_init (&iter, self->begun);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    put_begun (self, value, &never);
}

gboolean
dl_trace_lane_is_told (const DlTraceLane *lane)
{
  return *lane->process != '\0' || *lane->thread != '\0';
}

char *
dl_trace_walk_dup_name (DlTraceWalk *self, guint index)
{
  const DlTraceLane *lane = self->lanes->pdata[index];
  const char        *process = g_hash_table_lookup (self->processes, lane->process);

  if (process != NULL && lane->name != NULL)
    return g_strdup_printf ("%s: %s", process, lane->name);
  if (lane->name != NULL)
    return g_strdup (lane->name);
  if (*lane->thread == '\0')
    return process != NULL ? g_strdup (process)
                           /* Translators: the number of a process. */
                           : g_strdup_printf (_ ("process %s"), lane->process);
  if (*lane->process == '\0')
    /* Translators: the number of a thread. */
    return g_strdup_printf (_ ("thread %s"), lane->thread);
  if (process != NULL)
    /* Translators: a process and the number of a thread. */
    return g_strdup_printf (_ ("%s: thread %s"), process, lane->thread);
  /* Translators: the numbers of a process and a thread. */
  return g_strdup_printf (_ ("process %s, thread %s"), lane->process, lane->thread);
}

/* A trace may break off: it is written while it is made. */
static void
check_end (DlTraceWalk *self, const DlLiteralIter *iter)
{
  const char *text = self->list.text;
  gsize       at = iter->at;
  gsize       mistake;
  const char *reason;
  DlLiteral   list;

  while (at < self->list.length && (g_ascii_isspace (text[at]) || text[at] == ','))
    at++;
  if (at < self->list.length && text[at] == ']')
    return;
  if (dl_literal_parse (text, self->list.length, self->list.at, &list, NULL, &mistake, &reason))
    return;
  if (mistake >= self->list.length)
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
  end = dl_literal_pass_members (event, dl_trace_names, members);
  if (end == 0)
    return dl_literal_iter_next (iter, NULL, event);
  iter->at = end;
  return TRUE;
}

char *
dl_trace_event_dup_title (const DlTraceEvent *event)
{
  char *title = dl_literal_dup_text (&event->members[DL_TRACE_NAME]);

  if (title != NULL && *title != '\0')
    return title;
  g_free (title);
  title = dl_literal_dup_text (&event->members[DL_TRACE_CATEGORY]);
  if (title != NULL && *title == '\0')
    g_clear_pointer (&title, g_free);
  return title;
}

const char *
dl_trace_get_arguments (const DlLiteral *members, gsize *length)
{
  const DlLiteral *arguments = &members[DL_TRACE_ARGUMENTS];

  if (dl_literal_count (arguments, 1) == 0)
    return NULL;
  *length = dl_literal_get_end (arguments) - arguments->at;
  return *length <= MAX_ARGUMENT_BYTES ? arguments->text + arguments->at : NULL;
}

/* What its dates are worth. */
static void
tell_zero (DlTraceWalk *self)
{
  const char *message;

  if (self->base != 0)
    message = _ ("The times of this trace are those of UTC.");
  else if (self->first >= CLOCK_FROM && self->first < CLOCK_UNTIL)
    message =
      _ ("The times of this trace are read as those of UTC, which is what they look like; a trace may count from "
         "any other zero as well.");
  else
    message = _ ("This trace counts its time from a zero that it does not tell, such as the start of the machine. Only "
                 "how far its events are apart is right; their dates mean nothing.");
  dl_draft_tell_note (self->draft, self->list.at, g_strdup (""), g_strdup (message));
}

gboolean
dl_trace_walk_go (DlTraceWalk *self, DlInput *input, const DlLiteral *list, GError **error)
{
  DlLiteralIter iter;
  DlLiteral     event;
  DlLiteral     members[DL_TRACE_N_MEMBERS];

  self->list = *list;
  dl_literal_iter_init (&iter, list);
  for (guint n = 0; !self->stopped && next_event (&iter, &event, members); n++)
    {
      if (!dl_input_go_on (input, error))
        return FALSE;
      self->index = n;
      if (event.kind == DL_LITERAL_OBJECT)
        read_event (self, &event, members);
    }
  if (self->stopped)
    return FALSE;
  check_end (self, &iter);
  put_open (self);
  if (self->n_samples > 0)
    dl_draft_tell_note (self->draft, self->sample_at, g_strdup (""),
                        g_strdup_printf (ngettext ("%u counter or sample of the trace is no event and is left out.",
                                                   "%u counters and samples of the trace are no events and are left "
                                                   "out; this is the first.",
                                                   self->n_samples),
                                         self->n_samples));
  tell_zero (self);
  return !self->stopped;
}
