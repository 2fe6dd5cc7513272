/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-terminal.h"

static const struct
{
  const char *text;
  const char *expected;
} cases[] = {
  { "", "" },
  { "Plain, 日本, עברית, e\xcc\x81, \xf0\x9f\x98\x80 \\u001b",
    "Plain, 日本, עברית, e\xcc\x81, \xf0\x9f\x98\x80 \\u001b" },
  /* What a terminal obeys. */
  { "\x1b[31mred\x1b[0m", "\\u001b[31mred\\u001b[0m" },
  { "\x1b]0;title\x07", "\\u001b]0;title\\u0007" },
  { "a\tb\rc\bd\x01", "a\\u0009b\\u000dc\\u0008d\\u0001" },
  { "a\x7f", "a\\u007f" },
  { "\xc2\x80 \xc2\x9b"
    "31m \xc2\x9f \xc2\xa0",
    "\\u0080 \\u009b31m \\u009f \xc2\xa0" },
  /* What turns text around. */
  { "\xd8\x9c \xe2\x80\x8d \xe2\x80\x8e \xe2\x80\x8f \xe2\x80\x90",
    "\\u061c \xe2\x80\x8d \\u200e \\u200f \xe2\x80\x90" },
  { "\xe2\x80\xa9 \xe2\x80\xaa \xe2\x80\xab \xe2\x80\xac \xe2\x80\xad \xe2\x80\xae \xe2\x80\xaf",
    "\xe2\x80\xa9 \\u202a \\u202b \\u202c \\u202d \\u202e \xe2\x80\xaf" },
  { "\xe2\x81\xa5 \xe2\x81\xa6 \xe2\x81\xa7 \xe2\x81\xa8 \xe2\x81\xa9 \xe2\x81\xaa",
    "\xe2\x81\xa5 \\u2066 \\u2067 \\u2068 \\u2069 \xe2\x81\xaa" },
  /* What is no UTF-8: alone, cut off, too long, half of a surrogate pair. */
  { "\xff", "\\xff" },
  { "a\x9b"
    "31m",
    "a\\x9b31m" },
  { "\xe6\x97", "\\xe6\\x97" },
  { "\xc1\x9b", "\\xc1\\x9b" },
  { "\xed\xa0\x80!", "\\xed\\xa0\\x80!" },
  { "\xe2\x80\xe2\x80\xae", "\\xe2\\x80\\u202e" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = dl_terminal_escape (cases[i].text, FALSE);
      g_autofree char *lines = dl_terminal_escape (cases[i].text, TRUE);

      g_assert_cmpstr (line, ==, cases[i].expected);
      g_assert_cmpstr (lines, ==, cases[i].expected);
    }
}

static void
test_lines (void)
{
  g_autofree char *line = dl_terminal_escape ("a\nb\n", FALSE);
  g_autofree char *lines = dl_terminal_escape ("a\nb\n", TRUE);

  g_assert_cmpstr (line, ==, "a\\u000ab\\u000a");
  g_assert_cmpstr (lines, ==, "a\nb\n");
}

/* Whatever comes, nothing that is obeyed goes, and what goes is UTF-8. */
static void
test_random (void)
{
  static const char bytes[] = "a\x1b\x7f\n\xc2\x9b\x80\xe2\x80\xae\x81\xa6\xd8\x9c\xf0\x9f\x98\xed\xa0\xff";

  for (guint round = 0; round < 20000; round++)
    {
      char             text[24] = "";
      g_autofree char *escaped = NULL;
      int              length = g_test_rand_int_range (0, sizeof text);

      for (int i = 0; i < length; i++)
        text[i] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];
      escaped = dl_terminal_escape (text, FALSE);
      g_assert_true (g_utf8_validate (escaped, -1, NULL));
      for (const char *p = escaped; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          g_assert_false (g_unichar_iscntrl (c) || c == 0x61c || (c >= 0x202a && c <= 0x202e) ||
                          (c >= 0x2066 && c <= 0x2069));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/terminal/cases", test_cases);
  g_test_add_func ("/base/terminal/lines", test_lines);
  g_test_add_func ("/base/terminal/random", test_random);
  return g_test_run ();
}
