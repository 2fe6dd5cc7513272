/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/literal/dl-literal.h"

#include <math.h>

#include <glib/gi18n.h>

#include "formats/dl-json-token.h"
#include "formats/literal/dl-literal-plain.h"
#include "formats/literal/dl-literal-private.h"
#include "formats/literal/dl-literal-string.h"

gboolean
dl_literal_parse (const char  *text,
                  gsize        length,
                  gsize        at,
                  DlLiteral   *literal,
                  gsize       *end,
                  gsize       *mistake,
                  const char **reason)
{
  DlLiteralWalk walk = { text, length, at, NULL };

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  dl_literal_walk_skip_space (&walk);
  *literal = (DlLiteral){ text, length, walk.at, DL_LITERAL_NOTHING };
  if (walk.reason == NULL)
    literal->kind = dl_literal_walk_skip_value (&walk);
  if (literal->kind == DL_LITERAL_NOTHING)
    {
      if (mistake != NULL)
        *mistake = MIN (walk.at, length);
      if (reason != NULL)
        *reason = walk.reason != NULL ? walk.reason : _ ("a value is missing");
      return FALSE;
    }
  if (end != NULL)
    *end = walk.at;
  return TRUE;
}

gsize
dl_literal_get_end (const DlLiteral *literal)
{
  DlLiteralWalk walk = { literal->text, literal->length, literal->at, NULL };

  if (literal->kind == DL_LITERAL_NUMBER)
    dl_literal_walk_skip_number (&walk);
  else
    dl_literal_walk_skip_value (&walk);
  return walk.at;
}

void
dl_literal_iter_init (DlLiteralIter *iter, const DlLiteral *literal)
{
  iter->of = *literal;
  iter->at = literal->at + 1;
}

gboolean
dl_literal_iter_peek (DlLiteralIter *iter, DlLiteral *key, DlLiteral *value)
{
  DlLiteralWalk walk = { iter->of.text, iter->of.length, iter->at, NULL };
  char          close = iter->of.kind == DL_LITERAL_OBJECT ? '}' : ']';
  int           c;

  if (iter->of.kind != DL_LITERAL_OBJECT && iter->of.kind != DL_LITERAL_LIST)
    return FALSE;
  dl_literal_walk_skip_space (&walk);
  if (dl_literal_walk_peek (&walk) == ',')
    {
      walk.at++;
      dl_literal_walk_skip_space (&walk);
    }
  /* What JavaScript leaves out of a list keeps its place. */
  if (dl_literal_walk_peek (&walk) == ',' && iter->of.kind == DL_LITERAL_LIST)
    {
      *value = (DlLiteral){ walk.text, walk.length, walk.at, DL_LITERAL_NULL };
      iter->at = walk.at;
      return TRUE;
    }
  while (dl_literal_walk_peek (&walk) == ',')
    {
      walk.at++;
      dl_literal_walk_skip_space (&walk);
    }
  c = dl_literal_walk_peek (&walk);
  if (c == close || c < 0)
    return FALSE;
  if (iter->of.kind == DL_LITERAL_OBJECT)
    {
      if (key != NULL)
        *key = (DlLiteral){ walk.text, walk.length, walk.at, DL_LITERAL_STRING };
      if (!dl_literal_walk_skip_key (&walk))
        return FALSE;
      c = dl_literal_walk_peek (&walk);
    }
  *value = (DlLiteral){ walk.text, walk.length, walk.at,
                        c == '{'   ? DL_LITERAL_OBJECT
                        : c == '[' ? DL_LITERAL_LIST
                                   : DL_LITERAL_NOTHING };
  iter->at = walk.at;
  return TRUE;
}

gboolean
dl_literal_iter_pass (DlLiteralIter *iter)
{
  DlLiteralWalk walk = { iter->of.text, iter->of.length, iter->at, NULL };

  if (dl_literal_walk_peek (&walk) == ',')
    return TRUE;
  if (dl_literal_walk_skip_value (&walk) == DL_LITERAL_NOTHING)
    return FALSE;
  iter->at = walk.at;
  return TRUE;
}

gboolean
dl_literal_iter_next (DlLiteralIter *iter, DlLiteral *key, DlLiteral *value)
{
  DlLiteralWalk walk;

  if (!dl_literal_iter_peek (iter, key, value))
    return FALSE;
  if (value->kind == DL_LITERAL_NULL)
    return TRUE;
  walk = (DlLiteralWalk){ iter->of.text, iter->of.length, iter->at, NULL };
  value->kind = dl_literal_walk_skip_value (&walk);
  iter->at = walk.at;
  return value->kind != DL_LITERAL_NOTHING;
}

