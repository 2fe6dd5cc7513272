/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How large the reader wants all text of the program, in percent of what the
 * desktop says. */
#define DL_TEXT_SIZE_LEAST 70
#define DL_TEXT_SIZE_USUAL 100
#define DL_TEXT_SIZE_MOST 300

/**
 * dl_text_size_start:
 * @settings: the program's settings, key "text-size"
 * @map: gets the actions "text-larger", "text-smaller" and "text-usual"
 *
 * Sets all text as large as the reader has chosen, times what the desktop wants,
 * and follows both. Call once the display is open.
 */
void dl_text_size_start (GSettings *settings, GActionMap *map);

/* What the reader has chosen, of 1; 1 before it is started. */
double dl_text_size_get_factor (void);

/* The size after (1) or before (-1) @percent, at most the last one of that side. */
int dl_text_size_step (int percent, int direction);

G_END_DECLS
