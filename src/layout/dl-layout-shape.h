/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-scene.h"
#include "layout/dl-viewport.h"

G_BEGIN_DECLS

/**
 * DlLayoutShape:
 * @date: resolved on the axis of @zone
 * @date_text: (nullable): its EDTF, for the members of a set; borrowed
 * @status: of its event
 * @viewport: borrowed
 * @zone: (nullable): of the axis; borrowed
 * @as_of: (nullable): after it an interval is planned; borrowed
 * @least_width: of a line or a bar, so that it can be seen; pixels
 *
 * All that decides which form a date has: a diamond, a line, a bar, where it
 * fades, what its ends look like, what is planned or in doubt of it.
 */
typedef struct
{
  DlDate            date;
  const char       *date_text;
  DlStatus          status;
  const DlViewport *viewport;
  const DlZone     *zone;
  const DlInstant  *as_of;
  double            least_width;
} DlLayoutShape;

/* What the status and doubt of a date say, of all operations that show it. */
guint32 dl_layout_shape_get_flags (const DlLayoutShape *self);

/**
 * dl_layout_shape_add:
 * @own: what all operations have in common: event, lane, row, hue and flags
 * @middle: y around which it is drawn, in pixels
 *
 * Appends what shows a date. A single date is a diamond, a line that may fade,
 * or for a set a thin line with its members. An interval is a bar that says
 * where it is certain, where it is planned, and what its ends are like.
 */
void dl_layout_shape_add (const DlLayoutShape *self, DlScene *scene, const DlOp *own, double middle);

G_END_DECLS
