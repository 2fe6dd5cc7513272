/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/* g_string_append_len() without its looks at what it was handed: this is called some
 * dozen times for each of a million events. @text: no part of @out */
static inline void
dl_append (GString *out, const char *text, gsize length)
{
  if (out->len + length >= out->allocated_len)
    {
      g_string_append_len (out, text, (gssize) length);
      return;
    }
  memcpy (out->str + out->len, text, length);
  out->len += length;
  out->str[out->len] = '\0';
}

/* Forgets what is behind @length, which is no longer than the text. */
static inline void
dl_append_back_to (GString *out, gsize length)
{
  out->len = length;
  out->str[length] = '\0';
}

G_END_DECLS
