/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_WRAP_LAYOUT (dl_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (DlWrapLayout, dl_wrap_layout, DL, WRAP_LAYOUT, GtkLayoutManager)

/* One child after the other in a line, as words in a text: in as many lines as it
 * takes, from the side where reading begins. The last child stands at the end of its
 * line. What is wider than a line by itself gets the line, as narrow as that is. */

G_END_DECLS
