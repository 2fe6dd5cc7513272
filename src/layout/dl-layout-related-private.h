/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-layout-private.h"
#include "model/dl-related.h"

G_BEGIN_DECLS

/* A box, in pixels as seen (scrolled). */
typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} DlArea;

static inline gboolean
dl_area_meets (const DlArea *self, const DlArea *other, double apart)
{
  return self->left - apart < other->right && other->left - apart < self->right && self->top - apart < other->bottom &&
         other->top - apart < self->bottom;
}

/**
 * DlObstacle:
 * @area: where it is
 * @words: whether it is words, or their ground: a line below it cannot be seen
 *
 * Something that one reads, and that nothing is written on.
 */
typedef struct
{
  DlArea   area;
  gboolean words;
} DlObstacle;

typedef enum
{
  DL_WHERE_SEEN,
  DL_WHERE_EARLIER, /* beyond the left edge of the window */
  DL_WHERE_LATER,
  DL_WHERE_ABOVE, /* in rows that are scrolled out of sight */
  DL_WHERE_BELOW,
  DL_WHERE_NOWHERE, /* in a lane that is not shown */
} DlWhere;

/**
 * DlRelatedSpot:
 * @event: position in the timeline
 * @where: whether it is in sight, else on which side
 * @shape: of what is seen, its when-line, bar, mark, or the number that holds it; of what is
 *   out of sight and has a chip, the chip
 * @words: of what is seen and has a label, its words or its card
 * @has_words: whether it has
 * @number: what it is one of where it has no mark of its own; to be compared
 * @want: of what is out of sight, the x or the y along its edge that is nearest to it
 * @label: how it is related to the selected event; %NULL of that one itself
 * @label_width: of that, with what is free beside it
 * @description: (nullable): all of it in words
 * @directed: whether there is an arrowhead where the curve ends at it
 * @has_curve: whether there is a way to it
 * @curve: that way
 * @has_label: whether there is a place for its words
 * @label_area: that place
 *
 * An event that a curve begins or ends at, and where it is.
 */
typedef struct
{
  guint32     event;
  guint       lane;
  DlWhere     where;
  DlArea      shape;
  DlArea      words;
  gboolean    has_words;
  const void *number;
  double      want;
  const char *label;
  double      label_width;
  const char *description;
  gboolean    directed;
  gboolean    has_curve;
  DlCurve     curve; /* as seen */
  gboolean    has_label;
  DlArea      label_area;
} DlRelatedSpot;

/* While the relations of the selected event are laid out. */
typedef struct
{
  DlLayoutContext *layout;
  DlArea           lanes;     /* what is seen of them */
  GArray          *obstacles; /* DlObstacle */
  GArray          *chips;     /* DlArea: of these too */
  DlRelatedSpot   *source;    /* the selected event */
  DlRelatedSpot   *spots;     /* what it is related to, the best first */
  guint            n_spots;
  guint            n_more; /* of them that are not among the spots */
} DlRelatedLayout;

/* -edges: chips for those that are out of sight, in operations that do not
 * scroll. What finds no place is nowhere then. */
void dl_layout_related_edges (DlRelatedLayout *self);
/* How many there are that have neither a curve nor a chip. */
void dl_layout_related_more (DlRelatedLayout *self);

/* -curves: a way to each that is in sight or has a chip, and a place on it for
 * its words. */
void dl_layout_related_route (DlRelatedLayout *self);
/* -area */
void dl_related_layout_add_obstacle (DlRelatedLayout *self, const DlArea *area, gboolean words);
/* Whether nothing that one reads is there, nor nearer than @apart pixels. */
gboolean dl_related_layout_is_free (const DlRelatedLayout *self, const DlArea *area, double apart);

G_END_DECLS
