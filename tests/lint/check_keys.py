#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written of keys is what the program listens to: check_keys.py TOP

The man page tells all of the table in src/widgets/dl-keys.c; the README and the
words in the window name no key that is not in it.
"""

import pathlib
import re
import shlex
import sys

ENTRY = re.compile(r'\{ (?:NULL|N_ \("(?P<group>[^"]*)"\)), "(?P<action>[^"]*)",\s+"(?P<keys>[^"]*)",\s+(?:NULL|"[^"]*"),\s+(?:NULL|N_ \("(?P<title>[^"]*)"\)) \}')

# As people read them, where that is not the constant's name.
NAMES = {"plus": "plus", "minus": "minus", "equal": "=", "question": "?", "Return": "Enter", "KP_Add": "keypad plus", "KP_Subtract": "keypad minus", "KP_0": "keypad 0", "bracketleft": "[", "bracketright": "]"}

# With a modifier or alone; what the pointer does has one too. In the window a
# letter stands alone nowhere.
WRITTEN = re.compile(r"\b((?:Ctrl|Shift|Alt) ?\+ ?(?:(?:Ctrl|Shift|Alt) ?\+ ?)*(?:Page Up|Page Down|keypad \w+|[\w?=]+)|F\d+|Escape)")
ALONE = {"page up", "page down", "home", "end", "enter", "left", "right", "up", "down", "menu"}
POINTER = {"wheel", "click", "drag"}

# Of a .ui file: the tooltip of what has an action names a key of that action.
OBJECT = re.compile(r"<object\b.*?(?=<object\b|</object>)", re.S)


def told(key):
    """An accelerator as it is written for people: Ctrl+Shift+F."""
    modifiers = re.findall(r"<(\w+)>", key)
    name = key.rsplit(">", 1)[-1]
    name = NAMES.get(name, name.replace("_", " "))
    return "+".join([{"Control": "Ctrl"}.get(modifier, modifier) for modifier in modifiers] + [name.upper() if len(name) == 1 else name])


def read_table(top):
    """Each line: its group, action, keys as they are told, and title."""
    group = None
    for match in ENTRY.finditer((top / "src/widgets/dl-keys.c").read_text(encoding="utf-8")):
        group = match["group"] or group
        yield group, match["action"], [told(key) for key in match["keys"].split(" ")], match["title"]


def read_manual(top):
    """The same of the man page: group, keys, title."""
    page = (top / "data/dateline.1.in").read_text(encoding="utf-8")
    section = re.search(r"^\.SH KEYS\n(.*?)^\.SH ", page, re.S | re.M)
    group = None
    for match in re.finditer(r'^\.SS (.*)\n|^\.TP\n\.BR? (.*)\n(.*)\n', section[1] if section else "", re.M):
        if match[1]:
            group = match[1]
        else:
            yield group, "".join(shlex.split(match[2])), match[3]


def written(text):
    """The keys that a text names, in lower case without spaces around the plus."""
    for match in WRITTEN.finditer(text):
        key = re.sub(r" ?\+ ?", "+", match[1]).lower()
        if key.rsplit("+", 1)[-1] not in POINTER:
            yield key


def check_manual(top, table):
    wanted = [(group, ", ".join(keys), title.replace("’", "'")) for group, _, keys, title in table if title]
    found = list(read_manual(top))
    for line in wanted:
        if line not in found:
            yield f"data/dateline.1.in: KEYS lacks {line}"
    for line in found:
        if line not in wanted:
            yield f"data/dateline.1.in: KEYS has {line}, which the table has not"
    if wanted != found and sorted(wanted) == sorted(found):
        yield "data/dateline.1.in: KEYS is not in the order of the table"


def check_readme(top, known):
    for number, line in enumerate((top / "README.md").read_text(encoding="utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.split("|")]
        names = set(written(line))
        if len(cells) == 5 and cells[1] not in ("to", "") and not cells[1].startswith("--"):
            parts = re.split(r", | or | and |; ", cells[3])
            names |= {part.lower() for part in parts if part.lower() in ALONE} | {part.split()[0].lower() for part in parts if part.endswith(" key")}
        for name in sorted(names - known):
            yield f"README.md:{number}: no key does {name}"


def check_words(top, table, known):
    """Strings of the window, in C and in .ui files, and the rest of the man page."""
    files = [path for room in ("widgets", "window") for path in (top / "src" / room).glob("*.c") if path.name != "dl-keys.c"]
    for path in [*sorted(files), *sorted((top / "data").rglob("*.ui")), top / "data/dateline.1.in"]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            text = line if path.suffix != ".c" else " ".join(re.findall(r'_ \("((?:[^"\\]|\\.)*)"\)', line))
            for name in written(text):
                if name not in known:
                    yield f"{path.relative_to(top)}:{number}: no key does {name}"
    keys = {}
    for _, action, names, _ in table:
        keys.setdefault(action, set()).update(name.lower() for name in names)
    for path in sorted((top / "data").rglob("*.ui")):
        for part in OBJECT.findall(path.read_text(encoding="utf-8")):
            action = re.search(r'<property name="action-name">([^<]*)', part)
            tooltip = re.search(r'<property name="tooltip-text"[^>]*>([^<]*)', part)
            for name in written(tooltip[1]) if action and tooltip else []:
                if name not in keys.get(action[1], set()):
                    yield f"{path.relative_to(top)}: {name} does not do {action[1]}"


def main(top):
    table = list(read_table(top))
    source = (top / "src/widgets/dl-keys.c").read_text(encoding="utf-8")
    known = {name.lower() for _, _, names, _ in table for name in names}
    complaints = [*check_manual(top, table), *check_readme(top, known), *check_words(top, table, known)]
    if len(table) != len(re.findall(r'^  \{ .*"(?:timeline|win|window|app)\.', source, re.M)):
        complaints.append("src/widgets/dl-keys.c: not every line can be read")
    for complaint in complaints:
        print(complaint)
    print(f"{len(table)} lines, {len(complaints)} complaints")
    return 1 if complaints or not table else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
