/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events in the elements of a web page: `itemtype` says what an element is about, `itemprop` what it
 * tells of that. The page need not be well formed: what is not closed ends with what it stands in. */
#include "formats/schemaorg/dl-microdata.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/draft/dl-draft-address.h"
#include "formats/draft/dl-draft-dates.h"
#include "formats/draft/dl-draft-medium.h"
#include "formats/draft/dl-draft-rest.h"
#include "formats/markup/dl-markup.h"
#include "formats/schemaorg/dl-schemaorg-words.h"
#include "formats/xml/dl-xml.h"

/* Elements within each other; deeper ones belong to that in which they stand. */
#define MAX_OPEN 256
/* Items within each other whose properties are told apart. */
#define MAX_TOLD_DEPTH 3
/* Bytes of one text. */
#define MAX_PROPERTY_BYTES 65536

typedef struct _Item Item;

/* What is told of an item. */
typedef struct
{
  char *name;
  char *text; /* as an attribute has it, or what stands in the element; NULL beside an item */
  Item *item; /* (nullable) */
  gsize at;
} Property;

struct _Item
{
  char   *type; /* the last word of it */
  gsize   at;
  gsize   start; /* of what stands in it */
  gsize   end;
  GArray *properties; /* of Property */
};

typedef struct
{
  const char *name;
  gsize       length;
  Item       *item;     /* that this element begins; nullable */
  Item       *scope;    /* that what stands in it is told of; nullable */
  GArray     *told;     /* where its text is a property: whose; nullable */
  guint       property; /* and which is the first of them */
  guint       n_properties;
  gsize       start;
} Element;

/* A page that is gone through. */
typedef struct
{
  DlXml      xml;
  GArray    *open;  /* of Element */
  GPtrArray *items; /* of Item: all, in their order */
} Page;

static void
property_clear (gpointer data)
{
  Property *self = data;

  g_free (self->name);
  g_free (self->text);
}

static void
item_free (gpointer data)
{
  Item *self = data;

  g_free (self->type);
  g_array_unref (self->properties);
  g_free (self);
}

static void
page_clear (Page *self)
{
  g_array_unref (self->open);
  g_ptr_array_unref (self->items);
}

static gboolean
is_named (const Element *element, const char *name, gsize length)
{
  return element->length == length && g_ascii_strncasecmp (element->name, name, length) == 0;
}

static gboolean
is_one_of (const DlXml *xml, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (dl_xml_is (xml, names[i]))
      return TRUE;
  return FALSE;
}

/* What has no end. */
static gboolean
is_void (const DlXml *xml)
{
  static const char *const names[] = { "area", "base",  "br",    "col",    "embed", "hr",  "img", "link",
                                       "meta", "input", "param", "source", "track", "wbr", NULL };

  return is_one_of (xml, names);
}

/* Whether the next of these ends it. */
static gboolean
is_ended_by_next (const DlXml *xml)
{
  static const char *const names[] = { "li", "p", "td", "th", "tr", "dt", "dd", "option", NULL };

  return is_one_of (xml, names);
}

/* Markup between two places. */
static char *
dup_between (const DlXml *xml, gsize start, gsize end)
{
  return g_utf8_make_valid (xml->text + start, (gssize) MIN (end > start ? end - start : 0, MAX_PROPERTY_BYTES));
}

/* Ends the last of the open elements at @end. */
static void
close_last (Page *self, gsize end)
{
  Element *last = &g_array_index (self->open, Element, self->open->len - 1);

  if (last->item != NULL)
    last->item->end = end;
  for (guint i = 0; last->told != NULL && i < last->n_properties; i++)
    g_array_index (last->told, Property, last->property + i).text = dup_between (&self->xml, last->start, end);
  g_array_set_size (self->open, self->open->len - 1);
}

static void
close_element (Page *self)
{
  guint depth = self->open->len;

  while (depth > 0 &&
         !is_named (&g_array_index (self->open, Element, depth - 1), self->xml.name, self->xml.name_length))
    depth--;
  /* An end of what never began ends nothing. */
  while (depth > 0 && self->open->len >= depth)
    close_last (self, self->xml.at);
}

