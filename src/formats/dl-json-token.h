/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-json-scan.h"

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

/* Bytes of the UTF-8 character at @at < @length; 0 when there is none. */
guint dl_json_utf8_length (const char *text, gsize length, gsize at);

G_END_DECLS
