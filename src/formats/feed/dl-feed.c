/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Atom and RSS, which differ in names only: each entry was published at a moment. */
#include "formats/feed/dl-feed.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-link.h"
#include "formats/draft/dl-draft-dates.h"
#include "formats/markup/dl-markup.h"
#include "formats/xml/dl-xml.h"

/* What an entry says; all that is in it is its own. */
typedef struct
{
  gsize      at;
  gsize      date_at;
  char      *title;
  char      *date;    /* when it was published */
  char      *updated; /* when it was changed, where nothing else is told */
  char      *summary;
  char      *content;
  char      *link;
  char      *path; /* a link within the site of the feed */
  GPtrArray *authors;
  GPtrArray *topics;
} Entry;

static void
entry_init (Entry *entry, gsize at)
{
  *entry = (Entry){ .at = at, .date_at = at };
  entry->authors = g_ptr_array_new_with_free_func (g_free);
  entry->topics = g_ptr_array_new_with_free_func (g_free);
}

static void
entry_clear (Entry *entry)
{
  g_free (entry->title);
  g_free (entry->date);
  g_free (entry->updated);
  g_free (entry->summary);
  g_free (entry->content);
  g_free (entry->link);
  g_free (entry->path);
  g_ptr_array_unref (entry->authors);
  g_ptr_array_unref (entry->topics);
}

/* The text of the element here, unless it was told before. */
static void
take (DlXml *xml, char **text)
{
  char *content = dl_xml_dup_content (xml);

  if (*text == NULL && *g_strstrip (content) != '\0')
    *text = content;
  else
    g_free (content);
}

/* "<link href='…'/>" or "<link>…</link>"; those to other things than the page are passed over. */
static void
take_link (DlXml *xml, Entry *entry)
{
  char            *address = dl_xml_dup_attribute (xml, "href");
  g_autofree char *relation = dl_xml_dup_attribute (xml, "rel");
  g_autofree char *content = dl_xml_dup_content (xml);

  if (address == NULL)
    address = g_strdup (g_strstrip (content));
  if (relation != NULL && g_ascii_strcasecmp (relation, "alternate") != 0)
    g_free (address);
  else if (entry->link == NULL && dl_link_is_safe (address))
    entry->link = address;
  else if (entry->path == NULL && *address != '\0' && strstr (address, "://") == NULL)
    entry->path = address;
  else
    g_free (address);
}

static void
take_topic (DlXml *xml, Entry *entry)
{
  g_autofree char *term = dl_xml_dup_attribute (xml, "label");
  g_autofree char *content = NULL;

  if (term == NULL)
    term = dl_xml_dup_attribute (xml, "term");
  content = dl_xml_dup_content (xml);
  g_ptr_array_add (entry->topics, dl_markup_to_line (term != NULL ? term : content));
}

/* "<author><name>…</name></author>", or the name alone. */
static void
take_author (DlXml *xml, Entry *entry)
{
  g_autofree char *content = dl_xml_dup_content (xml);
  DlXml            inner;

  dl_xml_init (&inner, content, strlen (content));
  while (dl_xml_next (&inner))
    if (inner.kind == DL_XML_START && dl_xml_is (&inner, "name"))
      {
        g_ptr_array_add (entry->authors, dl_xml_dup_content (&inner));
        return;
      }
  g_ptr_array_add (entry->authors, dl_markup_to_line (content));
}

/* One member of an entry, from its start to its end. */
static void
read_member (DlXml *xml, Entry *entry)
{
  gsize at = xml->at;

  if (dl_xml_is (xml, "title"))
    take (xml, &entry->title);
  else if (dl_xml_is (xml, "pubDate") || dl_xml_is (xml, "published") || dl_xml_is (xml, "date") ||
           dl_xml_is (xml, "issued"))
    {
      entry->date_at = at;
      take (xml, &entry->date);
    }
  else if (dl_xml_is (xml, "updated") || dl_xml_is (xml, "modified"))
    take (xml, &entry->updated);
  else if (dl_xml_is (xml, "description") || dl_xml_is (xml, "summary"))
    take (xml, &entry->summary);
  else if (dl_xml_is (xml, "content") || dl_xml_is (xml, "encoded"))
    take (xml, &entry->content);
  else if (dl_xml_is (xml, "link"))
    take_link (xml, entry);
  else if (dl_xml_is (xml, "category") || dl_xml_is (xml, "subject"))
    take_topic (xml, entry);
  else if (dl_xml_is (xml, "author") || dl_xml_is (xml, "creator"))
    take_author (xml, entry);
  else
    dl_xml_skip (xml);
}

