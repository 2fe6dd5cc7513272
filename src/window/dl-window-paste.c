/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes from elsewhere: dropped on the window, or on the clipboard. */
#include <string.h>

#include <glib/gi18n.h>

#include "window/dl-drop-zones.h"
#include "window/dl-window-private.h"

/* More text than this is not taken from a clipboard. */
#define MAX_TEXT ((gsize) 256 << 20)

/* What a clipboard may offer, the richest first: a table of a web page or a
 * spreadsheet has its cells, as plain text it may have lost them. */
static const char *const kinds[] = {
  "text/html",
  "application/json",
  "application/ld+json",
  "text/tab-separated-values",
  "text/csv",
  "text/calendar",
  "application/xml",
  "text/xml",
  "text/plain;charset=utf-8",
  "text/plain",
};
#define HTML 0

typedef struct
{
  DlWindow     *window;
  GdkClipboard *clipboard;
  gboolean      add; /* to what is open */
  guint         kind;
  GBytes       *text; /* the last that there was; nullable */
} Paste;

static void
paste_free (Paste *paste)
{
  g_clear_pointer (&paste->text, g_bytes_unref);
  g_object_unref (paste->window);
  g_object_unref (paste->clipboard);
  g_free (paste);
}

/* Text, once it is settled what becomes of what is open */

typedef struct
{
  DlWindow *window;
  GBytes   *text;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->window);
  g_bytes_unref (opening->text);
  g_free (opening);
}

static void
open_now (gpointer data)
{
  Opening *opening = data;

  dl_session_open_text (opening->window->session, opening->text);
}

static void
open_text (DlWindow *self, GBytes *text)
{
  Opening *opening = g_new (Opening, 1);

  opening->window = g_object_ref (self);
  opening->text = g_bytes_ref (text);
  dl_window_settle_unsaved (self, open_now, opening, opening_free);
}

/* From the clipboard */

/* What is pasted takes the place of nothing: where something is open it has a window of
 * its own, as a key is pressed sooner by mistake than something is dropped. */
static void
open_beside (DlWindow *self, GFile *const *files, guint n)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  gboolean        was_open = dl_window_find (application, files, n) != NULL;
  DlWindow       *other;

  g_application_open (G_APPLICATION (application), (GFile **) files, (int) n, "");
  other = dl_window_find (application, files, n);
  if (other != NULL && !was_open)
    dl_window_show_toast (
      other,
      /* Translators: said in a window that has just been opened for what was pasted. */
      _ ("Opened in a window of its own. To add it to another timeline, press Ctrl+Shift+V there."));
}

/* Text is tried first: no window opens only to say that it is no timeline. */
typedef struct
{
  DlWindow  *window;
  DlSession *session;
  GBytes    *text;
} Trial;

static void
trial_free (Trial *trial)
{
  g_signal_handlers_disconnect_by_data (trial->session, trial);
  g_object_unref (trial->session);
  g_object_unref (trial->window);
  g_bytes_unref (trial->text);
  g_free (trial);
}

static void
tried_cb (Trial *trial)
{
  /* Whoever has closed the window meanwhile does not want another one. */
  if (gtk_window_get_application (GTK_WINDOW (trial->window)) != NULL)
    {
      g_autoptr (GFile) file = dl_session_keep_text (trial->text);

      open_beside (trial->window, &file, 1);
    }
  trial_free (trial);
}

static void
trial_failed_cb (DlSession *session, const char *message, Trial *trial)
{
  g_autofree char *words = dl_problem_dup_failure_words (message);

  if (gtk_window_get_application (GTK_WINDOW (trial->window)) != NULL)
    dl_window_show_banner (trial->window, words, FALSE);
  trial_free (trial);
}

static void
try_text (DlWindow *self, GBytes *text)
{
  Trial *trial = g_new (Trial, 1);

  trial->window = g_object_ref (self);
  trial->session = dl_session_new ();
  trial->text = g_bytes_ref (text);
  g_signal_connect_swapped (trial->session, "notify::timeline", G_CALLBACK (tried_cb), trial);
  g_signal_connect (trial->session, "failed", G_CALLBACK (trial_failed_cb), trial);
  dl_session_open_text (trial->session, text);
}

static gboolean
has_something (DlWindow *self)
{
  return dl_session_get_timeline (self->session) != NULL || dl_session_get_loading (self->session);
}

static void
take_files (Paste *paste, GPtrArray *files)
{
  GFile *const *all = (GFile *const *) files->pdata;

  if (!has_something (paste->window))
    dl_window_open_or_raise (paste->window, all, files->len);
  else if (paste->add)
    dl_session_add_files (paste->window->session, all, files->len);
  else
    open_beside (paste->window, all, files->len);
}

static void
take_text (Paste *paste, GBytes *text)
{
  if (!has_something (paste->window))
    dl_session_open_text (paste->window->session, text);
  else if (paste->add)
    dl_session_add_text (paste->window->session, text);
  else
    try_text (paste->window, text);
}

/* Without the zeros that some programs end their text with; where every other byte is
 * one, as some have it, it is UTF-16 that does not say so. @text: (transfer full) */
