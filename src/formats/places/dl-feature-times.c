/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/places/dl-feature-times.h"

#include <string.h>

#include "time/dl-date-words.h"

/* A day by which times are tried. */
#define SOME_DAY "2001-02-03"
/* "12:30:00.000 a.m." is about as long as a time is. */
#define MAX_TIME 24

gboolean
dl_feature_is_time (const char *text)
{
  g_autofree char *edtf = NULL;

  /* Most texts are none, and are not read as dates for it. */
  if (!g_ascii_isdigit (*text) || strlen (text) > MAX_TIME)
    return FALSE;
  edtf = dl_feature_join_time (SOME_DAY, text);
  return edtf != NULL;
}

char *
dl_feature_join_time (const char *day, const char *time)
{
  g_autofree char *both = NULL;
  char            *edtf;

  if (day == NULL || time == NULL || strlen (day) != strlen (SOME_DAY) || !g_ascii_isdigit (*time))
    return NULL;
  both = g_strconcat (day, " ", time, NULL);
  edtf = dl_date_words_to_edtf (both, NULL, NULL, NULL);
  /* Whatever else was made of it. */
  if (edtf != NULL && (strncmp (edtf, day, strlen (SOME_DAY)) != 0 || edtf[strlen (SOME_DAY)] != 'T'))
    g_clear_pointer (&edtf, g_free);
  return edtf;
}
