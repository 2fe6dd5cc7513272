/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/dl-hit-attributes.h"

#include "draw/dl-theme.h"
#include "widgets/dl-look.h"

static guint16
to_pango (float value)
{
  return (guint16) (value * 65535 + 0.5f);
}

static void
add (PangoAttrList *attributes, PangoAttribute *attribute, const DlQueryRange *range)
{
  attribute->start_index = range->start;
  attribute->end_index = range->end;
  pango_attr_list_insert (attributes, attribute);
}

void
dl_hit_attributes_set (GtkLabel *label, DlQuery *query, const char *language)
{
  PangoAttrList     *attributes = pango_attr_list_new ();
  g_autoptr (GArray) ranges = query == NULL ? NULL : dl_query_find (query, gtk_label_get_text (label));
  const DlTheme     *theme = dl_theme_get (dl_look_get_theme (GTK_WIDGET (label)));
  const GdkRGBA     *hit = &theme->paints[DL_PAINT_HIT];
  const GdkRGBA     *ink = &theme->paints[DL_PAINT_INK];

  if (language != NULL)
    pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (language)));
  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    {
      const DlQueryRange *range = &g_array_index (ranges, DlQueryRange, i);

      /* Both: the text around may be that of a selected row. */
      add (attributes, pango_attr_background_new (to_pango (hit->red), to_pango (hit->green), to_pango (hit->blue)),
           range);
      add (attributes, pango_attr_foreground_new (to_pango (ink->red), to_pango (ink->green), to_pango (ink->blue)),
           range);
    }
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}
