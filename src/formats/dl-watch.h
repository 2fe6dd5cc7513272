/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DL_TYPE_WATCH (dl_watch_get_type ())
G_DECLARE_FINAL_TYPE (DlWatch, dl_watch, DL, WATCH, GObject)

/* Notices that a file has been saved again, whichever way: written in place, another
 * moved to its name, removed and made anew. What the system tells is only a reason
 * for a look at the file's stamp, which alone decides: so nothing is told of what is
 * still as it was, and what the system does not tell is found by any later look. Of
 * files of other machines nobody may tell: these are looked at now and then.
 *
 * Of savings that follow close upon each other few are told, and always the last: each
 * time that there was no end to them, the wait for it becomes longer.
 *
 * After each look comes one of the signals, in the thread-default main context that
 * the watch was made in: "changed": the file is there and is not what was read;
 * "gone": it has been removed, told once; "settled": neither.
 *
 * While it is held (somebody reads the file) it tells nothing, and looks when it is
 * let go; so there are never two reads at once. */

/* @stamp: (nullable): of what was read of @file, where it has been read. Its first look
 * is at once. */
DlWatch *dl_watch_new (GFile *file, const char *stamp);

/* Whether there is any sense in it: not for what can be read only once, or is
 * within the program. */
gboolean dl_watch_can (GFile *file);

/* How @file, which can be watched, is now. Blocks for as long as it takes to look.
 * Returns: (transfer full) (nullable): %NULL where it cannot be asked */
char *dl_watch_dup_stamp (GFile *file);

GFile *dl_watch_get_file (DlWatch *self);

/* For somebody who has reason to doubt that all is told. */
void dl_watch_look (DlWatch *self);

/* Each call of the one needs one of the other, which makes it look. */
void dl_watch_hold (DlWatch *self);
void dl_watch_release (DlWatch *self);

/* What the file is known by from now on. @stamp: (nullable): %NULL for one that is
 * equal to none */
void dl_watch_set_stamp (DlWatch *self, const char *stamp);

/* Nullable. Owned by the watch, valid until the next change. */
const char *dl_watch_get_stamp (DlWatch *self);

/* The program itself has just written the file: it is known as it is now. Blocks for
 * as long as it takes to look. */
void dl_watch_wrote (DlWatch *self);

G_END_DECLS
