/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SIMILE Timeline as XML. What is said of an event is in its element, as escaped HTML. */
#include <glib/gi18n.h>

#include "formats/draft/dl-draft-dates.h"
#include "formats/draft/dl-draft-rest.h"
#include "formats/markup/dl-markup.h"
#include "formats/simile/dl-simile-event.h"
#include "formats/simile/dl-simile.h"
#include "formats/xml/dl-xml.h"

/* An element of data whose first element is an event with a start. */
static gboolean
sniff (DlInput *input)
{
  DlXml xml;

  if (dl_input_get_first (input) != '<')
    return FALSE;
  dl_xml_init (&xml, input->text, MIN (input->length, DL_XML_SNIFFED));
  while (dl_xml_next (&xml) && xml.kind != DL_XML_START)
    ;
  if (!dl_xml_is (&xml, "data"))
    return FALSE;
  while (dl_xml_next (&xml))
    if (xml.kind == DL_XML_START)
      {
        g_autofree char *start = NULL;

        if (!dl_xml_is (&xml, "event"))
          return FALSE;
        start = dl_xml_dup_attribute (&xml, "start");
        return start != NULL;
      }
  return FALSE;
}

static gboolean
says (const char *value, const char *word)
{
  return value != NULL && g_ascii_strcasecmp (value, word) == 0;
}

/* Unlike in JSON an event is a moment if nothing is said. */
static gboolean
is_instant (const DlXml *xml)
{
  g_autofree char *is_duration = dl_xml_dup_attribute (xml, "isDuration");
  g_autofree char *duration_event = dl_xml_dup_attribute (xml, "durationEvent");

  return !says (is_duration, "true") && !says (duration_event, "true");
}

static char *
dup_trimmed (const DlXml *xml, const char *name)
{
  char *value = dl_xml_dup_attribute (xml, name);

  return value != NULL ? g_strstrip (value) : NULL;
}

static gboolean
get_number (const char *text, double *number)
{
  char *end;

  if (text == NULL || !g_ascii_isdigit (*text))
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0';
}

/* Whether its numbers count back, as those of its extension for geology do: what is to
 * be told is in the page that shows the file, but no end is before its start. */
static gboolean
counts_back (DlInput *input)
{
  DlXml xml;
  guint n = 0;

  dl_xml_init (&xml, input->text, input->length);
  while (dl_xml_next (&xml))
    {
      g_autofree char *start = NULL;
      g_autofree char *end = NULL;
      double           from;
      double           to;

      if (xml.kind != DL_XML_START || !dl_xml_is (&xml, "event"))
        continue;
      start = dup_trimmed (&xml, "start");
      end = dup_trimmed (&xml, "end");
      if (start == NULL)
        continue;
      if (!get_number (start, &from))
        return FALSE;
      if (end == NULL || *end == '\0')
        continue;
      if (!get_number (end, &to) || to > from)
        return FALSE;
      n += to < from ? 1 : 0;
    }
  /* One alone is a mistake. */
  return n > 1;
}

static void
count_back (char **text)
{
  char *told = *text;

  if (told == NULL || *told == '\0')
    return;
  *text = g_strconcat (told, " Ma", NULL);
  g_free (told);
}

/* What is said beside all that has a place. Returns: (transfer full) */
static char *
dup_rest (const DlXml *xml)
{
  static const char *const read[] = { "start", "latestStart", "earliestEnd", "end",        "title",         "link",
                                      "image", "eventID",     "category",    "isDuration", "durationEvent", NULL };
  GString                 *lines = g_string_new (NULL);
  DlXmlAttribute           attribute;

  dl_xml_attribute_init (&attribute, xml);
  while (dl_xml_attribute_next (&attribute))
    {
      g_autofree char *name = g_strndup (attribute.name, attribute.name_length);
      g_autofree char *value = dl_xml_attribute_dup_value (&attribute);
      g_autofree char *line = NULL;

      if (g_str_has_prefix (name, "xml") || dl_draft_is_one_of (name, read) ||
          dl_draft_is_one_of (name, dl_simile_looks) || dl_draft_is_technical (name))
        continue;
      line = dl_markup_to_line (value);
      dl_draft_add_line (lines, name, line);
    }
  return g_string_free (lines, FALSE);
}

/* On to the end of the event. */
static void
read_event (DlXml *xml, const DlSimileWiki *wiki, guint nth, gboolean back, DlDraft *draft)
{
  g_auto (DlSimileEvent) event = { xml->at, xml->at };
  g_autoptr (GError)     error = NULL;

  event.start = dup_trimmed (xml, "start");
  event.latest_start = dup_trimmed (xml, "latestStart");
  event.earliest_end = dup_trimmed (xml, "earliestEnd");
  event.end = dup_trimmed (xml, "end");
  if (back)
    {
      count_back (&event.start);
      count_back (&event.latest_start);
      count_back (&event.earliest_end);
      count_back (&event.end);
    }
  event.title = dup_trimmed (xml, "title");
  event.link = dup_trimmed (xml, "link");
  event.image = dup_trimmed (xml, "image");
  event.id = dup_trimmed (xml, "eventID");
  event.topic = dup_trimmed (xml, "category");
  event.is_instant = is_instant (xml);
  event.rest = dup_rest (xml);
  event.description = dl_xml_dup_content (xml);
  if (!dl_simile_event_put (&event, wiki, draft, &error))
    dl_draft_tell_no_date (draft, event.at, g_strdup_printf ("/data/event[%u]", nth), g_steal_pointer (&error));
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  g_auto (DlSimileWiki) wiki = { NULL };
  DlXml                 xml;
  gboolean              closed = FALSE;
  gboolean              back = counts_back (input);
  guint                 n = 0;

  dl_xml_init (&xml, input->text, input->length);
  while (dl_xml_next (&xml))
    {
      if (xml.kind == DL_XML_END && dl_xml_is (&xml, "data"))
        closed = TRUE;
      if (xml.kind != DL_XML_START)
        continue;
      if (dl_xml_is (&xml, "data") && wiki.url == NULL)
        {
          wiki.url = dup_trimmed (&xml, "wiki-url");
          wiki.section = dl_xml_dup_attribute (&xml, "wiki-section");
        }
      else if (dl_xml_is (&xml, "event"))
        {
          n++;
          if (!dl_input_go_on (input, error))
            return FALSE;
          if (back && n == 1)
            dl_draft_tell_note (draft, xml.at, g_strdup ("/data/event[1]"),
                                g_strdup (_ ("The dates count back and are read as millions of years ago.")));
          read_event (&xml, &wiki, n, back, draft);
        }
      else if (!dl_xml_is (&xml, "data"))
        {
          g_autofree char *name = g_strndup (xml.name, xml.name_length);

          dl_draft_leave_out (draft, xml.at, name);
        }
    }
  if (!closed)
    dl_draft_tell (draft, input->length, g_strdup (""),
                   g_strdup (_ ("The file is cut off here; what comes before is read.")));
  return TRUE;
}

const DlFormat dl_format_simile_xml = {
  .nick = "simile-xml",
  .label = N_ ("SIMILE Timeline"),
  .endings = "xml",
  .sniff = sniff,
  .read = read_file,
};
