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
#include "formats/draft/dl-draft-medium.h"
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
  char      *link_title;
  char      *path; /* a link within the site of the feed */
  char      *id;   /* which may be a link, too */
  GPtrArray *authors;
  GPtrArray *topics;
  GPtrArray *others;    /* of Address: where else it leads to */
  char      *thumbnail; /* of a medium, for where there is no other */
  gboolean   has_medium;
  GPtrArray *more; /* of Words: texts that it may have otherwise, too */
  GString   *rest; /* what has no place, a line each */
} Entry;

/* @title: (nullable) */
typedef struct
{
  gsize at;
  char *address;
  char *title;
} Address;

/* @name: what it is, such as "title" */
typedef struct
{
  char *name;
  char *text;
} Words;

static void
words_free (gpointer data)
{
  Words *self = data;

  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

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
  entry->more = g_ptr_array_new_with_free_func (words_free);
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
  g_free (entry->link_title);
  g_free (entry->path);
  g_free (entry->id);
  g_free (entry->thumbnail);
  g_ptr_array_unref (entry->authors);
  g_ptr_array_unref (entry->topics);
  g_ptr_array_unref (entry->others);
  g_ptr_array_unref (entry->more);
  g_string_free (entry->rest, TRUE);
}

/* The name of the element here without its prefix. Returns: (transfer full) */
static char *
dup_name (const DlXml *xml)
{
  const char *colon = memchr (xml->name, ':', xml->name_length);
  gsize       prefix = colon != NULL ? (gsize) (colon + 1 - xml->name) : 0;

  return g_strndup (xml->name + prefix, xml->name_length - prefix);
}

