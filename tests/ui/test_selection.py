#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The selected event is plainly seen, on the screen and in a picture of it."""

import json
import re

from harness import AS_WITH_A_CARD, check, run, wait_for

# The accents of the light and the dark theme.
LIGHT = (0x1A, 0x66, 0xC9)
DARK = (0x78, 0xAE, 0xED)
# What is selected, where the keyboard is elsewhere.
UNFOCUSED = (0x82, 0x8B, 0x98)
# Pixels of a ring of two around the smallest of them. Above it is the bar; from GTK 4.18
# on its sides may lie between two pixels, and one of each is in a colour of its own.
RING = 250

# Lines, for there are too many for cards, and bars.
EVENTS = [{"title": f"Line {day}-{i}", "date": f"2025-10-{day:02}", "topics": ["lines"]} for day in (5, 15) for i in range(9)] + [
    {"title": "A bar", "date": "2025-10-08/2025-10-20", "topics": ["bars"]},
]
TOPICS = [{"id": "lines", "name": "Lines"}, {"id": "bars", "name": "Bars"}]


def open_lines(desk):
    path = desk.write("lines.dateline.json", json.dumps({"dateline": 1, "title": "Lines", "view": "2025-10", "topics": TOPICS, "events": EVENTS}))
    desk.open(str(path), environment=AS_WITH_A_CARD)
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
        wait_for(lambda: accented(desk, LIGHT) > RING, lambda: f"“{desk.selected()}” to be told apart")
    check(any(name.startswith("A bar, ") for name in seen[1:]), f"no bar was selected: {seen}")
    check(sum(name.startswith("Line ") for name in seen[1:]) >= 2, f"no line was selected: {seen}")


def luminance(color):
    parts = [value / 255 for value in color]
    parts = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def edge(desk):
    """The colours along the left edge of the timeline, below its head."""
    x, y, width, height = desk.place(desk.get("list", "Timeline"))
    part = desk.picture().part(x, y + height // 2, 1, 20)
    return {tuple(part[i : i + 3]) for i in range(0, len(part), 3)}


def test_where_the_keyboard_is(desk):
    """The ring is around the view, or around the event, and paler while the keyboard is elsewhere."""
    open_lines(desk)
    plain = edge(desk)
    desk.key("Tab")
    desk.key("shift+Tab")
    wait_for(lambda: desk.focused_node() == desk.get("list", "Timeline"), "the timeline to have the keyboard")
    wait_for(lambda: edge(desk) != plain, "a ring around the timeline")
    ring = edge(desk)
    check(len(ring) == 1 and 1.05 / (luminance(next(iter(ring))) + 0.05) >= 3, f"the ring is not seen: {ring}")
    desk.key("Right")
    wait_for(lambda: accented(desk, LIGHT) > RING, "the event that has the keyboard")
    check(edge(desk) == plain, "there is a ring around the timeline too")
    check(accented(desk, UNFOCUSED) == 0, "something is as if the keyboard were elsewhere")
    desk.key("ctrl+f")
    wait_for(lambda: desk.focused_node() and desk.focused_node().name == "Search", "the search to have the keyboard")
    wait_for(lambda: accented(desk, UNFOCUSED) > RING, "a paler selection")
    check(accented(desk, LIGHT) == 0, "something is as if the keyboard were there")
    desk.key("Escape")
    wait_for(lambda: accented(desk, LIGHT) > RING and accented(desk, UNFOCUSED) == 0, "the event to have the keyboard again")


def test_in_the_dark(desk):
    open_lines(desk)
    desk.click_node(desk.get("button", "Main menu"))
    desk.open_submenu("Preferences", "Dark")
    desk.click_node(desk.get("menu item", "Dark") if desk.find("menu item", "Dark") else desk.get("radio menu item", "Dark"))
    # Where a choice closes the menu, this lets go of what is selected.
    desk.key("Escape")
    desk.click_node(desk.event("Line 5-3"))
    wait_for(desk.selected, "an event to be selected")
    wait_for(lambda: accented(desk, DARK) > RING, "the selected event in dark")


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


run(test_with_the_keyboard, test_where_the_keyboard_is, test_in_the_dark, test_as_seen)
