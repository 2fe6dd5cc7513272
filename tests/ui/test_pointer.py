#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""With the pointer: choosing, the menu, and what it says where it rests."""

import re

from harness import check, equal, run, steady, wait_for

STATEMENT = "Japan’s statement on the call"
SUMMIT = "Planned Tokyo summit"
SHARES = "Defence-related shares rise"
EIGHT_YEARS = re.compile("^≈ 8 years folded")


def test_click(desk):
    desk.open_story()
    desk.click_node(desk.event(STATEMENT))
    wait_for(lambda: (desk.selected() or "").startswith(STATEMENT), "the clicked event to be selected")
    wait_for(lambda: "focused" in desk.event(STATEMENT).states(), "it to have the keyboard")
    wait_for(lambda: STATEMENT in desk.texts(desk.get("region", "Details")), "its details")
    desk.click_node(desk.event(SUMMIT))
    wait_for(lambda: (desk.selected() or "").startswith(SUMMIT), "another event to be selected")
    equal(sum("selected" in node.states() for node in desk.events().values()), 1, "selected events")


def test_menu(desk):
    desk.open_story()
    desk.click_node(desk.event(SUMMIT), button=3)
    wait_for(lambda: len(desk.find_all("menu item")) == 7, "the menu")
    equal([node.name for node in desk.find_all("menu item")], ["Read About It", "Zoom to It", "Copy Title and Date", "Copy as Citation", "Lane", "Show Only", "Exclude"], "what the menu offers")
    check((desk.selected() or "").startswith(SUMMIT), "the menu is of another event than was clicked")
    before = desk.places()
    desk.click_node(desk.get("menu item", "Zoom to It"))
    wait_for(lambda: desk.find("menu item") is None, "the menu to close")
    _, _, width, _ = desk.place(desk.get("list", "Timeline"))
    wait_for(lambda: desk.places() != before, "the view to go to the event")
    left, _, _, _ = desk.place(desk.get("list", "Timeline"))
    x, _, _, _ = desk.place(desk.event(SUMMIT))
    # Not alone: its nearest neighbours are in sight.
    check(width / 3 < x - left < width * 2 / 3, f"the event begins at {x - left} of {width} pixels")
    check(left <= desk.place(desk.event(STATEMENT))[0] < x, "the event before it is not in sight")


def test_menu_key(desk):
    desk.open_story()
    desk.click_node(desk.event(STATEMENT))
    wait_for(lambda: (desk.selected() or "").startswith(STATEMENT), "the event to be selected")
    desk.key("shift+F10")
    desk.get("menu item", "Read About It")
    desk.key("Escape")
    wait_for(lambda: desk.find("menu item") is None, "the menu to close")
    wait_for(lambda: "focused" in desk.event(STATEMENT).states(), "the keyboard to be back in the timeline")
    check((desk.selected() or "").startswith(STATEMENT), "closing the menu takes the selection away")


def differs_in(before, after, x, y, width, height, least):
    return before.changed(after, int(x), int(y), int(width), int(height)) >= least


def test_hover(desk):
    """What the pointer tells lies beside what it tells of, on no words and not on the ruler."""
    desk.open_story()
    desk.click_node(desk.event(SHARES))
    wait_for(lambda: (desk.selected() or "").startswith(SHARES), "the event to be selected")
    desk.key("ctrl+Up")
    # A mark says nothing itself.
    wait_for(lambda: desk.place(desk.event(SHARES))[2] < 10, "the selected event to be a mark")
    x, y, width, height = desk.places()[desk.event(SHARES).name]
    left, top, full, _ = desk.place(desk.get("list", "Timeline"))
    details = desk.middle(desk.get("region", "Details"))
    ruler = (left, top, full, 46)
    words = [place for name, place in desk.places().items() if not name.startswith(SHARES)]
    desk.move(*details)
    steady(lambda: desk.picture().part(left, top, full, 700), "nothing to be told at the pointer")
    before = desk.picture()
    # An event: its date in full, light on dark, within reach of the pointer.
    desk.move(x + width // 2, y + height // 2)
    around = (max(x - 160, left), y - 120, 400, 240)
    wait_for(lambda: differs_in(before, desk.picture(), *around, 1500), "a bubble beside the event")
    there = desk.picture()
    check(there.light(*around) < before.light(*around) - 3, "the bubble is not dark")
    check(not differs_in(before, there, *ruler, 1), "it lies on the ruler")
    for place in words:
        check(not differs_in(before, there, *place, 1), f"it lies on the words at {place}")
    # Where there is nothing: the time, and a line down from the ruler.
    def distance(px, py):
        return min(max(wx - px, px - wx - ww, wy - py, py - wy - wh) for wx, wy, ww, wh in words)

    points = [(px, py) for py in range(top + 60, top + 700, 23) for px in range(left + 40, left + full - 40, 31) if 22 < distance(px, py) < 40]
    check(len(points) > 20, f"{len(points)} points near words")
    for px, py in points[:: len(points) // 6]:
        desk.move(*details)
        wait_for(lambda: not differs_in(before, desk.picture(), left, top, full, 700, 1), "the bubble to go")
        desk.move(px, py)
        around = (px - 200, py - 120, 400, 240)
        wait_for(lambda: differs_in(before, desk.picture(), *around, 1500), "the time at the pointer")
        there = desk.picture()
        check(not differs_in(before, there, *ruler, 1), "the time lies on the ruler")
        for place in words:
            check(not differs_in(before, there, *place, 1), f"the time, or its line, lies on the words at {place}, at {px}, {py}")
    desk.move(*details)
    wait_for(lambda: not differs_in(before, desk.picture(), left, top, full, 700, 1), "all to go")


def test_hover_era(desk):
    """An era that has no room for its name says it, also where the time that it spans is folded."""
    desk.open_story()
    desk.key("ctrl+0")
    wait_for(lambda: desk.find("button", EIGHT_YEARS), "the folds")
    x, _, width, _ = steady(lambda: desk.place(desk.get("button", EIGHT_YEARS)), "the fold to come to rest")
    left, top, _, _ = desk.place(desk.get("list", "Timeline"))
    # In the upper tier, where the fold has nothing to say.
    point = (x + width // 2, top + 12)
    before = desk.picture()
    desk.move(*point)
    around = (max(point[0] - 150, left), top + 48, 300, 90)
    wait_for(lambda: differs_in(before, desk.picture(), *around, 1000), "a bubble below the ruler")
    check(desk.picture().light(*around) < before.light(*around) - 3, "the bubble is not dark")


run(test_hover_era, test_click, test_menu, test_menu_key, test_hover)
