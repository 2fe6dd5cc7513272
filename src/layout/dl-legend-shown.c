/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which signs are in a picture, and which of them it has to explain. */
#include "layout/dl-legend-shown.h"

#include <string.h>

#include "layout/dl-primitives.h"

#define PLAIN (DL_MEANS_DATE | DL_MEANS_TIME | DL_MEANS_INTERVAL | DL_MEANS_AS_OF | DL_MEANS_FOLD)
/* They are explained beside unusual ones, but are none. */
#define UNLABELLED (DL_MEANS_MARK | DL_MEANS_DENSITY)

/* A sign that is less than this of the picture is not seen; pixels. */
#define LEAST_SEEN 2.0

static void
add (DlLegendShown *self, guint32 means, guint8 hue)
{
  guint32 more = means & ~self->meanings;

  for (guint sign = 0; sign < DL_N_SIGNS && more != 0; sign++)
    if (more & dl_legend_meanings_of_sign ((DlSign) sign) &&
        (self->meanings & dl_legend_meanings_of_sign ((DlSign) sign)) == 0)
      self->hues[sign] = hue;
  self->meanings |= means;
}

static gboolean
is_seen (double from, double to, double width)
{
  return MIN (to, width) - MAX (from, 0) >= LEAST_SEEN;
}

/* Whether it fades at either end, in sight. */
static gboolean
fades (const DlOp *op, double width)
{
  double from = (double) op->x;
  double to = from + (double) op->w;

  return is_seen (from, MIN ((double) op->solid_from, to), width) ||
         is_seen (MAX ((double) op->solid_to, from), to, width);
}

/* What of all that a date may say is drawn of it. */
static guint32
drawn_of (const DlOp *op, guint32 means, double width)
{
  double from = MAX ((double) op->x, 0);
  double to = MIN ((double) (op->x + op->w), width);

  /* All diamonds are alike. */
  if (op->kind == DL_OP_DIAMOND)
    return means & (DL_MEANS_TIME | DL_MEANS_CANCELLED);
  means &= ~(guint32) DL_MEANS_TIME;
  if (op->kind != DL_OP_BAR || !fades (op, width))
    means &= ~(guint32) (DL_MEANS_AROUND | DL_MEANS_FADING);
  if (to - from < DL_LEAST_FOR_ENDS)
    means &= ~(guint32) (DL_MEANS_OPEN_START | DL_MEANS_OPEN_END | DL_MEANS_UNKNOWN_START | DL_MEANS_UNKNOWN_END);
  if (!is_seen (MAX ((double) op->split, from), to, width))
    means &= ~(guint32) DL_MEANS_EXPECTED;
  if (means == 0)
    return op->role == DL_ROLE_BAR ? DL_MEANS_INTERVAL : DL_MEANS_DATE;
  return means;
}

/* What an operation says that shows no date. */
static guint32
meaning_of (const DlOp *op)
{
  switch ((DlRole) op->role)
    {
    case DL_ROLE_FUTURE:
      return DL_MEANS_AS_OF;
    case DL_ROLE_FOLD:
      return DL_MEANS_FOLD;
    case DL_ROLE_MARK:
      return DL_MEANS_MARK;
    case DL_ROLE_DENSITY:
      return DL_MEANS_DENSITY | (op->split < G_MAXFLOAT ? DL_MEANS_DIMMED : 0);
    case DL_ROLE_NEWS:
      return op->flags & DL_OP_ADDED ? DL_MEANS_ADDED : DL_MEANS_CHANGED;
    default:
      return 0;
    }
}

static gboolean
is_in_sight (const DlOp *op, DlScene *scene)
{
  gboolean fixed = (op->flags & DL_OP_FIXED) != 0;
  double   top = (double) op->y - (fixed ? 0 : dl_scene_get_scroll (scene));
  double   least = fixed ? 0 : dl_scene_get_head_height (scene);

  return (double) op->x < dl_scene_get_width (scene) && (double) (op->x + op->w) > 0 &&
         top < dl_scene_get_height (scene) && top + (double) op->h > least && (op->flags & DL_OP_OUTSIDE) == 0;
}

void
dl_legend_find_shown (DlScene *scene, DlLegendShown *shown)
{
  DlTimeline      *timeline = dl_scene_get_timeline (scene);
  double           width = dl_scene_get_width (scene);
  DlInstant        moment;
  const DlInstant *as_of = dl_timeline_get_as_of (timeline, &moment) ? &moment : NULL;
  guint            n_ops;
  const DlOp      *ops = dl_scene_get_ops (scene, &n_ops);

  memset (shown, 0, sizeof *shown);
  for (guint i = 0; i < n_ops; i++)
    {
      const DlOp *op = &ops[i];
      DlDate      date;
      guint32     means;

      if (!is_in_sight (op, scene))
        continue;
      add (shown, meaning_of (op) | (op->flags & DL_OP_DIMMED ? DL_MEANS_DIMMED : 0), op->hue);
      if (op->event == DL_NONE || (op->role != DL_ROLE_WHEN && op->role != DL_ROLE_BAR))
        continue;
      dl_timeline_get_date (timeline, op->event, &date);
      means = dl_legend_meanings_of (&date, (DlStatus) dl_timeline_get_record (timeline, op->event)->status, as_of);
      add (shown, drawn_of (op, means, width), op->hue);
    }
}

guint32
dl_legend_choose (DlLegendMode mode, guint32 meanings)
{
  if (mode == DL_LEGEND_ALL)
    return meanings;
  return mode == DL_LEGEND_IF_NEEDED && (meanings & ~(guint32) (PLAIN | UNLABELLED)) != 0 ? meanings & ~(guint32) PLAIN
                                                                                          : 0;
}
