/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/rows/dl-json-names.h"

#include <string.h>

#include "formats/markup/dl-markup.h"
#include "formats/rows/dl-json-shapes.h"
#include "formats/rows/dl-row-names.h"

/* Lists of names stand in the outermost object, or in one in it; they are no longer than this. */
#define MAX_NAMED_DEPTH 2
#define MAX_NAMED 2000

typedef void (*NameFunc) (DlDraft *draft, const char *id, const char *name);

/* What names those that a list is called by: their kind is its last word, or stands before one of these. */
static NameFunc
get_func (const char *list, gboolean *texts)
{
  static const char *const topics[] = { "categories", "category",   "tracks",     "track",   "lanes",      "lane",
                                        "groups",     "group",      "types",      "type",    "topics",     "topic",
                                        "themes",     "theme",      "eras",       "era",     "phases",     "phase",
                                        "periods",    "period",     "sections",   "section", "series",     "tags",
                                        "tag",        "streams",    "layers",     "kinds",   "categorias", "tipos",
                                        "temas",      "kategorien", "catégories", NULL };
  static const char *const people[] = { "people",  "persons", "person", "characters", "character",
                                        "figures", "figure",  "actors", NULL };
  static const char *const ends[] = { "labels", "names", "label", "name", "meta", "config", "info", "map", NULL };
  g_autofree char         *all = dl_row_name_dup_words (list);
  char                    *last = strrchr (all, ' ');

  *texts = FALSE;
  if (last != NULL && g_strv_contains (ends, last + 1))
    {
      *texts = g_str_has_prefix (last + 1, "label") || g_str_has_prefix (last + 1, "name");
      *last = '\0';
      last = strrchr (all, ' ');
    }
  last = last != NULL ? last + 1 : all;
  return g_strv_contains (topics, last)   ? dl_draft_name_topic
         : g_strv_contains (people, last) ? dl_draft_name_person
                                          : NULL;
}

/* By what things are known, and what they are called. */
static const char *const id_names[] = { "id", "key", "slug", "code", "name", "label", "title", "headline", NULL };

/* @id: (nullable): of the object, where it does not say so itself */
static void
name_one (DlDraft *draft, NameFunc func, const DlLiteral *object, const char *id)
{
  DlLiteral        values[G_N_ELEMENTS (id_names)];
  g_autofree char *own = g_strdup (id);
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;

  dl_literal_get_members (object, id_names, values);
  for (guint i = 0; id_names[i] != NULL; i++)
    if (i < 4 && own == NULL)
      own = dl_literal_dup_trimmed (&values[i]);
    else if (i >= 4 && name == NULL)
      name = dl_json_dup_words (&values[i]);
  if (own == NULL || name == NULL)
    return;
  line = dl_markup_to_line (name);
  func (draft, own, line);
}

static void
name_all (DlDraft *draft, NameFunc func, gboolean texts, const DlLiteral *value)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     one;

  dl_literal_iter_init (&iter, value);
  for (guint n = 0; n < MAX_NAMED && dl_literal_iter_next (&iter, &key, &one); n++)
    {
      g_autofree char *id = value->kind == DL_LITERAL_OBJECT ? dl_literal_dup_trimmed (&key) : NULL;
      g_autofree char *name = NULL;

      if (one.kind == DL_LITERAL_OBJECT)
        name_one (draft, func, &one, id);
      else if (texts && id != NULL && one.kind == DL_LITERAL_STRING && (name = dl_literal_dup_trimmed (&one)) != NULL)
        func (draft, id, name);
    }
}

/* @name: (nullable): what @value is called */
static void
look (DlDraft *draft, const char *name, const DlLiteral *value, guint depth)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     inner;
  gboolean      texts;
  NameFunc      func = name != NULL ? get_func (name, &texts) : NULL;

  if (func != NULL)
    /* {"rail": "Railways"}: only of those that events name. */
    name_all (draft, func, texts || func == dl_draft_name_topic, value);
  if (func != NULL || value->kind != DL_LITERAL_OBJECT || depth == 0)
    return;
  dl_literal_iter_init (&iter, value);
  for (guint n = 0; n < MAX_NAMED && dl_literal_iter_next (&iter, &key, &inner); n++)
    if (inner.kind == DL_LITERAL_OBJECT || inner.kind == DL_LITERAL_LIST)
      {
        g_autofree char *own = dl_literal_dup_text (&key);

        look (draft, own, &inner, depth - 1);
      }
}

/* Whether an object has any of what names something; numbers that were measured have not. */
static gboolean
is_named (const DlLiteral *object)
{
  DlLiteral values[G_N_ELEMENTS (id_names)];

  dl_literal_get_members (object, id_names, values);
  for (guint i = 0; id_names[i] != NULL; i++)
    if (values[i].kind != DL_LITERAL_NOTHING)
      return TRUE;
  return FALSE;
}

gboolean
dl_json_names_has (const char *list, const DlLiteral *value)
{
  DlLiteralIter iter;
  DlLiteral     first;
  gboolean      texts;
  NameFunc      func = get_func (list, &texts);

  if (func == NULL)
    return FALSE;
  dl_literal_iter_init (&iter, value);
  if (!dl_literal_iter_next (&iter, NULL, &first))
    return value->kind == DL_LITERAL_LIST || texts;
  if (value->kind == DL_LITERAL_LIST)
    return first.kind != DL_LITERAL_OBJECT || is_named (&first);
  return texts || first.kind == DL_LITERAL_OBJECT || (func == dl_draft_name_topic && first.kind == DL_LITERAL_STRING);
}

void
dl_json_names_put (DlInput *input, DlDraft *draft)
{
  GArray *literals = dl_input_get_literals (input);

  if (!dl_draft_has_names (draft))
    return;
  for (guint i = 0; i < literals->len; i++)
    {
      const DlLiteralFound *found = &g_array_index (literals, DlLiteralFound, i);

      look (draft, found->name, &found->value, MAX_NAMED_DEPTH);
    }
}

char *
dl_json_names_dup_readable (const char *key)
{
  g_autofree char *words = g_strdup (key);
  gunichar         first;

  if (strchr (key, ' ') == NULL)
    g_strdelimit (words, "_", ' ');
  g_strstrip (words);
  first = g_utf8_get_char_validated (words, -1);
  for (const char *p = key; *p != '\0'; p++)
    if (g_ascii_isupper (*p))
      return g_steal_pointer (&words);
  if (first < 0x80 && g_ascii_islower ((char) first) && strchr (key, ' ') == NULL)
    *words = g_ascii_toupper (*words);
  return g_steal_pointer (&words);
}
