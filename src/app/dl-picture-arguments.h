/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/dl-export-options.h"

G_BEGIN_DECLS

/**
 * DlPictureArguments:
 * @view, @size, @width, @select: (nullable): as they were given
 *
 * The options that say how much is in a picture, of each command that makes one.
 */
typedef struct
{
  char    *view;
  char    *size;
  char    *width;
  char    *select;
  gboolean everything;
  gboolean all_lanes;
  gboolean all_rows;
} DlPictureArguments;

void dl_picture_arguments_clear (DlPictureArguments *arguments);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlPictureArguments, dl_picture_arguments_clear)

/* Which of them contradict each other, as an error message; nullable. */
const char *dl_picture_arguments_find_contradiction (const DlPictureArguments *arguments);
/* Takes them into @options, whose folds are settled; @error: %DL_ERROR_USAGE and
 * those of dates. */
gboolean dl_picture_arguments_apply (const DlPictureArguments *arguments, DlExportOptions *options, GError **error);

G_END_DECLS
