/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-date-words.h"

/* The forms, short enough for tables. */
enum
{
  EDTF = DL_DATE_FORM_EDTF,
  MACHINE = DL_DATE_FORM_MACHINE,
  WORDS = DL_DATE_FORM_WORDS,
};

typedef struct
{
  const char *text;
  const char *edtf;
  int         form;
} Row;

/* Each row's text must be read as its EDTF, in its form. */
void check_date_words (const Row *rows, gsize n_rows, const DlDateWordsContext *context);

/* The tests of the large tables. */
void add_date_words_tables (void);
void add_date_words_bounds (void);
