/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/dl-date-words.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-error.h"
#include "time/dl-calendar.h"
#include "time/dl-date.h"
#include "time/dl-words.h"

/* What holds for every text, tried on random ones. The seed is printed; give
 * it back with --seed. */

#define ROUNDS 20000

static gboolean
chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

static void
append_year (GString *text, int year)
{
  g_string_append_printf (text, "%s%04d", year < 0 ? "-" : "", ABS (year));
}

/* A year, a month or a day. */
static void
append_plain (GString *text, int year)
{
  int parts = g_test_rand_int_range (1, 4);
  int month = g_test_rand_int_range (1, 13);

  append_year (text, year);
  if (parts > 1)
    g_string_append_printf (text, "-%02d", month);
  if (parts > 2)
    g_string_append_printf (text, "-%02d", g_test_rand_int_range (1, dl_calendar_days_in_month (year, month) + 1));
}

static void
append_time (GString *text, gboolean zone)
{
  g_string_append_printf (text, "T%02d:%02d", g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60));
  if (chance (50))
    g_string_append_printf (text, ":%02d", g_test_rand_int_range (0, 60));
  if (zone && chance (50))
    g_string_append_c (text, 'Z');
  else if (zone)
    g_string_append_printf (text, "%c%02d:%02d", "+-"[g_test_rand_int_range (0, 2)], g_test_rand_int_range (1, 13),
                            chance (30) ? 30 : 0);
}

static void
append_day (GString *text, int year)
{
  int month = g_test_rand_int_range (1, 13);

  append_year (text, year);
  g_string_append_printf (text, "-%02d-%02d", month,
                          g_test_rand_int_range (1, dl_calendar_days_in_month (year, month) + 1));
}

static int
random_year (void)
{
  return chance (30) ? g_test_rand_int_range (-9999, 1000) : g_test_rand_int_range (1000, 2100);
}

/* EDTF of level 0 or 1. */
static char *
random_edtf (void)
{
  static const char marks[] = "?~%";
  GString          *text = g_string_new (NULL);
  int               year = random_year ();

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      append_plain (text, year);
      break;
    case 1:
      append_plain (text, year);
      g_string_append_c (text, marks[g_test_rand_int_range (0, 3)]);
      break;
    case 2:
      append_year (text, year);
      g_string_append_printf (text, "-%d", g_test_rand_int_range (21, 25));
      break;
    case 3:
      append_year (text, MIN (ABS (year) + 1, 9999));
      g_string_overwrite (text, text->len - 1, "X");
      if (chance (30))
        g_string_overwrite (text, text->len - 2, "XX");
      break;
    case 4:
      append_day (text, year);
      append_time (text, TRUE);
      break;
    case 5:
      append_plain (text, year);
      g_string_append_c (text, '/');
      append_plain (text, year + g_test_rand_int_range (1, 200));
      break;
    case 6:
      g_string_append (text, chance (50) ? "../" : "/");
      append_plain (text, year);
      break;
    default:
      g_string_append_printf (text, "Y%s%d", chance (50) ? "-" : "", g_test_rand_int_range (10000, G_MAXINT32));
      break;
    }
  return g_string_free (text, FALSE);
}

static void
test_edtf (void)
{
  int i;

  for (i = 0; i < ROUNDS; i++)
    {
      g_autofree char   *text = random_edtf ();
      g_autofree char   *padded = g_strconcat (" ", text, "\n", NULL);
      DlDateWordsContext foreign = { .foreign = TRUE };
      DlDateWordsFound   found;
      g_autofree char   *edtf = dl_date_words_to_edtf (text, NULL, &found, NULL);
      g_autofree char   *again = dl_date_words_to_edtf (padded, NULL, NULL, NULL);
      g_autofree char   *elsewhere = dl_date_words_to_edtf (text, &foreign, NULL, NULL);
      DlDate             date;

      g_assert_true (dl_date_parse (text, -1, &date, NULL));
      g_assert_cmpstr (edtf, ==, text);
      g_assert_cmpstr (again, ==, text);
      g_assert_cmpint (found.answer, ==, DL_DATE_ANSWER_READ);
      g_assert_cmpint (found.form, ==, DL_DATE_FORM_EDTF);
      /* It may be a season or years. */
      if (strlen (text) != 7)
        g_assert_cmpstr (elsewhere, ==, text);
    }
}

/* Words of the program's own */

