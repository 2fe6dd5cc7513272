/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/dl-facets.h"
#include "view/dl-view.h"

G_BEGIN_DECLS

#define DL_TYPE_FILTER_GROUP (dl_filter_group_get_type ())
G_DECLARE_FINAL_TYPE (DlFilterGroup, dl_filter_group, DL, FILTER_GROUP, GtkWidget)

/* The values of one field that a filter can ask for, under their heading: the first
 * few and those that are asked for, and more in steps, so that thousands of values
 * are never as many widgets. It is one stop of Tab, with arrow keys inside.
 *
 * Signal "choose" (key, choice): the reader asks for that #DlFilterChoice of the value. */

/* @view: of whose lanes the topics have their colours */
GtkWidget *dl_filter_group_new (DlView *view, DlFilterField field);

/* What there is, and what is asked of it. @facets: referenced; @filter: (nullable) */
void dl_filter_group_set_facets (DlFilterGroup *self, DlFacets *facets, const DlFilter *filter);

/* Shows the values that have the words of @text in a name (see #DlQuery); nothing where
 * there is none. @text: (nullable): %NULL or empty for all of them */
void dl_filter_group_find (DlFilterGroup *self, const char *text);

G_END_DECLS
