/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which files are open: one, or several over each other, each on or off. */
#include <string.h>

#include <glib/gi18n.h>

#include "window/dl-toast.h"
#include "window/dl-window-private.h"

/* What the names of the actions of single files begin with, and their group. */
#define GROUP "files"
#define PREFIX "show-"
#define REMOVE_PREFIX "remove-"

/* Opening and adding, once it is settled what becomes of what is open */

typedef struct
{
  DlWindow  *window;
  GPtrArray *files;
} Opening;

static Opening *
opening_new (DlWindow *self, GFile *const *files, guint n)
{
  Opening *opening = g_new (Opening, 1);

  opening->window = g_object_ref (self);
  opening->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (opening->files, g_object_ref (files[i]));
  return opening;
}

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->window);
  g_ptr_array_unref (opening->files);
  g_free (opening);
}

static void
open_now (gpointer data)
{
  Opening *opening = data;

  dl_session_open_files (opening->window->session, (GFile *const *) opening->files->pdata, opening->files->len, NULL);
}

void
dl_window_open_files (DlWindow *self, GFile *const *files, guint n)
{
  g_return_if_fail (DL_IS_WINDOW (self));
  g_return_if_fail (files != NULL && n > 0);
  dl_window_settle_unsaved (self, open_now, opening_new (self, files, n), opening_free);
}

void
dl_window_open (DlWindow *self, GFile *file)
{
  g_return_if_fail (G_IS_FILE (file));
  dl_window_open_files (self, &file, 1);
}

void
dl_window_open_or_raise (DlWindow *self, GFile *const *files, guint n)
{
  DlWindow *other = dl_window_find (gtk_window_get_application (GTK_WINDOW (self)), files, n);

  if (other != NULL && other != self)
    gtk_window_present (GTK_WINDOW (other));
  else
    dl_window_open_files (self, files, n);
}

/* Whether it has these, and no others. */
static gboolean
has_files (DlWindow *self, GFile *const *files, guint n)
{
  GPtrArray *open = dl_session_get_files (self->session);

  if (!dl_session_get_loading (self->session) && (open == NULL || (n > 1 && open->len != n)))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!dl_session_has_file (self->session, files[i]))
      return FALSE;
  return TRUE;
}

DlWindow *
dl_window_find (GtkApplication *application, GFile *const *files, guint n)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (files != NULL && n > 0, NULL);
  for (GList *window = gtk_application_get_windows (application); window != NULL; window = window->next)
    if (DL_IS_WINDOW (window->data) && has_files (window->data, files, n))
      return window->data;
  return NULL;
}

static GPtrArray *
take_list (GListModel *files)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (all, g_list_model_get_item (files, i));
  return all;
}

static void
opened_cb (GListModel *files, gpointer data)
{
  g_autoptr (DlWindow)  self = data;
  g_autoptr (GPtrArray) all = take_list (files);

  if (all->len > 0)
    dl_window_open_or_raise (self, (GFile *const *) all->pdata, all->len);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dl_window_ask_for_files (data, _ ("Open a Timeline"), opened_cb);
}

static void
added_cb (GListModel *files, gpointer data)
{
  g_autoptr (DlWindow)  self = data;
  g_autoptr (GPtrArray) all = take_list (files);

  if (all->len > 0)
    dl_session_add_files (self->session, (GFile *const *) all->pdata, all->len);
}

static void
add_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dl_window_ask_for_files (data, _ ("Add Timelines"), added_cb);
}

/* On and off */

static void
change_on_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  DlWindow *self = data;
  guint     which = (guint) g_ascii_strtoull (g_action_get_name (G_ACTION (action)) + strlen (PREFIX), NULL, 10);

  if (dl_session_get_whole (self->session) != NULL)
    dl_session_set_file_on (self->session, which, g_variant_get_boolean (value));
}

static void
update_states (DlWindow *self)
{
  DlTimeline *whole = dl_session_get_whole (self->session);
  guint       n = whole == NULL ? 0 : dl_timeline_get_n_files (whole);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf (PREFIX "%u", i);
      GAction         *action = g_action_map_lookup_action (G_ACTION_MAP (self->file_actions), name);

      if (action != NULL)
        g_simple_action_set_state (G_SIMPLE_ACTION (action),
                                   g_variant_new_boolean (dl_session_is_file_on (self->session, i)));
    }
}

/* An underscore is part of the name, not a mnemonic. */
static char *
dup_label (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_file (DlWindow *self, guint index)
{
  const DlTimelineFile     *file = dl_timeline_get_file (dl_session_get_whole (self->session), index);
  g_autofree char          *name = g_strdup_printf (PREFIX "%u", index);
  g_autofree char          *detailed = g_strdup_printf (GROUP "." PREFIX "%u", index);
  g_autoptr (GSimpleAction) action =
    g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (dl_session_is_file_on (self->session, index)));
  g_autofree char *label = dup_label (file->name);

  g_signal_connect (action, "change-state", G_CALLBACK (change_on_cb), self);
  g_action_map_add_action (G_ACTION_MAP (self->file_actions), G_ACTION (action));
  g_menu_append (self->files, label, detailed);
}

/* Taking one out */

/* What to take back: what was open, and how. */
typedef struct
{
  DlWindow  *window;
  GPtrArray *files;
  GVariant  *state; /* nullable */
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->window);
  g_ptr_array_unref (undo->files);
  g_clear_pointer (&undo->state, g_variant_unref);
  g_free (undo);
}

static void
undo_cb (gpointer data)
{
  Undo *undo = data;

  dl_view_open (undo->window->view, (GFile *const *) undo->files->pdata, undo->files->len, undo->state);
  dl_window_focus_view (undo->window);
}

