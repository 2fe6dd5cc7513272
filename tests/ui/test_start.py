#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as it comes up, and how assistive technology sees it."""

import os
import re

import tree
from harness import AS_WITH_A_CARD, check, contains, equal, run, wait_for

TITLE = "Tokyo and Washington, October 2025"
# How GTK calls what nobody gave a name.
NAMELESS = re.compile(r"^(Gtk|Dl)[A-Z]")


def test_window(desk):
    desk.open_story(environment=AS_WITH_A_CARD)
    desk.get("window", TITLE)
    equal(desk.title(desk.focused), TITLE, "the title of the window")
    desk.get("label", re.compile("As of 26 October 2025 · 15 events"))


def test_alone(desk):
    """Nothing of the desktop that the tests run on comes into them."""
    desk.open_story()
    found = set(tree.services(os.environ["DBUS_SESSION_BUS_ADDRESS"]))
    equal(found, {"org.freedesktop.DBus", "org.a11y.Bus"}, "what the session bus may start")
    equal(len(desk.on_bus()), 1, "programs that are looked at")


def test_events(desk):
    desk.open_story()
    desk.places()
    events = desk.events()
    equal(len(events), 10, "labelled events in sight")
    # Ten of the fifteen are in sight: the last ones.
    for number, (name, node) in enumerate(events.items(), 6):
        equal(node.description, f"{number} of 15", f"the place of “{name}” among all")
        check("focusable" in node.states(), f"“{name}” cannot have the keyboard")
        check("selected" not in node.states(), f"“{name}” is selected from the start")
    check("Inauguration of Takaichi Sanae, Tuesday 21 October 2025, Happened, Alliance and security" in events, f"title, date, status and lane: {list(events)}")
    check("Trump’s Asia trip, Friday 24 – Thursday 30 October 2025, Ongoing, Alliance and security" in events, f"an interval: {list(events)}")
    contains(desk.event("Planned Tokyo summit").name, "planned for Tuesday 28 October 2025, Planned", "what is to come")


def test_inside_the_timeline(desk):
    desk.open_story()
    left, top, width, height = desk.place(desk.get("list", "Timeline"))
    for name, (x, y, w, h) in desk.places().items():
        check(left <= x and x + w <= left + width and top <= y and y + h <= top + height, f"“{name}” lies outside the timeline")


def test_names(desk):
    desk.open_story()
    desk.key("Right")
    wait_for(desk.selected, "an event to be selected")
    for node in desk.root().seen().walk():
        if node.role in ("button", "list", "list item", "region", "menu item", "text box"):
            name = node.name
            check(name and not NAMELESS.match(name), f"an unnamed {node.role}: {node}")
            check("_" not in name, f"the name of a {node.role} shows how it is made: {name!r}")
    for name in ("Open", "Zoom in", "Zoom out", "Fit", "Save a picture", "Main menu"):
        check(desk.find("button", name), f"no button “{name}”")


run(test_window, test_alone, test_events, test_inside_the_timeline, test_names)
