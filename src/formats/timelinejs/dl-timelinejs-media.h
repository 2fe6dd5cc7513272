/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/draft/dl-draft.h"
#include "formats/literal/dl-literal.h"

G_BEGIN_DECLS

/* Puts the medium of an event, which is a picture, a page, markup or a quotation,
 * as its source. @media: where it says which; @caption, @credit: what it says
 * about it; each may be nothing. @pointer: the way to it */
void dl_timelinejs_put_media (DlDraft         *draft,
                              const DlLiteral *media,
                              const DlLiteral *caption,
                              const DlLiteral *credit,
                              const char      *pointer);

/* The same of texts, as a sheet has them. @medium, @caption, @credit: (nullable).
 * @at: where the medium stands, in bytes */
void dl_timelinejs_put_medium (DlDraft    *draft,
                               const char *medium,
                               const char *caption,
                               const char *credit,
                               gsize       at,
                               const char *pointer);

G_END_DECLS
