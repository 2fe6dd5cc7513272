/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/dl-toast.h"

G_BEGIN_DECLS

/**
 * dl_edit_file:
 * @toast: of the window that is asked
 * @line: of what is to be mended, from 1; 0 where that is not known
 * @column: the same
 *
 * Opens a text file in the reader's text editor, and says the place, since there is no
 * way to tell any editor of it. Where there is none that is said, and the place can be
 * copied.
 */
void dl_edit_file (DlToast *toast, GFile *file, guint line, guint column);

/* "FILE:LINE:COLUMN", as compilers write it and editors read it, or without a line the file.
 * @file: (nullable). Returns: (transfer full) */
char *dl_edit_dup_place (GFile *file, guint line, guint column);

G_END_DECLS
