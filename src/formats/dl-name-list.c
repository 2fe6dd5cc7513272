/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-name-list.h"

#include <glib/gi18n.h>

void
dl_name_list_append (GString *names, const char *name)
{
  if (names->len > 0)
    /* Translators: between the names of columns of a table. */
    g_string_append (names, C_ ("list of columns", ", "));
  /* Translators: the name of a column of a table. */
  g_string_append_printf (names, C_ ("column", "“%s”"), name);
}
