/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/dl-query.h"
#include "model/dl-text-fold.h"

#include <string.h>

/* What holds for every text and every query, tried on random ones. The seed is
 * printed; give it back with --seed. */

#define ROUNDS 20000

/* Few, so that much is found; with all that folding knows among them. */
static const char *const letters[] = {
  "a",  "A", "á", "ａ",     "e",      "e\u0301", "s",  "ß",      "ﬁ",          "f", "i",  "İ",  "か",
  "が", "ｶ", "ﾞ", "カ",     "\u3099", "한",      "하", "\u11ab", "本",         " ", "\n", "　", "-",
  "–",  "’", "'", "\u00ad", "\u0301", "й",       "и",  "\u0306", "\U0001f600", "κ", "Σ",  "ς",
};

static char *
dup_random (guint max)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint               n = (guint) g_test_rand_int_range (0, (gint32) max);

  for (guint i = 0; i < n; i++)
    g_string_append (text, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Folding a folded text changes nothing, and where each byte came from goes on and on. */
static void
test_fold (void)
{
  g_autoptr (GString) once = g_string_new (NULL);
  g_autoptr (GString) twice = g_string_new (NULL);
  g_autoptr (GArray)  starts = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *text = dup_random (12);

      dl_text_fold (text, strlen (text), once, starts);
      g_assert_true (g_utf8_validate (once->str, (gssize) once->len, NULL));
      dl_text_fold (once->str, once->len, twice, NULL);
      g_assert_cmpstr (once->str, ==, twice->str);
      dl_text_fold (text, strlen (text), twice, NULL);
      g_assert_cmpstr (once->str, ==, twice->str);
      g_assert_cmpuint (starts->len, ==, once->len + 1);
      g_assert_cmpuint (g_array_index (starts, guint32, once->len), ==, strlen (text));
      for (guint i = 1; i < starts->len; i++)
        g_assert_cmpuint (g_array_index (starts, guint32, i - 1), <=, g_array_index (starts, guint32, i));
    }
}

/* What is found are whole characters in order, apart from each other, in each of which a word
 * of the query occurs; there are some just where one occurs in the text. */
static void
test_find (void)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  guint               n_found = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char    *text = dup_random (24);
      g_autofree char    *words = dup_random (6);
      g_autoptr (DlQuery) query = dl_query_new (words);
      g_autoptr (GArray)  ranges = dl_query_find (query, text);
      guint               end = 0;

      g_assert_cmpint (ranges != NULL, ==, dl_query_match (query, text, strlen (text), scratch) != 0);
      for (guint i = 0; ranges != NULL && i < ranges->len; i++)
        {
          DlQueryRange range = g_array_index (ranges, DlQueryRange, i);

          g_assert_cmpuint (range.start, <, range.end);
          g_assert_cmpuint (range.end, <=, strlen (text));
          g_assert_true (i == 0 || range.start > end);
          g_assert_true (g_utf8_validate (text + range.start, range.end - range.start, NULL));
          g_assert_cmphex (dl_query_match (query, text + range.start, range.end - range.start, scratch), !=, 0);
          end = range.end;
          n_found++;
        }
    }
  g_assert_cmpuint (n_found, >, ROUNDS / 20);
}

/* Any piece of a text, between two letters, finds that text. */
static void
test_piece (void)
{
  g_autoptr (GString) scratch = g_string_new (NULL);

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint               n = (guint) g_test_rand_int_range (1, 12);
      guint               from = (guint) g_test_rand_int_range (0, (gint32) n);
      guint               to = (guint) g_test_rand_int_range ((gint32) from, (gint32) n);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) piece = g_string_new ("“");
      g_autoptr (DlQuery) query = NULL;

      for (guint i = 0; i < n; i++)
        {
          /* All but marks, which would belong to what stands before them. */
          const char *letter;

          do
            letter = letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))];
          while (g_unichar_ismark (g_utf8_get_char (letter)) || g_str_equal (letter, "ﾞ") ||
                 g_str_equal (letter, "\u11ab"));
          g_string_append (text, letter);
          if (i >= from && i <= to)
            g_string_append (piece, letter);
        }
      query = dl_query_new (piece->str);
      g_assert_cmphex (dl_query_match (query, text->str, text->len, scratch), ==, dl_query_get_terms (query));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/property/query/fold", test_fold);
  g_test_add_func ("/property/query/find", test_find);
  g_test_add_func ("/property/query/piece", test_piece);
  return g_test_run ();
}
