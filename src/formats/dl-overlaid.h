/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-loaded.h"

G_BEGIN_DECLS

/**
 * dl_loaded_new_overlaid:
 * @loaded: (array length=n): what each file gave; borrowed
 * @names: (array length=n): how errors call the files
 * @n: at least two
 *
 * What several files gave, as one timeline. Problems are told with the name of
 * their file. Any thread.
 *
 * Returns: (transfer full)
 */
DlLoaded *dl_loaded_new_overlaid (DlLoaded *const *loaded, const char *const *names, guint n);

G_END_DECLS
