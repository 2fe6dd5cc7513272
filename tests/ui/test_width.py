#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A narrow window has the details below the timeline, a wide one at its side."""

from harness import run, wait_for

SUMMIT = "Planned Tokyo summit"


def parts(desk):
    return desk.place(desk.get("list", "Timeline")), desk.place(desk.get("region", "Details"))


def beside(desk):
    (x, y, width, _), (details_x, details_y, _, _) = parts(desk)
    return details_x >= x + width and abs(details_y - y) <= 2


def below(desk):
    (x, y, _, height), (details_x, details_y, _, _) = parts(desk)
    return abs(details_x - x) <= 2 and details_y >= y + height


def inside(desk):
    """Nothing of it reaches over the window’s edge."""
    left, top, width, height = desk.geometry(desk.focused)
    return all(left <= x and x + w <= left + width and top <= y and y + h <= top + height for x, y, w, h in parts(desk))


def resize(desk, width, height):
    desk.xdotool("windowsize", desk.focused, width, height)
    wait_for(lambda: desk.geometry(desk.focused)[2:] == (width, height), f"the window to be {width} × {height}")


def select(desk, title):
    desk.click_node(desk.event(title))
    return wait_for(desk.selected, "an event to be selected")


def test_narrow_and_wide(desk):
    desk.open_story()
    name = select(desk, SUMMIT)
    wait_for(lambda: beside(desk), "the details at the side")
    resize(desk, 700, 820)
    wait_for(lambda: below(desk) and inside(desk), "the details below the timeline")
    wait_for(desk.events, "events in the narrow window")
    wait_for(lambda: SUMMIT in desk.texts(desk.get("region", "Details")), "the details of the event")
    resize(desk, 1280, 820)
    wait_for(lambda: beside(desk) and inside(desk), "the details at the side again")
    wait_for(lambda: len(desk.events()) == 10, "all events to be back")
    wait_for(lambda: desk.selected() == name, "it to be selected still")


def test_nothing_selected(desk):
    """What tells about the timeline takes no room of it unasked."""
    desk.open_story()
    wait_for(lambda: beside(desk), "the details at the side")
    resize(desk, 700, 820)
    wait_for(lambda: desk.find("region", "Details") is None, "the details to go")
    # They are not turned off by a key that has nothing to close.
    desk.key("Escape", "Right")
    wait_for(lambda: below(desk) and inside(desk), "the details of the first event")
    select(desk, SUMMIT)
    wait_for(lambda: below(desk) and inside(desk), "the details below the timeline")
    desk.key("Escape")
    wait_for(lambda: desk.find("region", "Details") is None, "the details to go again")
    resize(desk, 1280, 820)
    wait_for(lambda: beside(desk) and inside(desk), "the details at the side again")


def test_asked_for(desk):
    """What tells about the timeline comes below it when it is asked for."""
    desk.open_story()
    resize(desk, 700, 820)
    wait_for(lambda: desk.find("region", "Details") is None, "the timeline to have all the room")
    desk.key("F9")
    wait_for(lambda: below(desk) and inside(desk), "what tells about the timeline")
    wait_for(lambda: desk.find("list", "How to read it"), "a legend")
    select(desk, SUMMIT)
    wait_for(lambda: desk.find("heading", SUMMIT), "the details of the event")
    desk.key("Escape")
    wait_for(lambda: desk.find("list", "How to read it"), "the legend again")
    desk.key("F9")
    wait_for(lambda: desk.find("region", "Details") is None, "it to go")
    desk.key("F9")
    wait_for(lambda: desk.find("list", "How to read it"), "it to come again")
    desk.key("Escape")
    wait_for(lambda: desk.find("region", "Details") is None, "Escape to take it away")


run(test_narrow_and_wide, test_nothing_selected, test_asked_for)
