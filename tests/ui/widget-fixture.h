/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../bench/bench-desk.h"
#include "app/dl-application.h"
#include "view/dl-view.h"
#include "widget-tree.h"

G_BEGIN_DECLS

/* A session in which a file of two events is open, and a view of it. */
typedef struct
{
  DlSession *session;
  DlView    *view;
} WidgetFixture;

/* @data: (nullable): what is in the file; NULL for two events in October 2025 */
#define WIDGET_TEST(path, data, func)                                                                                  \
  g_test_add (path, WidgetFixture, data, widget_fixture_set_up, func, widget_fixture_tear_down)

/* Returns: whether there is a desk, of which the rest of the program is; else it ends with 77 */
gboolean       widget_fixture_start (int *argc, char ***argv);
DlApplication *widget_fixture_get_application (void);
void           widget_fixture_set_up (WidgetFixture *self, gconstpointer data);
void           widget_fixture_tear_down (WidgetFixture *self, gconstpointer data);

/* A new one of @type, whose property @name is @object from the start. */
GtkWidget *widget_fixture_make (GType type, const char *name, gpointer object);
/* Of a window: whether its action can be done. */
gboolean widget_fixture_is_enabled (GtkWidget *window, const char *action);
/* Of a DlSplit: how wide its side is to be. */
int widget_fixture_get_side_width (GtkWidget *split);

G_END_DECLS
