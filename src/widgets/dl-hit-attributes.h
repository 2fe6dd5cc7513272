/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/dl-query.h"

G_BEGIN_DECLS

/* Marks what is searched for in a label's text, as the timeline marks it, and adds
 * @language, where there is one. @query, @language: (nullable) */
void dl_hit_attributes_set (GtkLabel *label, DlQuery *query, const char *language);

G_END_DECLS
