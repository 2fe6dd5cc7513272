/* SPDX-FileCopyrightText: The Dateline authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dl_file_ending_mend:
 * @name: of a file, as it was chosen in a dialog
 * @usual: the ending of the name that the dialog suggested, with its dot: ".png", ".dateline.json"
 * @endings: %NULL-terminated, with their dots: all that names of such files may have
 *
 * A dialog selects its suggestion but for the ending, or the last part of it. Who types a whole
 * name over that leaves the rest behind it: "map.png.png", "map.svg.png". In upper and lower case.
 *
 * Returns: (transfer full): the name that was typed; @name where there is no such rest
 */
char *dl_file_ending_mend (const char *name, const char *usual, const char *const *endings);

/**
 * dl_file_ending_strip:
 * @name: of a file
 *
 * Without what tells of what format it is: "map" of "map.csv", "map.dateline.json" and "map.json.gz".
 * What follows a dot is an ending where it is short, of ASCII letters and digits, and no number.
 *
 * Returns: (transfer full): @name where it has none, or is nothing else
 */
char *dl_file_ending_strip (const char *name);

G_END_DECLS
