#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""With nothing selected the details tell about the timeline."""

import json
import re

from harness import check, contains, equal, run, steady, wait_for

STORY = "Tokyo and Washington, October 2025"
HINT = "Select an event to read about it."


def write(desk, name, **members):
    members.setdefault("events", [{"title": "First", "date": "2025-10-01"}, {"title": "Second", "date": "2025-10-05"}])
    return desk.write(name + ".dateline.json", json.dumps(members))


def details(desk):
    return desk.get("region", "Details")


def headings(desk):
    return [node.name for node in desk.find_all("heading", within=details(desk))]


def legend(desk):
    """What the legend tells, in its order; None where there is none."""
    found = desk.find("list", "How to read it", within=details(desk))
    return None if found is None else [node.name for node in found.seen().children() if node.role == "list item"]


def sources(desk):
    """The labels of the sources that are told."""
    found = desk.find("list", "Sources", within=details(desk))
    return [] if found is None else [node for node in found.seen().walk() if node.role in ("label", "link")]


def test_story(desk):
    desk.open_story()
    wait_for(lambda: legend(desk), "a legend")
    equal(headings(desk), [STORY, "In this timeline", "How to read it", "Sources"], "the headings")
    told = desk.texts(details(desk))
    for part in (
        "The first days of Prime Minister Takaichi Sanae",
        "15 events · 3 quotes · 3 people · 3 places · 5 topics",
        "As of 26 October 2025",
        "26 December 2012 – 30 October 2025",
        "Takaichi Sanae · Donald Trump · Shinzo Abe",
        "Block Media",
        HINT,
    ):
        contains(told, part, "what is told about the story")
    found = legend(desk)
    for entry in ("a date, as wide as what is known of it", "around that time, perhaps where it fades", "from one date to another", "planned", "a planned period", "empty time, folded; its length is told"):
        check(entry in found, f"no “{entry}” in {found}")
    # Nothing that is not there.
    for entry in ("a point in time", "cancelled", "in doubt", "goes on, with no end set"):
        check(entry not in found, f"“{entry}” in {found}")
    # All four, rather than a button for the last.
    equal(len(sources(desk)), 4, "the sources")


def test_filtered(desk):
    """All of the timeline, however few of its events a filter leaves."""
    desk.open_story()
    desk.key("ctrl+F9")
    desk.click_node(desk.get("checkbox", "Planned, 2 events"))
    desk.get("button", "Hide Them").activate()
    desk.get(name="The other 13 are hidden")
    wait_for(lambda: legend(desk), "a legend")
    told = desk.texts(details(desk))
    for part in ("15 events · 3 quotes · 3 people · 3 places · 5 topics", "26 December 2012 – 30 October 2025", "Takaichi Sanae · Donald Trump · Shinzo Abe"):
        contains(told, part, "what is told about the story")


def test_back_and_forth(desk):
    """Selecting tells about the event, Escape about the timeline again."""
    desk.open_story()
    before = wait_for(lambda: legend(desk), "a legend")
    desk.click_node(desk.event("Planned Tokyo summit"))
    wait_for(lambda: headings(desk)[:1] == ["Planned Tokyo summit"], "the event")
    wait_for(lambda: legend(desk) is None, "the legend to go")
    wait_for(lambda: HINT not in desk.texts(details(desk)), "the hint to go")
    desk.key("Escape")
    wait_for(lambda: headings(desk)[:1] == [STORY], "the timeline again")
    wait_for(lambda: legend(desk) == before, "the legend again")


def test_signs_come_and_go(desk):
    """Without folds there is nothing to tell of them."""
    desk.open_story()
    fold = "empty time, folded; its length is told"
    wait_for(lambda: fold in (legend(desk) or []), "the fold in the legend")
    desk.key("ctrl+shift+f")
    wait_for(lambda: fold not in legend(desk), "no fold in the legend")


def test_signs_of_a_date(desk):
    events = [
        {"title": "Begun", "date": "2025-10-01/.."},
        {"title": "Off", "date": "2025-10-05", "status": "cancelled"},
        {"title": "Perhaps", "date": "2025-10-07?"},
        {"title": "Later", "date": "2025-10-09", "status": "planned"},
    ]
    desk.open(write(desk, "signs", events=events))
    equal(wait_for(lambda: legend(desk), "a legend"), ["a date, as wide as what is known of it", "goes on, with no end set", "planned, in doubt", "cancelled"], "the legend")


def test_little(desk):
    """A file that says nothing about itself."""
    desk.open(write(desk, "little"))
    equal(wait_for(lambda: legend(desk), "a legend"), ["a date, as wide as what is known of it"], "the legend")
    equal(headings(desk), ["little.dateline.json", "In this timeline", "How to read it"], "the headings")
    told = ["little.dateline.json", "In this timeline", "2 events", "1 October 2025 – 5 October 2025", "How to read it", *legend(desk), HINT]
    equal(desk.texts(details(desk)).split("\n"), told, "what is told")


