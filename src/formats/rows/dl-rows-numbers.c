/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways in which tables write a time of day, a year, an era. */
#include "formats/rows/dl-rows-private.h"

#include <string.h>

#include "formats/draft/dl-draft-literal.h"
#include "time/dl-calendar.h"

/* Seconds and milliseconds since 1970 have so many digits, from 1973 on. */
#define MIN_SECOND_DIGITS 9
#define MAX_SECOND_DIGITS 10
#define MIN_MILLISECOND_DIGITS 12
#define MICROSECOND_DIGITS 16
#define NANOSECOND_DIGITS 19
#define MAX_MILLISECOND_DIGITS 13
/* Of years before Christ that nobody counts to the year. */
#define MIN_DEEP_DIGITS 5
#define MAX_DEEP_DIGITS 11
/* Days as spreadsheets count them, from 1927 to 2099. */
#define MIN_SERIAL 10000
#define MAX_SERIAL 73050
/* Numbers that a program wrote with an exponent, and that are whole all the same. */
#define MAX_PLAIN 1e12

/* What stands behind the hour where it has a letter of its own. */
static gboolean
read_french (const char *text, guint64 *minute)
{
  const char *digits;

  text += *text == ' ' ? 1 : 0;
  if (*text != 'h' && *text != 'H')
    return FALSE;
  digits = text + 1 + (text[1] == ' ' ? 1 : 0);
  if (strspn (digits, DL_ROWS_DIGITS) != strlen (digits) || (*digits != '\0' && strlen (digits) != 2))
    return FALSE;
  *minute = g_ascii_strtoull (digits, NULL, 10);
  return TRUE;
}

gboolean
dl_rows_read_clock (const char *text, GString *out)
{
  char       *end;
  guint64     hour;
  guint64     minute = 0;
  guint64     second = 0;
  gboolean    has_second = FALSE;
  const char *p = text;
  gsize       run = strspn (p, DL_ROWS_DIGITS);

  if (run < 1 || run > 2)
    return FALSE;
  hour = g_ascii_strtoull (p, &end, 10);
  p = end;
  /* "19h", "18h30", "9 h 15" */
  if (read_french (p, &minute))
    p += strlen (p);
  else if (*p == ':' && strspn (p + 1, DL_ROWS_DIGITS) == 2)
    {
      minute = g_ascii_strtoull (p + 1, &end, 10);
      p = end;
      if (*p == ':' && strspn (p + 1, DL_ROWS_DIGITS) == 2)
        {
          second = g_ascii_strtoull (p + 1, &end, 10);
          p = end;
          has_second = TRUE;
          if (*p == '.')
            p += 1 + strspn (p + 1, DL_ROWS_DIGITS);
        }
    }
  else if (g_ascii_tolower (p[*p == ' ' ? 1 : 0]) != 'a' && g_ascii_tolower (p[*p == ' ' ? 1 : 0]) != 'p')
    return FALSE;
  while (*p == ' ')
    p++;
  if ((g_ascii_strncasecmp (p, "am", 2) == 0 || g_ascii_strncasecmp (p, "pm", 2) == 0) && p[2] == '\0')
    {
      if (hour < 1 || hour > 12)
        return FALSE;
      hour = hour % 12 + (g_ascii_tolower (*p) == 'p' ? 12 : 0);
      p += 2;
    }
  if ((*p != '\0' && strcmp (p, "Z") != 0 && g_ascii_strcasecmp (p, "UTC") != 0) || hour > 24 || minute > 59 ||
      second > 59)
    return FALSE;
  if (out != NULL)
    {
      g_string_append_printf (out, "T%02d:%02d", (int) hour, (int) minute);
      if (has_second)
        g_string_append_printf (out, ":%02d", (int) second);
      g_string_append (out, *p != '\0' ? "Z" : "");
    }
  return TRUE;
}

/* Behind the day of the week that plans put first: "Mon 3/3/25", "Mo. 3.3.25". */
static const char *
skip_weekday (const char *text)
{
  gsize length = 0;

  while (g_unichar_isalpha (g_utf8_get_char (text + length)))
    length = (gsize) (g_utf8_next_char (text + length) - text);
  if (length < 2 || g_utf8_strlen (text, (gssize) length) > 3)
    return text;
  text += length;
  length += strspn (text, ".,");
  text += strspn (text, ".,");
  return *text == ' ' ? text + 1 : text - length;
}

