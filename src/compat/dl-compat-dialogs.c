/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/dl-compat.h"

#include "base/dl-link.h"

/* Whom to tell, until the dialog is over. */
typedef struct
{
  DlCompatFileFunc func;
  gpointer         data;
} Request;

static Request *
request_new (DlCompatFileFunc func, gpointer data)
{
  Request *request = g_new (Request, 1);

  request->func = func;
  request->data = data;
  return request;
}

static void
request_finish (Request *request, GFile *file)
{
  request->func (file, request->data);
  g_free (request);
}

/* GtkFileDialog since 4.10, else GtkFileChooserNative; drop the latter when
 * the minimum is ≥ 4.10. */
#if GTK_CHECK_VERSION(4, 10, 0)

static GtkFileDialog *
new_dialog (const char *title, GListModel *filters)
{
  GtkFileDialog            *dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) first = g_list_model_get_item (filters, 0);

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_default_filter (dialog, first);
  return dialog;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  request_finish (data, file);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  request_finish (data, file);
}

void
dl_compat_open_file (GtkWindow *parent, const char *title, GListModel *filters, DlCompatFileFunc func, gpointer data)
{
  g_autoptr (GtkFileDialog) dialog = new_dialog (title, filters);

  gtk_file_dialog_open (dialog, parent, NULL, opened_cb, request_new (func, data));
}

void
dl_compat_save_file (GtkWindow       *parent,
                     const char      *title,
                     const char      *name,
                     GListModel      *filters,
                     DlCompatFileFunc func,
                     gpointer         data)
{
  g_autoptr (GtkFileDialog) dialog = new_dialog (title, filters);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, saved_cb, request_new (func, data));
}

#else

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  request_finish (data, file);
  g_object_unref (dialog);
}

static void
show_chooser (GtkWindow           *parent,
              const char          *title,
              const char          *name,
              GListModel          *filters,
              GtkFileChooserAction action,
              Request             *request)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
dl_compat_open_file (GtkWindow *parent, const char *title, GListModel *filters, DlCompatFileFunc func, gpointer data)
{
  show_chooser (parent, title, NULL, filters, GTK_FILE_CHOOSER_ACTION_OPEN, request_new (func, data));
}

void
dl_compat_save_file (GtkWindow       *parent,
                     const char      *title,
                     const char      *name,
                     GListModel      *filters,
                     DlCompatFileFunc func,
                     gpointer         data)
{
  show_chooser (parent, title, name, filters, GTK_FILE_CHOOSER_ACTION_SAVE, request_new (func, data));
}

#endif

/* GtkUriLauncher since 4.10; drop the other branch when the minimum is ≥ 4.10. */
static void
launch (GtkWindow *parent, const char *uri)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, parent, NULL, NULL, NULL);
#else
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
#endif
}

void
dl_compat_show_uri (GtkWindow *parent, const char *uri)
{
  /* It comes from a file that anybody may have written. */
  if (dl_link_is_safe (uri))
    launch (parent, uri);
}

/* Asks the desktop, which in a sandbox asks the reader. GtkFileLauncher since 4.10, with the
 * choice of a program since 4.12; drop the other branches when the minimum is ≥ 4.12. */
static void
launch_file (GtkWindow *parent, GFile *file)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

#if GTK_CHECK_VERSION(4, 12, 0)
  gtk_file_launcher_set_always_ask (launcher, TRUE);
#endif
  gtk_file_launcher_launch (launcher, parent, NULL, NULL, NULL);
#else
  g_autofree char                *uri = g_file_get_uri (file);
  g_autoptr (GdkAppLaunchContext) context =
    gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (parent)));

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, NULL, NULL);
#endif
}

void
dl_compat_edit_file (GtkWindow *parent, GFile *file)
{
  g_autoptr (GAppInfo)            editor = g_app_info_get_default_for_type ("text/plain", FALSE);
  g_autoptr (GdkAppLaunchContext) context =
    gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (parent)));
  GList files = { file, NULL, NULL };

  if (editor == NULL || !g_app_info_launch (editor, &files, G_APP_LAUNCH_CONTEXT (context), NULL))
    launch_file (parent, file);
}
