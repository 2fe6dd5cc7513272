/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "formats/dl-json-token.h"
#include "formats/literal/dl-literal-plain.h"
#include "formats/literal/dl-literal-private.h"

static gboolean
fail (DlLiteralWalk *walk, const char *reason)
{
  if (walk->reason == NULL)
    walk->reason = reason;
  return FALSE;
}

static gboolean
looking_at (const DlLiteralWalk *walk, const char *word)
{
  gsize n = strlen (word);

  return walk->length - walk->at >= n && memcmp (walk->text + walk->at, word, n) == 0;
}

/* The bytes of white space here; 0 where there is none. Those beyond ASCII are
 * a byte order mark and a space without a break. */
static gsize
space_length (const DlLiteralWalk *walk)
{
  int c = dl_literal_walk_peek (walk);

  if (c == ' ' || c == '\n' || c == '\r' || c == '\t')
    return 1;
  /* Nearly all there is. */
  if (c < 0 || (c > ' ' && c < 0x80))
    return 0;
  if (c == '\f' || c == '\v')
    return 1;
  if (looking_at (walk, "\xef\xbb\xbf"))
    return 3;
  return looking_at (walk, "\xc2\xa0") ? 2 : 0;
}

/* Whether a value ends here for certain, and is joined to no other. */
static inline gboolean
ends_value (int c)
{
  return c == ',' || c == '}' || c == ']';
}

gboolean
dl_literal_walk_skip_more_space (DlLiteralWalk *walk)
{
  gsize n;

  while (TRUE)
    if (dl_literal_walk_ends_space (dl_literal_walk_peek (walk)))
      return TRUE;
    else if ((n = space_length (walk)) > 0)
      walk->at += n;
    else if (dl_literal_walk_peek (walk) != '/')
      return TRUE;
    else if (looking_at (walk, "//"))
      {
        const char *end = memchr (walk->text + walk->at, '\n', walk->length - walk->at);

        walk->at = end == NULL ? walk->length : (gsize) (end - walk->text);
      }
    else if (looking_at (walk, "/*"))
      {
        const char *end = g_strstr_len (walk->text + walk->at + 2, (gssize) (walk->length - walk->at - 2), "*/");

        if (end == NULL)
          return fail (walk, _ ("a comment is not closed"));
        walk->at = (gsize) (end - walk->text) + 2;
      }
    else
      return TRUE;
}

static void
skip_name (DlLiteralWalk *walk)
{
  while (dl_literal_walk_is_name (dl_literal_walk_peek (walk)))
    walk->at++;
}

/* Over one string, from its opening quote. */
static gboolean
skip_string (DlLiteralWalk *walk)
{
  char quote = walk->text[walk->at];

  for (walk->at++; walk->at < walk->length;)
    {
      char c;

      if (quote == '"')
        walk->at = dl_json_skip_plain (walk->text, walk->length, walk->at);
      if (walk->at >= walk->length)
        break;
      c = walk->text[walk->at];
      if (c == quote)
        {
          walk->at++;
          return TRUE;
        }
      if (c == '\\')
        walk->at++;
      else if (c == '\n' && quote == '\'')
        return fail (walk, _ ("a text is not closed on its line"));
      if (walk->at < walk->length)
        walk->at++;
    }
  return fail (walk, _ ("a text is not closed"));
}

gboolean
dl_literal_walk_skip_number (DlLiteralWalk *walk)
{
  gsize start = walk->at;
  gsize end = start;
  gsize digits = 0;

  /* A plain one is passed over here. */
  if (start < walk->length && g_ascii_isdigit (walk->text[start]))
    while (end < walk->length && (g_ascii_isdigit (walk->text[end]) || walk->text[end] == '.'))
      end++;
  if (end > start && end < walk->length && ends_value (walk->text[end]))
    {
      walk->at = end;
      return TRUE;
    }
  if (dl_literal_walk_peek (walk) == '-' || dl_literal_walk_peek (walk) == '+')
    walk->at++;
  dl_literal_walk_skip_space (walk);
  if (looking_at (walk, "Infinity"))
    {
      walk->at += strlen ("Infinity");
      return TRUE;
    }
  while (walk->at < walk->length)
    {
      char c = walk->text[walk->at];

      digits += g_ascii_isdigit (c) ? 1 : 0;
      if (!(g_ascii_isxdigit (c) || c == '.' || c == 'x' || c == 'X' || c == '_' ||
            ((c == '-' || c == '+') && (walk->text[walk->at - 1] | 0x20) == 'e')))
        break;
      walk->at++;
    }
  if (digits > 0)
    return TRUE;
  walk->at = start;
  return fail (walk, _ ("a value is missing"));
}

