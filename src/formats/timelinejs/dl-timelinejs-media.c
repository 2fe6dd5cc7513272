/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/timelinejs/dl-timelinejs-media.h"

#include <string.h>

#include "base/dl-link.h"
#include "formats/draft/dl-draft-address.h"
#include "formats/draft/dl-draft-medium.h"
#include "formats/draft/dl-draft-rest.h"

/* How it is shown. */
static const char *const looks[] = { "thumbnail", "thumb", "link_target", "link", "opacity", NULL };

/* Whether a medium with a caption, which is kept, is at a path: "img/map.png". */
static gboolean
is_path (const char *media)
{
  return media != NULL && *media != '\0' && strpbrk (media, " <") == NULL && strstr (media, "://") == NULL &&
         !g_str_has_prefix (media, "//") && !dl_link_is_safe (media);
}

/* A small picture that only the site has is told as others are; one with an address shows the same as the medium. */
static void
put_thumbnail (DlDraftLiteral *self, const DlLiteral *object, const char *media)
{
  DlLiteral        member;
  g_autofree char *path = NULL;

  if (!dl_literal_get_member (object, "thumbnail", &member))
    return;
  path = dl_literal_dup_trimmed (&member);
  if (is_path (path) && g_strcmp0 (path, media) != 0)
    dl_draft_tell_path (self->draft, member.at, dl_draft_literal_dup_pointer (self, object), path);
}

/* Where the medium leads to. */
static void
put_link (DlDraft *draft, const DlLiteral *link)
{
  g_autofree char *address = dl_literal_dup_trimmed (link);

  if (dl_link_is_safe (address))
    dl_draft_put_source (draft, &(DlSource){ .url = address });
}

void
dl_timelinejs_put_media (DlDraftLiteral *self, const DlLiteral *object, const char *const *names)
{
  DlLiteral        members[3];
  DlLiteral        link;
  g_autofree char *media = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *credit = NULL;
  char            *note;

  dl_literal_get_members (object, names, members);
  media = dl_literal_dup_trimmed (&members[0]);
  caption = dl_literal_dup_text (&members[1]);
  credit = dl_literal_dup_text (&members[2]);
  note = dl_draft_put_medium (self->draft, media, caption, credit);
  if (note != NULL)
    dl_draft_tell_note (self->draft, members[0].at, dl_draft_literal_dup_pointer (self, object), note);
  else if (is_path (media))
    {
      /* An event without a text is called by what is said of its picture, and not by where that is. */
      if (caption != NULL && *caption != '\0')
        dl_draft_make_title (self->draft);
      dl_draft_tell_path (self->draft, members[0].at, dl_draft_literal_dup_pointer (self, object), media);
    }
  put_thumbnail (self, object, media);
  if (dl_literal_get_member (object, "link", &link))
    put_link (self->draft, &link);
  dl_draft_literal_put_rest (self, object, NULL, (const char *const *const[]){ names, looks, NULL });
}
