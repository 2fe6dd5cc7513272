/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlVisEnds:
 *
 * What the ends of the items of a file mean. To vis-timeline an end is the moment at which an
 * item ends, so that “2014-04-19” is not part of it. Many who write items mean the last day;
 * that shows where the next item begins on the day after, and none on the day of an end.
 */
typedef struct _DlVisEnds DlVisEnds;

DlVisEnds *dl_vis_ends_new (void);
void       dl_vis_ends_free (DlVisEnds *self);

/**
 * dl_vis_ends_add:
 * @group: what the item stands with
 * @start: EDTF; what is neither a day nor a month says nothing
 * @end: (nullable): EDTF, as it is written
 *
 * Returns: whether it makes a difference to @end what ends mean
 */
gboolean dl_vis_ends_add (DlVisEnds *self, const char *group, const char *start, const char *end);

/* Whether the ends are the last days, or months, of the items. */
gboolean dl_vis_ends_are_last (const DlVisEnds *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlVisEnds, dl_vis_ends_free)

G_END_DECLS
