/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of formats: whose a file is goes by what is in it. */
#include <string.h>

#include "base/dl-error.h"
#include "formats/dl-format.h"

/* Every entry is whole, and its name its own. */
static void
test_table (void)
{
  guint           n;
  const DlFormat *formats = dl_format_get_all (&n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_assert_nonnull (formats[i].name);
      g_assert_nonnull (formats[i].sniff);
      g_assert_nonnull (formats[i].read);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (formats[i].name, !=, formats[j].name);
      /* Nothing is of no format, and no sniff looks beyond the end. */
      g_assert_false (formats[i].sniff ("", 0));
      g_assert_false (formats[i].sniff (" {", 1));
    }
  g_assert_cmpstr (formats[n - 1].name, ==, "dateline");
}

/* Exactly one format takes each of these; what no format takes is refused
 * by Dateline's own, with its place. */
static void
test_sniff (void)
{
  static const struct
  {
    const char *text;
    const char *format;
    DlError     code;
  } rows[] = {
    { "{\"events\":[]}", "dateline", 0 },
    { "\xef\xbb\xbf\r\n\t {\"events\":[]}", "dateline", 0 },
    { "{", "dateline", DL_ERROR_NOT_JSON },
    { "{}", "dateline", DL_ERROR_NOT_A_TIMELINE },
    { "[]", NULL, DL_ERROR_NOT_A_TIMELINE },
    { "", NULL, DL_ERROR_NOT_JSON },
    { "\xef\xbb\xbf", NULL, DL_ERROR_NOT_JSON },
    { "date,title\n2025,{}\n", NULL, DL_ERROR_NOT_JSON },
    { "BEGIN:VCALENDAR\r\n", NULL, DL_ERROR_NOT_JSON },
    { "\x89PNG\r\n\x1a\n", NULL, DL_ERROR_NOT_JSON },
  };
  guint           n;
  const DlFormat *formats = dl_format_get_all (&n);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes)   bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (GError)   error = NULL;
      g_autoptr (DlLoaded) loaded = NULL;
      guint                n_taking = 0;

      for (guint j = 0; j < n; j++)
        if (formats[j].sniff (rows[i].text, strlen (rows[i].text)))
          {
            g_assert_cmpstr (formats[j].name, ==, rows[i].format);
            n_taking++;
          }
      g_assert_cmpuint (n_taking, ==, rows[i].format != NULL ? 1 : 0);
      g_assert_cmpstr (dl_format_find (bytes)->name, ==, rows[i].format != NULL ? rows[i].format : "dateline");
      loaded = dl_format_find (bytes)->read (bytes, "a file", NULL, NULL, NULL, &error);
      if (rows[i].code == 0)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, DL_ERROR, (int) rows[i].code);
      g_assert_true (g_str_has_prefix (error->message, "a file:"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/format/table", test_table);
  g_test_add_func ("/formats/format/sniff", test_sniff);
  return g_test_run ();
}
