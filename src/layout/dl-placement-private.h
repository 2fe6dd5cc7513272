/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-placement.h"
#include "layout/dl-ruler.h"
#include "layout/dl-row.h"

G_BEGIN_DECLS

/* One file a concern: dl-placement (lanes and their heights), -candidate (what
 * an event's label would be), -rows (which row it stands in), -forms (how much
 * it says), -follow (while the view moves). */

struct _DlPlacement
{
  gatomicrefcount ref_count;
  DlArrangement  *arrangement;
  DlViewport      viewport;
  DlPlacedLane   *lanes;
  double          height;
  gboolean        moving;
  GStringChunk   *strings; /* of @shared */
  gpointer        shared;  /* a reference counted box, for all on the way of a movement */
};

/* Without a lane yet. @like: (nullable): whose strings it goes on with */
DlPlacement *dl_placement_alloc (const DlPlacementInput *input, DlPlacement *like);

/* What may become a label. */
typedef struct
{
  DlLabel  label;
  double   from;       /* x of its extent, within the canvas */
  double   to;         /* */
  double   label_from; /* x where its label begins after its date, or may not begin before it */
  double   label_to;   /* x where its label ends before its date */
  double   title;      /* widths, uncut */
  double   status;     /* with the gap before it; 0 for none */
  double   date;       /* */
  double   want;       /* what it would take */
  double   least;      /* what it can do with */
  double   width;      /* what it got */
  gboolean told;       /* its date can be read off the ruler */
  guint    weight;
  gint     row; /* -1 for none */
} DlCandidate;

/* A lane while it is placed. */
typedef struct
{
  const DlPlacementInput *input;
  DlPlacement            *placement;
  DlUnit                  ruler_unit;  /* what the ruler tells apart */
  gint64                  ruler_count; /* */
  guint                   lane;
  const DlLaneIndex      *index;
  GArray                 *candidates; /* DlCandidate, the best first */
  guint                  *in_time;    /* indexes of them, in the order of time */
  guint                   n_in_time;
  DlRow                  *rows; /* DL_MAX_ROWS */
  guint                   n_inited;
  guint                   n_rows;
  guint                   n_meeting;
  guint                   n_shown;        /* of these, by a filter */
  gboolean                all;            /* whether all that meet the window are candidates */
  double                  note_from;      /* what the header takes of the first row at its left */
  double                  note_to;        /* where what it takes at its right begins */
  gboolean                crowded;        /* some have no label */
  gboolean                own_header;     /* it has a line of its own */
  gboolean                needs_header;   /* the same if there is a single row */
  gboolean                own_if_crowded; /* and if some have no label */
  gboolean                shown;
  gboolean                keep;     /* has all the rows that it wants, however high that is */
  gboolean                whole;    /* all that is in sight has a label in n_wanted rows */
  gboolean                full;     /* no more rows */
  gboolean                filled;   /* it is known what has no label */
  guint                   n_wanted; /* rows */
  guint                   n_given;  /* */
  double                 *row_heights;
} DlLanePlacer;

/* -candidate */

/* Measures an event but for its date in words, which takes longest: enough to see
 * whether it has any room. */
void dl_candidate_measure (DlCandidate *self, DlLanePlacer *placer, guint item);
/* Measures all of it. */
void dl_candidate_init (DlCandidate *self, DlLanePlacer *placer, guint item);
/* Lets its label stand beside all of its extent, rather than beside what is stated
 * of it. Returns: whether that is anywhere else */
gboolean dl_candidate_loosen (DlCandidate *self, DlLanePlacer *placer);
/* What it would take, by whether its lane is crowded. */
void dl_candidate_set_want (DlCandidate *self, DlLanePlacer *placer);
/* Puts @in_time in order, when there are more candidates. */
void dl_lane_placer_order (DlLanePlacer *placer);
/* Puts up to @max candidates into the placer. */
void dl_lane_placer_gather (DlLanePlacer *placer, guint max);
/* How much of @room its words take: all of them, else without the date, else the
 * title alone, else what there is of it. */
double dl_candidate_get_step (const DlCandidate *self, double room);
/* The candidate's label where it has @width on its @side. */
void dl_candidate_set_words (DlCandidate *self, DlLanePlacer *placer);

/* How far it reaches over the end of its extent, where it stands now. */
void dl_candidate_set_shift (DlCandidate *self, DlLanePlacer *placer);

/* -rows */

/* Where the candidate would stand with @need in @row. */
gboolean dl_lane_placer_fits (DlLanePlacer      *placer,
                              const DlCandidate *candidate,
                              guint              row,
                              double             need,
                              DlLabelSide       *side,
                              double            *room);
/* Empties all rows but for what the header takes. */
void dl_lane_placer_empty (DlLanePlacer *placer, guint n_rows);
/* Gives every candidate a row, in the order of time, in up to @max_rows.
 * Returns: whether all have one */
gboolean dl_lane_placer_place_all (DlLanePlacer *placer, guint max_rows);
/* Brings labels whose dates begin near each other into the order of time, down
 * the rows. Returns: whether any has moved */
gboolean dl_lane_placer_sort (DlLanePlacer *placer);
/* Gives the first row back what the header at its left no longer takes. */
void dl_lane_placer_shrink_note (DlLanePlacer *placer);
/* Names what has none and finds room in the rows that there are. Returns: whether anything does */
gboolean dl_lane_placer_fill (DlLanePlacer *placer);
/* Gives the best of them one of @n_rows, and fills these. */
void dl_lane_placer_place_best (DlLanePlacer *placer, guint n_rows);

/* -forms */

/* What is left of a row beside what the candidate has, on its side. */
double dl_lane_placer_room (DlLanePlacer *placer, guint index);
/* Lets labels have what is free beside them; @turning: on the side where there
 * is enough. */
void dl_lane_placer_widen (DlLanePlacer *placer, gboolean turning);
/* Names what finds room beside labels that have become richer, and so narrower,
 * in a line. */
void dl_lane_placer_fill_last (DlLanePlacer *placer);
/* Makes labels richer: titles whole while that takes no more than
 * @titles_spare pixels of height, all rows together, and then cards while there
 * is some of @spare. Sets the labels' heights. Returns: what is left of @spare */
double dl_placement_enrich (DlLanePlacer *placers, guint n_lanes, double spare, double titles_spare);

G_END_DECLS
