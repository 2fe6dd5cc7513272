/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window as it is, to be opened like that again. */
#include <string.h>

#include <glib/gi18n.h>

#include "window/dl-split.h"
#include "window/dl-window-private.h"

/* Smaller is not kept by the settings either; larger is no screen. */
#define WINDOW_SIZE_MIN 200
#define WINDOW_SIZE_MAX 32767

/* Of what is open, as far as it is there the next time. */
static char **
dup_uris (DlWindow *self)
{
  g_autoptr (GStrvBuilder) uris = g_strv_builder_new ();
  GPtrArray               *files = dl_session_get_files (self->session);

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      g_autofree char *uri = g_file_get_uri (files->pdata[i]);

      if (dl_window_is_lasting (files->pdata[i]))
        g_strv_builder_add (uris, uri);
    }
  return g_strv_builder_end (uris);
}

GVariant *
dl_window_dup_state (DlWindow *self)
{
  g_autoptr (GVariant) view = NULL;
  g_auto (GStrv)       uris = NULL;
  GVariantDict         dict;
  int                  width, height, side;

  g_return_val_if_fail (DL_IS_WINDOW (self), NULL);
  /* What is being opened again is as it was until it is there. */
  if (self->reopened_state != NULL)
    return g_variant_ref (self->reopened_state);
  uris = dup_uris (self);
  if (dl_session_get_timeline (self->session) == NULL || *uris == NULL)
    return NULL;
  view = dl_view_dup_state (self->view);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_object_get (self->split, "side-width", &side, NULL);
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "uri", "s", uris[0]);
  if (uris[1] != NULL)
    g_variant_dict_insert (&dict, "more", "^as", uris + 1);
  g_variant_dict_insert (&dict, "width", "i", width);
  g_variant_dict_insert (&dict, "height", "i", height);
  g_variant_dict_insert (&dict, "maximized", "b", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_variant_dict_insert (&dict, "details", "b", dl_window_get_details (self));
  g_variant_dict_insert (&dict, "detail-width", "i", side);
  if (view != NULL)
    g_variant_dict_insert_value (&dict, "view", view);
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

/* What it says of the window itself. */
static void
apply_frame (DlWindow *self, GVariant *state)
{
  int      width, height, side;
  gboolean on;

  if (g_variant_lookup (state, "width", "i", &width) && g_variant_lookup (state, "height", "i", &height) &&
      width >= WINDOW_SIZE_MIN && height >= WINDOW_SIZE_MIN && width <= WINDOW_SIZE_MAX && height <= WINDOW_SIZE_MAX)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_variant_lookup (state, "maximized", "b", &on))
    {
      if (on)
        gtk_window_maximize (GTK_WINDOW (self));
      else
        gtk_window_unmaximize (GTK_WINDOW (self));
    }
  if (g_variant_lookup (state, "details", "b", &on))
    dl_window_set_details (self, on);
  if (g_variant_lookup (state, "detail-width", "i", &side))
    dl_split_set_side_width (DL_SPLIT (self->split), side);
}

gboolean
dl_window_open_state (DlWindow *self, GVariant *state)
{
  g_autoptr (GVariant)    view = NULL;
  g_autoptr (GPtrArray)   files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree const char **more = NULL;
  const char             *uri;

  g_return_val_if_fail (DL_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT), FALSE);
  if (!g_variant_lookup (state, "uri", "&s", &uri))
    return FALSE;
  apply_frame (self, state);
  view = g_variant_lookup_value (state, "view", G_VARIANT_TYPE_VARDICT);
  g_ptr_array_add (files, g_file_new_for_uri (uri));
  g_variant_lookup (state, "more", "^a&s", &more);
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_uri (more[i]));
  dl_window_forget_reopened (self);
  self->reopened = g_ptr_array_ref (files);
  self->reopened_state = g_variant_ref (state);
  dl_view_open (self->view, (GFile *const *) files->pdata, files->len, view);
  return TRUE;
}

void
dl_window_forget_reopened (DlWindow *self)
{
  g_clear_pointer (&self->reopened, g_ptr_array_unref);
  g_clear_pointer (&self->reopened_state, g_variant_unref);
}

/* Whether a line of a message is of one of these files, by the name that it begins with. */
static gboolean
is_of (const char *line, GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = g_file_get_parse_name (files->pdata[i]);
      gsize            length = strlen (name);

      if (strncmp (line, name, length) == 0 && line[length] == ':')
        return TRUE;
    }
  return FALSE;
}

char *
dl_window_dup_gone (DlWindow *self, const char *message)
{
  g_auto (GStrv)           lines = g_strsplit (message, "\n", -1);
  g_autoptr (GStrvBuilder) said = g_strv_builder_new ();
  g_autoptr (GPtrArray)    gone = g_ptr_array_new ();
  g_auto (GStrv)           all = NULL;

  for (guint i = 0; self->reopened != NULL && i < self->reopened->len; i++)
    {
      GFile           *file = self->reopened->pdata[i];
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *sentence = NULL;

      if (g_file_query_exists (file, NULL))
        continue;
      /* Translators: %s is the name of a file that was open when the program was quit. */
      sentence = g_strdup_printf (_ ("“%s” is no longer there."), shown);
      g_strv_builder_add (said, sentence);
      g_ptr_array_add (gone, file);
    }
  if (gone->len == 0)
    return NULL;
  for (guint i = 0; lines[i] != NULL; i++)
    if (!is_of (lines[i], gone))
      {
        g_autofree char *words = dl_problem_dup_failure_words (lines[i]);

        g_strv_builder_add (said, words);
      }
  all = g_strv_builder_end (said);
  return g_strjoinv ("\n", all);
}