/* What an attribute says in place of a text. Returns: (transfer full) (nullable) */
static char *
dup_attribute_value (const DlXml *xml, const char *name)
{
  static const char *const said[] = { "content", "datetime", NULL };
  static const char *const links[] = { "href", "src", NULL };
  static const char *const addresses[] = { "url", "sameAs", "eventStatus", NULL };

  for (guint i = 0; said[i] != NULL; i++)
    {
      char *value = dl_xml_dup_attribute (xml, said[i]);

      if (value != NULL)
        return value;
    }
  /* Of "<a itemprop=name href=…>" the words are meant. */
  for (guint i = 0; (g_strv_contains (addresses, name) || is_void (xml)) && links[i] != NULL; i++)
    {
      char *value = dl_xml_dup_attribute (xml, links[i]);

      if (value != NULL)
        return value;
    }
  return NULL;
}

static Item *
add_item (Page *self)
{
  Item            *item = g_new0 (Item, 1);
  g_autofree char *types = dl_xml_dup_attribute (&self->xml, "itemtype");

  item->at = self->xml.at;
  item->start = item->end = self->xml.end;
  item->type = g_strdup (types != NULL ? dl_schemaorg_get_word (g_strstrip (types)) : "");
  item->properties = g_array_new (FALSE, TRUE, sizeof (Property));
  g_array_set_clear_func (item->properties, property_clear);
  g_ptr_array_add (self->items, item);
  return item;
}

static void
open_element (Page *self)
{
  DlXml           *xml = &self->xml;
  guint            depth = self->open->len;
  Element         *above = depth > 0 ? &g_array_index (self->open, Element, depth - 1) : NULL;
  Element          element = { .name = xml->name, .length = xml->name_length, .start = xml->end };
  g_autofree char *names = NULL;
  g_auto (GStrv)   split = NULL;

  if (above != NULL && is_named (above, xml->name, xml->name_length) && is_ended_by_next (xml))
    {
      close_last (self, xml->at);
      depth--;
      above = depth > 0 ? &g_array_index (self->open, Element, depth - 1) : NULL;
    }
  element.scope = above != NULL ? above->scope : NULL;
  names = element.scope != NULL ? dl_xml_dup_attribute (xml, "itemprop") : NULL;
  split = g_strsplit_set (names != NULL ? names : "", " \t\r\n", -1);
  if (dl_xml_has_attribute (xml, "itemscope") || dl_xml_has_attribute (xml, "itemtype"))
    element.item = add_item (self);
  for (guint i = 0; split[i] != NULL; i++)
    {
      Property property = { g_strdup (split[i]), NULL, element.item, xml->at };

      if (*split[i] == '\0')
        {
          g_free (property.name);
          continue;
        }
      if (element.item == NULL)
        property.text = dup_attribute_value (xml, split[i]);
      if (element.item == NULL && property.text == NULL && !is_void (xml) && depth < MAX_OPEN)
        {
          element.property = element.told == NULL ? element.scope->properties->len : element.property;
          element.told = element.scope->properties;
          element.n_properties = element.scope->properties->len + 1 - element.property;
        }
      g_array_append_val (element.scope->properties, property);
    }
  if (element.item != NULL)
    element.scope = element.item;
  if (!is_void (xml) && depth < MAX_OPEN)
    g_array_append_val (self->open, element);
}

/* The items of a page. */
static void
page_init (Page *self, const DlInput *input)
{
  static const char *const skipped[] = { "script", "style", "template", "noscript", NULL };

  dl_xml_init (&self->xml, input->text, input->length);
  self->open = g_array_new (FALSE, TRUE, sizeof (Element));
  self->items = g_ptr_array_new_with_free_func (item_free);
  while (dl_xml_next (&self->xml))
    if (self->xml.kind == DL_XML_END)
      close_element (self);
    else if (self->xml.kind == DL_XML_START && is_one_of (&self->xml, skipped))
      dl_xml_skip (&self->xml);
    else if (self->xml.kind == DL_XML_START)
      open_element (self);
  while (self->open->len > 0)
    close_last (self, input->length);
}

/* The first of these that tells something. */
static const Property *
find_property (const Item *item, const char *name)
{
  for (guint i = 0; i < item->properties->len; i++)
    {
      const Property *property = &g_array_index (item->properties, Property, i);

      if (g_ascii_strcasecmp (property->name, name) == 0 &&
          (property->item != NULL || (property->text != NULL && *property->text != '\0')))
        return property;
    }
  return NULL;
}

