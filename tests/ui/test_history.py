#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Back and forth: through views, to bookmarks, and to what was open when it quit."""

from harness import check, equal, near, run, wait_for

LAST = "Planned Tokyo summit"
FIRST = "Trump takes office"


def names(desk):
    """What is in sight, at rest."""
    return list(desk.places())


def same(desk, places, what):
    """Everything stands where it stood."""
    found = desk.places()
    equal(list(found), list(places), f"what is in sight {what}")
    for name, (x, y, _, _) in places.items():
        near(found[name][0], x, 1, f"{what}, how far right “{name}” is")
        near(found[name][1], y, 1, f"{what}, how far down “{name}” is")


def test_keys(desk):
    """Fit, zoom and page are steps, back and forth."""
    desk.open_story()
    views = [desk.places()]
    for key in ("ctrl+0", "ctrl+plus", "Prior"):
        desk.key(key)
        wait_for(lambda: desk.places() != views[-1], f"{key} to show something else")
        views.append(desk.places())
    for view in views[-2::-1]:
        desk.key("alt+Left")
        wait_for(lambda: desk.places() == view, "Alt+Left to go back")
    desk.key("alt+Left")
    same(desk, views[0], "where there is nothing before it")
    for view in views[1:]:
        desk.key("alt+Right")
        wait_for(lambda: desk.places() == view, "Alt+Right to go forth")


def test_pointer(desk):
    """A run of the wheel is one step; the mouse's side buttons go back and forth."""
    desk.open_story()
    before = desk.places()
    x, y, width, height = desk.place(desk.find("list", "Timeline"))
    desk.hold("ctrl")
    desk.wheel(x + width // 2, y + height // 2, -4)
    desk.release("ctrl")
    wait_for(lambda: desk.places() != before, "the wheel to zoom")
    after = desk.places()
    desk.click(x + width // 2, y + height // 2, button=8)
    wait_for(lambda: desk.places() == before, "button 8 to go back")
    desk.click(x + width // 2, y + height // 2, button=9)
    wait_for(lambda: desk.places() == after, "button 9 to go forth")


def test_selected(desk):
    """What was selected is selected again, and a jump selects only where it leads."""
    desk.open_story()
    desk.key("Right")
    selected = wait_for(desk.selected, "an event to be selected")
    desk.key("Home")
    wait_for(lambda: desk.selected() not in (None, selected), "the first event to be selected")
    desk.key("alt+Left")
    wait_for(lambda: desk.selected() == selected, "what was selected before")


def test_menu(desk):
    """The menu offers what can be done, and no more."""
    desk.open_story()
    desk.key("F10")
    back = desk.get("menu item", "Back")
    check("enabled" not in back.states() and "sensitive" not in back.states(), "there is a way back from the start")
    desk.key("Escape")
    desk.gone("menu item", "Back")
    before = desk.places()
    desk.key("ctrl+0")
    wait_for(lambda: desk.places() != before, "to see everything")
    desk.key("F10")
    desk.click_node(desk.get("menu item", "Back"))
    wait_for(lambda: desk.places() == before, "the menu to go back")


run(test_keys, test_pointer, test_selected, test_menu)
