/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "app/dl-command.h"
#include "app/dl-json-out.h"
#include "app/dl-output.h"
#include "formats/dl-formats.h"

/* ".json, .js". Returns: (transfer full) */
static char *
dup_endings (const DlFormat *format)
{
  g_auto (GStrv)   endings = g_strsplit (format->endings, " ", -1);
  g_autofree char *joined = g_strjoinv (", .", endings);

  return g_strconcat (".", joined, NULL);
}

static void
print_json (const DlFormat *const *formats, guint n)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) endings = g_strsplit (formats[i]->endings, " ", -1);

      json_builder_begin_object (builder);
      dl_json_add_string (builder, "id", formats[i]->nick);
      dl_json_add_string (builder, "name", _ (formats[i]->label));
      json_builder_set_member_name (builder, "endings");
      json_builder_begin_array (builder);
      for (guint e = 0; endings[e] != NULL; e++)
        json_builder_add_string_value (builder, endings[e]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  dl_json_print (builder);
}

int
dl_command_formats (int argc, char **argv)
{
  gboolean               json = FALSE;
  guint                  n;
  const DlFormat *const *formats = dl_formats_get_all (&n);
  int                    code;
  const GOptionEntry     entries[] = {
        { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json, N_ ("Print JSON for other programs"), NULL },
        { NULL },
  };

  if (!dl_command_parse (&argc, &argv, entries, NULL,
                         _ ("Lists the formats that are read, each known by its content and not by its name."), &code))
    return code;
  if (argc > 1)
    return dl_command_misused ("formats", _ ("this command takes no file"));
  if (json)
    print_json (formats, n);
  else
    for (guint i = 0; i < n; i++)
      {
        g_autofree char *endings = dup_endings (formats[i]);

        dl_print_line ("%-16s %s (%s)", formats[i]->nick, _ (formats[i]->label), endings);
      }
  return DL_EXIT_GOOD;
}