/* EDTF whose words say all that it says. */
static char *
random_worded (void)
{
  GString *text = g_string_new (NULL);
  int      year = random_year ();
  int      later = year + g_test_rand_int_range (1, 200);
  int      month = g_test_rand_int_range (1, 12);
  int      day = g_test_rand_int_range (1, 28);

  switch (g_test_rand_int_range (0, 14))
    {
    case 0:
      append_plain (text, year);
      break;
    case 1:
      append_plain (text, year);
      g_string_append (text, chance (40) ? "?" : chance (50) ? "~" : "%");
      break;
    case 2:
      append_day (text, year);
      append_time (text, chance (50));
      break;
    case 3:
      append_year (text, year);
      g_string_append_printf (text, "-%d", g_test_rand_int_range (21, 37));
      break;
    case 4:
      append_year (text, year);
      g_string_append_printf (text, "-%d", g_test_rand_int_range (40, 42));
      break;
    case 5:
      append_year (text, g_test_rand_int_range (100, 2100) / 10 * 10);
      /* The first decade of a century is told by its years. */
      if (text->str[text->len - 2] != '0')
        g_string_overwrite (text, text->len - 1, "X");
      break;
    case 6:
      /* The first century of a millennium is told by its years. */
      g_string_append_printf (text, "1%dXX", g_test_rand_int_range (1, 10));
      break;
    case 7:
      /* "500 BC to 141" may end before Christ; "44 BC to 141" cannot. */
      if (year <= 0 && later >= 100)
        year = 1 - g_test_rand_int_range (1, later);
      append_year (text, year);
      g_string_append_c (text, '/');
      append_year (text, later);
      break;
    case 8:
      append_year (text, year);
      g_string_append_printf (text, "-%02d/", month);
      append_year (text, year);
      g_string_append_printf (text, "-%02d", month + 1);
      break;
    case 9:
      append_year (text, year);
      g_string_append_printf (text, "-%02d-%02d/", month, day);
      append_year (text, year);
      g_string_append_printf (text, "-%02d-%02d", month + chance (50), 28);
      break;
    case 10:
      append_year (text, year);
      g_string_append_printf (text, "-%02d-%02d/", month, day);
      append_year (text, later);
      g_string_append_printf (text, "-%02d-%02d", month, day);
      break;
    case 11:
      if (chance (50))
        g_string_append (text, chance (50) ? "../" : "/");
      append_plain (text, year);
      if (text->str[0] != '.' && text->str[0] != '/')
        g_string_append (text, chance (50) ? "/.." : "/");
      break;
    case 12:
      g_string_append_c (text, '[');
      if (chance (50))
        {
          g_string_append (text, "..");
          append_plain (text, year);
        }
      else
        {
          append_plain (text, year);
          g_string_append (text, "..");
        }
      g_string_append_c (text, ']');
      break;
    default:
      /* Two digits that count, which are all that words of round numbers keep. */
      g_string_append_printf (text, "Y-%d%dE6~", g_test_rand_int_range (1, 10), g_test_rand_int_range (1, 10));
      break;
    }
  return g_string_free (text, FALSE);
}

static gboolean
same_date (const DlDate *a, const DlDate *b)
{
  const guint32 ignored = DL_DATE_SET_ONE | DL_DATE_UNSPECIFIED | DL_DATE_EXTENSION;

  return dl_instant_compare (a->earliest_start, b->earliest_start) == 0 &&
         dl_instant_compare (a->latest_start, b->latest_start) == 0 &&
         dl_instant_compare (a->earliest_end, b->earliest_end) == 0 &&
         dl_instant_compare (a->latest_end, b->latest_end) == 0 && (a->flags & ~ignored) == (b->flags & ~ignored);
}

static void
test_words (void)
{
  static const DlWordsFlags flags[] = { DL_WORDS_NONE, DL_WORDS_WEEKDAY, DL_WORDS_SHORT };
  int                       n_failed = 0;
  int                       i;

  for (i = 0; i < ROUNDS && n_failed < 20; i++)
    {
      g_autofree char   *text = random_worded ();
      g_autofree char   *words = NULL;
      g_autofree char   *edtf = NULL;
      g_autoptr (GError) error = NULL;
      DlDateWordsFound   found;
      DlDate             expected;
      DlDate             date = { 0 };

      if (!dl_date_parse (text, -1, &expected, NULL))
        continue;
      words =
        dl_words_from_edtf (text, flags[g_test_rand_int_range (0, 3)] | DL_WORDS_ZONE | DL_WORDS_AS_WRITTEN, NULL);
      edtf = dl_date_words_to_edtf (words, NULL, &found, &error);
      if (edtf != NULL && dl_date_parse (edtf, -1, &date, NULL) && same_date (&expected, &date))
        continue;
      n_failed++;
      g_test_message ("%s: “%s” is read as %s", text, words, edtf != NULL ? edtf : error->message);
    }
  g_assert_cmpint (n_failed, ==, 0);
}

