#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dependencies point down only: check_includes.py TOP

Each folder of src/ is a room and may include only itself and the rooms below;
the lowest ones know no toolkit; version checks of GTK stand in one room.
"""

import pathlib
import re
import sys

CORE = ["base", "time", "model"]
ALLOWED = {
    "base": {"base"},
    "time": {"base", "time"},
    "model": {"base", "time", "model"},
    "formats": {*CORE, "formats"},
    "layout": {*CORE, "layout"},
    "draw": {*CORE, "layout", "draw"},
    "compat": {"base", "compat"},
    "session": {*CORE, "formats", "layout", "session"},
    "view": {*CORE, "layout", "session", "view"},
    "widgets": {*CORE, "layout", "draw", "compat", "session", "view", "widgets"},
    "window": {*CORE, "layout", "draw", "compat", "session", "view", "widgets", "window"},
    "app": {*CORE, "formats", "layout", "draw", "compat", "session", "view", "widgets", "window", "app"},
}
WITHOUT_TOOLKIT = {*CORE, "formats", "layout", "session", "view"}
TOOLKIT = re.compile(r"^(gtk|gdk|gsk|pango|graphene|cairo)[/.-]")
GENERATED = {"config.h"}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+(["<])([^">]+)[">]')


def check_line(room, line):
    """What is wrong with one line, or None."""
    if "GTK_CHECK_VERSION" in line and room != "compat":
        return "a version check of GTK outside src/compat"
    match = INCLUDE.match(line)
    if match is None:
        return None
    quote, name = match.groups()
    if room in WITHOUT_TOOLKIT and TOOLKIT.match(name):
        return f"<{name}> in a room without a toolkit"
    target, slash, _ = name.partition("/")
    if quote == "<" or name in GENERATED:
        return None
    if not slash or target not in ALLOWED:
        return f'"{name}" is not of the form "room/dl-file.h"'
    if target not in ALLOWED[room]:
        return f"{room} may not include {target} ({name})"
    return None


def main(top):
    failed = 0
    files = sorted((top / "src").rglob("*.[ch]"))
    for path in files:
        relative = path.relative_to(top)
        room = relative.parts[1]
        if room not in ALLOWED or len(relative.parts) < 3:
            print(f"{relative}: not in a room that this check knows")
            failed += 1
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            message = check_line(room, line)
            if message is not None:
                print(f"{relative}:{number}: {message}")
                failed += 1
    print(f"{len(files)} files, {failed} complaints")
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
