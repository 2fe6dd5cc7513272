/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the features of a file stand. */
#include "formats/places/dl-features.h"

#include <string.h>

#include <glib/gi18n.h>

#define FEATURES_DEPTH 3

gboolean
dl_feature_get_properties (const DlLiteral *feature, DlLiteral *properties)
{
  static const char *const names[] = { "properties", "attributes", NULL };
  DlLiteral                members[2];

  if (feature->kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_literal_get_members (feature, names, members);
  *properties = members[members[0].kind == DL_LITERAL_OBJECT ? 0 : 1];
  return properties->kind == DL_LITERAL_OBJECT;
}

/* Whether a value is a list of features. */
static gboolean
is_list_of_features (const DlLiteral *list)
{
  static const char *const names[] = { "type", "properties", "attributes", "geometry", NULL };
  DlLiteralIter            iter;
  DlLiteral                feature;
  DlLiteral                members[4];

  if (list->kind != DL_LITERAL_LIST)
    return FALSE;
  dl_literal_iter_init (&iter, list);
  if (!dl_literal_iter_next (&iter, NULL, &feature) || feature.kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_literal_get_members (&feature, names, members);
  return dl_literal_is (&members[0], "Feature") || (members[2].kind == DL_LITERAL_OBJECT) ||
         (members[1].kind == DL_LITERAL_OBJECT && members[3].kind == DL_LITERAL_OBJECT);
}

static gboolean
find_features (const DlLiteral *value, guint depth, DlLiteral *features)
{
  DlLiteralIter iter;
  DlLiteral     inner;

  if (value->kind == DL_LITERAL_OBJECT && dl_literal_get_member (value, "features", features) &&
      is_list_of_features (features))
    return TRUE;
  if (is_list_of_features (value))
    {
      *features = *value;
      return TRUE;
    }
  /* A list of collections. */
  if (depth > 0 && value->kind == DL_LITERAL_LIST)
    {
      dl_literal_iter_init (&iter, value);
      return dl_literal_iter_next (&iter, NULL, &inner) && inner.kind == DL_LITERAL_OBJECT &&
             dl_literal_get_member (&inner, "features", features) && is_list_of_features (features);
    }
  /* Of "results", say. */
  if (depth == 0 || value->kind != DL_LITERAL_OBJECT)
    return FALSE;
  dl_literal_iter_init (&iter, value);
  while (dl_literal_iter_peek (&iter, NULL, &inner))
    {
      DlLiteralIter elements;
      DlLiteral     first;

      if (inner.kind == DL_LITERAL_LIST)
        {
          dl_literal_iter_init (&elements, &inner);
          if (dl_literal_iter_next (&elements, NULL, &first) && first.kind == DL_LITERAL_OBJECT &&
              find_features (&first, depth - 1, features))
            return TRUE;
        }
      if (!dl_literal_iter_pass (&iter))
        break;
    }
  return FALSE;
}

/* A large object without the words that a feature has, large letters or not, is not walked through. */
static gboolean
may_have_features (DlInput *input, GArray *literals)
{
  gboolean has_object = FALSE;

  for (guint i = 0; i < literals->len && !has_object; i++)
    has_object = g_array_index (literals, DlLiteralFound, i).value.kind == DL_LITERAL_OBJECT;
  return !has_object || dl_input_has (input, "eature") || dl_input_has (input, "roperties") ||
         dl_input_has (input, "ttributes");
}

/* Features one after the other, a line each, as one list: it begins before the first, and ends behind the
 * last that is whole. @draft: (nullable): where it is told what is not; without it only the first are
 * looked at. Returns: FALSE where there is but one */
static gboolean
find_lines (const DlLiteral *first, DlDraft *draft, DlLiteral *features)
{
  gsize       end = dl_literal_get_end (first);
  gsize       mistake = 0;
  const char *reason = NULL;
  guint       n = 1;

  for (; draft != NULL || n < DL_INPUT_SNIFFED_ELEMENTS; n++)
    {
      gsize     at = end;
      DlLiteral value;

      while (at < first->length && (g_ascii_isspace (first->text[at]) || first->text[at] == '\x1e'))
        at++;
      if (at >= first->length)
        break;
      mistake = at;
      if (first->text[at] != '{' || !dl_literal_parse (first->text, first->length, at, &value, &end, NULL, &reason))
        break;
      mistake = 0;
    }
  if (n < 2)
    return FALSE;
  *features = (DlLiteral){ first->text, end, first->at - 1, DL_LITERAL_LIST };
  if (draft != NULL && mistake > 0)
    dl_draft_tell (draft, mistake, g_strdup (""),
                   reason == NULL ? g_strdup (_ ("From here on nothing is read, since this is not JSON."))
                                  /* Translators: %s is the reason. */
                                  : g_strdup_printf (_ ("From here on nothing is read: %s"), reason));
  return TRUE;
}

/* @draft: (nullable): as for find_lines(). Returns: what is nothing where there are none */
static DlLiteral
seek_features (DlInput *input, DlDraft *draft)
{
  GArray   *literals = dl_input_get_literals (input);
  DlLiteral features = { 0 };

  if (!may_have_features (input, literals))
    return features;
  for (guint i = 0; i < literals->len; i++)
    {
      const DlLiteral *value = &g_array_index (literals, DlLiteralFound, i).value;
      DlLiteral        type;

      if (find_features (value, FEATURES_DEPTH, &features))
        return features;
      /* A single one is as good as a list of one. */
      if (value->kind == DL_LITERAL_OBJECT && dl_literal_get_member (value, "type", &type) &&
          dl_literal_is (&type, "Feature"))
        {
          if (!find_lines (value, draft, &features))
            features = *value;
          return features;
        }
    }
  return (DlLiteral){ 0 };
}

gboolean
dl_features_find (DlInput *input, DlDraft *draft, DlLiteral *features)
{
  if (!input->features_sought)
    {
      input->features = seek_features (input, NULL);
      input->features_sought = TRUE;
    }
  *features = draft != NULL && input->features.text != NULL ? seek_features (input, draft) : input->features;
  return features->text != NULL;
}

GArray *
dl_features_find_all (DlInput *input, DlDraft *draft)
{
  GArray *literals = dl_input_get_literals (input);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (DlLiteral));

  for (guint i = 0; i < literals->len; i++)
    {
      const DlLiteral *value = &g_array_index (literals, DlLiteralFound, i).value;
      DlLiteralIter    iter;
      DlLiteral        features;
      DlLiteral        inner;
      DlLiteral        type;

      if (value->kind == DL_LITERAL_LIST && !is_list_of_features (value))
        {
          dl_literal_iter_init (&iter, value);
          while (dl_literal_iter_next (&iter, NULL, &inner))
            if (inner.kind == DL_LITERAL_OBJECT && dl_literal_get_member (&inner, "features", &features) &&
                is_list_of_features (&features))
              g_array_append_val (all, features);
        }
      else if (find_features (value, FEATURES_DEPTH, &features))
        g_array_append_val (all, features);
      else if (value->kind == DL_LITERAL_OBJECT && dl_literal_get_member (value, "type", &type) &&
               dl_literal_is (&type, "Feature"))
        {
          features = *value;
          find_lines (value, draft, &features);
          g_array_append_val (all, features);
        }
    }
  return all;
}