/* What a short day of the week is in English, as the words of dates know that of each language in full only: "Mo" may
 * be a month, too, and is none before a whole date. Returns: (nullable) */
static const char *
get_weekday (const char *text)
{
  static const struct
  {
    const char *english;
    const char *names;
  } weekdays[] = {
    { "Monday", "|mo|lun|lu|seg|pon|пн|" },    { "Tuesday", "|di|mar|ter|вт|" },
    { "Wednesday", "|mi|mer|mié|wo|qua|ср|" }, { "Thursday", "|do|jeu|jue|gio|qui|чт|" },
    { "Friday", "|fr|ven|vie|vr|sex|пт|" },    { "Saturday", "|sa|sam|sáb|sab|za|сб|" },
    { "Sunday", "|so|dim|dom|zo|вс|" },
  };
  const char *end = text;

  while (g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      g_autofree char *small = g_utf8_strdown (text, end - text);
      g_autofree char *wanted = g_strconcat ("|", small, "|", NULL);

      if (strstr (weekdays[i].names, wanted) != NULL)
        return weekdays[i].english;
    }
  return NULL;
}

gboolean
dl_rows_is_slashed (const char *weekday_text, DlDayMonthOrder *order)
{
  const char *text = skip_weekday (weekday_text);
  gsize       first = strspn (text, DL_ROWS_DIGITS);
  const char *second_at = text + first + 1;
  char        between = text[first];
  gsize       second;
  gsize       year;
  guint64     a;
  guint64     b;

  if (first < 1 || first > 2 || (between != '/' && between != '-'))
    return FALSE;
  second = strspn (second_at, DL_ROWS_DIGITS);
  if (second < 1 || second > 2 || second_at[second] != between)
    return FALSE;
  year = strspn (second_at + second + 1, DL_ROWS_DIGITS);
  if (year != 4 && (year != 2 || between != '/'))
    return FALSE;
  a = g_ascii_strtoull (text, NULL, 10);
  b = g_ascii_strtoull (second_at, NULL, 10);
  *order = a > 12 && b <= 12   ? DL_DAY_MONTH_DAY_FIRST
           : b > 12 && a <= 12 ? DL_DAY_MONTH_MONTH_FIRST
                               : DL_DAY_MONTH_UNKNOWN;
  return TRUE;
}

gboolean
dl_rows_read_era (const char *text, gboolean *before)
{
  static const char *const befores[] = { "bc", "bce", "b.c.", "b.c.e.", "true" };
  static const char *const afters[] = { "ad", "ce", "a.d.", "c.e.", "false" };

  *before = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (befores); i++)
    if (g_ascii_strcasecmp (text, befores[i]) == 0)
      return TRUE;
  *before = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (afters); i++)
    if (g_ascii_strcasecmp (text, afters[i]) == 0)
      return TRUE;
  return FALSE;
}

char *
dl_rows_dup_plain_number (const char *text)
{
  double number;
  char  *end;

  if ((*text != '-' && !g_ascii_isdigit (*text)) || strpbrk (text, "eE") == NULL)
    return NULL;
  number = g_ascii_strtod (text, &end);
  /* "1e3d" is none; a number of no whole years is a measure. */
  if (*end != '\0' || ABS (number) > MAX_PLAIN || (double) (gint64) number != number)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) number);
}

char *
dl_rows_dup_month_year (const char *text, gboolean any)
{
  gsize letters = 0;

  while (g_ascii_isalpha (text[letters]))
    letters++;
  if (letters != 3 || (text[3] != '-' && text[3] != ' ') || strspn (text + 4, DL_ROWS_DIGITS) != 2 || text[6] != '\0' ||
      (!any && strcmp (text + 4, "00") != 0 && strcmp (text + 4, "31") <= 0))
    return NULL;
  return g_strdup_printf ("%.3s %s%s", text, text[4] < '3' ? "20" : "19", text + 4);
}

gboolean
dl_rows_is_deep_year (const char *text)
{
  static const char round[] = "00000";
  gsize             digits = *text == '-' ? strspn (text + 1, DL_ROWS_DIGITS) : 0;

  if (digits < MIN_DEEP_DIGITS || digits > MAX_DEEP_DIGITS || text[1 + digits] != '\0' || text[1] == '0')
    return FALSE;
  return digits < MIN_SECOND_DIGITS || strcmp (text + 1 + digits - strlen (round), round) == 0;
}

