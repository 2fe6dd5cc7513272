/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-input.h"
#include "formats/draft/dl-draft.h"

G_BEGIN_DECLS

/**
 * DlFormat:
 * @nick: for the command line and the log; not translated
 * @label: what people call it; marked for translation
 * @endings: how names of such files usually end, "json js"; only for lists and dialogs
 * @sniff: whether the file looks as if it were of this format. Goes by the
 *   content alone, whatever the file is called, and looks no further than it takes
 *   to tell it from others; it need not be without a mistake
 * @read: puts what is in the file into the draft, and tells what it could not take;
 *   fails only where the whole cannot be read. NULL for Dateline's own, and for
 *   a format that is known but not read
 * @advice: (nullable): of one that is not read: a sentence that says what it is,
 *   or what to do; marked for translation
 * @read_straight: (nullable): of a format whose files are large: makes the timeline without writing
 *   it down in Dateline's own, and gives the text, all that is in @input, to it for its details.
 *   What it tells goes to @told, in which it puts nothing else. @n_events: (out): of the file, but
 *   for those that were told to be lost. Returns: (transfer full) (nullable): without an error, what
 *   is unusual about the file is for @read
 *
 * A format that timelines are read from: one entry of a table.
 */
typedef struct
{
  const char *nick;
  const char *label;
  const char *endings;
  gboolean (*sniff) (DlInput *input);
  gboolean (*read) (DlInput *input, DlDraft *draft, GError **error);
  const char *advice;
  DlTimeline *(*read_straight) (DlInput *input, GBytes *text, DlDraft *told, guint *n_events, GError **error);
} DlFormat;

G_END_DECLS
