/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-reference.h"

#include <string.h>

typedef struct
{
  const guchar *p;
  const guchar *end;
  guint         level;
  gboolean      deep;
} Input;

static gboolean value (Input *in);

static gboolean
accept (Input *in, char c)
{
  if (in->p == in->end || *in->p != (guchar) c)
    return FALSE;
  in->p++;
  return TRUE;
}

static void
ws (Input *in)
{
  while (accept (in, 0x20) || accept (in, 0x09) || accept (in, 0x0a) || accept (in, 0x0d))
    ;
}

static gboolean
word (Input *in, const char *expected)
{
  for (; *expected != '\0'; expected++)
    if (!accept (in, *expected))
      return FALSE;
  return TRUE;
}

static gboolean
range (Input *in, guint from, guint to)
{
  if (in->p == in->end || *in->p < from || *in->p > to)
    return FALSE;
  in->p++;
  return TRUE;
}

static gboolean
digits (Input *in)
{
  if (!range (in, '0', '9'))
    return FALSE;
  while (range (in, '0', '9'))
    ;
  return TRUE;
}

static gboolean
number (Input *in)
{
  accept (in, '-');
  if (!accept (in, '0') && !digits (in))
    return FALSE;
  if (accept (in, '.') && !digits (in))
    return FALSE;
  if (accept (in, 'e') || accept (in, 'E'))
    {
      if (!accept (in, '+'))
        accept (in, '-');
      return digits (in);
    }
  return TRUE;
}

/* RFC 3629, section 4. */
static gboolean
utf8_tail (Input *in, guint n)
{
  while (n-- > 0)
    if (!range (in, 0x80, 0xbf))
      return FALSE;
  return TRUE;
}

static gboolean
utf8_char (Input *in)
{
  if (range (in, 0xc2, 0xdf))
    return utf8_tail (in, 1);
  if (accept (in, (char) 0xe0))
    return range (in, 0xa0, 0xbf) && utf8_tail (in, 1);
  if (range (in, 0xe1, 0xec) || range (in, 0xee, 0xef))
    return utf8_tail (in, 2);
  if (accept (in, (char) 0xed))
    return range (in, 0x80, 0x9f) && utf8_tail (in, 1);
  if (accept (in, (char) 0xf0))
    return range (in, 0x90, 0xbf) && utf8_tail (in, 2);
  if (range (in, 0xf1, 0xf3))
    return utf8_tail (in, 3);
  if (accept (in, (char) 0xf4))
    return range (in, 0x80, 0x8f) && utf8_tail (in, 2);
  return FALSE;
}

static gboolean
string (Input *in)
{
  if (!accept (in, '"'))
    return FALSE;
  while (!accept (in, '"'))
    {
      if (accept (in, '\\'))
        {
          if (accept (in, 'u'))
            {
              guint i;

              for (i = 0; i < 4; i++)
                if (!range (in, '0', '9') && !range (in, 'a', 'f') && !range (in, 'A', 'F'))
                  return FALSE;
            }
          else if (in->p == in->end || *in->p == '\0' || strchr ("\"\\/bfnrt", *in->p) == NULL)
            return FALSE;
          else
            in->p++;
        }
      else if (!range (in, 0x20, 0x7f) && !utf8_char (in))
        return FALSE;
    }
  return TRUE;
}

static gboolean
member (Input *in)
{
  ws (in);
  if (!string (in))
    return FALSE;
  ws (in);
  return accept (in, ':') && value (in);
}

/* Members or elements up to @close, the bracket being behind us. */
static gboolean
rest (Input *in, char close, gboolean (*part) (Input *in))
{
  gboolean ok = TRUE;

  if (++in->level > 512)
    {
      in->deep = TRUE;
      return FALSE;
    }
  ws (in);
  if (!accept (in, close))
    {
      do
        ok = part (in);
      while (ok && accept (in, ','));
      ok = ok && accept (in, close);
    }
  in->level--;
  return ok;
}

static gboolean
value (Input *in)
{
  gboolean ok;

  ws (in);
  if (in->p == in->end)
    return FALSE;
  switch (*in->p)
    {
    case '{':
      in->p++;
      ok = rest (in, '}', member);
      break;
    case '[':
      in->p++;
      ok = rest (in, ']', value);
      break;
    case '"':
      ok = string (in);
      break;
    case 't':
      ok = word (in, "true");
      break;
    case 'f':
      ok = word (in, "false");
      break;
    case 'n':
      ok = word (in, "null");
      break;
    default:
      ok = number (in);
      break;
    }
  if (ok)
    ws (in);
  return ok;
}

ReferenceVerdict
json_reference_check (const char *text, gsize length)
{
  Input in = { (const guchar *) text, (const guchar *) text + length, 0, FALSE };

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    in.p += 3;
  if (value (&in) && in.p == in.end)
    return REFERENCE_VALID;
  return in.deep ? REFERENCE_DEEP : REFERENCE_INVALID;
}
