/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/schemaorg/dl-schemaorg-graph.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/draft/dl-draft-rest.h"
#include "formats/schemaorg/dl-schemaorg-words.h"

/* Objects with ids are looked for so deep. */
#define GRAPH_DEPTH 12
/* Before the id of what another names by it. */
#define MEANT "\n"
/* Before the id of a part of what is kept with it. */
#define PART "\t"

static const char *const id_names[] = { "@id", NULL };

void
dl_schemaorg_get_members (const DlLiteral *object, const char *const *names, DlLiteral *values)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;

  dl_literal_get_members (object, names, values);
  dl_literal_iter_init (&iter, object);
  while (object->kind == DL_LITERAL_OBJECT && dl_literal_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = dl_literal_dup_text (&key);
      const char      *word = name != NULL ? dl_draft_get_word (name) : NULL;

      for (guint i = 0; word != NULL && word != name && names[i] != NULL; i++)
        if (values[i].kind == DL_LITERAL_NOTHING && value.kind != DL_LITERAL_NULL && strcmp (word, names[i]) == 0)
          values[i] = value;
    }
}

gboolean
dl_schemaorg_is_reference (const DlLiteral *value)
{
  DlLiteral id;

  return value->kind == DL_LITERAL_OBJECT && dl_literal_count (value, 2) == 1 &&
         dl_literal_get_member (value, id_names[0], &id);
}

gboolean
dl_schemaorg_is_name (const DlLiteral *key, const char *name)
{
  g_autofree char *text = dl_literal_is (key, name) ? NULL : dl_literal_dup_text (key);

  return text == NULL ? dl_literal_is (key, name) : strcmp (dl_draft_get_word (text), name) == 0;
}

/* The id that a reference has, or a string may be. Returns: (transfer full) (nullable) */
static char *
dup_reference (const DlLiteral *value)
{
  DlLiteral id = *value;

  if (dl_schemaorg_is_reference (value))
    dl_literal_get_member (value, id_names[0], &id);
  return id.kind == DL_LITERAL_STRING ? dl_literal_dup_trimmed (&id) : NULL;
}

/* Of those that @whole names as its parts in the value at @at, each by its id. */
static void
gather_parts (GHashTable *graph, const DlLiteral *whole, gsize at)
{
  DlLiteral     parts;
  DlLiteral     part;
  DlLiteralIter iter;

  if (!dl_literal_parse (whole->text, whole->length, at, &parts, NULL, NULL, NULL))
    return;
  part = parts;
  dl_literal_iter_init (&iter, &parts);
  while (parts.kind != DL_LITERAL_LIST || dl_literal_iter_next (&iter, NULL, &part))
    {
      g_autofree char *id = dup_reference (&part);
      g_autofree char *key = id != NULL ? g_strconcat (PART, id, NULL) : NULL;

      if (key != NULL && !g_hash_table_contains (graph, key))
        g_hash_table_insert (graph, g_steal_pointer (&key), g_memdup2 (whole, sizeof *whole));
      if (parts.kind != DL_LITERAL_LIST)
        return;
    }
}

static void
gather (GHashTable *graph, const DlLiteral *value, guint depth)
{
  DlLiteral     id;
  DlLiteral     key;
  DlLiteral     inner;
  DlLiteralIter iter;

  if (value->kind == DL_LITERAL_OBJECT && dl_literal_get_member (value, id_names[0], &id))
    {
      g_autofree char *text = dl_literal_dup_trimmed (&id);

      if (text != NULL && dl_schemaorg_is_reference (value))
        g_hash_table_insert (graph, g_strconcat (MEANT, text, NULL), NULL);
      /* The first says most. */
      else if (text != NULL && !g_hash_table_contains (graph, text))
        g_hash_table_insert (graph, g_steal_pointer (&text), g_memdup2 (value, sizeof *value));
    }
  dl_literal_iter_init (&iter, value);
  while (depth > 0 && dl_literal_iter_peek (&iter, &key, &inner))
    {
      if (value->kind == DL_LITERAL_OBJECT &&
          (dl_schemaorg_is_name (&key, "subEvent") || dl_schemaorg_is_name (&key, "subEvents")))
        gather_parts (graph, value, inner.at);
      if (inner.kind == DL_LITERAL_OBJECT || inner.kind == DL_LITERAL_LIST)
        gather (graph, &inner, depth - 1);
      if (!dl_literal_iter_pass (&iter))
        return;
    }
}

GHashTable *
dl_schemaorg_graph_new (DlInput *input)
{
  GHashTable *graph = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GArray     *literals = dl_input_get_literals (input);

  for (guint i = 0; i < literals->len; i++)
    gather (graph, &g_array_index (literals, DlLiteralFound, i).value, GRAPH_DEPTH);
  return graph;
}

DlLiteral
dl_schemaorg_graph_resolve (GHashTable *graph, const DlLiteral *value)
{
  DlLiteral found;

  return dl_schemaorg_is_reference (value) && dl_schemaorg_graph_find (graph, value, &found) ? found : *value;
}