static gboolean
is_event (const Item *item)
{
  return dl_schemaorg_is_event (item->type) && find_property (item, "startDate") != NULL;
}

static void
page_free (gpointer data)
{
  page_clear (data);
  g_free (data);
}

/* What was found in the page; it is gone through once. Returns: (transfer none) */
static const Page *
get_page (DlInput *input)
{
  if (input->kept_free != page_free)
    {
      Page *page = g_new0 (Page, 1);

      page_init (page, input);
      dl_input_keep (input, page, page_free);
    }
  return input->kept;
}

static gboolean
sniff (DlInput *input)
{
  const Page *page;

  if (dl_input_get_first (input) != '<' || !dl_input_has_early (input, "itemtype", input->length))
    return FALSE;
  page = get_page (input);
  for (guint i = 0; i < page->items->len; i++)
    if (is_event (page->items->pdata[i]))
      return TRUE;
  return FALSE;
}

/* The words of a property in one line; of an item its name, its address or all of it. transfer full */
static char *
dup_line (const Page *page, const Property *property)
{
  static const char *const parts[] = { "streetAddress", "postalCode",     "addressLocality", "locality",
                                       "addressRegion", "addressCountry", "country-name" };
  g_autoptr (GString)      words = NULL;
  const Property          *inner;
  g_autofree char         *all = NULL;

  if (property == NULL)
    return g_strdup ("");
  if (property->item == NULL)
    return dl_markup_to_line (property->text);
  inner = find_property (property->item, "name");
  if (inner != NULL && inner->item == NULL)
    return dl_markup_to_line (inner->text);
  inner = find_property (property->item, "address");
  if (inner != NULL && inner->item != property->item)
    return dup_line (page, inner);
  words = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const Property  *part = find_property (property->item, parts[i]);
      g_autofree char *line = part != NULL && part->item == NULL ? dl_markup_to_line (part->text) : NULL;

      if (line != NULL && *line != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? _ (", ") : "", line);
    }
  if (words->len > 0)
    return g_strdup (words->str);
  all = dup_between (&page->xml, property->item->start, property->item->end);
  return dl_markup_to_line (all);
}

static void
put_people (const Page *page, const Item *item, const char *name, const char *role, DlDraft *draft)
{
  for (guint i = 0; i < item->properties->len; i++)
    {
      const Property  *property = &g_array_index (item->properties, Property, i);
      g_autofree char *line = NULL;

      if (g_ascii_strcasecmp (property->name, name) != 0)
        continue;
      line = dup_line (page, property);
      dl_schemaorg_put_person (draft, line, role);
    }
}

static void
put_urls (const Item *item, DlDraft *draft)
{
  static const char *const names[] = { "url", "sameAs", "image", NULL };

  for (guint i = 0; i < item->properties->len; i++)
    {
      const Property *property = &g_array_index (item->properties, Property, i);

      if (property->item == NULL && dl_draft_is_one_of (property->name, names))
        dl_draft_put_address (draft, property->at, g_strdup (""), property->text, NULL, NULL);
    }
}

/* Whether it is what was read of these: the first of its name, where nothing else stood for it. */
static gboolean
is_read (const Item *item, const Property *property)
{
  static const char *const names[] = { "name", "startDate", "endDate", "location", "description", "eventStatus", NULL };
  const char              *other = NULL;

  if (g_ascii_strcasecmp (property->name, "headline") == 0)
    other = "name";
  else if (g_ascii_strcasecmp (property->name, "summary") == 0)
    other = "description";
  if (other == NULL && !dl_draft_is_one_of (property->name, names))
    return FALSE;
  return find_property (item, property->name) == property && (other == NULL || find_property (item, other) == NULL);
}

/* What an item says, a line each; of one within it, what it is called and all else. @called: what it is
 * called already */
static void
add_lines (const Page *page, const Item *item, const char *prefix, const char *called, guint depth, GString *lines)
{
  for (guint i = 0; i < item->properties->len; i++)
    {
      const Property  *property = &g_array_index (item->properties, Property, i);
      const Item      *inner = property->item;
      gboolean         whole = inner == NULL || depth == 0 || g_ascii_strcasecmp (property->name, "address") == 0;
      g_autofree char *name = g_strconcat (prefix, ".", property->name, NULL);
      g_autofree char *line = whole ? dup_line (page, property) : NULL;

      if (whole && strcmp (line, called) != 0)
        dl_draft_add_line (lines, name, line);
      else if (!whole)
        add_lines (page, inner, name, called, depth - 1, lines);
    }
}

