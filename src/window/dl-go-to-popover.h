/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "view/dl-view.h"

G_BEGIN_DECLS

#define DL_TYPE_GO_TO_POPOVER (dl_go_to_popover_get_type ())
G_DECLARE_FINAL_TYPE (DlGoToPopover, dl_go_to_popover, DL, GO_TO_POPOVER, GtkPopover)

/* Asks for a date, and says what it understands while one types.
 *
 * Property: "view" (#DlView, at construction): whose timeline the date is on.
 *
 * Signal "go": a date was entered; dl_go_to_popover_get_date() has it. */

GtkWidget *dl_go_to_popover_new (DlView *view);

/* @reference: the middle of what is seen, for days without a year. */
void dl_go_to_popover_ask (DlGoToPopover *self, DlInstant reference);

/* On the axis of the view's timeline. */
const DlDate *dl_go_to_popover_get_date (DlGoToPopover *self);

G_END_DECLS
