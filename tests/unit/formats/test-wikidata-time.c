/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times of Wikidata as EDTF. */
#include "formats/wikidata/dl-wikidata-time.h"

static void
test_entity (void)
{
  static const struct
  {
    const char *time;
    int         precision;
    gboolean    julian;
    const char *edtf;
  } rows[] = {
    { "+1952-03-11T00:00:00Z", 11, FALSE, "1952-03-11" },
    { "+1952-03-00T00:00:00Z", 10, FALSE, "1952-03" },
    { "+1952-03-00T00:00:00Z", 11, FALSE, "1952-03" },
    { "+1952-00-00T00:00:00Z", 9, FALSE, "1952" },
    { "+1952-01-01T00:00:00Z", 9, FALSE, "1952" },
    { "+1952-00-00T00:00:00Z", -1, FALSE, "1952" },
    { "+1952-00-00T00:00:00Z", 8, FALSE, "195X" },
    { "+0007-00-00T00:00:00Z", 9, FALSE, "0007" },
    { "+1900-00-00T00:00:00Z", 7, FALSE, "18XX" },
    { "+1901-00-00T00:00:00Z", 7, FALSE, "19XX" },
    { "+2000-00-00T00:00:00Z", 6, FALSE, "1XXX" },
    { "-13798000000-00-00T00:00:00Z", 0, FALSE, "Y-13798000000S2" },
    { "-66000000-00-00T00:00:00Z", 3, FALSE, "Y-66000000S2" },
    { "-10000-00-00T00:00:00Z", 5, FALSE, "Y-10000S1" },
    { "+1969-07-20T20:17:40Z", 14, FALSE, "1969-07-20T20:17:40" },
    { "+1969-07-20T20:17:00Z", 13, FALSE, "1969-07-20T20:17" },
    /* There is no year 0. */
    { "-0044-03-15T00:00:00Z", 11, FALSE, "-0043-03-15" },
    { "-0001-00-00T00:00:00Z", 9, FALSE, "0000" },
    { "-0500-00-00T00:00:00Z", 7, FALSE, "-04XX" },
    /* Days of the Julian calendar. */
    { "+1582-10-04T00:00:00Z", 11, TRUE, "1582-10-14" },
    { "+1582-10-05T00:00:00Z", 11, TRUE, "1582-10-15" },
    { "+1900-02-29T00:00:00Z", 11, TRUE, "1900-03-13" },
    { "+0300-02-29T00:00:00Z", 11, TRUE, "0300-03-01" },
    { "-0044-03-15T00:00:00Z", 11, TRUE, "-0043-03-13" },
    { "-4713-01-01T00:00:00Z", 11, TRUE, "-4713-11-24" },
    { "+1582-10-00T00:00:00Z", 10, TRUE, "1582-10" },
    /* What is none. */
    { "", 11, FALSE, NULL },
    { "soon", 11, FALSE, NULL },
    { "+1952-13-01T00:00:00Z", 11, FALSE, NULL },
    { "+1951-02-29T00:00:00Z", 11, FALSE, NULL },
    { "+99999999999999999999-00-00T00:00:00Z", 9, FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *edtf = dl_wikidata_time_to_edtf (rows[i].time, rows[i].precision, rows[i].julian);

      g_assert_cmpstr (edtf, ==, rows[i].edtf);
    }
}

static void
test_iso (void)
{
  static const struct
  {
    const char *text;
    const char *edtf;
    gboolean    coarse;
  } rows[] = {
    { "2013-01-01T00:00:00Z", "2013-01-01", TRUE },
    { "2013-01-01", "2013-01-01", FALSE },
    { "2013-05-01T00:00:00Z", "2013-05-01", FALSE },
    { "2013-05-01T00:00:00.000Z", "2013-05-01", FALSE },
    { "1969-07-20T20:17:40Z", "1969-07-20T20:17:40Z", FALSE },
    { "-0043-03-15T00:00:00Z", "-0043-03-15", FALSE },
    { "-13798000000-01-01T00:00:00Z", "Y-13798000000", FALSE },
    { "1855", "1855", FALSE },
    { "http://www.wikidata.org/.well-known/genid/1", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean         coarse;
      g_autofree char *edtf = dl_wikidata_iso_to_edtf (rows[i].text, &coarse);

      g_assert_cmpstr (edtf, ==, rows[i].edtf);
      g_assert_cmpint (coarse, ==, rows[i].coarse);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/wikidata-time/entity", test_entity);
  g_test_add_func ("/formats/wikidata-time/iso", test_iso);
  return g_test_run ();
}
