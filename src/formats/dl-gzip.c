/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-gzip.h"

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "formats/dl-buffer.h"
#include "formats/dl-json-scan.h"

/* A text that says that it was made smaller than this many times is not believed: it costs little to find out. */
#define BEST_RATIO 64

/* What is unpacked so far. */
typedef struct
{
  char *data;
  gsize used;
  gsize allocated;
  gsize most;
} Text;

static gboolean
is_gzip (const guchar *data, gsize length)
{
  return length >= 2 && data[0] == 0x1f && data[1] == 0x8b;
}

/* How large the packed bytes say that they were: the end of a gzip file holds
 * the size of its last part modulo 4 GiB, which is nearly always that of all.
 * Only a guess; what cannot be is not believed. */
static gsize
guess_inflated_size (const guchar *data, gsize length)
{
  gsize size;

  if (length < 18)
    return length * 4;
  size =
    data[length - 4] | (gsize) data[length - 3] << 8 | (gsize) data[length - 2] << 16 | (gsize) data[length - 1] << 24;
  return size < length || size / BEST_RATIO > length ? length * 4 : size;
}

/* Twice the room, up to the most. Returns: FALSE with @error */
static gboolean
grow (Text *text, const char *name, GError **error)
{
  gsize allocated = MIN (text->allocated * 2, text->most);
  char *larger;

  if (text->allocated >= (gsize) DL_JSON_MAX_LENGTH)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_LIMIT, _ ("%s: too large: unpacked, it has 2 GiB or more"), name);
      return FALSE;
    }
  if (text->allocated >= text->most)
    {
      /* Translators: the file's name, a number of times, and a size in MiB. */
      g_set_error (error, DL_ERROR, DL_ERROR_LIMIT,
                   _ ("%s: too large: unpacked, it has more than %d times its size and more than %d MiB"), name,
                   DL_GZIP_MOST_RATIO, (int) (DL_GZIP_SURE_SIZE >> 20));
      return FALSE;
    }
  larger = g_try_realloc (text->data, allocated);
  if (larger == NULL)
    {
      /* Translators: %s is the file's name. */
      g_set_error (error, DL_ERROR, DL_ERROR_LIMIT, _ ("%s: too large: there is not enough memory"), name);
      return FALSE;
    }
  text->data = larger;
  text->allocated = allocated;
  return TRUE;
}

/* In words of ours; GIO's are about a stream of which nobody knows. */
static void
translate_error (const GError *cause, const char *name, gsize at, gsize length, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    /* Translators: the file's name, and how many bytes it has. */
    g_set_error (error, DL_ERROR, DL_ERROR_READ,
                 _ ("%s: cannot be read: the compressed file is cut off after byte %lu"), name, (gulong) length);
  else
    /* Translators: the file's name, and a position in it, counted from 0. */
    g_set_error (error, DL_ERROR, DL_ERROR_READ,
                 _ ("%s: cannot be read: the compressed file is damaged at byte %lu or a little after it"), name,
                 (gulong) at);
}

/* The member that begins at *@at, which is moved to its end. Returns: FALSE with @error */
static gboolean
inflate_member (GConverter   *inflater,
                const guchar *data,
                gsize         length,
                gsize        *at,
                Text         *text,
                const char   *name,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr (GError) cause = NULL;
  GConverterResult   result;

  do
    {
      gsize n_read = 0;
      gsize n_written = 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      /* One byte more than there may be tells that there are more. */
      if (text->used == text->allocated && !grow (text, name, error))
        return FALSE;
      result = g_converter_convert (inflater, data + *at, length - *at, text->data + text->used,
                                    MIN (text->allocated - text->used, DL_BUFFER_CHUNK_SIZE), G_CONVERTER_INPUT_AT_END,
                                    &n_read, &n_written, &cause);
      if (result == G_CONVERTER_ERROR)
        {
          translate_error (cause, name, *at, length, error);
          return FALSE;
        }
      *at += n_read;
      text->used += n_written;
    }
  while (result != G_CONVERTER_FINISHED);
  return TRUE;
}

GBytes *
dl_gzip_inflate (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GConverter) inflater = NULL;
  gsize                  length;
  const guchar          *data = g_bytes_get_data (bytes, &length);
  Text                   text = { NULL };
  gsize                  at = 0;

  g_return_val_if_fail (name != NULL, NULL);

  /* No JSON text begins like this, so the name of the file need not say it. */
  if (!is_gzip (data, length))
    return g_bytes_ref (bytes);
  text.most = MIN (MAX (DL_GZIP_SURE_SIZE, MIN (length, (gsize) DL_JSON_MAX_LENGTH) * DL_GZIP_MOST_RATIO),
                   (gsize) DL_JSON_MAX_LENGTH);
  text.allocated = CLAMP (guess_inflated_size (data, length) + 1, DL_BUFFER_FIRST_SIZE, text.most) / 2;
  inflater = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  if (!grow (&text, name, error))
    return NULL;
  /* Several that follow each other are one text (RFC 1952, section 2.2). */
  while (at < length)
    {
      if (!is_gzip (data + at, length - at))
        {
          /* Translators: the file's name, and a position in it, counted from 0. */
          g_set_error (
            error, DL_ERROR, DL_ERROR_READ,
            _ ("%s: cannot be read: the compressed data end at byte %lu, but the file goes on with something else"),
            name, (gulong) at);
          g_free (text.data);
          return NULL;
        }
      if (!inflate_member (inflater, data, length, &at, &text, name, cancellable, error))
        {
          g_free (text.data);
          return NULL;
        }
      g_converter_reset (inflater);
    }
  return dl_buffer_end (text.data, text.used, text.allocated);
}
