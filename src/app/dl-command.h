/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/dl-output.h"
#include "formats/dl-loader.h"
#include "layout/dl-lane-options.h"

G_BEGIN_DECLS

/* The bundled timeline, within the program. */
#define DL_STORY_URI "resource:///io/github/dateline_app/Dateline/timelines/takaichi-trump-call.dateline.json"

/* Whether @word is a command of its own (`export`, `check`, …). */
gboolean dl_command_exists (const char *word);

/* What to say of @word that may be meant as a command. Returns: (transfer full)
 * (nullable): NULL for one that is like none of them */
char *dl_command_dup_mistake (const char *word);

/**
 * dl_command_run:
 * @argc: arguments, the program's name and the command included
 * @argv: the arguments; UTF-8 or the locale's encoding
 *
 * Runs one command for scripts: no window, no display, no D-Bus.
 *
 * Returns: the exit code
 */
int dl_command_run (int argc, char **argv);

/* Each command: @argv[0] is its own name. */
int dl_command_check (int argc, char **argv);
int dl_command_convert (int argc, char **argv);
int dl_command_date (int argc, char **argv);
int dl_command_export (int argc, char **argv);
int dl_command_formats (int argc, char **argv);
int dl_command_info (int argc, char **argv);
int dl_command_layout (int argc, char **argv);
int dl_command_new (int argc, char **argv);

/* For the commands. */

/* Prints "dateline: MESSAGE" to stderr; returns @code. */
int dl_command_fail (int code, const char *message);
/* The same with a hint at --help, for wrong usage. */
int dl_command_misused (const char *command, const char *message);

/* Parses options out of @argv; FALSE after it has printed why, or the help;
 * then *@code is the exit code. What is left is in @argv. */
gboolean dl_command_parse (int                *argc,
                           char             ***argv,
                           const GOptionEntry *entries,
                           const char         *parameters,
                           const char         *summary,
                           int                *code);

/* The same for a command that takes one file or more, @more options (nullable) and
 * --json; the files are argv[1] and what follows. */
gboolean dl_command_parse_files (int                *argc,
                                 char             ***argv,
                                 const GOptionEntry *more,
                                 const char         *summary,
                                 gboolean           *json,
                                 int                *code);

/* Whether the file to write is one of those that are read. @files: of GFile; those that were found in folders, too */
gboolean dl_command_is_read (GFile *output, GPtrArray *files);

/* How messages call the file of an argument: "-" is the standard input. */
const char *dl_command_get_file_name (const char *path);
/* How they call all files of a command. Returns: (transfer full) */
char *dl_command_dup_names (int n_paths, char **paths);
/* Whether @path ends in @ending, in any case of letters. What is written is JSON, so a name that
 * says otherwise is a mistake. */
gboolean dl_command_has_ending (const char *path, const char *ending);
/* The file that an argument names. Returns: (transfer full) */
GFile *dl_command_new_file (const char *path);

/**
 * dl_command_check_events:
 * @n_paths: how many files were given; none: the bundled story
 * @paths: (array length=n_paths): their arguments
 * @error: %DL_ERROR_NOT_A_TIMELINE
 *
 * Whether there is something to draw: not where a file has events and none of
 * them could be read. One that has none yet is no mistake; that its picture is
 * empty is said on stderr, unless there are eras to be seen.
 */
gboolean dl_command_check_events (DlLoaded *loaded, int n_paths, char **paths, GError **error);

/* Loads @path ("-": the standard input), or the bundled story where it is
 * NULL. Problems do not fail it. */
DlLoaded *dl_command_load (const char *path, GError **error);
/* The same of @n files or folders, as one timeline; where there are none, the bundled story.
 * What could not be read of several is told on stderr, and is in the result's failures. */
DlLoaded *dl_command_load_files (int n, char **paths, GError **error);
/* Good, or where some of the files could not be read, bad input. */
int dl_command_get_code (const DlLoaded *loaded);
/* A problem with its place. @path: the argument that it came from.
 * Returns: (transfer full) */
char *dl_command_dup_problem (const DlProblem *problem, const char *path);

/* Tells @loaded's timeline in the zone of that name; NULL: leaves it in its own. */
gboolean dl_command_set_zone (DlLoaded *loaded, const char *name, GError **error);

/* Takes what makes the lanes of @timeline ("topic", "person", …; NULL: as it is, or the
 * files where there are several). Returns: FALSE for a word that is none of them;
 * dl_command_misused_lanes() tells. */
gboolean dl_command_parse_lanes (const char *name, gboolean every, DlTimeline *timeline, DlLaneOptions *lanes);
int      dl_command_misused_lanes (const char *command);

G_END_DECLS
