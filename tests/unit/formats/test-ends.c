/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ends that are not known, or not there, which all formats tell by the same words. */
#include <string.h>

#include "formats/dl-loader.h"

/* A file of one event besides others, with ^ for its start and # for its end. */
typedef struct
{
  const char *name;
  const char *format;
  const char *text;
} Case;

static const Case cases[] = {
  { "csv", "Table (CSV, TSV)", "Start,End,Title\n^,#,Here it is\n1901,1903,Another event\n1902,1904,And one more\n" },
  { "rows", "JSON with rows of events",
    "[{\"start\":\"^\",\"end\":\"#\",\"title\":\"Here it "
    "is\"},{\"start\":\"1901\",\"end\":\"1903\",\"title\":\"Another "
    "event\"}]" },
  { "lines", "JSON lines",
    "{\"start\":\"^\",\"end\":\"#\",\"title\":\"Here it "
    "is\"}\n{\"start\":\"1901\",\"end\":\"1903\",\"title\":\"Another "
    "event\"}\n" },
  { "vis", "vis-timeline", "[{\"content\":\"Here it is\",\"start\":\"^\",\"end\":\"#\"}]" },
  { "simile", "SIMILE Timeline",
    "{\"dateTimeFormat\":\"iso8601\",\"events\":[{\"start\":\"^\",\"end\":\"#\",\"title\":\"Here it is\"}]}" },
  { "simile-xml", "SIMILE Timeline",
    "<data><event start=\"^\" end=\"#\" isDuration=\"true\" title=\"Here it is\">x</event></data>" },
  { "simile-bounds", "SIMILE Timeline",
    "{\"dateTimeFormat\":\"iso8601\",\"events\":[{\"start\":\"^\",\"latestStart\":\"^\",\"end\":\"#\",\"title\":\"Here "
    "it is\"}]}" },
  { "project", "The Timeline Project",
    "<timeline><version>2.0</version><timetype>gregoriantime</timetype><events><event><start>^</start><end>#</end>"
    "<text>Here it is</text></event></events></timeline>" },
  { "timelinejs3", "TimelineJS 3",
    "{\"events\":[{\"start_date\":{\"year\":\"^\"},\"end_date\":{\"year\":\"#\"},\"text\":{\"headline\":\"Here it "
    "is\"}}]}" },
  { "timelinejs3-texts", "TimelineJS 3",
    "{\"events\":[{\"start_date\":\"^\",\"end_date\":\"#\",\"text\":{\"headline\":\"Here it is\"}}]}" },
  { "timelinejs2", "TimelineJS 2",
    "{\"timeline\":{\"date\":[{\"startDate\":\"^\",\"endDate\":\"#\",\"headline\":\"Here it is\"}]}}" },
  { "geojson", "GeoJSON",
    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"start\":"
    "\"^\",\"end\":\"#\",\"title\":\"Here it is\"}},{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"start\":"
    "\"1901\",\"end\":\"1903\",\"title\":\"Another event\"}}]}" },
  { "places", "Linked Places",
    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"title\":\"Here it is\"},"
    "\"when\":{\"timespans\":[{\"start\":{\"in\":\"^\"},\"end\":{\"in\":\"#\"}}]}}]}" },
  { "periodo", "PeriodO",
    "{\"periods\":{\"a\":{\"id\":\"a\",\"label\":\"Here it is\",\"start\":{\"in\":{\"year\":\"^\"}},\"stop\":{\"in\":"
    "{\"year\":\"#\"}}}}}" },
  { "schemaorg", "Events of schema.org",
    "{\"@context\":\"https://schema.org\",\"@type\":\"Event\",\"name\":\"Here it is\",\"startDate\":\"^\",\"endDate\":"
    "\"#\"}" },
};

static const char *const unknowns[] = { "unknown",     "?",         "(unknown)", "Date unknown", "not known",
                                        "end unknown", "unbekannt", "不明",      "不詳",         "日付不明",
                                        "？",          "미상",      "불명",      "未知",         "날짜 미상" };

static const char *const nones[] = { "n/a", "N/A", "-", "—", "none", "n.d.", "tbd", "未定", "없음" };