/* Over an expression: up to the comma or bracket that ends it. */
static gboolean
skip_expression (DlLiteralWalk *walk)
{
  guint depth = 0;

  while (dl_literal_walk_skip_space (walk) && walk->at < walk->length)
    {
      int c = dl_literal_walk_peek (walk);

      if (depth == 0 && (c == ',' || c == ')' || c == ']' || c == '}' || c == ';'))
        return TRUE;
      if (c == '(' || c == '[' || c == '{')
        depth++;
      else if (c == ')' || c == ']' || c == '}')
        depth--;
      if (c == '"' || c == '\'' || c == '`')
        {
          if (!skip_string (walk))
            return FALSE;
        }
      else
        walk->at++;
    }
  return walk->reason == NULL && (depth == 0 || fail (walk, _ ("a bracket is not closed")));
}

/* Whether what follows ends a value. */
static gboolean
at_end (DlLiteralWalk *walk)
{
  DlLiteralWalk here = *walk;
  int           c;

  if (!dl_literal_walk_skip_space (&here))
    return FALSE;
  c = dl_literal_walk_peek (&here);
  return c < 0 || c == ',' || c == ']' || c == '}' || c == ')' || c == ';' || c == ':';
}

gboolean
dl_literal_walk_skip_date_call (DlLiteralWalk *walk)
{
  static const char *const calls[] = { "Date.UTC",  "Date.parse", "Date",           "moment.utc",  "moment",
                                       "dayjs.utc", "dayjs",      "luxon.DateTime", "parseDate",   "vis.moment",
                                       "ISODate",   "Timestamp",  "timestamp",      "Date.fromISO" };
  DlLiteralWalk            here = *walk;
  guint                    i;

  if (looking_at (&here, "new") &&
      !dl_literal_walk_is_name (here.at + 3 < here.length ? (guchar) here.text[here.at + 3] : -1))
    {
      here.at += strlen ("new");
      dl_literal_walk_skip_space (&here);
    }
  for (i = 0; i < G_N_ELEMENTS (calls); i++)
    if (looking_at (&here, calls[i]))
      {
        DlLiteralWalk call = here;

        call.at += strlen (calls[i]);
        dl_literal_walk_skip_space (&call);
        if (dl_literal_walk_peek (&call) != '(')
          continue;
        call.at++;
        dl_literal_walk_skip_space (&call);
        *walk = call;
        return TRUE;
      }
  return FALSE;
}

/* Over `+` and what is added, so long as that is strings. */
static DlLiteralKind
skip_joined (DlLiteralWalk *walk)
{
  while (TRUE)
    {
      DlLiteralWalk here = *walk;

      if (!dl_literal_walk_skip_space (&here) || dl_literal_walk_peek (&here) != '+')
        break;
      here.at++;
      dl_literal_walk_skip_space (&here);
      if (dl_literal_walk_peek (&here) != '"' && dl_literal_walk_peek (&here) != '\'' &&
          dl_literal_walk_peek (&here) != '`')
        break;
      if (!skip_string (&here))
        return DL_LITERAL_NOTHING;
      *walk = here;
    }
  return DL_LITERAL_STRING;
}

/* Over a value that is no bracket. Returns: its kind; NOTHING after a mistake */
void
dl_literal_walk_skip_conversion (DlLiteralWalk *walk)
{
  static const char *const calls[] = { ".toDate()", ".valueOf()", ".getTime()", ".toISOString()", ".unix()" };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (looking_at (walk, calls[i]))
      {
        walk->at += strlen (calls[i]);
        return;
      }
}

