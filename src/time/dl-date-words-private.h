/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/dl-date-words.h"

G_BEGIN_DECLS

/* Reads @text, without space around it, where a program wrote it and it is not
 * EDTF. Returns: (transfer full) (nullable): valid EDTF; NULL for all else */
char *dl_date_words_from_machine (const char *text, const DlDateWordsContext *context);

G_END_DECLS