/* The page of an entry; @site: (nullable): the one of the feed, in which it may be a path. */
static void
put_link (DlDraft *draft, const Entry *entry, const char *site)
{
  g_autofree char *whole = entry->link == NULL && entry->path != NULL && site != NULL
                             ? g_uri_resolve_relative (site, entry->path, G_URI_FLAGS_NONE, NULL)
                             : NULL;

  if (entry->link != NULL)
    dl_draft_put_source (draft, &(DlSource){ .url = entry->link });
  else if (dl_link_is_safe (whole))
    dl_draft_put_source (draft, &(DlSource){ .url = whole });
  else if (entry->path != NULL)
    dl_draft_tell_path (draft, entry->at, g_strdup (""), entry->path);
}

static void
put_entry (DlDraft *draft, const Entry *entry, const char *site)
{
  const char        *date = entry->date != NULL ? entry->date : entry->updated;
  DlDraftDates       dates = { date, NULL, entry->date_at, 0, FALSE, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char   *title = dl_markup_to_line (entry->title);
  /* The whole where there is no summary of it. */
  g_autofree char *text = dl_markup_to_text (entry->summary != NULL ? entry->summary : entry->content);

  dl_draft_begin_event (draft, entry->at);
  dl_draft_put_title (draft, title);
  if (date != NULL && !dl_draft_put_dates (draft, &dates, &error))
    {
      dl_draft_tell_no_date (draft, entry->date_at, g_strdup (""), g_steal_pointer (&error));
      return;
    }
  dl_draft_put_summary (draft, text);
  for (guint i = 0; i < entry->topics->len; i++)
    dl_draft_put_topic (draft, entry->topics->pdata[i]);
  for (guint i = 0; i < entry->authors->len; i++)
    dl_draft_put_person (draft, entry->authors->pdata[i]);
  put_link (draft, entry, site);
  dl_draft_end_event (draft);
}

/* From the start of an entry to its end. */
static void
read_entry (DlXml *xml, DlDraft *draft, const char *site)
{
  Entry entry;

  entry_init (&entry, xml->at);
  while (dl_xml_next (xml) && !(xml->kind == DL_XML_END && (dl_xml_is (xml, "item") || dl_xml_is (xml, "entry"))))
    if (xml->kind == DL_XML_START)
      read_member (xml, &entry);
  put_entry (draft, &entry, site);
  entry_clear (&entry);
}

static gboolean
sniff (DlInput *input)
{
  DlXml xml;

  if (dl_input_get_first (input) != '<')
    return FALSE;
  dl_xml_init (&xml, input->text, MIN (input->length, DL_XML_SNIFFED));
  while (dl_xml_next (&xml))
    if (xml.kind == DL_XML_START)
      return dl_xml_is (&xml, "rss") || dl_xml_is (&xml, "feed") ||
             (dl_xml_is (&xml, "RDF") && dl_input_has_early (input, "purl.org/rss/", DL_XML_SNIFFED));
  return FALSE;
}

static void
put_head (DlDraft *draft, char *markup, void (*put) (DlDraft *, const char *), char *(*clean) (const char *) )
{
  g_autofree char *text = clean (markup);

  put (draft, text);
  g_free (markup);
}

/* The address of the site that a link in the head of the feed tells. Takes @site, which stays where there is none.
 * Returns: (transfer full) (nullable) */
static char *
take_site (DlXml *xml, char *site)
{
  Entry head;

  entry_init (&head, xml->at);
  take_link (xml, &head);
  if (site == NULL)
    site = g_steal_pointer (&head.link);
  entry_clear (&head);
  return site;
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  g_autofree char *site = NULL;
  DlXml            xml;

  dl_xml_init (&xml, input->text, input->length);
  while (dl_xml_next (&xml))
    {
      if (xml.kind != DL_XML_START)
        continue;
      if (dl_xml_is (&xml, "item") || dl_xml_is (&xml, "entry"))
        {
          if (!dl_input_go_on (input, error))
            return FALSE;
          read_entry (&xml, draft, site);
        }
      else if (dl_xml_is (&xml, "link"))
        site = take_site (&xml, g_steal_pointer (&site));
      else if (dl_xml_is (&xml, "title"))
        put_head (draft, dl_xml_dup_content (&xml), dl_draft_set_title, dl_markup_to_line);
      else if (dl_xml_is (&xml, "description") || dl_xml_is (&xml, "subtitle"))
        put_head (draft, dl_xml_dup_content (&xml), dl_draft_set_description, dl_markup_to_text);
      else if (!dl_xml_is (&xml, "rss") && !dl_xml_is (&xml, "feed") && !dl_xml_is (&xml, "RDF") &&
               !dl_xml_is (&xml, "channel"))
        /* A picture of the feed has a title, too. */
        dl_xml_skip (&xml);
    }
  return TRUE;
}

const DlFormat dl_format_feed = {
  .nick = "feed",
  .label = N_ ("Atom or RSS"),
  .endings = "atom rss xml",
  .sniff = sniff,
  .read = read_file,
};