static GBytes *
tidy (GBytes *text)
{
  gsize            length;
  const char      *data = g_bytes_get_data (text, &length);
  g_autofree char *converted = NULL;
  gsize            written;

  if (length > 3 && data[1] == '\0' && data[3] == '\0')
    converted = g_convert (data, (gssize) (length - length % 2), "UTF-8", "UTF-16LE", NULL, &written, NULL);
  if (converted != NULL)
    {
      g_bytes_unref (text);
      text = g_bytes_new_take (g_steal_pointer (&converted), written);
      data = g_bytes_get_data (text, &length);
    }
  while (length > 0 && data[length - 1] == '\0')
    length--;
  if (length < g_bytes_get_size (text))
    {
      GBytes *shorter = g_bytes_new_from_bytes (text, 0, length);

      g_bytes_unref (text);
      text = shorter;
    }
  return text;
}

/* A web page without a table says less than its plain text. */
static gboolean
has_table (GBytes *text)
{
  gsize            length;
  const char      *data = g_bytes_get_data (text, &length);
  g_autofree char *lower = g_ascii_strdown (data != NULL ? data : "", (gssize) length);

  return g_strstr_len (lower, (gssize) length, "<table") != NULL ||
         g_strstr_len (lower, (gssize) length, "application/ld+json") != NULL;
}

static void read_next (Paste *paste);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Paste *paste = data;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) >= 0)
    {
      g_autoptr (GBytes) text = tidy (g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source)));
      gboolean           good =
        g_bytes_get_size (text) > 0 && g_bytes_get_size (text) <= MAX_TEXT && (paste->kind != HTML || has_table (text));

      if (good && dl_session_knows_text (text))
        {
          take_text (paste, text);
          paste_free (paste);
          return;
        }
      if (good)
        {
          g_clear_pointer (&paste->text, g_bytes_unref);
          paste->text = g_steal_pointer (&text);
        }
    }
  paste->kind++;
  read_next (paste);
}

static void
stream_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Paste                    *paste = data;
  g_autoptr (GInputStream)  stream = gdk_clipboard_read_finish (paste->clipboard, result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      paste->kind++;
      read_next (paste);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, read_cb, paste);
}

/* One kind after the other, until one is a timeline. */
static void
read_next (Paste *paste)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (paste->clipboard);

  while (paste->kind < G_N_ELEMENTS (kinds) && !gdk_content_formats_contain_mime_type (formats, kinds[paste->kind]))
    paste->kind++;
  if (paste->kind < G_N_ELEMENTS (kinds))
    {
      const char *wanted[] = { kinds[paste->kind], NULL };

      gdk_clipboard_read_async (paste->clipboard, wanted, G_PRIORITY_DEFAULT, NULL, stream_cb, paste);
      return;
    }
  /* What is none is told why by who would have read it. */
  if (paste->text != NULL)
    take_text (paste, paste->text);
  else
    dl_window_show_toast (paste->window, _ ("There is no text on the clipboard."));
  paste_free (paste);
}

/* @files: of #GFile */
static GPtrArray *
gather_files (GSList *files)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (; files != NULL; files = files->next)
    g_ptr_array_add (all, g_object_ref (files->data));
  return all;
}

static void
files_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Paste                *paste = data;
  const GValue         *value = gdk_clipboard_read_value_finish (paste->clipboard, result, NULL);
  g_autoptr (GPtrArray) files = value == NULL ? NULL : gather_files (g_value_get_boxed (value));

  if (files == NULL || files->len == 0)
    {
      read_next (paste);
      return;
    }
  take_files (paste, files);
  paste_free (paste);
}

/* Where one types, what is pasted is text. */
static void
begin_paste (DlWindow *self, gboolean add)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  Paste     *paste;

  if (focus != NULL && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus)))
    {
      gtk_widget_activate_action (focus, "clipboard.paste", NULL);
      return;
    }
  paste = g_new0 (Paste, 1);
  paste->window = g_object_ref (self);
  paste->add = add;
  paste->clipboard = g_object_ref (gtk_widget_get_clipboard (GTK_WIDGET (self)));
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (paste->clipboard), "text/uri-list"))
    gdk_clipboard_read_value_async (paste->clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_cb, paste);
  else
    read_next (paste);
}

static void
paste_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  begin_paste (data, FALSE);
}

static void
paste_add_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  begin_paste (data, TRUE);
}

/* Dropped */

static void
dropped_files_cb (DlDropZones *zones, GPtrArray *files, gboolean add, DlWindow *self)
{
  if (add)
    dl_session_add_files (self->session, (GFile *const *) files->pdata, files->len);
  else
    dl_window_open_or_raise (self, (GFile *const *) files->pdata, files->len);
}

static void
dropped_text_cb (DlDropZones *zones, const char *text, gboolean add, DlWindow *self)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  if (add)
    dl_session_add_text (self->session, bytes);
  else
    open_text (self, bytes);
}

void
dl_window_update_drops (DlWindow *self)
{
  DlTimeline *timeline = dl_session_get_timeline (self->session);

  dl_drop_zones_set_may_add (DL_DROP_ZONES (self->drop_zones), timeline != NULL);
}

void
dl_window_init_pasting (DlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "paste", .activate = paste_action },
    { .name = "paste-add", .activate = paste_add_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  self->drop_zones = dl_drop_zones_new (GTK_WIDGET (self));
  g_signal_connect (self->drop_zones, "files", G_CALLBACK (dropped_files_cb), self);
  g_signal_connect (self->drop_zones, "text", G_CALLBACK (dropped_text_cb), self);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->drop_zones);
}
