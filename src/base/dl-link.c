/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-link.h"

#include <string.h>

/* What is after @scheme, or NULL; schemes know no case. */
static const char *
after_scheme (const char *address, const char *scheme)
{
  gsize length = strlen (scheme);

  return g_ascii_strncasecmp (address, scheme, length) == 0 ? address + length : NULL;
}

/* Blanks, controls and marks of direction make an address look like another. */
static gboolean
is_plain (const char *address)
{
  const char *p;

  if (!g_utf8_validate (address, -1, NULL))
    return FALSE;
  for (p = address; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isgraph (c) || g_unichar_type (c) == G_UNICODE_FORMAT || c == '\\' || c == '"' || c == '<' ||
          c == '>')
        return FALSE;
    }
  return TRUE;
}

const char *
dl_link_mail_address (const char *address)
{
  const char *mail = address != NULL && is_plain (address) ? after_scheme (address, "mailto:") : NULL;
  const char *at = mail != NULL ? strchr (mail, '@') : NULL;

  /* One address: a “?” brings a subject, a text, even a file to attach. */
  if (at == NULL || at == mail || at[1] == '\0' || strpbrk (mail, "?&,;/%") != NULL || strchr (at + 1, '@') != NULL)
    return NULL;
  return mail;
}

gboolean
dl_link_is_safe (const char *address)
{
  g_autofree char *host = NULL;

  if (address == NULL || !is_plain (address))
    return FALSE;
  if (after_scheme (address, "http://") == NULL && after_scheme (address, "https://") == NULL)
    return dl_link_mail_address (address) != NULL;
  return g_uri_split (address, G_URI_FLAGS_PARSE_RELAXED, NULL, NULL, &host, NULL, NULL, NULL, NULL, NULL) &&
         host != NULL && host[0] != '\0';
}
