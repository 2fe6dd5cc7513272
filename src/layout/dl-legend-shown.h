/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-legend.h"

G_BEGIN_DECLS

/* Which of its signs a picture explains. */
typedef enum
{
  DL_LEGEND_NONE,
  DL_LEGEND_IF_NEEDED, /* where there is an unusual one: these, and what has no label */
  DL_LEGEND_ALL,       /* all that are in it */
} DlLegendMode;

/**
 * DlLegendShown:
 * @meanings: of #DlMeaning
 * @hues: of each sign, the palette index that it has first
 *
 * What a finished picture says by signs that are in sight.
 */
typedef struct
{
  guint32 meanings;
  guint8  hues[DL_N_SIGNS];
} DlLegendShown;

/**
 * dl_legend_find_shown:
 * @scene: as it is seen
 * @shown: (out): what it says
 *
 * By what is drawn, and not by what there may be to draw: a fade that lies beside the
 * picture, or an end that is too short for its arrow, is none.
 */
void dl_legend_find_shown (DlScene *scene, DlLegendShown *shown);

/* Of these, what a picture of @mode explains: 0 for no legend. What anybody takes for
 * granted (a date, a point in time, an interval), and what a picture says in words anyway
 * (the as-of date, a fold), asks for none. */
guint32 dl_legend_choose (DlLegendMode mode, guint32 meanings);

G_END_DECLS