/* Behind a day and a month, and what programs put between them: a year of two digits, and
 * maybe a time. In "24 August 79" it may be that very year. Returns: it with all digits */
static char *
dup_with_century (const char *text, gsize length, const char *year)
{
  const char *clock = year + 2;

  if (strspn (year, DL_ROWS_DIGITS) != 2)
    return NULL;
  /* "BC" is no time of day. */
  if (*clock != '\0' && (*clock != ' ' || !g_ascii_isdigit (clock[1])))
    return NULL;
  return g_strdup_printf ("%.*s%s%s", (int) length, text, *year < '3' ? "20" : "19", year);
}

/* Whether it is a day, the name of a month, and a year with all its digits, so that what stands before is no month:
 * "5 oct. 2025", "5. Oktober 2025" */
static gboolean
is_named_day (const char *text)
{
  gsize       digits = strspn (text, DL_ROWS_DIGITS);
  const char *month = text + digits + strspn (text + digits, ".");
  const char *end = month + 1;

  if (digits < 1 || digits > 2 || *month != ' ')
    return FALSE;
  while (g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  if (g_utf8_strlen (month + 1, end - month - 1) < 3)
    return FALSE;
  end += strspn (end, "., ");
  return strspn (end, DL_ROWS_DIGITS) == 4;
}

char *
dl_rows_dup_whole_year (const char *text, gboolean *is_short)
{
  const char      *date = skip_weekday (text);
  const char      *weekday = date != text ? get_weekday (text) : NULL;
  gsize            day = strspn (date, DL_ROWS_DIGITS);
  const char      *month = date + day + 1;
  g_autofree char *whole = NULL;
  gboolean         named;
  gsize            length;

  *is_short = FALSE;
  if (weekday != NULL && is_named_day (date))
    return g_strdup_printf ("%s %s", weekday, date);
  /* With points and no weekday before it the year may come first. */
  if (day < 1 || day > 2 || date[day] == '\0' || strchr (date != text ? "/-." : "/-", date[day]) == NULL)
    return NULL;
  named = date[day] == '-' || g_ascii_isalpha (*month);
  if (!named)
    length = strspn (month, DL_ROWS_DIGITS);
  else
    for (length = 0; g_ascii_isalpha (month[length]);)
      length++;
  if (length < (named ? 3 : 1) || (!named && length > 2) || month[length] != date[day])
    return NULL;
  whole = dup_with_century (date, (gsize) (month + length + 1 - date), month + length + 1);
  *is_short = whole != NULL;
  if (whole == NULL && (weekday == NULL || strspn (month + length + 1, DL_ROWS_DIGITS) != 4))
    return NULL;
  if (weekday != NULL)
    return g_strdup_printf ("%s %s", weekday, whole != NULL ? whole : date);
  return g_strdup_printf ("%.*s%s", (int) (date - text), text, whole);
}

gboolean
dl_rows_has_short_year (const char *text)
{
  static const char *const marks[] = { "'", "\u2019", "\u2018", "años ", "années ", "annees ", "anni ", "anos " };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *mark = strstr (text, marks[i]);
      const char *year = mark != NULL ? mark + strlen (marks[i]) : NULL;

      if (year != NULL && strspn (year, DL_ROWS_DIGITS) == 2 && !g_ascii_isalnum (year[2]) && year[2] != '/' &&
          (mark == text || !g_ascii_isalnum (mark[-1])))
        return TRUE;
    }
  return FALSE;
}

char *
dl_rows_dup_about_before (const char *text)
{
  const char *minus = strrchr (text, '-');
  gsize       digits = minus != NULL ? strspn (minus + 1, DL_ROWS_DIGITS) : 0;

  if (digits == 0 || minus[1 + digits] != '\0' || minus[1] == '0' || minus == text ||
      (minus[-1] != ' ' && minus[-1] != '~'))
    return NULL;
  for (const char *at = text; at < minus; at++)
    if (!g_ascii_isalpha (*at) && *at != '.' && *at != ' ' && *at != '~')
      return NULL;
  return g_strdup_printf ("%.*s%s BC", (int) (minus - text), text, minus + 1);
}

