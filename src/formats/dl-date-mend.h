/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dl_date_mend:
 * @text: what stands where EDTF belongs, and is none
 *
 * What dl_date_words_suggest() reads, and what is nearly EDTF: an offset written
 * otherwise ("+9", "JST"), a day 00, a doubt behind a time, "present" as an end, an
 * interval with words or dots between its dates. Nothing becomes more exact than it was.
 *
 * Returns: (transfer full) (nullable): the EDTF that was probably meant
 */
char *dl_date_mend (const char *text);

G_END_DECLS
