/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/dl-compat.h"

#include "base/dl-link.h"

/* Whom to tell, until the dialog is over: one of them. */
typedef struct
{
  DlCompatFileFunc   file_func;
  DlCompatFilesFunc  files_func;
  DlCompatAnswerFunc answer_func;
  gpointer           data;
  guint              answer;
} Request;

static void
request_finish (Request *request, GFile *file, GListModel *files)
{
  if (request->file_func != NULL)
    request->file_func (file, request->data);
  else
    request->files_func (files, request->data);
  g_free (request);
}

/* What is selected of the suggested name, once the dialog has the keyboard. */
typedef struct
{
  char *name;
  guint n_chars;
} Selection;

static void
selection_free (gpointer data, GClosure *closure)
{
  Selection *self = data;

  g_free (self->name);
  g_free (self);
}

/* The field of a dialog that has that text in it, or NULL. */
static GtkWidget *
find_field (GtkWidget *widget, const char *text)
{
  if (GTK_IS_ENTRY (widget) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_field (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
active_cb (GtkWindow *dialog, GParamSpec *pspec, Selection *selection)
{
  GtkWidget *field = gtk_window_is_active (dialog) ? find_field (GTK_WIDGET (dialog), selection->name) : NULL;

  if (field != NULL)
    gtk_editable_select_region (GTK_EDITABLE (field), 0, (int) selection->n_chars);
}

/* GTK's own dialog leaves what is behind the last dot, and no more. One that another program
 * shows has its own mind. */
static void
select_stem (GtkWindow *parent, const char *title, const char *name, guint n_chars)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      Selection            *selection;

      if (gtk_window_get_transient_for (window) != parent || g_strcmp0 (gtk_window_get_title (window), title) != 0)
        continue;
      selection = g_new (Selection, 1);
      selection->name = g_strdup (name);
      selection->n_chars = n_chars;
      g_signal_connect_data (window, "notify::is-active", G_CALLBACK (active_cb), selection, selection_free, 0);
    }
}

/* Not before the dialog is done with the key or the click, and gone: what is answered may end
 * all that it hangs on. */
static gboolean
answer_cb (gpointer data)
{
  Request *request = data;

  request->answer_func (request->answer, request->data);
  return G_SOURCE_REMOVE;
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
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  request_finish (data, NULL, files);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  request_finish (data, file, NULL);
}

void
dl_compat_open_files (GtkWindow *parent, const char *title, GListModel *filters, DlCompatFilesFunc func, gpointer data)
{
  g_autoptr (GtkFileDialog) dialog = new_dialog (title, filters);
  Request                   request = { .files_func = func, .data = data };

  gtk_file_dialog_open_multiple (dialog, parent, NULL, opened_cb, g_memdup2 (&request, sizeof request));
}

void
dl_compat_save_file (GtkWindow       *parent,
                     const char      *title,
                     GFile           *folder,
                     const char      *name,
                     guint            n_chars,
                     GListModel      *filters,
                     DlCompatFileFunc func,
                     gpointer         data)
{
  g_autoptr (GtkFileDialog) dialog = new_dialog (title, filters);
  Request                   request = { .file_func = func, .data = data };

  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, saved_cb, g_memdup2 (&request, sizeof request));
  select_stem (parent, title, name, n_chars);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  int      answer = gtk_alert_dialog_choose_finish (GTK_ALERT_DIALOG (source), result, NULL);

  request->answer = (guint) MAX (answer, 0);
  g_idle_add_full (G_PRIORITY_DEFAULT, answer_cb, request, g_free);
}

void
dl_compat_ask (GtkWindow         *parent,
               const char        *heading,
               const char        *text,
               const char *const *answers,
               DlCompatAnswerFunc func,
               gpointer           data)
{
  g_autoptr (GtkAlertDialog) dialog = gtk_alert_dialog_new ("%s", heading);
  Request                    request = { .answer_func = func, .data = data };

  gtk_alert_dialog_set_detail (dialog, text);
  gtk_alert_dialog_set_buttons (dialog, answers);
  gtk_alert_dialog_set_cancel_button (dialog, 0);
  gtk_alert_dialog_set_default_button (dialog, (int) g_strv_length ((char **) answers) - 1);
  gtk_alert_dialog_choose (dialog, parent, NULL, answered_cb, g_memdup2 (&request, sizeof request));
}

#else

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Request               *request = data;
  g_autoptr (GFile)      file = NULL;
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT && request->file_func != NULL)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  else if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  request_finish (request, file, files);
  g_object_unref (dialog);
}

