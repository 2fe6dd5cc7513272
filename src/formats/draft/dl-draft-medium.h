/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/draft/dl-draft.h"

G_BEGIN_DECLS

/* Puts the medium of an event, which is a picture, a page, markup or a quotation, as its
 * source. @medium: where it says which; @caption, @credit: what it says about it; all
 * nullable.
 * Returns: (transfer full) (nullable): the note that is to be told of a medium that is
 *   left out, translated */
char *dl_draft_put_medium (DlDraft *draft, const char *medium, const char *caption, const char *credit);

G_END_DECLS
