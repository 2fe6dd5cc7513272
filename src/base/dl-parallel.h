/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*DlParallelFunc) (guint index, gpointer data);

/* Calls @func for 0 to @n - 1, each once, here and on other threads where the
 * machine has several processors; returns when all are done. */
void dl_parallel_for (guint n, DlParallelFunc func, gpointer data);

/* Runs @func (data) here and, where the machine has several processors, on
 * other threads at once; returns when all have returned. */
void dl_parallel_run (void (*func) (gpointer data), gpointer data);

/* In the thread of @context, soon: calls @func (@data), then @notify where there is one.
 * Never at once, and never here, as g_main_context_invoke() may. */
void dl_call_in (GMainContext *context, GSourceFunc func, gpointer data, GDestroyNotify notify);

G_END_DECLS
