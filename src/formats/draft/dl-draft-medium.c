/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/draft/dl-draft-medium.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-link.h"
#include "formats/markup/dl-markup.h"

char *
dl_draft_put_medium (DlDraft *draft, const char *medium, const char *caption, const char *credit)
{
  g_autofree char *title = dl_markup_to_line (caption);
  g_autofree char *publisher = dl_markup_to_line (credit);
  g_autofree char *address = NULL;
  char            *note = NULL;
  DlSource         source = { NULL };

  if (medium != NULL && *medium != '\0')
    dl_draft_set_illustrated (draft);
  if (medium != NULL && strchr (medium, '<') != NULL)
    {
      g_autofree char *words = dl_markup_to_text (medium);

      address = dl_markup_dup_address (medium);
      /* A quotation, say. */
      dl_draft_put_summary (draft, words);
    }
  else if (medium != NULL)
    address = g_strdup (medium);
  if (address != NULL && g_str_has_prefix (address, "//"))
    {
      char *whole = g_strconcat ("https:", address, NULL);

      g_free (address);
      address = whole;
    }
  if (address != NULL && dl_link_is_safe (address))
    source.url = address;
  else if (address != NULL && *address != '\0' && *title == '\0' && *publisher == '\0')
    {
      /* Words that are neither address nor path are text. */
      if (strchr (address, ' ') != NULL)
        dl_draft_put_summary (draft, address);
      else
        note = g_strdup_printf (_ ("“%s” is not a web address, so this picture or video is left out."), address);
    }
  source.title = title;
  source.publisher = publisher;
  dl_draft_put_source (draft, &source);
  return note;
}
