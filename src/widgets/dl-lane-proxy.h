/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_LANE_PROXY (dl_lane_proxy_get_type ())
G_DECLARE_FINAL_TYPE (DlLaneProxy, dl_lane_proxy, DL, LANE_PROXY, GtkWidget)

/* Stands for one lane of the drawn timeline to assistive technologies: a group with the
 * lane's name, its count and whether it is collapsed, laid over what the canvas paints;
 * and in it a button for each of what the lane counts. The pointer goes through it. */

GtkWidget *dl_lane_proxy_new (void);
/* @name: with its count; @bounds: where it lies in its parent */
void dl_lane_proxy_set (DlLaneProxy *self, const char *name, gboolean collapsed, const graphene_rect_t *bounds);
const graphene_rect_t *dl_lane_proxy_get_bounds (DlLaneProxy *self);
/* Where a button in it lies in the parent. */
void dl_lane_proxy_place (GtkWidget *button, const graphene_rect_t *bounds);

G_END_DECLS
