/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes within which a file shows by its elements what it is. */
#define DL_XML_SNIFFED 65536

typedef enum
{
  DL_XML_END_OF_FILE,
  DL_XML_START, /* `<name …>`, and `<name …/>`, whose end follows as a token of its own */
  DL_XML_END,
  DL_XML_TEXT, /* with entities, or a CDATA section */
} DlXmlKind;

/**
 * DlXml:
 * @kind: what is here
 * @at: where it begins, in bytes
 * @end: behind it
 * @name: of a tag, where it stands in the text; and @name_length
 *
 * A way through the tags and texts of an XML file. Nothing is copied until it is asked
 * for; comments, declarations and instructions are passed over.
 *
 * GMarkup is not used for it, because it refuses what programs read that made their
 * XML by hand: a bare `&` in an address, `&nbsp;`, a `<br>` within a text that should have
 * been escaped, an attribute twice, a character that XML does not allow. A timeline must not
 * be lost for that. Nor does GMarkup tell at which byte an attribute stands.
 */
typedef struct
{
  const char *text;
  gsize       length;
  DlXmlKind   kind;
  gsize       at;
  gsize       end;
  const char *name;
  gsize       name_length;
  gboolean    empty; /* `<name/>` was here; its end comes next */
  gboolean    cdata;
} DlXml;

/**
 * DlXmlAttribute:
 * @at: where it begins, in bytes
 * @name: where it stands in the text; and @name_length
 * @valued: whether it has a value, which stands from @value to @value_end
 *
 * A way through the attributes of a start.
 */
typedef struct
{
  const DlXml *xml;
  gsize        next;
  gsize        at;
  const char  *name;
  gsize        name_length;
  gboolean     valued;
  gsize        value;
  gsize        value_end;
} DlXmlAttribute;

void dl_xml_init (DlXml *self, const char *text, gsize length);

/* On to the next tag or text. Returns: FALSE behind the last */
gboolean dl_xml_next (DlXml *self);

/* Whether it is a tag of this name, in any case of letters, whatever the prefix of its namespace. */
gboolean dl_xml_is (const DlXml *self, const char *name);

void dl_xml_attribute_init (DlXmlAttribute *self, const DlXml *xml);

/* On to the next. Returns: FALSE behind the last, and where there is no start */
gboolean dl_xml_attribute_next (DlXmlAttribute *self);

/* Whether it is one of this name, in any case of letters. */
gboolean dl_xml_attribute_is (const DlXmlAttribute *self, const char *name);

/* Its value, entities undone. Returns: (transfer full) (nullable): NULL where it has none */
char *dl_xml_attribute_dup_value (const DlXmlAttribute *self);

/* An attribute of a start, entities undone. Returns: (transfer full) (nullable) */
char *dl_xml_dup_attribute (const DlXml *self, const char *name);

/* Whether a start has an attribute, with a value or without. */
gboolean dl_xml_has_attribute (const DlXml *self, const char *name);

/* A text, entities undone. Returns: (transfer full) */
char *dl_xml_dup_text (const DlXml *self);

/* From a start to its end, which is then here: the text in it. Tags in it stay as they are
 * written, as markup. Returns: (transfer full) */
char *dl_xml_dup_content (DlXml *self);

/* From a start to its end, which is then here. */
void dl_xml_skip (DlXml *self);

G_END_DECLS
