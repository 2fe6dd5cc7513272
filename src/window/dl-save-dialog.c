/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-save-dialog.h"

#include <glib/gi18n.h>

#include "base/dl-file-ending.h"

/* The answers to the question, the first of which is to leave it. */
enum
{
  KEEP,
  REPLACE
};

/* Of a window: the folder that was chosen last. */
#define CHOSEN_FOLDER "dateline-chosen-folder"

typedef struct
{
  GtkWindow       *parent;
  char            *ending;
  char           **endings;
  GFile           *file; /* that it is to be, once that is settled; nullable */
  DlCompatFileFunc func;
  gpointer         data;
} Request;

/* @file: (nullable) */
static void
finish (Request *request, GFile *file)
{
  request->func (file, request->data);
  g_object_unref (request->parent);
  g_free (request->ending);
  g_strfreev (request->endings);
  g_clear_object (&request->file);
  g_free (request);
}

static void
answered_cb (guint answer, gpointer data)
{
  Request *request = data;

  finish (request, answer == REPLACE ? request->file : NULL);
}

/* What a sandbox gives the program is that file, and none beside it. */
static gboolean
is_given (GFile *file)
{
  g_autofree char  *path = g_build_filename (g_get_user_runtime_dir (), "doc", NULL);
  g_autoptr (GFile) documents = g_file_new_for_path (path);

  return g_file_has_prefix (file, documents);
}

/* The folder of a file, where that is one that can be looked into. Returns: (transfer full) (nullable) */
static GFile *
dup_folder (GFile *file)
{
  return file != NULL && g_file_is_native (file) && !is_given (file) ? g_file_get_parent (file) : NULL;
}

/* The dialog has not asked about a file of the name that is meant. */
static void
ask_to_replace (Request *request, const char *name)
{
  const char *const answers[] = { _ ("_Cancel"), _ ("_Replace"), NULL };
  g_autofree char  *shown = g_filename_display_name (name);
  /* Translators: a question; %s is a file's name. */
  g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), shown);

  dl_compat_ask (request->parent, heading, _ ("There is a file of that name already, and what is in it would be lost."),
                 answers, answered_cb, request);
}

static void
chosen_cb (GFile *file, gpointer data)
{
  Request          *request = data;
  g_autofree char  *base = NULL;
  g_autofree char  *name = NULL;
  g_autoptr (GFile) folder = NULL;

  if (file != NULL && !is_given (file))
    g_object_set_data_full (G_OBJECT (request->parent), CHOSEN_FOLDER, g_file_get_parent (file), g_object_unref);
  /* Of one that is there already the dialog has asked. */
  if (file == NULL || is_given (file) || g_file_query_exists (file, NULL))
    {
      finish (request, file);
      return;
    }
  base = g_file_get_basename (file);
  name = dl_file_ending_mend (base, request->ending, (const char *const *) request->endings);
  folder = g_file_get_parent (file);
  request->file = g_file_get_child (folder, name);
  if (!g_file_equal (request->file, file) && g_file_query_exists (request->file, NULL))
    ask_to_replace (request, name);
  else
    finish (request, request->file);
}

void
dl_save_dialog_ask (GtkWindow         *parent,
                    const char        *title,
                    GFile             *beside,
                    const char        *stem,
                    const char        *ending,
                    const char *const *endings,
                    GListModel        *filters,
                    DlCompatFileFunc   func,
                    gpointer           data)
{
  Request          *request;
  g_autofree char  *plain = NULL;
  g_autofree char  *name = NULL;
  g_autoptr (GFile) folder = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (stem != NULL && ending != NULL && endings != NULL);
  request = g_new0 (Request, 1);
  request->parent = g_object_ref (parent);
  request->ending = g_strdup (ending);
  request->endings = g_strdupv ((char **) endings);
  request->func = func;
  request->data = data;
  plain = g_strdelimit (g_strdup (stem), "/\\:\n\t", '-');
  name = g_strconcat (plain, ending, NULL);
  folder = g_object_get_data (G_OBJECT (parent), CHOSEN_FOLDER);
  folder = folder != NULL ? g_object_ref (folder) : dup_folder (beside);
  dl_compat_save_file (parent, title, folder, name, (guint) g_utf8_strlen (plain, -1), filters, chosen_cb, request);
}
