/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * dl_appearance_start:
 * @settings: the program's settings, key "color-scheme"
 *
 * Makes the program light or dark as the reader has chosen, or as the desktop
 * says (the settings portal's `org.freedesktop.appearance`), and follows both.
 * Call once the display is open.
 */
void dl_appearance_start (GSettings *settings);

G_END_DECLS
