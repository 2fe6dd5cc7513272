/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/draft/dl-draft.h"

G_BEGIN_DECLS

/* Puts the medium of an event, which is a picture, a page, markup or a quotation, as its
 * source. @medium: where it says which; @caption, @credit: what it says about it; all
 * nullable. @at: where the medium stands, in bytes; @pointer: the way to it */
void dl_draft_put_medium (DlDraft    *draft,
                          const char *medium,
                          const char *caption,
                          const char *credit,
                          gsize       at,
                          const char *pointer);

G_END_DECLS
