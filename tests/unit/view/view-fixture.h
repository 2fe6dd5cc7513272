/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "view/dl-view.h"

G_BEGIN_DECLS

/* A session with a view of it, without a display. What comes from threads
 * arrives in a context of the test's own; nobody turns the default one. */
typedef struct
{
  GMainContext *context;
  DlSession    *session;
  DlView       *view;
  char         *folder;
  guint         n_changed;
} ViewFixture;

#define VIEW_WIDTH 800.0
#define VIEW_HEIGHT 300.0

/* A year with an event on the tenth of each month, in three lanes. */
#define VIEW_YEAR "year"
/* Some in 1900 and some in 2000, so that there is a fold. */
#define VIEW_GAP "gap"
/* More than is arranged at once. */
#define VIEW_MANY "many"
/* More than is placed at once. */
#define VIEW_VERY_MANY "very-many"

/* @data: one of the above, or NULL for nothing. */
void view_fixture_set_up (ViewFixture *self, gconstpointer data);
void view_fixture_tear_down (ViewFixture *self, gconstpointer data);

/* Writes a file of that name, opens it, and waits until all is arranged. */
void view_fixture_open (ViewFixture *self, const char *name, const char *contents);
void view_fixture_write (ViewFixture *self, const char *name, const char *contents);
void view_fixture_wait (ViewFixture *self);
/* Frame after frame, from @time on (µs), until the view is at rest. */
void view_fixture_land (ViewFixture *self, gint64 time);
/* Turns the loop until the view is at rest, without a frame. */
void view_fixture_wait_for_rest (ViewFixture *self);
/* Turns the loop until what has moved begins to settle. Returns: FALSE where
 * nothing had to */
gboolean view_fixture_begin_to_settle (ViewFixture *self);
/* Whether something of the view's own is going to come by itself. */
gboolean view_fixture_counts_down (ViewFixture *self);
/* Makes the window so low that not all lanes find room, with @page pixels for them. */
void view_fixture_make_low (ViewFixture *self, double page);
/* Returns: (transfer full): the picture */
char *view_fixture_dump (ViewFixture *self);
/* Returns: (transfer full) */
char *view_fixture_contents (const char *kind);

guint  view_fixture_position (ViewFixture *self, const char *id);
double view_fixture_x (ViewFixture *self, const char *id);
void   view_fixture_assert_selected (ViewFixture *self, const char *id);
/* The event has a label or a mark that can be seen whole from top to bottom. */
void view_fixture_assert_in_sight (ViewFixture *self, const char *id);

/* What is shown, to be compared with what is shown later. */
typedef struct
{
  DlInstant from, to;
  double    scroll;
} Look;

Look view_fixture_look (ViewFixture *self);
/* Within a hundredth of a pixel. */
void view_fixture_assert_look (ViewFixture *self, const Look *expected);

#define VIEW_TEST(path, kind, func)                                                                                    \
  g_test_add (path, ViewFixture, kind, view_fixture_set_up, func, view_fixture_tear_down)

G_END_DECLS
