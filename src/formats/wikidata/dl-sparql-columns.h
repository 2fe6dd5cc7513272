/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/literal/dl-literal.h"

G_BEGIN_DECLS

/**
 * DlSparqlRole:
 *
 * What a variable of a query is to an event.
 */
typedef enum
{
  DL_SPARQL_OTHER,
  DL_SPARQL_HIDDEN, /* nothing for people: ids, coordinates, what has a label beside it */
  DL_SPARQL_ITEM,
  DL_SPARQL_TITLE,
  DL_SPARQL_DESCRIPTION,
  DL_SPARQL_DATE,
  DL_SPARQL_START,
  DL_SPARQL_END,
  DL_SPARQL_EARLIEST, /* between these two it was */
  DL_SPARQL_LATEST,
  DL_SPARQL_PLACE,
  DL_SPARQL_TOPIC,
  DL_SPARQL_ADDRESS,
  DL_SPARQL_PRECISION, /* how exact a date is, as Wikidata counts */
} DlSparqlRole;

/**
 * DlSparqlColumn:
 * @name: of the variable; transfer full
 * @role: what it is to an event
 * @of: of a precision, the role of the date that it is of
 *
 * A variable of a query.
 */
typedef struct
{
  char        *name;
  DlSparqlRole role;
  DlSparqlRole of;
  gboolean     labelled; /* another column says the same in words, or the same date */
  guint        n_values;
  guint        n_dates;
  guint        n_uris;
  guint        n_precisions;
  guint        n_labels; /* values that bring their label themselves */
} DlSparqlColumn;

/* Whether it says when. */
gboolean dl_sparql_is_date (DlSparqlRole role);

/* The value of a cell: of `{"type": …, "value": …}`, `{"value": …, "label": …}`, or a plain one.
 * Returns: (transfer full) (nullable) */
char *dl_sparql_dup_value (const DlLiteral *cell);

/* Whether it is a precision of Wikidata, from 0 to 14; and which. */
gboolean dl_sparql_get_precision (const char *value, int *precision);

/* Whether it is an address of an item of Wikidata. */
gboolean dl_sparql_is_item (const char *value);

/**
 * dl_sparql_find_columns:
 * @rows: the list of rows
 *
 * Says what each variable is, by its values in the first rows, and by its name.
 *
 * Returns: (transfer full): of DlSparqlColumn
 */
GArray *dl_sparql_find_columns (const DlLiteral *rows);

G_END_DECLS
