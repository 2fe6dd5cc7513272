/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * XML that is of no format of its own, but holds events: elements of one name, each with elements and
 * attributes that tell of it. They are rows, and what they tell is called as columns are. */
#include "formats/rows/dl-xml-rows.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/rows/dl-rows.h"
#include "formats/rows/dl-xml-records.h"
#include "formats/xml/dl-xml.h"

/* Bytes that are looked at to know it. */
#define BYTES_LOOKED_AT (1 << 20)
/* Names of elements that are tried. */
#define MAX_NAMES_TRIED 12
/* Elements within those of a record are told by a name of so many parts. */
#define MAX_PATH_PARTS 3
#define MAX_FIELDS 200

typedef struct
{
  DlRowsSource   source;
  const DlInput *input;
  DlXmlRecords   records;
  GStringChunk  *texts; /* of the row */
  GHashTable    *inner; /* of elements by their paths: what they are called as columns */
} Elements;

/* What is told in one row. */
typedef struct
{
  DlRows *rows;
  guint   n;
  guint   guess; /* the column of the next cell, as rows have the same ones in the same order */
} Row;

static void
put_cell (Elements *self, Row *row, const char *name, const char *text, gsize at)
{
  guint            column;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *both = NULL;
  const char      *before;

  g_strstrip (valid);
  if (*valid == '\0' || row->n++ >= MAX_FIELDS)
    return;
  column = dl_rows_find_column (row->rows, name, strlen (name), row->guess);
  if (column == G_MAXUINT)
    return;
  row->guess = column + 1;
  before = dl_rows_get_cell (row->rows, column);
  /* Several of one name are a list. */
  if (*before != '\0')
    both = g_strconcat (before, DL_ROW_SEPARATOR, valid, NULL);
  dl_rows_set_cell (row->rows, column, g_string_chunk_insert (self->texts, both != NULL ? both : valid), at);
}

/* The name of a tag behind that of what it stands in: "location.city". */
static char *
dup_path (const char *path, const char *name, gsize length)
{
  const char      *colon = memchr (name, ':', length);
  gsize            skipped = colon != NULL ? (gsize) (colon + 1 - name) : 0;
  g_autofree char *own = g_strndup (name + skipped, length - skipped);
  g_autofree char *valid = g_utf8_make_valid (own, -1);

  return *path == '\0' ? g_steal_pointer (&valid) : g_strdup_printf ("%s.%s", path, valid);
}

/* The attributes of a tag. @value: whether one that says no more than its element's value is that */
static void
put_attributes (Elements *self, Row *row, const DlXml *xml, const char *path)
{
  static const char *const values[] = { "value", "when", "content", "text", NULL };
  DlXmlAttribute           attribute;

  dl_xml_attribute_init (&attribute, xml);
  while (dl_xml_attribute_next (&attribute))
    {
      g_autofree char *name = g_strndup (attribute.name, attribute.name_length);
      g_autofree char *value = dl_xml_attribute_dup_value (&attribute);
      g_autofree char *column = NULL;

      /* In which language something is told. */
      if (value == NULL || g_str_has_prefix (name, "xml") || strcmp (name, "lang") == 0)
        continue;
      column = *path != '\0' && g_strv_contains (values, name) ? g_strdup (path) : dup_path (path, name, strlen (name));
      put_cell (self, row, column, value, attribute.at);
    }
}

/* Whether an element is one of those that its parent is a list of: "person" within "people". */
static gboolean
is_of_list (const char *path, const char *name)
{
  const char  *dot = strrchr (path, '.');
  guint        rank;
  DlRowMeaning list = dl_row_name_get_meaning (dot != NULL ? dot + 1 : path, &rank);
  DlRowMeaning item = dl_row_name_get_meaning (name, &rank);

  if (list == DL_ROW_TAGS && item == DL_ROW_TOPIC)
    return TRUE;
  return list == item && (list == DL_ROW_PERSON || list == DL_ROW_TAGS || list == DL_ROW_SOURCE);
}

/* Whether an element, at whose start this is, has others in it that are no markup of its text. */
static gboolean
has_elements (const DlXml *xml)
{
  DlXml inner = *xml;
  guint depth = 1;

  while (depth > 0 && dl_xml_next (&inner))
    {
      if (inner.kind == DL_XML_START && !dl_xml_is_markup (&inner))
        return TRUE;
      if ((inner.kind == DL_XML_START || inner.kind == DL_XML_END) && inner.name_length == xml->name_length &&
          g_ascii_strncasecmp (inner.name, xml->name, xml->name_length) == 0)
        depth = inner.kind == DL_XML_START ? depth + 1 : depth - 1;
    }
  return FALSE;
}

