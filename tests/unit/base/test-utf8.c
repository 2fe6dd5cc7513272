/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * That what is quick says the same as what it is quicker than. */
#include "base/dl-utf8.h"

#define N_TEXTS 20000
#define MAX_LENGTH 200

static const char *const pieces[] = {
  "a",
  "\x7f",
  "\x01",
  "é",
  "日本",
  "😀",
  "\xf4\x8f\xbf\xbf",
  "\xc3",
  "\x80",
  "\xff",
  "\xed\xa0",
  "\xe3\x81",
  "\xc0\x80",
  "\xf0\x9f\x98",
  "plain words ",
  "twenty-nine letters and more ",
  "\xef\xbb",
  "\xc2\xa0",
  "\xe2\x80",
  "\n",
  "\xf4\x90\x80",
  "\xc1",
};

static void
assert_alike (const char *text, gsize length)
{
  const char *expected_end;
  const char *end;
  gboolean    expected = g_utf8_validate_len (text, length, &expected_end);

  g_assert_cmpint (dl_utf8_validate (text, length, &end), ==, expected);
  g_assert_cmpuint ((gsize) (end - text), ==, (gsize) (expected_end - text));
  g_assert_cmpint (dl_utf8_validate (text, length, NULL), ==, expected);
}

static void
test_random (void)
{
  guint n_valid = 0;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gsize               length = (gsize) g_test_rand_int_range (0, MAX_LENGTH);
      /* Half of the texts have nothing wrong in them, but for where they are cut. */
      gboolean good = g_test_rand_bit ();

      while (text->len < length)
        {
          const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];

          if (!good || g_utf8_validate (piece, -1, NULL))
            g_string_append (text, piece);
        }
      assert_alike (text->str, length);
      n_valid += g_utf8_validate_len (text->str, length, NULL) ? 1 : 0;
      if (length > 0)
        {
          text->str[g_test_rand_int_range (0, (gint32) length)] = '\0';
          assert_alike (text->str, length);
        }
    }
  g_assert_cmpuint (n_valid, >, N_TEXTS / 10);
  g_assert_cmpuint (n_valid, <, N_TEXTS / 10 * 9);
}

static void
test_empty (void)
{
  assert_alike ("", 0);
  assert_alike ("", 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/utf8/random", test_random);
  g_test_add_func ("/base/utf8/empty", test_empty);
  return g_test_run ();
}
