/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlObjectKind:
 *
 * The objects that a file of Dateline's own has.
 */
typedef enum
{
  DL_OBJECT_TIMELINE, /* the one at the top */
  DL_OBJECT_PERSON,
  DL_OBJECT_PLACE,
  DL_OBJECT_TOPIC,
  DL_OBJECT_SOURCE,
  DL_OBJECT_ERA,
  DL_OBJECT_FILE,
  DL_OBJECT_EVENT,
  DL_OBJECT_QUOTE,
  DL_OBJECT_RELATION,
} DlObjectKind;
#define DL_N_OBJECT_KINDS 10

/* The names of the members that such an object may have, NULL-terminated. */
const char *const *dl_vocabulary_get_members (DlObjectKind kind);

gboolean dl_vocabulary_has_member (DlObjectKind kind, const char *name);

/* Whether a member of that name is the writer's own, and nobody's business: `$schema` and
 * the like, comments ("//", "#note", "_note"), what other programs keep ("x-colour", "@id").
 * @length: at least 1 */
static inline gboolean
dl_vocabulary_is_private (const char *name, gsize length)
{
  switch (*name)
    {
    case '$':
    case '_':
    case '@':
    case '#':
    case '/':
      return TRUE;
    case 'x':
    case 'X':
      return length > 1 && name[1] == '-';
    default:
      return FALSE;
    }
}

/* The member that was meant by @name, which is none: one that is written much like it, or
 * that other formats call so. Returns: (nullable): static storage */
const char *dl_vocabulary_suggest_member (DlObjectKind kind, const char *name);

/* What to say of it. @name: as it may be shown. Returns: (transfer full) */
char *dl_vocabulary_dup_unknown (const char *name);

/* The nicks of statuses and of types of relations, and the names of the palette; NULL-terminated. */
const char *const *dl_vocabulary_get_statuses (void);
const char *const *dl_vocabulary_get_relation_types (void);
const char *const *dl_vocabulary_get_colors (void);

/* "red, green and blue" in the reader's language. Returns: (transfer full) */
char *dl_vocabulary_dup_list (const char *const *names);

/* What was probably meant by a colour that is none of the palette: a name that is
 * written much like it, or the hue nearest to a colour of CSS.
 * Returns: (nullable): static storage */
const char *dl_vocabulary_suggest_color (const char *color);

G_END_DECLS