/* Whether a text is a day of a year of four digits and one of these behind it. @times: NULL-terminated */
static gboolean
has_time (const char *text, const char *const *times)
{
  text += *text == '-' ? 1 : 0;
  return strspn (text, DL_ROWS_DIGITS) == 4 && text[4] == '-' && strspn (text + 5, DL_ROWS_DIGITS) == 2 &&
         text[7] == '-' && strspn (text + 8, DL_ROWS_DIGITS) == 2 &&
         g_strv_contains (times, text + strlen ("2025-01-31"));
}

gboolean
dl_rows_is_midnight (const char *text)
{
  static const char *const midnights[] = { "T00:00:00Z",    "T00:00:00.000Z", "T00:00:00",       " 00:00:00",
                                           "T00:00:00.000", " 00:00:00.000",  "T00:00:00+00:00", NULL };

  return has_time (text, midnights);
}

gboolean
dl_rows_is_last_second (const char *text)
{
  static const char *const seconds[] = { "T23:59:59Z",    "T23:59:59.999Z", "T23:59:59",       " 23:59:59",
                                         "T23:59:59.999", " 23:59:59.999",  "T23:59:59+00:00", NULL };

  return has_time (text, seconds);
}

gboolean
dl_rows_read_serial (const char *text, GString *out)
{
  gsize   digits = strspn (text, DL_ROWS_DIGITS);
  gsize   fraction = text[digits] == '.' || text[digits] == ',' ? 1 + strspn (text + digits + 1, DL_ROWS_DIGITS) : 0;
  gint64  days = g_ascii_strtoll (text, NULL, 10);
  DlCivil civil = { .year = 1899, .month = 12, .day = 30 };
  gint64  minutes = 0;

  if (digits != 5 || text[digits + fraction] != '\0' || days < MIN_SERIAL || days > MAX_SERIAL)
    return FALSE;
  if (fraction > 1)
    {
      g_autofree char *part = g_strdup_printf ("0.%s", text + digits + 1);

      minutes = (gint64) (g_ascii_strtod (part, NULL) * 24 * 60 + 0.5);
    }
  if (out == NULL)
    return TRUE;
  civil = dl_calendar_add (&civil, DL_UNIT_DAY, days + minutes / (24 * 60));
  g_string_append_printf (out, "%04d-%02d-%02d", (int) civil.year, civil.month, civil.day);
  minutes %= 24 * 60;
  if (minutes > 0)
    g_string_append_printf (out, "T%02d:%02d", (int) (minutes / 60), (int) (minutes % 60));
  return TRUE;
}

/* Microseconds or nanoseconds since 1970, which are too many for a number with a fraction. Returns: (transfer
 * full) (nullable) */
static char *
dup_fine_epoch (const char *text)
{
  g_autofree char *second = g_strndup (text, MAX_SECOND_DIGITS);
  g_autofree char *edtf = dl_epoch_to_edtf (g_ascii_strtod (second, NULL) * 1000, FALSE);
  gsize            n = strcspn (edtf, ".Z");

  return g_strdup_printf ("%.*s.%sZ", (int) n, edtf, text + MAX_SECOND_DIGITS);
}

char *
dl_rows_read_epoch (const char *text)
{
  gsize    digits = strspn (text, DL_ROWS_DIGITS);
  gsize    fraction = text[digits] == '.' ? 1 + strspn (text + digits + 1, DL_ROWS_DIGITS) : 0;
  gboolean seconds = digits >= MIN_SECOND_DIGITS && digits <= MAX_SECOND_DIGITS;

  /* Before 1970; no world is so old that this could be a year. */
  if (*text == '-' && text[1] != '0' && strspn (text + 1, DL_ROWS_DIGITS) == MIN_MILLISECOND_DIGITS &&
      text[1 + MIN_MILLISECOND_DIGITS] == '\0')
    return dl_epoch_to_edtf (g_ascii_strtod (text, NULL), FALSE);
  if ((digits == MICROSECOND_DIGITS || digits == NANOSECOND_DIGITS) && text[digits] == '\0' && *text == '1')
    return dup_fine_epoch (text);
  if (text[digits + fraction] != '\0' || *text == '0' ||
      !(seconds || (digits >= MIN_MILLISECOND_DIGITS && digits <= MAX_MILLISECOND_DIGITS)))
    return NULL;
  return dl_epoch_to_edtf (g_ascii_strtod (text, NULL) * (seconds ? 1000 : 1), FALSE);
}
