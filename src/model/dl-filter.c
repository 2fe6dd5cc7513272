/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-filter-private.h"

#include <string.h>

#define SPAN_TYPE "(xixi)"
#define SPAN_KEY "span"
/* Before a field's nick: what is excluded of it. */
#define NOT_PREFIX "not-"

struct _DlFilter
{
  GArray   *terms[DL_N_FILTER_FIELDS]; /* DlFilterTerm */
  gboolean  has_span;
  DlInstant from;
  DlInstant to;
};

static void
clear_term (gpointer data)
{
  DlFilterTerm *term = data;

  g_clear_pointer (&term->key, g_free);
}

/* Where the term of @key is, or DL_NONE. */
static guint
find_term (const GArray *terms, const char *key)
{
  for (guint i = 0; i < terms->len; i++)
    if (strcmp (g_array_index (terms, DlFilterTerm, i).key, key) == 0)
      return i;
  return DL_NONE;
}

DlFilter *
dl_filter_new (void)
{
  DlFilter *self = g_new0 (DlFilter, 1);

  for (guint i = 0; i < DL_N_FILTER_FIELDS; i++)
    {
      self->terms[i] = g_array_new (FALSE, TRUE, sizeof (DlFilterTerm));
      g_array_set_clear_func (self->terms[i], clear_term);
    }
  return self;
}

DlFilter *
dl_filter_copy (const DlFilter *filter)
{
  DlFilter *copy = dl_filter_new ();

  if (filter == NULL)
    return copy;
  for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
    for (guint i = 0; i < filter->terms[field]->len; i++)
      {
        const DlFilterTerm *term = &g_array_index (filter->terms[field], DlFilterTerm, i);
        DlFilterTerm        same = { g_strdup (term->key), term->choice };

        g_array_append_val (copy->terms[field], same);
      }
  copy->has_span = filter->has_span;
  copy->from = filter->from;
  copy->to = filter->to;
  return copy;
}

void
dl_filter_free (DlFilter *filter)
{
  if (filter == NULL)
    return;
  for (guint i = 0; i < DL_N_FILTER_FIELDS; i++)
    g_array_unref (filter->terms[i]);
  g_free (filter);
}

gboolean
dl_filter_is_empty (const DlFilter *filter)
{
  if (filter == NULL)
    return TRUE;
  for (guint i = 0; i < DL_N_FILTER_FIELDS; i++)
    if (filter->terms[i]->len > 0)
      return FALSE;
  return !filter->has_span;
}

gboolean
dl_filter_equal (const DlFilter *a, const DlFilter *b)
{
  if (a == NULL || b == NULL)
    return dl_filter_is_empty (a) && dl_filter_is_empty (b);
  for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
    {
      if (a->terms[field]->len != b->terms[field]->len)
        return FALSE;
      for (guint i = 0; i < a->terms[field]->len; i++)
        {
          const DlFilterTerm *term = &g_array_index (a->terms[field], DlFilterTerm, i);

          if (dl_filter_get (b, (DlFilterField) field, term->key) != term->choice)
            return FALSE;
        }
    }
  if (a->has_span != b->has_span)
    return FALSE;
  return !a->has_span || (dl_instant_compare (a->from, b->from) == 0 && dl_instant_compare (a->to, b->to) == 0);
}

void
dl_filter_set (DlFilter *filter, DlFilterField field, const char *key, DlFilterChoice choice)
{
  GArray *terms;
  guint   at;

  g_return_if_fail (filter != NULL);
  g_return_if_fail ((guint) field < DL_N_FILTER_FIELDS);
  g_return_if_fail (key != NULL);
  terms = filter->terms[field];
  at = find_term (terms, key);
  if (at != DL_NONE && g_array_index (terms, DlFilterTerm, at).choice == choice)
    return;
  if (choice != DL_FILTER_ANY)
    {
      DlFilterTerm term = { g_strdup (key), choice };

      g_array_append_val (terms, term);
    }
  if (at != DL_NONE)
    g_array_remove_index (terms, at);
}

DlFilterChoice
dl_filter_get (const DlFilter *filter, DlFilterField field, const char *key)
{
  guint at;

  g_return_val_if_fail ((guint) field < DL_N_FILTER_FIELDS, DL_FILTER_ANY);
  g_return_val_if_fail (key != NULL, DL_FILTER_ANY);
  if (filter == NULL)
    return DL_FILTER_ANY;
  at = find_term (filter->terms[field], key);
  return at == DL_NONE ? DL_FILTER_ANY : g_array_index (filter->terms[field], DlFilterTerm, at).choice;
}

