/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-date-words-private.h"

G_BEGIN_DECLS

/* What two dates are together. */
typedef enum
{
  DL_WORDS_LINK_INTERVAL,
  DL_WORDS_LINK_BETWEEN,
  DL_WORDS_LINK_OR,
} DlWordsLink;

/* The tokens of a text, or what is left of them. */
typedef struct
{
  const DlWordsToken *tokens;
  int                 n;
} DlWordsSlice;

static inline char
dl_words_slice_first_code (const DlWordsSlice *self)
{
  return self->n > 0 ? self->tokens[0].code : '\0';
}

static inline char
dl_words_slice_last_code (const DlWordsSlice *self)
{
  return self->n > 0 ? self->tokens[self->n - 1].code : '\0';
}

static inline gint64
dl_words_slice_last_value (const DlWordsSlice *self)
{
  return self->n > 0 ? self->tokens[self->n - 1].value : 0;
}

static inline void
dl_words_slice_drop_first (DlWordsSlice *self)
{
  self->tokens++;
  self->n--;
  /* "post-1945" */
  if (dl_words_slice_first_code (self) == '-')
    dl_words_slice_drop_first (self);
}

static inline void
dl_words_slice_drop_last (DlWordsSlice *self)
{
  self->n--;
}

/* Two dates as EDTF: an interval, some time between them, or one of them. @dash: whether one stands
 * between them. Returns: (transfer full) (nullable): NULL with a reason */
char *dl_reading_join_ends (DlReading          *reading,
                            const DlWordsSlice *first,
                            const DlWordsSlice *second,
                            gboolean            dash,
                            DlWordsLink         link);

/* One date, with what stands before or after it, as EDTF: "before 1900", "since 1900".
 * Returns: (transfer full) (nullable): NULL with a reason */
char *dl_reading_one_date (DlReading *reading, DlWordsSlice slice);

/* The date of @slice as EDTF between @before and @after.
 * Returns: (transfer full) (nullable): NULL with a reason */
char *dl_reading_surrounded (DlReading *reading, const DlWordsSlice *slice, const char *before, const char *after);

G_END_DECLS
