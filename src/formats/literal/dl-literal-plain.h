/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/literal/dl-literal.h"

G_BEGIN_DECLS

/* The short way over values that are written as JSON is by nearly all: RFC 8259, without a comment
 * and with no more than 64 brackets within each other. Whatever it takes the thorough way takes for
 * the same; what it does not take says nothing of what it is. */

/* Over the value that begins at @at. @kind: (out). Returns: behind it; 0: it is not so plain */
gsize dl_literal_plain_pass (const char *text, gsize length, gsize at, DlLiteralKind *kind);

/* As dl_literal_pass_members() of an object whose members are all plain; else 0, and what
 * @values has is not said. */
gsize dl_literal_plain_pass_members (const DlLiteral *object, const char *const *names, DlLiteral *values);

G_END_DECLS
