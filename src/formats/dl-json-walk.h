/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-json-token.h"

G_BEGIN_DECLS

/* Walking through an element of a text that dl_json_scan_new() has found to be
 * valid. Nothing here looks for mistakes: there are none, and whoever is within
 * an element finds its last bracket before the end of the text. */

/* A string of the text, as it is written. */
typedef struct
{
  const char *start;   /* behind the opening quote */
  const char *end;     /* at the closing one */
  gboolean    escaped; /* perhaps has an escape in it */
} DlJsonStr;

/* A place in the text of an element. */
typedef struct
{
  const char *at;
  const char *end; /* of the element */
} DlJsonWalk;

static inline void
dl_json_walk_space (DlJsonWalk *walk)
{
  while (*walk->at == ' ' || *walk->at == '\n' || *walk->at == '\r' || *walk->at == '\t')
    walk->at++;
}

/* Over the character that stands here, and space behind it. */
static inline void
dl_json_walk_pass (DlJsonWalk *walk)
{
  walk->at++;
  dl_json_walk_space (walk);
}

/* Over a string, of which the opening quote stands here, and space behind it. */
DlJsonStr dl_json_walk_string (DlJsonWalk *walk);

/* The same of what is short. */
static inline DlJsonStr
dl_json_walk_short (DlJsonWalk *walk)
{
  const char *start = walk->at + 1;
  const char *end = start + dl_json_skip_plain (start, (gsize) (walk->end - start), 0);

  if (*end != '"')
    return dl_json_walk_string (walk);
  walk->at = end;
  dl_json_walk_pass (walk);
  return (DlJsonStr){ start, end, FALSE };
}

static inline gsize
dl_json_str_length (DlJsonStr string)
{
  return (gsize) (string.end - string.start);
}

static inline gboolean
dl_json_str_has_escape (DlJsonStr string)
{
  return string.escaped && memchr (string.start, '\\', dl_json_str_length (string)) != NULL;
}

static inline gboolean
dl_json_str_is (DlJsonStr string, const char *word, gsize length)
{
  return dl_json_str_length (string) == length && (length == 0 || *string.start == *word) &&
         memcmp (string.start, word, length) == 0;
}

/* Over any value, and space behind it. Does not recurse. */
void dl_json_walk_value (DlJsonWalk *walk);

/* null is as good as nothing. */
static inline gboolean
dl_json_walk_null (DlJsonWalk *walk)
{
  if (*walk->at != 'n')
    return FALSE;
  walk->at += strlen ("null");
  dl_json_walk_space (walk);
  return TRUE;
}

/* A string or null; @string is left as it is for null. Returns: FALSE for anything else */
static inline gboolean
dl_json_walk_text (DlJsonWalk *walk, DlJsonStr *string)
{
  if (*walk->at == '"')
    {
      *string = dl_json_walk_string (walk);
      return TRUE;
    }
  return dl_json_walk_null (walk);
}

/* The same of what must not be escaped. */
static inline gboolean
dl_json_walk_word (DlJsonWalk *walk, DlJsonStr *string)
{
  if (*walk->at != '"')
    return dl_json_walk_null (walk);
  *string = dl_json_walk_short (walk);
  return !dl_json_str_has_escape (*string);
}

/* Behind a member or element. Returns: whether another one follows */
static inline gboolean
dl_json_walk_on (DlJsonWalk *walk)
{
  if (*walk->at != ',')
    {
      dl_json_walk_pass (walk);
      return FALSE;
    }
  dl_json_walk_pass (walk);
  return TRUE;
}

/* Into an object or list. Returns: FALSE when it is empty, and is over */
static inline gboolean
dl_json_walk_in (DlJsonWalk *walk, char end)
{
  dl_json_walk_pass (walk);
  if (*walk->at != end)
    return TRUE;
  dl_json_walk_pass (walk);
  return FALSE;
}

G_END_DECLS
