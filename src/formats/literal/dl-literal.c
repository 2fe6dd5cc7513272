/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/literal/dl-literal.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "formats/dl-json-token.h"
#include "formats/literal/dl-literal-string.h"

/* The most arguments of a call that makes a date. */
#define MAX_ARGUMENTS 7
/* Of the years 1 to 9999; GDateTime fails hard beyond. */
#define FIRST_MILLISECOND -62135596800000.0
#define LAST_MILLISECOND 253402300799999.0

/* A place that moves on, and the mistake that it met. */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
  const char *reason;
} Walk;

static gboolean
fail (Walk *walk, const char *reason)
{
  if (walk->reason == NULL)
    walk->reason = reason;
  return FALSE;
}

static int
peek (const Walk *walk)
{
  return walk->at < walk->length ? (guchar) walk->text[walk->at] : -1;
}

static gboolean
looking_at (const Walk *walk, const char *word)
{
  gsize n = strlen (word);

  return walk->length - walk->at >= n && memcmp (walk->text + walk->at, word, n) == 0;
}

/* The bytes of white space here; 0 where there is none. Those beyond ASCII are
 * a byte order mark and a space without a break. */
static gsize
space_length (const Walk *walk)
{
  int c = peek (walk);

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

/* Whether neither space nor a comment begins with it, for certain. */
static inline gboolean
ends_space (int c)
{
  return c > ' ' && c < 0x80 && c != '/';
}

/* Whether a value ends here for certain, and is joined to no other. */
static inline gboolean
ends_value (int c)
{
  return c == ',' || c == '}' || c == ']';
}

/* Over space and comments. */
static gboolean
skip_space (Walk *walk)
{
  gsize n;

  while (TRUE)
    if (ends_space (peek (walk)))
      return TRUE;
    else if ((n = space_length (walk)) > 0)
      walk->at += n;
    else if (peek (walk) != '/')
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

static gboolean
is_name_start (int c)
{
  return g_ascii_isalpha (c) || c == '_' || c == '$' || c >= 0x80;
}

static gboolean
is_name (int c)
{
  return is_name_start (c) || g_ascii_isdigit (c);
}

static void
skip_name (Walk *walk)
{
  while (is_name (peek (walk)))
    walk->at++;
}

/* Over one string, from its opening quote. */
static gboolean
skip_string (Walk *walk)
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

/* Over a number, as JSON or a program writes it. */
static gboolean
skip_number (Walk *walk)
{
  gsize start = walk->at;
  gsize digits = 0;

  /* A plain one is passed over here. */
  if (g_ascii_isdigit (peek (walk)))
    while (g_ascii_isdigit (peek (walk)) || peek (walk) == '.')
      walk->at++;
  if (walk->at > start && ends_value (peek (walk)))
    return TRUE;
  walk->at = start;
  if (peek (walk) == '-' || peek (walk) == '+')
    walk->at++;
  skip_space (walk);
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
skip_expression (Walk *walk)
{
  guint depth = 0;

  while (skip_space (walk) && walk->at < walk->length)
    {
      int c = peek (walk);

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
at_end (Walk *walk)
{
  Walk here = *walk;
  int  c;

  if (!skip_space (&here))
    return FALSE;
  c = peek (&here);
  return c < 0 || c == ',' || c == ']' || c == '}' || c == ')' || c == ';' || c == ':';
}

/* Whether a call that makes a date begins here; then it is passed over up to
 * its first argument. Whatever library it is of, its argument is the date. */
static gboolean
skip_date_call (Walk *walk)
{
  static const char *const calls[] = { "Date.UTC",  "Date.parse", "Date",           "moment.utc",  "moment",
                                       "dayjs.utc", "dayjs",      "luxon.DateTime", "parseDate",   "vis.moment",
                                       "ISODate",   "Timestamp",  "timestamp",      "Date.fromISO" };
  Walk                     here = *walk;
  guint                    i;

  if (looking_at (&here, "new") && !is_name (here.at + 3 < here.length ? (guchar) here.text[here.at + 3] : -1))
    {
      here.at += strlen ("new");
      skip_space (&here);
    }
  for (i = 0; i < G_N_ELEMENTS (calls); i++)
    if (looking_at (&here, calls[i]))
      {
        Walk call = here;

        call.at += strlen (calls[i]);
        skip_space (&call);
        if (peek (&call) != '(')
          continue;
        call.at++;
        skip_space (&call);
        *walk = call;
        return TRUE;
      }
  return FALSE;
}

/* Over `+` and what is added, so long as that is strings. */
static DlLiteralKind
skip_joined (Walk *walk)
{
  while (TRUE)
    {
      Walk here = *walk;

      if (!skip_space (&here) || peek (&here) != '+')
        break;
      here.at++;
      skip_space (&here);
      if (peek (&here) != '"' && peek (&here) != '\'' && peek (&here) != '`')
        break;
      if (!skip_string (&here))
        return DL_LITERAL_NOTHING;
      *walk = here;
    }
  return DL_LITERAL_STRING;
}

/* Over a value that is no bracket. Returns: its kind; NOTHING after a mistake */
/* What makes one kind of date another: `moment ("2014-05-01").toDate ()` */
static void
skip_conversion (Walk *walk)
{
  static const char *const calls[] = { ".toDate()", ".valueOf()", ".getTime()", ".toISOString()", ".unix()" };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (looking_at (walk, calls[i]))
      {
        walk->at += strlen (calls[i]);
        return;
      }
}

static DlLiteralKind
skip_plain_value (Walk *walk)
{
  gsize         start = walk->at;
  int           c = peek (walk);
  DlLiteralKind kind = DL_LITERAL_OTHER;

  if (c == '"' || c == '\'' || c == '`')
    {
      if (!skip_string (walk))
        return DL_LITERAL_NOTHING;
      if (c == '"' && ends_value (peek (walk)))
        return DL_LITERAL_STRING;
      /* A program puts parts into a template. */
      if (c != '`' || g_strstr_len (walk->text + start, (gssize) (walk->at - start), "${") == NULL)
        kind = skip_joined (walk);
    }
  else if (g_ascii_isdigit (c) || c == '-' || c == '+' || c == '.')
    kind = skip_number (walk) ? DL_LITERAL_NUMBER : DL_LITERAL_OTHER;
  else if (skip_date_call (walk))
    {
      if (!skip_expression (walk))
        return DL_LITERAL_NOTHING;
      while (peek (walk) == ',')
        {
          walk->at++;
          if (!skip_expression (walk))
            return DL_LITERAL_NOTHING;
        }
      if (peek (walk) != ')')
        {
          fail (walk, _ ("a bracket is not closed"));
          return DL_LITERAL_NOTHING;
        }
      walk->at++;
      skip_conversion (walk);
      kind = DL_LITERAL_DATE;
    }
  else if (is_name_start (c))
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
      Walk here = *walk;

      if (c == '"' || c == '\'')
        skip_string (&here);
      else
        skip_number (&here);
      skip_space (&here);
      if (peek (&here) == '"' || peek (&here) == '\'' || peek (&here) == '{' || is_name (peek (&here)))
        {
          *walk = here;
          fail (walk, _ ("a comma or a closing bracket is missing"));
          return DL_LITERAL_NOTHING;
        }
    }
  return skip_expression (walk) ? DL_LITERAL_OTHER : DL_LITERAL_NOTHING;
}

/* Over a key and its colon. */
static gboolean
skip_key (Walk *walk)
{
  int c = peek (walk);

  if (c == '"' || c == '\'')
    {
      if (!skip_string (walk))
        return FALSE;
    }
  else if (is_name (c))
    skip_name (walk);
  else
    return fail (walk, _ ("the name of a member is missing"));
  if (!skip_space (walk))
    return FALSE;
  if (peek (walk) != ':')
    return fail (walk, _ ("a colon is missing"));
  walk->at++;
  return skip_space (walk);
}

/* Over what stands behind a value within brackets: a comma, and with @open more
 * of the same, or the brackets that close. @depth: of those that are open */
static gboolean
skip_behind (Walk *walk, char *open, guint *depth)
{
  while (*depth > 0)
    {
      char close = open[*depth - 1] == '{' ? '}' : ']';

      if (!skip_space (walk))
        return FALSE;
      if (peek (walk) == ',')
        {
          walk->at++;
          if (!skip_space (walk))
            return FALSE;
          if (peek (walk) != close)
            {
              /* A gap in a list of JavaScript. */
              while (close == ']' && peek (walk) == ',')
                {
                  walk->at++;
                  if (!skip_space (walk))
                    return FALSE;
                }
              if (peek (walk) != close)
                return close == ']' || skip_key (walk);
            }
        }
      if (peek (walk) != close)
        return fail (walk,
                     peek (walk) < 0 ? _ ("a bracket is not closed") : _ ("a comma or a closing bracket is missing"));
      walk->at++;
      (*depth)--;
    }
  return TRUE;
}

/* Over one value, whatever is in it. Returns: its kind; NOTHING after a mistake */
static DlLiteralKind
skip_value (Walk *walk)
{
  char          open[DL_LITERAL_MAX_DEPTH];
  guint         depth = 0;
  DlLiteralKind kind = DL_LITERAL_NOTHING;

  do
    {
      int           c;
      DlLiteralKind here;

      if (!skip_space (walk))
        return DL_LITERAL_NOTHING;
      c = peek (walk);
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
          if (!skip_space (walk))
            return DL_LITERAL_NOTHING;
          if (peek (walk) == close)
            walk->at++;
          else
            {
              open[depth++] = (char) c;
              if (c == '{' && !skip_key (walk))
                return DL_LITERAL_NOTHING;
              continue;
            }
        }
      else
        {
          here = skip_plain_value (walk);
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

gboolean
dl_literal_parse (const char  *text,
                  gsize        length,
                  gsize        at,
                  DlLiteral   *literal,
                  gsize       *end,
                  gsize       *mistake,
                  const char **reason)
{
  Walk walk = { text, length, at, NULL };

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  skip_space (&walk);
  *literal = (DlLiteral){ text, length, walk.at, DL_LITERAL_NOTHING };
  if (walk.reason == NULL)
    literal->kind = skip_value (&walk);
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
  Walk walk = { literal->text, literal->length, literal->at, NULL };

  if (literal->kind == DL_LITERAL_NUMBER)
    skip_number (&walk);
  else
    skip_value (&walk);
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
  Walk walk = { iter->of.text, iter->of.length, iter->at, NULL };
  char close = iter->of.kind == DL_LITERAL_OBJECT ? '}' : ']';
  int  c;

  if (iter->of.kind != DL_LITERAL_OBJECT && iter->of.kind != DL_LITERAL_LIST)
    return FALSE;
  skip_space (&walk);
  if (peek (&walk) == ',')
    {
      walk.at++;
      skip_space (&walk);
    }
  /* What JavaScript leaves out of a list keeps its place. */
  if (peek (&walk) == ',' && iter->of.kind == DL_LITERAL_LIST)
    {
      *value = (DlLiteral){ walk.text, walk.length, walk.at, DL_LITERAL_NULL };
      iter->at = walk.at;
      return TRUE;
    }
  while (peek (&walk) == ',')
    {
      walk.at++;
      skip_space (&walk);
    }
  c = peek (&walk);
  if (c == close || c < 0)
    return FALSE;
  if (iter->of.kind == DL_LITERAL_OBJECT)
    {
      if (key != NULL)
        *key = (DlLiteral){ walk.text, walk.length, walk.at, DL_LITERAL_STRING };
      if (!skip_key (&walk))
        return FALSE;
      c = peek (&walk);
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
  Walk walk = { iter->of.text, iter->of.length, iter->at, NULL };

  if (peek (&walk) == ',')
    return TRUE;
  if (skip_value (&walk) == DL_LITERAL_NOTHING)
    return FALSE;
  iter->at = walk.at;
  return TRUE;
}

gboolean
dl_literal_iter_next (DlLiteralIter *iter, DlLiteral *key, DlLiteral *value)
{
  Walk walk;

  if (!dl_literal_iter_peek (iter, key, value))
    return FALSE;
  if (value->kind == DL_LITERAL_NULL)
    return TRUE;
  walk = (Walk){ iter->of.text, iter->of.length, iter->at, NULL };
  value->kind = skip_value (&walk);
  iter->at = walk.at;
  return value->kind != DL_LITERAL_NOTHING;
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
  return (gsize) (key->text + key->length - at) > n && g_ascii_strncasecmp (at, name, n) == 0 && !is_name (at[n]);
}

/* Behind the object that @iter goes through, when all of its members have been passed; 0 where it is not whole. */
static gsize
find_close (const DlLiteralIter *iter)
{
  Walk walk = { iter->of.text, iter->of.length, iter->at, NULL };

  skip_space (&walk);
  while (peek (&walk) == ',')
    {
      walk.at++;
      skip_space (&walk);
    }
  return peek (&walk) == '}' ? walk.at + 1 : 0;
}

void
dl_literal_get_members (const DlLiteral *object, const char *const *names, DlLiteral *values)
{
  dl_literal_pass_members (object, names, values);
}

gsize
dl_literal_pass_members (const DlLiteral *object, const char *const *names, DlLiteral *values)
{
  DlLiteralIter iter;
  DlLiteral     key;
  DlLiteral     value;
  gsize         before;
  char          first; /* of the key; '\0' where that is not plain to see */
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
      first = key.text[key.at] == '"' && g_ascii_isalnum (key.text[key.at + 1]) ? key.text[key.at + 1] : '\0';
      for (i = 0; names[i] != NULL; i++)
        if ((first == '\0' || first == *names[i]) && dl_literal_is (&key, names[i]))
          break;
      if (names[i] == NULL)
        for (i = 0; names[i] != NULL && !(values[i].kind == DL_LITERAL_NOTHING && is_like (&key, names[i])); i++)
          ;
      if (names[i] != NULL)
        values[i] = value;
    }
  /* It moves to a value in which there is a mistake. */
  return iter.at == before ? find_close (&iter) : 0;
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
  const char *at = literal->text + literal->at;
  gsize       left = literal->length - literal->at;
  gsize       n;

  if (literal->kind != DL_LITERAL_STRING)
    return FALSE;
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

/* The numbers of a call of `Date (…)`: how many; 0 where one is none. */
static guint
read_arguments (Walk *walk, double *numbers)
{
  guint n = 0;

  while (n < MAX_ARGUMENTS)
    {
      DlLiteral argument = { walk->text, walk->length, walk->at, DL_LITERAL_NOTHING };

      argument.kind = skip_plain_value (walk);
      if (!dl_literal_get_number (&argument, &numbers[n]))
        return 0;
      n++;
      skip_space (walk);
      if (peek (walk) != ',')
        return peek (walk) == ')' || peek (walk) == ']' ? n : 0;
      walk->at++;
      skip_space (walk);
    }
  return 0;
}

/* `%Y` has no leading zeros everywhere. Returns: (transfer full) */
static char *
format_time (GDateTime *then, const char *format)
{
  g_autofree char *time = g_date_time_format (then, format);
  int              year;
  int              month;
  int              day;

  g_date_time_get_ymd (then, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d%s", year, month, day, time);
}

/* Months and what is smaller may be beyond their range, as JavaScript allows;
 * then they are counted on. Returns: (transfer full) (nullable) */
static char *
dup_date (const double *numbers, guint n, gboolean utc)
{
  double      values[MAX_ARGUMENTS] = { 0, 0, 1, 0, 0, 0, 0 };
  gint64      year;
  gint64      month;
  const char *sign;
  double      days;
  guint       i;

  for (i = 0; i < n; i++)
    {
      if (!(fabs (numbers[i]) < 1e9) || numbers[i] != floor (numbers[i]))
        return NULL;
      values[i] = numbers[i];
    }
  year = (gint64) values[0];
  /* As `Date` has it. */
  if (year >= 0 && year <= 99)
    year += 1900;
  month = (gint64) values[1];
  year += (gint64) floor ((double) month / 12);
  month -= (gint64) floor ((double) month / 12) * 12;
  if (year < -9999 || year > 9999)
    return NULL;
  sign = year < 0 ? "-" : "";
  if (values[2] < 1 || values[2] > 28 || values[3] < 0 || values[3] > 23 || values[4] < 0 || values[4] > 59 ||
      values[5] < 0 || values[5] > 59)
    {
      g_autoptr (GDateTime) first = NULL;
      g_autoptr (GDateTime) then = NULL;

      if (year >= 1)
        first = g_date_time_new_utc ((int) year, (int) month + 1, 1, 0, 0, 0);
      /* A year before them may well end with its 31 days. */
      else if (values[2] >= 1 && values[2] <= 31 && n <= 3)
        return g_strdup_printf ("%s%04d-%02d-%02d", sign, (int) ABS (year), (int) month + 1, (int) values[2]);
      if (first == NULL || fabs (values[2]) > 1e6 || fabs (values[3]) > 1e7 || fabs (values[4]) > 1e8)
        return NULL;
      /* Not beyond what GDateTime can tell. */
      days = (double) year * 365 + values[2] + values[3] / 24 + values[4] / 1440 + values[5] / 86400;
      if (days < 3 * 365 || days > 9998.0 * 365)
        return NULL;
      then = g_date_time_add_full (first, 0, 0, (int) values[2] - 1, (int) values[3], (int) values[4], values[5]);
      if (then == NULL)
        return NULL;
      return format_time (then, n <= 3 ? "" : utc ? "T%H:%M:%SZ" : "T%H:%M:%S");
    }
  if (n <= 2)
    return g_strdup_printf ("%s%04d-%02d-01", sign, (int) ABS (year), (int) month + 1);
  if (n == 3)
    return g_strdup_printf ("%s%04d-%02d-%02d", sign, (int) ABS (year), (int) month + 1, (int) values[2]);
  return g_strdup_printf ("%s%04d-%02d-%02dT%02d:%02d:%02d%s", sign, (int) ABS (year), (int) month + 1, (int) values[2],
                          (int) values[3], (int) values[4], (int) values[5], utc ? "Z" : "");
}

/* The three numbers of @text in the order that @format tells, "DD.MM.YYYY", as
 * a day. Returns: (transfer full) (nullable): NULL where they are not these three */
static char *
dup_formatted (const char *text, const char *format)
{
  static const char letters[] = "YMD";
  gint64            parts[3] = { 0 };
  guint             n = 0;

  for (const char *at = format; *at != '\0'; at++)
    {
      const char *letter = strchr (letters, g_ascii_toupper (*at));
      char       *end;

      if (letter == NULL && g_ascii_isalpha (*at))
        return NULL;
      if (letter == NULL || (at > format && at[-1] == *at))
        continue;
      while (*text != '\0' && !g_ascii_isdigit (*text))
        text++;
      if (*text == '\0' || parts[letter - letters] != 0)
        return NULL;
      parts[letter - letters] = g_ascii_strtoll (text, &end, 10);
      text = end;
      n++;
    }
  if (n != 3 || parts[0] < 1000 || parts[0] > 9999 || parts[1] > 12 || parts[2] > 31)
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", (int) parts[0], (int) parts[1], (int) parts[2]);
}

/* A date in quotes, and the format that may come behind it. Returns: (transfer full) (nullable) */
static char *
dup_quoted (Walk *walk)
{
  DlLiteral        argument = { walk->text, walk->length, walk->at, DL_LITERAL_NOTHING };
  DlLiteral        second = argument;
  g_autofree char *text = NULL;
  g_autofree char *format = NULL;
  char            *day = NULL;

  argument.kind = skip_plain_value (walk);
  if (argument.kind != DL_LITERAL_STRING)
    return NULL;
  text = dl_literal_dup_text (&argument);
  skip_space (walk);
  if (text != NULL && peek (walk) == ',')
    {
      walk->at++;
      skip_space (walk);
      second.at = walk->at;
      second.kind = skip_plain_value (walk);
      format = second.kind == DL_LITERAL_STRING ? dl_literal_dup_text (&second) : NULL;
      day = format != NULL ? dup_formatted (text, format) : NULL;
      /* Whether it is strict, or a language. */
      for (skip_space (walk); peek (walk) == ','; skip_space (walk))
        {
          walk->at++;
          skip_space (walk);
          if (skip_plain_value (walk) == DL_LITERAL_NOTHING)
            break;
        }
    }
  return day != NULL ? day : g_steal_pointer (&text);
}

/* Whether nothing but the brackets of the calls follows: a date that is counted on,
 * `new Date (moment ("2014-05-01").add (1, "day"))`, is another. */
static gboolean
is_closed (Walk *walk, guint n_open)
{
  for (; n_open > 0; n_open--)
    {
      skip_space (walk);
      if (peek (walk) != ')' && peek (walk) != ']')
        return FALSE;
      walk->at++;
      skip_conversion (walk);
    }
  return TRUE;
}

static char *
dup_date_text (const DlLiteral *literal)
{
  Walk     walk = { literal->text, literal->length, literal->at, NULL };
  double   numbers[MAX_ARGUMENTS];
  gsize    start = walk.at;
  guint    n_open;
  gboolean utc;
  guint    n;

  if (!skip_date_call (&walk))
    return NULL;
  /* `new Date (Date.UTC (2014, 3, 1))` */
  for (n_open = 1; skip_date_call (&walk); n_open++)
    ;
  utc = g_strstr_len (walk.text + start, (gssize) (walk.at - start), "UTC") != NULL ||
        g_strstr_len (walk.text + start, (gssize) (walk.at - start), "utc") != NULL;
  if (peek (&walk) == '"' || peek (&walk) == '\'' || peek (&walk) == '`')
    {
      g_autofree char *text = dup_quoted (&walk);

      return is_closed (&walk, n_open) ? g_steal_pointer (&text) : NULL;
    }
  /* `moment ([2014, 3, 1])` */
  if (peek (&walk) == '[')
    {
      walk.at++;
      skip_space (&walk);
      n_open++;
    }
  n = read_arguments (&walk, numbers);
  if (n == 0 || !is_closed (&walk, n_open))
    return NULL;
  if (n == 1)
    {
      g_autoptr (GDateTime) then = NULL;

      /* Milliseconds since 1970. */
      if (!(numbers[0] >= FIRST_MILLISECOND && numbers[0] <= LAST_MILLISECOND))
        return NULL;
      then = g_date_time_new_from_unix_utc ((gint64) floor (numbers[0] / 1000));
      return then == NULL ? NULL : format_time (then, "T%H:%M:%SZ");
    }
  return dup_date (numbers, n, utc);
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
      return dup_date_text (literal);
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
