/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/draft/dl-draft-medium.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-link.h"
#include "formats/draft/dl-draft-address.h"
#include "formats/markup/dl-markup.h"

/* Where a link in what is said of a medium leads to, if that may be followed. Returns: (transfer full) (nullable) */
static char *
dup_link (const char *said)
{
  g_autofree char *address = said != NULL && strchr (said, '<') != NULL ? dl_markup_dup_address (said) : NULL;

  return address != NULL && dl_link_is_safe (address) ? g_steal_pointer (&address) : NULL;
}

/* A link in what is said of a medium that is kept with another address, as a source of its own. */
static void
put_link (DlDraft *draft, const char *words, const char *link, const char *kept)
{
  if (link != NULL && g_strcmp0 (link, kept) != 0)
    dl_draft_put_source (draft, &(DlSource){ .title = words, .url = link });
}

/* What is neither a link nor words, as far as nothing else of the medium is kept, or it is no path either: an
 * address of another kind, or a place that a program fills in. Returns: (transfer full) (nullable): a note */
static char *
dup_left_out (const char *address, gboolean has_words)
{
  g_autofree char *shown = NULL;

  if (has_words && strstr (address, "://") == NULL && strstr (address, "{{") == NULL &&
      !g_str_has_prefix (address, "data:"))
    return NULL;
  shown = dl_draft_dup_shown (address);
  return g_strdup_printf (_ ("“%s” is not a web address, so this picture or video is left out."), shown);
}

/* An address that does not say how it is got, "//example.org/a.png", as a whole one. Returns: (transfer full) */
static char *
dup_whole (const char *address)
{
  return g_str_has_prefix (address, "//") ? g_strconcat ("https:", address, NULL) : g_strdup (address);
}

char *
dl_draft_put_medium (DlDraft *draft, const char *medium, const char *caption, const char *credit)
{
  g_autofree char *title = dl_markup_to_line (caption);
  g_autofree char *publisher = dl_markup_to_line (credit);
  g_autofree char *caption_link = dup_link (caption);
  g_autofree char *credit_link = dup_link (credit);
  g_autofree char *address = NULL;
  char            *note = NULL;
  DlSource         source = { NULL };

  if (medium != NULL && *medium != '\0')
    dl_draft_set_illustrated (draft);
  if (medium != NULL && strchr (medium, '<') != NULL)
    {
      g_autofree char *words = dl_markup_to_text (medium);

      g_autofree char *found = dl_markup_dup_address (medium);

      address = found != NULL ? dup_whole (found) : NULL;
      /* A quotation, say. */
      dl_draft_put_summary (draft, words);
    }
  else if (medium != NULL)
    address = dup_whole (medium);
  if (address != NULL && dl_link_is_safe (address))
    source.url = address;
  /* Words that are neither address nor path are text. */
  else if (address != NULL && strchr (address, ' ') != NULL && strstr (address, "{{") == NULL)
    dl_draft_put_summary (draft, address);
  else if (address != NULL && *address != '\0')
    note = dup_left_out (address, *title != '\0' || *publisher != '\0');
  if (source.url == NULL)
    source.url = credit_link != NULL ? credit_link : caption_link;
  source.title = title;
  source.publisher = publisher;
  dl_draft_put_source (draft, &source);
  put_link (draft, publisher, credit_link, source.url);
  put_link (draft, title, caption_link, source.url);
  return note;
}

/* The address of what is to be put. Returns: (transfer full) (nullable) */
static char *
dup_put (DlDraft *draft, const DlMarkupAddress *found, gboolean links)
{
  if (!found->is_link)
    dl_draft_set_illustrated (draft);
  /* Of a link within the page, or a piece of a program, nothing is lost. */
  else if (!links || *found->address == '#' ||
           (!dl_link_is_safe (found->address) && strchr (found->address, ':') != NULL))
    return NULL;
  return dup_whole (found->address);
}

/* Where the addresses of a text are put: in the event that is begun, as of a place or of a literal. */
typedef struct
{
  DlDraft         *draft;
  gsize            offset;
  DlDraftLiteral  *literal; /* nullable, and then: */
  const DlLiteral *value;
} Target;

/* @told: (nullable): the words in which some of the addresses stand already */
static void
put_shown (const Target *target, const char *markup, const char *site, gboolean links, const char *told)
{
  g_autoptr (GPtrArray) all = dl_markup_find_addresses (markup);

  for (guint i = 0; i < all->len; i++)
    {
      const DlMarkupAddress *found = all->pdata[i];
      g_autofree char       *address = dup_put (target->draft, found, links);

      if (address == NULL || (told != NULL && strstr (told, found->address) != NULL))
        continue;
      if (target->literal != NULL)
        dl_draft_literal_put_address (target->literal, target->value, address, site, found->title);
      else
        dl_draft_put_address (target->draft, target->offset, g_strdup (""), address, site, found->title);
    }
}

void
dl_draft_put_shown (DlDraft *draft, gsize offset, const char *markup, const char *site, gboolean links)
{
  put_shown (&(Target){ .draft = draft, .offset = offset }, markup, site, links, NULL);
}

void
dl_draft_put_untold (DlDraft *draft, gsize offset, const char *markup, const char *told)
{
  put_shown (&(Target){ .draft = draft, .offset = offset }, markup, NULL, TRUE, told);
}

void
dl_draft_literal_put_shown (DlDraftLiteral *self, const DlLiteral *value, const char *site, gboolean links)
{
  g_autofree char *markup = value->kind == DL_LITERAL_STRING ? dl_literal_dup_text (value) : NULL;

  put_shown (&(Target){ .draft = self->draft, .literal = self, .value = value }, markup, site, links, NULL);
}
