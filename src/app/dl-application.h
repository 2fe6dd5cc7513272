/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_APPLICATION (dl_application_get_type ())
G_DECLARE_FINAL_TYPE (DlApplication, dl_application, DL, APPLICATION, GtkApplication)

/* The desktop program: windows, and what belongs to none of them. @alone: apart
 * from one that is running already, for what only this process can read. */
DlApplication *dl_application_new (gboolean alone);

G_END_DECLS
