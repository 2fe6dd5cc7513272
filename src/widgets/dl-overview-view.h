/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "view/dl-view.h"

G_BEGIN_DECLS

#define DL_TYPE_OVERVIEW_VIEW (dl_overview_view_get_type ())
G_DECLARE_FINAL_TYPE (DlOverviewView, dl_overview_view, DL, OVERVIEW_VIEW, GtkWidget)

/**
 * DlOverviewView:
 *
 * All of a view's timeline in a strip, with a frame around what the view shows. The
 * frame is dragged and resized; a click beside it leads there; the wheel zooms. For
 * the keyboard and for assistive technology it is a slider, one stop.
 *
 * Signal "left": the reader goes on to what the frame shows.
 */
GtkWidget *dl_overview_view_new (DlView *view);

/**
 * dl_overview_view_is_needed:
 * @shown: whether there is one already
 *
 * Whether there is something that @view does not show, or will not when it has come
 * to rest; as long as it moves by hand, @shown. Between the two is a distance, so
 * that no small step to and fro changes it each time.
 */
gboolean dl_overview_view_is_needed (DlView *view, gboolean shown);

G_END_DECLS
