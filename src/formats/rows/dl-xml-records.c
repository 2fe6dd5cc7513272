/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which elements of XML that is of no format are those of which there are many. */
#include "formats/rows/dl-xml-records.h"

#include <string.h>

#include "formats/markup/dl-markup.h"
#include "formats/rows/dl-row-names.h"

/* Deeper elements belong to that in which they stand. */
#define MAX_LEVELS 32
/* More kinds of elements are not told apart. */
#define MAX_ELEMENT_NAMES 200
/* So much an element has to tell, and so many there have to be. */
#define MIN_TOLD 2
#define MIN_RECORDS 2
/* A name of a group is no text. */
#define MAX_CALLED_GROUP 80

/* Elements of one name. */
typedef struct
{
  char    *name;
  gsize    at;        /* of the first */
  guint    n;         /* with enough to tell */
  gboolean called;    /* an event */
  gboolean container; /* one has several of one name in it that tell enough themselves */
} Kind;

typedef struct
{
  const char *name;
  gsize       length;
  guint       n_told; /* attributes, elements and a text */
  gboolean    has_text;
  char       *record; /* the last element in it that tells enough */
  gsize       at;
} Level;

static void
kind_clear (gpointer data)
{
  g_free (((Kind *) data)->name);
}

static void
level_clear (gpointer data)
{
  g_free (((Level *) data)->record);
}

/* Without the prefix of its namespace. */
static const char *
get_name (const DlXml *xml, gsize *length)
{
  const char *colon = memchr (xml->name, ':', xml->name_length);

  *length = colon != NULL ? xml->name_length - (gsize) (colon + 1 - xml->name) : xml->name_length;
  return colon != NULL ? colon + 1 : xml->name;
}

