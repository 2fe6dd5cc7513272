/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_ANNOUNCER (dl_announcer_get_type ())
G_DECLARE_FINAL_TYPE (DlAnnouncer, dl_announcer, DL, ANNOUNCER, GtkWidget)

/* What a window says to who does not see it: a place without a look, whose name is
 * what was said last. */

GtkWidget *dl_announcer_new (void);
/* Says @text a moment later, unless something else is said before. */
void dl_announcer_say (DlAnnouncer *self, const char *text);

G_END_DECLS
