/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "app/dl-command.h"
#include "base/dl-suggestion.h"

static const struct
{
  const char *name;
  int (*run) (int argc, char **argv);
} commands[] = {
  { "check", dl_command_check },   { "convert", dl_command_convert }, { "date", dl_command_date },
  { "export", dl_command_export }, { "formats", dl_command_formats }, { "info", dl_command_info },
  { "layout", dl_command_layout }, { "new", dl_command_new },
};

gboolean
dl_command_exists (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (word, commands[i].name) == 0)
      return TRUE;
  return FALSE;
}

char *
dl_command_dup_mistake (const char *word)
{
  /* What other programs call what options do here. */
  static const char *const words[] = { "check",  "convert", "date", "export",  "formats", "info",
                                       "layout", "new",     "help", "version", NULL };
  const char              *meant = dl_suggest (word, words);

  if (meant == NULL)
    return NULL;
  if (!dl_command_exists (meant))
    /* Translators: first what was typed, then the option that may have been meant, without its “--”. */
    return g_strdup_printf (_ ("unknown command “%s”; did you mean “--%s”?"), word, meant);
  /* Translators: first what was typed, then the command that may have been meant. */
  return g_strdup_printf (_ ("unknown command “%s”; did you mean “%s”?"), word, meant);
}

int
dl_command_run (int argc, char **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return commands[i].run (argc - 1, argv + 1);
  g_return_val_if_reached (DL_EXIT_WRONG_USAGE);
}
