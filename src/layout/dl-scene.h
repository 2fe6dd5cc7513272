/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-curve.h"
#include "layout/dl-folds.h"
#include "layout/dl-text-measure.h"
#include "model/dl-timeline.h"

G_BEGIN_DECLS

/* What an operation is to the reader; the first word of a line of a dump. */
typedef enum
{
  DL_ROLE_BACKGROUND, /* the canvas */
  DL_ROLE_WEEKEND,
  DL_ROLE_FUTURE, /* what lies after the as-of date */
  DL_ROLE_ERA,
  DL_ROLE_GRID,
  DL_ROLE_RULER,
  DL_ROLE_TICK,
  DL_ROLE_CONTEXT, /* the ruler's upper tier */
  DL_ROLE_MARKER,  /* as-of, today */
  DL_ROLE_TOGGLE,  /* shows or hides a lane's rows */
  DL_ROLE_LANE,    /* a lane's name */
  DL_ROLE_SEPARATOR,
  DL_ROLE_TOTAL,   /* a lane's number of events */
  DL_ROLE_EARLIER, /* what lies left of the window */
  DL_ROLE_LATER,
  DL_ROLE_BELOW,     /* what lies below the fold */
  DL_ROLE_SELECTION, /* tells the selected event apart; under what shows it */
  DL_ROLE_WHEN,      /* how exactly a labelled event's time is known */
  DL_ROLE_BAR,       /* a labelled interval */
  DL_ROLE_CARD,
  DL_ROLE_LABEL, /* a labelled event without a card */
  DL_ROLE_TEXT,  /* text inside a card */
  DL_ROLE_STATUS,
  DL_ROLE_MARK,       /* one event without a label */
  DL_ROLE_DENSITY,    /* several that start close together */
  DL_ROLE_COUNT,      /* those that were already running at the left edge */
  DL_ROLE_UNLABELLED, /* how many of a lane are marked or in densities */
  DL_ROLE_MORE_ROWS,  /* how many rows a lane would have on top */
  DL_ROLE_HEADING,    /* title of an exported picture */
  DL_ROLE_GROUND,     /* under words, so that no line runs through them */
  DL_ROLE_FOLD,       /* a stretch of time that is folded into a break, over the lanes */
  DL_ROLE_BREAK,      /* the same over the ruler, and how long it is */
  DL_ROLE_HIT,        /* under a word that is searched for; at the end of a label where it is not drawn */
  DL_ROLE_FOOT,       /* at the foot of a picture: how many of a lane are not named */
  DL_ROLE_ABSENT,     /* below that: lanes that it leaves out, for they have nothing in its time */
  DL_ROLE_RELATION,   /* how the selected event and another one belong together, and where that is */
  DL_ROLE_NEWS,       /* tells that an event is new in its file, or changed; at what shows it */
  DL_ROLE_LEGEND,     /* at the foot of a picture: what a sign means */
} DlRole;

typedef enum
{
  DL_OP_RECT,     /* filled, perhaps with a border */
  DL_OP_BAR,      /* a rectangle with soft, open or unknown ends */
  DL_OP_DIAMOND,  /* a point in time */
  DL_OP_TRIANGLE, /* of a toggle: points down, or right where collapsed */
  DL_OP_TEXT,
  DL_OP_TEAR,  /* filled between two torn edges, left and right */
  DL_OP_CURVE, /* a line, perhaps with arrowheads */
} DlOpKind;

/* Which colour, as a role; the theme says what it looks like. */
typedef enum
{
  DL_PAINT_NONE,
  DL_PAINT_VIEW,
  DL_PAINT_INK,
  DL_PAINT_DIM,
  DL_PAINT_LINE,  /* between things, such as lanes */
  DL_PAINT_SHAPE, /* where a thing ends that says something by its shape, as a fold does */
  DL_PAINT_GRID,
  DL_PAINT_WEEKEND,
  DL_PAINT_FUTURE,
  DL_PAINT_ACCENT,
  DL_PAINT_ON_ACCENT,
  DL_PAINT_SELECTED,    /* the ring and the ground of the selected event */
  DL_PAINT_ON_SELECTED, /* words on it */
  DL_PAINT_CARD,
  DL_PAINT_HUE,       /* the lane's colour at full strength */
  DL_PAINT_HUE_FILL,  /* its tint, for bars */
  DL_PAINT_HUE_HATCH, /* the stripes of what is planned */
  DL_PAINT_HUE_LINE,  /* between the two, for borders */
  DL_PAINT_HIT,       /* a marker's, under words that are searched for */
  DL_PAINT_HIT_LINE,  /* what tells it from what is around it */
} DlPaint;
#define DL_N_PAINTS 20

