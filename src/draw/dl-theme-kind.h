/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which colours, for who chooses them and knows no toolkit. */
typedef enum
{
  DL_THEME_LIGHT,
  DL_THEME_DARK,
  DL_THEME_HIGH_CONTRAST,
  DL_THEME_HIGH_CONTRAST_DARK,
  DL_THEME_PRINT,
} DlThemeKind;
#define DL_N_THEMES 5

/* "light", "dark", "high-contrast", "high-contrast-dark", "print". */
const char *dl_theme_kind_to_string (DlThemeKind kind);
gboolean    dl_theme_kind_from_string (const char *nick, DlThemeKind *kind);

G_END_DECLS
