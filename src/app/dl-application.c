/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/dl-application.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "app/dl-command.h"
#include "app/dl-restore.h"
#include "compat/dl-compat.h"
#include "widgets/dl-keys.h"
#include "widgets/dl-text-size.h"
#include "window/dl-appearance.h"
#include "window/dl-window.h"

#define RESOURCE_PATH "/io/github/dateline_app/Dateline"

struct _DlApplication
{
  GtkApplication parent_instance;
  GSettings     *settings;
  DlRestore     *restore; /* NULL in a process of its own beside others */
};

G_DEFINE_FINAL_TYPE (DlApplication, dl_application, GTK_TYPE_APPLICATION)

static DlWindow *
add_window (DlApplication *self)
{
  g_autoptr (DlSession) session = dl_session_new ();
  g_autoptr (DlView)    view = dl_view_new (session);
  DlWindow             *window = DL_WINDOW (dl_window_new (GTK_APPLICATION (self), self->settings, view));

  if (self->restore != NULL)
    dl_restore_watch (self->restore, window, view);
  return window;
}

static void
open_story (DlApplication *self)
{
  g_autoptr (GFile) story = g_file_new_for_uri (DL_STORY_URI);
  DlWindow         *window = add_window (self);

  dl_window_open (window, story);
  gtk_window_present (GTK_WINDOW (window));
}

/* What was open when the program was quit. Returns: whether there was anything */
static gboolean
open_again (DlApplication *self)
{
  g_autoptr (GPtrArray) states = self->restore == NULL ? NULL : dl_restore_read (self->restore);
  gboolean              any = FALSE;

  /* The one that was used last comes last, before the others. */
  for (guint i = states == NULL ? 0 : states->len; i > 0; i--)
    {
      DlWindow *window = add_window (self);

      if (dl_window_open_state (window, states->pdata[i - 1]))
        {
          gtk_window_present (GTK_WINDOW (window));
          any = TRUE;
        }
      else
        gtk_window_destroy (GTK_WINDOW (window));
    }
  return any;
}

static void
dl_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else if (!open_again (DL_APPLICATION (application)))
    open_story (DL_APPLICATION (application));
}

static void
dl_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  DlWindow *window = dl_window_find (GTK_APPLICATION (application), files, (guint) n_files);

  if (window == NULL)
    {
      window = add_window (DL_APPLICATION (application));
      dl_window_open_files (window, files, (guint) n_files);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_story (data);
}

static void
quit_again (gpointer data)
{
  g_action_group_activate_action (data, "quit", NULL);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DlApplication *self = data;
  GList         *window;

  /* One after the other is asked what it has to save. */
  for (window = gtk_application_get_windows (data); window != NULL; window = window->next)
    if (DL_IS_WINDOW (window->data) && dl_window_get_unsaved (window->data))
      {
        gtk_window_present (window->data);
        dl_window_settle_unsaved (window->data, quit_again, self, NULL);
        return;
      }
  if (self->restore != NULL)
    dl_restore_quit (self->restore);
  /* Each is asked to close, so that it keeps its size. */
  while ((window = gtk_application_get_windows (data)) != NULL)
    gtk_window_close (window->data);
}

/* Where the program is not installed the icon theme has no icon of it. */
static void
add_own_icon (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  if (!gtk_icon_theme_has_icon (theme, APP_ID))
    gtk_icon_theme_add_resource_path (theme, RESOURCE_PATH "/own-icons");
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *system =
    g_strdup_printf ("GTK %u.%u.%u\nGLib %u.%u.%u\njson-glib %d.%d.%d", gtk_get_major_version (),
                     gtk_get_minor_version (), gtk_get_micro_version (), glib_major_version, glib_minor_version,
                     glib_micro_version, JSON_MAJOR_VERSION, JSON_MINOR_VERSION, JSON_MICRO_VERSION);

  add_own_icon ();
  gtk_show_about_dialog (gtk_application_get_active_window (data), "program-name", _ ("Dateline"), "logo-icon-name",
                         APP_ID, "version", VERSION, "comments",
                         _ ("See what happened, who said what, and what is planned"), "license-type",
                         GTK_LICENSE_GPL_3_0, "website", "https://github.com/dateline-app/dateline", "copyright",
                         _ ("© The Dateline authors"), "system-information", system,
                         /* Translators: your names, a line each. */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
dl_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "new-window", .activate = new_window_action },
    { .name = "about", .activate = about_action },
    { .name = "quit", .activate = quit_action },
  };
  DlApplication      *self = DL_APPLICATION (application);
  g_autoptr (GAction) scheme = NULL;
  g_autoptr (GAction) wheel = NULL;
  g_autoptr (GAction) restore = NULL;
  g_autoptr (GAction) reread = NULL;

  G_APPLICATION_CLASS (dl_application_parent_class)->startup (application);

  self->settings = g_settings_new (APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  scheme = g_settings_create_action (self->settings, "color-scheme");
  wheel = g_settings_create_action (self->settings, "wheel-zooms");
  g_action_map_add_action (G_ACTION_MAP (self), scheme);
  restore = g_settings_create_action (self->settings, "restore-at-start");
  g_action_map_add_action (G_ACTION_MAP (self), wheel);
  g_action_map_add_action (G_ACTION_MAP (self), restore);
  reread = g_settings_create_action (self->settings, "reread");
  g_action_map_add_action (G_ACTION_MAP (self), reread);
  if (!(g_application_get_flags (application) & G_APPLICATION_NON_UNIQUE))
    {
      g_autofree char *path = dl_restore_dup_path ();

      self->restore = dl_restore_new (GTK_APPLICATION (self), self->settings, path);
    }
  dl_keys_apply (GTK_APPLICATION (self));
  dl_compat_add_css_resource (gdk_display_get_default (), RESOURCE_PATH "/styles/dateline.css");
  gtk_window_set_default_icon_name (APP_ID);
  dl_appearance_start (self->settings);
  dl_text_size_start (self->settings, G_ACTION_MAP (self));
}

static void
dl_application_finalize (GObject *object)
{
  g_clear_pointer (&DL_APPLICATION (object)->restore, dl_restore_free);
  g_clear_object (&DL_APPLICATION (object)->settings);

  G_OBJECT_CLASS (dl_application_parent_class)->finalize (object);
}

static void
dl_application_class_init (DlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dl_application_finalize;
  application_class->activate = dl_application_activate;
  application_class->open = dl_application_open;
  application_class->startup = dl_application_startup;
}

static void
dl_application_init (DlApplication *self)
{
}

DlApplication *
dl_application_new (gboolean alone)
{
  return g_object_new (DL_TYPE_APPLICATION, "application-id", APP_ID, "resource-base-path", RESOURCE_PATH, "flags",
                       G_APPLICATION_HANDLES_OPEN | (alone ? G_APPLICATION_NON_UNIQUE : 0), NULL);
}
