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
 * @own_text: (nullable): the timeline as text in Dateline's own format; of several files
 *   that of the first that is in no file, else %NULL
 * @files: (nullable): of #GFile, those that it is of, of folders what is in them; %NULL
 *   where it is of no file
 * @failures: (nullable): why others of several files are not in it, a message each
 *   that begins with the file's name; ended by %NULL
 *
 * What a file gave, or several.
 */
typedef struct
{
  DlTimeline *timeline;
  GPtrArray  *problems;
  guint       n_events_in_file;
  guint       n_events_lost;
  GBytes     *own_text;
  GPtrArray  *files;
  char      **failures;
} DlLoaded;

void dl_loaded_free (DlLoaded *loaded);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlLoaded, dl_loaded_free)

/* Called in the caller's main context, at most some thirty times a second;
 * @done and @total count events, @total is 0 while it is not known. */
typedef void (*DlProgressFunc) (guint done, guint total, gpointer data);

G_END_DECLS
