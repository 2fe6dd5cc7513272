#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What changes is said to who does not see it."""

import json

from harness import check, run, wait_for


def said(desk):
    """What was said last."""
    return next((node.name for node in reversed(list(desk.root().walk())) if "status" in node.role and not node.children()), None)


def expect(desk, act, words, what):
    """After `act`, something is said that has all of these words in it."""
    act()
    wait_for(lambda: said(desk) and all(word in said(desk) for word in words), f"{what} to be said, not {said(desk)!r}")


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


run(test_view, test_choices, test_failure)
