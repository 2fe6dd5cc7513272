/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A screen and a session bus of one's own, and programs on them: whoever runs
 * a benchmark has settings, fonts and windows that are none of its business.
 */

/* Starts an X server and, where there is one, a message bus, and points this
 * process's environment at them. Ends the program where it cannot be done. */
void bench_desk_open (void);
/* For a test program, first of all: g_test_init(), and the above. Returns: FALSE where
 * there is no X server to be had: the test is skipped then, and ends with 77 */
gboolean bench_desk_open_for_test (int *argc, char ***argv);
/* Ends them. */
void bench_desk_close (void);
/* A folder that goes with the desk. */
const char *bench_desk_get_folder (void);

/* Runs this program again, with two more arguments, on the desk.
 * @second: (nullable). Ends the program where that fails.
 * Returns: (transfer full): what it wrote */
char *bench_desk_run (const char *first, const char *second);

/* Bytes of this process that are in memory and nobody else's; 0 where the system does
 * not say. */
double bench_desk_get_memory (void);

/* In such a run: writes what was found out, and ends the process at once. What
 * there is to be freed is of no interest. */
void bench_desk_finish (const GString *answer) G_GNUC_NORETURN;

/* The number after "@name " at the start of a line of an answer; ends the
 * program where there is none. */
double bench_desk_read (const char *answer, const char *name);

G_END_DECLS
