/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom and what an event names, and what a calendar says beside all that has a place. */
#pragma once

#include "formats/draft/dl-draft.h"
#include "formats/ical/dl-ical-lines.h"

G_BEGIN_DECLS

/* Somebody who takes part: by the name, or else the address. A room is none. */
void dl_ical_put_person (DlDraft *draft, const DlIcalLine *line);

/* A page, a file or a picture of it. */
void dl_ical_put_source (DlDraft *draft, const DlIcalLine *line);

/* What is not read elsewhere of an event: words are kept, of all else the name is told once of the file.
 * @dated: whether it has a date but the one of its completion */
void dl_ical_put_rest (DlDraft *draft, const DlIcalLine *line, gboolean dated);

/* What descriptions with markup, of @lines, say beyond @described, the text of those without. Returns: whether there
 * are words in them */
gboolean dl_ical_put_markup (DlDraft *draft, const GArray *lines, const char *described);

/* The same of a calendar, of which only names are told. */
void dl_ical_leave_head (DlDraft *draft, const DlIcalLine *line);

G_END_DECLS