static gboolean
has_prefix (const DlXml *xml, const char *prefix)
{
  gsize n = strlen (prefix);

  return xml->name_length > n && xml->name[n] == ':' && g_ascii_strncasecmp (xml->name, prefix, n) == 0;
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

/* The same of words; what is told once more, or only of a medium, may be other words. */
static void
take_words (DlXml *xml, Entry *entry, char **text)
{
  gboolean other = *text != NULL || has_prefix (xml, "media") || has_prefix (xml, "itunes");
  char    *name = dup_name (xml);
  char    *words = NULL;

  take (xml, other ? &words : text);
  if (words == NULL)
    g_free (name);
  else
    {
      Words *more = g_new (Words, 1);

      *more = (Words){ name, words };
      g_ptr_array_add (entry->more, more);
    }
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
    {
      entry->link = address;
      entry->link_title = g_steal_pointer (&title);
    }
  else if (entry->path == NULL && *address != '\0' && strstr (address, "://") == NULL)
    entry->path = address;
  else
    {
      /* The page in another language or form. */
      take_other (entry, at, address, title);
      g_free (address);
    }
}

static void
take_topic (DlXml *xml, Entry *entry)
{
  g_autofree char *term = dl_xml_dup_attribute (xml, "label");
  g_autofree char *content = NULL;

  if (term == NULL)
    term = dl_xml_dup_attribute (xml, "term");
  if (term == NULL)
    term = dl_xml_dup_attribute (xml, "text");
  content = dl_xml_dup_content (xml);
  g_ptr_array_add (entry->topics, dl_markup_to_line (term != NULL ? term : content));
}

/* "<author><name>…</name></author>", or the name alone. */
static void
take_author (DlXml *xml, Entry *entry)
{
  static const char *const kept[] = { "uri", "url", "email", NULL };
  g_autofree char         *content = dl_xml_dup_content (xml);
  gboolean                 named = FALSE;
  DlXml                    inner;

  dl_xml_init (&inner, content, strlen (content));
  while (dl_xml_next (&inner))
    {
      g_autofree char *name = inner.kind == DL_XML_START ? dup_name (&inner) : NULL;

      if (name != NULL && !named && g_ascii_strcasecmp (name, "name") == 0)
        {
          g_ptr_array_add (entry->authors, dl_xml_dup_content (&inner));
          named = TRUE;
        }
      else if (name != NULL && dl_draft_is_one_of (name, kept))
        {
          g_autofree char *line = dl_xml_dup_content (&inner);
          g_autofree char *whole = g_strconcat ("author.", name, NULL);

          dl_draft_add_line (entry->rest, whole, g_strstrip (line));
        }
    }
  if (!named)
    g_ptr_array_add (entry->authors, dl_markup_to_line (content));
}

/* "<enclosure url='…'/>", "<media:content url='…'>", "<itunes:image href='…'>": what can be listened to or looked at.
 * What is said of it within is taken as if it stood beside it.
 * Returns: whether it is that, and its start is passed over */
static gboolean
take_medium (DlXml *xml, Entry *entry)
{
  static const char *const groups[] = { "group", "community", NULL };
  static const char *const media[] = { "content", "player", "thumbnail", "image", "enclosure", NULL };
  g_autofree char         *name = dup_name (xml);
  g_autofree char         *address = NULL;

  if (has_prefix (xml, "media") && dl_draft_is_one_of (name, groups))
    return TRUE;
  if (!dl_draft_is_one_of (name, media))
    return FALSE;
  address = dl_xml_dup_attribute (xml, dl_xml_is (xml, "image") ? "href" : "url");
  /* Its size in other dots is no other picture. */
  if (dl_xml_is (xml, "thumbnail") && address != NULL && entry->thumbnail == NULL)
    entry->thumbnail = g_steal_pointer (&address);
  else if (!dl_xml_is (xml, "thumbnail"))
    {
      entry->has_medium = entry->has_medium || address != NULL;
      take_other (entry, xml->at, address, NULL);
    }
  return address != NULL || has_prefix (xml, "media") || dl_xml_is (xml, "thumbnail");
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

/* What the attributes of an element say: where it leads to, and all else where it has no text. */
static void
take_attributes (const DlXml *xml, const char *name, const char *text, Entry *entry)
{
  static const char *const links[] = { "url", "href", "resource", NULL };
  DlXmlAttribute           attribute;

  dl_xml_attribute_init (&attribute, xml);
  while (dl_xml_attribute_next (&attribute))
    {
      g_autofree char *own = g_strndup (attribute.name, attribute.name_length);
      g_autofree char *whole = g_strconcat (name, ".", own, NULL);
      g_autofree char *value = dl_xml_attribute_dup_value (&attribute);

      if (g_str_has_prefix (own, "xml") || dl_draft_is_technical (own) || value == NULL)
        continue;
      if (dl_draft_is_one_of (own, links))
        take_other (entry, attribute.at, value, text);
      else if (*text == '\0')
        dl_draft_add_line (entry->rest, whole, value);
    }
}

/* What has no place is kept under its name. */
static void
take_rest (DlXml *xml, Entry *entry)
{
  /* Where comments are fed, and how the whole is worked with. */
  static const char *const passed[] = { "guid", "commentRss", "thumbnail", "control", "edited", NULL };
  g_autofree char         *name = dup_name (xml);
  DlXml                    start = *xml;
  g_autofree char         *text = dup_texts (xml);

  if (dl_draft_is_one_of (name, passed) || dl_draft_is_technical (name))
    return;
  dl_draft_add_line (entry->rest, name, text);
  take_attributes (&start, name, text, entry);
}

/* One member of an entry, from its start to its end. */
static void
read_member (DlXml *xml, Entry *entry)
{
  gsize at = xml->at;

  if (dl_xml_is (xml, "title"))
    take_words (xml, entry, &entry->title);
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
    take_words (xml, entry, &entry->summary);
  else if (dl_xml_is (xml, "content") || dl_xml_is (xml, "encoded"))
    {
      g_autofree char *elsewhere = dl_xml_dup_attribute (xml, "src");

      take_other (entry, at, elsewhere, NULL);
      take (xml, &entry->content);
    }
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
  const char *title = NULL;

  if (page == NULL && entry->id != NULL && dl_link_is_safe (entry->id))
    page = entry->id;
  /* A link often has the title of the page once more. */
  if (entry->link_title != NULL && g_strcmp0 (entry->link_title, dl_draft_get_title (draft)) != 0)
    title = entry->link_title;
  dl_draft_put_address (draft, entry->at, g_strdup (""), page, site, title);
  if (page != entry->path)
    dl_draft_put_address (draft, entry->at, g_strdup (""), entry->path, site, NULL);
  for (guint i = 0; i < entry->others->len; i++)
    {
      const Address *other = entry->others->pdata[i];

      dl_draft_put_address (draft, other->at, g_strdup (""), other->address, site, other->title);
    }
  if (!entry->has_medium)
    dl_draft_put_address (draft, entry->at, g_strdup (""), entry->thumbnail, site, NULL);
}

/* Texts that stand in for those that are not told; they are lines of their own where they say something else. */
static void
settle_words (Entry *entry)
{
  g_autofree char *title = dl_markup_to_line (entry->title);
  g_autofree char *summary = dl_markup_to_line (entry->summary);

  for (guint i = 0; i < entry->more->len; i++)
    {
      Words           *words = entry->more->pdata[i];
      gboolean         is_title = g_ascii_strcasecmp (words->name, "title") == 0;
      char           **own = is_title ? &entry->title : &entry->summary;
      char           **own_line = is_title ? &title : &summary;
      g_autofree char *line = dl_markup_to_line (words->text);

      if (*own == NULL)
        {
          *own = g_steal_pointer (&words->text);
          g_free (*own_line);
          *own_line = g_steal_pointer (&line);
        }
      else if (strcmp (*own_line, line) != 0)
        dl_draft_add_line (entry->rest, words->name, line);
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
  const char      *shown = entry->summary != NULL ? entry->summary : entry->content;
  g_autofree char *text = dl_markup_to_text (shown);

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
  dl_draft_put_shown (draft, entry->at, shown, feed->link, FALSE);
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
  settle_words (&entry);
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
  g_autofree char         *name = dup_name (xml);

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
