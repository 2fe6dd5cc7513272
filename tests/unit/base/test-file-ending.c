/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/dl-file-ending.h"

static const char *const of_pictures[] = { ".png", ".svg", ".pdf", NULL };
static const char *const of_timelines[] = { ".dateline.json", ".json", NULL };

static const struct
{
  const char        *name;
  const char        *usual;
  const char *const *endings;
  const char        *expected;
} cases[] = {
  { "map.png", ".png", of_pictures, "map.png" },
  { "map", ".png", of_pictures, "map" },
  { "map.png.png", ".png", of_pictures, "map.png" },
  { "Map.PNG.png", ".png", of_pictures, "Map.PNG" },
  { "map.svg.png", ".png", of_pictures, "map.svg" },
  { "map.png.svg", ".png", of_pictures, "map.png.svg" },
  { "map.v2.png", ".png", of_pictures, "map.v2.png" },
  { ".png.png", ".png", of_pictures, ".png.png" },
  { "mapng.png", ".png", of_pictures, "mapng.png" },
  { "wars.dateline.json", ".dateline.json", of_timelines, "wars.dateline.json" },
  { "wars.json", ".dateline.json", of_timelines, "wars.json" },
  { "wars.dateline.json.dateline.json", ".dateline.json", of_timelines, "wars.dateline.json" },
  { "wars.dateline.json.json", ".dateline.json", of_timelines, "wars.dateline.json" },
  { "wars.json.dateline.json", ".dateline.json", of_timelines, "wars.json" },
  { "wars.json.json", ".dateline.json", of_timelines, "wars.json" },
  { "1789.1799.dateline.json", ".dateline.json", of_timelines, "1789.1799.dateline.json" },
  { "", ".dateline.json", of_timelines, "" },
};

static void
test_mend (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = dl_file_ending_mend (cases[i].name, cases[i].usual, cases[i].endings);

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

static void
test_strip (void)
{
  static const char *const rows[][2] = {
    { "map.csv", "map" },
    { "map.dateline.json", "map" },
    { "map.dateline.json.gz", "map" },
    { "Map.JSON", "Map" },
    { "map.timeline", "map" },
    { "map", "map" },
    { "Plan v. 2", "Plan v. 2" },
    { "1789.1799", "1789.1799" },
    { "St. Petersburg", "St. Petersburg" },
    { "地図.ics", "地図" },
    { ".csv", ".csv" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *stem = dl_file_ending_strip (rows[i][0]);

      g_assert_cmpstr (stem, ==, rows[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/file-ending/mend", test_mend);
  g_test_add_func ("/base/file-ending/strip", test_strip);
  return g_test_run ();
}
