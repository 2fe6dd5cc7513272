/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A field of a record: where its text, which ends with U+0000, stands in the record's, and
 * where it begins in the file, in bytes. */
typedef struct
{
  gsize text;
  gsize at;
} DlCsvField;

/**
 * DlCsv:
 * @separator: between fields
 * @damaged: the text is not UTF-8 throughout
 * @at: where the next record begins, in bytes
 * @start: where the last one began
 * @record: its texts
 * @fields: of the record
 * @n_fields: how many, at least one
 * @stray: a quotation mark opens a field of it and is never closed
 *
 * A way through the records of separated values, as RFC 4180 has them, and as programs and
 * people write them: any end of a line, spaces around quotes, quotes in
 * the middle of a field. Written here because nothing that Dateline stands on has it.
 */
typedef struct
{
  const char *text;
  gsize       length;
  char        separator;
  gboolean    damaged;
  gsize       at;
  gsize       start;
  GString    *record;
  DlCsvField *fields;
  guint       n_fields;
  guint       n_allocated;
  gboolean    stray;
} DlCsv;

/* @damaged: what is no character of @text is to be replaced */
void dl_csv_init (DlCsv *self, const char *text, gsize length, char separator, gboolean damaged);
void dl_csv_clear (DlCsv *self);

/* Reads the next record; an empty line is one with an empty field. Returns: FALSE at the end */
gboolean dl_csv_next (DlCsv *self);

/* The text of a field, without space at its ends; "" behind the last. */
const char *dl_csv_get (const DlCsv *self, guint field);

/* Whether the record has nothing in it. */
gboolean dl_csv_is_empty (const DlCsv *self);

G_END_DECLS
