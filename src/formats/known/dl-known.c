/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/known/dl-known.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/dl-template.h"
#include "formats/known/dl-known-texts.h"

/* How far one looks. */
#define START_BYTES 4096
/* The directory of a ZIP file stands at its end. */
#define END_BYTES 65536
#define HEAD_LINES 200

#define KNOWN(nick, sentence)                                                                                          \
  {                                                                                                                    \
    nick, nick, "", NULL, NULL, sentence                                                                               \
  }

/* By how a file begins; the more special first. */
static const struct
{
  const char *start;
  gsize       length;
  gsize       at;
  const char *word; /* that stands in it, too, in small letters; nullable */
  DlFormat    format;
} starts[] = {
  { "PK\3\4", 4, 0, "xl/workbook",
    KNOWN ("xlsx", N_ ("This is an Excel workbook, which is not read: save its sheet as CSV, and open that.")) },
  { "PK\3\4", 4, 0, "opendocument.spreadsheet",
    KNOWN ("ods",
           N_ ("This is an OpenDocument spreadsheet, which is not read: save its sheet as CSV, and open that.")) },
  { "PK\3\4", 4, 0, "index/document.iwa",
    KNOWN ("iwork",
           N_ ("This is a document of Numbers, Pages or Keynote, which is not read: export its table as CSV, and open "
               "that.")) },
  { "PK\3\4", 4, 0, "word/document",
    KNOWN ("docx",
           N_ ("This is a Word document, which is not read: put its dates into a table, save that as CSV, and open "
               "that.")) },
  { "PK\3\4", 4, 0, "opendocument.",
    KNOWN ("odf",
           N_ ("This is an OpenDocument file, which is not read: put its dates into a table, save that as CSV, and "
               "open that.")) },
  { "PK\3\4", 4, 0, "doc.kml",
    KNOWN ("kmz", N_ ("This is a map (KMZ), which is not read: save it as GeoJSON, and open that.")) },
  { "PK\3\4", 4, 0, NULL,
    KNOWN ("zip", N_ ("This is a ZIP archive: unpack it, and open the timeline that is in it.")) },
  { "%PDF-", 5, 0, NULL,
    KNOWN ("pdf", N_ ("This is a PDF document, in which no dates can be found: open what it was made of.")) },
  { "\x89PNG", 4, 0, NULL, KNOWN ("png", N_ ("This is a picture (PNG): open the timeline that it was made of.")) },
  { "\xff\xd8\xff", 3, 0, NULL,
    KNOWN ("jpeg", N_ ("This is a picture (JPEG): open the timeline that it was made of.")) },
  { "GIF8", 4, 0, NULL, KNOWN ("gif", N_ ("This is a picture (GIF): open the timeline that it was made of.")) },
  { "WEBP", 4, 8, NULL, KNOWN ("webp", N_ ("This is a picture (WebP): open the timeline that it was made of.")) },
  { "SQLite format 3", 16, 0, NULL,
    KNOWN ("sqlite",
           N_ ("This is an SQLite database, which is not read: export the table of events as CSV, and open that.")) },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, 0, "workbook",
    KNOWN ("xls", N_ ("This is an Excel workbook, which is not read: save its sheet as CSV, and open that.")) },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, 0, NULL,
    KNOWN ("ole",
           N_ ("This is a file of Microsoft Project or of an Office of before 2007, which is not read: save its table "
               "as CSV, and open that.")) },
  { "PAR1", 4, 0, NULL,
    KNOWN ("parquet", N_ ("This is a Parquet table, which is not read: save it as CSV, and open that.")) },
  { "BZh", 3, 0, "1ay&sy",
    KNOWN ("bzip2", N_ ("This file is compressed with bzip2: unpack it, and open what is in it.")) },
  { "\xfd"
    "7zXZ",
    5, 0, NULL, KNOWN ("xz", N_ ("This file is compressed with xz: unpack it, and open what is in it.")) },
  { "\x28\xb5\x2f\xfd", 4, 0, NULL,
    KNOWN ("zstd", N_ ("This file is compressed with Zstandard: unpack it, and open what is in it.")) },
  { "7z\xbc\xaf\x27\x1c", 6, 0, NULL,
    KNOWN ("7z", N_ ("This is a 7z archive: unpack it, and open the timeline that is in it.")) },
  { "ustar", 5, 257, NULL,
    KNOWN ("tar", N_ ("This is a tar archive: unpack it, and open the timeline that is in it.")) },
  { "{\\rtf", 5, 0, NULL,
    KNOWN ("rtf",
           N_ ("This is an RTF document, which is not read: put its dates into a table, save that as CSV, and open "
               "that.")) },
  { "0 HEAD", 6, 0, NULL,
    KNOWN ("gedcom",
           N_ ("This is a family tree (GEDCOM), which is not read: export its events as CSV, and open that.")) },
  { "BEGIN:VCARD", 11, 0, NULL,
    KNOWN ("vcard",
           N_ ("These are addresses (vCard), which are not read: for their birthdays, export the calendar as "
               "iCalendar.")) },
  { "From ", 5, 0, "\nFrom:",
    KNOWN ("mbox",
           N_ ("This is a mailbox (mbox), which is not read: make a CSV table of dates and subjects of it, and open "
               "that.")) },
  { "@startgantt", 11, 0, NULL,
    KNOWN ("plantuml",
           N_ ("This is a diagram of PlantUML, which is not read: put its dates into a CSV table, and open that.")) },
  { "@startuml", 9, 0, NULL,
    KNOWN ("plantuml",
           N_ ("This is a diagram of PlantUML, which is not read: put its dates into a CSV table, and open that.")) },
  { "#+", 2, 0, "\n* ",
    KNOWN ("org",
           N_ ("This is an outline of Org, which is not read: export its agenda as iCalendar, and open that.")) },
  { "* ", 2, 0, "scheduled:",
    KNOWN ("org",
           N_ ("This is an outline of Org, which is not read: export its agenda as iCalendar, and open that.")) },
  { "* ", 2, 0, "deadline:",
    KNOWN ("org",
           N_ ("This is an outline of Org, which is not read: export its agenda as iCalendar, and open that.")) },
};