gsize
dl_literal_iter_get_end (const DlLiteralIter *iter)
{
  DlLiteralWalk walk = { iter->of.text, iter->of.length, iter->at, NULL };
  char          close = iter->of.kind == DL_LITERAL_OBJECT ? '}' : ']';

  dl_literal_walk_skip_space (&walk);
  while (dl_literal_walk_peek (&walk) == ',')
    {
      walk.at++;
      dl_literal_walk_skip_space (&walk);
    }
  return dl_literal_walk_peek (&walk) == close ? walk.at + 1 : 0;
}

/* Whether a key is @name but for the case of its letters. */
static gboolean
is_like (const DlLiteral *key, const char *name)
{
  const char *at = key->text + key->at;
  gsize       n;

  if (*at == '"' || *at == '\'')
    at++;
  if (at >= key->text + key->length || g_ascii_tolower (*at) != g_ascii_tolower (*name))
    return FALSE;
  n = strlen (name);
  return (gsize) (key->text + key->length - at) > n && g_ascii_strncasecmp (at, name, n) == 0 &&
         !dl_literal_walk_is_name (at[n]);
}

/* As dl_literal_is() of a key, of which a million objects have the same dozen. */
static inline gboolean
is_named (const DlLiteral *key, const char *name)
{
  const char *at = key->text + key->at;
  const char *left = name;

  if (*at != '"')
    return dl_literal_is (key, name);
  /* It is whole, so that no name leads beyond its other quote. */
  for (at++; *left != '\0' && *at == *left; at++)
    left++;
  return (*left == '\0' && *at == '"') || (*at == '\\' && dl_literal_is (key, name));
}

void
dl_literal_get_members (const DlLiteral *object, const char *const *names, DlLiteral *values)
{
  dl_literal_pass_members (object, names, values);
}

gsize
dl_literal_pass_any_members (const DlLiteral *object, const char *const *names, DlLiteral *values)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;
  gsize         before;
  guint         i;

  for (i = 0; names[i] != NULL; i++)
    values[i] = (DlLiteral){ object->text, object->length, object->at, DL_LITERAL_NOTHING };
  if (object->kind != DL_LITERAL_OBJECT)
    return 0;
  dl_literal_iter_init (&iter, object);
  while (before = iter.at, dl_literal_iter_next (&iter, &key, &value))
    {
      if (value.kind == DL_LITERAL_NULL)
        value.kind = DL_LITERAL_NOTHING;
      for (i = 0; names[i] != NULL && !is_named (&key, names[i]); i++)
        ;
      if (names[i] == NULL)
        for (i = 0; names[i] != NULL && !(values[i].kind == DL_LITERAL_NOTHING && is_like (&key, names[i])); i++)
          ;
      if (names[i] != NULL)
        values[i] = value;
    }
  /* It moves to a value in which there is a mistake. */
  return iter.at == before ? dl_literal_iter_get_end (&iter) : 0;
}

gsize
dl_literal_pass_members (const DlLiteral *object, const char *const *names, DlLiteral *values)
{
  gsize end;

  for (guint i = 0; names[i] != NULL; i++)
    values[i] = (DlLiteral){ object->text, object->length, object->at, DL_LITERAL_NOTHING };
  if (object->kind != DL_LITERAL_OBJECT)
    return 0;
  end = dl_literal_plain_pass_members (object, names, values);
  return end > 0 ? end : dl_literal_pass_any_members (object, names, values);
}

gboolean
dl_literal_get_member (const DlLiteral *object, const char *name, DlLiteral *value)
{
  const char *const names[] = { name, NULL };

  dl_literal_get_members (object, names, value);
  return value->kind != DL_LITERAL_NOTHING;
}

guint
dl_literal_count (const DlLiteral *literal, guint most)
{
  DlLiteralIter iter;
  DlLiteral     value;
  guint         n = 0;

  dl_literal_iter_init (&iter, literal);
  while (n < most && dl_literal_iter_next (&iter, NULL, &value))
    n++;
  return n;
}

gboolean
dl_literal_is (const DlLiteral *literal, const char *text)
{
  const char *at;
  gsize       left;
  gsize       n;

  if (literal->kind != DL_LITERAL_STRING)
    return FALSE;
  at = literal->text + literal->at;
  left = literal->length - literal->at;
  /* Most are told apart by their first letter. */
  if (left > 1 && *at == '"' && at[1] != *text && g_ascii_isalnum (at[1]))
    return FALSE;
  n = strlen (text);
  /* Most have quotes and no escape. */
  if (left > n + 1 && (*at == '"' || *at == '\''))
    {
      const char *string = at + 1;

      if (memchr (string, '\\', n + 1) == NULL)
        return string[n] == *at && memcmp (string, text, n) == 0;
    }
  return dl_literal_string_is (literal->text, literal->length, literal->at, text);
}