/* Anything at all */

static const char *const pieces[] = {
  "c.",
  "circa",
  "before",
  "after",
  "between",
  "and",
  "to",
  "from",
  "until",
  "BC",
  "AD",
  "century",
  "s",
  "th",
  "1st",
  "spring",
  "Q3",
  "late",
  "mid-",
  "May",
  "October",
  "Sat",
  "2025",
  "1850",
  "25",
  "3",
  "44",
  "0",
  "000",
  "–",
  "-",
  "~",
  "?",
  "/",
  ".",
  ",",
  ":",
  "12:30",
  "Ga",
  "kya",
  "BP",
  "ago",
  "years",
  "million",
  "年",
  "月",
  "日",
  "世紀",
  "紀元前",
  "〜",
  "から",
  "まで",
  "以前",
  "년",
  "월",
  "일",
  "기원전",
  "경",
  "today",
  "present",
  "UTC",
  "+0900",
  "pm",
  "(",
  ")",
  "[",
  "X",
  "Y",
  "E6",
  "..",
  "first half",
  "unknown",
  "99999999999999",
  "\xff",
  "\xc3",
  "\t",
  "'",
  "T",
  "-0600",
  "前",
  "時",
  "分",
  "四半期",
  "end unknown",
  "not before",
  "no later than",
  "by",
  "sometime between",
  "以降",
  "より前",
  "と",
  "の間",
  "이후",
  "늦어도",
  "사이",
};

static char *
random_text (void)
{
  GString *text = g_string_new (NULL);
  int      n = g_test_rand_int_range (0, 9);
  int      i;

  if (chance (10))
    {
      for (i = 0; i < n; i++)
        g_string_append_c (text, (char) g_test_rand_int_range (1, 256));
      return g_string_free (text, FALSE);
    }
  for (i = 0; i < n; i++)
    {
      g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (chance (60))
        g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

static void
test_garbage (void)
{
  DlDateWordsHere here = { .now = DL_INSTANT (1773124215), .has_as_of = TRUE, .as_of = DL_INSTANT (1761523200) };
  int             n_read = 0;
  int             i;

  for (i = 0; i < ROUNDS * 10; i++)
    {
      g_autofree char   *text = random_text ();
      DlDateWordsContext context = { .order = (DlDayMonthOrder) g_test_rand_int_range (0, 3),
                                     .bare_years = chance (50),
                                     .foreign = chance (50),
                                     .has_year = chance (50),
                                     .year = 2024,
                                     .here = chance (3) ? &here : NULL };
      g_autoptr (GError) error = NULL;
      DlDateWordsFound   found;
      g_autofree char   *edtf = dl_date_words_to_edtf (text, &context, &found, &error);
      DlDate             date;

      if (edtf != NULL)
        {
          n_read++;
          g_assert_no_error (error);
          g_assert_cmpint (found.answer, ==, DL_DATE_ANSWER_READ);
          if (!dl_date_parse (edtf, -1, &date, NULL))
            g_test_fail_printf ("“%s” is read as “%s”, which is no date", text, edtf);
          continue;
        }
      g_assert_error (error, DL_ERROR, DL_ERROR_INVALID_DATE);
      g_assert_cmpint (found.answer, !=, DL_DATE_ANSWER_READ);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (found.answer == DL_DATE_ANSWER_AMBIGUOUS, ==, found.readings[0][0] != '\0');
      if (found.answer == DL_DATE_ANSWER_AMBIGUOUS)
        {
          g_assert_true (dl_date_parse (found.readings[0], -1, &date, NULL));
          g_assert_true (dl_date_parse (found.readings[1], -1, &date, NULL));
        }
    }
  g_assert_cmpint (n_read, >, ROUNDS / 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* The same in other languages: what is read does not depend on the reader's. */
  if (g_getenv ("DATELINE_LOCALEDIR") != NULL)
    {
      if (setlocale (LC_ALL, "") == NULL)
        {
          g_print ("1..0 # SKIP no locale %s here\n", g_getenv ("LC_ALL"));
          return 0;
        }
      bindtextdomain ("dateline", g_getenv ("DATELINE_LOCALEDIR"));
      bind_textdomain_codeset ("dateline", "UTF-8");
      textdomain ("dateline");
      g_assert_cmpstr (gettext ("Timeline"), !=, "Timeline");
    }
  g_test_add_func ("/property/date-words/edtf", test_edtf);
  g_test_add_func ("/property/date-words/words", test_words);
  g_test_add_func ("/property/date-words/garbage", test_garbage);
  return g_test_run ();
}
