/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words that are known: in a file the same for everybody; what a person
 * types may be in their language too. */
typedef struct _DlVocabulary DlVocabulary;

/* The code of words that say nothing. */
#define DL_WORDS_NOISE "x"

/**
 * DlVocabularyWord:
 * @text: as dl_words_normalise() writes it
 * @codes: of the tokens that it stands for; the first one has @value
 */
typedef struct
{
  char       *text;
  gsize       length;
  const char *codes;
  gint64      value;
  guint       order;
} DlVocabularyWord;

/* Those of any file. Owned by the program. */
const DlVocabulary *dl_vocabulary_get (void);

/* And those of the reader's language. Returns: (transfer full) */
DlVocabulary *dl_vocabulary_new_local (void);

void dl_vocabulary_free (DlVocabulary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlVocabulary, dl_vocabulary_free)

/* The longest word that begins @text, which is normalised; NULL where none does. */
const DlVocabularyWord *dl_vocabulary_find (const DlVocabulary *self, const char *text);

/* One form for one word: compatibility characters, case, spaces, dashes and
 * apostrophes; what can only be a dash between dates becomes "=", as does " - ".
 * Returns: (transfer full) (nullable): NULL for invalid UTF-8 */
char *dl_words_normalise (const char *text);

G_END_DECLS
