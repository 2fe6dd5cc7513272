/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/dl-compat.h"

/* GtkSettings:gtk-interface-color-scheme since 4.20, where the older property
 * is warned of; drop the other branch when the minimum is ≥ 4.20. */
void
dl_compat_set_color_scheme (GtkSettings *settings, DlCompatColorScheme scheme)
{
#if GTK_CHECK_VERSION(4, 20, 0)
  static const char *const name = "gtk-interface-color-scheme";
  static const int         values[] = { 0, GTK_INTERFACE_COLOR_SCHEME_LIGHT, GTK_INTERFACE_COLOR_SCHEME_DARK };
#else
  static const char *const name = "gtk-application-prefer-dark-theme";
  static const int         values[] = { 0, FALSE, TRUE };
#endif
  static int desktop = -1;
  int        now;
  int        next;

  g_return_if_fail (GTK_IS_SETTINGS (settings));
  g_object_get (settings, name, &now, NULL);
  if (desktop < 0)
    desktop = now;
  next = scheme == DL_COMPAT_COLORS_OF_DESKTOP ? desktop : values[scheme];
  /* GTK reads its whole theme again also for what it has already. */
  if (next != now)
    g_object_set (settings, name, next, NULL);
}
