/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is kept of a window: files and pictures that are saved, bookmarks, and how it was: without a person. */
#include "config.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>
#include <string.h>

#include "window-fixture.h"

#include "app/dl-restore.h"
#include "session/dl-bookmarks.h"
#include "widgets/dl-text-size.h"
#include "window/dl-bookmark-row.h"
#include "window/dl-bookmarks-popover.h"
#include "window/dl-export-popover.h"
#include "window/dl-window-private.h"

/* Saving */

/* The dialog that asks where to; NULL where there is none. */
static GtkWidget *
find_chooser (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkFileChooserDialog") && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

static gboolean
is_to_be (GtkWidget *chooser, const char *path)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  return file != NULL && g_strcmp0 (g_file_peek_path (file), path) == 0;
}

/* Whether the path of the folder that the dialog shows is there, which is read in the background: GTK crashes where
 * the dialog goes before. */
static gboolean
has_path (GtkWidget *chooser)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (chooser));
  g_autofree char  *name = folder != NULL ? g_file_get_basename (folder) : NULL;
  /* GTK keeps the type to itself. */
  GType bar = g_type_from_name ("GtkPathBar");

  return name != NULL && bar != 0 && widget_tree_find (widget_tree_find (chooser, bar, NULL), GTK_TYPE_LABEL, name);
}

static gboolean
is_in (GtkWidget *chooser, const char *path)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (chooser));

  return folder != NULL && g_strcmp0 (g_file_peek_path (folder), path) == 0;
}

/* Saves as @name, in the folder of the fixture's files: typed whole, wherever the dialog is. */
static void
save_as (const char *name)
{
  g_autofree char *path = g_build_filename (bench_desk_get_folder (), name, NULL);
  GtkWidget       *chooser;

  WAIT_FOR ((chooser = find_chooser ()) != NULL && gtk_widget_get_mapped (chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), path);
  WAIT_FOR (is_to_be (chooser, path) && has_path (chooser));
  window_fixture_click (chooser, "_Save");
}

/* Answers the question that has @other too. */
static void
answer (const char *other, const char *label)
{
  GtkWidget *question;

  WAIT_FOR ((question = window_fixture_find_window (GTK_TYPE_BUTTON, other, NULL)) != NULL);
  window_fixture_click (question, label);
}

static char *
read_file (const char *name)
{
  g_autofree char *path = g_build_filename (bench_desk_get_folder (), name, NULL);
  char            *contents;

  return g_file_get_contents (path, &contents, NULL, NULL) ? contents : NULL;
}

static gboolean
is_said (WindowFixture *self, const char *beginning)
{
  const char *said = window_fixture_get_said (self->window);

  return said != NULL && g_str_has_prefix (said, beginning);
}

/* Several files are saved as another one, with those that are not shown, and never over one of them. */
static void
test_save_joined (WindowFixture *self, gconstpointer data)
{
  g_autofree char *saved = NULL;

  gtk_window_present (GTK_WINDOW (self->window));
  dl_session_set_filter_hides (self->session, TRUE);
  dl_session_set_file_on (self->session, 1, FALSE);
  window_fixture_activate (self, "win.save-as");
  save_as ("all.dateline.json");
  WAIT_FOR (is_said (self, "The timeline was saved"));
  g_assert_cmpstr (window_fixture_get_said (self->window), ==,
                   "The timeline was saved as “all.dateline.json”, with 1 file that is not shown.");
  saved = read_file ("all.dateline.json");
  g_assert_nonnull (strstr (saved, "\"C\""));
  window_fixture_wait (self);
  g_assert_cmpuint (dl_session_get_files (self->session)->len, ==, 1);
}

static void
test_save_over (WindowFixture *self, gconstpointer data)
{
  g_autofree char *kept = NULL;

  gtk_window_present (GTK_WINDOW (self->window));
  window_fixture_activate (self, "win.save-as");
  save_as ("one.json");
  /* The dialog asks first whether to replace it. */
  answer ("_Replace", "_Replace");
  WAIT_FOR (window_fixture_get_banner (self->window) != NULL);
  g_assert_true (g_str_has_prefix (window_fixture_get_banner (self->window), "That is one of the files that are open"));
  kept = read_file ("one.json");
  g_assert_cmpstr (kept, ==, ONE);
}

/* The rest of the name that was suggested is not meant. What the dialog does not know of is asked about; whoever does
 * not want that has lost nothing. */
