/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-watch.h"

#include <stdlib.h>

#include "formats/dl-file-stamp.h"
#include "formats/dl-pasted.h"
#include "formats/dl-stdin.h"

/* Milliseconds. So long nothing is to happen before it is looked; and after so long
 * it is looked all the same. With every look that finds something both double, so
 * often; when nothing has happened for a while they are as at first. */
#define QUIET 150
#define QUIET_DOUBLINGS 2
#define LONGEST 500
#define LONGEST_DOUBLINGS 3
#define CALM 2000

/* Who saves by removing the file first is given so much time to make it anew. */
#define ABSENCE 400

/* From look to look where nobody tells. */
#define POLL 3000

/* From one thing that the system tells to the next of the same kind. */
#define RATE 50

struct _DlWatch
{
  GObject       parent_instance;
  GFile        *file;
  GMainContext *context;
  GFileMonitor *monitors[2]; /* of the name, and of what it is a link to; nullable */
  char         *stamp;       /* what it is known by; nullable */
  gboolean      own;         /* it is of what the program itself has written */
  GCancellable *cancellable; /* of all that is asked */
  gboolean      looking;
  gboolean      look_again;
  gboolean      heard; /* that something has happened, before that look */
  GSource      *timer; /* until the next look; nullable */
  GSource      *poll;  /* nullable */
  gint64        first; /* monotonic times: of what happened since the last look, or 0 */
  gint64        last;
  gint64        told;
  guint         doublings;
  gint64        absent; /* since when, or 0 */
  gboolean      gone;   /* and this is told */
  guint         held;
};

enum
{
  CHANGED,
  GONE,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DlWatch, dl_watch, G_TYPE_OBJECT)

static void
stop_timer (DlWatch *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static gboolean
timer_cb (gpointer data)
{
  DlWatch *self = data;

  stop_timer (self);
  dl_watch_look (self);
  return G_SOURCE_REMOVE;
}

/* @when: monotonic time */
static void
look_at (DlWatch *self, gint64 when)
{
  stop_timer (self);
  self->timer = g_timeout_source_new (0);
  g_source_set_ready_time (self->timer, when);
  g_source_set_callback (self->timer, timer_cb, self, NULL);
  g_source_set_static_name (self->timer, "[dateline] look at a file");
  g_source_attach (self->timer, self->context);
}

static void
tell (DlWatch *self, guint signal)
{
  g_debug ("%s: %s", g_file_peek_path (self->file), g_signal_name (signals[signal]));
  if (signal == CHANGED)
    {
      self->told = g_get_monotonic_time ();
      if (self->heard)
        self->doublings = MIN (self->doublings + 1, LONGEST_DOUBLINGS);
    }
  g_signal_emit (self, signals[signal], 0);
}

static gint64
doubled (gint64 milliseconds, guint times)
{
  return (milliseconds * G_TIME_SPAN_MILLISECOND) << times;
}

/* Something has happened to the file, or seems to. */
static void
expect_more (DlWatch *self)
{
  gint64 now = g_get_monotonic_time ();

  if (now - MAX (self->last, self->told) > CALM * G_TIME_SPAN_MILLISECOND)
    self->doublings = 0;
  if (self->first == 0)
    self->first = now;
  self->last = now;
  if (self->held == 0)
    look_at (self, MIN (now + doubled (QUIET, MIN (self->doublings, QUIET_DOUBLINGS)),
                        self->first + doubled (LONGEST, self->doublings)));
}

/* @stamp: (transfer full) (nullable): %NULL where there is no file */
static void
take_look (DlWatch *self, char *stamp)
{
  g_autofree char *now = stamp;
  gint64           time = g_get_monotonic_time ();

  if (now == NULL && !self->gone)
    {
      if (self->absent == 0)
        self->absent = time;
      if (time - self->absent < ABSENCE * G_TIME_SPAN_MILLISECOND)
        {
          look_at (self, self->absent + ABSENCE * G_TIME_SPAN_MILLISECOND);
          return;
        }
      self->gone = TRUE;
      tell (self, GONE);
    }
  else if (self->own && !self->gone && dl_file_stamp_may_equal (now, self->stamp))
    /* The program's own writing, as it seems; soon it is sure. */
    look_at (self, time + DL_FILE_STAMP_FRESH);
  else if (now == NULL || (!self->gone && dl_file_stamp_equal (now, self->stamp)))
    {
      self->absent = 0;
      tell (self, SETTLED);
    }
  else if (!self->heard && !self->gone && self->told != 0 && time - self->told < CALM * G_TIME_SPAN_MILLISECOND)
    /* Found by a look right behind a reading: who is still at it is not to be read as fast
     * as one can. */
    expect_more (self);
  else
    {
      self->absent = 0;
      self->gone = FALSE;
      g_free (self->stamp);
      self->stamp = g_steal_pointer (&now);
      self->own = FALSE;
      tell (self, CHANGED);
    }
}

/* A file that can be seen but not asked is read, which says why it cannot be. */
static char *
dup_stamp (GFileInfo *info, const GError *error)
{
  if (info != NULL)
    return dl_file_stamp_new (info);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return NULL;
  return g_strdup_printf ("%d", error->code);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DlWatch)   self = data;
  g_autoptr (GError)    error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  gboolean              again;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  again = self->look_again;
  self->looking = FALSE;
  self->look_again = FALSE;
  if (self->held == 0)
    take_look (self, dup_stamp (info, error));
  if (again)
    dl_watch_look (self);
}

static void
happened_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, DlWatch *self)
{
  expect_more (self);
}

static gboolean
poll_cb (gpointer data)
{
  DlWatch *self = data;

  if (self->timer == NULL && !self->looking)
    dl_watch_look (self);
  return G_SOURCE_CONTINUE;
}

