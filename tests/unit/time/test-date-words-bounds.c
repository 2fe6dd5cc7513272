/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates of which words tell only what they are not before, or not after, in three languages. */
#include <string.h>

#include "test-date-words.h"

static const Row bound_rows[] = {
  { "1850 to before 1900", "1850/18XX", WORDS },
  { "1850 – before 1900", "1850/18XX", WORDS },
  { "after 1850 until 1900", "18XX/1900", WORDS },
  { "after 1850 to before 1900", "[1851..1899]", WORDS },
  { "before 1850 to 1900", "/1900", WORDS },
  { "1850 to after 1900", "1850/", WORDS },
  { "by 1900", "[..1900]", WORDS },
  { "by the end of 1900", "[..1900]", WORDS },
  { "no later than 1900", "[..1900]", WORDS },
  { "not later than May 1900", "[..1900-05]", WORDS },
  { "not after 1900", "[..1900]", WORDS },
  { "not before 1850", "[1850..]", WORDS },
  { "not until 1850", "[1850..]", WORDS },
  { "not before 1850 and not after 1900", "[1850..1900]", WORDS },
  { "no earlier than 1850, no later than 1900", "[1850..1900]", WORDS },
  { "after 1850 and before 1900", "[1851..1899]", WORDS },
  { "after 1850, before 1900", "[1851..1899]", WORDS },
  { "before 1900 and after 1850", "[1851..1899]", WORDS },
  { "after 1850 but before 1900", "[1851..1899]", WORDS },
  { "sometime between 1850 and 1860", "[1850..1860]", WORDS },
  { "some time between about 1850 and 1860", "[1850~..1860]", WORDS },
  { "at some point between May 1850 and June 1860", "[1850-05..1860-06]", WORDS },
  { "from between 1850 and 1860", "185X~/..", WORDS },
  { "between 1850 and 1860 to 1900", "185X~/1900", WORDS },
  { "from between 1850 and 1860 until 1900", "185X~/1900", WORDS },
  { "1850 to between 1900 and 1910", "1850/190X~", WORDS },
  { "between 1850 and 1860 – between 1900 and 1910", "185X~/190X~", WORDS },
  { "until between 1900 and 1910", "../190X~", WORDS },
  { "between 1850 and 1860 to the present", "185X~/..", WORDS },
  { "sometime before 1900", "[..1899]", WORDS },
  { "sometime in 1850", "1850", WORDS },
  { "on or before 4 July 1776", "[..1776-07-04]", WORDS },
  { "in or after 1850", "[1850..]", WORDS },
  { "1900 at the latest", "[..1900]", WORDS },
  { "1850 at the earliest", "[1850..]", WORDS },
  { "c. 1850 to before 1900", "1850~/18XX", WORDS },
  { "300 BC to before 200 BC", "-0299/-02XX", WORDS },
  { "500 BC to before AD 200", "-0499/-0XXX~", WORDS },
  { "until c. 1900", "../1900~", WORDS },
  { "1900年までに", "[..1900]", WORDS },
  { "1900年5月までに", "[..1900-05]", WORDS },
  { "遅くとも1900年", "[..1900]", WORDS },
  { "遅くとも1900年まで", "[..1900]", WORDS },
  { "遅くとも1900年までに", "[..1900]", WORDS },
  { "早くとも1850年", "[1850..]", WORDS },
  { "早くとも1850年以降", "[1850..]", WORDS },
  { "1850年と1860年の間", "[1850..1860]", WORDS },
  { "1850年から1860年の間のいつか", "[1850..1860]", WORDS },
  { "1850年以降1900年まで", "1850/1900", WORDS },
  { "1850年以降1900年以前", "[1850..1900]", WORDS },
  { "1850年から1900年より前まで", "1850/18XX", WORDS },
  { "1850年から1900年以前", "1850/18XX~", WORDS },
  { "1850年以前から1900年まで", "/1900", WORDS },
  { "1850年から〜1900年より前", "1850/18XX", WORDS },
  { "1850年と1860年の間まで", "../185X~", WORDS },
  { "1900年前後", "1900~", WORDS },
  { "1900年よりも前", "[..1899]", WORDS },
  { "1850年から遅くとも1900年まで", "1850/18XX~", WORDS },
  { "늦어도 1900년", "[..1900]", WORDS },
  { "늦어도 1900년까지", "[..1900]", WORDS },
  { "늦어도 1900년까지는", "[..1900]", WORDS },
  { "빨라도 1850년", "[1850..]", WORDS },
  { "빨라야 1850년", "[1850..]", WORDS },
  { "1850년과 1860년 사이", "[1850..1860]", WORDS },
  { "1850년과 1860년 사이의 어느 때", "[1850..1860]", WORDS },
  { "1850년에서 1860년 사이", "[1850..1860]", WORDS },
  { "1850년 이후 1900년까지", "1850/1900", WORDS },
  { "1850년 이후 1900년 이전", "[1850..1900]", WORDS },
  { "1850년부터 1900년 이전까지", "1850/18XX~", WORDS },
  { "1900년 전후", "1900~", WORDS },
  { "1900년까지는", "../1900", WORDS },
};

