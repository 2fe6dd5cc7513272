/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "app/dl-command.h"
#include "app/dl-output.h"
#include "base/dl-error.h"
#include "export/dl-export-file.h"
#include "formats/dl-file-reader.h"
#include "formats/dl-formats.h"
#include "formats/dl-joined.h"

/* Returns: (transfer full) (nullable) */
static GBytes *
compress (GBytes *bytes, GError **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GOutputStream)   memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream)   stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  gsize                       length;
  const char                 *data = g_bytes_get_data (bytes, &length);

  if (!g_output_stream_write_all (stream, data, length, NULL, NULL, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
write_file (GBytes *contents, GFile *file, GError **error)
{
  g_autofree char   *name = g_file_get_parse_name (file);
  g_autoptr (GBytes) packed = g_str_has_suffix (name, ".gz") ? compress (contents, error) : g_bytes_ref (contents);

  return packed != NULL && dl_export_write (packed, DL_EXPORT_TIMELINE, file, error);
}

/* Whether what is there may go: nothing, or a timeline of Dateline's own, which is
 * written anew as pictures are. */
static gboolean
check_replaceable (GFile *output, const char *name, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (
    output, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char   *stamp = NULL;

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) == 0)
    return TRUE;
  bytes = dl_file_read_bytes (output, name, NULL, &stamp, NULL);
  if (bytes != NULL && dl_formats_is_own (bytes))
    return TRUE;
  g_set_error (
    error, DL_ERROR, DL_ERROR_WRITE,
    /* Translators: the name of a file. “--force” is an option of the command line. */
    _ ("%s: is there already and is no timeline of Dateline’s own, so it stays as it is; --force replaces it"), name);
  return FALSE;
}

/* What could not be carried over, and that there is something that could. */
static gboolean
tell (DlLoaded *loaded, int n_paths, char **paths, GError **error)
{
  g_autofree char *names = NULL;

  for (guint i = 0; i < loaded->problems->len; i++)
    {
      g_autofree char *text = dl_command_dup_problem (loaded->problems->pdata[i], paths[0]);

      dl_complain_line ("%s", text);
    }
  if (loaded->n_events_in_file == 0 || loaded->n_events_lost < loaded->n_events_in_file)
    return TRUE;
  names = dl_command_dup_names (n_paths, paths);
  /* Translators: %s is the file's name. */
  g_set_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE, _ ("%s: none of its events could be read"), names);
  return FALSE;
}

/* Of one file its own text, of several one that is made of them.
 * Returns: (transfer full) (nullable) */
static GBytes *
make_text (DlLoaded *loaded, GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  GBytes               *text;

  if (loaded->own_texts == NULL)
    {
      text = dl_load_get_own_text (loaded, error);
      return text != NULL ? g_bytes_ref (text) : NULL;
    }
  text = dl_join (loaded->timeline, loaded->own_texts, notes, NULL, error);
  for (guint i = 0; text != NULL && i < notes->len; i++)
    dl_complain_line ("%s", (const char *) notes->pdata[i]);
  return text;
}

/* @output: (nullable): NULL is the standard output */
static gboolean
write_text (GBytes *text, GFile *output, GError **error)
{
  gsize            length;
  const char      *data = g_bytes_get_data (text, &length);
  g_autofree char *copy = NULL;

  if (output != NULL)
    return write_file (text, output, error);
  copy = g_strndup (data, length);
  dl_print_json (copy);
  return TRUE;
}

int
dl_command_convert (int argc, char **argv)
{
  g_autoptr (DlLoaded)  loaded = NULL;
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFile)     output = NULL;
  g_autoptr (GBytes)    text = NULL;
  g_autofree char      *out = NULL;
  g_autofree char      *title = NULL;
  gboolean              force = FALSE;
  int                   code;
  const GOptionEntry    entries[] = {
       { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &out,
         N_ ("The file to write, .dateline.json or .dateline.json.gz; else the standard output"), N_ ("OUT") },
       { "title", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &title,
         N_ ("What the timeline is called; else as it is, or by the titles of the files"), N_ ("TEXT") },
       { "force", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &force,
         N_ ("Replace OUT also where it is no timeline of Dateline’s own, or is read"), NULL },
       { NULL },
  };

  if (!dl_command_parse (&argc, &argv, entries, _ ("FILE…"),
                         _ ("Writes a timeline of any format that is read in Dateline’s own, several files as one, and "
                            "says what could not be carried over. Where a file cannot be read, nothing is written."),
                         &code))
    return code;
  if (argc < 2)
    return dl_command_misused ("convert", _ ("a file is missing"));
  for (int i = 1; i < argc; i++)
    g_ptr_array_add (inputs, dl_command_new_file (argv[i]));
  if (out != NULL && strcmp (out, "-") != 0)
    output = g_file_new_for_commandline_arg (out);
  if (output != NULL && !dl_command_has_ending (out, ".json") && !dl_command_has_ending (out, ".json.gz"))
    return dl_command_misused ("convert", _ ("the timeline’s name ends in .dateline.json, .json or .json.gz"));
  if (output != NULL && !force && dl_command_is_read (output, inputs))
    return dl_command_misused ("convert", _ ("the file to write is the one to read"));
  if (output != NULL && !force && !check_replaceable (output, out, &error))
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
  loaded = dl_command_load_files (argc - 1, argv + 1, &error);
  if (loaded != NULL && output != NULL && !force && dl_command_is_read (output, loaded->files))
    return dl_command_misused ("convert", _ ("the file to write is the one to read"));
  if (loaded == NULL || !tell (loaded, argc - 1, argv + 1, &error))
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
  /* One file of several that lacks one of them would look whole. */
  if (dl_command_get_code (loaded) != DL_EXIT_GOOD)
    return dl_command_fail (DL_EXIT_BAD_INPUT, _ ("nothing is written, since not every file could be read"));
  text = make_text (loaded, &error);
  if (text != NULL && title != NULL)
    {
      g_autoptr (GBytes) untitled = g_steal_pointer (&text);

      text = dl_join_entitle (untitled, title, &error);
    }
  if (text == NULL || !write_text (text, output, &error))
    return dl_command_fail (DL_EXIT_BAD_INPUT, error->message);
  return DL_EXIT_GOOD;
}