typedef enum
{
  DL_OP_OUTSIDE = 1 << 0,       /* its event's extent does not meet the window */
  DL_OP_PLANNED = 1 << 1,       /* outline and hatch */
  DL_OP_CANCELLED = 1 << 2,     /* text is struck through, shapes are hollow */
  DL_OP_SELECTED = 1 << 3,      /* its event is the selected one; an operation of its own shows it */
  DL_OP_OPEN_START = 1 << 4,    /* runs off with an arrow */
  DL_OP_OPEN_END = 1 << 5,      /* */
  DL_OP_UNKNOWN_START = 1 << 6, /* a question mark */
  DL_OP_UNKNOWN_END = 1 << 7,   /* */
  DL_OP_FIXED = 1 << 8,         /* does not scroll with the lanes */
  DL_OP_ALIGN_END = 1 << 9,     /* text ends at x + w */
  DL_OP_ALIGN_CENTER = 1 << 10, /* */
  DL_OP_ROUND = 1 << 11,        /* a pill */
  DL_OP_DASHED = 1 << 12,       /* */
  DL_OP_DOUBT_START = 1 << 13,  /* dashed there: uncertain */
  DL_OP_COLLAPSED = 1 << 14,    /* of a toggle */
  DL_OP_CUT = 1 << 15,          /* text that is shortened */
  DL_OP_DIMMED = 1 << 16,       /* a filter lets none of what it stands for through */
  DL_OP_HIT = 1 << 17,          /* stands for what is searched for, or for some of it */
  DL_OP_HEAD_END = 1 << 18,     /* of a curve: an arrowhead where it ends */
  DL_OP_ADDED = 1 << 19,        /* of news: it was not in the file before */
  DL_OP_CHANGED = 1 << 20,      /* the same: it says something else now */
  DL_OP_SAMPLE = 1 << 21,       /* of a legend: stands for nothing in the timeline */
  DL_OP_DOUBT_END = 1 << 22,    /* dashed there: uncertain */
} DlOpFlags;

/* All of it is uncertain. */
#define DL_OP_DOUBT (DL_OP_DOUBT_START | DL_OP_DOUBT_END)

/* How wide and high a badge is that tells news, in pixels. */
#define DL_NEWS_SIZE 10.0

#define DL_NO_LANE G_MAXUINT16
#define DL_NO_ROW G_MAXUINT16

/**
 * DlOp:
 * @event: position in the timeline, or %DL_NONE
 * @lane: index of the lane, or %DL_NO_LANE
 * @row: index within the lane, or %DL_NO_ROW
 * @fold: index of the fold, or %DL_NO_FOLD
 * @x: left edge in pixels from the canvas's corner
 * @solid_from: for bars and when-lines, x where it is certain; fades before
 * @solid_to: x where it stops being certain; fades after
 * @split: for bars, x from which it is planned (hatched); for densities of which a
 *   filter lets some through, y from which they are these
 * @count: for density, counts, totals: how many events
 * @text: (nullable): owned by the scene
 * @curve: (nullable): of a curve, which way it takes; owned by the scene. The box
 *   is that of its points
 *
 * One plain drawing operation.
 */
typedef struct
{
  guint8      kind;   /* DlOpKind */
  guint8      role;   /* DlRole */
  guint8      fill;   /* DlPaint */
  guint8      border; /* DlPaint */
  guint8      style;  /* DlTextStyle */
  guint8      hue;    /* palette index */
  guint16     lane;
  guint16     row;
  guint16     fold;
  guint32     flags;
  guint32     event;
  guint32     count;
  float       x, y, w, h;
  float       solid_from, solid_to, split;
  float       radius;
  const char *text;

  const DlCurve *curve;
} DlOp;

/**
 * DlScene:
 *
 * A finished picture: operations in painting order, and what hit testing and
 * accessibility need. Built by dl_layout_build(), immutable afterwards,
 * reference counted.
 */
typedef struct _DlScene DlScene;

DlScene *dl_scene_new (DlTimeline *timeline, double width, double height);
DlScene *dl_scene_ref (DlScene *self);
void     dl_scene_unref (DlScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlScene, dl_scene_unref)

