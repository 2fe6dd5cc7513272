/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/literal/dl-literal-plain.h"

#include <string.h>

#include "base/dl-bytes.h"
#include "formats/literal/dl-literal-private.h"

/* Brackets within each other, a bit for each. */
#define MAX_BRACKETS 64

/* NULL everywhere: this is not so plain, or broken off. */
typedef const char *Place;

static inline gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static inline Place
pass_space (Place at, Place end)
{
  while (at < end && is_space (*at))
    at++;
  return at;
}

/* The first quote or backslash; NULL where there is none. */
static inline Place
find_mark (Place at, Place end)
{
  for (; end - at >= 8; at += 8)
    {
      guint64 word;
      guint64 quote;
      guint64 backslash;
      guint64 found;

      memcpy (&word, at, 8);
      word = GUINT64_FROM_LE (word);
      quote = word ^ (DL_BYTES_ONES * '"');
      backslash = word ^ (DL_BYTES_ONES * '\\');
      /* The lowest that is found is one; those above it may be none. */
      found = (((quote - DL_BYTES_ONES) & ~quote) | ((backslash - DL_BYTES_ONES) & ~backslash)) & DL_BYTES_TOPS;
      if (found != 0)
        return at + __builtin_ctzll (found) / 8;
    }
  while (at < end && *at != '"' && *at != '\\')
    at++;
  return at < end ? at : NULL;
}

/* Over a string, from its opening quote. */
static inline Place
pass_string (Place at, Place end)
{
  for (at = find_mark (at + 1, end); at != NULL && *at == '\\'; at = find_mark (at + 2, end))
    if (end - at < 2)
      return NULL;
  return at != NULL ? at + 1 : NULL;
}

static inline Place
pass_digits (Place at, Place end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

static inline Place
pass_number (Place at, Place end)
{
  Place digits = *at == '-' ? at + 1 : at;

  at = pass_digits (digits, end);
  if (at == digits)
    return NULL;
  if (at < end && *at == '.')
    at = pass_digits (at + 1, end);
  if (at < end && (*at | 0x20) == 'e')
    {
      at++;
      if (at < end && (*at == '-' || *at == '+'))
        at++;
      digits = at;
      at = pass_digits (digits, end);
      if (at == digits)
        return NULL;
    }
  return at;
}

/* Over true, false or null. */
static Place
pass_word (Place at, Place end, DlLiteralKind *kind)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if ((gsize) (end - at) >= n && memcmp (at, words[i], n) == 0)
        {
          *kind = i == 2 ? DL_LITERAL_NULL : DL_LITERAL_BOOLEAN;
          return at + n;
        }
    }
  return NULL;
}

/* Over a value without brackets. */
static inline Place
pass_simple (Place at, Place end, DlLiteralKind *kind)
{
  if (*at == '"')
    {
      *kind = DL_LITERAL_STRING;
      return pass_string (at, end);
    }
  if (g_ascii_isdigit (*at) || *at == '-')
    {
      *kind = DL_LITERAL_NUMBER;
      return pass_number (at, end);
    }
  return pass_word (at, end, kind);
}

/* Over a key, its colon and the space behind it; there is something behind that. */
static inline Place
pass_key (Place at, Place end)
{
  if (at >= end || *at != '"')
    return NULL;
  at = pass_string (at, end);
  if (at != NULL && at < end && *at != ':')
    at = pass_space (at, end);
  if (at == NULL || at >= end || *at != ':')
    return NULL;
  at = pass_space (at + 1, end);
  return at < end ? at : NULL;
}

