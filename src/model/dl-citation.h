/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-event.h"

G_BEGIN_DECLS

/* A source of @timeline as a line of text: author, title, publisher, date,
 * address, as far as they are known. Returns: (transfer full) */
char *dl_citation_for_source (DlTimeline *timeline, const DlSource *source);

/* An event to paste into a text: its title and date, then its sources, a line
 * each. Returns: (transfer full) */
char *dl_citation_for_event (DlEvent *event);

/* A quote to paste into a text: the words in quotation marks, who said them,
 * in what context, and the source. Returns: (transfer full) */
char *dl_citation_for_quote (DlEvent *event, const DlQuote *quote);

/* Who speaks, by name; NULL where the file does not say. Owned by the timeline
 * or the quote. */
const char *dl_quote_get_speaker_name (DlTimeline *timeline, const DlQuote *quote);

G_END_DECLS