def test_many_events(desk):
    """Of more than are looked through at once."""
    events = [{"title": f"Event {number}", "date": f"{1000 + number // 12}-{number % 12 + 1:02}-11"} for number in range(6000)]
    events.append({"title": "Last", "date": "1500-01-01T10:00Z"})
    desk.open(write(desk, "many", title="Many", events=events))
    found = wait_for(lambda: legend(desk), "a legend")
    check("a point in time" in found, f"the time of day is not in {found}")
    wait_for(lambda: "several events without a label; the higher, the more" in legend(desk), "what has no label")
    contains(desk.texts(details(desk)), "11 January 1000 – 1 January 1500", "the span")


def count(desk, color):
    """How many pixels of the details are of a colour."""
    part = desk.picture().part(*desk.place(details(desk)))
    return sum(tuple(part[i : i + 3]) == color for i in range(0, len(part), 3))


def test_samples(desk):
    """They are painted in the colours of the timeline, whichever these are."""
    light, dark, contrast = (0x15, 0x65, 0xDD), (0x54, 0x92, 0xF6), (0x23, 0x47, 0xAF)
    desk.open_story()
    wait_for(lambda: count(desk, light) > 200, "the samples in light")
    desk.click_node(desk.get("button", "Main menu"))
    desk.open_submenu("Preferences", "Dark")
    desk.click_node(desk.get("menu item", "Dark"))
    wait_for(lambda: count(desk, dark) > 200 and count(desk, light) == 0, "the samples in dark")
    desk.close()
    desk.open(environment={"GTK_THEME": "Default:hc"})
    desk.event("Inauguration of Takaichi Sanae")
    wait_for(lambda: count(desk, contrast) > 200, "the samples in high contrast")
    # What does not belong to a sign is left as it is.
    desk.click_node(desk.event("Planned Tokyo summit"))
    wait_for(lambda: count(desk, contrast) == 0, "the samples to go")


def test_sources(desk):
    """Few are told unasked; a button tells the rest, and the keyboard goes on there."""
    told = [{"id": f"s{number}", "title": f"Source {number}", "url": f"https://example.org/{number}"} for number in range(150)]
    desk.open(write(desk, "sources", sources=told))
    more = desk.get("button", "and 147 more")
    equal(len(sources(desk)), 3, "the sources")
    # One stop of Tab, and from piece to piece.
    desk.key("Tab")
    while not wait_for(desk.focused_node, "something to have the keyboard").is_within("region"):
        desk.key("Tab")
        steady(desk.focused_node, "the keyboard to rest")
    for _ in range(20):
        focused = steady(desk.focused_node, "the keyboard to rest")
        if focused is not None and focused.path == more.path:
            break
        desk.key("Down")
    else:
        check(False, "Down does not lead to the button")
    desk.key("Return")
    wait_for(lambda: len(sources(desk)) == 103, "100 more")
    wait_for(lambda: desk.focused_node() is not None and desk.focused_node().name == "Source 3", "the keyboard to go on")
    desk.get("button", "and 47 more").activate()
    wait_for(lambda: len(sources(desk)) == 150, "all of them")
    check(desk.find("button", re.compile("more$")) is None, "there are more than all")


def test_another_file(desk):
    desk.open(write(desk, "one", title="One", description="The first of two"))
    desk.open(write(desk, "two", title="Two"))
    for title in ("One", "Two"):
        desk.focus(desk.window(title))
        window = wait_for(lambda: next((node.live() for node in desk.root().seen().children() if node.name == title), None), f"the window “{title}”")
        wait_for(lambda: desk.find("heading", title, within=window), f"what is told about “{title}”")


def dates(desk):
    """The signs of the legend that are about dates, not about what has changed in the file."""
    return [sign for sign in legend(desk) or [] if "since the file was saved" not in sign]


def test_read_again(desk):
    """After the file has changed it tells what the file says now."""
    path = write(desk, "changing", title="Before", sources=[{"id": "s", "title": "A source"}])
    desk.open(path)
    wait_for(lambda: headings(desk)[:1] == ["Before"], "the title")
    write(desk, "changing", title="After", events=[{"title": "Only", "date": "2025-10-01T10:00Z"}])
    desk.key("ctrl+r")
    wait_for(lambda: headings(desk) == ["After", "In this timeline", "How to read it"], "the new title, and no sources")
    wait_for(lambda: dates(desk) == ["a point in time"], lambda: f"the legend of now, not {legend(desk)}")
    # Also what is read again while an event is looked at.
    desk.click_node(desk.event("Only"))
    wait_for(lambda: headings(desk)[:1] == ["Only"], "the event")
    write(desk, "changing", title="Later", events=[{"title": "Only", "date": "2025-10-02"}])
    desk.key("ctrl+r")
    wait_for(lambda: (desk.selected() or "").startswith("Only, Thursday 2 October"), "the file to be read again, and the event to be selected as before")
    desk.key("Escape")
    wait_for(lambda: headings(desk)[:1] == ["Later"], "the title of now")
    wait_for(lambda: dates(desk) == ["a date, as wide as what is known of it"], lambda: f"the legend of now, not {legend(desk)}")


run(
    test_story,
    test_filtered,
    test_back_and_forth,
    test_signs_come_and_go,
    test_signs_of_a_date,
    test_little,
    test_many_events,
    test_samples,
    test_sources,
    test_another_file,
    test_read_again,
)
