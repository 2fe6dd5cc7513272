#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The open file, while others write it."""

import os
import re

from harness import check, equal, run, wait_for

EVENTS = {
    "one": "The first",
    "two": "The second",
}
BROKEN = '{\n  "title": "A comma too many",\n  "events": [],\n}\n'


def timeline(events):
    each = (f'{{ "id": "{name}", "title": "{title}", "date": "2025-10-{25 + n}" }}' for n, (name, title) in enumerate(events.items()))
    return '{\n  "title": "A small one",\n  "events": [\n    ' + ",\n    ".join(each) + "\n  ]\n}\n"


def save(path, text):
    """As editors do: beside it, and then in its place."""
    beside = path.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, path)


def banner(desk, pattern):
    """The line over the timeline, or the one that is shown for a moment."""
    return desk.find("label", re.compile(pattern))


def test_saved_again(desk):
    path = desk.write("small.dateline.json", timeline(EVENTS))
    desk.open(path)
    desk.click_node(desk.event("The second"))
    wait_for(lambda: (desk.selected() or "").startswith("The second"), "the event to be selected")
    save(path, timeline({"zero": "Found", "one": "The very first", "two": "The second"}))
    wait_for(lambda: banner(desk, "^Read again: 1 added, 2 changed$"), "what has changed to be said")
    # The timeline is drawn anew after that has been said.
    for pattern in ("Found, .*; New$", "The very first, .*; Changed$"):
        wait_for(lambda: any(re.match(pattern, name) for name in desk.events()), lambda: f"“{pattern}” among {list(desk.events())}")
    wait_for(lambda: (desk.selected() or "").startswith("The second"), "the event to be selected still")
    desk.key("ctrl+2")
    wait_for(lambda: desk.find("label", "New") and desk.find("label", "Changed"), "the same in the list")
    # The keyboard stays there as well.
    focused = wait_for(lambda: desk.focused_node() and desk.focused_node().role, "something to have the keyboard")
    save(path, timeline({"zero": "Found", "one": "The very first", "two": "The second", "three": "The third"}))
    wait_for(lambda: banner(desk, "^Read again: 1 added$"), "what has changed to be said again")
    wait_for(lambda: desk.focused_node() and desk.focused_node().role == focused, "the keyboard to be where it was")
    wait_for(lambda: desk.find("label", "New") is None, "news to be over", deadline=30)


def test_broken_and_gone(desk):
    path = desk.write("small.dateline.json", timeline(EVENTS))
    desk.open(path)
    desk.event("The second")
    save(path, BROKEN)
    wait_for(lambda: banner(desk, ". small.dateline.json, line 4, column 1: "), "the place of what is wrong")
    check(desk.events(), "the timeline is gone")
    # It is the first of the problems, and mended from there.
    main = desk.focused
    desk.click_node(desk.get("button", "Show Problems"))
    desk.focus(desk.window("Problems in the File"))
    row = desk.get("list item", re.compile("^Not read: not valid JSON: .* – small.dateline.json, line 4, column 1$"))
    equal(row.description, "1 of 1", "which of how many")
    desk.get("button", "Open the file in the text editor", within=row)
    desk.key("Escape")
    desk.focus(main)
    path.unlink()
    wait_for(lambda: banner(desk, "^The file is gone"), "that the file is gone")
    check(desk.events(), "the timeline is gone")
    save(path, timeline(EVENTS))
    wait_for(lambda: not banner(desk, "^The file "), "the banner to go")


def test_ask(desk):
    path = desk.write("small.dateline.json", timeline(EVENTS))
    desk.open(path)
    desk.event("The second")
    desk.click_node(desk.get("button", "Main menu"))
    desk.open_submenu("Preferences", "Ask")
    desk.click_node(desk.get("menu item", "Ask"))
    desk.key("Escape")
    save(path, timeline({**EVENTS, "three": "The third"}))
    wait_for(lambda: banner(desk, "^The file was saved again"), "the banner")
    equal(len(desk.events()), 2, "events before one has asked for more")
    desk.click_node(desk.get("button", "Read Again"))
    desk.event("The third")
    wait_for(lambda: not banner(desk, "^The file was saved again"), "the banner to go")


run(test_saved_again, test_broken_and_gone, test_ask)
