/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-json-scan.h"
#include "formats/dl-problem-list.h"
#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * dl_second_look:
 * @text: of the file
 * @length: its bytes
 * @events: the list of events in it
 * @timeline: what was read; its keys of events are where they stand in @text
 * @problems: what was found so far
 *
 * What can only be said when all is read: which id was meant by one that leads nowhere,
 * and which date by what is none; that a day is probably not known, where very many
 * events are on the first of a year or month; that a source is older than what it tells.
 */
void dl_second_look (const char         *text,
                     gsize               length,
                     const DlJsonMember *events,
                     DlTimeline         *timeline,
                     DlProblemList      *problems);

G_END_DECLS
