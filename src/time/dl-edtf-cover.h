/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dl_edtf_cover:
 * @edtf: a set of which one is meant: "[0467~..0499]"
 *
 * The narrowest single date that holds all that the set may mean, for where no set
 * may stand: "048X~", "185X", "1914-06". What is approximate itself may reach beyond
 * it by a little.
 *
 * Returns: (transfer full) (nullable): %NULL for what is no set, has no bound on one
 *   side, or is held by no such date
 */
char *dl_edtf_cover (const char *edtf);

G_END_DECLS