static void
test_save_replace (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GFile) there = g_file_new_build_filename (bench_desk_get_folder (), "there.json", NULL);
  g_autofree char  *kept = NULL;
  g_autofree char  *replaced = NULL;

  gtk_window_present (GTK_WINDOW (self->window));
  window_fixture_write (there, "Kept");
  window_fixture_activate (self, "win.save-as");
  save_as ("there.json.dateline.json");
  answer ("_Replace", "_Cancel");
  WAIT_FOR (window_fixture_find_window (GTK_TYPE_BUTTON, "_Replace", NULL) == NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  kept = read_file ("there.json");
  g_assert_cmpstr (kept, ==, "Kept");
  window_fixture_activate (self, "win.save-as");
  save_as ("there.json.dateline.json");
  answer ("_Replace", "_Replace");
  WAIT_FOR (is_said (self, "The timeline was saved"));
  replaced = read_file ("there.json");
  g_assert_nonnull (strstr (replaced, "\"C\""));
}

/* A dialog begins beside the file that is open, and then where one has saved. */
static void
test_save_beside (WindowFixture *self, gconstpointer data)
{
  static const char *const names[] = { "elsewhere/first.svg", "second.svg" };
  static const char *const said[] = { "The picture was saved as “first.svg”", "The picture was saved as “second.svg”" };
  g_autofree char         *folder = g_build_filename (bench_desk_get_folder (), "elsewhere", NULL);
  GtkWidget               *popover;
  GtkWidget               *chooser;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  gtk_window_present (GTK_WINDOW (self->window));
  WAIT_FOR (dl_view_get_scene (self->view) != NULL);
  window_fixture_activate (self, "win.export");
  popover = widget_tree_find (self->window, DL_TYPE_EXPORT_POPOVER, NULL);
  gtk_popover_popdown (GTK_POPOVER (popover));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_signal_emit_by_name (popover, "save");
      WAIT_FOR ((chooser = find_chooser ()) != NULL && gtk_widget_get_mapped (chooser));
      WAIT_FOR (is_in (chooser, i == 0 ? bench_desk_get_folder () : folder));
      save_as (names[i]);
      WAIT_FOR (is_said (self, said[i]));
    }
}

/* A picture is never written over the timeline that it is of. */
static void
test_save_picture (WindowFixture *self, gconstpointer data)
{
  g_autofree char *kept = NULL;
  g_autofree char *picture = NULL;
  GtkWidget       *popover;

  gtk_window_present (GTK_WINDOW (self->window));
  WAIT_FOR (dl_view_get_scene (self->view) != NULL);
  window_fixture_activate (self, "win.export");
  popover = widget_tree_find (self->window, DL_TYPE_EXPORT_POPOVER, NULL);
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit_by_name (popover, "save");
  save_as ("one.json");
  answer ("_Replace", "_Replace");
  WAIT_FOR (window_fixture_get_banner (self->window) != NULL);
  g_assert_true (g_str_has_prefix (window_fixture_get_banner (self->window), "That is a timeline that is open"));
  kept = read_file ("one.json");
  g_assert_cmpstr (kept, ==, ONE);
  g_signal_emit_by_name (popover, "save");
  save_as ("picture.svg");
  WAIT_FOR (is_said (self, "The picture"));
  g_assert_cmpstr (window_fixture_get_said (self->window), ==, "The picture was saved as “picture.svg”.");
  picture = read_file ("picture.svg");
  g_assert_nonnull (strstr (picture, "<svg"));
}

/* It is called as what is open now. */
static void
test_picture_title (WindowFixture *self, gconstpointer data)
{
  GtkWidget *popover;

  gtk_window_present (GTK_WINDOW (self->window));
  for (guint i = 0; i < 2; i++)
    {
      dl_session_open (self->session, self->files[i == 0 ? 0 : 2]);
      window_fixture_wait (self);
      window_fixture_activate (self, "win.export");
      popover = widget_tree_find (self->window, DL_TYPE_EXPORT_POPOVER, NULL);
      WAIT_FOR (gtk_widget_get_mapped (popover));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (widget_tree_find (popover, GTK_TYPE_ENTRY, NULL))), ==,
                       i == 0 ? "One_A" : "Three");
      gtk_popover_popdown (GTK_POPOVER (popover));
    }
}

/* Bookmarks */

static GtkWidget *
open_bookmarks (WindowFixture *self)
{
  window_fixture_activate (self, "win.bookmarks");
  return widget_tree_find (self->window, DL_TYPE_BOOKMARKS_POPOVER, NULL);
}