gboolean
dl_schemaorg_graph_find (GHashTable *graph, const DlLiteral *value, DlLiteral *found)
{
  g_autofree char *id = dup_reference (value);
  const DlLiteral *known = id != NULL ? g_hash_table_lookup (graph, id) : NULL;

  if (known != NULL)
    *found = *known;
  return known != NULL;
}

gboolean
dl_schemaorg_graph_get_whole (GHashTable *graph, const char *id, DlLiteral *whole)
{
  g_autofree char *key = id != NULL ? g_strconcat (PART, id, NULL) : NULL;
  const DlLiteral *known = key != NULL ? g_hash_table_lookup (graph, key) : NULL;

  if (known != NULL)
    *whole = *known;
  return known != NULL;
}

gboolean
dl_schemaorg_graph_is_meant (GHashTable *graph, const DlLiteral *id)
{
  g_autofree char *text = dl_literal_dup_trimmed (id);
  g_autofree char *key = text != NULL ? g_strconcat (MEANT, text, NULL) : NULL;

  return key != NULL && g_hash_table_contains (graph, key);
}

DlLiteral
dl_schemaorg_get_first (const DlLiteral *value)
{
  DlLiteralIter iter;
  DlLiteral     first;

  dl_literal_iter_init (&iter, value);
  return value->kind == DL_LITERAL_LIST && dl_literal_iter_next (&iter, NULL, &first) ? first : *value;
}

char *
dl_schemaorg_dup_words (const DlLiteral *value, gboolean line)
{
  /* An id is as good as nothing else. */
  static const char *const names[] = { "@value", "name", "legalName", "title", NULL };
  DlLiteral                inner;
  DlLiteral                members[4];
  DlLiteralIter            iter;

  if (value->kind == DL_LITERAL_LIST)
    {
      dl_literal_iter_init (&iter, value);
      return dl_literal_iter_next (&iter, NULL, &inner) && inner.kind != DL_LITERAL_LIST
               ? dl_schemaorg_dup_words (&inner, line)
               : g_strdup ("");
    }
  if (value->kind == DL_LITERAL_OBJECT)
    {
      dl_schemaorg_get_members (value, names, members);
      for (guint i = 0; names[i] != NULL; i++)
        {
          /* `"name": [{"@value": …}]` */
          members[i] = dl_schemaorg_get_first (&members[i]);
          if (members[i].kind == DL_LITERAL_OBJECT && dl_literal_get_member (&members[i], names[0], &inner))
            members[i] = inner;
          if (members[i].kind != DL_LITERAL_NOTHING && members[i].kind != DL_LITERAL_OBJECT &&
              members[i].kind != DL_LITERAL_LIST)
            return line ? dl_literal_dup_line (&members[i]) : dl_literal_dup_words (&members[i]);
        }
      return dl_schemaorg_is_reference (value) && dl_literal_get_member (value, "@id", &inner)
               ? dl_literal_dup_line (&inner)
               : g_strdup ("");
    }
  return line ? dl_literal_dup_line (value) : dl_literal_dup_words (value);
}

char *
dl_schemaorg_dup_type_word (const DlLiteral *type)
{
  g_autofree char *text = dl_literal_dup_trimmed (type);

  return g_strdup (text != NULL ? dl_schemaorg_get_word (text) : "");
}

char *
dl_schemaorg_dup_event_type (const DlLiteral *type)
{
  g_autofree char *word = type->kind == DL_LITERAL_STRING ? dl_schemaorg_dup_type_word (type) : NULL;
  DlLiteralIter    iter;
  DlLiteral        value;
  char            *found = NULL;

  if (word != NULL)
    return dl_schemaorg_is_event (word) ? g_steal_pointer (&word) : NULL;
  if (type->kind != DL_LITERAL_LIST)
    return NULL;
  dl_literal_iter_init (&iter, type);
  while (dl_literal_iter_next (&iter, NULL, &value))
    {
      g_autofree char *name = value.kind == DL_LITERAL_STRING ? dl_schemaorg_dup_event_type (&value) : NULL;

      /* One that says more than that it is an event. */
      if (name != NULL && (found == NULL || strcmp (found, "Event") == 0))
        {
          g_free (found);
          found = g_steal_pointer (&name);
        }
    }
  return found;
}

char *
dl_schemaorg_dup_address (const DlLiteral *address)
{
  static const char *const names[] = { "streetAddress", "postalCode",     "addressLocality",
                                       "addressRegion", "addressCountry", NULL };
  DlLiteral                members[5];
  GString                 *words;

  if (address->kind != DL_LITERAL_OBJECT)
    return dl_schemaorg_dup_words (address, TRUE);
  dl_schemaorg_get_members (address, names, members);
  words = g_string_new (NULL);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *word = dl_schemaorg_dup_words (&members[i], TRUE);

      if (*word != '\0')
        /* Translators: joins the parts of an address. */
        g_string_append_printf (words, "%s%s", words->len > 0 ? _ (", ") : "", word);
    }
  return g_string_free (words, FALSE);
}
