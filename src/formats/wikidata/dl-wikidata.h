/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-format.h"

G_BEGIN_DECLS

/* Entities of Wikidata as JSON. */
extern const DlFormat dl_format_wikidata;
/* Results of a SPARQL query as JSON, as Wikidata's query service gives them. */
extern const DlFormat dl_format_sparql;

G_END_DECLS
