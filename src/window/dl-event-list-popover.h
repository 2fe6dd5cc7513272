/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "time/dl-instant.h"

G_BEGIN_DECLS

#define DL_TYPE_EVENT_LIST_POPOVER (dl_event_list_popover_get_type ())
G_DECLARE_FINAL_TYPE (DlEventListPopover, dl_event_list_popover, DL, EVENT_LIST_POPOVER, GtkPopover)

/* A list of events, in the order of time: those that a number in the timeline
 * stands for.
 *
 * Signals: "chosen" (position): the reader chose an event; "zoom": to the time
 * in which all of them begin. */

GtkWidget *dl_event_list_popover_new (void);

/* @events: a model of DlEvent; shows itself. */
void dl_event_list_popover_show (DlEventListPopover *self, GListModel *events);
/* From the first one's start to the last one's; no bound where they have none. */
void dl_event_list_popover_get_range (DlEventListPopover *self, DlInstant *from, DlInstant *to);

G_END_DECLS
