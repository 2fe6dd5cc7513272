/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * DlOverlayFiles:
 * @files: (nullable): where the file says that it was made of several: the indexes in the
 *   overlay of these, by those that they have in it
 * @own: the index in the overlay of the file itself, whose events those are that are of
 *   none of @files, or DL_NONE where there are no such
 *
 * What one file of an overlay is among those that readers tell apart.
 */
typedef struct
{
  guint32 *files;
  guint32  own;
} DlOverlayFiles;

void dl_overlay_files_clear (DlOverlayFiles *self);

/**
 * dl_overlay_files_take:
 * @overlay: gets its files
 * @timelines: (array length=n): as they were read
 * @files: (array length=n): what their files are called; ids differ from one another
 * @maps: (array length=n) (out): one for each of @timelines
 *
 * A file that was made of several stands for these, and for itself only where
 * something in it is of none of them. Of two with one id that of the one within is
 * "FILE:ID"; those with one name have their id behind it.
 */
void dl_overlay_files_take (DlTimeline           *overlay,
                            DlTimeline *const    *timelines,
                            const DlTimelineFile *files,
                            guint                 n,
                            DlOverlayFiles       *maps);

/* Of what file of the overlay the events of @timeline are, whose origins are in the overlay
 * those that they have there and @origin, up to @end. */
void dl_overlay_files_run (DlTimeline           *overlay,
                           DlTimeline           *timeline,
                           const DlOverlayFiles *map,
                           guint64               origin,
                           guint64               end);

/* The title of several files together, that of each in its words: "A and B".
 * @n: at least two. Returns: (transfer full) */
char *dl_overlay_join_titles (const DlTimelineFile *files, guint n);

/* Whether a timeline that was made of several files is called as these are together, and
 * not in words of its own. */
gboolean dl_timeline_is_called_by_files (DlTimeline *self);

G_END_DECLS
