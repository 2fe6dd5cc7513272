/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Four bounds, and numbers that count from 1970, as EDTF. */
#include <string.h>

#include "base/dl-error.h"
#include "formats/draft/dl-draft-bounds.h"
#include "formats/draft/dl-draft-literal.h"

static void
test_bounds (void)
{
  static const struct
  {
    DlDraftBounds bounds;
    const char   *edtf;
    gboolean      noted;
  } rows[] = {
    { { "1850", "1850" }, "1850", FALSE },
    { { "1850", "1860" }, "[1850..1860]", FALSE },
    { { "1850-05-02", "1850-06" }, "[1850-05-02..1850-06]", FALSE },
    { { "1850", NULL }, "[1850..]", FALSE },
    { { NULL, "1850" }, "[..1850]", FALSE },
    { { "1850-05-02T10:00Z", "1850-05-02T12:00Z" }, "1850-05-02", TRUE },
    { { "1850", "1850", "1900", "1900" }, "1850/1900", FALSE },
    { { "1850", "1850", "1850", "1850" }, "1850", FALSE },
    { { "1850", "1860", "1900", "1910" }, "1850~/1910~", TRUE },
    { { "1850", "1850", NULL, "1910" }, "1850/1910~", TRUE },
    { { NULL, "1860", "1900", "1900" }, "1860~/1900", TRUE },
    { { NULL, NULL, NULL, "1910" }, "/1910", FALSE },
    { { "", "1850", "n.d.", NULL }, "[..1850]", FALSE },
    { { "1850", "1850", "unknown", "unknown" }, "1850/", FALSE },
    { { "1848", "1850", "?", NULL }, "1849~/", TRUE },
    { { "1850", NULL, "不明", NULL }, "[1850..]", TRUE },
    { { "1850", "1850", NULL, "n/a" }, "1850", FALSE },
    { { "unknown", "unknown", "1910", "1910" }, "/1910", FALSE },
    { { "unknown", NULL, "unknown", NULL }, NULL, FALSE },
    { { "-114999", "-114999", "-9999", "-9999" }, "Y-114999/-9999", FALSE },
    { { NULL }, NULL, FALSE },
    { { "1850", "long ago" }, NULL, FALSE },
  };
  static const DlDateWordsContext context = { .bare_years = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlDraftBounds      bounds = rows[i].bounds;
      g_autoptr (GError) error = NULL;
      g_autofree char   *note = NULL;
      g_autofree char   *edtf = NULL;

      bounds.context = &context;
      edtf = dl_draft_dup_bounds (&bounds, &note, &error);
      g_assert_cmpstr (edtf, ==, rows[i].edtf);
      g_assert_cmpint (note != NULL, ==, rows[i].noted);
      if (edtf == NULL)
        g_assert_error (error, DL_ERROR, DL_ERROR_INVALID_DATE);
      else
        g_assert_no_error (error);
    }
}

static void
test_epoch (void)
{
  static const struct
  {
    const char *text; /* start and end */
    DlEpoch     epoch;
    const char *from;
    const char *to;
  } rows[] = {
    { "[1764238518059, null]", DL_EPOCH_ANY, "2025-11-27T10:15:18.059Z", NULL },
    { "[1764238518, null]", DL_EPOCH_ANY, "2025-11-27T10:15:18Z", NULL },
    { "[1764201600000, 1764288000000]", DL_EPOCH_MILLISECONDS, "2025-11-27", "2025-11-28" },
    { "[1764201600000, 1764238518000]", DL_EPOCH_MILLISECONDS, "2025-11-27T00:00:00Z", "2025-11-27T10:15:18Z" },
    { "[-100000000, null]", DL_EPOCH_MILLISECONDS, "1969-12-30T20:13:20Z", NULL },
    { "[-62135596800001, 253402300800000]", DL_EPOCH_MILLISECONDS, "-62135596800001", "253402300800000" },
    { "[-62135596800000, 253402300799000]", DL_EPOCH_MILLISECONDS, "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z" },
    { "[-1, 1999]", DL_EPOCH_MILLISECONDS, "-1", "1999" },
    { "[1764238518059, 5]", DL_EPOCH_NONE, "1764238518059", "5" },
    { "[\"1764238518059\", \"1999\"]", DL_EPOCH_ANY, "2025-11-27T10:15:18.059Z", "1999" },
    { "[{\"$date\": 1764201600000}, {\"@value\": \"2026\"}]", DL_EPOCH_ANY, "2025-11-27", "2026" },
    { "[{\"a\": 1}, 1e300]", DL_EPOCH_ANY, "{\"a\": 1}", "1e300" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlLiteral        pair = { rows[i].text, strlen (rows[i].text), 0, DL_LITERAL_LIST };
      DlLiteral        start;
      DlLiteral        end;
      DlLiteralIter    iter;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      dl_literal_iter_init (&iter, &pair);
      dl_literal_iter_next (&iter, NULL, &start);
      dl_literal_iter_next (&iter, NULL, &end);
      dl_literal_dup_dates (&start, &end, rows[i].epoch, &from, &to);
      g_assert_cmpstr (from, ==, rows[i].from);
      g_assert_cmpstr (to, ==, rows[i].to);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/bounds/bounds", test_bounds);
  g_test_add_func ("/formats/bounds/epoch", test_epoch);
  return g_test_run ();
}
