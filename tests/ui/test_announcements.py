#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What changes is said to who does not see it."""

import json
import re

from harness import check, run, wait_for


def said(desk):
    """What was said last."""
    return next((node.name for node in reversed(list(desk.root().walk())) if "status" in node.role and not node.children()), None)


def expect(desk, act, words, what):
    """After `act`, something is said that has all of these words in it."""
    act()
    wait_for(lambda: said(desk) and all(word in said(desk) for word in words), lambda: f"{what} to be said, not {said(desk)!r}")


def silent(desk, act, done, what):
    """`act` says nothing, though it is done."""
    before = said(desk)
    act()
    wait_for(done, what)
    desk.settle()
    check(said(desk) == before, f"{what}: said {said(desk)!r}")


def test_view(desk):
    """Zoom, pan, fit and going to a date say what is in sight then; a step to an event does not."""
    desk.open_story()
    silent(desk, lambda: desk.key("Home"), desk.selected, "the first event")
    expect(desk, lambda: desk.key("ctrl+0"), ["15 of 15 events"], "all that is in sight")
    expect(desk, lambda: desk.key("ctrl+plus", "ctrl+plus", "ctrl+plus", "ctrl+plus"), [" of 15 events", " to "], "what is in sight by zooming")
    near = said(desk)
    check("15 of 15" not in near, near)
    expect(desk, lambda: desk.key("Page_Down"), [" of 15 events"], "a page")
    wait_for(lambda: said(desk) != near, "another page to be said")
    expect(desk, lambda: desk.key("ctrl+0"), ["15 of 15 events"], "all again")


def test_choices(desk):
    """Lanes, folds, details, what was measured or copied."""
    desk.open_story()
    desk.key("Home")
    wait_for(desk.selected, "the first event")
    expect(desk, lambda: desk.key("ctrl+Up"), [", collapsed"], "a lane that is collapsed")
    expect(desk, lambda: desk.key("ctrl+Down"), [", expanded"], "a lane that is expanded")
    expect(desk, lambda: desk.key("alt+Up"), [", lane ", " of "], "a lane that was moved")
    expect(desk, lambda: desk.key("ctrl+shift+f"), ["Empty time is shown"], "unfolding")
    expect(desk, lambda: desk.key("ctrl+shift+f"), ["Empty time is folded"], "folding")
    expect(desk, lambda: desk.key("shift+Right"), ["“", "day"], "what is measured")
    desk.key("Escape")
    expect(desk, lambda: desk.key("ctrl+shift+c"), ["The citation was copied."], "copying")
    expect(desk, lambda: desk.key("F9"), ["The details are hidden"], "hiding the details")
    expect(desk, lambda: desk.key("F9"), ["The details are shown"], "showing the details")


def test_failure(desk):
    """A file that cannot be read while another one is open."""
    file = desk.write("good.dateline.json", json.dumps({"events": [{"title": "One", "date": "2025-10-01"}]}))
    desk.open(file)
    wait_for(desk.events, "the event")
    desk.write("good.dateline.json", "{")
    expect(desk, lambda: desk.key("ctrl+r"), ["good.dateline.json"], "that it is not JSON")


def test_filter(desk):
    """How many events a filter leaves, and nothing about lanes and what is in sight besides."""
    desk.open_story()
    expect(desk, lambda: desk.key("ctrl+F9"), ["The filters are shown"], "the pane")
    box = desk.get("checkbox", re.compile("^Abductions, "))
    for _ in range(2):
        desk.key("Down")
    wait_for(lambda: "focused" in box.states(), "the value to have the keyboard")
    expect(desk, lambda: desk.key("space"), ["1 of 15 events"], "what the filter leaves")
    desk.settle()
    check(said(desk) == "1 of 15 events", f"said {said(desk)!r} after it")
    # Lanes come and go with those that are hidden.
    desk.get("button", "Hide Them").activate()
    wait_for(lambda: len(desk.events()) == 1, "the others to be hidden")
    expect(desk, lambda: desk.key("Up", "space"), ["7 of 15 events"], "what two values leave")
    desk.settle()
    check(said(desk) == "7 of 15 events", f"said {said(desk)!r} after it")
    expect(desk, lambda: desk.key("ctrl+shift+Delete"), ["No filter, 15 events"], "clearing it")
    expect(desk, lambda: desk.key("ctrl+F9"), ["The filters are hidden"], "the pane")


def test_no_event(desk):
    """A filter that leaves nothing, and what it does not leave is not read out either."""
    desk.open_story()
    desk.key("ctrl+F9")
    for name in ("Abductions", "Planned"):
        desk.click_node(desk.get("checkbox", re.compile(f"^{name}, ")))
    wait_for(lambda: said(desk) == "No event meets the filter", lambda: f"that to be said, not {said(desk)!r}")


def test_search(desk):
    """How many are found, once the words are there; then which of them one has come to."""
    desk.open_story()
    desk.key("ctrl+f")
    expect(desk, lambda: desk.type("summit"), [" found"], "how many are found")
    found = said(desk)
    silent(desk, lambda: desk.key("Left"), lambda: True, "moving in the field")
    number = found.split()[0]
    expect(desk, lambda: desk.key("Return"), [f" of {number}: "], "the hit")
    check((desk.selected() or "").split(", ")[0] in said(desk), f"{said(desk)!r} is not about {desk.selected()!r}")
    expect(desk, lambda: desk.type("zzz"), ["No results"], "that nothing is found")


def test_views(desk):
    """Another view of the same events, and the overview."""
    desk.open_story()
    for key, words in (("ctrl+2", "The list is shown"), ("ctrl+3", "The quotes are shown"), ("ctrl+1", "The timeline is shown")):
        expect(desk, lambda key=key: desk.key(key), [words], key)


def test_overview(desk):
    desk.open_story()
    for words in ("The overview is hidden", "The overview is shown"):
        desk.click_node(desk.get("button", "Main menu"))
        item = desk.get("menu item", "Overview")
        expect(desk, lambda item=item: desk.click_node(item), [words], "the overview")


def test_history(desk):
    """Back and forth say what is in sight there, a bookmark that it is kept."""
    file = desk.write("few.dateline.json", json.dumps({"view": "2001", "events": [{"title": f"Event {i}", "date": f"200{i}-05-01"} for i in range(8)]}))
    desk.open(file)
    wait_for(desk.events, "events")
    expect(desk, lambda: desk.key("ctrl+0"), ["8 of 8 events"], "all")
    expect(desk, lambda: desk.key("alt+Left"), ["1 of 8 events"], "the view before")
    expect(desk, lambda: desk.key("alt+Right"), ["8 of 8 events"], "the view after")
    expect(desk, lambda: desk.key("ctrl+d"), ["The view was bookmarked as"], "the bookmark")
    expect(desk, lambda: desk.key("ctrl+u"), ["Every event in sight has a label."], "that nothing is without a label")


run(test_view, test_choices, test_failure, test_filter, test_no_event, test_search, test_views, test_overview, test_history)