static void
show_chooser (GtkWindow           *parent,
              const char          *title,
              const char          *name,
              GFile               *folder,
              GListModel          *filters,
              GtkFileChooserAction action,
              const Request       *request)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), request->files_func != NULL);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), g_memdup2 (request, sizeof *request));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
dl_compat_open_files (GtkWindow *parent, const char *title, GListModel *filters, DlCompatFilesFunc func, gpointer data)
{
  Request request = { .files_func = func, .data = data };

  show_chooser (parent, title, NULL, NULL, filters, GTK_FILE_CHOOSER_ACTION_OPEN, &request);
}

void
dl_compat_save_file (GtkWindow       *parent,
                     const char      *title,
                     GFile           *folder,
                     const char      *name,
                     guint            n_chars,
                     GListModel      *filters,
                     DlCompatFileFunc func,
                     gpointer         data)
{
  Request request = { .file_func = func, .data = data };

  show_chooser (parent, title, name, folder, filters, GTK_FILE_CHOOSER_ACTION_SAVE, &request);
  select_stem (parent, title, name, n_chars);
}

static void
free_request (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
answered_cb (GtkDialog *dialog, int response, gpointer data)
{
  Request *request = g_memdup2 (data, sizeof *request);

  request->answer = (guint) MAX (response, 0);
  g_idle_add_full (G_PRIORITY_DEFAULT, answer_cb, request, g_free);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

void
dl_compat_ask (GtkWindow         *parent,
               const char        *heading,
               const char        *text,
               const char *const *answers,
               DlCompatAnswerFunc func,
               gpointer           data)
{
  GtkWidget *dialog =
    gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT | GTK_DIALOG_USE_HEADER_BAR,
                            GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", heading);
  Request request = { .answer_func = func, .data = data };
  guint   i = 0;

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", text);
  for (; answers[i] != NULL; i++)
    gtk_dialog_add_button (GTK_DIALOG (dialog), answers[i], (int) i);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), (int) i - 1);
  dl_compat_name_buttons (dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), g_memdup2 (&request, sizeof request),
                         free_request, 0);
  gtk_window_present (GTK_WINDOW (dialog));
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

typedef struct
{
  DlCompatEditFunc func;
  gpointer         data;
} Edit;

/* @error: (nullable). Frees @edit */
static void
launched (Edit *edit, const GError *error)
{
  DlCompatEdited edited = DL_COMPAT_EDITED;

  if (error != NULL)
    edited = DL_COMPAT_NO_EDITOR;
#if GTK_CHECK_VERSION(4, 10, 0)
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    edited = DL_COMPAT_NOT_EDITED;
#endif
  edit->func (edited, NULL, edit->data);
  g_free (edit);
}

/* Asks the desktop, which in a sandbox asks the reader. GtkFileLauncher since 4.10, with the
 * choice of a program since 4.12; drop the other branches when the minimum is ≥ 4.12. */
#if GTK_CHECK_VERSION(4, 10, 0)

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error);
  launched (data, error);
}

static void
launch_file (GtkWindow *parent, GFile *file, Edit *edit)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

#if GTK_CHECK_VERSION(4, 12, 0)
  gtk_file_launcher_set_always_ask (launcher, TRUE);
#endif
  gtk_file_launcher_launch (launcher, parent, NULL, launched_cb, edit);
}

#else

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_app_info_launch_default_for_uri_finish (result, &error);
  launched (data, error);
}

static void
launch_file (GtkWindow *parent, GFile *file, Edit *edit)
{
  g_autofree char                *uri = g_file_get_uri (file);
  g_autoptr (GdkAppLaunchContext) context =
    gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (parent)));

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb, edit);
}

#endif

void
dl_compat_edit_file (GtkWindow *parent, GFile *file, DlCompatEditFunc func, gpointer data)
{
  g_autoptr (GAppInfo)            editor = g_app_info_get_default_for_type ("text/plain", FALSE);
  g_autoptr (GdkAppLaunchContext) context =
    gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (parent)));
  GList files = { file, NULL, NULL };
  Edit  edit = { func, data };

  if (editor != NULL && g_app_info_launch (editor, &files, G_APP_LAUNCH_CONTEXT (context), NULL))
    func (DL_COMPAT_EDITED, g_app_info_get_display_name (editor), data);
  else
    launch_file (parent, file, g_memdup2 (&edit, sizeof edit));
}
