/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-input.h"
#include "formats/rows/dl-row-tables.h"

G_BEGIN_DECLS

/* What begins nowhere: a file may begin at byte 0. */
#define DL_JSON_NOWHERE G_MAXSIZE

/* Where the name of a group stands. */
typedef enum
{
  DL_JSON_NAMED_NOWHERE,
  DL_JSON_NAMED_LIST,   /* it is the key of a list, which tells of what kind its elements are */
  DL_JSON_NAMED_OBJECT, /* or that of an object */
  DL_JSON_NAMED_MEMBER, /* it is a member of the group */
} DlJsonNamed;

/* While the tables of a file are sought. */
typedef struct
{
  DlInput     *input;
  DlRowTables *tables;
  DlLiteral    root;
  const char  *name;          /* of the root; nullable */
  DlLiteral    year;          /* of the object that is looked through, or nothing */
  DlLiteral    month;         /* of that year, or nothing */
  DlLiteral    date;          /* of the object, where it says no more than that */
  DlLiteral    head;          /* as of dl_json_find_head() */
  gboolean     has_named;     /* whether what a table is called stands in the file beside it */
  DlLiteral    unit;          /* as of dl_json_find_unit() */
  gboolean     has_nodes;     /* whether the word stands in the file, as a name */
  gboolean     has_node_word; /* and in any way, whatever its letters */
  gboolean     in_row;        /* whether what is looked through is part of a row that is read */
  gboolean     is_element;    /* whether it is one of several alike, itself */
  GPtrArray   *outer;         /* of names: the groups around it, the inner one last */
  DlJsonNamed  named;         /* where what it is called stands */
  const char  *outer_topic;   /* nullable: what they all are called */
  gboolean     is_frame;      /* of the table that was found last, see dl_rows_is_frame() */
  gboolean     is_full;       /* the same, see dl_rows_is_full() */
  gboolean     is_spans;      /* the same, see dl_rows_is_spans() */
  gboolean     is_periods;    /* the same, see dl_rows_is_periods() */
  gboolean     is_own;        /* the same: whether its dates are not those of a record */
  gboolean     is_titled;     /* the same: whether there is a column that is called one of titles */
  const char  *inner;         /* nullable: what the lists of full rows are called in the frame that is looked through */
  char        *inner_as;      /* nullable: the same of the table that was looked at last */
  char        *unread;        /* nullable: a name for dates below which none could be read, in objects with titles */
  char        *unread_as;     /* the first of them */
  DlLiteral    unread_in;     /* where they stand */
  gboolean     unread_backwards;
  char        *fractions; /* nullable: as of dl_rows_get_fractions(), of some table */
  DlRows      *refused;   /* nullable: the longest list of objects that is no table of events */
  guint        n_refused; /* its rows, as far as they were counted */
  guint        n_tried;
  gsize        given_up;  /* where the search ended, where it was too long, or DL_JSON_NOWHERE */
  gsize        left;      /* where the first list stands that was not looked through to its end, or the same */
  GPtrArray   *beside;    /* of names: what stands beside tables, and is read by nobody */
  gsize        beside_at; /* the first of these */
  GPtrArray   *passed;    /* of DlJsonPassed: what looks like events and is not read */
  guint        n_groups;  /* elements beside others with tables, in whose lists none was found */
  gsize        groups_at; /* the first of these */
} DlJsonFinder;

typedef struct
{
  gsize    at;
  char    *name;
  gboolean inner; /* to a row */
} DlJsonPassed;

/* Whether a value is a table of events of this kind; what has but a date around it, is so only with all that
 * belongs to events. */
gboolean dl_json_judge_table (DlJsonFinder *self, DlRowTableKind kind, const DlLiteral *value);

/* Whether what is looked through stands in a month of a year: "day": 3 is a date then. */
gboolean dl_json_judge_month (const DlJsonFinder *self);

/* Keeps that a value has dates and is not read as events, to be told. @name: (nullable): of it;
 * @inner: it stands in a row */
void dl_json_judge_pass (DlJsonFinder *self, const DlLiteral *value, const char *name, gboolean inner);

/* Whether the first rows of a table, which was judged last, have others within them. */
gboolean dl_json_judge_inner (DlJsonFinder *self, const DlLiteral *table);

/* Whether a list holds the edges of a graph: `{"from": 100, "to": 210}` are no years where there are nodes. */
gboolean dl_json_judge_edges (DlJsonFinder *self, const DlLiteral *list);

/* Whether an object has a list that is called as events are, or has more elements than the object has objects, and
 * is a table of them: then what else it has are no rows, though some are objects in which a year stands. */
gboolean dl_json_judge_events (DlJsonFinder *self, const DlLiteral *object);

/* Whether all that stands in a list are years with lists of what happened in them, whatever these are called:
 * `{"year": 1990, "left": [{"name": …}], "right": […]}`. */
gboolean dl_json_judge_years (DlJsonFinder *self, const DlLiteral *list);

G_END_DECLS