gboolean
dl_xml_is_markup (const DlXml *xml)
{
  static const char *const names[] = { "p",  "br",  "b",     "i",    "em",  "strong", "a",    "ul",   "ol",
                                       "li", "div", "span",  "u",    "sup", "sub",    "code", "img",  "h1",
                                       "h2", "h3",  "quote", "cite", "q",   "small",  "hr",   "font", "blockquote" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (dl_xml_is (xml, names[i]))
      return TRUE;
  return FALSE;
}

/* "event", "incident": whatever stands in it, it is one. */
static gboolean
is_called_event (const char *name)
{
  guint rank;

  return dl_row_name_get_meaning (name, &rank) == DL_ROW_TITLE && rank <= 2;
}

/* How many attributes a tag has, but for what is of XML itself. */
static guint
count_attributes (const DlXml *xml)
{
  DlXmlAttribute attribute;
  guint          n = 0;

  dl_xml_attribute_init (&attribute, xml);
  while (dl_xml_attribute_next (&attribute))
    n += attribute.valued && strncmp (attribute.name, "xml", 3) != 0 ? 1 : 0;
  return n;
}

static Kind *
find_kind (GArray *kinds, const char *name, gsize length, gsize at)
{
  Kind kind = { .at = at };

  for (guint i = 0; i < kinds->len; i++)
    {
      Kind *known = &g_array_index (kinds, Kind, i);

      if (strncmp (known->name, name, length) == 0 && known->name[length] == '\0')
        {
          known->at = MIN (known->at, at);
          return known;
        }
    }
  if (kinds->len >= MAX_ELEMENT_NAMES)
    return NULL;
  kind.name = g_strndup (name, length);
  kind.called = is_called_event (kind.name);
  g_array_append_val (kinds, kind);
  return &g_array_index (kinds, Kind, kinds->len - 1);
}

/* Ends the innermost element. */
static void
end_level (GArray *levels, GArray *kinds)
{
  Level *level = &g_array_index (levels, Level, levels->len - 1);
  Level *above = levels->len > 1 ? &g_array_index (levels, Level, levels->len - 2) : NULL;
  Kind  *kind;

  level->n_told += level->has_text ? 1 : 0;
  if (above != NULL)
    above->n_told++;
  if (level->n_told >= MIN_TOLD)
    {
      kind = find_kind (kinds, level->name, level->length, level->at);
      if (kind != NULL)
        kind->n++;
      if (above != NULL)
        {
          gboolean again = above->record != NULL && strlen (above->record) == level->length &&
                           strncmp (above->record, level->name, level->length) == 0;

          kind = again ? find_kind (kinds, above->name, above->length, above->at) : NULL;
          if (kind != NULL)
            kind->container = TRUE;
          g_free (above->record);
          above->record = g_strndup (level->name, level->length);
        }
    }
  g_array_set_size (levels, levels->len - 1);
}

static gboolean
is_space (const DlXml *xml)
{
  for (gsize at = xml->at; at < xml->end; at++)
    if (!g_ascii_isspace (xml->text[at]))
      return FALSE;
  return TRUE;
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const Kind *first = a;
  const Kind *second = b;

  if (first->called != second->called)
    return first->called ? -1 : 1;
  if (first->container != second->container)
    return first->container ? 1 : -1;
  return first->at < second->at ? -1 : first->at > second->at;
}

static gboolean
is_of_page (const DlXml *xml)
{
  static const char *const names[] = { "html", "head", "body", "table", "main", "nav", "form", "svg" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (dl_xml_is (xml, names[i]))
      return TRUE;
  return dl_xml_is_markup (xml);
}

/* What stands in an element, to its end, without what is in elements of its own. */
static void
walk (DlXml *xml, GArray *levels, GArray *kinds)
{
  gsize length;

  while (dl_xml_next (xml))
    {
      Level level = { .at = xml->at };

      switch (xml->kind)
        {
        case DL_XML_START:
          if (levels->len == 0 && is_of_page (xml))
            return;
          if (dl_xml_is_markup (xml) || levels->len >= MAX_LEVELS)
            {
              if (levels->len > 0)
                g_array_index (levels, Level, levels->len - 1).has_text = TRUE;
              continue;
            }
          level.name = get_name (xml, &level.length);
          level.n_told = count_attributes (xml);
          g_array_append_val (levels, level);
          break;
        case DL_XML_END:
          {
            const char *name = get_name (xml, &length);
            guint       depth = levels->len;

            while (depth > 0 && !(g_array_index (levels, Level, depth - 1).length == length &&
                                  strncmp (g_array_index (levels, Level, depth - 1).name, name, length) == 0))
              depth--;
            while (depth > 0 && levels->len >= depth)
              end_level (levels, kinds);
            break;
          }
        case DL_XML_TEXT:
          if (levels->len > 0 && !is_space (xml))
            g_array_index (levels, Level, levels->len - 1).has_text = TRUE;
          break;
        case DL_XML_END_OF_FILE:
        default:
          break;
        }
    }
}

GPtrArray *
dl_xml_records_find_names (const char *text, gsize length)
{
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
  g_autoptr (GArray) levels = g_array_new (FALSE, TRUE, sizeof (Level));
  GPtrArray         *names = g_ptr_array_new_with_free_func (g_free);
  DlXml              xml;

  g_array_set_clear_func (kinds, kind_clear);
  g_array_set_clear_func (levels, level_clear);
  dl_xml_init (&xml, text, length);
  walk (&xml, levels, kinds);
  g_array_sort (kinds, compare_kinds);
  for (guint i = 0; i < kinds->len; i++)
    if (g_array_index (kinds, Kind, i).n >= MIN_RECORDS)
      g_ptr_array_add (names, g_strdup (g_array_index (kinds, Kind, i).name));
  return names;
}

/* An element around records: what it says of all of them. */
typedef struct
{
  const char *name;
  gsize       length;
  const char *year;
  const char *topic;
} Around;

/* What a group is called, by an attribute. Returns: (transfer full) (nullable) */
static char *
dup_called (const DlXml *xml)
{
  static const char *const attributes[] = { "year", "value", "name", "title", "label", "n", "id" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      char *value = dl_xml_dup_attribute (xml, attributes[i]);

      if (value != NULL && *g_strstrip (value) != '\0' && strlen (value) <= MAX_CALLED_GROUP &&
          (i < G_N_ELEMENTS (attributes) - 2 || dl_row_name_is_year (value)))
        return value;
      g_free (value);
    }
  return NULL;
}

static void
begin_group (DlXmlRecords *self, const DlXml *xml, GArray *around)
{
  Around           group = { 0 };
  g_autofree char *called = NULL;

  group.name = get_name (xml, &group.length);
  if (around->len > 0)
    {
      group.year = g_array_index (around, Around, around->len - 1).year;
      group.topic = g_array_index (around, Around, around->len - 1).topic;
      called = dup_called (xml);
    }
  if (called != NULL && dl_row_name_is_year (called))
    group.year = g_string_chunk_insert_const (self->texts, called);
  else if (called != NULL && g_utf8_validate (called, -1, NULL))
    group.topic = g_string_chunk_insert_const (self->texts, called);
  g_array_append_val (around, group);
}

/* A year that stands in an element of its own before the records of its group. */
static void
take_year (DlXmlRecords *self, DlXml *xml, GArray *around)
{
  g_autofree char *content = dl_xml_dup_content (xml);

  g_strstrip (content);
  if (around->len > 1 && dl_row_name_is_year (content))
    g_array_index (around, Around, around->len - 1).year = g_string_chunk_insert_const (self->texts, content);
}

void
dl_xml_records_init (DlXmlRecords *self, const char *text, gsize length, const char *name)
{
  g_autoptr (GArray) around = g_array_new (FALSE, TRUE, sizeof (Around));
  DlXml              xml;

  self->name = name;
  self->records = g_array_new (FALSE, FALSE, sizeof (DlXmlRecord));
  self->texts = g_string_chunk_new (1024);
  dl_xml_init (&xml, text, length);
  while (dl_xml_next (&xml))
    if (xml.kind == DL_XML_START && dl_xml_is (&xml, name))
      {
        Around     *group = around->len > 0 ? &g_array_index (around, Around, around->len - 1) : NULL;
        DlXmlRecord record = { xml.at, group != NULL ? group->year : NULL, group != NULL ? group->topic : NULL };

        g_array_append_val (self->records, record);
        dl_xml_skip (&xml);
      }
    else if (xml.kind == DL_XML_START && dl_xml_is (&xml, "year") && count_attributes (&xml) == 0 && xml.end < length &&
             g_ascii_isdigit (text[xml.end]))
      take_year (self, &xml, around);
    else if (xml.kind == DL_XML_START && around->len < MAX_LEVELS)
      begin_group (self, &xml, around);
    else if (xml.kind == DL_XML_END)
      {
        gsize       own;
        const char *ended = get_name (&xml, &own);
        guint       depth = around->len;

        while (depth > 0 && !(g_array_index (around, Around, depth - 1).length == own &&
                              strncmp (g_array_index (around, Around, depth - 1).name, ended, own) == 0))
          depth--;
        if (depth > 0)
          g_array_set_size (around, depth - 1);
      }
}

void
dl_xml_records_clear (DlXmlRecords *self)
{
  g_array_unref (self->records);
  g_string_chunk_free (self->texts);
}

char *
dl_xml_records_dup_title (const char *text, gsize length)
{
  g_autofree char *found = NULL;
  guint            depth = 0;
  DlXml            xml;

  dl_xml_init (&xml, text, length);
  while (found == NULL && dl_xml_next (&xml))
    {
      if (xml.kind == DL_XML_START && depth == 0)
        {
          found = dl_xml_dup_attribute (&xml, "title");
          if (found == NULL)
            found = dl_xml_dup_attribute (&xml, "name");
          depth = 1;
        }
      else if (xml.kind == DL_XML_START && (dl_xml_is (&xml, "title") || dl_xml_is (&xml, "name")))
        found = dl_xml_dup_content (&xml);
      else if (xml.kind == DL_XML_START)
        dl_xml_skip (&xml);
    }
  return found != NULL ? dl_markup_to_line (found) : NULL;
}
