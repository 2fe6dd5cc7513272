/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/dl-event.h"

G_BEGIN_DECLS

/* Adds all that is told of an event to a box: when and where it was, who took part, what was said, what
 * belongs to it, and by whom it is said. @activate: a handler of #GtkLabel::activate-link, called with @data */
void dl_detail_event_tell (GtkWidget *content, DlEvent *event, GCallback activate, gpointer data);

G_END_DECLS
