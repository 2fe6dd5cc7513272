/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/dl-format.h"

#include "formats/dl-reader.h"

/* Dateline's own is the last: what is of no other is read, or refused, as one. */
static const DlFormat formats[] = {
  { "dateline", dl_reader_sniff, dl_reader_read },
};

const DlFormat *
dl_format_get_all (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

const DlFormat *
dl_format_find (GBytes *bytes)
{
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].sniff (text, length))
      return &formats[i];
  return &formats[G_N_ELEMENTS (formats) - 1];
}
