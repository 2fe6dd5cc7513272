/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Objects and lists may stand within each other this deep. */
#define DL_JSON_MAX_DEPTH 512
/* Elements of one list that is asked for. */
#define DL_JSON_MAX_ELEMENTS 5000000
/* Bytes of a text: 2 GiB, so that every offset fits 32 bits. */
#define DL_JSON_MAX_LENGTH (G_GUINT64_CONSTANT (2) << 30)

typedef enum
{
  DL_JSON_NOTHING, /* a member that is not there */
  DL_JSON_OBJECT,
  DL_JSON_LIST,
  DL_JSON_STRING,
  DL_JSON_NUMBER,
  DL_JSON_TRUE,
  DL_JSON_FALSE,
  DL_JSON_NULL,
} DlJsonKind;

/**
 * DlJsonFlaw:
 * @DL_JSON_FLAW_NUMBER: a whole number beyond 64 bits, or a fraction beyond a double
 * @DL_JSON_FLAW_NUL: U+0000 within a string
 * @DL_JSON_FLAW_SURROGATE: half of a surrogate pair, escaped
 *
 * Valid JSON that cannot be held here.
 */
typedef enum
{
  DL_JSON_FLAW_NONE,
  DL_JSON_FLAW_NUMBER,
  DL_JSON_FLAW_NUL,
  DL_JSON_FLAW_SURROGATE,
} DlJsonFlaw;

/* Bytes of a text: [start, end). */
typedef struct
{
  guint32 start;
  guint32 end;
} DlJsonSpan;

G_END_DECLS
