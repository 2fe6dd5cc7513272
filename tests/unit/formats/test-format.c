/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of formats: whose a file is goes by what is in it. */
#include <string.h>

#include "base/dl-error.h"
#include "formats/dl-format.h"
#include "formats/dl-reader.h"

/* Whose each of these is, by a look at its beginning; what is nobody's is
 * refused by Dateline's own, with its place. */
static void
test_sniff (void)
{
  static const struct
  {
    const char *text;
    const char *nick; /* of its format */
    DlError     code;
  } rows[] = {
    { "{\"events\":[]}", "dateline", 0 },
    { "\xef\xbb\xbf\r\n\t {\"events\":[]}", "dateline", 0 },
    { "{\"dateline\":1}", "dateline", DL_ERROR_NOT_A_TIMELINE },
    { "{\"x\":[1,{}],\"events\":[{\"date\":\"2025\",\"title\":\"One\"},", "dateline", DL_ERROR_NOT_JSON },
    { "{", NULL, DL_ERROR_NOT_JSON },
    { "{}", NULL, DL_ERROR_NOT_A_TIMELINE },
    { "[]", NULL, DL_ERROR_NOT_A_TIMELINE },
    { "", NULL, DL_ERROR_NOT_JSON },
    { "\xef\xbb\xbf", NULL, DL_ERROR_NOT_JSON },
    { "\x89PNG\r\n\x1a\n", "png", DL_ERROR_NOT_A_TIMELINE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes)   bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (GError)   error = NULL;
      g_autoptr (DlLoaded) loaded = NULL;
      DlInput              input = { rows[i].text, strlen (rows[i].text) };
      const DlFormat      *format = dl_format_find (&input);

      g_assert_cmpstr (format != NULL ? format->nick : NULL, ==, rows[i].nick);
      dl_input_clear (&input);
      loaded = dl_format_read (bytes, "a file", NULL, NULL, NULL, &error);
      if (rows[i].code == 0)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, DL_ERROR, (int) rows[i].code);
      g_assert_true (g_str_has_prefix (error->message, "a file:"));
    }
  /* No look goes beyond the end. */
  g_assert_false (dl_reader_sniff (" {", 1));
  g_assert_false (dl_reader_sniff ("\xef\xbb\xbf{", 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/format/sniff", test_sniff);
  return g_test_run ();
}
