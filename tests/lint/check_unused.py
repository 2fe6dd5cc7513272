#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every public function has a user in the program: check_unused.py TOP

Tests and benchmarks do not count, and neither does what is only used by what
nobody uses. Read from the text, so it takes no build.
"""

import collections
import pathlib
import re
import sys

# What is there for the tests, and why it cannot be in them.
EXCEPTIONS = {
    "dl_drawer_get_show_side": "what the window asked of it",
    "dl_event_reader_set_thorough": "the slow way, to compare the fast one with",
    "dl_lane_index_get_size": "what it takes of memory for each event",
    "dl_load_bytes": "loading without a main loop, which the fuzzer does many thousand times",
    "dl_load_file": "the same from a file, for the benchmarks",
    "dl_role_to_string": "names what failed",
    "dl_text_cache_get_n_made": "whether the cache caches",
    "dl_text_cache_get_size": "whether it lets go",
    "dl_theme_kind_to_string": "names what failed",
    "dl_timeline_builder_add_event": "timelines without a file",
    "dl_timeline_builder_find_person": "the same",
    "dl_timeline_builder_find_place": "the same",
    "dl_timeline_builder_find_source": "the same",
    "dl_timeline_builder_find_topic": "the same",
    "dl_timeline_get_store_size": "how much memory an event takes",
}

NOT_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)
# In the format of this tree a function's name begins a line, as do its braces.
FUNCTION = re.compile(r"^(\w+) \((?:(?!\n\n)[^;{}])*\)\n\{\n.*?^\}$", re.S | re.M)
PROTOTYPE = re.compile(r"^(?! *return\b)[\w ]+?[ *\n]+(_?dl_\w+) \([^{};]*\)[^{};\n]*;", re.M)
NAME = re.compile(r"\b[a-z_]\w*\b")
# A type's macro names these by pasting.
TYPE = re.compile(r"^G_DEFINE_\w+ \(\s*\w+,\s*(\w+)", re.M)
PASTED = ("_get_type", "_class_init", "_init")


def read(path):
    return NOT_CODE.sub(" ", path.read_text(encoding="utf-8"))


def plain(key):
    return key.rpartition(":")[2]


def main(top):
    public = {}
    bodies = {}
    outside = {"main"}
    for path in sorted((top / "src").rglob("*.h")):
        text = read(path)
        for name in PROTOTYPE.findall(text):
            public[name] = path.relative_to(top)
        # Macros and inline functions use what they name.
        outside |= set(NAME.findall(PROTOTYPE.sub("", text)))
    for path in sorted((top / "src").rglob("*.c")):
        text = read(path)
        for match in FUNCTION.finditer(text):
            # Static functions of two files may have the same name.
            name = match.group(1) if match.group(1) in public else f"{path}:{match.group(1)}"
            bodies[name] = set(NAME.findall(match.group(0)))
        rest = FUNCTION.sub("", text)
        outside |= set(NAME.findall(rest))
        for prefix in TYPE.findall(rest):
            outside |= {prefix + end for end in PASTED}
    complaints = []
    alive = dict(bodies)
    while True:
        # Whatever is named by somebody else that is alive.
        named = collections.Counter()
        for names in alive.values():
            named.update(names)
        # Everybody names himself.
        dead = [name for name in alive if named[plain(name)] <= 1 and plain(name) not in outside and name not in EXCEPTIONS]
        if not dead:
            break
        for name in dead:
            del alive[name]
            if name in public:
                complaints.append(f"{public[name]}: {name} () has no user in src/")
    for name in sorted(EXCEPTIONS):
        if name not in public:
            complaints.append(f"{name} () is an exception, and is not there")
        elif any(name in names for other, names in alive.items() if other != name) or name in outside:
            complaints.append(f"{name} () is an exception, and has a user in src/")
    print("\n".join(sorted(complaints)))
    print(f"{len(public)} public functions, {len(bodies)} in all, {len(complaints)} complaints")
    return 1 if complaints or not public or not bodies else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
