/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "view/dl-view.h"

G_BEGIN_DECLS

#define DL_TYPE_TIMELINE_ABOUT (dl_timeline_about_get_type ())
G_DECLARE_FINAL_TYPE (DlTimelineAbout, dl_timeline_about, DL, TIMELINE_ABOUT, GtkWidget)

/* What there is to read about a view's timeline as a whole: title, description,
 * numbers, time, people, a legend of the signs that occur, sources; the events too that
 * a filter leaves out, but for the signs. Empty where there is no timeline. What takes
 * a look at all of very many events comes a little later.
 *
 * Property: "view" (#DlView, at construction).
 *
 * Signal: "show-uri" (uri): the reader follows a link to a source. */

GtkWidget *dl_timeline_about_new (DlView *view);

G_END_DECLS
