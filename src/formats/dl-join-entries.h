/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-join-ids.h"
#include "formats/dl-json-scan.h"

G_BEGIN_DECLS

/* One of several files that are made into one. @scan: with the names of dl_top_member_names */
typedef struct
{
  const char *id;
  const char *text;
  DlJsonScan *scan;
} DlJoinPart;

/* Writes the list of all people, places, topics or sources, which is what @kind is of, with
 * its name, into the object that is written to @out: what is known of them as the overlay
 * has it, what is not as their files have it. @notes: of char *, what could not be carried over */
void dl_join_entries (DlJoinIds        *ids,
                      DlTimeline       *overlay,
                      DlObjectKind      kind,
                      const DlJoinPart *parts,
                      guint             n_parts,
                      GPtrArray        *notes,
                      GString          *out);

/* The same of eras, which stand as in their files. */
void dl_join_eras (const DlJoinPart *parts, guint n_parts, GPtrArray *notes, GString *out);

/* The files that the overlay is of, and what is not known of those that were told of already. */
void dl_join_files (DlTimeline *overlay, const DlJoinPart *parts, guint n_parts, GString *out);

/* That a member of what is called @name, or with %NULL of the whole, stays in its file. Returns: (transfer full) */
char *dl_join_dup_note (const char *file, const char *member, const char *name);

G_END_DECLS
