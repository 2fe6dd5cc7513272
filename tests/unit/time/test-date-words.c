/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-date-words.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

static void
test_ambiguous (void)
{
  g_autoptr (GError) error = NULL;
  DlDateWordsContext day_first = { .order = DL_DAY_MONTH_DAY_FIRST };
  DlDateWordsContext month_first = { .order = DL_DAY_MONTH_MONTH_FIRST };
  const Row          by_day[] = { { "4/7/1776", "1776-07-04", WORDS },
                                  { "4-7-1776", "1776-07-04", WORDS },
                                  { "4/7/1776 – 5/8/1777", "1776-07-04/1777-08-05", WORDS },
                                  { "7/25/1776", "1776-07-25", WORDS },
                                  { "1776/4/7", "1776-04-07", MACHINE } };
  const Row          by_month[] = { { "4/7/1776", "1776-04-07", WORDS },
                                    { "4-7-1776", "1776-04-07", WORDS },
                                    { "4.7.1776", "1776-07-04", WORDS },
                                    { "25/7/1776", "1776-07-25", WORDS } };
  DlDateWordsFound   found;

  g_assert_null (dl_date_words_to_edtf ("4/7/1776", NULL, &found, &error));
  g_assert_cmpint (found.answer, ==, DL_DATE_ANSWER_AMBIGUOUS);
  g_assert_cmpstr (found.readings[0], ==, "1776-07-04");
  g_assert_cmpstr (found.readings[1], ==, "1776-04-07");
  g_assert_cmpint (found.order, ==, DL_DAY_MONTH_UNKNOWN);
  if (g_getenv ("DATELINE_LOCALEDIR") == NULL)
    g_assert_cmpstr (error->message, ==, "“4/7/1776” can be 1776-07-04 or 1776-04-07.");
  check_date_words (by_day, G_N_ELEMENTS (by_day), &day_first);
  check_date_words (by_month, G_N_ELEMENTS (by_month), &month_first);

  /* What a column shows its other dates by. */
  g_free (dl_date_words_to_edtf ("25/7/1776", NULL, &found, NULL));
  g_assert_cmpint (found.order, ==, DL_DAY_MONTH_DAY_FIRST);
  g_free (dl_date_words_to_edtf ("7/25/1776", NULL, &found, NULL));
  g_assert_cmpint (found.order, ==, DL_DAY_MONTH_MONTH_FIRST);
  g_free (dl_date_words_to_edtf ("1776-07-25", NULL, &found, NULL));
  g_assert_cmpint (found.order, ==, DL_DAY_MONTH_UNKNOWN);
}

static void
test_bare_years (void)
{
  static const Row rows[] = {
    { "30", "0030", MACHINE },
    { "-44", "-0044", MACHINE },
    { "0", "0000", MACHINE },
    { "5", "0005", MACHINE },
    { "12000", "Y12000", MACHINE },
    { "-10000", "Y-10000", MACHINE },
    { "27-01-01", "0027-01-01", MACHINE },
    { "30.0", "0030", MACHINE },
    { "c. 30", "0030~", WORDS },
    { "30–45", "0030/0045", WORDS },
    { "30-45", "0030/0045", WORDS },
    { "90–110", "0090/0110", WORDS },
    { "800", "0800", MACHINE },
    { "1969", "1969", EDTF },
    { "4 July 1776", "1776-07-04", WORDS },
  };
  DlDateWordsContext context = { .bare_years = TRUE };

  check_date_words (rows, G_N_ELEMENTS (rows), &context);
}

