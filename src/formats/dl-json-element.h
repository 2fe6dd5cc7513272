/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "formats/dl-json-scan.h"
#include "formats/dl-problem-list.h"
#include "formats/dl-vocabulary.h"

G_BEGIN_DECLS

/* Problems told of one element; what follows is left out quietly. */
#define DL_JSON_ELEMENT_MAX_PROBLEMS 100

/**
 * DlJsonElement:
 * @text: the whole text
 * @span: where the element stands in it
 * @list: the list that it is an element of ("events"), or the member at the top
 * @index: its index in @list; -1 when it is the member itself
 * @problems: (nullable): where to tell problems
 * @n_problems: how many were told
 * @n_notes: how many notes were told
 * @title: (nullable): of the event that the element is
 *
 * One element of a list of the file while it is read. The readers below hand
 * out a member when it is there and of the kind that is asked for. A member
 * that is left out, or null, is no problem; one of another kind is one. Where
 * they take @within and @nth, the object is the @nth element of the element's
 * list member @within, or with %NULL the element itself.
 */
typedef struct
{
  const char    *text;
  DlJsonSpan     span;
  const char    *list;
  gint64         index;
  DlProblemList *problems;
  guint          n_problems;
  guint          n_notes;
  const char    *title;
} DlJsonElement;

/* The element as a tree, or NULL when json-glib refuses it. @parser is for use
 * again and again. transfer full */
JsonNode *dl_json_element_parse (const DlJsonElement *element, JsonParser *parser);

/* Tells a problem of the value at @path from the element on ("/quotes/0/text",
 * "" for the element). Where there is no such value the element's start is meant.
 * @message: (transfer full) */
void dl_json_element_problem (DlJsonElement *element, const char *path, gboolean event_lost, char *message);

/* The same, with what was probably meant. @suggestion: (transfer full) (nullable) */
void dl_json_element_suggest (DlJsonElement *element,
                              const char    *path,
                              gboolean       event_lost,
                              char          *message,
                              char          *suggestion);

/* A note of the same place. @suggestion: (transfer full) (nullable) */
void dl_json_element_note (DlJsonElement *element, const char *path, char *message, char *suggestion);

/* A note that @word is understood as @meant, which is how the format writes it. */
void dl_json_element_note_spelling (DlJsonElement *element, const char *path, const char *word, const char *meant);

/* A problem whose suggestion is looked for when all is read. @message: (transfer full) */
void
dl_json_element_meant (DlJsonElement *element, const char *path, gboolean event_lost, DlMeant meant, char *message);

/* Notes what members @object has that objects of its kind have not. Where @within is
 * given, it is the @nth element of that list member of the element. */
void dl_json_element_note_unknown (DlJsonElement *element,
                                   const char    *within,
                                   guint          nth,
                                   JsonObject    *object,
                                   DlObjectKind   kind);

/* The same of a member of the object that @within and @nth name. */
void
dl_json_element_member_problem (DlJsonElement *element, const char *within, guint nth, const char *name, char *message);

/* Tells of a flaw that the scan found at @offset. */
void dl_json_element_flaw (DlJsonElement *element, DlJsonFlaw flaw, gsize offset, gboolean event_lost);

/* Whether @object has @name with a value other than null. */
gboolean dl_json_element_has (JsonObject *object, const char *name);

/* The text that stands where a list of texts is wanted, which is noted, or NULL. Owned by @object. */
const char *dl_json_element_lone_text (DlJsonElement *element, JsonObject *object, const char *name);

/* Owned by @object; NULL when it is left out or no string. */
const char *
dl_json_element_string (DlJsonElement *element, const char *within, guint nth, JsonObject *object, const char *name);
/* The same; NULL also when it is not a valid EDTF date. */
const char *
dl_json_element_date (DlJsonElement *element, const char *within, guint nth, JsonObject *object, const char *name);
/* NULL when it is left out or no list. At most 65,535 entries are to be used:
 * @n_used: (out). */
JsonArray *dl_json_element_list (DlJsonElement *element, JsonObject *object, const char *name, guint *n_used);
/* Returns: whether it is there and a number */
gboolean dl_json_element_number (DlJsonElement *element, JsonObject *object, const char *name, double *value);
/* @fallback when it is left out or neither true nor false. */
gboolean dl_json_element_boolean (DlJsonElement *element,
                                  const char    *within,
                                  guint          nth,
                                  JsonObject    *object,
                                  const char    *name,
                                  gboolean       fallback);

/* The JSON pointer of the member @name of an element; where @within is given, of the @nth
 * element of that list member of it. Returns: (transfer full) */
char *dl_json_path_of (const char *within, guint nth, const char *name);

/* The string of a node, or NULL when it is none. */
const char *dl_json_node_string (JsonNode *node);

/* @string fit to be quoted in one line of a message: shortened, without
 * control characters. transfer full */
char *dl_json_quotable (const char *string);

G_END_DECLS
