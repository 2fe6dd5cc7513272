/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a widget draws of itself, read from the nodes that it would give to the display. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): NULL where it draws nothing */
GskRenderNode *drawn_take (GtkWidget *widget);

/* Looks at a node that draws something. @bounds: in the widget, as much of it as is seen; @opacity: how much is seen of
 * it. Returns: whether it has been found: no other is looked at then */
typedef gboolean (*DrawnFunc) (GskRenderNode *node, const graphene_rect_t *bounds, double opacity, gpointer data);
/* @type: of the nodes. @node: (nullable) Returns: whether one has been found */
gboolean drawn_find (GskRenderNode *node, GskRenderNodeType type, DrawnFunc func, gpointer data);

/* Whether an area is filled in a colour, however opaque; the first one's place in @bounds. */
gboolean drawn_has_color (GskRenderNode *node, const GdkRGBA *color, graphene_rect_t *bounds);
/* Whether these words are drawn, in whatever size and lines, in the face that @widget's text has. */
gboolean drawn_has_words (GskRenderNode *node, GtkWidget *widget, const char *words);
/* Where a line of no other words is drawn most clearly. @bounds: (nullable) (out): its place, where there is one
 * Returns: how much is seen of it, 0 where there is none */
double drawn_find_line (GskRenderNode *node, GtkWidget *widget, const char *words, graphene_rect_t *bounds);

G_END_DECLS
