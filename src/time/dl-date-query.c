/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-date-query.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "time/dl-date-words.h"

static gboolean
reads_month_first (void)
{
  const char *name = setlocale (LC_TIME, NULL);

  /* The C locale has American dates, but says nothing about the reader. */
  if (name == NULL || strcmp (name, "POSIX") == 0 || strcmp (name, "C") == 0 || g_str_has_prefix (name, "C."))
    return FALSE;
  return dl_date_format_is_month_first (nl_langinfo (D_FMT));
}

gboolean
dl_date_format_is_month_first (const char *format)
{
  const char *at;

  g_return_val_if_fail (format != NULL, FALSE);

  /* ISO 8601, as in Sweden, says nothing about days before a year. */
  if (strcmp (format, "%Y-%m-%d") == 0)
    return FALSE;
  for (at = strchr (format, '%'); at != NULL; at = strchr (at, '%'))
    {
      at++;
      /* Flags of glibc, and other digits (%Od). */
      while (*at != '\0' && strchr ("-_0^#EO", *at) != NULL)
        at++;
      if (*at == '\0')
        break;
      if (strchr ("mbBhD", *at) != NULL)
        return TRUE;
      if (strchr ("de", *at) != NULL)
        return FALSE;
      at++;
    }
  return FALSE;
}

gboolean
dl_date_query_parse (const char   *text,
                     DlInstant     as_of,
                     gboolean      has_as_of,
                     DlInstant     now,
                     DlInstant     reference,
                     const DlZone *zone,
                     DlDate       *date,
                     GError      **error)
{
  DlDateWordsHere    here = { .now = now, .as_of = as_of, .has_as_of = has_as_of, .zone = zone };
  DlDateWordsContext context = { .has_year = TRUE, .here = &here };
  g_autofree char   *edtf = NULL;
  DlDate             result;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  context.year = dl_zone_to_civil (zone, reference).year;
  /* Of two ways the reader's is meant, and where that is not known, the day comes first. */
  context.order = reads_month_first () ? DL_DAY_MONTH_MONTH_FIRST : DL_DAY_MONTH_DAY_FIRST;
  edtf = dl_date_words_to_edtf (text, &context, NULL, error);
  if (edtf == NULL || !dl_date_parse (edtf, -1, &result, NULL))
    return FALSE;
  dl_date_resolve (&result, zone);
  *date = result;
  return TRUE;
}
