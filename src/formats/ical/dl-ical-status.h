/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/draft/dl-draft.h"
#include "formats/ical/dl-ical-times.h"

G_BEGIN_DECLS

/**
 * dl_ical_put_status:
 * @value: of STATUS
 * @stamp: (nullable): of DTSTAMP: when the event was last written
 * @end: of the event, or its start
 *
 * Puts the status of an event. What was tentative and is over by the time it was written is no plan any
 * more, and nothing tells whether it came to be: that is said in words.
 */
void dl_ical_put_status (DlDraft *draft, const char *value, const char *stamp, const DlIcalTime *end);

G_END_DECLS
