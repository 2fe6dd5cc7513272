/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/dl-appearance.h"

#include "compat/dl-compat.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define NAMESPACE "org.freedesktop.appearance"

/* As the portal counts: 0 no wish, 1 dark, 2 light. */
#define DESKTOP_DARK 1

typedef struct
{
  GSettings  *settings;
  GDBusProxy *portal;
  gboolean    has_desktop;
  guint32     desktop;
} Appearance;

static void
apply (Appearance *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");

  if (g_str_equal (scheme, "dark") || g_str_equal (scheme, "light"))
    dl_compat_set_color_scheme (gtk_settings_get_default (),
                                scheme[0] == 'd' ? DL_COMPAT_COLORS_DARK : DL_COMPAT_COLORS_LIGHT);
  else if (self->has_desktop)
    dl_compat_set_color_scheme (gtk_settings_get_default (),
                                self->desktop == DESKTOP_DARK ? DL_COMPAT_COLORS_DARK : DL_COMPAT_COLORS_LIGHT);
  else
    dl_compat_set_color_scheme (gtk_settings_get_default (), DL_COMPAT_COLORS_OF_DESKTOP);
}

static void
take_value (Appearance *self, GVariant *value)
{
  /* The value may be wrapped once or, from the old call, twice. */
  g_autoptr (GVariant) inner = g_variant_ref (value);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *next = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = next;
    }
  if (!g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    return;
  self->desktop = g_variant_get_uint32 (inner);
  self->has_desktop = TRUE;
  apply (self);
}

static void
portal_signal_cb (GDBusProxy *proxy, const char *sender, const char *signal, GVariant *parameters, Appearance *self)
{
  const char          *name_space;
  const char          *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_str_equal (signal, "SettingChanged") || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &name_space, &key, &value);
  if (g_str_equal (name_space, NAMESPACE) && g_str_equal (key, "color-scheme"))
    take_value (self, value);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) reply = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, NULL);
  g_autoptr (GVariant) value = NULL;

  /* No portal, or none that knows the key: the desktop has no wish. */
  if (reply == NULL)
    return;
  value = g_variant_get_child_value (reply, 0);
  take_value (data, value);
}

static void
proxy_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Appearance *self = data;

  self->portal = g_dbus_proxy_new_for_bus_finish (result, NULL);
  if (self->portal == NULL)
    return;
  g_signal_connect (self->portal, "g-signal", G_CALLBACK (portal_signal_cb), self);
  g_dbus_proxy_call (self->portal, "Read", g_variant_new ("(ss)", NAMESPACE, "color-scheme"), G_DBUS_CALL_FLAGS_NONE,
                     -1, NULL, read_cb, self);
}

void
dl_appearance_start (GSettings *settings)
{
  static Appearance *self;

  g_return_if_fail (G_IS_SETTINGS (settings));
  if (self != NULL)
    return;
  self = g_new0 (Appearance, 1);
  self->settings = g_object_ref (settings);
  g_signal_connect_swapped (settings, "changed::color-scheme", G_CALLBACK (apply), self);
  apply (self);
  g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES, NULL, PORTAL_NAME,
                            PORTAL_PATH, PORTAL_INTERFACE, NULL, proxy_cb, self);
}
