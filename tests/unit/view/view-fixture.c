/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "view-fixture.h"

#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

static DlTextMeasure *
new_measure (const char *language, gpointer data)
{
  return dl_text_measure_fixed ();
}

static void
changed_cb (DlView *view, ViewFixture *self)
{
  self->n_changed++;
}

static void
add_year (GString *out)
{
  static const char *const topics[] = { "a", "b", "c" };

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (out,
                            "%s{\"id\": \"e%u\", \"title\": \"Number %u\", \"date\": \"2025-%02u-10\", \"topics\": "
                            "[\"%s\"], \"people\": [\"p\"]}",
                            i == 0 ? "" : ",", i, i, i + 1, topics[i % 3]);
}

static void
add_gap (GString *out)
{
  for (guint i = 0; i < 12; i++)
    g_string_append_printf (
      out, "%s{\"id\": \"e%u\", \"title\": \"Number %u\", \"date\": \"%s-%02u-10\", \"topics\": [\"a\"]}",
      i == 0 ? "" : ",", i, i, i < 6 ? "1900" : "2000", i + 1);
}

static void
add_many (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out,
                            "%s{\"id\": \"e%u\", \"title\": \"Number %u\", \"date\": \"%u-%02u-%02u\", \"topics\": "
                            "[\"%s\"], \"people\": [\"p\"]}",
                            i == 0 ? "" : ",", i, i, 1700 + i / 100, 1 + i / 10 % 10, 1 + i % 10,
                            i % 2 == 0 ? "a" : "b");
}

char *
view_fixture_contents (const char *kind)
{
  GString *out = g_string_new (
    "{\"topics\": [{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"c\"}], \"people\": [{\"id\": \"p\"}], \"events\": [");

  if (strcmp (kind, VIEW_YEAR) == 0)
    add_year (out);
  else if (strcmp (kind, VIEW_GAP) == 0)
    add_gap (out);
  else
    add_many (out, strcmp (kind, VIEW_MANY) == 0 ? 6000 : 21000);
  g_string_append (out, "]}");
  return g_string_free (out, FALSE);
}

void
view_fixture_set_up (ViewFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->context = g_main_context_new ();
  g_main_context_push_thread_default (self->context);
  self->folder = g_dir_make_tmp ("dateline-XXXXXX", &error);
  g_assert_no_error (error);
  self->session = dl_session_new ();
  self->view = dl_view_new (self->session);
  g_signal_connect (self->view, "changed", G_CALLBACK (changed_cb), self);
  dl_view_set_measure_func (self->view, new_measure, NULL);
  dl_view_set_size (self->view, VIEW_WIDTH, VIEW_HEIGHT);
  if (data != NULL)
    {
      g_autofree char *name = g_strconcat (data, ".dateline.json", NULL);
      g_autofree char *contents = view_fixture_contents (data);

      view_fixture_open (self, name, contents);
    }
}

void
view_fixture_tear_down (ViewFixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char      *name;

  if (self->view != NULL)
    g_assert_finalize_object (self->view);
  if (self->session != NULL)
    g_assert_finalize_object (self->session);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  g_main_context_unref (self->context);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

void
view_fixture_write (ViewFixture *self, const char *name, const char *contents)
{
  g_autofree char   *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

void
view_fixture_wait (ViewFixture *self)
{
  while (dl_session_get_loading (self->session) || dl_view_get_arranging (self->view))
    g_main_context_iteration (self->context, TRUE);
}

void
view_fixture_land (ViewFixture *self, gint64 time)
{
  for (guint n = 0; dl_view_advance (self->view, time); time += 16000)
    g_assert_cmpuint (n++, <, 500);
  g_assert_false (dl_view_get_flying (self->view));
  g_assert_false (dl_view_get_settling (self->view));
}

void
view_fixture_wait_for_rest (ViewFixture *self)
{
  while (!dl_view_get_at_rest (self->view))
    g_main_context_iteration (self->context, TRUE);
}

gboolean
view_fixture_begin_to_settle (ViewFixture *self)
{
  while (!dl_view_get_settling (self->view) && !dl_view_get_at_rest (self->view))
    g_main_context_iteration (self->context, TRUE);
  return dl_view_get_settling (self->view);
}

gboolean
view_fixture_counts_down (ViewFixture *self)
{
  /* Not whatever is ready: a thread that has told its result may be about to end. */
  return g_main_context_find_source_by_user_data (self->context, self->view) != NULL;
}

void
view_fixture_make_low (ViewFixture *self, double page)
{
  dl_view_set_size (self->view, VIEW_WIDTH, dl_view_get_head_height (self->view) + page);
  g_assert_cmpfloat (dl_view_get_page_height (self->view), ==, page);
  g_assert_cmpfloat (dl_view_get_lanes_height (self->view), >, page);
  self->n_changed = 0;
}

char *
view_fixture_dump (ViewFixture *self)
{
  GString *out = g_string_new (NULL);

  dl_scene_dump (dl_view_get_scene (self->view), out);
  return g_string_free (out, FALSE);
}

void
view_fixture_open (ViewFixture *self, const char *name, const char *contents)
{
  g_autofree char  *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  view_fixture_write (self, name, contents);
  dl_session_open (self->session, file);
  view_fixture_wait (self);
  g_assert_nonnull (dl_view_get_timeline (self->view));
  self->n_changed = 0;
}

guint
view_fixture_position (ViewFixture *self, const char *id)
{
  guint position = dl_timeline_find (dl_view_get_timeline (self->view), id);

  g_assert_cmpuint (position, !=, DL_NONE);
  return position;
}

double
view_fixture_x (ViewFixture *self, const char *id)
{
  return dl_viewport_x (
    dl_view_get_viewport (self->view),
    dl_timeline_get_record (dl_view_get_timeline (self->view), view_fixture_position (self, id))->start);
}

void
view_fixture_assert_selected (ViewFixture *self, const char *id)
{
  DlEvent *event = dl_session_get_selected (self->session);

  g_assert_nonnull (event);
  g_assert_cmpstr (dl_event_get_id (event), ==, id);
}

void
view_fixture_assert_in_sight (ViewFixture *self, const char *id)
{
  DlScene    *scene = dl_view_get_scene (self->view);
  const DlOp *op = dl_scene_find_event (scene, view_fixture_position (self, id), DL_NO_LANE);
  double      y;

  g_assert_nonnull (op);
  y = (double) op->y - dl_scene_get_scroll (scene);
  g_assert_cmpfloat (y, >=, dl_scene_get_head_height (scene));
  g_assert_cmpfloat (y + (double) op->h, <=, dl_scene_get_height (scene));
  g_assert_cmpfloat ((double) (op->x + op->w), >, 0);
  g_assert_cmpfloat ((double) op->x, <, dl_scene_get_width (scene));
}

Look
view_fixture_look (ViewFixture *self)
{
  Look look = { .scroll = dl_view_get_scroll (self->view) };

  g_assert_true (dl_view_get_range (self->view, &look.from, &look.to));
  return look;
}

void
view_fixture_assert_look (ViewFixture *self, const Look *expected)
{
  Look   found = view_fixture_look (self);
  double pixel = dl_instant_distance (expected->from, expected->to) / dl_view_get_width (self->view);

  g_assert_cmpfloat_with_epsilon (dl_instant_distance (expected->from, found.from), 0, pixel / 100);
  g_assert_cmpfloat_with_epsilon (dl_instant_distance (expected->to, found.to), 0, pixel / 100);
  g_assert_cmpfloat_with_epsilon (found.scroll, expected->scroll, 0.01);
}
