/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-utf8.h"

#include <string.h>

#include "base/dl-bytes.h"

/* So many of eight bytes are looked at together. */
#define N_WORDS 4

/* Whether a byte of @word is 0x00, or 0x80 and above; of a word that has none of these
 * it is said truly, of another perhaps wrongly, so that it is looked at by bytes. */
static inline guint64
is_special (guint64 word)
{
  return (word | (word - DL_BYTES_ONES)) & DL_BYTES_TOPS;
}

/* Over ASCII. Returns: where something else is, or @length */
static gsize
skip_ascii (const char *text, gsize length, gsize at)
{
  guint64 words[N_WORDS];

  for (; length - at >= sizeof words; at += sizeof words)
    {
      guint64 special = 0;

      memcpy (words, text + at, sizeof words);
      for (guint i = 0; i < N_WORDS; i++)
        special |= is_special (words[i]);
      if (special != 0)
        break;
    }
  while (at < length && text[at] > '\0' && (guchar) text[at] < 0x80)
    at++;
  return at;
}

gboolean
dl_utf8_validate (const char *text, gsize length, const char **end)
{
  const char *stop = text + length;
  gboolean    valid = TRUE;
  gsize       at = 0;

  while (valid && (at = skip_ascii (text, length, at)) < length)
    {
      gsize from = at;

      while (at < length && (guchar) text[at] >= 0x80)
        at++;
      valid = at > from && g_utf8_validate_len (text + from, at - from, &stop);
      if (at == from)
        stop = text + at;
    }
  if (end != NULL)
    *end = valid ? text + length : stop;
  return valid;
}
