#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No time of day contradicts the axis, wherever it is told."""

import json
import re

from harness import check, equal, run, wait_for

FILE = {
    "dateline": 1,
    "title": "Clocks",
    "timezone": "America/New_York",
    "places": [{"id": "houston", "name": "Houston", "timezone": "America/Chicago"}],
    "sources": [{"id": "log", "title": "The log", "date": "1969-07-21T01:00Z"}],
    "events": [
        {
            "id": "landing",
            "title": "The landing",
            "date": "1969-07-20T20:17:40Z",
            "place": "houston",
            "sources": ["log"],
            "quotes": [{"text": "Contact light.", "speaker": "Somebody", "date": "1969-07-20T20:17:39Z"}],
            "related": [{"event": "step", "type": "leads-to"}],
        },
        {"id": "step", "title": "The step", "date": "1969-07-21T02:56:15Z"},
    ],
}


def test_details(desk):
    desk.open(str(desk.write("clocks.dateline.json", json.dumps(FILE))))
    desk.click_node(desk.event("The landing"))
    details = desk.get("region", "Details")
    wait_for(lambda: desk.selected(), "an event to be selected")
    wait_for(lambda: "The landing" in desk.texts(details), "its details")
    texts = desk.texts(details)
    for part in (
        "Sunday 20 July 1969, 16:17:40 (EDT)",
        "As written: 20 July 1969, 20:17:40 (UTC)",
        "At the place: 20 July 1969, 15:17:40 (CDT)",
        "20 July 1969, 16:17:39 (EDT)",
        "20 Jul 1969, 22:56:15 (EDT)",
        "20 July 1969, 21:00 (EDT)",
    ):
        check(part in texts, f"“{part}” is not in the details:\n{texts}")
    # What a screen reader hears.
    for name, time in (("The landing", "16:17:40 (EDT)"), ("The step", "22:56:15 (EDT)")):
        check(time in desk.event(name).name, desk.event(name).name)
    bare = [line for line in texts.splitlines() if re.search(r"\d:\d\d(?!.*\()", line)]
    equal(bare, [], "times without a zone")


run(test_details)
