/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/dl-event.h"
#include "session/dl-pages.h"

G_BEGIN_DECLS

/* The sizes that a page may be set in, from the largest. */
#define DL_PRESENTER_N_SIZES 4

/**
 * dl_presenter_page_new:
 * @page: what of @event stands on it
 * @unit: how large a pixel of the design is; 1 on a screen of 1600 by 1000
 *
 * One page of a presented event, in letters for the last row of a room. It takes
 * the keyboard, so that assistive technology reads its name.
 */
GtkWidget *dl_presenter_page_new (DlEvent *event, const DlPage *page, double unit);

/* The page of a view that is presented without an event: what it is called, and which
 * time it is of. */
GtkWidget *dl_presenter_page_new_of_view (const char *title, const char *when, double unit);

/* All that stands on @page, to be heard; a fact a line. Returns: (transfer full) */
char *dl_presenter_page_dup_words (DlEvent *event, const DlPage *page);

/* Sets a label's text in a size of the design. */
void dl_presenter_set_size (GtkWidget *label, double pixels);

G_END_DECLS