/* Over a list or an object. */
static Place
pass_brackets (Place at, Place end)
{
  guint64 lists = 0; /* which of those that are open are lists, the innermost lowest */
  guint   depth = 0;

  while (TRUE)
    {
      DlLiteralKind kind;

      /* At a value. */
      if (*at == '{' || *at == '[')
        {
          gboolean is_list = *at == '[';

          if (depth == MAX_BRACKETS)
            return NULL;
          at = pass_space (at + 1, end);
          if (at >= end)
            return NULL;
          if (*at != (is_list ? ']' : '}'))
            {
              lists = lists << 1 | (is_list ? 1 : 0);
              depth++;
              if (!is_list && (at = pass_key (at, end)) == NULL)
                return NULL;
              continue;
            }
          at++;
        }
      else if ((at = pass_simple (at, end, &kind)) == NULL)
        return NULL;
      /* Behind one. */
      while (depth > 0)
        {
          gboolean is_list = (lists & 1) != 0;

          if (at < end && is_space (*at))
            at = pass_space (at, end);
          if (at >= end)
            return NULL;
          if (*at == ',')
            {
              at = pass_space (at + 1, end);
              if (at >= end || (!is_list && (at = pass_key (at, end)) == NULL))
                return NULL;
              break;
            }
          if (*at != (is_list ? ']' : '}'))
            return NULL;
          at++;
          lists >>= 1;
          depth--;
        }
      if (depth == 0)
        return at;
    }
}

static inline Place
pass_value (Place at, Place end, DlLiteralKind *kind)
{
  if (*at != '{' && *at != '[')
    return pass_simple (at, end, kind);
  *kind = *at == '{' ? DL_LITERAL_OBJECT : DL_LITERAL_LIST;
  return pass_brackets (at, end);
}

gsize
dl_literal_plain_pass (const char *text, gsize length, gsize at, DlLiteralKind *kind)
{
  Place end;
  Place behind;
  Place next;

  if (at >= length)
    return 0;
  end = text + length;
  behind = pass_value (text + at, end, kind);
  if (behind == NULL)
    return 0;
  if (*kind == DL_LITERAL_OBJECT || *kind == DL_LITERAL_LIST)
    return (gsize) (behind - text);
  /* More may belong to it: JavaScript joins strings and reckons with numbers. */
  next = pass_space (behind, end);
  return next < end && (*next == ',' || *next == '}' || *next == ']') ? (gsize) (behind - text) : 0;
}

/* Whether a key may be @name but for the case of its letters, or an escape: that takes a closer look. */
static inline gboolean
is_nearly (Place key, const char *name)
{
  for (; *name != '\0' && (*key | 0x20) == (*name | 0x20); key++)
    name++;
  return *name == '\0' ? !dl_literal_walk_is_name ((guchar) *key) : *key == '\\';
}

/* Whether a key, from behind its opening quote, is @name. */
static inline gboolean
is_name (Place key, const char *name)
{
  for (; *name != '\0' && *key == *name; key++)
    name++;
  return *name == '\0' && *key == '"';
}

/* Which of @names a key is, or G_MAXUINT. Returns: FALSE where that takes a closer look */
static inline gboolean
find_name (Place key, const char *const *names, guint *index)
{
  gboolean nearly = *key == '\\';

  for (guint i = 0; names[i] != NULL; i++)
    if ((*key | 0x20) == (*names[i] | 0x20))
      {
        if (is_name (key, names[i]))
          {
            *index = i;
            return TRUE;
          }
        nearly = nearly || is_nearly (key, names[i]);
      }
  *index = G_MAXUINT;
  return !nearly;
}

gsize
dl_literal_plain_pass_members (const DlLiteral *object, const char *const *names, DlLiteral *values)
{
  Place end = object->text + object->length;
  Place at = pass_space (object->text + object->at + 1, end);

  while (at < end)
    {
      Place         key = at + 1;
      Place         value;
      DlLiteralKind kind;
      guint         index;

      value = pass_key (at, end);
      if (value == NULL || !find_name (key, names, &index))
        return 0;
      at = pass_value (value, end, &kind);
      if (at == NULL)
        return 0;
      if (index != G_MAXUINT)
        {
          values[index].at = (gsize) (value - object->text);
          values[index].kind = kind != DL_LITERAL_NULL ? kind : DL_LITERAL_NOTHING;
        }
      at = pass_space (at, end);
      if (at >= end)
        return 0;
      if (*at == '}')
        return (gsize) (at + 1 - object->text);
      if (*at != ',')
        return 0;
      at = pass_space (at + 1, end);
    }
  return 0;
}
