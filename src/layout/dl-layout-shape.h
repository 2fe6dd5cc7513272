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
 * dl_layout_shape_add_when:
 * @own: what all operations have in common: event, lane, row, hue and flags
 * @y: top, in pixels
 * @height: of a line; a diamond is as high as it is, around the same middle
 *
 * Appends the when-line of a single date: a diamond, a line that may fade, or
 * for a set a thin line with its members.
 */
void dl_layout_shape_add_when (const DlLayoutShape *self, DlScene *scene, const DlOp *own, double y, double height);

/**
 * dl_layout_shape_place_bar:
 * @op: of an interval; gets its place, where it is certain and where it is
 *   planned; keeps its colours, and its other flags beside those of its ends
 * @y: top, in pixels
 * @height: in pixels
 *
 * Where an interval's bar stands, and what its ends look like.
 */
void dl_layout_shape_place_bar (const DlLayoutShape *self, DlOp *op, double y, double height);

G_END_DECLS
