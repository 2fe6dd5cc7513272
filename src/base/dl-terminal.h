/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dl_terminal_escape:
 * @text: anything, also what is not UTF-8
 * @keep_lines: whether a new line is meant as one
 *
 * What a terminal obeys, or what turns around the text beside it, made
 * visible: control characters (C0, DEL, C1) and the marks, embeddings,
 * overrides and isolates of the bidirectional algorithm become `\u001b`, bytes
 * that are no UTF-8 become `\xff`. Within the strings of a JSON text the former
 * means the same to a parser. Nothing else is changed.
 *
 * Returns: (transfer full): UTF-8
 */
char *dl_terminal_escape (const char *text, gboolean keep_lines);

G_END_DECLS
