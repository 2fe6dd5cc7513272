/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/draft/dl-draft-literal.h"

G_BEGIN_DECLS

/* Puts the medium of an event, which is a picture, a page, markup or a quotation, as its
 * source. @medium: where it says which; @caption, @credit: what it says about it; all
 * nullable.
 * Returns: (transfer full) (nullable): the note that is to be told of a medium that is
 *   left out, translated */
char *dl_draft_put_medium (DlDraft *draft, const char *medium, const char *caption, const char *credit);

/**
 * dl_draft_put_shown:
 * @offset: where it stands
 * @markup: (nullable): a text of the event that is begun
 * @site: (nullable): the address of the site within which addresses may be paths
 * @links: whether where it leads to is put, too, as of a title, in which addresses are not kept
 *
 * Puts what is shown within a text, such as pictures, as sources of the event.
 */
void dl_draft_put_shown (DlDraft *draft, gsize offset, const char *markup, const char *site, gboolean links);

/* The same with links of a text of which only addresses may be new. @told: the words of the event, in which some of
 * them stand already */
void dl_draft_put_untold (DlDraft *draft, gsize offset, const char *markup, const char *told);

/* As dl_draft_put_shown(), of a text that stands in @value. */
void dl_draft_literal_put_shown (DlDraftLiteral *self, const DlLiteral *value, const char *site, gboolean links);

G_END_DECLS
