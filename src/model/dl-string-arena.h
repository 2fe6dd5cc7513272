/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlStringArena:
 *
 * Strings that live and die together, one behind the other in a few large
 * blocks. Belongs to one thread at a time.
 */
typedef struct _DlStringArena DlStringArena;

DlStringArena *dl_string_arena_new (void);
void           dl_string_arena_free (DlStringArena *self);

/* A copy of @length bytes of @text with a NUL behind them. Owned by the arena. */
char *dl_string_arena_add (DlStringArena *self, const char *text, gsize length);

/* Moves all strings of @other to @self; they stay where they are. */
void dl_string_arena_take (DlStringArena *self, DlStringArena *other);

/* Bytes asked for that no string uses. */
gsize dl_string_arena_get_slack (const DlStringArena *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlStringArena, dl_string_arena_free)

G_END_DECLS
