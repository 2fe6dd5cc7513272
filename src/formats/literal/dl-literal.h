/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Objects and lists may stand within each other this deep. */
#define DL_LITERAL_MAX_DEPTH 512

/**
 * DlLiteralKind:
 * @DL_LITERAL_NOTHING: no value: a member that is not there
 * @DL_LITERAL_DATE: a call that makes a date, such as `new Date (2014, 3, 20)`
 * @DL_LITERAL_OTHER: an expression of JavaScript that means nothing here
 */
typedef enum
{
  DL_LITERAL_NOTHING,
  DL_LITERAL_NULL,
  DL_LITERAL_BOOLEAN,
  DL_LITERAL_NUMBER,
  DL_LITERAL_STRING,
  DL_LITERAL_OBJECT,
  DL_LITERAL_LIST,
  DL_LITERAL_DATE,
  DL_LITERAL_OTHER,
} DlLiteralKind;

/**
 * DlLiteral:
 * @text: the whole text, UTF-8
 * @length: its bytes
 * @at: where the value begins, in bytes
 * @kind: of what kind it is
 *
 * A value of JSON, or a literal of JavaScript, where it stands in a text: with
 * keys without quotes, strings in any quotes or joined by `+`, comments, commas
 * behind the last element, numbers as programs write them, and calls that make
 * dates. Nothing is kept of a value but its place; whoever asks reads it again.
 *
 * json-glib is for Dateline's own files. This is for those of others: it knows
 * where each value stands, which json-glib forgets, and json-glib knows no
 * JavaScript.
 */
typedef struct
{
  const char   *text;
  gsize         length;
  gsize         at;
  DlLiteralKind kind;
} DlLiteral;

/* A way through the members of an object or the elements of a list. */
typedef struct
{
  DlLiteral of;
  gsize     at;
} DlLiteralIter;

/**
 * dl_literal_parse:
 * @at: where a value is to begin; space and comments may come before it
 * @literal: (out): the value
 * @end: (out) (optional): behind the value
 * @mistake: (out) (optional): after failure, where it ceases to be one
 * @reason: (out) (optional): after failure, why; translated, static storage
 *
 * Passes over one whole value, without recursion. What is within one that this
 * has passed over can be asked for without further checks.
 *
 * Returns: whether there is a value
 */
gboolean dl_literal_parse (const char  *text,
                           gsize        length,
                           gsize        at,
                           DlLiteral   *literal,
                           gsize       *end,
                           gsize       *mistake,
                           const char **reason);

/* Where @literal ends, in bytes. */
gsize dl_literal_get_end (const DlLiteral *literal);

void dl_literal_iter_init (DlLiteralIter *iter, const DlLiteral *literal);

/* @key: (out) (optional): of a member; a string whether it has quotes or not.
 * Returns: FALSE behind the last, and for what is neither object nor list */
gboolean dl_literal_iter_next (DlLiteralIter *iter, DlLiteral *key, DlLiteral *value);

/* The same in two steps, for a look at what comes first in a large object: the first
 * does not pass over the value, of which only the kind of a bracket is told then. */
gboolean dl_literal_iter_peek (DlLiteralIter *iter, DlLiteral *key, DlLiteral *value);
/* Over the value. Returns: FALSE when there is a mistake in it */
gboolean dl_literal_iter_pass (DlLiteralIter *iter);

/* Where the object or list ends that has been gone through to its last element; 0 where it
 * is not whole. */
gsize dl_literal_iter_get_end (const DlLiteralIter *iter);

/**
 * dl_literal_get_members:
 * @names: NULL-terminated
 * @values: (out): as many; those that are not there, or null, are %DL_LITERAL_NOTHING
 *
 * Looks for all these members in one pass. Of several of one name the last is meant;
 * one whose letters are of another case is taken where there is none.
 */
void dl_literal_get_members (const DlLiteral *object, const char *const *names, DlLiteral *values);

/* The same. Returns: where the object ends, or 0 when that is for dl_literal_parse() to tell */
gsize dl_literal_pass_members (const DlLiteral *object, const char *const *names, DlLiteral *values);

/* One member. Returns: whether it is there, and not null */
gboolean dl_literal_get_member (const DlLiteral *object, const char *name, DlLiteral *value);

/* How many members or elements it has, counting no further than @most. */
guint dl_literal_count (const DlLiteral *literal, guint most);

/* Whether it is a string of this text. */
gboolean dl_literal_is (const DlLiteral *literal, const char *text);

/* The text of a string, a number as it is written, "true" or "false"; the
 * date of a %DL_LITERAL_DATE as ISO 8601 writes it, in local time where the call
 * counts in that. NULL of everything else, and where a string cannot be read.
 * What is no character is U+FFFD. Returns: (transfer full) (nullable) */
char *dl_literal_dup_text (const DlLiteral *literal);

/* The same without space at both ends; NULL also where nothing is left. */
char *dl_literal_dup_trimmed (const DlLiteral *literal);

/* The number, also of a string that is one. Returns: whether there is one */
gboolean dl_literal_get_number (const DlLiteral *literal, double *number);

/* The same of a whole number. */
gboolean dl_literal_get_integer (const DlLiteral *literal, gint64 *number);

/* Whether it is true, or a string that says so; @fallback where it is neither. */
gboolean dl_literal_get_boolean (const DlLiteral *literal, gboolean fallback);

/**
 * dl_literal_dup_path:
 * @root: what the way begins at
 * @at: where a value within it begins, in bytes
 *
 * Returns: (transfer full): a JSON pointer (RFC 6901) to the innermost value around @at
 */
char *dl_literal_dup_path (const DlLiteral *root, gsize at);

G_END_DECLS
