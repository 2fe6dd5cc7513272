/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/literal/dl-literal.h"

G_BEGIN_DECLS

/* The text of a string, its escapes undone and its parts joined, or of a name
 * without quotes. @literal: a string that was passed over once.
 * Returns: (transfer full): UTF-8 without U+0000 */
char *dl_literal_string_dup (const DlLiteral *literal);

/* Whether that is @text. */
gboolean dl_literal_string_is (const DlLiteral *literal, const char *text);

G_END_DECLS