/* Seasons of EDTF are years elsewhere. */
static void
test_foreign (void)
{
  static const Row rows[] = {
    { "1901-05", "1901-05", EDTF },    { "1760-22", "1760-22", EDTF },   { "1914-18", "1914/1918", WORDS },
    { "1720–23", "1720/1723", WORDS }, { "1720-23?", "1720-23?", EDTF }, { "1720-03", "1720-03", EDTF },
    { "?-1490", "/1490", WORDS },      { "?-1490?", "/1490?", WORDS },   { "?-1490-05-29", "/1490-05-29", WORDS },
    { "?2004-06", "?2004-06", EDTF },
  };
  DlDateWordsContext context = { .foreign = TRUE };
  DlDateWordsFound   found;

  check_date_words (rows, G_N_ELEMENTS (rows), &context);
  g_assert_null (dl_date_words_to_edtf ("1720-23", &context, &found, NULL));
  g_assert_cmpint (found.answer, ==, DL_DATE_ANSWER_AMBIGUOUS);
  g_assert_cmpstr (found.readings[0], ==, "1720/1723");
  g_assert_cmpstr (found.readings[1], ==, "1720-23");
  g_assert_null (dl_date_words_to_edtf ("1727-31", &context, &found, NULL));
}

static void
test_year_known (void)
{
  static const Row rows[] = {
    { "25 October", "2024-10-25", WORDS },
    { "October", "2024-10", WORDS },
    { "3–5 June", "2024-06-03/2024-06-05", WORDS },
    { "10月25日", "2024-10-25", WORDS },
    { "spring", "2024-21", WORDS },
    { "25 October 1999", "1999-10-25", WORDS },
  };
  DlDateWordsContext context = { .has_year = TRUE, .year = 2024 };

  check_date_words (rows, G_N_ELEMENTS (rows), &context);
}

/* A file is the same whoever reads it, so their words are not its words. */
static void
test_here (void)
{
  static const char *const texts[] = { "today", "now", "2000 years ago", "as of" };
  DlDateWordsHere    here = { .now = DL_INSTANT (1773124215), .as_of = DL_INSTANT (1761523200), .has_as_of = TRUE };
  DlDateWordsContext context = { .here = &here };
  static const Row   rows[] = {
      { "today", "2026-03-10", WORDS },
      { "now", "2026-03-10T06:30:15Z", WORDS },
      { "2000 years ago", "0026~", WORDS },
      { "as of", "2025-10-26", WORDS },
  };
  gsize i;

  check_date_words (rows, G_N_ELEMENTS (rows), &context);
  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      DlDateWordsFound found;

      g_assert_null (dl_date_words_to_edtf (texts[i], NULL, &found, NULL));
      g_assert_cmpint (found.answer, ==, DL_DATE_ANSWER_TODAY);
    }
}

static void
test_suggestions (void)
{
  static const struct
  {
    const char *text;
    const char *edtf;
  } rows[] = {
    { "9 January 1969", "1969-01-09" },
    { "1969-1-9", "1969-01-09" },
    { "1969/01/09", "1969-01-09" },
    { "October 2025", "2025-10" },
    { "circa 1850", "1850~" },
    { "1969-01-09 10:00", "1969-01-09T10:00" },
    { "25/10/2025", "2025-10-25" },
    { "4/10/2025", NULL },
    { "soon", NULL },
    { "unknown", NULL },
    { "1969-02-31", NULL },
    { "", NULL },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *edtf = dl_date_words_suggest (rows[i].text);

      g_assert_cmpstr (edtf, ==, rows[i].edtf);
    }
}

