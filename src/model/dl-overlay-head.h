/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-overlay-files.h"

G_BEGIN_DECLS

/**
 * dl_overlay_settle_head:
 * @self: gets its title, description, language, as-of date and what is seen first; has its zone
 *   and its files
 * @timelines: (array length=n): as they were read
 * @files: (array length=n): what their files are called
 * @maps: (array length=n): which of @self's files each stands for; those that are %DL_NONE are
 *   not told of
 * @n: may be 0
 *
 * What several files together say of themselves; one alone says what it says.
 */
void dl_overlay_settle_head (DlTimeline           *self,
                             DlTimeline *const    *timelines,
                             const DlTimelineFile *files,
                             const DlOverlayFiles *maps,
                             guint                 n);

G_END_DECLS
