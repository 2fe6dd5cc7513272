/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/draft/dl-draft-address.h"

#include "formats/draft/dl-draft-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-link.h"

/* Letters that are shown of what is no address. */
#define MAX_ADDRESS_SHOWN 60

void
dl_draft_unquote_address (char *text)
{
  gsize            length = strlen (text);
  g_autofree char *inner = NULL;

  if (length < 3 || strchr ("\"'", *text) == NULL || text[length - 1] != *text)
    return;
  inner = g_strndup (text + 1, length - 2);
  if (dl_link_is_safe (inner))
    memcpy (text, inner, length - 1);
}

char *
dl_draft_dup_shown (const char *address)
{
  return g_utf8_strlen (address, -1) > MAX_ADDRESS_SHOWN ? g_utf8_substring (address, 0, MAX_ADDRESS_SHOWN)
                                                         : g_strdup (address);
}

void
dl_draft_tell_path (DlDraft *self, gsize offset, char *pointer, const char *path)
{
  dl_draft_put_summary (self, path);
  if (self->told_path)
    {
      g_free (pointer);
      return;
    }
  self->told_path = TRUE;
  dl_draft_tell_note (
    self, offset, pointer,
    /* Translators: %s is one of them, such as “/items/1.html”. */
    g_strdup_printf (
      _ ("Links that are paths within a web site are kept as words, as nothing tells which it is; the first is “%s”."),
      path));
}

/* What is no link that may be followed. @pointer: (transfer full) */
static void
tell (DlDraft *self, gsize offset, char *pointer, const char *address)
{
  g_autofree char *shown = NULL;

  if (strstr (address, "://") == NULL && strchr (address, ':') == NULL && strpbrk (address, "/.?#") != NULL)
    {
      dl_draft_tell_path (self, offset, pointer, address);
      return;
    }
  /* Of an event that repeats it is one link. */
  if (self->told_address == offset + 1)
    {
      g_free (pointer);
      return;
    }
  self->told_address = offset + 1;
  shown = dl_draft_dup_shown (address);
  dl_draft_tell_note (self, offset, pointer,
                      /* Translators: %s is what stands in the file where the address of a link belongs. */
                      g_strdup_printf (_ ("“%s” is not a web address and is left out."), shown));
}

/* Returns: (transfer full) (nullable): the address, where it is none that may be followed, and nothing was put */
static char *
put_if_safe (DlDraft *self, const char *address, const char *site, const char *title)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (address != NULL ? address : ""));
  g_autofree char *whole = NULL;
  const char      *link = trimmed;

  if (*trimmed != '\0' && site != NULL && strstr (trimmed, "://") == NULL && !dl_link_is_safe (trimmed))
    whole = g_uri_resolve_relative (site, trimmed, G_URI_FLAGS_NONE, NULL);
  if (whole != NULL)
    link = whole;
  if (*link == '\0')
    return NULL;
  if (!dl_link_is_safe (link))
    return g_steal_pointer (&trimmed);
  dl_draft_put_source (self, &(DlSource){ .title = title, .url = link });
  return NULL;
}

void
dl_draft_put_address (DlDraft    *self,
                      gsize       offset,
                      char       *pointer,
                      const char *address,
                      const char *site,
                      const char *title)
{
  g_autofree char *refused = put_if_safe (self, address, site, title);

  if (refused != NULL)
    tell (self, offset, pointer, refused);
  else
    g_free (pointer);
}

void
dl_draft_literal_put_address (DlDraftLiteral  *self,
                              const DlLiteral *value,
                              const char      *address,
                              const char      *site,
                              const char      *title)
{
  g_autofree char *refused = put_if_safe (self->draft, address, site, title);

  /* The way to it is sought only where it is told. */
  if (refused != NULL)
    tell (self->draft, value->at, dl_draft_literal_dup_pointer (self, value), refused);
}
