/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "formats/literal/dl-literal.h"

G_BEGIN_DECLS

/**
 * DlLiteralWalk:
 * @at: where it is, in bytes
 * @reason: (nullable): the mistake that it met; translated, static storage
 *
 * A place in a text that moves on over values. What passes over something is FALSE, or
 * %DL_LITERAL_NOTHING, after a mistake.
 */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
  const char *reason;
} DlLiteralWalk;

static inline int
dl_literal_walk_peek (const DlLiteralWalk *walk)
{
  return walk->at < walk->length ? (guchar) walk->text[walk->at] : -1;
}

static inline gboolean
dl_literal_walk_is_name_start (int c)
{
  return g_ascii_isalpha (c) || c == '_' || c == '$' || c >= 0x80;
}

static inline gboolean
dl_literal_walk_is_name (int c)
{
  return dl_literal_walk_is_name_start (c) || g_ascii_isdigit (c);
}

/* Over space and comments, of which there are some; see below. */
gboolean dl_literal_walk_skip_more_space (DlLiteralWalk *walk);
/* Over a number, as JSON or a program writes it. */
gboolean dl_literal_walk_skip_number (DlLiteralWalk *walk);
/* Whether a call that makes a date begins here; then it is passed over up to
 * its first argument. Whatever library it is of, its argument is the date. */
gboolean dl_literal_walk_skip_date_call (DlLiteralWalk *walk);
/* What makes one kind of date another: `moment ("2014-05-01").toDate ()` */
void          dl_literal_walk_skip_conversion (DlLiteralWalk *walk);
DlLiteralKind dl_literal_walk_skip_plain_value (DlLiteralWalk *walk);
/* Over a key and its colon. */
gboolean dl_literal_walk_skip_key (DlLiteralWalk *walk);
/* Over one value, whatever is in it. Returns: its kind; NOTHING after a mistake */
DlLiteralKind dl_literal_walk_skip_value (DlLiteralWalk *walk);
/* The same by the thorough way alone; see dl-literal-plain.h. */
DlLiteralKind dl_literal_walk_skip_any_value (DlLiteralWalk *walk);
/* As dl_literal_pass_members() by that way alone. */
gsize dl_literal_pass_any_members (const DlLiteral *object, const char *const *names, DlLiteral *values);

/* Whether neither space nor a comment begins with it, for certain. */
static inline gboolean
dl_literal_walk_ends_space (int c)
{
  return c > ' ' && c < 0x80 && c != '/';
}

/* Over space and comments. Of the places where there may be some most have none. */
static inline gboolean
dl_literal_walk_skip_space (DlLiteralWalk *walk)
{
  int c = dl_literal_walk_peek (walk);

  if (c == ' ' && walk->at + 1 < walk->length)
    {
      c = (guchar) walk->text[walk->at + 1];
      walk->at += dl_literal_walk_ends_space (c) ? 1 : 0;
    }
  return dl_literal_walk_ends_space (c) || dl_literal_walk_skip_more_space (walk);
}

/* The text of a %DL_LITERAL_DATE as ISO 8601 writes it. Returns: (transfer full) (nullable) */
char *dl_literal_date_dup_text (const DlLiteral *literal);

G_END_DECLS
