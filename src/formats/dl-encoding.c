/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-encoding.h"

#include <string.h>

#include "base/dl-utf8.h"

/* How far one looks for what tells the encoding. */
#define FIRST_BYTES 1024
#define MAX_ENCODING_NAME 40
#define WINDOWS "WINDOWS-1252"

static const struct
{
  const char *name;
  const char *mark;
  gsize       length;
} marks[] = {
  /* That of UTF-16 begins like the one of UTF-32. */
  { "UTF-32LE", "\xff\xfe\0\0", 4 },
  { "UTF-32BE", "\0\0\xfe\xff", 4 },
  { "UTF-16LE", "\xff\xfe", 2 },
  { "UTF-16BE", "\xfe\xff", 2 },
};

/* The five bytes that Windows-1252 leaves out, which iconv does not take. */
static const char unassigned[] = "\x81\x8d\x8f\x90\x9d";

/* UTF-16 without a mark: of a text in letters of ASCII every other byte is 0. */
static const char *
guess_wide (const char *text, gsize length)
{
  gsize n = MIN (length, FIRST_BYTES) & ~(gsize) 1;
  gsize zeros[2] = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    if (text[i] == '\0')
      zeros[i % 2]++;
  if (n < 4 || (length & 1) != 0)
    return NULL;
  if (zeros[1] * 10 >= n / 2 * 7 && zeros[0] * 20 <= n)
    return "UTF-16LE";
  return zeros[0] * 10 >= n / 2 * 7 && zeros[1] * 20 <= n ? "UTF-16BE" : NULL;
}

/* What XML or HTML declare: encoding="…" or charset=…, in the first lines.
 * Returns: (transfer full) (nullable) */
static char *
find_declared (const char *text, gsize length)
{
  static const char *const words[] = { "encoding=", "charset=" };
  g_autofree char         *head = g_strndup (text, MIN (length, FIRST_BYTES));
  g_autofree char         *low = NULL;

  g_strchug (head);
  if (*head != '<')
    return NULL;
  low = g_ascii_strdown (head, -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *at = strstr (low, words[i]);
      gsize       n;

      if (at == NULL)
        continue;
      at += strlen (words[i]);
      while (*at == '"' || *at == '\'' || *at == ' ')
        at++;
      n = strspn (at, "abcdefghijklmnopqrstuvwxyz0123456789-_:.");
      if (n > 0 && n < MAX_ENCODING_NAME)
        return g_strndup (at, n);
    }
  return NULL;
}

static GBytes *
convert (const char *text, gsize length, const char *from)
{
  g_autofree char *own = NULL;
  gsize            written;
  char            *converted;

  if (strcmp (from, WINDOWS) == 0)
    {
      own = g_memdup2 (text, length);
      for (gsize i = 0; i < length; i++)
        if ((guchar) own[i] >= 0x80 && memchr (unassigned, own[i], sizeof unassigned - 1) != NULL)
          own[i] = '?';
      text = own;
    }
  converted = g_convert (text, (gssize) length, "UTF-8", from, NULL, &written, NULL);
  return converted != NULL ? g_bytes_new_take (converted, written) : NULL;
}

/* Static storage of a name. */
static const char *
keep_name (const char *name)
{
  g_autofree char *up = g_ascii_strup (name, -1);

  /* What the standard of HTML reads as the same. */
  if (strcmp (up, "ISO-8859-1") == 0 || strcmp (up, "LATIN1") == 0 || strcmp (up, "US-ASCII") == 0)
    return WINDOWS;
  return g_intern_string (up);
}

/* Where the first byte stands that is none of ASCII, counted in the converted text. */
static gsize
find_first (GBytes *bytes)
{
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80)
      return i;
  return 0;
}

/* iCalendar folds its lines between any two bytes: behind the letter at @at that such
 * a fold parts, or NULL. */
static const char *
pass_folded_letter (const char *at, const char *end)
{
  guint    n = (guchar) *at >= 0xf0 ? 3 : (guchar) *at >= 0xe0 ? 2 : (guchar) *at >= 0xc2 ? 1 : 0;
  gboolean folded = FALSE;

  if (n == 0)
    return NULL;
  for (at++; n > 0 && at < end; at++)
    {
      if (((guchar) *at & 0xc0) == 0x80)
        n--;
      else if (*at == '\n' || *at == '\r' || (folded && (*at == ' ' || *at == '\t')))
        folded = TRUE;
      else
        return NULL;
    }
  return n == 0 && folded ? at : NULL;
}

