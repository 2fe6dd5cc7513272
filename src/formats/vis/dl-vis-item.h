/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One item of vis-timeline: what it is made of, and what it says. */
#pragma once

#include "formats/draft/dl-draft-literal.h"

G_BEGIN_DECLS

enum
{
  DL_VIS_ITEM_CONTENT,
  DL_VIS_ITEM_START,
  DL_VIS_ITEM_END,
  DL_VIS_ITEM_GROUP,
  DL_VIS_ITEM_TYPE,
  DL_VIS_ITEM_TITLE,
  DL_VIS_ITEM_ID,
  DL_VIS_ITEM_CLASS,
  DL_VIS_ITEM_DESCRIPTION,
  DL_VIS_ITEM_LABEL,
  DL_VIS_N_ITEM_MEMBERS,
};

/* The names of these members, for dl_literal_get_members(). */
extern const char *const dl_vis_item_names[];

/* Those that say how it is shown. */
extern const char *const dl_vis_item_looks[];

/* Whether @value looks like an item. @certain: whether all else says that this is vis-timeline */
gboolean dl_vis_is_item (const DlLiteral *value, gboolean certain);

/* Puts title and summary of the event that is begun. The first member that says something is the
 * title; of a long content its first line. @members: those of the item */
void dl_vis_item_put_texts (DlDraft *draft, const DlLiteral *members);

/* Puts the addresses within its texts, such as of a picture or a link, as sources. */
void dl_vis_item_put_addresses (DlDraftLiteral *self, const DlLiteral *members);

G_END_DECLS
