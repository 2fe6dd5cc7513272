/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/literal/dl-literal.h"

G_BEGIN_DECLS

/* More literals of one program are not looked for. */
#define DL_LITERAL_FIND_MAX 1000

/**
 * DlLiteralFound:
 * @value: an object or a list
 * @name: (nullable): the variable that it is given to, the member or the function
 *   that it is handed to; transfer full
 *
 * A literal of a program.
 */
typedef struct
{
  DlLiteral value;
  char     *name;
} DlLiteralFound;

/**
 * DlLiteralBroken:
 * @at: where it begins, in bytes
 * @mistake: where it ceases to be a literal
 * @reason: (nullable): why; translated, static storage; NULL where there is none
 *
 * Something that begins as a literal with data in it, and has a mistake.
 */
typedef struct
{
  gsize       at;
  gsize       mistake;
  const char *reason;
} DlLiteralBroken;

/**
 * dl_literal_find_all:
 * @from: where to begin
 * @to: where to end
 * @broken: (inout) (optional): becomes the one that goes on longest before its mistake, where that is
 *   longer; what is whole within it is found even so
 *
 * Finds the objects and lists that a program of JavaScript holds, the outermost
 * ones: `var items = [ … ]`, `callback ({ … })`, `new vis.DataSet ([ … ])`, also
 * within the bodies of functions. A text that is JSON has one.
 *
 * Returns: (transfer full): of #DlLiteralFound, in the order of the text
 */
GArray *dl_literal_find_all (const char *text, gsize from, gsize to, DlLiteralBroken *broken);

/* The text that a program gives to the first variable called @name outside all braces, as those within a function are
 * of something smaller: `var title = "…"`. Returns: (transfer full) (nullable) */
char *dl_literal_find_text (const char *text, gsize from, gsize to, const char *name);

G_END_DECLS