void
dl_filter_clear_field (DlFilter *filter, DlFilterField field)
{
  g_return_if_fail (filter != NULL);
  g_return_if_fail ((guint) field < DL_N_FILTER_FIELDS);
  g_array_set_size (filter->terms[field], 0);
}

char **
dl_filter_dup_keys (const DlFilter *filter, DlFilterField field, DlFilterChoice choice)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  g_return_val_if_fail ((guint) field < DL_N_FILTER_FIELDS, NULL);
  for (guint i = 0; filter != NULL && i < filter->terms[field]->len; i++)
    {
      const DlFilterTerm *term = &g_array_index (filter->terms[field], DlFilterTerm, i);

      if (term->choice == choice)
        g_strv_builder_add (keys, term->key);
    }
  return g_strv_builder_end (keys);
}

const GArray *
dl_filter_get_terms (const DlFilter *filter, DlFilterField field)
{
  return filter->terms[field];
}

void
dl_filter_set_span (DlFilter *filter, DlInstant from, DlInstant to)
{
  g_return_if_fail (filter != NULL);
  filter->has_span = TRUE;
  filter->from = from;
  filter->to = to;
}

void
dl_filter_clear_span (DlFilter *filter)
{
  g_return_if_fail (filter != NULL);
  filter->has_span = FALSE;
}

gboolean
dl_filter_get_span (const DlFilter *filter, DlInstant *from, DlInstant *to)
{
  if (filter == NULL || !filter->has_span)
    return FALSE;
  *from = filter->from;
  *to = filter->to;
  return TRUE;
}

static void
put_keys (GVariantDict *dict, const DlFilter *filter, DlFilterField field, DlFilterChoice choice)
{
  g_auto (GStrv)   keys = dl_filter_dup_keys (filter, field, choice);
  g_autofree char *name =
    g_strconcat (choice == DL_FILTER_NOT ? NOT_PREFIX : "", dl_filter_field_to_string (field), NULL);

  if (*keys != NULL)
    g_variant_dict_insert_value (dict, name, g_variant_new_strv ((const char *const *) keys, -1));
}

GVariant *
dl_filter_to_variant (const DlFilter *filter)
{
  GVariantDict dict;
  DlInstant    from, to;

  g_variant_dict_init (&dict, NULL);
  for (guint field = 0; field < DL_N_FILTER_FIELDS; field++)
    {
      put_keys (&dict, filter, (DlFilterField) field, DL_FILTER_WITH);
      put_keys (&dict, filter, (DlFilterField) field, DL_FILTER_NOT);
    }
  if (dl_filter_get_span (filter, &from, &to))
    g_variant_dict_insert (&dict, SPAN_KEY, SPAN_TYPE, from.seconds, from.nanos, to.seconds, to.nanos);
  return g_variant_dict_end (&dict);
}

static void
take_keys (DlFilter *filter, const char *name, GVariant *value)
{
  DlFilterChoice          choice = g_str_has_prefix (name, NOT_PREFIX) ? DL_FILTER_NOT : DL_FILTER_WITH;
  DlFilterField           field;
  g_autofree const char **keys = NULL;

  if (!dl_filter_field_from_string (name + (choice == DL_FILTER_NOT ? strlen (NOT_PREFIX) : 0), &field) ||
      !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return;
  keys = g_variant_get_strv (value, NULL);
  for (guint i = 0; keys[i] != NULL; i++)
    dl_filter_set (filter, field, keys[i], choice);
}

DlFilter *
dl_filter_from_variant (GVariant *variant)
{
  DlFilter    *filter = dl_filter_new ();
  GVariantIter iter;
  const char  *name;
  GVariant    *value;

  g_return_val_if_fail (variant != NULL, filter);
  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    return filter;
  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
    {
      if (strcmp (name, SPAN_KEY) != 0)
        take_keys (filter, name, value);
      else if (g_variant_is_of_type (value, G_VARIANT_TYPE (SPAN_TYPE)))
        {
          DlInstant from, to;

          g_variant_get (value, SPAN_TYPE, &from.seconds, &from.nanos, &to.seconds, &to.nanos);
          dl_filter_set_span (filter, from, to);
        }
      g_variant_unref (value);
    }
  return filter;
}
