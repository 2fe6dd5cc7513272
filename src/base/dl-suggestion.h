/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dl_suggest:
 * @word: what was typed
 * @names: (array zero-terminated=1): what there is, of ASCII letters
 *
 * What may have been meant: the name that @word is one mistake (a letter too
 * many, too few, wrong, or two exchanged) away from, or two where it is long;
 * capitals count for nothing. A word with more than letters is none.
 *
 * Returns: (nullable): one of @names
 */
const char *dl_suggest (const char *word, const char *const *names);

/**
 * DlNearest:
 *
 * The name that is nearest to a word, among any number of names, in any script.
 * Capitals, hyphens, underscores and spaces count for nothing; of long words,
 * one letter in four may be wrong. Where two names are equally near, and neither
 * is the word itself, none was meant.
 */
typedef struct
{
  gunichar    word[48];
  guint       length;
  guint       fewest; /* mistakes so far; G_MAXUINT: none is near */
  const char *name;   /* nullable */
} DlNearest;

/* @word: UTF-8; one that is longer than the room is near to nothing. */
void dl_nearest_init (DlNearest *self, const char *word);
/* @name: UTF-8, borrowed as long as @self is used */
void dl_nearest_offer (DlNearest *self, const char *name);

/* The same among a few. Returns: (nullable): one of @names */
const char *dl_nearest_of (const char *word, const char *const *names);

/* Which of @names is @word but for capitals, hyphens, underscores, and spaces.
 * Returns: its index, or -1 */
int dl_nearest_find_same (const char *word, const char *const *names);

G_END_DECLS
