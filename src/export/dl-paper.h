/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlPaper:
 * @nick: for the command line; not translated
 * @choice: (nullable): what people choose in the window; marked for translation with the context "size of a
 *   picture"; %NULL where it is not offered there
 * @width: in pixels of 1/96 inch
 * @height: the same
 *
 * A size that pictures are wanted in: a sheet of paper (ISO 216, and what North America prints on) or a slide.
 */
typedef struct
{
  const char *nick;
  const char *choice;
  int         width;
  int         height;
} DlPaper;

/* All of them; static. @n: (out): how many. Those that are offered in the window come first. */
const DlPaper *dl_paper_get_all (guint *n);

/* Returns: (nullable): the one of that nick, in any case of letters */
const DlPaper *dl_paper_find (const char *nick);

G_END_DECLS
