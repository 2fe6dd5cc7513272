/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/dl-session.h"

G_BEGIN_DECLS

#define DL_TYPE_SEARCH_BAR (dl_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (DlSearchBar, dl_search_bar, DL, SEARCH_BAR, GtkWidget)

/* Where one types what is searched for; says how much is found, and which of it the
 * selected event is. Its buttons are "win.search-previous" and "win.search-next".
 *
 * Property: "session" (#DlSession, at construction).
 *
 * Signals: "go" (int): to the next hit (1) or the previous one (-1), from within the
 * entry. "closed": the search has ended, and nothing is searched for any more. */

GtkWidget *dl_search_bar_new (DlSession *session);

/* How many are found, and which of them is selected, as the bar says it: "3 of 17".
 * Returns: (transfer full) */
char *dl_search_bar_dup_count (DlSearchBar *self);

gboolean dl_search_bar_get_open (DlSearchBar *self);
/* Gives the keyboard to the entry, and selects what stands in it. */
void dl_search_bar_open (DlSearchBar *self);
void dl_search_bar_close (DlSearchBar *self);
/* Opens it and hands on the key that @controller is about, as if it had been typed into
 * the entry. */
void dl_search_bar_take_key (DlSearchBar *self, GtkEventControllerKey *controller);

G_END_DECLS
