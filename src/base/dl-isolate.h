/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dl_isolate:
 * @text: what a file or a person gives, to stand in a sentence of ours; UTF-8
 *
 * Keeps text that is written from right to left from turning what stands beside it
 * around: in “"القاهرة" – 6 days” the number would go to the wrong side. Such text is
 * put between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9, 2.4), after a
 * LEFT-TO-RIGHT MARK for sentences that begin with it; isolates of its own are closed
 * within, so that none reaches beyond. Other text is left as it is: our sentences are
 * all written from left to right.
 *
 * Returns: (transfer full)
 */
char *dl_isolate (const char *text);

G_END_DECLS
