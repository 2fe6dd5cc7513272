/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the elements of a web page tell of items: `itemtype` says what an element is about, `itemprop` what it
 * tells of that. */
#pragma once

#include "formats/dl-input.h"
#include "formats/xml/dl-xml.h"

G_BEGIN_DECLS

typedef struct _DlMicrodataItem DlMicrodataItem;

/* What is told of an item. */
typedef struct
{
  char            *name;
  char            *text; /* as an attribute has it, or what stands in the element; NULL beside an item */
  DlMicrodataItem *item; /* (nullable) */
  gsize            at;
} DlMicrodataProperty;

struct _DlMicrodataItem
{
  char            *type; /* the last word of it */
  gsize            at;
  gsize            start; /* of what stands in it */
  gsize            end;
  GArray          *properties; /* of DlMicrodataProperty */
  DlMicrodataItem *whole;      /* of which it is a part; nullable */
  gboolean         is_whole;
};

/* A page that is gone through. */
typedef struct
{
  DlXml      xml;
  GArray    *open;  /* of Element */
  GPtrArray *items; /* of DlMicrodataItem: all, in their order */
} DlMicrodataPage;

/* Returns: (transfer full) */
DlMicrodataPage *dl_microdata_page_new (const DlInput *input);
void             dl_microdata_page_free (gpointer page);

/* The first of these that tells something, or NULL. */
const DlMicrodataProperty *dl_microdata_find (const DlMicrodataItem *item, const char *name);

/* The words of a property in one line; of an item its name, its address or all of it. Returns: (transfer full) */
char *dl_microdata_dup_line (const DlMicrodataPage *page, const DlMicrodataProperty *property);

G_END_DECLS
