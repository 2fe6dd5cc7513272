/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dl_text_fold:
 * @text: valid UTF-8, need not end in NUL
 * @length: its bytes
 * @folded: (out): is set to the folded text, UTF-8
 * @starts: (out) (nullable): of guint32: for each byte of @folded, where in @text
 *   stands what it came from; one entry more is @length
 *
 * Takes out of a text what makes no difference to somebody who searches: case,
 * accents (of Latin, Greek, Cyrillic, Hebrew and Arabic), width, ligatures and other
 * forms for compatibility, katakana against hiragana, the kind of dashes and
 * quotation marks, how much space there is, and characters without a look.
 *
 * What makes another letter stays: the marks of kana (か is not が, は is not ぱ), small
 * kana, the vowel signs of Indian scripts, the Cyrillic й; and Hangul syllables are
 * letters of their own (하 is not 한), put together where they are written in pieces.
 *
 * It works letter by letter: the folding of a text that two others make is that of the
 * first with that of the second behind it, where the second begins with a letter that
 * is no space.
 */
void dl_text_fold (const char *text, gsize length, GString *folded, GArray *starts);

G_END_DECLS
