#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Going to a date, measuring, and the axis in another zone."""

import json
import re

from harness import check, contains, run, wait_for

CALL = "First phone call, Malaysia trip"
SUMMIT = "Planned Tokyo summit"

# A card's date line names the place's zone; the axis is what moves.
TWO_ZONES = {
    "timezone": "UTC",
    "view": "2025-10-24/2025-10-27",
    "places": [{"id": "t", "name": "Tokyo", "timezone": "Asia/Tokyo"}],
    "events": [
        {"id": "day", "title": "A floating day", "date": "2025-10-25"},
        {"id": "moment", "title": "A moment", "date": "2025-10-25T12:00:00Z", "place": "t"},
    ],
}


def measured(desk):
    """What the measure bar says, or None."""
    node = desk.find("label", re.compile(r" · \d+ sources?$"))
    return node.name if node is not None else None


def ask(desk, text):
    """Types into Go to Date; the field's own node."""
    desk.key("ctrl+l")
    field = desk.get("text box", "Go to date")
    wait_for(lambda: "focused" in field.states(), "the field to have the keyboard")
    desk.type(text)
    wait_for(lambda: field.text() == text, f"the field to hold {text!r}")
    return field


def test_go_to_a_year(desk):
    desk.open_story()
    ask(desk, "dec 2012")
    desk.get("label", "Sat 1 December 2012 – Mon 31 December 2012")
    desk.key("Return")
    desk.event("Abe’s second government and Abenomics begin")
    wait_for(lambda: not any(name.startswith(CALL) for name in desk.events()), "the call to be out of sight")


def test_go_to_words(desk):
    """A day without a year is in the year one looks at; so are everyday words."""
    desk.open_story()
    ask(desk, "28 October")
    desk.get("label", "Tue 28 October 2025")
    desk.key("Return")
    desk.event(SUMMIT)
    ask(desk, "as of")
    desk.get("label", "Sun 26 October 2025")


def test_go_nowhere(desk):
    """What is no date is told, and moves nothing."""
    desk.open_story()
    before = desk.places()
    ask(desk, "31/02/2025")
    desk.get("label", "February 2025 has no day 31.")
    desk.key("Return")
    desk.get("label", "February 2025 has no day 31.")
    desk.key("Escape")
    wait_for(lambda: desk.places() == before, "all to be where it was")


def test_measure_on_the_ruler(desk):
    desk.open_story()
    places = desk.places()
    call = next(place for name, place in places.items() if name.startswith(CALL))
    summit = next(place for name, place in places.items() if name.startswith(SUMMIT))
    _, top, _, _ = desk.place(desk.get("list", "Timeline"))
    desk.move(call[0] + 2, top + 35)
    desk.xdotool("mousedown", 1)
    for x in range(call[0] + 2, summit[0] + 3, 10):
        desk.move(x, top + 35)
    desk.move(summit[0] + 2, top + 35)
    desk.xdotool("mouseup", 1)
    text = wait_for(lambda: measured(desk), "the measure bar")
    contains(text, "25–28 October 2025 · 3 days · ", "what was measured")
    check(desk.selected() is None, "nothing was selected by measuring")
    desk.key("Escape")
    wait_for(lambda: measured(desk) is None, "Escape to end the measuring")


def test_measure_between_events(desk):
    desk.open_story()
    desk.click_node(desk.event(CALL))
    wait_for(lambda: (desk.selected() or "").startswith(CALL), "the call to be selected")
    desk.xdotool("keydown", "ctrl")
    desk.click_node(desk.event(SUMMIT))
    desk.xdotool("keyup", "ctrl")
    text = wait_for(lambda: measured(desk), "the measure bar")
    contains(text, f"“{CALL}” – “{SUMMIT}” · 3 days · ", "what was measured")
    check((desk.selected() or "").startswith(CALL), "the call is still selected")


def test_measure_with_keys(desk):
    desk.open_story()
    desk.click_node(desk.event(CALL))
    wait_for(lambda: (desk.selected() or "").startswith(CALL), "the call to be selected")
    desk.key("shift+Right")
    first = wait_for(lambda: measured(desk), "the measure bar")
    desk.key("shift+Right")
    wait_for(lambda: measured(desk) not in (None, first), "another event to be measured to")
    desk.key("Escape")
    wait_for(lambda: measured(desk) is None, "Escape to end the measuring")
    check((desk.selected() or "").startswith(CALL), "the call is still selected")


def test_another_zone(desk):
    desk.open(str(desk.write("zones.dateline.json", json.dumps(TWO_ZONES))))
    desk.event("A moment")

    def offset():
        """From the day's start to the moment, in days."""
        places = desk.places()
        day = next(place for name, place in places.items() if name.startswith("A floating day"))
        moment = next(place for name, place in places.items() if name.startswith("A moment"))
        return moment[0] - day[0]

    utc = offset()
    check(utc > 0, "noon is after the day's start")
    desk.key("F10")
    desk.click_node(desk.get("menu item", re.compile("Time Zone")))
    desk.click_node(desk.get("menu item", "Asia/Tokyo"))
    # Nine hours later on Tokyo's clocks: 21:00 instead of 12:00.
    wait_for(lambda: abs(offset() / utc - 21 / 12) < 0.05, "the moment to lie at 21:00")


run(test_go_to_a_year, test_go_to_words, test_go_nowhere, test_measure_on_the_ruler, test_measure_between_events, test_measure_with_keys, test_another_zone)
