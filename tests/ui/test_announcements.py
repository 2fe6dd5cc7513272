#!/usr/bin/python3
# SPDX-FileCopyrightText: The Dateline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What changes is said to who does not see it."""

import json
import re

import tree
from harness import check, run, steady, wait_for


# Seconds; longer than anything waits before it is said.
QUIET = 0.9


class Listener:
    """All that is said from now on, in order.

    It is told when it is said: who looks now and then what stands there misses what
    is replaced soon, and meets a status that is just being put up."""

    def __init__(self, desk):
        self.said, self.is_status = [], {}
        self.bus = desk.bus
        if desk.root().release() >= (4, 14):
            # It has a signal of its own.
            tree.subscribe(desk.bus, "Announcement", None, lambda _, text: self.said.append(text))
        else:
            tree.subscribe(desk.bus, "PropertyChange", "accessible-name", self.take)
        # What nobody has asked for tells nothing.
        wait_for(lambda: any("status" in node.role for node in desk.root().seen().walk()), "the place where it is said")
        # What is in sight is news once what was opened has come to rest.
        desk.settle()

    def take(self, node, name):
        if node not in self.is_status:
            try:
                self.is_status[node] = "status" in node.role
            except tree.Gone:
                return
        if self.is_status[node]:
            self.said.append(name)

    def heard(self):
        self.bus.receive()
        return self.said

    def last(self):
        heard = self.heard()
        return heard[-1] if heard else None

    def count(self):
        return len(self.heard())

    def expect(self, act, words, what):
        """After `act`, something is said that has all of these words in it; returns it."""
        before = self.count()
        act()

        def look():
            return next((text for text in self.heard()[before:] if all(word in text for word in words)), None)

        return wait_for(look, lambda: f"{what} to be said, not {self.heard()[before:]}")

    def rest(self):
        """Until no more is said: not by what is done, and not when that is over."""
        steady(lambda: (self.count(),), "all to have been said", QUIET)

    def silent(self, act, done, what):
        """`act` says nothing, though it is done."""
        self.rest()
        before = self.count()
        act()
        wait_for(done, what)
        self.rest()
        check(self.count() == before, f"{what}: said {self.said[before:]}")

    def expect_last(self, text):
        self.rest()
        check(self.last() == text, f"said {self.last()!r} after “{text}”")


def test_view(desk):
    """Zoom, pan, fit and going to a date say what is in sight then; a step to an event does not."""
    desk.open_story()
    ears = Listener(desk)
    ears.silent(lambda: desk.key("Home"), desk.selected, "the first event")
    ears.expect(lambda: desk.key("ctrl+0"), ["15 of 15 events"], "all that is in sight")
    near = ears.expect(lambda: desk.key("ctrl+plus", "ctrl+plus", "ctrl+plus", "ctrl+plus"), [" of 15 events", " to "], "what is in sight by zooming")
    check("15 of 15" not in near, near)
    ears.rest()
    ears.expect(lambda: desk.key("Page_Down"), [" of 15 events"], "a page")
    ears.expect(lambda: desk.key("ctrl+0"), ["15 of 15 events"], "all again")


def test_choices(desk):
    """Lanes, folds, details, what was measured or copied."""
    desk.open_story()
    ears = Listener(desk)
    desk.key("Home")
    wait_for(desk.selected, "the first event")
    ears.expect(lambda: desk.key("ctrl+Up"), [", collapsed"], "a lane that is collapsed")
    ears.expect(lambda: desk.key("ctrl+Down"), [", expanded"], "a lane that is expanded")
    ears.expect(lambda: desk.key("alt+Up"), [", lane ", " of "], "a lane that was moved")
    ears.expect(lambda: desk.key("ctrl+shift+f"), ["Empty time is shown"], "unfolding")
    ears.expect(lambda: desk.key("ctrl+shift+f"), ["Empty time is folded"], "folding")
    ears.expect(lambda: desk.key("shift+Right"), ["“", "day"], "what is measured")
    desk.key("Escape")
    ears.expect(lambda: desk.key("ctrl+shift+c"), ["The citation was copied."], "copying")
    ears.expect(lambda: desk.key("F9"), ["The details are hidden"], "hiding the details")
    ears.expect(lambda: desk.key("F9"), ["The details are shown"], "showing the details")


