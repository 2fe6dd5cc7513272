/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-edit-file.h"

#include <glib/gi18n.h>

#include "compat/dl-compat.h"

typedef struct
{
  DlToast *toast;
  GFile   *file;
  guint    line;
  guint    column;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->toast);
  g_object_unref (edit->file);
  g_free (edit);
}

char *
dl_edit_dup_place (GFile *file, guint line, guint column)
{
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : g_strdup ("");

  return line == 0 ? g_steal_pointer (&name) : g_strdup_printf ("%s:%u:%u", name, line, column);
}

static void
copy_cb (gpointer data)
{
  Edit            *edit = data;
  g_autofree char *place = dl_edit_dup_place (edit->file, edit->line, edit->column);
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (edit->toast));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (edit->toast)), place);
  /* Translators: a file, with perhaps a line and a column in it. */
  dl_toast_show (edit->toast, _ ("The place was copied."));
  if (root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
}

static void
say_opened (const Edit *edit, const char *editor)
{
  g_autofree char *text = NULL;

  if (edit->line == 0)
    return;
  if (editor == NULL)
    text = g_strdup_printf (_ ("The file was opened; the place is line %'u, column %'u."), edit->line, edit->column);
  else
    /* Translators: %s is a text editor, in which a file has been opened; the place is where to look in it. */
    text = g_strdup_printf (_ ("Opened in %s; the place is line %'u, column %'u."), editor, edit->line, edit->column);
  dl_toast_show (edit->toast, text);
}

static void
say_failed (Edit *edit)
{
  g_autofree char *base = g_file_get_basename (edit->file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *text = NULL;

  if (edit->line == 0)
    /* Translators: %s is a file's name. */
    text = g_strdup_printf (_ ("There is no program to edit “%s” with."), name);
  else
    /* Translators: %s is a file's name. */
    text = g_strdup_printf (_ ("There is no program to edit “%s” with.\nThe place is line %'u, column %'u."), name,
                            edit->line, edit->column);
  dl_toast_offer (edit->toast, text,
                  edit->line == 0
                    /* Translators: a button: copies where a file is. */
                    ? _ ("Copy Path")
                    /* Translators: a button: copies a file, a line and a column. */
                    : _ ("Copy Place"),
                  copy_cb, edit, edit_free);
}

static void
edited_cb (DlCompatEdited edited, const char *editor, gpointer data)
{
  Edit *edit = data;
  /* The window may have been closed meanwhile. */
  gboolean is_there = gtk_widget_get_root (GTK_WIDGET (edit->toast)) != NULL;

  if (is_there && edited == DL_COMPAT_NO_EDITOR)
    {
      say_failed (edit);
      return;
    }
  if (is_there && edited == DL_COMPAT_EDITED)
    say_opened (edit, editor);
  edit_free (edit);
}

void
dl_edit_file (DlToast *toast, GFile *file, guint line, guint column)
{
  Edit    *edit;
  GtkRoot *root;

  g_return_if_fail (DL_IS_TOAST (toast));
  g_return_if_fail (G_IS_FILE (file));
  root = gtk_widget_get_root (GTK_WIDGET (toast));
  g_return_if_fail (GTK_IS_WINDOW (root));
  edit = g_new (Edit, 1);
  edit->toast = g_object_ref (toast);
  edit->file = g_object_ref (file);
  edit->line = line;
  edit->column = column;
  dl_compat_edit_file (GTK_WINDOW (root), file, edited_cb, edit);
}
