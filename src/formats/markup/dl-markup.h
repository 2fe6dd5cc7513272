/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dl_markup_to_text:
 * @markup: (nullable): text that may have tags and entities of HTML in it
 *
 * The text of it: lines and paragraphs as the tags make them, an address behind the
 * words of its link, nothing of scripts, styles and comments, nor of what stands in for a
 * video or the like where none can be shown. A `<` that begins no tag, and an `&` that begins no entity, stay. Of a
 * text without any, the line feeds stay; in one with tags they are spaces, but within `<pre>`.
 *
 * Returns: (transfer full): "" where nothing is left
 */
char *dl_markup_to_text (const char *markup);

/* The same in one line, without the addresses of links: for titles. */
char *dl_markup_to_line (const char *markup);

/* The address of the first link, picture or frame in it. Returns: (transfer full) (nullable) */
char *dl_markup_dup_address (const char *markup);

/**
 * DlMarkupAddress:
 * @address: as it stands there, its entities undone
 * @title: (nullable): what it is of, where the tag says that
 * @is_link: it leads elsewhere; else it is shown or heard
 *
 * An address within markup.
 */
typedef struct
{
  char    *address;
  char    *title;
  gboolean is_link;
} DlMarkupAddress;

/* The addresses of links, pictures, frames and the like, in their order, but of pictures of one dot, which nobody sees.
 * @markup: (nullable). Returns: (transfer full): of #DlMarkupAddress */
GPtrArray *dl_markup_find_addresses (const char *markup);

/* Whether there is a tag of HTML in it, so that its line feeds mean nothing. */
gboolean dl_markup_has_tags (const char *markup);

/* Whether at @tag, which is a "<", there is a tag of HTML that words of one line do not go on behind. */
gboolean dl_markup_ends_line (const char *tag);

G_END_DECLS
