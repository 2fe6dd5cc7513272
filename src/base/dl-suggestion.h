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

G_END_DECLS
