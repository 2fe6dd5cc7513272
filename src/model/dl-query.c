/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* For memmem(). */
#define _GNU_SOURCE
#include "model/dl-query.h"

#include <string.h>

#include "model/dl-text-fold.h"

struct _DlQuery
{
  gatomicrefcount ref_count;
  char           *text;
  GPtrArray      *terms; /* of GString, folded, none of them empty, each once */
};

/* What a phrase stands between, and whether it may begin behind a word without a space,
 * where people write none. */
static const struct
{
  const char *open;
  const char *close;
  gboolean    anywhere;
} quotes[] = {
  { "\"", "\"", FALSE },
  { "“", "”", TRUE },
  { "「", "」", TRUE },
};

static void
free_term (gpointer term)
{
  g_string_free (term, TRUE);
}

/* Adds a word or phrase, unless nothing is left of it. */
static void
add_term (DlQuery *self, const char *start, const char *end)
{
  g_autoptr (GString) term = g_string_new (NULL);

  dl_text_fold (start, (gsize) (end - start), term, NULL);
  g_strstrip (term->str);
  g_string_truncate (term, strlen (term->str));
  if (term->len == 0 || self->terms->len == DL_QUERY_MAX_TERMS)
    return;
  for (guint i = 0; i < self->terms->len; i++)
    if (g_string_equal (g_ptr_array_index (self->terms, i), term))
      return;
  g_ptr_array_add (self->terms, g_steal_pointer (&term));
}

/* The phrase whose quotation mark stands at @p, to the end while it has no second one.
 * Returns: (nullable): what follows; %NULL where none begins here */
static const char *
take_phrase (DlQuery *self, const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (g_str_has_prefix (p, quotes[i].open))
      {
        const char *start = p + strlen (quotes[i].open);
        const char *end = strstr (start, quotes[i].close);

        add_term (self, start, end != NULL ? end : start + strlen (start));
        return end != NULL ? end + strlen (quotes[i].close) : start + strlen (start);
      }
  return NULL;
}

static gboolean
word_goes_on (const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (quotes[i].anywhere && g_str_has_prefix (p, quotes[i].open))
      return FALSE;
  return *p != '\0' && !g_unichar_isspace (g_utf8_get_char (p));
}

DlQuery *
dl_query_new (const char *text)
{
  DlQuery    *self;
  const char *p = text;

  g_return_val_if_fail (text != NULL, NULL);
  self = g_new0 (DlQuery, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_strdup (text);
  self->terms = g_ptr_array_new_with_free_func (free_term);
  while (*p != '\0')
    {
      const char *start = p;
      const char *behind = take_phrase (self, p);

      if (behind != NULL)
        {
          p = behind;
          continue;
        }
      while (word_goes_on (p))
        p = g_utf8_next_char (p);
      add_term (self, start, p);
      if (g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
    }
  return self;
}

DlQuery *
dl_query_ref (DlQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dl_query_unref (DlQuery *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->terms);
  g_free (self->text);
  g_free (self);
}

gboolean
dl_query_is_empty (DlQuery *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return self->terms->len == 0;
}

const char *
dl_query_get_text (DlQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->text;
}

guint32
dl_query_get_terms (DlQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return (1u << self->terms->len) - 1;
}

guint32
dl_query_match (DlQuery *self, const char *text, gsize length, GString *scratch)
{
  guint32 met = 0;

  g_return_val_if_fail (self != NULL, 0);
  if (length == 0)
    return 0;
  dl_text_fold (text, length, scratch, NULL);
  for (guint i = 0; i < self->terms->len; i++)
    {
      const GString *term = g_ptr_array_index (self->terms, i);

      if (memmem (scratch->str, scratch->len, term->str, term->len) != NULL)
        met |= 1u << i;
    }
  return met;
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const DlQueryRange *one = a;
  const DlQueryRange *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

/* The bytes of the text that @length bytes at @at of its folded text came from, and what
 * was left out behind them. */
static DlQueryRange
unfold (const GArray *starts, gsize at, gsize length)
{
  const guint32 *start = (const guint32 *) starts->data;
  gsize          end = at + length;

  /* Several letters may have come from one. */
  while (end < starts->len - 1 && start[end] == start[end - 1])
    end++;
  return (DlQueryRange){ start[at], start[end] };
}

GArray *
dl_query_find (DlQuery *self, const char *text)
{
  g_autoptr (GString) folded = NULL;
  g_autoptr (GArray)  starts = NULL;
  g_autoptr (GArray)  ranges = NULL;
  guint               n = 0;

  if (self == NULL || text == NULL || self->terms->len == 0)
    return NULL;
  folded = g_string_new (NULL);
  starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  dl_text_fold (text, strlen (text), folded, starts);
  ranges = g_array_new (FALSE, FALSE, sizeof (DlQueryRange));
  for (guint i = 0; i < self->terms->len; i++)
    {
      const GString *term = g_ptr_array_index (self->terms, i);
      const char    *at = folded->str;

      while ((at = memmem (at, folded->len - (gsize) (at - folded->str), term->str, term->len)) != NULL)
        {
          DlQueryRange range = unfold (starts, (gsize) (at - folded->str), term->len);

          g_array_append_val (ranges, range);
          /* The next one may overlap it. */
          at = g_utf8_next_char (at);
        }
    }
  if (ranges->len == 0)
    return NULL;
  g_array_sort (ranges, compare_ranges);
  for (guint i = 1; i < ranges->len; i++)
    {
      DlQueryRange *kept = &g_array_index (ranges, DlQueryRange, n);
      DlQueryRange  next = g_array_index (ranges, DlQueryRange, i);

      if (next.start <= kept->end)
        kept->end = MAX (kept->end, next.end);
      else
        g_array_index (ranges, DlQueryRange, ++n) = next;
    }
  g_array_set_size (ranges, n + 1);
  return g_steal_pointer (&ranges);
}