DlLiteralKind
dl_literal_walk_skip_plain_value (DlLiteralWalk *walk)
{
  gsize         start = walk->at;
  int           c = dl_literal_walk_peek (walk);
  DlLiteralKind kind = DL_LITERAL_OTHER;

  if (c == '"' || c == '\'' || c == '`')
    {
      if (!skip_string (walk))
        return DL_LITERAL_NOTHING;
      if (c == '"' && ends_value (dl_literal_walk_peek (walk)))
        return DL_LITERAL_STRING;
      /* A program puts parts into a template. */
      if (c != '`' || g_strstr_len (walk->text + start, (gssize) (walk->at - start), "${") == NULL)
        kind = skip_joined (walk);
    }
  else if (g_ascii_isdigit (c) || c == '-' || c == '+' || c == '.')
    kind = dl_literal_walk_skip_number (walk) ? DL_LITERAL_NUMBER : DL_LITERAL_OTHER;
  else if (dl_literal_walk_skip_date_call (walk))
    {
      if (!skip_expression (walk))
        return DL_LITERAL_NOTHING;
      while (dl_literal_walk_peek (walk) == ',')
        {
          walk->at++;
          if (!skip_expression (walk))
            return DL_LITERAL_NOTHING;
        }
      if (dl_literal_walk_peek (walk) != ')')
        {
          fail (walk, _ ("a bracket is not closed"));
          return DL_LITERAL_NOTHING;
        }
      walk->at++;
      dl_literal_walk_skip_conversion (walk);
      kind = DL_LITERAL_DATE;
    }
  else if (dl_literal_walk_is_name_start (c))
    {
      gsize length;

      skip_name (walk);
      length = walk->at - start;
      if ((length == 4 && memcmp (walk->text + start, "true", 4) == 0) ||
          (length == 5 && memcmp (walk->text + start, "false", 5) == 0))
        kind = DL_LITERAL_BOOLEAN;
      else if ((length == 4 && memcmp (walk->text + start, "null", 4) == 0) ||
               ((length == 9 && memcmp (walk->text + start, "undefined", 9) == 0) ||
                (length == 3 && memcmp (walk->text + start, "NaN", 3) == 0)))
        kind = DL_LITERAL_NULL;
    }
  if (kind != DL_LITERAL_OTHER && at_end (walk))
    {
      walk->reason = NULL;
      return kind;
    }
  if (c < 0 || c == ',' || c == ']' || c == '}' || c == ')' || c == ':' || c == ';')
    {
      if (kind == DL_LITERAL_OTHER)
        walk->at = start;
      fail (walk, kind == DL_LITERAL_OTHER ? _ ("a value is missing") : _ ("a comma or a closing bracket is missing"));
      return DL_LITERAL_NOTHING;
    }
  /* Words without quotes are no expression; `a b` is a forgotten comma. */
  walk->at = start;
  walk->reason = NULL;
  if ((c == '"' || c == '\'' || g_ascii_isdigit (c)) && kind != DL_LITERAL_OTHER)
    {
      DlLiteralWalk here = *walk;

      if (c == '"' || c == '\'')
        skip_string (&here);
      else
        dl_literal_walk_skip_number (&here);
      dl_literal_walk_skip_space (&here);
      if (dl_literal_walk_peek (&here) == '"' || dl_literal_walk_peek (&here) == '\'' ||
          dl_literal_walk_peek (&here) == '{' || dl_literal_walk_is_name (dl_literal_walk_peek (&here)))
        {
          *walk = here;
          fail (walk, _ ("a comma or a closing bracket is missing"));
          return DL_LITERAL_NOTHING;
        }
    }
  return skip_expression (walk) ? DL_LITERAL_OTHER : DL_LITERAL_NOTHING;
}

