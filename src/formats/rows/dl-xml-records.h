/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-input.h"
#include "formats/xml/dl-xml.h"

G_BEGIN_DECLS

/**
 * DlXmlRecord:
 * @at: where its tag begins, in bytes
 * @date: (nullable): of what it stands in: `<year value="1969">`
 * @month: (nullable): in that year: `<month n="7">`; and @day
 * @topic: (nullable): what that is called, where that is no date: `<group name="Moon">`
 */
typedef struct
{
  gsize       at;
  const char *date;
  const char *month;
  const char *day;
  const char *topic;
} DlXmlRecord;

/**
 * DlXmlRecords:
 * @name: of their elements, without the prefix of a namespace
 * @records: of #DlXmlRecord
 * @texts: what their dates and topics point to
 *
 * The elements of one name in an XML file.
 */
typedef struct
{
  const char   *name;
  GArray       *records;
  GStringChunk *texts;
} DlXmlRecords;

/* The names of elements that stand there several times, each with several things to tell, outer ones
 * first. @length: of @text, or so much of it as is to be looked at.
 * Returns: (transfer full) (element-type utf8): empty for a web page */
GPtrArray *dl_xml_records_find_names (const char *text, gsize length);

/* All elements of @name, which has to stay. */
void dl_xml_records_init (DlXmlRecords *self, const char *text, gsize length, const char *name);
void dl_xml_records_clear (DlXmlRecords *self);

/* Whether it is an element of a text of HTML: of what stands in it there is nothing but that text. */
gboolean dl_xml_is_markup (const DlXml *xml);

/* What the whole is called: the title that the first element tells. Returns: (transfer full) (nullable) */
char *dl_xml_records_dup_title (const char *text, gsize length);

G_END_DECLS
