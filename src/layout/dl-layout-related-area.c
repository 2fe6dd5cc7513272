/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is in the way of curves, their words and chips. */
#include "layout/dl-layout-related-private.h"

void
dl_related_layout_add_obstacle (DlRelatedLayout *self, const DlArea *area, gboolean words)
{
  g_array_append_vals (self->obstacles, &(DlObstacle){ *area, words }, 1);
}

gboolean
dl_related_layout_is_free (const DlRelatedLayout *self, const DlArea *area, double apart)
{
  for (guint i = 0; i < self->obstacles->len; i++)
    if (dl_area_meets (&g_array_index (self->obstacles, DlObstacle, i).area, area, apart))
      return FALSE;
  return TRUE;
}