gboolean
dl_literal_walk_skip_key (DlLiteralWalk *walk)
{
  int c = dl_literal_walk_peek (walk);

  if (c == '"' || c == '\'')
    {
      if (!skip_string (walk))
        return FALSE;
    }
  else if (dl_literal_walk_is_name (c))
    skip_name (walk);
  else
    return fail (walk, _ ("the name of a member is missing"));
  if (!dl_literal_walk_skip_space (walk))
    return FALSE;
  if (dl_literal_walk_peek (walk) != ':')
    return fail (walk, _ ("a colon is missing"));
  walk->at++;
  return dl_literal_walk_skip_space (walk);
}

/* Over what stands behind a value within brackets: a comma, and with @open more
 * of the same, or the brackets that close. @depth: of those that are open */
static gboolean
skip_behind (DlLiteralWalk *walk, char *open, guint *depth)
{
  while (*depth > 0)
    {
      char close = open[*depth - 1] == '{' ? '}' : ']';

      if (!dl_literal_walk_skip_space (walk))
        return FALSE;
      if (dl_literal_walk_peek (walk) == ',')
        {
          walk->at++;
          if (!dl_literal_walk_skip_space (walk))
            return FALSE;
          if (dl_literal_walk_peek (walk) != close)
            {
              /* A gap in a list of JavaScript. */
              while (close == ']' && dl_literal_walk_peek (walk) == ',')
                {
                  walk->at++;
                  if (!dl_literal_walk_skip_space (walk))
                    return FALSE;
                }
              if (dl_literal_walk_peek (walk) != close)
                return close == ']' || dl_literal_walk_skip_key (walk);
            }
        }
      if (dl_literal_walk_peek (walk) != close)
        return fail (walk, dl_literal_walk_peek (walk) < 0 ? _ ("a bracket is not closed")
                                                           : _ ("a comma or a closing bracket is missing"));
      walk->at++;
      (*depth)--;
    }
  return TRUE;
}

DlLiteralKind
dl_literal_walk_skip_value (DlLiteralWalk *walk)
{
  DlLiteralKind kind;
  gsize         end;

  if (!dl_literal_walk_skip_space (walk))
    return DL_LITERAL_NOTHING;
  end = dl_literal_plain_pass (walk->text, walk->length, walk->at, &kind);
  if (end == 0)
    return dl_literal_walk_skip_any_value (walk);
  walk->at = end;
  return kind;
}

DlLiteralKind
dl_literal_walk_skip_any_value (DlLiteralWalk *walk)
{
  char          open[DL_LITERAL_MAX_DEPTH];
  guint         depth = 0;
  DlLiteralKind kind = DL_LITERAL_NOTHING;

  do
    {
      int           c;
      DlLiteralKind here;

      if (!dl_literal_walk_skip_space (walk))
        return DL_LITERAL_NOTHING;
      c = dl_literal_walk_peek (walk);
      if (c == '{' || c == '[')
        {
          char close = c == '{' ? '}' : ']';

          here = c == '{' ? DL_LITERAL_OBJECT : DL_LITERAL_LIST;
          if (kind == DL_LITERAL_NOTHING)
            kind = here;
          if (depth == DL_LITERAL_MAX_DEPTH)
            {
              fail (walk, _ ("objects and lists are nested too deeply"));
              return DL_LITERAL_NOTHING;
            }
          walk->at++;
          if (!dl_literal_walk_skip_space (walk))
            return DL_LITERAL_NOTHING;
          if (dl_literal_walk_peek (walk) == close)
            walk->at++;
          else
            {
              open[depth++] = (char) c;
              if (c == '{' && !dl_literal_walk_skip_key (walk))
                return DL_LITERAL_NOTHING;
              continue;
            }
        }
      else
        {
          here = dl_literal_walk_skip_plain_value (walk);
          if (here == DL_LITERAL_NOTHING)
            return DL_LITERAL_NOTHING;
          if (kind == DL_LITERAL_NOTHING)
            kind = here;
        }
      if (!skip_behind (walk, open, &depth))
        return DL_LITERAL_NOTHING;
    }
  while (depth > 0);
  return kind;
}
