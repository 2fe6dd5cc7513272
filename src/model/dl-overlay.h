/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * dl_timeline_new_overlaid:
 * @timelines: (array length=n): each as it was read from its file, not a telling
 * @files: (array length=n): what those files are called; ids differ from one another
 * @n: at least two
 *
 * One timeline of several files, which stay as they are. All events are in it, each
 * of its file (see dl_timeline_get_event_file()), with the relations that it has there;
 * of a file that says it was made of several, of the one that it is of there;
 * of two events with one id the later file's is called "FILE:ID".
 *
 * What lanes and filters go by is one where it is one for whoever reads it: topics
 * and places of the same name, people of the same name and no other role, sources of
 * the same address, or where there is none the same title and publisher. An id says
 * nothing of that, since each file gives its own. Eras are all there, the same one once.
 *
 * The axis has the first zone that a file names, the title names all, the as-of date
 * is the latest; the language, where all have the same. What is seen first spans what
 * all of the authors want seen first, where each of them says so.
 *
 * Any thread. What is the same is shared.
 *
 * Returns: (transfer full)
 */
DlTimeline *dl_timeline_new_overlaid (DlTimeline *const *timelines, const DlTimelineFile *files, guint n);

/**
 * DlOverlaidFile:
 * @timeline: as it was read from the file
 * @id: what the file is called, which is among the overlay's files only where @own is
 * @files: (nullable): where it was made of several files: the indexes in the overlay of
 *   these, by those in @timeline
 * @own: that of the file itself, or DL_NONE where all its events are of those
 * @people, @places, @topics, @sources: the indexes in the overlay, by those in @timeline
 *
 * What an overlay has of one of the files that are over each other, which is one of the
 * parts of its events. All owned by the overlay.
 */
typedef struct
{
  DlTimeline    *timeline;
  const char    *id;
  const guint32 *files;
  guint32        own;
  const guint32 *people;
  const guint32 *places;
  const guint32 *topics;
  const guint32 *sources;
} DlOverlaidFile;

/* How many there are; 0 of a timeline that is no overlay. */
guint dl_timeline_get_n_overlaid (DlTimeline *self);

/* @self: from dl_timeline_new_overlaid(). @part: below the number of them. The key of an
 * event in the overlay is that in the file's timeline plus one. Any thread. */
void dl_timeline_get_overlaid (DlTimeline *self, guint part, DlOverlaidFile *overlaid);

G_END_DECLS
