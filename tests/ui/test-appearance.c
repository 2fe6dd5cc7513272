/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Light or dark: as the reader chooses, else as the desktop wants it, told by a portal that is ours here; and
 * how large text is from the start. */
#include "config.h"

#include "../bench/bench-desk.h"
#include "app/dl-application.h"
#include "widget-tree.h"
#include "widgets/dl-look.h"
#include "widgets/dl-text-size.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"

/* As the portal counts. */
#define NO_WISH 0
#define DARK 1
#define LIGHT 2

static GDBusConnection *bus;

/* What the desktop wants at the start; asked as the old call has it, wrapped twice. */
static void
called_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               data)
{
  const char *name_space, *key;

  g_variant_get (parameters, "(&s&s)", &name_space, &key);
  g_assert_cmpstr (name_space, ==, "org.freedesktop.appearance");
  g_assert_cmpstr (key, ==, "color-scheme");
  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(v)", g_variant_new_variant (g_variant_new_uint32 (DARK))));
}

static void
open_portal (void)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called_cb };
  static const char                 xml[] =
    "<node><interface name='" PORTAL_INTERFACE "'><method name='Read'><arg type='s' direction='in'/><arg type='s' "
    "direction='in'/><arg type='v' direction='out'/></method></interface></node>";
  g_autoptr (GError)        error = NULL;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, &error);
  g_autoptr (GVariant)      reply = NULL;

  g_assert_no_error (error);
  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (bus, PORTAL_PATH, node->interfaces[0], &vtable, NULL, NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", PORTAL_NAME, 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
heard_cb (GDBusConnection *connection,
          const char      *sender,
          const char      *path,
          const char      *interface,
          const char      *signal,
          GVariant        *parameters,
          gpointer         heard)
{
  (*(guint *) heard)++;
}

/* The desktop changes a setting; all who listen have heard of it. */
static void
change (const char *name_space, const char *key, guint32 value)
{
  guint heard = 0;
  guint id = g_dbus_connection_signal_subscribe (bus, NULL, PORTAL_INTERFACE, NULL, PORTAL_PATH, NULL,
                                                 G_DBUS_SIGNAL_FLAGS_NONE, heard_cb, &heard, NULL);

  g_assert_true (g_dbus_connection_emit_signal (bus, NULL, PORTAL_PATH, PORTAL_INTERFACE, "SettingChanged",
                                                g_variant_new ("(ssv)", name_space, key, g_variant_new_uint32 (value)),
                                                NULL));
  WAIT_FOR (heard > 0);
  g_dbus_connection_signal_unsubscribe (bus, id);
  /* Who began to listen earlier may be told later. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_appearance (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget            *window = gtk_window_new ();

  /* It wants dark from the start. */
  WAIT_FOR (dl_look_get_theme (window) == DL_THEME_DARK);
  change ("org.freedesktop.appearance", "color-scheme", LIGHT);
  g_assert_cmpint (dl_look_get_theme (window), ==, DL_THEME_LIGHT);
  /* Other settings are no business of ours. */
  change ("org.freedesktop.appearance", "contrast", DARK);
  g_assert_cmpint (dl_look_get_theme (window), ==, DL_THEME_LIGHT);
  change ("org.example", "color-scheme", DARK);
  g_assert_cmpint (dl_look_get_theme (window), ==, DL_THEME_LIGHT);
  change ("org.freedesktop.appearance", "color-scheme", DARK);
  g_assert_cmpint (dl_look_get_theme (window), ==, DL_THEME_DARK);
  /* Without a wish it is light. */
  change ("org.freedesktop.appearance", "color-scheme", NO_WISH);
  g_assert_cmpint (dl_look_get_theme (window), ==, DL_THEME_LIGHT);

  /* The reader's choice comes first, at once. */
  g_settings_set_string (settings, "color-scheme", "dark");
  g_assert_cmpint (dl_look_get_theme (window), ==, DL_THEME_DARK);
  change ("org.freedesktop.appearance", "color-scheme", LIGHT);
  g_assert_cmpint (dl_look_get_theme (window), ==, DL_THEME_DARK);
  change ("org.freedesktop.appearance", "color-scheme", DARK);
  g_settings_set_string (settings, "color-scheme", "light");
  g_assert_cmpint (dl_look_get_theme (window), ==, DL_THEME_LIGHT);
  g_settings_set_string (settings, "color-scheme", "default");
  g_assert_cmpint (dl_look_get_theme (window), ==, DL_THEME_DARK);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* As large as it was when the program was left. */
static void
test_text_size (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_assert_cmpfloat (dl_text_size_get_factor (), ==, 1.5);
  g_settings_set_int (settings, "text-size", DL_TEXT_SIZE_USUAL);
  g_assert_cmpfloat (dl_text_size_get_factor (), ==, 1);
}

int
main (int argc, char **argv)
{
  g_autoptr (GSettings) settings = NULL;
  DlApplication        *application;
  int                   result;

  if (!bench_desk_open_for_test (&argc, &argv))
    return 77;
  gtk_init ();
  open_portal ();
  settings = g_settings_new (APP_ID);
  g_settings_set_int (settings, "text-size", 150);
  application = dl_application_new (TRUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/appearance/text-size", test_text_size);
  g_test_add_func ("/appearance/choice", test_appearance);
  result = g_test_run ();
  bench_desk_close ();
  return result;
}
