/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is kept of a window for the next one, and what holds for all of them. */
#include "window/dl-window-private.h"

/* The range that the settings have for sizes. */
#define WIDTH_MIN_KEPT 360
#define HEIGHT_MIN_KEPT 290
#define SIZE_MAX_KEPT 32767

/* The size that the next window has: not that of a full screen. */
static GVariant *
size_to_setting (GtkWindow *window, int size, int min)
{
  if (size <= 0 || gtk_window_is_maximized (window) || gtk_window_is_fullscreen (window))
    return NULL;
  return g_variant_new_int32 (CLAMP (size, min, SIZE_MAX_KEPT));
}

static GVariant *
width_to_setting (const GValue *value, const GVariantType *type, gpointer data)
{
  return size_to_setting (data, g_value_get_int (value), WIDTH_MIN_KEPT);
}

static GVariant *
height_to_setting (const GValue *value, const GVariantType *type, gpointer data)
{
  return size_to_setting (data, g_value_get_int (value), HEIGHT_MIN_KEPT);
}

/* What is bound says nothing about whether one can click on it. */
void
dl_window_bind_settings (DlWindow *self)
{
  const GSettingsBindFlags read = G_SETTINGS_BIND_GET | G_SETTINGS_BIND_NO_SENSITIVITY;
  /* The next window begins as this one was last; open ones leave each other alone. */
  const GSettingsBindFlags keep =
    G_SETTINGS_BIND_GET | G_SETTINGS_BIND_SET | G_SETTINGS_BIND_GET_NO_CHANGES | G_SETTINGS_BIND_NO_SENSITIVITY;

  g_settings_bind_with_mapping (self->settings, "window-width", self, "default-width", keep, NULL, width_to_setting,
                                self, NULL);
  g_settings_bind_with_mapping (self->settings, "window-height", self, "default-height", keep, NULL, height_to_setting,
                                self, NULL);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", keep);
  g_settings_bind (self->settings, "detail-width", self->split, "side-width", keep);
  g_settings_bind (self->settings, "show-details", self, "show-details", read);
  /* A bookmark may say otherwise; it is one setting all the same. */
  g_settings_bind (self->settings, "fold-empty-time", self->view, "fold",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
  g_settings_bind (self->settings, "wheel-zooms", self->timeline, "wheel-zooms", read);
}
