/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "time/dl-edtf-cover.h"

#include <string.h>

#include "time/dl-date.h"
#include "time/dl-edtf.h"

/* Single dates, from narrow to wide. */
typedef enum
{
  COVER_DAY,
  COVER_MONTH,
  COVER_QUARTER,
  COVER_THIRD,
  COVER_HALF,
  COVER_YEAR,
  COVER_DECADE,
  COVER_CENTURY,
  COVER_MILLENNIUM,
  N_COVERS,
} Cover;

/* Such a date around @middle. Returns: (transfer full) (nullable) */
static char *
write_cover (Cover cover, const DlCivil *middle, const char *mark)
{
  static const int hidden[] = { [COVER_YEAR] = 0, [COVER_DECADE] = 1, [COVER_CENTURY] = 2, [COVER_MILLENNIUM] = 3 };
  const char      *sign = middle->year < 0 ? "-" : "";
  int              year = (int) ABS (middle->year);
  int              month = middle->month;
  char             digits[8];

  g_snprintf (digits, sizeof digits, "%04d", year);
  switch (cover)
    {
    case COVER_DAY:
      return g_strdup_printf ("%s%s-%02d-%02d%s", sign, digits, month, middle->day, mark);
    case COVER_MONTH:
      break;
    case COVER_QUARTER:
      month = DL_EDTF_FIRST_QUARTER + (month - 1) / 3;
      break;
    case COVER_THIRD:
      month = DL_EDTF_FIRST_THIRD + (month - 1) / 4;
      break;
    case COVER_HALF:
      month = DL_EDTF_FIRST_HALF + (month - 1) / 6;
      break;
    default:
      memset (digits + 4 - hidden[cover], 'X', (gsize) hidden[cover]);
      return g_strdup_printf ("%s%s%s", sign, digits, mark);
    }
  return g_strdup_printf ("%s%s-%02d%s", sign, digits, month, mark);
}

/* Whether @edtf holds @set, but for so many seconds before and after. */
static gboolean
holds (const char *edtf, const DlDate *set, gint64 before, gint64 after)
{
  DlDate date;

  return dl_date_parse (edtf, -1, &date, NULL) &&
         dl_instant_compare (date.earliest_start, dl_instant_add (set->stated_start, before)) <= 0 &&
         dl_instant_compare (date.latest_end, dl_instant_add (set->stated_end, -after)) >= 0;
}

char *
dl_edtf_cover (const char *edtf)
{
  const char *dots = strstr (edtf, "..");
  DlDate      set;
  DlCivil     middle;
  gint64      length;
  gint64      before;
  gint64      after;
  Cover       cover = COVER_DAY;

  if (*edtf != '[' || !dl_date_parse (edtf, -1, &set, NULL) || !dl_instant_is_finite (set.stated_start) ||
      !dl_instant_is_finite (set.stated_end))
    return NULL;
  length = set.stated_end.seconds - set.stated_start.seconds;
  middle = dl_calendar_from_instant (dl_instant_add (set.stated_start, length / 2));
  if (set.start_precision >= DL_PRECISION_YEAR)
    {
      DlCivil first = dl_calendar_from_instant (set.stated_start);
      DlCivil last = dl_calendar_from_instant (dl_instant_add (set.stated_end, -1));

      /* Of four years the second, whichever of them is a leap year. */
      middle.year = first.year + (last.year - first.year) / 2;
      cover = COVER_YEAR;
    }
  else if (set.start_precision > DL_PRECISION_DAY)
    cover = COVER_MONTH;
  if (ABS (middle.year) > DL_EDTF_MAX_PLAIN_YEAR)
    return NULL;
  /* Thirds of a century overlap, so the years where they meet are nobody's. */
  before = dots != NULL && dots > edtf && strchr ("~%", dots[-1]) != NULL && cover == COVER_YEAR ? length / 4 : 0;
  after = strstr (edtf, "~]") != NULL && cover == COVER_YEAR ? length / 4 : 0;
  for (; cover < N_COVERS; cover++)
    {
      gboolean uncertain = (set.flags & DL_DATE_UNCERTAIN) != 0;

      for (int about = 0; about < 2; about++)
        {
          const char *mark = about ? (uncertain ? "%" : "~") : uncertain ? "?" : "";
          char       *text = write_cover (cover, &middle, mark);

          /* What a quarter or a half is around is hard to say. */
          if ((about == 0 || cover < COVER_QUARTER || cover > COVER_HALF) && holds (text, &set, before, after))
            return text;
          g_free (text);
        }
    }
  return NULL;
}