/* The EDTF of the event that is in question. Returns: (transfer full) */
static char *
read_date (const Case *one, const char *start, const char *end, guint *n_problems)
{
  g_auto (GStrv)       at_start = g_strsplit (one->text, "^", -1);
  g_autofree char     *with_start = g_strjoinv (start, at_start);
  g_auto (GStrv)       at_end = g_strsplit (with_start, "#", -1);
  g_autofree char     *text = NULL;
  g_autoptr (GBytes)   bytes = NULL;
  g_autoptr (GError)   error = NULL;
  g_autoptr (DlLoaded) loaded = NULL;
  const char          *own;
  const char          *date;

  text = g_strjoinv (end, at_end);
  bytes = g_bytes_new (text, strlen (text));
  loaded = dl_load_bytes (bytes, "a file", NULL, &error);
  if (loaded == NULL)
    return g_strdup (error->message);
  g_assert_cmpstr (loaded->format, ==, one->format);
  *n_problems = 0;
  for (guint i = 0; i < loaded->problems->len; i++)
    *n_problems += ((DlProblem *) loaded->problems->pdata[i])->note ? 0 : 1;
  own = g_bytes_get_data (dl_load_get_own_text (loaded, NULL), NULL);
  own = strstr (own, "Here it is");
  date = own != NULL ? strstr (own, "\"date\": \"") : NULL;
  if (date == NULL)
    return g_strdup ("lost");
  date += strlen ("\"date\": \"");
  return g_strndup (date, strcspn (date, "\""));
}

static void
check (const Case *one, const char *start, const char *end, const char *expected)
{
  guint            n_problems = 0;
  g_autofree char *date = read_date (one, start, end, &n_problems);

  if (strcmp (date, expected) != 0)
    g_test_fail_printf ("“%s” – “%s”: %s is not %s", start, end, date, expected);
  if (n_problems > 0)
    g_test_fail_printf ("“%s” – “%s” is told", start, end);
}

static void
check_lost (const Case *one, const char *start, const char *end)
{
  guint            n_problems = 0;
  g_autofree char *date = read_date (one, start, end, &n_problems);

  /* Of a file of one event that is the error, with its reason. */
  if (strcmp (date, "lost") != 0 && strstr (date, "the date is not known") == NULL &&
      strstr (date, "there is no date") == NULL && strstr (date, "could not be read") == NULL)
    g_test_fail_printf ("%s: “%s” – “%s”: %s", one->name, start, end, date);
}

static void
test_ends (gconstpointer data)
{
  const Case *one = data;

  for (guint i = 0; i < G_N_ELEMENTS (unknowns); i++)
    check (one, "1848", unknowns[i], "1848/");
  for (guint i = 0; i < G_N_ELEMENTS (nones); i++)
    check (one, "1848", nones[i], "1848");
  check (one, "1848", "", "1848");
  /* Of what began nobody knows when, the end is something. */
  check (one, "unknown", "1848", "/1848");
  check (one, "不明", "1848", "/1848");
}

/* A moment has no end, known or not. */
static void
test_moments (void)
{
  static const Case moment = { "moment", "SIMILE Timeline",
                               "<data><event start=\"^\" end=\"#\" title=\"Here it is\">x</event></data>" };

  check (&moment, "1848", "unknown", "1848");
  check (&moment, "1848", "n/a", "1848");
  check (&moment, "1848", "1850", "[1848..1850]");
}

/* An end that is no part of what it ends, and a week, are read as such beside a start that nobody knows. */
static void
test_unknown_starts (void)
{
  static const Case excluded = { "excluded", "vis-timeline",
                                 "[{\"content\":\"Here it is\",\"start\":\"^\",\"end\":\"#\"}]" };

  check (&excluded, "unknown", "2014-04-19", "/2014-04-18");
  check (&cases[0], "unknown", "2025-W43", "/2025-10-26");
  check (&cases[0], "unknown", "late 19th century", "/188X~");
  check (&cases[0], "unknown", "1848–49", "/1848~");
  /* Of these nothing is left. */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      check_lost (&cases[i], "unknown", "unknown");
      check_lost (&cases[i], "unknown", "n/a");
    }
  check_lost (&cases[0], "unknown", "present");
  check_lost (&cases[0], "unknown", "soon");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/formats/ends/%s", cases[i].name);

      g_test_add_data_func (name, &cases[i], test_ends);
    }
  g_test_add_func ("/formats/ends/moments", test_moments);
  g_test_add_func ("/formats/ends/unknown-starts", test_unknown_starts);
  return g_test_run ();
}
