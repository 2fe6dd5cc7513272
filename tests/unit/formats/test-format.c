/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of formats: whose a file is goes by what is in it. */
#include <string.h>

#include "base/dl-error.h"
#include "formats/dl-formats.h"
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
    /* Events in the shape of Dateline's own that say what it has no word for. */
    { "{\"events\":[{\"date\":\"2025\",\"title\":\"One\",\"description\":\"More\"}]}", "json-rows", 0 },
    { "{\"events\":[{\"date\":\"May 2025\",\"title\":\"One\"}]}", "json-rows", 0 },
    { "{\"events\":[{\"date\":\"May 2025\",\"title\":\"One\",\"summary\":\"More\"}]}", "dateline", 0 },
    { "{\"dateline\":1,\"events\":[{\"date\":\"May 2025\",\"title\":\"One\"}]}", "dateline", 0 },
    { "{\"topics\":[],\"events\":[{\"date\":\"2025\",\"title\":\"One\",\"description\":\"More\"}]}", "dateline", 0 },
    /* Rows. */
    { "[{\"date\":\"2025\",\"title\":\"One\"}]", "json-rows", 0 },
    { "{\"a\":{\"b\":[{\"year\":2025,\"name\":\"One\"}]}}", "json-rows", 0 },
    { "{\"2025\":\"One\",\"2026\":\"Two\"}", "json-rows", 0 },
    { "{\"year\":2025,\"name\":\"One\"}\n{\"year\":2026,\"name\":\"Two\"}\n", "json-lines", 0 },
    { "<table><tr><td>Year<td>What<tr><td>2025<td>One</table>", "html-table", 0 },
    { "Year,What\n2025,One\n", "csv", 0 },
    { "Year\tWhat\n2025\tOne\n", "csv", 0 },
    { "2025-05-01;One\r\n2025-05-02;Two\r\n", "csv", 0 },
    { "<?xml version='1.0'?><feed><entry><title>One</title><updated>2025-05-01T00:00:00Z</updated></entry></feed>",
      "feed", 0 },
    { "<rss><channel><title>x</title></channel></rss>", "feed", DL_ERROR_NOT_A_TIMELINE },
    /* What is none, though it has dates, words or columns. */
    { "{\"2024\":5,\"2025\":6}", NULL, DL_ERROR_NOT_A_TIMELINE },
    { "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null,"
      "\"properties\":{\"name\":\"A place\"}}]}",
      "geojson", DL_ERROR_NOT_A_TIMELINE },
    { "{\"name\":\"x\",\"version\":\"2025.1.0\",\"dependencies\":{\"a\":\"^1.0\"},\"files\":[\"2025\"]}", NULL,
      DL_ERROR_NOT_A_TIMELINE },
    { "[{\"name\":\"a\",\"width\":1900},{\"name\":\"b\",\"width\":2000}]", NULL, DL_ERROR_NOT_A_TIMELINE },
    { "a,b,c\n1900,1950,2000\n1901,1951,2001\n", "csv", DL_ERROR_NOT_A_TIMELINE },
    { "1900,1950,2000\n1901,1951,2001\n", "csv", DL_ERROR_NOT_A_TIMELINE },
    { "# Things\n\nSome words, and more.\n\n* one, two\n* three, four\n", NULL, DL_ERROR_NOT_A_TIMELINE },
    { "First of all, in 1969.\nWords, and more of them.\nAnd none.\n", NULL, DL_ERROR_NOT_A_TIMELINE },
    { "<table><tr><td>Menu<td>Home<tr><td>2025<td>One</table>", NULL, DL_ERROR_NOT_A_TIMELINE },
    { "\x89PNG\r\n\x1a\n", "png", DL_ERROR_NOT_A_TIMELINE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes)   bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (GError)   error = NULL;
      g_autoptr (DlLoaded) loaded = NULL;
      DlInput              input = { rows[i].text, strlen (rows[i].text) };
      const DlFormat      *format = dl_formats_find (&input);

      g_assert_cmpstr (format != NULL ? format->nick : NULL, ==, rows[i].nick);
      dl_input_clear (&input);
      loaded = dl_formats_read (bytes, "a file", NULL, NULL, NULL, &error);
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

/* What looks a little like a format and is not of it is not taken for it. */
static void
test_not_taken (void)
{
  static const struct
  {
    const char *nick;
    const char *text;
  } rows[] = {
    { "vis", "[{\"title\":\"One\",\"start\":\"2020\"}]" },
    { "vis", "{\"items\":[{\"content\":\"One\"}],\"start\":1}" },
    { "vis", "var nodes = new vis.DataSet([{id: 1, label: 'One'}]); var edges = [{from: 1, to: 2}];" },
    { "vis", "<html><script>var a = {start: 5, title: 'no timeline'};</script></html>" },
    { "simile-json", "{\"events\":[{\"title\":\"One\",\"start\":\"2020\"}]}" },
    { "simile-json", "{\"dateTimeFormat\":\"iso8601\"}" },
    { "simile-xml", "<data><row start=\"2020\"/></data>" },
    { "simile-xml", "<events><event start=\"2020\"/></events>" },
    { "simile-xml", "<data><event>no start</event></data>" },
    { "timelineproject", "<timeline name=\"x\"><item/></timeline>" },
    { "timelineproject", "<!DOCTYPE html><html><body>timeline</body></html>" },
    { "schemaorg", "{\"@context\":\"https://schema.org\",\"@type\":\"Person\",\"birthDate\":\"1990\"}" },
    { "schemaorg", "{\"type\":\"ClickEvent\",\"startDate\":\"2020\",\"@type\":\"Log\"}" },
    { "wikidata", "{\"claims\":{\"sub\":[1]}}" },
    { "wikidata", "{\"entities\":[{\"id\":1}]}" },
    { "sparql", "[{\"item\":\"Q1\",\"date\":\"2020\"}]" },
    { "sparql", "{\"results\":[{\"bindings\":[]}]}" },
    { "linkedplaces", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{}}]}" },
    { "geojson", "{\"features\":[{\"name\":\"fast\"},{\"name\":\"small\"}]}" },
    { "geojson", "{\"type\":\"Topology\",\"objects\":{}}" },
    { "periodo", "{\"periods\":[{\"label\":\"Morning\",\"start\":\"08:00\"}]}" },
    { "periodo", "{\"authorities\":[\"A\"]}" },
  };
  guint                  n;
  const DlFormat *const *formats = dl_formats_get_all (&n);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlInput  input = { rows[i].text, strlen (rows[i].text) };
      gboolean met = FALSE;

      for (guint j = 0; j < n; j++)
        if (g_str_equal (formats[j]->nick, rows[i].nick))
          {
            if (formats[j]->sniff (&input))
              g_error ("%s takes %s", rows[i].nick, rows[i].text);
            met = TRUE;
          }
      g_assert_true (met);
      dl_input_clear (&input);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/format/sniff", test_sniff);
  g_test_add_func ("/formats/format/not-taken", test_not_taken);
  return g_test_run ();
}