/* Whether it is UTF-8 with few mistakes in it.
 * @first: (out): the first that is no part of it; left alone where there is none */
static gboolean
is_mostly_utf8 (const char *text, gsize length, gsize *first)
{
  const char *end = text + length;
  const char *at = text;
  gsize       n_good = 0;
  gsize       n_bad = 0;

  while (at < end)
    {
      const char *stop;
      const char *behind;
      gboolean    valid = dl_utf8_validate (at, (gsize) (end - at), &stop);

      for (; at < stop; at++)
        n_good += (guchar) *at >= 0xc2;
      if (valid)
        break;
      behind = pass_folded_letter (at, end);
      if (behind != NULL)
        {
          n_good++;
          at = behind;
        }
      else if (*at != '\0')
        {
          if (n_bad++ == 0)
            *first = (gsize) (at - text);
          /* The rest of one character is no further mistake. */
          for (at++; at < end && ((guchar) *at & 0xc0) == 0x80; at++)
            ;
        }
      else
        at++;
    }
  return n_bad == 0 || n_good > 2 * n_bad;
}

static GBytes *
decode (GBytes *bytes, DlEncoding *encoding)
{
  gsize            length;
  const char      *text = g_bytes_get_data (bytes, &length);
  g_autofree char *declared = NULL;
  const char      *name = NULL;
  GBytes          *converted;
  gsize            skipped = 0;

  *encoding = (DlEncoding){ 0 };
  if (length == 0)
    return g_bytes_ref (bytes);
  for (guint i = 0; name == NULL && i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (text, marks[i].mark, marks[i].length) == 0)
      {
        name = marks[i].name;
        skipped = marks[i].length;
        encoding->declared = TRUE;
      }
  if (name == NULL && memchr (text, '\0', MIN (length, FIRST_BYTES)) != NULL)
    name = guess_wide (text, length);
  if (name != NULL)
    {
      converted =
        convert (text + skipped, (length - skipped) & ~(gsize) (g_str_has_prefix (name, "UTF-32") ? 3 : 1), name);
      if (converted == NULL)
        return g_bytes_ref (bytes);
      encoding->name = name;
      return converted;
    }
  if (dl_utf8_validate (text, length, NULL))
    /* ISO-2022-JP is ASCII by its bytes. */
    {
      declared = memchr (text, '\x1b', MIN (length, FIRST_BYTES)) != NULL ? find_declared (text, length) : NULL;
      encoding->valid = declared == NULL || g_ascii_strncasecmp (declared, "iso-2022", 8) != 0;
      if (encoding->valid)
        return g_bytes_ref (bytes);
    }
  /* Of a file that is none of text nothing can be said. */
  else if (memchr (text, '\0', MIN (length, FIRST_BYTES)) != NULL)
    return g_bytes_ref (bytes);
  else
    declared = find_declared (text, length);
  if (declared != NULL && g_ascii_strcasecmp (declared, "utf-8") != 0 && g_ascii_strcasecmp (declared, "utf8") != 0)
    {
      encoding->name = keep_name (declared);
      encoding->declared = TRUE;
      converted = convert (text, length, encoding->name);
      if (converted != NULL)
        {
          encoding->at = find_first (converted);
          return converted;
        }
      encoding->declared = FALSE;
      encoding->name = NULL;
    }
  encoding->at = length;
  if (is_mostly_utf8 (text, length, &encoding->at))
    {
      encoding->damaged = encoding->at < length;
      return g_bytes_ref (bytes);
    }
  encoding->name = WINDOWS;
  converted = convert (text, length, WINDOWS);
  if (converted == NULL)
    {
      encoding->name = NULL;
      encoding->damaged = TRUE;
      return g_bytes_ref (bytes);
    }
  encoding->at = find_first (converted);
  return converted;
}

GBytes *
dl_encoding_decode (GBytes *bytes, DlEncoding *encoding)
{
  GBytes     *text = decode (bytes, encoding);
  gsize       length;
  const char *start = g_bytes_get_data (text, &length);

  /* Most have been looked through already. */
  if (!encoding->valid && !encoding->damaged)
    encoding->valid = length == 0 || dl_utf8_validate (start, length, NULL);
  return text;
}
