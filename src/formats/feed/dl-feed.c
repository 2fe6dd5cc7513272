/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Atom and RSS, which differ in names only: each entry was published at a moment. */
#include "formats/feed/dl-feed.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/dl-link.h"
#include "formats/draft/dl-draft-address.h"
#include "formats/draft/dl-draft-dates.h"
#include "formats/draft/dl-draft-rest.h"
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
  char      *id;   /* which may be a link, too */
  GPtrArray *authors;
  GPtrArray *topics;
  GPtrArray *others; /* of Address: where else it leads to */
  GString   *rest;   /* what has no place, a line each */
} Entry;

/* @title: (nullable) */
typedef struct
{
  gsize at;
  char *address;
  char *title;
} Address;

static void
address_free (gpointer data)
{
  Address *self = data;

  g_free (self->address);
  g_free (self->title);
  g_free (self);
}

static void
entry_init (Entry *entry, gsize at)
{
  *entry = (Entry){ .at = at, .date_at = at };
  entry->authors = g_ptr_array_new_with_free_func (g_free);
  entry->topics = g_ptr_array_new_with_free_func (g_free);
  entry->others = g_ptr_array_new_with_free_func (address_free);
  entry->rest = g_string_new (NULL);
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
  g_free (entry->id);
  g_ptr_array_unref (entry->authors);
  g_ptr_array_unref (entry->topics);
  g_ptr_array_unref (entry->others);
  g_string_free (entry->rest, TRUE);
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

/* Another address than that of the page. */
static void
take_other (Entry *entry, gsize at, const char *address, const char *title)
{
  Address *other;

  if (address == NULL || *address == '\0')
    return;
  other = g_new (Address, 1);
  *other = (Address){ at, g_strdup (address), g_strdup (title) };
  g_ptr_array_add (entry->others, other);
}

/* "<link href='…'/>" or "<link>…</link>"; those to the feed itself and the like are passed over. */
static void
take_link (DlXml *xml, Entry *entry)
{
  static const char *const meant[] = { "enclosure", "via", "related", NULL };
  gsize                    at = xml->at;
  char                    *address = dl_xml_dup_attribute (xml, "href");
  g_autofree char         *relation = dl_xml_dup_attribute (xml, "rel");
  g_autofree char         *title = dl_xml_dup_attribute (xml, "title");
  g_autofree char         *content = dl_xml_dup_content (xml);

  if (address == NULL)
    address = g_strdup (g_strstrip (content));
  if (relation != NULL && dl_draft_is_one_of (relation, meant))
    take_other (entry, at, address, title);
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

/* "<enclosure url='…'/>", "<media:content url='…'>", "<itunes:image href='…'>": what can be listened to or looked at.
 * Returns: whether it is that, and passed over */
static gboolean
take_medium (DlXml *xml, Entry *entry)
{
  gsize            at = xml->at;
  gboolean         is_image = dl_xml_is (xml, "image");
  g_autofree char *address = dl_xml_dup_attribute (xml, is_image ? "href" : "url");

  if (address == NULL || !(is_image || dl_xml_is (xml, "enclosure") || dl_xml_is (xml, "content")))
    return FALSE;
  take_other (entry, at, address, NULL);
  dl_xml_skip (xml);
  return TRUE;
}

/* The texts within the element here, to its end. Returns: (transfer full) */
static char *
dup_texts (DlXml *xml)
{
  GString         *texts = g_string_new (NULL);
  g_autofree char *content = dl_xml_dup_content (xml);
  g_autofree char *words = NULL;
  DlXml            inner;

  if (dl_markup_has_tags (content))
    {
      g_string_free (texts, TRUE);
      return dl_markup_to_line (content);
    }
  dl_xml_init (&inner, content, strlen (content));
  while (dl_xml_next (&inner))
    if (inner.kind == DL_XML_TEXT)
      {
        g_autofree char *text = dl_xml_dup_text (&inner);

        g_string_append_printf (texts, "%s%s", texts->len > 0 ? " " : "", g_strstrip (text));
      }
  words = g_string_free (texts, FALSE);
  return dl_markup_to_line (words);
}

/* What has no place is kept under its name. */
static void
take_rest (DlXml *xml, Entry *entry)
{
  /* Where comments are fed, and how the whole is worked with. */
  static const char *const passed[] = { "guid", "commentRss", "thumbnail", "control", "edited", NULL };
  const char              *colon = memchr (xml->name, ':', xml->name_length);
  gsize                    prefix = colon != NULL ? (gsize) (colon + 1 - xml->name) : 0;
  g_autofree char         *name = g_strndup (xml->name + prefix, xml->name_length - prefix);
  g_autofree char         *text = dup_texts (xml);

  if (!dl_draft_is_one_of (name, passed) && !dl_draft_is_technical (name))
    dl_draft_add_line (entry->rest, name, text);
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
  else if (dl_xml_is (xml, "id") || dl_xml_is (xml, "guid"))
    take (xml, &entry->id);
  else if (take_medium (xml, entry))
    return;
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
    take_rest (xml, entry);
}

/* The page of an entry; @site: (nullable): the one of the feed, in which it may be a path. */
static void
put_link (DlDraft *draft, const Entry *entry, const char *site)
{
  const char *page = entry->link != NULL ? entry->link : entry->path;

  if (page == NULL && entry->id != NULL && dl_link_is_safe (entry->id))
    page = entry->id;
  dl_draft_put_address (draft, entry->at, g_strdup (""), page, site, NULL);
  for (guint i = 0; i < entry->others->len; i++)
    {
      const Address *other = entry->others->pdata[i];

      dl_draft_put_address (draft, other->at, g_strdup (""), other->address, site, other->title);
    }
}

/* What is put of one where there is more: its text, and when it was changed. */
static void
leave_out (DlDraft *draft, const Entry *entry)
{
  if (entry->summary != NULL && entry->content != NULL && strcmp (entry->summary, entry->content) != 0)
    dl_draft_leave_out (draft, entry->at, "content");
  if (entry->date != NULL && entry->updated != NULL && strcmp (entry->date, entry->updated) != 0)
    dl_draft_leave_out (draft, entry->at, "updated");
}

static void
put_entry (DlDraft *draft, const Entry *entry, const Entry *feed)
{
  /* Where an entry names nobody, it is by whom the feed is. */
  const GPtrArray   *authors = entry->authors->len > 0 ? entry->authors : feed->authors;
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
  dl_draft_put_summary (draft, entry->rest->str);
  leave_out (draft, entry);
  for (guint i = 0; i < entry->topics->len; i++)
    dl_draft_put_topic (draft, entry->topics->pdata[i]);
  for (guint i = 0; i < authors->len; i++)
    dl_draft_put_person (draft, authors->pdata[i]);
  put_link (draft, entry, feed->link);
  dl_draft_end_event (draft);
}

/* From the start of an entry to its end. */
static void
read_entry (DlXml *xml, DlDraft *draft, const Entry *feed)
{
  Entry entry;

  entry_init (&entry, xml->at);
  while (dl_xml_next (xml) && !(xml->kind == DL_XML_END && (dl_xml_is (xml, "item") || dl_xml_is (xml, "entry"))))
    if (xml->kind == DL_XML_START)
      read_member (xml, &entry);
  put_entry (draft, &entry, feed);
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

/* One thing that the feed says of itself. */
static void
read_head (DlXml *xml, Entry *head, DlDraft *draft)
{
  static const char *const around[] = { "rss", "feed", "RDF", "channel", NULL };
  /* How the feed is worked with. */
  static const char *const passed[] = { "generator", "guid",  "docs",     "ttl",       "cloud",         "updated",
                                        "language",  "image", "logo",     "pubDate",   "lastBuildDate", "items",
                                        "skipHours", "hub",   "skipDays", "textinput", "date",          NULL };
  const char              *colon = memchr (xml->name, ':', xml->name_length);
  gsize                    prefix = colon != NULL ? (gsize) (colon + 1 - xml->name) : 0;
  g_autofree char         *name = g_strndup (xml->name + prefix, xml->name_length - prefix);

  if (dl_draft_is_one_of (name, around))
    return;
  if (dl_xml_is (xml, "link"))
    take_link (xml, head);
  else if (dl_xml_is (xml, "title"))
    put_head (draft, dl_xml_dup_content (xml), dl_draft_set_title, dl_markup_to_line);
  else if (dl_xml_is (xml, "description") || dl_xml_is (xml, "subtitle"))
    put_head (draft, dl_xml_dup_content (xml), dl_draft_set_description, dl_markup_to_text);
  else if (dl_xml_is (xml, "author") || dl_xml_is (xml, "creator"))
    take_author (xml, head);
  else
    {
      gsize at = xml->at;

      /* A picture of the feed has a title, too. */
      dl_xml_skip (xml);
      if (!dl_draft_is_one_of (name, passed) && !dl_draft_is_technical (name))
        dl_draft_leave_out (draft, at, name);
    }
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  gboolean on = TRUE;
  Entry    head;
  DlXml    xml;

  entry_init (&head, 0);
  dl_xml_init (&xml, input->text, input->length);
  while (on && dl_xml_next (&xml))
    {
      if (xml.kind != DL_XML_START)
        continue;
      if (!dl_xml_is (&xml, "item") && !dl_xml_is (&xml, "entry"))
        read_head (&xml, &head, draft);
      else if ((on = dl_input_go_on (input, error)))
        read_entry (&xml, draft, &head);
    }
  entry_clear (&head);
  return on;
}

const DlFormat dl_format_feed = {
  .nick = "feed",
  .label = N_ ("Atom or RSS"),
  .endings = "atom rss xml",
  .sniff = sniff,
  .read = read_file,
};
