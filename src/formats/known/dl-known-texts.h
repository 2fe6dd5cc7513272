/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* The kind of a text in which no timeline was found: YAML, Org or Markdown, whose advice says what to do;
 * NULL of any other. @input: a text without a NUL in its head */
const DlFormat *dl_known_find_text (const DlInput *input);

G_END_DECLS
