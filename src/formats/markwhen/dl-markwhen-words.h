/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands among the words of an event of markwhen. */
#pragma once

#include "formats/draft/dl-draft.h"

G_BEGIN_DECLS

/* Takes "#tags" and "!names" out of the first line, into the draft. Returns: (transfer full) */
char *dl_markwhen_take_words (DlDraft *draft, const char *line);

/* "[words](address)" becomes its words; the address is a source, or says that they are a place.
 * @offset: of the event. Returns: (transfer full) */
char *dl_markwhen_take_links (DlDraft *draft, gsize offset, const char *text);

/* An address that stands bare among the words of a title is a source; what is left is the title, unless that is
 * nothing. @title: (transfer full). Returns: (transfer full) */
char *dl_markwhen_take_addresses (DlDraft *draft, char *title);

/* An event without words on the line of its date is called by its first line. Returns: behind that */
const char *dl_markwhen_take_first_line (char **title, const char *text);

G_END_DECLS
