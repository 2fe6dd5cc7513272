/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text of a file in a sentence of ours. */
#include "base/dl-isolate.h"

/* With the mark before it. */
#define FSI "\xe2\x80\x8e\xe2\x81\xa8"
#define INNER_FSI "\xe2\x81\xa8"
#define LRI "\xe2\x81\xa6"
#define RLO "\xe2\x80\xae"
#define PDI "\xe2\x81\xa9"

static void
test_table (void)
{
  static const struct
  {
    const char *text, *isolated;
  } cases[] = {
    { "", "" },
    { "Cairo, 6 October", "Cairo, 6 October" },
    /* Neither accents nor other scripts turn anything around. */
    { "高市早苗 — Łódź, Ελλάδα, Москва, हिन्दी", "高市早苗 — Łódź, Ελλάδα, Москва, हिन्दी" },
    { "القاهرة", FSI "القاهرة" PDI },
    { "Summit (קהיר) 6", FSI "Summit (קהיר) 6" PDI },
    { "\xf0\x9e\xa4\xa2", FSI "\xf0\x9e\xa4\xa2" PDI }, /* Adlam */
    { "\xef\xba\x8d", FSI "\xef\xba\x8d" PDI },         /* a presentation form */
    { "a\xe2\x80\x8f!", FSI "a\xe2\x80\x8f!" PDI },     /* RIGHT-TO-LEFT MARK */
    /* An override ends with what it is in; isolates are as many as are begun. */
    { RLO "abc", FSI RLO "abc" PDI },
    { LRI "abc", FSI LRI "abc" PDI PDI },
    { LRI "a" INNER_FSI "b" PDI, FSI LRI "a" INNER_FSI "b" PDI PDI PDI },
    { "abc" PDI "def", FSI "abcdef" PDI },
    { PDI LRI "a" PDI PDI, FSI LRI "a" PDI PDI },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *isolated = dl_isolate (cases[i].text);

      g_assert_cmpstr (isolated, ==, cases[i].isolated);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/isolate/table", test_table);
  return g_test_run ();
}
