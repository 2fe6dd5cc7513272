/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which elements of XML that is of no format are those of which there are many. */
#include "formats/rows/dl-xml-records.h"

#include <string.h>

#include "formats/markup/dl-markup.h"
#include "formats/rows/dl-row-names.h"
#include "formats/rows/dl-rows.h"

/* Deeper elements belong to that in which they stand. */
#define MAX_LEVELS 32
/* More kinds of elements are not told apart. */
#define MAX_ELEMENT_NAMES 200
/* So much an element has to tell, and so many there have to be. */
#define MIN_TOLD 2
#define MIN_RECORDS 2
/* A name of a group is no text. */
#define MAX_CALLED_GROUP 80
/* The first of the attributes that may tell a date tell it in any form, the others by a year alone. */
#define N_DATE_ATTRIBUTES 4
/* Of a number or a name of a month. */
#define MAX_PART_BYTES 24

/* Elements of one name. */
typedef struct
{
  char    *name;
  gsize    at;        /* of the first */
  guint    n;         /* with enough to tell */
  gboolean called;    /* an event */
  gboolean container; /* one has several of one name in it that tell enough themselves */
  guint    n_leaves;  /* with nothing but a text, in what has a date */
  gboolean nested;    /* several of them stand in one */
  gboolean mixed;     /* beside what is in it stands something else */
  guint    within;    /* the place of the kind in which they stand, and 1; 0 where they do not */
} Kind;

