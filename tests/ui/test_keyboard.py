#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""With the keyboard alone: through the events, into the details and out again."""

import json
import pathlib
import re

from harness import check, contains, equal, parse, run, wait_for

CALL = "First phone call, Malaysia trip"
SUMMIT = "Planned Tokyo summit"


def title_of(name):
    return next(title for title in starts() if name.startswith(title + ", "))


def starts():
    """Title to first day, as the file has it."""
    file = pathlib.Path(parse().source) / "data" / "timelines" / "takaichi-trump-call.dateline.json"
    return {event["title"]: event["date"].split("/")[0].rstrip("~") for event in json.loads(file.read_text(encoding="utf-8"))["events"]}


def step(desk, key):
    """The name of the event that a key leads to, when it has the keyboard too."""
    before = desk.selected()
    desk.key(key)

    def moved():
        name = desk.selected()
        return name not in (None, before) and "focused" in desk.events()[name].states() and name

    return wait_for(moved, f"another event to be selected with {key}, after {before}")


def go_to(desk, title, key="Right"):
    for _ in starts():
        name = step(desk, key)
        if name.startswith(title + ", "):
            return name
    raise AssertionError(f"{key} never came to “{title}”")


def test_through_the_events(desk):
    desk.open_story()
    seen = [step(desk, "Right")]
    while not seen[-1].startswith(SUMMIT):
        seen.append(step(desk, "Right"))
    contains(seen[-1], "planned for Tuesday 28 October 2025", "the name of the summit")
    days = [starts()[title_of(name)] for name in seen]
    equal(days, sorted(days), "the days of the events on the way")
    equal(len(set(seen)), len(seen), "events met once")
    check(len(seen) == 10, f"ten events from the first in sight to the summit, not {seen}")
    check(step(desk, "Left") == seen[-2], "Left leads back")


def test_far_away(desk):
    """What is out of sight is brought into it."""
    desk.open_story(animations=True)
    step(desk, "Right")
    name = step(desk, "Home")
    contains(name, "Abe’s second government and Abenomics begin, Wednesday 26 December 2012", "the first event")
    contains(step(desk, "End"), SUMMIT, "the last event")


def test_lanes(desk):
    desk.open_story()
    go_to(desk, CALL)
    contains(step(desk, "Down"), "Economy and the $550 billion pledge", "the event in the lane below")
    contains(step(desk, "Up"), "Alliance and security", "the event in the lane above")


def test_details(desk):
    desk.open_story()
    desk.key("F9")
    wait_for(lambda: desk.find("region", "Details") is None, "F9 to hide the details")
    go_to(desk, CALL)
    check(desk.find("region", "Details") is None, "selecting alone opens the details")
    desk.key("Return")
    details = desk.get("region", "Details")
    wait_for(lambda: CALL in desk.texts(details), "the details of the call")
    text = desk.texts(details)
    for part in (
        "Happened",
        CALL,
        "Saturday 25 October 2025 · Kuala Lumpur · 1 day before the as-of date",
        "The hour is not known.",
        "From Remarks to reporters after the call",
        "“President Trump’s gracious words were truly appreciated,”",
        "“We are committed to taking the U.S.-Japan alliance to unprecedented levels.”",
        "From Remarks on the $550 billion pledge",
        "While honoring our prior commitments is important, …",
        "Fiscal responsibility will remain a priority as we navigate this partnership.”",
        "Takaichi Sanae",
        "Donald Trump",
        "leads to Planned Tokyo summit",
        "Sources",
        "Block Media",
        "Public record: announcements of the Prime Minister’s Office of Japan",
    ):
        contains(text, part, "the details of the call")


def test_link(desk):
    """A link to another event works from the keyboard."""
    desk.open_story()
    go_to(desk, CALL)
    desk.key("Return")
    wait_for(lambda: (desk.focused_node() or desk.root()).name == CALL, "the details to have the keyboard")
    for _ in range(40):
        before = desk.focused_node()
        desk.key("Down")
        node = wait_for(lambda: next((node for node in [desk.focused_node()] if node not in (None, before)), None), "Down to go on")
        if node.name.startswith("leads to Planned Tokyo summit"):
            break
    desk.key("Return")
    wait_for(lambda: (desk.selected() or "").startswith(SUMMIT), "the link to lead to the summit")
    wait_for(desk.focused_node, "something to have the keyboard after a link")


def test_neighbours(desk):
    desk.open_story()
    go_to(desk, CALL)
    following = desk.get("button", re.compile("^Next event: "))
    title = following.name.split(": ", 1)[1]
    desk.click_node(following)
    wait_for(lambda: (desk.selected() or "").startswith(title), f"the next event, “{title}”")
    desk.click_node(desk.get("button", "Previous event: " + CALL))
    wait_for(lambda: (desk.selected() or "").startswith(CALL), "the call again")


def test_escape(desk):
    desk.open_story()
    step(desk, "Right")
    desk.key("Escape")
    wait_for(lambda: desk.selected() is None and desk.events(), "nothing to be selected")
    desk.get("label", "Select an event to read about it.")
    # They have a place of their own, which only F9 takes away.
    desk.key("Escape", "F9")
    wait_for(lambda: desk.find("region", "Details") is None, "F9 to hide the details, which a second Escape has left")


def test_main_menu(desk):
    desk.open_story()
    desk.key("F10")
    desk.get("menu item", "Keyboard Shortcuts")
    desk.key("Escape")
    wait_for(lambda: desk.find("menu item") is None, "the menu to close")


def test_tab(desk):
    """The timeline is one stop; Tab comes back to the selected event."""
    desk.open_story()
    name = step(desk, "Right")
    stops = []
    for _ in range(60):
        before = desk.focused_node()
        desk.key("Tab")
        node = wait_for(lambda: (lambda now: now is not None and now != before and now)(desk.focused_node()), "Tab to go on")
        stops.append((node.role, node.name))
        if node.role == "list item":
            break
    equal(stops[-1], ("list item", name), "where Tab comes back to")
    equal(sum(role == "list item" for role, _ in stops), 1, "stops in the timeline")
    roles = {role for role, _ in stops}
    check(roles <= {"label", "heading", "button", "slider", "list item"}, f"what Tab stops at: {stops}")
    for button in ("Open", "Zoom out", "Zoom in", "Fit", "Save a picture", "Main menu"):
        check(("button", button) in stops, f"Tab does not stop at “{button}”: {stops}")
    desk.key("shift+Tab")
    wait_for(lambda: desk.focused_node() and desk.focused_node().role == "button", "Shift+Tab to leave the timeline")


run(test_through_the_events, test_far_away, test_lanes, test_details, test_link, test_neighbours, test_escape, test_main_menu, test_tab)
