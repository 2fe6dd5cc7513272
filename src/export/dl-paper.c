/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/dl-paper.h"

#include <glib/gi18n.h>

/* Sheets lie, as timelines do, unless they are said to stand. */
static const DlPaper papers[] = {
  { "A4", NC_ ("size of a picture", "A4, landscape"), 1123, 794 },
  { "A4-portrait", NC_ ("size of a picture", "A4, portrait"), 794, 1123 },
  { "letter", NC_ ("size of a picture", "US Letter, landscape"), 1056, 816 },
  { "16:9", NC_ ("size of a picture", "Slide, 16:9"), 1280, 720 },
  { "A3", NULL, 1587, 1123 },
  { "A3-portrait", NULL, 1123, 1587 },
  { "letter-portrait", NULL, 816, 1056 },
  { "4:3", NULL, 1024, 768 },
};

const DlPaper *
dl_paper_get_all (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);
  *n = G_N_ELEMENTS (papers);
  return papers;
}

const DlPaper *
dl_paper_find (const char *nick)
{
  g_return_val_if_fail (nick != NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i].nick, nick) == 0)
      return &papers[i];
  return NULL;
}
