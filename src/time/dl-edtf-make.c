/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-edtf-make.h"

#include <string.h>

#include "time/dl-date.h"
#include "time/dl-edtf-cover.h"
#include "time/dl-edtf.h"

static gboolean
is_date (const char *edtf)
{
  DlDate date;

  return dl_date_parse (edtf, -1, &date, NULL);
}

char *
dl_edtf_make (gint64 year, int month, int day, int hour, int minute, int second)
{
  GString *text = g_string_new (NULL);
  gboolean plain = year >= -DL_EDTF_MAX_PLAIN_YEAR && year <= DL_EDTF_MAX_PLAIN_YEAR;

  if (plain)
    g_string_printf (text, "%s%04d", year < 0 ? "-" : "", (int) ABS (year));
  else
    g_string_printf (text, "Y%" G_GINT64_FORMAT, year);
  if (month != DL_PART_NONE)
    g_string_append_printf (text, "-%02d", month);
  if (month != DL_PART_NONE && day != DL_PART_NONE)
    g_string_append_printf (text, "-%02d", day);
  if (month != DL_PART_NONE && day != DL_PART_NONE && hour != DL_PART_NONE)
    {
      g_string_append_printf (text, "T%02d:%02d", hour, minute == DL_PART_NONE ? 0 : minute);
      if (minute != DL_PART_NONE && second != DL_PART_NONE)
        g_string_append_printf (text, ":%02d", second);
    }
  /* 21 to 41 are seasons. */
  if (month > 12 || !is_date (text->str))
    {
      g_string_free (text, TRUE);
      return NULL;
    }
  return g_string_free (text, FALSE);
}

char *
dl_edtf_make_longest (const gint64 *parts, guint n, guint *wrong)
{
  char *longest = NULL;

  for (*wrong = 0; *wrong < n; (*wrong)++)
    {
      int   told[DL_EDTF_N_PARTS];
      char *edtf;

      for (guint i = 1; i < DL_EDTF_N_PARTS; i++)
        told[i] = i <= *wrong ? (int) CLAMP (parts[i], 0, G_MAXINT16) : DL_PART_NONE;
      edtf = dl_edtf_make (parts[0], told[1], told[2], told[3], told[4], told[5]);
      if (edtf == NULL)
        break;
      g_free (longest);
      longest = edtf;
    }
  if (*wrong == 1 && n > 1 && ABS (parts[0]) > DL_EDTF_MAX_PLAIN_YEAR)
    *wrong = 0;
  return longest;
}

/* @edtf as one end of an interval, whose other one is @other. "[1851..]" before 1870 is
 * "[1851..1870]", and "[..1849]" before that is not known. Returns: (transfer full) */
static char *
make_end (const char *edtf, const char *other, gboolean is_start)
{
  g_autofree char *bounded = NULL;
  const char      *dots = *edtf == '[' ? strstr (edtf, "..") : NULL;
  const char      *open = dots == NULL ? NULL : dots == edtf + 1 ? "[.." : dots[2] == ']' ? "..]" : NULL;
  char            *cover;

  if (*edtf != '[')
    return g_strdup (edtf);
  if (open != NULL && *other != '[' && strchr (other, '/') == NULL)
    bounded = *open == '[' ? g_strdup_printf ("[%s%s", other, edtf + 1)
                           : g_strdup_printf ("%.*s%s]", (int) (dots + 2 - edtf), edtf, other);
  /* What is bounded by the other end on the side of it. */
  if (open != NULL && (*open == '[') == is_start)
    g_clear_pointer (&bounded, g_free);
  cover = dl_edtf_cover (bounded != NULL ? bounded : edtf);
  return cover != NULL ? cover : g_strdup (open != NULL ? "" : edtf);
}

/* A date as the one end of an interval whose other is not known. Returns: (transfer full) */
static char *
make_only_end (const char *edtf)
{
  const char      *slash = strchr (edtf, '/');
  g_autofree char *set = slash != NULL ? g_strdup_printf ("[%.*s..%s]", (int) (slash - edtf), edtf, slash + 1) : NULL;
  char            *cover = dl_edtf_cover (set != NULL ? set : edtf);

  return cover != NULL ? cover : g_strdup (edtf);
}

char *
dl_edtf_make_interval (const char *start, const char *end, gboolean *reversed)
{
  g_autofree char *interval = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  DlDate           first;
  DlDate           last;

  if (reversed != NULL)
    *reversed = FALSE;
  if (end == NULL || strcmp (start, end) == 0)
    return g_strdup (start);
  if (*start == '\0' || *end == '\0')
    {
      from = make_only_end (start);
      to = make_only_end (end);
    }
  else
    {
      from = make_end (start, end, TRUE);
      to = make_end (end, start, FALSE);
    }
  interval = g_strdup_printf ("%s/%s", from, to);
  if (is_date (interval))
    return g_steal_pointer (&interval);
  if (reversed != NULL && dl_date_parse (start, -1, &first, NULL) && dl_date_parse (end, -1, &last, NULL))
    *reversed = dl_instant_compare (last.latest_end, first.latest_end) < 0;
  return g_strdup (start);
}

char *
dl_edtf_before (const char *edtf)
{
  const char *digits = *edtf == '-' ? edtf + 1 : edtf;
  gsize       length = strspn (digits, "0123456789-");
  gint64      year = g_ascii_strtoll (edtf, NULL, 10);
  char       *made = NULL;
  int         month;
  int         day;

  if (digits[length] != '\0' || !is_date (edtf))
    return g_strdup (edtf);
  month = length >= 7 ? (int) g_ascii_strtoll (digits + 5, NULL, 10) : DL_PART_NONE;
  day = length == 10 ? (int) g_ascii_strtoll (digits + 8, NULL, 10) : DL_PART_NONE;
  if (length == 4)
    made = dl_edtf_make (year - 1, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE);
  else if (length == 7)
    made = dl_edtf_make (month > 1 ? year : year - 1, month > 1 ? month - 1 : 12, DL_PART_NONE, DL_PART_NONE,
                         DL_PART_NONE, DL_PART_NONE);
  else if (day > 1)
    made = dl_edtf_make (year, month, day - 1, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE);
  else
    {
      gint64 its_year = month > 1 ? year : year - 1;
      int    its_month = month > 1 ? month - 1 : 12;
      int    last;

      for (last = 31; last >= 28 && made == NULL; last--)
        made = dl_edtf_make (its_year, its_month, last, DL_PART_NONE, DL_PART_NONE, DL_PART_NONE);
    }
  return made != NULL ? made : g_strdup (edtf);
}