static const DlFormat mermaid =
  KNOWN ("mermaid",
         N_ ("This is a diagram of Mermaid, which is not read: put its dates into a CSV table, and open that."));

/* By the first element of XML. */
static const struct
{
  const char *root;
  const char *word; /* that stands in it, too; nullable */
  DlFormat    format;
} roots[] = {
  { "kml", NULL, KNOWN ("kml", N_ ("This is a map (KML), which is not read: save it as GeoJSON, and open that.")) },
  { "gpx", NULL, KNOWN ("gpx", N_ ("This is a track (GPX), which is not read: save it as GeoJSON, and open that.")) },
  { "opml", NULL,
    KNOWN ("opml",
           N_ ("This is an outline (OPML), which is not read: put its dates into a CSV table, and open that.")) },
  { "svg", NULL, KNOWN ("svg", N_ ("This is a picture (SVG): open the timeline that it was made of.")) },
  { "Project", "schemas.microsoft.com/project",
    KNOWN ("msproject",
           N_ ("This is a plan of Microsoft Project, which is not read: save its table as CSV, and open that.")) },
  { "sparql", "sparql-results",
    KNOWN ("sparqlxml",
           N_ ("These are results of SPARQL as XML, which are not read: ask for JSON or CSV, and open that.")) },
  { "Workbook", "office:spreadsheet",
    KNOWN ("excelxml",
           N_ ("This is an Excel workbook (XML), which is not read: save its sheet as CSV, and open that.")) },
  { "plist", NULL,
    KNOWN ("plist",
           N_ ("This is a property list of macOS, which is not read: export what is in it as CSV or iCalendar.")) },
};

/* Its lists of events are read where they are like other XML; else it is a text with dates in it. */
static const DlFormat tei =
  KNOWN ("tei", N_ ("This is a text in TEI, whose dates are not read: put them into a CSV table, and open that."));

/* Each for who reads it in a window, and for who may type a command. */
static const DlFormat page[] = {
  KNOWN ("html", N_ ("This is a web page, and no events with a title and a date could be found in it.")),
  KNOWN ("html",
         N_ ("This is a web page, and no events with a title and a date could be found in it; “dateline formats” lists "
             "what is read.")),
};
static const DlFormat xml[] = {
  KNOWN ("xml", N_ ("This is XML in which no timeline is known, which would have events with a title and a date.")),
  KNOWN ("xml",
         N_ ("This is XML in which no timeline is known, which would have events with a "
             "title and a date; “dateline formats” lists what is read.")),
};
static const DlFormat text[] = {
  KNOWN ("text", N_ ("This is a text and no timeline, which would have events with a title and a date.")),
  KNOWN ("text",
         N_ ("This is a text and no timeline, which would have events with a title and a "
             "date; “dateline formats” lists what is read.")),
};
static const DlFormat binary[] = {
  KNOWN ("data", N_ ("This is no text, nor anything else that is known.")),
  KNOWN ("data",
         N_ ("This is no text, nor anything else that is known; “dateline formats” lists "
             "what is read.")),
};

