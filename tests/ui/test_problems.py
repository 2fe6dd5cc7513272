#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The problems of a file, and the notes on it, as a list that one walks."""

import re

from harness import check, contains, equal, run, wait_for

FILE = """{
  "topics": [{ "id": "work", "name": "Work", "colour": "blue" }],
  "people": [{ "id": "somebody", "name": "Somebody" }],
  "events": [
    { "id": "a", "title": "The first", "date": "2025-10-20", "people": ["sombody"], "topics": ["work"] },
    { "id": "b", "title": "The second", "date": "9 January 1969" },
    { "id": "c", "title": "The third", "date": "2025-10-25", "status": "Planned" }
  ]
}
"""

# As a screen reader says them, in the order of the file.
NAMES = [
    "Note: “colour” is not known and is ignored. Did you mean “color”? – line 2, column 56",
    "Problem, The first: No person has the id “sombody”; it is left out. Did you mean “somebody”? – line 5, column 73",
    re.compile("^Event left out, The second: This event is not shown: .* Did you mean “1969-01-09”[?] – line 6, column 49$"),
    "Note, The third: “Planned” is understood, but the format spells it differently. Did you mean “planned”? – line 7, column 72",
]

EDITOR = """#!/bin/sh
printf '%s' "$1" > "{said}.part"
mv "{said}.part" "{said}"
"""


def open_problems(desk, **environment):
    path = desk.write("some.dateline.json", FILE)
    desk.open(path, environment=environment)
    desk.event("The first")
    main = desk.focused
    wait_for(
        lambda: len(desk.find_all("label", "1 of 3 events could not be read")) == 2,
        "the banner and the details to count what is lost",
    )
    desk.click_node(desk.get("button", "Show Problems"))
    desk.focus(desk.window("Problems in the File"))
    return path, main, [desk.get("list item", name) for name in NAMES]


def test_walk(desk):
    """By the keyboard, to the event and on."""
    _path, main, rows = open_problems(desk)
    problems = desk.focused
    wait_for(lambda: desk.focused_node() and desk.focused_node().name == rows[0].name, "the keyboard to be on the first")
    desk.key("Down")
    wait_for(lambda: desk.focused_node().name == NAMES[1], "the second")
    equal(desk.focused_node().description, "2 of 4", "which of how many")
    desk.key("Return")
    wait_for(lambda: (desk.selected() or "").startswith("The first"), "its event to be selected")
    # The list stays open beside the timeline, and closes by Escape.
    check(problems in desk.windows(), "the list is gone")
    desk.focus(problems)
    desk.key("Escape")
    wait_for(lambda: desk.windows() == [main], "the list to close")


def test_copy_and_edit(desk):
    """The place and what was meant can be copied, and the file opened where it is mended."""
    folder = desk.folder / "share" / "applications"
    folder.mkdir(parents=True)
    said = desk.folder / "said"
    script = desk.write("editor.sh", EDITOR.format(said=said))
    script.chmod(0o755)
    (folder / "editor.desktop").write_text(f"[Desktop Entry]\nType=Application\nName=Editor\nExec={script} %f\nMimeType=text/plain;\n")
    (folder / "mimeapps.list").write_text("[Default Applications]\ntext/plain=editor.desktop\n")
    path, _main, rows = open_problems(desk, XDG_DATA_HOME=str(folder.parent))
    desk.click_node(desk.get("button", re.compile("^Copy the place"), within=rows[2]))
    wait_for(lambda: desk.clipboard() == f"{path}:6:49", "the place on the clipboard")
    desk.click_node(desk.get("button", "Copy what was probably meant", within=rows[2]))
    wait_for(lambda: desk.clipboard() == "1969-01-09", "the date on the clipboard")
    # What is not in the timeline cannot be shown there.
    check(desk.find("button", "Show the event in the timeline", within=rows[2]) is None, "a lost event can be shown")
    check(desk.find("button", "Show the event in the timeline", within=rows[1]), "an event cannot be shown")
    desk.click_node(desk.get("button", "Open the file in the text editor", within=rows[2]))
    wait_for(said.exists, "the editor")
    equal(said.read_text(), str(path), "the file in the editor")
    desk.get(None, "Opened in Editor; the place is line 6, column 49.")
    # Where there is none, that is said, and not nothing.
    script.unlink()
    (folder / "editor.desktop").unlink()
    desk.click_node(desk.get("button", "Open the file in the text editor", within=rows[1]))
    desk.get(None, re.compile("^There is no program to edit “some.dateline.json” with.\nThe place is line 5, column 73"))
    desk.click_node(desk.get("button", "Copy Place"))
    wait_for(lambda: desk.clipboard() == f"{path}:5:73", "the place on the clipboard")


def test_notes(desk):
    """Notes alone raise no banner: they are said for a moment, the menu leads to them, and read again the file has none."""
    path = desk.write("notes.dateline.json", FILE.replace("9 January 1969", "1969-01-09").replace("sombody", "somebody"))
    desk.open(path)
    desk.event("The first")
    main = desk.focused
    check(desk.find("button", "Show Problems") is None, "a banner for notes")
    desk.get(None, "The file has 2 notes")
    desk.get("button", "Show Notes")
    desk.click_node(desk.get("button", "Main menu"))
    desk.click_node(desk.get("menu item", "Problems in the File…"))
    problems = desk.window("Problems in the File")
    desk.focus(problems)
    desk.get("list item", NAMES[0])
    desk.get("list item", NAMES[3])
    path.write_text('{ "events": [{ "title": "The only one", "date": "2025" }] }', encoding="utf-8")
    desk.focus(main)
    desk.key("ctrl+r")
    desk.event("The only one")
    desk.get(None, re.compile("No problems are left$"))
    desk.focus(problems)
    contains(desk.get("label", "The file has no problems").name, "no problems", "what is left")


run(test_walk, test_copy_and_edit, test_notes)