typedef struct
{
  const char *name;
  gsize       length;
  guint       n_told; /* attributes, elements and a text */
  gboolean    has_text;
  char       *record; /* the last element in it that tells enough */
  gsize       at;
  gboolean    dated; /* it, or what it stands in */
  gboolean    is_date;
  gboolean    mixed; /* it has texts and elements, or such of several names */
  const char *leaf;  /* (nullable): the elements in it that have nothing but a text */
  gsize       leaf_length;
  guint       n_leaves;
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

/* What an element is dated by. Returns: (transfer full) (nullable) */
static char *
dup_date (const DlXml *xml)
{
  static const char *const attributes[] = { "year", "date", "when", "value", "n", "id", "name", "title", "label" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      char *value = dl_xml_dup_attribute (xml, attributes[i]);

      if (value != NULL &&
          (dl_row_name_is_year (g_strstrip (value)) || (i < N_DATE_ATTRIBUTES && dl_rows_is_date (value))))
        return value;
      g_free (value);
    }
  return NULL;
}

/* Whether a start is that of a date that stands before what happened then: `<date>1850</date>` */
static gboolean
is_date_element (const DlXml *xml)
{
  return (dl_xml_is (xml, "year") || dl_xml_is (xml, "date")) && count_attributes (xml) == 0 &&
         xml->end < xml->length && g_ascii_isdigit (xml->text[xml->end]);
}

/* Whether elements of one name that have nothing but a text are what happened on the date of that in which they
 * stand, and not what else is told of it. */
static gboolean
are_happenings (const Level *level)
{
  g_autofree char *name = g_strndup (level->name, level->length);
  g_autofree char *leaf = g_strndup (level->leaf, level->leaf_length);
  guint            rank;
  DlRowMeaning     meaning = dl_row_name_get_meaning (name, &rank);

  if (meaning == DL_ROW_START || meaning == DL_ROW_YEAR || meaning == DL_ROW_DAY)
    return TRUE;
  return !is_called_event (name) && is_called_event (leaf) && dl_row_name_get_meaning (leaf, &rank) == DL_ROW_TITLE &&
         rank > 0 && g_ascii_strcasecmp (leaf, "name") != 0;
}

/* Counts the texts that stand in an element that has a date. */
static void
count_leaves (const Level *level, GArray *kinds)
{
  Kind *kind;
  guint within;

  if (!level->dated || level->leaf == NULL || !are_happenings (level))
    return;
  kind = find_kind (kinds, level->name, level->length, level->at);
  if (kind == NULL)
    return;
  kind->mixed = kind->mixed || level->mixed || level->has_text;
  kind->container = kind->container || level->n_leaves > 1;
  within = (guint) (kind - (Kind *) kinds->data) + 1;
  kind = find_kind (kinds, level->leaf, level->leaf_length, level->at);
  if (kind == NULL)
    return;
  kind->within = within;
  kind->n_leaves += level->n_leaves;
  kind->nested = kind->nested || level->n_leaves > 1;
}

/* Notes in @above what has ended in it. */
static void
note_leaf (Level *above, const Level *level)
{
  gboolean same = above->leaf != NULL && above->leaf_length == level->length &&
                  strncmp (above->leaf, level->name, level->length) == 0;

  if (level->n_told > 1 || !level->has_text || (above->leaf != NULL && !same))
    {
      above->mixed = TRUE;
      return;
    }
  above->leaf = level->name;
  above->leaf_length = level->length;
  above->n_leaves++;
}

/* Ends the innermost element. */
static void
end_level (GArray *levels, GArray *kinds)
{
  Level *level = &g_array_index (levels, Level, levels->len - 1);
  Level *above = levels->len > 1 ? &g_array_index (levels, Level, levels->len - 2) : NULL;
  Kind  *kind;

  count_leaves (level, kinds);
  level->n_told += level->has_text ? 1 : 0;
  if (above != NULL)
    {
      above->n_told++;
      if (level->is_date)
        above->dated = TRUE;
      else
        note_leaf (above, level);
    }
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
      Level            level = { .at = xml->at };
      g_autofree char *date = NULL;

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
          level.is_date = is_date_element (xml);
          date = dup_date (xml);
          level.dated = date != NULL || (levels->len > 0 && g_array_index (levels, Level, levels->len - 1).dated);
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
  for (guint i = 0; i < kinds->len; i++)
    {
      Kind *kind = &g_array_index (kinds, Kind, i);

      /* Where one has more to tell than what happened, its texts are all told of it. */
      if (kind->nested && !g_array_index (kinds, Kind, kind->within - 1).mixed)
        kind->n += kind->n_leaves;
    }
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
  const char *date;
  const char *month;
  const char *day;
  const char *topic;
} Around;

/* What a group is called, by an attribute. Returns: (transfer full) (nullable) */
static char *
dup_called (const DlXml *xml)
{
  static const char *const attributes[] = { "name", "title", "label", "value" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      char *value = dl_xml_dup_attribute (xml, attributes[i]);

      if (value != NULL && *g_strstrip (value) != '\0' && strlen (value) <= MAX_CALLED_GROUP &&
          !dl_row_name_is_year (value) && !dl_rows_is_date (value) && g_utf8_validate (value, -1, NULL))
        return value;
      g_free (value);
    }
  return NULL;
}

/* The number, or the name, that a month or a day is told by: `<month n="5">`. Returns: (transfer full) (nullable) */
static char *
dup_part (const DlXml *xml, DlRowMeaning wanted)
{
  static const char *const attributes[] = { "n", "number", "value", "month", "day", "name", "id" };
  gsize                    length;
  const char              *own = get_name (xml, &length);
  g_autofree char         *name = g_strndup (own, length);
  guint                    rank;

  if (dl_row_name_get_meaning (name, &rank) != wanted || rank > 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      char *value = dl_xml_dup_attribute (xml, attributes[i]);

      if (value != NULL && *g_strstrip (value) != '\0' && strlen (value) <= MAX_PART_BYTES &&
          !dl_row_name_is_year (value) && g_utf8_validate (value, -1, NULL))
        return value;
      g_free (value);
    }
  return NULL;
}

static void
begin_group (DlXmlRecords *self, const DlXml *xml, GArray *around)
{
  Around group = { 0 };

  group.name = get_name (xml, &group.length);
  if (around->len > 0)
    {
      g_autofree char *date = dup_date (xml);
      g_autofree char *month = dup_part (xml, DL_ROW_MONTH);
      g_autofree char *day = dup_part (xml, DL_ROW_DAY);
      g_autofree char *called = month == NULL && day == NULL ? dup_called (xml) : NULL;
      const Around    *above = &g_array_index (around, Around, around->len - 1);

      group.date = date != NULL ? g_string_chunk_insert_const (self->texts, date) : above->date;
      /* Those of another year are not its. */
      group.month = month != NULL  ? g_string_chunk_insert_const (self->texts, month)
                    : date == NULL ? above->month
                                   : NULL;
      group.day = day != NULL                     ? g_string_chunk_insert_const (self->texts, day)
                  : date == NULL && month == NULL ? above->day
                                                  : NULL;
      group.topic = called != NULL ? g_string_chunk_insert_const (self->texts, called) : above->topic;
    }
  g_array_append_val (around, group);
}

/* A date that stands in an element of its own before the records of its group. */
static void
take_date (DlXmlRecords *self, DlXml *xml, GArray *around)
{
  g_autofree char *content = dl_xml_dup_content (xml);

  g_strstrip (content);
  if (around->len > 1 && (dl_row_name_is_year (content) || dl_rows_is_date (content)))
    g_array_index (around, Around, around->len - 1).date = g_string_chunk_insert_const (self->texts, content);
}

/* Whether there is nothing in an element that has a date: a year in which nothing happened. */
static gboolean
is_empty_date (const DlXml *xml)
{
  g_autofree char *date = count_attributes (xml) == 1 ? dup_date (xml) : NULL;
  DlXml            inner = *xml;

  if (date == NULL)
    return FALSE;
  while (dl_xml_next (&inner) && inner.kind == DL_XML_TEXT && is_space (&inner))
    ;
  return inner.kind == DL_XML_END;
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
        DlXmlRecord record = { .at = xml.at };

        if (group != NULL)
          record = (DlXmlRecord){ xml.at, group->date, group->month, group->day, group->topic };

        if (!is_empty_date (&xml))
          g_array_append_val (self->records, record);
        dl_xml_skip (&xml);
      }
    else if (xml.kind == DL_XML_START && is_date_element (&xml))
      take_date (self, &xml, around);
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
