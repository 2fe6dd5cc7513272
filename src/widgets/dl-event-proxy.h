/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_EVENT_PROXY (dl_event_proxy_get_type ())
G_DECLARE_FINAL_TYPE (DlEventProxy, dl_event_proxy, DL, EVENT_PROXY, GtkWidget)

/* Stands for one event of the drawn timeline to assistive technologies and to
 * the keyboard focus: a list item without a look of its own, laid over what
 * the canvas paints. The pointer goes through it. */

GtkWidget *dl_event_proxy_new (void);
guint      dl_event_proxy_get_event (DlEventProxy *self);
/* The key of the lane that it stands in: an event of several has one in each. */
const char *dl_event_proxy_get_lane (DlEventProxy *self);

/**
 * dl_event_proxy_set:
 * @event: position in the timeline
 * @lane: key of the lane
 * @name: title, date, status, lane
 * @description: "3 of 14"
 * @selected: whether it is the selected event
 * @n_events: of how many it is one
 * @bounds: where it lies in its parent
 */
void dl_event_proxy_set (DlEventProxy          *self,
                         guint                  event,
                         const char            *lane,
                         const char            *name,
                         const char            *description,
                         gboolean               selected,
                         guint                  n_events,
                         const graphene_rect_t *bounds);

const graphene_rect_t *dl_event_proxy_get_bounds (DlEventProxy *self);

G_END_DECLS
