/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* The format of a file that is known, but not read: its advice says what to do. By
 * the content, and only where that leaves no doubt; NULL of any other. */
const DlFormat *dl_known_find (const DlInput *input);

/* What a file is that is of no format and no JSON either: a web page, XML, a text of
 * some kind or what is no text. @commands: whether its advice may be to type a command. Never NULL. */
const DlFormat *dl_known_find_kind (const DlInput *input, gboolean commands);

G_END_DECLS
