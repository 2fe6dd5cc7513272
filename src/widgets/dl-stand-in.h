/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Buttons that stand for parts of a picture, for the keyboard and for assistive
 * technologies: without a look of their own, and the pointer goes through them. */

/* Connect to "clicked". Returns: (transfer none): owned by @parent */
GtkWidget *dl_stand_in_new (GtkWidget *parent);
/* As what it is read out; nothing is told again while that stays the same. */
void dl_stand_in_set_name (GtkWidget *self, const char *name);
/* Gives it @place, or as much more as it must have. */
void dl_stand_in_allocate (GtkWidget *self, const GtkAllocation *place);

/* Lists of them, and of other children that are their parent's alone */

/* Takes all after the first @n away. */
void     dl_stand_ins_trim (GPtrArray *list, guint n);
gboolean dl_stand_ins_have_focus (GPtrArray *list);
/* Moves the keyboard to the first one, or from one to the next (1) or previous (-1), at
 * most to the end. Returns: whether it is on one */
gboolean dl_stand_ins_move_focus (GPtrArray *list, int direction);

G_END_DECLS