/* Years that are counted from another beginning are told so, real ones and invented ones. */
static void
test_other_eras (void)
{
  static const struct
  {
    const char *text;
    DlDateEra   era;
  } rows[] = {
    { "SA 3209", DL_DATE_ERA_INVENTED },
    { "S.A. 3209", DL_DATE_ERA_INVENTED },
    { "3209 SA", DL_DATE_ERA_INVENTED },
    { "T.A. 3019, 25 March", DL_DATE_ERA_INVENTED },
    { "the 3019th year of the Third Age", DL_DATE_ERA_INVENTED },
    { "THIRD AGE 3019", DL_DATE_ERA_INVENTED },
    { "25.03.TA 3019", DL_DATE_ERA_INVENTED },
    { "1e 433", DL_DATE_ERA_NONE },
    { "3E 433", DL_DATE_ERA_INVENTED },
    { "Stardate 41153.7", DL_DATE_ERA_INVENTED },
    { "19 BBY", DL_DATE_ERA_INVENTED },
    { "4 years after the Battle of Yavin", DL_DATE_ERA_INVENTED },
    { "宇宙世紀0079年", DL_DATE_ERA_INVENTED },
    { "우주세기 79년", DL_DATE_ERA_INVENTED },
    { "SA 3209–3319", DL_DATE_ERA_INVENTED },
    { "1445 AH", DL_DATE_ERA_OTHER },
    { "A.H. 1445", DL_DATE_ERA_OTHER },
    { "AM 5785", DL_DATE_ERA_OTHER },
    { "2777 AUC", DL_DATE_ERA_OTHER },
    { "2567 BE", DL_DATE_ERA_OTHER },
    { "SH 1403", DL_DATE_ERA_OTHER },
    { "Heisei 5", DL_DATE_ERA_OTHER },
    { "民國34年", DL_DATE_ERA_OTHER },
    { "단기 4288년", DL_DATE_ERA_OTHER },
    /* What is no era, and what is too little of one. */
    { "5 AM", DL_DATE_ERA_NONE },
    { "SA 12/5", DL_DATE_ERA_NONE },
    { "sa 3209", DL_DATE_ERA_NONE },
    { "SA", DL_DATE_ERA_NONE },
    { "Third Age", DL_DATE_ERA_NONE },
    { "chapter 3E of 5", DL_DATE_ERA_NONE },
    { "chapter 5 of 3E", DL_DATE_ERA_NONE },
    { "1850 hello", DL_DATE_ERA_NONE },
    { "5 ka or so", DL_DATE_ERA_NONE },
  };
  static const struct
  {
    const char *name;
    DlDateEra   era;
  } names[] = {
    { "SA", DL_DATE_ERA_INVENTED },      { "Third Age", DL_DATE_ERA_INVENTED },
    { "sa", DL_DATE_ERA_NONE },          { "A.H.", DL_DATE_ERA_OTHER },
    { "Heisei", DL_DATE_ERA_OTHER },     { "BP", DL_DATE_ERA_OURS },
    { "ka", DL_DATE_ERA_OURS },          { "Ma", DL_DATE_ERA_OURS },
    { "AD", DL_DATE_ERA_NONE },          { "CE", DL_DATE_ERA_NONE },
    { "Renaissance", DL_DATE_ERA_NONE }, { "", DL_DATE_ERA_NONE },
    { "SA 3209", DL_DATE_ERA_NONE },     { "\xff", DL_DATE_ERA_NONE },
  };
  static const char *const columns[] = { "Year (TA)", "TA year", "Stardate (date)", "年 (宇宙世紀)" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      DlDateWordsFound   found;

      g_assert_null (dl_date_words_to_edtf (rows[i].text, NULL, &found, &error));
      if ((found.answer == DL_DATE_ANSWER_OTHER_ERA) != (rows[i].era != DL_DATE_ERA_NONE) ||
          dl_date_words_find_era (rows[i].text) != rows[i].era)
        g_test_fail_printf ("“%s”: era %d, answer %d", rows[i].text, dl_date_words_find_era (rows[i].text),
                            found.answer);
      if (g_getenv ("DATELINE_LOCALEDIR") == NULL &&
          ((strstr (error->message, "invented") != NULL) != (rows[i].era == DL_DATE_ERA_INVENTED) ||
           (strstr (error->message, "another beginning") != NULL) != (rows[i].era == DL_DATE_ERA_OTHER)))
        g_test_fail_printf ("“%s”: %s", rows[i].text, error->message);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (dl_date_words_get_era (names[i].name) != names[i].era)
      g_test_fail_printf ("“%s”: era %d", names[i].name, dl_date_words_get_era (names[i].name));
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    g_assert_cmpint (dl_date_words_find_era (columns[i]), ==, DL_DATE_ERA_INVENTED);
  g_assert_cmpint (dl_date_words_find_era ("Year"), ==, DL_DATE_ERA_NONE);
  g_assert_cmpint (dl_date_words_find_era ("Year (AD)"), ==, DL_DATE_ERA_NONE);
}

/* A sheet has a million dates, of which nearly all are written alike. */
static void
test_fast (void)
{
  static const struct
  {
    const char *text;
    int         most; /* nanoseconds: many times what it takes, for a busy machine */
  } rows[] = {
    { "1969-01-09", 10000 },
    { "2014-03-20T12:00:00Z", 10000 },
    { "July 4, 1776", 100000 },
    { "c. 1850", 100000 },
  };
  const int rounds = 20000;
  gsize     i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlDateWordsContext context = { .foreign = TRUE };
      gint64             best = G_MAXINT64;
      int                tries;

      for (tries = 0; tries < 5; tries++)
        {
          gint64 start = g_get_monotonic_time ();
          int    j;

          for (j = 0; j < rounds; j++)
            g_free (dl_date_words_to_edtf (rows[i].text, &context, NULL, NULL));
          best = MIN (best, (g_get_monotonic_time () - start) * 1000 / rounds);
        }
      g_test_message ("%s: %d ns", rows[i].text, (int) best);
      g_assert_cmpint (best, <, rows[i].most);
    }
}

