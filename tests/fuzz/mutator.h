/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The files of a folder, to begin from. Returns: (transfer full): of GBytes */
GPtrArray *mutator_load_corpus (const char *folder);

/* A file of the corpus with one to eight random changes: bytes, pieces of
 * JSON and of dates, halves of two files, brackets without end.
 * Returns: (transfer full) */
GBytes *mutator_next (GRand *rand, GPtrArray *corpus);

/* Loads @bytes, looks at all that came of it and aborts when it contradicts
 * itself. Returns: whether it is a timeline */
gboolean mutator_check (GBytes *bytes);
