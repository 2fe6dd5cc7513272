/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/draft/dl-draft-literal.h"

G_BEGIN_DECLS

/* Puts the medium of an event, which is a picture, a page, markup or a quotation,
 * as its source. @object: what says of it, or nothing; @names: of its members that say
 * which it is, its caption and its credit, NULL-terminated */
void dl_timelinejs_put_media (DlDraftLiteral *self, const DlLiteral *object, const char *const *names);

G_END_DECLS
