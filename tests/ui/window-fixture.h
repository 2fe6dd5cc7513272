/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../bench/bench-desk.h"
#include "app/dl-application.h"
#include "widget-tree.h"
#include "window/dl-window.h"

G_BEGIN_DECLS

/* Three files with an event or two each, of which the second has one note; for WINDOW_TEST(). */
#define ONE                                                                                                            \
  "{\"title\": \"One_A\", \"places\": [{\"id\": \"p\", \"name\": \"P\", \"timezone\": \"UTC\"}], \"events\": ["        \
  "{\"id\": \"a\", \"title\": \"A\", \"date\": \"2001-02-03\"},"                                                       \
  "{\"id\": \"b\", \"title\": \"B\", \"date\": \"2009-02-03\"}]}"
#define TWO "{\"title\": \"Two\", \"colour\": 1, \"events\": [{\"id\": \"c\", \"title\": \"C\", \"date\": \"2005\"}]}"
#define THREE "{\"title\": \"Three\", \"events\": [{\"id\": \"d\", \"title\": \"D\", \"date\": \"2006\"}]}"

/* A window in which the first two files are open. It is not shown before somebody presents it. */
typedef struct
{
  DlSession *session;
  DlView    *view;
  GtkWidget *window;
  GFile     *files[3];
} WindowFixture;

/* For a test in which files are read again when they are saved; in others what has just been
 * written would be. */
#define REREAD GUINT_TO_POINTER (1)

#define WINDOW_TEST(path, data, func)                                                                                  \
  g_test_add (path, WindowFixture, data, window_fixture_set_up, func, window_fixture_tear_down)

/* @programs: whether those are there that whoever runs this has, and what GTK's dialogs need
 * Returns: whether there is a desk, of which the rest of the program is; else it ends with 77 */
gboolean       window_fixture_start (int *argc, char ***argv, gboolean programs);
DlApplication *window_fixture_get_application (void);
void           window_fixture_set_up (WindowFixture *self, gconstpointer data);
void           window_fixture_tear_down (WindowFixture *self, gconstpointer data);

void window_fixture_wait (WindowFixture *self);
void window_fixture_write (GFile *file, const char *text);
/* Does what the action of the window does. */
void  window_fixture_activate (WindowFixture *self, const char *action);
guint window_fixture_get_n_events (WindowFixture *self);

/* The window that has one of that kind in it, other than @but; NULL where there is none. */
GtkWidget *window_fixture_find_window (GType type, const char *label, GtkWidget *but);
/* What is said for a moment; NULL while nothing is. */
const char *window_fixture_get_said (GtkWidget *window);
/* What stands over the content until it is closed; NULL while nothing does. */
const char *window_fixture_get_banner (GtkWidget *window);
/* Waits until that has been said to who does not see it. */
void window_fixture_wait_for (WindowFixture *self, const char *announced);
/* Whether there is a button with that label, and all that it is in is shown. */
gboolean window_fixture_offers (GtkWidget *widget, const char *label);
void     window_fixture_click (GtkWidget *widget, const char *label);
/* The controller of that type that a widget has, of that button of a mouse unless 0. */
gpointer window_fixture_get_controller (GtkWidget *widget, GType type, guint button);
/* The button for what it offers to do; NULL where that is nothing. */
GtkWidget *window_fixture_get_offer (GtkWidget *window);
/* What a line with that label does, in a menu or below. Returns: (transfer full) (nullable) */
char *window_fixture_find_action (GMenuModel *menu, const char *label);

G_END_DECLS
