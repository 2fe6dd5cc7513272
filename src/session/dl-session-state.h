/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dl-lane-options.h"
#include "model/dl-filter.h"
#include "time/dl-zone.h"

G_BEGIN_DECLS

/* What the reader has chosen about lanes: "a{sv}", floating. */
GVariant *dl_lane_options_to_variant (const DlLaneOptions *options);
/* What @variant has otherwise than it must be is left as usual. @options: (out):
 * to be cleared */
void dl_lane_options_from_variant (GVariant *variant, DlLaneOptions *options);

/* Of a kept state: lanes as above, and for a name of a zone that, NULL for the
 * file's own. Returns: whether it says anything about it */
gboolean dl_session_state_get_lanes (GVariant *state, DlLaneOptions *options);
gboolean dl_session_state_get_zone (GVariant *state, DlZone **zone);
/* @hides: (out): whether the others are left out. Returns: (transfer full)
 * (nullable): NULL where it says nothing */
DlFilter *dl_session_state_get_filter (GVariant *state, gboolean *hides);

G_END_DECLS
