/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/dl-json.h"
#include "formats/dl-reader-outline.h"
#include "formats/draft/dl-draft-ids.h"
#include "formats/draft/dl-draft-table.h"
#include "formats/draft/dl-draft.h"

G_BEGIN_DECLS

/* What comes before the events is written last; so much room is left for it. */
#define DL_DRAFT_HEAD_ROOM (16 * 1024)

/* The lists of what an event names; the order in which its record has them. */
typedef enum
{
  DL_DRAFT_TOPICS,
  DL_DRAFT_PEOPLE,
  DL_DRAFT_SOURCES,
  DL_DRAFT_N_REFS,
} DlDraftRefKind;

/* @text: each `"id", `, where that is written down; @indexes: of guint32: the same in the outline */
typedef struct
{
  GString *text;
  GArray  *indexes;
} DlDraftRefs;

/* Of a draft that writes nothing down. */
typedef struct _DlDraftStraight DlDraftStraight;

struct _DlDraft
{
  GString     *head;
  DlDraftTable topics;
  DlDraftTable people;
  DlDraftTable places;
  GString     *sources;
  GHashTable  *source_numbers; /* the record of a source to its index, and 1 */
  GPtrArray   *source_ids;
  GString     *eras;
  GArray      *era_offsets; /* of gsize */
  GString     *events;      /* behind DL_DRAFT_HEAD_ROOM bytes */
  GArray      *offsets;     /* of gsize: of the events */
  GArray      *spans;       /* of DlJsonSpan: where they stand in the text */
  GArray      *outlined;    /* of DlOutlinedEvent */
  GArray      *refs;        /* of guint32: theirs */
  DlDraftIds  *ids;         /* of events */
  gboolean     numbered;    /* whether one of them is like those that are made up */

  DlDraftStraight *straight;    /* nullable */
  gboolean         keeps_texts; /* of one event at a time, and nothing else */

  /* The event that was begun. */
  gboolean    begun;
  gsize       offset;
  GString    *id;
  GString    *title;
  GString    *date;
  GString    *note;
  GString    *summary;
  GString    *place;
  guint32     event_place; /* its index, where there is one */
  DlDraftRefs event_refs[DL_DRAFT_N_REFS];
  GString    *related;
  GString    *quotes;
  GHashTable *many;         /* what is in its lists behind MAX_LOOK */
  GString    *source_words; /* what a title could be made of */
  gboolean    illustrated;  /* a medium was told, which may be without words */
  gboolean    told_path;    /* that links are kept as words which are paths */
  gboolean    told_year_zero;
  gsize       told_address; /* behind where the last link stands that was told to be none */
  GPtrArray  *left_out;     /* names of what is told to be left out; nullable */
  gsize       left_out_at;  /* where the first of them stands */
  int         status;       /* -1: not told */
  int         importance;

  DlProblemList *problems;
  GPtrArray     *telling; /* of those, what is told of the event that was begun */
  GArray        *told;    /* of DlDraftTold: what is told of events that are there */
  GHashTable    *kinds;   /* of problems, to how many there are; see dl-draft-problems.c */
  guint          n_lost;
};

/* A problem of an event; the list of problems has it. */
typedef struct
{
  DlProblem *problem;
  guint      event;
} DlDraftTold;

/* The text of events, of which there are none yet, with room before it. Returns: (transfer full) */
GString *dl_draft_new_events (void);

/* @text without space at its ends. Returns: where it begins; @length: (out): its bytes */
const char *dl_draft_trim (const char *text, gsize *length);

/* @string becomes @text without space at its ends, or stays where that is NULL. */
void dl_draft_put_text (GString *string, const char *text);

/* Appends what the event names to @refs, of #guint32, kind after kind; @counts: (out): how many of each. */
void dl_draft_gather_refs (const DlDraft *self, GArray *refs, guint16 *const *counts);

/* -write: the event that was begun, as a line of the text. */
void dl_draft_write_event (DlDraft *self);

/* Tells how many problems there are that were only counted. */
void dl_draft_tell_rest (DlDraft *self);
/* Tells what was left out of the file. */
void dl_draft_tell_left_out (DlDraft *self);

/* -straight: the event that was begun is whole. */
void dl_draft_straight_add (DlDraft *self);
/* A source that none was like, in the order of their numbers; @title: what it is called by. */
void dl_draft_straight_add_source (DlDraft *self, const char *id, const char *title, const DlSource *source);
/* What cannot be taken: the whole is to be written down. */
void dl_draft_straight_refuse (DlDraft *self);
void dl_draft_straight_free (DlDraftStraight *self);

/* The event that was begun is over: what was told of it has its title, and leads to it where
 * it is there, the last of the events. */
void dl_draft_settle_problems (DlDraft *self, gboolean is_there);

G_END_DECLS
