/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of columns that tell something of what stands there, whatever they are taken for. */
#include "formats/rows/dl-row-names.h"

#include <string.h>

/* Whether a name ends in one of @words, which end with NULL. */
static gboolean
ends_in_word (const char *name, const char *const *words)
{
  g_autofree char *own = dl_row_name_dup_words (name);
  const char      *space = strrchr (own, ' ');

  return g_strv_contains (words, space != NULL ? space + 1 : own);
}

gboolean
dl_row_name_is_of_kind (const char *name)
{
  static const char *const words[] = { "type",    "types", "kind", "category",  "class",     "genre",
                                       "subtype", "typ",   "tipo", "categoria", "kategorie", "тип",
                                       "类型",    "種別",  "種類", "유형",      "분류",      NULL };

  return ends_in_word (name, words);
}

gboolean
dl_row_name_is_of_links (const char *name)
{
  static const char *const words[] = { "url",     "urls",     "link",    "links", "uri", "href",
                                       "website", "homepage", "webpage", "page",  NULL };

  return ends_in_word (name, words);
}

/* Whether a name, all of it, is one of @names, which end with NULL. */
static gboolean
is_one_of (const char *name, const char *const *names)
{
  g_autofree char *own = dl_row_name_dup_words (name);

  return g_strv_contains (names, own);
}

gboolean
dl_row_name_is_given (const char *name)
{
  static const char *const names[] = { "first",    "first name", "firstname", "given name", "given names",
                                       "forename", "vorname",    "prénom",    "prenom",     NULL };

  return is_one_of (name, names);
}

gboolean
dl_row_name_is_family (const char *name)
{
  static const char *const names[] = { "last",     "last name",      "lastname",  "surname", "family name",
                                       "nachname", "nom de famille", "apellidos", "cognome", NULL };

  return is_one_of (name, names);
}

gboolean
dl_row_name_is_of_start (const char *name)
{
  g_autofree char *own = dl_row_name_dup_words (name);

  return g_str_has_prefix (own, "start ") || g_str_has_prefix (own, "begin ");
}
