/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dl-restore.h"

#include <errno.h>
#include <string.h>

#include <glib/gstdio.h>

#include "base/dl-kept-file.h"

#define SESSION_VERSION 1
#define STATES "aa{sv}"

/* What changes is kept so soon after it has come to rest. */
#define KEEP_SECONDS 2
#define REST_USEC G_TIME_SPAN_SECOND

/* Whoever has more of them open does not want to wait for them. */
#define MAX_WINDOWS 30

struct _DlRestore
{
  GtkApplication *application; /* it owns this */
  GSettings      *settings;
  char           *path;
  GVariant       *kept; /* what was written last; nullable */
  guint           keep_id;
  gint64          changed_at;
  gboolean        quitting;
};

/* Writing */

static GVariant *
gather (DlRestore *self)
{
  GList          *windows = gtk_application_get_windows (self->application);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (STATES));
  /* The one that was used last comes first. */
  for (; windows != NULL; windows = windows->next)
    {
      g_autoptr (GVariant) state = DL_IS_WINDOW (windows->data) ? dl_window_dup_state (windows->data) : NULL;

      if (state != NULL)
        g_variant_builder_add_value (&builder, state);
    }
  return g_variant_builder_end (&builder);
}

static void
keep_now (DlRestore *self)
{
  g_autoptr (GVariant) states = NULL;
  g_autoptr (GError)   error = NULL;
  GVariantDict         dict;

  g_clear_handle_id (&self->keep_id, g_source_remove);
  if (!g_settings_get_boolean (self->settings, "restore-at-start"))
    {
      if (g_unlink (self->path) != 0 && errno != ENOENT)
        g_debug ("what was open is still kept: %s", g_strerror (errno));
      g_clear_pointer (&self->kept, g_variant_unref);
      return;
    }
  states = g_variant_ref_sink (gather (self));
  if (self->kept != NULL && g_variant_equal (states, self->kept))
    return;
  g_clear_pointer (&self->kept, g_variant_unref);
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert_value (&dict, "windows", states);
  if (!dl_kept_file_write (self->path, g_variant_dict_end (&dict), SESSION_VERSION, &error))
    {
      g_debug ("what is open is not kept: %s", error->message);
      return;
    }
  self->kept = g_steal_pointer (&states);
}

static gboolean
keep_cb (gpointer data)
{
  DlRestore *self = data;

  /* No disk is waited for while something moves. */
  if (g_get_monotonic_time () - self->changed_at < REST_USEC)
    return G_SOURCE_CONTINUE;
  self->keep_id = 0;
  keep_now (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (DlRestore *self)
{
  self->changed_at = g_get_monotonic_time ();
  if (self->keep_id == 0 && !self->quitting)
    self->keep_id = g_timeout_add_seconds (KEEP_SECONDS, keep_cb, self);
}

static guint
count_windows (DlRestore *self)
{
  GList *windows = gtk_application_get_windows (self->application);
  guint  n = 0;

  for (; windows != NULL; windows = windows->next)
    n += DL_IS_WINDOW (windows->data);
  return n;
}

/* With the last one the program ends. */
static gboolean
close_request_cb (GtkWindow *window, DlRestore *self)
{
  if (!self->quitting && count_windows (self) == 1)
    dl_restore_quit (self);
  return FALSE;
}

/* Public */

char *
dl_restore_dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "dateline", "session", NULL);
}

DlRestore *
dl_restore_new (GtkApplication *application, GSettings *settings, const char *path)
{
  DlRestore *self = g_new0 (DlRestore, 1);

  self->application = application;
  self->settings = g_object_ref (settings);
  self->path = g_strdup (path);
  g_signal_connect_swapped (settings, "changed::restore-at-start", G_CALLBACK (changed_cb), self);
  /* Of what was never read no change is told. */
  g_settings_get_boolean (settings, "restore-at-start");
  g_signal_connect_swapped (application, "window-removed", G_CALLBACK (changed_cb), self);
  return self;
}

void
dl_restore_free (DlRestore *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->settings, self);
  g_signal_handlers_disconnect_by_data (self->application, self);
  g_clear_handle_id (&self->keep_id, g_source_remove);
  g_clear_pointer (&self->kept, g_variant_unref);
  g_object_unref (self->settings);
  g_free (self->path);
  g_free (self);
}

GPtrArray *
dl_restore_read (DlRestore *self)
{
  GPtrArray           *states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autoptr (GError)   error = NULL;
  g_autoptr (GVariant) contents = NULL;
  g_autoptr (GVariant) windows = NULL;

  if (!g_settings_get_boolean (self->settings, "restore-at-start"))
    return states;
  contents = dl_kept_file_read (self->path, SESSION_VERSION, &error);
  if (error != NULL)
    g_debug ("what was open is not known: %s", error->message);
  if (contents != NULL)
    windows = g_variant_lookup_value (contents, "windows", G_VARIANT_TYPE (STATES));
  for (gsize i = 0; windows != NULL && i < MIN (g_variant_n_children (windows), MAX_WINDOWS); i++)
    g_ptr_array_add (states, g_variant_get_child_value (windows, i));
  g_clear_pointer (&self->kept, g_variant_unref);
  self->kept = g_steal_pointer (&windows);
  return states;
}

void
dl_restore_watch (DlRestore *self, DlWindow *window, DlView *view)
{
  g_signal_connect_swapped (view, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (window, "notify", G_CALLBACK (changed_cb), self);
  g_signal_connect (window, "close-request", G_CALLBACK (close_request_cb), self);
}

void
dl_restore_quit (DlRestore *self)
{
  keep_now (self);
  self->quitting = TRUE;
}
