/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules of recurrence, held to dates that were counted by hand, and times of zones. */
#include "formats/ical/dl-ical-rule.h"
#include "formats/ical/dl-ical-times.h"

static gint64
local (const char *text)
{
  DlIcalTime time;

  g_assert_true (dl_ical_time_parse (text, NULL, NULL, &time));
  return time.local;
}

static const struct
{
  const char *start;
  const char *rule;
  const char *times; /* the first of them */
  guint       n;
  gboolean    bounded;
} rules[] = {
  { "19970902T090000", "FREQ=DAILY;COUNT=10", "19970902T090000 19970903T090000 19970904T090000", 10, FALSE },
  { "19970902", "FREQ=DAILY;UNTIL=19970905", "19970902 19970903 19970904 19970905", 4, FALSE },
  { "19970902", "FREQ=DAILY;INTERVAL=10;COUNT=5", "19970902 19970912 19970922 19971002 19971012", 5, FALSE },
  { "19970902", "FREQ=DAILY", "19970902 19970903", DL_ICAL_MAX_TIMES, TRUE },
  /* Weeks begin on Mondays, or on what WKST says. */
  { "19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "19970805 19970810 19970819 19970824", 4, FALSE },
  { "19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "19970805 19970817 19970819 19970831", 4, FALSE },
  { "19970905", "FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "19970905 19971003 19971107 19971205", 4, FALSE },
  { "19970928", "FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-3", "19970928 19971029 19971128", 3, FALSE },
  /* A month without that day is passed over. */
  { "20070131", "FREQ=MONTHLY;COUNT=4", "20070131 20070331 20070531 20070731", 4, FALSE },
  { "19970929", "FREQ=MONTHLY;COUNT=4;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "19970929 19971030 19971127 19971230", 4,
    FALSE },
  { "19980213", "FREQ=MONTHLY;COUNT=4;BYDAY=FR;BYMONTHDAY=13", "19980213 19980313 19981113 19990813", 4, FALSE },
  { "19970610", "FREQ=YEARLY;COUNT=4;BYMONTH=6,7", "19970610 19970710 19980610 19980710", 4, FALSE },
  { "19970101", "FREQ=YEARLY;COUNT=4;BYYEARDAY=1,-1", "19970101 19971231 19980101 19981231", 4, FALSE },
  { "19970519", "FREQ=YEARLY;COUNT=3;BYDAY=20MO", "19970519 19980518 19990517", 3, FALSE },
  { "19970512", "FREQ=YEARLY;COUNT=3;BYWEEKNO=20;BYDAY=MO", "19970512 19980511 19990517", 3, FALSE },
  { "20000229", "FREQ=YEARLY;COUNT=3", "20000229 20040229 20080229", 3, FALSE },
  { "19961105", "FREQ=YEARLY;INTERVAL=4;COUNT=3;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    "19961105 20001107 20041102", 3, FALSE },
  { "19970902T090000", "FREQ=HOURLY;INTERVAL=3;COUNT=3", "19970902T090000 19970902T120000 19970902T150000", 3, FALSE },
  { "19970902T090000", "FREQ=DAILY;COUNT=3;BYHOUR=9,10", "19970902T090000 19970902T100000 19970903T090000", 3, FALSE },
  /* There is no such day, ever. */
  { "19970101", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5", "19970101", 1, FALSE },
  { "19970101", "FREQ=YEARLY;COUNT=1", "19970101", 1, FALSE },
};

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (DlIcalRule) rule = dl_ical_rule_new (rules[i].rule);
      g_autoptr (GArray)     times = NULL;
      g_auto (GStrv)         expected = g_strsplit (rules[i].times, " ", -1);
      gboolean               bounded;

      g_test_message ("%s", rules[i].rule);
      g_assert_nonnull (rule);
      times = dl_ical_rule_expand (rule, local (rules[i].start), DL_ICAL_MAX_TIMES, &bounded);
      for (guint n = 0; expected[n] != NULL; n++)
        g_assert_cmpint (g_array_index (times, gint64, n), ==, local (expected[n]));
      g_assert_cmpuint (times->len, ==, rules[i].n);
      g_assert_cmpint (bounded, ==, rules[i].bounded);
    }
}

static void
test_no_rules (void)
{
  static const char *const texts[] = { "",
                                       "COUNT=3",
                                       "FREQ=SOMETIMES",
                                       "FREQ=DAILY;INTERVAL=0",
                                       "FREQ=DAILY;BYDAY=XX",
                                       "FREQ=DAILY;BYMONTH=13",
                                       "FREQ=DAILY;UNTIL=tomorrow",
                                       "FREQ=DAILY;UNTIL=20250230",
                                       "FREQ=DAILY;LUNAR=1",
                                       "FREQ" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (dl_ical_rule_new (texts[i]));
}

static void
test_durations (void)
{
  static const struct
  {
    const char *text;
    gint64      seconds; /* -1: none */
  } rows[] = { { "P1D", 86400 }, { "PT1H30M", 5400 }, { "P2W", 1209600 }, { "-PT15M", -900 }, { "P1DT12H", 129600 },
               { "PT20S", 20 },  { "P", -1 },         { "1D", -1 },       { "P1X", -1 },      { "", -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64   seconds = -1;
      gboolean good = dl_ical_parse_duration (rows[i].text, &seconds);

      g_assert_cmpint (good, ==, rows[i].seconds != -1);
      if (good)
        g_assert_cmpint (seconds, ==, rows[i].seconds);
    }
}

static void
test_zones (void)
{
  static const char rules_of_zone[] =
    "TZID:Own\r\nBEGIN:DAYLIGHT\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n"
    "DTSTART:20070311T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\nEND:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nDTSTART:20071104T020000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
  static const struct
  {
    const char *zone;
    const char *local;
    const char *edtf;
  } rows[] = {
    { "Own", "20250309T015959", "2025-03-09T01:59:59-05:00" },
    { "Own", "20250309T030000", "2025-03-09T03:00-04:00" },
    { "Own", "20251102T005959", "2025-11-02T00:59:59-04:00" },
    { "Own", "20251102T030000", "2025-11-02T03:00-05:00" },
    { "Own", "20060101T000000", "2006-01-01T00:00-05:00" },
    { "Asia/Tokyo", "20250101T000000", "2025-01-01T00:00+09:00" },
    { "Eastern Standard Time", "20250701T000000", "2025-07-01T00:00-04:00" },
    /* The clocks skip it. */
    { "Europe/Berlin", "20250330T023000", "2025-03-30T03:00+02:00" },
    { "Nobody", "20250101T000000", "2025-01-01T00:00" },
  };
  g_autoptr (DlIcalZones) zones = dl_ical_zones_new ();
  DlIcalLines             lines = { rules_of_zone, sizeof rules_of_zone - 1, 0 };

  dl_ical_zones_read (zones, &lines);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlIcalTime       time;
      g_autofree char *edtf = NULL;

      g_assert_true (dl_ical_time_parse (rows[i].local, rows[i].zone, zones, &time));
      edtf = dl_ical_time_to_edtf (&time);
      g_assert_cmpstr (edtf, ==, rows[i].edtf);
      if (time.kind == DL_ICAL_ZONED && i < 7)
        g_assert_cmpint (dl_ical_time_from_utc (&time, dl_ical_time_to_utc (&time)), ==, time.local);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/ical/rules", test_rules);
  g_test_add_func ("/formats/ical/no-rules", test_no_rules);
  g_test_add_func ("/formats/ical/durations", test_durations);
  g_test_add_func ("/formats/ical/zones", test_zones);
  return g_test_run ();
}
