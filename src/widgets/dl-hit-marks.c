/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-hit-marks.h"

#include "draw/dl-theme.h"
#include "widgets/dl-look.h"

/* What a label has of its own, while there are marks in it. */
#define OWN_ATTRIBUTES "dl-own-attributes"

static guint16
to_pango (float channel)
{
  return (guint16) (channel * 65535);
}

static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, const DlQueryRange *range)
{
  attribute->start_index = range->start;
  attribute->end_index = range->end;
  pango_attr_list_insert (attributes, attribute);
}

static void
mark (PangoAttrList *attributes, const DlTheme *theme, const DlQueryRange *range)
{
  const GdkRGBA *ground = &theme->paints[DL_PAINT_HIT];
  const GdkRGBA *ink = &theme->paints[DL_PAINT_INK];
  const GdkRGBA *line = &theme->paints[DL_PAINT_HIT_LINE];

  insert (attributes,
          pango_attr_background_new (to_pango (ground->red), to_pango (ground->green), to_pango (ground->blue)), range);
  insert (attributes, pango_attr_foreground_new (to_pango (ink->red), to_pango (ink->green), to_pango (ink->blue)),
          range);
  insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), range);
  insert (attributes,
          pango_attr_underline_color_new (to_pango (line->red), to_pango (line->green), to_pango (line->blue)), range);
}

static void
unref_attributes (gpointer attributes)
{
  pango_attr_list_unref (attributes);
}

void
dl_hit_marks_show_label (GtkLabel *label, DlQuery *query)
{
  PangoAttrList     *own = g_object_get_data (G_OBJECT (label), OWN_ATTRIBUTES);
  PangoAttrList     *marked;
  g_autoptr (GArray) ranges = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));
  ranges = dl_query_find (query, gtk_label_get_text (label));
  if (own == NULL && ranges == NULL)
    return;
  if (own == NULL)
    {
      own = gtk_label_get_attributes (label);
      own = own == NULL ? pango_attr_list_new () : pango_attr_list_ref (own);
      g_object_set_data_full (G_OBJECT (label), OWN_ATTRIBUTES, own, unref_attributes);
    }
  if (ranges == NULL)
    {
      gtk_label_set_attributes (label, own);
      g_object_set_data (G_OBJECT (label), OWN_ATTRIBUTES, NULL);
      return;
    }
  marked = pango_attr_list_copy (own);
  for (guint i = 0; i < ranges->len; i++)
    mark (marked, dl_theme_get (dl_look_get_theme (GTK_WIDGET (label))), &g_array_index (ranges, DlQueryRange, i));
  gtk_label_set_attributes (label, marked);
  pango_attr_list_unref (marked);
}

void
dl_hit_marks_show (GtkWidget *widget, DlQuery *query)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  if (GTK_IS_BUTTON (widget) || gtk_widget_has_css_class (widget, "status") ||
      gtk_widget_has_css_class (widget, "section"))
    return;
  if (GTK_IS_LABEL (widget))
    {
      dl_hit_marks_show_label (GTK_LABEL (widget), query);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    dl_hit_marks_show (child, query);
}
