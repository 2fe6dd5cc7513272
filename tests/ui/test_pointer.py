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
    wait_for(lambda: len(desk.find_all("menu item")) == 5, "the menu")
    equal([node.name for node in desk.find_all("menu item")], ["Read About It", "Zoom to It", "Copy Title and Date", "Copy as Citation", "Lane"], "what the menu offers")
    check((desk.selected() or "").startswith(SUMMIT), "the menu is of another event than was clicked")
    before = desk.places()
    desk.click_node(desk.get("menu item", "Zoom to It"))
    wait_for(lambda: desk.find("menu item") is None, "the menu to close")
    _, _, width, _ = desk.place(desk.get("list", "Timeline"))
    wait_for(lambda: desk.places() != before, "the view to go to the event")
    left, _, _, _ = desk.place(desk.get("list", "Timeline"))
    x, _, _, _ = desk.place(desk.event(SUMMIT))
    # A day, with one before and one after.
    check(abs(x - left - width / 3) < 12, f"the event begins at {x - left} of {width} pixels")


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


def test_hover(desk):
    """A bar has a line of its own in a bubble, and the ruler says the time."""
    desk.open_story()
    x, y, width, height = desk.places()[desk.event(SHARES).name]
    _, top, _, _ = desk.place(desk.get("list", "Timeline"))
    point = (x + width // 2, y + height // 2)
    before = desk.picture()
    desk.move(*point)
    # At the lower right of the pointer, light on dark; and at the ruler.
    bubble = (point[0] + 20, point[1] + 24, 120, 16)
    time = (point[0] + 10, top + 24, 40, 14)
    wait_for(lambda: desk.picture().changed(before, *bubble) > 1000, "a bubble at the pointer")
    check(desk.picture().light(*bubble) < 128, "the bubble is not dark")
    check(desk.picture().changed(before, *time) > 300, "the ruler does not say where the pointer is")
    desk.move(*desk.middle(desk.get("region", "Details")))
    wait_for(lambda: desk.picture().changed(before, *bubble) == 0 and desk.picture().changed(before, *time) == 0, "the bubbles to go")


def test_hover_era(desk):
    """An era that has no room for its name says it, also where the time that it spans is folded."""
    desk.open_story()
    desk.key("ctrl+0")
    wait_for(lambda: desk.find("button", EIGHT_YEARS), "the folds")
    x, _, width, _ = steady(lambda: desk.place(desk.get("button", EIGHT_YEARS)), "the fold to come to rest")
    _, top, _, _ = desk.place(desk.get("list", "Timeline"))
    # In the upper tier, where the fold has nothing to say.
    point = (x + width // 2, top + 12)
    before = desk.picture()
    desk.move(*point)
    bubble = (point[0] + 20, point[1] + 24, 120, 12)
    wait_for(lambda: desk.picture().changed(before, *bubble) > 1000, "a bubble at the pointer")
    check(desk.picture().light(*bubble) < 128, "the bubble is not dark")


run(test_hover_era, test_click, test_menu, test_menu_key, test_hover)