static void
start_polling (DlWatch *self)
{
  if (self->poll != NULL)
    return;
  g_debug ("%s: nobody may tell of it: it is looked at now and then", g_file_peek_path (self->file));
  self->poll = g_timeout_source_new (POLL);
  g_source_set_callback (self->poll, poll_cb, self, NULL);
  g_source_set_static_name (self->poll, "[dateline] look at a file of another machine");
  g_source_attach (self->poll, self->context);
}

static void
file_system_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DlWatch)   self = data;
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info_finish (G_FILE (source), result, NULL);

  if (!g_cancellable_is_cancelled (self->cancellable) && info != NULL &&
      g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE))
    start_polling (self);
}

static GFileMonitor *
start_monitor (DlWatch *self, GFile *file)
{
  GFileMonitor *monitor = g_file_monitor (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor == NULL)
    return NULL;
  g_file_monitor_set_rate_limit (monitor, RATE);
  g_signal_connect (monitor, "changed", G_CALLBACK (happened_cb), self);
  return monitor;
}

/* What a link leads to is elsewhere, and written there. */
static void
start (DlWatch *self)
{
  const char      *path = g_file_peek_path (self->file);
  g_autofree char *real = path == NULL ? NULL : realpath (path, NULL);

  self->monitors[0] = start_monitor (self, self->file);
  if (real != NULL && !g_str_equal (real, path))
    {
      g_autoptr (GFile) target = g_file_new_for_path (real);

      self->monitors[1] = start_monitor (self, target);
    }
  if (self->monitors[0] == NULL)
    start_polling (self);
  else
    g_file_query_filesystem_info_async (self->file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, G_PRIORITY_LOW,
                                        self->cancellable, file_system_cb, g_object_ref (self));
}

static void
dl_watch_dispose (GObject *object)
{
  DlWatch *self = DL_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  stop_timer (self);
  if (self->poll != NULL)
    g_source_destroy (self->poll);
  g_clear_pointer (&self->poll, g_source_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->monitors); i++)
    {
      if (self->monitors[i] == NULL)
        continue;
      g_signal_handlers_disconnect_by_data (self->monitors[i], self);
      g_file_monitor_cancel (self->monitors[i]);
      g_clear_object (&self->monitors[i]);
    }

  G_OBJECT_CLASS (dl_watch_parent_class)->dispose (object);
}

static void
dl_watch_finalize (GObject *object)
{
  DlWatch *self = DL_WATCH (object);

  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_free (self->stamp);
  g_main_context_unref (self->context);

  G_OBJECT_CLASS (dl_watch_parent_class)->finalize (object);
}

static void
dl_watch_class_init (DlWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dl_watch_dispose;
  object_class->finalize = dl_watch_finalize;

  signals[CHANGED] = g_signal_new ("changed", DL_TYPE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GONE] = g_signal_new ("gone", DL_TYPE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", DL_TYPE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dl_watch_init (DlWatch *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->cancellable = g_cancellable_new ();
}

DlWatch *
dl_watch_new (GFile *file, const char *stamp)
{
  DlWatch *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  self = g_object_new (DL_TYPE_WATCH, NULL);
  self->file = g_object_ref (file);
  self->stamp = g_strdup (stamp);
  start (self);
  dl_watch_look (self);
  return self;
}

gboolean
dl_watch_can (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  return !dl_is_stdin (file) && !dl_is_pasted (file) && !g_file_has_uri_scheme (file, "resource");
}

char *
dl_watch_dup_stamp (GFile *file)
{
  g_autoptr (GFileInfo) info = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  info = g_file_query_info (file, DL_FILE_STAMP_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  return info == NULL ? NULL : dl_file_stamp_new (info);
}

GFile *
dl_watch_get_file (DlWatch *self)
{
  g_return_val_if_fail (DL_IS_WATCH (self), NULL);
  return self->file;
}

const char *
dl_watch_get_stamp (DlWatch *self)
{
  g_return_val_if_fail (DL_IS_WATCH (self), NULL);
  return self->stamp;
}

void
dl_watch_look (DlWatch *self)
{
  g_return_if_fail (DL_IS_WATCH (self));
  if (self->held > 0)
    return;
  self->look_again = self->looking;
  if (self->looking)
    return;
  stop_timer (self);
  self->heard = self->first != 0;
  self->first = 0;
  self->looking = TRUE;
  g_file_query_info_async (self->file, DL_FILE_STAMP_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT,
                           self->cancellable, looked_cb, g_object_ref (self));
}

void
dl_watch_hold (DlWatch *self)
{
  g_return_if_fail (DL_IS_WATCH (self));
  self->held++;
  stop_timer (self);
}

void
dl_watch_release (DlWatch *self)
{
  g_return_if_fail (DL_IS_WATCH (self));
  g_return_if_fail (self->held > 0);
  self->held--;
  if (self->held > 0)
    return;
  /* What has just happened may not be the end of it. */
  if (self->first != 0)
    expect_more (self);
  else
    dl_watch_look (self);
}

void
dl_watch_set_stamp (DlWatch *self, const char *stamp)
{
  char *copy;

  g_return_if_fail (DL_IS_WATCH (self));
  copy = g_strdup (stamp);
  g_free (self->stamp);
  self->stamp = copy;
  self->own = FALSE;
}

void
dl_watch_wrote (DlWatch *self)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char      *stamp = NULL;

  g_return_if_fail (DL_IS_WATCH (self));
  info = g_file_query_info (self->file, DL_FILE_STAMP_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, self->cancellable, NULL);
  if (info == NULL)
    return;
  stamp = dl_file_stamp_new (info);
  dl_file_stamp_trust (stamp);
  dl_watch_set_stamp (self, stamp);
  self->own = TRUE;
}