/* Appends a zeroed operation to fill in; valid until the next call. */
DlOp *dl_scene_add (DlScene *self, DlOpKind kind, DlRole role);
/* The same for a curve, of which it keeps a copy; its box is filled in. */
DlOp *dl_scene_add_curve (DlScene *self, DlRole role, const DlCurve *curve);
/* Makes an operation of that role a badge with its middle at @x, @y. @news: %DL_OP_ADDED
 * or %DL_OP_CHANGED */
void dl_news_badge (DlOp *op, guint32 news, double x, double y);
/* Puts what was added from the operation @first on beneath the operation @below. */
void dl_scene_lower (DlScene *self, guint first, guint below);
/* Shows what @other shows: its time, scrolled as that is. */
void dl_scene_set_like (DlScene *self, DlScene *other);
/* Appends all of @other, moved by @x and @y pixels, as a picture in which nothing can be
 * pressed: a toggle is the dot that a lane has there, and what shows all of its rows is gone. */
void dl_scene_append (DlScene *self, DlScene *other, double x, double y);
/* Appends what a legend shows of a sign, in the colour of @hue. @words: what it means */
void dl_scene_append_sample (DlScene *self, DlScene *sample, double x, double y, guint hue, const char *words);
/* Keeps a copy of @text, as it can be drawn, for as long as the scene lives. */
const char *dl_scene_keep (DlScene *self, const char *text);

const DlOp *dl_scene_get_ops (DlScene *self, guint *n_ops);
DlTimeline *dl_scene_get_timeline (DlScene *self);
double      dl_scene_get_width (DlScene *self);
double      dl_scene_get_height (DlScene *self);

/* What is folded in it; nullable. */
void dl_scene_set_folds (DlScene *self, const DlFolds *folds);

/* Which time it shows: [@from, @to), on the axis's real side. */
void dl_scene_set_range (DlScene *self, DlInstant from, DlInstant to);
/* Not finite where nobody has said so. */
void dl_scene_get_range (const DlScene *self, DlInstant *from, DlInstant *to);

/* The part above the lanes that does not scroll, and the height of everything
 * if nothing had to be cut; pixels. */
void   dl_scene_set_heights (DlScene *self, double head, double content);
double dl_scene_get_head_height (DlScene *self);
double dl_scene_get_content_height (DlScene *self);
/* How far the lanes are scrolled; operations that are not fixed are painted
 * this much higher than they say. */
void   dl_scene_set_scroll (DlScene *self, double scroll);
double dl_scene_get_scroll (DlScene *self);

/* What the picture is called: what its title says, else the timeline's; nullable. */
void        dl_scene_set_title (DlScene *self, const char *title);
const char *dl_scene_get_title (DlScene *self);

/* Whether there was no room for what explains the signs of a picture. */
void     dl_scene_set_unexplained (DlScene *self, gboolean unexplained);
gboolean dl_scene_get_unexplained (DlScene *self);

/* What a picture has no room to name, in words; nullable. */
void        dl_scene_set_unnamed (DlScene *self, const char *words);
const char *dl_scene_get_unnamed (DlScene *self);

/* Translated-free name of a role: "card", "label", … */
const char *dl_role_to_string (DlRole role);

/**
 * dl_scene_pick:
 * @x: pixels from the canvas's corner, as seen (scrolled)
 * @y: the same
 * @slack: how far beside a thing a pointer may be, in pixels
 *
 * Returns: (nullable): the uppermost operation there that stands for an event,
 *   for a number of events, for a lane (its name, its toggle) or for a fold;
 *   owned by the scene
 */
const DlOp *dl_scene_pick (DlScene *self, double x, double y, double slack);

/* The era drawn at a place, of several there the uppermost; nullable. Nothing that
 * one could act on: dl_scene_pick () passes it over. Its text says all of it. */
const DlOp *dl_scene_find_era (DlScene *self, double x, double y, double slack);

/* The operation that shows @event best: its card, bar, label or mark; nullable.
 * @lane: the lane to look in, or %DL_NO_LANE for the first that has it. */
const DlOp *dl_scene_find_event (DlScene *self, guint32 event, guint lane);

/* Appends the scene to @out, one JSON object a line, in painting order, with all
 * that an operation says. What is not there (no lane, no border, a flag that is
 * not set, a split where nothing is split) has no member. */
void dl_scene_dump (DlScene *self, GString *out);

G_END_DECLS
