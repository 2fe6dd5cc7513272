#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The selected event is plainly seen, on the screen and in a picture of it."""

import json
import re

from harness import check, run, wait_for

# The accents of the light and the dark theme.
LIGHT = (0x1A, 0x66, 0xC9)
DARK = (0x78, 0xAE, 0xED)

# Lines, for there are too many for cards, and bars.
EVENTS = [{"title": f"Line {day}-{i}", "date": f"2025-10-{day:02}", "topics": ["lines"]} for day in (5, 15) for i in range(9)] + [
    {"title": "A bar", "date": "2025-10-08/2025-10-20", "topics": ["bars"]},
]
TOPICS = [{"id": "lines", "name": "Lines"}, {"id": "bars", "name": "Bars"}]


def open_lines(desk):
    path = desk.write("lines.dateline.json", json.dumps({"dateline": 1, "title": "Lines", "view": "2025-10", "topics": TOPICS, "events": EVENTS}))
    desk.open(str(path))
    desk.event("Line 5-0")


def accented(desk, color):
    """How many pixels of the timeline are in the accent."""
    part = desk.picture().part(*desk.place(desk.get("list", "Timeline")))
    return sum(tuple(part[i : i + 3]) == color for i in range(0, len(part), 3))


def test_with_the_keyboard(desk):
    open_lines(desk)
    check(accented(desk, LIGHT) == 0, "something is in the accent before anything is selected")
    seen = [None]
    for key in ("Right", "Right", "Down", "Up"):
        desk.key(key)
        wait_for(lambda: desk.selected() not in (None, seen[-1]), f"{key} to select another event")
        seen.append(desk.selected())
        wait_for(lambda: accented(desk, LIGHT) > 300, f"“{desk.selected()}” to be told apart")
    check(any(name.startswith("A bar, ") for name in seen[1:]), f"no bar was selected: {seen}")
    check(sum(name.startswith("Line ") for name in seen[1:]) >= 2, f"no line was selected: {seen}")


def test_in_the_dark(desk):
    open_lines(desk)
    desk.click_node(desk.get("button", "Main menu"))
    desk.click_node(desk.get("menu item", "Colours"))
    desk.click_node(desk.get("menu item", "Dark") if desk.find("menu item", "Dark") else desk.get("radio menu item", "Dark"))
    # Where a choice closes the menu, this lets go of what is selected.
    desk.key("Escape")
    desk.click_node(desk.event("Line 5-3"))
    wait_for(desk.selected, "an event to be selected")
    wait_for(lambda: accented(desk, DARK) > 300, "the selected event in dark")


def test_as_seen(desk):
    """A picture of what is in sight shows what is selected."""
    open_lines(desk)
    main = desk.focused
    counts = []
    for name in ("plain.svg", "selected.svg"):
        path = desk.folder / name
        desk.focus(main)
        desk.key("ctrl+e")
        desk.click_node(desk.get("button", "Save Picture…"))
        desk.focus(desk.window("Save Picture"))
        wait_for(lambda: desk.focused_node() and desk.focused_node().role == "text box", "the field for a name")
        desk.choose_file(path)
        desk.get(None, re.compile(f"^The picture was saved as “{name}”"))
        counts.append(path.read_text(encoding="utf-8").count('fill="#%02x%02x%02x"' % LIGHT))
        desk.focus(main)
        desk.click_node(desk.event("Line 15-4"))
        wait_for(desk.selected, "an event to be selected")
    check(counts[1] > counts[0], f"what is selected is not told apart: {counts}")


run(test_with_the_keyboard, test_in_the_dark, test_as_seen)
