/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_HEADER_MIDDLE (dl_header_middle_get_type ())
G_DECLARE_FINAL_TYPE (DlHeaderMiddle, dl_header_middle, DL, HEADER_MIDDLE, GtkWidget)

/* What stands between the buttons at the two ends of a header bar, as far as there is
 * room: the title at its start, the choice of views in the middle of the bar, and at
 * its end what the menu and the keyboard have too. The title is cut first, then the
 * words of the choice give way to what is left of it, then it goes, then what is at the
 * end. Its three children in a .ui file are these, in this order. */

G_END_DECLS
