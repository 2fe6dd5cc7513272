/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/dl-text-wrap.h"

/* What is drawn may be so much wider than what is measured. */
#define SLACK 2

#define MAX_LINES 6

/* @n: letters of 7 pixels that a line has room for; @lines: with a bar between them */
static const struct
{
  const char *text;
  guint       n;
  guint       max_lines;
  const char *lines;
  gboolean    whole;
} rows[] = {
  { "", 10, 2, "", TRUE },
  { "   ", 10, 2, "", TRUE },
  { "one", 3, 1, "one", TRUE },
  { "one two three", 13, 2, "one two three", TRUE },
  { "one two three", 12, 2, "one two|three", TRUE },
  { "one two three", 7, 2, "one two|three", TRUE },
  { "one two three", 6, 3, "one|two|three", TRUE },
  { "one two three", 6, 2, "one|two three", FALSE },
  { "one two three", 6, 1, "one two three", FALSE },
  { "  one   two", 5, 3, "one|two", TRUE },
  { "one two ", 7, 3, "one two", TRUE },
  /* After a hyphen, but not before a digit. */
  { "mid-level talks", 9, 3, "mid-level|talks", TRUE },
  { "mid-level talks", 8, 3, "mid-|level|talks", TRUE },
  { "of 1990-2000 on", 8, 3, "of|1990-200|0 on", TRUE },
  /* A word that is wider than a line, and only that. */
  { "Donaudampfer", 5, 3, "Donau|dampf|er", TRUE },
  { "Donaudampfer", 5, 2, "Donau|dampfer", FALSE },
  { "a Donaudampfer", 5, 5, "a|Donau|dampf|er", TRUE },
  { "ww", 0, 3, "w|w", TRUE },
  /* What belongs together stays so. */
  { "ab 10\xc2\xa0km", 5, 3, "ab|10\xc2\xa0km", TRUE },
  { "ab 10\xe2\x80\xafkm", 6, 3, "ab|10\xe2\x80\xafkm", TRUE },
  { "ab cd 9%", 7, 3, "ab cd|9%", TRUE },
  { "so (yes) no", 7, 3, "so|(yes)|no", TRUE },
  /* Between ideographs and kana, but nothing that closes begins a line and
   * nothing that opens ends one; these are twice as wide. */
  { "日本は平和を", 8, 3, "日本は平|和を", TRUE },
  { "日本は、平和。", 6, 4, "日本|は、平|和。", TRUE },
  { "日本「平和」を", 6, 4, "日本|「平|和」を", TRUE },
  { "日本は、「平和」", 8, 4, "日本は、|「平和」", TRUE },
  { "日本。「平和」", 6, 4, "日本。|「平|和」", TRUE },
  { "日本war和", 7, 3, "日本war|和", TRUE },
  { "日本war和", 5, 4, "日本|war和", TRUE },
  /* Words of Hangul stay whole. */
  { "미국을 방문했다", 9, 3, "미국을|방문했다", TRUE },
  { "미국을 방문했다", 8, 3, "미국을|방문했다", TRUE },
  { "미국을방문", 7, 3, "미국을|방문", TRUE },
};

static void
test_table (void)
{
  DlTextMeasure *measure = dl_text_measure_fixed ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      DlTextLine          lines[MAX_LINES];
      gboolean            whole = 2;
      double              width = rows[i].n * 7 + SLACK;
      guint n = dl_text_wrap (measure, DL_TEXT_LABEL, rows[i].text, width, lines, rows[i].max_lines, &whole);

      g_assert_cmpuint (n, <=, rows[i].max_lines);
      for (guint line = 0; line < n; line++)
        {
          g_autofree char *text = g_strndup (rows[i].text + lines[line].from, lines[line].length);
          double           measured = dl_text_measure_width (measure, DL_TEXT_LABEL, text);

          g_string_append_printf (found, "%s%s", line > 0 ? "|" : "", text);
          if ((whole || line + 1 < n) && rows[i].n > 0)
            g_assert_cmpfloat (lines[line].width, <=, width);
          g_assert_cmpfloat (lines[line].width, >=, measured);
        }
      g_assert_cmpstr (found->str, ==, rows[i].lines);
      g_assert_cmpint (whole, ==, rows[i].whole);
    }
}

/* Nothing is lost or said twice but the spaces between lines, however narrow. */
static void
test_complete (void)
{
  static const char *const pieces[] = { "treaty ", "of ",   "the-", "日本",     "、", "「",
                                        "」",      "방문 ", "x",    "\xc2\xa0", "…" };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      DlTextLine          lines[MAX_LINES];
      gboolean            whole;
      gsize               at = 0;
      int                 n_pieces = g_test_rand_int_range (1, 12);
      guint               n;

      for (int p = 0; p < n_pieces; p++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      n = dl_text_wrap (dl_text_measure_fixed (), DL_TEXT_QUOTE, text->str, g_test_rand_double_range (1, 300), lines,
                        MAX_LINES, &whole);
      for (guint line = 0; line < n; line++)
        {
          for (; at < lines[line].from; at++)
            g_assert_cmpint (text->str[at], ==, ' ');
          at += lines[line].length;
          g_assert_true (g_utf8_validate (text->str + lines[line].from, (gssize) lines[line].length, NULL));
          g_assert_cmpuint (lines[line].length, >, 0);
        }
      for (; at < text->len; at++)
        g_assert_cmpint (text->str[at], ==, ' ');
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/layout/text-wrap/table", test_table);
  g_test_add_func ("/layout/text-wrap/complete", test_complete);
  return g_test_run ();
}