static void
test_bookmarks (WindowFixture *self, gconstpointer data)
{
  GtkWidget *popover, *row;
  DlInstant  from, to, from_then, to_then;

  gtk_window_present (GTK_WINDOW (self->window));
  WAIT_FOR (dl_view_get_scene (self->view) != NULL && dl_view_get_at_rest (self->view));
  dl_view_show_range (self->view, DL_INSTANT (978307200), DL_INSTANT (1009843200));
  WAIT_FOR (dl_view_get_at_rest (self->view));
  dl_view_get_destination (self->view, &from, &to);
  window_fixture_activate (self, "win.bookmark");
  dl_view_fit (self->view);
  popover = open_bookmarks (self);
  row = widget_tree_find (popover, DL_TYPE_BOOKMARK_ROW, NULL);
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  dl_view_get_destination (self->view, &from_then, &to_then);
  g_assert_cmpfloat_with_epsilon (dl_instant_distance (from, from_then), 0, 86400);
  g_assert_cmpfloat_with_epsilon (dl_instant_distance (to, to_then), 0, 86400);
  /* They are of the file: another one has its own. */
  dl_session_open (self->session, self->files[2]);
  window_fixture_wait (self);
  popover = open_bookmarks (self);
  g_assert_null (widget_tree_find (popover, DL_TYPE_BOOKMARK_ROW, NULL));
  g_assert_true (
    gtk_widget_get_visible (widget_tree_find (popover, GTK_TYPE_LABEL, "No view of this timeline is bookmarked yet.")));
}

static void
renamed_cb (GtkWidget *row, const char *title, char **renamed)
{
  g_free (*renamed);
  *renamed = g_strdup (title);
}

static void
check_label (GtkWidget *widget, const char *label)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* Each of its buttons says what it does, with which one; Escape keeps the old name. */
static void
test_bookmark_row (void)
{
  g_autoptr (GVariant)   state = g_variant_ref_sink (g_variant_new_parsed ("{'a': <1>}"));
  g_autoptr (DlBookmark) bookmark = dl_bookmark_new ("Old", state);
  GtkWidget             *row = g_object_ref_sink (dl_bookmark_row_new (bookmark));
  GtkWidget             *entry = widget_tree_find (row, GTK_TYPE_ENTRY, NULL);
  GtkWidget             *rename = gtk_widget_get_next_sibling (entry);
  g_autofree char       *renamed = NULL;
  gpointer               keys = window_fixture_get_controller (entry, GTK_TYPE_EVENT_CONTROLLER_KEY, 0);
  gboolean               taken;

  g_signal_connect (row, "rename", G_CALLBACK (renamed_cb), &renamed);
  check_label (row, "Old");
  check_label (rename, "Rename “Old”");
  check_label (gtk_widget_get_next_sibling (rename), "Delete “Old”");
  g_signal_emit_by_name (rename, "clicked");
  g_assert_true (gtk_widget_get_visible (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "New");
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Escape, 0, 0, &taken);
  g_assert_true (taken);
  g_assert_null (renamed);
  g_assert_false (gtk_widget_get_visible (entry));
  g_signal_emit_by_name (rename, "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Old");
  gtk_editable_set_text (GTK_EDITABLE (entry), " New ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (renamed, ==, "New");
  dl_bookmark_set_title (bookmark, "New");
  check_label (row, "New");
  g_assert_finalize_object (row);
}

/* How it was */

static void
test_maximized (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GVariant) state = dl_window_dup_state (DL_WINDOW (self->window));

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
      g_autoptr (GSettings)        settings = g_settings_new_with_backend (APP_ID, backend);
      g_autoptr (DlSession)        session = dl_session_new ();
      g_autoptr (DlView)           view = dl_view_new (session);
      g_autoptr (GVariant)         other = NULL;
      GVariantDict                 dict;
      GtkWidget                   *window;

      /* As the last one was left; or as it was itself when the program was quit. */
      g_settings_set_boolean (settings, "window-maximized", i == 0);
      window = dl_window_new (GTK_APPLICATION (window_fixture_get_application ()), settings, view);
      g_assert_true (gtk_window_is_maximized (GTK_WINDOW (window)) == (i == 0));
      g_variant_dict_init (&dict, state);
      g_variant_dict_insert (&dict, "maximized", "b", i == 1);
      other = g_variant_ref_sink (g_variant_dict_end (&dict));
      g_assert_true (dl_window_open_state (DL_WINDOW (window), other));
      g_assert_true (gtk_window_is_maximized (GTK_WINDOW (window)) == (i == 1));
      WAIT_FOR (!dl_session_get_loading (session));
      widget_tree_close_window (window);
    }
}

