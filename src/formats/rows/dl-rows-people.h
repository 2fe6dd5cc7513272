/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dl_rows_people_split:
 * @text: what stands in a column of people
 * @pairs_part: whether "Savery, Newcomen" are two, as where others of the column have one
 *   name each; else it may be one, "Doe, Jane"
 * @guessed: (out): whether more than semicolons and the like tell that they are several
 *
 * The names of the people. "Cooke & Wheatstone", "Cooke and Wheatstone", "Cooke/Wheatstone"
 * and "Jane Doe, John Roe" are two, "Smith & Sons" is one.
 *
 * Returns: (transfer full): without those that are empty
 */
GStrv dl_rows_people_split (const char *text, gboolean pairs_part, gboolean *guessed);

G_END_DECLS
