/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known and not read is called by its name, and nothing else is called so. */
#include "base/dl-error.h"
#include "formats/dl-formats.h"
#include "formats/dl-loader.h"

#define BYTES(literal) literal, sizeof literal - 1

static const struct
{
  const char *bytes;
  gsize       length;
  const char *said;
} cases[] = {
  { BYTES ("PK\3\4\24\0\0\0\0\0xl/workbook.xml"), "Excel workbook" },
  { BYTES ("PK\3\4\24\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "OpenDocument spreadsheet" },
  { BYTES ("PK\3\4\24\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.text"), "OpenDocument file" },
  { BYTES ("PK\3\4\24\0\0\0\0\0Index/Document.iwa"), "Numbers" },
  { BYTES ("PK\3\4\24\0\0\0\0\0word/document.xml"), "Word document" },
  { BYTES ("PK\3\4\24\0\0\0\0\0doc.kml"), "KMZ" },
  { BYTES ("PK\3\4\24\0\0\0\0\0readme.txt"), "ZIP archive" },
  { BYTES ("%PDF-1.7\n\1\2\xff"), "PDF" },
  { BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "PNG" },
  { BYTES ("\xff\xd8\xff\xe0\0\20JFIF"), "JPEG" },
  { BYTES ("GIF89a\1\0"), "GIF" },
  { BYTES ("RIFF\1\0\0\0WEBPVP8 "), "WebP" },
  { BYTES ("SQLite format 3\0\20\0"), "SQLite" },
  { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0Workbook"), "Excel workbook" },
  { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0"), "Microsoft Project" },
  { BYTES ("PAR1\25\4\25"), "Parquet" },
  { BYTES ("BZh91AY&SY\1\2"), "bzip2" },
  { BYTES ("\xfd"
           "7zXZ\0\0\4"),
    "xz" },
  { BYTES ("\x28\xb5\x2f\xfd\4\0"), "Zstandard" },
  { BYTES ("7z\xbc\xaf\x27\x1c\0\4"), "7z" },
  { BYTES ("{\\rtf1\\ansi Hello}"), "RTF" },
  { BYTES ("0 HEAD\n1 SOUR X\n0 TRLR\n"), "GEDCOM" },
  { BYTES ("BEGIN:VCARD\nVERSION:3.0\nFN:A\nBDAY:1970-01-01\nEND:VCARD\n"), "vCard" },
  { BYTES ("From a@example.org Sat Jan  1 00:00:00 2000\nFrom: a@example.org\nSubject: X\n\nHello\n"), "mbox" },
  { BYTES ("@startgantt\n[A] lasts 10 days\n@endgantt\n"), "PlantUML" },
  { BYTES ("#+TITLE: A\n* TODO B\n"), "Org" },
  { BYTES ("* TODO B\n  SCHEDULED: <2025-01-01 Wed>\n"), "Org" },
  { BYTES ("timeline\n    title A\n    2002 : B\n"), "Mermaid" },
  { BYTES ("---\ntitle: x\n---\n%% remark\ngantt\n  dateFormat YYYY-MM-DD\n"), "Mermaid" },
  { BYTES ("<?xml version=\"1.0\"?>\n<!-- x -->\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"/>"), "KML" },
  { BYTES ("<gpx version=\"1.1\"/>"), "GPX" },
  { BYTES ("<opml version=\"2.0\"/>"), "OPML" },
  { BYTES ("<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\"><head/></sparql>"), "SPARQL" },
  { BYTES ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><p>On <date when=\"1900\"/></p></text></TEI>"), "TEI" },
  { BYTES ("<svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\"/>"), "SVG" },
  { BYTES ("<Project xmlns=\"http://schemas.microsoft.com/project\"/>"), "Microsoft Project" },
  { BYTES ("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"), "Excel" },
  { BYTES ("<plist version=\"1.0\"/>"), "property list" },
  { BYTES ("<things/>"), "XML in which no timeline is known" },
  { BYTES ("<!DOCTYPE html>\n<html><p>Hello</p></html>"), "web page" },
  { BYTES ("<!-- saved -->\n<div class=\"a\"><p>Hello</p></div>"), "web page" },
  { BYTES ("<table><tr><td>Hello</td></tr></table>"), "web page" },
  { BYTES ("---\n---\n<?xml version=\"1.0\"?>\n<opml version=\"2.0\"/>"), "OPML" },
  { BYTES ("{# saved #}\n<gpx version=\"1.1\"/>"), "GPX" },
  { BYTES ("---\ntitle: x\n---\n<div class=\"a\">Hello</div>\n\n# Moon\n\nWords.\n"), "a text and no timeline" },
  { BYTES ("---\ntitle: x\n---\n<html><p>Hello</p></html>"), "web page" },
  { BYTES ("Dear all,\nthis is a letter.\n"), "a text and no timeline" },
  { BYTES ("Dear all,\n- this is a letter,\n- and a list: two things.\n"), "a text and no timeline" },
  { BYTES ("# a script\nimport os\nprint(os.name)\n"), "a text and no timeline" },
  { BYTES (
      "---\n# Moon\n- title: First step\n  date: July 1969\n  tags:\n    - moon\n- title: Last step\n  date: 1972\n"),
    "YAML" },
  { BYTES ("events:\r\n  - year: 1969\r\n    text: >\r\n      A step,\r\n      and another.\r\n"), "YAML" },
  { BYTES ("#+TITLE: Moon\n\nWhat was:\n1. a step\n"), "Org" },
  { BYTES ("# Moon\n\nWhat was:\n\n* **A step**: in 1969\n* **The last**: in 1972\n"), "Markdown" },
  { BYTES ("\1\2\3\0\4\5"), "no text" },
  { BYTES ("[{\"year\": \"129 of the city\", \"title\": \"A\"}, {\"year\": \"131 of the city\", \"title\": \"B\"}]"),
    "such as “129 of the city”" },
  { BYTES ("const EVENTS = [\n  { date: 'day four', title: 'A' },\n  { date: 'day five', title: 'B' }\n];\n"),
    "column “date” could be read, such as “day four”" },
  { BYTES ("id\ttitle\tstart\tend\tdescription\n1\tSparta\t\t1852\tA town\n"), "none of them has dates" },
  { BYTES ("{\"a\": 1}"), "A timeline has events with a title and a date" },
};

/* Returns: how many name a command */
static guint
check_said (gboolean in_window)
{
  guint n_commands = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes)   bytes = g_bytes_new_static (cases[i].bytes, cases[i].length);
      g_autoptr (GError)   error = NULL;
      g_autoptr (DlLoaded) loaded = dl_formats_read_told (bytes, "NAME", in_window, NULL, NULL, NULL, &error);

      g_test_message ("%s", cases[i].said);
      g_assert_null (loaded);
      g_assert_error (error, DL_ERROR, DL_ERROR_NOT_A_TIMELINE);
      g_assert_nonnull (strstr (error->message, cases[i].said));
      g_assert_true (g_str_has_prefix (error->message, "NAME:"));
      g_assert_null (strchr (error->message, '\n'));
      n_commands += strstr (error->message, "dateline ") != NULL;
    }
  return n_commands;
}

static void
test_said (void)
{
  g_assert_cmpuint (check_said (FALSE), ==, 11);
}

static void
test_said_in_windows (void)
{
  g_assert_cmpuint (check_said (TRUE), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/known/said", test_said);
  g_test_add_func ("/formats/known/said-in-windows", test_said_in_windows);
  return g_test_run ();
}