def test_failure(desk):
    """A file that cannot be read while another one is open."""
    file = desk.write("good.dateline.json", json.dumps({"events": [{"title": "One", "date": "2025-10-01"}]}))
    desk.open(file)
    wait_for(desk.events, "the event")
    ears = Listener(desk)
    ears.expect(lambda: (desk.write("good.dateline.json", "{"), desk.key("ctrl+r")), ["good.dateline.json"], "that it is not JSON")


def test_filter(desk):
    """How many events a filter leaves, and nothing about lanes and what is in sight besides."""
    desk.open_story()
    ears = Listener(desk)
    ears.expect(lambda: desk.key("ctrl+F9"), ["The filters are shown"], "the pane")
    box = desk.get("checkbox", re.compile("^Abductions, "))
    for _ in range(2):
        desk.key("Down")
    wait_for(lambda: "focused" in box.states(), "the value to have the keyboard")
    ears.expect(lambda: desk.key("space"), ["1 of 15 events"], "what the filter leaves")
    ears.expect_last("1 of 15 events")
    # Lanes come and go with those that are hidden.
    desk.get("button", "Hide Them").activate()
    wait_for(lambda: len(desk.events()) == 1, "the others to be hidden")
    ears.expect(lambda: desk.key("Up", "space"), ["7 of 15 events"], "what two values leave")
    ears.expect_last("7 of 15 events")
    ears.expect(lambda: desk.key("ctrl+shift+Delete"), ["No filter, 15 events"], "clearing it")
    ears.expect(lambda: desk.key("ctrl+F9"), ["The filters are hidden"], "the pane")


def test_no_event(desk):
    """A filter that leaves nothing, and what it does not leave is not read out either."""
    desk.open_story()
    ears = Listener(desk)
    desk.key("ctrl+F9")
    for name, words in (("Abductions", "1 of 15 events"), ("Planned", "No event meets the filter")):
        ears.expect(lambda name=name: desk.click_node(desk.get("checkbox", re.compile(f"^{name}, "))), [words], name)
    ears.expect_last("No event meets the filter")


def test_search(desk):
    """How many are found, once the words are there; then which of them one has come to."""
    desk.open_story()
    ears = Listener(desk)
    desk.key("ctrl+f")
    found = ears.expect(lambda: desk.type("summit"), [" found"], "how many are found")
    ears.silent(lambda: desk.key("Left"), lambda: True, "moving in the field")
    number = found.split()[0]
    hit = ears.expect(lambda: desk.key("Return"), [f" of {number}: "], "the hit")
    selected = wait_for(desk.selected, "the hit to be selected")
    check(selected.split(", ")[0] in hit, f"{hit!r} is not about {selected!r}")
    ears.expect(lambda: desk.type("zzz"), ["No results"], "that nothing is found")


def test_views(desk):
    """Another view of the same events, and the overview."""
    desk.open_story()
    ears = Listener(desk)
    for key, words in (("ctrl+2", "The list is shown"), ("ctrl+3", "The quotes are shown"), ("ctrl+1", "The timeline is shown")):
        ears.expect(lambda key=key: desk.key(key), [words], key)


def test_overview(desk):
    desk.open_story()
    ears = Listener(desk)
    for words in ("The overview is hidden", "The overview is shown"):
        desk.click_node(desk.get("button", "Main menu"))
        item = desk.get("menu item", "Overview")
        ears.expect(lambda item=item: desk.click_node(item), [words], "the overview")


def test_history(desk):
    """Back and forth say what is in sight there, a bookmark that it is kept."""
    file = desk.write("few.dateline.json", json.dumps({"view": "2001", "events": [{"title": f"Event {i}", "date": f"200{i}-05-01"} for i in range(8)]}))
    desk.open(file)
    wait_for(desk.events, "events")
    ears = Listener(desk)
    ears.expect(lambda: desk.key("ctrl+0"), ["8 of 8 events"], "all")
    ears.expect(lambda: desk.key("alt+Left"), ["1 of 8 events"], "the view before")
    ears.expect(lambda: desk.key("alt+Right"), ["8 of 8 events"], "the view after")
    ears.expect(lambda: desk.key("ctrl+d"), ["The view was bookmarked as"], "the bookmark")
    ears.expect(lambda: desk.key("ctrl+u"), ["Every event in sight has a label."], "that nothing is without a label")


run(test_view, test_choices, test_failure, test_filter, test_no_event, test_search, test_views, test_overview, test_history)
