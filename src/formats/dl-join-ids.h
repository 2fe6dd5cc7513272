/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-vocabulary.h"
#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * DlJoinIds:
 *
 * How what has an id in one of several files is called in the one that is made of
 * all of them: as in their overlay, but for what would then be taken for another.
 * One thread at a time.
 */
typedef struct _DlJoinIds DlJoinIds;

/* @overlay: from dl_timeline_new_overlaid() */
DlJoinIds *dl_join_ids_new (DlTimeline *overlay);
void       dl_join_ids_free (DlJoinIds *self);

/* The functions below take as @kind that of a person, place, topic or source, and as @file
 * which of the files that are over each other it is, whatever that was made of. */

/* Index in the overlay of what has @id in the file, or DL_NONE. */
guint32 dl_join_ids_find (DlJoinIds *self, guint file, DlObjectKind kind, const char *id);

/* Index in the overlay of the @nth entry of the file that has no id, or DL_NONE. */
guint32 dl_join_ids_find_nameless (DlJoinIds *self, guint file, DlObjectKind kind, guint nth);

/* The id of an entry of the overlay. Returns: (nullable): %NULL where nothing refers to it */
const char *dl_join_ids_get (DlJoinIds *self, DlObjectKind kind, guint32 index);

/* What an event of the file refers to as @id is to be referred to. What there is
 * not in the file is not to become what there is in another. */
const char *dl_join_ids_refer (DlJoinIds *self, guint file, DlObjectKind kind, const char *id);

/* The same of an event. */
const char *dl_join_ids_refer_event (DlJoinIds *self, guint file, const char *id);

/* The same of whoever speaks, who may be named without being among the people. */
const char *dl_join_ids_refer_speaker (DlJoinIds *self, guint file, const char *id);

/* The position in the overlay of the event whose text begins at @offset in the file's, or DL_NONE. */
guint dl_join_ids_find_event (DlJoinIds *self, guint file, gsize offset);

/* When all is written: whether somebody's id was also the name of a speaker who is
 * not among the people of that file, so that all is to be written again. */
gboolean dl_join_ids_settle (DlJoinIds *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlJoinIds, dl_join_ids_free)

G_END_DECLS