/* What was open is kept for the next start, and not where nobody wants that. */
static void
test_restore (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GSettings)        settings = g_settings_new_with_backend (APP_ID, backend);
  g_autofree char             *path = g_build_filename (bench_desk_get_folder (), "kept", NULL);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (DlRestore) restore =
        dl_restore_new (GTK_APPLICATION (window_fixture_get_application ()), settings, path);
      g_autoptr (GPtrArray) states = NULL;
      g_autoptr (GVariant)  more = NULL;

      g_settings_set_boolean (settings, "restore-at-start", i != 1);
      dl_restore_quit (restore);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == (i != 1));
      states = dl_restore_read (restore);
      g_assert_cmpuint (states->len, ==, i == 1 ? 0 : 1);
      if (states->len > 0)
        more = g_variant_lookup_value (states->pdata[0], "more", G_VARIANT_TYPE_STRING_ARRAY);
      g_assert_true (more != NULL || i == 1);
    }
}

/* What the program does */

static guint
count_windows (void)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (window_fixture_get_application ())));
}

/* A file that is open comes to the front. */
static void
test_open (WindowFixture *self, gconstpointer data)
{
  guint before = count_windows ();

  g_application_open (G_APPLICATION (window_fixture_get_application ()), &self->files[1], 1, "");
  g_assert_cmpuint (count_windows (), ==, before);
  g_assert_true (gtk_widget_get_visible (self->window));
  g_application_open (G_APPLICATION (window_fixture_get_application ()), &self->files[2], 1, "");
  g_assert_cmpuint (count_windows (), ==, before + 1);
  widget_tree_close_window (
    GTK_WIDGET (dl_window_find (GTK_APPLICATION (window_fixture_get_application ()), &self->files[2], 1)));
}

/* Whoever quits is asked about what is in no file, and stays with it. */
static void
test_quit (WindowFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) text = g_bytes_new_static (THREE, strlen (THREE));
  guint              before = count_windows ();

  gtk_window_present (GTK_WINDOW (self->window));
  dl_session_add_text (self->session, text);
  window_fixture_wait (self);
  g_action_group_activate_action (G_ACTION_GROUP (window_fixture_get_application ()), "quit", NULL);
  g_assert_cmpuint (count_windows (), >=, before);
  answer ("_Discard", "_Cancel");
  WAIT_FOR (window_fixture_find_window (GTK_TYPE_BUTTON, "_Discard", NULL) == NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (count_windows (), ==, before);
  g_assert_true (dl_window_get_unsaved (DL_WINDOW (self->window)));
}

/* Larger is larger, of all that the program shows. */
static void
test_text_size (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GActionGroup         *actions = G_ACTION_GROUP (window_fixture_get_application ());
  double                factor = dl_text_size_get_factor ();

  g_action_group_activate_action (actions, "text-larger", NULL);
  g_assert_cmpfloat (dl_text_size_get_factor (), >, factor);
  g_action_group_activate_action (actions, "text-smaller", NULL);
  g_assert_cmpfloat (dl_text_size_get_factor (), ==, factor);
  g_action_group_activate_action (actions, "text-smaller", NULL);
  g_assert_cmpfloat (dl_text_size_get_factor (), <, factor);
  g_action_group_activate_action (actions, "text-usual", NULL);
  g_assert_cmpfloat (dl_text_size_get_factor (), ==, 1);
}

int
main (int argc, char **argv)
{
  int result;

  if (!window_fixture_start (&argc, &argv, TRUE))
    return 77;
  WINDOW_TEST ("/window-kept/save-joined", NULL, test_save_joined);
  WINDOW_TEST ("/window-kept/save-over", NULL, test_save_over);
  WINDOW_TEST ("/window-kept/save-replace", NULL, test_save_replace);
  WINDOW_TEST ("/window-kept/save-picture", NULL, test_save_picture);
  WINDOW_TEST ("/window-kept/save-beside", NULL, test_save_beside);
  WINDOW_TEST ("/window-kept/picture-title", NULL, test_picture_title);
  WINDOW_TEST ("/window-kept/bookmarks", NULL, test_bookmarks);
  g_test_add_func ("/window-kept/bookmark-row", test_bookmark_row);
  WINDOW_TEST ("/window-kept/maximized", NULL, test_maximized);
  WINDOW_TEST ("/window-kept/restore", NULL, test_restore);
  WINDOW_TEST ("/window-kept/open", NULL, test_open);
  WINDOW_TEST ("/window-kept/quit", NULL, test_quit);
  g_test_add_func ("/window-kept/text-size", test_text_size);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
