/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lists of events are called, and what they stand in: topics of these. */
#include "formats/rows/dl-json-groups.h"

#include <string.h>

#include "formats/markup/dl-markup.h"
#include "formats/rows/dl-row-names.h"

/* Before a name that is but the key of an object, until it is known whether others have another there. */
#define KEY_MARK "\x1e"

gboolean
dl_json_group_is_generic (const char *topic)
{
  static const char *const years[] = { "years", "annees", "années", "jahre", "años", NULL };

  return strchr (topic, ' ') == NULL && (dl_row_name_is_container (topic) || g_strv_contains (years, topic));
}

char *
dl_json_group_dup_name (const char *topic)
{
  gboolean camel = FALSE;
  gboolean plain = TRUE;

  for (const char *p = topic; *p != '\0'; p++)
    {
      camel = camel || (p > topic && g_ascii_isupper (*p) && g_ascii_islower (p[-1])) || *p == '_';
      plain = plain && (g_ascii_isalnum (*p) || *p == '_');
    }
  return camel && plain && g_ascii_islower (*topic) ? dl_row_name_dup_words (topic) : dl_markup_to_line (topic);
}

gboolean
dl_json_groups_enter (DlJsonFinder *self, const char *topic, const char *name)
{
  if (topic == NULL || *topic == '\0' || dl_json_group_is_generic (topic) || name == NULL || *name == '\0' ||
      strcmp (name, topic) == 0)
    return FALSE;
  if (self->named == DL_JSON_NAMED_LIST)
    return FALSE;
  g_ptr_array_add (self->outer,
                   self->named == DL_JSON_NAMED_OBJECT ? g_strconcat (KEY_MARK, topic, NULL) : g_strdup (topic));
  return TRUE;
}

char *
dl_json_groups_dup_within (const GPtrArray *outer, const char *topic)
{
  GString *within = NULL;

  for (guint i = outer->len; i-- > 0;)
    {
      const char      *text = outer->pdata[i];
      const char      *called = g_str_has_prefix (text, KEY_MARK) ? text + strlen (KEY_MARK) : text;
      g_autofree char *name = NULL;

      if (topic != NULL && strcmp (called, topic) == 0)
        continue;
      name = dl_json_group_dup_name (called);
      if (within == NULL)
        within = g_string_new (NULL);
      else
        g_string_append (within, DL_ROW_SEPARATOR);
      g_string_append_printf (within, "%s%s", called != text ? KEY_MARK : "", name);
    }
  return within != NULL ? g_string_free (within, FALSE) : NULL;
}

/* One table is all there is, and needs no topic: what it is called in the file is the title of the whole where
 * that has no other. @draft: (nullable) */
static void
name_only (const DlJsonFinder *self, DlRowTable *table, DlDraft *draft)
{
  static const char *const names[] = { "title", "name", "headline", NULL };
  DlLiteral                values[G_N_ELEMENTS (names)];

  dl_literal_get_members (&self->head, names, values);
  if (self->has_named && self->head.kind == DL_LITERAL_OBJECT &&
      values[0].kind + values[1].kind + values[2].kind != DL_LITERAL_NOTHING)
    return;
  if (self->has_named && draft != NULL)
    dl_draft_set_title (draft, table->topic);
  g_clear_pointer (&table->topic, g_free);
}

/* A topic that all have parts nothing, where it is but the name of a list. */
static void
drop_common (const DlJsonFinder *self)
{
  GArray     *tables = self->tables->tables;
  const char *first = tables->len > 1 ? g_array_index (tables, DlRowTable, 0).topic : NULL;

  if (first == NULL || self->has_named)
    return;
  for (guint i = 1; i < tables->len; i++)
    if (g_strcmp0 (g_array_index (tables, DlRowTable, i).topic, first) != 0)
      return;
  for (guint i = 0; i < tables->len; i++)
    g_clear_pointer (&g_array_index (tables, DlRowTable, i).topic, g_free);
}

/* How many tables have this among what they stand in. */
static guint
count_within (const GArray *tables, const char *name)
{
  guint n = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      const char    *within = g_array_index (tables, DlRowTable, i).within;
      g_auto (GStrv) names = within != NULL ? g_strsplit (within, DL_ROW_SEPARATOR, -1) : NULL;

      n += names != NULL && g_strv_contains ((const char *const *) names, name) ? 1 : 0;
    }
  return n;
}

/* The same of what tables stand in. */
static void
drop_common_within (const DlJsonFinder *self)
{
  GArray        *tables = self->tables->tables;
  const char    *first = tables->len > 0 ? g_array_index (tables, DlRowTable, 0).within : NULL;
  g_auto (GStrv) common = first != NULL ? g_strsplit (first, DL_ROW_SEPARATOR, -1) : NULL;

  for (guint i = 0; common != NULL && common[i] != NULL; i++)
    if (!g_str_has_prefix (common[i], KEY_MARK) || count_within (tables, common[i]) < tables->len)
      *common[i] = '\0';
  for (guint i = 0; i < tables->len; i++)
    {
      DlRowTable         *table = &g_array_index (tables, DlRowTable, i);
      g_auto (GStrv)      names = table->within != NULL ? g_strsplit (table->within, DL_ROW_SEPARATOR, -1) : NULL;
      g_autoptr (GString) left = g_string_new (NULL);

      for (guint k = 0; names != NULL && names[k] != NULL; k++)
        {
          gboolean key = g_str_has_prefix (names[k], KEY_MARK);

          if (common != NULL && g_strv_contains ((const char *const *) common, names[k]))
            continue;
          g_string_append_printf (left, "%s%s", left->len > 0 ? DL_ROW_SEPARATOR : "",
                                  names[k] + (key ? strlen (KEY_MARK) : 0));
        }
      g_free (table->within);
      table->within = left->len > 0 ? g_strdup (left->str) : NULL;
    }
}

void
dl_json_groups_settle (const DlJsonFinder *self, DlDraft *draft)
{
  drop_common (self);
  drop_common_within (self);
  if (self->tables->tables->len == 1)
    name_only (self, &g_array_index (self->tables->tables, DlRowTable, 0), draft);
}