/* What an element tells, to its end, which is then here. */
static void
put_element (Elements *self, Row *row, DlXml *xml, const char *path, guint parts)
{
  const char *name = xml->name;
  gsize       length = xml->name_length;
  gsize       at = xml->at;

  put_attributes (self, row, xml, path);
  if (parts == 0 || !has_elements (xml))
    {
      g_autofree char *content = dl_xml_dup_content (xml);
      g_autofree char *own = *path == '\0' ? dup_path ("", name, length) : NULL;

      put_cell (self, row, own != NULL ? own : path, content, at);
      return;
    }
  while (dl_xml_next (xml))
    {
      g_autofree char *inner = NULL;
      g_autofree char *own = NULL;
      char            *known;

      if (xml->kind == DL_XML_END && xml->name_length == length && g_ascii_strncasecmp (xml->name, name, length) == 0)
        return;
      if (xml->kind != DL_XML_START)
        continue;
      own = dup_path ("", xml->name, xml->name_length);
      inner = dup_path (path, own, strlen (own));
      known = g_hash_table_lookup (self->inner, inner);
      if (known == NULL)
        {
          known = g_strdup (*path != '\0' && is_of_list (path, own) ? path : inner);
          g_hash_table_insert (self->inner, g_steal_pointer (&inner), known);
        }
      put_element (self, row, xml, known, parts - 1);
    }
}

/* The date of what an element stands in, as far as it has none itself. */
static void
put_around (Elements *self, Row *row, const DlXmlRecord *record)
{
  DlRows *rows = row->rows;

  if (record->date == NULL || dl_rows_has_part (rows, DL_ROW_YEAR))
    return;
  if (!dl_row_name_is_year (record->date))
    {
      if (!dl_rows_has_part (rows, DL_ROW_START))
        put_cell (self, row, "date", record->date, record->at);
      return;
    }
  put_cell (self, row, "year", record->date, record->at);
  if (record->month != NULL && !dl_rows_has_part (rows, DL_ROW_MONTH))
    put_cell (self, row, "month", record->month, record->at);
  if (record->day != NULL && !dl_rows_has_part (rows, DL_ROW_DAY))
    put_cell (self, row, "day", record->day, record->at);
}

static gboolean
next_row (DlRowsSource *source, DlRows *rows, G_GNUC_UNUSED GError **error)
{
  Elements          *self = (Elements *) source;
  Row                row = { rows, 0, 0 };
  const DlXmlRecord *record;
  DlXml              xml;

  if (source->place.number >= self->records.records->len)
    return FALSE;
  record = &g_array_index (self->records.records, DlXmlRecord, source->place.number);
  source->place.number++;
  source->here = (DlRowPlace){ 0, record->at, source->place.number, 0 };
  source->topic = record->topic;
  dl_rows_clear_cells (rows);
  g_string_chunk_clear (self->texts);
  dl_xml_init (&xml, self->input->text, self->input->length);
  xml.end = record->at;
  if (!dl_xml_next (&xml) || xml.kind != DL_XML_START)
    return TRUE;
  put_element (self, &row, &xml, "", MAX_PATH_PARTS);
  put_around (self, &row, record);
  return TRUE;
}

static char *
dup_where (DlRowsSource *source, const DlRowPlace *row, G_GNUC_UNUSED int column)
{
  return g_strdup_printf ("%s[%u]", ((Elements *) source)->records.name, row->number);
}

static void
elements_init (Elements *self, const DlInput *input, gsize length, const char *name)
{
  *self = (Elements){ .source = { .next = next_row, .dup_where = dup_where }, .input = input };
  self->texts = g_string_chunk_new (1024);
  self->inner = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  dl_xml_records_init (&self->records, input->text, length, name);
}

static void
elements_clear (Elements *self)
{
  g_string_chunk_free (self->texts);
  g_hash_table_unref (self->inner);
  dl_xml_records_clear (&self->records);
}

/* The name of the elements that are events. Returns: (transfer full) (nullable): NULL where there are none */
static char *
find_events (const DlInput *input)
{
  gsize                 length = MIN (input->length, BYTES_LOOKED_AT);
  g_autoptr (GPtrArray) names = NULL;

  if (dl_input_get_first (input) != '<')
    return NULL;
  names = dl_xml_records_find_names (input->text, length);
  for (guint i = 0; i < MIN (names->len, MAX_NAMES_TRIED); i++)
    {
      g_autoptr (DlRows) rows = dl_rows_new ();
      Elements           elements;
      gboolean           found;

      elements_init (&elements, input, length, names->pdata[i]);
      found =
        elements.records.records->len > 1 && dl_rows_settle (rows, &elements.source, FALSE) && dl_rows_is_sure (rows);
      elements_clear (&elements);
      if (found)
        return g_strdup (names->pdata[i]);
    }
  return NULL;
}

static gboolean
sniff (DlInput *input)
{
  g_autofree char *name = find_events (input);

  return name != NULL;
}

static gboolean
read_file (DlInput *input, DlDraft *draft, GError **error)
{
  g_autoptr (DlRows) rows = dl_rows_new ();
  g_autofree char   *name = find_events (input);
  g_autofree char   *title = dl_xml_records_dup_title (input->text, input->length);
  Elements           elements;
  gboolean           done;

  dl_draft_set_title (draft, title);
  elements_init (&elements, input, input->length, name);
  dl_rows_settle (rows, &elements.source, FALSE);
  done = dl_rows_read (rows, &elements.source, input, draft, error);
  elements_clear (&elements);
  return done;
}

const DlFormat dl_format_xml_rows = {
  .nick = "xml-rows",
  .label = N_ ("XML with events"),
  .endings = "xml",
  .sniff = sniff,
  .read = read_file,
};
