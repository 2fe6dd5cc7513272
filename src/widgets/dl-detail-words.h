/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

/* What the details of an event say, in words or as Pango markup; all (transfer
 * full). */

/* Of a link to another event of the timeline: its position follows. */
#define DL_EVENT_LINK "event:"

/* Markup: text of a file, which does not turn around what stands beside it. */
char *dl_detail_escape (const char *text);
/* Markup: the title of the event at @position, as a link to it. */
char *dl_detail_event_link (DlTimeline *timeline, guint position);
/* Words: how finely a date is known, and what is doubtful about it; nullable. */
char *dl_detail_describe_certainty (DlTimeline *timeline, const DlDate *date);
/* Markup: who said it, in which role and context, and when; may be empty. */
char *dl_detail_quote_byline (DlTimeline *timeline, const DlQuote *quote);
/* Markup: a source's title, a link where its address may be opened; else with
 * the address beside it, to be read. */
char *dl_detail_source_markup (const DlSource *source);
/* Markup: the same, and who wrote and published it when. */
char *dl_detail_source_line (DlTimeline *timeline, const DlSource *source);

/* An event's note on its date. Where that is the date in words, as a table has it, it is told
 * to be. Returns: (transfer full) */
char *dl_detail_describe_note (const char *note, const char *edtf);

G_END_DECLS
