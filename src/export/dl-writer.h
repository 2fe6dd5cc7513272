/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/dl-export-options.h"

G_BEGIN_DECLS

/**
 * DlWriter:
 * @endings: of files' names, with their dot, %NULL-terminated; the first is the usual one
 * @media_type: what the file is (RFC 6838)
 * @kind: what a file dialog calls such files, to be translated
 * @choice: a choice among others, with what it is good for; to be translated
 * @has_resolution: whether it is made of pixels, which may be finer than the scene's
 * @write: makes the contents of a file: the same options give the same bytes.
 *   Those that draw want gtk_init_check() to have been called once.
 *   Its errors, and what it could not name, are as those of dl_export_render()
 *
 * An output: one entry of a table.
 */
typedef struct
{
  const char *const *endings;
  const char        *media_type;
  const char        *kind;
  const char        *choice;
  gboolean           has_resolution;
  GBytes *(*write) (const DlExportOptions *options, char **unnamed, GError **error);
} DlWriter;

/* All that there are, in the order in which they are offered. @n_writers: (out) */
const DlWriter *dl_writer_get_all (guint *n_writers);

/* The one whose ending @name has, in upper or lower case; NULL where none has. */
const DlWriter *dl_writer_find (const char *name);

/* Every ending, as a translated choice: ".png, .svg or .pdf".
 * Returns: (transfer full) */
char *dl_writer_dup_endings (void);

G_END_DECLS
