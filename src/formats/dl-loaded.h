/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "formats/dl-problem.h"
#include "model/dl-timeline.h"

G_BEGIN_DECLS

/**
 * DlLoaded:
 * @timeline: what could be read; never %NULL
 * @problems: of #DlProblem, in the order of the file; never %NULL, may be empty
 * @n_events_in_file: elements of the file's events array, the lost ones too
 * @format: the name of the format that it was read as, marked for translation; static
 * @own_text: (nullable): the timeline in Dateline's own format, uncompressed: the file
 *   itself where it is of that, else what was made of it; of several files that of the
 *   first that is in no file, else %NULL. See dl_load_get_own_text()
 * @unwritten: (nullable): what @own_text is to be made of when it is wanted: the text of the file,
 *   UTF-8
 * @own_texts: (nullable): of several files, of #GBytes, that of each, of which dl_join()
 *   makes one
 * @is_own: that is Dateline's own, so that @own_text is the file's
 * @are_own: (nullable): of several files, of #gboolean, @is_own of each
 * @stamp: (nullable): of the file as it was when it was read (see dl-file-stamp.h)
 * @files: (nullable): of #GFile, those that it is of, of folders what is in them; %NULL
 *   where it is of no file
 * @stamps: (nullable): of each of these, perhaps %NULL; @stamp is then of the first
 * @failures: (nullable): why others of several files are not in it, a message each
 *   that begins with the file's name; ended by %NULL
 * @tried: (nullable): where there are any of these, of #GFile, @files and what could not be read, in
 *   the order that they were to be
 * @tried_stamps: (nullable): of each of these, %NULL for one of @files
 * @mistaken: (nullable): the first of these that is text with a mistake, which somebody
 *   may mend
 *
 * What a file gave, or several.
 */
typedef struct
{
  DlTimeline *timeline;
  GPtrArray  *problems;
  guint       n_events_in_file;
  guint       n_events_lost;
  const char *format;
  GBytes     *own_text;
  GBytes     *unwritten;
  GPtrArray  *own_texts;
  gboolean    is_own;
  GArray     *are_own;
  char       *stamp;
  GPtrArray  *files;
  GPtrArray  *stamps;
  char      **failures;
  GPtrArray  *tried;
  GPtrArray  *tried_stamps;
  GFile      *mistaken;
} DlLoaded;

void dl_loaded_free (DlLoaded *loaded);
/* The @is_own of one of several files, or of the only one. @part: which of several */
gboolean dl_loaded_is_own (const DlLoaded *loaded, guint part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlLoaded, dl_loaded_free)

/* Called in the caller's main context, at most some thirty times a second;
 * @done and @total count events, @total is 0 while it is not known. */
typedef void (*DlProgressFunc) (guint done, guint total, gpointer data);

G_END_DECLS
