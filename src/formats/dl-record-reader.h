/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-event-reader.h"
#include "formats/dl-json-element.h"
#include "model/dl-timeline-builder.h"

G_BEGIN_DECLS

/* The members of the object at the top that a timeline has. */
typedef enum
{
  DL_MEMBER_DATELINE,
  DL_MEMBER_TITLE,
  DL_MEMBER_DESCRIPTION,
  DL_MEMBER_LANGUAGE,
  DL_MEMBER_AS_OF,
  DL_MEMBER_TIMEZONE,
  DL_MEMBER_VIEW,
  DL_MEMBER_PEOPLE,
  DL_MEMBER_PLACES,
  DL_MEMBER_TOPICS,
  DL_MEMBER_SOURCES,
  DL_MEMBER_ERAS,
  DL_MEMBER_FILES,
  DL_MEMBER_EVENTS,
} DlTopMember;
#define DL_N_TOP_MEMBERS 14

/* Their names, in that order, NULL-terminated. */
extern const char *const dl_top_member_names[];

/**
 * DlRecordReader:
 * @scan: of the text
 * @builder: what is read goes there
 * @tables: ids go there
 * @problems: what could not be taken
 *
 * Reads everything but the events. All borrowed.
 */
typedef struct
{
  const char        *text;
  const DlJsonScan  *scan;
  DlTimelineBuilder *builder;
  DlReaderTables    *tables;
  DlProblemList     *problems;
  JsonParser        *parser;
  guint              n_zones_sought; /* among all there are, to suggest one */
} DlRecordReader;

/* The title, the zone and so on. */
void dl_record_reader_read_head (DlRecordReader *self);

/* People, places, topics, sources and eras.
 * Returns: FALSE with an error when cancelled */
gboolean dl_record_reader_read_lists (DlRecordReader *self, GCancellable *cancellable, GError **error);

G_END_DECLS
