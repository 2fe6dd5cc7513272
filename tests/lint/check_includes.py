#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dependencies point down only: check_includes.py TOP

Each folder of src/ is a room and may include only itself and the rooms below,
and of some of those only their doors; most know no toolkit; version checks of
GTK stand in one room. Within a room no files depend on each other in circles.
"""

import pathlib
import re
import sys

# The floor, which all that stands on it may use.
CORE = {"base", "time", "model"}
ALLOWED = {
    "base": set(),
    "time": {"base"},
    "model": {"base", "time"},
    "formats": CORE,
    "layout": CORE,
    "draw": {"base", "layout"},
    "export": {*CORE, "layout", "draw"},
    "compat": {"base"},
    "session": {*CORE, "formats", "layout"},
    "view": {*CORE, "layout", "session"},
    "widgets": {*CORE, "layout", "draw", "compat", "session", "view"},
    "window": {*CORE, "export", "compat", "session", "view", "widgets"},
    "app": {*CORE, "formats", "layout", "draw", "export", "compat", "widgets", "window"},
}
# A room may have folders. Those of formats are readers, which know the table's entry and
# what they share, but not each other.
FOLDERS = {"formats"}
SHARED_FOLDERS = {"draft", "encoding", "literal", "markup", "rows", "xml"}
TABLES = {"formats/dl-formats.c"}
# Of these rooms others see only so much; what is not named here sees nothing.
DOORS = {
    ("session", "formats"): {"dl-joined.h", "dl-loader.h", "dl-pasted.h", "dl-watch.h"},
    ("app", "formats"): {"dl-joined.h", "dl-loader.h", "dl-formats.h", "dl-file-reader.h", "dl-stdin.h", "dl-watch.h"},
    ("app", "draw"): {"dl-fonts.h"},
    ("widgets", "draw"): {"dl-painter.h", "dl-theme.h", "dl-theme-kind.h"},
    ("export", "draw"): {"dl-theme-kind.h"},
}
# Files that may do more than their room: what draws among the outputs.
DRAWING = {"export/dl-export-picture.c"}
WITHOUT_TOOLKIT = {*CORE, "formats", "layout", "session", "view", "export"}
TOOLKIT = re.compile(r"^(gtk|gdk|gsk|pango|graphene|cairo)[/.-]")
GENERATED = {"config.h"}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+(["<])([^">]+)[">]')

# Files that are one: a class that is split by concern over a private header,
# and a list with the item that it makes and that points back to it.
TOGETHER = {
    "formats": re.compile(r"(dl-loader)(-files)?|(dl-rows)(-.*)?|(dl-literal)(-walk|-date|-plain)?|(dl-draft)(-end)?"),
    "session": re.compile(r"dl-session(-files|-filter|-join|-lanes|-live|-load)?"),
    "view": re.compile(r"dl-view(-.*)?"),
    "window": re.compile(r"dl-window(-.*)?"),
    "model": re.compile(r"dl-timeline(-details|-words)?|dl-event"),
    "time": re.compile(r"dl-date(-plain)?"),
}
DEFINED = re.compile(r"^(dl_\w+) \(", re.MULTILINE)
USED = re.compile(r"\bdl_\w+")
NO_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def check_line(room, file, line):
    """What is wrong with one line, or None."""
    if "GTK_CHECK_VERSION" in line and room != "compat":
        return "a version check of GTK outside src/compat"
    match = INCLUDE.match(line)
    if match is None:
        return None
    quote, name = match.groups()
    if room in WITHOUT_TOOLKIT and TOOLKIT.match(name) and f"{room}/{file}" not in DRAWING:
        return f"<{name}> where there is to be no toolkit"
    target, slash, header = name.partition("/")
    if quote == "<" or name in GENERATED:
        return None
    if not slash or target not in ALLOWED:
        return f'"{name}" is not of the form "room/dl-file.h"'
    if target == room:
        folder, slash, _ = header.partition("/")
        own = file.partition("/")[0]
        if slash and folder not in SHARED_FOLDERS and folder != own and f"{room}/{file}" not in TABLES:
            return f"{folder} is a reader of its own ({name})"
        return None
    if target not in ALLOWED[room]:
        return f"{room} may not include {target} ({name})"
    if header.endswith("-private.h"):
        return f"{name} is for {target} alone"
    if (room, target) in DOORS and header not in DOORS[room, target] and f"{room}/{file}" not in DRAWING:
        return f"{room} may not include this of {target} ({name})"
    return None


def unit(room, stem):
    together = TOGETHER.get(room)
    match = together.fullmatch(stem) if together is not None else None
    if match is None:
        return stem
    return next((name for name in match.groups() if name in {"dl-draft", "dl-literal", "dl-loader", "dl-rows"}), "one class")


def dependencies(room, texts):
    """By unit of a room, the units that it includes or calls a function of.

    @texts: by file name. A private header belongs to several files, so it is
    none by itself: what it declares counts where it is defined.
    """
    code = {name: NO_CODE.sub('""', text) for name, text in texts.items()}
    defined = {}
    for name, text in code.items():
        if name.endswith(".c"):
            defined.update((function, name[:-2]) for function in DEFINED.findall(text))
    edges = {}
    for name, text in texts.items():
        if name.endswith("-private.h"):
            continue
        stem = name[:-2]
        here = edges.setdefault(unit(room, stem), set())
        for line in text.splitlines():
            match = INCLUDE.match(line)
            if match is None or not match[2].startswith(f"{room}/") or match[2].endswith("-private.h"):
                continue
            target = match[2][len(room) + 1 : -2].rpartition("/")[2]
            # dl-edtf.h is also the header of dl-edtf-hull.c, which has none of its own.
            if f"{stem}.h" in texts or not stem.startswith(f"{target}-"):
                here.add(unit(room, target))
        if name.endswith(".c"):
            here.update(unit(room, defined[word]) for word in USED.findall(code[name]) if word in defined)
    for start, here in edges.items():
        here.discard(start)
    return edges


def find_circle(edges):
    """A way from some unit back to itself, or None."""
    done = set()

    def follow(here, path):
        if here in path:
            return [*path[path.index(here) :], here]
        if here in done:
            return None
        for after in sorted(edges.get(here, ())):
            circle = follow(after, [*path, here])
            if circle is not None:
                return circle
        done.add(here)
        return None

    for start in sorted(edges):
        circle = follow(start, [])
        if circle is not None:
            return circle
    return None


def check_the_check():
    """What it is there to find is found, so that no change makes it blind."""
    assert check_line("view", "a.c", "#include <gtk/gtk.h>") is not None
    assert check_line("session", "a.c", '#include "draw/dl-theme-kind.h"') is not None
    assert check_line("view", "a.c", '#include "formats/dl-loader.h"') is not None
    assert check_line("window", "a.c", '#include "formats/dl-reader.h"') is not None
    assert check_line("formats", "vis/dl-vis.c", '#include "formats/simile/dl-simile.h"') is not None
    assert check_line("formats", "dl-loader.c", '#include "formats/simile/dl-simile.h"') is not None
    assert check_line("formats", "dl-formats.c", '#include "formats/simile/dl-simile.h"') is None
    assert check_line("formats", "vis/dl-vis.c", '#include "formats/literal/dl-literal.h"') is None
    assert check_line("formats", "vis/dl-vis.c", '#include "formats/vis/dl-vis-items.h"') is None
    assert check_line("session", "a.c", '#include "formats/dl-reader.h"') is not None
    assert check_line("session", "a.c", '#include "formats/dl-loader.h"') is None
    assert check_line("widgets", "a.c", '#include "view/dl-view-private.h"') is not None
    assert check_line("export", "dl-writer.c", '#include "draw/dl-painter.h"') is not None
    assert check_line("export", "dl-writer.c", "#include <cairo-pdf.h>") is not None
    assert check_line("export", "dl-export-picture.c", "#include <cairo-pdf.h>") is None
    a = "void\ndl_a (void)\n{\n  dl_b ();\n}\n"
    b = "void\ndl_b (void)\n{\n}\n"
    back = "void\ndl_b (void)\n{\n  dl_a ();\n}\n"
    told = 'void\ndl_b (void)\n{\n  /* dl_a () */ say ("dl_a");\n}\n'
    assert find_circle(dependencies("time", {"dl-a.c": a, "dl-b.c": b})) is None
    assert find_circle(dependencies("time", {"dl-a.c": a, "dl-b.c": told})) is None
    assert find_circle(dependencies("time", {"dl-a.c": a, "dl-b.c": back})) == ["dl-a", "dl-b", "dl-a"]
    assert find_circle(dependencies("time", {"dl-a.c": a, "dl-b.c": b, "dl-b.h": '#include "time/dl-a.h"\n'})) is not None
    assert find_circle(dependencies("view", {"dl-view.c": a, "dl-view-b.c": back})) is None


def main(top):
    failed = 0
    rooms = {}
    files = sorted((top / "src").rglob("*.[ch]"))
    check_the_check()
    for path in files:
        relative = path.relative_to(top)
        room = relative.parts[1]
        name = "/".join(relative.parts[2:])
        if room not in ALLOWED or len(relative.parts) != 3 + (len(relative.parts) == 4 and room in FOLDERS):
            print(f"{relative}: not in a room that this check knows")
            failed += 1
            continue
        text = path.read_text(encoding="utf-8")
        rooms.setdefault(room, {})[path.name] = text
        for number, line in enumerate(text.splitlines(), 1):
            message = check_line(room, name, line)
            if message is not None:
                print(f"{relative}:{number}: {message}")
                failed += 1
    for room, texts in sorted(rooms.items()):
        circle = find_circle(dependencies(room, texts))
        if circle is not None:
            print(f"src/{room}: files in a circle: {' → '.join(circle)}")
            failed += 1
    print(f"{len(files)} files, {failed} complaints")
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