/* Whether @word stands near the start or the end. */
static gboolean
has_word (const DlInput *input, const char *word)
{
  DlInput tail = *input;
  gsize   skipped = input->length > END_BYTES ? input->length - END_BYTES : 0;

  if (dl_input_has_early (input, word, START_BYTES))
    return TRUE;
  tail.text += skipped;
  tail.length -= skipped;
  return dl_input_has_early (&tail, word, END_BYTES);
}

/* Behind what comes before the first element: lines of a template, declarations and comments. */
static const char *
find_element (const DlInput *input)
{
  const char *end = input->text + input->length;
  const char *at = dl_template_find_page (input->text, end);

  while (at != NULL && at < end)
    {
      const char *close;

      while (at < end && g_ascii_isspace (*at))
        at++;
      if (end - at < 3 || *at != '<')
        return NULL;
      if (at[1] != '?' && at[1] != '!')
        return at + 1;
      if (at[1] == '!' && at[2] == '-')
        {
          close = g_strstr_len (at, end - at, "-->");
          at = close != NULL ? close + 3 : end;
        }
      else
        {
          close = memchr (at, '>', (gsize) (end - at));
          at = close != NULL ? close + 1 : end;
        }
    }
  return NULL;
}

static gboolean
is_element (const DlInput *input, const char *name)
{
  const char *at = find_element (input);
  const char *end = input->text + input->length;
  const char *start = at;
  gsize       n = strlen (name);

  for (; at != NULL && at < end && (g_ascii_isalnum (*at) || strchr ("_-.:", *at) != NULL) && *at != '\0'; at++)
    if (*at == ':')
      start = at + 1;
  return at != NULL && (gsize) (at - start) == n && g_ascii_strncasecmp (start, name, n) == 0;
}

/* The first line that is neither empty, nor a comment, nor of the settings before it,
 * is the kind of the diagram. */
static gboolean
is_mermaid (const DlInput *input)
{
  g_autofree char *head = input->length > 0 ? g_strndup (input->text, MIN (input->length, START_BYTES)) : g_strdup ("");
  g_auto (GStrv)   lines = g_strsplit (head, "\n", HEAD_LINES);
  gboolean         settings = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (strcmp (line, "---") == 0)
        settings = !settings;
      else if (!settings && *line != '\0' && !g_str_has_prefix (line, "%%") && !g_str_has_prefix (line, "```"))
        return strcmp (line, "gantt") == 0 || strcmp (line, "timeline") == 0;
    }
  return FALSE;
}

const DlFormat *
dl_known_find (const DlInput *input)
{
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (input->length >= starts[i].at + starts[i].length &&
        memcmp (input->text + starts[i].at, starts[i].start, starts[i].length) == 0 &&
        (starts[i].word == NULL || has_word (input, starts[i].word)))
      return &starts[i].format;
  if (dl_input_is_page (input))
    {
      for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
        if (is_element (input, roots[i].root) &&
            (roots[i].word == NULL || dl_input_has_early (input, roots[i].word, START_BYTES)))
          return &roots[i].format;
    }
  else if (is_mermaid (input))
    return &mermaid;
  return NULL;
}

/* Whether it is a web page, or a part that was saved of one. */
static gboolean
is_page (const DlInput *input)
{
  static const char *const names[] = { "html", "head", "body", "table", "div", "ul",   "ol",   "p",
                                       "h1",   "h2",   "span", "main",  "nav", "form", "style" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_element (input, names[i]))
      return TRUE;
  return dl_input_has_early (input, "<html", START_BYTES);
}

const DlFormat *
dl_known_find_kind (const DlInput *input, gboolean commands)
{
  guint which = commands ? 1 : 0;

  if (input->length > 0 && memchr (input->text, '\0', MIN (input->length, START_BYTES)) != NULL)
    return &binary[which];
  if (!dl_input_is_page (input))
    {
      const DlFormat *kind = dl_known_find_text (input);

      return kind != NULL ? kind : &text[which];
    }
  if (is_element (input, "TEI") || is_element (input, "teiCorpus"))
    return &tei;
  return is_page (input) || dl_input_get_first (input) != '<' ? &page[which] : &xml[which];
}