char *
dl_literal_dup_text (const DlLiteral *literal)
{
  gsize end;

  switch (literal->kind)
    {
    case DL_LITERAL_STRING:
      return dl_literal_string_dup (literal->text, literal->length, literal->at);
    case DL_LITERAL_NUMBER:
    case DL_LITERAL_BOOLEAN:
      end = dl_literal_get_end (literal);
      return g_strndup (literal->text + literal->at, end - literal->at);
    case DL_LITERAL_DATE:
      return dl_literal_date_dup_text (literal);
    case DL_LITERAL_NOTHING:
    case DL_LITERAL_NULL:
    case DL_LITERAL_OBJECT:
    case DL_LITERAL_LIST:
    case DL_LITERAL_OTHER:
    default:
      return NULL;
    }
}

char *
dl_literal_dup_trimmed (const DlLiteral *literal)
{
  char *text = dl_literal_dup_text (literal);

  if (text != NULL && *g_strstrip (text) == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* Fifteen digits and a power of ten up to 22 are doubles, and so their quotient is the nearest one.
 * Returns: FALSE for any other number */
static gboolean
read_short_number (const DlLiteral *literal, double *number)
{
  static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  const char         *at = literal->text + literal->at;
  const char         *end = literal->text + literal->length;
  gboolean            negative = at < end && *at == '-';
  gint64              digits = 0;
  guint               n = 0;
  guint               fraction = 0;

  at += negative ? 1 : 0;
  for (; at < end && g_ascii_isdigit (*at) && n < 15; at++, n++)
    digits = digits * 10 + (*at - '0');
  if (n > 0 && at < end && *at == '.')
    for (at++; at < end && g_ascii_isdigit (*at) && n < 15; at++, n++, fraction++)
      digits = digits * 10 + (*at - '0');
  if (n == 0 || at >= end || (*at != ',' && *at != '}' && *at != ']' && *at != ' ' && *at != '\n'))
    return FALSE;
  *number = (double) (negative ? -digits : digits) / powers[fraction];
  return TRUE;
}

gboolean
dl_literal_get_number (const DlLiteral *literal, double *number)
{
  g_autofree char *text = NULL;
  char            *end;

  if (literal->kind == DL_LITERAL_NUMBER && read_short_number (literal, number))
    return TRUE;
  if (literal->kind != DL_LITERAL_NUMBER && literal->kind != DL_LITERAL_STRING)
    return FALSE;
  text = dl_literal_dup_trimmed (literal);
  if (text == NULL)
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*number);
}

gboolean
dl_literal_get_integer (const DlLiteral *literal, gint64 *number)
{
  double value;

  if (!dl_literal_get_number (literal, &value) || value != floor (value) || !(fabs (value) < 9e15))
    return FALSE;
  *number = (gint64) value;
  return TRUE;
}

gboolean
dl_literal_get_boolean (const DlLiteral *literal, gboolean fallback)
{
  g_autofree char *text = NULL;

  if (literal->kind != DL_LITERAL_BOOLEAN && literal->kind != DL_LITERAL_STRING)
    return fallback;
  text = dl_literal_dup_trimmed (literal);
  if (text == NULL)
    return fallback;
  if (g_ascii_strcasecmp (text, "true") == 0)
    return TRUE;
  return g_ascii_strcasecmp (text, "false") == 0 ? FALSE : fallback;
}

char *
dl_literal_dup_path (const DlLiteral *root, gsize at)
{
  GString  *path = g_string_new (NULL);
  DlLiteral within = *root;
  gboolean  deeper;

  do
    {
      DlLiteralIter iter;
      DlLiteral     key = { 0 };
      DlLiteral     value;
      guint         n = 0;

      deeper = FALSE;
      dl_literal_iter_init (&iter, &within);
      while (!deeper && within.at < at && dl_literal_iter_next (&iter, &key, &value))
        {
          deeper = at >= value.at && at < iter.at;
          if (!deeper)
            {
              n++;
              continue;
            }
          g_string_append_c (path, '/');
          if (within.kind == DL_LITERAL_LIST)
            g_string_append_printf (path, "%u", n);
          else
            {
              g_autofree char *name = dl_literal_string_dup (key.text, key.length, key.at);
              const char      *p;

              for (p = name != NULL ? name : ""; *p != '\0'; p++)
                if (*p == '~' || *p == '/')
                  g_string_append (path, *p == '~' ? "~0" : "~1");
                else
                  g_string_append_c (path, *p);
            }
          within = value;
        }
    }
  while (deeper);
  return g_string_free (path, FALSE);
}
