/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "base/dl-bytes.h"
#include "formats/dl-json.h"

G_BEGIN_DECLS

/**
 * DlJsonToken:
 * @at: where it begins; behind it after success, at the mistake after failure
 * @flaw: (out): the first flaw within it
 * @flaw_at: (out): where that is
 * @reason: (out): after failure, what is wrong; translated, static storage
 *
 * One string or number of a text.
 */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
  DlJsonFlaw  flaw;
  gsize       flaw_at;
  const char *reason;
} DlJsonToken;

/* Reads a string, from its opening quote. Returns: whether it is well formed */
gboolean dl_json_token_string (DlJsonToken *token);

/* Reads a number, from its sign or first digit. Returns: whether it is well formed */
gboolean dl_json_token_number (DlJsonToken *token);

/* Passes over bytes that mean nothing within a string, eight at a time: no
 * control character, quote, backslash or part of a longer character. Near the
 * end of the text it may stop before one that means something. */
static inline gsize
dl_json_skip_plain (const char *text, gsize length, gsize at)
{
  while (length - at >= 8)
    {
      guint64 word;
      guint64 quote;
      guint64 backslash;
      guint64 found;

      memcpy (&word, text + at, 8);
      word = GUINT64_FROM_LE (word);
      quote = word ^ (DL_BYTES_ONES * '"');
      backslash = word ^ (DL_BYTES_ONES * '\\');
      /* Classic zero-byte and less-than tests; borrows only add false alarms
       * above a true one, and a byte of 0x80 or more stops anyway. */
      found =
        ((word - DL_BYTES_ONES * 0x20) | (quote - DL_BYTES_ONES) | (backslash - DL_BYTES_ONES) | word) & DL_BYTES_TOPS;
      if (found != 0)
        {
          /* So the lowest alarm is true. */
          at += (gsize) __builtin_ctzll (found) / 8;
          break;
        }
      at += 8;
    }
  return at;
}

/* Bytes of the UTF-8 character at @at < @length; 0 when there is none. */
guint dl_json_utf8_length (const char *text, gsize length, gsize at);

G_END_DECLS