/* @one_side: whether it is said that the other side of a bound is missing */
static const struct
{
  const char  *text;
  DlDateAnswer answer;
  gboolean     one_side;
} bad_rows[] = {
  { "from before 1850", DL_DATE_ANSWER_UNREAD, TRUE },
  { "since before 1850", DL_DATE_ANSWER_UNREAD, TRUE },
  { "from after 1850", DL_DATE_ANSWER_UNREAD, TRUE },
  { "until after 1900", DL_DATE_ANSWER_UNREAD, TRUE },
  { "until before 1900", DL_DATE_ANSWER_UNREAD, TRUE },
  { "before 1850 until after 1900", DL_DATE_ANSWER_UNREAD, TRUE },
  { "from before 1850 to the present", DL_DATE_ANSWER_UNREAD, TRUE },
  { "after 1900 and before 1850", DL_DATE_ANSWER_IMPOSSIBLE, FALSE },
  { "before 300 to 200 BC", DL_DATE_ANSWER_UNREAD, FALSE },
  { "1900 to before 1850", DL_DATE_ANSWER_IMPOSSIBLE, FALSE },
  { "1850 to before 1850", DL_DATE_ANSWER_IMPOSSIBLE, FALSE },
  { "before or after 1850", DL_DATE_ANSWER_UNREAD, FALSE },
  { "before 1850 or after 1900", DL_DATE_ANSWER_UNREAD, FALSE },
  { "1850年以前まで", DL_DATE_ANSWER_UNREAD, TRUE },
  { "1850年以前から", DL_DATE_ANSWER_UNREAD, TRUE },
  { "1850년 이전부터", DL_DATE_ANSWER_UNREAD, TRUE },
};

static void
test_bounds (void)
{
  check_date_words (bound_rows, G_N_ELEMENTS (bound_rows), NULL);
}

static void
test_one_side (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autoptr (GError) error = NULL;
      DlDateWordsFound   found;
      g_autofree char   *edtf = dl_date_words_to_edtf (bad_rows[i].text, NULL, &found, &error);

      if (edtf != NULL)
        {
          g_test_fail_printf ("“%s” is read as %s", bad_rows[i].text, edtf);
          continue;
        }
      if (found.answer != bad_rows[i].answer)
        g_test_fail_printf ("“%s”: answer %d", bad_rows[i].text, found.answer);
      if (g_getenv ("DATELINE_LOCALEDIR") == NULL &&
          (strstr (error->message, "on one side only") != NULL) != bad_rows[i].one_side)
        g_test_fail_printf ("“%s”: %s", bad_rows[i].text, error->message);
    }
}

void
add_date_words_bounds (void)
{
  g_test_add_func ("/time/date-words/bounds", test_bounds);
  g_test_add_func ("/time/date-words/one-side", test_one_side);
}
