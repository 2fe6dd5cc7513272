/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text is cut to the room it has, as long as it may be. */
#include "draw/dl-fonts.h"

#include <string.h>

#define LONG_LENGTH 100000u

/* Ten pixels to every character; counts what it is asked for. */
typedef struct
{
  DlTextMeasure parent;
  gsize         n_measured;
} CountingMeasure;

static double
count_width (DlTextMeasure *measure, DlTextStyle style, const char *text)
{
  CountingMeasure *self = (CountingMeasure *) measure;
  glong            length = g_utf8_strlen (text, -1);

  self->n_measured += (gsize) length;
  return 10.0 * (double) length;
}

static double
count_line_height (DlTextMeasure *measure, DlTextStyle style)
{
  return 10;
}

static void
expect (const char *text, double width, const char *expected)
{
  CountingMeasure  measure = { { count_width, count_line_height }, 0 };
  g_autofree char *cut = dl_text_fit (&measure.parent, DL_TEXT_LABEL, text, width);

  g_assert_cmpstr (cut, ==, expected);
}

static void
test_cut (void)
{
  expect ("Treaty", 60, "Treaty");
  expect ("Treaty", 59, "Trea…");
  expect ("Treaty", 20, "T…");
  expect ("Treaty", 19, "…");
  expect ("Treaty", 9, "");
  expect ("", 0, "");
  /* No space before the ellipsis, and no character in two. */
  expect ("War and Peace", 55, "War…");
  expect ("   war", 45, "…");
  expect ("日本の歴史", 45, "日本の…");
  expect ("aéb日c", 35, "aé…");
}

/* Of every length that does not fit whole it is the longest that does. */
static void
test_longest (void)
{
  const char *text = "Über den Frieden von Münster, 日本";
  glong       length = g_utf8_strlen (text, -1);

  for (glong room = 1; room < length; room++)
    {
      glong            kept = room - 1;
      g_autofree char *part = g_utf8_substring (text, 0, kept);
      g_autofree char *expected = g_strconcat (g_strchomp (part), "…", NULL);

      expect (text, (double) room * 10, expected);
    }
}

/* A title of a hundred thousand letters is not measured anew for each of them. */
static void
test_long (void)
{
  CountingMeasure  measure = { { count_width, count_line_height }, 0 };
  g_autofree char *text = g_strnfill (LONG_LENGTH, 'a');
  g_autofree char *cut = dl_text_fit (&measure.parent, DL_TEXT_LABEL, text, 240);

  g_assert_cmpuint (strlen (cut), ==, 23 + strlen ("…"));
  g_assert_cmpuint (measure.n_measured, <, 4 * LONG_LENGTH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-fit/cut", test_cut);
  g_test_add_func ("/text-fit/longest", test_longest);
  g_test_add_func ("/text-fit/long", test_long);
  return g_test_run ();
}
