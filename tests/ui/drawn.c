/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawn.h"

#include <string.h>

typedef struct
{
  GskRenderNodeType type;
  DrawnFunc         func;
  gpointer          data;
} Search;

typedef struct
{
  const GdkRGBA   *color;
  graphene_rect_t *bounds;
} Color;

/* A line of words. */
typedef struct
{
  GArray          *glyphs;
  PangoGlyph       space;
  double           opacity; /* the most that has been found */
  graphene_rect_t *bounds;
} Line;

GskRenderNode *
drawn_take (GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

/* @clip: (nullable): of what is outside of it nothing is seen */
static gboolean
walk (GskRenderNode           *node,
      const graphene_matrix_t *matrix,
      const graphene_rect_t   *clip,
      double                   opacity,
      const Search            *search)
{
  graphene_matrix_t moved;
  graphene_rect_t   bounds;

  gsk_render_node_get_bounds (node, &bounds);
  graphene_matrix_transform_bounds (matrix, &bounds, &bounds);
  if (clip != NULL && !graphene_rect_intersection (&bounds, clip, &bounds))
    return FALSE;
  switch ((guint) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        if (walk (gsk_container_node_get_child (node, i), matrix, clip, opacity, search))
          return TRUE;
      return FALSE;
    case GSK_TRANSFORM_NODE:
      gsk_transform_to_matrix (gsk_transform_node_get_transform (node), &moved);
      graphene_matrix_multiply (&moved, matrix, &moved);
      return walk (gsk_transform_node_get_child (node), &moved, clip, opacity, search);
    case GSK_CLIP_NODE:
      return walk (gsk_clip_node_get_child (node), matrix, &bounds, opacity, search);
    case GSK_ROUNDED_CLIP_NODE:
      return walk (gsk_rounded_clip_node_get_child (node), matrix, &bounds, opacity, search);
    case GSK_DEBUG_NODE:
      return walk (gsk_debug_node_get_child (node), matrix, clip, opacity, search);
    case GSK_OPACITY_NODE:
      return walk (gsk_opacity_node_get_child (node), matrix, clip,
                   opacity * (double) gsk_opacity_node_get_opacity (node), search);
    default:
      return gsk_render_node_get_node_type (node) == search->type &&
             search->func (node, &bounds, opacity, search->data);
    }
}

gboolean
drawn_find (GskRenderNode *node, GskRenderNodeType type, DrawnFunc func, gpointer data)
{
  graphene_matrix_t identity;

  graphene_matrix_init_identity (&identity);
  return node != NULL && walk (node, &identity, NULL, 1, &(Search){ type, func, data });
}

static gboolean
is_color (GskRenderNode *node, const graphene_rect_t *bounds, double opacity, gpointer data)
{
  Color         *color = data;
  const GdkRGBA *found = gsk_color_node_get_color (node);

  if (!gdk_rgba_equal (&(GdkRGBA){ found->red, found->green, found->blue, 1 },
                       &(GdkRGBA){ color->color->red, color->color->green, color->color->blue, 1 }))
    return FALSE;
  if (color->bounds != NULL)
    *color->bounds = *bounds;
  return TRUE;
}

gboolean
drawn_has_color (GskRenderNode *node, const GdkRGBA *color, graphene_rect_t *bounds)
{
  return drawn_find (node, GSK_COLOR_NODE, is_color, &(Color){ color, bounds });
}

static gboolean
add_glyphs (GskRenderNode *node, const graphene_rect_t *bounds, double opacity, gpointer glyphs)
{
  guint                 n = gsk_text_node_get_num_glyphs (node);
  const PangoGlyphInfo *infos = gsk_text_node_get_glyphs (node, NULL);

  for (guint i = 0; i < n; i++)
    g_array_append_val (glyphs, infos[i].glyph);
  return FALSE;
}

/* Without those of spaces, some of which are none where a line ends. Returns: (transfer full) */
static GArray *
list_glyphs (GskRenderNode *node, PangoGlyph space)
{
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (PangoGlyph));

  drawn_find (node, GSK_TEXT_NODE, add_glyphs, glyphs);
  for (guint i = glyphs->len; i > 0; i--)
    if (g_array_index (glyphs, PangoGlyph, i - 1) == space)
      g_array_remove_index (glyphs, i - 1);
  return glyphs;
}

static GArray *
shape (GtkWidget *widget, const char *words, PangoGlyph space)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, words);
  GtkSnapshot            *snapshot = gtk_snapshot_new ();
  GskRenderNode          *node;
  GArray                 *glyphs;

  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA){ 0, 0, 0, 1 });
  node = gtk_snapshot_free_to_node (snapshot);
  glyphs = list_glyphs (node, space);
  gsk_render_node_unref (node);
  return glyphs;
}

static PangoGlyph
find_space (GtkWidget *widget)
{
  g_autoptr (GArray) spaced = shape (widget, "x x", PANGO_GLYPH_EMPTY);

  return spaced->len == 3 ? g_array_index (spaced, PangoGlyph, 1) : PANGO_GLYPH_EMPTY;
}

gboolean
drawn_has_words (GskRenderNode *node, GtkWidget *widget, const char *words)
{
  PangoGlyph         space = find_space (widget);
  g_autoptr (GArray) wanted = shape (widget, words, space);
  g_autoptr (GArray) glyphs = list_glyphs (node, space);

  g_assert_cmpuint (wanted->len, >, 0);
  for (guint i = 0; i + wanted->len <= glyphs->len; i++)
    if (memcmp (&g_array_index (glyphs, PangoGlyph, i), wanted->data, wanted->len * sizeof (PangoGlyph)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_line (GskRenderNode *node, const graphene_rect_t *bounds, double opacity, gpointer data)
{
  Line              *line = data;
  g_autoptr (GArray) glyphs = list_glyphs (node, line->space);

  if (opacity > line->opacity && glyphs->len == line->glyphs->len &&
      memcmp (glyphs->data, line->glyphs->data, glyphs->len * sizeof (PangoGlyph)) == 0)
    {
      line->opacity = opacity;
      if (line->bounds != NULL)
        *line->bounds = *bounds;
    }
  return FALSE;
}

double
drawn_find_line (GskRenderNode *node, GtkWidget *widget, const char *words, graphene_rect_t *bounds)
{
  PangoGlyph         space = find_space (widget);
  g_autoptr (GArray) glyphs = shape (widget, words, space);
  Line               line = { glyphs, space, 0, bounds };

  drawn_find (node, GSK_TEXT_NODE, is_line, &line);
  return line.opacity;
}
