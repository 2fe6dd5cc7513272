/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dl-filter.h"

G_BEGIN_DECLS

/**
 * dl_overlay_leave_off:
 * @self: a telling of @whole without the events that @filter does not let through
 *
 * Of files that are switched off, all events of which @filter leaves out for the file that they
 * are of, the telling has nothing else either: what it is called and says of itself, its eras
 * and the people, places, topics and sources that it counts are those of the others. Of a file that was
 * made of several the eras are everybody's, since it does not say whose.
 */
void dl_overlay_leave_off (DlTimeline *self, DlTimeline *whole, const DlFilter *filter);

G_END_DECLS