typedef struct
{
  DlWindow *window;
  GFile    *file;
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_object_unref (removal->window);
  g_object_unref (removal->file);
  g_free (removal);
}

static void
remove_now (Removal *removal)
{
  DlWindow        *self = removal->window;
  GPtrArray       *open = dl_session_get_files (self->session);
  g_autofree char *title = dl_session_dup_file_title (self->session, removal->file);
  g_autofree char *text = NULL;
  Undo            *undo = g_new (Undo, 1);

  undo->window = g_object_ref (self);
  undo->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; open != NULL && i < open->len; i++)
    g_ptr_array_add (undo->files, g_object_ref (open->pdata[i]));
  undo->state = dl_view_dup_state (self->view);
  if (!dl_session_take_out (self->session, removal->file))
    {
      undo_free (undo);
      return;
    }
  self->keeps_toast = TRUE;
  /* Translators: %s is the title of one of several files. */
  text = g_strdup_printf (_ ("“%s” is no longer part of this timeline."), title);
  /* What is in no file is gone. */
  if (dl_window_is_lasting (removal->file))
    dl_toast_offer (DL_TOAST (self->toast), text, _ ("Undo"), undo_cb, undo, undo_free);
  else
    {
      dl_window_show_toast (self, text);
      undo_free (undo);
    }
}

/* The answers to the question, the first of which is to stay. */
enum
{
  STAY,
  TAKE_OUT
};

static void
answered_cb (guint answer, gpointer data)
{
  if (answer == TAKE_OUT)
    remove_now (data);
  removal_free (data);
}

void
dl_window_take_out (DlWindow *self, GFile *file)
{
  const char *const answers[] = { _ ("_Cancel"), _ ("_Take Out"), NULL };
  Removal          *removal = g_new (Removal, 1);

  removal->window = g_object_ref (self);
  removal->file = g_object_ref (file);
  if (dl_window_is_lasting (file))
    answered_cb (TAKE_OUT, removal);
  else
    dl_compat_ask (GTK_WINDOW (self), _ ("Take the pasted timeline out?"), _ ("It is in no file, and is lost then."),
                   answers, answered_cb, removal);
}

static void
remove_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlWindow   *self = data;
  GPtrArray  *files = dl_session_get_files (self->session);
  const char *number = g_action_get_name (G_ACTION (action)) + strlen (REMOVE_PREFIX);
  guint       which = (guint) g_ascii_strtoull (number, NULL, 10);

  if (files != NULL && which < files->len)
    dl_window_take_out (self, files->pdata[which]);
}

/* Of each that was opened, whatever it was made of. */
static void
append_removals (DlWindow *self)
{
  GPtrArray        *files = dl_session_get_files (self->session);
  g_autoptr (GMenu) menu = g_menu_new ();

  if (files == NULL || files->len < 2)
    return;
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char          *name = g_strdup_printf (REMOVE_PREFIX "%u", i);
      g_autofree char          *detailed = g_strdup_printf (GROUP "." REMOVE_PREFIX "%u", i);
      g_autofree char          *title = dl_session_dup_file_title (self->session, files->pdata[i]);
      g_autofree char          *label = dup_label (title);
      g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

      g_signal_connect (action, "activate", G_CALLBACK (remove_action), self);
      g_action_map_add_action (G_ACTION_MAP (self->file_actions), G_ACTION (action));
      g_menu_append (menu, label, detailed);
    }
  /* Translators: a submenu with the names of the files that are open together. */
  g_menu_append_submenu (self->files, _ ("_Take Out"), G_MENU_MODEL (menu));
}

void
dl_window_update_files (DlWindow *self)
{
  DlTimeline    *whole = dl_session_get_whole (self->session);
  g_auto (GStrv) old = g_action_group_list_actions (G_ACTION_GROUP (self->file_actions));

  g_menu_remove_all (self->files);
  for (guint i = 0; old[i] != NULL; i++)
    g_action_map_remove_action (G_ACTION_MAP (self->file_actions), old[i]);
  for (guint i = 0; whole != NULL && i < dl_timeline_get_n_files (whole); i++)
    append_file (self, i);
  append_removals (self);
  dl_window_update_saving (self);
}

GMenuModel *
dl_window_new_files_menu (DlWindow *self)
{
  GMenu                *menu = g_menu_new ();
  g_autoptr (GMenu)     more = g_menu_new ();
  g_autoptr (GMenu)     open = g_menu_new ();
  g_autoptr (GMenuItem) save = g_menu_item_new (_ ("_Save as Dateline File…"), "win.save-as");

  /* Translators: opens another file over the one that is open. */
  g_menu_append (more, _ ("_Add File…"), "win.add-file");
  /* Translators: opens what is on the clipboard as a timeline of its own. */
  g_menu_append (more, _ ("_Paste as a Timeline"), "win.paste");
  /* Translators: adds what is on the clipboard to what is open. */
  g_menu_append (more, _ ("Paste _into This Timeline"), "win.paste-add");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  g_menu_append (open, _ ("_Read Again"), "win.reload");
  g_menu_item_set_attribute (save, "hidden-when", "s", "action-disabled");
  g_menu_append_item (open, save);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  /* Translators: over a list of the files that are shown together, each a toggle. */
  g_menu_append_section (menu, _ ("Shown"), G_MENU_MODEL (self->files));
  return G_MENU_MODEL (menu);
}

void
dl_window_init_files (DlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = open_action },
    { .name = "add-file", .activate = add_action },
  };

  self->file_actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), GROUP, G_ACTION_GROUP (self->file_actions));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_swapped (self->session, "filter-changed", G_CALLBACK (update_states), self);
}
