/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/timelinejs/dl-timelinejs-media.h"

#include "formats/draft/dl-draft-medium.h"

void
dl_timelinejs_put_media (DlDraft         *draft,
                         const DlLiteral *media,
                         const DlLiteral *caption,
                         const DlLiteral *credit,
                         const char      *pointer)
{
  g_autofree char *raw = dl_literal_dup_trimmed (media);
  g_autofree char *raw_caption = dl_literal_dup_text (caption);
  g_autofree char *raw_credit = dl_literal_dup_text (credit);

  dl_draft_put_medium (draft, raw, raw_caption, raw_credit, media->at, pointer);
}