/* What says of an end that there is none yet, in any letters; and of anything that it is nothing. */
static void
test_ends (void)
{
  static const char *const open[] = {
    "present",     "the present", "Present",   "ongoing",  "current",    "to date",
    "Current day", "incumbent",   "open",      "now",      "today",      "..",
    "現職",        "현직",        "現在",      "現在まで", "현재",       "至今",
    "今日",        "heute",       "oggi",      "hoy",      "presente",   "atual",
    "nu",          "nå",          "dnes",      "obecnie",  "actualidad", "jusqu'à présent",
    "aujourd'hui", "наст. время", " present ",
  };
  static const char *const ends[] = {
    "", "1990", "yesterday", "unknown", "?", "present 1990", "tomorrow", "昨日", "."
  };
  static const char *const nothings[] = { "NA",   "n/a", "N/A", "#N/A", "NULL", "null",     "NaN",
                                          "<NA>", "-",   "--",  "–",    "—",    "undefined" };
  static const char *const things[] = {
    "", "Na", "na", "none", "unknown", "N", "NULLs", "undefined thing", "---", "…"
  };

  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    if (!dl_date_words_is_open (open[i]))
      g_error ("“%s” is no end", open[i]);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (dl_date_words_is_open (ends[i]))
      g_error ("“%s” is taken for no end", ends[i]);
  for (guint i = 0; i < G_N_ELEMENTS (nothings); i++)
    {
      g_assert_true (dl_date_words_is_nothing (nothings[i]));
      g_assert_cmpint (dl_date_words_get_absence (nothings[i]), ==, DL_DATE_ANSWER_NONE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    g_assert_false (dl_date_words_is_nothing (things[i]));
  g_assert_cmpint (dl_date_words_get_absence ("na"), ==, DL_DATE_ANSWER_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* In other languages it is the same. */
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
  add_date_words_tables ();
  add_date_words_bounds ();
  g_test_add_func ("/time/date-words/ambiguous", test_ambiguous);
  g_test_add_func ("/time/date-words/bare-years", test_bare_years);
  g_test_add_func ("/time/date-words/foreign", test_foreign);
  g_test_add_func ("/time/date-words/year-known", test_year_known);
  g_test_add_func ("/time/date-words/here", test_here);
  g_test_add_func ("/time/date-words/suggestions", test_suggestions);
  g_test_add_func ("/time/date-words/other-eras", test_other_eras);
  g_test_add_func ("/time/date-words/fast", test_fast);
  g_test_add_func ("/time/date-words/ends", test_ends);
  return g_test_run ();
}
