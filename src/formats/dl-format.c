/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-format.h"

#include "formats/dl-reader.h"

/* Dateline's own is the last: what is of no other is read, or refused, as one. */
static const DlFormat formats[] = {
  { "dateline", dl_reader_sniff, dl_reader_read },
};

const DlFormat *
dl_format_find (GBytes *bytes)
{
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);
  guint       i = 0;

  while (i + 1 < G_N_ELEMENTS (formats) && !formats[i].sniff (text, length))
    i++;
  g_debug ("%" G_GSIZE_FORMAT " bytes are read as %s", length, formats[i].name);
  return &formats[i];
}

gboolean
dl_format_is_known (GBytes *bytes)
{
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].sniff (text, length))
      return TRUE;
  return FALSE;
}
