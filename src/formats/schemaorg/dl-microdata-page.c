/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page need not be well formed: what is not closed ends with what it stands in. */
#include "formats/schemaorg/dl-microdata-page.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/markup/dl-markup.h"
#include "formats/schemaorg/dl-schemaorg-words.h"

/* Elements within each other; deeper ones belong to that in which they stand. */
#define MAX_OPEN 256
/* Bytes of one text. */
#define MAX_PROPERTY_BYTES 65536

typedef struct
{
  const char      *name;
  gsize            length;
  DlMicrodataItem *item;     /* that this element begins; nullable */
  DlMicrodataItem *scope;    /* that what stands in it is told of; nullable */
  GArray          *told;     /* where its text is a property: whose; nullable */
  guint            property; /* and which is the first of them */
  guint            n_properties;
  gsize            start;
} Element;

static void
property_clear (gpointer data)
{
  DlMicrodataProperty *self = data;

  g_free (self->name);
  g_free (self->text);
}

static void
item_free (gpointer data)
{
  DlMicrodataItem *self = data;

  g_free (self->type);
  g_array_unref (self->properties);
  g_free (self);
}

static void
page_clear (DlMicrodataPage *self)
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
close_last (DlMicrodataPage *self, gsize end)
{
  Element *last = &g_array_index (self->open, Element, self->open->len - 1);

  if (last->item != NULL)
    last->item->end = end;
  for (guint i = 0; last->told != NULL && i < last->n_properties; i++)
    g_array_index (last->told, DlMicrodataProperty, last->property + i).text =
      dup_between (&self->xml, last->start, end);
  g_array_set_size (self->open, self->open->len - 1);
}

static void
close_element (DlMicrodataPage *self)
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

static DlMicrodataItem *
add_item (DlMicrodataPage *self)
{
  DlMicrodataItem *item = g_new0 (DlMicrodataItem, 1);
  g_autofree char *types = dl_xml_dup_attribute (&self->xml, "itemtype");

  item->at = self->xml.at;
  item->start = item->end = self->xml.end;
  item->type = g_strdup (types != NULL ? dl_schemaorg_get_word (g_strstrip (types)) : "");
  item->properties = g_array_new (FALSE, TRUE, sizeof (DlMicrodataProperty));
  g_array_set_clear_func (item->properties, property_clear);
  g_ptr_array_add (self->items, item);
  return item;
}

/* Whether one of two items is a part of the other, which a property of @outer says. */
static void
note_part (DlMicrodataItem *outer, const char *name, DlMicrodataItem *inner)
{
  gboolean         is_super = g_ascii_strcasecmp (name, "superEvent") == 0;
  DlMicrodataItem *whole = is_super ? inner : outer;

  if (!is_super && g_ascii_strcasecmp (name, "subEvent") != 0 && g_ascii_strcasecmp (name, "subEvents") != 0)
    return;
  (is_super ? outer : inner)->whole = whole;
  whole->is_whole = TRUE;
}

static void
open_element (DlMicrodataPage *self)
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
      DlMicrodataProperty property = { g_strdup (split[i]), NULL, element.item, xml->at };

      if (*split[i] == '\0')
        {
          g_free (property.name);
          continue;
        }
      if (element.item != NULL)
        note_part (element.scope, property.name, element.item);
      else
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
page_init (DlMicrodataPage *self, const DlInput *input)
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

DlMicrodataPage *
dl_microdata_page_new (const DlInput *input)
{
  DlMicrodataPage *page = g_new0 (DlMicrodataPage, 1);

  page_init (page, input);
  return page;
}

void
dl_microdata_page_free (gpointer page)
{
  page_clear (page);
  g_free (page);
}

const DlMicrodataProperty *
dl_microdata_find (const DlMicrodataItem *item, const char *name)
{
  for (guint i = 0; i < item->properties->len; i++)
    {
      const DlMicrodataProperty *property = &g_array_index (item->properties, DlMicrodataProperty, i);

      if (g_ascii_strcasecmp (property->name, name) == 0 &&
          (property->item != NULL || (property->text != NULL && *property->text != '\0')))
        return property;
    }
  return NULL;
}

char *
dl_microdata_dup_line (const DlMicrodataPage *page, const DlMicrodataProperty *property)
{
  static const char *const   parts[] = { "streetAddress", "postalCode",     "addressLocality", "locality",
                                         "addressRegion", "addressCountry", "country-name" };
  g_autoptr (GString)        words = NULL;
  const DlMicrodataProperty *inner;
  g_autofree char           *all = NULL;

  if (property == NULL)
    return g_strdup ("");
  if (property->item == NULL)
    return dl_markup_to_line (property->text);
  inner = dl_microdata_find (property->item, "name");
  if (inner != NULL && inner->item == NULL)
    return dl_markup_to_line (inner->text);
  inner = dl_microdata_find (property->item, "address");
  if (inner != NULL && inner->item != property->item)
    return dl_microdata_dup_line (page, inner);
  words = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const DlMicrodataProperty *part = dl_microdata_find (property->item, parts[i]);
      g_autofree char           *line = part != NULL && part->item == NULL ? dl_markup_to_line (part->text) : NULL;

      if (line != NULL && *line != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? _ (", ") : "", line);
    }
  if (words->len > 0)
    return g_strdup (words->str);
  all = dup_between (&page->xml, property->item->start, property->item->end);
  return dl_markup_to_line (all);
}
