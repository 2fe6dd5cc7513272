/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names what has the keyboard in a #GtkDropDown of strings by what is chosen among,
 * @label, and what is chosen, as that changes: GTK leaves the button inside without a
 * name. @label: "_Format", as a label beside it has it */
void dl_choice_name (GtkWidget *drop_down, const char *label);

G_END_DECLS