/* What is said of an event beside all that has a place. */
static void
put_rest (const Page *page, const Item *item, DlDraft *draft)
{
  static const char *const people[] = { "performer", "organizer", NULL };
  static const char *const passed[] = { "url",       "sameAs",     "image", "performer", "organizer", "subEvent",
                                        "subEvents", "superEvent", "event", "events",    NULL };
  g_autoptr (GString)      lines = g_string_new (NULL);

  for (guint i = 0; i < item->properties->len; i++)
    {
      const Property  *property = &g_array_index (item->properties, Property, i);
      g_autofree char *line = dup_line (page, property);

      if (property->item != NULL &&
          (dl_draft_is_one_of (property->name, people) || !dl_draft_is_one_of (property->name, passed)))
        add_lines (page, property->item, property->name, line, MAX_TOLD_DEPTH, lines);
      if (dl_draft_is_one_of (property->name, passed) || dl_draft_is_technical (property->name) ||
          is_read (item, property))
        continue;
      dl_draft_add_line (lines, property->name, line);
    }
  dl_draft_put_summary (draft, lines->str);
}

/* Returns: whether the event has a date that can be read; else that is told */
static gboolean
put_dates (const Page *page, const Item *item, DlDraft *draft)
{
  const Property    *start = find_property (item, "startDate");
  const Property    *end = find_property (item, "endDate");
  DlDateWordsContext context = { .foreign = TRUE };
  g_autofree char   *from = dup_line (page, start);
  g_autofree char   *to = dup_line (page, end);
  g_autoptr (GError) error = NULL;
  DlDraftDates       dates = { .start = from, .end = to, .context = &context };

  dates.start_at = start != NULL ? start->at : item->at;
  dates.end_at = end != NULL ? end->at : item->at;
  if (*from == '\0')
    {
      dl_draft_tell_lost (draft, item->at, g_strdup (""), g_strdup (_ ("This event has no date and is left out.")));
      dl_draft_drop_event (draft);
      return FALSE;
    }
  if (dl_draft_put_dates (draft, &dates, &error))
    return TRUE;
  dl_draft_tell_no_date (draft, dates.start_at, g_strdup (""), g_steal_pointer (&error));
  return FALSE;
}

static void
read_event (const Page *page, const Item *item, DlDraft *draft)
{
  const Property  *name = find_property (item, "name");
  const Property  *description = find_property (item, "description");
  const Property  *status = find_property (item, "eventStatus");
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;

  /* A mention of an event that is told elsewhere. */
  if (name == NULL && find_property (item, "startDate") == NULL)
    return;
  title = dup_line (page, name != NULL ? name : find_property (item, "headline"));
  dl_draft_begin_event (draft, item->at);
  dl_draft_put_title (draft, title);
  if (status != NULL && status->item == NULL)
    dl_schemaorg_put_status (draft, dl_schemaorg_get_word (g_strstrip (status->text)));
  if (!put_dates (page, item, draft))
    return;
  if (description == NULL)
    description = find_property (item, "summary");
  text = description != NULL && description->item == NULL ? dl_markup_to_text (description->text) : NULL;
  dl_draft_put_summary (draft, text);
  dl_schemaorg_put_type (draft, item->type);
  place = dup_line (page, find_property (item, "location"));
  dl_draft_put_place (draft, place);
  put_people (page, item, "performer", _ ("Performer"), draft);
  put_people (page, item, "organizer", _ ("Organizer"), draft);
  put_urls (item, draft);
  if (text != NULL)
    dl_draft_put_shown (draft, description->at, description->text, NULL, FALSE);
  put_rest (page, item, draft);
  dl_draft_end_event (draft);
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  const Page *page = get_page (input);

  for (guint i = 0; i < page->items->len; i++)
    {
      const Item *item = page->items->pdata[i];

      if (!dl_input_go_on (input, error))
        return FALSE;
      if (dl_schemaorg_is_event (item->type))
        read_event (page, item, draft);
    }
  return TRUE;
}

const DlFormat dl_format_microdata = {
  .nick = "microdata",
  .label = N_ ("Events of schema.org"),
  .endings = "html htm",
  .sniff = sniff,
  .read = read_file,
};
